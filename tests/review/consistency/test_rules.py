"""What each rule finds in a few articles, and what it leaves in peace; and what mending makes of it."""

import itertools
from typing import Any

import pytest
from msgspec.structs import replace

from annotator.core.change import EditContext
from annotator.core.records import Annotation, Dismissal, Layer
from annotator.core.schema import LabelSet
from annotator.review.consistency import (
    Group,
    Index,
    LayerState,
    Project,
    Reading,
    Words,
    dismiss,
    examine,
    mend,
    undismiss,
)


def without_title(quote: str) -> str:
    return quote.removeprefix("الرئيس ")


class Shelf:
    """Articles with their annotations, and what is found in all of them."""

    def __init__(self, labels: LabelSet) -> None:
        self.labels = labels
        self.texts: list[str] = []
        self.marks: list[list[Annotation]] = []
        self.dismissals: list[list[Dismissal]] = []
        self.others: list[list[Annotation]] = []
        self._ids = itertools.count(100)

    def add(self, text: str, *marked: tuple[str, str] | tuple[str, str, dict[str, Any]]) -> int:
        self.texts.append(text)
        made: list[Annotation] = []
        seen: dict[str, int] = {}
        for quote, label, *more in marked:
            start = text.index(quote, seen.get(quote, 0))
            seen[quote] = start + 1 if not more or not more[0].pop("again", False) else start
            made.append(self.mark(text, quote, label, start, *more))
        self.marks.append(made)
        self.others.append([])
        self.dismissals.append([])
        return len(self.texts)

    def mark(self, text: str, quote: str, label: str, start: int, more: Any = None) -> Annotation:
        row_id = next(self._ids)
        return Annotation(
            id=row_id,
            uuid=f"u{row_id}",
            layer_id=len(self.texts),
            label_id=self.labels.label_by_name[label].id,
            start=start,
            end=start + len(quote),
            quote=quote,
            reviewer_id=1,
            **(more or {}),
        )

    def reading(self, number: int) -> Reading:
        place = number - 1
        parts = tuple(self.marks[place]), (), (), tuple(self.dismissals[place]), tuple(self.others[place])
        return Reading(number, self.texts[place], *parts)

    def groups(self) -> dict[tuple[str, str], Group]:
        index = Index(self.labels, without_title)
        for number, text in enumerate(self.texts, 1):
            index.put(examine(self.reading(number), self.labels, Words(text)))
        for number in index.stale():
            index.scan(number, Words(self.texts[number - 1]))
        index.settle()
        return index.groups

    def found(self, *rules: str) -> list[tuple[str, int, str]]:
        found = [
            (group.rule, row.document_id, row.start, self.texts[row.document_id - 1][row.start : row.end])
            for group in self.groups().values()
            for row in group.rows
            if not rules or group.rule in rules
        ]
        return [(rule, number, quote) for rule, number, _, quote in sorted(found)]

    def state(self, number: int) -> LayerState:
        annotations = {item.id: item for item in self.marks[number - 1]}
        layer = Layer(id=number, document_id=number, reviewer_id=1)
        return LayerState(number, self.texts[number - 1], layer, annotations, {})


@pytest.fixture
def shelf(labels: LabelSet) -> Shelf:
    return Shelf(labels)


@pytest.fixture
def context() -> EditContext:
    ids, uuids = itertools.count(1000), itertools.count(1)
    return EditContext(1, "now", ids.__next__, lambda: f"uuid-{next(uuids)}")


# --- same words, different labels ---


def test_the_rarer_label_of_the_same_words_is_told(shelf: Shelf) -> None:
    for _ in range(5):
        shelf.add("عاد إلى العِراق.", ("العِراق", "location"))
    shelf.add("رد العراق.", ("العراق", "actor"))
    assert shelf.found() == [("labels", 6, "العراق")]
    (group,) = shelf.groups().values()
    assert group.severity == "warning"
    assert [count for _, count in group.counts] == [5, 1]


def test_labels_by_context_are_only_worth_knowing(shelf: Shelf) -> None:
    for _ in range(3):
        shelf.add("عاد إلى العراق.", ("العراق", "location"))
        shelf.add("رد العراق.", ("العراق", "actor"))
    (group,) = shelf.groups().values()
    assert (group.rule, group.severity, len(group.rows)) == ("labels", "info", 3)


def test_where_the_label_goes_by_context_what_is_not_marked_is_only_worth_knowing(shelf: Shelf) -> None:
    for label in ("actor", "actor", "location"):
        shelf.add("بغداد.", ("بغداد", label))
    shelf.add("زار بغداد.")
    assert [group.severity for key, group in shelf.groups().items() if key[0] == "unmarked"] == ["info"]


def test_two_labels_on_the_same_words_at_once_are_meant(shelf: Shelf) -> None:
    shelf.add("قالت 4 مصادر.", ("4 مصادر", "figure", {"again": True}), ("4 مصادر", "actor"))
    shelf.add("قالت 4 مصادر.", ("4 مصادر", "figure"))
    assert shelf.found("labels") == []


def test_layers_of_others_tell_what_most_have(shelf: Shelf) -> None:
    text = "عاد إلى العراق."
    shelf.add(text, ("العراق", "actor"))
    assert shelf.found() == []
    shelf.others[0] = [shelf.mark(text, "العراق", "location", text.index("العراق")) for _ in range(2)]
    assert shelf.found() == [("labels", 1, "العراق")]


# --- marked elsewhere ---

UNMARKED = (
    # marked in one article, the text of another, what is told of it
    ("العراق", "وصل إلى العراق.", ["العراق"]),
    ("العراق", "والعراق بالعراق وللعراق", ["العراق", "العراق", "لعراق"]),
    ("القوات الأميركية", "للقوات الأميركيّة", ["لقوات الأميركيّة"]),
    ("العراق", "القوات العراقية", []),
    ("العراق", "عراقي وعراق", []),
    ("الولايات المتحدة", "الولايات\nالمتحدة", ["الولايات\nالمتحدة"]),
    ("الولايات المتحدة", "الولايات، المتحدة", []),
    ("قطر", "قطر.", ["قطر"]),
    ("هو", "قال هو هو", []),
)


@pytest.mark.parametrize(("quote", "text", "expected"), UNMARKED)
def test_what_is_marked_elsewhere_is_found_as_a_word(
    shelf: Shelf, quote: str, text: str, expected: list[str]
) -> None:
    shelf.add(f"{quote}.", (quote, "actor"))
    shelf.add(text)
    assert shelf.found() == [("unmarked", 2, found) for found in expected]


def test_a_name_inside_a_longer_one_is_a_part_of_it(shelf: Shelf) -> None:
    shelf.add("بغداد. جامعة بغداد.", ("بغداد", "location"), ("جامعة بغداد", "actor"))
    shelf.add("زار جامعة بغداد.")
    assert shelf.found() == [("unmarked", 2, "جامعة بغداد")]


def test_a_name_inside_a_claim_is_looked_for(shelf: Shelf) -> None:
    shelf.add("بغداد.", ("بغداد", "location"))
    shelf.add("قال إن بغداد آمنة.", ("بغداد آمنة", "claim", {"attributes": {"attribution": "outlet"}}))
    assert shelf.found() == [("unmarked", 2, "بغداد")]


def test_a_rejected_suggestion_is_let_stand_here_too(shelf: Shelf, labels: LabelSet) -> None:
    shelf.add("بغداد.", ("بغداد", "location"))
    shelf.add("في بغداد")
    label = labels.label_by_name["location"].id
    shelf.dismissals[1] = [
        Dismissal(
            id=1,
            layer_id=2,
            rule="suggest:mention",
            subject=f"{label}:3:8",
            reason="rejected",
            reviewer_id=1,
            at="",
        )
    ]
    (group,) = shelf.groups().values()
    assert group.open == ()


# --- boundaries ---

BOUNDARIES = (
    # marked twice, text, marked there, where it would be
    ("العراق", "رد والعراق.", "والعراق", "العراق"),
    ("السوداني", "قال «السوداني» أمس", "«السوداني»", "السوداني"),
    ("السوداني", "قال السوداني، أمس", "السوداني،", "السوداني"),
    ("الرئيس السوداني", "قال الرئيس السوداني", "السوداني", "الرئيس السوداني"),
    ("السوداني", "قال الرئيس السوداني", "الرئيس السوداني", "السوداني"),
    ("القوات", "انسحاب القوات", "قوات", "القوات"),
)


@pytest.mark.parametrize(("common", "text", "marked", "expected"), BOUNDARIES)
def test_boundaries_are_told_where_most_have_others(
    shelf: Shelf, context: EditContext, common: str, text: str, marked: str, expected: str
) -> None:
    shelf.add(f"{common}. {common}.", (common, "actor"), (common, "actor"))
    number = shelf.add(text, (marked, "actor"))
    (group,) = [group for group in shelf.groups().values() if group.rule == "boundaries"]
    (row,) = group.rows
    assert row.document_id == number
    assert row.target is not None
    assert text[slice(*row.target)] == expected

    (transaction,) = mend(context, shelf.state(number), group, group.rows, Project(shelf.labels))
    (moved,) = [after for _, after in transaction.of(Annotation)]
    assert moved is not None
    assert moved.quote == expected


def test_other_words_of_the_same_end_are_no_boundary(shelf: Shelf) -> None:
    shelf.add("العراق. العراق.", ("العراق", "location"), ("العراق", "location"))
    shelf.add("شمال العراق", ("شمال العراق", "location"))
    assert shelf.found("boundaries") == []


# --- twins ---

SENTENCE = "أعلن التحالف الدولي انسحاب القوات من بغداد"


def test_a_sentence_that_stands_twice_is_annotated_alike(shelf: Shelf, context: EditContext) -> None:
    shelf.add(f"{SENTENCE}.", ("بغداد", "location"), ("التحالف الدولي", "actor"))
    text = f"صورة\nأعلن التحالفُ الدولي، انسحاب القوات من بغداد!\n{SENTENCE}."
    number = shelf.add(text, ("بغداد", "location"))
    groups = [group for group in shelf.groups().values() if group.rule == "twins"]
    (group,) = groups
    assert [row.document_id for row in group.rows] == [2, 2]

    made = list(mend(context, shelf.state(number), group, group.rows, Project(shelf.labels), shelf.state(1)))
    quotes = [after.quote for t in made for _, after in t.of(Annotation) if after]
    assert sorted(quotes) == ["التحالف الدولي", "التحالفُ الدولي", "بغداد"]
    assert {after.origin for t in made for _, after in t.of(Annotation) if after} == {"propagated"}


def test_a_short_sentence_may_well_stand_twice(shelf: Shelf) -> None:
    shelf.add("في بغداد.", ("بغداد", "location"))
    shelf.add("في بغداد.")
    assert shelf.found("twins") == []


# --- what lint finds ---


def test_what_lint_finds_in_all_articles_comes_together(shelf: Shelf) -> None:
    shelf.add("قتل 5 جنود", ("5 جنود", "figure"))
    shelf.add("قتل 6 جنود", ("6 جنود", "figure", {"attributes": {"value": 6, "op": "="}}))
    shelf.add("قال إنه سيعود", ("سيعود", "claim"))
    assert shelf.found() == [("no source", 3, "سيعود"), ("no unit", 2, "6 جنود"), ("no value", 1, "5 جنود")]


# --- mending, letting stand ---


def test_relabelled_to_what_most_have(shelf: Shelf, context: EditContext) -> None:
    shelf.add("العراق. العراق.", ("العراق", "location"), ("العراق", "location"))
    shelf.add("العراق والعراق", ("العراق", "actor"), ("العراق", "actor"))
    shelf.marks[1][1] = replace(shelf.marks[1][1], label_id=shelf.labels.label_by_name["location"].id)
    (group,) = shelf.groups().values()
    state = shelf.state(2)
    list(mend(context, state, group, group.rows, Project(shelf.labels)))
    assert {item.label_id for item in state.annotations.values()} == {group.label_id}
    assert list(mend(context, state, group, group.rows, Project(shelf.labels))) == []


def test_marked_with_the_entity_all_others_mention(shelf: Shelf, context: EditContext) -> None:
    from annotator.core.records import Entity

    shelf.add("بغداد.", ("بغداد", "location", {"entity_id": 9}))
    shelf.add("من بغداد إلى بغداد")
    (group,) = shelf.groups().values()
    place = shelf.labels.label_by_name["location"]
    known = Project(shelf.labels, (Entity(id=9, uuid="e", label_id=place.id, name="بغداد"),))
    state = shelf.state(2)
    (transaction,) = mend(context, state, group, group.rows, known)
    assert [item.entity_id for item in state.annotations.values()] == [9, 9]
    assert transaction.name == "mark all"


@pytest.mark.parametrize("rule", ["labels", "unmarked", "boundaries", "twins", "no value"])
def test_what_is_let_stand_stands_until_it_is_taken_back(
    shelf: Shelf, context: EditContext, rule: str
) -> None:
    shelf.add(
        f"{SENTENCE}. العراق العراق", ("العراق", "location"), ("العراق", "location"), ("بغداد", "actor")
    )
    shelf.add("والعراق، العراق", ("والعراق", "location"), ("العراق", "actor", {"again": True}))
    shelf.marks[1][1] = shelf.mark("والعراق، العراق", "العراق", "actor", 9)
    shelf.add(f"{SENTENCE}. 5", ("5", "figure"))
    shelf.add("في العراق")
    group = next(group for group in shelf.groups().values() if group.rule == rule)
    number = group.rows[0].document_id
    state = shelf.state(number)
    rows = [row for row in group.rows if row.document_id == number]

    made = [
        after
        for transaction in dismiss(context, state, group, rows, "meant")
        for _, after in transaction.of(Dismissal)
        if after is not None
    ]
    shelf.dismissals[number - 1] = made
    now = shelf.groups()[group.key]
    assert [row for row in now.open if row.document_id == number] == []
    dismissed = [row for row in now.rows if row.document_id == number]
    assert {row.dismissal.reason for row in dismissed if row.dismissal} == {"meant"}

    gone = [before for t in undismiss(context, state, dismissed) for before, _ in t.of(Dismissal)]
    assert gone == made
