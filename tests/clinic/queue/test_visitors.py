"""Who is likely wanted before anything is typed, and who holds a ticket that was scanned."""

from uuid import UUID

import pytest

from hms_desktop.clinic.patients import actions as patients
from hms_desktop.clinic.queue import visitors
from hms_desktop.core.database import Database
from tests.clinic.queue.desk import Day
from tests.factories.patients import patient
from tests.hospital import Hospital


def barcode(day: Day, ticket: str) -> UUID:
    [(found,)] = day.hospital.sql("SELECT barcode FROM hms.tickets WHERE label = %s", ticket)
    return UUID(str(found))


def likely(database: Database, limit: int = 50) -> list[tuple[int, str]]:
    return [(found.id, found.matched) for found in database.read_now(visitors.at_hand, limit=limit)]


def test_who_was_in_hand_stands_before_who_is_here_today_before_who_is_new(day: Day) -> None:
    first, second, third, fourth = day.patients[:4]
    day.arrives(patient=first)
    day.arrives(patient=second)
    day.clerk.do(patients.take, patient_id=third)
    day.passes(seconds=1)
    day.clerk.do(patients.take, patient_id=first)
    rest = [(one, "new") for one in reversed(day.patients) if one not in (first, second, third)]
    assert likely(day.clerk.database) == [(first, "taken"), (third, "taken"), (second, "today"), *rest]
    assert likely(day.clerk.database, limit=2) == [(first, "taken"), (third, "taken")]
    assert fourth in dict(rest)


def test_a_colleague_sees_whom_this_workstation_had_in_hand_but_not_another_one(day: Day) -> None:
    day.clerk.do(patients.take, patient_id=day.patients[0])
    beside = day.desk("front_desk")
    assert likely(beside.database, limit=1) == [(day.patients[0], "taken")]
    elsewhere = Database(day.hospital.person("front_desk"), workstation="other-pc")
    try:
        assert likely(elsewhere, limit=1) == [(day.patients[-1], "new")]
    finally:
        elsewhere.close()


def test_the_last_fifty_in_hand_are_kept(day: Day) -> None:
    crowd = [patient(day.hospital, given_names=f"Number {number}") for number in range(53)]
    for one in crowd:
        day.passes(seconds=1)
        day.clerk.do(patients.take, patient_id=one)
    kept = day.hospital.sql("SELECT patient_id FROM hms.taken_patients ORDER BY taken_at")
    assert [one for (one,) in kept] == crowd[3:]


def test_a_restricted_record_is_neither_in_hand_nor_here_today(hospital: Hospital, day: Day) -> None:
    secret = patient(hospital, "Famous", "Person", restricted=True)
    day.clerk.do(patients.take, patient_id=secret)
    day.arrives(patient=secret)
    assert secret not in dict(likely(day.clerk.database))
    assert hospital.sql("SELECT FROM hms.taken_patients") == []


def test_a_scanned_ticket_finds_its_patient(day: Day) -> None:
    ticket = day.arrives(patient=day.patients[3])
    code = barcode(day, ticket.ticket)
    for typed in (str(code), f" {str(code).upper()} ", ticket.ticket, ticket.ticket.lower()):
        found = day.clerk.see(visitors.find_patients, text=typed)
        assert (found[0].id, found[0].matched) == (day.patients[3], "ticket")
        assert len({one.id for one in found}) == len(found)


def test_a_restricted_patients_ticket_finds_the_record_closed(hospital: Hospital, day: Day) -> None:
    secret = patient(hospital, "Famous", "Person", restricted=True)
    ticket = day.arrives(patient=secret)
    (found,) = day.clerk.see(visitors.find_patients, text=str(barcode(day, ticket.ticket)))
    assert (found.id, found.closed, found.name) == (secret, True, "")


@pytest.mark.parametrize("typed", ["1b4e28ba-2fa1-41d2-883f-0016d3cca427", "Z99", "A000", "{not-a-ticket}"])
def test_what_is_no_ticket_finds_nobody_by_it(day: Day, typed: str) -> None:
    day.arrives()
    assert all(found.matched != "ticket" for found in day.clerk.see(visitors.find_patients, text=typed))
