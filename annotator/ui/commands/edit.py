"""Undo, redo, copying, finding."""

from PySide6.QtGui import QGuiApplication

from annotator.ui.commands.group import CommandGroup


class EditCommands(CommandGroup):
    """Undo, redo, copying, finding."""

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
        self._window.docks.show("documents")
        self._window.documents.focus_filter()
