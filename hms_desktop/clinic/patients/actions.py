"""What a person does to a patient's record: register, edit, and open a restricted one; one round trip each."""

import datetime as dt
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from hms_desktop.clinic.patients import rules
from hms_desktop.clinic.patients.rules import Birth, Identifier, PatientRecord, Phone


@dataclass(frozen=True)
class Registered:
    """A record as it stands after saving; `mrn` is the stored form (`rules.mrn_display` shows it)."""

    id: int
    mrn: str
    version: int


@dataclass(frozen=True)
class Opened:
    """A restricted record that this person may see until a moment."""

    id: int
    until: dt.datetime


def register(session: Session, *, intent: UUID, record: PatientRecord) -> Registered:
    """Register a new patient. Raises Refused for a record without a name, or with text that cannot be stored."""
    rules.check_record(record)
    result = session.execute(
        text("SELECT hms.register_patient(:intent, CAST(:record AS jsonb))"),
        {"intent": intent, "record": _json(rules.changes(PatientRecord(), record))},
    ).scalar_one()
    return Registered(**result)


def edit(
    session: Session, *, intent: UUID, patient_id: int, version: int, seen: PatientRecord, wanted: PatientRecord
) -> Registered:
    """Save the fields in which `wanted` differs from `seen`, which was read as `version`.

    Raises Stale where somebody saved in between: read the card again and show `rules.differences`. Raises Refused for
    text that cannot be stored, and for a restricted record that this person has not opened.
    """
    rules.check_record(wanted)
    result = session.execute(
        text("SELECT hms.edit_patient(:intent, :patient_id, :version, CAST(:changes AS jsonb))"),
        {
            "intent": intent,
            "patient_id": patient_id,
            "version": version,
            "changes": _json(rules.changes(seen, wanted)),
        },
    ).scalar_one()
    return Registered(**result)


def open_restricted(session: Session, *, intent: UUID, patient_id: int, reason: str) -> Opened:
    """Open a restricted record for this person for 15 minutes; who, when and why stay on record (rule 19)."""
    rules.check_text("reason", reason, longest=rules.REASON_LENGTH, many_lines=True)
    result = session.execute(
        text("SELECT hms.open_restricted(:intent, :patient_id, :reason)"),
        {"intent": intent, "patient_id": patient_id, "reason": reason},
    ).scalar_one()
    return Opened(id=result["id"], until=dt.datetime.fromisoformat(result["open_until"]))


def _json(changes: Mapping[str, Any]) -> str:
    """The changed fields as the database's functions take them; a birth becomes a date and its precision."""
    written: dict[str, Any] = {}
    for name, value in changes.items():
        if name == "birth":
            birth: Birth | None = value
            written["birth_date"] = birth.date.isoformat() if birth else None
            written["birth_precision"] = birth.precision if birth else None
        elif name == "phones":
            written[name] = [_phone(phone) for phone in value]
        elif name == "identifiers":
            written[name] = [_identifier(identifier) for identifier in value]
        else:
            written[name] = value
    return json.dumps(written, ensure_ascii=False)


def _phone(phone: Phone) -> dict[str, Any]:
    return {"id": phone.id, "number": phone.number, "kind": phone.kind}


def _identifier(identifier: Identifier) -> dict[str, Any]:
    return {"id": identifier.id, "kind": identifier.kind, "value": identifier.value}
