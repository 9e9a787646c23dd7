"""Writing the board as CSV in the background, as the project has it."""

from pathlib import Path

from annotator.exchange.board import load, write_csv
from annotator.review.tables import claim_table, figure_table
from annotator.store import queries
from annotator.store.reading import reading
from annotator.ui.tasks import Watch


class Saving:
    """The figures or the claims of one reviewer."""

    def __init__(self, project: Path, reviewer_id: int, file: Path, *, claims: bool) -> None:
        self._project = project
        self._reviewer_id = reviewer_id
        self._file = file
        self._claims = claims

    def run(self, watch: Watch) -> Path:
        """Write them in a worker, and say where.

        Raises:
            UserError: the project cannot be read, or the file cannot be written.
        """
        with reading(self._project) as database:
            labels = queries.label_set(database)
            board, comparisons = load(database, self._reviewer_id, labels, watch.progress)
        write_csv(self._file, claim_table(board) if self._claims else figure_table(board, comparisons))
        return self._file
