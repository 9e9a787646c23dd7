from collections.abc import Callable

import pytest
from PySide6.QtGui import QFontDatabase

from annotator.core.records import Annotation
from annotator.resources import RESOURCES
from annotator.ui.article.styles import LabelStyle
from annotator.ui.article.view import ArticleView

ACTOR, LOCATION, FIGURE, CLAIM = 1, 2, 3, 4
STYLES = {
    ACTOR: LabelStyle("#2f6fd8", "#7fb0ff", "solid", "actor"),
    LOCATION: LabelStyle("#0b8a5c", "#4fd3a0", "dashed", "location"),
    FIGURE: LabelStyle("#d4501b", "#ff9b6b", "double", "figure"),
    CLAIM: LabelStyle("#7a4fc4", "#c5a3ff", "tint", "claim"),
}


@pytest.fixture(scope="session")
def naskh(qapp):
    """The typeface every picture in these tests is taken in."""
    for path in sorted((RESOURCES / "fonts").glob("NotoNaskhArabic-*.ttf")):
        assert QFontDatabase.addApplicationFont(str(path)) >= 0


@pytest.fixture
def view(qtbot, naskh):
    widget = ArticleView()
    qtbot.addWidget(widget)
    widget.resize(800, 600)
    widget.set_styles(STYLES)
    with qtbot.waitExposed(widget):
        widget.show()
    widget.activateWindow()
    widget.setFocus()
    return widget


@pytest.fixture
def annotate() -> Callable[..., Annotation]:
    """Make an annotation on what a text says, or on a range of it."""

    def make(text: str, part: str | tuple[int, int], label_id: int = ACTOR, id_: int = 1) -> Annotation:
        start, end = (text.index(part), text.index(part) + len(part)) if isinstance(part, str) else part
        return Annotation(
            id=id_,
            uuid=f"00000000-0000-4000-8000-{id_:012}",
            layer_id=1,
            label_id=label_id,
            start=start,
            end=end,
            quote=text[start:end],
            reviewer_id=1,
        )

    return make
