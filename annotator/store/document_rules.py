"""What must hold in each document: the rules, each with what it says when it finds something."""

from collections.abc import Iterator
from typing import Any

from msgspec.structs import replace

from annotator.core.errors import Phrase
from annotator.core.records import Attribute
from annotator.store.rules import Article, DocumentRule, Mark, Subject, decoded, shortened
from annotator.text.graphemes import snap, trim


def _damaged_text(article: Article) -> Iterator[Subject]:
    if article.text is None:
        yield Subject(article.name)


def _wrong_length(article: Article) -> Iterator[Subject]:
    if article.text is not None and article.length != len(article.text):
        yield Subject(article.name, values={"noted": article.length, "found": len(article.text)})


def _outside(article: Article) -> Iterator[Subject]:
    if article.text is not None:
        yield from (mark.about() for mark in article.annotations if not mark.fits(article.text))


def _misquoted(article: Article) -> Iterator[Subject]:
    for mark, text in _fitting(article):
        if text[mark.start : mark.end] != mark.quote:
            yield mark.about(found=shortened(text[mark.start : mark.end]))


def _cut_graphemes(article: Article) -> Iterator[Subject]:
    for mark, text in _fitting(article):
        if snap(text, mark.start, mark.end) != (mark.start, mark.end):
            yield mark.about()


def _padded(article: Article) -> Iterator[Subject]:
    for mark, text in _fitting(article):
        if trim(text, mark.start, mark.end) != (mark.start, mark.end):
            yield mark.about()


def _zones_outside(article: Article) -> Iterator[Subject]:
    if article.text is not None:
        yield from (zone.about() for zone in article.zones if not zone.fits(article.text))


def _misplaced_predictions(article: Article) -> Iterator[Subject]:
    text = article.text
    if text is not None:
        for mark in article.predictions:
            if not mark.fits(text) or text[mark.start : mark.end] != mark.quote:
                yield mark.about()


def _impossible_attributes(article: Article) -> Iterator[Subject]:
    for mark in (*article.annotations, *article.predictions):
        values = decoded(mark.attributes)
        if not isinstance(values, dict):
            yield mark.about(problem=Phrase("They cannot be read."))
            continue
        label_set = article.project.label_set
        for attribute, value in _defined(article, mark, values):
            problem = label_set and label_set.value_problem(replace(attribute, choices=()), value)
            if problem:
                yield mark.about(problem=problem)


def _unlisted_choices(article: Article) -> Iterator[Subject]:
    for mark in article.annotations:
        values = decoded(mark.attributes)
        for attribute, value in _defined(article, mark, values if isinstance(values, dict) else {}):
            listed = attribute.type != "choice" or not attribute.choices or value in attribute.choices
            if isinstance(value, str) and not listed:
                yield mark.about(name=attribute.name, value=value)


def _undefined_attributes(article: Article) -> Iterator[Subject]:
    for mark in article.annotations:
        values = decoded(mark.attributes)
        known = {attribute.name for attribute in _attributes(article, mark)}
        for name in values if isinstance(values, dict) and article.project.label_set else ():
            if name not in known:
                yield mark.about(name=name)


def _fitting(article: Article) -> Iterator[tuple[Mark, str]]:
    text = article.text
    if text is not None:
        yield from ((mark, text) for mark in article.annotations if mark.fits(text))


def _attributes(article: Article, mark: Mark) -> tuple[Attribute, ...]:
    label_set = article.project.label_set
    return label_set.attributes_of(mark.label_id) if label_set else ()


def _defined(article: Article, mark: Mark, values: dict[str, Any]) -> Iterator[tuple[Attribute, Any]]:
    for attribute in _attributes(article, mark) if values else ():
        if attribute.name in values:
            yield attribute, values[attribute.name]


DOCUMENT_RULES = (
    DocumentRule(
        "text",
        "error",
        "The text of “{document}” is missing or not what it was when it was imported; open a backup.",
        _damaged_text,
    ),
    DocumentRule(
        "length", "error", "“{document}” is noted with {noted} characters and has {found}.", _wrong_length
    ),
    DocumentRule(
        "range", "error", "In “{document}” the annotation {subject} lies outside the text.", _outside
    ),
    DocumentRule(
        "quote", "error", "In “{document}” the annotation {subject} covers “{found}” instead.", _misquoted
    ),
    DocumentRule(
        "grapheme", "warning", "In “{document}” the annotation {subject} cuts a character.", _cut_graphemes
    ),
    DocumentRule(
        "spaces", "warning", "In “{document}” the annotation {subject} begins or ends with a space.", _padded
    ),
    DocumentRule(
        "zone range", "error", "In “{document}” the zone {subject} lies outside the text.", _zones_outside
    ),
    DocumentRule(
        "prediction",
        "error",
        "In “{document}” the prediction {subject} does not stand where it is noted.",
        _misplaced_predictions,
    ),
    DocumentRule(
        "attribute value",
        "error",
        "In “{document}” the annotation {subject} has impossible attributes: {problem}",
        _impossible_attributes,
    ),
    DocumentRule(
        "attribute choice",
        "warning",
        "In “{document}” the annotation {subject} has the {name} “{value}”, which is not in the list.",
        _unlisted_choices,
    ),
    DocumentRule(
        "attribute name",
        "warning",
        "In “{document}” the annotation {subject} has the attribute “{name}”; its label does not define it.",
        _undefined_attributes,
    ),
)
