"""Files that are no text."""

import pytest

from annotator.core.errors import UserError
from annotator.formats.article import PLAIN_TEXT
from annotator.formats.format import Reading
from annotator.formats.options import Options
from annotator.formats.scheme import read_scheme
from annotator.resources import RESOURCES
from annotator.store.project import Project


def refusal(path, data=None):
    if data is not None:
        path.write_bytes(data)
    with pytest.raises(UserError) as raised:
        list(PLAIN_TEXT.read(path, Reading(Options())))
    return str(raised.value)


@pytest.mark.parametrize(
    "data",
    [
        b"\xff\xd8\xff\xe0\0\x10JFIF\0\1" + bytes(range(256)),
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"\0\0\0\x18ftypheic\0\0",
        b"RIFF\x10\0\0\0WEBPVP8 ",
        b"\x7fELF\2\1\1\0",
        b"SQLite format 3\0" + bytes(100),
        bytes(range(256)) * 4,
        b"\xff\xd8\xff" + b"x" * 20_000_001,
    ],
)
def test_a_photo_or_a_program_is_no_kind_of_file_that_is_read(tmp_path, data):
    assert "IMG.dat: this is no kind of file that Sanad reads" in refusal(tmp_path / "IMG.dat", data)


def test_a_text_with_one_nul_is_told_where_that_is(tmp_path):
    said = refusal(tmp_path / "a.txt", ("قال الوزير " * 20 + "\0" + "نعم").encode())
    assert "NUL" in said


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-32", "cp1256"])
def test_a_text_in_any_encoding_is_no_such_file(tmp_path, encoding):
    path = tmp_path / "a.txt"
    path.write_bytes(("قال الوزير إن البلاد بخير اليوم " * 20).encode(encoding))
    (bundle,) = PLAIN_TEXT.read(path, Reading(Options()))
    assert bundle.document.text.startswith("قال")


def test_a_project_is_to_be_exported_first(tmp_path):
    scheme = read_scheme(RESOURCES / "schemes" / "standard.json")
    Project.create(tmp_path / "q.sanad", scheme, "ع").close()
    said = refusal(tmp_path / "q.sanad")
    assert "q.sanad: this is a project of Sanad" in said
    assert "export it to gold data first" in said
