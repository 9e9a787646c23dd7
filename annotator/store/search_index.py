"""The search index: which texts may hold some words.

Every text is folded with every fold there is, with a space for whatever is in no word, and cut into
passages; of each passage the index knows the groups of three characters in it. So it finds words anywhere in
a word, tells where words end, and serves every choice of folds: what it gives are candidates, and whoever
asks looks at the text itself. It is written with the text, in one transaction, and never taken away from,
for texts stay.

SQLite's FTS5 keeps it. Where that is missing, or the index is not what it should be, every text is a
candidate.
"""

import sqlite3
import unicodedata
from collections.abc import Iterable, Iterator
from hashlib import sha256
from typing import Final

import sqlite_utils

from annotator.store.failures import is_damage
from annotator.text.folding import skeleton

NAME: Final = "text_index"

_OPTIONS: Final = "content='', detail=none, tokenize='trigram case_sensitive 1'"

INDEX_STATEMENTS: Final = (
    f"CREATE VIRTUAL TABLE {NAME} USING fts5(folded, {_OPTIONS})",
    f"CREATE TABLE '{NAME}_data'(id INTEGER PRIMARY KEY, block BLOB)",
    f"CREATE TABLE '{NAME}_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID",
    f"CREATE TABLE '{NAME}_docsize'(id INTEGER PRIMARY KEY, sz BLOB)",
    f"CREATE TABLE '{NAME}_config'(k PRIMARY KEY, v) WITHOUT ROWID",
)
"""What the schema of a project with an index holds for it. The first statement makes the others."""

FOLDING: Final = f"3 {unicodedata.unidata_version}"
"""What a project notes when its index is whole. Another folding, or another Unicode, and it is made anew."""

_EMPTYING: Final = (
    f"DELETE FROM {NAME}_data",
    f"DELETE FROM {NAME}_idx",
    f"INSERT INTO {NAME}_data VALUES (1, x''), (10, x'00000000000000')",
    f"INSERT OR REPLACE INTO {NAME}_config VALUES ('version', 4)",
)
"""Makes an empty index of a damaged one, as FTS5 does; that one may not even let itself be dropped."""

_PASSAGES: Final = 16
"""How many passages a text has at most; passage ``p`` of text ``t`` is row ``16 * t + p``."""
_PASSAGE: Final = 128
"""Code points of one, at least. Shorter ones tell phrases of common words apart better, but take space."""
_OVERLAP: Final = 24
"""Code points a passage shares with the next one, so that so much is whole in one of them, and one more."""
_PADDING: Final = "  "
"""Makes groups of three of a passage's last one and two characters."""
_HIDDEN_ENDS: Final = "!!!"
"""The group of texts that hide where words end; they are candidates for all whole words."""
_CONJUNCTIONS: Final = "وف"
_BEFORE_WORD: Final = " وفبلك"
_BEFORE_ARTICLE: Final = " وف"
"""What may stand before a whole word, and before one whose article stands after ل, and lost its alef."""
_GROUP: Final = 3
_LOOKED_UP: Final = 64
"""Texts whose groups are looked up when the index is checked."""
_SOON_MADE: Final = 500
"""Texts whose index is made in a quarter of a second."""
_ROUGH: Final = 4
"""If one text in so many is a candidate, reading all of them finds hits as quickly."""
_MOST_GROUPS: Final = 64
"""Groups that begin with one or two characters; if there are more, the characters are frequent."""
_MEMORY: Final = 8 << 20
"""Bytes FTS5 gathers before it writes. Its 1 MB makes a big import take half a second more per 10 MB."""


def create(database: sqlite_utils.Database) -> None:
    """Make the index of a project that has no texts, within the caller's transaction."""
    if _has_fts5(database):
        _make(database)


def add(database: sqlite_utils.Database, number: int, text: str) -> None:
    """Take a new text into the index, within the transaction that writes it; its number is its row id."""
    try:
        database.conn.executemany(
            f"INSERT INTO {NAME} (rowid, folded) VALUES (?, ?)", _passages(number, text)
        )
    except sqlite3.DatabaseError as error:
        if not (is_damage(error) or error.sqlite_errorcode == sqlite3.SQLITE_ERROR):
            raise
        # There is no FTS5, or no index that can be written: the text counts more.
        _note(database, "")


def heal(database: sqlite_utils.Database) -> None:
    """Make the index anew if it is not noted as whole and that takes no time that anyone would notice.

    A big project is left to :func:`rebuild`; until then, and if it cannot be made, every text is read.
    """
    if not is_stale(database):
        return
    (texts,) = database.execute("SELECT count(*) FROM text").fetchone()
    if texts > _SOON_MADE:
        return
    database.execute("BEGIN IMMEDIATE")
    try:
        rebuild(database)
        database.execute("COMMIT")
    except sqlite3.Error:
        database.conn.rollback()


def rebuild(database: sqlite_utils.Database) -> None:
    """Make the index anew from the texts, within the caller's transaction."""
    if database.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (NAME,)).fetchall():
        for statement in _EMPTYING:
            database.execute(statement)
    database.execute(f"DROP TABLE IF EXISTS {NAME}")
    _make(database)
    sql = "SELECT number, CAST(content AS BLOB) FROM text WHERE number > ? ORDER BY number LIMIT 16"
    last = 0
    while rows := database.execute(sql, (last,)).fetchall():
        for number, content in rows:
            add(database, number, content.decode(errors="replace"))
        last = rows[-1][0]


def question(
    database: sqlite_utils.Database, needle: str, *, elided: bool, whole_word: bool = False
) -> str | None:
    """What to ask the index for a needle under some fold, empty if it is nowhere; ``None``: ask nothing.

    ``elided``: a needle with the article is also looked for after ل, where the article has lost its alef.
    ``whole_word``: only where a word ends with it, and begins with it but for proclitics.
    """
    folded, _hides = skeleton(needle)
    if not folded.strip():
        return None
    forms = [(folded, _BEFORE_WORD)]
    if elided and folded.startswith("ال"):
        forms.append((f"لل{folded[2:]}", _BEFORE_ARTICLE))
    try:
        if not _is_whole(database):
            return None
        if whole_word:
            return " OR ".join([*(f"({_word(*form)})" for form in forms), _quoted(_HIDDEN_ENDS)])
        if len(folded) < _GROUP:
            return _beginning(database, folded)
    except sqlite3.DatabaseError:  # whatever is wrong with the index, the texts are there
        return None
    return " OR ".join(f"({_all_of(_enough(form[: _OVERLAP + 1]))})" for form, _before in forms)


def matching(
    database: sqlite_utils.Database, asked: str, *, after: int = 0, limit: int = -1
) -> list[int] | None:
    """The numbers of the texts that a question names, in order, of those after one; ``None``: any may be."""
    if not asked:
        return []
    sql = (
        f"SELECT DISTINCT rowid / {_PASSAGES} FROM {NAME}"
        f" WHERE {NAME} MATCH ? AND rowid >= ? ORDER BY rowid LIMIT ?"
    )
    try:
        rows = database.execute(sql, (asked, (after + 1) * _PASSAGES, limit)).fetchall()
    except sqlite3.DatabaseError:
        return None
    return [number for (number,) in rows]


def candidates(database: sqlite_utils.Database, needle: str, *, elided: bool) -> set[int] | None:
    """The numbers of the texts that may hold a needle under some fold; ``None``: any may, or many.

    ``elided``: as for :func:`question`.
    """
    asked = question(database, needle, elided=elided)
    if asked is None:
        return None
    ((texts,),) = database.execute("SELECT coalesce(max(number), 0) FROM text").fetchall()
    # Most may hold no such phrase, so every one that does is worth naming.
    limit = -1 if any(map(str.isspace, needle)) else max(1000, texts // _ROUGH)
    found = matching(database, asked, limit=limit)
    return None if found is None or len(found) == limit else set(found)


def is_stale(database: sqlite_utils.Database) -> bool:
    """Whether the index could be asked if it were made anew."""
    return _has_fts5(database) and not _is_whole(database)


def first_unknown(database: sqlite_utils.Database) -> str | None:
    """The hash of a text that the index does not know, if there is one; nothing where there is no index.

    Of every text it is checked that each passage has its row, and of some, spread over all, that a few groups
    of each passage are found: to ask for those of all would take minutes in a big project.

    Raises:
        sqlite3.DatabaseError: the index cannot be read.
    """
    if not (_is_whole(database) and _has_fts5(database)):
        return None
    ((texts,),) = database.execute("SELECT count(*) FROM text").fetchall()
    sql = "SELECT number, sha256, CAST(content AS BLOB) FROM text WHERE number > ? ORDER BY number LIMIT 16"
    last = seen = 0
    while rows := database.execute(sql, (last,)).fetchall():
        for number, text_sha256, content in rows:
            seen += 1
            if sha256(content).hexdigest() != text_sha256:
                continue  # it is the text that is damaged
            passages = list(_passages(number, content.decode()))
            is_known = _has_rows(database, number, passages) and (
                seen % (texts // _LOOKED_UP + 1) or _is_found(database, passages)
            )
            if not is_known:
                return str(text_sha256)
        last = rows[-1][0]
    return None


def _has_rows(database: sqlite_utils.Database, number: int, passages: list[tuple[int, str]]) -> bool:
    sql = f"SELECT id FROM {NAME}_docsize WHERE id >= ? AND id < ? ORDER BY id"
    rows = database.execute(sql, (number * _PASSAGES, (number + 1) * _PASSAGES)).fetchall()
    return [row_id for (row_id,) in rows] == [row_id for row_id, _ in passages]


def _is_found(database: sqlite_utils.Database, passages: list[tuple[int, str]]) -> bool:
    sql = f"SELECT 1 FROM {NAME} WHERE {NAME} MATCH ? AND rowid = ?"
    for row_id, passage in passages:
        groups = list(_groups(passage))
        sample = groups[:: max(1, len(groups) // _PASSAGES)]
        if database.execute(sql, (_all_of(sample), row_id)).fetchone() is None:
            return False
    return True


def is_of_index(problem: str) -> bool:
    """Whether a problem that SQLite's check of a file tells is one of the index.

    SQLite 3.44 also says it of every index in a file that is opened read-only.
    """
    return f"FTS5 table main.{NAME}" in problem


def _make(database: sqlite_utils.Database) -> None:
    database.execute(INDEX_STATEMENTS[0])
    database.execute(f"INSERT INTO {NAME} ({NAME}, rank) VALUES ('hashsize', ?)", (_MEMORY,))
    _note(database, FOLDING)


def _note(database: sqlite_utils.Database, folding: str) -> None:
    database.execute("UPDATE project SET folding = ?", (folding,))


def _is_whole(database: sqlite_utils.Database) -> bool:
    return database.execute("SELECT folding FROM project").fetchall() == [(FOLDING,)]


def _has_fts5(database: sqlite_utils.Database) -> bool:
    return bool(database.execute("SELECT 1 FROM pragma_module_list WHERE name = 'fts5'").fetchall())


def _passages(number: int, text: str) -> Iterator[tuple[int, str]]:
    folded, hides_ends = skeleton(text)
    folded = f" {folded}"
    size = max(_PASSAGE, -(-len(folded) // _PASSAGES))
    hidden = _HIDDEN_ENDS if hides_ends else ""
    for passage, start in enumerate(range(0, len(folded), size)):
        yield number * _PASSAGES + passage, f"{folded[start : start + size + _OVERLAP]}{_PADDING}{hidden}"
        hidden = ""


def _groups(folded: str) -> Iterable[str]:
    return dict.fromkeys(folded[i : i + _GROUP] for i in range(len(folded) - _GROUP + 1))


def _enough(folded: str) -> Iterable[str]:
    """Every other group, and the last: what it costs to ask grows with each, and they overlap."""
    last = len(folded) - _GROUP
    return dict.fromkeys(folded[i : i + _GROUP] for i in (*range(0, last, 2), last))


def _word(folded: str, before: str) -> str:
    """What to ask for a whole word, or several: with what may stand before, and the end."""
    known = f"{folded} "[:_OVERLAP] if folded[-1] != " " else folded[:_OVERLAP]
    if folded[0] == " ":
        return _all_of(_enough(known))
    if len(known) > _GROUP:
        return f"({_any_of(f'{char}{known[:2]}' for char in before)}) AND {_all_of(_enough(known))}"
    # Ends of words are as frequent as short words are rare: the proclitics have to begin a word, too.
    ways = [_all_of(_groups(f" {known}"))]
    for char in before[1:]:
        first = [f"{start}{char}{known[0]}" for start in (" " if char in _CONJUNCTIONS else _BEFORE_ARTICLE)]
        ways.append(f"({_any_of(first)}) AND {_all_of(_groups(f'{char}{known}'))}")
    return " OR ".join(f"({way})" for way in ways)


def _beginning(database: sqlite_utils.Database, folded: str) -> str | None:
    """The groups that begin with one or two characters; ``None`` if these are too frequent."""
    vocabulary = f"temp.{NAME}_vocabulary"
    database.execute(
        f"CREATE VIRTUAL TABLE IF NOT EXISTS {vocabulary} USING fts5vocab('main', '{NAME}', 'row')"
    )
    rows = database.execute(
        f"SELECT term FROM {vocabulary} WHERE term >= ? AND term < ? LIMIT ?",
        (folded, f"{folded}\U0010ffff", _MOST_GROUPS + 1),
    ).fetchall()
    return None if len(rows) > _MOST_GROUPS else _any_of(term for (term,) in rows)


def _all_of(groups: Iterable[str]) -> str:
    return " AND ".join(map(_quoted, groups))


def _any_of(groups: Iterable[str]) -> str:
    return " OR ".join(map(_quoted, groups))


def _quoted(group: str) -> str:
    return f'"{group}"'
