"""One line of a concordance: a passage in its column, the words before it and after it on either side.

The whole line is shaped at once and the passage is shown by painting: a format of its own would cut the
joins of Arabic letters, as in ``بالعراق`` where only ``العراق`` was found. What does not fit is left out
at the far ends, by whole words.
"""

from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPainterPath, QTextLayout, QTextOption

from annotator.store.search import CONTEXT
from annotator.text.utf16 import Utf16Map
from annotator.ui.article.geometry import LineReader, Piece
from annotator.ui.models.concordance import Line

_ELLIPSIS = "…"
_WIDEST = 100_000.0
"""Pixels no line is as wide as."""
COLUMN = 0.44
"""Where the passage begins, as a share of the width, from the side the text is read from."""
_OUTLINE = 2.5
"""Pixels the ground of the passage stands out above and below its letters."""
_BLANKS = dict.fromkeys((*range(32), 127, 133, 8232, 8233), " ")


@dataclass(frozen=True, slots=True)
class Kwic:
    """A line laid out for a width. Coordinates are pixels from the left edge of its place."""

    layout: QTextLayout
    left: float
    """Where the layout is to be drawn."""
    ascent: float
    pieces: list[Piece]
    """The visual runs of the passage, from left to right."""
    shown: str
    """The words that are shown."""

    def paint(self, painter: QPainter, place: QRectF, baseline: float, look: "Look") -> None:
        """Draw it; nothing goes beyond its place."""
        painter.save()
        painter.setClipRect(place)
        metrics = QFontMetricsF(self.layout.font())
        top = baseline - metrics.ascent() - _OUTLINE
        height = metrics.ascent() + metrics.descent() + 2 * _OUTLINE
        boxes = [QRectF(place.left() + a, top, b - a, height) for a, b in self.pieces]
        ground, passage = QPainterPath(), QPainterPath()
        for box in boxes:
            ground.addRoundedRect(box, 3, 3)
            passage.addRect(box.adjusted(0, -height, 0, height))
        painter.fillPath(ground, look.ground)
        origin = QPointF(place.left() + self.left, baseline - self.ascent)
        around = QPainterPath()
        around.addRect(place.adjusted(0, -height, 0, height))
        for colour, part in ((look.around, around.subtracted(passage)), (look.passage, passage)):
            painter.save()
            painter.setClipPath(part, Qt.ClipOperation.IntersectClip)
            painter.setPen(colour)
            self.layout.draw(painter, origin)
            painter.restore()
        painter.restore()


@dataclass(frozen=True, slots=True)
class Look:
    """The colours of a line."""

    passage: QColor
    ground: QColor
    around: QColor


def lay_out(line: Line, font: QFont, width: float) -> Kwic:
    """Lay a line out, with its passage in the column for this width."""
    rtl = line.right_to_left
    column = round(width * COLUMN)
    column = round(width) - column if rtl else column
    whole = _words_of(line)
    shaped = _Shaped(whole, font, right_to_left=rtl)
    cut = shaped.fitting(column, width)
    if cut != whole:
        shaped = _Shaped(cut, font, right_to_left=rtl)
    pieces = shaped.pieces()
    shift = column - _edge(pieces, right=rtl)
    ascent = shaped.layout.lineAt(0).ascent()
    moved = [(left + shift, right + shift) for left, right in pieces]
    return Kwic(shaped.layout, shift, ascent, moved, shaped.words.text)


@dataclass(frozen=True, slots=True)
class _Words:
    """A passage and what is kept of the words around it."""

    before: str
    rest: str
    """The passage and what follows it."""
    length: int
    """Code points of the passage."""
    cut_before: bool = False
    cut_after: bool = False

    @property
    def text(self) -> str:
        """What is shown."""
        whole = f"{self.before}{self.rest}"
        return f"{_ELLIPSIS if self.cut_before else ''}{whole}{_ELLIPSIS if self.cut_after else ''}"

    @property
    def start(self) -> int:
        """Where the passage begins in the text."""
        return self.cut_before + len(self.before)

    @property
    def end(self) -> int:
        """Where the passage ends in the text, or what is shown of it."""
        return self.start + min(self.length, len(self.rest))


def _words_of(line: Line) -> _Words:
    """All there is; half a word at the far end of the context is left out."""
    before, after = line.before.translate(_BLANKS).lstrip(), line.after.translate(_BLANKS).rstrip()
    cut_before = len(line.before) >= CONTEXT and " " in before
    cut_after = len(line.after) >= CONTEXT and " " in after
    if cut_before:
        before = before.partition(" ")[2].lstrip()
    if cut_after:
        after = after.rpartition(" ")[0].rstrip()
    quote = line.quote.translate(_BLANKS)
    return _Words(before, f"{quote}{after}", len(quote), cut_before, cut_after)


class _Shaped:
    """Words on one line without an end."""

    def __init__(self, words: _Words, font: QFont, *, right_to_left: bool) -> None:
        self.words = words
        self._rtl = right_to_left
        self._text = words.text
        self.layout = _one_line(self._text, font, right_to_left=right_to_left)
        self._units = Utf16Map(self._text)
        metrics = QFontMetricsF(font)
        self._ellipsis = metrics.horizontalAdvance(_ELLIPSIS)
        reader = LineReader(
            self._character_at, right_to_left=right_to_left, space=metrics.horizontalAdvance(" ")
        )
        length = self._units.to_utf16(len(self._text))
        self._line = reader.read(self.layout.lineAt(0), QPointF(0, 0), 0, length)

    def pieces(self) -> list[Piece]:
        """The visual runs of the passage."""
        return self._pieces(self.words.start, self.words.end)

    def fitting(self, column: float, width: float) -> _Words:
        """As many whole words as there is room for when the passage stands in its column."""
        words = self.words
        left = _edge(self.pieces(), right=self._rtl) - column
        right = left + width
        first = self._first(left, right) - words.cut_before
        last = self._last(left, right) - words.start
        return _Words(
            words.before[first:],
            words.rest[:last].rstrip() if last < len(words.rest) else words.rest,
            words.length,
            words.cut_before or first > 0,
            words.cut_after or last < len(words.rest),
        )

    def _first(self, left: float, right: float) -> int:
        """Where what is shown before the passage begins."""
        begin = int(self.words.cut_before)
        if self._fits(0, self.words.start, left, right):
            return begin
        starts = [begin, *_after_blanks(self._text, begin, self.words.start)]
        room = (left, right - self._ellipsis) if self._rtl else (left + self._ellipsis, right)
        return next((at for at in starts if self._fits(at, self.words.start, *room)), starts[-1])

    def _last(self, left: float, right: float) -> int:
        """Where what is shown of the passage and after it ends."""
        start, end = self.words.start, self.words.start + len(self.words.rest)
        if self._fits(start, len(self._text), left, right):
            return end
        ends = [*_before_blanks(self._text, start, end), end]
        room = (left + self._ellipsis, right) if self._rtl else (left, right - self._ellipsis)
        return next((at for at in reversed(ends) if self._fits(start, at, *room)), ends[0])

    def _fits(self, start: int, end: int, left: float, right: float) -> bool:
        pieces = self._pieces(start, end)
        return not pieces or (pieces[0][0] >= left and pieces[-1][1] <= right)

    def _pieces(self, start: int, end: int) -> list[Piece]:
        return self._line.pieces(self._units.to_utf16(start), self._units.to_utf16(end))

    def _character_at(self, position: int) -> str:
        return self._text[self._units.to_code_point(position)]


def _one_line(text: str, font: QFont, *, right_to_left: bool) -> QTextLayout:
    option = QTextOption(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute)
    option.setTextDirection(
        Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
    )
    option.setWrapMode(QTextOption.WrapMode.NoWrap)
    layout = QTextLayout(text, font)
    layout.setTextOption(option)
    layout.setCacheEnabled(True)
    layout.beginLayout()
    layout.createLine().setLineWidth(_WIDEST)
    layout.endLayout()
    return layout


def _after_blanks(text: str, start: int, end: int) -> list[int]:
    """Where words begin after the first, which may be that of the passage itself."""
    return [at + 1 for at in range(start, end) if text[at] == " " and text[at + 1 : at + 2] != " "]


def _before_blanks(text: str, start: int, end: int) -> list[int]:
    """Where words end before the last, the first of them that of the passage itself."""
    return [at for at in range(start + 1, end) if text[at] == " " and text[at - 1] != " "]


def _edge(pieces: list[Piece], *, right: bool) -> float:
    """The side of a passage that stands in the column."""
    if not pieces:
        return 0.0
    return pieces[-1][1] if right else pieces[0][0]
