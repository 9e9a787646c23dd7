"""Projects, articles coming in, gold going out."""

from annotator.ui.commands.group import CommandGroup


class FileCommands(CommandGroup):
    """Projects, articles coming in, gold going out."""

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

    def open_backup(self) -> None:
        """Offer the automatic backups, and open a copy of one."""
        self._window.projects.backups.choose()

    def add_articles(self) -> None:
        """Ask for files, and add the articles and annotations in them."""
        self._window.imports.choose_files()

    def add_folder(self) -> None:
        """Ask for a folder, and add the articles and annotations in its files."""
        self._window.imports.choose_folder()

    def export(self) -> None:
        """Ask what is to go out, as what and where to, and write it."""
        self._window.exports.choose()

    def print_article(self) -> None:
        """Ask for a printer, and print the open article with its annotations."""
        self._window.printing.print()

    def save_pdf(self) -> None:
        """Ask for a file, and write the open article into it as it would be printed."""
        self._window.printing.save_pdf()

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
