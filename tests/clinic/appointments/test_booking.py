"""Booking, moving and cancelling: what a place is, who may sit above, and what each refusal says."""

import datetime as dt
import uuid
from typing import Any

import psycopg
import pytest

from hms_desktop.clinic.appointments import actions, planning, queries, timetable
from hms_desktop.clinic.appointments.card import appointment_card
from hms_desktop.clinic.appointments.rules import Recurrence
from hms_desktop.core.errors import Refused, Stale
from tests.clinic.appointments.clinics import MONDAY, TUESDAY, Clinics
from tests.factories import appointments


def refusal(action: Any, *given: Any, **values: Any) -> Refused:
    with pytest.raises(Refused) as refused:
        action(*given, **values)
    return refused.value


def test_a_booking_is_a_seat_in_a_session_with_a_code_for_the_slip(clinics: Clinics) -> None:
    booked = clinics.book(at="09:30", reason="wound check")
    assert (booked.clinic, booked.state, booked.seat, booked.over) == ("Clinic 1", "booked", 1, False)
    assert booked.at == dt.datetime(2026, 3, 3, 9, 30)
    assert booked.ends_at - booked.starts_at == dt.timedelta(minutes=30)
    [line] = clinics.clerk.see(queries.find_appointment, typed=str(booked.code))
    assert (line.id, line.reason, line.booked_by) == (booked.appointment_id, "wound check", "Test Person")


def test_the_same_intent_books_once(clinics: Clinics) -> None:
    intent = uuid.uuid4()
    values = {"patient": clinics.patients[0], **clinics.place()}
    first = clinics.clerk.database.run_now(actions.book, intent=intent, **values)
    assert clinics.clerk.database.run_now(actions.book, intent=intent, **values) == first
    assert clinics.counts(first.session_id) == (1, 0)


def test_a_full_slot_is_refused_with_clinic_and_time(clinics: Clinics) -> None:
    clinics.book(0)
    refused = refusal(clinics.book, 1)
    assert refused.code == "appointments.slot_full"
    assert refused.params == {"clinic": "Clinic 1", "at": "2026-03-03 09:00"}


def test_a_patient_is_not_booked_at_two_places_at_once(clinics: Clinics) -> None:
    clinics.book(0, "09:00")
    refused = refusal(clinics.book, 0, "09:00", clinic=clinics.two)
    assert (refused.code, refused.params["clinic"]) == ("appointments.patient_overlap", "Clinic 1")
    assert clinics.book(0, "09:30", clinic=clinics.two).state == "booked"


def test_a_long_appointment_takes_every_slot_it_covers(clinics: Clinics) -> None:
    booked = clinics.book(0, "09:00", slots=3)
    assert booked.ends_at - booked.starts_at == dt.timedelta(minutes=90)
    assert refusal(clinics.book, 1, "10:00").code == "appointments.slot_full"
    assert clinics.book(1, "10:30").seat == 1
    assert clinics.counts(booked.session_id) == (4, 0)


@pytest.mark.parametrize(
    ("at", "values", "code"),
    [
        ("09:10", {}, "appointments.not_a_slot"),
        ("08:30", {}, "appointments.not_a_slot"),
        ("12:00", {}, "appointments.not_a_slot"),
        ("11:30", {"slots": 2}, "appointments.not_a_slot"),
        ("09:00", {"slots": 0}, "appointments.not_a_slot"),
        ("09:00", {"reason": "x" * 201}, "queue.reason_long"),
    ],
)
def test_what_is_no_slot_is_refused(clinics: Clinics, at: str, values: dict[str, Any], code: str) -> None:
    assert refusal(clinics.book, 0, at, **values).code == code


def test_a_slot_that_is_over_or_a_patient_nobody_knows_is_refused(clinics: Clinics) -> None:
    place = clinics.place(on=MONDAY)
    clinics.passes(minutes=85)
    assert clinics.clerk.do(actions.book, patient=clinics.patients[0], **place).state == "booked"
    clinics.passes(minutes=5)
    assert (
        refusal(clinics.clerk.do, actions.book, patient=clinics.patients[1], **place).code == "appointments.slot_past"
    )
    place = clinics.place()
    assert refusal(clinics.clerk.do, actions.book, patient=987654, **place).code == "appointments.no_such_patient"
    place["session_id"] = 987654
    refused = refusal(clinics.clerk.do, actions.book, patient=clinics.patients[1], **place)
    assert refused.code == "appointments.no_session"


def test_overbooking_needs_the_permission_and_keeps_to_the_sessions_limit(clinics: Clinics) -> None:
    clinic = appointments.clinic(clinics.hospital, "Busy", clinics.practice.service, clinics.practice.department)
    appointments.weekly(clinics.hospital, clinic, overbook=2)
    clinics.book(0, clinic=clinic)
    wish = {"clinic": clinic, "overbook": True}
    assert refusal(clinics.book, 1, **wish).code == "appointments.overbook_not_allowed"
    grant = clinics.manager().do(planning.grant_overbooking, duty="front_desk", clinic=clinic)
    assert clinics.clerk.see(timetable.may_overbook, clinic=clinic)
    assert not clinics.clerk.see(timetable.may_overbook, clinic=clinics.one)
    assert refusal(clinics.book, 1, clinic=clinic).code == "appointments.slot_full"
    over = clinics.book(1, **wish)
    assert (over.seat, over.over) == (2, True)
    assert clinics.counts(over.session_id) == (1, 1)
    clinics.book(0, "09:30", clinic=clinic)
    clinics.book(2, "09:30", **wish)
    refused = refusal(clinics.book, 3, **wish)
    assert (refused.code, refused.params["most"]) == ("appointments.overbook_limit", 2)
    clinics.manager().do(planning.withdraw_overbooking, grant=grant)
    assert refusal(clinics.book, 3, **wish).code == "appointments.overbook_not_allowed"


def test_a_person_may_be_allowed_to_overbook_everywhere(clinics: Clinics) -> None:
    [(person,)] = clinics.hospital.sql(
        "SELECT id FROM hms.people WHERE login = %s", clinics.hospital.person("clinician", name="Dr A").user
    )
    assert clinics.manager().do(planning.grant_overbooking, person=person) > 0
    [grant] = clinics.clerk.see(timetable.overbook_grants)
    assert (grant.person, grant.clinic_id) == ("Dr A", None)
    refused = refusal(clinics.manager().do, planning.grant_overbooking, duty="manager", person=person)
    assert refused.code == "appointments.to_whom"


def test_a_move_keeps_the_code_and_frees_the_place(clinics: Clinics) -> None:
    booked = clinics.book(0)
    moved = clinics.step(actions.move, booked, **clinics.place("10:00", clinic=clinics.two))
    assert (moved.code, moved.clinic) == (booked.code, "Clinic 2")
    assert clinics.counts(booked.session_id) == (0, 0)
    assert clinics.counts(moved.session_id) == (1, 0)
    assert clinics.book(1).seat == 1
    with pytest.raises(Stale):
        clinics.step(actions.move, booked, **clinics.place("11:00"))


def test_a_move_may_overlap_its_own_old_place(clinics: Clinics) -> None:
    booked = clinics.book(0, "09:00", slots=2)
    moved = clinics.step(actions.move, booked, **clinics.place("09:30"))
    assert moved.ends_at - moved.starts_at == dt.timedelta(hours=1)
    assert clinics.counts(booked.session_id) == (2, 0)


def test_a_cancellation_has_a_reason_and_can_be_taken_back_while_the_place_is_free(clinics: Clinics) -> None:
    booked = clinics.book(0)
    refused = refusal(clinics.cancel, booked, "bored")
    assert refused.code == "appointments.cancel_reason"
    gone = clinics.cancel(booked)
    assert (gone.offered_to, clinics.counts(booked.session_id)) == (None, (0, 0))
    back = clinics.clerk.do(actions.restore, appointment=gone.appointment_id, version=gone.version)
    assert (back.state, back.seat) == ("booked", 1)
    gone = clinics.cancel(back)
    clinics.book(1)
    refused = refusal(clinics.clerk.do, actions.restore, appointment=gone.appointment_id, version=gone.version)
    assert refused.code == "appointments.slot_full"


def test_what_was_done_stays_readable(clinics: Clinics) -> None:
    booked = clinics.book(0)
    moved = clinics.step(actions.move, booked, **clinics.place("10:00"))
    clinics.cancel(moved, "doctor_away")
    card = clinics.clerk.see(appointment_card, appointment=booked.appointment_id)
    assert card is not None
    assert [change.verb for change in card.changes] == ["book", "move", "cancel"]
    assert (card.changes[1].from_at, card.changes[1].to_at) == (
        dt.datetime(2026, 3, 3, 9, 0),
        dt.datetime(2026, 3, 3, 10, 0),
    )
    assert (card.line.state, card.line.cancelled) == ("cancelled", "doctor_away")
    with pytest.raises(psycopg.Error, match="never changed"):
        clinics.hospital.sql("DELETE FROM hms.appointment_changes")


def test_a_course_is_booked_all_or_not_at_all(clinics: Clinics) -> None:
    clinics.manager().do(planning.save_holiday, on_date=dt.date(2026, 3, 10), name="A holiday")
    clinics.book(1, on=dt.date(2026, 3, 17))
    wish = {
        "patient": clinics.patients[0],
        "clinic": clinics.one,
        "first": TUESDAY,
        "at": dt.time(9, 0),
        "rule": Recurrence("week", count=4),
    }
    refused = refusal(clinics.clerk.do, actions.book_series, **wish)
    assert refused.code == "appointments.series"
    left_out = [actions.skipped(one) for one in refused.params["skipped"]]
    assert [(one.on_date.day, one.code) for one in left_out] == [
        (10, "appointments.no_session"),
        (17, "appointments.slot_full"),
    ]
    assert clinics.clerk.see(queries.patient_appointments, patient=clinics.patients[0]) == ()
    series = clinics.clerk.do(actions.book_series, **wish, skip=True)
    assert [one.starts_at.day for one in series.booked] == [3, 24]
    assert [one.on_date.day for one in series.skipped] == [10, 17]
    assert clinics.clerk.do(actions.cancel_series, series=series.series_id, reason="patient") == 2


def test_a_course_of_which_nothing_can_be_had_is_refused(clinics: Clinics) -> None:
    wish = {"patient": clinics.patients[0], "clinic": clinics.one, "first": TUESDAY, "at": dt.time(13, 0)}
    refused = refusal(clinics.clerk.do, actions.book_series, **wish, rule=Recurrence("day", count=2), skip=True)
    assert refused.code == "appointments.series"


def test_a_reason_can_be_put_in_other_words(clinics: Clinics) -> None:
    booked = clinics.book(0, reason="cough")
    clinics.step(actions.edit_reason, booked, reason="cough, third week")
    assert clinics.line(booked.appointment_id).reason == "cough, third week"


def test_not_even_the_owner_can_seat_two_on_one_seat_or_one_at_two_places(clinics: Clinics) -> None:
    booked = clinics.book(0)
    insert = (
        "INSERT INTO hms.appointments (patient_id, session_id, starts_at, ends_at, seat, over, booked_at) "
        "SELECT %s, %s, starts_at, ends_at, %s, %s, booked_at FROM hms.appointments WHERE id = %s"
    )
    other, session = clinics.patients[1], booked.session_id
    for values, constraint in (
        ((other, session, 1, False), "appointments_one_to_a_seat"),
        ((clinics.patients[0], clinics.session(clinics.two), 1, False), "appointments_one_at_a_time"),
        ((other, session, 2, False), "no_such_seat"),
        ((other, session, 2, True), "overbook_limit"),
    ):
        with pytest.raises(psycopg.Error) as refused:
            clinics.hospital.sql(insert, *values, booked.appointment_id)
        assert constraint in str(refused.value.diag.constraint_name)
    with pytest.raises(psycopg.Error, match="cannot become"):
        clinics.hospital.sql("UPDATE hms.appointments SET state = 'done' WHERE id = %s", booked.appointment_id)
    with pytest.raises(psycopg.Error, match="never changed"):
        clinics.hospital.sql("DELETE FROM hms.appointments")


def test_records_of_one_person_that_are_booked_at_once_are_not_merged_without_a_word(clinics: Clinics) -> None:
    one = clinics.book(0)
    clinics.book(1, clinic=clinics.two)
    with pytest.raises(psycopg.Error, match="Both records have an appointment on 2026-03-03 09:00"):
        clinics.hospital.sql(
            "UPDATE hms.appointments SET patient_id = %s WHERE id = %s", clinics.patients[1], one.appointment_id
        )
    clinics.cancel(one)
    clinics.hospital.sql(
        "UPDATE hms.appointments SET patient_id = %s WHERE id = %s", clinics.patients[1], one.appointment_id
    )
