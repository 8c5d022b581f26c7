"""What is wished of the catalogue: one function per wish, one round trip, done by the function of that name."""

from dataclasses import asdict
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.medicines.rules import MedicineRecord, PackRecord
from hms_desktop.core.storable import as_json


def save_medicine(
    session: Session,
    *,
    intent: UUID,
    record: MedicineRecord,
    medicine_id: int | None = None,
    version: int | None = None,
) -> int:
    """The medicine's id; a new one has none yet. A pack that `record` lists no more is closed.

    Raises Refused (another one of that name, strength, form and route; a GTIN that is wrong or taken), Stale.
    """
    return _saved(session, "save_medicine", intent, medicine_id, version, asdict(record))


def save_pack(
    session: Session,
    *,
    intent: UUID,
    medicine_id: int,
    pack: PackRecord,
    version: int | None = None,
) -> int:
    """The pack's id. Raises Refused (a GTIN that is wrong or taken), Stale."""
    return _saved(session, "save_pack", intent, pack.id, version, asdict(pack) | {"medicine_id": medicine_id})


def save_substance(
    session: Session,
    *,
    intent: UUID,
    name: str,
    synonyms: tuple[str, ...] = (),
    substance_id: int | None = None,
    version: int | None = None,
) -> int:
    """The substance's id. Raises Refused (another one of that name), Stale."""
    return _saved(session, "save_substance", intent, substance_id, version, {"name": name, "synonyms": synonyms})


def _saved(
    session: Session, function: str, intent: UUID, row_id: int | None, version: int | None, record: dict[str, Any]
) -> int:
    result = session.execute(
        sa.text(f"SELECT hms.{function}(:intent, :id, :version, CAST(:record AS jsonb))"),
        {
            "intent": intent,
            "id": row_id,
            "version": version,
            "record": as_json(record),
        },
    ).scalar_one()
    return int(result["id"])
