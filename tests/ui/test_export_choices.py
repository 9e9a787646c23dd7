import pytest

from annotator.formats.gold_reading import read
from annotator.store.usage import zone_usage


@pytest.fixture
def exported(window, qtbot, answer, tmp_path):
    """Export into a new folder; what the person does in the dialog is given, the gold lines come back."""

    def export(choose, name):
        folder = tmp_path / name

        def give(dialog):
            dialog.folder.setText(str(folder))
            choose(dialog)
            dialog.accept()

        answer(give)
        reports = []
        answer(reports.append)
        window.action_set["export-gold"].trigger()
        qtbot.waitUntil(lambda: bool(reports))
        return list(read(folder / "gold.jsonl"))

    return export


def count(bundles):
    return sum(len(bundle.layer.annotations) for bundle in bundles)


def test_zones_in_use_are_offered_with_the_annotations_in_them(window, workspace, answer):
    seen = {}
    answer(lambda dialog: seen.update({name: tick.text() for name, tick in dialog.ticks.items()}))

    window.action_set["export-gold"].trigger()

    used = zone_usage(workspace.project.database)
    kinds = workspace.label_set.zone_kind_by_id
    assert set(seen) == {kinds[row].name for row in used}
    assert all(f" {used[row]} annotation" in seen[kinds[row].name] for row in used)


def test_what_is_ticked_is_left_out_and_remembered(window, workspace, exported, answer):
    used = zone_usage(workspace.project.database)
    most = max(used, key=used.get)
    name = workspace.label_set.zone_kind_by_id[most].name

    everything = exported(lambda dialog: None, "all")
    less = exported(lambda dialog: dialog.ticks[name].setChecked(True), "less")

    assert used[most] > 0
    assert count(less) == count(everything) - used[most]
    answer(lambda dialog: remembered.append(dialog.without()))
    remembered = []
    window.action_set["export-gold"].trigger()
    assert remembered == [(name,)]


def test_a_file_of_another_hand_is_not_replaced_and_the_window_says_so(window, qtbot, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "README.md").write_bytes(b"mine")
    window.exports.export(folder)
    qtbot.waitUntil(lambda: "was not written by an export" in window.banner.sentence.text())
    assert [path.name for path in folder.iterdir()] == ["README.md"]
    assert (folder / "README.md").read_bytes() == b"mine"
