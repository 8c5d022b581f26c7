"""What each area's papers say, read in one person's name at the moment of printing."""

import datetime as dt
import re
import uuid
from typing import Any

import pytest

from hms_desktop.clinic.appointments import actions
from hms_desktop.clinic.appointments.actions import Booked
from hms_desktop.clinic.appointments.papers import slip_paper
from hms_desktop.clinic.appointments.queries import find_appointment
from hms_desktop.clinic.patients.papers import card_paper, registration_paper
from hms_desktop.clinic.printing.papers import PaperQuery, paper, trial_paper
from hms_desktop.clinic.printing.rules import DOCUMENTS
from hms_desktop.clinic.queue.papers import ticket_paper
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from hms_desktop.core.paper import Content, Word
from tests.factories import appointments, patients, printing, queue
from tests.hospital import Hospital

MORNING = dt.datetime(2026, 3, 2, 10, 0, tzinfo=dt.UTC)


@pytest.fixture
def desk(hospital: Hospital) -> Database:
    hospital.set_clock(MORNING)
    return hospital.database(hospital.person("front_desk"))


def read(desk: Database, query: PaperQuery, subject: int, **values: Any) -> Content:
    content: Content = desk.read_now(paper, snapshot=True, query=query, subject=subject, **values)
    assert set(content.fields) | set(content.rows) <= DOCUMENTS[content.document]
    return content


def issued(hospital: Hospital, house: queue.House, patient: int, *more: Any) -> int:
    [(made,)] = hospital.sql(
        f"SELECT hms.issue_ticket(%s, %s, %s{', %s' * len(more)})", uuid.uuid4(), house.services["A"], patient, *more
    )
    return int(made["ticket_id"])


def test_a_ticket_says_number_service_time_and_how_many_wait_before(hospital: Hospital, desk: Database) -> None:
    house = queue.house(hospital)
    first, second = queue.patients(hospital, 2)
    issued(hospital, house, first)
    ticket = issued(hospital, house, second)
    told = read(desk, ticket_paper, ticket, reprint=2).fields
    assert (told["ticket"], told["service"], told["waiting"], told["minutes"]) == ("A 002", "Service A", 1, "")
    assert told["arrived"] == MORNING.replace(tzinfo=None)
    assert (told["hospital"], told["printed_at"], told["reprint"]) == ("Demo Hospital", told["arrived"], 2)
    [(barcode,)] = hospital.sql("SELECT barcode FROM hms.tickets WHERE id = %s", ticket)
    assert uuid.UUID(str(told["code"])) == barcode
    assert told["priority"] == ""


def test_a_ticket_holds_no_name_and_says_why_it_is_urgent(hospital: Hospital, desk: Database) -> None:
    house = queue.house(hospital)
    patient = patients.patient(hospital, "Geheimnis", "Rosa")
    [(code, name)] = hospital.sql("SELECT code, name FROM hms.priority_classes ORDER BY rank LIMIT 1")
    told = read(desk, ticket_paper, issued(hospital, house, patient, code, "fever")).fields
    assert told["priority"] == name
    assert not re.search("Geheimnis|Rosa|fever", repr(told))


def test_the_expected_wait_stands_on_a_ticket_where_the_service_shows_it(hospital: Hospital, desk: Database) -> None:
    house = queue.house(hospital)
    first, second = queue.patients(hospital, 2)
    issued(hospital, house, first)
    ticket = issued(hospital, house, second)
    [(segment,)] = hospital.sql("SELECT id FROM hms.segments WHERE ticket_id = %s", ticket)
    hospital.sql(
        """INSERT INTO hms.ticket_estimates (segment_id, service_id, business_date, ahead, counters, seconds,
                                             low_seconds, high_seconds)
        SELECT id, service_id, business_date, 1, 1, 601, 300, 900 FROM hms.segments WHERE id = %s
        ON CONFLICT (segment_id) DO UPDATE SET seconds = excluded.seconds""",
        segment,
    )
    assert read(desk, ticket_paper, ticket).fields["minutes"] == ""
    hospital.sql("UPDATE hms.service_rules SET shows_estimate = true")
    assert read(desk, ticket_paper, ticket).fields["minutes"] == 11


def test_a_ticket_that_is_called_says_nothing_of_waiting(hospital: Hospital, desk: Database) -> None:
    house = queue.house(hospital)
    ticket = issued(hospital, house, *queue.patients(hospital, 1))
    hospital.sql("SELECT hms.call_next(%s, %s)", uuid.uuid4(), house.rooms["Counter 1"])
    assert read(desk, ticket_paper, ticket).fields["waiting"] == ""


def test_a_card_says_name_number_and_birth(hospital: Hospital, desk: Database) -> None:
    patient = patients.patient(hospital, "Okafor", "Amina", birth_date="1984-03-09", birth_precision="day")
    told = read(desk, card_paper, patient).fields
    assert (told["name"], told["birth"]) == ("Okafor, Amina", dt.date(1984, 3, 9))
    assert str(told["mrn"]).replace(" ", "").replace("-", "") == told["code"]


@pytest.mark.parametrize(("precision", "said"), [("year", "1984"), ("month", "1984-03"), ("age", "~1984")])
def test_a_birth_that_is_not_known_to_the_day_is_not_printed_as_one(
    hospital: Hospital, desk: Database, precision: str, said: str
) -> None:
    patient = patients.patient(hospital, birth_date="1984-03-01", birth_precision=precision)
    assert read(desk, card_paper, patient).fields["birth"] == said


def test_a_registration_is_printed_as_it_was_written_down(hospital: Hospital, desk: Database) -> None:
    record = {"sex": "female", "address": "12 Long Road", "phones": [{"number": "+254700123456", "kind": "mobile"}]}
    content = read(desk, registration_paper, patients.patient(hospital, **record))
    assert (content.fields["sex"], content.fields["address"]) == ("female", "12 Long Road")
    assert isinstance(content.fields["sex"], Word)
    assert [words for words, _number in content.rows["phones"]] == ["Phone"]


def booked(hospital: Hospital, desk: Database) -> Booked:
    """Tomorrow's first slot for somebody."""
    practice = appointments.practice(hospital)
    clinic = practice.clinics["Clinic 1"]
    appointments.weekly(hospital, clinic)
    tomorrow = appointments.session_on(hospital, clinic, MORNING.date() + dt.timedelta(days=1))
    [(starts_at,)] = hospital.sql("SELECT starts_at FROM hms.sessions WHERE id = %s", tomorrow)
    patient = patients.patient(hospital, "Okafor", "Amina")
    values = {"patient": patient, "session_id": tomorrow, "starts_at": starts_at, "reason": "yearly check"}
    return desk.run_now(actions.book, intent=uuid.uuid4(), **values)


def test_a_slip_says_when_where_and_who(hospital: Hospital, desk: Database) -> None:
    appointment = booked(hospital, desk)
    told = read(desk, slip_paper, appointment.appointment_id).fields
    assert uuid.UUID(str(told["code"])) == appointment.code
    assert told["when"] == dt.datetime(2026, 3, 3, 9, 0)
    assert (told["name"], told["clinic"], told["reason"]) == ("Okafor, Amina", "Clinic 1", "yearly check")


def test_a_slip_of_a_cancelled_appointment_is_refused(hospital: Hospital, desk: Database) -> None:
    appointment = booked(hospital, desk)
    values = {"appointment": appointment.appointment_id, "version": appointment.version, "reason": "patient"}
    desk.run_now(actions.cancel, intent=uuid.uuid4(), **values)
    for subject in (appointment.appointment_id, 999_999):
        with pytest.raises(Refused) as refused:
            read(desk, slip_paper, subject)
        assert refused.value.code == "appointments.no_slip"


def test_a_slips_code_finds_its_appointment(hospital: Hospital, desk: Database) -> None:
    appointment = booked(hospital, desk)
    code = str(read(desk, slip_paper, appointment.appointment_id).fields["code"])
    assert [one.id for one in desk.read_now(find_appointment, typed=code)] == [appointment.appointment_id]


def test_a_restricted_record_is_printed_for_nobody_who_has_not_opened_it(hospital: Hospital, desk: Database) -> None:
    patient = patients.patient(hospital, "Secret", restricted=True)
    for query in (card_paper, registration_paper):
        with pytest.raises(Refused) as refused:
            read(desk, query, patient)
        assert refused.value.code == "patients.restricted"


def test_the_test_page_names_printer_and_workstation(hospital: Hospital, desk: Database) -> None:
    told = read(desk, trial_paper, printing.printer(hospital)).fields
    assert (told["printer"], told["workstation"]) == ("Desk printer", "test-pc")
