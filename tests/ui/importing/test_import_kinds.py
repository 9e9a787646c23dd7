"""Of which kind files are, and whether that is for certain."""

from annotator.exchange.gathering import gather
from annotator.formats.every import FORMATS
from annotator.ui.import_kinds import filters, grouped, readable


def test_the_file_dialog_has_every_kind_that_can_be_read(qapp):
    rows = filters().split(";;")

    assert all(f"*{suffix}" in rows[0] for kind in readable() for suffix in kind.suffixes)
    assert "*.zip" in rows[0]
    assert len(rows) == len(readable()) + 2
    assert {kind.name for kind in readable()} == {kind.name for kind in FORMATS if kind.read}


def test_files_of_one_kind_are_one_group_and_plain_texts_need_no_answer(tmp_path):
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("نص", encoding="utf-8")

    groups, unclear = grouped(gather([tmp_path]), {}, lambda *_: None)

    assert [(group.kind.name, len(group.files), group.needs_answers) for group in groups] == [
        ("text", 2, False)
    ]
    assert unclear == []


def test_tables_with_other_columns_are_asked_about_apart(tmp_path):
    for name, heading in (("a.csv", "text"), ("b.csv", "text"), ("c.csv", "body")):
        (tmp_path / name).write_text(f"{heading}\nSome words\n", encoding="utf-8")

    groups, _ = grouped(gather([tmp_path]), {}, lambda *_: None)

    assert [[path.name for path in group.files] for group in groups] == [["a.csv", "b.csv"], ["c.csv"]]
    assert all(group.needs_answers for group in groups)


def test_a_file_of_an_unknown_kind_is_not_certain(tmp_path):
    (tmp_path / "a.dat").write_text("words", encoding="utf-8")

    groups, _ = grouped(gather([tmp_path / "a.dat"]), {}, lambda *_: None)

    assert [group.certain for group in groups] == [False]


def test_a_table_whose_encoding_cannot_be_told_is_unclear_until_it_is_chosen(tmp_path):
    path = tmp_path / "a.csv"
    path.write_bytes("نص\nخبر\n".encode("cp1256"))

    _, unclear = grouped(gather([path]), {}, lambda *_: None)
    groups, still = grouped(gather([path]), {path: "cp1256"}, lambda *_: None)

    assert [item.path for item in unclear] == [path]
    assert still == []
    assert groups[0].offer.values["text"] == "نص"
