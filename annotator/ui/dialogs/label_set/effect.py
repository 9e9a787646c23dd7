"""What a change comes to, told before it is made."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialogButtonBox, QWidget

from annotator.store.relabelling import Preview
from annotator.ui import phrases
from annotator.ui.dialogs.base import Dialog, plain


class EffectDialog(Dialog):
    """A question, the counts, and a button that says what it does."""

    def __init__(self, question: str, lines: list[str], button: str, parent: QWidget) -> None:
        super().__init__("", parent)
        self.setWindowTitle(self.tr("Label set"))
        self.add_heading(question).setWordWrap(True)
        self.lines = lines
        for line in lines:
            row = plain(f"•  {line}")
            row.setWordWrap(True)
            self.column.addWidget(row)
        self.add_sentence(self.tr("It is one step, which Undo takes back."))
        buttons = self.add_buttons(QDialogButtonBox.StandardButton.Cancel)
        self.go = buttons.addButton(button, QDialogButtonBox.ButtonRole.AcceptRole)
        self.go.setDefault(True)
        self.setMinimumWidth(440)


class _Counts(QObject):
    """Numbers of what an edit reaches, in words."""

    def annotations(self, count: int) -> str:
        """How many annotations."""
        return phrases.counted(self.tr("%n annotation(s)", "", count))

    def relations(self, count: int) -> str:
        """How many relations."""
        return phrases.counted(self.tr("%n relation(s)", "", count))

    def entities(self, count: int) -> str:
        """How many entities."""
        return phrases.counted(self.tr("%n entity(ies)", "", count))

    def comments(self, count: int) -> str:
        """How many comments."""
        return phrases.counted(self.tr("%n comment(s)", "", count))

    def comparisons(self, count: int) -> str:
        """How many comparisons."""
        return phrases.counted(self.tr("%n comparison(s)", "", count))

    def zones(self, count: int) -> str:
        """How many zones."""
        return phrases.counted(self.tr("%n zone(s)", "", count))

    def predictions(self, count: int) -> str:
        """How many predictions of machines."""
        return phrases.counted(self.tr("%n prediction(s) of machines", "", count))

    def articles(self, count: int) -> str:
        """In how many articles."""
        return phrases.counted(self.tr("in %n article(s)", "", count))


def reached(seen: Preview) -> list[str]:
    """What a plan changes, in lines; none if it changes nothing that was annotated."""
    counts = _Counts()
    lines = [
        words(count)
        for count, words in (
            (seen.annotations, counts.annotations),
            (seen.relations, counts.relations),
            (seen.entities, counts.entities),
            (seen.comments, counts.comments),
            (seen.comparisons, counts.comparisons),
            (seen.zones, counts.zones),
            (seen.predictions, counts.predictions),
        )
        if count
    ]
    return [*lines, counts.articles(seen.documents)] if lines and seen.documents else lines


def annotations(count: int) -> str:
    """How many annotations."""
    return _Counts().annotations(count)


def relations(count: int) -> str:
    """How many relations."""
    return _Counts().relations(count)


def zones(count: int) -> str:
    """How many zones."""
    return _Counts().zones(count)


def articles(count: int) -> str:
    """In how many articles."""
    return _Counts().articles(count)
