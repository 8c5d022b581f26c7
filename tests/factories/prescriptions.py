"""Prescriptions for tests: a medicine by its name, and lines written the way a clinician does it."""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from hms_desktop.core.settings import Server
from tests.hospital import Hospital


@dataclass(frozen=True)
class Prescribed:
    """Ids of a prescription and of its lines in their order, and the version that it has."""

    id: int
    version: int
    lines: tuple[int, ...]


def medicine(hospital: Hospital, name: str = "Amoxicillin", **values: Any) -> int:
    """A medicine written as the superuser: 500 mg capsules unless `values` say otherwise; its id."""
    record = {"name": name, "strength": "500 mg", "form": "capsule", "route": "oral", "base_unit": "capsule", **values}
    columns = ", ".join(record)
    marks = ", ".join(["%s"] * len(record))
    rows = hospital.sql(f"INSERT INTO hms.medicines ({columns}) VALUES ({marks}) RETURNING id", *record.values())
    return int(rows[0][0])


def line(medicine_id: int, **values: Any) -> dict[str, Any]:
    """One three times a day for seven days, unless `values` say otherwise."""
    return {"medicine_id": medicine_id, "dose": 1, "frequency": "TDS", "days": 7, "quantity": 21, **values}


def write_prescription(
    hospital: Hospital,
    patient: int,
    lines: Sequence[dict[str, Any]],
    *,
    by: Server | None = None,
    **record: Any,
) -> Prescribed:
    """Prescribe these lines (see `line`) as the superuser or that person; no ticket unless `record` asks for one."""
    wish = {"ticket": False, **record}
    statement = "SELECT hms.write_prescription(%s, %s, %s, %s)"
    values = (uuid.uuid4(), patient, json.dumps(wish, default=str), json.dumps(list(lines), default=str))
    if by is None:
        [(written,)] = hospital.sql(statement, *values)
    else:
        row = hospital.connection(by).execute(statement, values).fetchone()
        assert row is not None
        written = row[0]
    return Prescribed(written["id"], written["version"], tuple(written["line_ids"]))
