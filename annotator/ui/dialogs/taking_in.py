"""What becomes of what files hold: of their names, annotators and faults, and of what is there already."""

from msgspec import Struct
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialogButtonBox,
    QFrame,
    QGridLayout,
    QPlainTextEdit,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from annotator.core.schema import LabelSet
from annotator.exchange.mapping import Mapping
from annotator.exchange.reading import Duplicates, Faults
from annotator.exchange.survey import Survey
from annotator.ui import phrases
from annotator.ui.dialogs.base import Dialog, from_the_start, lines_from_the_start, plain
from annotator.ui.dialogs.label_set.page import scrolling
from annotator.ui.dialogs.mapping_form import MappingForm
from annotator.ui.dialogs.targets import NameBox

_LISTED = 100
"""So many faults are listed; all are counted."""
_AROUND, _HIGHEST = 210, 660
"""Pixels about the questions, and of the whole sheet, which is to fit small screens."""


class Doubts(Struct, frozen=True, kw_only=True):
    """What there is to ask about."""

    names: bool
    """Whether names of theirs do not mean the same here by themselves."""
    people: bool
    """Whether it is not known who annotated."""
    repeated: tuple[str, ...]
    """Names of articles the project has already."""
    faults: int

    @property
    def only_repeated(self) -> bool:
        """Whether articles that are there already are all there is to ask about."""
        return bool(self.repeated) and not (self.names or self.people or self.faults)

    @property
    def none(self) -> bool:
        """Whether there is nothing to ask."""
        return not (self.names or self.people or self.faults or self.repeated)


class TakingInDialog(Dialog):
    """A sheet with a card for each question there is."""

    BACK = 2

    def __init__(
        self,
        survey: Survey,
        doubts: Doubts,
        label_set: LabelSet,
        mapping: Mapping,
        people: list[str],  # first whoever imports
        summary: str,
        parent: QWidget,
    ) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Add articles or annotations"))
        self.add_heading(self.tr("What becomes of it here?"))
        self.add_sentence(summary)
        self._mapping = mapping
        self._own = people[0] if people else ""
        self.names = MappingForm(survey, label_set, mapping) if doubts.names else None
        self.people: dict[str, NameBox] = {}
        self._repeated = QButtonGroup(self)
        self._faults = QButtonGroup(self)
        rows = QVBoxLayout()
        rows.setSpacing(14)
        if self.names is not None:
            rows.addWidget(_card(self.tr("Their names, and what they become"), self.names))
        if doubts.people:
            rows.addWidget(_card(self.tr("Who annotated"), self._people(survey, people)))
        if doubts.faults:
            rows.addWidget(_card(self._fault_title(doubts.faults), self._fault_question(survey)))
        if doubts.repeated:
            rows.addWidget(_card(self._repeated_title(doubts), self._repeated_question(survey)))
        rows.addStretch(1)
        self.column.addWidget(scrolling(rows), 1)
        self.buttons = self.add_buttons(
            QDialogButtonBox.StandardButton.Ok, QDialogButtonBox.StandardButton.Cancel
        )
        self.go = self.buttons.button(QDialogButtonBox.StandardButton.Ok)
        self.go.setText(self.tr("Add"))
        inside = rows.sizeHint().height()
        self.resize(760, max(420, min(inside + _AROUND, _HIGHEST)))

    def offer_back(self) -> None:
        """Offer to say once more how the files are to be read; that ends the dialog with ``BACK``."""
        back = self.buttons.addButton(self.tr("Back"), QDialogButtonBox.ButtonRole.ResetRole)
        back.setAutoDefault(False)
        back.clicked.connect(self._go_back)

    def mapping(self) -> Mapping:
        """What becomes of the names."""
        mapping = self._mapping if self.names is None else self.names.mapping()
        return mapping.updated(Mapping(reviewers={theirs: self._who(theirs) for theirs in self.people}))

    def duplicates(self) -> Duplicates:
        """What to do with articles that are there already."""
        return "keep" if self._repeated.checkedId() == 1 else "skip"

    def faults(self) -> Faults:
        """What to do with single things that cannot be used."""
        return "stop" if self._faults.checkedId() == 1 else "skip"

    # ---- inside --------------------------------------------------------------------------------

    def _who(self, theirs: str) -> str:
        """Who annotated; nameless for whoever imports, who may be somebody else the next time."""
        name = self.people[theirs].name()
        return name if theirs or name != self._own else ""

    def _go_back(self) -> None:
        self.done(self.BACK)

    def _people(self, survey: Survey, people: list[str]) -> QWidget:
        inside = QWidget()
        grid = QGridLayout(inside)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(12)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 2)
        for row, theirs in enumerate(sorted(survey.reviewers)):
            title = phrases.directed(phrases.isolated(theirs)) if theirs else self.tr("Not named in the file")
            chosen = self._mapping.reviewers.get(theirs, theirs) or self._own
            known = list(dict.fromkeys([*people, *([theirs] if theirs else [])]))
            box = NameBox(self.tr("{name} is").format(name=title), known, chosen)
            if (field := box.lineEdit()) is not None:
                from_the_start(field)
            layers = phrases.counted(self.tr("%n article(s)", "", survey.reviewers[theirs]))
            for column, widget in enumerate((plain(title), plain(layers, "muted"), box)):
                grid.addWidget(widget, row, column)
            self.people[theirs] = box
        return inside

    def _fault_title(self, count: int) -> str:
        return phrases.counted(self.tr("%n thing(s) in the files cannot be used", "", count))

    def _fault_question(self, survey: Survey) -> QWidget:
        sentences = [phrases.sentence_of(fault.error) for fault in survey.faults[:_LISTED]]
        listed = QPlainTextEdit()
        listed.setPlainText("\n".join(sentences))
        lines_from_the_start(listed)
        listed.setReadOnly(True)
        listed.setTabChangesFocus(True)
        listed.setAccessibleName(self.tr("What cannot be used"))
        listed.setFixedHeight(min(150, 40 + 24 * len(sentences)))
        answers = self._answers(
            self._faults,
            [
                self.tr("Leave these things out, and list them afterwards"),
                self.tr("Leave out the files they are in"),
            ],
        )
        return _column(listed, answers)

    def _repeated_title(self, doubts: Doubts) -> str:
        return phrases.counted(self.tr("%n article(s) are in the project already", "", len(doubts.repeated)))

    def _repeated_question(self, survey: Survey) -> QWidget:
        leave = (
            self.tr("Put the annotations on the articles that are there")
            if survey.annotations or survey.predictions
            else self.tr("Leave them out")
        )
        return self._answers(self._repeated, [leave, self.tr("Add them again")])

    def _answers(self, group: QButtonGroup, titles: list[str]) -> QWidget:
        buttons = [QRadioButton(title) for title in titles]
        for number, button in enumerate(buttons):
            group.addButton(button, number)
        buttons[0].setChecked(True)
        return _column(*buttons)


def _column(*widgets: QWidget) -> QWidget:
    inside = QWidget()
    column = QVBoxLayout(inside)
    column.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        column.addWidget(widget)
    return inside


def _card(title: str, inside: QWidget) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(18, 14, 18, 16)
    column.setSpacing(10)
    column.addWidget(plain(title, "heading"))
    column.addWidget(inside)
    return card
