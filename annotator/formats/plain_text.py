"""Article files: bytes in, the text they hold out, with the encoding it was written in.

The order of the questions: a byte order mark, the pattern of UTF-16 without one, strict UTF-8, and only then
a guess between the two legacy Arabic encodings: by what reads more like Arabic, and certain only where
chardet, allowed no other answer, says the same. What a file says is kept verbatim: line ends, no-break
spaces, tatweel, bidi controls; nothing is replaced to make it decode.
Always ``data.decode(decoded.encoding) == decoded.text``.
"""

import codecs
import hashlib
import math
import re
from collections import Counter
from typing import Final

import msgspec

from annotator.core.errors import Phrase, UserError
from annotator.formats.values import clean
from annotator.text.graphemes import trim

MAX_BYTES: Final = 20_000_000
"""The longest file that is read."""

_BOMS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark begins this one
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_LEGACY: Final = {"cp1256": "windows-1256", "iso8859-6": "iso-8859-6"}
_UNMARKED: Final = {"utf-8-sig": "utf-8", "utf-16": "utf-16-le", "utf-32": "utf-32-le"}
_FAMILY: Final = {"utf-8-sig": "utf-8", "utf-16": "utf-16", "utf-32": "utf-32"}

_SURE_LETTERS: Final = 40  # from here on chardet was right on every snippet of news, in both encodings
_SURE_MARGIN: Final = 0.08
_SURE_CONFIDENCE: Final = 0.15
_UTF16_SHARE: Final = 0.6
_UTF8_SHARE: Final = 0.75
_MISREAD_SHARE: Final = 0.2

_JUDGED: Final = 20_000
"""So many bytes tell which reading is more like Arabic."""
_COMMONNESS: Final = {"windows-1256": 3.0, "iso-8859-6": 0.0}
"""Logarithms: what was saved in one byte a letter was saved on Windows, twenty times to one or more."""
_BY_FREQUENCY: Final = "اليمونرتبعدهسفةأقكحجإشصىطخذضزثغئءظآؤ"
"""The letters in running text: the first is an eighth of it, and each an eighth rarer than the one before."""
_MOST_FREQUENT, _STEP = math.log(0.125), 0.12
_COMMON_WORDS: Final = frozenset(
    (
        *("في", "من", "على", "إلى", "أن", "إن", "التي", "الذي", "عن", "مع", "هذا", "هذه", "ما", "لا", "لم"),
        *("لن", "قد", "كان", "كانت", "قال", "قالت", "بين", "بعد", "كل", "ذلك", "أو", "ثم", "هو", "هي"),
    )
)
_WORD = re.compile("[\u0621-\u0652]+")

_HIGH: Final = bytes(range(0x80, 0x100))
_UTF8_SEQUENCE = re.compile(rb"[\xC2-\xDF][\x80-\xBF]|[\xE0-\xEF][\x80-\xBF]{2}|[\xF0-\xF4][\x80-\xBF]{3}")
_NOT_ASCII = re.compile(r"[^\x00-\x7F]")
_LINE_END = re.compile(r"\r\n|[\r\n]")
_SURROGATE = re.compile("[\ud800-\udfff]")
_MIXED_SCRIPTS = re.compile(
    "[\u0621-\u064a][\u00c0-\u00ff\u0152\u0153]|[\u00c0-\u00ff\u0152\u0153][\u0621-\u064a]"
)
_CONTROL = re.compile("[\x01-\x08\x0e-\x1f\x80-\x9f]")


class Decoded(msgspec.Struct, frozen=True):
    """A file's text and where it came from.

    ``text`` has no byte order mark; ``encoding`` is the codec that gives it back from the file's bytes
    (``utf-8-sig`` and ``utf-16`` are those with a mark); ``certain`` is False when the encoding is a weak
    guess or the text looks misread, so the person should see it first; ``bytes_sha256`` is the whole
    file's, in hex.
    """

    text: str
    encoding: str
    certain: bool
    bytes_sha256: str


def decode(data: bytes, encoding: str | None = None) -> Decoded:
    """The text of a file, in the encoding given or else the one found.

    Raises UserError, with the place, for a file that is empty or blank, longer than ``MAX_BYTES``, has a byte
    its encoding cannot have, a NUL character or half a surrogate pair, or names no encoding there is.
    """
    if len(data) > MAX_BYTES:
        raise UserError(
            "The file has {size:,} bytes; an article may have {limit:,} at most.",
            size=len(data),
            limit=MAX_BYTES,
        )
    if not data:
        raise UserError("The file is empty.")
    if encoding is not None:
        return msgspec.structs.replace(_read(data, _exact_name(data, encoding), certain=True), certain=True)
    name = _unicode_name(data) or _legacy_names(data)[0]
    return _read(data, name, certain=_is_certain(data, name))


def candidates(data: bytes) -> tuple[Decoded, ...]:
    """Every reading of a file worth showing to the person who must choose, best first.

    One reading only when there is no doubt. Empty when the file cannot be read at all; ``decode`` says why.
    """
    if not 0 < len(data) <= MAX_BYTES:
        return ()
    found = _unicode_name(data)
    likely = [_read_or_none(data, found)] if found else []
    if not (likely and likely[0] and likely[0].certain):
        likely += [_read_or_none(data, name) for name in _legacy_names(data)]
    return tuple(reading for reading in likely if reading)


def _read_or_none(data: bytes, name: str) -> Decoded | None:
    try:
        return _read(data, name, certain=_is_certain(data, name))
    except UserError:
        return None


def _read(data: bytes, name: str, *, certain: bool) -> Decoded:
    text = _strictly(data, name)
    _refuse_unusable(text)
    return Decoded(text, name, certain and not looks_misread(text), hashlib.sha256(data).hexdigest())


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise UserError(
            "The file is not {encoding}: the byte at offset {offset} (0x{byte:02X}) cannot stand there.",
            encoding=name,
            offset=error.start,
            byte=data[error.start] if error.start < len(data) else 0,
        ) from error
    except (LookupError, ValueError) as error:
        raise UserError("The file cannot be read as {encoding}.", encoding=name) from error


def _refuse_unusable(text: str) -> None:
    if "\0" in text:
        _refuse_at(Phrase("a NUL character"), text, text.index("\0"))
    surrogate = _SURROGATE.search(text)
    if surrogate:
        _refuse_at(Phrase("half of a surrogate pair"), text, surrogate.start())
    start, end = trim(text, 0, len(text))
    if start == end:
        raise UserError("The file holds nothing but blanks.")


def _refuse_at(what: Phrase, text: str, offset: int) -> None:
    line, column = _place(text, offset)
    raise UserError(
        "The file holds {what} at line {line}, character {column}, which no article can hold.",
        what=what,
        line=line,
        column=column,
    )


def _place(text: str, offset: int) -> tuple[int, int]:
    """Line and character of an offset, both from 1, as an editor counts them."""
    line, begins = 1, 0
    for end in _LINE_END.finditer(text, 0, offset):
        line, begins = line + 1, end.end()
    return line, offset - begins + 1


def _exact_name(data: bytes, encoding: str) -> str:
    """The codec for the encoding named that also says whether this file has a byte order mark."""
    try:
        name = codecs.lookup(encoding).name
    except (LookupError, ValueError) as error:
        raise UserError("There is no encoding called {encoding}.", encoding=encoding) from error
    name = _LEGACY.get(name, name)
    marked = _marked_name(data)
    if marked and name.removesuffix("-sig").startswith(_FAMILY[marked]):
        return marked
    return _UNMARKED.get(name, name)


def _marked_name(data: bytes) -> str | None:
    return next((name for bom, name in _BOMS if data.startswith(bom)), None)


def _unicode_name(data: bytes) -> str | None:
    """The Unicode encoding this file is in, or was before it was damaged; None for a legacy file."""
    return _marked_name(data) or _unmarked_utf16(data) or ("utf-8" if _mostly_utf8(data) else None)


def _unmarked_utf16(data: bytes) -> str | None:
    # Asked before UTF-8, because Arabic in UTF-16 is valid UTF-8 too: U+0627 is 0x06 and 0x27. The high
    # bytes of Arabic and Latin text (0x06, 0x00) are control characters, which no article in bytes has.
    units = len(data) // 2
    for first, name in ((1, "utf-16-le"), (0, "utf-16-be")):
        high = data[first::2]
        if units and high.count(0x06) + high.count(0x00) >= _UTF16_SHARE * units:
            return name
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Whether the file is UTF-8, be it with a few damaged bytes; Arabic in one byte a letter never is."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        in_sequences = sum(map(len, _UTF8_SEQUENCE.findall(data)))
        return in_sequences >= _UTF8_SHARE * _high_bytes(data)
    return True


def _high_bytes(data: bytes) -> int:
    return len(data) - len(data.translate(None, _HIGH))


def _legacy_names(data: bytes) -> list[str]:
    """Both legacy encodings, the likelier first."""
    beginning = data[:_JUDGED]
    return sorted(_LEGACY.values(), key=lambda name: _likelihood(beginning, name), reverse=True)


def _legacy_ranking(data: bytes) -> list[tuple[str, float]]:
    """The legacy encodings chardet allows with its confidence, best first.

    When nothing fits it says windows-1256, in which every byte means something, with a confidence of 0.1.
    """
    import chardet

    answers = chardet.detect_all(
        data, ignore_threshold=True, compat_names=False, include_encodings=_LEGACY, no_match_encoding="cp1256"
    )
    known = [(str(answer["encoding"]).lower(), answer["confidence"]) for answer in answers]
    return [(_LEGACY[name], confidence) for name, confidence in known if name in _LEGACY]


def _is_certain(data: bytes, name: str) -> bool:
    if name not in _LEGACY.values():
        return True
    ranking = _legacy_ranking(data)
    if not ranking or ranking[0][0] != name or _high_bytes(data) < _SURE_LETTERS:
        return False
    best, second = ranking[0][1], ranking[1][1] if len(ranking) > 1 else 0.0
    return best >= _SURE_CONFIDENCE and best - second >= _SURE_MARGIN


def _likelihood(data: bytes, name: str) -> float:
    """How much a reading is like Arabic text, as a logarithm; from the start how common the encoding is."""
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return -math.inf
    signs = sum(_of_sign(sign) * count for sign, count in Counter(_NOT_ASCII.findall(text)).items())
    words = sum(word in _COMMON_WORDS for word in _WORD.findall(text))
    return _COMMONNESS[name] + signs + words


def _of_sign(sign: str) -> float:
    """The logarithm of how often a sign stands in Arabic text, roughly."""
    rank = _BY_FREQUENCY.find(sign)
    if rank >= 0:
        return _MOST_FREQUENT - _STEP * rank
    if _CONTROL.match(sign):
        return -12
    return -8 if sign.isalpha() and sign < "\u0600" else -6


def looks_misread(text: str) -> bool:
    """Whether the text shows the marks of Arabic read in the wrong encoding.

    UTF-8 read as windows-1256 is half tah and zah (44 %, against 0.8 % in news); ISO 8859-6 read as
    windows-1256 puts accented Latin letters inside Arabic words; the reverse leaves control characters.
    """
    foreign = len(_NOT_ASCII.findall(text))
    tah_and_zah = text.count("\u0637") + text.count("\u0638")
    if foreign and tah_and_zah > _MISREAD_SHARE * foreign:
        return True
    return len(_MIXED_SCRIPTS.findall(text)) + len(_CONTROL.findall(text)) > len(text) / 100


def proved_text(place: str, text: str) -> str:
    """The text of an article, if a project can hold it.

    Raises:
        UserError: it is blank, too long, or has a character no text may have.
    """
    if not text.strip():
        raise UserError("{place} holds no text to annotate.", place=place)
    if len(text) > MAX_BYTES:
        raise UserError("{place}: the text is longer than {limit} characters.", place=place, limit=MAX_BYTES)
    if text != clean(text):
        raise UserError(
            "{place}: the text has a character that no text may have (NUL, or half a character).", place=place
        )
    return text


def hashed(text: str) -> str:
    """The SHA-256 of a text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()
