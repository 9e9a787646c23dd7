"""The copy of a text that Qt is given to draw. It has the text's length in UTF-16 units, always.

``setPlainText`` merges CRLF into one character, drops U+FEFF and U+FFFE at the start, and takes U+FDD0 and
U+FDD1 for frames; U+FFFC stands for an embedded object. Each of these is replaced, one for one, so that
Qt's positions remain the text's UTF-16 offsets. The stored text is never read back from here.
"""

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QTextBlockFormat, QTextCursor, QTextDocument, QTextOption
from PySide6.QtWidgets import QWidget

from annotator.core.records import Direction

_INVISIBLE = "\u2060"  # word joiner: no width, no line break
_UNKNOWN = "\ufffd"
_BLANKS = re.compile(rf"(\n(?:{_INVISIBLE}?\n)+)")
BLANK_HEIGHT = 0.4
"""The height of a blank paragraph, in lines."""

_REPLACED = {
    0x000B: "\u2028",
    0x000C: "\u2028",
    0x000D: "\n",
    0x0085: "\u2029",
    0xFEFF: _INVISIBLE,
}
_RARE = re.compile("[\x00\x0b-\r\x85\ud800-\udfff\ufdd0\ufdd1\ufeff\ufffc\ufffe\uffff]")


def display_text(text: str) -> str:
    """The text as Qt may have it: each code point kept or replaced by one of the same UTF-16 length."""
    return _RARE.sub(_replaced, text.replace("\r\n", _INVISIBLE + "\n"))


def _replaced(match: re.Match[str]) -> str:
    return _REPLACED.get(ord(match[0]), _UNKNOWN)


def direction_of(direction: Direction) -> Qt.LayoutDirection:
    """Qt's name of a text direction."""
    return Qt.LayoutDirection.RightToLeft if direction == "rtl" else Qt.LayoutDirection.LeftToRight


def block_format(direction: Direction, line_height_percent: float) -> QTextBlockFormat:
    """What every paragraph gets: its base direction and its line height."""
    result = QTextBlockFormat()
    result.setLayoutDirection(direction_of(direction))
    result.setLineHeight(line_height_percent, QTextBlockFormat.LineHeightTypes.ProportionalHeight.value)
    return result


def build_document(
    text: str, paragraph: QTextBlockFormat, font: QFont, margins: tuple[float, float], parent: QWidget
) -> QTextDocument:
    """A document of the text, not laid out yet; ``margins`` are beside the text, and above and below it.

    The first paragraph's format is set before the text is put in: all others inherit it, which is thirty
    times faster than formatting them afterwards.
    """
    document = QTextDocument(parent)
    document.setUndoRedoEnabled(False)
    document.setDefaultFont(font)
    option = QTextOption(document.defaultTextOption())
    option.setTextDirection(paragraph.layoutDirection())
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    document.setDefaultTextOption(option)
    _set_margins(document, *margins)
    cursor = QTextCursor(document)
    _insert(cursor, display_text(text), paragraph)
    return document


def _insert(cursor: QTextCursor, text: str, paragraph: QTextBlockFormat) -> None:
    """Put the text in, with blank paragraphs lower than others: they only set paragraphs apart."""
    blank = QTextBlockFormat(paragraph)
    blank.setLineHeight(paragraph.lineHeight() * BLANK_HEIGHT, paragraph.lineHeightType())
    cursor.setBlockFormat(paragraph)
    cursor.beginEditBlock()
    for number, part in enumerate(_BLANKS.split(text)):
        if number % 2 == 0:
            cursor.insertText(part)
            continue
        for rest in part.split("\n")[1:-1]:
            cursor.insertBlock(blank)
            cursor.insertText(rest)
        cursor.insertBlock(paragraph)
    cursor.endEditBlock()


def _set_margins(document: QTextDocument, beside: float, above: float) -> None:
    frame = document.rootFrame().frameFormat()
    frame.setLeftMargin(beside)
    frame.setRightMargin(beside)
    frame.setTopMargin(above)
    frame.setBottomMargin(above)
    document.rootFrame().setFrameFormat(frame)
