import codecs
import hashlib
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.core.errors import UserError
from annotator.formats.plain_text import MAX_BYTES, candidates, decode, proved_text

SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))
NEWS = "انطلقت اليوم السبت الجولة الأولى للحوار الثنائي بين العراق والولايات المتحدة لإنهاء مهمة التحالف"


def in_bytes(text: str, encoding: str) -> bytes:
    return {
        "utf-16": lambda: codecs.BOM_UTF16_LE + text.encode("utf-16-le"),
        "utf-16 big-endian": lambda: codecs.BOM_UTF16_BE + text.encode("utf-16-be"),
    }.get(encoding, lambda: text.encode(encoding, "ignore"))()


@pytest.mark.parametrize(
    "encoding",
    [
        "utf-8",
        "utf-8-sig",
        "utf-16",
        "utf-16 big-endian",
        "utf-16-le",
        "utf-16-be",
        "windows-1256",
        "iso-8859-6",
    ],
)
@pytest.mark.parametrize("seed", SEEDS, ids=lambda path: path.name[:3])
def test_every_sample_article_is_read_in_every_encoding(seed, encoding):
    data = in_bytes(seed.read_bytes().decode("utf-8"), encoding)
    decoded = decode(data)
    assert decoded.encoding == encoding.removesuffix(" big-endian")
    assert decoded.text == data.decode(decoded.encoding)
    assert decoded.certain
    assert candidates(data)[0].encoding == decoded.encoding


def test_there_are_five_sample_articles():
    assert len(SEEDS) == 5


@given(
    st.text(st.one_of(st.characters(codec="utf-8", exclude_characters="\0"), st.sampled_from("عراق \r\n")))
)
def test_what_decodes_is_what_its_encoding_gives_and_nothing_else(text):
    data = text.encode()
    try:
        decoded = decode(data)
    except UserError:
        return
    assert decoded.text == data.decode(decoded.encoding)
    assert decoded.bytes_sha256 == hashlib.sha256(data).hexdigest()


def test_everything_in_the_file_is_kept_but_its_byte_order_mark():
    text = "\u00a0عـراق\r\n\r\u202eب\u202c \u200f\ufeff😀\n"
    decoded = decode(codecs.BOM_UTF8 + text.encode())
    assert decoded.text == text
    assert decoded.encoding == "utf-8-sig"


def test_only_the_first_byte_order_mark_is_the_files_own():
    assert decode(codecs.BOM_UTF8 + "\ufeffعراق".encode()).text == "\ufeffعراق"


@pytest.mark.parametrize(
    ("given", "data", "recorded"),
    [
        ("utf8", codecs.BOM_UTF8 + NEWS.encode(), "utf-8-sig"),
        ("utf-8-sig", NEWS.encode(), "utf-8"),
        ("UTF-16", NEWS.encode("utf-16-le"), "utf-16-le"),
        ("utf-16-le", codecs.BOM_UTF16_LE + NEWS.encode("utf-16-le"), "utf-16"),
        ("utf-16-be", NEWS.encode("utf-16-be"), "utf-16-be"),
        ("utf-32", codecs.BOM_UTF32_BE + NEWS.encode("utf-32-be"), "utf-32"),
        ("cp1256", NEWS.encode("cp1256"), "windows-1256"),
        ("arabic", NEWS.encode("iso-8859-6"), "iso-8859-6"),
    ],
)
def test_an_encoding_the_person_names_is_taken_and_recorded_exactly(given, data, recorded):
    decoded = decode(data, given)
    assert (decoded.text, decoded.encoding, decoded.certain) == (NEWS, recorded, True)


@pytest.mark.parametrize("encoding", ["windows-1256", "iso-8859-6"])
def test_a_short_legacy_file_is_shown_before_it_is_believed(encoding):
    data = "العراق اليوم".encode(encoding)
    assert not decode(data).certain
    readings = candidates(data)
    assert {reading.encoding for reading in readings} >= {"windows-1256"}
    assert "العراق اليوم" in {reading.text for reading in readings}


@pytest.mark.parametrize(
    "text", ["لا", "خبر", "قال الوزير", "نص\nخبر\n", "غزة", "العراق اليوم", "مقتل 3 جنود"]
)
def test_a_short_text_of_one_byte_a_letter_is_first_shown_as_windows_has_it(text):
    data = text.encode("windows-1256")
    assert [candidates(data)[0].text, decode(data).encoding] == [text, "windows-1256"]


@pytest.mark.parametrize(
    "text", ["قال الوزير", "العراق اليوم", "من قطاع غزة", "أعلن الجيش أن قواته", "لا نعرف ما في كل ذلك"]
)
def test_what_reads_as_arabic_only_in_the_rarer_encoding_is_first_shown_so(text):
    assert candidates(text.encode("iso-8859-6"))[0].text == text


@pytest.mark.parametrize("read_as", ["cp1256", "latin-1"])
def test_a_text_once_misread_and_saved_so_raises_the_alarm(read_as):
    misread = NEWS.replace("ف", "ت").encode().decode(read_as, "ignore")
    assert not decode(misread.encode()).certain


@pytest.mark.parametrize(("wrong", "right"), [("cp1256", "iso-8859-6"), ("cp1256", "utf-8")])
def test_a_wrong_legacy_reading_is_not_called_certain(wrong, right):
    readings = candidates(NEWS.encode(right))
    assert readings[0].text == NEWS
    assert not any(reading.certain for reading in readings if reading.encoding == "windows-1256")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "empty"),
        (" \u00a0\r\n\u200f".encode(), "blanks"),
        (codecs.BOM_UTF8, "blanks"),
        ("عراق\r\nاليوم\rأ\0".encode(), "NUL character at line 3, character 2"),
        ("عراق ".encode() + b"\xff" + NEWS.encode(), r"offset 9 \(0xFF\)"),
        (NEWS.encode()[:-1], f"offset {len(NEWS.encode()) - 2} "),
        (NEWS.encode("utf-16-le") + b"\x3d\xd8", f"offset {2 * len(NEWS)} "),
        (codecs.BOM_UTF16_LE + b"\x27", "offset 2 "),
    ],
)
def test_what_no_article_can_be_is_refused_with_the_place(data, message):
    with pytest.raises(UserError, match=message):
        decode(data)


def test_half_a_surrogate_pair_is_refused():
    with pytest.raises(UserError, match="surrogate pair at line 1, character 3"):
        decode(b"ab\\ud800", "unicode_escape")


@pytest.mark.parametrize("name", ["klingon", "hex", "a\0b", "undefined", ""])
def test_an_encoding_that_does_not_exist_is_refused(name):
    with pytest.raises(UserError, match=r"encoding called|cannot be read as"):
        decode(NEWS.encode(), name)


def test_a_byte_its_encoding_does_not_have_is_refused_though_the_person_chose():
    with pytest.raises(UserError, match="offset 1 "):
        decode(b"\xc7\xff", "iso-8859-6")


def test_a_file_of_more_than_twenty_megabytes_is_refused_and_has_no_candidates():
    data = b"a" * (MAX_BYTES + 1)
    with pytest.raises(UserError, match="20,000,001 bytes"):
        decode(data)
    assert candidates(data) == ()
    assert decode(data[:-1]).encoding == "utf-8"


def test_an_unreadable_file_has_no_candidates():
    assert candidates(b"") == ()
    assert candidates(b"\0\0\0") == ()


@given(st.binary(max_size=60))
def test_any_bytes_are_read_or_refused(data):
    for reading in candidates(data):
        assert data.decode(reading.encoding) == reading.text
    with suppress(UserError):
        assert decode(data).text


@pytest.mark.parametrize("text", ["", " \n", "a\0", "a\ud800"])
def test_what_is_no_text_is_refused(text):
    with pytest.raises(UserError, match="file"):
        proved_text("file", text)
