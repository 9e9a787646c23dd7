"""The command line of what goes out: export in any format, convert, formats."""

import json
import zipfile
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from annotator import cli
from annotator.exchange.sample import make_sample
from annotator.formats.every import FORMATS
from annotator.resources import SEEDS

GOLD = SEEDS / "gold" / "000.jsonl"


@pytest.fixture
def run(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    return lambda *arguments: CliRunner().invoke(cli.cli, [str(item) for item in arguments])


@pytest.fixture
def sample(tmp_path):
    make_sample(tmp_path / "sample.sanad")
    return "sample.sanad"


@pytest.mark.parametrize("name", ["export", "convert", "formats"])
def test_every_command_says_what_it_does_and_what_each_option_is(run, name):
    command = cli.cli.commands[name]
    assert command.help
    assert command.short_help
    assert all(option.help for option in command.params if isinstance(option, click.Option))


def test_an_export_in_another_format_tells_what_was_lost(run, sample):
    result = run("export", sample, "-o", "out.conll", "--format", "conll", "-O", "nesting=outermost")
    assert result.exit_code == 0, result.output
    assert "Exported 1 document, 112 annotations, 16 relations to out.conll.\n" in result.stdout
    assert "Left out: 4 documents that nobody has annotated.\n" in result.stdout
    assert "Lost: spans that overlap others: " in result.stdout
    assert "  the first, in 000_bcd96522789c3fe7.txt: " in result.stdout
    assert (
        json.loads(Path("out.conll.report.json").read_bytes())["exported_as"]["options"]["nesting"]
        == "outermost"
    )


NOR = "Nor does it hold: the id of a document; "


def test_what_is_lost_without_a_number_is_told_as_well(run, sample):
    arguments = ("export", sample, "--format", "webanno-tsv")
    done, dry = run(*arguments, "-o", "out"), run(*arguments, "--dry-run")
    (line,) = (line for line in done.stdout.splitlines() if "does it hold" in line)
    assert line.startswith(NOR)
    assert "; who annotated; whether a document is done; " in line
    assert line in dry.stdout.splitlines()
    assert "who annotated" in Path("out/manifest.json").read_text(encoding="utf-8")


def test_a_conversion_tells_it_too_and_where_nothing_is_counted_it_says_so(run):
    result = run("convert", GOLD, "out.conll", "-O", "nesting=levels")
    assert NOR in result.stdout
    gold = run("convert", GOLD, "out")
    assert "It does not hold: the base direction of an article; " in gold.stdout
    held = run("convert", GOLD, "whole.conll", "-O", "comments=yes", "-O", "nesting=levels")
    assert "hold: " not in held.stdout


def test_an_export_is_split_and_packed(run, sample):
    result = run("export", sample, "-o", "out.zip", "--split", "50/20/30", "--seed", "3", "--zip")
    assert result.exit_code == 0, result.output
    assert "Split: train 1, dev 0, test 0.\n" in result.stdout
    assert "Without a file, for nothing is in it: dev, test.\n" in result.stdout
    with zipfile.ZipFile("out.zip") as archive:
        assert {"train.jsonl", "manifest.json"} < set(archive.namelist())
        assert not {"dev.jsonl", "test.jsonl"} & set(archive.namelist())
        assert json.loads(archive.read("manifest.json"))["splits"]["seed"] == 3


def test_an_archive_is_called_so_and_what_is_called_so_is_one(run, sample):
    named, asked = run("export", sample, "-o", "named.zip"), run("export", sample, "-o", "asked", "--zip")
    assert (named.exit_code, asked.exit_code) == (0, 0), named.output + asked.output
    assert " to asked.zip." in asked.stdout
    assert Path("named.zip").read_bytes() == Path("asked.zip").read_bytes()


def test_what_goes_out_is_chosen(run, sample):
    result = run(
        "export", sample, "-o", "out", "--status", "done", "--reviewer", "sample", "--label", "figure",
        "--without-zone", "caption", "--empty", "none",
    )  # fmt: skip
    assert result.exit_code == 0, result.output
    assert "Left out: 106 annotations with other labels.\n" in result.stdout
    selection = json.loads(Path("out/manifest.json").read_bytes())["selection"]
    assert selection == {
        "statuses": ["done"],
        "layers": "reviewers",
        "reviewers": ["sample"],
        "labels": ["figure"],
        "without_zones": ["caption"],
        "empty": "none",
    }


def test_documents_that_are_not_of_the_status_are_told(run, sample):
    result = run("export", sample, "-o", "out", "--status", "started")
    assert "Left out: 1 document without the chosen status.\n" in result.stdout


def test_a_dry_run_shows_the_beginning_and_the_losses_and_writes_nothing(run, sample):
    result = run("export", sample, "--format", "doccano", "--dry-run", "--split", "80/10/10")
    assert result.exit_code == 0, result.output
    assert json.loads(result.stdout.splitlines()[0])["text"].startswith("Skip to main content")
    assert "the project holds: 5 documents, 1 layer, 112 annotations\n" in result.stdout
    assert "goes out: 1 document, 1 layer, 112 annotations\n" in result.stdout
    assert [path.name for path in Path().iterdir()] == [sample]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Missing option '-o'"),
        (["-o", "out", "--format", "x"], "There is no format “x”"),
        (["-o", "out", "--format", "conll", "-O", "nesting=x"], "The option nesting cannot be “x”"),
        (["-o", "out", "--split", "80/20"], "such as 80/10/10"),
        (["-o", "out", "--split", "80/20/20"], "do not make 100 percent"),
        (["-o", "out", "--reviewer", "x"], "no reviewer “x”"),
        (["-o", "out", "--label", "x"], "no label “x”"),
    ],
)
def test_a_bad_order_is_refused_in_a_sentence_and_makes_nothing(run, sample, arguments, said):
    result = run("export", sample, *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert [path.name for path in Path().iterdir()] == [sample]


def test_a_file_of_another_hand_is_replaced_only_if_asked_to(run, sample):
    Path("out.jsonl").write_bytes(b"mine")
    arguments = ["export", sample, "-o", "out.jsonl", "--format", "doccano"]
    assert "was not written by an export" in run(*arguments).stderr
    assert run(*arguments, "--replace").exit_code == 0


def test_files_are_converted_there_and_back(run):
    assert run("convert", GOLD, "out.conll", "-O", "nesting=levels", "-O", "comments=yes").exit_code == 0
    assert Path("out.conll").read_text(encoding="utf-8").startswith("-DOCSTART-")
    result = run("convert", "out.conll", "back", "--reviewer", "ع")
    assert result.exit_code == 0, result.output
    assert "Exported 1 document, 112 annotations" in result.stdout
    assert Path("back/gold.jsonl").exists()


def test_a_conversion_takes_options_a_mapping_and_faults(run):
    line = {"text": "قال وزير", "label": [[4, 8, "person"], [5, 99, "person"]]}
    Path("in.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    mapping = {"format": "sanad-mapping", "version": 1, "labels": {"person": "actor"}}
    Path("map.json").write_text(json.dumps(mapping), encoding="utf-8")
    arguments = [
        "convert",
        "in.jsonl",
        "out.jsonl",
        "--from",
        "doccano",
        "--to",
        "prodigy",
        "--mapping",
        "map.json",
    ]
    refused = run(*arguments)
    assert refused.exit_code == 2
    assert "in.jsonl, line 1" in refused.stderr
    result = run(*arguments, "--skip-faults")
    assert result.exit_code == 0, result.output
    assert "sanad: left out: in.jsonl, line 1" in result.stderr
    assert json.loads(Path("out.jsonl").read_text(encoding="utf-8"))["spans"][0]["label"] == "actor"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([GOLD, "out.jsonl"], "“out.jsonl” does not tell its format; say it with --to."),
        (["none.jsonl", "out"], "There is no file “none.jsonl”"),
        ([GOLD, "out", "--to", "word"], "does not write it"),
        ([GOLD, "out", "--mapping", "none.json"], "none.json cannot be read"),
        ([GOLD, "out.x", "--to", "conll", "-O", "levels=-1"], "The option levels cannot be “-1”"),
    ],
)
def test_a_conversion_that_cannot_be_is_refused_in_a_sentence(run, arguments, said):
    result = run("convert", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert list(Path().iterdir()) == []


SKIPPED = {"data": {"text": "نص"}, "annotations": [{"was_cancelled": True, "result": []}]}


def test_what_is_told_of_each_record_is_told_once_for_a_file(run):
    Path("in.json").write_text(json.dumps([SKIPPED] * 30), encoding="utf-8")
    result = run("convert", "in.json", "out.jsonl", "--to", "doccano")
    assert result.exit_code == 0, result.output
    assert result.stderr.count("were skipped by who made them") == 1
    assert "record 1 and 29 more like it" in result.stderr


def test_it_is_told_how_many_warnings_there_are_beside_those_shown(run):
    Path("in").mkdir()
    for number in range(30):
        Path(f"in/{number}.json").write_text(json.dumps([SKIPPED]), encoding="utf-8")
    result = run("convert", "in", "out.jsonl", "--to", "doccano")
    assert result.exit_code == 0, result.output
    assert result.stderr.count("were skipped by who made them") == 20
    assert "sanad: 10 more warnings are not shown." in result.stderr


def test_all_formats_are_listed(run):
    result = run("formats")
    assert result.exit_code == 0
    assert next(line.split()[0] for line in result.stdout.splitlines()[1:]) == "gold"
    assert len(result.stdout.splitlines()) == len(FORMATS) + 1


def test_one_format_is_shown_with_its_options_and_losses(run):
    result = run("formats", "conll")
    assert "nesting" in result.stdout
    assert "outermost" in result.stdout
    assert "does not hold:\n" in result.stdout
    assert "  spans that overlap others\n" in result.stdout
    assert "no format “x”" in run("formats", "x").stderr


def test_formats_are_given_as_json(run):
    found = {item["name"]: item for item in json.loads(run("formats", "--json").stdout)}
    assert set(found) == {kind.name for kind in FORMATS}
    assert found["gold"]["loses"].keys() == {"direction", "file"}
    assert json.loads(run("formats", "conll", "--json").stdout)[0]["writing"]
