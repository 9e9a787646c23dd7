"""Figures: what ``نحو 26 ألف شهيد`` says, and where such words stand in a text."""

from annotator.text.figures.figure import OPERATORS, Figure

__all__ = ["OPERATORS", "Figure"]
