"""Reads about patients, each made for one screen: what was found while typing, a long list by page, one card."""

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session, aliased

from hms_desktop.clinic.patients import rules, typed
from hms_desktop.clinic.patients.history import Entry, History, changes_of
from hms_desktop.clinic.patients.photos import Photo
from hms_desktop.clinic.patients.rules import Birth, PatientRecord
from hms_desktop.clinic.patients.tables import Patient, PatientPhone, PatientPhoto
from hms_desktop.clinic.patients.written import record_of
from hms_desktop.core.errors import Refused
from hms_desktop.core.keyset import STRIDE, Anchors
from hms_desktop.core.storable import unstorable

Key = tuple[str, int]
"""Where a patient stands in the list: search name and id."""


@dataclass(frozen=True)
class Found:
    """One line of a list of patients, ready to be shown.

    `matched` says why it is there: the codes of `hms.find_patients` and of `queue.visitors`, with a + where there are
    two reasons; empty in lists. A `closed` record is restricted and not opened by this person: it shows its number and
    nothing else. `mrn` is the stored form.
    """

    id: int
    mrn: str
    name: str
    age: rules.Age | None
    birth: str
    sex: str
    phone: str
    closed: bool
    matched: str


@dataclass(frozen=True)
class Card:
    """All of one record, with the version that an edit must name; `today` is the hospital's date.

    `merged_into` is the record that stands for this one since they were merged, with its number; else None and "".
    """

    id: int
    mrn: str
    version: int
    name: str
    age: rules.Age | None
    record: PatientRecord
    created_at: dt.datetime
    created_by: str
    today: dt.date
    merged_into: int | None = None
    merged_into_mrn: str = ""


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
# The few that were merged into another are read once, so that the list itself needs its index alone.
_absorbed = aliased(Patient)
_OWN_RECORD = Patient.id.not_in(sa.select(_absorbed.id).where(_absorbed.merged_into.is_not(None)))
_FIND = sa.text(
    """
    SELECT found.*, (SELECT hms.business_date()) AS today
    FROM hms.find_patients(:text, :name, CAST(:births AS datemultirange), CAST(:born AS datemultirange),
        int4range(:youngest, :oldest), :digits, :most) AS found
    """
)


def find_patients(session: Session, text: str, limit: int = 50) -> tuple[Found, ...]:
    """Who is meant by what was typed, the likeliest first.

    Parts of a name in any order and script, with a slip or as it sounds; record number, phone, identifier, birth; a
    name with a birth, an age or digits of a phone (`typed.read`). Text that cannot be stored finds nobody.
    """
    if unstorable(text):
        return ()
    return tuple(_found(row) for row in session.execute(_FIND, asked(typed.read(text), limit)))


def asked(question: typed.Question, limit: int) -> dict[str, Any]:
    """The question as the database's function takes it."""
    youngest, oldest = question.age or (0, 0)  # an empty range: no age was told
    return {
        "text": question.text,
        "name": question.name,
        "births": _multirange(question.births),
        "born": _multirange(question.born),
        "youngest": youngest,
        "oldest": oldest,
        "digits": question.digits,
        "most": limit,
    }


def _multirange(spans: tuple[typed.Span, ...]) -> str:
    return "{" + ",".join(f"[{first},{behind})" for first, behind in spans) + "}"


def lines_of(session: Session, reasons: Mapping[int, str]) -> tuple[Found, ...]:
    """These patients as lines, in this order, each `matched` by its reason; left out is who is closed."""
    rows = {row.id: row for row in session.execute(_LINE.where(Patient.id.in_(list(reasons))))}
    return tuple(replace(_found(rows[key]), matched=reason) for key, reason in reasons.items() if key in rows)


def today(session: Session) -> dt.date:
    """The hospital's date, from which ages are reckoned."""
    return session.execute(sa.select(_TODAY)).scalar_one()


def patient_anchors(session: Session) -> Anchors:
    """The length of the whole list and its anchors; ask for them in one snapshot."""
    numbered = (
        sa.select(
            Patient.search_name,
            Patient.id,
            sa.func.row_number().over(order_by=(Patient.search_name, Patient.id)).label("place"),
        )
        .where(_OWN_RECORD)
        .subquery()
    )
    count = session.execute(sa.select(sa.func.count()).select_from(Patient).where(_OWN_RECORD)).scalar_one()
    keys = session.execute(
        sa.select(numbered.c.search_name, numbered.c.id)
        .where(numbered.c.place % STRIDE == 0)
        .order_by(numbered.c.place)
    )
    return Anchors(count, (None, *((name, patient_id) for name, patient_id in keys)))


def patients_page(session: Session, after: Key | None, offset: int, limit: int) -> tuple[Found, ...]:
    """The `limit` (≤ 200) lines that stand `offset` (< the stride) behind the key `after`, by name."""
    in_order = sa.select(Patient.id).where(_OWN_RECORD).order_by(Patient.search_name, Patient.id)
    page = in_order.offset(offset).limit(limit)
    if after is not None:
        page = page.where(sa.tuple_(Patient.search_name, Patient.id) > sa.tuple_(*after))
    wanted = page.subquery()
    lines = _LINE.join(wanted, wanted.c.id == Patient.id).order_by(Patient.search_name, Patient.id)
    return tuple(_found(row) for row in session.execute(lines))


_CARD = sa.text("""
    SELECT patient.*, hms.business_date() AS today,
        (SELECT coalesce(jsonb_agg(to_jsonb(line) ORDER BY line.id), '[]')
         FROM hms.patient_phones AS line WHERE line.patient_id = patient.id) AS phones,
        (SELECT coalesce(jsonb_agg(to_jsonb(line) ORDER BY line.id), '[]')
         FROM hms.patient_identifiers AS line WHERE line.patient_id = patient.id) AS identifiers,
        (SELECT coalesce(jsonb_agg(to_jsonb(line) ORDER BY line.id), '[]')
         FROM hms.patient_contacts AS line WHERE line.patient_id = patient.id) AS contacts,
        (SELECT coalesce(jsonb_agg(to_jsonb(line) ORDER BY line.id), '[]')
         FROM hms.patient_policies AS line WHERE line.patient_id = patient.id) AS policies,
        jsonb_build_object('none_known', patient.allergy_status = 'none_known', 'known',
            (SELECT coalesce(jsonb_agg(to_jsonb(line) ORDER BY line.id), '[]')
             FROM hms.patient_allergies AS line WHERE line.patient_id = patient.id)) AS allergies,
        (SELECT coalesce(jsonb_agg(jsonb_build_object('question', line.question, 'given', line.given, 'at', line.at,
             'by', coalesce(who.display_name, line.person)) ORDER BY line.question), '[]')
         FROM (SELECT DISTINCT ON (question) * FROM hms.patient_consents WHERE patient_id = patient.id
               ORDER BY question, id DESC) AS line
         LEFT JOIN hms.people AS who ON who.login = line.person) AS consents,
        photo.id AS photo_id, photo.thumbnail,
        coalesce((SELECT mrn FROM hms.patients WHERE id = patient.merged_into), '') AS merged_into_mrn
    FROM hms.patients AS patient
    LEFT JOIN LATERAL (SELECT id, thumbnail FROM hms.patient_photos
        WHERE patient_id = patient.id ORDER BY id DESC LIMIT 1) AS photo ON true
    WHERE patient.id = :id
""")


def patient_card(session: Session, patient_id: int) -> Card:
    """One whole record with its photo's thumbnail. Raises Refused where it is restricted or does not exist."""
    row = session.execute(_CARD, {"id": patient_id}).one_or_none()
    if row is None:
        raise _no_card(session, patient_id)
    found = dict(row._mapping)
    found["birth_date"] = found["birth_date"] and found["birth_date"].isoformat()
    record = record_of(found)
    if found["thumbnail"] is not None:
        record = replace(record, photo=Photo(bytes(found["thumbnail"]), id=found["photo_id"]))
    return Card(
        id=row.id,
        mrn=row.mrn,
        version=row.version,
        name=rules.display_name(record.given_names, record.family_name),
        age=rules.age_on(record.birth, row.today),
        record=record,
        created_at=row.created_at,
        created_by=row.created_by,
        today=row.today,
        merged_into=row.merged_into,
        merged_into_mrn=row.merged_into_mrn,
    )


def patient_picture(session: Session, photo_id: int) -> bytes:
    """The whole picture of a photo, JPEG or PNG; empty where it is not to be seen by this person."""
    found = session.execute(sa.select(PatientPhoto.picture).where(PatientPhoto.id == photo_id)).scalar_one_or_none()
    return bytes(found or b"")


def patient_history(session: Session, patient_id: int, before: int | None = None, limit: int = 200) -> History:
    """What changed in a record, newest first: `limit` entries (at most 200) older than entry `before`.

    Raises Refused where the record is restricted and not opened, or does not exist.
    """
    rows = session.execute(
        sa.text(
            "SELECT entry.*, entry.at AT TIME ZONE facility.time_zone AS local "
            "FROM hms.patient_history(:id, :before, :limit) AS entry CROSS JOIN hms.facility ORDER BY entry.id DESC"
        ),
        {"id": patient_id, "before": before, "limit": limit},
    ).all()
    entries = [
        Entry(row.id, row.local, row.person, row.workstation, row.subject, row.verb, row.before or {}, row.after or {})
        for row in rows
    ]
    return History(
        changes=tuple(change for entry in entries for change in changes_of(entry)),
        older=entries[-1].id if len(entries) == min(limit, 200) else None,
    )


def _no_card(session: Session, patient_id: int) -> Refused:
    closed = session.execute(sa.text("SELECT :id = ANY (hms.closed_records())"), {"id": patient_id}).scalar_one()
    if closed:
        return Refused("patients.restricted", "This record is restricted; open it with a reason first.")
    return Refused("patients.unknown", "There is no such patient.")


def _found(row: Any) -> Found:
    birth = _birth(row.birth_date, row.birth_precision)
    return Found(
        id=row.id,
        mrn=row.mrn,
        name="" if row.closed else rules.display_name(row.given_names, row.family_name),
        age=rules.age_on(birth, row.today),
        birth=birth.display() if birth else "",
        sex=row.sex or "",
        phone=row.phone or "",
        closed=row.closed,
        matched=row.matched,
    )


def _birth(date: dt.date | None, precision: str | None) -> Birth | None:
    return Birth(date, precision) if date is not None and precision is not None else None
