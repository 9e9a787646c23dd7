"""Doing a gold layer again in the window, by events alone, with the fewest actions it offers."""

from dataclasses import dataclass, field

from annotator.core.conventions import ATTRIBUTED_TO, ATTRIBUTION
from annotator.core.records import Annotation, Span
from annotator.formats.bundle import Bundle, BundleAnnotation, BundleRelation, BundleZone
from annotator.store import queries
from annotator.text.passages import paragraph_at
from annotator.ui.main_window import MainWindow
from annotator.ui.panels.picker import Answer
from annotator.ui.panels.relations import KindQuestion
from annotator.ui.panels.said import ClaimsQuestion
from annotator.ui.panels.sources import SourceQuestion
from tests.replay import pointing
from tests.replay.accepting import Accepting
from tests.replay.forms import CannotBeMadeError, Inspector
from tests.replay.hand import Hand
from tests.replay.planning import Planner
from tests.replay.selecting import Marker


@dataclass(frozen=True)
class ZoneRun:
    """Paragraphs in a row that are one kind of zone."""

    span: Span
    kind: str


@dataclass
class Replay:
    """One gold line, to be done again in one window."""

    window: MainWindow
    bundle: Bundle
    mouse: bool = True
    """Whether the hand has a mouse."""
    proposals: bool = True
    """Whether what is proposed is taken where it is right."""
    problems: list[str] = field(default_factory=list)
    """What could not be made, and why."""
    _made: dict[str, int] = field(default_factory=dict)
    """Row ids, by the gold annotation's id."""
    _links: list[BundleRelation] = field(default_factory=list)
    _mentions: list[BundleAnnotation] = field(default_factory=list)

    def __post_init__(self) -> None:
        assert self.bundle.layer is not None
        self.layer = self.bundle.layer
        self.workspace, self.view = self.window.workspace, self.window.article
        self.hand = Hand(self.window)
        self.inspector = Inspector(self.window, self.hand, self.mouse)
        self.text = self.bundle.document.text
        self.planner = Planner(self.text, self.bundle.document.direction, self.view.snapping)
        filled = {item.label for item in self.layer.annotations if item.attributes}
        self.marker = Marker(self.window, self.hand, self.inspector, self.planner, self.mouse, filled)
        self._entity_names = {item.uuid: item.name for item in self.bundle.entities}
        self._links = list(self.layer.relations)
        self.accepting = Accepting(
            self.window, self.hand, self.layer, self._entity_names, self._made, self.mouse
        )
        self._texts = {item.uuid: item for item in self.layer.annotations}

    def run(self) -> None:
        """Do it all."""
        items = self._in_order()
        for place, item in enumerate(items):
            try:
                if isinstance(item, ZoneRun):
                    self._mark_zone(item)
                else:
                    self._annotate(item, self._run_length(items[place:], item.label))
            except CannotBeMadeError as error:
                self.problems.append(f"{_shown(item, self.text)}: {error}")
                self.marker.clear()
        if self.layer.status == "done":
            self._finish()

    def _in_order(self) -> list[BundleAnnotation | ZoneRun]:
        """As one reads: what ends first comes first, so that what lies inside comes before what holds it."""
        items: list[BundleAnnotation | ZoneRun] = [
            *self.layer.annotations,
            *_runs(self.layer.zones, self.text),
        ]
        return sorted(items, key=_place)

    def _run_length(self, items: list[BundleAnnotation | ZoneRun], label: str) -> int:
        count = 0
        for item in items:
            if isinstance(item, ZoneRun) or item.label != label:
                break
            count += 1
        return count

    # ---- one annotation ------------------------------------------------------------------------

    def _annotate(self, gold: BundleAnnotation, run_length: int) -> None:
        label = self.workspace.label_set.label_by_name[gold.label]
        with self.hand.doing("selection", gold.label):
            if gold.uuid in self._made:  # with the claim its words are the source of
                self.marker.select(self._made[gold.uuid])
            else:
                self.marker.put(Span(gold.start, gold.end), label, run_length)
            made = self.workspace.annotation
            if made is None or (made.start, made.end, made.label_id) != (gold.start, gold.end, label.id):
                raise CannotBeMadeError("the window made something else")
            self._made[gold.uuid] = made.id
            self._describe(gold, made)
            self._settle_debts(gold)

    def _describe(self, gold: BundleAnnotation, made: Annotation) -> None:
        """Entity, relations, attributes and note of the annotation that is selected."""
        self._take_proposed(gold)
        if gold.entity is not None:
            self._mention(gold, may_wait=True)
        waiting = False
        for link in [link for link in self._links if link.source == gold.uuid]:
            if link.target in self._made:
                self._relate(link)
            else:
                waiting = waiting or link.type == ATTRIBUTED_TO
        has = self.workspace.opened.annotations[made.id].attributes
        values = {name: value for name, value in gold.attributes.items() if has.get(name) != value}
        if waiting:  # who said it is told with the relation
            values.pop(ATTRIBUTION, None)
        used = self.accepting.used[gold.label]
        surplus = (has.keys() & used) - gold.attributes.keys()
        note = gold.note or None
        if values or note or surplus:
            self.inspector.fill({**values, **dict.fromkeys(surplus)}, note)

    def _take_proposed(self, gold: BundleAnnotation) -> None:
        """Take what is proposed, if it is right; the links that are there now need not be made."""
        if not self.proposals:
            return
        self.accepting.take(gold, self.inspector.back_to_article)
        kinds = self.workspace.label_set.relation_type_by_id
        there = {
            (kinds[link.type_id].name, link.source_id, link.target_id)
            for link in self.workspace.opened.relations.values()
        }
        self._links = [
            link
            for link in self._links
            if (link.type, self._made.get(link.source), self._made.get(link.target)) not in there
        ]

    def _settle_debts(self, gold: BundleAnnotation) -> None:
        """What had to wait for this annotation."""
        for link in [link for link in self._links if link.target == gold.uuid and link.source in self._made]:
            with self.hand.doing("relation", self._texts[link.source].label):
                self.marker.select(self._made[link.source])
                self._take_proposed(self._texts[link.source])
                if link in self._links:
                    self._relate(link)
        known = {(item.label_id, item.name) for item in self._entities()}
        for mention in list(self._mentions):
            label_id = self.workspace.label_set.label_by_name[mention.label].id
            if (label_id, self._entity_names.get(mention.entity or "")) in known:
                self._mentions.remove(mention)
                with self.hand.doing("entity", mention.label):
                    self.marker.select(self._made[mention.uuid])
                    self._mention(mention, may_wait=False)

    # ---- selecting and tagging -----------------------------------------------------------------

    # ---- entities and relations ----------------------------------------------------------------

    def _entities(self):
        return queries.entities(self.workspace.project.database)

    def _mention(self, gold: BundleAnnotation, *, may_wait: bool) -> None:
        """Say which entity the selected annotation mentions; or wait for the mention that names it."""
        name = self._entity_names[gold.entity]
        label_id = self.workspace.label_set.label_by_name[gold.label].id
        made = self.workspace.annotation
        if made.entity_id is not None and self.workspace.entity(made.entity_id).name == name:
            return
        known = any((item.name, item.label_id) == (name, label_id) for item in self._entities())
        if may_wait and not known and _flat(gold.quote) != name and self._is_named_later(gold, name):
            self._mentions.append(gold)
            return
        with self.hand.doing("entity"):
            self.inspector.back_to_article()
            self.hand.chord("E")
            self.inspector.answer(lambda answer: self._names(answer, name), typed=(name,))

    def _is_named_later(self, gold: BundleAnnotation, name: str) -> bool:
        return any(
            item.entity == gold.entity and item.uuid not in self._made and _flat(item.quote) == name
            for item in self.layer.annotations
        )

    def _names(self, answer: Answer, name: str) -> bool:
        if isinstance(answer.value, str):
            return answer.value == name and answer.key != "0"
        entity = self.workspace.entity(answer.value)
        return entity is not None and entity.name == name

    def _relate(self, link: BundleRelation) -> None:
        """Link the selected annotation to one that is there."""
        self._links.remove(link)
        target = self._made[link.target]
        kind_id = self.workspace.label_set.relation_type_by_name[link.type].id
        with self.hand.doing("relation"):
            self.inspector.back_to_article()
            self.hand.chord("R")
            for _ in range(4):
                question = self.window.inspector._question
                if question is None:
                    break
                kind = getattr(question, "kind", None)
                if isinstance(question, KindQuestion):
                    self.inspector.answer(lambda answer: answer.value == kind_id)
                elif isinstance(question, ClaimsQuestion) or (
                    isinstance(question, SourceQuestion) and kind.name != link.type
                ):
                    self.inspector.answer(lambda answer: answer.key == ".")
                else:
                    point = None if self.view.armed() else pointing.on_annotation(self.view, target)
                    self.inspector.answer(lambda answer: answer.annotation_id == target, point)

    # ---- zones and the end ---------------------------------------------------------------------

    def _mark_zone(self, run: ZoneRun) -> None:
        kinds = [kind.name for kind in self.workspace.label_set.zone_kinds]
        with self.hand.doing("zone", ""):
            annotation = self.workspace.annotation
            if annotation is not None and self._is_only_place(annotation.span, run):
                self.inspector.back_to_article()
            else:
                self._go_to(run)
            self.hand.chord(f"Alt+{kinds.index(run.kind) + 1}")

    def _is_only_place(self, span: Span, run: ZoneRun) -> bool:
        inside = paragraph_at(self.text, span.start)
        return run.span == Span(*inside) and span.end <= inside[1]

    def _go_to(self, run: ZoneRun) -> None:
        if not self.mouse:
            self.inspector.back_to_article()
            caret = self.view.caret()
            plan = self.planner.by_keys(run.span, caret, free=False)
            for key in plan.keys if plan else ():
                self.hand.chord(key)
            return
        if self.view.armed() is not None:
            self.inspector.back_to_article()
            self.hand.chord("Esc")
        self.marker.bring_into_view(run.span)
        first, last = Span(run.span.start, run.span.start + 1), Span(run.span.end - 1, run.span.end)
        start, end = (
            next(pointing.inside(self.view, first), None),
            next(pointing.inside(self.view, last), None),
        )
        if start is None or end is None:
            raise CannotBeMadeError("the zone is not in view")
        if paragraph_at(self.text, run.span.start)[1] >= run.span.end:
            self.hand.click(self.view.viewport(), start)
            if self.workspace.annotation is not None and not self._is_only_place(
                self.workspace.annotation.span, run
            ):
                raise CannotBeMadeError("an annotation that reaches out of the zone was in the way")
        else:
            self.hand.drag(self.view.viewport(), start, end)

    def _finish(self) -> None:
        document = self.workspace.opened.document
        with self.hand.doing("finish", ""):
            for _ in range(4):
                self.hand.chord("Ctrl+Return")
                layer = queries.layer(
                    self.workspace.project.database, document.id, self.workspace.reviewer.id
                )
                if layer is not None and layer.status == "done":
                    return
        self.problems.append("Ctrl+Enter does not mark the article done")


def _runs(zones: tuple[BundleZone, ...], text: str) -> list[ZoneRun]:
    """Zones in paragraphs that follow each other and are of one kind, together."""
    runs: list[ZoneRun] = []
    for zone in sorted(zones, key=lambda zone: zone.start):
        last = runs[-1] if runs else None
        if last and last.kind == zone.kind and not text[last.span.end : zone.start].strip():
            runs[-1] = ZoneRun(Span(last.span.start, zone.end), zone.kind)
        else:
            runs.append(ZoneRun(Span(zone.start, zone.end), zone.kind))
    return runs


def _place(item: BundleAnnotation | ZoneRun) -> tuple[int, int, int]:
    if isinstance(item, ZoneRun):
        return (item.span.end, 1, 0)
    return (item.end, 0, -item.start)


def _shown(item: BundleAnnotation | ZoneRun, text: str) -> str:
    if isinstance(item, ZoneRun):
        return f"zone {item.kind} {item.span.start}–{item.span.end}"
    return f"{item.label} {item.start}–{item.end} “{_flat(text[item.start : item.end])[:40]}”"


def _flat(text: str) -> str:
    return " ".join(text.split())
