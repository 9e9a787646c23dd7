"""Each rule is broken by raw SQL, and then is the one that finds something."""

from collections.abc import Callable
from hashlib import sha256
from typing import Any

import pytest
import sqlite_utils
from msgspec.structs import replace

from annotator.core import edits
from annotator.core.change import Change, Transaction
from annotator.core.records import Entity, Prediction, Zone
from annotator.store import queries
from annotator.store.check import RULES, check
from annotator.store.connecting import connect

TEXT = "قال الوزير إن 2500 جندي وصلوا إلى لَا بغداد"


@pytest.fixture
def spoil(desk: Any) -> Callable[..., None]:
    """Runs SQL past every constraint of a project with two documents, a layer, and one row of everything."""
    desk.join("Second")
    document = desk.add(TEXT, "first")
    desk.add(TEXT + ".", "second")
    claim, actor = desk.tag(document, 0, 18, "claim"), desk.tag(document, 4, 10, "actor")
    desk.tag(document, 14, 18, "figure")
    context, labels = desk.context, desk.project.label_set
    layer = desk.layer(document)
    entity = Entity(id=context.new_id(), uuid=context.new_uuid(), label_id=actor.label_id, name="الوزير")
    kind = labels.relation_type_by_name["attributed_to"]
    zone_kind = labels.zone_kind_by_name["headline"]
    desk.project.apply(edits.relate(context, layer, kind, claim, actor, labels))
    desk.project.apply(
        Transaction(
            "tag",
            (
                Change(None, entity),
                Change(actor, replace(actor, entity_id=entity.id, attributes={"kind": "person"})),
                Change(
                    None, Zone(id=context.new_id(), layer_id=layer.id, start=0, end=3, kind_id=zone_kind.id)
                ),
            ),
            desk.reviewer_id,
            context.at,
        )
    )
    desk.project.apply(edits.add_comment(context, document, claim, "من قال هذا؟"))
    desk.project.apply(edits.compare(context, desk.annotations(document)[1:], "scope"))
    guess = Prediction(
        id=context.new_id(),
        uuid=context.new_uuid(),
        document_id=document.id,
        label_id=labels.label_by_name["location"].id,
        start=TEXT.index("بغداد"),
        end=len(TEXT),
        quote="بغداد",
        score=0.5,
        source="model",
    )
    desk.project.apply(Transaction("import", (Change(None, guess),), desk.reviewer_id, context.at))
    assert check(desk.project.database) == []

    def run(sql: str, *values: object) -> None:
        database = desk.project.database
        database.execute("PRAGMA foreign_keys = OFF")
        database.execute("PRAGMA ignore_check_constraints = ON")
        changed = database.execute(sql, values).rowcount
        database.execute("PRAGMA ignore_check_constraints = OFF")
        assert changed, "the statement that should spoil the project found nothing to spoil"

    return run


BREAKS = {
    "reference": "UPDATE annotation SET entity_id = 999 WHERE start = 14",
    "relation layer": "UPDATE relation SET layer_id = (SELECT max(id) FROM layer)",
    "relation labels": "UPDATE relation SET source_id = (SELECT annotation.id FROM annotation JOIN label"
    " ON label.id = label_id WHERE label.name = 'figure')",
    "contributors": "UPDATE layer SET contributors = '[999]'",
    "entity label": "UPDATE entity SET label_id = (SELECT id FROM label WHERE name = 'location')",
    "layer owner": "UPDATE annotation SET reviewer_id = (SELECT max(id) FROM reviewer)"
    " WHERE id = (SELECT max(id) FROM annotation)",
    "position": "UPDATE document SET position = 1",
    "repeated": "UPDATE annotation SET label_id = (SELECT label_id FROM annotation WHERE start = 4),"
    " start = 4, \"end\" = 10, quote = 'الوزير' WHERE start = 14",
    "comment place": "UPDATE comment SET document_id = (SELECT id FROM document WHERE name = 'second')",
    "prediction": 'UPDATE prediction SET start = start - 1, "end" = "end" - 1',
    "comparison layers": "UPDATE comparison SET reviewer_id = (SELECT max(id) FROM reviewer)",
    "search index": f"INSERT INTO text (sha256, content) VALUES ('{sha256(b'new').hexdigest()}', 'new')",
    "history": "UPDATE history SET changes = '[{}]' WHERE number = (SELECT max(number) FROM history)",
    "next id": "UPDATE project SET next_id = (SELECT max(id) FROM zone)",
    "text": "UPDATE text SET content = replace(content, 'الوزير', 'الوزيز') WHERE content NOT LIKE '%.'",
    "length": "UPDATE document SET length = length + 1 WHERE name = 'first'",
    "range": 'UPDATE annotation SET start = start + 4000, "end" = "end" + 4000 WHERE start = 4',
    "quote": "UPDATE annotation SET quote = 'الأمير' WHERE start = 4",
    "grapheme": "UPDATE annotation SET start = 34, \"end\" = 35, quote = 'ل' WHERE start = 14",
    "spaces": "UPDATE annotation SET \"end\" = 11, quote = 'الوزير ' WHERE start = 4",
    "zone range": 'UPDATE zone SET "end" = 4000',
    "attribute value": "UPDATE annotation SET attributes = '{\"kind\": 7}' WHERE start = 4",
    "attribute choice": 'UPDATE annotation SET attributes = \'{"kind": "ghost"}\' WHERE start = 4',
    "attribute name": 'UPDATE annotation SET attributes = \'{"mood": "good"}\' WHERE start = 4',
}
"""By rule: SQL that breaks it and nothing else."""


@pytest.mark.parametrize("rule", sorted(BREAKS))
def test_each_rule_finds_its_own_damage_and_no_other_does(
    rule: str, spoil: Callable[..., None], desk: Any
) -> None:
    if rule == "relation layer":
        layer = desk.layer(queries.documents(desk.project.database)[1])
        desk.project.apply(edits.set_status(desk.context, layer, "done", "second"))
    spoil(BREAKS[rule])
    findings = check(desk.project.database)
    assert [finding.rule for finding in findings] == [rule] * len(findings)
    assert findings
    severity = next(row.severity for row in RULES if row.name == rule)
    assert all(finding.severity == severity for finding in findings)
    assert all("{" not in str(finding.sentence).replace('{"', "") for finding in findings)


def test_every_rule_is_broken_by_some_test() -> None:
    assert {rule.name for rule in RULES} == {*BREAKS, "file"}


def test_a_finding_names_document_quote_and_place(spoil: Callable[..., None], desk: Any) -> None:
    spoil(BREAKS["quote"])
    (finding,) = check(desk.project.database)
    assert finding.document == "first"
    assert finding.subject == "“الأمير” at 4–10"
    assert str(finding.sentence) == "In “first” the annotation “الأمير” at 4–10 covers “الوزير” instead."


def test_attributes_that_are_no_json_are_a_finding_not_a_crash(spoil: Callable[..., None], desk: Any) -> None:
    spoil("UPDATE annotation SET attributes = '{' WHERE start = 4")
    (finding,) = check(desk.project.database)
    assert finding.rule == "attribute value"


def test_a_text_that_is_no_utf8_is_a_finding_not_a_crash(spoil: Callable[..., None], desk: Any) -> None:
    spoil("UPDATE text SET content = CAST(x'41ff42' AS TEXT) WHERE content NOT LIKE '%.'")
    (finding,) = check(desk.project.database)
    assert finding.rule == "text"


def test_a_broken_page_is_a_finding_and_the_rest_is_still_checked(
    spoil: Callable[..., None], desk: Any
) -> None:
    spoil('UPDATE zone SET "end" = 4000')
    database = desk.project.database
    root, size = (
        database.execute("SELECT rootpage FROM sqlite_schema WHERE name = 'relation_source'").fetchone()[0],
        database.execute("PRAGMA page_size").fetchone()[0],
    )
    path = desk.project.path
    desk.project.close()
    data = bytearray(path.read_bytes())
    data[(root - 1) * size : root * size] = bytes(size)
    path.write_bytes(data)
    connection = connect(path, read_only=True)  # past the check of opening
    rules = {finding.rule for finding in check(sqlite_utils.Database(connection, execute_plugins=False))}
    connection.close()
    assert rules == {"file", "zone range"}


def test_the_rows_that_others_stand_on_are_looked_at_too(desk: Any) -> None:
    document = desk.add()
    desk.tag(document, 0, 3)
    desk.project.database.execute("PRAGMA foreign_keys = OFF")
    desk.project.database.execute("DELETE FROM layer")
    assert {finding.rule for finding in check(desk.project.database)} == {"reference"}


def test_checking_changes_nothing(spoil: Callable[..., None], desk: Any) -> None:
    before = list(desk.project.database.conn.iterdump())
    check(desk.project.database)
    assert list(desk.project.database.conn.iterdump()) == before
