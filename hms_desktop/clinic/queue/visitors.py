"""Who stands at the desk: found by what was typed or by the ticket that was scanned, and likely before anything is."""

from dataclasses import replace
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.patients import queries as patients
from hms_desktop.clinic.patients.queries import Found
from hms_desktop.clinic.queue import rules

TAKEN = 10
"""So many of those whom this person or this workstation had in hand last stand first."""

# Each once, for the first reason that holds; who is restricted and not opened is left out by the row policy.
_AT_HAND = sa.text(
    """
    SELECT id, (array_agg(reason ORDER BY grade))[1] AS reason
    FROM (
        (SELECT patient_id AS id, 'taken' AS reason, 1 AS grade, max(taken_at) AS at
        FROM hms.taken_patients GROUP BY patient_id ORDER BY at DESC LIMIT :taken)
        UNION ALL
        (SELECT patient_id, 'today', 2, max(arrived_at) AS at
        FROM hms.tickets WHERE business_date = hms.business_date() AND patient_id IS NOT NULL
        GROUP BY patient_id ORDER BY at DESC LIMIT :most)
        UNION ALL
        (SELECT id, 'new', 3, created_at FROM hms.patients WHERE merged_into IS NULL ORDER BY id DESC LIMIT :most)
    ) AS likely
    GROUP BY id ORDER BY min(grade), max(at) FILTER (WHERE grade < 3) DESC, id DESC LIMIT :most
    """
)


def at_hand(session: Session, limit: int = 50) -> tuple[Found, ...]:
    """Whom the desk will likely want: in hand lately (`taken`), here today (`today`), registered last (`new`)."""
    rows = session.execute(_AT_HAND, {"taken": TAKEN, "most": limit})
    return patients.lines_of(session, {row.id: row.reason for row in rows})


def find_patients(session: Session, text: str, limit: int = 50) -> tuple[Found, ...]:
    """As `patients.queries.find_patients`; first who holds the ticket of this barcode, or of this label today."""
    holder = _holder(session, text)
    if holder is None:
        return patients.find_patients(session, text, limit)
    first = tuple(replace(found, matched="ticket") for found in patients.find_patients(session, holder, 1))
    known = {found.id for found in first}
    return (*first, *(found for found in patients.find_patients(session, text, limit) if found.id not in known))[:limit]


def _holder(session: Session, text: str) -> str | None:
    """The record number of the ticket's patient; None where the text is no ticket."""
    try:
        barcode: UUID | None = UUID(text.strip())
    except ValueError:
        barcode = None
    label = rules.label_as_typed(text)
    if barcode is None and label is None:
        return None
    mrn: str | None = session.scalar(
        sa.text("SELECT hms.holder_of(CAST(:barcode AS uuid), :label)"), {"barcode": barcode, "label": label}
    )
    return mrn
