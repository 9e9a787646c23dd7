"""Which entity an annotation may mention."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core.records import Annotation, Entity
from annotator.core.schema import LabelSet
from annotator.suggest.entities import (
    EntityIndex,
    Likely,
    Names,
    entity_proposal,
    kind_and_role,
    name_for_new,
    preferred,
)
from annotator.suggest.history import History

MEASURED = Path(__file__).parents[1] / "data" / "entities" / "measured.tsv"

KNOWN = {
    "محمد شياع السوداني": (),
    "الحكومة العراقية": (),
    "وزارة الدفاع الأميركية": (),
    "تنظيم الدولة الإسلامية": (),
    "التحالف الدولي": ("قوات التحالف الدولي",),
    "مسؤول في وزارة الدفاع الأميركية": (),
    "مستشارو التحالف الدولي": (),
    "القوات المسلحة الأميركية": (),
    "حكومة الولايات المتحدة": (),
    "جو بايدن": (),
    "هانتر بايدن": (),
    "وزارة الخارجية العراقية": (),
    "وزارة الخارجية الأميركية": (),
}

LIKELIEST = {
    "محمد شياع السوداني": "محمد شياع السوداني",
    "رئيس الوزراء محمد شياع السوداني": "محمد شياع السوداني",
    "السوداني": "محمد شياع السوداني",
    "الرئيس السوداني": None,
    "وزارة الدفاع الأمريكية": "وزارة الدفاع الأميركية",
    "وزارة الدفاع": "وزارة الدفاع الأميركية",
    "البنتاغون": "وزارة الدفاع الأميركية",
    "داعش": "تنظيم الدولة الإسلامية",
    "تنظيم الدولة": "تنظيم الدولة الإسلامية",
    "قوات التحالف الدولي": "التحالف الدولي",
    "مسؤولًا كبيرًا في وزارة الدفاع الأميركية": "مسؤول في وزارة الدفاع الأميركية",
    "مستشاري التحالف الدولي": "مستشارو التحالف الدولي",
    "لقوات المسلحة الأميركية": "القوات المسلحة الأميركية",
    "القوات الأميركية": "القوات المسلحة الأميركية",
    "العراق": "الحكومة العراقية",
    "بغداد": "الحكومة العراقية",
    "الجانب الأميركي": "حكومة الولايات المتحدة",
    "واشنطن": "حكومة الولايات المتحدة",
    "الرئيس الأميركي جو بايدن": "جو بايدن",
    "بايدن": None,
    "وزارة الخارجية": None,
    "العراقي": None,
    "الجيش": None,
    "": None,
}


@pytest.fixture
def entity(labels: LabelSet) -> Callable[..., Entity]:
    def make(name: str, row_id: int, label: str = "actor", aliases: tuple[str, ...] = ()) -> Entity:
        label_id = labels.label_by_name[label].id
        return Entity(id=row_id, uuid=f"e{row_id}", label_id=label_id, name=name, aliases=aliases)

    return make


@pytest.fixture
def index(entity: Any, names: Names) -> EntityIndex:
    return EntityIndex([entity(name, 1000 + n, "actor", KNOWN[name]) for n, name in enumerate(KNOWN)], names)


@pytest.fixture
def actor(labels: LabelSet) -> int:
    return labels.label_by_name["actor"].id


def said(found: list[Likely]) -> list[tuple[Entity, float, str]]:
    return [(item.entity, item.confidence, str(item.reason)) for item in found]


def named(found: Likely | None) -> str | None:
    return None if found is None else found.entity.name


@pytest.mark.parametrize("quote", LIKELIEST)
def test_the_words_propose_an_entity(index: EntityIndex, actor: int, quote: str) -> None:
    assert named(preferred(index.propose(quote, actor))) == LIKELIEST[quote]


def test_several_that_are_as_likely_are_offered_and_none_is_chosen(index: EntityIndex, actor: int) -> None:
    found = index.propose("بايدن", actor)
    assert {item.entity.name for item in found} == {"جو بايدن", "هانتر بايدن"}
    assert preferred(found) is None


def test_an_adjective_is_not_its_country(entity: Any, names: Names, actor: int) -> None:
    index = EntityIndex([entity("العراق", 1)], names)
    assert index.propose("العراقي", actor) == []
    assert index.propose("العراقية", actor) == []


def test_a_capital_does_not_stand_for_its_state_as_a_place(
    entity: Any, names: Names, labels: LabelSet
) -> None:
    label = labels.label_by_name["location"].id
    index = EntityIndex([entity("العراق", 1, "location")], names)
    assert index.propose("بغداد", label, places=True) == []
    assert named(preferred(index.propose("الأراضي العراقية", label, places=True))) == "العراق"


def test_entities_of_other_labels_are_not_proposed(index: EntityIndex, labels: LabelSet) -> None:
    assert index.propose("السوداني", labels.label_by_name["location"].id) == []


def test_what_reviewers_linked_most_wins(index: EntityIndex, names: Names, actor: int) -> None:
    history = History(names.spelling)
    history.add("السوداني", actor, 1009, count=4)
    assert named(preferred(index.propose("السوداني", actor, history))) == "جو بايدن"
    history.add("السوداني", actor, 1000, count=1)
    found = index.propose("السوداني", actor, history)
    assert [item.entity.id for item in found] == [1009, 1000]
    assert "(4 of 5)" in str(found[0].reason)
    history.add("السوداني", actor, 1000, count=3)
    assert preferred(index.propose("السوداني", actor, history)) is None


def test_a_role_given_elsewhere_tells_who_holds_it(index: EntityIndex, names: Names, actor: int) -> None:
    history = History(names.spelling)
    history.add("رئيس الوزراء محمد شياع السوداني", actor, 1000, {"role": "رئيس الوزراء"})
    assert named(preferred(index.propose("رئيس الوزراء", actor, history))) == "محمد شياع السوداني"
    assert named(preferred(index.propose("رئيس الوزراء العراقي", actor, history))) == "محمد شياع السوداني"


def test_an_entity_that_is_gone_is_not_proposed_from_history(
    index: EntityIndex, names: Names, actor: int
) -> None:
    history = History(names.spelling)
    history.add("الجيش", actor, 99)
    assert index.propose("الجيش", actor, history) == []


def test_the_index_follows_changes(index: EntityIndex, entity: Any, actor: int) -> None:
    army = entity("الجيش العراقي", 1)
    index.follow(None, army)
    assert named(preferred(index.propose("الجيش العراقي", actor))) == "الجيش العراقي"
    renamed = replace(army, name="القوات البرية", aliases=("جيش البر",))
    index.follow(army, renamed)
    assert index.propose("الجيش العراقي", actor) == []
    assert named(preferred(index.propose("جيش البر", actor))) == "القوات البرية"
    index.follow(renamed, None)
    assert index.propose("جيش البر", actor) == []


@given(
    changes=st.lists(
        st.tuples(st.integers(1, 4), st.sampled_from([*KNOWN, "بغداد", "العراق", None])), max_size=12
    )
)
def test_following_changes_gives_what_building_gives(
    entity: Any, names: Names, actor: int, changes: list[tuple[int, str | None]]
) -> None:
    index, there = EntityIndex([], names), dict[int, Entity]()
    for row_id, name in changes:
        after = None if name is None else entity(name, row_id)
        index.follow(there.pop(row_id, None), after)
        if after is not None:
            there[row_id] = after
    fresh = EntityIndex(there.values(), names)
    for quote in LIKELIEST:
        assert said(index.propose(quote, actor)) == said(fresh.propose(quote, actor))


@pytest.mark.parametrize(
    ("quote", "name"),
    [
        ("وزير الخارجية العراقي فؤاد حسين", "فؤاد حسين"),
        ("السوداني", "السوداني"),
        ("«الجيش  العراقي»", "الجيش العراقي"),
        ("رئيس الوزراء", ""),
        ("الحكومة", ""),
    ],
)
def test_a_new_entity_is_called_by_the_name_without_the_title(names: Names, quote: str, name: str) -> None:
    assert name_for_new(quote, names) == name


def test_kind_and_role_come_from_the_words(names: Names, labels: LabelSet, actor: int) -> None:
    history = History(names.spelling)
    told = kind_and_role("وزير الخارجية فؤاد حسين", actor, None, history, names, labels)
    assert told == {"kind": "person", "role": "وزير الخارجية"}
    place = labels.label_by_name["location"].id
    assert kind_and_role("قاعدة عين الأسد", place, None, history, names, labels) == {"kind": "base"}
    assert kind_and_role("بغداد", place, None, history, names, labels) == {"kind": "city"}
    assert kind_and_role("بغداد", actor, None, history, names, labels) == {"kind": "state"}
    assert kind_and_role("القاعدة", actor, None, history, names, labels) == {"kind": "armed group"}


def test_kind_comes_from_the_same_words_before_and_else_from_the_entity(
    names: Names, labels: LabelSet, actor: int, entity: Any
) -> None:
    history = History(names.spelling)
    history.add("محمد شياع السوداني", actor, 5, {"kind": "person"}, 3)
    history.add("القوات", actor, 6, {"kind": "collective"}, 3)
    someone = entity("محمد شياع السوداني", 5)
    assert kind_and_role("السوداني", actor, someone, history, names, labels) == {"kind": "person"}
    assert kind_and_role("القوات", actor, None, history, names, labels) == {"kind": "collective"}


def test_a_label_without_entities_gets_no_proposal(
    index: EntityIndex, names: Names, labels: LabelSet, spot: Any
) -> None:
    claim = spot("قال السوداني", "السوداني", "claim")
    assert entity_proposal(claim, "قال السوداني", index, History(names.spelling), labels).is_empty


def test_the_proposal_says_why(index: EntityIndex, names: Names, labels: LabelSet, spot: Any) -> None:
    text = "قال رئيس الوزراء محمد شياع السوداني"
    proposal = entity_proposal(
        spot(text, "رئيس الوزراء محمد شياع السوداني"), text, index, History(names.spelling), labels
    )
    assert (proposal.entity_id, proposal.entity_name) == (1000, "")
    assert proposal.attributes == {"kind": "person", "role": "رئيس الوزراء"}
    assert list(map(str, proposal.reasons)) == [
        "محمد شياع السوداني: is its name after the title “رئيس الوزراء”"
    ]


def test_where_nothing_fits_the_name_of_a_new_entity_is_proposed(
    index: EntityIndex, names: Names, labels: LabelSet, spot: Any
) -> None:
    text = "حذر زعيم التيار الصدري مقتدى الصدر"
    proposal = entity_proposal(
        spot(text, "زعيم التيار الصدري مقتدى الصدر"), text, index, History(names.spelling), labels
    )
    assert (proposal.entity_id, proposal.entity_name) == (None, "مقتدى الصدر")


def outcome(
    gold: tuple[str, list[Annotation], dict[int, Entity]],
    index: EntityIndex,
    history: History,
    labels: LabelSet,
    *,
    known: set[int],
    learning: bool,
) -> Counter[str]:
    """How often the right entity is proposed first, another, a new one for a new one, or none."""
    text, mentions, entities = gold
    counts: Counter[str] = Counter()
    for mention in mentions:
        bare = replace(mention, attributes={}, entity_id=None)
        found = entity_proposal(bare, text, index, history, labels).entity_id
        is_new = mention.entity_id not in known
        if found is None:
            counts["new" if is_new else "none"] += 1
        else:
            counts["right" if found == mention.entity_id else "wrong"] += 1
        if learning and mention.entity_id is not None:
            if is_new:
                known.add(mention.entity_id)
                index.follow(None, entities[mention.entity_id])
            history.follow(None, mention)
    return counts


def test_with_all_entities_known_most_mentions_get_theirs_and_none_another(
    gold: Any, labels: LabelSet, names: Names
) -> None:
    entities = gold[2]
    index = EntityIndex(entities.values(), names)
    counts = outcome(gold, index, History(names.spelling), labels, known=set(entities), learning=False)
    assert counts["wrong"] == 0
    assert counts["right"] >= 73


def test_annotating_in_order_every_repeated_mention_gets_its_entity_or_none(
    gold: Any, labels: LabelSet, names: Names
) -> None:
    counts = outcome(
        gold, EntityIndex([], names), History(names.spelling), labels, known=set(), learning=True
    )
    assert counts["wrong"] == 0
    assert (counts["right"], counts["new"]) >= (51, 25)


def test_in_articles_never_tuned_on_most_mentions_get_their_entity_and_none_another(
    gold: Any, labels: LabelSet, names: Names
) -> None:
    _text, mentions, entities = gold
    index, history = EntityIndex(entities.values(), names), History(names.spelling)
    for mention in mentions:
        history.follow(None, mention)
    known = {(item.label_id, item.name): item for item in entities.values()}
    counts: Counter[str] = Counter()
    for number, line in enumerate(MEASURED.read_text("utf-8").splitlines(), 5000):
        if line.startswith("#"):
            continue
        label, words, name = line.split("\t")
        label_id, text = labels.label_by_name[label].id, words.replace("|", "")
        start = max(words.find("|"), 0)
        quote = text[start:]
        bare = Annotation(
            id=number,
            uuid=f"u{number}",
            layer_id=1,
            label_id=label_id,
            start=start,
            end=len(text),
            quote=quote,
            reviewer_id=1,
        )
        proposal = entity_proposal(bare, text, index, history, labels)
        right = known.get((label_id, name))
        if proposal.entity_id is not None:
            counts["right" if right is not None and right.id == proposal.entity_id else "wrong"] += 1
        else:
            counts["new" if right is None else "none"] += 1
        if right is None:
            right = Entity(id=number, uuid=f"e{number}", label_id=label_id, name=name)
            known[label_id, name] = right
            index.follow(None, right)
        history.add(quote, label_id, right.id)
    assert counts == {"right": 93, "new": 24, "none": 11}


@pytest.mark.parametrize(
    ("quote", "name"),
    [
        ('تنظيم الدولة الإسلامية "داعش"', 'تنظيم الدولة الإسلامية "داعش"'),
        ("مقر وزارة الدفاع (البنتاغون)", "مقر وزارة الدفاع (البنتاغون)"),
        ('"القيادة المركزية"', "القيادة المركزية"),
        ("القيادة المركزية)", "القيادة المركزية"),
        ("«القيادة» و«الأركان»", "«القيادة» و«الأركان»"),
        ('"', ""),
        ("تركيا، والعراق", "تركيا، والعراق"),
    ],
)
def test_a_new_name_keeps_the_quotes_and_brackets_within_it(quote: str, name: str, names: Names) -> None:
    assert name_for_new(quote, names) == name


def test_unnamed_officials_and_the_forces_of_others_are_not_taken_for_one(names: Names) -> None:
    officials = Entity(id=1, uuid="1", label_id=1, name="مسؤولين أميركيين وعراقيين")
    forces = Entity(id=2, uuid="2", label_id=1, name="القوات العراقية")
    index = EntityIndex([officials, forces], names)
    assert index.propose("مسؤولون أمريكيون", 1) == []
    assert index.propose("قوات الأمن العراقية", 1) == []
    assert [item.entity for item in index.propose("القوات المسلحة العراقية", 1)] == [forces]
