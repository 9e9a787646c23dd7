"""Searching a project: what is found, where, in what order, and that the index never hides a hit."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from annotator.core.errors import UserError
from annotator.exchange.sample import make_sample
from annotator.store import queries
from annotator.store.project import Project
from annotator.store.reading import reading
from annotator.store.search import CONTEXT, Condition, Hit, Query, search
from annotator.store.texts import document_texts
from annotator.text.folding import SEARCH, Fold
from tests.store.articles import add


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.sanad"
    make_sample(path)
    return path


def hits(path: Path, needle: str = "", **values: Any) -> list[Hit]:
    with reading(path) as database:
        return list(search(database, Query(needle=needle, **values)))


def label_id(path: Path, name: str) -> int:
    with reading(path) as database:
        return queries.label_set(database).label_by_name[name].id


# --- words ---


@pytest.mark.parametrize(
    ("needle", "anywhere", "words"),
    [("امريكية", 17, 1), ("الخارجية", 6, 6), ("الولايات المتحدة", 37, 38), ("العراق", 110, 66)],
)
def test_the_sample_has_so_many(sample: Path, needle: str, anywhere: int, words: int) -> None:
    assert len(hits(sample, needle)) == anywhere
    assert len(hits(sample, needle, whole_word=True)) == words


def test_hits_come_in_the_order_of_documents_and_of_their_texts(sample: Path) -> None:
    with reading(sample) as database:
        order = [document.id for document in queries.documents(database)]
        found = list(search(database, Query(needle="العراق")))
    places = [(order.index(hit.document_id), hit.span.start) for hit in found]
    assert places == sorted(places)


def test_a_hit_is_what_the_text_has_there_with_its_context(sample: Path) -> None:
    with reading(sample) as database:
        texts = dict(document_texts(database))
        for hit in search(database, Query(needle="الأميركية")):
            text = texts[hit.document_id]
            assert hit.quote == hit.span.quote(text)
            assert text[: hit.span.start].endswith(hit.before)
            assert text[hit.span.end :].startswith(hit.after)
            assert len(hit.before) <= CONTEXT >= len(hit.after)
            assert "\n" not in hit.before + hit.after


def test_context_cuts_no_cluster(make_project: Callable[..., Project]) -> None:
    project = make_project()
    mark = "بَ"
    add(project, f"{mark * 40}س{mark * 40}ا{mark * 40}")
    for needle in "سا":
        (hit,) = search(project.database, Query(needle=needle))
        assert hit.before[0] == hit.after[0] == "ب"
        assert hit.after[-1] == "َ"


def test_each_fold_can_be_switched_off(sample: Path) -> None:
    assert len(hits(sample, "امريكية", folds=SEARCH & ~Fold.ALEF)) < len(hits(sample, "امريكية"))
    assert len(hits(sample, "الخارجية", folds=SEARCH & ~Fold.MARKS)) == 4


def test_exact_is_letter_by_letter(sample: Path) -> None:
    assert len(hits(sample, "امريكية", mode="exact")) == 3
    assert {hit.quote for hit in hits(sample, "أميركية", mode="exact")} == {"أميركية"}


def test_nothing_is_looked_for_without_needle_and_filter(sample: Path) -> None:
    assert hits(sample) == []


@pytest.mark.parametrize("needle", ["\0", "\ud800", "َ", "ء\ufffe", '"', "' OR 1", "*", "ا AND ب", "غظ", "Z"])
def test_no_needle_makes_it_fall_over(sample: Path, needle: str) -> None:
    for whole_word in (False, True):
        hits(sample, needle, whole_word=whole_word)


def test_one_document_can_be_searched_alone(sample: Path) -> None:
    everywhere = hits(sample, "العراق")
    one = everywhere[0].document_id
    assert hits(sample, "العراق", document_id=one) == [hit for hit in everywhere if hit.document_id == one]


# --- regular expressions ---


def test_a_regular_expression_finds_whole_clusters(make_project: Callable[..., Project]) -> None:
    project = make_project()
    add(project, "تمّ في 2021 و2022\nبيتٌ")
    found = list(search(project.database, Query(needle=r"\d{4}|ت", mode="regex")))
    assert [hit.quote for hit in found] == ["ت", "2021", "2022", "تٌ"]
    words = search(project.database, Query(needle=r"\d{4}|ت", mode="regex", whole_word=True))
    assert [hit.quote for hit in words] == ["2021", "2022"]


@pytest.mark.parametrize("needle", ["(", "[", "*", r"\p{x}", "a{99999999999999999999}", "(" * 3000, r"\L<x>"])
def test_a_bad_pattern_is_refused_at_once_in_a_sentence(sample: Path, needle: str) -> None:
    with reading(sample) as database, pytest.raises(UserError, match="not a regular expression"):
        search(database, Query(needle=needle, mode="regex"))


def test_a_bad_pattern_is_told_with_its_place(sample: Path) -> None:
    with pytest.raises(UserError, match="missing \\), at character 4"):
        hits(sample, "(اب", mode="regex")


def test_a_pattern_that_never_ends_is_stopped(
    make_project: Callable[..., Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("annotator.store.search_needle._SECONDS", 0.05)
    project = make_project()
    add(project, "ا" * 4000)
    with pytest.raises(UserError, match="takes too long"):
        list(search(project.database, Query(needle=r"(?:ا|ا)+?(?:ا|ا)+?(?:ا|ا)+?ب", mode="regex")))


# --- filters ---


def test_without_a_needle_each_annotation_that_fits_is_a_hit(sample: Path) -> None:
    found = hits(sample, label_ids=(label_id(sample, "figure"),))
    with reading(sample) as database:
        assert len(found) == queries.label_counts(database)["figure"]
        for hit in found:
            assert hit.annotation_id is not None
            marked = queries.annotation(database, hit.annotation_id)
            assert marked is not None
            assert (marked.span, marked.quote) == (hit.span, hit.quote)


def test_with_a_filter_a_hit_lies_in_an_annotation(sample: Path) -> None:
    found = hits(sample, "العراق", label_ids=(label_id(sample, "location"),))
    assert 0 < len(found) < len(hits(sample, "العراق"))
    assert all(hit.annotation_id is not None for hit in found)


@pytest.mark.parametrize(
    ("conditions", "quotes"),
    [
        ([Condition("value", ">", 1000)], {"أكثر من 26 ألف شهيد", "نحو 2500 جندي أميركي"}),
        ([Condition("value", ">", "٢٥٠٠")], {"أكثر من 26 ألف شهيد"}),
        ([Condition("value", ">", 1000), Condition("op", "=", "~")], {"نحو 2500 جندي أميركي"}),
        ([Condition("value", "unset"), Condition("min", "set")], {"عشرات الدول الأجنبية"}),
        ([Condition("value", "<", 0)], set()),
    ],
)
def test_attributes_are_compared(sample: Path, conditions: list[Condition], quotes: set[str]) -> None:
    assert {hit.quote for hit in hits(sample, conditions=tuple(conditions))} == quotes


def test_an_entity_is_found_by_its_mentions(sample: Path) -> None:
    with reading(sample) as database:
        counts = queries.entity_counts(database)
    entity_id = max(counts, key=counts.__getitem__)
    assert len(hits(sample, entity_id=entity_id)) == counts[entity_id]


def test_status_is_the_reviewers_own_or_anybodys(sample: Path) -> None:
    found = {
        status: {hit.document_id for hit in hits(sample, "العراق", status=status)} for status in STATUSES
    }
    everywhere = {hit.document_id for hit in hits(sample, "العراق")}
    assert set.union(*found.values()) == everywhere
    assert len(found["new"]) == 4
    assert {hit.document_id for hit in hits(sample, "العراق", status="new", reviewer_id=99)} == everywhere


STATUSES = ("new", "started", "done")


def test_each_layer_has_its_own_hit(desk: Any) -> None:
    project = desk.project
    desk.tag(desk.add(), 4, 9)
    first = len(list(search(project.database, Query(label_ids=tuple(project.label_set.label_by_id)))))
    (document,) = queries.documents(project.database)
    second = desk.join("ثان")
    second.tag(document, 0, 3)
    both = Query(label_ids=tuple(project.label_set.label_by_id))
    assert len(list(search(project.database, both))) == first + 1
    own = Query(label_ids=both.label_ids, reviewer_id=second.reviewer_id)
    assert [hit.span.start for hit in search(project.database, own)] == [0]


# --- while it runs ---


def test_it_stops_when_it_is_cancelled(sample: Path) -> None:
    with reading(sample) as database:
        assert list(search(database, Query(needle="العراق"), cancelled=lambda: True)) == []


def test_it_tells_how_far_it_is(sample: Path) -> None:
    told: list[tuple[int, int]] = []
    with reading(sample) as database:
        list(search(database, Query(needle="العراق"), progress=lambda *done: told.append(done)))
    assert told == [(number, 5) for number in range(1, 6)]


def test_a_search_between_two_hits_holds_up_no_writer(desk: Any) -> None:
    with reading(desk.project.path) as database:
        for needle in ("الوزير", "ال"):
            found = search(database, Query(needle=needle))
            next(found, None)
            add(desk.project, f"وبعد ذلك {needle} جاء")
            list(found)
