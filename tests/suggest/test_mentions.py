"""The other places where the words of an annotation stand."""

from collections import Counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core import edits
from annotator.core.records import Annotation, Entity, Span
from annotator.core.schema import LabelSet
from annotator.suggest.history import History
from annotator.suggest.mentions import (
    TICKED,
    Finder,
    Mention,
    NameWords,
    Sought,
    contexts,
    sought,
)
from annotator.suggest.places import word_before
from annotator.text.folding import fold
from annotator.text.graphemes import snap

NEWS = (
    "بحث العراق والولايات المتحدة وجود القوات الأميركية في العراق.\n"
    "وقال العراق إن للقوات الأمريكية قواعد بالعراق، والعراقية منها قليلة.\n"
    "وأكد العِراق ذلك."
)


@pytest.fixture
def history(name_words: NameWords) -> History:
    return History(name_words.spelling)


@pytest.fixture
def find(labels: LabelSet, name_words: NameWords, history: History) -> Any:
    def look(
        words: str,
        text: str = NEWS,
        label: str = "actor",
        annotations: Any = (),
        outside: Any = (),
        **more: Any,
    ) -> list[Mention]:
        around = more.pop("around", None)
        label_set = more.pop("label_set", labels)
        rejected = more.pop("rejected", ())
        what = Sought(words=words, label_id=labels.label_by_name[label].id, **{"document_id": 2} | more)
        finder = Finder(what, name_words, label_set, history, around)
        assert finder.may_be_in(text) or not list(finder.mentions(1, text))
        return list(finder.mentions(1, text, annotations, outside, rejected))

    return look


def forms(found: list[Mention]) -> list[str]:
    return [mention.form for mention in found]


def test_words_are_found_whole_with_their_proclitics_and_marks(find: Any) -> None:
    found = find("العراق")
    assert forms(found) == ["العراق", "العراق", "العراق", "بالعراق", "العِراق"]
    assert [mention.quote for mention in found] == ["العراق"] * 4 + ["العِراق"]


def test_after_lam_the_article_has_lost_its_alef(find: Any) -> None:
    found = find("القوات الأميركية")
    assert [mention.quote for mention in found] == ["القوات الأميركية", "لقوات الأمريكية"]
    assert forms(found) == ["القوات الأميركية", "للقوات الأمريكية"]
    assert [str(mention.reason) for mention in found] == ["is the same words", "is another spelling of it"]


def test_what_lost_its_alef_is_looked_for_with_it(spot: Any) -> None:
    mention = spot(NEWS, "لقوات الأمريكية")
    assert sought(NEWS, mention).words == "القوات الأمريكية"


def test_the_kind_goes_along_and_the_role_does_not(spot: Any, labels: LabelSet) -> None:
    actor = spot(NEWS, "العراق", attributes={"kind": "state", "role": "المضيف"}, entity_id=5)
    what = sought(NEWS, actor)
    assert (what.attributes, what.entity_id) == ({"kind": "state"}, 5)
    entity = Entity(id=5, uuid="e5", label_id=actor.label_id, name="العِراق", aliases=("بغداد",))
    assert sought(NEWS, actor, entity).names == ()
    assert sought(NEWS, actor, entity, names=True).names == ("بغداد",)


def test_other_names_are_found_too_and_said_to_be_such(find: Any) -> None:
    found = find("التنظيم", "قالت داعش إن التنظيم باق", names=("داعش",))
    assert [(mention.quote, str(mention.reason)) for mention in found] == [
        ("داعش", "is another name of it"),
        ("التنظيم", "is a common word that may name something else"),
    ]


def test_each_mention_comes_with_the_context_of_its_paragraph(find: Any) -> None:
    last = find("العراق")[-1]
    assert (last.before, last.after) == ("وأكد ", " ذلك.")


def test_what_is_marked_or_rejected_is_not_found(find: Any, spot: Any, labels: LabelSet) -> None:
    marked = [spot(NEWS, "العراق"), spot(NEWS, "العراق وال")]
    assert len(find("العراق", annotations=marked[:1])) == 4
    assert len(find("العراق", annotations=marked[1:])) == 5, "it lies inside a longer one"
    rejected = {(mention.rule, mention.subject) for mention in find("العراق")[2:]}
    assert len(find("العراق", rejected=rejected)) == 2


def test_inside_a_longer_one_of_the_label_it_is_not_ticked(find: Any, spot: Any) -> None:
    text = "قالت المقاومة الإسلامية في العراق ذلك"
    (found,) = find("العراق", text, annotations=[spot(text, "المقاومة الإسلامية في العراق")])
    assert not found.ticked
    assert "stands inside “المقاومة" in str(found.reason)
    (found,) = find("العراق", text, annotations=[spot(text, "العراق", "location")])
    assert not found.ticked
    assert str(found.reason) == "is marked location here"


def test_outside_the_article_it_is_not_ticked(find: Any) -> None:
    zone = Span(0, NEWS.index("\n"))
    assert [mention.ticked for mention in find("العراق", outside=[zone])] == [False, False, True, False, True]


LIKELY = {
    "القوات الأميركية": ("وصلت القوات الأميركية", 0.95),
    "التحالف": ("قال التحالف ذلك", 0.9),
    "أربيل": ("قالت أربيل ذلك", 0.75),
    "واشنطن": ("قالت واشنطن ذلك", 0.7),
    "سوريا": ("تعمل سوريا هنا", 0.75),
    "رئيس الوزراء": ("قال رئيس الوزراء ذلك", 0.4),
    "وزارة الدفاع": ("قالت وزارة الدفاع الأميركية ذلك", 0.4),
    "الحكومة": ("قالت الحكومة ذلك", 0.3),
    "كان": ("قد كان ذلك", 0.3),
    "ناس": ("قال ناس ذلك", 0.4),
}


@pytest.mark.parametrize("words", LIKELY)
def test_what_the_words_are_says_how_likely_a_mention_is(find: Any, words: str) -> None:
    text, confidence = LIKELY[words]
    (found,) = find(words, text)
    assert (found.confidence, found.ticked) == (confidence, confidence >= TICKED)


def test_a_common_word_with_the_article_is_likely_in_its_own_article(find: Any) -> None:
    (found,) = find("الحكومة", "قالت الحكومة ذلك", document_id=1)
    assert found.ticked


def test_a_state_is_a_place_after_a_word_of_place_and_an_actor_otherwise(find: Any) -> None:
    text = "زار وفد واشنطن ثم قالت واشنطن إن واشنطن بعيدة"
    assert [mention.ticked for mention in find("واشنطن", "في واشنطن و" + text, "location")] == [
        True,
        False,
        False,
        False,
    ]
    assert [mention.ticked for mention in find("واشنطن", "في واشنطن و" + text)] == [False, True, True, True]


def test_in_or_before_a_longer_name_of_the_same_it_is_not_ticked(find: Any, spot: Any) -> None:
    text = "قال رئيس الوزراء محمد شياع السوداني، وأضاف السوداني"
    entity = Entity(id=5, uuid="e5", label_id=1, name="محمد شياع السوداني")
    longer = sought(text, spot(text, "السوداني"), entity).longer
    assert longer == ("محمد شياع السوداني",)
    assert [item.ticked for item in find("السوداني", text, longer=longer)] == [False, True]
    (found,) = find("رئيس الوزراء", text, longer=longer, document_id=1)
    assert str(found.reason) == "stands in or before “محمد شياع السوداني”"


def test_a_first_letter_that_may_be_the_words_own_is_doubted(find: Any) -> None:
    (found,) = find("يصل", "وزار فيصل المدينة")
    assert str(found.reason) == "may be the word “فيصل”"
    (found,) = find("سوريا", "بين تركيا وسوريا")
    assert found.ticked


def test_of_words_with_two_labels_the_word_before_decides(
    find: Any, history: History, labels: LabelSet
) -> None:
    actor, location = (labels.label_by_name[name].id for name in ("actor", "location"))
    history.add("العراق", actor, count=3)
    history.add("العراق", location, count=4)
    text = "أعلن العراق في العراق ثم العراق"
    found = find("العراق", text)
    assert [mention.ticked for mention in found] == [True, False, False]
    assert list(map(str, (mention.reason for mention in found))) == [
        "after “أعلن” it is more likely actor",
        "after “في” it is more likely location",
        "is marked actor elsewhere (3), but also location (4)",
    ]
    assert [mention.ticked for mention in find("العراق", text, "location")] == [False, True, False]


def test_what_the_project_says_after_the_same_word_comes_first(
    find: Any, history: History, labels: LabelSet
) -> None:
    actor, location = (labels.label_by_name[name].id for name in ("actor", "location"))
    history.add("العراق", actor)
    history.add("العراق", location)
    around = {"في": Counter({actor: 3}), "اعلن": Counter({actor: 1, location: 1})}
    found = find("العراق", "أعلن العراق في العراق", around=around)
    assert [str(mention.reason) for mention in found] == [
        "after “أعلن” it is more likely actor",
        "after “في” it is marked actor in 3 of 3 places",
    ]


def test_contexts_count_labels_after_each_word(name_words: NameWords, spot: Any, labels: LabelSet) -> None:
    actor, location = (labels.label_by_name[name].id for name in ("actor", "location"))
    here = NEWS.index("في العراق") + 3
    with_proclitic = NEWS.index("بالعراق") + 1
    annotations = [
        spot(NEWS, "العراق"),
        spot(NEWS, "العراق", "location", here),
        spot(NEWS, "العراق", "location", with_proclitic),
        spot(NEWS, "القوات الأميركية"),
    ]
    what = Sought(words="العراق", label_id=actor)
    assert contexts(what, name_words, [(NEWS, annotations)]) == {
        "بحث": {actor: 1},
        "في": {location: 1},
        "بـ": {location: 1},
    }


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("في العراق", "في"),
        ("بالعراق", "بـ"),
        ("وبالعراق", "بـ"),
        ("إلى «العراق»", "الي"),
        ("قال والعراق", "قال"),
        ("انتهى. العراق", ""),
        ("وقال العراق", "قال"),
        ("وفد العراق", "وفد"),
        ("عنوان\nالعراق", ""),
        ("العراق", ""),
    ],
)
def test_the_word_before_is_a_proclitic_or_the_word_before_in_its_sentence(text: str, word: str) -> None:
    assert word_before(text, text.index("العراق"), {"قال", "وفد", "فد"}) == word


def test_a_label_set_that_keeps_proclitics_marks_whole_words(find: Any, labels: LabelSet) -> None:
    whole = LabelSet(
        replace(labels.scheme, proclitics="whole"), labels.labels, labels.attributes, labels.relation_types
    )
    assert [item.quote for item in find("القوات الأميركية", label_set=whole)] == [
        "القوات الأميركية",
        "للقوات الأمريكية",
    ]


PIECES = [
    *("العراق", "العِراق", "الـعـراق", "لعراق", "و", "ب", "ل", "لل", "ية", "في", " ", "ـ", "ّ", "\n", "«"),
    *("e\u0301", "\U0001f469\u200d\U0001f467"),
]


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_mentions_are_where_they_say_and_cut_no_cluster(find: Any, text: str) -> None:
    found = find("العراق", text)
    for mention in found:
        start, end = mention.span.start, mention.span.end
        assert text[start:end] == mention.quote
        assert snap(text, start, end) == (start, end)
        assert fold(mention.quote) in ("العراق", "لعراق")
        assert mention.before + mention.quote + mention.after in text
        assert mention.quote in mention.form
    ends = [0, *(mention.span.end for mention in found)]
    assert all(mention.span.start >= end for mention, end in zip(found, ends, strict=False))


@given(st.lists(st.sampled_from(PIECES), max_size=20).map("".join))
def test_marking_all_leaves_nothing_to_mark(find: Any, spot: Any, text: str) -> None:
    found: list[Mention] = find("العراق", text)
    marked: list[Annotation] = [spot(text, item.quote, start=item.span.start) for item in found]
    assert find("العراق", text, annotations=marked) == []
    assert all(edits.is_marked(item.label_id, item.span, marked) for item in found)


def test_in_the_sample_article_nearly_all_that_is_ticked_is_right_and_all_that_is_right_is_ticked(
    gold: Any, labels: LabelSet, name_words: NameWords
) -> None:
    text, mentions, entities = gold
    right = {(item.span, item.label_id) for item in mentions}
    firsts = {(name_words.spelling.key(item.quote), item.label_id): item for item in reversed(mentions)}
    counts: Counter[tuple[bool, bool]] = Counter()
    for like in firsts.values():
        what = sought(text, like, entities[like.entity_id])
        finder = Finder(what, name_words, labels, History(name_words.spelling))
        for found in finder.mentions(1, text, [like]):
            counts[found.ticked, (found.span, found.label_id) in right] += 1
    assert counts[False, True] == 0
    assert counts[True, True] >= 37
    assert counts[True, False] <= 4


def test_its_name_with_a_title_or_in_another_spelling_is_no_longer_name(find: Any, spot: Any) -> None:
    text = "قال الرئيس الأميركي جو بايدن، وقال الرئيس الأميركي جو بايدن والقوات الأمريكية"
    biden = Entity(id=5, uuid="e5", label_id=1, name="جو بايدن")
    longer = sought(text, spot(text, "الرئيس الأميركي جو بايدن"), biden).longer
    assert [item.ticked for item in find("الرئيس الأميركي جو بايدن", text, longer=longer)] == [True, True]
    (found,) = find("القوات الأميركية", text, longer=("القوات الأمريكية",))
    assert str(found.reason) == "is another spelling of it"


def test_a_reason_tells_of_the_beginning_of_a_sentence_in_words(
    find: Any, history: History, labels: LabelSet
) -> None:
    actor, location = (labels.label_by_name[name].id for name in ("actor", "location"))
    history.add("العراق", actor, count=3)
    history.add("العراق", location, count=3)
    (found,) = find("العراق", "العراق هنا", around={"": Counter({actor: 3})})
    assert str(found.reason) == "at the beginning of a sentence it is marked actor in 3 of 3 places"


@pytest.mark.timeout(30)  # comparing each with each takes minutes
def test_many_places_in_an_article_full_of_annotations_take_no_longer_each(find: Any, spot: Any) -> None:
    text = "قال العراق " * 8_000
    full = [spot(text, "قال", start=start) for start in range(0, len(text), 11)]
    found = find("العراق", text, annotations=full)
    assert len(found) == 8_000
