"""FEFO picks what expires first, never what may not be handed on, and says what is missing and why."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.clinic.stock.rules import Pick, Proposal, Shelved, differs, fefo_order, lasts, pick_batches, usable

TODAY = dt.date(2026, 11, 22)


def shelved(batch: int, days: int | None, units: int = 10, *, received: int = 0, state: str = "usable") -> Shelved:
    expiry = None if days is None else TODAY + dt.timedelta(days=days)
    return Shelved(batch, expiry, TODAY - dt.timedelta(days=received), units, state=state)


def picked(batches: list[Shelved], quantity: int, days: int = 0) -> list[tuple[int, int]]:
    return [(one.batch_id, one.units) for one in pick_batches(batches, quantity, today=TODAY, days=days).picks]


def test_what_expires_first_is_taken_first_and_several_batches_fill_one_line() -> None:
    assert picked([shelved(1, 300), shelved(2, 30), shelved(3, 90)], 25) == [(2, 10), (3, 10), (1, 5)]


def test_of_one_expiry_the_earlier_receipt_goes_first_and_then_the_lower_batch() -> None:
    batches = [shelved(3, 30, received=1), shelved(2, 30, received=5), shelved(1, 30, received=1)]
    assert [one.batch_id for one in fefo_order(batches)] == [2, 1, 3]


def test_what_does_not_expire_comes_last() -> None:
    assert picked([shelved(1, None), shelved(2, 3000)], 11) == [(2, 10), (1, 1)]


def test_the_last_day_may_still_be_used_and_the_day_after_may_not() -> None:
    assert picked([shelved(1, 0)], 5) == [(1, 5)]
    assert pick_batches([shelved(1, -1)], 5, today=TODAY) == Proposal((), 5, 0)
    assert pick_batches([shelved(1, 0)], 5, today=TODAY) == Proposal((Pick(1, 5),), 0, 0), "no days are asked for"


@pytest.mark.parametrize("state", ["quarantined", "recalled"])
def test_nothing_is_taken_from_a_batch_that_is_held_back(state: str) -> None:
    assert not usable(shelved(1, 30, state=state), today=TODAY)
    assert picked([shelved(1, 30, state=state), shelved(2, 60)], 5) == [(2, 5)]


def test_a_batch_lasts_as_long_as_the_supply_and_is_otherwise_named_as_short_dated() -> None:
    assert lasts(shelved(1, 10), today=TODAY, days=10)
    assert not lasts(shelved(1, 10), today=TODAY, days=11)
    assert pick_batches([shelved(1, 10)], 4, today=TODAY, days=11) == Proposal((), 4, 4)
    assert pick_batches([shelved(1, 10), shelved(2, 40, 1)], 4, today=TODAY, days=11) == Proposal((Pick(2, 1),), 3, 3)


def test_short_dated_units_count_only_as_far_as_something_is_missing() -> None:
    assert pick_batches([shelved(1, 5), shelved(2, 40, 8)], 10, today=TODAY, days=30).short_dated == 2
    assert pick_batches([shelved(1, 5), shelved(2, 40)], 10, today=TODAY, days=30).short_dated == 0


def test_an_empty_batch_makes_no_empty_pick() -> None:
    assert picked([shelved(1, 5, 0), shelved(2, 9)], 1) == [(2, 1)]
    assert picked([shelved(1, 5)], 0) == []


@pytest.mark.parametrize(("quantity", "days"), [(-1, 0), (1, -1)])
def test_a_negative_quantity_or_supply_is_a_mistake_of_the_program(quantity: int, days: int) -> None:
    with pytest.raises(ValueError, match="not negative"):
        pick_batches([], quantity, today=TODAY, days=days)


def test_a_pick_by_hand_differs_from_the_proposal_and_its_order_does_not_matter() -> None:
    proposal = pick_batches([shelved(1, 5), shelved(2, 9)], 15, today=TODAY)
    assert not differs([Pick(2, 5), Pick(1, 10)], proposal)
    assert differs([Pick(2, 10), Pick(1, 5)], proposal)
    assert differs([Pick(1, 10)], proposal)


BATCHES = st.lists(
    st.builds(
        shelved,
        st.integers(1, 9),
        st.none() | st.integers(-5, 60),
        st.integers(0, 20),
        received=st.integers(0, 9),
        state=st.sampled_from(["usable", "usable", "quarantined", "recalled"]),
    ),
    max_size=8,
    unique_by=lambda one: one.batch_id,
)


@given(BATCHES, st.integers(0, 100), st.integers(0, 40))
def test_picks_and_missing_make_the_quantity_and_no_later_batch_is_touched_early(
    batches: list[Shelved], quantity: int, days: int
) -> None:
    proposal = pick_batches(batches, quantity, today=TODAY, days=days)
    by_id = {one.batch_id: one for one in batches}
    assert sum(one.units for one in proposal.picks) + proposal.missing == quantity
    assert all(0 < one.units <= by_id[one.batch_id].units for one in proposal.picks)
    good = [one for one in fefo_order(batches) if usable(one, today=TODAY) and lasts(one, today=TODAY, days=days)]
    taken = [by_id[one.batch_id] for one in proposal.picks]
    assert taken == good[: len(taken)]
    assert [one.units for one in proposal.picks[:-1]] == [one.units for one in taken[:-1]]
    assert proposal.missing == 0 or len(taken) == len(good)
    assert 0 <= proposal.short_dated <= proposal.missing
