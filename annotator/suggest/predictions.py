"""What machines elsewhere hold spans to be, as suggestions."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from annotator.core.errors import Phrase
from annotator.core.records import Prediction
from annotator.core.schema import LabelSet
from annotator.core.suggestions import Suggestion

_UNKNOWN = 0.5
"""The confidence of a machine that does not say how sure it is."""


def suggested(predictions: Iterable[Prediction], label_set: LabelSet) -> list[Suggestion]:
    """The predictions of one document as suggestions, by place; of equal ones the surest.

    Left out are those of labels that are no longer offered. The confidence is the machine's score.
    """
    best: dict[str, Suggestion] = {}
    for item in predictions:
        label = label_set.label_by_id.get(item.label_id)
        if label is None or label.retired:
            continue
        made = Suggestion(
            kind="prediction",
            document_id=item.document_id,
            label_id=item.label_id,
            span=item.span,
            quote=item.quote,
            attributes=item.attributes,
            confidence=_UNKNOWN if item.score is None else item.score,
            reason=_reason(item),
        )
        known = best.get(made.subject)
        if known is None or known.confidence < made.confidence:
            best[made.subject] = made
    return in_order(best.values())


def merged(figures: Sequence[Suggestion], predicted: Sequence[Suggestion]) -> list[Suggestion]:
    """Figures that were found and what machines predict, by place.

    A figure that is also predicted stands there once, as the prediction, with what its words say.
    """
    if not predicted:
        return list(figures)
    found = {item.subject: item for item in figures}
    told = {item.subject for item in predicted}
    both = [
        replace(item, attributes=found[item.subject].attributes | item.attributes)
        if item.subject in found
        else item
        for item in predicted
    ]
    return in_order([*both, *(item for item in figures if item.subject not in told)])


def in_order(suggestions: Iterable[Suggestion]) -> list[Suggestion]:
    """By place, the longer first."""
    return sorted(suggestions, key=lambda item: (item.span.start, -item.span.end, item.label_id))


def _reason(item: Prediction) -> Phrase:
    percent = None if item.score is None else round(100 * item.score)
    if percent is None:
        return Phrase("predicted by {source}", source=item.source) if item.source else Phrase("predicted")
    if item.source:
        return Phrase("predicted by {source}, {percent} % sure", source=item.source, percent=percent)
    return Phrase("predicted, {percent} % sure", percent=percent)
