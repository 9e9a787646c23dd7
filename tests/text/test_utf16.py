import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.text.utf16 import Utf16Map

TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("ع😀𞸀\r\n")), max_size=40)


def units(text: str) -> int:
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


@given(TEXTS)
def test_every_offset_is_the_count_of_units_before_it(text):
    mapping = Utf16Map(text)
    assert [mapping.to_utf16(n) for n in range(len(text) + 1)] == [
        units(text[:n]) for n in range(len(text) + 1)
    ]


@given(TEXTS)
def test_an_offset_survives_the_way_there_and_back(text):
    mapping = Utf16Map(text)
    assert all(mapping.to_code_point(mapping.to_utf16(n)) == n for n in range(len(text) + 1))


@given(TEXTS)
def test_every_position_maps_to_the_character_it_is_in(text):
    mapping = Utf16Map(text)
    owners = [n for n, character in enumerate(text) for _ in range(units(character))] + [len(text)]
    assert [mapping.to_code_point(position) for position in range(units(text) + 1)] == owners


def test_a_position_between_surrogates_maps_to_the_start_of_the_character():
    assert Utf16Map("ع😀ب").to_code_point(2) == 1


def test_only_a_text_without_astral_characters_is_its_own_map():
    assert Utf16Map("العراق").identity
    assert Utf16Map("").identity
    assert not Utf16Map("العراق 😀").identity


@pytest.mark.parametrize("text", ["عراق", "ع😀"])
@pytest.mark.parametrize("distance", [-1, 1])
def test_what_lies_outside_the_text_is_refused(text, distance):
    mapping = Utf16Map(text)
    with pytest.raises(ValueError, match="outside"):
        mapping.to_utf16(-1 if distance < 0 else len(text) + 1)
    with pytest.raises(ValueError, match="outside"):
        mapping.to_code_point(-1 if distance < 0 else units(text) + 1)
