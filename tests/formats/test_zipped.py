"""Archives are read within limits; what could do harm is refused."""

import io
import zipfile

import pytest

from annotator.core.errors import UserError
from annotator.formats import zipped


@pytest.fixture
def archive(tmp_path):
    """Makes an archive of members; their order and repeats stay."""

    def make(*members, compression=zipfile.ZIP_DEFLATED):
        path = tmp_path / "a.zip"
        with zipfile.ZipFile(path, "w", compression) as file:
            for name, data in members:
                file.writestr(name, data)
        return path

    return make


def test_members_are_listed_in_order_and_read_by_name(archive):
    with zipped.opened(archive(("b/ب.txt", "نص"), ("dir/", ""), ("a.txt", b"x"))) as opened:
        assert opened.members == ("b/ب.txt", "a.txt")
        assert opened.read("b/ب.txt").decode() == "نص"


@pytest.mark.parametrize("name", ["../out.txt", "/etc/passwd", "a/../../b", "C:/win.txt", "a\\b.txt"])
def test_a_path_out_of_the_archive_is_refused(archive, name):
    with pytest.raises(UserError, match="a path out of the archive"), zipped.opened(archive((name, "x"))):
        pass


def test_the_same_member_twice_is_refused(archive):
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = archive(("a", "1"), ("a", "2"))
    with pytest.raises(UserError, match="holds “a” twice"), zipped.opened(path):
        pass


def test_a_bomb_is_stopped_at_the_limit_whatever_it_says_of_its_size(archive, monkeypatch):
    path = archive(("a", b"\0" * 3_000_000), ("b", b"\0" * 3_000_000))
    with zipped.opened(path) as opened, pytest.raises(UserError, match="more than 1 MB"):
        opened.read("a", limit=1 << 20)
    monkeypatch.setattr(zipped, "MAX_TOTAL_BYTES", 5_000_000)
    with zipped.opened(path) as opened:
        opened.read("a")
        with pytest.raises(UserError, match="unpacks to more than"):
            opened.read("b")


def test_more_members_than_anybody_needs_are_refused(archive, monkeypatch):
    monkeypatch.setattr(zipped, "MAX_MEMBERS", 2)
    path = archive(*((str(number), "") for number in range(3)))
    with pytest.raises(UserError, match="more than 2 files"), zipped.opened(path):
        pass


def test_a_missing_member_and_a_damaged_one_are_told(archive):
    path = archive(("a", "نص" * 100), compression=zipfile.ZIP_STORED)
    with zipped.opened(path) as opened, pytest.raises(UserError, match="lacks the part “b”"):
        opened.read("b")
    data = bytearray(path.read_bytes())
    data[60] ^= 1
    path.write_bytes(data)
    with zipped.opened(path) as opened, pytest.raises(UserError, match="is damaged"):
        opened.read("a")


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04", b"no archive"])
def test_what_is_no_archive_is_told(tmp_path, data):
    (tmp_path / "a.zip").write_bytes(data)
    with pytest.raises(UserError, match=r"a\.zip is no ZIP archive"), zipped.opened(tmp_path / "a.zip"):
        pass


def packed(*members):
    data = io.BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as file:
        for name, content in members:
            file.writestr(name, content)
    return data.getvalue()


def test_an_archive_inside_another_is_read_by_its_member_and_both_are_named(archive):
    path = archive(("a/inner.zip", packed(("b.txt", "نص"))), ("bad.zip", b"PK"))
    with zipped.opened(path) as opened:
        with opened.inside("a/inner.zip") as inner:
            assert (inner.name, inner.members) == ("a.zip/a/inner.zip", ("b.txt",))
            assert inner.read("b.txt").decode() == "نص"
        with pytest.raises(UserError, match=r"a\.zip/bad\.zip is no ZIP archive"), opened.inside("bad.zip"):
            pass


def test_what_is_wrong_while_an_inner_archive_is_used_is_not_taken_for_its_damage(archive):
    path = archive(("inner.zip", packed(("b.txt", "x"))))
    with (
        pytest.raises(ValueError, match="mine"),
        zipped.opened(path) as opened,
        opened.inside("inner.zip"),
    ):
        raise ValueError("mine")


def test_a_path_out_of_an_inner_archive_is_refused(archive):
    path = archive(("inner.zip", packed(("../x", "x"))))
    refused = pytest.raises(UserError, match="a path out of the archive")
    with zipped.opened(path) as opened, refused, opened.inside("inner.zip"):
        pass


def test_sizes_of_an_archive_and_those_inside_it_are_counted_together(archive, monkeypatch):
    monkeypatch.setattr(zipped, "MAX_TOTAL_BYTES", 5 << 20)
    bomb = packed(("zeros", bytes(2 << 20)))
    path = archive(*((f"{number}.zip", bomb) for number in range(3)))
    with zipped.opened(path) as opened:
        for number in range(2):
            with opened.inside(f"{number}.zip") as inner:
                inner.read("zeros")
        with opened.inside("2.zip") as inner:
            with pytest.raises(UserError, match="more than 5 MB"):
                inner.read("zeros")
            with pytest.raises(UserError, match="more than 5 MB"):
                list(inner.pieces("zeros"))
            with pytest.raises(UserError, match="more than 5 MB"):
                inner.read("zeros")


def test_a_member_can_be_read_on_as_a_file_and_what_it_lacks_is_told(archive):
    data = bytes(range(256)) * 1000
    with zipped.opened(archive(("a", data))) as opened:
        with opened.stream("a") as file:
            read = list(iter(lambda: file.read(7), b""))
        assert len(read) > 1
        assert b"".join(read) == data
        with pytest.raises(UserError, match="lacks the part “b”"), opened.stream("b") as file:
            file.read(7)


def test_members_of_an_archive_and_those_inside_it_are_counted_together(archive, monkeypatch):
    monkeypatch.setattr(zipped, "_MAX_ALL_MEMBERS", 5)
    path = archive(*((f"{number}.zip", packed(("a", ""), ("b", ""))) for number in range(2)))
    with zipped.opened(path) as opened:
        with opened.inside("0.zip"):
            pass
        with pytest.raises(UserError, match="hold more than 5 files"), opened.inside("1.zip"):
            pass


def test_names_that_are_no_text_are_damage(tmp_path):
    path = tmp_path / "a.zip"
    path.write_bytes(packed(("ب.txt", "x")).replace("ب".encode(), b"\xff\xff"))
    with pytest.raises(UserError, match="is no ZIP archive, or is damaged"), zipped.opened(path):
        pass
