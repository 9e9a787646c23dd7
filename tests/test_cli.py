"""The command line: what it prints and where, its exit codes, and that no input makes it fall over."""

import json
import os
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from annotator import __version__, cli, cli_showing
from annotator.resources import SEEDS
from annotator.store.project import Project

COMMANDS = ("new", "import", "export", "info", "check")
GOLD = SEEDS / "gold" / "000.jsonl"
ARTICLE = SEEDS / "001_a1fd4a0336cd2e0a.txt"
NO_DISPLAY = {"DISPLAY": None, "WAYLAND_DISPLAY": None, "QT_QPA_PLATFORM": None}


@pytest.fixture
def run(tmp_path, monkeypatch):
    """Runs a command line in a folder of its own."""
    monkeypatch.chdir(tmp_path)
    return lambda *arguments, **options: CliRunner().invoke(
        cli.cli, [str(item) for item in arguments], **options
    )


@pytest.fixture
def news(run):
    """A project with one annotated document and one that is not."""
    assert run("new", "news.sanad", GOLD, ARTICLE, "--reviewer", "ع").exit_code == 0
    return Path("news.sanad")


def corrupt(path, sql):
    import sqlite3

    connection = sqlite3.connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute(sql)
    connection.commit()
    connection.close()


# Help.


def test_the_version_is_shown(run):
    result = run("--version")
    assert (result.exit_code, result.stdout) == (0, f"sanad, version {__version__}\n")


def test_help_names_every_command_and_the_exit_codes(run):
    result = run("--help")
    assert result.exit_code == 0
    assert all(f"\n  {name} " in result.stdout for name in COMMANDS)
    assert "open" not in result.stdout.split("Commands:")[1]
    for word in ("PROJECT", "--try-sample", "--into", "Exit codes"):
        assert word in result.stdout
    assert run("-h").stdout == result.stdout


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_says_what_it_does_and_what_each_option_is(run, name):
    command = cli.cli.commands[name]
    assert command.help
    assert command.short_help
    assert all(option.help for option in command.params if isinstance(option, click.Option))
    assert run(name, "--help").exit_code == 0


# New.


def test_new_makes_a_project_with_files(run):
    result = run("new", "p.sanad", GOLD, "--reviewer", "ع")
    assert result.exit_code == 0
    assert result.stdout == "Made p.sanad for ع.\nImported 1 document, 112 annotations, 16 relations.\n"
    assert result.stderr == ""


def test_new_makes_an_empty_project(run):
    result = run("new", "p.sanad", "--reviewer", "ع")
    assert (result.exit_code, result.stdout) == (0, "Made p.sanad for ع.\n")
    assert Path("p.sanad").exists()


def test_new_takes_a_label_set(run, news):
    run("export", news, "-o", "gold")
    assert run("new", "p.sanad", "gold", "--scheme", "gold/scheme.json", "--reviewer", "ع").exit_code == 0
    run("export", "p.sanad", "-o", "again")
    assert Path("gold/gold.jsonl").read_bytes() == Path("again/gold.jsonl").read_bytes()
    assert Path("gold/scheme.json").read_bytes() == Path("again/scheme.json").read_bytes()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["p.sanad"], "Missing option '--reviewer'"),
        (["p.sanad", "--reviewer", " "], "A reviewer needs a name"),
        (["p.sanad", "missing.txt", "--reviewer", "ع"], "sanad: There is no file “missing.txt”"),
        (["p.sanad", "--scheme", "missing.json", "--reviewer", "ع"], "sanad: missing.json cannot be read"),
        (["p.sanad", "--scheme", str(ARTICLE), "--reviewer", "ع"], "is not a label set"),
        (["no/folder/p.sanad", "--reviewer", "ع"], "sanad: "),
    ],
)
def test_new_refuses_bad_input_in_a_sentence_and_makes_nothing(run, arguments, said):
    result = run("new", *arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert not Path("p.sanad").exists()


def test_new_makes_nothing_when_every_file_is_refused(run):
    Path("empty.txt").touch()
    result = run("new", "p.sanad", "empty.txt", "--reviewer", "ع")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "sanad: No file could be imported, so “p.sanad” was not made.\n" in result.stderr
    assert [path.name for path in Path().iterdir()] == ["empty.txt"]


def test_an_encoding_that_cannot_be_told_names_the_option(run, news):
    Path("old.txt").write_bytes("قال".encode("windows-1256"))
    result = run("import", news, "old.txt")
    assert result.exit_code == 2
    assert result.stderr.startswith("sanad: old.txt was not imported: its encoding could be ")
    assert result.stderr.endswith("; say which with --encoding.\n")
    assert "windows-1256" in result.stderr
    assert result.stderr.count("old.txt") == 1


def test_new_does_not_overwrite(run, news):
    before = news.read_bytes()
    result = run("new", news, "--reviewer", "ع")
    assert result.exit_code == 2
    assert "exists already" in result.stderr
    assert news.read_bytes() == before


# Import.


def test_a_refused_file_is_told_on_stderr_and_the_others_go_in(run, news):
    Path("empty.txt").touch()
    Path("good.txt").write_text("قال", encoding="utf-8")
    result = run("import", news, "empty.txt", "good.txt")
    assert result.exit_code == 2
    assert result.stdout == "Imported 1 document, 0 annotations, 0 relations.\n"
    assert result.stderr.startswith("sanad: empty.txt was not imported: ")
    assert result.stderr.count("empty.txt") == 1
    assert result.stderr.count("\n") == 1


def test_articles_that_are_there_already_are_named_or_kept(run, news):
    result = run("import", news, ARTICLE)
    assert result.exit_code == 0
    assert f"it is there already: {ARTICLE.name}" in result.stdout
    assert "Imported 1 document" in run("import", news, ARTICLE, "--duplicates", "keep").stdout


def test_the_encoding_and_the_reviewer_can_be_given(run, news):
    Path("old.txt").write_bytes("لا".encode("cp1256"))
    assert run("import", news, "old.txt").exit_code == 2
    assert run("import", news, "old.txt", "--encoding", "windows-1256", "--reviewer", "sample").exit_code == 0
    result = run("import", news, ARTICLE, "--reviewer", "غريب")
    assert result.exit_code == 2
    assert "There is no reviewer “غريب” in this project; there are: ع, sample." in result.stderr


def test_joined_documents_and_values_out_of_the_ordinary_are_told(run):
    article = SEEDS / "000_bcd96522789c3fe7.txt"
    run("new", "p.sanad", article, "--reviewer", "ع")
    folder = Path("in")
    folder.mkdir()
    line = GOLD.read_text(encoding="utf-8").replace('"op":"~"', '"op":"≈"', 1)
    (folder / "gold.jsonl").write_text(line, encoding="utf-8", newline="")
    (folder / "entities.jsonl").write_bytes((SEEDS / "gold" / "entities.jsonl").read_bytes())
    result = run("import", "p.sanad", "in")
    assert f"Annotations added to the document with the same text: {article.name}" in result.stdout
    assert "Kept 1 value that the label set does not list." in result.stdout


def test_a_project_that_is_open_elsewhere_is_not_written(run, news):
    with Project.open(news):
        result = run("import", news, ARTICLE, "--duplicates", "keep")
    assert result.exit_code == 2
    assert "cannot be written" in result.stderr


# Export, info, check.


def test_an_export_tells_what_is_in_it_and_what_is_not(run, news):
    result = run("export", news, "-o", "gold")
    assert result.exit_code == 0
    assert result.stdout == (
        "Exported 1 document, 112 annotations, 16 relations to gold.\n"
        "Left out: 1 document that nobody has annotated.\n"
        "It does not hold: the base direction of an article; encoding and hash of the file an article came"
        " from.\n"
    )
    assert Path("gold/gold.jsonl").read_bytes() == GOLD.read_bytes()


def test_an_export_tells_of_unfinished_layers(run):
    Path("gold.jsonl").write_bytes(GOLD.read_bytes().replace(b'"status":"done"', b'"status":"started"'))
    Path("entities.jsonl").write_bytes((SEEDS / "gold" / "entities.jsonl").read_bytes())
    run("new", "p.sanad", "gold.jsonl", "--reviewer", "ع")
    assert (
        "Not marked done: 1 layer; manifest.json lists them.\n"
        in run("export", "p.sanad", "-o", "out").stdout
    )


def test_an_export_to_a_file_is_refused(run, news):
    Path("taken").touch()
    result = run("export", news, "-o", "taken")
    assert result.exit_code == 2
    assert "is a file" in result.stderr


def test_an_export_over_a_file_of_another_hand_is_refused(run, news):
    Path("mine").mkdir()
    Path("mine/README.md").write_bytes(b"my own")
    result = run("export", news, "-o", "mine")
    assert result.exit_code == 2
    assert "README.md” was not written by an export" in result.stderr
    assert [(path.name, path.read_bytes()) for path in Path("mine").iterdir()] == [("README.md", b"my own")]


def test_info_shows_documents_layers_and_labels(run, news):
    text = run("info", news).stdout
    assert "annotations  112: actor 66, location 14, figure 6, claim 26" in text
    assert "  000_bcd96522789c3fe7.txt  3004 characters  sample: done, 112 annotations\n" in text
    assert "  001_a1fd4a0336cd2e0a.txt  4676 characters  new\n" in text
    found = json.loads(run("info", news, "--json").stdout)
    assert found["label_set"]["version"] == 1
    assert found["reviewers"] == ["ع", "sample"]
    assert found["labels"] == {"actor": 66, "location": 14, "figure": 6, "claim": 26}
    assert [len(document["layers"]) for document in found["documents"]] == [1, 0]
    assert found["documents"][0]["layers"][0]["annotations"] == 112


def test_a_sound_project_has_no_problems(run, news):
    result = run("check", news)
    assert (result.exit_code, result.stdout) == (0, "No problems.\n")
    assert json.loads(run("check", news, "--json").stdout) == []


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE text SET content = replace(content, '2500', '2501')",
        "UPDATE annotation SET quote = replace(quote, 'العراق', 'إيرانق') WHERE quote = 'العراق'",
        "DELETE FROM entity",
    ],
)
def test_problems_are_told_one_a_line_and_the_exit_code_is_1(run, news, sql):
    corrupt(news, sql)
    result = run("check", news)
    assert result.exit_code == 1
    assert "error: " in result.stdout
    assert "problem" in result.stdout.splitlines()[-1]
    findings = json.loads(run("check", news, "--json").stdout)
    assert len(findings) == len(result.stdout.splitlines()) - 1
    assert {"rule", "severity", "sentence", "document"} <= set(findings[0])


def test_a_damaged_file_is_a_problem_found(run, news):
    data = bytearray(news.read_bytes())
    data[4096 * 3 : 4096 * 5] = b"\xff" * 8192
    news.write_bytes(data)
    result = run("check", news)
    assert result.exit_code == 1
    assert "damaged" in result.stdout


@pytest.mark.parametrize("command", [["info"], ["check"], ["export", "-o", "out"], ["import", str(ARTICLE)]])
@pytest.mark.parametrize("content", [None, b"", b"no project", b"SQLite format 3\0" + b"\xff" * 5000])
def test_what_is_no_project_is_refused_in_one_sentence(run, command, content):
    if content is not None:
        Path("p.sanad").write_bytes(content)
    result = run(command[0], "p.sanad", *command[1:])
    assert result.exit_code == 2
    assert result.stderr.startswith("sanad: ")
    assert result.stderr.count("\n") == 1
    assert result.stdout == ""
    assert not Path("out").exists()


def test_progress_is_shown_on_a_terminal_only(run, news, monkeypatch):
    assert run("export", news, "-o", "gold").stderr == ""
    with cli_showing.progress_bar("Working") as progress:
        progress(1, 2)
        progress(1, 2)
        progress(2, 2)


# The window.


@pytest.fixture
def window(monkeypatch):
    """Stands in for the window; tells what it was asked for."""
    pytest.importorskip("PySide6")
    asked = []

    def run_window(path, *, try_sample=False):
        asked.append((path, try_sample))
        return 0

    monkeypatch.setattr("annotator.ui.app.run_window", run_window)
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    return asked


def test_without_a_command_the_window_opens(run, window, news):
    assert run().exit_code == 0
    assert run(news).exit_code == 0
    assert run("--try-sample").exit_code == 0
    assert run("--try-sample", "--into", "mine").exit_code == 0
    assert window == [
        (None, False),
        (news, False),
        (None, True),
        (Path("mine/sample.sanad"), False),
    ]
    assert Path("mine/sample.sanad").exists()


def test_a_project_may_be_named_like_a_command(run, window, news):
    news.rename("export")
    assert run("./export").exit_code == 0
    assert window == [(Path("export"), False)]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["exprot"], "neither a project nor a command"),
        (["news.sanad", "more"], "unexpected extra argument"),
        (["--into", "x"], "--into goes with --try-sample"),
        (["--try-sample", "info", "p.sanad"], "--try-sample goes without"),
        (["--nonsense"], "No such option"),
    ],
)
def test_a_slip_on_the_command_line_is_told(run, window, arguments, said):
    result = run(*arguments)
    assert result.exit_code == 2
    assert said in result.stderr
    assert window == []


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux may lack a display")
@pytest.mark.parametrize("arguments", [[], ["news.sanad"]])
def test_without_a_display_there_is_one_plain_sentence(run, news, arguments):
    result = run(*arguments, env=NO_DISPLAY)
    assert result.exit_code == 2
    assert result.stderr == f"sanad: {cli._NO_DISPLAY}\n"


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux may lack a display")
@pytest.mark.parametrize(
    ("platform", "display", "expected"),
    [("", "", False), ("xcb", "", False), ("wayland", "", False), ("", ":0", True), ("offscreen", "", True),
     ("minimal:x", "", True), ("xcb", ":0", True)],
)  # fmt: skip
def test_a_display_is_found(monkeypatch, platform, display, expected):
    monkeypatch.setenv("QT_QPA_PLATFORM", platform)
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert cli._has_display() is expected


# Real processes.


def sanad(*arguments, cwd, **environment):
    kept = {name: value for name, value in os.environ.items() if name not in NO_DISPLAY}
    root = str(Path(cli.__file__).parents[1])
    return subprocess.run(
        [sys.executable, "-m", "annotator", *map(str, arguments)],
        cwd=cwd,
        env=kept | {"PYTHONPATH": root} | environment,
        capture_output=True,
        timeout=60,
        check=False,
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux may lack a display")
def test_the_sample_is_worked_through_headless_again_and_again(tmp_path):
    pytest.importorskip("PySide6")
    for _ in range(2):
        done = sanad("--try-sample", cwd=tmp_path, SANAD_SAMPLE_DIR=str(tmp_path / "sample"))
        assert done.returncode == 0, done.stderr.decode()
        assert b"ssh -X" in done.stdout
        paths = [tmp_path / "sample" / name for name in ("sample.sanad", "gold/gold.jsonl", "window.png")]
        assert all(str(path).encode() in done.stdout for path in paths)
        assert paths[1].read_bytes() == GOLD.read_bytes()
        assert paths[2].read_bytes().startswith(b"\x89PNG")


@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "utf-8"])
def test_arabic_does_not_break_a_console_of_another_encoding(tmp_path, encoding):
    done = sanad("new", "م.sanad", SEEDS, "--reviewer", "ع", cwd=tmp_path, PYTHONIOENCODING=encoding)
    assert done.returncode == 0, done.stderr
    done = sanad("info", "م.sanad", "--json", cwd=tmp_path, PYTHONIOENCODING=encoding)
    assert json.loads(done.stdout)["reviewers"] == ["ع", "sample"]
    assert b"Traceback" not in sanad("info", "لا.sanad", cwd=tmp_path, PYTHONIOENCODING=encoding).stderr


HELP = """
import sys
sys.argv = ["sanad", "--help"]
from annotator.cli import main
try:
    main()
finally:
    heavy = {"PySide6", "sqlite_utils", "sqlite3", "msgspec", "regex", "chardet"} & set(sys.modules)
    assert not heavy, heavy
"""


def test_help_loads_nothing_heavy(tmp_path):
    environment = os.environ | {"PYTHONPATH": str(Path(cli.__file__).parents[1])}
    command = [sys.executable, "-c", HELP]
    done = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, check=False)
    assert done.returncode == 0, done.stderr.decode()
