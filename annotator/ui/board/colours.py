"""The colours of verdicts, told apart in light and dark, and by people who see colours differently."""

from PySide6.QtGui import QColor

from annotator.core.records import Comparison, Verdict
from annotator.ui import theme

_LIGHT: dict[Verdict, str] = {"agreement": "#0b7a52", "conflict": "#c2341d", "scope": "#2560bd"}
_DARK: dict[Verdict, str] = {"agreement": "#4fd1a1", "conflict": "#ff8f78", "scope": "#7fb0ff"}


def of_verdict(verdict: Verdict) -> QColor:
    """The colour of a verdict in the theme in use."""
    return QColor((_DARK if theme.colours().dark else _LIGHT)[verdict])


def weightiest(comparisons: list[Comparison]) -> Verdict | None:
    """The verdict that matters most of several: a conflict, else an agreement, else another scope."""
    verdicts = {item.verdict for item in comparisons}
    order: tuple[Verdict, ...] = ("conflict", "agreement", "scope")
    return next((verdict for verdict in order if verdict in verdicts), None)
