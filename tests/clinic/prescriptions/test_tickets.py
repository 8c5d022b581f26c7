"""The way to the pharmacy: whoever has a new prescription gets one ticket there, and never two."""

import threading
import uuid

import pytest

from hms_desktop.clinic.prescriptions import actions
from hms_desktop.clinic.prescriptions.rules import Line
from hms_desktop.clinic.queue import actions as queue
from hms_desktop.core.errors import Refused
from tests.clinic.prescriptions.conftest import Desk
from tests.factories.prescriptions import medicine
from tests.factories.queue import House, house
from tests.hospital import Hospital


@pytest.fixture
def services(hospital: Hospital, someone: int) -> House:
    """A consultation, a laboratory, and the pharmacy, which is named as such."""
    made = house(hospital, ("C", "L", "P"))
    hospital.sql("UPDATE hms.prescribing_rules SET pharmacy_id = %s", made.services["P"])
    return made


def open_at(hospital: Hospital, patient: int) -> list[tuple[str, str]]:
    """Ticket and service of each open segment of the patient."""
    return [
        (str(ticket), str(service))
        for ticket, service in hospital.sql(
            "SELECT t.label, v.prefix FROM hms.segments s JOIN hms.tickets t ON t.id = s.ticket_id "
            "JOIN hms.services v ON v.id = s.service_id "
            "WHERE s.patient_id = %s AND s.state IN ('waiting', 'called', 'serving') ORDER BY s.id",
            patient,
        )
    ]


def test_a_prescription_opens_a_ticket_for_the_pharmacy(
    hospital: Hospital, services: House, someone: int, clinician: Desk
) -> None:
    written = clinician.write(someone, Line(medicine(hospital), 1), ticket=True)
    assert (written.ticket, written.ticket_from) == ("P 001", "new")
    assert open_at(hospital, someone) == [("P 001", "P")]
    again = clinician.write(someone, Line(medicine(hospital, "Ibuprofen"), 1), ticket=True)
    assert (again.ticket, again.ticket_from) == ("P 001", "there")
    assert open_at(hospital, someone) == [("P 001", "P")]


def test_whoever_is_still_with_the_clinician_goes_on_to_the_pharmacy_with_the_same_ticket(
    hospital: Hospital, services: House, someone: int, clinician: Desk
) -> None:
    ticket = clinician.do(queue.issue_ticket, service=services.services["C"], patient=someone)
    called = clinician.do(queue.call_next, room=services.rooms["Counter 1"])
    assert called is not None
    for name in ("Amoxicillin", "Ibuprofen"):
        written = clinician.write(someone, Line(medicine(hospital, name), 1), ticket=True)
        assert (written.ticket, written.ticket_from) == (ticket.ticket, "elsewhere")
    finished = clinician.do(queue.finish, segment=called.segment_id, version=called.version)
    assert finished.next_service == "Service P"
    assert open_at(hospital, someone) == [("C 001", "P")]


def test_a_prescription_for_later_opens_no_ticket(
    hospital: Hospital, services: House, someone: int, clinician: Desk
) -> None:
    assert clinician.write(someone, Line(medicine(hospital), 1), ticket=False).ticket == ""
    assert open_at(hospital, someone) == []


@pytest.mark.parametrize(
    "setting",
    [
        "UPDATE hms.prescribing_rules SET pharmacy_id = NULL",
        "UPDATE hms.services SET active = false WHERE prefix = 'P'",
    ],
)
def test_a_hospital_whose_pharmacy_has_no_queue_still_prescribes(
    hospital: Hospital, services: House, someone: int, clinician: Desk, setting: str
) -> None:
    hospital.sql(setting)
    assert clinician.write(someone, Line(medicine(hospital), 1), ticket=True).ticket == ""


def test_a_reason_that_every_ticket_needs_does_not_stop_a_prescription(
    hospital: Hospital, services: House, someone: int, clinician: Desk
) -> None:
    hospital.sql("UPDATE hms.priority_classes SET reason_rule = 'must' WHERE ordinary")
    assert clinician.write(someone, Line(medicine(hospital), 1), ticket=True).ticket == "P 001"


def test_two_prescriptions_at_once_open_one_ticket(hospital: Hospital, services: House, someone: int) -> None:
    drug = medicine(hospital)
    desks = [Desk(hospital, "clinician") for _ in range(4)]
    written: list[actions.Written] = []
    threads = [
        threading.Thread(target=lambda desk=desk: written.append(desk.write(someone, Line(drug, 1), ticket=True)))
        for desk in desks
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(each.ticket_from for each in written) == ["new", "there", "there", "there"]
    assert open_at(hospital, someone) == [("P 001", "P")]


def test_a_manager_says_which_service_is_the_pharmacy(hospital: Hospital, services: House) -> None:
    manager = Desk(hospital, "manager")
    change = {"version": 2, "valid_days": 14, "controlled_days": 7}
    with pytest.raises(Refused, match="not in use"):
        manager.do(actions.save_prescribing_rules, pharmacy=-1, **change)
    with pytest.raises(Refused, match="1 to 366 days"):
        manager.do(actions.save_prescribing_rules, pharmacy=None, **{**change, "valid_days": 0})
    manager.do(actions.save_prescribing_rules, pharmacy=services.services["L"], **change)
    rows = hospital.sql("SELECT pharmacy_id, valid_days, controlled_days FROM hms.prescribing_rules")
    assert rows == [(services.services["L"], 14, 7)]
    with pytest.raises(Refused, match="duties"):
        Desk(hospital, "clinician").do(actions.save_prescribing_rules, pharmacy=None, **change | {"version": 3})


def test_the_same_wish_sent_twice_gives_the_same_ticket(
    hospital: Hospital, services: House, someone: int, clinician: Desk
) -> None:
    statement = "SELECT hms.write_prescription(%s, %s, '{}', jsonb_build_array(jsonb_build_object('medicine_id', %s, "
    intent, drug = uuid.uuid4(), medicine(hospital)
    answers = [hospital.sql(statement + "'quantity', 1)))", intent, someone, drug) for _ in range(2)]
    assert answers[0] == answers[1]
    assert open_at(hospital, someone) == [("P 001", "P")]
