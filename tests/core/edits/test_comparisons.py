"""Comparisons: what is said of pairs of annotations, by who looked at both."""

from itertools import combinations
from typing import Any

import pytest
from msgspec.structs import replace

from annotator.core import edits
from annotator.core.change import EditContext, Transaction
from annotator.core.edits.comparisons import MOST
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Comparison

TEXT = "نحو 2500 جندي أميركي"


@pytest.fixture
def figures(spot: Any) -> list[Annotation]:
    return [spot(TEXT, TEXT, "figure") for _ in range(3)]


def after(transaction: Transaction) -> list[Comparison]:
    return [record for _, record in transaction.of(Comparison) if record is not None]


def test_a_verdict_is_given_on_each_pair(context: EditContext, figures: list[Annotation]) -> None:
    made = after(edits.compare(context, figures[::-1], "conflict"))
    assert [item.pair for item in made] == [(one.id, other.id) for one, other in combinations(figures, 2)]
    assert made[0] == Comparison(
        id=1000, uuid="uuid-1", source_id=100, target_id=101, verdict="conflict", reviewer_id=7, at="now"
    )


def test_a_later_verdict_replaces_the_earlier_one_and_keeps_its_note(
    context: EditContext, figures: list[Annotation]
) -> None:
    (before,) = after(edits.compare(context, figures[:2], "conflict"))
    before = replace(before, note="لماذا؟", reviewer_id=8, at="then")
    step = edits.compare(context, figures, "scope", [before])
    changed, *new = step.of(Comparison)
    assert changed == (before, replace(before, verdict="scope", reviewer_id=7, at="now"))
    assert [item[0] for item in new] == [None, None]
    assert step.name == "mark different scope"


def test_what_is_said_already_is_not_said_again(context: EditContext, figures: list[Annotation]) -> None:
    known = after(edits.compare(context, figures, "agreement"))
    with pytest.raises(UserError, match="already"):
        edits.compare(context, figures, "agreement", known)
    (step,) = after(edits.compare(context, figures, "agreement", known[1:]))
    assert step.pair == known[0].pair


def test_one_alone_cannot_be_compared_nor_very_many(context: EditContext, figures: list[Annotation]) -> None:
    for chosen in ([], figures[:1], [figures[0], figures[0]]):
        with pytest.raises(UserError, match="two or more"):
            edits.compare(context, chosen, "agreement")
    many = [replace(figures[0], id=number) for number in range(MOST + 1)]
    with pytest.raises(UserError, match="too many"):
        edits.compare(context, many, "agreement")


def test_what_was_said_is_taken_back_for_the_pairs_chosen(
    context: EditContext, figures: list[Annotation]
) -> None:
    known = after(edits.compare(context, figures, "agreement"))
    gone = [before for before, _ in edits.uncompare(context, figures[:2], known).of(Comparison)]
    assert gone == known[:1]
    gone = [before for before, _ in edits.uncompare(context, figures[:1], known).of(Comparison)]
    assert gone == known[:2]
    with pytest.raises(UserError, match="Nothing has been marked"):
        edits.uncompare(context, figures[:2], known[1:])


def test_a_note_stands_on_what_was_said(context: EditContext, figures: list[Annotation]) -> None:
    known = after(edits.compare(context, figures, "scope"))
    noted = after(edits.note_comparisons(context, figures[:2], known, " الأجانب كلهم\n"))
    assert noted == [replace(known[0], note="الأجانب كلهم")]
    with pytest.raises(UserError, match="first"):
        edits.note_comparisons(context, figures[:2], [], "x")
