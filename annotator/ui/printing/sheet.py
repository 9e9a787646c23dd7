"""The article on white paper: some of its lines, painted with any painter, nothing selected."""

from dataclasses import replace

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QAbstractTextDocumentLayout, QColor, QPainter, QPalette

from annotator.core.records import Span
from annotator.ui import phrases
from annotator.ui.article.canvas import Canvas
from annotator.ui.article.geometry import Line
from annotator.ui.article.margin import paint_margin
from annotator.ui.article.overlay import paint_over, paint_under
from annotator.ui.article.sheet import BESIDE
from annotator.ui.article.styles import LIGHT, LabelStyle, Reading
from annotator.ui.printing.printed import Printed

INK = QColor("#141414")
SIZE = 13.0
"""Points of the text."""
_LINE_HEIGHT = 1.7
_WIDE = 100_000
"""Characters: the column takes the whole width it is given."""


class PrintedSheet(Canvas):
    """An article laid out for a width, in the coordinates of its document."""

    def __init__(self, article: Printed, width: float) -> None:
        super().__init__()
        self.set_reading(Reading(size=SIZE, line_height=_LINE_HEIGHT, measure=_WIDE))
        self.show_text(article.text, article.document.direction)
        language = phrases.language()
        labels = article.label_set.labels
        self.set_styles({label.id: LabelStyle.of(label, language) for label in labels})
        self.set_annotations(article.annotations)
        self.set_zones(_zones(article, language))
        self._width = width + 2 * BESIDE
        self.document().setTextWidth(self._width)
        self._geometry.forget()

    def _apply_paper(self) -> None:
        super()._apply_paper()
        self._paper = replace(LIGHT, paper=QColor(Qt.GlobalColor.white), ink=INK)

    def lines(self) -> list[Line]:
        """All lines, from the top down."""
        return self._geometry.lines_between(0, self.document().size().height())

    def column(self) -> tuple[float, float]:
        """The left and right edge of the text."""
        return float(BESIDE), self._width - BESIDE

    def paint(self, painter: QPainter, lines: list[Line]) -> None:
        """Paint some lines that follow one another, the first at the painter's origin."""
        top = lines[0].baseline - self.metrics.above
        bottom = lines[-1].baseline + self.metrics.below + self.metrics.room
        area = QRectF(0, top, self._width, bottom - top)
        picture = self._picture(lines)
        painter.save()
        painter.translate(-BESIDE, -top)
        painter.setClipRect(area.adjusted(-BESIDE * 3, -2, BESIDE * 3, 2))
        paint_under(painter, picture)
        context = QAbstractTextDocumentLayout.PaintContext()
        context.palette.setColor(QPalette.ColorRole.Text, INK)
        context.clip = area
        self.document().documentLayout().draw(painter, context)
        paint_over(painter, picture)
        margin = QRectF(self._width - BESIDE + 4, top, BESIDE, area.height())
        if not self.rtl:
            margin.moveLeft(-4)
        paint_margin(painter, picture, margin)
        painter.restore()


def _zones(article: Printed, language: str) -> list[tuple[Span, str, str]]:
    kinds = article.label_set.zone_kind_by_id
    return [
        (zone.span, kinds[zone.kind_id].name, kinds[zone.kind_id].title(language)) for zone in article.zones
    ]
