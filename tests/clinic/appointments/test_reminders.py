"""Reminders: written with the booking for who agreed, dead with it, and taken by one worker only."""

import datetime as dt
from typing import Any

import psycopg
import pytest

from hms_desktop.clinic.appointments import actions, planning
from hms_desktop.clinic.appointments.card import appointment_card
from hms_desktop.core.connecting import connect
from tests.clinic.appointments.clinics import Clinics

FRIDAY = dt.date(2026, 3, 6)


def reachable(clinics: Clinics, patient: int = 0, *, agrees: bool | None = True, language: str = "") -> None:
    """Give the patient of that number a mobile phone, and an answer to being sent messages."""
    who = clinics.patients[patient]
    clinics.hospital.sql("UPDATE hms.patients SET language = %s, version = version WHERE id = %s", language, who)
    clinics.hospital.sql("INSERT INTO hms.patient_phones (patient_id, number) VALUES (%s, '0712 345 678')", who)
    if agrees is not None:
        clinics.hospital.sql(
            "INSERT INTO hms.patient_consents (patient_id, question, given, at) "
            "VALUES (%s, 'messages', %s, hms.hospital_now())",
            who,
            agrees,
        )


def outbox(clinics: Clinics) -> list[tuple[Any, ...]]:
    return clinics.hospital.sql("SELECT state, starts_at, recipient, language FROM hms.outbox ORDER BY id")


def taken(clinics: Clinics, most: int = 10) -> list[int]:
    """The messages that the worker gets now."""
    return [number for (number,) in clinics.hospital.sql("SELECT id FROM hms.take_due_messages(%s, '{sms}')", most)]


def test_a_booking_writes_a_reminder_in_the_patients_language(clinics: Clinics) -> None:
    reachable(clinics, language="sw")
    booked = clinics.book(0, on=FRIDAY)
    assert outbox(clinics) == [("due", booked.starts_at, "0712 345 678", "sw")]
    card = clinics.clerk.see(appointment_card, appointment=booked.appointment_id)
    assert card is not None
    assert (card.reminder, card.reminder_at) == ("due", dt.datetime(2026, 3, 5, 9, 0))


@pytest.mark.parametrize(
    ("mode", "agrees", "written"),
    [
        ("consent", None, False),
        ("consent", False, False),
        ("consent", True, True),
        ("opt_out", None, True),
        ("opt_out", False, False),
        ("off", True, False),
    ],
)
def test_who_is_reminded_follows_the_hospitals_rule_and_the_patients_answer(
    clinics: Clinics, mode: str, agrees: bool | None, written: bool
) -> None:
    draft = planning.RulesDraft(400, dt.timedelta(hours=1), dt.timedelta(hours=2), mode, dt.timedelta(days=1), 1)
    clinics.manager().do(planning.save_booking_rules, draft=draft)
    reachable(clinics, agrees=agrees)
    clinics.book(0, on=FRIDAY)
    assert bool(outbox(clinics)) == written


def test_the_newest_answer_holds(clinics: Clinics) -> None:
    reachable(clinics)
    reachable(clinics, agrees=False)
    clinics.book(0, on=FRIDAY)
    assert outbox(clinics) == []


def test_nobody_is_reminded_without_a_mobile_or_of_what_is_tomorrow(clinics: Clinics) -> None:
    clinics.book(1, on=FRIDAY)
    reachable(clinics)
    clinics.passes(hours=2)
    clinics.book(0)
    assert outbox(clinics) == []


def test_a_move_writes_the_reminder_anew_and_a_cancellation_ends_it(clinics: Clinics) -> None:
    reachable(clinics)
    moved = clinics.step(actions.move, clinics.book(0, on=FRIDAY), **clinics.place("10:00", on=FRIDAY))
    assert [line[:2] for line in outbox(clinics)] == [
        ("cancelled", moved.starts_at - dt.timedelta(hours=1)),
        ("due", moved.starts_at),
    ]
    gone = clinics.cancel(moved)
    assert [line[0] for line in outbox(clinics)] == ["cancelled", "cancelled"]
    clinics.clerk.do(actions.restore, appointment=gone.appointment_id, version=gone.version)
    assert [line[0] for line in outbox(clinics)] == ["cancelled", "cancelled", "due"]


def test_an_offer_is_reminded_of_only_once_it_is_accepted(clinics: Clinics) -> None:
    reachable(clinics, 1)
    entry = clinics.wait(1)
    clinics.cancel(clinics.book(0, on=FRIDAY))
    assert outbox(clinics) == []
    clinics.clerk.do(actions.accept_offer, entry=entry, version=clinics.entry(entry).version)
    assert [line[0] for line in outbox(clinics)] == ["due"]


def test_a_message_is_given_to_one_worker_when_it_is_due(clinics: Clinics) -> None:
    reachable(clinics)
    clinics.book(0, on=FRIDAY)
    assert taken(clinics) == []
    clinics.passes(days=3, hours=2)
    [message] = taken(clinics)
    assert taken(clinics) == []
    clinics.hospital.sql("SELECT hms.settle_message(%s, 'later', 'no signal')", message)
    assert taken(clinics) == []
    clinics.passes(minutes=10)
    assert taken(clinics) == [message]
    clinics.hospital.sql("SELECT hms.settle_message(%s, 'sent')", message)
    assert [line[0] for line in outbox(clinics)] == ["sent"]


def test_a_message_that_fails_five_times_is_given_up(clinics: Clinics) -> None:
    reachable(clinics)
    clinics.book(0, on=FRIDAY)
    clinics.passes(days=3, hours=2)
    for _ in range(5):
        [message] = taken(clinics)
        clinics.hospital.sql("SELECT hms.settle_message(%s, 'later')", message)
        clinics.passes(minutes=11)
    assert [line[0] for line in outbox(clinics)] == ["failed"]


def test_not_even_the_owner_sends_a_reminder_of_a_dead_appointment(clinics: Clinics) -> None:
    reachable(clinics)
    booked = clinics.book(0, on=FRIDAY)
    clinics.cancel(booked)
    with pytest.raises(psycopg.Error, match="stands no more"):
        clinics.hospital.sql("UPDATE hms.outbox SET state = 'sending'")


def test_a_message_being_taken_holds_its_appointment_so_that_a_cancellation_waits(clinics: Clinics) -> None:
    reachable(clinics)
    booked = clinics.book(0, on=FRIDAY)
    clinics.passes(days=3, hours=2)
    with connect(clinics.hospital.superuser, application="worker") as worker:
        assert worker.execute("SELECT id FROM hms.take_due_messages(1, '{sms}')").fetchall()
        other = clinics.hospital.connection()
        other.execute("SET lock_timeout = '100ms'")
        with pytest.raises(psycopg.errors.LockNotAvailable):
            other.execute(
                "SELECT hms.cancel_appointment(gen_random_uuid(), %s, %s, 'patient')",
                (booked.appointment_id, booked.version),
            )
    assert clinics.cancel(booked).offered_to is None
