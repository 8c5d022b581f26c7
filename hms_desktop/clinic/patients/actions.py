"""What a person does to a patient's record: register, edit, and open a restricted one; one round trip each."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from hms_desktop.clinic.patients import rules
from hms_desktop.clinic.patients.rules import PatientRecord
from hms_desktop.clinic.patients.texts import check_text
from hms_desktop.clinic.patients.written import written
from hms_desktop.core.standing_alone import Sending, stands_alone
from hms_desktop.core.storable import as_json


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


@stands_alone
def register(session: Sending, *, intent: UUID, record: PatientRecord, shown: tuple[int, ...] = ()) -> Registered:
    """Register a new patient. `shown` are the likely duplicates that stood beside the form when it was saved.

    Raises Refused for a record without a name, with text that cannot be stored or with a mistyped identifier.
    """
    rules.check_record(record)
    result = session.execute(
        text("SELECT hms.register_patient(:intent, CAST(:record AS jsonb), CAST(:shown AS bigint[]))"),
        {"intent": intent, "record": _json(rules.changes(_EMPTY, record)), "shown": list(shown)},
    ).scalar_one()
    return Registered(**result)


@stands_alone
def edit(
    session: Sending, *, intent: UUID, patient_id: int, version: int, seen: PatientRecord, wanted: PatientRecord
) -> Registered:
    """Save the fields in which `wanted` differs from `seen`, which was read as `version`.

    Raises Stale where somebody saved in between: read the card again and let both edits `meeting.meet`. Raises Refused
    for text that cannot be stored, and for a restricted record that this person has not opened.
    """
    rules.check_record(wanted, seen)
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


@stands_alone
def take(session: Sending, *, intent: UUID, patient_id: int) -> None:
    """Note that this person has this patient in hand; the search boxes show them before anything is typed."""
    session.execute(text("SELECT hms.take_patient(:intent, :patient_id)"), {"intent": intent, "patient_id": patient_id})


def open_restricted(session: Session, *, intent: UUID, patient_id: int, reason: str) -> Opened:
    """Open a restricted record for this person for 15 minutes; who, when and why stay on record (rule 19)."""
    check_text("reason", reason, longest=rules.REASON_LENGTH, many_lines=True)
    result = session.execute(
        text("SELECT hms.open_restricted(:intent, :patient_id, :reason)"),
        {"intent": intent, "patient_id": patient_id, "reason": reason},
    ).scalar_one()
    return Opened(id=result["id"], until=dt.datetime.fromisoformat(result["open_until"]))


def _json(changes: Mapping[str, Any]) -> str:
    """The changed fields as the database's functions take them."""
    return as_json(written(changes))


@dataclass(frozen=True)
class Import:
    """A file that is brought in: the last line that was done, how many patients it made, when it was finished."""

    id: int
    lines_done: int
    patients_made: int
    finished_at: dt.datetime | None


@dataclass(frozen=True)
class Brought:
    """What one row of a file came to: a new record, or one that was known by its number in the other system."""

    line: int
    mrn: str
    made: bool


def open_import(session: Session, *, digest: str, name: str) -> Import:
    """Begin with a file, or find where it stands; `digest` (SHA-256) tells the same file and the same way to read it.

    Raises Refused for a person who is neither manager nor administrator.
    """
    result = session.execute(
        text("SELECT hms.open_import(:digest, :name)"), {"digest": digest, "name": name[:200]}
    ).scalar_one()
    finished = result.pop("finished_at")
    return Import(**result, finished_at=dt.datetime.fromisoformat(finished) if finished else None)


_EMPTY = PatientRecord()


def import_row(line: int, record: PatientRecord) -> str:
    """The record on a line of a file, written as `import_batch` takes it."""
    return as_json({"line": line} | written(rules.changes(_EMPTY, record)))


def import_batch(
    session: Session,
    *,
    intent: UUID,
    import_id: int,
    after: int,
    upto: int,
    rows: Sequence[str],
) -> tuple[Brought, ...]:
    """Register everybody in `rows` (of `import_row`), which stand on the lines after `after` up to `upto`; or nobody.

    Raises Refused where the database refuses one of them, Stale where somebody else imports the same file.
    """
    result = session.execute(
        text("SELECT hms.import_patients(:intent, :import_id, :after, :upto, CAST(:rows AS jsonb))"),
        {"intent": intent, "import_id": import_id, "after": after, "upto": upto, "rows": f"[{','.join(rows)}]"},
    ).scalar_one()
    return tuple(Brought(**row) for row in result or ())


def finish_import(session: Session, *, import_id: int) -> None:
    """Say that the file is in, so that it is not brought in again."""
    session.execute(text("SELECT hms.finish_import(:import_id)"), {"import_id": import_id})
