"""Interactions, allergies and lines that are still active, for tests of what safety finds."""

import datetime as dt
import json
import uuid
from collections.abc import Sequence
from typing import Any

from tests.factories import medicines
from tests.hospital import Hospital


def make_list(
    hospital: Hospital,
    pairs: Sequence[tuple[str, str, str]],
    classes: dict[str, Sequence[str]] | None = None,
    *,
    source: str = "TEST",
    release: str = "2026-01",
) -> int:
    """A list of interactions out of (one, other, gravity) and, by class, its substances; its id."""
    classes = classes or {}
    members = {name for names in classes.values() for name in names}
    substances = members | {name for pair in pairs for name in pair[:2] if name not in classes}
    terms: list[dict[str, Any]] = [
        {"name": name, "kind": "substance", "classes": [one for one, names in classes.items() if name in names]}
        for name in sorted(substances)
    ]
    terms += [{"name": name, "kind": "class"} for name in classes]
    rows = [
        {"one": one, "other": other, "gravity": gravity, "risk": f"Risk of {one}.", "conduct": "Watch."}
        for one, other, gravity in pairs
    ]
    [(answer,)] = hospital.sql(
        "SELECT hms.import_interactions(%s, %s, %s, %s, %s, %s)",
        uuid.uuid4(),
        source,
        release,
        f"{uuid.uuid4().int:064x}"[-64:],
        json.dumps(terms),
        json.dumps(rows),
    )
    return int(answer["id"])


def make_medicine(hospital: Hospital, name: str, *, atc: str = "", **values: Any) -> int:
    """A tablet of 500 mg of one substance called `name`; its id."""
    return medicines.make_medicine(hospital, name, atc_code=atc, **values)


def make_active_line(
    hospital: Hospital,
    patient: int,
    medicine: int,
    *,
    supplied_until: dt.date | None = None,
    valid_days: int = 30,
    state: str = "active",
) -> int:
    """A line of a prescription of today; supplied until then, or not supplied yet. Its id."""
    [(prescription,)] = hospital.sql(
        """INSERT INTO hms.prescriptions (patient_id, prescriber, written_on, valid_until, entered_at, state)
        VALUES (%s, 'Dr Example', hms.business_date(), hms.business_date() + %s, hms.hospital_now(), %s)
        RETURNING id""",
        patient,
        valid_days,
        state,
    )
    [(line,)] = hospital.sql(
        """INSERT INTO hms.prescription_lines (prescription_id, place, medicine_id, dose, frequency, days, quantity,
        supplied, supplied_until) VALUES (%s, 1, %s, 1, 'BD', 10, 20, %s, %s) RETURNING id""",
        prescription,
        medicine,
        0 if supplied_until is None else 20,
        supplied_until,
    )
    return int(line)
