"""Exporting the project in any format, in the background, and checking it."""

from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices

from annotator.core.errors import UserError
from annotator.exchange.exporting import export_as
from annotator.exchange.ordering import ExportReport, Order, Preview
from annotator.exchange.previewing import preview
from annotator.store import queries
from annotator.store.check import Finding, check
from annotator.store.project import Project
from annotator.store.usage import has_adjudicated, zone_usage
from annotator.ui import phrases
from annotator.ui.dialogs.progress import Progress
from annotator.ui.export.report import ExportWords
from annotator.ui.export.selecting import Offer
from annotator.ui.tasks import Cancelled, Task, Watch, go_on

if TYPE_CHECKING:
    from annotator.ui.export.dialog import ExportDialog
    from annotator.ui.main_window import MainWindow

_GOLD = "gold"
_LOOK = 6.0
"""Seconds a preview may look through a project; what it has counted until then is shown."""


class Exports(QObject):
    """What leaves the project."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._looking: Task | None = None

    def choose(self) -> None:
        """Ask what is to go out, as what and where to, and write it."""
        from annotator.ui.export.dialog import ExportDialog

        project = self._window.workspace.require()
        self._window.inspector.commit()
        first = self._session.text(f"export-format-{project.uuid}") or _GOLD
        dialog = ExportDialog(_offer(project), first, self._remembered, self._target_of, self._window)
        dialog.previewed.connect(partial(self._preview, dialog))
        dialog.ask_preview()
        accepted = dialog.exec()
        self._stop_looking()
        order, target, agreed = dialog.order(), dialog.path(), dialog.may_replace()
        dialog.deleteLater()
        if accepted:
            self._remember(order, target)
            self.export(target, order, replace=agreed)

    def export(self, target: Path, order: Order, *, replace: bool = False) -> None:
        """Write what is ordered; ``replace`` if the person has agreed to lose the file that is there."""
        task = self._window.tasks.prepare()
        Progress(self.tr("Exporting…"), task, self._window)
        task.succeeded.connect(self._report)
        task.failed.connect(self._failed)
        work = partial(_export, self._window.workspace.require(), order, target, replace)
        self._window.tasks.start(task, work)

    def check(self) -> None:
        """Look for faults in the open project, in a copy of it, and show them."""
        task = self._window.tasks.prepare()
        Progress(self.tr("Checking the project…"), task, self._window)
        task.succeeded.connect(self._show_findings)
        task.failed.connect(self._failed)
        self._window.tasks.start(task, partial(_check, self._window.workspace.require()))

    # ---- what is remembered --------------------------------------------------------------------

    def _remembered(self, name: str) -> Order:
        """The order last made in a format; a fresh one if there is none, or it cannot be used any more."""
        kept = self._session.text(self._key("order", name))
        try:
            return Order.from_dict(msgspec.json.decode(kept)) if kept else Order(format=name)
        except (UserError, msgspec.DecodeError):
            return Order(format=name)

    def _target_of(self, order: Order) -> Path:
        """Where an order goes that says nothing of it: where the last such went, or beside the project."""
        kept = self._session.text(self._key("target", f"{order.format}-{order.makes}"))
        if kept:
            return Path(kept)
        project = self._window.workspace.require().path
        if order.makes == "folder":
            return project.parent / (_GOLD if order.format == _GOLD else f"{project.stem}-{order.format}")
        return project.with_name(f"{project.stem}{order.suffix()}")

    def _remember(self, order: Order, target: Path) -> None:
        kept = msgspec.json.encode(order.to_dict()).decode()
        self._session.keep_text(self._key("format"), order.format)
        self._session.keep_text(self._key("order", order.format), kept)
        self._session.keep_text(self._key("target", f"{order.format}-{order.makes}"), str(target))

    def _key(self, what: str, name: str = "") -> str:
        uuid = self._window.workspace.require().uuid
        return f"export-{what}-{uuid}" + (f"-{name}" if name else "")

    # ---- the preview ---------------------------------------------------------------------------

    def _preview(self, dialog: "ExportDialog", order: Order | None) -> None:
        """Look in the background at what an order would make, and show it, unless another is asked for."""
        self._stop_looking()
        if order is None:
            return
        task = self._window.tasks.prepare()
        self._looking = task
        task.succeeded.connect(partial(self._show_preview, dialog, order, task))
        task.failed.connect(partial(self._show_refusal, dialog, task))
        self._window.tasks.start(task, partial(_look, self._window.workspace.require(), order))

    def _stop_looking(self) -> None:
        if self._looking is not None:
            self._looking.cancel()
            self._looking = None

    def _show_preview(self, dialog: "ExportDialog", order: Order, task: Task, found: Preview) -> None:
        if task is self._looking:
            self._looking = None
            dialog.preview.show_preview(order, found)

    def _show_refusal(self, dialog: "ExportDialog", task: Task, error: Exception) -> None:
        if isinstance(error, Cancelled):
            return
        if not isinstance(error, UserError):
            raise error
        if task is self._looking:
            self._looking = None
            dialog.show_refusal(phrases.sentence_of(error))

    # ---- what came of it -----------------------------------------------------------------------

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

        words = ExportWords()
        dialog = ReportDialog(self.tr("Exported"), words.sentence(report), words.rows(report), self._window)
        dialog.offer(self.tr("Open the folder"))
        asked = dialog.exec() == ReportDialog.OFFERED
        dialog.deleteLater()
        if asked:
            self._show_folder(report.target)

    def _show_folder(self, target: Path) -> None:
        folder = target if target.is_dir() else target.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            shown = phrases.left_to_right(str(folder))
            self._window.tell(
                self.tr("No program could be found to open the folder. It is {folder}.").format(folder=shown)
            )


def _offer(project: Project) -> Offer:
    """What there is to choose of a project."""
    used = zone_usage(project.database)
    label_set = project.label_set
    return Offer(
        reviewers=[item.name for item in queries.reviewers(project.database)],
        adjudicated=has_adjudicated(project.database),
        labels=label_set.labels,
        zones=[(kind, used[kind.id]) for kind in label_set.zone_kinds if kind.id in used],
    )


def _look(project: Project, order: Order, watch: Watch) -> Preview:
    """Work for a thread."""
    until = monotonic() + _LOOK
    found = preview(project.path, order, cancelled=lambda: watch.cancelled() or monotonic() > until)
    if watch.cancelled():
        raise Cancelled
    return found


def _check(project: Project, watch: Watch) -> list[Finding]:
    """Work for a thread: what is wrong in a snapshot of the project."""
    telling = partial(go_on, watch)
    with TemporaryDirectory(prefix="sanad-") as folder:
        copy = Path(folder) / "snapshot.sanad"
        project.snapshot(copy, telling)
        with Project.open(copy, read_only=True) as opened:
            return check(opened.database, telling)


def _export(
    project: Project,
    order: Order,
    target: Path,
    replace: bool,  # noqa: FBT001  # for partial
    watch: Watch,
) -> ExportReport | None:
    """Work for a thread."""
    return export_as(project, order, target, watch.progress, watch.cancelled, replace=replace)
