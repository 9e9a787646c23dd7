"""How files are to be read: of which kind they are, and what there is to choose about that kind."""

from collections.abc import Collection, Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QDialogButtonBox, QFrame, QGridLayout, QVBoxLayout, QWidget

from annotator.core.errors import UserError
from annotator.exchange.reading import Chosen
from annotator.formats.article import UnclearEncodingError
from annotator.formats.format import Format
from annotator.formats.options import Options
from annotator.ui import phrases
from annotator.ui.dialogs.base import Dialog, drop_down, plain
from annotator.ui.dialogs.label_set.fields import NoWheel
from annotator.ui.dialogs.label_set.page import scrolling
from annotator.ui.dialogs.options_form import OptionsForm
from annotator.ui.import_kinds import Group, Offer, Values, depends_on_file, fixed_by, offer_of, readable
from annotator.ui.tasks import Tasks, Watch

_NAMES = 3
_AROUND, _HIGHEST = 170, 660
"""Pixels about the cards, and of the whole dialog."""
_BESIDE, _WIDEST = 24, 940
"""Pixels beside the cards, and of the room for them, which is to fit small screens."""


class ReadingDialog(Dialog):
    """A card for each group of files that there is something to say about."""

    def __init__(
        self,
        groups: list[Group],
        encodings: Mapping[Path, str],
        remembered: Mapping[str, Values],
        tasks: Tasks,
        parent: QWidget,
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Add articles or annotations"))
        self.add_heading(self.tr("How are these files to be read?"))
        self.cards = [GroupCard(group, encodings.get(group.files[0]), remembered, tasks) for group in groups]
        rows = QVBoxLayout()
        rows.setSpacing(14)
        for card in self.cards:
            rows.addWidget(card)
            card.changed.connect(self._follow)
        rows.addStretch(1)
        self._area = scrolling(rows)
        self.column.addWidget(self._area, 1)
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.go.setText(self.tr("Go on"))
        inside = rows.sizeHint().height()
        self.resize(700, max(300, min(inside + _AROUND, _HIGHEST)))
        self._follow()

    def chosen(self) -> dict[Path, Chosen]:
        """How each of the files is to be read; one that is left out is not there."""
        found: dict[Path, Chosen] = {}
        for card in self.cards:
            answer = card.chosen()
            if answer is not None:
                found.update(dict.fromkeys(card.group.files, answer))
        return found

    def show_chosen(self, chosen: Mapping[Path, Chosen], left_out: Collection[Path]) -> None:
        """Show what was chosen before."""
        for card in self.cards:
            first = card.group.files[0]
            if first in chosen or first in left_out:
                card.show_chosen(chosen.get(first))

    def _follow(self) -> None:
        needed = max(card.minimumSizeHint().width() for card in self.cards)
        self._area.setMinimumWidth(min(needed + _BESIDE, _WIDEST))
        self.go.setEnabled(not any(card.waits for card in self.cards))


class GroupCard(QFrame):
    """Some files of one kind."""

    changed = Signal()

    def __init__(
        self, group: Group, encoding: str | None, remembered: Mapping[str, Values], tasks: Tasks
    ) -> None:
        super().__init__()
        self.setObjectName("card")
        self.group = group
        self._encoding = encoding
        self._remembered = dict(remembered)
        self._tasks = tasks
        self._asked = 0
        self._fixed: Values = {}
        """What is chosen of the options on which the offer depends."""
        self.waits = False
        """Whether the files are being looked at for what they offer."""
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(18, 14, 18, 16)
        self._column.setSpacing(10)
        heading = plain(self._names(), "heading")
        heading.setWordWrap(True)
        self._column.addWidget(heading)
        self.kind = self._kinds()
        self._caption = plain(self.tr("Kind of file"), "caption")
        self._caption.setBuddy(self.kind)
        row = QGridLayout()
        row.setHorizontalSpacing(18)
        row.setColumnStretch(1, 1)
        row.addWidget(self._caption, 0, 0)
        row.addWidget(self.kind, 0, 1)
        self._column.addLayout(row)
        self.problem = plain("")
        """Why the files cannot be read as the kind chosen, if they cannot."""
        self.problem.setWordWrap(True)
        self._column.addWidget(self.problem)
        self.form = OptionsForm(Options)
        self._column.addWidget(self.form)
        self._show(group.kind, group.offer)
        if group.offer.problem is not None:
            self.kind.setCurrentIndex(self._formats.index(None))
        self.kind.currentIndexChanged.connect(self._follow)

    def chosen(self) -> Chosen | None:
        """How the files are to be read; ``None`` if they are left out."""
        kind = self._kind()
        return None if kind is None else Chosen(kind.name, self.form.value())

    def show_chosen(self, chosen: Chosen | None) -> None:
        """Show what was chosen before."""
        if chosen is not None:
            self._remembered[chosen.format] = chosen.options
            self.form.set_value(chosen.options)
        names = [None if kind is None else kind.name for kind in self._formats]
        self.kind.setCurrentIndex(names.index(None if chosen is None else chosen.format))

    def _names(self) -> str:
        shown = phrases.listed(phrases.isolated(Path(name).name) for name in self.group.names[:_NAMES])
        more = len(self.group.names) - _NAMES
        if more > 0:
            shown += phrases.counted(self.tr(" and %n more", "", more))
        return phrases.directed(shown)

    def _kinds(self) -> QComboBox:
        combo = drop_down()
        self._no_wheel = NoWheel()
        combo.installEventFilter(self._no_wheel)
        combo.setAccessibleName(self.tr("Kind of file"))
        self._formats: list[Format | None] = [*readable(), None]
        for kind in self._formats:
            combo.addItem(self.tr("Leave out") if kind is None else phrases.sentence_of(kind.title))
        combo.setCurrentIndex(self._formats.index(self.group.kind))
        return combo

    def _kind(self) -> Format | None:
        return self._formats[self.kind.currentIndex()]

    def _follow(self) -> None:
        """Another kind has other options, and the files may offer something for them."""
        kind = self._kind()
        self._asked += 1
        self.waits = False
        if kind is None:
            self._replace(OptionsForm(Options))
        elif depends_on_file(kind):
            self._ask({})
        else:
            self._show(kind, Offer())
        self.changed.emit()

    def _follow_options(self) -> None:
        """With other options a table may have other columns."""
        fixed = fixed_by(self.form.value())
        if fixed != self._fixed:
            self._fixed = fixed
            self._ask(fixed)
            self.changed.emit()

    def _ask(self, values: Values) -> None:
        kind = self._kind()
        if kind is None:
            return
        self._asked += 1
        self.waits = True
        task = self._tasks.prepare()
        task.succeeded.connect(self._take)
        task.failed.connect(self._tasks.raise_bug)
        work = partial(_offered, kind, self.group.files[0], self._encoding, values, self._asked)
        self._tasks.start(task, work)

    def _take(self, answer: tuple[int, Offer]) -> None:
        asked, offer = answer
        kind = self._kind()
        if asked != self._asked or kind is None:
            return
        self.waits = False
        if self._fixed:
            self._tell(offer.problem)
            self.form.offer(offer.choices)
        else:
            self._show(kind, offer)
        self.changed.emit()

    def _show(self, kind: Format, offer: Offer) -> None:
        self._tell(offer.problem)
        if offer.problem is not None:
            self._fixed = {}
            self._replace(OptionsForm(Options))
            return
        before = self._remembered.get(kind.name, {})
        fitting = {
            name: value
            for name, value in before.items()
            if name not in offer.choices or any(value == offered for offered, _ in offer.choices[name])
        }
        values = {**offer.values, **fitting}
        self._replace(OptionsForm(kind.reading, values, offer.choices, offer.without))
        self._fixed = fixed_by(self.form.value()) if offer.choices else {}
        if self._fixed:
            self.form.changed.connect(self._follow_options)

    def _tell(self, problem: UserError | None) -> None:
        self.problem.setText("" if problem is None else phrases.sentence_of(problem))
        self.problem.setVisible(problem is not None)

    def _replace(self, form: OptionsForm) -> None:
        before, self.form = self.form, form
        self._column.replaceWidget(before, form)
        form.come_after(self.kind)
        self._caption.setMinimumWidth(form.caption_width())
        before.hide()
        before.deleteLater()


def _offered(
    kind: Format, path: Path, encoding: str | None, values: Values, number: int, _watch: Watch
) -> tuple[int, Offer]:
    try:
        return number, offer_of(kind, path, encoding, values)
    except UnclearEncodingError:  # which is asked for before the file is read
        return number, Offer()
