"""Sanad: annotate right-to-left articles by hand, export gold data whose every offset is right."""

__version__ = "0.1.0"
