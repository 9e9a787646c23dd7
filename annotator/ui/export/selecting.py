"""Which part of a project goes out: layers, status, labels, zones. Only what there is to choose."""

from collections.abc import Iterable, Sequence
from typing import NamedTuple, cast

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from annotator.core.records import Label, ZoneKind
from annotator.exchange.choosing import Empty, Layers, Selection
from annotator.ui import phrases
from annotator.ui.dialogs.base import drop_down, plain

_IN_A_ROW = 3


class Offer(NamedTuple):
    """What of a project there is to choose among."""

    reviewers: Sequence[str]
    """Names of those who have layers."""
    adjudicated: bool
    """Whether there are adjudicated layers."""
    labels: Sequence[Label]
    """Those in use."""
    zones: Sequence[tuple[ZoneKind, int]]
    """Kinds of zones in use, with the annotations inside them."""


class SelectionForm(QWidget):
    """A row for each thing to choose; what is not there to choose has none."""

    changed = Signal()

    def __init__(self, offer: Offer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._offer = offer
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(18)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.layers = self._choices(
            ("all", self.tr("All layers")),
            ("best", self.tr("The adjudicated layer of an article, or else its reviewers'")),
            ("adjudicated", self.tr("Adjudicated layers only")),
            ("reviewers", self.tr("Reviewers' layers only")),
        )
        if offer.adjudicated:
            self._add(self.tr("Layers"), self.layers)
        self.reviewers = self._ticks((name, name) for name in offer.reviewers)
        if len(offer.reviewers) > 1:
            self._add(self.tr("Reviewers"), self._rows(self.reviewers.values()))
        self.status = self._choices(
            ("", self.tr("Whatever their status")), ("done", self.tr("Only those marked done"))
        )
        self._add(self.tr("Articles"), self.status)
        self.empty = self._choices(
            ("begun", self.tr("Only if somebody has begun them")),
            ("all", self.tr("All, with no annotations")),
            ("none", self.tr("None")),
        )
        self._add(self.tr("Not annotated"), self.empty)
        language = phrases.language()
        self.labels = self._ticks((label.name, label.title(language)) for label in offer.labels)
        if len(offer.labels) > 1:
            self._add(self.tr("Labels"), self._rows(self.labels.values()))
        self.zones = self._zone_ticks()
        if self.zones:
            self._add(self.tr("Leave out what is in"), self._rows(self.zones.values(), 1))

    def value(self) -> Selection:
        """What is chosen; it means nothing if the form is empty."""
        layers = cast("Layers", self.layers.currentData())
        return Selection(
            statuses=("done",) if self.status.currentData() == "done" else (),
            layers="reviewers" if layers == "all" and _some(self.reviewers) else layers,
            reviewers=_some(self.reviewers),
            labels=_some(self.labels),
            without_zones=tuple(name for name, tick in self.zones.items() if tick.isChecked()),
            empty=cast("Empty", self.empty.currentData()),
        )

    def is_empty(self) -> bool:
        """Whether all reviewers or all labels are unticked, so that nothing can go out."""
        return any(
            bool(ticks) and not any(tick.isChecked() for tick in ticks.values())
            for ticks in (self.reviewers, self.labels)
        )

    def set_value(self, selection: Selection) -> None:
        """Show what was chosen; names that are gone are passed over."""
        _show(self.layers, selection.layers)
        _show(self.status, "done" if selection.statuses == ("done",) else "")
        _show(self.empty, selection.empty)
        for ticks, chosen in ((self.reviewers, selection.reviewers), (self.labels, selection.labels)):
            known = set(chosen) & set(ticks)
            for name, tick in ticks.items():
                tick.setChecked(not known or name in known)
        for name, tick in self.zones.items():
            tick.setChecked(name in selection.without_zones)

    # ---- inside --------------------------------------------------------------------------------

    def _add(self, title: str, field: QWidget) -> None:
        row = self._grid.rowCount()
        caption = plain(title, "caption")
        if isinstance(field, QComboBox):
            field.setAccessibleName(title)
            caption.setBuddy(field)
        top = Qt.AlignmentFlag.AlignVCenter if isinstance(field, QComboBox) else Qt.AlignmentFlag.AlignTop
        self._grid.addWidget(caption, row, 0, top)
        self._grid.addWidget(field, row, 1)

    def _choices(self, *choices: tuple[str, str]) -> QComboBox:
        combo = drop_down(choices)
        combo.currentIndexChanged.connect(self.changed)
        return combo

    def _ticks(self, named: Iterable[tuple[str, str]]) -> dict[str, QCheckBox]:
        ticks = {}
        for name, title in named:
            tick = QCheckBox(phrases.isolated(title).replace("&", "&&"))
            tick.setChecked(True)
            tick.toggled.connect(self.changed)
            ticks[name] = tick
        return ticks

    def _zone_ticks(self) -> dict[str, QCheckBox]:
        ticks = {}
        for kind, count in self._offer.zones:
            counted = phrases.counted(self.tr("%n annotation(s)", "", count))
            title = phrases.isolated(kind.title(phrases.language()))
            tick = QCheckBox(f"{title} · {counted}".replace("&", "&&"))
            tick.toggled.connect(self.changed)
            ticks[kind.name] = tick
        return ticks

    def _rows(self, ticks: Iterable[QCheckBox], in_a_row: int = _IN_A_ROW) -> QWidget:
        box = QWidget()
        column = QVBoxLayout(box)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        for number, tick in enumerate(ticks):
            if number % in_a_row == 0:
                row = QHBoxLayout()
                row.setSpacing(16)
                column.addLayout(row)
                row.addStretch(1)
            row.insertWidget(row.count() - 1, tick)
        return box


def _some(ticks: dict[str, QCheckBox]) -> tuple[str, ...]:
    """The names that are ticked; none if all are, which says the same and holds for those to come."""
    chosen = tuple(name for name, tick in ticks.items() if tick.isChecked())
    return () if len(chosen) == len(ticks) else chosen


def _show(combo: QComboBox, value: str) -> None:
    row = combo.findData(value)
    if row >= 0:
        combo.setCurrentIndex(row)
