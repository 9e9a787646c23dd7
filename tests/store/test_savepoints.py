"""A part of a bulk change that is taken back alone: as if it had never been applied."""

from collections.abc import Callable
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from annotator.core import edits, label_edits
from annotator.core.errors import UserError
from annotator.core.schema import LabelDefinition
from annotator.store import queries, writing
from annotator.store.check import check
from annotator.store.project import Project
from annotator.store.search import Query, search
from tests.store.bundles import Dump, bundle

NUMBERS = count()
PARTS = st.lists(st.tuples(st.booleans(), st.integers(0, 3)), max_size=7)
"""Of each part whether it stays, and how many articles it has."""


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(parts=PARTS, unindexed=st.sampled_from([1, 40, 100_000]))
def test_what_stays_is_what_was_never_taken_back(
    make_project: Callable[..., Project], desk_at: Any, parts: list[tuple[bool, int]], unindexed: int
) -> None:
    with pytest.MonkeyPatch.context() as patch, make_project(f"{next(NUMBERS)}.sanad") as project:
        patch.setattr(writing, "_MOST_UNINDEXED", unindexed)
        desk, stay = desk_at(project, 1), []
        with project.bulk("import", "x", 1):
            for number, (stays, articles) in enumerate(parts):
                project.savepoint()
                texts = [f"متنرقم{'ء' * number} {'لا' * each}" for each in range(articles)]
                for text in texts:
                    project.apply(bundle(desk, text), [text])
                if stays:
                    stay += texts
                else:
                    project.back_to_savepoint()
        documents = queries.documents(project.database)
        assert [queries.text(project.database, item.text_sha256) for item in documents] == stay
        assert {name: number for name, number in counts(project).items() if number} == expected(len(stay))
        assert damage(project) == []
        assert len(list(search(project.database, Query(needle="متنرقم")))) == len(stay)
        assert len(project.history()) == 1 + bool(stay)
        assert project.undo(1) if stay else project.undoable(1) is None
        assert queries.document_count(project.database) == 0


def damage(project: Project) -> list[Any]:
    return [item for item in check(project.database) if item.severity != "warning"]


def counts(project: Project) -> dict[str, int]:
    tables = ("document", "layer", "annotation", "text", "history_part")
    rows = (project.database.execute(f"SELECT count(*) FROM {name}").fetchone()[0] for name in tables)
    return dict(zip(tables, rows, strict=True))


def expected(articles: int) -> dict[str, int]:
    every = dict.fromkeys(("document", "layer", "text", "history_part"), articles) | {
        "annotation": 3 * articles
    }
    return {name: number for name, number in every.items() if number}


def test_a_bulk_change_whose_parts_were_all_taken_back_is_no_step(desk: Any) -> None:
    heard: list[Any] = []
    desk.add("قبل")
    desk.project.undo(1)
    before = list(desk.project.database.conn.iterdump())
    desk.project.subscribe(heard.append)
    with desk.project.bulk("import", "1", 1):
        desk.project.savepoint()
        desk.project.apply(bundle(desk, "متنآخر"), ["متنآخر"])
        desk.project.back_to_savepoint()
    assert heard == []
    changed = [line for line in desk.project.database.conn.iterdump() if line not in before]
    assert [line for line in changed if not line.startswith('INSERT INTO "project"')] == []
    assert desk.project.redoable(1) is not None


def test_the_label_set_goes_back_with_the_part_that_changed_it(desk: Any) -> None:
    before = desk.project.label_set
    with desk.project.bulk("import", "1", 1):
        desk.project.savepoint()
        given = LabelDefinition(name="سلاح", colour="#112233", colour_dark="#445566")
        desk.project.apply(label_edits.add_label(desk.context, before, given))
        desk.project._label_set = None
        assert "سلاح" in desk.project.label_set.label_by_name
        desk.project.back_to_savepoint()
        assert "سلاح" not in desk.project.label_set.label_by_name
    assert desk.project.label_set.scheme == before.scheme


def test_a_part_that_fails_half_way_is_taken_back_and_the_others_stay(desk: Any) -> None:
    good, bad = bundle(desk, "متنأول"), bundle(desk, "متنثان")
    bad = replace(bad, changes=bad.changes[1:])  # without its document
    with desk.project.bulk("import", "2", 1):
        desk.project.apply(good, ["متنأول"])
        desk.project.savepoint()
        with pytest.raises(UserError, match="changed since"):
            desk.project.apply(bad)
        with pytest.raises(RuntimeError, match="has failed"):
            desk.project.apply(bundle(desk, "متنثالث"), ["متنثالث"])
        desk.project.back_to_savepoint()
        desk.project.apply(bundle(desk, "متنرابع"), ["متنرابع"])
    assert queries.document_count(desk.project.database) == 2
    assert damage(desk.project) == []


def test_a_part_that_failed_and_stays_takes_all_of_the_change_with_it(desk: Any, dump: Dump) -> None:
    before = dump(desk.project)

    def go_on() -> None:
        with desk.project.bulk("import", "2", 1):
            desk.project.apply(bundle(desk, "متنأول"), ["متنأول"])
            desk.project.savepoint()
            bad = bundle(desk, "متنثان")
            with pytest.raises(UserError, match="changed since"):
                desk.project.apply(replace(bad, changes=bad.changes[1:]))

    with pytest.raises(RuntimeError, match="has failed"):
        go_on()
    assert dump(desk.project) == before


def test_only_a_bulk_change_has_savepoints_and_each_is_gone_back_to_once(desk: Any) -> None:
    with pytest.raises(RuntimeError):
        desk.project.savepoint()
    with desk.project.bulk("import", "1", 1):
        with pytest.raises(RuntimeError, match="no savepoint"):
            desk.project.back_to_savepoint()
        desk.project.savepoint()
        desk.project.back_to_savepoint()
        with pytest.raises(RuntimeError, match="no savepoint"):
            desk.project.back_to_savepoint()


def test_what_fails_after_a_savepoint_takes_back_what_came_before_it_too(desk: Any, dump: Dump) -> None:
    before = dump(desk.project)

    def give_up() -> None:
        with desk.project.bulk("import", "1", 1):
            desk.project.apply(bundle(desk, "متنأول"), ["متنأول"])
            desk.project.savepoint()
            desk.project.apply(bundle(desk, "متنثان"), ["متنثان"])
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        give_up()
    assert dump(desk.project) == before
    document = desk.add("بعد")
    desk.project.apply(edits.set_direction(desk.context, document, "ltr"))
    assert damage(desk.project) == []
