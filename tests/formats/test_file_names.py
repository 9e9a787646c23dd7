"""Names of files are safe, readable and given once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.file_names import FileNames, safe


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("خبر ١", "خبر ١"),
        ("../../etc/passwd", "etc passwd"),
        ("a\\b:c*?", "a b c"),
        ("con", "_con"),
        ("LPT1.txt", "_LPT1.txt"),
        ("نص\u202eمقلوب\0", "نصمقلوب"),
        (" . ", "_"),
        ("", "_"),
        ("e\u0301", "é"),
    ],
)
def test_a_name_keeps_what_is_readable_and_loses_what_is_dangerous(name, expected):
    assert safe(name) == expected


@given(st.text())
def test_any_text_gives_a_short_name_without_a_path(name):
    made = safe(name)
    assert made not in ("", ".", "..")
    assert not set(made) & set('\\/:*?"<>|\0')
    assert len(made.encode()) <= 121
    assert safe(made) == made


def test_a_name_given_before_gets_a_number_whatever_its_case():
    names = FileNames()
    assert [names.give(name, ".txt") for name in ("A", "a", "A", "b")] == [
        "A.txt",
        "a (2).txt",
        "A (3).txt",
        "b.txt",
    ]
