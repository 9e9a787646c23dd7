"""An article on pages: a head with its title and a legend, whole lines on every page, numbers at the foot."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from PySide6.QtCore import QIODevice, QMarginsF, QRectF, QSaveFile, Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QPagedPaintDevice,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
)

from annotator import __version__
from annotator.core.errors import UserError
from annotator.ui import phrases
from annotator.ui.article.geometry import Line
from annotator.ui.article.lanes import paint_lane
from annotator.ui.article.styles import FAMILY, LIGHT, LabelStyle
from annotator.ui.printing.printed import Printed
from annotator.ui.printing.sheet import INK, PrintedSheet

DOTS = 96
"""Per inch: what the window counts in, so that the text breaks and stands as it does there."""
_MARGIN = 18.0  # millimetres
_FOOT = 34.0  # pixels kept for the page's number
_MUTED = QColor("#5f5b54")
_TITLE_SIZE, _SMALL_SIZE = 17.0, 9.5
_SWATCH = 26.0


def prepare(device: QPagedPaintDevice) -> None:
    """Set paper and margins: A4, upright."""
    size, margins = QPageSize(QPageSize.PageSizeId.A4), QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
    layout = QPageLayout(size, QPageLayout.Orientation.Portrait, margins, QPageLayout.Unit.Millimeter)
    device.setPageLayout(layout)


def write_pdf(articles: Iterable[Printed], path: Path) -> int:
    """Write articles into one PDF file, each from a new page on; the number of pages.

    The file is there whole or, if anything goes wrong, as it was.

    Raises:
        UserError: the file cannot be written, or an article is damaged.
    """
    file = QSaveFile(str(path))
    if not file.open(QIODevice.OpenModeFlag.WriteOnly):
        raise _unwritten(path, file)
    try:
        count = _write(articles, file)
    except BaseException:
        file.cancelWriting()
        raise
    if not file.commit():  # a disk that is full says so here
        raise _unwritten(path, file)
    return count


def _unwritten(path: Path, file: QSaveFile) -> UserError:
    return UserError(
        "“{path}” cannot be written: {reason}. Choose another place.", path=path, reason=file.errorString()
    )


def _write(articles: Iterable[Printed], file: QSaveFile) -> int:
    writer = QPdfWriter(file)
    writer.setResolution(DOTS)
    writer.setCreator(f"Sanad {__version__}")
    prepare(writer)
    painter = QPainter(writer)
    try:
        return paint_articles(painter, writer, articles)
    finally:
        painter.end()


def paint_articles(painter: QPainter, device: QPagedPaintDevice, articles: Iterable[Printed]) -> int:
    """Paint articles, each from a new page on; the number of pages. The painter counts in 1/96 inch."""
    count = 0
    for article in articles:
        pages = Pages(article, QRectF(device.pageLayout().paintRectPixels(DOTS)).size().toTuple())
        for number in range(pages.count):
            if count:
                device.newPage()
            pages.paint(painter, number)
            count += 1
    return count


class Pages:
    """One article cut into pages of a size, in pixels."""

    def __init__(self, article: Printed, size: tuple[float, float]) -> None:
        self._article = article
        self._width, self._height = size
        self._rtl = article.document.direction == "rtl"
        self._sheet = PrintedSheet(article, self._width)
        self._head = _Head(article, self._width)
        self._pages = list(self._cut(self._sheet.lines()))

    @property
    def count(self) -> int:
        """How many pages there are; one at least."""
        return len(self._pages)

    def paint(self, painter: QPainter, number: int) -> None:
        """Paint a page, counted from 0."""
        if number == 0:
            self._head.paint(painter)
        if self._pages[number]:
            painter.save()
            painter.translate(0, self._head.height if number == 0 else 0)
            self._sheet.paint(painter, self._pages[number])
            painter.restore()
        self._paint_foot(painter, number)

    def _cut(self, lines: list[Line]) -> Iterator[list[Line]]:
        """The lines of each page: as many as have room."""
        page: list[Line] = []
        room = self._height - _FOOT - self._head.height
        for line in lines:
            blank = line.start == line.end
            if page and line.baseline - page[0].baseline + self._sheet.metrics.pitch > room and not blank:
                yield _without_blanks(page)
                page, room = [], self._height - _FOOT
            if page or not blank:
                page.append(line)
        yield _without_blanks(page)

    def _paint_foot(self, painter: QPainter, number: int) -> None:
        painter.setFont(_font(_SMALL_SIZE))
        painter.setPen(_MUTED)
        area = QRectF(0, self._height - _FOOT, self._width, _FOOT)
        side = Qt.AlignmentFlag.AlignRight if self._rtl else Qt.AlignmentFlag.AlignLeft
        other = Qt.AlignmentFlag.AlignLeft if self._rtl else Qt.AlignmentFlag.AlignRight
        name = phrases.isolated(phrases.shortened(self._article.document.name))
        painter.drawText(area, side | Qt.AlignmentFlag.AlignBottom, name)
        of = phrases.counted(f"{number + 1} / {self.count}")
        painter.drawText(area, other | Qt.AlignmentFlag.AlignBottom, phrases.left_to_right(of))


def _without_blanks(page: list[Line]) -> list[Line]:
    """A page's lines without blank ones at its end."""
    while page and page[-1].start == page[-1].end:
        page.pop()
    return page


class _Head:
    """Title, source and date, who annotated it, and the legend."""

    def __init__(self, article: Printed, width: float) -> None:
        self._article = article
        self._width = width
        document = article.document
        self._rtl = document.direction == "rtl"
        title = phrases.isolated(document.title or document.name)
        self._title = title
        title_box = QFontMetricsF(_font(_TITLE_SIZE, bold=True)).boundingRect(
            QRectF(0, 0, width, 10_000), int(self._side() | Qt.TextFlag.TextWordWrap), title
        )
        self._title_height = title_box.height()
        told = [document.source, document.published, article.reviewer]
        self._told = " · ".join(phrases.isolated(item) for item in told if item)
        self._row = QFontMetricsF(_font(_SMALL_SIZE)).height() * 1.5
        self._rows = list(self._legend_rows())
        rows = len(self._rows) + bool(self._told)
        self.height = self._title_height + 6 + rows * self._row + 22
        """Pixels it takes, with the room below it."""

    def paint(self, painter: QPainter) -> None:
        """Paint it from the painter's origin down."""
        painter.setPen(INK)
        painter.setFont(_font(_TITLE_SIZE, bold=True))
        area = QRectF(0, 0, self._width, self._title_height)
        painter.drawText(area, int(self._side() | Qt.TextFlag.TextWordWrap), self._title)
        y = self._title_height + 6
        painter.setFont(_font(_SMALL_SIZE))
        if self._told:
            painter.setPen(_MUTED)
            painter.drawText(
                QRectF(0, y, self._width, self._row),
                int(self._side() | Qt.AlignmentFlag.AlignVCenter),
                self._told,
            )
            y += self._row
        for row in self._rows:
            self._paint_legend(painter, row, y)
            y += self._row
        painter.setPen(QColor("#d8d4cb"))
        painter.drawLine(0, round(y + 8), round(self._width), round(y + 8))

    def _side(self) -> Qt.AlignmentFlag:
        side = Qt.AlignmentFlag.AlignRight if self._rtl else Qt.AlignmentFlag.AlignLeft
        return side | Qt.AlignmentFlag.AlignAbsolute

    def _legend_rows(self) -> Iterator[list[tuple[LabelStyle, str, float]]]:
        """The legend's entries: style, words, width; as many in a row as have room."""
        metrics = QFontMetricsF(_font(_SMALL_SIZE))
        row: list[tuple[LabelStyle, str, float]] = []
        taken = 0.0
        for label, count in self._article.counts:
            style = LabelStyle.of(label, phrases.language())
            words = f"{phrases.isolated(style.title)} {phrases.counted(str(count))}"
            width = _SWATCH + 8 + metrics.horizontalAdvance(words) + 22
            if row and taken + width > self._width:
                yield row
                row, taken = [], 0.0
            row.append((style, words, width))
            taken += width
        if row:
            yield row

    def _paint_legend(self, painter: QPainter, row: list[tuple[LabelStyle, str, float]], y: float) -> None:
        x = self._width if self._rtl else 0.0
        for style, words, width in row:
            left = x - width if self._rtl else x
            swatch = QRectF(x - _SWATCH if self._rtl else x, y + self._row / 2 - 2, _SWATCH, 4)
            colour = style.on(LIGHT)
            if style.pattern == "tint":
                wash = QColor(colour)
                wash.setAlphaF(LIGHT.wash_selected)
                painter.fillRect(swatch.adjusted(0, -4, 0, 4), wash)
            else:
                paint_lane(painter, swatch, style.pattern, colour)
            painter.setPen(INK)
            text = QRectF(left, y, width, self._row)
            text.adjust(22 if self._rtl else _SWATCH + 8, 0, -_SWATCH - 8 if self._rtl else 0, 0)
            painter.drawText(text, int(self._side() | Qt.AlignmentFlag.AlignVCenter), words)
            x += -width if self._rtl else width


def _font(size: float, *, bold: bool = False) -> QFont:
    font = QFont(FAMILY)
    font.setPointSizeF(size)
    font.setBold(bold)
    return font
