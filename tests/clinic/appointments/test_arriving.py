"""Check-in opens the queue's ticket, and from then on the appointment follows the queue."""

import uuid
from typing import Any

import pytest

from hms_desktop.clinic.appointments import actions
from hms_desktop.clinic.queue import actions as queue
from hms_desktop.core.errors import Refused
from tests.clinic.appointments.clinics import MONDAY, Clinics
from tests.factories import queue as houses
from tests.hospital import Hospital


@pytest.fixture
def clinics(hospital: Hospital) -> Clinics:
    made = Clinics(hospital)
    made.passes(minutes=45)
    return made


def arrive(clinics: Clinics, patient: int = 0, at: str = "09:00") -> tuple[actions.Booked, actions.CheckedIn]:
    booked = clinics.book(patient, at, on=MONDAY)
    return booked, clinics.step(actions.check_in, booked)


def segment(clinics: Clinics, ticket: int) -> dict[str, Any]:
    """What names the newest segment of the ticket to the queue's actions."""
    [(found, version)] = clinics.hospital.sql(
        "SELECT id, version FROM hms.segments WHERE ticket_id = %s ORDER BY ordinal DESC LIMIT 1", ticket
    )
    return {"segment": found, "version": version}


def test_check_in_opens_a_ticket_that_is_due_at_the_appointments_time(clinics: Clinics) -> None:
    booked, here = arrive(clinics)
    assert (here.state, here.ticket, here.already) == ("arrived", "A 001", False)
    [(due, service)] = clinics.hospital.sql(
        "SELECT due_at, service_id FROM hms.segments WHERE id = %s", here.segment_id
    )
    assert (due, service) == (booked.starts_at, clinics.practice.service)


def test_a_scanned_slip_checks_in(clinics: Clinics) -> None:
    booked = clinics.book(0, on=MONDAY)
    here = clinics.clerk.do(actions.check_in_scanned, code=booked.code)
    assert (here.appointment_id, here.state) == (booked.appointment_id, "arrived")
    for code, expected in ((booked.code, "appointments.not_now"), (uuid.uuid4(), "appointments.unknown")):
        with pytest.raises(Refused) as refused:
            clinics.clerk.do(actions.check_in_scanned, code=code)
        assert refused.value.code == expected


def test_a_slip_of_another_day_says_which_day(clinics: Clinics) -> None:
    booked = clinics.book(0)
    with pytest.raises(Refused, match="is on 2026-03-03 09:00, not today"):
        clinics.step(actions.check_in, booked)


def test_who_holds_a_ticket_of_the_service_already_keeps_it(clinics: Clinics) -> None:
    ticket = clinics.clerk.do(queue.issue_ticket, service=clinics.practice.service, patient=clinics.patients[0])
    _, here = arrive(clinics)
    assert (here.ticket_id, here.already) == (ticket.ticket_id, True)


def test_a_class_that_needs_a_reason_gets_one(clinics: Clinics) -> None:
    booked = clinics.book(0, on=MONDAY)
    with pytest.raises(Refused, match="needs a reason"):
        clinics.step(actions.check_in, booked, priority="urgent")
    assert clinics.step(actions.check_in, booked, priority="urgent", reason="chest pain").state == "arrived"


def test_service_and_done_follow_from_the_queue_and_so_does_an_undo(clinics: Clinics) -> None:
    booked, here = arrive(clinics)
    room = clinics.practice.rooms["Counter 1"]
    call = clinics.clerk.do(queue.call_next, room=room)
    assert clinics.state(booked) == "arrived"
    served = clinics.clerk.do(queue.start_service, segment=call.segment_id, version=call.version)
    assert clinics.state(booked) == "in_service"
    done = clinics.clerk.do(queue.finish, segment=served.segment_id, version=served.version)
    assert clinics.state(booked) == "done"
    clinics.clerk.do(queue.undo, segment=done.segment_id, version=done.version)
    assert clinics.state(booked) == "in_service"
    assert here.ticket == clinics.line(booked.appointment_id).ticket


def test_a_transfer_before_being_served_leaves_the_patient_arrived(clinics: Clinics) -> None:
    other = houses.service(clinics.hospital, clinics.practice.department, "B")
    booked, here = arrive(clinics)
    clinics.clerk.do(queue.transfer, **segment(clinics, here.ticket_id), to_service=other)
    assert clinics.state(booked) == "arrived"
    clinics.clerk.do(queue.transfer, **segment(clinics, here.ticket_id), to_service=clinics.practice.service)
    call = clinics.clerk.do(queue.call_next, room=clinics.practice.rooms["Counter 1"])
    clinics.clerk.do(queue.start_service, segment=call.segment_id, version=call.version)
    clinics.clerk.do(queue.transfer, **segment(clinics, here.ticket_id), to_service=other)
    assert clinics.state(booked) == "done"


def test_a_no_show_at_the_counter_is_one_of_the_appointment_and_is_put_back_with_it(clinics: Clinics) -> None:
    booked, here = arrive(clinics)
    call = clinics.clerk.do(queue.call_next, room=clinics.practice.rooms["Counter 1"])
    clinics.passes(minutes=4)
    again = clinics.clerk.do(queue.recall, segment=call.segment_id, version=call.version)
    clinics.clerk.do(queue.no_show, segment=again.segment_id, version=again.version)
    assert clinics.state(booked) == "no_show"
    clinics.clerk.do(queue.reinstate, **segment(clinics, here.ticket_id))
    assert clinics.state(booked) == "arrived"


def test_who_was_booked_elsewhere_meanwhile_does_not_stop_the_queue(clinics: Clinics) -> None:
    booked, here = arrive(clinics)
    call = clinics.clerk.do(queue.call_next, room=clinics.practice.rooms["Counter 1"])
    clinics.passes(minutes=4)
    again = clinics.clerk.do(queue.recall, segment=call.segment_id, version=call.version)
    clinics.clerk.do(queue.no_show, segment=again.segment_id, version=again.version)
    clinics.book(0, "09:00", clinic=clinics.two, on=MONDAY)
    back = clinics.clerk.do(queue.reinstate, **segment(clinics, here.ticket_id))
    assert (back.state, clinics.state(booked)) == ("waiting", "no_show")


def test_a_ticket_taken_off_the_queue_leaves_the_appointment_booked(clinics: Clinics) -> None:
    booked, here = arrive(clinics)
    clinics.clerk.do(queue.cancel_ticket, **segment(clinics, here.ticket_id), reason="went for a walk")
    assert clinics.state(booked) == "booked"
    line = clinics.line(booked.appointment_id)
    again = clinics.clerk.do(actions.check_in, appointment=line.id, version=line.version)
    assert again.ticket == "A 002"


def test_an_arrival_is_taken_back_until_the_ticket_is_called(clinics: Clinics) -> None:
    _, here = arrive(clinics)
    back = clinics.step(actions.unarrive, here)
    assert (back.state, back.ticket) == ("booked", "")
    assert clinics.hospital.sql("SELECT state FROM hms.segments WHERE id = %s", here.segment_id) == [("cancelled",)]
    here = clinics.step(actions.check_in, back)
    clinics.clerk.do(queue.call_next, room=clinics.practice.rooms["Counter 1"])
    with pytest.raises(Refused, match="cannot be taken back from the queue"):
        clinics.step(actions.unarrive, here)


def test_who_was_not_served_before_the_day_ended_did_not_fail_to_show_up(clinics: Clinics) -> None:
    booked, _ = arrive(clinics)
    clinics.manager().do(queue.close_day, business_date=MONDAY)
    line = clinics.line(booked.appointment_id)
    assert (line.state, line.cancelled) == ("cancelled", "not_served")


def test_who_never_came_is_a_no_show_by_hand_or_with_the_day(clinics: Clinics) -> None:
    late, never = clinics.book(0, "09:00", on=MONDAY), clinics.book(1, "09:30", on=MONDAY)
    with pytest.raises(Refused, match="has not come yet"):
        clinics.step(actions.mark_no_show, late)
    clinics.passes(minutes=20)
    gone = clinics.step(actions.mark_no_show, late)
    assert clinics.step(actions.check_in, gone).state == "arrived"
    clinics.passes(days=1)
    assert clinics.clerk.do(actions.close_past) == 1
    assert clinics.state(never) == "no_show"
    with pytest.raises(Refused, match="cannot be taken back"):
        clinics.step(actions.restore, clinics.now_of(never))


def test_todays_no_show_is_taken_back(clinics: Clinics) -> None:
    booked = clinics.book(0, "09:00", on=MONDAY)
    clinics.passes(minutes=20)
    gone = clinics.step(actions.mark_no_show, booked)
    assert clinics.step(actions.restore, gone).state == "booked"


def test_an_appointment_does_not_pass_walk_ins_before_its_window(clinics: Clinics) -> None:
    arrive(clinics, 0, "11:30")
    clinics.passes(minutes=1)
    walk_in = clinics.clerk.do(queue.issue_ticket, service=clinics.practice.service, patient=clinics.patients[1])
    call = clinics.clerk.do(queue.call_next, room=clinics.practice.rooms["Counter 1"])
    assert call.ticket == walk_in.ticket
