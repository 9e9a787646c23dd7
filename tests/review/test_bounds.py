"""Between which numbers figures lie, and what that suggests."""

from math import inf
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.review.bounds import Bounds, bounds, hint

READ = [
    ({"value": 2500, "op": "="}, Bounds(2500, 2500, value=2500)),
    ({"value": 2500}, Bounds(2500, 2500, value=2500)),
    ({"value": 2500, "op": "~"}, Bounds(2250, 2750, value=2500)),
    ({"value": 150, "op": ">"}, Bounds(150, inf, low_open=True, value=150)),
    ({"value": 150, "op": ">="}, Bounds(150, inf, value=150)),
    ({"value": 150, "op": "<"}, Bounds(-inf, 150, high_open=True, value=150)),
    ({"value": 150, "op": "<="}, Bounds(-inf, 150, value=150)),
    ({"min": 10, "max": 15, "op": "range"}, Bounds(10, 15)),
    ({"min": 20, "max": 99, "op": "vague"}, Bounds(20, 99)),
    ({"min": 99, "max": 20}, Bounds(20, 99)),
    ({"min": 20}, Bounds(20, inf)),
    ({"op": "vague"}, None),
    ({"value": "many"}, None),
]


@pytest.mark.parametrize(("attributes", "expected"), READ)
def test_a_figure_lies_where_its_attributes_say(attributes: Any, expected: Bounds | None) -> None:
    assert bounds(attributes) == expected


@pytest.mark.parametrize(
    ("one", "other", "overlap"),
    [
        ({"value": 2500}, {"value": 2500}, True),
        ({"value": 2500}, {"value": 3500, "op": "~"}, False),
        ({"value": 2500}, {"value": 2700, "op": "~"}, True),
        ({"value": 150, "op": ">"}, {"value": 150}, False),
        ({"value": 150, "op": ">="}, {"value": 150}, True),
        ({"value": 150, "op": ">"}, {"value": 150, "op": "<="}, False),
        ({"value": 150, "op": ">"}, {"value": 50, "op": "~"}, False),
        ({"min": 20, "max": 99}, {"value": 50}, True),
    ],
)
def test_two_overlap_where_one_number_could_be_meant_by_both(one: Any, other: Any, overlap: bool) -> None:
    first, second = bounds(one), bounds(other)
    assert first is not None
    assert second is not None
    assert first.overlaps(second) == second.overlaps(first) == overlap


def test_the_hint_asks_every_pair() -> None:
    exact, about, many = (
        bounds({"value": 2500}), bounds({"value": 2600, "op": "~"}), bounds({"value": 2700}),
    )  # fmt: skip
    assert hint([("", exact), ("", about)]) == "agree"
    assert hint([("", exact), ("", about), ("", many)]) == "conflict"
    assert hint([("a", exact), ("b", about)]) == "units"
    assert hint([("", exact), ("", None)]) == hint([("", exact)]) == hint([]) == ""


NUMBERS = st.integers(-(10**9), 10**9) | st.floats(-1e9, 1e9)
FIGURES = st.fixed_dictionaries(
    {},
    optional={
        **dict.fromkeys(("value", "min", "max"), NUMBERS),
        "op": st.sampled_from(["=", "~", ">", "<", ">=", "<="]),
    },
)


@given(one=FIGURES, other=FIGURES)
def test_whatever_is_given_overlaps_itself_and_is_symmetric(one: Any, other: Any) -> None:
    first, second = bounds(one), bounds(other)
    if first is not None:
        assert first.low <= first.middle <= first.high
        assert first.overlaps(first) or first.low_open or first.high_open
        if second is not None:
            assert first.overlaps(second) == second.overlaps(first)
