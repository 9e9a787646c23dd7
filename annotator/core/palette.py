"""Colours of labels that anyone can tell apart."""

from typing import Final

PALETTE: Final = (
    ("#1b2aeb", "#84a2fd"),
    ("#d07b0b", "#ff5c2f"),
    ("#099f74", "#2adead"),
    ("#b472af", "#ef70bf"),
    ("#554f00", "#e5ea21"),
    ("#472393", "#8474ff"),
    ("#1487f1", "#b9eaf8"),
    ("#5d3233", "#e55d5d"),
)
"""On light paper and on dark paper. Whoever sees red or green badly tells any two of a column apart, and each
stands out from its paper."""
