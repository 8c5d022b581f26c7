"""Reads of recalls: what is recalled, whether a lot that comes is, and the patients who have something of a batch."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.medicines.rules import title
from hms_desktop.clinic.patients.rules import display_name, mrn_display
from hms_desktop.clinic.stock.queries import MOST


@dataclass(frozen=True)
class RecallRow:
    """A recalled batch: what is still in the house, and why and when it was recalled.

    Of a lot that never came there is no `batch_id`, and `recall_id` is its note; it is frozen when it comes.
    """

    batch_id: int | None
    recall_id: int | None
    medicine_id: int
    medicine: str
    lot: str
    expiry: dt.date | None
    units: int
    stores: int
    reason: str
    person: str
    when: str


@dataclass(frozen=True)
class SuppliedRow:
    """A patient who still has something of a batch; of a closed record only the number is told."""

    patient_id: int
    mrn: str
    name: str
    phone: str
    units: int
    last: str
    closed: bool


def recalls(session: Session) -> tuple[RecallRow, ...]:
    """What is recalled now, batches and lots that never came, newest recall first; at most MOST."""
    rows = session.execute(
        sa.text(
            """
            SELECT r.batch_id, r.recall_id, m.id AS medicine_id, m.name, m.strength, m.form, r.lot, r.expiry,
                   coalesce(h.units, 0) AS units, coalesce(h.stores, 0) AS stores, r.reason,
                   coalesce(p.display_name, r.person) AS person,
                   to_char(r.at AT TIME ZONE f.time_zone, 'YYYY-MM-DD HH24:MI') AS when
            FROM (
                SELECT b.id AS batch_id, NULL::bigint AS recall_id, b.medicine_id, b.lot, b.expiry, c.reason, c.person,
                       c.at
                FROM hms.batches b
                JOIN LATERAL (SELECT * FROM hms.batch_changes c
                              WHERE c.batch_id = b.id AND c.to_state = 'recalled' ORDER BY c.id DESC LIMIT 1) c ON true
                WHERE b.id IN (SELECT batch_id FROM hms.batch_changes WHERE to_state = 'recalled')
                  AND b.state = 'recalled'
                UNION ALL
                SELECT NULL, l.id, l.medicine_id, l.lot, NULL, l.reason, l.person, l.at
                FROM hms.recalled_lots l
                WHERE l.lifted_at IS NULL AND NOT EXISTS (
                    SELECT FROM hms.batches b
                    WHERE b.medicine_id = l.medicine_id AND lower(b.lot) = lower(l.lot) AND b.state = 'recalled')
            ) r
            CROSS JOIN hms.facility f
            JOIN hms.medicines m ON m.id = r.medicine_id
            LEFT JOIN hms.people p ON p.login = r.person
            LEFT JOIN LATERAL (SELECT sum(units)::bigint AS units, count(*) FILTER (WHERE units > 0) AS stores
                               FROM hms.balances WHERE batch_id = r.batch_id) h ON true
            ORDER BY r.at DESC, r.batch_id DESC NULLS LAST, r.recall_id DESC LIMIT :most
            """
        ),
        {"most": MOST},
    )
    return tuple(
        RecallRow(
            row.batch_id,
            row.recall_id,
            row.medicine_id,
            title(row.name, row.strength, row.form),
            row.lot,
            row.expiry,
            row.units,
            row.stores,
            row.reason,
            row.person,
            row.when,
        )
        for row in rows
    )


def supplied(session: Session, *, batch: int) -> tuple[SuppliedRow, ...]:
    """The patients who got something of a batch and did not return it, with phones, the latest first (rule 30)."""
    rows = session.execute(sa.text("SELECT * FROM hms.recall_list(:batch)"), {"batch": batch})
    return tuple(
        SuppliedRow(
            patient_id=row.patient_id,
            mrn=mrn_display(row.mrn),
            name="" if row.closed else display_name(row.given_names or "", row.family_name or ""),
            phone=row.phones or "",
            units=row.units,
            last=row.last_on.isoformat(),
            closed=row.closed,
        )
        for row in rows
    )


def recalled_lots(session: Session, *, medicines: Sequence[int]) -> frozenset[tuple[int, str]]:
    """The lots of these medicines that are recalled, as (medicine, lot in small letters)."""
    rows = session.execute(
        sa.text(
            "SELECT medicine_id, lower(lot) AS lot FROM hms.recalled_lots "
            "WHERE lifted_at IS NULL AND medicine_id = ANY (:medicines)"
        ),
        {"medicines": list(medicines)},
    )
    return frozenset((row.medicine_id, row.lot) for row in rows)
