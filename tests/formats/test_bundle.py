"""Which format a file is, and what a plain text file becomes."""

from hashlib import sha256

import pytest

from annotator.core.errors import UserError
from annotator.formats.article import PLAIN_TEXT, UnclearEncodingError
from annotator.formats.every import FORMATS
from annotator.formats.format import Reading
from annotator.formats.gold import GOLD
from annotator.formats.options import Options
from annotator.formats.registry import format_of

TEXT = "\tقال\r\nإنّ ٢٥٠٠ جنديّ\u00a0وصلوا 😀\u2028ثم…\n\n"


def test_formats_have_names_and_titles_of_their_own():
    assert len({kind.name for kind in FORMATS}) == len({str(kind.title) for kind in FORMATS}) == len(FORMATS)
    assert all(kind.read or kind.write for kind in FORMATS)


def test_a_suffix_two_formats_share_is_told_apart_by_what_stands_in_the_file():
    for suffix in {suffix for kind in FORMATS for suffix in kind.suffixes if kind.read}:
        sharing = [kind for kind in FORMATS if kind.read and suffix in kind.suffixes]
        assert sum(kind.claims is None for kind in sharing) <= 1, suffix


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        ("a.txt", b'{"format": "sanad-gold"', PLAIN_TEXT),
        ("a.JSONL", b'{"format": "sanad-gold"', GOLD),
        ("a.json", b'{"format": "sanad-gold", "version": 1', GOLD),
        ("article", "قال".encode(), PLAIN_TEXT),
        ("a.strange", b"PK\x03\x04\x00", PLAIN_TEXT),
    ],
)
def test_a_format_is_known_by_suffix_then_by_how_the_file_begins(tmp_path, name, content, expected):
    (tmp_path / name).write_bytes(content)
    assert format_of(tmp_path / name) is expected


def test_a_file_that_is_not_there_counts_as_plain_text_whose_reader_complains(tmp_path):
    path = tmp_path / "nothing"
    assert format_of(path) is PLAIN_TEXT
    with pytest.raises(UserError, match="nothing cannot be read"):
        list(PLAIN_TEXT.read(path, Reading(Options())))


def test_an_article_is_taken_verbatim_and_nothing_about_it_is_guessed(tmp_path):
    data = TEXT.encode()
    (tmp_path / "خبر.txt").write_bytes(data)
    (bundle,) = PLAIN_TEXT.read(tmp_path / "خبر.txt", Reading(Options()))
    document = bundle.document
    assert document.text == TEXT
    assert document.name == "خبر.txt"
    assert (document.uuid, document.title, document.source, document.published) == ("", "", "", "")
    assert document.encoding == "utf-8"
    assert document.text_sha256 == document.bytes_sha256 == sha256(data).hexdigest()
    assert bundle.layer is None
    assert bundle.size == len(data)


def test_an_article_in_another_encoding_keeps_the_hash_of_its_bytes(tmp_path):
    data = ("قال مسؤول في وزارة الدفاع إن القوات وصلت إلى العراق. " * 20).encode("cp1256")
    (tmp_path / "a.txt").write_bytes(data)
    (bundle,) = PLAIN_TEXT.read(tmp_path / "a.txt", Reading(Options()))
    assert bundle.document.encoding == "windows-1256"
    assert bundle.document.bytes_sha256 == sha256(data).hexdigest()
    assert bundle.document.text_sha256 != bundle.document.bytes_sha256


def test_an_unclear_encoding_is_asked_about_with_the_ways_it_could_read(tmp_path):
    data = "لا".encode("cp1256")
    (tmp_path / "a.txt").write_bytes(data)
    with pytest.raises(
        UnclearEncodingError, match=r"a\.txt could be in any of these encodings: .*windows-1256"
    ) as info:
        list(PLAIN_TEXT.read(tmp_path / "a.txt", Reading(Options())))
    assert "لا" in [choice.text for choice in info.value.choices]
    (bundle,) = PLAIN_TEXT.read(tmp_path / "a.txt", Reading(Options(), encoding="windows-1256"))
    assert bundle.document.text == "لا"


@pytest.mark.parametrize(
    "content", [b"", b"\0\0\0", b"a\0b", "قال".encode() + b"\xff\xfe\xfd" + "قال".encode() * 9]
)
def test_what_is_no_text_is_refused_by_name(tmp_path, content):
    (tmp_path / "a.txt").write_bytes(content)
    with pytest.raises(UserError, match=r"^a\.txt: .+\.$"):
        list(PLAIN_TEXT.read(tmp_path / "a.txt", Reading(Options())))


def test_a_huge_file_is_refused_without_being_read(tmp_path):
    with (tmp_path / "a.txt").open("wb") as file:
        file.truncate(1 << 40)
    with pytest.raises(UserError, match=r"^a\.txt: .+bytes"):
        list(PLAIN_TEXT.read(tmp_path / "a.txt", Reading(Options())))
