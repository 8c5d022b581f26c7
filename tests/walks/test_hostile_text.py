"""Every line of the hostile corpora in every text that a wish carries: kept as typed, or refused with one sentence."""

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

import pytest
import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError
from sqlalchemy.orm import Session

from hms_desktop.clinic.appointments import actions as appointments
from hms_desktop.clinic.appointments import planning, waiting
from hms_desktop.clinic.appointments.actions import WaitingWish
from hms_desktop.clinic.appointments.planning import ClinicDraft
from hms_desktop.clinic.displays import actions as displays
from hms_desktop.clinic.displays import queries as screens
from hms_desktop.clinic.jobs import actions as tasks
from hms_desktop.clinic.jobs import queries as jobs
from hms_desktop.clinic.jobs.actions import MessageDraft
from hms_desktop.clinic.organisation import actions as organisation
from hms_desktop.clinic.organisation import queries as places
from hms_desktop.clinic.organisation.actions import DepartmentDraft, FacilityDraft, RoomDraft, ServiceDraft
from hms_desktop.clinic.patients import actions as patients
from hms_desktop.clinic.patients import queries as records
from hms_desktop.clinic.patients.rules import PatientRecord
from hms_desktop.clinic.printing import actions as printing
from hms_desktop.clinic.printing.rules import Printer
from hms_desktop.clinic.queue import actions as queue
from hms_desktop.clinic.queue import actions_planning as planned
from hms_desktop.clinic.queue.actions_planning import ExceptionDraft, JourneyDraft, ReasonDraft
from hms_desktop.clinic.reports import actions as reports
from hms_desktop.clinic.reports.actions import Order
from hms_desktop.clinic.staff import actions as staff
from hms_desktop.clinic.staff import queries as people
from hms_desktop.core.errors import Refused
from hms_desktop.core.explaining import explained
from tests.corpus import corpus
from tests.factories import queue as factory
from tests.hospital import PASSWORD, Hospital

AT_ONCE = 500
"""Lines in one transaction; each has a savepoint of its own, which is rolled back, so that no line meets another."""
SHARES = [4, pytest.param(1, marks=pytest.mark.soak)]
"""A wish gets each so manieth line of the corpus, the next wish those that follow: four wishes try every line."""
ORDER = Order("Stock", "stock_value", {"period": "today"}, "csv", "en", "day", 0, dt.time(7), "shelf")
PLACE = FacilityDraft("H", "UTC", dt.time(0), ("en",), "USD", frozenset(), 1)


@dataclass(frozen=True)
class Given:
    """What the wishes act on."""

    department: int
    service: int
    other_service: int
    segment: int
    patient: int
    famous: int


@dataclass(frozen=True)
class Wish:
    """A text that a person types. `do` saves it and reads it back; `trimmed` where blanks at its ends are dropped.

    `few` where only one form of text is kept at all; `step` takes only each so manieth of its lines where a wish is
    slow because it makes a login.
    """

    duty: str
    do: Callable[[Session, Given, str], str]
    trimmed: bool = False
    few: bool = False
    step: int = 1


def _facility(session: Session, _given: Given, text: str) -> str:
    organisation.save_facility(session, intent=uuid4(), draft=replace(PLACE, name=text))
    return places.facility(session).name


def _currency(session: Session, _given: Given, text: str) -> str:
    organisation.save_facility(session, intent=uuid4(), draft=replace(PLACE, currency=text))
    return places.facility(session).currency


def _time_zone(session: Session, _given: Given, text: str) -> str:
    organisation.save_facility(session, intent=uuid4(), draft=replace(PLACE, time_zone=text))
    return places.facility(session).time_zone


def _department(session: Session, _given: Given, text: str) -> str:
    made = organisation.save_department(session, intent=uuid4(), draft=DepartmentDraft(text))
    return next(row.name for row in places.departments(session) if row.id == made)


def _service(session: Session, given: Given, text: str) -> str:
    draft = ServiceDraft(given.department, text, "ZZZ")
    made = organisation.save_service(session, intent=uuid4(), draft=draft)
    return next(row.name for row in places.services(session) if row.id == made)


def _prefix(session: Session, given: Given, text: str) -> str:
    draft = ServiceDraft(given.department, "Another service", text)
    made = organisation.save_service(session, intent=uuid4(), draft=draft)
    return next(row.prefix for row in places.services(session) if row.id == made)


def _room(session: Session, given: Given, text: str) -> str:
    made = organisation.save_room(session, intent=uuid4(), draft=RoomDraft(text, "room", (given.service,)))
    return next(row.name for row in places.rooms(session) if row.id == made)


def _person(session: Session, _given: Given, text: str) -> str:
    me = people.people(session)[0]
    staff.save_staff(
        session,
        intent=uuid4(),
        person_id=me.id,
        version=me.version,
        display_name=text,
        duties=me.duties,
        active=True,
    )
    return next(row.display_name for row in people.people(session) if row.id == me.id)


def _login(session: Session, _given: Given, text: str) -> str:
    made = staff.add_staff(
        session, intent=uuid4(), login=text, display_name="A", duties=["manager"], password="a long passphrase"
    )
    return next(row.login for row in people.people(session) if row.id == made)


def _password(session: Session, _given: Given, text: str) -> str:
    """A password comes back to nobody; that it was taken is all there is to read."""
    staff.change_own_password(session, intent=uuid4(), login="somebody.else", password=text)
    return text


def _screen(session: Session, _given: Given, text: str) -> str:
    made = displays.save_display(session, intent=uuid4(), name=text)
    return next(row.name for row in screens.displays(session) if row.display_id == made)


def _kiosk(session: Session, _given: Given, text: str) -> str:
    verifier = f"SCRAM-SHA-256$4096:{'A' * 22}==${'A' * 43}=:{'A' * 43}="
    made = displays.set_up_kiosk(session, intent=uuid4(), name=text, verifier=verifier)
    return next(row.name for row in screens.displays(session) if row.display_id == made.display_id)


def _issued(session: Session, given: Given, text: str) -> str:
    queue.issue_ticket(
        session, intent=uuid4(), service=given.service, patient=given.patient, priority="urgent", reason=text
    )
    return _newest(session, "segments", "reason")


def _cancelled(session: Session, given: Given, text: str) -> str:
    queue.cancel_ticket(session, intent=uuid4(), segment=given.segment, version=1, reason=text)
    return _newest(session, "segment_changes", "note")


def _opened(session: Session, given: Given, text: str) -> str:
    patients.open_restricted(session, intent=uuid4(), patient_id=given.famous, reason=text)
    records.patient_card(session, given.famous)
    return text


def _clinic(session: Session, given: Given, text: str) -> str:
    planning.save_clinic(session, intent=uuid4(), draft=ClinicDraft(text, given.service, given.department))
    return _newest(session, "clinics", "name")


def _waiting_note(session: Session, given: Given, text: str) -> str:
    wish = WaitingWish(given.patient, given.service, note=text)
    made = appointments.add_to_waiting_list(session, intent=uuid4(), wish=wish)
    return next(entry.note for entry in waiting.waiting_list(session) if entry.id == made)


def _printer(session: Session, _given: Given, text: str) -> str:
    made = Printer(text, "network", "127.0.0.1:9100", "roll80", "CP858", ("ticket",))
    printing.save_printer(session, intent=uuid4(), printer=made)
    return _newest(session, "printers", "name")


def _printer_address(session: Session, _given: Given, text: str) -> str:
    made = Printer("Desk", "network", text, "roll80", "CP858", ("ticket",))
    printing.save_printer(session, intent=uuid4(), printer=made)
    return _newest(session, "printers", "address")


def _reason(session: Session, _given: Given, text: str) -> str:
    planned.save_priority_reason(session, intent=uuid4(), draft=ReasonDraft(1, text))
    return _newest(session, "priority_reasons", "name")


def _journey(session: Session, given: Given, text: str) -> str:
    draft = JourneyDraft(text, (given.service, given.other_service))
    planned.save_journey(session, intent=uuid4(), draft=draft)
    return _newest(session, "journeys", "name")


def _unusual_day(session: Session, given: Given, text: str) -> str:
    draft = ExceptionDraft(dt.date(2099, 1, 1), given.service, note=text)
    planned.save_opening_exception(session, intent=uuid4(), draft=draft)
    return _newest(session, "opening_exceptions", "note")


def _report(field: str) -> Callable[[Session, Given, str], str]:
    def save(session: Session, _given: Given, text: str) -> str:
        reports.save_schedule(session, intent=uuid4(), order=replace(ORDER, **{field: text}))
        return _newest(session, "report_schedules", field)

    return save


def _notice(session: Session, _given: Given, text: str) -> str:
    rules = jobs.message_rules(session)
    draft = MessageDraft(rules.quiet_from, rules.quiet_until, rules.most_a_minute, (text,))
    tasks.save_message_rules(session, intent=uuid4(), version=rules.version, draft=draft)
    return jobs.message_rules(session).notices_to[0]


def _newest(session: Session, table: str, column: str) -> str:
    """What the newest row holds, read past every query's own rules."""
    return str(session.execute(sa.text(f"SELECT {column} FROM hms.{table} ORDER BY id DESC LIMIT 1")).scalar_one())


WISHES: dict[str, Wish] = {
    "facility's name": Wish("admin", _facility),
    "currency": Wish("admin", _currency, few=True),
    "time zone": Wish("admin", _time_zone, few=True),
    "department": Wish("admin", _department),
    "service": Wish("admin", _service),
    "letters": Wish("admin", _prefix, few=True),
    "room": Wish("admin", _room),
    "person's name": Wish("admin", _person),
    "login": Wish("admin", _login, few=True),
    "password": Wish("admin", _password, step=3),
    "screen": Wish("admin", _screen),
    "kiosk": Wish("admin", _kiosk, step=6),
    "clinic": Wish("admin", _clinic),
    "note of who waits": Wish("front_desk", _waiting_note, trimmed=True),
    "printer": Wish("admin", _printer),
    "printer's address": Wish("admin", _printer_address, few=True),
    "listed reason": Wish("admin", _reason, trimmed=True),
    "journey": Wish("admin", _journey),
    "unusual day": Wish("admin", _unusual_day, trimmed=True),
    "reason of a priority": Wish("front_desk", _issued, trimmed=True),
    "reason of a cancelled ticket": Wish("front_desk", _cancelled, trimmed=True),
    "report's title": Wish("manager", _report("title")),
    "report's folder": Wish("manager", _report("folder"), few=True),
    "address for notices": Wish("admin", _notice, few=True),
    "reason to open a record": Wish("clinician", _opened),
}


@pytest.fixture
def given(hospital: Hospital) -> Given:
    house = factory.house(hospital, ("A", "B"))
    waiting, patient = factory.patients(hospital, 2)
    desk = hospital.database(hospital.person("front_desk", "clinician"))
    ticket = desk.run_now(queue.issue_ticket, intent=uuid4(), service=house.services["A"], patient=waiting)
    famous = desk.run_now(
        patients.register, intent=uuid4(), record=PatientRecord(given_names="Famous", restricted=True)
    )
    [(department,)] = hospital.sql("SELECT id FROM hms.departments")
    return Given(department, house.services["A"], house.services["B"], ticket.segment_id, patient, famous.id)


def fates(session: Session, wish: Wish, given: Given, texts: tuple[str, ...]) -> int:
    """How many of `texts` were kept; AssertionError where one was neither kept as typed nor refused in one sentence."""
    return sum(_kept(session, wish, given, text) for text in texts)


def _kept(session: Session, wish: Wish, given: Given, text: str) -> bool:
    fault: Exception | None = None
    kept = session.begin_nested()
    try:
        read = wish.do(session, given, text)
    except DBAPIError as error:
        fault = explained(error)
    except UnicodeEncodeError:  # what Database makes a Refused of
        fault = Refused("text.unreadable", "The text holds a character that cannot be stored.")
    except Refused as refused:
        fault = refused
    else:
        assert read == (text.strip(" ") if wish.trimmed else text)
    finally:
        kept.rollback()
        session.expire_all()
    if fault is not None:
        assert isinstance(fault, Refused), f"{text!r}: {fault!r}"
        assert str(fault).endswith("."), f"{text!r}: {fault}"
        assert "\n" not in str(fault)
        assert not fault.code.startswith("constraint."), f"{text!r}: {fault}"
    return fault is None


@pytest.mark.usefixtures("many_deeds_in_one_unit_of_work")
@pytest.mark.parametrize("shares", SHARES)
@pytest.mark.parametrize("named", WISHES)
def test_every_hostile_line_is_kept_as_typed_or_refused_with_one_sentence(
    hospital: Hospital, given: Given, shared: Path, named: str, shares: int
) -> None:
    wish = WISHES[named]
    desk = hospital.database(hospital.person(wish.duty))
    lines = corpus(shared)[list(WISHES).index(named) % shares :: shares * wish.step]
    kept = sum(
        desk.run_now(fates, wish=wish, given=given, texts=lines[start : start + AT_ONCE])
        for start in range(0, len(lines), AT_ONCE)
    )
    assert wish.few or kept > len(lines) // 4


def test_a_person_signs_in_with_a_hostile_password(hospital: Hospital, shared: Path) -> None:
    hospital.person("admin")  # there is always one
    me = hospital.person("front_desk")
    before = me.password
    for text in [line for line in corpus(shared) if len(line) > 30][::150]:
        with_old = hospital.database(me.signed_in_as(me.user, before))
        try:
            with_old.run_now(staff.change_own_password, intent=uuid4(), login=me.user, password=text)
        except Refused:
            continue  # too weak
        finally:
            with_old.close()
        before = text
        with_new = hospital.database(me.signed_in_as(me.user, text))
        assert with_new.read_now(people.me).login == me.user
        with_new.close()
    assert before != PASSWORD
