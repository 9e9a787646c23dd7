"""What stands in a REFI-QDA project beside its sources: users, codes, variables, cases, notes and links."""

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import PurePosixPath
from typing import NamedTuple
from xml.etree.ElementTree import Element

import msgspec

from annotator.core.errors import Phrase, UserError
from annotator.core.records import Value
from annotator.formats.json_lines import shown
from annotator.formats.markup import local_name, parts
from annotator.formats.refi_qda.names import (
    ATTRIBUTES_NOTE,
    INTERNAL,
    LEVELS,
    SOURCES,
    ZONES_GUID,
    guid_of,
    is_guid,
    plain,
)
from annotator.formats.values import attribute_value, clean
from annotator.formats.zipped import Archive

MAX_LABEL = 1000
"""Characters of a code's name with those above it."""
CODES_ELSEWHERE = Phrase("left out codes on pictures, pages, sound or film: {count}.")
DESCRIPTIONS = Phrase("left out descriptions of documents: {count}.")
LOOSE_LINKS = Phrase("left out links between codes, cases or documents: {count}.")
NOTES_ON_DOCUMENTS = Phrase("left out notes on documents: {count}.")
VARIABLES = Phrase("left out variables of documents: {count}.")
_CASES = Phrase("left out cases with their variables: {count}.")
_MAX_NOTE_BYTES = 1_000_000
_REMEMBERED = 1000
"""How many notes with attributes are kept at hand, for where one is used often."""
_PARTS = ("User", "Code", "Variable", "Case", "Note", "Link")


class Note(NamedTuple):
    """A note or memo."""

    name: str
    user: str
    text: str
    path: str
    """Of the file with its text, where it is not here."""


class Notes:
    """Notes by GUID, in a temporary file: a project may have as many as it has annotations."""

    def __init__(self) -> None:
        self._base = sqlite3.connect("", check_same_thread=False, isolation_level=None)
        self._base.execute("CREATE TABLE note (guid TEXT PRIMARY KEY, name, user, text, path) WITHOUT ROWID")
        self._base.execute("BEGIN")
        self.close = self._base.close

    def add(self, guid: str, note: Note) -> None:
        """Keep a note."""
        self._base.execute("INSERT OR REPLACE INTO note VALUES (?, ?, ?, ?, ?)", (guid, *note))

    def get(self, guid: str) -> Note | None:
        """The note of a GUID."""
        row = self._base.execute("SELECT name, user, text, path FROM note WHERE guid = ?", (guid,)).fetchone()
        return None if row is None else Note(*row)

    def __contains__(self, guid: str) -> bool:
        return self._base.execute("SELECT 1 FROM note WHERE guid = ?", (guid,)).fetchone() is not None


class Case(NamedTuple):
    """A case: here an entity, where it has a code."""

    guid: str
    name: str
    code: str
    aliases: tuple[str, ...]

    @property
    def entity(self) -> str:
        """The UUID of the entity it is."""
        return self.guid if is_guid(self.guid) else guid_of("case", self.guid)


class Link(NamedTuple):
    """A link from one thing to another."""

    guid: str
    name: str
    target: str


class Index:
    """All of it, by GUID."""

    def __init__(self, archive: Archive, member: str) -> None:
        """Read it.

        Raises:
            UserError: the file is no REFI-QDA project, or not well-formed.
        """
        self.archive = archive
        self.member = member
        self.origin = ""
        self.users: dict[str, str] = {}
        self.codes: dict[str, str] = {}
        self.zones: dict[str, str] = {}
        self.variables: dict[str, str] = {}
        self.cases: dict[str, Case] = {}
        self.mentions: dict[str, Case] = {}
        self.entities: dict[str, Case] = {}
        self.notes = Notes()
        self.links: dict[str, list[Link]] = defaultdict(list)
        self.noted: dict[str, list[str]] = defaultdict(list)
        """The notes that a link leads from, by where it leads to; NVivo has it so."""
        self.left_out: Counter[Phrase] = Counter()
        self._attributes: dict[str, dict[str, Value]] = {}
        self._files = {name.casefold(): name for name in archive.members}
        try:
            self._read()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of what lies in files."""
        self.notes.close()

    @contextmanager
    def elements(self, wanted: tuple[str, ...]) -> Iterator[Iterator[Element]]:
        """The parts of the project with these names, to be asked for; first of all its root."""
        with self.archive.stream(self.member) as file:
            yield parts(file, self.archive.name, frozenset(wanted))

    def file_of(self, path: str) -> str | None:
        """The member of the archive that a path ``internal://…`` names."""
        if not path.startswith(INTERNAL):
            return None
        within = path.removeprefix(INTERNAL).lstrip("/")
        folder = PurePosixPath(self.member).parent
        wanted = (str(folder / SOURCES / within), str(folder / within))
        return next((self._files[name.casefold()] for name in wanted if name.casefold() in self._files), None)

    def attributes_of(self, guid: str) -> dict[str, Value] | None:
        """The attributes a note holds; ``None`` if it is of another kind."""
        note = self.notes.get(guid)
        if note is None or note.name != ATTRIBUTES_NOTE:
            return None
        if guid not in self._attributes:
            if len(self._attributes) >= _REMEMBERED:
                self._attributes.clear()
            taken = {name: attribute_value(value).value for name, value in json_object(note.text).items()}
            self._attributes[guid] = {
                clean(name): value for name, value in taken.items() if value is not None
            }
        return self._attributes[guid]

    def note_text(self, guid: str) -> str:
        """What a note says; empty if there is no such note, or its text cannot be read."""
        note = self.notes.get(guid)
        if note is None:
            return ""
        if note.text or not note.path:
            return note.text
        member = self.file_of(note.path)
        try:
            return clean(self.archive.read(member, _MAX_NOTE_BYTES).decode("utf-8-sig")) if member else ""
        except UnicodeDecodeError:
            return ""

    def _read(self) -> None:
        take: dict[str, Callable[[Element], None]] = {
            "User": self._user,
            "Code": self._code,
            "Variable": self._variable,
            "Case": self._case,
            "Note": self._note,
            "Link": self._link,
        }
        with self.elements(_PARTS) as found:
            self._root(next(found))
            for element in found:
                take[local_name(element)](element)
        self._sort_links()

    def _root(self, element: Element) -> None:
        if local_name(element) != "Project":
            raise UserError(
                "{file}: {member} is no REFI-QDA project, but “{found}”.",
                file=self.archive.name,
                member=self.member,
                found=shown(local_name(element)),
            )
        self.origin = element.get("origin") or ""

    def _user(self, element: Element) -> None:
        name = clean(element.get("name") or element.get("id") or "").strip()
        self.users[plain(element.get("guid"))] = name

    def _code(self, element: Element) -> None:
        waiting = [(element, "", False)]
        while waiting:
            code, above, is_zone = waiting.pop()
            guid = plain(code.get("guid"))
            name = clean(code.get("name") or "").strip() or guid
            if is_zone:
                self.zones[guid] = name
            label = f"{above}{LEVELS}{name}" if above else name
            if len(label) > MAX_LABEL:
                raise UserError(
                    "{file}: the code “{code}” has a name of more than {limit} characters.",
                    file=self.archive.name,
                    code=shown(name),
                    limit=MAX_LABEL,
                )
            self.codes[guid] = label
            waiting += [(below, label, guid == ZONES_GUID) for below in children(code, "Code")]

    def _variable(self, element: Element) -> None:
        self.variables[plain(element.get("guid"))] = (element.get("name") or "").strip().casefold()

    def _case(self, element: Element) -> None:
        refs = [plain(item.get("targetGUID")) for item in children(element, "SelectionRef")]
        codes = [plain(item.get("targetGUID")) for item in children(element, "CodeRef")]
        name = clean(element.get("name") or "").strip()
        aliases = text_of(element, "Description").split("\n")
        guid = plain(element.get("guid"))
        case = Case(guid, name, codes[0] if codes else "", tuple(alias for alias in aliases if alias.strip()))
        self.cases[guid] = case
        if case.code and name:
            self.mentions |= dict.fromkeys(refs, case)
            self.entities[case.entity] = case
        else:
            self.left_out[_CASES] += 1

    def _note(self, element: Element) -> None:
        note = Note(
            clean(element.get("name") or ""),
            plain(element.get("creatingUser") or element.get("modifyingUser")),
            text_of(element, "PlainTextContent") or text_of(element, "Description"),
            element.get("plainTextPath") or "",
        )
        self.notes.add(plain(element.get("guid")), note)

    def _link(self, element: Element) -> None:
        origin, target = plain(element.get("originGUID")), plain(element.get("targetGUID"))
        name = clean(element.get("name") or "").strip()
        self.links[origin].append(Link(plain(element.get("guid")), name or "link", target))

    def _sort_links(self) -> None:
        """Those that lead from or to a note say whose note it is, not how two annotations are related."""
        for origin in [guid for guid in self.links if guid in self.notes]:
            for link in self.links.pop(origin):
                self.noted[link.target].append(origin)
        for origin, links in self.links.items():
            for link in links:
                if link.target in self.notes:
                    self.noted[origin].append(link.target)
        for origin in [guid for guid in self.links if guid in self.codes or guid in self.cases]:
            self.left_out[LOOSE_LINKS] += len(self.links.pop(origin))


def children(element: Element, *names: str) -> Iterator[Element]:
    """The children of these local names."""
    return (item for item in element if local_name(item) in names)


def text_of(element: Element, name: str) -> str:
    """The text of the first child of a local name."""
    found = next(children(element, name), None)
    return "" if found is None else clean("".join(found.itertext()))


def json_object(text: str) -> dict[str, object]:
    """The object that JSON holds; empty if it is none."""
    try:
        return msgspec.json.decode(text.encode(), type=dict[str, object])
    except (msgspec.MsgspecError, RecursionError):
        return {}
