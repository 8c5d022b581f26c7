"""Reads about patients, each made for one screen: what was found while typing, a long list by page, one card."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.patients import rules
from hms_desktop.clinic.patients.rules import Birth, Identifier, PatientRecord, Phone
from hms_desktop.clinic.patients.tables import Patient, PatientIdentifier, PatientPhone
from hms_desktop.core.errors import Refused

STRIDE = 1000
Key = tuple[str, int]
"""Where a patient stands in the list: search name and id."""


@dataclass(frozen=True)
class Found:
    """One line of a list of patients, ready to be shown.

    `matched` says by what it was found (mrn, identifier, phone, name; empty in lists). A `closed` record is restricted
    and not opened by this person: it shows its number and nothing else. `mrn` is the stored form.
    """

    id: int
    mrn: str
    name: str
    age: str
    birth: str
    sex: str
    phone: str
    closed: bool
    matched: str


@dataclass(frozen=True)
class Anchors:
    """How long the list is, and the key that stands before each `stride`-th line; the first is None."""

    count: int
    keys: tuple[Key | None, ...]
    stride: int = STRIDE


@dataclass(frozen=True)
class Card:
    """All of one record, with the version that an edit must name."""

    id: int
    mrn: str
    version: int
    name: str
    age: str
    record: PatientRecord
    created_at: dt.datetime
    created_by: str


# As a subquery it is asked once, not for every row.
_TODAY = sa.literal_column("(SELECT hms.business_date())", sa.Date).label("today")
_FIRST_PHONE = (
    sa.select(PatientPhone.number)
    .where(PatientPhone.patient_id == Patient.id)
    .order_by(PatientPhone.id)
    .limit(1)
    .scalar_subquery()
    .label("phone")
)
_LINE = sa.select(
    Patient.id,
    Patient.mrn,
    Patient.given_names,
    Patient.family_name,
    Patient.sex,
    Patient.birth_date,
    Patient.birth_precision,
    _FIRST_PHONE,
    sa.false().label("closed"),
    sa.literal("").label("matched"),
    _TODAY,
)
_FIND = sa.text("SELECT found.*, (SELECT hms.business_date()) AS today FROM hms.find_patients(:typed, :most) AS found")


def find_patients(session: Session, text: str, limit: int = 50) -> tuple[Found, ...]:
    """Who is meant by what was typed: parts of a name in any order and script, record number, phone or identifier.

    Text that cannot be stored finds nobody.
    """
    if rules.unstorable(text):
        return ()
    return tuple(_found(row) for row in session.execute(_FIND, {"typed": text, "most": limit}))


def recent_patients(session: Session, limit: int = 50) -> tuple[Found, ...]:
    """Who was registered last, newest first: what the search shows before anything is typed."""
    return tuple(_found(row) for row in session.execute(_LINE.order_by(Patient.id.desc()).limit(limit)))


def today(session: Session) -> dt.date:
    """The hospital's date, from which ages are reckoned."""
    return session.execute(sa.select(_TODAY)).scalar_one()


def patient_anchors(session: Session) -> Anchors:
    """The length of the whole list and its anchors; ask for them in one snapshot."""
    numbered = sa.select(
        Patient.search_name,
        Patient.id,
        sa.func.row_number().over(order_by=(Patient.search_name, Patient.id)).label("place"),
    ).subquery()
    count = session.execute(sa.select(sa.func.count()).select_from(Patient)).scalar_one()
    keys = session.execute(
        sa.select(numbered.c.search_name, numbered.c.id)
        .where(numbered.c.place % STRIDE == 0)
        .order_by(numbered.c.place)
    )
    return Anchors(count, (None, *((name, patient_id) for name, patient_id in keys)))


def patients_page(session: Session, after: Key | None, offset: int, limit: int) -> tuple[Found, ...]:
    """The `limit` (≤ 200) lines that stand `offset` (< the stride) behind the key `after`, by name."""
    page = sa.select(Patient.id).order_by(Patient.search_name, Patient.id).offset(offset).limit(limit)
    if after is not None:
        page = page.where(sa.tuple_(Patient.search_name, Patient.id) > sa.tuple_(*after))
    wanted = page.subquery()
    lines = _LINE.join(wanted, wanted.c.id == Patient.id).order_by(Patient.search_name, Patient.id)
    return tuple(_found(row) for row in session.execute(lines))


def patient_card(session: Session, patient_id: int) -> Card:
    """One whole record; ask for it in one snapshot. Raises Refused where it is restricted or does not exist."""
    row = session.execute(sa.select(Patient, _TODAY).where(Patient.id == patient_id)).one_or_none()
    if row is None:
        closed = session.execute(sa.text("SELECT :id = ANY (hms.closed_records())"), {"id": patient_id}).scalar_one()
        if closed:
            raise Refused("patients.restricted", "This record is restricted; open it with a reason first.")
        raise Refused("patients.unknown", "There is no such patient.")
    patient: Patient = row.Patient
    birth = _birth(patient.birth_date, patient.birth_precision)
    phones = session.execute(
        sa.select(PatientPhone).where(PatientPhone.patient_id == patient_id).order_by(PatientPhone.id)
    ).scalars()
    identifiers = session.execute(
        sa.select(PatientIdentifier).where(PatientIdentifier.patient_id == patient_id).order_by(PatientIdentifier.id)
    ).scalars()
    return Card(
        id=patient.id,
        mrn=patient.mrn,
        version=patient.version,
        name=rules.display_name(patient.given_names, patient.family_name),
        age=rules.age_text(birth, row.today),
        record=PatientRecord(
            given_names=patient.given_names,
            family_name=patient.family_name,
            sex=patient.sex,
            birth=birth,
            address=patient.address,
            notes=patient.notes,
            language=patient.language,
            restricted=patient.restricted,
            phones=tuple(Phone(phone.number, phone.kind, phone.id) for phone in phones),
            identifiers=tuple(Identifier(known.kind, known.value, known.id) for known in identifiers),
        ),
        created_at=patient.created_at,
        created_by=patient.created_by,
    )


def _found(row: Any) -> Found:
    birth = _birth(row.birth_date, row.birth_precision)
    return Found(
        id=row.id,
        mrn=row.mrn,
        name="" if row.closed else rules.display_name(row.given_names, row.family_name),
        age=rules.age_text(birth, row.today),
        birth=birth.display() if birth else "",
        sex=row.sex or "",
        phone=row.phone or "",
        closed=row.closed,
        matched=row.matched,
    )


def _birth(date: dt.date | None, precision: str | None) -> Birth | None:
    return Birth(date, precision) if date is not None and precision is not None else None
