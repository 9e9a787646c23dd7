"""CoNLL columns: a token a line, its tags beside it, a blank line after each sentence.

Tags are BIO, BIOES or BILOU. A token has one label in a column, so a rule says what becomes of nested spans:
a single column with the innermost or the outermost, or one column for each level (the outer in an earlier
one). Sentences end where no annotation goes on, so none is cut.

Columns hold neither the text's white space nor attributes, relations or anything about the document. Comment
lines, as CoNLL-U has them, do: ``# sanad = {…}`` at the head of a document, and ``# text = …`` before each
sentence with all characters from its beginning to the next one's, so that the text comes back exactly.

What is written unless chosen otherwise is what programs that train on columns read as it is: words and one
column of tags, a space between, no comments. Of nested spans the innermost are kept: in articles these are
the more, for a claim goes round the actors and places in it.
"""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from annotator.core.errors import Phrase
from annotator.formats.aside import Entities, aside
from annotator.formats.bundle import Bundle, BundleAnnotation
from annotator.formats.conll.reading import ConllReading, read
from annotator.formats.conll.rows import DOCUMENT_START, HEADER, TAGGED, TEXT, joined, spaceless
from annotator.formats.escapes import escaped
from annotator.formats.format import Format, Part, Writing
from annotator.formats.labelling import beside_labels, label_by_option, labelled, tell_other_label
from annotator.formats.losing import Loss
from annotator.formats.nesting import INNERMOST, OUTERMOST, flat, levels, tell_dropped
from annotator.formats.options import Options, option
from annotator.formats.tokens import PARTIAL_WORDS, Tokens, fit, with_annotations

_PREFIXES = {
    "bio": ("B", "I", "I", "B"),
    "bioes": ("B", "I", "E", "S"),
    "bilou": ("B", "I", "L", "U"),
}
"""For each way of tagging what the first, a middle, the last and the only token of a span begin with."""


@dataclass(frozen=True)
class ConllWriting(Options):
    """How the columns look."""

    tagging: str = option(
        "bio", Phrase("Tags"), {"bio": Phrase("BIO"), "bioes": Phrase("BIOES"), "bilou": Phrase("BILOU")}
    )
    nesting: str = option(
        "innermost",
        Phrase("Nested annotations"),
        {"innermost": INNERMOST, "outermost": OUTERMOST, "levels": Phrase("One column for each level")},
        explanation=Phrase(
            "Programs that train on one column, as spaCy, take the last, which may be empty where there is"
            " one for each level."
        ),
    )
    levels: int = option(4, Phrase("Columns for levels"), minimum=1, maximum=50)
    words: str = option("split", Phrase("Spans that end inside a word"), PARTIAL_WORDS)
    separator: str = option(
        "space", Phrase("Between columns"), {"space": Phrase("A space"), "tab": Phrase("A tab")}
    )
    comments: bool = option(
        default=False,
        title=Phrase("Comment lines with the exact text and what is known of the document"),
        explanation=Phrase(
            "With them Sanad reads back all that columns do not hold; spaCy and many others take them for"
            " words."
        ),
    )
    label_by: str = label_by_option()


_IN_COMMENTS = frozenset(
    {
        *(Loss.DOCUMENT_ID, Loss.NAME, Loss.METADATA, Loss.LANGUAGE, Loss.DIRECTION),
        *(Loss.FILE, Loss.TEXT, Loss.LAYER_KIND, Loss.REVIEWER, Loss.MAKER),
        *(Loss.STATUS, Loss.UPDATED, Loss.ANNOTATION_IDS, Loss.ATTRIBUTES, Loss.ENTITIES),
        *(Loss.NOTES, Loss.ORIGIN, Loss.SCHEME_VERSION, Loss.RELATIONS, Loss.ZONES),
    }
)
"""What the columns alone do not say."""


def _kept_with(options: ConllWriting) -> frozenset[Loss]:
    return _IN_COMMENTS if options.comments else frozenset()


class _Laid(NamedTuple):
    """A bundle as columns hold it."""

    bundle: Bundle
    tokens: Tokens
    columns: list[list[BundleAnnotation]]
    sentences: list[range]


def write(bundles: Iterable[Bundle], writing: Writing[ConllWriting]) -> Iterator[Part]:
    """One document after the other, each begun by ``-DOCSTART-``."""
    separator = "\t" if writing.options.separator == "tab" else " "
    entities = Entities()
    for bundle in bundles:
        laid = _laid(bundle, writing)
        lines = [separator.join(DOCUMENT_START), ""]
        names = _written_names(laid.columns)
        if writing.options.comments:
            lines.append(f"{HEADER}{_header(laid.bundle, entities, names)}")
        else:
            _without_text(laid, writing)
        lines += _sentences(laid, names, separator, writing.options)
        yield Part("", ("\n".join(lines) + "\n").encode())


def shape(bundle: Bundle, writing: Writing[ConllWriting]) -> Bundle:
    """The bundle with spans fitted to tokens and only those that have a column; the text, if it is lost."""
    laid = _laid(bundle, writing)
    return laid.bundle if writing.options.comments else _without_text(laid, writing)


def _laid(given: Bundle, writing: Writing[ConllWriting]) -> _Laid:
    bundle = labelled(given, writing)
    held = bundle.layer.annotations if bundle.layer else ()
    tokens = Tokens(bundle.document.text, held if writing.options.words == "split" else ())
    fitted = fit(bundle, tokens, writing)
    annotations = fitted.layer.annotations if fitted.layer else ()
    columns = _columns(annotations, writing.options)
    kept = [item for column in columns for item in column]
    tell_dropped(annotations, kept, bundle.document.name, writing)
    return _Laid(with_annotations(fitted, kept), tokens, columns, tokens.sentences(kept))


def _columns(
    annotations: tuple[BundleAnnotation, ...], options: ConllWriting
) -> list[list[BundleAnnotation]]:
    if options.nesting == "levels":
        return levels(annotations, options.levels)
    return [flat(annotations, outermost=options.nesting == "outermost")]


def _without_text(laid: _Laid, writing: Writing[ConllWriting]) -> Bundle:
    """The bundle with the text that a reader puts together from the tokens, and labels as written."""
    document = laid.bundle.document
    text, places = joined([[laid.tokens.word(i) for i in one] for one in laid.sentences])
    if text != document.text:
        writing.lost(Loss.TEXT, document.name, Phrase("one space between words, one line for a sentence"))
    starts, ends = [start for start, _ in places], [end for _, end in places]
    moved, names = [], _written_names(laid.columns)
    for item in laid.bundle.layer.annotations if laid.bundle.layer else ():
        touched, label = laid.tokens.touched(item), names[item.label]
        start, end = starts[touched[0]], ends[touched[-1]]
        moved.append(replace(item, start=start, end=end, quote=text[start:end], label=label))
        if label != item.label:
            tell_other_label(item.label, label, document.name, writing)
    document = replace(document, text=text, text_sha256=sha256(text.encode()).hexdigest())
    return with_annotations(replace(laid.bundle, document=document), moved)


def _written_names(columns: list[list[BundleAnnotation]]) -> dict[str, str]:
    """How each label is written: as it is, but for white space, which would end the column."""
    labels = {item.label for column in columns for item in column}
    given: dict[str, str] = {}
    for label in sorted(labels, key=lambda label: (spaceless(label) != label, label)):
        name = spaceless(label)
        while name in given.values():
            name += "_"
        given[label] = name
    return given


def _sentences(laid: _Laid, names: dict[str, str], separator: str, options: ConllWriting) -> Iterator[str]:
    text = laid.bundle.document.text
    tags = [_tags(laid.tokens, column, names, options) for column in laid.columns]
    sentences = laid.sentences or [range(0)]
    starts = [0, *(laid.tokens[one[0]].start for one in sentences[1:]), len(text)]
    for number, sentence in enumerate(sentences):
        if options.comments:
            yield f"{TEXT}{escaped(text[starts[number] : starts[number + 1]])}"
        for index in sentence:
            yield separator.join((laid.tokens.word(index), *(column[index] for column in tags)))
        yield ""


def _tags(
    tokens: Tokens, column: list[BundleAnnotation], names: dict[str, str], options: ConllWriting
) -> list[str]:
    first, middle, last, only = _PREFIXES[options.tagging]
    tags = ["O"] * len(tokens)
    for item in column:
        touched, name = tokens.touched(item), names[item.label]
        for index in touched:
            tags[index] = f"{middle}-{name}"
        tags[touched[-1]] = f"{last}-{name}"
        tags[touched[0]] = f"{first if len(touched) > 1 else only}-{name}"
    return tags


def _header(bundle: Bundle, entities: Entities, names: dict[str, str]) -> str:
    """All that is known of a document and its annotations, on one line."""
    known = msgspec.to_builtins(aside(bundle, entities.of(bundle)))
    replaced = {name: label for label, name in names.items() if name != label}
    line = json.dumps(known | ({"labels": replaced} if replaced else {}), ensure_ascii=False)
    if line.isprintable():
        return line
    return "".join(letter if letter.isprintable() else json.dumps(letter)[1:-1] for letter in line)


def _claims(path: Path, head: bytes) -> bool:
    if path.suffix.lower() in CONLL.suffixes:
        return True
    if path.suffix.lower() not in _OTHER_SUFFIXES or head.startswith(b"#FORMAT=WebAnno"):
        return False
    lines = head.split(b"\n")
    rows = [line for line in (lines[:-1] if len(lines) > 1 else lines) if line.strip()]
    rows = [row for row in rows if not row.startswith((b"#", b"-DOCSTART-", b"\xef\xbb\xbf#"))]
    return len(rows) > 1 and all(TAGGED.search(row) for row in rows)


_OTHER_SUFFIXES = ("", ".txt", ".tsv", ".data", ".train", ".dev", ".test")
"""Suffixes that tell nothing: the lines themselves have to look like tokens with tags."""

CONLL = Format(
    name="conll",
    title=Phrase("CoNLL columns (BIO, BIOES, BILOU)"),
    suffixes=(".conll", ".bio", ".iob", ".iob2", ".bioes", ".iobes", ".bilou", ".bmewo"),
    claims=_claims,
    read=read,
    write=write,
    shape=shape,
    unwritten=beside_labels,
    reading=ConllReading,
    writing=ConllWriting,
    loses=_IN_COMMENTS | {Loss.WORD_PARTS, Loss.NESTING, Loss.COINCIDENCE, Loss.COMPARISONS},
    kept_with=_kept_with,
)
