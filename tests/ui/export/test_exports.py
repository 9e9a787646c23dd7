"""The export in the window: what is chosen, seen beforehand, written, told and remembered."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from annotator.exchange.choosing import Selection
from annotator.exchange.ordering import Order
from annotator.exchange.splitting import Splits
from annotator.formats.every import FORMATS
from annotator.formats.gold_reading import read
from annotator.store.usage import zone_usage


@pytest.fixture
def exported(window, qtbot, answer, tmp_path):
    """Export to a new place, with what the person does in the dialog: the place and the remarks."""

    def export(choose, name):
        target = tmp_path / name

        def give(dialog):
            choose(dialog)
            dialog.target.setText(str(target))
            dialog.accept()

        answer(give)
        told = []
        answer(lambda report: told.append(words_in(report)))
        window.action_set["export"].trigger()
        qtbot.waitUntil(lambda: bool(told))
        return target, told[0]

    return export


@pytest.fixture
def asked(window, answer):
    """Open the dialog, do something in it, and cancel."""

    def ask(look):
        answer(look)
        window.action_set["export"].trigger()

    return ask


def words_in(report):
    """The remarks of a report."""
    return [report.table.item(row, 1).text() for row in range(report.table.rowCount())]


def use(name):
    return lambda dialog: dialog.formats.setCurrentIndex(dialog.formats.findData(name))


def count(folder):
    return sum(len(bundle.layer.annotations) for bundle in read(folder / "gold.jsonl"))


def test_every_format_that_is_written_is_offered_gold_first(asked):
    seen = []
    asked(lambda dialog: seen.extend(dialog.formats.itemData(row) for row in range(dialog.formats.count())))
    assert seen == [kind.name for kind in FORMATS if kind.write]
    assert seen[0] == "gold"


def test_zones_in_use_are_offered_with_the_annotations_in_them(workspace, asked):
    seen = {}
    asked(lambda dialog: seen.update({name: tick.text() for name, tick in dialog.selection.zones.items()}))
    used = zone_usage(workspace.project.database)
    kinds = workspace.label_set.zone_kind_by_id
    assert set(seen) == {kinds[row].name for row in used}
    assert all(f" {used[row]} annotation" in seen[kinds[row].name] for row in used)


def test_what_is_ticked_is_left_out_and_remembered(workspace, exported, asked):
    used = zone_usage(workspace.project.database)
    most = max(used, key=used.get)
    name = workspace.label_set.zone_kind_by_id[most].name

    everything, _ = exported(lambda dialog: None, "all")
    less, _ = exported(lambda dialog: dialog.selection.zones[name].setChecked(True), "less")

    assert used[most] > 0
    assert count(less) == count(everything) - used[most]
    remembered = []
    asked(lambda dialog: remembered.append(dialog.order().selection.without_zones))
    assert remembered == [(name,)]


def test_labels_that_are_not_ticked_stay_at_home(exported):
    folder, _ = exported(lambda dialog: dialog.selection.labels["claim"].setChecked(False), "less")
    labels = {item.label for bundle in read(folder / "gold.jsonl") for item in bundle.layer.annotations}
    assert labels == {"actor", "location", "figure"}


def test_nothing_can_be_exported_of_no_label(asked, qtbot):
    seen = []

    def look(dialog):
        for tick in dialog.selection.labels.values():
            tick.setChecked(False)
        qtbot.waitUntil(lambda: "Nothing goes out" in dialog.preview.counts.text())
        seen.append(dialog.go.isEnabled())
        dialog.selection.labels["figure"].setChecked(True)
        seen.append(dialog.go.isEnabled())
        seen.append(dialog.order().selection.labels)

    asked(look)
    assert seen == [False, True, ("figure",)]


def test_what_cannot_be_exported_is_not_offered_until_something_else_is_chosen(asked, qtbot):
    seen = []

    def look(dialog):
        use("doccano")(dialog)
        dialog.target.setText("/x/mine.jsonl")
        for name in ("actor.knd", "actor.kind"):
            dialog.options.fields["label_by"].setText(name)
            qtbot.waitUntil(lambda: dialog.preview.counts.text() != "Counting…")
            seen.append((dialog.go.isEnabled(), "knd" in dialog.preview.counts.text()))
            dialog.target.setText(f"/x/{name}.jsonl")
            seen.append(dialog.go.isEnabled())

    asked(look)
    assert seen == [(False, True), False, (True, False), True]


def test_a_written_target_keeps_its_name_and_gets_another_ending(asked, qtbot):
    seen = []

    def look(dialog):
        use("doccano")(dialog)
        dialog.target.clear()
        qtbot.keyClicks(dialog.target, "/x/mine.jsonl")
        for tick in (dialog.zipped, dialog.zipped, dialog.splits.tick, dialog.splits.tick):
            tick.toggle()
            seen.append(dialog.path().name)

    asked(look)
    assert seen == ["mine.zip", "mine.jsonl", "mine", "mine.jsonl"]


def test_the_folder_of_somebody_unknown_is_a_name_like_any_other(asked):
    seen = []
    asked(lambda dialog: (dialog.target.setText("~nobody.here/out"), seen.append(dialog.path())))
    assert seen == [Path("~nobody.here/out")]


def test_another_format_goes_into_a_file_with_its_ending_and_the_report_says_what_is_lost(exported, asked):
    proposed = []
    asked(lambda dialog: (use("csv")(dialog), proposed.append(dialog.path())))
    assert proposed[0].suffix == ".csv"
    target, told = exported(use("csv"), "out.csv")
    assert "actor" in target.read_text(encoding="utf-8")
    assert any("not held by this format" in words for words in told)


def test_tab_goes_from_the_format_through_its_options_to_what_goes_out(asked, qtbot):
    seen = []

    def look(dialog):
        use("conll")(dialog)
        dialog.formats.setFocus()
        for _ in range(len(dialog.options.fields) + 1):
            qtbot.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
            seen.append(dialog.focusWidget())
        assert seen == [*dialog.options.fields.values(), dialog.selection.status]

    asked(look)
    assert len(seen) > 2


def test_each_format_keeps_its_own_choices(exported, asked):
    exported(lambda dialog: (use("conll")(dialog), dialog.splits.tick.setChecked(True)), "parts")
    orders = []
    asked(lambda dialog: (orders.append(dialog.order()), use("gold")(dialog), orders.append(dialog.order())))
    assert orders[0].format == "conll"
    assert orders[0].splits == Splits()
    assert orders[1].splits is None


def test_the_preview_follows_the_choices(asked, qtbot):
    seen = {}

    def look(dialog):
        preview = dialog.preview
        qtbot.waitUntil(lambda: preview.record.toPlainText().startswith("{"))
        seen["gold"] = preview.record.toPlainText(), preview.counts.text(), preview.losses.text()
        use("csv")(dialog)
        seen["changed"] = preview.record.toPlainText()
        qtbot.waitUntil(lambda: "cannot hold" in preview.losses.text())
        seen["csv"] = preview.record.toPlainText(), preview.counts.text(), preview.losses.text()
        for tick in dialog.selection.labels.values():
            tick.setChecked(tick is dialog.selection.labels["figure"])
        seen["selected"] = preview.counts.text(), preview.record.toPlainText()
        qtbot.waitUntil(lambda: preview.counts.text() not in (seen["csv"][1], "Counting…"))
        seen["figures"] = preview.counts.text()

    asked(look)
    assert '"format": "sanad-gold"'.replace(" ", "") in seen["gold"][0].replace(" ", "")
    assert seen["gold"][1].startswith("Going out: ")
    assert "with 112 annotation" in seen["gold"][1]
    assert seen["changed"] == ""
    assert seen["selected"] == ("Counting…", seen["csv"][0])
    assert "sanad-gold" not in seen["csv"][0]
    assert "with 6 annotation" in seen["figures"]


def test_what_is_said_to_be_held_follows_the_options(asked, qtbot):
    seen = []

    def look(dialog):
        losses = dialog.preview.losses
        use("conll")(dialog)
        qtbot.waitUntil(lambda: "cannot hold" in losses.text())
        seen.append(losses.text())
        dialog.options.fields["comments"].setChecked(True)
        qtbot.waitUntil(lambda: "cannot hold" in losses.text() and "fields of Sanad's own" in losses.text())
        seen.append(losses.text())

    asked(look)
    held = [sentence.partition("fields of Sanad's own")[0] for sentence in seen]
    assert "attributes: " in held[0]
    assert "attributes: " not in held[1]
    assert "spans that overlap others: " in held[1]


def test_the_preview_tells_what_only_fields_of_our_own_hold(asked, qtbot):
    seen = []

    def look(dialog):
        losses = dialog.preview.losses
        use("doccano")(dialog)
        qtbot.waitUntil(lambda: "fields of Sanad's own" in losses.text())
        seen.append(losses.text())
        use("csv")(dialog)
        qtbot.waitUntil(lambda: "fields of Sanad's own" not in losses.text())

    asked(look)
    aside = seen[0].splitlines()[-1]
    assert aside.startswith("Only in fields of Sanad's own, which other tools ignore and may drop: ")
    assert "zones" in aside


def test_parts_never_make_more_than_all(asked):
    seen = []

    def look(dialog):
        form = dialog.splits
        form.tick.setChecked(True)
        form.dev.setValue(90)
        form.test.setValue(90)
        seen.append(form.value())

    asked(look)
    assert seen == [Splits(train=0, dev=90, test=10)]


def test_an_order_is_shown_as_it_was_made(asked):
    order = Order(
        format="gold",
        selection=Selection(statuses=("done",), labels=("figure",), empty="none"),
        splits=Splits(train=60, dev=20, test=20, seed=7),
        zipped=True,
    )
    seen = []

    def look(dialog):
        dialog._remembered = lambda name: order
        dialog.use_format("gold")
        seen.append(dialog.order())

    asked(look)
    assert seen == [order]


def test_a_file_of_another_hand_is_not_replaced_and_the_window_says_so(window, qtbot, tmp_path):
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "README.md").write_bytes(b"mine")
    window.exports.export(folder, Order())
    qtbot.waitUntil(lambda: "was not written by an export" in window.banner.sentence.text())
    assert [path.name for path in folder.iterdir()] == ["README.md"]
    assert (folder / "README.md").read_bytes() == b"mine"
