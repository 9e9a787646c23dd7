"""Label sets written to files and taken over from them."""

from annotator.core.schema import LabelDefinition, SchemeDefinition, read_definition, write_definition
from tests.ui.label_set.steps import agreeing, names


def test_a_label_set_is_written_and_taken_over(workspace, editor, answer, tmp_path):
    assert editor.files.write(tmp_path / "scheme.json")
    written = read_definition((tmp_path / "scheme.json").read_bytes())
    assert [label.name for label in written.labels] == names(workspace)
    assert not editor.files.write(tmp_path / "scheme.json")
    assert "already" in editor.problem.text()

    given = SchemeDefinition(
        "sanad-scheme", "Other", 1, (LabelDefinition("event", "#111111", "#eeeeee", "4"), written.labels[0])
    )
    (tmp_path / "other.json").write_bytes(write_definition(given))
    lines = []
    answer(agreeing(lines))

    assert editor.files.take_over(tmp_path / "other.json")

    assert "event" in names(workspace)
    assert any(line.startswith("added: label") for line in lines)
    assert any(line.startswith("loses its key 4") for line in lines)
    assert any("stays" in line and "figure" in line for line in lines)
    editor.undo.click()
    assert names(workspace) == ["actor", "location", "figure", "claim"]


def test_a_file_that_is_no_label_set_is_refused(editor, tmp_path):
    (tmp_path / "x.json").write_text("{}")

    assert not editor.files.take_over(tmp_path / "x.json")

    assert "not a label set" in editor.problem.text()
