"""Archives are written as they grow."""

import zipfile
from io import BytesIO

from annotator.formats.zipping import Zipping


def test_the_parts_together_are_an_archive():
    zipping = Zipping()
    parts = [*zipping.add("أ/x.txt", [b"1", b"2"]), *zipping.add("y", [b"z" * 10**6]), *zipping.close()]
    assert {part.name for part in parts} == {""}
    with zipfile.ZipFile(BytesIO(b"".join(part.data for part in parts))) as archive:
        assert archive.testzip() is None
        assert {name: archive.read(name) for name in archive.namelist()} == {
            "أ/x.txt": b"12",
            "y": b"z" * 10**6,
        }


def test_what_was_added_is_given_at_once():
    zipping = Zipping()
    assert b"x" in b"".join(part.data for part in zipping.add("x", [b"1"]))
    assert b"".join(part.data for part in zipping.close()).count(b"x") == 1
