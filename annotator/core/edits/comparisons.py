"""Comparisons: whether two annotations, mostly figures of different articles, agree."""

from collections.abc import Iterable, Sequence
from itertools import combinations

from msgspec.structs import replace

from annotator.core.change import Change, EditContext, Transaction
from annotator.core.edits.common import project_edit
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Comparison, Verdict

MOST = 40
"""How many annotations can be compared at once; each is compared with each."""

_NAMES: dict[Verdict, str] = {
    "agreement": "mark agreement",
    "conflict": "mark conflict",
    "scope": "mark different scope",
}


def compare(
    context: EditContext,
    annotations: Sequence[Annotation],
    verdict: Verdict,
    comparisons: Iterable[Comparison] = (),
) -> Transaction:
    """Say the same of each pair of some annotations.

    ``comparisons`` are those there are on them; a verdict given earlier gives way, and its note stays.

    Raises:
        UserError: there are fewer than two annotations, or too many, or all this has been said already.
    """
    chosen = sorted({item.id: item for item in annotations}.values(), key=lambda item: item.id)
    if len(chosen) < 2:
        raise UserError("Select two or more to compare.")
    if len(chosen) > MOST:
        raise UserError(
            "{count} are too many to compare at once; select at most {most}.", count=len(chosen), most=MOST
        )
    known = {item.pair: item for item in comparisons}
    changes = []
    for one, other in combinations(chosen, 2):
        before = known.get((one.id, other.id))
        if before is None:
            changes.append(Change(None, _new(context, one, other, verdict)))
        elif before.verdict != verdict:
            after = replace(before, verdict=verdict, reviewer_id=context.reviewer_id, at=context.at)
            changes.append(Change(before, after))
    if not changes:
        raise UserError("That is what you have marked already.")
    return project_edit(context, _NAMES[verdict], changes, _subject(chosen))


def uncompare(
    context: EditContext, annotations: Sequence[Annotation], comparisons: Iterable[Comparison]
) -> Transaction:
    """Take back what was said of the pairs among some annotations; of a single one, all that was said of it.

    Raises:
        UserError: nothing was said of them.
    """
    found = among(annotations, comparisons)
    if not found:
        raise UserError("Nothing has been marked here that could be taken back.")
    return project_edit(
        context, "unmark comparison", [Change(item, None) for item in found], _subject(annotations)
    )


def note_comparisons(
    context: EditContext, annotations: Sequence[Annotation], comparisons: Iterable[Comparison], note: str
) -> Transaction:
    """Note something on what was said of the pairs among some annotations; an empty note goes.

    Raises:
        UserError: nothing was said of them.
    """
    found = among(annotations, comparisons)
    if not found:
        raise UserError("Mark agreement, conflict or different scope first; a note stands on that.")
    note = note.strip()
    changes = [Change(item, replace(item, note=note)) for item in found if item.note != note]
    return project_edit(context, "note comparison", changes, note or _subject(annotations))


def among(annotations: Sequence[Annotation], comparisons: Iterable[Comparison]) -> list[Comparison]:
    """The comparisons of the pairs among some annotations; of a single one, all it is in."""
    ids = {item.id for item in annotations}
    if len(ids) == 1:
        return [item for item in comparisons if ids.intersection(item.pair)]
    return [item for item in comparisons if ids.issuperset(item.pair)]


def _new(context: EditContext, one: Annotation, other: Annotation, verdict: Verdict) -> Comparison:
    return Comparison(
        id=context.new_id(),
        uuid=context.new_uuid(),
        source_id=one.id,
        target_id=other.id,
        verdict=verdict,
        reviewer_id=context.reviewer_id,
        at=context.at,
    )


def _subject(annotations: Sequence[Annotation]) -> str:
    if len(annotations) > 2:
        return str(len(annotations))
    return " · ".join(item.quote for item in annotations)
