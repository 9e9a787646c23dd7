"""A plain text file as an article. Which encoding it is in is the business of ``plain_text``."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from msgspec.structs import replace

from annotator.core.errors import Phrase, UserError, why
from annotator.formats.binary import no_kind, refuse_known_binary, seems_binary
from annotator.formats.bundle import Bundle, BundleDocument
from annotator.formats.format import Format, Reading
from annotator.formats.losing import Loss
from annotator.formats.options import Options
from annotator.formats.plain_text import MAX_BYTES, Decoded, candidates, decode


class UnclearEncodingError(UserError):
    """A file reads as text in several encodings; a person has to look at it and choose one."""

    def __init__(self, file: str, choices: tuple[Decoded, ...]) -> None:
        self.choices = choices
        names = ", ".join(choice.encoding for choice in choices)
        super().__init__(
            "{file} could be in any of these encodings: {names}; say which one.", file=file, names=names
        )


def read(path: Path, reading: Reading[Options]) -> Iterator[Bundle]:
    """The one article in a file, its text verbatim. Nothing about it is guessed: its title stays empty.

    Raises:
        UnclearEncodingError: the encoding was not given and cannot be told for certain.
        UserError: the file cannot be read, is no text, empty or too large.
    """
    data, encoding = read_bytes(path), reading.encoding
    refuse_known_binary(path.name, data)
    try:
        decoded = decode(data, encoding)
    except UserError as error:
        if len(data) <= MAX_BYTES and seems_binary(data):
            raise no_kind(path.name) from error
        raise UserError("{file}: {problem}", file=path.name, problem=error) from error
    if encoding is None and not decoded.certain:
        raise UnclearEncodingError(path.name, candidates(data))
    yield replace(article(path.name, decoded), size=len(data))


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """What a file holds, and no more than one byte beyond a limit; by default what an article may have.

    Raises:
        UserError: the file cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(limit + 1)
    except OSError as error:
        raise UserError("{file} cannot be read: {reason}.", file=path.name, reason=why(error)) from error


def whole_bytes(path: Path, limit: int) -> bytes:
    """All bytes of a file.

    Raises:
        UserError: it cannot be read, or is larger than the limit.
    """
    data = read_bytes(path, limit)
    if len(data) > limit:
        raise UserError("{file} is larger than {limit} MB.", file=path.name, limit=limit // 2**20)
    return data


def told_encoding(name: str, head: bytes, chosen: str | None) -> str:
    """In what a file is written, by its beginning: as chosen, or else as found.

    Raises:
        UnclearEncodingError: it was not chosen and cannot be told for certain.
        UserError: the bytes are no text in it, or in any.
    """
    try:
        decoded = decode(head, chosen)
    except UserError as error:
        raise UserError("{file}: {problem}", file=name, problem=error) from error
    if chosen is None and not decoded.certain:
        raise UnclearEncodingError(name, candidates(head))
    return decoded.encoding


def article(name: str, decoded: Decoded) -> Bundle:
    """The bundle of a decoded text."""
    document = BundleDocument(
        uuid="",
        name=name.encode(errors="replace").decode(),  # a file's name may hold bytes that are no text
        text=decoded.text,
        text_sha256=sha256(decoded.text.encode()).hexdigest(),
        encoding=decoded.encoding,
        bytes_sha256=decoded.bytes_sha256,
    )
    return Bundle(document=document, place=name)


PLAIN_TEXT = Format(
    name="text",
    title=Phrase("Plain text"),
    suffixes=(".txt",),
    read=read,
    articles_only=True,
    loses=frozenset(Loss) - {Loss.TEXT, Loss.NAME, Loss.FILE},
)
