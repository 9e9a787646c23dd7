import csv
import io
import json

from msgspec.structs import replace

from annotator.formats.bundle import BundleAnnotation
from annotator.formats.csv_table import CSV_TABLE
from annotator.formats.losing import without
from annotator.resources import SEEDS
from tests.formats.full import ACTOR, CLAIM, ENTITY, TEXT, full_bundle
from tests.formats.hostile import DATA
from tests.formats.records import written


def table(found, delimiter=",", **options):
    data, _ = written(CSV_TABLE, found, **options)
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline=""), delimiter=delimiter))


def with_notes(*notes):
    bundle = full_bundle()
    found = [replace(item, note=note) for item, note in zip(bundle.layer.annotations, notes, strict=False)]
    return replace(bundle, layer=replace(bundle.layer, annotations=tuple(found), relations=()))


def test_an_annotation_is_a_row_with_its_context():
    rows = table([full_bundle()], context=4)
    assert [row["label"] for row in rows] == ["claim", "actor", "figure"]
    actor = rows[1]
    start = TEXT.index("وزير الدفاع أحمد")
    assert (actor["id"], actor["start"], actor["end"]) == (ACTOR, str(start), str(start + 16))
    assert (actor["before"], actor["quote"], actor["after"]) == ("قال ", "وزير الدفاع أحمد", " إن ")
    assert (actor["reviewer"], actor["layer"], actor["made_by"]) == ("الأول; الثاني", "adjudicated", "الثاني")
    assert (actor["actor.role"], actor["entity"], actor["entity_id"]) == ("وزير", "أحمد", ENTITY)
    assert (actor["document"], actor["published"]) == ("خبر.txt", "2024-01-27")


def test_a_relation_stands_in_the_row_it_starts_from():
    claim, *rest = table([full_bundle()])
    assert claim["id"] == CLAIM
    assert claim["relations"] == f"attributed_to → وزير الدفاع أحمد ({ACTOR})"
    assert not any(row["relations"] for row in rest)


def test_values_have_a_column_each_and_others_stand_together():
    bundle = full_bundle()
    figure = replace(bundle.layer.annotations[2], attributes={"value": -5, "colour": "=1+1", "op": "="})
    bundle = replace(bundle, layer=replace(bundle.layer, annotations=(figure,), relations=()))
    (row,) = table([bundle])
    assert (row["figure.value"], row["figure.op"]) == ("-5", "'=")
    assert json.loads(row["other_attributes"]) == {"colour": "=1+1"}


def test_what_a_spreadsheet_would_run_gets_an_apostrophe_unless_a_program_reads_it():
    notes = ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\nx", "x=1", ""]
    dangerous = [table([with_notes(note)])[0]["note"] for note in notes]
    assert dangerous == ["'=1+1", "'+1", "'-1", "'@x", "'\tx", "'\rx", "'\nx", "x=1", ""]
    assert [table([with_notes(note)], formulas=False)[0]["note"] for note in notes] == notes


def test_the_heading_stands_there_without_any_row():
    data, _ = written(CSV_TABLE, [replace(full_bundle(), layer=None)])
    assert data.startswith(b"\xef\xbb\xbfdocument,document_id,")
    assert data.count(b"\r\n") == 1
    assert written(CSV_TABLE, [], mark=False)[0].startswith(b"document,")


def test_cells_may_be_kept_apart_by_other_signs():
    for separator, sign in (("semicolon", ";"), ("tab", "\t")):
        assert table([full_bundle()], sign, separator=separator)[1]["quote"] == "وزير الدفاع أحمد"


def test_no_cell_is_broken_by_what_stands_in_it():
    text = 'أ,"ب";\r\nج\tد'
    bundle = full_bundle()
    item = BundleAnnotation(uuid="1", start=0, end=len(text), label="claim", quote=text)
    bundle = replace(
        bundle,
        document=replace(bundle.document, text=text),
        layer=replace(bundle.layer, annotations=(item,), relations=()),
    )
    assert table([bundle])[0]["quote"] == text


def test_what_is_said_to_be_lost_changes_nothing_in_the_table():
    bundle = full_bundle()
    bare = replace(without(bundle, CSV_TABLE.loses), entities=bundle.entities)
    assert table([bare]) == table([bundle])


def test_the_sample_has_a_row_for_each_annotation_of_the_seeds():
    line = json.loads((SEEDS / "gold" / "000.jsonl").read_text(encoding="utf-8"))
    with (DATA / "csv" / "000.csv").open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["id"] for row in rows] == [item["id"] for item in line["annotations"]]
    assert all(line["text"][int(row["start"]) : int(row["end"])] == row["quote"] for row in rows)
