"""The import on the command line: formats, options, where names lead, faults, archives, a look beforehand."""

import json
import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator import cli
from annotator.exchange.mapping import Mapping
from annotator.resources import SEEDS
from annotator.store import queries
from annotator.store.project import Project

TEXT = "قال وزير الدفاع إن 2500 جندي وصلوا إلى بغداد"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs a command line in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(cli.cli, [str(item) for item in arguments])


@pytest.fixture
def news(run):
    """An empty project."""
    assert run("new", "news.sanad", "--reviewer", "ع").exit_code == 0
    return Path("news.sanad")


@pytest.fixture
def doccano(tmp_path):
    """A file of doccano's: a person, something of no label of ours, and how they are related."""

    def write(*more, name="d.jsonl"):
        entities = [
            {"id": 1, "label": "PER", "start_offset": 4, "end_offset": 15},
            {"id": 2, "label": "MISC", "start_offset": 19, "end_offset": 23},
        ]
        links = [{"id": 1, "from_id": 1, "to_id": 2, "type": "moves"}]
        record = {"text": TEXT, "entities": entities, "relations": links}
        path = tmp_path / name
        lines = (json.dumps(item, ensure_ascii=False) + "\n" for item in (record, *more))
        path.write_text("".join(lines), encoding="utf-8")
        return path

    return write


@pytest.fixture
def people(doccano):
    """The same, with an organisation, and two kinds of places."""
    words = {"قال": "ORG", "بغداد": "GPE", "2500": "LOC"}
    spans = [[TEXT.index(word), TEXT.index(word) + len(word), label] for word, label in words.items()]
    return doccano({"text": TEXT + ".", "label": spans})


def kinds(path):
    """Of each annotation its words, its label and what kind of it it is."""
    with Project.open(Path(path), read_only=True) as project:
        database = project.database
        names = project.label_set.label_by_id
        return {
            item.quote: (names[item.label_id].name, item.attributes.get("kind", ""))
            for document in queries.documents(database)
            for layer in queries.layers(database, document.id)
            for item in queries.annotations(database, layer.id)
        }


def labels(path):
    with Project.open(Path(path), read_only=True) as project:
        return {name: count for name, count in queries.label_counts(project.database).items() if count}


def test_names_that_lead_nowhere_are_told_and_nothing_goes_in(run, news, doccano):
    result = run("import", news, doccano())
    assert result.exit_code == 2
    assert "has nothing for 2 of the names in the files: MISC; relation:moves." in result.stderr
    assert "--map" in result.stderr
    assert labels(news) == {}


def test_a_name_led_to_what_the_label_set_lacks_is_told_with_where_it_was_to_lead(run, news, doccano):
    misspelt = ("import", news, doccano(), "--map", "MISC=actr", "--map", "moves=same-as")

    result, look = run(*misspelt), run(*misspelt, "--dry-run")

    assert (result.exit_code, look.exit_code, labels(news)) == (2, 2, {})
    assert "2 of the names in the files: MISC → actr; relation:moves → same-as. Say" in result.stderr
    assert "MISC (1) → actr, which the label set lacks: say with --map" in look.stdout
    assert "relation:moves (1) → same-as, which the label set lacks: say with --map" in look.stdout


def test_names_are_led_by_the_command_line_and_what_is_left_out_is_told(run, news, doccano):
    result = run("import", news, doccano(), "--map", "MISC=+", "--map", "moves=-")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Imported 1 document, 2 annotations, 0 relations." in result.stdout
    assert "New in the label set: MISC." in result.stdout
    assert "Left out, as the mapping says: 1 relation of moves." in result.stdout
    assert labels(news) == {"actor": 1, "MISC": 1}


def test_all_other_names_can_be_made_new_or_left_out_at_once(run, news, doccano):
    assert run("import", news, doccano(), "--map", "*=-").exit_code == 0
    assert labels(news) == {"actor": 1}
    assert run("new", "other.sanad", doccano(), "--reviewer", "ع", "--map", "*=+").exit_code == 0
    assert labels("other.sanad") == {"actor": 1, "MISC": 1}


def test_kinds_of_names_can_be_told(run, news, doccano):
    given = ("label:MISC=figure", "relation:moves=part_of", "reviewer:=سعاد")
    result = run("import", news, doccano(), *(word for item in given for word in ("--map", item)))
    assert (result.exit_code, result.stderr) == (0, "")
    assert labels(news) == {"actor": 1, "figure": 1}
    with Project.open(news, read_only=True) as project:
        assert [item.name for item in queries.reviewers(project.database)] == ["ع", "سعاد"]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--map", "MISC"], "“MISC” should be written as NAME=VALUE"),
        (["--map", "WRONG=actor"], "No file uses the name “WRONG”"),
        (["--map", "reviewer:R=x"], "No file uses the name “reviewer:R”"),
        (["--map", "attribute:PER/x=-"], "No file uses the name “attribute:PER/x”"),
        (["--map", "MISC=actr", "--map", "moves=-"], "of the names in the files: MISC → actr."),
        (["--map", "PER=actor:kind"], "“actor:kind” should be written as LABEL:ATTRIBUTE=VALUE"),
        (["--map", "PER=actor:kid=person"], "“kid” that “PER” could fill; it has: kind, role."),
        (["--map", "PER=figure:value=3"], "“value” that “PER” could fill; it has: op, unit,"),
        (["--map", "PER=actor:kind=persn"], "cannot be: kind must be one of person, organisation, state"),
        (["--map", "MISC=+:kind=x"], "The label MISC has no attribute “kind”"),
        (["--map", "moves=part_of:kind=x"], "“part_of:kind=x” gives values, which only a label can"),
        (["--map-file", "missing.json"], "missing.json cannot be read"),
        (["--map-file", "d.jsonl"], "d.jsonl is not a mapping"),
        (["--format", "nothing"], "There is no format “nothing”"),
        (["-O", "nothing=1"], "There is no option “nothing” of these files"),
        (["--faults", "perhaps"], "'perhaps' is not one of"),
    ],
)
def test_a_slip_is_told_in_a_sentence_and_nothing_goes_in(run, news, doccano, arguments, said):
    result = run("import", news, doccano(), *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert labels(news) == {}


def test_an_attribute_that_is_named_alone_is_told_how_to_name_it(run, news, tmp_path):
    span = {"start": 4, "end": 15, "label": "Claim", "Stance": "for"}
    task = {"text": TEXT, "spans": [span], "answer": "accept"}
    (tmp_path / "tasks.jsonl").write_text(json.dumps(task) + "\n", encoding="utf-8")
    for name in ("Stance", "label:Stance", "attribute:Stance", "attribute:Actor/Stance"):
        result = run("import", news, "tasks.jsonl", "--map", f"{name}=+")
        assert result.exit_code == 2
        assert "“Stance” is an attribute; write it as attribute:Claim/Stance." in result.stderr
    assert run("import", news, "tasks.jsonl", "--map", "attribute:Claim/Stance=+").exit_code == 0


def test_only_a_command_that_can_look_beforehand_speaks_of_it(run, news, doccano):
    for arguments in ([], ["--map", "X=+"]):
        assert "--dry-run" in run("import", news, doccano(), *arguments).stderr
        result = run("new", "p.sanad", doccano(), "--reviewer", "ع", *arguments)
        assert (result.exit_code, "--dry-run" in result.stderr) == (2, False)


def test_a_table_refused_for_a_row_says_that_it_can_be_left_out(run, news):
    Path("a.csv").write_text("title,text\na,قال\nb,\n", encoding="utf-8")
    result = run("import", news, "a.csv")
    assert (result.exit_code, "With --faults skip" in result.stderr) == (2, True)
    skipped = run("import", news, "a.csv", "--faults", "skip")
    assert (skipped.exit_code, "--faults" in skipped.stderr) == (0, False)
    Path("b.csv").write_bytes(b"")
    assert "--faults" not in run("import", news, "b.csv").stderr


def test_where_names_led_is_written_and_read_again(run, news, doccano):
    path = doccano()
    first = run("import", news, path, "--map", "MISC=-", "--map", "moves=-", "--save-map", "m.json")
    assert "Wrote m.json: where 2 labels led." in first.stdout
    mapping = Mapping.from_bytes(Path("m.json").read_bytes(), "m.json")
    assert {name: str(target) for name, target in mapping.labels.items()} == {
        "PER": "actor:kind=person",
        "MISC": "-",
    }
    result = run("new", "other.sanad", path, "--reviewer", "ع", "--map-file", "m.json")
    assert result.exit_code == 0
    assert labels("other.sanad") == {"actor": 1}


def test_a_file_of_another_hand_is_not_replaced_by_a_mapping(run, news, doccano):
    Path("notes.txt").write_text("mine", encoding="utf-8")
    result = run("import", news, doccano(), "--map", "*=-", "--save-map", "notes.txt")
    assert (result.exit_code, labels(news)) == (2, {})
    assert Path("notes.txt").read_text(encoding="utf-8") == "mine"


def test_one_bad_annotation_refuses_its_file_or_is_left_out_and_listed(run, news, doccano):
    path = doccano({"text": "نعم", "label": [[0, 99, "PER"]]})
    given = ("--map", "*=-")
    result = run("import", news, path, *given)
    assert (result.exit_code, labels(news)) == (2, {})
    assert "d.jsonl, line 2: there is no span 0–99" in result.stderr
    result = run("import", news, path, *given, "--faults", "skip")
    assert (result.exit_code, labels(news)) == (0, {"actor": 1})
    assert "Left out 1 thing that cannot be used:\n  d.jsonl, line 2: there is no span" in result.stdout


def test_a_look_beforehand_tells_whether_a_fault_keeps_its_file_out(run, news, doccano):
    bad = doccano({"text": "نص آخر", "label": [[0, 99, "LOC"]]})
    looks = ("import", news, bad, "--dry-run", "--map", "*=+")

    stopping, skipping = run(*looks), run(*looks, "--faults", "skip")

    assert stopping.exit_code == 2
    assert "Found 1 thing that cannot be used; each would keep the whole of a file out" in stopping.stdout
    assert skipping.exit_code == 0
    assert "Left out 1 thing that cannot be used:" in skipping.stdout


def test_a_look_beforehand_shows_every_name_and_changes_nothing(run, news, doccano):
    before = news.read_bytes()
    result = run("import", news, doccano(), "--dry-run", "--map", "moves=same_as")
    assert result.exit_code == 2
    assert result.stdout.splitlines() == [
        "1 file with 1 document, 2 annotations, 1 relation, 0 predictions. Nothing was imported.",
        "PER (1) → actor:kind=person",
        "MISC (1) → nowhere: say with --map",
        "relation:moves (1) → same_as",
        "reviewer:(not named) (1) → who imports",
        "The labels of the label set: actor, location, figure, claim.",
        "The relations of the label set: attributed_to, relayed_by, same_as, part_of.",
        "The zones of the label set: headline, caption, boilerplate, other_article.",
    ]
    assert run("import", news, doccano(), "--dry-run", "--map", "*=+").exit_code == 0
    assert news.read_bytes() == before


def test_an_archive_is_imported_and_what_no_format_reads_is_named(run, news, doccano):
    with zipfile.ZipFile("corpus.zip", "w") as archive:
        archive.write(doccano(), "in/d.jsonl")
        archive.writestr("photo.png", "x")
        archive.writestr("bad.txt", b"\0")
    result = run("import", news, "corpus.zip", "--map", "*=-")
    assert result.exit_code == 2
    assert "Not read, for no format knows it: corpus.zip/photo.png" in result.stdout
    assert "sanad: corpus.zip/bad.txt was not imported: " in result.stderr
    assert labels(news) == {"actor": 1}


def test_a_bad_archive_is_refused_and_the_other_files_go_in(run, news, doccano):
    with zipfile.ZipFile("bad.zip", "w") as archive:
        archive.writestr("../evil.txt", "x")
    arguments = [doccano(), "bad.zip", "--map", "*=-"]
    for result in (run("import", news, *arguments), run("new", "p.sanad", *arguments, "--reviewer", "ع")):
        assert result.exit_code == 2
        assert "Imported 1 document" in result.stdout
        assert "sanad: bad.zip was not imported: bad.zip holds “../evil.txt”" in result.stderr
    (Path("bad")).mkdir()
    Path("bad.zip").rename("bad/bad.zip")
    Path("bad/a.txt").write_bytes(b"\0")
    result = run("new", "q.sanad", "bad", "--reviewer", "ع")
    assert "No file could be imported" in result.stderr
    assert not Path("q.sanad").exists()


def test_a_project_is_no_file_to_import(run, news):
    run("new", "other.sanad", "--reviewer", "ع")
    result = run("import", news, "other.sanad")
    assert result.exit_code == 2
    said = "sanad: other.sanad was not imported: this is a project of Sanad, and a project is not imported"
    assert said in result.stderr


def test_what_is_said_of_many_records_is_said_once_with_their_number(run, news, doccano):
    records = [{"text": f"{TEXT} {number}", "label": [], "Comments": ["x"]} for number in range(2000)]
    result = run("import", news, doccano(*records), "--map", "*=-")
    notes = [line for line in result.stdout.splitlines() if line.startswith("Note: ")]
    said = "left out comments on the document: 1."
    assert notes == [f"Note: d.jsonl, line 2 and 1,999 more like it: {said}"]


def test_predictions_come_in_as_suggestions(run, news):
    value = {"start": 4, "end": 15, "text": "وزير الدفاع", "labels": ["PER"]}
    result = {"id": "a", "from_name": "label", "to_name": "text", "type": "labels", "value": value}
    task = {"data": {"text": TEXT}, "predictions": [{"model_version": "m", "score": 0.5, "result": [result]}]}
    Path("tasks.json").write_text(json.dumps([task]), encoding="utf-8")
    done = run("import", news, "tasks.json")
    assert "With 1 prediction of machines, as suggestions." in done.stdout
    assert labels(news) == {}


def test_a_project_is_not_made_when_a_name_leads_nowhere(run, doccano):
    result = run("new", "p.sanad", doccano(), "--reviewer", "ع")
    assert (result.exit_code, Path("p.sanad").exists()) == (2, False)


def test_gold_needs_no_look_at_its_names_and_can_be_led_elsewhere(run, news):
    gold = SEEDS / "gold" / "000.jsonl"
    assert run("import", news, gold).exit_code == 0
    found = labels(news)
    run("new", "other.sanad", gold, "--reviewer", "ع", "--map", "figure=-", "--map", "actor=+who")
    led = labels("other.sanad")
    assert (led["who"], led["location"]) == (found["actor"], found["location"])
    assert "figure" not in led


# One label of ours for several of theirs: a value keeps which of them it was.


def test_what_tools_tell_apart_by_labels_is_kept_as_the_kind(run, news, people):
    result = run("import", news, people, "--map", "*=-")
    assert (result.exit_code, result.stderr) == (0, "")
    assert kinds(news) == {
        "وزير الدفاع": ("actor", "person"),
        "قال": ("actor", "organisation"),
        "بغداد": ("location", ""),
        "2500": ("location", ""),
    }


def test_a_value_can_be_said_and_none_too(run, news, people):
    given = ("PER=actor:kind=unnamed official:role=وزير\\: x", "ORG=actor:kind=", "GPE=location:kind=city")
    result = run(
        "import", news, people, "--map", "*=-", *(word for item in given for word in ("--map", item))
    )
    assert (result.exit_code, result.stderr) == (0, "")
    assert kinds(news)["وزير الدفاع"] == ("actor", "unnamed official")
    assert kinds(news)["قال"] == ("actor", "")
    assert kinds(news)["بغداد"] == ("location", "city")


def test_labels_that_nothing_tells_apart_any_more_are_named_beforehand(run, news, people):
    told = "GPE and LOC both become location; which one it was is not kept"
    looks = ("import", news, people, "--map", "*=-")
    assert told in run(*looks, "--dry-run").stdout
    kept = run(*looks, "--dry-run", "--map", "GPE=location:kind=city")
    assert "which one it was" not in kept.stdout
    assert "GPE (1) → location:kind=city" in kept.stdout
    lost = run(*looks, "--map", "PER=actor:kind=", "--map", "ORG=actor:kind=", "--map", "MISC=actor")
    assert "PER, MISC and ORG all become actor; which one it was is not kept" in lost.stdout
    assert told in lost.stdout


def test_labels_that_a_field_of_our_own_tells_apart_are_not_named(run, news, people):
    given = ("--map", "*=-", "--map", "GPE=-", "--map", "LOC=-")
    assert run("import", news, people, *given).exit_code == 0
    led = ("--format", "doccano", "-O", "label-by=actor.kind")
    assert run("export", news, "-o", "by-kind.jsonl", *led).exit_code == 0
    assert '"label":"person"' in Path("by-kind.jsonl").read_text(encoding="utf-8")
    run("new", "again.sanad", "--reviewer", "ع")
    result = run("import", "again.sanad", "by-kind.jsonl", "--map", "*=+")
    assert "which one it was" not in result.stdout
    assert kinds("again.sanad") == kinds(news)


def test_what_is_lost_is_not_told_where_nothing_goes_in(run, news, people):
    looks = ("import", news, people, "--map", "*=-")
    assert "which one it was is not kept" in run(*looks).stdout
    again = run(*looks).stdout
    assert "Imported 0 documents, 0 annotations" in again
    assert "which one it was" not in again


def test_values_are_written_to_a_mapping_file_and_read_again(run, news, people):
    given = ("--map", "*=-", "--map", "ORG=actor:kind=", "--map", "GPE=location:kind=city")
    assert run("import", news, people, *given, "--save-map", "m.json").exit_code == 0
    written = json.loads(Path("m.json").read_text(encoding="utf-8"))["labels"]
    assert written["GPE"] == {"to": "location", "values": {"kind": "city"}}
    assert (written["LOC"], written["MISC"]) == ("location", "-")
    assert run("new", "p.sanad", people, "--reviewer", "ع", "--map-file", "m.json").exit_code == 0
    assert kinds("p.sanad") == kinds(news)


def test_a_mapping_file_with_a_value_that_is_not_there_is_refused(run, news, people):
    told = {"format": "sanad-mapping", "version": 1}
    labels_of = {"PER": {"to": "actor", "values": {"kind": "gone"}}}
    Path("m.json").write_text(json.dumps({**told, "labels": labels_of}), encoding="utf-8")
    result = run("import", news, people, "--map-file", "m.json", "--map", "*=-")
    assert (result.exit_code, labels(news)) == (2, {})
    assert "What “PER” becomes cannot be: kind must be one of" in result.stderr


def test_names_with_signs_in_them_can_be_led(run, news, tmp_path):
    span = {"start": 4, "end": 15, "label": "a=b:c\\", "x/y": "one"}
    task = {"text": TEXT, "spans": [span], "answer": "accept"}
    (tmp_path / "tasks.jsonl").write_text(json.dumps(task) + "\n", encoding="utf-8")
    said = run("import", news, "tasks.jsonl", "--dry-run").stdout
    assert "a\\=b:c\\\\ (1) → nowhere" in said
    given = ("--map", "a\\=b:c\\\\=+k\\:l:x/y=0", "--map", "attribute:a\\=b:c\\/x/y=+")
    result = run("import", news, "tasks.jsonl", *given)
    assert (result.exit_code, result.stderr) == (0, "")
    assert labels(news) == {"k:l": 1}
