"""What an export would make, beside the choices: counts, what gets lost, how the output begins."""

from collections.abc import Collection, Mapping

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontDatabase, QTextOption
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from annotator.core.errors import UserError
from annotator.exchange.ordering import Count, Order, Preview
from annotator.formats.losing import SENTENCES, UNCOUNTED, Loss
from annotator.ui import phrases
from annotator.ui.dialogs.base import plain
from annotator.ui.export.report import parts_of


class PreviewPane(QWidget):
    """Sentences that follow the choices."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._format = ""
        """Of which format the record is."""
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self.counts = plain("")
        self.counts.setWordWrap(True)
        column.addWidget(self.counts)
        self.losses = plain("", "muted")
        self.losses.setWordWrap(True)
        self.losses.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        column.addWidget(self.losses)
        self.title = plain(self.tr("The output begins like this"), "caption")
        column.addWidget(self.title)
        self.record = QPlainTextEdit()
        self.record.setReadOnly(True)
        self.record.setTabChangesFocus(True)
        self.record.setAccessibleName(self.title.text())
        self.record.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.record.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        option = QTextOption(self.record.document().defaultTextOption())
        option.setTextDirection(Qt.LayoutDirection.LeftToRight)  # files begin on the left, whatever they hold
        self.record.document().setDefaultTextOption(option)
        self.record.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.title.setBuddy(self.record)
        column.addWidget(self.record, 1)
        column.addStretch()

    def wait(self, order: Order) -> None:
        """Say what holds of the format, while the project is looked through.

        How the output begins stays as long as the format does; that of another would be wrong.
        """
        self.counts.setText(self.tr("Counting…"))
        self.losses.setText(self._sentences(order, None))
        if order.format != self._format:
            self.record.clear()

    def show_trouble(self, sentence: str) -> None:
        """Say why there is nothing to show."""
        self.counts.setText(sentence)
        self.losses.setText("")
        self._show_record("")

    def show_nothing(self) -> None:
        """Say that nothing goes out."""
        self.show_trouble(self.tr("Nothing goes out: no article is left by what you chose."))

    def show_preview(self, order: Order, preview: Preview) -> None:
        """Show what would come of it."""
        if not preview.after.documents and preview.whole:
            self.show_nothing()
            return
        self.counts.setText(self._counted(preview))
        self.losses.setText(self._sentences(order, preview.losses))
        self._format = order.format
        self._show_record(preview.first_record)

    def _show_record(self, text: str) -> None:
        self.record.setPlainText(text)
        self.record.setVisible(bool(text))
        self.title.setVisible(bool(text))

    def _counted(self, preview: Preview) -> str:
        going, whole = self._count(preview.after), self._count(preview.before)
        if preview.whole:
            sentence = self.tr("Going out: {going}, of {all}.")
        else:
            sentence = self.tr("Going out so far: {going}, of {all}; the rest was not looked at.")
        sentence = sentence.format(going=going, all=whole)
        return f"{sentence}\n{parts_of(preview.parts)}" if preview.parts else sentence

    def _count(self, count: Count) -> str:
        articles = self.tr("%n article(s)", "", count.documents)
        annotations = self.tr("%n annotation(s)", "", count.annotations)
        return phrases.counted(
            self.tr("{articles} with {annotations}").format(articles=articles, annotations=annotations)
        )

    def _sentences(self, order: Order, counts: Mapping[Loss, int] | None) -> str:
        """What the format does not hold; ``counts`` is ``None`` while nothing is known."""
        loses, kept_aside = _held(order)
        rest = loses if counts is None else loses & UNCOUNTED
        things = self._listed(rest)
        rows = [
            f"• {phrases.sentence_of(SENTENCES[loss])}: {phrases.counted(str(count))}"
            for loss, count in (counts or {}).items()
        ]
        lines = [self.tr("This format cannot hold, and the project has:"), *rows] if rows else []
        if things:
            sentence = (
                self.tr("Nor does it hold: {things}.") if rows else self.tr("It does not hold: {things}.")
            )
            lines.append(sentence.format(things=things))
        lines = lines or [self.tr("This format holds all that goes out.")]
        if kept_aside:
            sentence = self.tr(
                "Only in fields of Sanad's own, which other tools ignore and may drop: {things}."
            )
            lines.append(sentence.format(things=self._listed(kept_aside)))
        return "\n".join(lines)

    def _listed(self, losses: Collection[Loss]) -> str:
        return self.tr("; ", "between things in a list").join(
            phrases.sentence_of(SENTENCES[loss]) for loss in Loss if loss in losses
        )


def _held(order: Order) -> tuple[frozenset[Loss], frozenset[Loss]]:
    """What the format does not hold, and what only in fields of Sanad's own, with the options as chosen."""
    kind = order.kind
    try:
        options = order.chosen()
    except UserError:  # not to be used as it is written; the defaults hold meanwhile
        options = kind.writing()
    return kind.loses_with(options), kind.aside_with(options)
