"""One import: a look at the files in the background, questions about what is in doubt, one undo step."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from msgspec import Struct
from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from annotator.core.errors import UserError
from annotator.exchange.gathering import Gathered, gather
from annotator.exchange.mapping import Mapping
from annotator.exchange.proposing import proposed
from annotator.exchange.reading import Choices, Duplicates
from annotator.exchange.survey import Survey, Unclear, survey
from annotator.store import queries
from annotator.ui import phrases
from annotator.ui.dialogs.progress import Progress
from annotator.ui.dialogs.questions import ask_choice
from annotator.ui.import_kinds import Group, grouped
from annotator.ui.import_memory import ImportMemory
from annotator.ui.import_report import ImportWords
from annotator.ui.tasks import Cancelled, Task, Watch, Work, go_on
from annotator.ui.writing import Imported, Writing

if TYPE_CHECKING:
    from annotator.ui.dialogs.taking_in import Doubts
    from annotator.ui.main_window import MainWindow


class _Looked(Struct):
    """What a first look at the files found."""

    files: Gathered
    groups: list[Group]
    unclear: list[Unclear]
    """Tables whose encoding has to be known before it can be asked about their columns."""
    survey: Survey | None
    """``None`` if something has to be asked before the files can be read."""


class Import(QObject):
    """The way of some files into the project; ``over`` when it has ended, one way or another."""

    over = Signal(object)

    def __init__(self, window: "MainWindow", paths: list[Path]) -> None:
        super().__init__(window)
        self._window = window
        self._workspace = window.workspace
        self._project = window.workspace.require()
        self._memory = ImportMemory(window.session, self._project.uuid)
        self._words = ImportWords(self)
        self._paths = paths
        self._files = Gathered()
        self._part = self._files
        """The files that are not left out."""
        self._groups: list[Group] = []
        self._choices = Choices(faults="skip")
        self._task: Task | None = None
        self._writing: Writing | None = None
        self._ended = False
        self._again = False
        """Whether it is asked once more how the files are to be read."""
        self._left_out: set[Path] = set()
        """Files that are not to be read."""

    def start(self) -> None:
        """Look at the files; the rest follows by itself."""
        self._work(self.tr("Reading the files…"), partial(_look, self._paths), self._looked)

    def cancel(self) -> None:
        """Give up; what was written is taken back."""
        if self._task is not None:
            self._task.cancel()
        if self._writing is not None:
            self._writing.cancel()

    # ---- the steps, one after the other --------------------------------------------------------

    def _looked(self, looked: _Looked) -> None:
        self._files = self._part = looked.files
        self._groups = looked.groups
        if looked.unclear:
            self._ask_encodings(looked.unclear, self._group)
        elif looked.survey is not None:
            self._surveyed(looked.survey)
        else:
            self._ask_how()

    def _group(self) -> None:
        work = partial(_group, self._part, self._choices.encodings)
        self._work(self.tr("Reading the files…"), work, self._grouped)

    def _grouped(self, groups: list[Group]) -> None:
        self._groups = groups
        self._ask_how()

    def _ask_how(self) -> None:
        """Ask how the files are to be read."""
        from annotator.ui.dialogs.reading import ReadingDialog

        again = self._again
        asked = [group for group in self._groups if group.needs_answers or (again and group.has_options)]
        dialog = ReadingDialog(
            asked, self._choices.encodings, self._memory.options(), self._window.tasks, self._window
        )
        if again:
            dialog.show_chosen(self._choices.files, self._left_out)
        accepted, chosen = dialog.exec(), dialog.chosen()
        dialog.deleteLater()
        if not accepted:
            self._end()
            return
        self._memory.keep_options(chosen.values())
        self._left_out = {path for group in asked for path in group.files} - chosen.keys()
        known = {path for group in self._groups for path in group.files}
        self._part = self._files.part(
            path for path in self._files if path in known and path not in self._left_out
        )
        self._choices = replace(self._choices, files=chosen)
        if len(self._part):
            self._survey()
        else:
            self._end()

    def _survey(self) -> None:
        work = partial(_survey, self._part, self._choices)
        self._work(self.tr("Reading the files…"), work, self._surveyed)

    def _surveyed(self, found: Survey) -> None:
        if found.unclear:
            self._ask_encodings(found.unclear, self._survey)
            return
        mapping = proposed(found, self._workspace.label_set, self._memory.mapping())
        doubts = self._doubts(found, mapping)
        if not doubts.people:  # then nobody is to be renamed without being asked about
            mapping = replace(mapping, reviewers={})
        if doubts.none:
            self._write(mapping, "skip")
        elif doubts.only_repeated:
            self._ask_repeated(mapping, doubts.repeated)
        else:
            self._ask_what(found, mapping, doubts)

    def _ask_encodings(self, unclear: list[Unclear], then: Callable[[], None]) -> None:
        from annotator.ui.dialogs.encodings import EncodingDialog

        dialog = EncodingDialog(unclear, self._window)
        accepted, answers = dialog.exec(), dialog.answers()
        dialog.deleteLater()
        left_out = {item.path for item in unclear} - answers.keys()
        self._part = self._part.part(path for path in self._part if path not in left_out)
        if accepted and len(self._part):
            self._choices = replace(self._choices, encodings=self._choices.encodings | answers)
            then()
        else:
            self._end()

    def _ask_repeated(self, mapping: Mapping, repeated: tuple[str, ...]) -> None:
        """Ask about articles the project has already, where that is all there is to ask."""
        names = phrases.listed(phrases.isolated(name) for name in repeated[:5])
        more = self.tr(" and others") if len(repeated) > 5 else ""
        sentence = self.tr("%n article(s) are in the project already: {names}{more}.", "", len(repeated))
        answer = ask_choice(
            self._window,
            self.tr("Add articles"),
            phrases.counted(sentence).format(names=names, more=more),
            [self.tr("Leave them out"), self.tr("Add them again")],
        )
        if answer is None:
            self._end()
        else:
            self._write(mapping, ("skip", "keep")[answer])

    def _ask_what(self, found: Survey, mapping: Mapping, doubts: "Doubts") -> None:
        """Ask what becomes of what was found."""
        from annotator.ui.dialogs.taking_in import TakingInDialog

        labels, people = self._workspace.label_set, self._people()
        summary = self._words.found(found)
        dialog = TakingInDialog(found, doubts, labels, mapping, people, summary, self._window)
        if any(group.needs_answers or group.has_options for group in self._groups):
            dialog.offer_back()
        answer = dialog.exec()
        mapping, duplicates, faults = dialog.mapping(), dialog.duplicates(), dialog.faults()
        dialog.deleteLater()
        if answer == TakingInDialog.BACK:
            self._again = True
            self._ask_how()
        elif answer:
            self._memory.keep_mapping(mapping)
            self._choices = replace(self._choices, faults=faults)
            self._write(mapping, duplicates)
        else:
            self._end()

    def _write(self, mapping: Mapping, duplicates: Duplicates) -> None:
        self._choices = replace(self._choices, mapping=mapping, duplicates=duplicates)
        self._writing = writing = Writing(
            self._workspace, self._window.tasks, self._part, self._choices, self._window
        )
        Progress(self.tr("Adding the articles…"), writing, self._window)
        writing.succeeded.connect(self._report)
        writing.failed.connect(self._failed)
        writing.start()

    def _report(self, imported: Imported) -> None:
        """Say what went in, and show what did not."""
        self._writing = None
        first = self._workspace.opened is None
        reviewer = self._workspace.reviewer
        summary = self._words.summary(imported, reviewer.name if reviewer is not None else "")
        rows = self._words.rows(imported, self._files.unreadable)
        self._end()
        if rows:
            from annotator.ui.dialogs.report import ReportDialog

            dialog = ReportDialog(self._words.title(imported), summary, rows, self._window)
            dialog.exec()
            dialog.deleteLater()
        else:
            self._window.tell(summary)
        if first:
            self._window.documents.open_neighbour(0)

    # ---- inside --------------------------------------------------------------------------------

    def _work(self, sentence: str, work: Work, then: Callable[[Any], None]) -> None:
        self._task = task = self._window.tasks.prepare()
        self._then = then
        Progress(sentence, task, self._window)
        task.succeeded.connect(self._go_on)
        task.failed.connect(self._failed)
        self._window.tasks.start(task, work)

    def _go_on(self, result: object) -> None:
        """Work is done; but nothing goes into another project opened since."""
        self._task = None
        if isinstance(result, _Looked):
            self._files = result.files
        if self._workspace.project is not self._project:
            self._end()
            return
        try:
            self._then(result)
        except Exception:  # a bug: it is told, and the next import may begin
            self._end()
            raise

    def _failed(self, error: Exception) -> None:
        self._task = self._writing = None
        self._end()
        if isinstance(error, UserError):
            self._window.tell(error)
        elif not isinstance(error, Cancelled):
            raise error

    def _end(self) -> None:
        self._files.close()
        if not self._ended:
            self._ended = True
            self.over.emit(self)

    def _doubts(self, found: Survey, mapping: Mapping) -> "Doubts":
        from annotator.ui.dialogs.taking_in import Doubts

        targets = [*mapping.labels.items(), *mapping.relations.items(), *mapping.zones.items()]
        targets += [pair for given in mapping.attributes.values() for pair in given.items()]
        repeated = self._repeated(found)
        return Doubts(
            names=any(target.new or target.name != theirs or target.given for theirs, target in targets),
            people=bool(found.annotations) and self._may_be_others(found, repeated),
            repeated=repeated,
            faults=found.fault_count,
        )

    def _may_be_others(self, found: Survey, repeated: tuple[str, ...]) -> bool:
        """Whether to ask who annotated: nobody is named, or one who may have a layer there already."""
        here = repeated and set(self._people())
        return "" in found.reviewers or bool(here and here & found.reviewers.keys())

    def _repeated(self, found: Survey) -> tuple[str, ...]:
        """Names of articles that only their text tells apart, and that are here or in another file too."""
        there = queries.texts_in_use(self._project.database, found.articles)
        return (*(name for text, name in found.articles.items() if text in there), *found.repeated)

    def _people(self) -> list[str]:
        """The reviewers, first the one who is at work."""
        own = self._workspace.reviewer
        names = [person.name for person in queries.reviewers(self._project.database)]
        return list(dict.fromkeys([*([own.name] if own is not None else []), *names]))


def _look(paths: list[Path], watch: Watch) -> _Looked:
    """Work for a thread: the files and their kinds; and what they hold, if nothing has to be asked before."""
    files = gather(paths)
    try:
        groups, unclear = grouped(files, {}, partial(go_on, watch))
        asked = unclear or any(group.needs_answers for group in groups)
        found = None if asked else _survey(files, Choices(faults="skip"), watch)
        return _Looked(files, groups, unclear, found)
    except BaseException:
        files.close()
        raise


def _group(files: Gathered, encodings: dict[Path, str], watch: Watch) -> list[Group]:
    """Work for a thread: the files by their kinds, as far as their encodings are known."""
    return grouped(files, encodings, partial(go_on, watch))[0]


def _survey(files: Gathered, choices: Choices, watch: Watch) -> Survey:
    """Work for a thread: all that is in the files."""
    found = survey(files, choices, watch.progress, watch.cancelled)
    go_on(watch, 1, 1)
    return found
