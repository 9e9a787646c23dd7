import pytest

from annotator.formats.values import (
    Taken,
    attribute_value,
    identifier,
    is_uuid,
    listed,
    mapped,
    moment,
    status_of,
    whole,
)


@pytest.mark.parametrize(
    ("found", "taken"),
    [
        ("نص", Taken("نص")),
        ("", Taken("")),
        (None, Taken(None)),
        (5, Taken(5)),
        (2.5, Taken(2.5)),
        (True, Taken("true")),
        (False, Taken("false")),
        (2**63, Taken("9223372036854775808", changed=True)),
        pytest.param(10**5000, Taken("…", changed=True), id="endless"),
        (float("nan"), Taken("nan", changed=True)),
        (["a"], Taken("a")),
        ([], Taken(None)),
        (["a", 2], Taken("a; 2", changed=True)),
        ({"a": 1}, Taken('{"a":1}', changed=True)),
        ({}, Taken(None)),
    ],
)
def test_a_value_becomes_text_or_a_number(found, taken):
    assert attribute_value(found) == taken


def test_a_uuid_is_known_in_the_form_sanad_writes():
    assert is_uuid("73c339ba-622d-4eeb-85f3-0c739647045a")
    assert not is_uuid("73C339BA-622D-4EEB-85F3-0C739647045A")
    assert not is_uuid("1")


def test_a_layer_is_begun_unless_it_is_said_to_be_otherwise():
    assert [status_of(value) for value in ("new", "started", "done", "x", None, [])] == [
        *("new", "started", "done"),
        *("started", "started", "started"),
    ]


def test_times_are_told_in_utc_and_what_is_none_is_nothing():
    at = "2021-03-09T22:16:08Z"
    written = ["2021-03-09T22:16:08.746926Z", "2021-03-10T01:16:08+03:00", 1615328168, 1615328168.7]
    assert {moment(value) for value in written} == {at}
    nothing = ["2021-03-09T22:16:08", "yesterday", "0001-01-01T00:00:00+10:00", 1e300, True, None, [], -1e18]
    assert {moment(value) for value in nothing} == {""}


def test_things_of_another_kind_are_taken_for_nothing():
    assert (listed({}), mapped([]), listed([1]), mapped({"a": 1})) == ([], {}, [1], {"a": 1})
    assert [identifier(item) for item in ("a", 5, True, None, 1.5, [])] == ["a", "5", "", "", "", ""]
    assert [whole(item) for item in (5, 5.0, "5", "٥", "-5", 5.5, None)] == [5, 5, 5, "٥", "-5", 5.5, None]
