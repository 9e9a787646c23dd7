"""Looking for what is wrong in the open article: at once in a short one, in the background in a long one."""

from functools import partial

from msgspec import Struct
from PySide6.QtCore import QCoreApplication, QObject, Signal

from annotator.core import lint
from annotator.core.lint import Finding
from annotator.core.records import Annotation, Comment, Dismissal, Relation, Zone
from annotator.core.schema import LabelSet
from annotator.ui import phrases
from annotator.ui.tasks import Tasks, Watch
from annotator.ui.workspace import Workspace

_ANNOTATIONS_AT_ONCE = 1000
_CHARACTERS_AT_ONCE = 60_000
"""So much is looked through in about 30 ms."""
_QUOTED = 60
"""Characters of a quote in a sentence; the article shows the rest."""

_SENTENCES = {rule.name: rule.sentence for rule in lint.RULES}


class _Layer(Struct, frozen=True):
    """What lint looks at, as it was at one moment: work gets nothing that can change under it."""

    document_id: int
    text: str
    annotations: tuple[Annotation, ...]
    relations: tuple[Relation, ...]
    zones: tuple[Zone, ...]
    dismissals: tuple[Dismissal, ...]
    comments: tuple[Comment, ...]


class Linting(QObject):
    """What looks wrong in the open article."""

    found = Signal(object)
    """The list of :class:`Finding`, those dismissed among them."""

    def __init__(self, workspace: Workspace, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._workspace = workspace
        self._tasks = tasks
        self._asked = 0
        """How often somebody has asked; an answer to an earlier question is out of date."""

    def look(self) -> None:
        """Look now; the answer comes as :attr:`found`."""
        self._asked += 1
        opened = self._workspace.opened
        if opened is None:
            self.found.emit([])
            return
        layer = _Layer(
            opened.document.id,
            opened.text,
            tuple(opened.annotations.values()),
            tuple(opened.relations.values()),
            tuple(opened.zones),
            tuple(opened.dismissals.values()),
            tuple(opened.comments.values()),
        )
        labels = self._workspace.label_set
        if len(layer.annotations) <= _ANNOTATIONS_AT_ONCE and len(layer.text) <= _CHARACTERS_AT_ONCE:
            self.found.emit(_look(layer, labels))
            return
        task = self._tasks.prepare()
        task.succeeded.connect(self._take)
        task.failed.connect(self._tasks.raise_bug)
        self._tasks.start(task, partial(_look_in_background, self._asked, layer, labels))

    def _take(self, answer: tuple[int, list[Finding]]) -> None:
        number, findings = answer
        if number == self._asked:
            self.found.emit(findings)


def _look(layer: _Layer, labels: LabelSet) -> list[Finding]:
    return lint.findings(
        layer.text,
        layer.annotations,
        layer.relations,
        layer.zones,
        labels,
        layer.dismissals,
        layer.comments,
    )


def _look_in_background(
    number: int, layer: _Layer, labels: LabelSet, _watch: Watch
) -> tuple[int, list[Finding]]:
    """Work for a thread."""
    return number, _look(layer, labels)


def sentence_of(finding: Finding, labels: LabelSet) -> str:
    """What is wrong, in the window's language, with labels and attributes called as the screen calls them."""
    template = QCoreApplication.translate("Finding", _SENTENCES[finding.rule])
    values = {
        name: phrases.isolated(phrases.shortened(_titled(name, value, labels), _QUOTED))
        for name, value in finding.values.items()
    }
    try:
        return template.format(**values)
    except (KeyError, IndexError, ValueError):  # a translation that lost a placeholder
        return lint.sentence(finding)


def _titled(name: str, value: str, labels: LabelSet) -> str:
    """A name of the label set as the screen calls it; anything else as it is."""
    language = phrases.language()
    if name in ("label", "source", "target") and value in labels.label_by_name:
        return labels.label_by_name[value].title(language)
    if name == "zone" and value in labels.zone_kind_by_name:
        return labels.zone_kind_by_name[value].title(language)
    if name == "kind" and value in labels.relation_type_by_name:
        return labels.relation_type_by_name[value].title(language)
    if name == "attribute":
        return next((item.title(language) for item in labels.attributes if item.name == value), value)
    return value
