"""A board on the sample, with the troops of several articles marked."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QApplication

from annotator.core import edits
from annotator.core.records import Span
from annotator.store import queries

FIGURES = (
    ("001", "حوالي 3500 جندي أجنبي", {"value": 3500, "op": "~", "counted": "جندي أجنبي"}),
    ("001", "2500 أميركي", {"value": 2500, "op": "=", "counted": "جندي أميركي"}),
    ("003", "2500 جندي", {"value": 2500, "op": "~", "counted": "جندي"}),
    ("004", "2500 جندي", {"value": 2500, "op": "=", "counted": "جندي"}),
)


@pytest.fixture
def tag() -> Callable[..., None]:
    """Marks a figure in an article, in the project and not in the window."""

    def mark(workspace, begins, quote, values):
        project = workspace.project
        document = next(item for item in queries.documents(project.database) if item.name.startswith(begins))
        text, context = queries.text(project.database, document.text_sha256), project.context(1)
        layer = queries.layer(project.database, document.id, 1) or edits.new_layer(context, document)
        span = Span(text.index(quote), text.index(quote) + len(quote))
        label = project.label_set.label_by_name["figure"]
        project.apply(edits.tag(context, layer, text, span, label, 1, attributes=values))

    return mark


@pytest.fixture
def show(qtbot):
    """Opens the board of a window and waits until all is read."""

    def shown(sanad):
        sanad.window.action_set["board"].trigger()
        board = sanad.window.commands.board
        with qtbot.waitExposed(board):
            board.show()
        qtbot.waitUntil(lambda: not board.feed.loading)
        QApplication.processEvents()
        return board

    return shown


@pytest.fixture
def board(sanad, tag, show):
    """The board, with the focus in its table."""
    for figure in FIGURES:
        tag(sanad.workspace, *figure)
    shown = show(sanad)
    shown.activateWindow()
    shown.figures.table.setFocus()
    return shown
