"""What becomes of the names in other people's files: a row for each label, attribute, relation and zone."""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Mapping as Lookup

from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from annotator.core.schema import LabelSet
from annotator.exchange.mapping import Mapping, Target, clean
from annotator.exchange.proposing import proposed
from annotator.exchange.survey import AttributeUse, Survey
from annotator.exchange.valuing import Merged, choosable, filled, merged
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.dialogs.targets import Named, TargetBox
from annotator.ui.dialogs.value_rows import ValueRows

MOST = 200
"""So many names of a kind are asked about, the most frequent ones; the others go as proposed."""
_VALUES = 3
"""So many values are shown of an attribute."""
_ATTRIBUTE_INDENT = 26
_NAMES = 6
"""So many names are told of those that become one."""


class MappingForm(QWidget):
    """Everything that is found in the files, most frequent first."""

    def __init__(
        self, survey: Survey, label_set: LabelSet, mapping: Mapping, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._survey = survey
        self._label_set = label_set
        self._proposed = mapping
        self.labels: dict[str, TargetBox] = {}
        self.values: dict[str, ValueRows] = {}
        """By their label."""
        self.attributes: dict[tuple[str, str], TargetBox] = {}
        """By their label and attribute."""
        self.relations: dict[str, TargetBox] = {}
        self.zones: dict[str, TargetBox] = {}
        self._captions: dict[tuple[str, str], list[QWidget]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnStretch(0, 3)
        self._grid.setColumnStretch(3, 2)
        self._rows = 1
        """Of the grid, as far as they are taken."""
        self._most = max((len(choosable(label, label_set)) for label in label_set.labels), default=0)
        """Rows that the values of one label can take."""
        self.not_kept = plain("", "problem")
        """What will not be known any more."""
        self.not_kept.setWordWrap(True)
        self._grid.addWidget(self.not_kept, 0, 0, 1, 4)
        self._add_labels()
        self._add_kinds(self.tr("Relations"), survey.relations, label_set.relation_types, self.relations)
        self._add_kinds(self.tr("Zones"), survey.zones, label_set.zone_kinds, self.zones)
        self._follow_targets()

    def mapping(self) -> Mapping:
        """What is chosen, together with what was proposed for names that are not shown."""
        attributes: dict[str, dict[str, Target]] = {}
        for (label, name), box in self.attributes.items():
            if self.labels[label].target().name:
                attributes.setdefault(label, {})[name] = box.target()
        return self._proposed.updated(
            Mapping(
                labels={
                    name: replace(box.target(), values=self.values[name].values())
                    for name, box in self.labels.items()
                },
                attributes=attributes,
                relations={name: box.target() for name, box in self.relations.items()},
                zones={name: box.target() for name, box in self.zones.items()},
            )
        )

    # ---- inside --------------------------------------------------------------------------------

    def _add_labels(self) -> None:
        counts = self._survey.labels | {
            name: 0 for name in self._survey.entities if name not in self._survey.labels
        }
        self._head(self.tr("Labels"), len(counts))
        for theirs in _most_frequent(counts):
            target = self._proposed.labels.get(theirs, Target(theirs))
            ours = [
                label for label in self._label_set.labels if not label.retired or label.name == target.name
            ]
            new = Target(clean(theirs) or "?", new=True, has_entities=theirs in self._survey.entities)
            box = self._row(theirs, _count(counts[theirs]), new)
            box.offer(ours, target)
            box.picked.connect(self._follow)
            self.labels[theirs] = box
            self.values[theirs] = rows = ValueRows(theirs, box, self._grid, self._take(self._most))
            rows.picked.connect(self._follow_targets)
            self._offer_values(theirs, target)
            self._add_attributes(theirs)

    def _add_attributes(self, label: str) -> None:
        used = self._survey.attributes.get(label, {})
        for name in _most_frequent({name: use.count for name, use in used.items()}):
            first = self._rows
            kind = used[name].type
            choices = tuple(sorted(used[name].values)) if kind == "choice" else ()
            new = Target(clean(name) or "?", new=True, type=kind, choices=choices)
            box = self._row(name, _values(used[name]), new, inside=True)
            box.picked.connect(self._follow_targets)
            self.attributes[label, name] = box
            self._captions[label, name] = self._widgets(first)
        self._show_attributes(label, self._proposed.attributes.get(label, {}))

    def _add_kinds(
        self, title: str, counts: Lookup[str, int], ours: Iterable[Named], boxes: dict[str, TargetBox]
    ) -> None:
        if not counts:
            return
        known = list(ours)
        targets = self._proposed.relations if boxes is self.relations else self._proposed.zones
        self._head(title, len(counts))
        for theirs in _most_frequent(counts):
            target = targets.get(theirs, Target(theirs))
            new = Target(clean(theirs) or "?", new=True)
            boxes[theirs] = self._row(theirs, _count(counts[theirs]), new)
            boxes[theirs].offer(known, target)
            boxes[theirs].picked.connect(self._follow_targets)

    def _head(self, title: str, count: int) -> None:
        if not count:
            return
        if self._rows > 1:
            self._grid.setRowMinimumHeight(self._take(), 8)
        self._grid.addWidget(plain(title, "heading"), self._take(), 0, 1, 4)
        if count > MOST:
            sentence = self.tr("The %n most frequent are shown; the others go as is proposed.", "", MOST)
            self._grid.addWidget(plain(phrases.counted(sentence), "muted"), self._take(), 0, 1, 4)

    def _take(self, count: int = 1) -> int:
        """The first of some rows that are free."""
        self._rows += count
        return self._rows - count

    def _row(self, theirs: str, remark: str, new: Target, *, inside: bool = False) -> TargetBox:
        row = self._take()
        shown = phrases.directed(phrases.isolated(phrases.shortened(theirs, 40)))
        name = plain(shown if theirs else self.tr("(no name)"))
        name.setToolTip(phrases.tooltip(theirs))
        if inside:
            name.setObjectName("muted")
            name.setIndent(_ATTRIBUTE_INDENT)
        box = TargetBox(self.tr("{name} becomes").format(name=phrases.isolated(theirs)), new)
        arrow = plain("←" if phrases.mirrored() else "→", "muted")
        counted = plain(remark, "muted")
        counted.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        name.setBuddy(box)
        for column, widget in enumerate((name, counted, arrow, box)):
            self._grid.addWidget(widget, row, column)
        return box

    def _widgets(self, row: int) -> list[QWidget]:
        items = [self._grid.itemAtPosition(row, column) for column in range(self._grid.columnCount())]
        widgets = [item.widget() for item in items if item is not None]
        return [widget for widget in widgets if widget is not None]

    def _follow(self, box: TargetBox) -> None:
        """A label becomes another one, which has attributes of its own."""
        label = next(name for name, other in self.labels.items() if other is box)
        target, first = box.target(), self._proposed.labels.get(label)
        if first is not None and (first.name, first.new) == (target.name, target.new):
            target = first
        known = Mapping(labels={label: target}, attributes=self._proposed.attributes)
        again = proposed(self._survey, self._label_set, known)
        self._offer_values(label, again.labels[label])
        self._show_attributes(label, again.attributes.get(label, {}))
        self._follow_targets()

    def _offer_values(self, label: str, target: Target) -> None:
        ours = None if target.new else self._label_set.label_by_name.get(target.name)
        attributes = [] if ours is None else choosable(ours, self._label_set)
        self.values[label].offer(attributes, {} if ours is None else target.values)

    def _follow_targets(self) -> None:
        """Ask for the values that help, and tell what will not be known any more."""
        mapping = self.mapping()
        led = Counter(target.name for target in mapping.labels.values())
        for label, rows in self.values.items():
            own = filled(self._survey, label, mapping.attributes.get(label, {}))
            rows.show_what_helps(own, several=led[mapping.labels[label].name] > 1)
        sentences = [self._not_kept(item) for item in merged(self._survey, mapping, self._label_set)]
        self.not_kept.setText("\n".join(sentences))
        self.not_kept.setVisible(bool(sentences))

    def _not_kept(self, item: Merged) -> str:
        kinds: dict[str, Lookup[str, Named]] = {
            "label": self._label_set.label_by_name,
            "relation": self._label_set.relation_type_by_name,
            "zone": self._label_set.zone_kind_by_name,
        }
        known = kinds[item.kind].get(item.ours)
        ours = phrases.isolated(item.ours if known is None else known.title(phrases.language()))
        names = [phrases.isolated(phrases.shortened(name, 40)) for name in item.theirs]
        if len(names) == 2:
            sentence = self.tr("{first} and {second} both become {ours}; which one it was is not kept.")
            return sentence.format(first=names[0], second=names[1], ours=ours)
        shown = phrases.listed([*names[:_NAMES], *(["…"] if len(names) > _NAMES else [])])
        sentence = self.tr("{names} all become {ours}; which one it was is not kept.")
        return sentence.format(names=shown, ours=ours)

    def _show_attributes(self, label: str, targets: Lookup[str, Target]) -> None:
        target = self.labels[label].target()
        ours = self._label_set.label_by_name.get(target.name)
        offered = () if ours is None else self._label_set.attributes_of(ours.id)
        for (owner, name), widgets in self._captions.items():
            if owner != label:
                continue
            if target.name:
                self.attributes[owner, name].offer(offered, targets.get(name, Target(name)))
            for widget in widgets:
                widget.setVisible(bool(target.name))


def _most_frequent(counts: Lookup[str, int]) -> list[str]:
    return sorted(counts, key=lambda name: (-counts[name], name))[:MOST]


def _count(number: int) -> str:
    return phrases.counted(str(number)) if number else ""


def _values(use: AttributeUse) -> str:
    """How often it is used, and the first of its values."""
    values = phrases.listed(
        phrases.isolated(phrases.shortened(value, 14)) for value in list(use.values)[:_VALUES]
    )
    more = "…" if len(use.values) > _VALUES else ""
    return phrases.directed(f"{values}{more} · {_count(use.count)}") if values else _count(use.count)
