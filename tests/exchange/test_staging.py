"""Files are written in blocks by a thread, and what goes wrong there is told here."""

import threading
from hashlib import sha256

import pytest

from annotator.core.errors import UserError
from annotator.exchange.dataset import Written
from annotator.exchange.staging import Staging, staged
from annotator.formats.format import Part

PIECES = [bytes([number % 256]) * 3_000 for number in range(1_500)]


@pytest.fixture
def staging(tmp_path):
    return Staging(tmp_path, tmp_path / "target", "folder", replace=False)


@pytest.mark.parametrize("count", [0, 1, 300, 350, 1_500])
def test_what_is_written_is_what_was_given_with_its_hash(staging, tmp_path, count):
    whole = b"".join(PIECES[:count])
    staging.write("a/b.txt", iter(PIECES[:count]))
    assert (tmp_path / "a" / "b.txt").read_bytes() == whole
    assert staging.written == {"a/b.txt": Written(sha256(whole).hexdigest(), len(whole))}
    staging.prove()


def test_what_has_changed_since_it_was_written_is_not_proved(staging, tmp_path):
    staging.write("a", [b"abc"])
    (tmp_path / "a").write_bytes(b"abd")
    with pytest.raises(UserError, match="does not read back"):
        staging.prove()


def test_a_drive_that_is_full_is_told_and_no_thread_stays(tmp_path, monkeypatch):
    from annotator.exchange import staging as module

    def full(_sink, _block):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(module._Sink, "_put", full)
    before = threading.active_count()
    with (
        pytest.raises(UserError, match="No space left on device"),
        staged(tmp_path / "out", "folder") as staging,
    ):
        staging.write("a", PIECES)
    assert threading.active_count() == before
    assert list(tmp_path.iterdir()) == []


def test_what_goes_wrong_while_pieces_are_made_is_told_and_no_thread_stays(staging):
    def broken():
        yield from PIECES
        raise UserError("broken")

    before = set(threading.enumerate())
    with pytest.raises(UserError, match="broken"):
        staging.write("a", broken())
    assert not set(threading.enumerate()) - before
    assert staging.written == {}


def test_the_parts_of_a_file_follow_one_another(staging, tmp_path):
    staging.write_parts([Part("a", b"1"), Part("a", b"2"), Part("b/c", b"3")], lambda name: f"x/{name}")
    assert (tmp_path / "x" / "a").read_bytes() == b"12"
    assert (tmp_path / "x" / "b" / "c").read_bytes() == b"3"


@pytest.mark.parametrize("name", ["../a", "/a"])
def test_no_format_can_write_elsewhere(staging, name):
    with pytest.raises(ValueError, match="inside the folder"):
        staging.write(name, [b""])


def test_many_files_are_brought_to_the_drive_at_once(tmp_path):
    with staged(tmp_path / "out", "folder") as staging:
        for number in range(100):
            staging.write(f"{number}.txt", [b"x"])
        staging.write("manifest.json", [b"{}"])
        staging.prove()
        staging.publish()
    assert len(list((tmp_path / "out").iterdir())) == 101
