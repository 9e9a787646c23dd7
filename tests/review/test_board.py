"""The board: figures that count the same come together, and claims with who made them."""

import itertools
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator import lexicon
from annotator.core.records import Annotation, Comparison, Relation
from annotator.core.schema import LabelSet, SchemeDefinition, instantiate
from annotator.review.board import Article, Board, Reading
from annotator.review.counted import CountedNouns
from annotator.review.tables import CLAIM_COLUMNS, FIGURE_COLUMNS, claim_table, figure_table

ARTICLE = Article(1, "d1", "1.txt", "عنوان", "قناة", "2024-01-27", 1)
OTHER = Article(2, "d2", "2.txt", "آخر", "", "", 2)
ENTITIES = {50: "الحكومة"}


@pytest.fixture(scope="module")
def labels(definition: SchemeDefinition) -> LabelSet:
    groups: dict[str, list[Any]] = {}
    for change in instantiate(definition, itertools.count(10).__next__):
        groups.setdefault(type(change.record).__name__, []).append(change.record)
    kinds = ("Label", "Attribute", "RelationType", "ZoneKind")
    return LabelSet(groups["Scheme"][0], *(groups[kind] for kind in kinds))


@pytest.fixture
def reading(labels: LabelSet) -> Reading:
    return Reading(labels, CountedNouns(lexicon.broken_plurals()), ENTITIES)


@pytest.fixture
def mark(labels: LabelSet) -> Callable[..., Annotation]:
    ids = itertools.count(100)

    def make(label: str, start: int, end: int, quote: str = "", **more: Any) -> Annotation:
        row_id = next(ids)
        return Annotation(
            id=row_id, uuid=f"u{row_id}", layer_id=3, label_id=labels.label_by_name[label].id,
            start=start, end=end, quote=quote or "x" * (end - start), reviewer_id=7, **more,
        )  # fmt: skip

    return make


def test_figures_come_together_by_unit_or_else_by_the_head_of_what_they_count(
    reading: Reading, mark: Any
) -> None:
    given = [
        mark("figure", 0, 5, attributes={"value": 2500, "counted": "جندي أميركي"}),
        mark("figure", 6, 9, attributes={"value": 3500, "counted": "الجنود الأجانب"}),
        mark("figure", 10, 12, attributes={"value": 900, "counted": "جندي", "unit": "soldier(US)"}),
        mark("figure", 13, 15, attributes={"value": 35, "unit": "%"}),
        mark("figure", 16, 18, attributes={"op": "vague"}),
        mark("figure", 19, 22, attributes={"min": 20, "max": 99, "unit": "جندي"}),
    ]
    board = Board()
    board.put(3, *reading.read(ARTICLE, given, []))
    groups = [(group.title, group.figures, group.low, group.high) for group in board.groups()]
    assert groups == [
        ("جندي", 3, 20, 3500),
        ("%", 1, 35, 35),
        ("soldier(US)", 1, 900, 900),
        ("", 1, None, None),
    ]


def test_a_figure_lies_in_the_tightest_claim_and_is_said_by_who_made_that(
    reading: Reading, mark: Any, labels: LabelSet
) -> None:
    wide, tight = mark("claim", 0, 50, attributes={"attribution": "outlet"}), mark("claim", 10, 40)
    actor, person = mark("actor", 1, 5, entity_id=50), mark("actor", 6, 9, "الناطق")
    figure, outside = mark("figure", 20, 25), mark("figure", 45, 60)
    kind = labels.relation_type_by_name["attributed_to"].id
    links = [
        Relation(id=900 + place, uuid="r", layer_id=3, type_id=kind, source_id=tight.id, target_id=item.id)
        for place, item in enumerate((actor, person))
    ]
    figures, claims = reading.read(ARTICLE, [wide, tight, actor, person, figure, outside], links)
    inside = figures[0].claim
    assert inside is not None
    assert (inside.annotation, figures[1].claim) == (tight, None)
    assert [(item.kind, item.name) for item in inside.speakers] == [
        ("entity", "الحكومة"),
        ("words", "الناطق"),
    ]
    assert [(item.kind, item.name) for item in claims[0].speakers] == [("outlet", "قناة")]


def test_speakers_with_the_most_claims_come_first_and_those_nobody_names_last(
    reading: Reading, mark: Any, labels: LabelSet
) -> None:
    kind = labels.relation_type_by_name["attributed_to"].id
    actor = mark("actor", 0, 3, "واشنطن")
    claims = [mark("claim", start, start + 5) for start in (10, 20, 30, 40)]
    unnamed = mark("claim", 50, 60, attributes={"attribution": "anonymous"})
    links = [Relation(id=900, uuid="r", layer_id=3, type_id=kind, source_id=claims[0].id, target_id=actor.id)]
    board = Board()
    board.put(3, *reading.read(OTHER, [actor, *claims, unnamed], links))
    found = [(said.speaker.kind, said.claims, said.articles) for said in board.speakers()]
    assert found == [("words", 1, 1), ("nobody", 3, 1), ("unnamed", 1, 1)]
    assert [claim.annotation for claim in board.of_speaker("nobody")] == claims[1:]


def test_the_tables_hold_every_figure_and_every_claim_of_every_speaker(reading: Reading, mark: Any) -> None:
    figures = [mark("figure", 0, 5, "2500", attributes={"value": 2500, "op": "~"}), mark("figure", 6, 9)]
    claim = mark("claim", 0, 9, "زعم", attributes={"attribution": "anonymous", "mode": "direct"})
    board = Board()
    board.put(3, *reading.read(ARTICLE, [*figures, claim], []))
    said = Comparison(
        id=1, uuid="c", source_id=figures[0].id, target_id=figures[1].id, verdict="conflict", note="؟",
        reviewer_id=7, at="now",
    )  # fmt: skip
    head, *rows = figure_table(board, [said])
    assert tuple(head) == FIGURE_COLUMNS
    first = dict(zip(FIGURE_COLUMNS, rows[0], strict=True))
    assert first["value"] == 2500
    assert (first["min"], first["op"], first["source"], first["claim"]) == (None, "~", "قناة", "زعم")
    assert (first["conflicts_with"], first["agrees_with"]) == (figures[1].uuid, "")
    assert (first["comparison_notes"], first["said_by"], first["id"]) == ("؟", "unnamed", figures[0].uuid)
    head, *rows = claim_table(board)
    assert (tuple(head), len(rows)) == (CLAIM_COLUMNS, 1)
    assert dict(zip(CLAIM_COLUMNS, rows[0], strict=True))["mode"] == "direct"


STEPS = st.lists(
    st.tuples(
        st.integers(1, 3),
        st.lists(st.tuples(st.sampled_from(["figure", "claim"]), st.integers(0, 4)), max_size=5),
    ),
    max_size=8,
)


@given(steps=STEPS)
def test_however_layers_change_the_board_is_as_if_read_anew(reading: Reading, mark: Any, steps: Any) -> None:
    board, last = Board(), {}
    for layer_id, rows in steps:
        marked = [
            replace(
                mark(
                    label, 10 * place, 10 * place + 4, attributes={"value": number, "unit": "abcde"[number]}
                ),
                layer_id=layer_id,
            )
            for place, (label, number) in enumerate(rows)
        ]
        last[layer_id] = reading.read(replace(ARTICLE, document_id=layer_id), marked, [])
        board.put(layer_id, *last[layer_id])
        board.groups()  # what is remembered of groups must not outlive them
    fresh = Board()
    for layer_id, contents in last.items():
        fresh.put(layer_id, *contents)
    assert board.groups() == fresh.groups()
    assert board.speakers() == fresh.speakers()
    assert (board.figures, board.claims) == (fresh.figures, fresh.claims)
    assert sum(group.figures for group in board.groups()) == len(board.figures)
