"""The waiting list: a place that becomes free is held for the first whom it fits, once, for a while."""

import datetime as dt
from typing import Any

import pytest

from hms_desktop.clinic.appointments import actions, queries
from hms_desktop.core.errors import Refused, Stale
from tests.clinic.appointments.clinics import MONDAY, TUESDAY, Clinics


def test_a_cancelled_place_is_held_for_the_first_who_waits(clinics: Clinics) -> None:
    first, second = clinics.wait(1), clinics.wait(2)
    gone = clinics.cancel(clinics.book(0))
    assert gone.offered_to == first
    held, waits = clinics.waiting()
    assert (held.id, held.state, waits.id, waits.state) == (first, "offered", second, "waiting")
    assert held.offer is not None
    assert (held.offer.clinic, held.offer.at) == ("Clinic 1", dt.datetime(2026, 3, 3, 9, 0))
    with pytest.raises(Refused, match="no place left"):
        clinics.book(3)
    booked = clinics.clerk.do(actions.accept_offer, entry=first, version=held.version)
    assert (booked.state, booked.patient_id) == ("booked", clinics.patients[1])
    assert [entry.id for entry in clinics.waiting()] == [second]


@pytest.mark.parametrize(
    "wish",
    [
        {"from_date": dt.date(2026, 3, 4)},
        {"until_date": MONDAY},
        {"weekdays": (1, 3)},
        {"earliest": dt.time(9, 30)},
        {"latest": dt.time(9, 0), "earliest": dt.time(8, 0)},
        {"doctor": 1},
        {"slots": 2},
    ],
)
def test_a_place_that_does_not_fit_is_offered_to_the_next(clinics: Clinics, wish: dict[str, Any]) -> None:
    clinics.hospital.person("clinician")
    booked = clinics.book(0)
    clinics.book(4, "09:30")
    clinics.wait(1, **wish)
    fits = clinics.wait(2, clinic=clinics.one, weekdays=(2,), earliest=dt.time(9), latest=dt.time(9, 1))
    assert clinics.cancel(booked).offered_to == fits


def test_who_is_booked_at_that_time_elsewhere_is_passed_over(clinics: Clinics) -> None:
    booked = clinics.book(0)
    clinics.wait(1)
    fits = clinics.wait(2)
    clinics.book(1, clinic=clinics.two)
    assert clinics.cancel(booked).offered_to == fits


def test_a_place_that_is_soon_is_offered_to_nobody(clinics: Clinics) -> None:
    clinics.wait(1)
    assert clinics.cancel(clinics.book(0, on=MONDAY)).offered_to is None


def test_who_left_the_place_is_not_offered_it(clinics: Clinics) -> None:
    clinics.wait(0)
    assert clinics.cancel(clinics.book(0)).offered_to is None


def test_a_moved_appointment_frees_its_old_place(clinics: Clinics) -> None:
    entry = clinics.wait(1)
    clinics.step(actions.move, clinics.book(0), **clinics.place("10:00"))
    assert clinics.entry(entry).state == "offered"


def test_a_declined_offer_goes_to_the_next_and_is_not_made_again(clinics: Clinics) -> None:
    first, second = clinics.wait(1), clinics.wait(2)
    clinics.cancel(clinics.book(0))
    declined = clinics.clerk.do(actions.decline_offer, entry=first, version=clinics.entry(first).version)
    assert declined.offered_to == second
    again = clinics.clerk.do(actions.decline_offer, entry=second, version=clinics.entry(second).version, stays=False)
    assert again.offered_to is None
    assert [entry.id for entry in clinics.waiting()] == [first]


def test_an_offer_that_nobody_answers_lapses_and_goes_on(clinics: Clinics) -> None:
    first, second = clinics.wait(1), clinics.wait(2)
    clinics.cancel(clinics.book(0))
    assert clinics.clerk.do(actions.release_lapsed_offers) == 0
    clinics.passes(minutes=61)
    assert clinics.clerk.do(actions.release_lapsed_offers) == 1
    assert (clinics.entry(first).state, clinics.entry(second).state) == ("waiting", "offered")


def test_a_lapsed_offer_stands_in_nobodys_way(clinics: Clinics) -> None:
    entry = clinics.wait(1)
    clinics.cancel(clinics.book(0))
    clinics.passes(minutes=61)
    assert (
        clinics.clerk.see(queries.free_slots, wish=queries.SlotWish(clinic=clinics.one, from_date=TUESDAY))[0].at.hour
        == 9
    )
    assert clinics.book(3).seat == 1
    assert clinics.entry(entry).state == "waiting"
    with pytest.raises(Refused, match="Nothing is held"):
        clinics.clerk.do(actions.accept_offer, entry=entry, version=clinics.entry(entry).version)


def test_leaving_the_list_frees_what_was_held(clinics: Clinics) -> None:
    first, second = clinics.wait(1), clinics.wait(2)
    clinics.cancel(clinics.book(0))
    left = clinics.clerk.do(actions.leave_waiting_list, entry=first, version=clinics.entry(first).version)
    assert left.offered_to == second
    with pytest.raises(Stale):
        clinics.clerk.do(actions.leave_waiting_list, entry=second, version=1)


def test_nobody_waits_twice_for_the_same(clinics: Clinics) -> None:
    clinics.wait(1)
    with pytest.raises(Refused, match="already"):
        clinics.wait(1)
    assert clinics.wait(1, clinic=clinics.two) > 0
