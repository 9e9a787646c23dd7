"""What the parser of figures reaches on its two sets; figures_accuracy.py prints the rates."""

import importlib.util
from pathlib import Path

import pytest

SPEC = importlib.util.spec_from_file_location(
    "figures_accuracy", Path(__file__).with_name("figures_accuracy.py")
)
accuracy = importlib.util.module_from_spec(SPEC)
SPEC.loader.exec_module(accuracy)

SETS = [name for name in accuracy.SETS if (accuracy.DATA / f"{name}.tsv").exists()]
FLOORS = {"tuning": 0.99, "measured": 0.97}


@pytest.mark.parametrize("name", SETS)
def test_value_operator_and_unit_are_right_as_often_as_is_said(name: str) -> None:
    rates = accuracy.rates(name)
    assert min(rates.values, rates.operators, rates.units, rates.whole) >= FLOORS[name]


@pytest.mark.parametrize("name", SETS)
def test_no_wrong_number_is_stated_and_none_of_what_is_no_figure(name: str) -> None:
    rates = accuracy.rates(name)
    assert (rates.wrong, rates.stated) == (0, 0)


def test_the_set_to_tune_on_is_large_and_holds_what_is_no_figure_too() -> None:
    rates = accuracy.rates("tuning")
    assert rates.figures >= 160
    assert rates.others >= 50
