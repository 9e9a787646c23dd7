"""Which column of a table, or field of a record, is an article's text, title, source, date or id."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Final, NamedTuple
from uuid import UUID

from annotator.core.errors import UserError
from annotator.formats.article_file import day

NONE: Final = "-"
"""Chosen for a column: there is none."""

_EXAMPLE: Final = 120
_LONG_TEXT: Final = 40
_NAMES: Final = {
    "text": (
        *(
            "text",
            "body",
            "content",
            "article",
            "articlebody",
            "articletext",
            "fulltext",
            "maintext",
            "story",
        ),
        *("document", "sentence", "paragraph", "description", "النص", "نص", "المقال", "مقال", "نصالمقال"),
        *("المحتوى", "محتوى", "الخبر", "نصالخبر", "المتن", "متن", "البيان"),
    ),
    "title": (
        *(
            "title",
            "headline",
            "heading",
            "subject",
            "العنوان",
            "عنوان",
            "عنوانالخبر",
            "عنوانالمقال",
            "الموضوع",
        ),
    ),
    "source": (
        *(
            "source",
            "url",
            "link",
            "sourceurl",
            "publisher",
            "outlet",
            "website",
            "site",
            "domain",
            "newspaper",
        ),
        *("المصدر", "مصدر", "الرابط", "رابط", "الموقع", "الناشر", "الصحيفة"),
    ),
    "date": (
        *("date", "published", "publishedat", "publisheddate", "publicationdate", "datepublished", "pubdate"),
        *("publishdate", "created", "createdat", "timestamp", "التاريخ", "تاريخ", "تاريخالنشر"),
    ),
    "id": (
        *("id", "uuid", "docid", "documentid", "articleid", "key", "name", "filename", "file", "docname"),
        *("المعرف", "معرف", "الرقم", "رقم", "الاسم", "اسم"),
    ),
}
_NOT_LETTERS = re.compile(r"[\W_\u0640\u064b-\u0652]+")


class Column(NamedTuple):
    """What there is to choose."""

    name: str
    example: str
    """What it holds in the first record, shortened, on one line."""


class Roles(NamedTuple):
    """The column for each role; empty where there is none."""

    text: str
    title: str = ""
    source: str = ""
    date: str = ""
    id: str = ""


def is_known(name: str) -> bool:
    """Whether a column of that name has a role for sure."""
    return any(_folded(name) in names for names in _NAMES.values())


def proposed(columns: Sequence[Column]) -> Roles:
    """The columns by their names; if none is called text, the longest. The text's may be empty."""
    roles = {role: _named(columns, names) for role, names in _NAMES.items()}
    if not roles["text"]:
        taken = set(roles.values())
        free = [column for column in columns if column.name not in taken and len(column.example) > _LONG_TEXT]
        longest = max(free, key=lambda column: len(column.example), default=None)
        only = columns[0] if len(columns) == 1 else None
        chosen = longest or only
        roles["text"] = chosen.name if chosen else ""
    return Roles(
        **{role: name if name != roles["text"] or role == "text" else "" for role, name in roles.items()}
    )


def chosen(
    place: str, columns: Sequence[Column], given: Mapping[str, str], find: Callable[[str], str]
) -> Roles:
    """The columns a person chose, those left empty proposed. ``find`` gives the column of a name, or empty.

    Raises:
        UserError: there is no such column, none for the text, or none at all.
    """
    if not columns:
        raise UserError("{file} is empty.", file=place)
    roles = proposed(columns)._asdict()
    for role, written in given.items():
        if written == NONE:
            roles[role] = ""
        elif written:
            roles[role] = find(written)
            if not roles[role]:
                raise _missing(place, written, columns)
    if not roles["text"]:
        raise UserError(
            "{place}: say which of these holds the text: {known}.", place=place, known=_listed(columns)
        )
    return Roles(**roles)


def example(value: str) -> str:
    """A value as the preview of a column shows it."""
    line = " ".join(value[: 2 * _EXAMPLE].split())
    return line if len(line) <= _EXAMPLE else line[: _EXAMPLE - 1] + "…"


def written(value: object) -> str:
    """A cell or field as text: dates as ISO 8601, a number without needless zeros."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == value.time().min else value.isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 2**53:
        return str(int(value))
    return str(value)


def published(value: str) -> str:
    """A date as the table gives it, as ISO 8601 where a machine can read it."""
    return day(value) or value


def identity(value: str) -> tuple[str, str]:
    """An id as UUID and name of a document: one of them is empty."""
    try:
        return str(UUID(value)), ""
    except ValueError:
        return "", value


def _named(columns: Sequence[Column], names: Sequence[str]) -> str:
    ranked = [
        (names.index(folded), index)
        for index, column in enumerate(columns)
        if (folded := _folded(column.name.rpartition(".")[2])) in names
    ]
    return columns[min(ranked)[1]].name if ranked else ""


def _folded(name: str) -> str:
    return _NOT_LETTERS.sub("", name.casefold())


def _missing(place: str, written: str, columns: Sequence[Column]) -> UserError:
    return UserError(
        "{place}: there is no “{name}”; there are: {known}.",
        place=place,
        name=written,
        known=_listed(columns),
    )


def _listed(columns: Sequence[Column]) -> str:
    return ", ".join(column.name for column in columns[:30]) or "-"
