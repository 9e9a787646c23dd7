"""Which files an import takes: out of folders and archives, without what belongs to another file."""

import zipfile

import pytest

from annotator.core.errors import UserError
from annotator.exchange.gathering import Gathered, gather
from annotator.exchange.reading import Choices
from annotator.exchange.survey import survey
from annotator.formats import zipped
from tests.formats.inception_project import Making

GOLD = b'{"format": "sanad-gold"}'


@pytest.fixture
def archive(tmp_path):
    """Makes a ZIP archive with these members."""

    def make(name="corpus.zip", folder=tmp_path, **members):
        path = folder / name
        with zipfile.ZipFile(path, "w") as file:
            for member, data in members.items():
                file.writestr(member, data)
        return path

    return make


def shown(gathered):
    return [gathered.shown(path) for path in gathered]


def test_files_are_taken_as_they_are_named(tmp_path):
    path = tmp_path / "notes.unknown"
    path.touch()
    with gather([path, path]) as found:
        assert (list(found), shown(found), found.unreadable) == ([path], [str(path)], [])


def test_what_no_format_reads_is_listed_and_hidden_files_are_not_looked_at(tmp_path):
    for name in ("a.txt", "photo.png", ".hidden.txt", "Thumbs.db"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "b.txt").touch()
    with gather([tmp_path]) as found:
        assert shown(found) == [str(tmp_path / "a.txt")]
        assert found.unreadable == [str(tmp_path / "photo.png")]


def test_the_parts_of_a_dataset_are_read_with_its_lines(tmp_path):
    for name in ("entities.jsonl", "comparisons.jsonl", "scheme.json", "manifest.json", "README.md"):
        (tmp_path / name).write_bytes(b"{}")
    (tmp_path / "gold.jsonl").write_bytes(GOLD)
    with gather([tmp_path]) as found:
        assert (shown(found), found.unreadable) == ([str(tmp_path / "gold.jsonl")], [])


def test_what_an_export_tells_of_its_data_is_neither_taken_nor_missed(tmp_path):
    (tmp_path / "manifest.json").write_bytes(b'{"format": "sanad-dataset"}')
    (tmp_path / "a.txt").touch()
    with gather([tmp_path]) as found:
        assert (shown(found), found.unreadable) == ([str(tmp_path / "a.txt")], [])


def test_a_name_that_cannot_be_is_told(tmp_path):
    with pytest.raises(UserError, match=r"cannot be read|There is no file"):
        gather([tmp_path / ("a" * 300)])


def test_json_of_no_known_format_is_taken_only_where_it_is_named(tmp_path):
    path = tmp_path / "settings.json"
    path.write_bytes(b'{"key": 1}')
    (tmp_path / "a.txt").touch()
    with gather([tmp_path]) as found:
        assert found.unreadable == [str(path)]
    with gather([path]) as found:
        assert list(found) == [path]
    with gather([tmp_path], "json") as found:
        assert shown(found) == [str(path)]


def test_with_a_chosen_format_a_folder_gives_its_files_alone(tmp_path):
    for name in ("a.txt", "b.conll"):
        (tmp_path / name).touch()
    with gather([tmp_path], "text") as found:
        assert shown(found) == [str(tmp_path / "a.txt")]
        assert found.unreadable == [str(tmp_path / "b.conll")]


def test_a_format_that_is_not_there_is_refused(tmp_path):
    with pytest.raises(UserError, match="There is no format “x”"):
        gather([tmp_path], "x")


def test_an_archive_is_unpacked_for_as_long_as_the_import_lasts(archive):
    path = archive(**{"b.txt": "نعم", "deep/a.txt": "قال", "photo.png": "", "__MACOSX/a.txt": "x"})
    with gather([path]) as found:
        files = list(found)
        assert shown(found) == [f"{path}/b.txt", f"{path}/deep/a.txt"]
        assert [file.read_text(encoding="utf-8") for file in files] == ["نعم", "قال"]
        assert found.unreadable == [f"{path}/photo.png"]
        assert found.size(files[0]) == 6
    assert not any(file.exists() for file in files)
    found.close()


def test_an_archive_in_a_folder_is_unpacked_with_those_inside_it_and_no_deeper(tmp_path, archive):
    deepest = archive("deepest.zip", **{"d.txt": "d"}).read_bytes()
    inner = archive("inner.zip", **{"c.txt": "c", "deepest.zip": deepest, "photo.png": ""}).read_bytes()
    (tmp_path / "in").mkdir()
    path = archive("outer.zip", tmp_path / "in", **{"inner.zip": inner, "a.txt": "a"})
    for given in (tmp_path / "in", path):
        with gather([given]) as found:
            assert shown(found) == [f"{path}/a.txt", f"{path}/inner.zip/c.txt"]
            assert found.unreadable == [f"{path}/inner.zip/deepest.zip", f"{path}/inner.zip/photo.png"]


def test_an_archive_inside_another_may_not_lead_out_of_it(archive):
    inner = archive("inner.zip", **{"../evil.txt": "x"}).read_bytes()
    with pytest.raises(UserError, match=r"inner.zip holds “../evil.txt”, a path out of the archive"):
        gather([archive("outer.zip", **{"inner.zip": inner, "a.txt": "a"})])


def test_archives_inside_another_count_into_what_it_may_unpack_to(archive, monkeypatch):
    monkeypatch.setattr(zipped, "MAX_TOTAL_BYTES", 5 << 20)
    inner = archive("inner.zip", **{"a.txt": bytes(2 << 20)}).read_bytes()
    with gather([archive("outer.zip", **{"1.zip": inner})]) as found:
        assert len(found) == 1
    with pytest.raises(UserError, match="unpacks to more than 5 MB"):
        gather([archive("outer.zip", **{"1.zip": inner, "2.zip": inner})])


def test_a_file_of_a_format_that_is_packed_is_no_archive(tmp_path, archive):
    path = archive("article.docx", **{"word/document.xml": "<x/>"})
    with gather([path]) as found:
        assert list(found) == [path]


def test_a_project_of_another_tool_is_one_file_even_inside_an_archive(archive):
    project = Making().document("a", "نص .", {"b": []}).data()
    path = archive("outer.zip", **{"export.zip": project, "a.txt": "a"})
    with gather([path]) as found:
        assert shown(found) == [f"{path}/a.txt", f"{path}/export.zip"]
    path.write_bytes(project)
    with gather([path]) as found:
        assert list(found) == [path]


def test_where_the_format_of_its_files_is_chosen_a_project_is_an_archive(archive):
    path = archive("export.zip")
    path.write_bytes(Making().document("a", "نص .", {"b": []}).data())
    with gather([path], "xmi") as found:
        names = [f"{path}/annotation/a/{name}.zip/{name}.xmi" for name in ("INITIAL_CAS", "b")]
        assert shown(found) == names


def test_companions_are_found_inside_an_archive(archive):
    path = archive(**{"gold.jsonl": GOLD, "entities.jsonl": "", "scheme.json": "{}"})
    with gather([path]) as found:
        assert (shown(found), found.unreadable) == ([f"{path}/gold.jsonl"], [])


@pytest.mark.parametrize("member", ["../evil.txt", "/abs.txt", "C:\\win.txt"])
def test_a_path_out_of_an_archive_is_refused_and_nothing_is_unpacked(archive, member):
    with pytest.raises(UserError, match="a path out of the archive"):
        gather([archive(**{member: "x"})])


def test_a_member_that_is_also_a_folder_is_refused(archive):
    with pytest.raises(UserError, match="cannot be unpacked"):
        gather([archive(**{"a": "x", "a/b.txt": "y"})])


def test_a_damaged_archive_is_refused(archive):
    path = archive(**{"a.txt": "x" * 100})
    data = bytearray(path.read_bytes())
    data[40:60] = bytes(20)
    path.write_bytes(data)
    with pytest.raises(UserError, match=r"corpus.zip is damaged"):
        gather([path])


def test_a_bad_archive_does_not_keep_the_other_files_of_a_folder_out(tmp_path, archive):
    bad = archive("bad.zip", **{"a.txt": "x", "../evil.txt": "x"})
    good = archive("good.zip", **{"b.txt": "b"})
    (tmp_path / "c.txt").write_bytes(b"c")
    for paths in ([tmp_path], [bad, good, tmp_path / "c.txt"]):
        with gather(paths) as found:
            assert sorted(shown(found)) == [str(tmp_path / "c.txt"), f"{good}/b.txt"]
            assert [(item.path, "out of the archive" in item.reason) for item in found.refused] == [
                (str(bad), True)
            ]
            assert [item.path for item in survey(found, Choices()).refused] == [str(bad)]
            assert found.part(()).refused == found.refused


def test_a_folder_of_bad_archives_alone_is_refused_for_the_first(tmp_path, archive):
    for name in ("a.zip", "b.zip"):
        archive(name, **{"../evil.txt": "x"})
    with pytest.raises(UserError, match=r"a.zip holds “../evil.txt”"):
        gather([tmp_path])


def test_an_archive_without_anything_to_read_is_refused(archive):
    with pytest.raises(UserError, match="holds no file that Sanad reads"):
        gather([archive(**{"photo.png": ""})])


def test_the_size_of_what_is_gone_is_nothing(tmp_path):
    found = Gathered.of([tmp_path / "gone.txt"])
    assert found.size(tmp_path / "gone.txt") == 0
