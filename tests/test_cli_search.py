"""``sanad search``: one hit a line, JSON for programs, and a plain sentence for what it cannot do."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from annotator import cli
from annotator.exchange.sample import make_sample
from annotator.store.project import Project

KEYS = [
    "document",
    "document_id",
    "start",
    "end",
    "quote",
    "before",
    "after",
    "context",
    "annotation",
    "label",
]


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("sample") / "sample.sanad"
    make_sample(path)
    return path


@pytest.fixture
def find(sample: Path) -> Callable[..., Result]:
    """Runs a search in the sample."""
    return lambda *arguments: CliRunner().invoke(cli.cli, ["search", str(sample), *arguments])


@pytest.mark.parametrize(
    ("arguments", "count"),
    [
        (["امريكية"], 17),
        (["الخارجية"], 6),
        (["الولايات المتحدة"], 37),
        (["العراق"], 110),
        (["العراق", "--whole-word"], 66),
        (["امريكية", "--exact"], 3),
        ([r"\d{4}", "--regex", "--limit", "5"], 5),
        (["", "--where", "value>1000"], 2),
        (["", "--where", "value > 1000", "--where", "op=~"], 1),
        ([" ", "--where", "value>١٠٠٠"], 2),
        (["", "--label", "figure", "--where", "value unset"], 1),
    ],
)
def test_each_hit_is_a_line(find: Callable[..., Result], arguments: list[str], count: int) -> None:
    found = find(*arguments)
    assert found.exit_code == 0
    assert len(found.stdout.splitlines()) == count
    assert len(find(*arguments, "--json").stdout.splitlines()) == count


def test_a_line_says_where_what_and_in_which_words(find: Callable[..., Result]) -> None:
    (line,) = find("26 ألف شهيد").stdout.splitlines()
    document, place, quote, context = line.split("\t")
    assert document == "000_bcd96522789c3fe7.txt"
    assert place == "2247-2258"
    assert quote == "26 ألف شهيد"
    assert "أكثر من [26 ألف شهيد]." in context


def test_json_has_the_annotation_a_hit_lies_in(find: Callable[..., Result]) -> None:
    (plain,) = map(json.loads, find("26 ألف شهيد", "--json").stdout.splitlines())
    (marked,) = map(json.loads, find("26 ألف شهيد", "--label", "figure", "--json").stdout.splitlines())
    assert list(plain) == list(marked) == KEYS
    assert plain["context"] == plain["before"] + plain["quote"] + plain["after"]
    assert plain["annotation"] is plain["label"] is None
    assert marked["label"] == "figure"
    assert len(marked["annotation"]) == 36


def test_nothing_found_is_no_failure(find: Callable[..., Result]) -> None:
    found = find("قخصثضغ")
    assert (found.exit_code, found.stdout, found.stderr) == (0, "", "sanad: nothing was found.\n")


def test_it_searches_while_another_has_the_project(sample: Path, find: Callable[..., Result]) -> None:
    with Project.open(sample) as writer:
        assert not writer.read_only
        assert len(find("العراق").stdout.splitlines()) == 110


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["(", "--regex"], "not a regular expression: missing ), at character 2"),
        (["ا", "--label", "nothing"], "There is no label “nothing”"),
        (["ا", "--label", "actor", "--reviewer", "nobody"], "There is no reviewer “nobody”"),
        (["ا", "--where", "value"], "“value” is no condition"),
        (["ا", "--where", "value>"], "“value>” is no condition"),
        (["", "--where", "value>abc"], "“value” is a number, and “abc” is none"),
        (["", "--where", "value=inf"], "“value” is a number, and “inf” is none"),
        (["ا", "--where", "weight>5"], "No label of this project has an attribute “weight”"),
        (["ا", "--exact", "--regex"], "do not go together"),
        ([""], "Say what to look for"),
        (["  "], "Say what to look for"),
        (["\u00a0\t", "--exact"], "Say what to look for"),
        (["ا", "--reviewer", "sample"], "--reviewer goes with"),
    ],
)
def test_what_cannot_be_done_is_one_sentence(
    find: Callable[..., Result], arguments: list[str], words: str
) -> None:
    found = find(*arguments)
    assert (found.exit_code, found.stdout) == (2, "")
    assert words in found.stderr


def test_a_project_that_is_not_there_is_refused(tmp_path: Path) -> None:
    found = CliRunner().invoke(cli.cli, ["search", str(tmp_path / "gone.sanad"), "ا"])
    assert found.exit_code == 2
    assert "No such file" in found.stderr


def test_the_index_is_made_anew_when_asked(tmp_path: Path) -> None:
    path = tmp_path / "sample.sanad"
    make_sample(path)
    with Project.open(path) as project:
        project.database.execute("DELETE FROM text_index_data")
    run = CliRunner().invoke
    assert "[search index]" in run(cli.cli, ["check", str(path)]).stdout
    assert "[search index]" not in run(cli.cli, ["check", str(path), "--rebuild-index"]).stdout
