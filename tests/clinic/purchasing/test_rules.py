"""The pure rules of purchasing: money rounded once, packs, tolerance, and the three-way match."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.clinic.purchasing import rules
from hms_desktop.clinic.purchasing.rules import LineFigures


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


@given(units=st.integers(1, 10**9), percent=st.decimals(0, 100, places=2))
def test_a_tolerance_never_takes_less_than_was_ordered_nor_a_part_of_a_unit(units: int, percent: Decimal) -> None:
    most = rules.most_acceptable(units, percent)
    assert units <= most
    assert Decimal(most) <= units * (100 + percent) / 100 < most + 1


@pytest.mark.parametrize(
    ("received", "before", "invoiced", "price", "found"),
    [
        (4, 0, 4, "10", ()),
        (4, 1, 3, "10.20", ()),
        (4, 1, 4, "10", ("quantity",)),
        (4, 0, 4, "10.21", ("price",)),
        (0, 0, 1, "11", ("price", "quantity")),
    ],
)
def test_the_match_names_what_differs(
    received: int, before: int, invoiced: int, price: str, found: tuple[str, ...]
) -> None:
    line = LineFigures(Decimal(4), Decimal(received), Decimal(before), Decimal(invoiced), Decimal(10), Decimal(price))
    assert rules.differences(line, Decimal(2)) == found


def test_how_well_a_supplier_fills_and_how_prices_drift() -> None:
    assert rules.fill_rate(0, 0) is None
    assert rules.fill_rate(3, 2) == Decimal("66.7")
    assert rules.fill_rate(3, 5) == Decimal("100.0")
    assert rules.price_drift([Decimal(10)]) is None
    assert rules.price_drift([Decimal(10), Decimal(12), Decimal("9.5")]) == Decimal("-5.0")
