"""The index, kept in step edit by edit, knows what one made at once of all documents knows."""

from array import array
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from annotator.core.records import Annotation, Dismissal, Zone
from annotator.core.schema import LabelSet
from annotator.review.consistency import Index, Reading, Words, examine
from annotator.review.consistency.facts import checksum

TEXTS = (
    "قال رئيس الوزراء السوداني إن العراق باق. وأكد السوداني أن القوات في العراق.",
    "وصل السوداني إلى بغداد، وقال إن للقوات دورا في العراق والعراق قوي.",
    "قال رئيس الوزراء السوداني إن العراق باق. عاد «السوداني» من بغداد.",
    "لا شيء هنا.",
)
WORDS = ("السوداني", "رئيس الوزراء السوداني", "العراق", "والعراق", "القوات", "لقوات", "«السوداني»", "بغداد")


def without_title(quote: str) -> str:
    return quote.removeprefix("رئيس الوزراء ")


def place(text: str, word: str, nth: int) -> tuple[int, int] | None:
    start = -1
    for _ in range(nth + 1):
        start = text.find(word, start + 1)
        if start < 0:
            return None
    return start, start + len(word)


@st.composite
def readings(draw: st.DrawFn) -> Reading:
    number = draw(st.integers(0, len(TEXTS) - 1))
    text = TEXTS[number]
    marks: list[Annotation] = []
    others: list[Annotation] = []
    for row_id, (word, nth, label, own) in enumerate(
        draw(
            st.lists(
                st.tuples(st.sampled_from(WORDS), st.integers(0, 1), st.integers(0, 3), st.integers(0, 4)),
                max_size=6,
            )
        ),
        1,
    ):
        found = place(text, word, nth)
        if found is not None:
            made = Annotation(
                id=number * 100 + row_id,
                uuid=f"u{number}-{row_id}",
                layer_id=number + 1,
                label_id=label,
                start=found[0],
                end=found[1],
                quote=text[found[0] : found[1]],
                reviewer_id=1,
            )
            (marks if own else others).append(made)
    dismissals = (
        Dismissal(id=1, layer_id=1, rule=rule, subject=subject, reason="r", reviewer_id=1, at="")
        for rule, subject in draw(
            st.lists(
                st.sampled_from((("labels", "44:50:0"), ("no value", "u0-1"), ("twins", "1"))), max_size=1
            )
        )
    )
    zones = (Zone(id=1, layer_id=1, start=0, end=20, kind_id=-1),) if draw(st.booleans()) else ()
    return Reading(number, text, tuple(marks), (), zones, tuple(dismissals), tuple(others))


def relabelled(reading: Reading, labels: LabelSet) -> Reading:
    ids = [label.id for label in labels.labels]
    kind = next(kind.id for kind in labels.zone_kinds if kind.name == "boilerplate")

    def fit(items: tuple[Annotation, ...]) -> tuple[Any, ...]:
        return tuple(
            Annotation(**{**{f: getattr(a, f) for f in a.__struct_fields__}, "label_id": ids[a.label_id]})
            for a in items
        )

    zones = tuple(
        Zone(id=zone.id, layer_id=zone.layer_id, start=zone.start, end=zone.end, kind_id=kind)
        for zone in reading.zones
    )
    return Reading(
        reading.document_id,
        reading.text,
        fit(reading.annotations),
        (),
        zones,
        reading.dismissals,
        fit(reading.others),
    )


def scan_all(index: Index) -> None:
    while stale := index.stale():
        for document_id in stale:
            index.scan(document_id, Words(TEXTS[document_id]))


@settings(max_examples=150)
@given(st.lists(st.tuples(readings(), st.booleans(), st.booleans()), max_size=12))
def test_kept_in_step_it_is_what_it_would_be_if_made_at_once(labels: LabelSet, steps: Any) -> None:
    kept = Index(labels, without_title)
    shown: dict[Any, Any] = {}
    known: dict[int, Reading] = {}
    for reading, goes, settles in steps:
        if goes:
            kept.drop(reading.document_id)
            known.pop(reading.document_id, None)
        else:
            read = known[reading.document_id] = relabelled(reading, labels)
            kept.put(examine(read, labels, Words(read.text)))
        if settles:
            follow(shown, kept)
            scan_all(kept)
    scan_all(kept)
    follow(shown, kept)

    at_once = Index(labels, without_title)
    for read in known.values():
        at_once.put(examine(read, labels, Words(read.text)))
    scan_all(at_once)
    at_once.settle()

    assert kept.groups == at_once.groups == shown
    assert kept.facts == at_once.facts


def follow(shown: dict[Any, Any], index: Index) -> None:
    for key, group in index.settle().items():
        if group is None:
            del shown[key]
        else:
            shown[key] = group


def test_the_facts_of_a_document_are_few(labels: LabelSet) -> None:
    facts = examine(Reading(1, TEXTS[0], (), (), (), ()), labels, Words(TEXTS[0]))
    assert isinstance(facts.words, array)
    assert facts.has_word(checksum("العراق"))
    assert not facts.has_word(checksum("لندن"))


def test_of_sentences_that_stand_once_there_is_nothing_to_settle(labels: LabelSet) -> None:
    index = Index(labels)
    index.put(examine(Reading(0, TEXTS[0], (), (), (), ()), labels, Words(TEXTS[0])))
    index.settle()
    index.put(examine(Reading(1, TEXTS[1], (), (), (), ()), labels, Words(TEXTS[1])))
    assert index.is_settled

    index.put(examine(Reading(2, TEXTS[2], (), (), (), ()), labels, Words(TEXTS[2])))
    assert not index.is_settled
