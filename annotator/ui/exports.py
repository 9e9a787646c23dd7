"""Writing the gold data, in the background, and checking the project."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from annotator.core.errors import UserError
from annotator.exchange.exporting import ExportReport, Selection, export_project
from annotator.store.check import Finding, check
from annotator.store.project import Project
from annotator.store.usage import zone_usage
from annotator.ui import phrases
from annotator.ui.dialogs.progress import Progress
from annotator.ui.tasks import Cancelled, Watch, go_on

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow

_ALL = Selection()


class Exports(QObject):
    """What leaves the project."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session

    def choose(self) -> None:
        """Ask where to and what to leave out, and write the gold data there."""
        from annotator.ui.dialogs.export import ExportDialog

        project = self._window.workspace.require()
        self._window.inspector.commit()
        before = self._session.text("export-folder") or str(project.path.parent / "gold")
        remembered = f"export-without-{project.uuid}"
        used = zone_usage(project.database)
        kinds = [(kind, used[kind.id]) for kind in project.label_set.zone_kinds if kind.id in used]
        without = set(self._session.text(remembered).split("\n"))
        dialog = ExportDialog(before, kinds, without, self._window)
        accepted = dialog.exec()
        folder, chosen = dialog.target(), dialog.without()
        dialog.deleteLater()
        if accepted:
            self._session.keep_text("export-folder", str(folder))
            self._session.keep_text(remembered, "\n".join(chosen))
            self.export(folder, Selection(without_zones=chosen))

    def export(self, folder: Path, choices: Selection = _ALL) -> None:
        """Write the gold data into a folder."""
        task = self._window.tasks.prepare()
        Progress(self.tr("Writing the gold data…"), task, self._window)
        task.succeeded.connect(self._report)
        task.failed.connect(self._failed)
        self._window.tasks.start(task, partial(_export, self._window.workspace.require(), folder, choices))

    def check(self) -> None:
        """Look for faults in the open project, in a copy of it, and show them."""
        task = self._window.tasks.prepare()
        Progress(self.tr("Checking the project…"), task, self._window)
        task.succeeded.connect(self._show_findings)
        task.failed.connect(self._failed)
        self._window.tasks.start(task, partial(_check, self._window.workspace.require()))

    def _show_findings(self, findings: list[Finding]) -> None:
        if not findings:
            self._window.tell(
                self.tr("No problems: every text, quote, offset and link in the project is right.")
            )
            return
        from annotator.ui.dialogs.report import ReportDialog

        sentence = phrases.counted(self.tr("%n problem(s) found.", "", len(findings)))
        rows = [
            (finding.document or finding.subject, phrases.sentence_of(finding.sentence))
            for finding in findings
        ]
        dialog = ReportDialog(self.tr("Check of the project"), sentence, rows, self._window)
        dialog.exec()
        dialog.deleteLater()

    def _failed(self, error: Exception) -> None:
        if isinstance(error, UserError):
            self._window.tell(error)
        elif not isinstance(error, Cancelled):
            raise error

    def _report(self, report: ExportReport | None) -> None:
        if report is None:
            return
        from annotator.ui.dialogs.report import ReportDialog

        sentence = self.tr("%n annotation(s)", "", report.annotations)
        sentence = self.tr("{annotations} written to {folder}.").format(
            annotations=phrases.counted(sentence), folder=phrases.left_to_right(str(report.folder))
        )
        if report.in_zones:
            left_out = self.tr("%n annotation(s) in zones left out.", "", report.in_zones)
            sentence = f"{sentence} {phrases.counted(left_out)}"
        if report.comparisons:
            compared = self.tr("%n comparison(s) of annotations.", "", report.comparisons)
            sentence = f"{sentence} {phrases.counted(compared)}"
        rows = [(item.document, self.tr("left out: nobody has annotated it")) for item in report.left_out]
        rows += [
            (
                item.document,
                self.tr("in the data, though {reviewer} has not marked it done").format(
                    reviewer=phrases.isolated(item.reviewer)
                ),
            )
            for item in report.unfinished
        ]
        dialog = ReportDialog(self.tr("Gold data exported"), sentence, rows, self._window)
        dialog.offer(self.tr("Open the folder"))
        asked = dialog.exec() == ReportDialog.OFFERED
        if asked and not QDesktopServices.openUrl(QUrl.fromLocalFile(str(report.folder))):
            folder = phrases.left_to_right(str(report.folder))
            self._window.tell(
                self.tr("No program could be found to open the folder. It is {folder}.").format(folder=folder)
            )
        dialog.deleteLater()


def _check(project: Project, watch: Watch) -> list[Finding]:
    """Work for a thread: what is wrong in a snapshot of the project."""
    telling = partial(go_on, watch)
    with TemporaryDirectory(prefix="sanad-") as folder:
        copy = Path(folder) / "snapshot.sanad"
        project.snapshot(copy, telling)
        with Project.open(copy, read_only=True) as opened:
            return check(opened.database, telling)


def _export(project: Project, folder: Path, choices: Selection, watch: Watch) -> ExportReport | None:
    """Work for a thread."""
    return export_project(project, folder, watch.progress, watch.cancelled, choices=choices)
