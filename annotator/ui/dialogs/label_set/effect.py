"""What a change comes to, told before it is made."""

from PySide6.QtCore import QCoreApplication
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


def reached(seen: Preview) -> list[str]:
    """What a plan changes, in lines; none if it changes nothing that was annotated."""
    lines = [
        line
        for count, line in (
            (seen.annotations, annotations(seen.annotations)),
            (seen.relations, relations(seen.relations)),
            (seen.entities, QCoreApplication.translate("EffectDialog", "%n entity(ies)", "", seen.entities)),
            (seen.comments, QCoreApplication.translate("EffectDialog", "%n comment(s)", "", seen.comments)),
            (seen.zones, zones(seen.zones)),
        )
        if count
    ]
    if lines and seen.documents:
        lines.append(articles(seen.documents))
    return [phrases.counted(line) for line in lines]


def annotations(count: int) -> str:
    """How many annotations."""
    return phrases.counted(QCoreApplication.translate("EffectDialog", "%n annotation(s)", "", count))


def relations(count: int) -> str:
    """How many relations."""
    return phrases.counted(QCoreApplication.translate("EffectDialog", "%n relation(s)", "", count))


def zones(count: int) -> str:
    """How many zones."""
    return phrases.counted(QCoreApplication.translate("EffectDialog", "%n zone(s)", "", count))


def articles(count: int) -> str:
    """In how many articles."""
    return phrases.counted(QCoreApplication.translate("EffectDialog", "in %n article(s)", "", count))
