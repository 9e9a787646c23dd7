"""The board."""

from typing import TYPE_CHECKING

from annotator.ui.commands.group import CommandGroup

if TYPE_CHECKING:
    from annotator.review.board import Claim, Figure
    from annotator.ui.board.window import BoardWindow


class BoardCommands(CommandGroup):
    """The board, in a window beside the article's."""

    board: "BoardWindow | None" = None

    def show_board(self) -> None:
        """Show figures across articles, and claims by speaker."""
        from annotator.ui.board.window import BoardWindow

        self._window.inspector.commit()
        if self.board is None:
            self.board = BoardWindow(self.workspace, self._window.tasks, self._window.session, self._window)
            self.board.entered.connect(self._go_to)
        self.board.show()
        self.board.raise_()
        self.board.activateWindow()
        self.board.figures.table.setFocus()

    def close_board(self) -> None:
        """Close it with the window it belongs to."""
        if self.board is not None:
            self.board.close()

    def _go_to(self, row: "Figure | Claim") -> None:
        """Show an annotation in its article."""
        self.workspace.open_document(row.article.document_id)
        self.workspace.select(row.annotation.id, reveal=True)
        self._window.activateWindow()
        self._window.raise_()
        self._window.article.setFocus()
