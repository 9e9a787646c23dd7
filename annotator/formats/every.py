"""Every format there is. A format enters the program here, and nowhere else."""

from annotator.formats.article import PLAIN_TEXT
from annotator.formats.brat.kind import BRAT
from annotator.formats.conll.kind import CONLL
from annotator.formats.csv_table import CSV_TABLE
from annotator.formats.docbin.kind import SPACY_DOCBIN
from annotator.formats.doccano import DOCCANO
from annotator.formats.epub import EPUB
from annotator.formats.format import Format
from annotator.formats.gate.kind import GATE
from annotator.formats.gold import GOLD
from annotator.formats.html_view.kind import HTML_VIEW
from annotator.formats.json_articles import JSON_ARTICLES
from annotator.formats.label_studio.configuration import LABEL_STUDIO_CONFIGURATION
from annotator.formats.label_studio.kind import LABEL_STUDIO
from annotator.formats.open_document import OPEN_DOCUMENT
from annotator.formats.parquet import PARQUET
from annotator.formats.pdf.kind import PDF
from annotator.formats.prodigy import PRODIGY
from annotator.formats.refi_qda.codebook import REFI_CODEBOOK
from annotator.formats.refi_qda.kind import REFI_QDA
from annotator.formats.spacy_jsonl import SPACY_JSONL
from annotator.formats.table.kind import SHEET
from annotator.formats.taguette.kind import TAGUETTE
from annotator.formats.uima.inception import INCEPTION
from annotator.formats.uima.kind import UIMA_JSON, UIMA_XMI
from annotator.formats.web_annotation.kind import WEB_ANNOTATION
from annotator.formats.web_page.kind import WEB_PAGE
from annotator.formats.webanno_tsv.kind import WEBANNO_TSV
from annotator.formats.word import WORD

FORMATS: tuple[Format, ...] = (
    GOLD,
    REFI_QDA,
    REFI_CODEBOOK,
    TAGUETTE,
    INCEPTION,
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
