"""How long stock lasts, when it is ordered again and what will be left at its expiry: exact to one base unit."""

import datetime as dt

import pytest

from hms_desktop.clinic.stock.rules import (
    Level,
    StockRules,
    days_left,
    left_of_each,
    standing,
    suggested_level,
    to_order,
)

TODAY = dt.date(2026, 3, 2)


@pytest.mark.parametrize(
    ("units", "used", "days", "lasts"),
    [
        (90, 90, 90, 90),
        (89, 90, 90, 89),
        (1, 90, 90, 1),
        (0, 90, 90, 0),
        (10, 3, 30, 100),
        (10, 0, 90, None),
        (1, 3, 10, 3),
        (5, 1, 30, 150),
    ],
)
def test_stock_lasts_so_many_whole_days(units: int, used: int, days: int, lasts: int | None) -> None:
    assert days_left(units, used, days) == lasts


def test_use_is_measured_over_ninety_days() -> None:
    assert StockRules() == StockRules(backdate_days=7, usage_days=90, level_days=14, cover_days=45)
    assert suggested_level(90, StockRules()) == Level(14, 45)
    assert suggested_level(90, StockRules(usage_days=30, level_days=10, cover_days=20)) == Level(30, 60)


@pytest.mark.parametrize(
    ("used", "level"), [(0, None), (-1, None), (1, Level(1, 1)), (91, Level(15, 46)), (9, Level(2, 5))]
)
def test_a_level_is_rounded_up_to_whole_units(used: int, level: Level | None) -> None:
    assert suggested_level(used, StockRules()) == level


@pytest.mark.parametrize(
    ("units", "level", "wanted"),
    [
        (14, Level(14, 45), 31),
        (15, Level(14, 45), 0),
        (0, Level(14, 45), 45),
        (14, Level(14, 10), 0),
        (9, Level(9, 10), 1),
        (5, None, 0),
    ],
)
def test_a_store_is_filled_up_to_its_level(units: int, level: Level | None, wanted: int) -> None:
    assert to_order(units, level) == wanted


@pytest.mark.parametrize(("days", "left"), [(-1, 100), (0, 100), (1, 99), (30, 70), (100, 0), (101, 0), (1000, 0)])
def test_what_its_pace_will_not_use_is_left_at_expiry(days: int, left: int) -> None:
    assert left_of_each([(100, days)], 30, over=30) == [left]


@pytest.mark.parametrize(
    ("batches", "left"),
    [
        ([(100, 30), (100, 30)], [70, 100]),
        ([(20, 30), (100, 30)], [0, 90]),
        ([(10, 30), (10, 60), (10, 60)], [0, 0, 0]),
        ([(100, 30), (50, 60)], [70, 20]),
        ([(20, 30), (20, 30), (20, 30)], [0, 10, 20]),
        ([(5, -1), (100, 30)], [5, 70]),
        ([(5, None), (100, 30)], [5, 70]),
        ([], []),
    ],
)
def test_what_one_batch_takes_of_the_use_the_next_does_not_get(
    batches: list[tuple[int, int | None]], left: list[int]
) -> None:
    assert left_of_each(batches, 30, over=30) == left


def test_what_is_not_used_is_left_whole() -> None:
    assert left_of_each([(7, 30), (9, 60)], 0, over=90) == [7, 9]
    assert left_of_each([(9, 45)], 3, over=30) == [5], "four and a half are four whole units"


@pytest.mark.parametrize(
    ("state", "days", "word"),
    [
        ("usable", 0, "usable"),
        ("usable", -1, "expired"),
        ("usable", None, "usable"),
        ("quarantined", 1, "quarantined"),
        ("quarantined", -1, "expired"),
        ("recalled", -1, "recalled"),
        ("recalled", None, "recalled"),
    ],
)
def test_the_gravest_that_holds_a_batch_back_is_told(state: str, days: int | None, word: str) -> None:
    expiry = None if days is None else TODAY + dt.timedelta(days=days)
    assert standing(state, expiry, today=TODAY) == word
