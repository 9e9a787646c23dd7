"""What is shown, and how."""

from annotator.ui import theme, translation
from annotator.ui.commands.group import CommandGroup


class ViewCommands(CommandGroup):
    """What is shown, and how."""

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
        self._window.docks.toggle("documents")

    def toggle_inspector(self) -> None:
        """Show or hide the inspector."""
        self._window.docks.toggle("inspector")

    def toggle_annotations(self) -> None:
        """Show or hide the panel of annotations."""
        self._window.docks.toggle("annotations")

    def toggle_history(self) -> None:
        """Show or hide the panel of history."""
        self._window.docks.toggle("history")

    def documents_shown(self) -> bool:
        """Whether the panel of articles is shown."""
        return self._window.docks.shown("documents")

    def inspector_shown(self) -> bool:
        """Whether the inspector is shown."""
        return self._window.docks.shown("inspector")

    def annotations_shown(self) -> bool:
        """Whether the panel of annotations is shown."""
        return self._window.docks.shown("annotations")

    def history_shown(self) -> bool:
        """Whether the panel of history is shown."""
        return self._window.docks.shown("history")

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
