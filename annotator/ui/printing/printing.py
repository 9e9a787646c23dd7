"""Printing the open article, and keeping it as a PDF file."""

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QPainter

from annotator.core.errors import UserError
from annotator.exchange.replacing import refuse_project
from annotator.formats.file_names import safe
from annotator.ui import phrases
from annotator.ui.dialogs.questions import ask_target
from annotator.ui.printing.pages import DOTS, paint_articles, prepare, write_pdf
from annotator.ui.printing.printed import Printed, printed

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow


class Printing(QObject):
    """What the window does with paper."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window

    def save_pdf(self) -> None:
        """Ask for a file and write the open article into it.

        Raises:
            UserError: no article is open, or the file cannot be written.
        """
        article = self._article()
        folder = self._window.session.text("pdf-folder") or str(self._project_folder())
        proposed = Path(folder) / f"{safe(Path(article.document.name).stem)}.pdf"
        path = ask_target(self._window, self.tr("Save as PDF"), str(proposed), "PDF (*.pdf)")
        if path is None:
            return
        path = path if path.suffix else path.with_suffix(".pdf")
        with suppress(OSError):  # which is told when it is written
            refuse_project(path, self._window.workspace.require().path)
        self._window.session.keep_text("pdf-folder", str(path.parent))
        pages = write_pdf([article], path)
        sentence = phrases.counted(self.tr("%n page(s)", "", pages))
        self._window.tell(
            self.tr("{pages} written to {path}.").format(
                pages=sentence, path=phrases.left_to_right(str(path))
            )
        )

    def print(self) -> None:
        """Ask for a printer and print the open article.

        Raises:
            UserError: no article is open, or the printer refuses.
        """
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        article = self._article()
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        prepare(printer)
        dialog = QPrintDialog(printer, self._window)
        accepted = dialog.exec()
        dialog.deleteLater()
        if not accepted:
            return
        printer.setResolution(DOTS)
        painter = QPainter()
        if not painter.begin(printer):
            raise UserError("The printer does not answer; choose another, or save the article as a PDF file.")
        try:
            paint_articles(painter, printer, [article])
        finally:
            painter.end()

    def _article(self) -> Printed:
        workspace = self._window.workspace
        opened = workspace.opened
        if opened is None:
            raise UserError("Open an article first, then print it.")
        self._window.inspector.commit()
        return printed(workspace.require(), opened.document, opened.layer.reviewer_id)

    def _project_folder(self) -> Path:
        return self._window.workspace.require().path.parent
