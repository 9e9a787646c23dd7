"""The search index: it hides no hit, it is asked, and whatever is wrong with it makes nothing fall over."""

import sqlite3
from collections.abc import Callable
from hashlib import sha256
from itertools import count
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from annotator.store import search_index
from annotator.store.check import check
from annotator.store.project import Project
from annotator.store.search import Query, search
from annotator.store.texts import document_texts
from annotator.text.folding import SEARCH, Fold, find
from annotator.text.graphemes import snap
from tests.store.articles import add

NUMBERS = count()
LETTERS = 'اأإآلـَُّٓىيئةه وفبلكکع٣3aA\n\u200b\u200f\u200d\ufefb\ufef7\ufdfa،؟"«😀'
FOLDS = (SEARCH, ~Fold(0), Fold(0), SEARCH & ~Fold.MARKS, SEARCH & ~Fold.ALEF, Fold.LOOSE | SEARCH)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.data())
def test_the_index_hides_nothing(make_project: Callable[..., Project], data: st.DataObject) -> None:
    texts = data.draw(
        st.lists(
            st.text(LETTERS, min_size=1, max_size=60).filter(str.strip), min_size=1, max_size=4, unique=True
        )
    )
    chosen = data.draw(st.sampled_from(texts))
    start = data.draw(st.integers(0, len(chosen) - 1))
    cut = chosen[start : start + data.draw(st.integers(1, 8))]
    needle = data.draw(st.one_of(st.just(cut), st.text(LETTERS, min_size=1, max_size=4)))
    folds, whole = data.draw(st.sampled_from(FOLDS)), data.draw(st.booleans())
    with make_project(f"{next(NUMBERS)}.sanad") as project:
        add(project, *texts)
        query = Query(needle=needle, folds=folds, whole_word=whole)
        found = [(hit.document_id, hit.span.start, hit.span.end) for hit in search(project.database, query)]
        everywhere = [
            (row_id, *span)
            for row_id, text in document_texts(project.database)
            for span in find(text, needle, folds, whole_word=whole, proclitics=whole)
        ]
        assert found == everywhere
        assert all(snap(text, *span) == span for text in texts for span in find(text, needle, folds))


def test_words_are_found_across_passages_and_at_the_end(make_project: Callable[..., Project]) -> None:
    project = make_project()
    add(project, *(f"{'س' * length} الولايات المتحدة" for length in range(60, 160)))
    for needle in ("الولايات المتحدة", "دة", "ت ا", "لولايات المتحد"):
        assert len(list(search(project.database, Query(needle=needle)))) == 100


def test_the_index_is_asked(make_project: Callable[..., Project]) -> None:
    project = make_project()
    add(project, "بغداد", "دمشق", "القاهرة")
    ask = search_index.candidates
    assert ask(project.database, "بَغداد", elided=False) == {1}
    assert ask(project.database, "مشق", elided=False) == {2}
    assert ask(project.database, "شق", elided=False) == {2}
    assert ask(project.database, "ق", elided=False) == {2, 3}
    assert ask(project.database, "لندن", elided=False) == set()


def test_the_index_knows_where_words_end(make_project: Callable[..., Project]) -> None:
    project = make_project()
    add(project, "كانت", "بنت", "وبالنت", "النتي", "نت، قال", "نت\u200bقال")

    def named(needle: str) -> list[int] | None:
        asked = search_index.question(project.database, needle, elided=True, whole_word=True)
        return search_index.matching(project.database, asked or "")

    assert named("نت") == [2, 5, 6]
    assert named("النت") == [3, 6]
    assert named("ب") == [6]
    assert [hit.quote for hit in search(project.database, Query(needle="نت", whole_word=True))] == ["نت"] * 3


def test_what_is_rolled_back_is_not_in_the_index(make_project: Callable[..., Project]) -> None:
    project = make_project()
    with pytest.raises(KeyError), project.bulk("import", "", 1):
        add_and_fail(project)
    assert search_index.candidates(project.database, "بغداد", elided=False) == set()
    add(project, "بغداد")
    assert len(list(search(project.database, Query(needle="بغداد")))) == 1


def add_and_fail(project: Project) -> None:
    add(project, "بغداد")
    raise KeyError


def without_fts5(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(search_index, "_has_fts5", lambda _database: False)


def test_without_fts5_every_text_is_read(
    make_project: Callable[..., Project], monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        without_fts5(patch)
        project = make_project()
        add(project, "بغداد")
        assert search_index.candidates(project.database, "دمشق", elided=False) is None
        assert len(list(search(project.database, Query(needle="بغداد")))) == 1
        project.close()
        with Project.open(project.path) as again:
            assert len(list(search(again.database, Query(needle="غدا")))) == 1
    with Project.open(project.path) as healed:
        assert search_index.candidates(healed.database, "بغداد", elided=False) == {1}
        assert check(healed.database) == []


def change(path: Path, *statements: str) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def test_an_index_of_another_folding_is_made_anew_when_it_can_be_written(desk: Any) -> None:
    path = desk.project.path
    desk.project.close()
    change(path, "UPDATE project SET folding = 'old'")
    with Project.open(path, read_only=True) as project:
        assert search_index.candidates(project.database, "شيء", elided=False) is None
    with Project.open(path) as project:
        assert search_index.candidates(project.database, "شيء", elided=False) is not None


def test_a_big_index_of_another_folding_is_left_to_be_made_anew_when_asked(
    desk: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_index, "_SOON_MADE", 0)
    path = desk.project.path
    desk.add()
    desk.project.close()
    change(path, "UPDATE project SET folding = 'old'")
    with Project.open(path) as project:
        assert search_index.candidates(project.database, "شيء", elided=False) is None
        assert list(search(project.database, Query(needle="مسؤول", whole_word=True)))
        (finding,) = check(project.database)
        assert finding.rule == "search index"
        project.rebuild_index()
        assert search_index.candidates(project.database, "شيء", elided=False) is not None
        assert check(project.database) == []


DAMAGES = (
    "UPDATE text_index_data SET block = x'00' WHERE id > 10",
    "UPDATE text_index_data SET block = randomblob(length(block)) WHERE id > 10",
    "DELETE FROM text_index_data WHERE id > 10",
    "DELETE FROM text_index_data",
    "DELETE FROM text_index_config",
)


@pytest.mark.parametrize("damage", DAMAGES)
def test_a_damaged_index_makes_nothing_fall_over(desk: Any, damage: str) -> None:
    path = desk.project.path
    desk.add()
    desk.project.close()
    change(path, damage)
    with Project.open(path) as project:
        for needle in ("مسؤول", "ال", "قال مسؤول"):
            list(search(project.database, Query(needle=needle)))
        assert "search index" in {finding.rule for finding in check(project.database)}
        project.rebuild_index()
        assert check(project.database) == []


def test_a_text_the_index_does_not_know_is_found_by_the_check(desk: Any) -> None:
    path = desk.project.path
    desk.project.close()
    text = "كلام لا يعرفه الفهرس"
    digest = sha256(text.encode()).hexdigest()
    change(path, f"INSERT INTO text (sha256, content) VALUES ('{digest}', '{text}')")
    with Project.open(path) as project:
        (finding,) = check(project.database)
        assert finding.rule == "search index"
        project.rebuild_index()
        assert check(project.database) == []
