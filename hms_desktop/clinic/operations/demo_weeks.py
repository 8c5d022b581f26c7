"""The demo's past weeks in the pharmacy, lived through by the clock that a demo has: written, handed out, signed for.

Each step is the real one, done by the login whose duty it is; only the clock is told which day it is.
"""

import datetime as dt
import itertools
import random
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID, uuid4

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.dispensing import actions as dispensing
from hms_desktop.clinic.dispensing import controlled, queries_shelf
from hms_desktop.clinic.dispensing.rules import OWED, Given, Omitted, Pick, days_covered, entries
from hms_desktop.clinic.operations import demo_stock
from hms_desktop.clinic.operations.demo_prescriptions import line_of
from hms_desktop.clinic.prescriptions import actions as prescriptions
from hms_desktop.clinic.prescriptions.actions import Written
from hms_desktop.clinic.prescriptions.rules import Line, Order
from hms_desktop.clinic.staff import actions as staff
from hms_desktop.clinic.staff import queries as people_of
from hms_desktop.clinic.stock.rules import pick_batches
from hms_desktop.core.database import Database

DAYS = 28
SEED = 2_026
OPENS, BETWEEN = dt.time(8, 20), dt.timedelta(minutes=70)
VISITS: Mapping[int, int] = {6: 2, 7: 0}
"""People who come to the pharmacy on this weekday (1 is Monday); on the others USUAL_VISITS."""
USUAL_VISITS = 5

COURSES: Sequence[tuple[str, ...]] = (
    ("amoxicillin 500 tds 7 pc", "paracetamol 500 2tab qds 3"),
    ("metformin 500 bd 28 pc r2",),
    ("amlodipine 5 od 28 r2", "hydrochlorothiazide 25 om 28"),
    ("ibuprofen 400 tds 5 pc",),
    ("omeprazole 20 om 14 ac",),
    ("artemether 4tab bd 3",),
    ("doxycycline 100 bd 7",),
    ("paracetamol 500 2tab qds 3", "cetirizine 10 od 7"),
    ("ciprofloxacin 500 bd 5",),
    ("ferrous od 30",),
    ("enalapril 10 od 28",),
    ("metronidazole 400 tds 5",),
)
"""What the demo's doctor writes, as it would be typed."""
CONTROLLED = "morphine 10 q6h prn max 4 2"
CONTROLLED_ON = 5
"""The weekday on which somebody gets what two people sign for."""


@dataclass(frozen=True)
class Pharmacy:
    """Who lives through the weeks: the keeper of the clock, a doctor, a pharmacist and the colleague who signs too."""

    keeper: Database
    doctor: Database
    pharmacist: Database
    colleague: Database


@dataclass(frozen=True)
class _Visit:
    """`day` is the hospital's own date of the moment `at`."""

    at: dt.datetime
    day: dt.date
    patient: int
    lines: tuple[Line, ...]
    controlled: bool = False


def set_clock(keeper: Database, days_ago: int) -> None:
    """Let the demo's clock go on from the opening of that day."""
    opens, _day = keeper.read_now(_opening, days_ago=days_ago)
    keeper.run_now(_go_on_from, moment=opens)


def live(house: Pharmacy) -> None:
    """Everything that the pharmacy did on the days before today; leaves the clock on the last of them."""
    store = house.pharmacist.read_now(queries_shelf.stores)[0].id
    for _week, visits in itertools.groupby(_visits(house), lambda visit: visit.day.isocalendar().week):
        for number, visit in enumerate(visits):
            house.keeper.run_now(_go_on_from, moment=visit.at)
            if number == 0:
                demo_stock.use(house.keeper)
                _enter_in_registers(house, store)
            order = Order(ticket=False)
            written = house.doctor.run_now(
                prescriptions.write_prescription, intent=uuid4(), patient=visit.patient, order=order, lines=visit.lines
            )
            _hand_out(house, written, visit, store)


def _visits(house: Pharmacy) -> Iterator[_Visit]:
    """Who comes when, and what the doctor writes; nobody comes twice."""
    dice = random.Random(SEED)  # noqa: S311 - made-up visits, not a secret
    patients = iter(house.keeper.read_now(_grown_up))
    courses = [lines for typed in COURSES if (lines := _lines(house.doctor, typed))]
    for_two = _lines(house.doctor, (CONTROLLED,))
    for days_ago in range(DAYS, 0, -1):
        at, day = house.keeper.read_now(_opening, days_ago=days_ago)
        many = VISITS.get(day.isoweekday(), USUAL_VISITS)
        for lines in dice.choices(courses, k=many) if courses else []:
            at += BETWEEN * dice.uniform(0.6, 1.2)
            yield _Visit(at, day, next(patients), lines)
        if many and for_two and day.isoweekday() == CONTROLLED_ON:
            yield _Visit(at + BETWEEN, day, next(patients), for_two, controlled=True)


def _lines(doctor: Database, typed: Sequence[str]) -> tuple[Line, ...]:
    return tuple(line for text in typed if (line := line_of(doctor, text)) is not None)


def _hand_out(house: Pharmacy, written: Written, visit: _Visit, store: int) -> None:
    """What expires first, as far as it goes; the rest is owed. Nothing where the shelf is empty."""
    medicines = [line.medicine_id for line in visit.lines]
    shelf = house.pharmacist.read_now(queries_shelf.shelved, store=store, medicines=medicines)
    given, omitted = [], []
    for number, line in zip(written.line_ids, visit.lines, strict=True):
        days = days_covered(line.quantity, line.quantity, line.days, as_needed=line.as_needed)
        found = pick_batches(shelf.get(line.medicine_id, ()), line.quantity, today=visit.day, days=days)
        if found.picks:
            given.append(Given(number, tuple(Pick(pick.batch_id, pick.units) for pick in found.picks)))
        if found.missing:
            omitted.append(Omitted(number, found.missing, OWED))
    if not given:
        return
    intent = uuid4()
    if visit.controlled:
        _sign(house, intent, {"lines": entries(given, omitted)})
    house.pharmacist.run_now(
        dispensing.dispense,
        intent=intent,
        prescription=written.id,
        version=written.version,
        store=store,
        given=given,
        omitted=omitted,
        by_hand=True,
    )


def _enter_in_registers(house: Pharmacy, store: int) -> None:
    """What else came into the cupboard and left it: two people enter it together."""
    registers = house.pharmacist.read_now(controlled.registers)
    for medicine in [one.medicine_id for one in registers if one.store_id == store]:
        moved = house.pharmacist.read_now(controlled.waiting, store_id=store, medicine_id=medicine)
        if movements := [one.id for one in moved]:
            intent = uuid4()
            _sign(house, intent, {"movements": movements})
            house.pharmacist.run_now(controlled.enter, intent=intent, movements=movements)


def _sign(house: Pharmacy, intent: UUID, content: Mapping[str, Any]) -> None:
    digest = house.pharmacist.read_now(people_of.digest_of, content=content)
    for person in (house.pharmacist, house.colleague):
        person.run_now(staff.give_assent, intent=intent, subject=controlled.SUBJECT, digest=digest)


def _opening(session: Session, *, days_ago: int) -> tuple[dt.datetime, dt.date]:
    """When the house opened so many days before the wall clock's, in its own zone; and the date of that."""
    row = session.execute(
        sa.text(
            "SELECT (day + CAST(:opens AS time)) AT TIME ZONE f.time_zone AS opens, day FROM hms.facility f, "
            "LATERAL (SELECT hms.business_date_at(clock_timestamp()) - CAST(:days_ago AS integer) AS day) one"
        ),
        {"days_ago": days_ago, "opens": OPENS},
    ).one()
    return row.opens, row.day


def _go_on_from(session: Session, *, moment: dt.datetime) -> None:
    session.execute(sa.text("SELECT hms.set_clock(:moment, 1)"), {"moment": moment})


def _grown_up(session: Session) -> Sequence[int]:
    """Grown-up patients whose records are open to all, in an order without meaning."""
    return session.scalars(
        sa.text(
            "SELECT id FROM hms.patients WHERE NOT restricted AND created_at < hms.hospital_now() "
            "AND birth_date BETWEEN hms.business_date() - 23000 AND hms.business_date() - 7000 "
            "AND id > 100 ORDER BY id * 7919 % 1999, id"
        )
    ).all()
