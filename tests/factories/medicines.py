"""Medicines and their packs for tests, saved the way the pharmacy does it."""

import itertools
import json
import uuid
from typing import Any

from tests.hospital import Hospital

_numbers = itertools.count(1)


def make_medicine(hospital: Hospital, name: str = "Paracetamol", **values: Any) -> int:
    """A tablet of 500 mg counted in tablets, unless `values` (columns; substances, packs, departments) say otherwise.

    Its substance is called like the medicine where none is told; returns the medicine's id.
    """
    record = {
        "name": name,
        "strength": "500 mg",
        "form": "tablet",
        "route": "oral",
        "base_unit": "tablet",
        "substances": [{"substance": name, "strength": "500 mg"}],
        **values,
    }
    return _saved(hospital, "save_medicine", record)


def make_pack(hospital: Hospital, medicine_id: int, units: int = 100, **values: Any) -> int:
    """A pack of so many base units with a GTIN of its own, unless `values` say otherwise; its id."""
    record = {
        "medicine_id": medicine_id,
        "name": f"Pack of {units}",
        "units": units,
        "gtin": gtin(next(_numbers)),
        **values,
    }
    return _saved(hospital, "save_pack", record)


def gtin(number: int) -> str:
    """A GTIN-14 with a right check digit, made of `number`, in GS1's range for use within one house (02…)."""
    body = f"02{number:011d}"
    total = sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(body))
    return f"{body}{-total % 10}"


def _saved(hospital: Hospital, function: str, record: dict[str, Any]) -> int:
    [(answer,)] = hospital.sql(
        f"SELECT hms.{function}(%s, NULL, NULL, %s)", uuid.uuid4(), json.dumps(record, default=str)
    )
    return int(answer["id"])
