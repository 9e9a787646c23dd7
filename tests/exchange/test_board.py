"""The board of a project, and its tables as spreadsheets read them."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from hypothesis import given
from hypothesis import strategies as st

from annotator.cli import cli
from annotator.core import edits
from annotator.core.errors import UserError
from annotator.core.records import Annotation, Span
from annotator.exchange.board import load, write_csv
from annotator.exchange.sample import make_sample
from annotator.store import comparing, queries
from annotator.store.project import Project

FIGURES = (
    ("001", "حوالي 3500 جندي أجنبي", {"value": 3500, "op": "~", "counted": "جندي أجنبي"}),
    ("001", "2500 أميركي", {"value": 2500, "op": "=", "counted": "جندي أميركي"}),
    ("003", "2500 جندي", {"value": 2500, "op": "~", "counted": "جندي"}),
    ("004", "2500 جندي", {"value": 2500, "op": "=", "counted": "جندي"}),
)
"""What the sample articles say of troops."""


@pytest.fixture
def troops(tmp_path: Path) -> Iterator[Project]:
    """The sample, with the troops of other articles marked too."""
    make_sample(tmp_path / "sample.sanad")
    with Project.open(tmp_path / "sample.sanad") as project:
        for begins, quote, values in FIGURES:
            document = next(
                item for item in queries.documents(project.database) if item.name.startswith(begins)
            )
            text, context = queries.text(project.database, document.text_sha256), project.context(1)
            layer = queries.layer(project.database, document.id, 1) or edits.new_layer(context, document)
            span = Span(text.index(quote), text.index(quote) + len(quote))
            label = project.label_set.label_by_name["figure"]
            project.apply(edits.tag(context, layer, text, span, label, 1, attributes=values))
        yield project


def of(project: Project) -> Any:
    return load(project.database, 1, project.label_set)


def cells(path: Path) -> list[dict[str, str]]:
    data = path.read_bytes()
    assert data.startswith(b"\xef\xbb\xbf")
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_figures_of_several_articles_come_together(troops: Project) -> None:
    board, _comparisons = of(troops)
    first = board.groups()[0]
    assert (first.title, first.figures, first.articles, first.low, first.high) == ("جندي", 4, 3, 2500, 3500)
    articles = [figure.article.name[:3] for figure in board.of_group(first.key)]
    assert articles == ["001", "001", "003", "004"]
    assert len(board.figures) == 10
    assert len(board.claims) == 26


def test_only_the_layers_of_one_reviewer_are_on_the_board(troops: Project) -> None:
    troops.apply(edits.add_reviewer(troops.context(1), "آخر", queries.reviewers(troops.database)))
    board, comparisons = load(troops.database, queries.reviewers(troops.database)[1].id, troops.label_set)
    assert (board.groups(), board.speakers(), comparisons) == ([], [], [])


def test_the_command_line_writes_figures_with_what_was_said_of_them(troops: Project, tmp_path: Path) -> None:
    board, _comparisons = of(troops)
    three, us = (figure.annotation for figure in board.of_group(board.groups()[0].key)[:2])
    troops.apply(edits.compare(troops.context(1), [three, us], "scope"))
    arguments = ["board", str(troops.path), "-o", str(tmp_path / "f.csv")]
    assert CliRunner().invoke(cli, arguments).output.startswith("Wrote 10 figures to ")
    rows = cells(tmp_path / "f.csv")
    assert [row["group"] for row in rows[:4]] == ["جندي"] * 4
    assert (rows[0]["value"], rows[0]["other_scope_than"]) == ("3500", us.uuid)
    assert rows[1]["other_scope_than"] == three.uuid
    result = CliRunner().invoke(cli, [*arguments[:-1], str(tmp_path / "c.csv"), "--claims"])
    assert result.output.startswith("Wrote 26 claims in 28 rows, one for each speaker, to ")
    assert cells(tmp_path / "c.csv")[0]["said_by"] == "الحكومة العراقية"


def test_the_command_line_refuses_a_reviewer_it_does_not_know(troops: Project, tmp_path: Path) -> None:
    arguments = ["board", str(troops.path), "-o", str(tmp_path / "f.csv"), "--reviewer", "nobody"]
    result = CliRunner().invoke(cli, arguments)
    assert (result.exit_code, "no reviewer “nobody”" in result.output) == (2, True)


@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\r"), max_size=12))
def test_no_text_is_a_formula_and_none_is_lost(tmp_path_factory: Any, text: str) -> None:
    path = tmp_path_factory.mktemp("csv") / "t.csv"
    write_csv(path, [["text", "number"], [text, -5]])
    (row,) = cells(path)
    assert row["number"] == "-5"
    assert row["text"] in (text, f"'{text}")
    assert len(row["text"]) < 2 or not row["text"].startswith(("=", "+", "-", "@", "\t"))


def test_a_sign_alone_is_no_formula(tmp_path: Path) -> None:
    write_csv(tmp_path / "t.csv", [["op", "words"], ["=", "=1+1"], [None, "-قال"]])
    assert cells(tmp_path / "t.csv") == [{"op": "=", "words": "'=1+1"}, {"op": "", "words": "'-قال"}]


def test_a_file_that_cannot_be_written_is_named(tmp_path: Path) -> None:
    with pytest.raises(UserError, match=r"t\.csv” cannot be written"):
        write_csv(tmp_path / "none" / "t.csv", [])


def test_what_was_compared_comes_back_with_an_undone_removal(troops: Project) -> None:
    board, _comparisons = of(troops)
    three, us = (figure.annotation for figure in board.of_group(board.groups()[0].key)[:2])
    troops.apply(edits.compare(troops.context(1), [three, us], "scope"))
    before = comparing.comparisons(troops.database)
    document = next(item for item in queries.documents(troops.database) if item.name.startswith("001"))
    layer = queries.layer(troops.database, document.id, 1)
    assert layer is not None
    troops.apply(edits.untag(troops.context(1), layer, [us], [], [], before))
    assert comparing.comparisons(troops.database) == []
    assert [item for item in queries.annotations(troops.database, layer.id) if isinstance(item, Annotation)]
    troops.undo(1)
    assert comparing.comparisons(troops.database) == before


def test_a_file_there_was_stays_whole_if_writing_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "t.csv"
    write_csv(file, [["before"]])

    def fail(_partial: Path, _target: Path) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", fail)
    with pytest.raises(UserError, match="cannot be written"):
        write_csv(file, [["after"]])
    assert cells(file) == []
    assert file.read_text(encoding="utf-8-sig").strip() == "before"
    assert list(tmp_path.iterdir()) == [file]


def test_the_command_says_claims_and_rows_where_claims_have_several_speakers(
    troops: Project, tmp_path: Path
) -> None:
    path = tmp_path / "c.csv"
    done = CliRunner().invoke(cli, ["board", str(troops.path), "--claims", "-o", str(path)])
    rows = cells(path)
    claims = len({row["id"] for row in rows})
    assert len(rows) > claims
    assert done.output == f"Wrote {claims} claims in {len(rows)} rows, one for each speaker, to {path}.\n"


def test_a_dash_writes_the_table_to_standard_output_and_nothing_else(troops: Project, tmp_path: Path) -> None:
    path = tmp_path / "f.csv"
    CliRunner().invoke(cli, ["board", str(troops.path), "-o", str(path)])
    done = CliRunner().invoke(cli, ["board", str(troops.path), "-o", "-"])
    assert (done.exit_code, done.stdout_bytes, done.stderr) == (0, path.read_bytes(), "")
    assert not Path("-").exists()
