import pytest

from annotator.core.errors import UserError
from annotator.ui.panels import values


@pytest.mark.parametrize(
    ("typed", "kept"),
    [("٢٦٠٠", 2600), ("1,234", 1234), ("١٬٢٣٤٫٥", 1234.5), ("-3", -3), ("1.5e3", 1500), ("2 500", 2500)],
)
def test_numbers_are_read_in_any_digits(typed, kept):
    value = values.number(typed)
    assert value == kept
    assert type(value) is type(kept)


@pytest.mark.parametrize("typed", ["x", "1,23", "12..3", "nan", "inf", "9" * 50, "10-15"])
def test_what_is_no_number_is_refused(typed):
    with pytest.raises(UserError, match="is not a number"):
        values.number(typed)


@pytest.mark.parametrize("typed", ["1e999", "9223372036854775808", "-9" + "0" * 20])
def test_what_no_file_can_hold_is_refused(typed):
    with pytest.raises(UserError, match="too large"):
        values.number(typed)


@pytest.mark.parametrize(
    ("typed", "kept"), [("2024-01-27", "2024-01-27"), ("٢٠٢٤-٠١", "2024-01"), ("2024", "2024")]
)
def test_dates_are_days_months_or_years(typed, kept):
    assert values.iso_date(typed) == kept


@pytest.mark.parametrize("typed", ["2024-13", "2024-02-30", "27.1.2024", "tomorrow", "0000"])
def test_what_is_no_date_is_refused(typed):
    with pytest.raises(UserError, match="is not a date"):
        values.iso_date(typed)


def test_a_range_is_echoed_in_its_logical_order():
    assert values.in_logical_order("بين 10-15 جنديا") == "بين \u206610-15\u2069 جنديا"
    assert values.in_logical_order("١٠ – ١٥") == "\u2066١٠ – ١٥\u2069"
    assert values.in_logical_order("نحو 2500 جندي") == "نحو 2500 جندي"
