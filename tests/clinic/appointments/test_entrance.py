"""Checking in at the entrance with the slip's code, taking a number, and who is kept from guessing."""

import datetime as dt
import threading
import uuid
from concurrent.futures import ThreadPoolExecutor

import psycopg
import pytest

from hms_desktop.clinic.appointments.rules import booking_number
from hms_desktop.clinic.displays import actions_checkin, queries_checkin
from hms_desktop.clinic.displays.actions_checkin import EntranceTicket
from hms_desktop.clinic.queue import actions as queue
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from tests.clinic.queue.desk import Desk
from tests.factories import check_in
from tests.factories.check_in import BORN, EIGHT, Surgery
from tests.hospital import Hospital

WRONG = dt.date(1980, 5, 18)
UNKNOWN = "00000000-0000-4000-8000-000000000000"


@pytest.fixture
def surgery(hospital: Hospital) -> Surgery:
    return Surgery(hospital)


@pytest.fixture
def entrance(surgery: Surgery) -> Database:
    """The program of a machine at the entrance."""
    return surgery.hospital.database(check_in.machine(surgery.hospital))


def asks(entrance: Database, code: str, born: dt.date = BORN, intent: uuid.UUID | None = None) -> EntranceTicket:
    return entrance.run_now(actions_checkin.check_in, intent=intent or uuid.uuid4(), code=code, born=born)


def answer(entrance: Database, code: str, born: dt.date = BORN) -> str:
    """The code with which it is refused."""
    with pytest.raises(Refused) as refused:
        asks(entrance, code, born)
    return refused.value.code


def takes(entrance: Database, service: int, intent: uuid.UUID | None = None) -> EntranceTicket:
    return entrance.run_now(actions_checkin.take_ticket, intent=intent or uuid.uuid4(), service=service)


def tickets(hospital: Hospital) -> int:
    return int(hospital.sql("SELECT count(*) FROM hms.tickets")[0][0])


# --- checking in


@pytest.mark.parametrize("said", ["code", "number"])
def test_who_brings_the_slip_and_the_birth_date_gets_the_ticket_that_a_desk_would_give(
    surgery: Surgery, entrance: Database, said: str
) -> None:
    slip = surgery.slip()
    ticket = asks(entrance, getattr(slip, said))
    assert ticket == EntranceTicket(
        "A 001", "Service A", "", 0, None, ticket.barcode, EIGHT.replace(tzinfo=None),
        dt.datetime(2026, 3, 2, 9, 0), False,
    )  # fmt: skip
    [row] = surgery.hospital.sql(
        "SELECT a.state, s.due_at, t.barcode FROM hms.appointments a JOIN hms.tickets t ON t.id = a.ticket_id "
        "JOIN hms.segments s ON s.ticket_id = t.id WHERE a.id = %s",
        slip.appointment,
    )
    assert row == ("arrived", dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC), ticket.barcode)


def test_a_lost_answer_asked_for_again_gives_the_same_ticket(surgery: Surgery, entrance: Database) -> None:
    slip, intent = surgery.slip(), uuid.uuid4()
    assert asks(entrance, slip.code, intent=intent) == asks(entrance, slip.code, intent=intent)
    assert tickets(surgery.hospital) == 1


def test_who_checks_in_again_hears_the_same_number_and_that_it_was_given_before(
    surgery: Surgery, entrance: Database
) -> None:
    slip = surgery.slip()
    first, again = asks(entrance, slip.code), asks(entrance, slip.number)
    assert (again.ticket, again.already, tickets(surgery.hospital)) == (first.ticket, True, 1)


def test_two_machines_at_once_with_one_code_give_one_ticket(surgery: Surgery) -> None:
    slip = surgery.slip()
    ready = threading.Barrier(2)
    machines = [surgery.hospital.database(check_in.machine(surgery.hospital, name)) for name in ("North", "South")]

    def presses(machine: Database) -> EntranceTicket:
        ready.wait(30)
        return asks(machine, slip.code)

    with ThreadPoolExecutor(2) as hands:
        given = list(hands.map(presses, machines))
    assert {one.ticket for one in given} == {"A 001"}
    assert sorted(one.already for one in given) == [False, True]
    assert tickets(surgery.hospital) == 1


def test_an_unknown_code_and_a_wrong_birth_date_are_told_alike(surgery: Surgery, entrance: Database) -> None:
    slip = surgery.slip()
    told = []
    for code, born in ((UNKNOWN, BORN), (slip.code, WRONG), ("00000000", BORN), ("' OR true --", BORN), ("", BORN)):
        with pytest.raises(Refused) as refused:
            asks(entrance, code, born)
        told.append((refused.value.code, refused.value.sentence, refused.value.params))
    assert told == [told[0]] * 5
    assert told[0][0] == "check_in.unknown"


@pytest.mark.parametrize("precision", ["month", "year", "age"])
def test_an_estimated_birth_date_proves_nobody(surgery: Surgery, entrance: Database, precision: str) -> None:
    assert answer(entrance, surgery.slip(precision=precision).code) == "check_in.unknown"


def test_an_appointment_of_another_day_tells_its_day(surgery: Surgery, entrance: Database) -> None:
    slip = surgery.slip(on=dt.date(2026, 3, 4))
    with pytest.raises(Refused) as refused:
        asks(entrance, slip.code)
    assert (refused.value.code, refused.value.params) == ("check_in.other_day", {"day": "2026-03-04"})


def test_too_early_tells_from_when_on(surgery: Surgery, entrance: Database) -> None:
    slip = surgery.slip(at="11:30")
    with pytest.raises(Refused) as refused:
        asks(entrance, slip.code)
    assert (refused.value.code, refused.value.params) == ("check_in.early", {"time": "09:30"})
    surgery.at(minutes=90)
    assert asks(entrance, slip.code).ticket == "A 001"


@pytest.mark.parametrize(("step", "code"), [("cancelled", "check_in.cancelled"), ("served", "check_in.over")])
def test_an_appointment_that_is_over_is_told_in_one_sentence(
    surgery: Surgery, entrance: Database, step: str, code: str
) -> None:
    slip = surgery.slip()
    if step == "cancelled":
        surgery.hospital.sql(
            "SELECT hms.cancel_appointment(gen_random_uuid(), id, version, 'patient', '') FROM hms.appointments"
        )
    else:
        asks(entrance, slip.code)
        surgery.hospital.sql("SELECT hms.call_next(gen_random_uuid(), id) FROM hms.rooms")
        surgery.hospital.sql("SELECT hms.finish(gen_random_uuid(), id, version) FROM hms.segments")
    assert answer(entrance, slip.code) == code


def test_what_the_queue_refuses_is_told_without_its_words(surgery: Surgery, entrance: Database) -> None:
    slip = surgery.slip()
    surgery.hospital.sql("UPDATE hms.services SET active = false")
    with pytest.raises(Refused) as refused:
        asks(entrance, slip.code)
    assert (refused.value.code, refused.value.params) == ("check_in.desk", {})


def test_the_slip_says_the_digits_that_the_entrance_takes(surgery: Surgery) -> None:
    slips = [surgery.slip(at) for at in ("09:00", "09:30", "10:00")]
    assert [booking_number(uuid.UUID(slip.code)).replace(" ", "") for slip in slips] == [slip.number for slip in slips]


# --- guessing


def test_ten_wrong_dates_close_the_entry_for_five_minutes_also_to_who_is_right(
    surgery: Surgery, entrance: Database
) -> None:
    slip = surgery.slip()
    assert {answer(entrance, slip.code, WRONG) for _ in range(10)} == {"check_in.unknown"}
    assert answer(entrance, slip.code) == "check_in.locked"
    surgery.at(minutes=4, seconds=59)
    assert answer(entrance, slip.code) == "check_in.locked"
    surgery.at(minutes=5)
    assert asks(entrance, slip.code).ticket == "A 001"


def test_nine_wrong_ones_and_a_right_one_close_nothing_and_old_ones_are_forgotten(
    surgery: Surgery, entrance: Database
) -> None:
    slip = surgery.slip()
    for _ in range(9):
        answer(entrance, slip.code, WRONG)
    for _ in range(5):
        asks(entrance, slip.code)
    surgery.at(minutes=10)
    assert {answer(entrance, slip.code, WRONG) for _ in range(10)} == {"check_in.unknown"}
    assert answer(entrance, slip.code) == "check_in.locked"


def test_a_guess_cannot_be_taken_back_with_its_transaction(surgery: Surgery) -> None:
    slip = surgery.slip()
    psql = surgery.hospital.connection(check_in.machine(surgery.hospital))
    codes = []
    for day in range(12):
        with pytest.raises(psycopg.Error) as refused, psql.transaction(force_rollback=True):
            psql.execute("SELECT kiosk.check_in(gen_random_uuid(), %s, %s)", (slip.code, dt.date(1980, 1, 1 + day)))
        codes.append(refused.value.diag.constraint_name)
    assert codes == ["check_in.unknown"] * 10 + ["check_in.locked"] * 2


def test_many_connections_at_once_have_no_more_guesses_than_one(surgery: Surgery) -> None:
    slip = surgery.slip()
    login = check_in.machine(surgery.hospital)
    psqls = [surgery.hospital.connection(login) for _ in range(8)]
    ready = threading.Barrier(len(psqls))

    def guesses(psql: psycopg.Connection[tuple[object, ...]]) -> list[str | None]:
        ready.wait(30)
        codes = []
        for day in range(1, 7):
            with pytest.raises(psycopg.Error) as refused:
                psql.execute("SELECT kiosk.check_in(gen_random_uuid(), %s, %s)", (slip.code, dt.date(1980, 1, day)))
            codes.append(refused.value.diag.constraint_name)
        return codes

    with ThreadPoolExecutor(len(psqls)) as hands:
        told = [code for codes in hands.map(guesses, psqls) for code in codes]
    assert (told.count("check_in.unknown"), told.count("check_in.locked")) == (10, 38)


def test_the_guesses_at_one_machine_close_no_other(surgery: Surgery, entrance: Database) -> None:
    slip = surgery.slip()
    other = surgery.hospital.database(check_in.machine(surgery.hospital, "Other"))
    for _ in range(11):
        answer(entrance, slip.code, WRONG)
    assert asks(other, slip.code).ticket == "A 001"


# --- taking a number


def test_a_number_is_a_ticket_of_nobody_yet_that_a_desk_calls_and_gives_a_holder(
    surgery: Surgery, entrance: Database
) -> None:
    check_in.open_to_patients(surgery.hospital, surgery.service)
    ticket = takes(entrance, surgery.service)
    assert (ticket.ticket, ticket.room, ticket.before) == ("A 001", "Counter 1", 0)
    assert takes(entrance, surgery.service).before == 1
    clerk = Desk(surgery.hospital.database(surgery.hospital.person("front_desk")))
    call = clerk.do(queue.call_next, room=surgery.practice.rooms["Counter 1"])
    assert (call.ticket, call.patient_id) == ("A 001", None)
    patient = surgery.slip().patient
    named = clerk.do(queue.name_ticket, segment=call.segment_id, version=call.version, patient=patient)
    assert named.patient_id == patient
    [(holder,)] = surgery.hospital.sql("SELECT patient_id FROM hms.tickets WHERE label = 'A 001'")
    assert holder == patient
    with pytest.raises(Refused, match="belongs to a patient already"):
        clerk.do(
            queue.name_ticket, segment=call.segment_id, version=named.version, patient=surgery.slip("09:30").patient
        )


def test_who_waits_for_the_service_already_gets_no_second_ticket_by_being_named(
    surgery: Surgery, entrance: Database
) -> None:
    check_in.open_to_patients(surgery.hospital, surgery.service)
    slip = surgery.slip()
    asks(entrance, slip.code)
    takes(entrance, surgery.service)
    [(segment, version)] = surgery.hospital.sql("SELECT id, version FROM hms.segments WHERE patient_id IS NULL")
    clerk = Desk(surgery.hospital.database(surgery.hospital.person("front_desk")))
    with pytest.raises(Refused, match="already holds ticket"):
        clerk.do(queue.name_ticket, segment=segment, version=version, patient=slip.patient)


def test_a_desk_still_gives_no_ticket_to_nobody(surgery: Surgery) -> None:
    clerk = Desk(surgery.hospital.database(surgery.hospital.person("front_desk")))
    with pytest.raises(Refused, match="find or register"):
        clerk.do(queue.issue_ticket, service=surgery.service, patient=None)


def test_a_lost_answer_prints_no_second_number(surgery: Surgery, entrance: Database) -> None:
    check_in.open_to_patients(surgery.hospital, surgery.service)
    intent = uuid.uuid4()
    assert takes(entrance, surgery.service, intent) == takes(entrance, surgery.service, intent)
    assert tickets(surgery.hospital) == 1


def test_only_services_that_were_opened_for_it_give_numbers_and_only_in_their_hours(
    surgery: Surgery, entrance: Database
) -> None:
    with pytest.raises(Refused) as refused:
        takes(entrance, surgery.service)
    assert refused.value.code == "check_in.not_offered"
    assert entrance.read_now(queries_checkin.self_services) == ()
    check_in.open_to_patients(surgery.hospital, surgery.service)
    surgery.hospital.sql(
        "INSERT INTO hms.opening_hours (service_id, weekday, opens_at, closes_at) VALUES (%s, 1, '09:00', '12:00')",
        surgery.service,
    )
    with pytest.raises(Refused) as refused:
        takes(entrance, surgery.service)
    assert refused.value.code == "queue.outside_hours"
    [offered] = entrance.read_now(queries_checkin.self_services)
    assert (offered.open, offered.hours, offered.waiting) == (False, "09:00–12:00", 0)
    surgery.at(hours=1)
    assert takes(entrance, surgery.service).ticket == "A 001"


def test_sixty_numbers_an_hour_and_no_more(surgery: Surgery, entrance: Database) -> None:
    check_in.open_to_patients(surgery.hospital, surgery.service)
    surgery.hospital.sql("UPDATE hms.check_in_rules SET tickets_an_hour = 3")
    for _ in range(3):
        takes(entrance, surgery.service)
    with pytest.raises(Refused) as refused:
        takes(entrance, surgery.service)
    assert refused.value.code == "check_in.too_many"
    surgery.at(hours=1, seconds=1)
    assert takes(entrance, surgery.service).ticket == "A 004"
