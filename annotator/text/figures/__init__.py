"""Figures: what ``نحو 26 ألف شهيد`` says, and where such words stand in a text."""

from annotator.text.figures.figure import OPERATORS, Figure
from annotator.text.figures.finding import find, parse
from annotator.text.figures.lexicon import FigureLexicon, compile_lexicon

__all__ = ["OPERATORS", "Figure", "FigureLexicon", "compile_lexicon", "find", "parse"]
