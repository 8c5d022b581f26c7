"""Clerks who act at the very same moment, each with a connection of their own: the database lets one of them win."""

import datetime as dt
import uuid
from collections.abc import Callable
from typing import Any

from hms_desktop.clinic.appointments import actions, planning
from hms_desktop.clinic.appointments.rules import Recurrence
from hms_desktop.clinic.queue import actions as queue
from hms_desktop.core.errors import HmsError
from tests.clinic.appointments.clinics import MONDAY, TUESDAY, Clinics
from tests.clinic.queue.test_concurrency import together
from tests.factories import queue as houses


def outcome(found: list[Any]) -> tuple[int, set[str]]:
    """How many won, and what the others were told."""
    return (
        sum(not isinstance(one, HmsError) for one in found),
        {one.code for one in found if isinstance(one, HmsError)},
    )


def at_once(clinics: Clinics, wishes: list[tuple[Callable[..., Any], dict[str, Any]]]) -> tuple[int, set[str]]:
    """Each wish by a desk of its own."""
    desks = [clinics.desk("front_desk") for _ in wishes]
    pairs = zip(desks, wishes, strict=True)
    return outcome(together([lambda d=desk, a=action, v=values: d.do(a, **v) for desk, (action, values) in pairs]))


def test_the_last_place_of_a_slot_is_given_once(clinics: Clinics) -> None:
    place = clinics.place()
    wishes = [(actions.book, {"patient": patient, **place}) for patient in clinics.patients]
    assert at_once(clinics, wishes) == (1, {"appointments.slot_full"})
    assert clinics.counts(place["session_id"]) == (1, 0)


def test_one_patient_booked_in_two_clinics_at_once_is_booked_in_one(clinics: Clinics) -> None:
    for day in (2, 3, 4, 5, 6):
        on = TUESDAY.replace(day=day)
        wishes = [
            (actions.book, {"patient": clinics.patients[0], **clinics.place(clinic=clinic, on=on)})
            for clinic in (clinics.one, clinics.two, clinics.one, clinics.two)
        ]
        won, told = at_once(clinics, wishes)
        assert won == 1
        assert told <= {"appointments.patient_overlap", "appointments.slot_full"}


def test_clerks_who_book_for_one_patient_first_thing_in_the_morning_do_not_stop_each_other(clinics: Clinics) -> None:
    for _ in range(4):
        clinics.passes(days=1)
        on = clinics.now.date()
        wishes = [
            (actions.book, {"patient": clinics.patients[0], **clinics.place("10:00", clinic=clinic, on=on)})
            for clinic in (clinics.one, clinics.two, clinics.one, clinics.two)
        ]
        won, told = at_once(clinics, wishes)
        assert won == 1
        assert told <= {"appointments.patient_overlap", "appointments.slot_full"}


def test_a_slot_that_is_moved_into_and_booked_at_once_is_given_once(clinics: Clinics) -> None:
    booked = [clinics.book(number, "09:00", clinic=clinic) for number, clinic in enumerate((clinics.one, clinics.two))]
    place = clinics.place("10:00")
    moves = [(actions.move, {"appointment": one.appointment_id, "version": one.version, **place}) for one in booked]
    wishes = [*moves, (actions.book, {"patient": clinics.patients[2], **place})]
    assert at_once(clinics, wishes) == (1, {"appointments.slot_full"})


def test_two_who_change_places_at_once_end_without_a_deadlock(clinics: Clinics) -> None:
    for _ in range(4):
        one, two = clinics.book(0, "09:00"), clinics.book(1, "09:00", clinic=clinics.two)
        wishes = [
            (actions.move, {"appointment": each.appointment_id, "version": 1, **clinics.place("10:00", clinic=clinic)})
            for each, clinic in ((one, clinics.two), (two, clinics.one))
        ]
        assert at_once(clinics, wishes) == (2, set())
        for each in (one, two):
            clinics.cancel(clinics.now_of(each))


def test_a_cancellation_and_a_check_in_at_once_leave_one_of_them(clinics: Clinics) -> None:
    clinics.passes(minutes=45)
    for number in range(4):
        booked = clinics.book(number, f"{9 + number // 2:02}:{number % 2 * 30:02}", on=MONDAY)
        seen = {"appointment": booked.appointment_id, "version": booked.version}
        wishes = [
            (actions.cancel, {**seen, "reason": "patient"}),
            (actions.check_in, seen),
            (actions.check_in_scanned, {"code": booked.code}),
        ]
        won, told = at_once(clinics, wishes)
        assert won == 1
        assert told <= {"appointments.changed", "appointments.not_now"}


def test_one_freed_place_is_offered_once_and_one_entry_is_offered_one_place(clinics: Clinics) -> None:
    entries = [clinics.wait(number) for number in (4, 5)]
    booked = [clinics.book(number, f"{9 + number // 2:02}:{number % 2 * 30:02}") for number in range(4)]
    wishes = [
        (actions.cancel, {"appointment": one.appointment_id, "version": one.version, "reason": "patient"})
        for one in booked
    ]
    assert at_once(clinics, wishes) == (4, set())
    held = clinics.hospital.sql("SELECT entry_id FROM hms.appointments WHERE state = 'held' ORDER BY 1")
    assert [entry for (entry,) in held] == entries


def test_an_offer_accepted_and_declined_at_once_has_one_end(clinics: Clinics) -> None:
    entry = clinics.wait(1)
    clinics.cancel(clinics.book(0))
    seen = {"entry": entry, "version": clinics.entry(entry).version}
    wishes = [(actions.accept_offer, seen), (actions.decline_offer, seen), (actions.leave_waiting_list, seen)]
    won, told = at_once(clinics, wishes)
    assert won == 1
    assert told <= {"appointments.entry_changed", "appointments.nothing_offered"}


def test_lapsed_offers_are_released_once_while_clerks_book(clinics: Clinics) -> None:
    for number in (1, 2):
        clinics.wait(number)
        clinics.cancel(clinics.book(0, f"09:{(number - 1) * 30:02}"))
    clinics.passes(minutes=61)
    place = clinics.place()
    wishes = [(actions.release_lapsed_offers, {})] * 2
    wishes += [(actions.book, {"patient": patient, **place}) for patient in clinics.patients[3:6]]
    won, told = at_once(clinics, wishes)
    assert won in (2, 3)
    assert told <= {"appointments.slot_full"}
    occupied = clinics.hospital.sql(
        "SELECT count(*) FROM hms.appointments WHERE starts_at = %s AND seat IS NOT NULL", place["starts_at"]
    )
    assert occupied == [(1,)]


def test_one_intent_sent_twice_at_once_books_once(clinics: Clinics) -> None:
    intent, values = uuid.uuid4(), {"patient": clinics.patients[0], **clinics.place()}
    database = clinics.hospital.database(clinics.hospital.person("front_desk"), pool_size=2)
    found = together([lambda: database.run_now(actions.book, intent=intent, **values) for _ in range(2)])
    assert found[0] == found[1]


def test_courses_of_one_patient_in_two_clinics_end_without_a_deadlock(clinics: Clinics) -> None:
    wishes = [
        (
            actions.book_series,
            {
                "patient": clinics.patients[number],
                "clinic": clinic,
                "first": TUESDAY,
                "at": dt.time(9),
                "rule": Recurrence("day", count=20),
                "skip": True,
            },
        )
        for number in (0, 1)
        for clinic in (clinics.one, clinics.two)
    ]
    won, told = at_once(clinics, wishes)
    assert told <= {"appointments.series"}
    assert won >= 2


def test_a_schedule_changed_while_clerks_book_leaves_nobody_outside_unseen(clinics: Clinics) -> None:
    place = clinics.place()
    draft = planning.ExceptionDraft(clinics.one, TUESDAY, "closed")
    manager = clinics.manager()
    desks = [clinics.desk("front_desk") for _ in range(3)]
    found = together(
        [
            lambda: manager.do(planning.save_exception, draft=draft),
            *(
                lambda d=desk, p=patient: d.do(actions.book, patient=p, **place)
                for desk, patient in zip(desks, clinics.patients, strict=False)
            ),
        ]
    )
    saved = found[0]
    assert isinstance(saved, planning.Saved)
    booked = [one for one in found[1:] if isinstance(one, actions.Booked)]
    assert saved.displaced == len(booked) <= 1


def test_the_queue_and_the_desk_act_on_one_visit_at_once(clinics: Clinics) -> None:
    clinics.passes(minutes=45)
    rooms = [houses.room(clinics.hospital, f"Room {number}", [clinics.practice.service]) for number in range(4)]
    for number, room in enumerate(rooms):
        booked = clinics.book(number, f"{9 + number // 2:02}:{number % 2 * 30:02}", on=MONDAY)
        here = clinics.step(actions.check_in, booked)
        won, told = at_once(
            clinics,
            [
                (actions.unarrive, {"appointment": here.appointment_id, "version": here.version}),
                (queue.call_next, {"room": room}),
            ],
        )
        assert won == 1
        assert told <= {"queue.changed", "queue.nobody_waiting", "appointments.not_now", "appointments.changed"}
