"""Figures: what the words of one say, and those that nobody has marked."""

from collections.abc import Iterable, Iterator

from annotator.core.conventions import (
    COUNTED,
    MAXIMUM,
    MINIMUM,
    NOT_THE_ARTICLE,
    NUMBER_TEXT,
    OPERATOR,
    UNIT,
    VALUE,
)
from annotator.core.errors import Phrase
from annotator.core.records import Annotation, Span, Value, Zone
from annotator.core.schema import LabelSet
from annotator.core.suggestions import Suggestion
from annotator.suggest.prefilling import is_figure
from annotator.text.figures import Figure, FigureLexicon, find, parse

_SURE, _LIKELY, _POSSIBLE = 0.9, 0.7, 0.5

_MEANS = {
    "=": Phrase("{number}: “{words}”"),
    "~": Phrase("about {number}: “{words}”"),
    ">": Phrase("more than {number}: “{words}”"),
    ">=": Phrase("at least {number}: “{words}”"),
    "<": Phrase("less than {number}: “{words}”"),
    "<=": Phrase("at most {number}: “{words}”"),
    "range": Phrase("from {least} to {most}: “{words}”"),
    "vague": Phrase("from {least} to {most}, for “{words}” is vague"),
}
_NONE = Phrase("none: “{words}” is denied")
_SOME = Phrase("some number of them, for “{words}” is vague")


def attributes_of(quote: str, lexicon: FigureLexicon, label_set: LabelSet, label_id: int) -> dict[str, Value]:
    """What the words say, as far as annotations of the label may carry it; nothing if they are no figure."""
    figure = parse(quote, lexicon)
    return {} if figure is None else label_set.fitting(label_id, values(figure))


def values(figure: Figure) -> dict[str, Value]:
    """What a figure says, by the names of attributes; without those there is nothing to say for."""
    said: dict[str, Value | None] = {
        VALUE: figure.value,
        MINIMUM: figure.minimum,
        MAXIMUM: figure.maximum,
        OPERATOR: figure.operator,
        UNIT: figure.unit or None,
        COUNTED: figure.counted or None,
        NUMBER_TEXT: figure.number_text or None,
    }
    return {name: value for name, value in said.items() if value is not None}


def reason(figure: Figure) -> Phrase:
    """Why it is a figure and what it says: ``more than 150: “أكثر من … 150”``."""
    said = " … ".join((*figure.understood, figure.number_text)) or figure.counted
    if not figure.number_text:
        return Phrase(_NONE.key, words=figure.counted)
    if figure.value is None and figure.minimum is None:
        return Phrase(_SOME.key, words=said)
    unit = figure.unit and f" {figure.unit}"
    number = "" if figure.value is None else f"{_shown(figure.value)}{unit}"
    bounds = {"least": _shown(figure.minimum), "most": f"{_shown(figure.maximum)}{unit}"}
    return Phrase(_MEANS[figure.operator].key, number=number, words=said, **bounds)


def _shown(value: float | None) -> str:
    if value is None:
        return ""
    return f"{value:,}" if value == int(value) else f"{value:,.4g}"


def untagged(
    text: str,
    annotations: Iterable[Annotation],
    zones: Iterable[Zone],
    label_set: LabelSet,
    lexicon: FigureLexicon,
    document_id: int,
) -> list[Suggestion]:
    """The figures of a text that no annotation of a figure overlaps, outside zones that are not the article.

    They are proposed for the first label in use that is one of figures; none if there is none. The confidence
    says how much shows that it is a figure: a unit or an operator, a counted noun, or only the number.
    """
    labels = [label.id for label in label_set.labels if is_figure(label.id, label_set)]
    used = [row for row in labels if not label_set.label_by_id[row].retired]
    if not used:
        return []
    taken = [annotation.span for annotation in annotations if annotation.label_id in labels]
    taken += [zone.span for zone in zones if _is_no_article(zone, label_set)]
    return [
        Suggestion(
            kind="figure",
            document_id=document_id,
            label_id=used[0],
            span=span,
            quote=span.quote(text),
            attributes=label_set.fitting(used[0], values(figure)),
            confidence=_confidence(figure),
            reason=reason(figure),
        )
        for span, figure in _free(text, sorted(taken), lexicon)
    ]


def _is_no_article(zone: Zone, label_set: LabelSet) -> bool:
    return label_set.zone_kind_by_id[zone.kind_id].name in NOT_THE_ARTICLE


def _free(text: str, taken: list[Span], lexicon: FigureLexicon) -> Iterator[tuple[Span, Figure]]:
    """The figures that overlap none of these spans, which are in order."""
    past, reach = 0, 0
    for start, end, figure in find(text, lexicon):
        while past < len(taken) and taken[past].start < end:
            reach = max(reach, taken[past].end)
            past += 1
        if reach <= start:
            yield Span(start, end), figure


def _confidence(figure: Figure) -> float:
    if figure.unit or figure.understood:
        return _SURE
    return _LIKELY if figure.counted else _POSSIBLE
