"""From ranges of text to rectangles on paper, and back. Positions are Qt's: UTF-16 units of the document.

A logical range is one rectangle per visual run and line: digits and Latin words break it. The edges come from
``QTextLine.cursorToX``, both of every unit, so they are those of the glyphs Qt has shaped and nothing is
shaped again. All coordinates are the document's, in pixels; y grows downward.
"""

import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from typing import cast

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFontMetricsF, QTextBlock, QTextDocument, QTextLine

Piece = tuple[float, float]
"""The left and right edge of one visual run."""

_KEPT_BLOCKS = 500  # shapes of this many paragraphs are remembered
_TOUCHING = 0.6  # runs this near (pixels) are one
_ALEFS = frozenset("اأإآٱ")
_WITHOUT_WIDTH = frozenset({"Mn", "Me", "Cf", "Cc", "Cs", "Zl", "Zp"})  # categories of characters


@dataclass(frozen=True, slots=True)
class Line:
    """One laid-out line. ``leading[i]`` and ``trailing[i]`` are the edges of unit ``start + i``."""

    start: int
    end: int
    after: int
    """Where the next line starts: past the line break, if the paragraph ends here."""
    baseline: float
    leading: list[float]
    trailing: list[float]

    def pieces(self, start: int, end: int) -> list[Piece]:
        """The visual runs of a range on this line, from left to right."""
        first, last = max(start, self.start) - self.start, min(end, self.end) - self.start
        if first >= last:
            return []
        edges = zip(self.leading[first:last], self.trailing[first:last], strict=True)
        return _merged(sorted((min(a, b), max(a, b)) for a, b in edges if a != b))

    def edge(self, position: int, *, trailing: bool) -> float:
        """Where the caret stands at the leading edge of a unit, or at the trailing one of the unit before."""
        if not self.leading:
            return 0.0
        if trailing and position > self.start:
            return self.trailing[min(position, self.end) - self.start - 1]
        return self.leading[min(position - self.start, len(self.leading) - 1)]

    def outer_edge(self, start: int, end: int, *, after: bool, rightward: bool) -> float:
        """Where what is painted of a range on this line begins, or ends, in the base direction."""
        pieces = self.pieces(start, end)
        if not pieces:
            return self.edge(end if after else start, trailing=after)
        return pieces[-1][1] if after == rightward else pieces[0][0]

    def unit_at(self, x: float) -> int | None:
        """The unit whose glyph is at x, or None beside the text."""
        for i, (a, b) in enumerate(zip(self.leading, self.trailing, strict=True)):
            if min(a, b) <= x < max(a, b):
                return self.start + i
        return None

    def runs_rightward(self, unit: int) -> bool:
        """Whether a unit of the line is written from left to right."""
        return self.leading[unit - self.start] < self.trailing[unit - self.start]

    def caret_at(self, x: float, *, rightward: bool) -> int:
        """The position nearest to x; beside the text, the end of the line on that side.

        ``rightward`` tells that the base direction is left-to-right.
        """
        unit = self.unit_at(x)
        if unit is None:
            return self._end_beside(x, rightward=rightward)
        lead, trail = self.leading[unit - self.start], self.trailing[unit - self.start]
        return unit if abs(x - lead) <= abs(x - trail) else unit + 1

    def _end_beside(self, x: float, *, rightward: bool) -> int:
        middle = sum((min(self.leading, default=0), max(self.leading, default=0))) / 2
        return self.end if (x > middle) == rightward else self.start


class LineReader:
    """Reads where Qt has put the units of a laid-out line."""

    def __init__(self, character_at: Callable[[int], str], *, right_to_left: bool, space: float) -> None:
        """``character_at`` gives the stored character at a position; ``space`` is the width of a space."""
        self._character_at = character_at
        self._rtl = right_to_left
        self.space = space

    def read(self, text_line: QTextLine, base: QPointF, position: int, length: int) -> Line:
        """A line of a paragraph that stands at ``base``, begins at ``position``, has ``length`` units."""
        first = text_line.textStart()
        units = range(first, min(first + text_line.textLength(), length))
        x = base.x()
        edges = [_edges(text_line, i) for i in units]
        leading, trailing = [x + each[0] for each in edges], [x + each[1] for each in edges]
        start = position + first
        visible = self._visible_length(start, len(units))
        if 0 < visible < len(units):
            self._take_back(leading, trailing, visible, x + text_line.x())
        self._mend(text_line, x, leading, trailing, range(start, start + visible))
        self._stretch_tabs(start, leading, trailing)
        baseline = base.y() + text_line.y() + text_line.ascent()
        end = start + len(units)
        after = end if units.stop < length else end + 1
        return Line(start, end, after, baseline, leading, trailing)

    def _mend(
        self, text_line: QTextLine, x: float, leading: list[float], trailing: list[float], visible: range
    ) -> None:
        """Give a width to the letters ``cursorToX`` says have none.

        For the first unit of a run against the base direction it gives the end of the run before, twice; and
        some fonts give the whole width of lam-alef to lam.
        """
        first = text_line.textStart()
        for i, position in enumerate(visible):
            if leading[i] != trailing[i]:
                continue
            character = self._character_at(position)
            if unicodedata.category(character) in _WITHOUT_WIDTH:
                continue
            box = _glyph_box(text_line, first + i)
            if box is not None:
                leading[i], trailing[i] = box[0] + x, box[1] + x
            elif character in _ALEFS:
                self._split_ligature(visible.start, i, leading, trailing)

    def _stretch_tabs(self, start: int, leading: list[float], trailing: list[float]) -> None:
        """Give tabs the width up to what follows; ``cursorToX`` gives them none.

        A tab parts what is before it from what is after it in the base direction, whatever runs there are.
        """
        tabs = [i for i in range(len(leading)) if self._character_at(start + i) == "\t"]
        onward, back = (min, max) if self._rtl else (max, min)
        stops = [-1, *tabs, len(leading)]
        for before, tab, following in zip(stops, tabs, stops[2:], strict=False):
            if before + 1 < tab:
                leading[tab] = onward(leading[before + 1 : tab] + trailing[before + 1 : tab])
            if tab + 1 < following:
                trailing[tab] = back(leading[tab + 1 : following] + trailing[tab + 1 : following])
            elif following < len(leading):
                trailing[tab] = leading[following]

    def _visible_length(self, start: int, length: int) -> int:
        """The units of a line without the spaces at its end, which hang out of the column."""
        while length and unicodedata.category(self._character_at(start + length - 1)) == "Zs":
            length -= 1
        return length

    def _take_back(self, leading: list[float], trailing: list[float], visible: int, left: float) -> None:
        """Take hanging spaces back, for Qt draws the line without them.

        ``cursorToX`` counts their width (and expects them at the left end where the base direction is
        right-to-left), so what lies on the other side of them is out of place by it.
        """
        spaces = leading[visible:] + trailing[visible:]
        space, width = min(spaces), max(spaces) - min(spaces)
        if space <= left or width == 0:  # cut off at the column's edge
            width = width and self.space * (len(leading) - visible)
        if width == 0 and not self._rtl:  # it begins a run, as digits do not end a right-to-left one
            space, width = min(leading + trailing) - 1, self.space * (len(leading) - visible)
        for i in range(visible):
            shift = (width if self._rtl else 0.0) - (width if leading[i] + trailing[i] > 2 * space else 0.0)
            if shift > 0 and min(leading[i], trailing[i]) <= left:
                leading[i] = trailing[i]  # cut off as well; it is mended later
            leading[i] += shift
            trailing[i] += shift
        leading[visible:] = trailing[visible:] = [trailing[visible - 1]] * (len(leading) - visible)

    def _split_ligature(self, start: int, alef: int, leading: list[float], trailing: list[float]) -> None:
        """Give alef the left half of the lam-alef it ends."""
        lam = alef - 1
        while lam > 0 and leading[lam] == trailing[lam]:
            lam -= 1
        if lam < 0 or self._character_at(start + lam) != "ل" or trailing[lam] != leading[alef]:
            return
        middle = (leading[lam] + trailing[lam]) / 2
        trailing[lam] = middle
        leading[lam + 1 : alef + 1] = [middle] * (alef - lam)
        trailing[lam + 1 : alef] = [middle] * (alef - lam - 1)


class Geometry:
    """The lines of one document, read from Qt when first asked for and remembered until ``forget``."""

    def __init__(self, document: QTextDocument, character_at: Callable[[int], str]) -> None:
        """``character_at`` gives the stored character at a position; Qt is never asked for text."""
        self._document = document
        self._lines: dict[int, dict[int, Line]] = {}
        rtl = document.defaultTextOption().textDirection() == Qt.LayoutDirection.RightToLeft
        self._reader = LineReader(character_at, right_to_left=rtl, space=0.0)
        self.forget()

    def forget(self) -> None:
        """Let go of everything: the lines have been broken anew, or the type is another."""
        self._lines.clear()
        self._reader.space = QFontMetricsF(self._document.defaultFont()).horizontalAdvance(" ")

    def lines_between(self, top: float, bottom: float) -> list[Line]:
        """The lines whose baseline lies between two heights, from the top down."""
        result: list[Line] = []
        block = self._block_at(top)
        if block.previous().isValid():  # its last line's slot may reach down here
            block = block.previous()
        while block.isValid():
            base = self._base(block)
            if base.y() > bottom:
                break
            result += self._lines_in(block, base, top, bottom)
            block = block.next()
        return result

    def line_of(self, position: int) -> Line | None:
        """The line a position is on; where a line wraps, the later one."""
        block = self._document.findBlock(position)
        if not block.isValid():
            return None
        base = self._base(block)
        text_line = block.layout().lineForTextPosition(position - block.position())
        if not text_line.isValid():
            return None
        return self._line(block, base, text_line)

    def line_at(self, y: float, above: float) -> Line | None:
        """The line in whose slot y falls, or the nearest; a slot begins ``above`` its baseline."""
        block = self._block_at(y + above)
        while block.isValid():
            base = self._base(block)
            first = not block.previous().isValid()
            number = _first_line(block, y + above - base.y()) - 1
            if number >= 0 or first:
                text_line = block.layout().lineAt(max(number, 0))
                return self._line(block, base, text_line) if text_line.isValid() else None
            block = block.previous()
        return None

    def _block_at(self, y: float) -> QTextBlock:
        layout = self._document.documentLayout()
        position = layout.hitTest(QPointF(self._document.textWidth() / 2, y), Qt.HitTestAccuracy.FuzzyHit)
        return self._document.findBlock(max(position, 0))

    def _base(self, block: QTextBlock) -> QPointF:
        """Where the paragraph begins; makes sure that it is laid out."""
        self._document.documentLayout().blockBoundingRect(block)
        return block.layout().position()

    def _lines_in(self, block: QTextBlock, base: QPointF, top: float, bottom: float) -> list[Line]:
        layout = block.layout()
        result: list[Line] = []
        for number in range(_first_line(block, top - base.y()), layout.lineCount()):
            line = self._line(block, base, layout.lineAt(number))
            if line.baseline > bottom:
                break
            result.append(line)
        return result

    def _line(self, block: QTextBlock, base: QPointF, text_line: QTextLine) -> Line:
        known = self._lines.get(block.blockNumber())
        if known is None:
            if len(self._lines) >= _KEPT_BLOCKS:
                self._lines.clear()
            known = self._lines[block.blockNumber()] = {}
        number = text_line.lineNumber()
        if number not in known:
            known[number] = self._reader.read(text_line, base, block.position(), block.length() - 1)
        return known[number]


def _glyph_box(line: QTextLine, unit: int) -> Piece | None:
    """The leading and trailing edge of a unit's own glyph; None if it has no glyph or no width."""
    for run in line.glyphRuns(unit, 1):
        advance = sum(each.x() for each in run.rawFont().advancesForGlyphIndexes(run.glyphIndexes()))
        if advance > 0:
            left = min(position.x() for position in run.positions())
            return (left + advance, left) if run.isRightToLeft() else (left, left + advance)
    return None


def _first_line(block: QTextBlock, y: float) -> int:
    """The number of the first line of a paragraph whose baseline is at or below y, counted from its top."""
    layout = block.layout()

    def baseline(number: int) -> float:
        line = layout.lineAt(number)
        return line.y() + line.ascent()

    return bisect_left(range(layout.lineCount()), y, key=baseline)


def _edges(line: QTextLine, unit: int) -> Piece:
    """The leading and trailing edge of a unit; a unit that continues a cluster has none of its own."""
    # The stub knows the C++ signature only.
    lead, position = cast("tuple[float, int]", line.cursorToX(unit, QTextLine.Edge.Leading))
    if position != unit:  # Qt has gone on to the next cluster
        return lead, lead
    return lead, cast("tuple[float, int]", line.cursorToX(unit, QTextLine.Edge.Trailing))[0]


def _merged(boxes: list[Piece]) -> list[Piece]:
    result: list[Piece] = []
    for left, right in boxes:
        if result and left <= result[-1][1] + _TOUCHING:
            result[-1] = (result[-1][0], max(result[-1][1], right))
        else:
            result.append((left, right))
    return result


def gaps(pieces: list[Piece]) -> list[Piece]:
    """What lies between the runs of a broken range on one line."""
    return [(before[1], after[0]) for before, after in pairwise(pieces)]


def index_of_line(lines: list[Line], position: int) -> int:
    """The number of the line a position is on among lines in order; -1 before the first."""
    return bisect_right(lines, position, key=_start) - 1


def _start(line: Line) -> int:
    return line.start
