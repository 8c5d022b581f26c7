"""What a printed register of a controlled medicine says: its newest entries, each with both who signed."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.core.errors import Refused
from hms_desktop.core.paper import Content

ENTRIES = 20
"""So many fit on a sheet with both signatures."""
_REGISTER = sa.text(
    "SELECT r.store, r.medicine, r.strength, r.base_unit, e.store_id, e.medicine_id, e.number, e.balance "
    "FROM hms.controlled_lines e JOIN hms.controlled_registers r USING (store_id, medicine_id) WHERE e.id = :subject"
)
_ENTRIES = sa.text(
    "SELECT number, kind, units, balance, reason, entered_at, person, witness, coalesce(lot, '') AS lot, "
    "coalesce(mrn, '') AS mrn, coalesce(patient, '') AS patient FROM hms.controlled_lines "
    "WHERE store_id = :store AND medicine_id = :medicine AND number BETWEEN :last - :entries + 1 AND :last "
    "ORDER BY number"
)
_CAPTIONS = sa.text(
    "SELECT e.id, btrim(r.medicine || ' ' || r.strength) AS title FROM hms.controlled_lines e "
    "JOIN hms.controlled_registers r USING (store_id, medicine_id) WHERE e.id = ANY (:subjects)"
)


def register_paper(session: Session, *, subject: int) -> Content:
    """The register up to the entry `subject`, the newest entries of it. Raises Refused where there is none."""
    head = session.execute(_REGISTER, {"subject": subject}).one_or_none()
    if head is None:
        raise Refused("controlled.no_entry", "This entry is not in a register; look it up again.")
    told = {"store": head.store_id, "medicine": head.medicine_id, "last": head.number, "entries": ENTRIES}
    rows = session.execute(_ENTRIES, told).all()
    return Content(
        "controlled_register",
        {
            "medicine": f"{head.medicine} {head.strength}".strip(),
            "store": head.store,
            "balance": f"{head.balance} {head.base_unit}",
        },
        {"entries": tuple((_entry(row), f"{row.units:+d} = {row.balance}") for row in rows)},
    )


def register_captions(session: Session, *, subjects: Sequence[int]) -> dict[int, str]:
    """The medicines whose registers these are, by entry."""
    return {row.id: row.title for row in session.execute(_CAPTIONS, {"subjects": list(subjects)})}


def _entry(row: sa.Row[tuple[object, ...]]) -> str:
    """`3 · 2026-03-02 10:00 · dispense · Amina Okafor, 0000 0001-X · a.pharmacist, b.pharmacist`."""
    whom = ", ".join(part for part in (row.patient, mrn_display(row.mrn) if row.mrn else "") if part)
    parts = (
        str(row.number),
        f"{row.entered_at:%Y-%m-%d %H:%M}",
        row.kind.replace("_", " "),
        whom or row.reason or row.lot,
        f"{row.person}, {row.witness}",
    )
    return " · ".join(part for part in parts if part)
