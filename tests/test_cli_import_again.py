"""Imports on the command line of what is there already, whole or in part."""

import json
import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from annotator import cli
from annotator.store import queries
from annotator.store.project import Project

TEXT = "قال وزير الدفاع إن 2500 جندي وصلوا إلى بغداد"


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs a command line in a folder of its own, with a project in it."""
    monkeypatch.chdir(tmp_path)

    def invoke(*arguments):
        return CliRunner().invoke(cli.cli, [str(item) for item in arguments])

    assert invoke("new", "p.sanad", "--reviewer", "ع").exit_code == 0
    return lambda *arguments: invoke("import", "p.sanad", *arguments)


@pytest.fixture
def annotated(tmp_path):
    """Writes a file of annotated articles."""

    def make(name, *spans, articles=1):
        marked = [[start, end, "actor"] for start, end in spans]
        lines = [json.dumps({"text": TEXT + "!" * number, "label": marked}) for number in range(articles)]
        (tmp_path / name).write_text("\n".join(lines), encoding="utf-8")
        return name

    return make


def layers():
    with Project.open(Path("p.sanad"), read_only=True) as project:
        names = {item.id: item.name for item in queries.reviewers(project.database)}
        return [names[item.reviewer_id] for item in queries.all_layers(project.database)]


def test_what_is_imported_again_is_told_as_there_once_for_a_file(run, annotated):
    run(annotated("a.jsonl", (4, 15), articles=3), annotated("one.jsonl", (0, 3)))
    Path("new.txt").write_text("خبر", encoding="utf-8")
    result = run("a.jsonl", "new.txt")
    assert (result.exit_code, result.stderr) == (0, "")
    assert "Imported 1 document, 0 annotations" in result.stdout
    assert "Left out, for all in it is there already: a.jsonl, with 3 articles" in result.stdout
    assert "a.jsonl:1" not in result.stdout


def test_an_article_that_is_there_is_named_beside_new_ones(run, annotated):
    run(annotated("a.jsonl", (4, 15)))
    result = run(annotated("a.jsonl", (4, 15), articles=2))
    assert "Imported 1 document, 1 annotation," in result.stdout
    assert "Left out, for it is there already: a.jsonl:1\n" in result.stdout


@pytest.mark.parametrize("faults", ["stop", "skip"])
def test_a_layer_that_differs_is_refused_with_words_that_let_it_in(run, annotated, faults):
    run(annotated("a.jsonl", (4, 15)))
    result = run(annotated("a.jsonl", (4, 8)), "--faults", faults)
    told = result.stderr if faults == "stop" else result.stdout
    assert "says something else, and stays as it is; import this one under another reviewer's name." in told
    (written,) = re.findall(r"Do that with (--map .*)\.$", told, re.MULTILINE)
    assert written == "--map reviewer:=NAME"
    assert layers() == ["ع"]
    again = run("a.jsonl", *shlex.split(written.replace("NAME", "سعاد")))
    assert (again.exit_code, again.stderr) == (0, "")
    assert "Annotations added to the document with the same text: a.jsonl:1" in again.stdout
    assert sorted(layers()) == ["سعاد", "ع"]


def test_a_name_that_needs_quotes_is_written_with_them(run, tmp_path):
    region = {"id": "r", "type": "labels", "from_name": "l", "to_name": "t"}

    def write(end):
        value = {"start": 4, "end": end, "text": TEXT[4:end], "labels": ["actor"]}
        annotation = {"completed_by": {"email": "أم = علي"}, "result": [region | {"value": value}]}
        tasks = [{"data": {"text": TEXT}, "annotations": [annotation]}]
        (tmp_path / "tasks.json").write_text(json.dumps(tasks), encoding="utf-8")

    write(15)
    assert run("tasks.json").exit_code == 0
    write(8)
    told = run("tasks.json").stderr
    (written,) = re.findall(r"Do that with (--map .*)\.$", told, re.MULTILINE)
    again = run("tasks.json", *shlex.split(written.replace("NAME", "سعاد")))
    assert (again.exit_code, again.stderr) == (0, "")
    assert sorted(layers()) == ["أم = علي", "سعاد"]
