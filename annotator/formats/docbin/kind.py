"""spaCy's DocBin: tokenised documents with span groups, as its training reads them.

Everything is in a token (white space too, as spaCy has it) and tokens are split where a span begins or ends,
so ``Doc.spans`` holds each annotation exactly: label, id, and its entity as the entry of a knowledge base.
``Doc.ents`` holds none that overlaps another; to write it is a choice, and what does not fit is told. All the
rest stands in ``Doc.user_data["sanad"]``.

A DocBin is made as a whole, so many documents make several files; spaCy reads a folder of them as one corpus.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

import msgspec

from annotator.core.errors import Phrase
from annotator.formats.aside import KEY, Entities, aside
from annotator.formats.bundle import Bundle
from annotator.formats.docbin.reading import EXTRA, TITLE, read
from annotator.formats.format import Format, Part, Writing, needs
from annotator.formats.labelling import label_by_option, labelled
from annotator.formats.layer_files import LayerFiles
from annotator.formats.losing import Loss
from annotator.formats.nesting import flat, tell_dropped
from annotator.formats.options import Options, option
from annotator.formats.tokens import PARTIAL_WORDS, Tokens, fit, with_annotations

if TYPE_CHECKING:
    from spacy.tokens import Doc
    from spacy.vocab import Vocab

_MAX_DOCUMENTS = 500
_MAX_TOKENS = 1_000_000
_ATTRIBUTES = ("ORTH", "SPACY", "ENT_IOB", "ENT_TYPE", "ENT_ID", "ENT_KB_ID", "SENT_START")


@dataclass(frozen=True)
class DocBinWriting(Options):
    """Where annotations go."""

    place: str = option(
        "spans",
        Phrase("Annotations"),
        {
            "spans": Phrase("As spans, which may overlap (Doc.spans)"),
            "outermost": Phrase("As entities (Doc.ents), of overlapping ones the outermost"),
            "innermost": Phrase("As entities (Doc.ents), of overlapping ones the innermost"),
        },
    )
    key: str = option("sc", Phrase("Name of the spans"), explanation=Phrase("spaCy’s trainer looks for sc."))
    words: str = option("split", Phrase("Spans that end inside a word"), PARTIAL_WORDS)
    label_by: str = label_by_option()


class _Laid(NamedTuple):
    """A bundle as tokens hold it."""

    bundle: Bundle
    tokens: Tokens


def write(bundles: Iterable[Bundle], writing: Writing[DocBinWriting]) -> Iterator[Part]:
    """A file for every so many documents, and where documents have several layers, a folder for each."""
    try:
        import spacy.tokens  # noqa: F401
    except ImportError as error:
        raise needs(EXTRA, TITLE) from error
    files, entities = LayerFiles(writing), Entities()
    waiting: dict[str, _Corpus] = {}
    for bundle in bundles:
        folder = files.folder(bundle)
        corpus = waiting.get(folder)
        if corpus is None:
            corpus = waiting[folder] = _Corpus(files.give(bundle, ".spacy", "annotations"))
        corpus.add(_laid(bundle, writing), entities, writing.options)
        if corpus.is_full:
            yield waiting.pop(folder).part()
    for corpus in waiting.values():
        yield corpus.part()


def shape(bundle: Bundle, writing: Writing[DocBinWriting]) -> Bundle:
    """The bundle with spans fitted to words, and without those that overlap, if either was chosen."""
    return _laid(bundle, writing).bundle


def _laid(given: Bundle, writing: Writing[DocBinWriting]) -> _Laid:
    bundle = labelled(given, writing)
    held = bundle.layer.annotations if bundle.layer else ()
    tokens = Tokens(bundle.document.text, held if writing.options.words == "split" else (), blanks=True)
    fitted = fit(bundle, tokens, writing)
    if writing.options.place == "spans" or fitted.layer is None:
        return _Laid(fitted, tokens)
    kept = flat(fitted.layer.annotations, outermost=writing.options.place == "outermost")
    tell_dropped(fitted.layer.annotations, kept, bundle.document.name, writing)
    return _Laid(with_annotations(fitted, kept), tokens)


class _Corpus:
    """One file in the making."""

    def __init__(self, name: str) -> None:
        from spacy.tokens import DocBin
        from spacy.vocab import Vocab

        self._name = name
        self._vocabulary: Vocab = Vocab()
        self._documents: DocBin = DocBin(attrs=_ATTRIBUTES, store_user_data=True)
        self._tokens = 0

    @property
    def is_full(self) -> bool:
        """Whether it is time to write it out."""
        return len(self._documents) >= _MAX_DOCUMENTS or self._tokens >= _MAX_TOKENS

    def add(self, laid: _Laid, entities: Entities, options: DocBinWriting) -> None:
        """Take a document in."""
        made = _document(laid, self._vocabulary, options)
        made.user_data[KEY] = msgspec.to_builtins(aside(laid.bundle, entities.of(laid.bundle)))
        self._documents.add(made)
        self._tokens += len(laid.tokens)

    def part(self) -> Part:
        """The file."""
        return Part(self._name, self._documents.to_bytes())


def _document(laid: _Laid, vocabulary: "Vocab", options: DocBinWriting) -> "Doc":
    from spacy.tokens import Doc, Span

    tokens = laid.tokens
    annotations = laid.bundle.layer.annotations if laid.bundle.layer else ()
    count = range(len(tokens))
    begins = {sentence[0] for sentence in tokens.sentences(annotations)}
    made = Doc(
        vocabulary,
        words=[tokens.word(index) for index in count],
        spaces=[tokens.space_after(index) for index in count],
        sent_starts=[index in begins for index in count],
    )
    spans = []
    for item in sorted(annotations, key=lambda a: (a.start, -a.end, a.label, a.uuid)):
        touched = tokens.touched(item)
        spans.append(
            Span(
                made,
                touched.start,
                touched.stop,
                label=item.label,
                span_id=item.uuid,
                kb_id=item.entity or "",
            )
        )
    if options.place == "spans":
        made.spans[options.key] = spans
    else:
        made.ents = tuple(spans)
    return made


SPACY_DOCBIN = Format(
    name="spacy",
    title=TITLE,
    suffixes=(".spacy",),
    read=read,
    write=write,
    shape=shape,
    one_file=False,
    writing=DocBinWriting,
    loses=frozenset({Loss.COMPARISONS}),
    kept_aside=frozenset(
        {
            *(Loss.DOCUMENT_ID, Loss.NAME, Loss.METADATA, Loss.LANGUAGE, Loss.DIRECTION),
            *(Loss.FILE, Loss.LAYER_KIND, Loss.REVIEWER, Loss.MAKER, Loss.STATUS),
            *(Loss.UPDATED, Loss.ATTRIBUTES, Loss.ENTITY_DETAILS, Loss.NOTES, Loss.ORIGIN),
            *(Loss.SCHEME_VERSION, Loss.RELATIONS, Loss.ZONES),
        }
    ),
    extra=EXTRA,
)
