"""Adding articles: files are read in the background, doubts are asked about, all goes in as one undo step."""

from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from annotator.core.errors import UserError
from annotator.exchange.importing import Duplicates, Found, ImportReport, Refusal, gather, read_file
from annotator.formats.article import UnclearEncodingError
from annotator.formats.bundle import Bundle
from annotator.store import queries
from annotator.ui import phrases
from annotator.ui.dialogs.progress import Progress
from annotator.ui.dialogs.questions import ask_choice, ask_files, ask_folder
from annotator.ui.tasks import Cancelled, Watch, go_on
from annotator.ui.writing import Imported, Writing

if TYPE_CHECKING:
    from annotator.store.project import Project
    from annotator.ui.main_window import MainWindow


class Imports(QObject):
    """The whole way of files into the project."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._session = window.session
        self._writing: Writing | None = None
        self._project: Project | None = None
        """The project that the files being read are for."""

    def choose_files(self) -> None:
        """Ask for files and add them."""
        kinds = self.tr("Articles and gold data (*.txt *.jsonl);;All files (*)")
        found = ask_files(self._window, self.tr("Add articles"), self._session.text("article-folder"), kinds)
        if found:
            self._session.keep_text("article-folder", str(found[0].parent))
            self.add(found)

    def choose_folder(self) -> None:
        """Ask for a folder and add its files."""
        found = ask_folder(
            self._window, self.tr("Add a folder of articles"), self._session.text("article-folder")
        )
        if found is not None:
            self._session.keep_text("article-folder", str(found))
            self.add([found])

    def add(self, paths: Sequence[Path]) -> None:
        """Add files and folders.

        Raises:
            UserError: no project is open for writing, or one of the paths is not there.
        """
        if not self._workspace.writable:
            raise UserError("Open a project you can write to first, then add articles.")
        self._project = self._workspace.project
        task = self._window.tasks.prepare()
        Progress(self.tr("Reading the articles…"), task, self._window)
        task.succeeded.connect(self._read)
        task.failed.connect(self._failed)
        self._window.tasks.start(task, partial(_read_all, list(paths)))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._window.tell(error)
        elif not isinstance(error, Cancelled):
            raise error

    def _read(self, found: list[Found]) -> None:
        """All files are read: ask what is in doubt, then write; but not into another project opened since."""
        if self._workspace.project is not self._project:
            return
        unclear = [item for item in found if item.choices]
        if unclear:
            from annotator.ui.dialogs.encodings import EncodingDialog

            dialog = EncodingDialog(unclear, self._window)
            accepted, answers = dialog.exec(), dialog.answers()
            dialog.deleteLater()
            if not accepted:
                return
            found = [_look(item.path, answers.get(item.path)) if item.choices else item for item in found]
            found = [item for item in found if not item.choices]
        duplicates = self._ask_about_repeated(found)
        if duplicates is not None:
            self._write(found, duplicates)

    def _ask_about_repeated(self, found: list[Found]) -> Duplicates | None:
        """What to do with articles the project has already; ``None`` if the person cancelled."""
        repeated = self._repeated(found)
        if not repeated:
            return "skip"
        names = ", ".join(phrases.isolated(name) for name in repeated[:5])
        more = self.tr(" and others") if len(repeated) > 5 else ""
        sentence = self.tr("%n article(s) are in the project already: {names}{more}.", "", len(repeated))
        answer = ask_choice(
            self._window,
            self.tr("Add articles"),
            sentence.format(names=names, more=more),
            [self.tr("Leave them out"), self.tr("Add them again")],
        )
        return None if answer is None else ("skip", "keep")[answer]

    def _repeated(self, found: list[Found]) -> list[str]:
        database = self._workspace.require().database
        seen: set[str] = set()
        repeated = []
        for bundle in _bundles(found):
            document = bundle.document
            if not document.uuid and (
                document.text_sha256 in seen or queries.documents_with_text(database, document.text_sha256)
            ):
                repeated.append(document.name)
            seen.add(document.text_sha256)
        return repeated

    def _write(self, found: list[Found], duplicates: Duplicates) -> None:
        self._writing = writing = Writing(self._workspace, found, duplicates, self._window)
        Progress(self.tr("Adding the articles…"), writing, self._window)
        writing.succeeded.connect(self._report)
        writing.failed.connect(self._failed)
        writing.ended.connect(self._forget)
        writing.start()

    def stop(self) -> None:
        """Take back what is being written, if anything is."""
        if self._writing is not None:
            self._writing.cancel()

    def _forget(self) -> None:
        self._writing = None

    def _report(self, imported: Imported) -> None:
        """Say what went in, and show what did not."""
        report, refused = imported.report, imported.refused
        first = self._workspace.opened is None
        if refused:
            from annotator.ui.dialogs.report import ReportDialog

            rows = [(Path(item.path).name, item.reason) for item in refused]
            dialog = ReportDialog(
                self.tr("Some files were not added"), self._summary(report), rows, self._window
            )
            dialog.exec()
            dialog.deleteLater()
        else:
            self._window.tell(self._summary(report))
        if first:
            self._window.documents.open_neighbour(0)

    def _summary(self, report: ImportReport) -> str:
        parts = [self.tr("%n article(s) added.", "", report.documents)]
        if report.annotations:
            parts.append(self.tr("%n annotation(s) came along.", "", report.annotations))
        if report.comparisons:
            parts.append(self.tr("%n comparison(s) came along.", "", report.comparisons))
        if report.incomplete:
            sentence = self.tr(
                "%n comparison(s) of annotations that are not here left out.", "", report.incomplete
            )
            parts.append(sentence)
        if report.repeated:
            parts.append(self.tr("%n article(s) were there already.", "", len(report.repeated)))
        if report.documents or report.layers:
            parts.append(self.tr("Undo takes all of it back."))
        return phrases.counted(" ".join(parts))


def _bundles(found: list[Found]) -> Iterator[Bundle]:
    for item in found:
        yield from item.bundles


def _look(path: Path, encoding: str | None = None) -> Found:
    """All that is in a file; the reason of a refusal in the window's language."""
    try:
        return Found(path=path, bundles=tuple(read_file(path, encoding)))
    except UnclearEncodingError as error:
        return Found(path=path, choices=error.choices)
    except UserError as error:
        return Found(path=path, refusal=Refusal(str(path), phrases.sentence_of(error)))


def _read_all(paths: list[Path], watch: Watch) -> list[Found]:
    """Work for a thread: all that is in the files."""
    files = gather(paths)
    found = []
    for number, path in enumerate(files):
        go_on(watch, number, len(files))
        found.append(_look(path))
    return found
