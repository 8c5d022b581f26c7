"""What the screens of prescribing show: a patient's prescriptions, one with its versions, and what is active."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.patients.rules import Age, Birth, age_on, display_name
from hms_desktop.clinic.prescriptions.rules import Line, TaperStep
from hms_desktop.clinic.prescriptions.tables import PrescribingRule
from hms_desktop.core.errors import Refused


@dataclass(frozen=True)
class PrescribedLine:
    """A line as it was prescribed, in the words of the catalogue, and how much of it was supplied.

    Amounts are base units (`unit` names one); `remaining` by rule 33; `until` is the last day of the supply. A medicine
    that is no longer `in_use` cannot be prescribed again.
    """

    id: int
    medicine: str
    unit: str
    form: str
    controlled: str
    in_use: bool
    line: Line
    supplied: int
    remaining: int
    until: dt.date | None


@dataclass(frozen=True)
class ActiveLine:
    """What a patient takes, or may still get on a prescription that is in force."""

    id: int
    prescription_id: int
    medicine_id: int
    medicine: str
    unit: str
    dose: Decimal | None
    frequency: str
    days: int | None
    as_needed: bool
    remaining: int
    supplied: int
    until: dt.date | None
    in_force: bool
    prescriber: str
    written_on: dt.date
    valid_until: dt.date


@dataclass(frozen=True)
class PrescriptionRow:
    """One prescription in a patient's list; `state` is `expired` for an active one whose last day is over."""

    id: int
    version: int
    written_on: dt.date
    valid_until: dt.date
    prescriber: str
    state: str
    medicines: str
    lines: int


@dataclass(frozen=True)
class VersionRow:
    """One version of a prescription: when and by whom it was entered, and how it ended. Times are the wall's."""

    id: int
    entered_at: dt.datetime
    entered_by: str
    state: str
    ended_at: dt.datetime | None
    ended_by: str
    reason: str


@dataclass(frozen=True)
class Sheet:
    """One prescription with its lines, its patient as they are called, and its versions, the newest first."""

    id: int
    version: int
    patient_id: int
    mrn: str
    patient: str
    birth_date: dt.date | None
    age: Age | None
    department_id: int | None
    department: str
    prescriber: str
    transcribed: bool
    entered_by: str
    written_on: dt.date
    valid_until: dt.date
    state: str
    note: str
    lines: tuple[PrescribedLine, ...]
    versions: tuple[VersionRow, ...]


def medicine_words(name: str, strength: str, form: str) -> str:
    """A medicine as it is written on paper: name, strength and form."""
    return " ".join(part for part in (name, strength, form) if part)


_ACTIVE = sa.text(
    """
    SELECT a.*, m.name, m.strength, m.form, m.base_unit FROM hms.active_lines a
    JOIN hms.medicines m ON m.id = a.medicine_id
    WHERE a.patient_id = :patient ORDER BY a.in_force DESC, lower(m.name), a.line_id
    """
)


def active_lines(session: Session, patient: int) -> tuple[ActiveLine, ...]:
    """What the patient takes or may still get, what is in force first; empty for a record that is closed."""
    return tuple(
        ActiveLine(
            id=row.line_id,
            prescription_id=row.prescription_id,
            medicine_id=row.medicine_id,
            medicine=medicine_words(row.name, row.strength, row.form),
            unit=row.base_unit,
            dose=row.dose,
            frequency=row.frequency,
            days=row.days,
            as_needed=row.as_needed,
            remaining=row.remaining,
            supplied=row.supplied,
            until=row.supplied_until,
            in_force=row.in_force,
            prescriber=row.prescriber,
            written_on=row.written_on,
            valid_until=row.valid_until,
        )
        for row in session.execute(_ACTIVE, {"patient": patient})
    )


_OF_PATIENT = sa.text(
    """
    SELECT p.id, p.version, p.written_on, p.valid_until, p.prescriber, listed.*,
        CASE WHEN p.state = 'active' AND p.valid_until < hms.business_date() THEN 'expired' ELSE p.state END AS state
    FROM hms.prescriptions p
    CROSS JOIN LATERAL (
        SELECT string_agg(m.name || ' ' || m.strength, ', ' ORDER BY l.place) AS medicines, count(*) AS lines
        FROM hms.prescription_lines l JOIN hms.medicines m ON m.id = l.medicine_id WHERE l.prescription_id = p.id
    ) AS listed
    WHERE p.patient_id = :patient AND (:older OR p.state <> 'replaced')
    ORDER BY p.id DESC LIMIT 200
    """
)


def prescriptions_of(session: Session, patient: int, *, older: bool = False) -> tuple[PrescriptionRow, ...]:
    """The patient's prescriptions, the newest first, at most 200; with `older` also replaced versions."""
    rows = session.execute(_OF_PATIENT, {"patient": patient, "older": older})
    return tuple(PrescriptionRow(**row._asdict()) for row in rows)


_HEAD = sa.text(
    """
    SELECT p.*, q.mrn, q.given_names, q.family_name, q.birth_date, q.birth_precision,
        coalesce(d.name, '') AS department,
        hms.business_date() AS today, coalesce(who.display_name, p.entered_by) AS entered_name,
        CASE WHEN p.state = 'active' AND p.valid_until < hms.business_date() THEN 'expired' ELSE p.state END AS standing
    FROM hms.prescriptions p
    JOIN hms.patients q ON q.id = p.patient_id
    LEFT JOIN hms.departments d ON d.id = p.department_id
    LEFT JOIN hms.people who ON who.login = p.entered_by
    WHERE p.id = :prescription
    """
)
_LINES = sa.text(
    """
    SELECT l.*, m.name, m.strength, m.form, m.base_unit, m.controlled, m.active
    FROM hms.prescription_lines l
    JOIN hms.medicines m ON m.id = l.medicine_id WHERE l.prescription_id = :prescription ORDER BY l.place
    """
)
_VERSIONS = sa.text(
    """
    WITH RECURSIVE newer (id) AS (
        SELECT CAST(:prescription AS bigint)
        UNION ALL SELECT p.id FROM newer n JOIN hms.prescriptions p ON p.replaces_id = n.id
    ), older (id) AS (
        SELECT replaces_id FROM hms.prescriptions WHERE id = :prescription
        UNION ALL SELECT p.replaces_id FROM older o JOIN hms.prescriptions p ON p.id = o.id WHERE o.id IS NOT NULL
    )
    SELECT p.id, p.entered_at AT TIME ZONE f.time_zone AS entered_at, p.state, p.reason,
        coalesce(e.display_name, p.entered_by) AS entered_by, p.ended_at AT TIME ZONE f.time_zone AS ended_at,
        coalesce(x.display_name, p.ended_by, '') AS ended_by
    FROM hms.prescriptions p CROSS JOIN hms.facility f
    LEFT JOIN hms.people e ON e.login = p.entered_by
    LEFT JOIN hms.people x ON x.login = p.ended_by
    WHERE p.id IN (SELECT id FROM newer UNION SELECT id FROM older) ORDER BY p.id DESC
    """
)


def prescription_sheet(session: Session, prescription: int) -> Sheet:
    """One prescription as it was written; Refused where it does not exist or its record is closed to this person."""
    head = session.execute(_HEAD, {"prescription": prescription}).one_or_none()
    if head is None:
        raise Refused("prescriptions.unknown", "This prescription is not known; look it up again.")
    lines = session.execute(_LINES, {"prescription": prescription})
    versions = session.execute(_VERSIONS, {"prescription": prescription})
    birth = Birth(head.birth_date, head.birth_precision) if head.birth_date else None
    return Sheet(
        id=head.id,
        version=head.version,
        patient_id=head.patient_id,
        mrn=head.mrn,
        patient=display_name(head.given_names, head.family_name),
        birth_date=head.birth_date,
        age=age_on(birth, head.today),
        department_id=head.department_id,
        department=head.department,
        prescriber=head.prescriber,
        transcribed=head.transcribed,
        entered_by=head.entered_name,
        written_on=head.written_on,
        valid_until=head.valid_until,
        state=head.standing,
        note=head.note,
        lines=tuple(_prescribed(row) for row in lines),
        versions=tuple(VersionRow(**row._asdict()) for row in versions),
    )


def line_of(row: Any) -> Line:
    """The line that a row of `prescription_lines` or `favourite_lines` holds."""
    return Line(
        medicine_id=row.medicine_id,
        quantity=row.quantity,
        dose=row.dose,
        frequency=row.frequency,
        days=row.days,
        as_needed=row.as_needed,
        daily_maximum=row.daily_maximum,
        taper=tuple(TaperStep(Decimal(step["dose"]), step["frequency"], step["days"]) for step in row.taper),
        refills=row.refills,
        substitution=row.substitution,
        directions=row.directions,
    )


def _prescribed(row: Any) -> PrescribedLine:
    return PrescribedLine(
        id=row.id,
        medicine=medicine_words(row.name, row.strength, row.form),
        unit=row.base_unit,
        form=row.form,
        controlled=row.controlled,
        in_use=row.active,
        line=line_of(row),
        supplied=row.supplied,
        remaining=row.quantity * (1 + row.refills) - row.supplied,
        until=row.supplied_until,
    )


@dataclass(frozen=True)
class Favourite:
    """A line that is prescribed often: this person's `own`, or their department's."""

    id: int
    name: str
    own: bool
    medicine: str
    unit: str
    form: str
    controlled: str
    line: Line


@dataclass(frozen=True)
class PrescribingRules:
    """The hospital's choices for prescribing, with the version that a change must name; `today` is its date."""

    version: int
    today: dt.date
    pharmacy_id: int | None
    valid_days: int
    controlled_days: int


_FAVOURITES = sa.text(
    """
    SELECT f.*, m.name AS medicine, m.strength, m.form, m.base_unit, m.controlled FROM hms.favourite_lines f
    JOIN hms.medicines m ON m.id = f.medicine_id AND m.active
    WHERE f.person = session_user OR f.department_id = :department
    ORDER BY f.person IS NULL, lower(f.name), f.id LIMIT 200
    """
)


def favourites(session: Session, *, department: int | None) -> tuple[Favourite, ...]:
    """This person's favourite lines and then the department's, by name."""
    return tuple(
        Favourite(
            id=row.id,
            name=row.name,
            own=row.person is not None,
            medicine=medicine_words(row.medicine, row.strength, row.form),
            unit=row.base_unit,
            form=row.form,
            controlled=row.controlled,
            line=line_of(row),
        )
        for row in session.execute(_FAVOURITES, {"department": department})
    )


def prescribing_rules(session: Session) -> PrescribingRules:
    """What the hospital has set."""
    row, today = session.execute(sa.select(PrescribingRule, sa.func.hms.business_date())).one()
    return PrescribingRules(row.version, today, row.pharmacy_id, row.valid_days, row.controlled_days)
