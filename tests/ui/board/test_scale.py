"""The axis of the plot: every number has a place, in order, and ticks are round."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from annotator.ui.board.scale import scale

NUMBERS = st.lists(
    st.floats(-1e12, 1e12).map(lambda value: round(value, 3)) | st.integers(0, 10**9), max_size=8
)


@given(numbers=NUMBERS, most=st.integers(2, 12))
def test_every_number_has_a_place_in_order_and_ticks_are_inside(numbers: list[float], most: int) -> None:
    axis = scale(numbers)
    places = [axis.place(number) for number in sorted(numbers)]
    assert places == sorted(places)
    assert all(-1e-9 <= place <= 1 + 1e-9 for place in places)
    ticks = [axis.place(tick) for tick in axis.ticks(most)]
    assert ticks == sorted(ticks)
    assert all(-1e-6 <= tick <= 1 + 1e-6 for tick in ticks)
    assert axis.place(float("-inf")) == 0
    assert axis.place(float("inf")) == 1


@pytest.mark.parametrize(
    ("numbers", "powers", "zero"),
    [
        ([2500, 3500], False, False),
        ([2500, 2500], False, False),
        ([900, 26000], False, False),
        ([3, 26000], True, False),
        ([0, 3, 26000], True, True),
        ([-5, 3, 26000], False, False),
        ([0], False, False),
    ],
)
def test_a_wide_spread_is_shown_by_powers_of_ten(numbers: list[float], powers: bool, zero: bool) -> None:
    axis = scale(numbers)
    assert (axis.powers, axis.zero) == (powers, zero)


def test_ticks_are_round_numbers() -> None:
    assert scale([2500, 3500]).ticks(6) == [2500, 3000, 3500] or scale([2500, 3500]).ticks(6)[0] % 100 == 0
    assert scale([3, 26000]).ticks(5) == [10, 100, 1000, 10000]
    assert scale([0, 3, 26000]).ticks(5)[0] == 0
