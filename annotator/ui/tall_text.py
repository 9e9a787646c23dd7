"""Single-line fields in which tall writing is not cut off.

Qt puts a line into the middle of a field by the line's own height, and cuts off what stands out at the top.
A line of Arabic is taller than one of the interface's face, mostly below: so its letters would stand too
high, and the marks above them would be cut off. Room below, as much as it is taller by, mends both.
"""

from functools import partial

from PySide6.QtGui import QTextLayout
from PySide6.QtWidgets import QLineEdit, QProxyStyle

_KNOWN = "tallText"


class TallTextStyle(QProxyStyle):
    """A style whose single-line fields give tall writing room."""

    def polish(self, polished: object) -> object:  # type: ignore[override]  # three C++ functions in one
        """Look after each field as it is first shown."""
        result = super().polish(polished)  # type: ignore[call-overload]
        if isinstance(polished, QLineEdit) and polished.property(_KNOWN) is None:
            polished.setProperty(_KNOWN, "yes")
            polished.textChanged.connect(partial(give_room, polished))
            give_room(polished)
        return result


def give_room(field: QLineEdit, _text: str = "") -> None:
    """Give a field room below for what its text is taller by than a line of its face."""
    excess = max(round(_height(field, field.displayText()) - _height(field, "0")), 0)
    margins = field.textMargins()
    if margins.bottom() != -excess:
        margins.setBottom(-excess)
        field.setTextMargins(margins)


def _height(field: QLineEdit, text: str) -> float:
    layout = QTextLayout(text, field.font())
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return line.height() if line.isValid() else 0.0
