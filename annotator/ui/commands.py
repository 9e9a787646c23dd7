"""What each action does, in the window it belongs to."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication

from annotator.core.records import Annotation, Label, Span
from annotator.text.graphemes import next_grapheme, previous_grapheme, trim
from annotator.text.words import next_word, previous_word
from annotator.ui import theme, translation
from annotator.ui.opened import OpenDocument

if TYPE_CHECKING:
    from annotator.ui.main_window import MainWindow
    from annotator.ui.workspace import Workspace


class Commands(QObject):
    """The actions of a window. Any may raise UserError, which is shown as it is."""

    def __init__(self, window: "MainWindow") -> None:
        super().__init__(window)
        self._window = window
        self.workspace: Workspace = window.workspace

    def tell(self, error: object) -> None:
        """Show a sentence to the person."""
        self._window.tell(error)

    # ---- files ---------------------------------------------------------------------------------

    def try_sample(self) -> None:
        """Open the reader's own copy of the sample."""
        self._window.projects.try_sample()

    def new_project(self) -> None:
        """Ask for what a new project needs, and open it."""
        self._window.projects.new()

    def open_project(self) -> None:
        """Ask for a project, and open it."""
        self._window.projects.choose()

    def open_recent(self) -> None:
        """Offer the projects opened last."""
        self._window.projects.choose_recent()

    def add_articles(self) -> None:
        """Ask for files, and add them as articles."""
        self._window.imports.choose_files()

    def add_folder(self) -> None:
        """Ask for a folder, and add its files as articles."""
        self._window.imports.choose_folder()

    def export_gold(self) -> None:
        """Ask for a folder, and write the gold data there."""
        self._window.exports.choose()

    def check(self) -> None:
        """Look for faults in the project."""
        self._window.exports.check()

    def settings(self) -> None:
        """Show the settings."""
        self._window.show_settings()

    def close_project(self) -> None:
        """Go back to the welcome page."""
        self._window.projects.close()

    def quit(self) -> None:
        """Close the window."""
        self._window.close()

    # ---- editing -------------------------------------------------------------------------------

    def undo(self) -> None:
        """Take back the last step."""
        self._window.inspector.commit()
        self.workspace.undo()

    def redo(self) -> None:
        """Bring back the last undone step."""
        self.workspace.redo()

    def copy_quote(self) -> None:
        """Put the selected text on the clipboard, as it is in the file."""
        opened, span = self.workspace.opened, self.workspace.selection
        annotation = self.workspace.annotation
        if opened is not None and span is not None:
            QGuiApplication.clipboard().setText(span.quote(opened.text))
        elif annotation is not None:
            QGuiApplication.clipboard().setText(annotation.quote)

    def filter_documents(self) -> None:
        """Go to the filter of the articles."""
        self._window.show_pane(self._window.documents_dock)
        self._window.documents.focus_filter()

    def tag(self, label: Label) -> None:
        """Tag the selected text; else relabel the selected annotation, or tag the word at the caret."""
        span = self.workspace.selection
        if span is None and self.workspace.annotation is not None:
            self.workspace.retag(label)
            return
        span = span or self._window.article.word_under_caret()
        opened = self.workspace.opened
        if span is None or opened is None:
            return
        start, end = trim(opened.text, span.start, span.end)
        self.workspace.tag(Span(start, end) if start < end else span, label)

    def delete(self) -> None:
        """Remove the selected annotation."""
        annotation = self.workspace.annotation
        if annotation is not None:
            self.workspace.untag([annotation])

    def note(self) -> None:
        """Go to the note of the selected annotation."""
        self._window.show_pane(self._window.inspector_dock)
        self._window.inspector.focus_note()

    def next_annotation(self) -> None:
        """Select the annotation that follows."""
        self._step(forward=True)

    def previous_annotation(self) -> None:
        """Select the annotation before."""
        self._step(forward=False)

    def end_left(self) -> None:
        """Move the end of the selected annotation."""
        self._move_end(left=True, by_word=False)

    def end_right(self) -> None:
        """Move the end of the selected annotation."""
        self._move_end(left=False, by_word=False)

    def end_word_left(self) -> None:
        """Move the end of the selected annotation."""
        self._move_end(left=True, by_word=True)

    def end_word_right(self) -> None:
        """Move the end of the selected annotation."""
        self._move_end(left=False, by_word=True)

    def start_left(self) -> None:
        """Move the start of the selected annotation."""
        self._move_start(left=True, by_word=False)

    def start_right(self) -> None:
        """Move the start of the selected annotation."""
        self._move_start(left=False, by_word=False)

    def start_word_left(self) -> None:
        """Move the start of the selected annotation."""
        self._move_start(left=True, by_word=True)

    def start_word_right(self) -> None:
        """Move the start of the selected annotation."""
        self._move_start(left=False, by_word=True)

    # ---- the view ------------------------------------------------------------------------------

    def next_document(self) -> None:
        """Open the article below."""
        self._window.documents.open_neighbour(1)

    def previous_document(self) -> None:
        """Open the article above."""
        self._window.documents.open_neighbour(-1)

    def zoom_in(self) -> None:
        """Make the article's text larger."""
        self._window.article.zoom_in()

    def zoom_out(self) -> None:
        """Make the article's text smaller."""
        self._window.article.zoom_out()

    def zoom_reset(self) -> None:
        """Make the article's text as large as set."""
        self._window.article.reset_zoom()

    def toggle_documents(self) -> None:
        """Show or hide the panel of articles."""
        self._window.toggle_pane(self._window.documents_dock)

    def toggle_inspector(self) -> None:
        """Show or hide the inspector."""
        self._window.toggle_pane(self._window.inspector_dock)

    def toggle_annotations(self) -> None:
        """Show or hide the panel of annotations."""
        self._window.toggle_pane(self._window.annotations_dock)

    def documents_shown(self) -> bool:
        """Whether the panel of articles is shown."""
        return not self._window.documents_dock.isHidden()

    def inspector_shown(self) -> bool:
        """Whether the inspector is shown."""
        return not self._window.inspector_dock.isHidden()

    def annotations_shown(self) -> bool:
        """Whether the panel of annotations is shown."""
        return not self._window.annotations_dock.isHidden()

    def next_pane(self) -> None:
        """Move the focus to the next pane."""
        self._window.cycle_panes(1)

    def previous_pane(self) -> None:
        """Move the focus to the pane before."""
        self._window.cycle_panes(-1)

    def toggle_dark(self) -> None:
        """Change between light and dark."""
        self._window.preferences.set("theme", "light" if self.is_dark() else "dark")

    def is_dark(self) -> bool:
        """Whether the colours are dark."""
        return theme.colours().dark

    def toggle_invisibles(self) -> None:
        """Show or hide badges for characters that cannot be seen."""
        self._window.preferences.set("invisibles", "hidden" if self.shows_invisibles() else "shown")

    def shows_invisibles(self) -> bool:
        """Whether characters that cannot be seen have badges."""
        return self._window.preferences.text("invisibles") == "shown"

    def use_arabic(self) -> None:
        """Put the window into Arabic."""
        self._window.preferences.set("language", "ar")

    def use_english(self) -> None:
        """Put the window into English."""
        self._window.preferences.set("language", "en")

    def is_arabic(self) -> bool:
        """Whether the window is in Arabic."""
        return translation.wanted(self._window.preferences.text("language")) == "ar"

    def is_english(self) -> bool:
        """Whether the window is in English."""
        return not self.is_arabic()

    # ---- review and help -----------------------------------------------------------------------

    def finish(self) -> None:
        """Mark the article done and open the next that is not."""
        self._window.inspector.commit()
        self.workspace.set_status("done")
        self._window.documents.open_next_unfinished()

    def reopen(self) -> None:
        """Take a finished article up again."""
        self.workspace.set_status("started")

    def toggle_direction(self) -> None:
        """Read the article in the other direction."""
        self.workspace.set_direction("rtl" if self.is_left_to_right() else "ltr")

    def is_left_to_right(self) -> bool:
        """Whether the article is read left to right."""
        return self.workspace.opened is not None and self.workspace.opened.document.direction == "ltr"

    def change_reviewer(self) -> None:
        """Offer the reviewers of the project."""
        self._window.projects.choose_reviewer()

    def palette(self) -> None:
        """Find an action by typing."""
        self._window.show_palette()

    def cheat_sheet(self) -> None:
        """Show the keys."""
        self._window.show_cheat_sheet()

    def about(self) -> None:
        """Say what this program is."""
        self._window.show_about()

    # ---- inside --------------------------------------------------------------------------------

    def _step(self, *, forward: bool) -> None:
        opened = self.workspace.opened
        if opened is None or not opened.annotations:
            return
        ordered = opened.in_order()
        self.workspace.select(ordered[self._place(ordered, forward=forward)].id, reveal=True)

    def _place(self, ordered: list[Annotation], *, forward: bool) -> int:
        """Where the annotation stands that comes next; at the last one it begins again."""
        current = self.workspace.annotation
        if current is not None:
            return (ordered.index(current) + (1 if forward else -1)) % len(ordered)
        caret = self._window.article.caret()
        after = next((place for place, item in enumerate(ordered) if item.start >= caret), len(ordered))
        return (after if forward else after - 1) % len(ordered)

    def _target(self, *, left: bool) -> tuple[OpenDocument, Annotation, bool] | None:
        """What to move, and whether the way pressed leads on in the text."""
        opened, annotation = self.workspace.opened, self.workspace.annotation
        if opened is None or annotation is None:
            return None
        return opened, annotation, left == (opened.document.direction == "rtl")

    def _move_end(self, *, left: bool, by_word: bool) -> None:
        target = self._target(left=left)
        if target is None:
            return
        opened, annotation, onward = target
        end = _moved(opened.text, annotation.end, onward=onward, by_word=by_word)
        if end > annotation.start:
            self.workspace.move_boundary(annotation.id, Span(annotation.start, end))

    def _move_start(self, *, left: bool, by_word: bool) -> None:
        target = self._target(left=left)
        if target is None:
            return
        opened, annotation, onward = target
        start = _moved(opened.text, annotation.start, onward=onward, by_word=by_word)
        if start < annotation.end:
            self.workspace.move_boundary(annotation.id, Span(start, annotation.end))


def _moved(text: str, offset: int, *, onward: bool, by_word: bool) -> int:
    if by_word:
        return next_word(text, offset) if onward else previous_word(text, offset)
    return next_grapheme(text, offset) if onward else previous_grapheme(text, offset)
