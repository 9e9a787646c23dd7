"""Every format there is, and which of them a file is.

Whoever needs a format imports this; what bundles are can be known without it, so that a window starts before
all formats are loaded.
"""

from pathlib import Path

from annotator.core.errors import UserError
from annotator.formats.article import PLAIN_TEXT
from annotator.formats.brat import BRAT
from annotator.formats.conll import CONLL
from annotator.formats.csv_table import CSV_TABLE
from annotator.formats.doccano import DOCCANO
from annotator.formats.epub import EPUB
from annotator.formats.format import Format
from annotator.formats.gate import GATE
from annotator.formats.gold import GOLD
from annotator.formats.html_view import HTML_VIEW
from annotator.formats.json_articles import JSON_ARTICLES
from annotator.formats.label_studio import LABEL_STUDIO
from annotator.formats.label_studio_configuration import LABEL_STUDIO_CONFIGURATION
from annotator.formats.open_document import OPEN_DOCUMENT
from annotator.formats.parquet import PARQUET
from annotator.formats.pdf import PDF
from annotator.formats.prodigy import PRODIGY
from annotator.formats.refi_codebook import REFI_CODEBOOK
from annotator.formats.refi_qda import REFI_QDA
from annotator.formats.sheet import SHEET
from annotator.formats.spacy_docbin import SPACY_DOCBIN
from annotator.formats.spacy_jsonl import SPACY_JSONL
from annotator.formats.taguette import TAGUETTE
from annotator.formats.uima import UIMA_JSON, UIMA_XMI
from annotator.formats.web_annotation import WEB_ANNOTATION
from annotator.formats.web_page import WEB_PAGE
from annotator.formats.webanno_tsv import WEBANNO_TSV
from annotator.formats.word import WORD

FORMATS: tuple[Format, ...] = (
    GOLD,
    REFI_QDA,
    REFI_CODEBOOK,
    TAGUETTE,
    UIMA_XMI,
    UIMA_JSON,
    WEB_ANNOTATION,
    WEBANNO_TSV,
    GATE,
    LABEL_STUDIO,
    LABEL_STUDIO_CONFIGURATION,
    DOCCANO,
    PRODIGY,
    SPACY_DOCBIN,
    SPACY_JSONL,
    PARQUET,
    CSV_TABLE,
    BRAT,
    CONLL,
    PDF,
    HTML_VIEW,
    WEB_PAGE,
    WORD,
    OPEN_DOCUMENT,
    EPUB,
    SHEET,
    JSON_ARTICLES,
    PLAIN_TEXT,
)
"""Every format, the most telling first: of several that could claim a file, the first gets it."""

_GLIMPSE = 4096


def format_of(path: Path) -> Format:
    """The format of a file to be read: the first that claims it, by name and beginning; else plain text."""
    return known_format(path) or PLAIN_TEXT


def known_format(path: Path) -> Format | None:
    """The format of a file to be read, if one claims it or at least knows its suffix."""
    head = _beginning(path)
    readers = [kind for kind in FORMATS if kind.read is not None]
    claiming = (kind for kind in readers if _claims(kind, path, head))
    return next(claiming, None) or next(
        (kind for kind in readers if path.suffix.lower() in kind.suffixes), None
    )


def claimed(kind: Format, path: Path) -> bool:
    """Whether a file is of a format, by its name and beginning."""
    return _claims(kind, path, _beginning(path))


def format_named(name: str) -> Format:
    """The format of a name, as the command line has it.

    Raises:
        UserError: there is none.
    """
    found = next((kind for kind in FORMATS if kind.name == name), None)
    if found is None:
        known = ", ".join(kind.name for kind in FORMATS)
        raise UserError("There is no format “{name}”; there are: {known}.", name=name, known=known)
    return found


def _claims(kind: Format, path: Path, head: bytes) -> bool:
    return kind.claims(path, head) if kind.claims else path.suffix.lower() in kind.suffixes


def _beginning(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(_GLIMPSE)
    except OSError:
        return b""  # whose reader says what is wrong with the file
