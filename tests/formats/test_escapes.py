from hypothesis import given
from hypothesis import strategies as st

from annotator.formats.escapes import escaped, unescaped


@given(st.text())
def test_what_is_escaped_comes_back(text):
    line = escaped(text)
    assert line.isprintable() or any(ord(letter) > 0xFFFF for letter in line)
    assert line == line.strip()
    if "\0" not in text:
        assert unescaped(line) == text
