"""How a label looks in the article, shown by the article view itself."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QWidget

from annotator.core.records import Annotation, Label
from annotator.ui import phrases
from annotator.ui.article.styles import LabelStyle, Reading
from annotator.ui.article.view import ArticleView

_TEXT = "وتأتي هذه المبادرة في سياق إقليمي شديد التوتر."
_SPANS = ((6, 18), (22, 45))


class LabelSample(ArticleView):
    """One line of text with two annotations; nothing can be done to it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAccessibleName(self.tr("How it looks in the article"))
        self.setFixedHeight(84)
        self.set_reading(Reading(size=15, measure=56))
        self.show_document(_TEXT, "rtl")

    def sizeHint(self) -> QSize:
        """One line."""
        return QSize(300, 84)

    def show_label(self, label: Label) -> None:
        """Draw it as a label is drawn."""
        self.set_styles({label.id: LabelStyle.of(label, phrases.language())})
        self.set_annotations(
            Annotation(
                id=number,
                uuid=str(number),
                layer_id=0,
                label_id=label.id,
                start=start,
                end=end,
                quote=_TEXT[start:end],
                reviewer_id=0,
            )
            for number, (start, end) in enumerate(_SPANS, start=1)
        )
