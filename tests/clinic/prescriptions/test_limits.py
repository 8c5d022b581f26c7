"""The first and the last value that a line may have, and how long the end of a taper lasts."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from hms_desktop.clinic.prescriptions.rules import (
    MOST_DAYS,
    MOST_REFILLS,
    MOST_UNITS,
    Line,
    TaperStep,
    daily_most,
    days_of_supply,
    line_fault,
    total_of,
)

LINE = Line(1, 21, Decimal(1), "TDS", 7)


@pytest.mark.parametrize(
    ("named", "good", "bad"),
    [
        ("quantity", (1, MOST_UNITS), (0, MOST_UNITS + 1)),
        ("dose", (Decimal("0.5"), Decimal(1), Decimal(4), None), (Decimal(0), Decimal("4.5"), Decimal(-1))),
        ("days", (1, MOST_DAYS, None), (0, MOST_DAYS + 1)),
        ("refills", (0, MOST_REFILLS), (-1, MOST_REFILLS + 1)),
    ],
)
def test_the_ends_of_what_is_possible(named: str, good: tuple[object, ...], bad: tuple[object, ...]) -> None:
    line = replace(LINE, daily_maximum=Decimal(4))
    assert [line_fault(replace(line, **{named: value})) for value in good] == [""] * len(good)
    assert [line_fault(replace(line, **{named: value})) for value in bad] == [named] * len(bad)


@pytest.mark.parametrize(("quantity", "refills", "total"), [(21, 0, 21), (21, 1, 42), (10, 3, 40)])
def test_a_line_is_supplied_once_and_once_more_for_each_refill(quantity: int, refills: int, total: int) -> None:
    assert total_of(replace(LINE, quantity=quantity, refills=refills)) == total


def test_a_daily_maximum_limits_the_rate_and_is_not_raised_to_it() -> None:
    assert daily_most(replace(LINE, daily_maximum=Decimal(2))) == Fraction(2)
    assert daily_most(replace(LINE, daily_maximum=Decimal(9))) == Fraction(3)
    assert daily_most(replace(LINE, frequency="PRN", daily_maximum=Decimal(9))) == Fraction(9)


TAPER = (TaperStep(Decimal(2), "OD", 3), TaperStep(Decimal(1), "OD", 3))


@pytest.mark.parametrize(("units", "days"), [(0, 0), (1, 1), (2, 1), (3, 1), (4, 2), (6, 3), (7, 4), (9, 6), (99, 6)])
def test_the_steps_of_a_taper_last_one_after_the_other(units: int, days: int) -> None:
    assert days_of_supply(replace(LINE, taper=TAPER), units) == days


def test_a_taper_of_unknown_steps_has_no_daily_most() -> None:
    taper = (*TAPER, TaperStep(Decimal(1), "PRN", 3))
    assert daily_most(replace(LINE, taper=taper)) is None
    assert daily_most(replace(LINE, taper=TAPER)) == Fraction(2)
