"""How much of a line is due, how much may still come, and what a wish says: exact to one base unit."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.clinic.dispensing.rules import (
    DispensingRules,
    Given,
    Omitted,
    Pick,
    classes_typed,
    days_covered,
    due,
    entries,
    fills_left,
)

QUANTITIES = st.integers(1, 1000)
REFILLS = st.integers(0, 12)


@pytest.mark.parametrize(
    ("quantity", "refills", "supplied", "owed", "wanted"),
    [
        (30, 0, 0, 0, 30),
        (30, 0, 10, 0, 20),
        (30, 0, 30, 0, 0),
        (30, 2, 30, 0, 30),
        (30, 2, 45, 0, 15),
        (30, 2, 60, 0, 30),
        (30, 2, 90, 0, 0),
        (30, 1, 20, 10, 10),
        (30, 1, 20, 4, 4),
        (30, 0, 25, 10, 5),
        (1, 0, 0, 0, 1),
    ],
)
def test_what_is_owed_is_due_first_then_the_rest_of_a_fill_then_a_whole_one(
    quantity: int, refills: int, supplied: int, owed: int, wanted: int
) -> None:
    assert due(quantity, refills, supplied, owed) == wanted


@given(quantity=QUANTITIES, refills=REFILLS, part=st.floats(0, 1), owed=st.integers(0, 2000))
def test_never_more_is_due_than_remains_and_something_is_until_all_was_supplied(
    quantity: int, refills: int, part: float, owed: int
) -> None:
    whole = quantity * (1 + refills)
    supplied = int(part * whole)
    wanted = due(quantity, refills, supplied, owed)
    assert 0 <= wanted <= whole - supplied
    assert (wanted == 0) == (supplied == whole)
    if not owed:
        assert wanted <= quantity
        assert supplied == whole or (supplied + wanted) % quantity == 0


def test_nothing_is_due_of_what_was_oversupplied_before_an_amendment() -> None:
    assert due(10, 0, 25) == 0
    assert due(30, 1, 10) == 20, "nothing is owed where nobody says so"
    assert fills_left(10, 0, 25) == 0


@pytest.mark.parametrize(
    ("quantity", "refills", "supplied", "fills"),
    [
        (30, 0, 0, 1),
        (30, 0, 1, 0),
        (30, 2, 0, 3),
        (30, 2, 1, 2),
        (30, 2, 30, 2),
        (30, 2, 31, 1),
        (30, 2, 90, 0),
        (1, 0, 1, 0),
    ],
)
def test_only_whole_fills_are_left(quantity: int, refills: int, supplied: int, fills: int) -> None:
    assert fills_left(quantity, refills, supplied) == fills


@pytest.mark.parametrize(
    ("units", "quantity", "days", "as_needed", "covered"),
    [
        (30, 30, 10, False, 10),
        (15, 30, 10, False, 5),
        (1, 30, 10, False, 1),
        (16, 30, 10, False, 6),
        (60, 30, 10, False, 20),
        (0, 30, 10, False, 0),
        (30, 30, None, False, 0),
        (30, 30, 10, True, 0),
    ],
)
def test_units_cover_their_part_of_the_days_rounded_up(
    units: int, quantity: int, days: int | None, as_needed: bool, covered: int
) -> None:
    assert days_covered(units, quantity, days, as_needed=as_needed) == covered
    assert days is None or days_covered(units, quantity, days) == -(-units * days // quantity)


@pytest.mark.parametrize(
    ("typed", "classes"),
    [("", ()), ("l01, B01A;a10a\nL01", ("A10A", "B01A", "L01")), ("N02BE01", ("N02BE01",)), ("A", ("A",))],
)
def test_classes_are_typed_as_people_write_them(typed: str, classes: tuple[str, ...]) -> None:
    assert classes_typed(typed) == classes


@pytest.mark.parametrize(("typed", "wrong"), [("L1", "L1"), ("L01 and B01", "AND"), ("٠", "٠"), ("L01BB0", "L01BB0")])
def test_what_is_no_class_is_named(typed: str, wrong: str) -> None:
    with pytest.raises(ValueError, match=wrong):
        classes_typed(typed)


@pytest.mark.parametrize(
    ("hospital_rules", "covered", "days"),
    [
        (DispensingRules(), 30, 30),
        (DispensingRules(least_days=60), 30, 60),
        (DispensingRules(least_days=10), 30, 30),
        (DispensingRules(covers_supply=False), 30, 0),
        (DispensingRules(covers_supply=False, least_days=10), 30, 10),
    ],
)
def test_a_batch_is_good_for_the_longer_of_both(hospital_rules: DispensingRules, covered: int, days: int) -> None:
    assert hospital_rules.days_to_last(covered) == days


def test_a_hospital_begins_with_these_rules() -> None:
    assert DispensingRules() == DispensingRules(
        lease_minutes=10,
        second_check="never",
        checked_classes=(),
        equivalents=True,
        covers_supply=True,
        least_days=0,
        label_language="",
        check_hours=12,
    )


def test_a_wish_says_pick_by_pick_what_is_given_and_line_by_line_what_is_not() -> None:
    wish = entries(
        (Given(1, (Pick(7, 20), Pick(8, 10, "the box is open", True)), "equivalent", "out of stock"),),
        (Omitted(2, 5, "owed"), Omitted(3, 6, "stopped", "allergic")),
    )
    assert wish == [
        {
            "line": 1,
            "batch": 7,
            "units": 20,
            "reason": "",
            "scanned": False,
            "substitution": "equivalent",
            "why": "out of stock",
        },
        {
            "line": 1,
            "batch": 8,
            "units": 10,
            "reason": "the box is open",
            "scanned": True,
            "substitution": "equivalent",
            "why": "out of stock",
        },
        {"line": 2, "omitted": "owed", "units": 5, "reason": ""},
        {"line": 3, "omitted": "stopped", "units": 6, "reason": "allergic"},
    ]
    assert entries((Given(1, ()),)) == []
