"""What the label of a batch on its shelf says."""

import datetime as dt
from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.medicines.scanning import own_code, read_scan
from hms_desktop.core.errors import Refused
from hms_desktop.core.paper import Content

_BATCH = sa.text("""
    SELECT concat_ws(' ', m.name, nullif(m.strength, ''), nullif(m.form, '')) AS medicine, m.storage, b.lot, b.expiry,
           (SELECT min(p.gtin) FROM hms.packs p
            WHERE p.medicine_id = m.id AND p.active HAVING count(p.gtin) = 1) AS gtin
    FROM hms.batches b JOIN hms.medicines m ON m.id = b.medicine_id
    WHERE b.id = :batch
""")


def batch_label_paper(session: Session, *, subject: int) -> Content:
    """The label of the batch `subject`.

    Its code is the pack's own GS1 elements where the medicine has one pack with a GTIN, else this suite's own code.
    Raises Refused where there is no such batch.
    """
    row = session.execute(_BATCH, {"batch": subject}).one_or_none()
    if row is None:
        raise Refused("stock.unknown", "This batch or store is not on the list; reload the list.")
    code = _gs1(row.gtin or "", row.lot, row.expiry) or own_code("batch", subject)
    told = {"medicine": row.medicine, "batch": row.lot, "expiry": row.expiry or "", "storage": row.storage}
    return Content("batch_label", {**told, "code": code})


def _gs1(gtin: str, lot: str, expiry: dt.date | None) -> str:
    """The pack's elements, written with brackets; empty where GS1 cannot say them (no number, a lot with blanks)."""
    until = f"(17){expiry:%y%m%d}" if expiry else ""
    written = f"(01){gtin}{until}(10){lot}"
    try:
        said = read_scan(written)
    except Refused:
        return ""
    return written if (said.gtin, said.lot, said.expiry) == (gtin, lot, expiry) else ""


def batch_label_captions(session: Session, *, subjects: Sequence[int]) -> dict[int, str]:
    """The lots of these batches by id."""
    rows = session.execute(sa.text("SELECT id, lot FROM hms.batches WHERE id = ANY(:ids)"), {"ids": list(subjects)})
    return {row.id: row.lot for row in rows}
