"""What was chosen about imports before, to be proposed again. Losing it loses nothing but convenience."""

import json
from collections.abc import Iterable

from annotator.core.errors import UserError
from annotator.exchange.mapping import Mapping
from annotator.exchange.reading import Chosen
from annotator.formats.registry import formats
from annotator.ui.session import Session

Values = dict[str, bool | int | str]


class ImportMemory:
    """What the session remembers: the mapping for each project, the options for each kind of file."""

    def __init__(self, session: Session, project_uuid: str) -> None:
        self._session = session
        self._mapping = f"mapping-{project_uuid}"

    def mapping(self) -> Mapping:
        """What became of names of theirs in this project."""
        try:
            return Mapping.from_bytes(self._session.text(self._mapping).encode(), "session")
        except UserError:
            return Mapping()

    def keep_mapping(self, mapping: Mapping) -> None:
        """Remember what becomes of names; those of earlier imports stay."""
        known = self.mapping().updated(mapping)
        self._session.keep_text(self._mapping, known.to_bytes().decode())

    def options(self) -> dict[str, Values]:
        """The options last chosen for each kind of file, by its name."""
        return {kind.name: self._options(kind.name) for kind in formats()}

    def keep_options(self, chosen: Iterable[Chosen]) -> None:
        """Remember the options chosen."""
        for item in chosen:
            self._session.keep_text(f"reading-{item.format}", json.dumps(item.options))

    def _options(self, name: str) -> Values:
        try:
            found = json.loads(self._session.text(f"reading-{name}"))
        except ValueError:
            return {}
        return found if isinstance(found, dict) else {}
