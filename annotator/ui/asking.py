"""What the inspector asks, the article may answer: the wire between the two."""

from PySide6.QtCore import QObject, Qt

from annotator.ui.article.view import ArticleView
from annotator.ui.panels.inspector import Inspector


class Asking(QObject):
    """Lets a click in the article answer, and lights up there what the list of answers is at."""

    def __init__(self, inspector: Inspector, article: ArticleView) -> None:
        super().__init__(inspector)
        self._inspector = inspector
        self._article = article
        self._targets: frozenset[int] = frozenset()
        self._aiming = False
        inspector.aimed.connect(self._aim)
        inspector.lit.connect(article.hover)
        inspector.left.connect(self._go_back)
        article.target_picked.connect(self._hit)

    def _aim(self, targets: frozenset[int]) -> None:
        """Take aim; with nothing to aim at, read on."""
        self._targets = targets
        self._aiming = True  # an aim that ends for a new one is no answer
        if targets:
            self._article.pick_target(self._is_target)
        else:
            self._article.end_picking(None)
        self._aiming = False

    def _hit(self, annotation_id: int | None) -> None:
        if not self._aiming:
            self._inspector.take_target(annotation_id)

    def _is_target(self, annotation_id: int) -> bool:
        return annotation_id in self._targets

    def _go_back(self) -> None:
        self._article.setFocus(Qt.FocusReason.OtherFocusReason)
