"""The pure rules of purchasing: money rounded once, packs, what was typed, and what is missing."""

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.clinic.purchasing import rules


@pytest.mark.parametrize(
    ("packs", "price", "money"), [(3, "1.115", "3.35"), (1, "0.005", "0.01"), (1, "0.0049", "0.00"), (7, "0", "0.00")]
)
def test_a_line_is_rounded_half_up_once(packs: int, price: str, money: str) -> None:
    assert rules.amount(packs, Decimal(price)) == Decimal(money)


def test_a_base_unit_keeps_four_decimals() -> None:
    assert rules.unit_price(Decimal("1"), 3) == Decimal("0.3333")
    assert rules.unit_price(Decimal("0.0005"), 10) == Decimal("0.0001")


@given(units=st.integers(1, 10**9), pack=st.integers(1, 10**6))
def test_whole_packs_hold_what_is_needed_and_one_less_does_not(units: int, pack: int) -> None:
    packs = rules.packs_for(units, pack)
    assert (packs - 1) * pack < units <= packs * pack


@pytest.mark.parametrize(
    ("typed", "found"), [("3", 3), ("1 000", 1000), ("0", None), ("-1", None), ("1.5", None), ("", None), ("٣", None)]
)
def test_a_quantity_is_a_whole_number_as_it_was_typed(typed: str, found: int | None) -> None:
    assert rules.whole_typed(typed) == found


def test_no_quantity_is_greater_than_a_line_can_hold() -> None:
    assert rules.whole_typed(str(rules.MOST_UNITS)) == rules.MOST_UNITS
    assert rules.whole_typed(str(rules.MOST_UNITS + 1)) is None


@pytest.mark.parametrize(
    ("typed", "found"),
    [("26,5", "26.5"), ("1 250.0001", "1250.0001"), ("0", "0"), ("1.00001", None), ("-1", None), ("1e3", None)],
)
def test_a_price_has_a_point_or_a_comma_and_four_decimals_at_most(typed: str, found: str | None) -> None:
    assert rules.price_typed(typed) == (None if found is None else Decimal(found))


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("2028-02", dt.date(2028, 2, 29)),
        ("06/2027", dt.date(2027, 6, 30)),
        ("0627", dt.date(2027, 6, 30)),
        ("6.27", dt.date(2027, 6, 30)),
        ("2027-06-15", dt.date(2027, 6, 15)),
        ("15/06/2027", dt.date(2027, 6, 15)),
        ("13/2027", None),
        ("2027-02-30", None),
        ("soon", None),
    ],
)
def test_a_month_of_expiry_means_its_last_day(typed: str, found: dt.date | None) -> None:
    assert rules.expiry_typed(typed) == found


def test_what_is_above_its_level_is_not_ordered() -> None:
    assert rules.missing_units(36, 35, 95) == 0
    assert rules.missing_units(35, 35, 95) == 60
