"""What `hms-admin import` wishes of the catalogue: lists of medicines batch by batch, and WHO's classes."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.core.storable import as_json


@dataclass(frozen=True)
class CatalogueImport:
    """Where a list stands: the last line that is in, and how many medicines and packs it has made so far."""

    id: int
    lines_done: int
    rows_made: int
    finished_at: dt.datetime | None


@dataclass(frozen=True)
class Brought:
    """What became of one row: `new`, `pack` (a new pack of a known medicine) or `known`."""

    line: int
    outcome: str


def open_import(session: Session, *, digest: str, name: str) -> CatalogueImport:
    """Begin with a list, or find where it stands; `digest` (SHA-256) tells the same list and way to read it.

    Raises Refused for a person who is neither pharmacist, manager nor administrator.
    """
    result = session.execute(
        sa.text("SELECT hms.open_catalogue_import(:digest, :name)"), {"digest": digest, "name": name[:200]}
    ).scalar_one()
    finished = result.pop("finished_at")
    return CatalogueImport(**result, finished_at=dt.datetime.fromisoformat(finished) if finished else None)


def import_row(line: int, told: Mapping[str, Any]) -> str:
    """What a line of a list tells of a medicine and at most one `pack` of it, written as `import_batch` takes it."""
    return as_json({"line": line, **told})


def import_batch(
    session: Session, *, intent: UUID, import_id: int, after: int, upto: int, rows: Sequence[str]
) -> tuple[Brought, ...]:
    """Make what `rows` (of `import_row`) tell, which stand on the lines after `after` up to `upto`; all or nothing.

    Raises Refused where the database refuses one of them, Stale where somebody else imports the same list.
    """
    result = session.execute(
        sa.text("SELECT hms.import_medicines(:intent, :import_id, :after, :upto, CAST(:rows AS jsonb))"),
        {"intent": intent, "import_id": import_id, "after": after, "upto": upto, "rows": f"[{','.join(rows)}]"},
    ).scalar_one()
    return tuple(Brought(**row) for row in result or ())


def finish_import(session: Session, *, import_id: int) -> None:
    """Say that the list is in, so that it is not brought in again."""
    session.execute(sa.text("SELECT hms.finish_catalogue_import(:import_id)"), {"import_id": import_id})


def import_atc(session: Session, *, intent: UUID, classes: Sequence[dict[str, Any]]) -> int:
    """Make or rename these classes with their daily doses; how many were new or had another name."""
    result = session.execute(
        sa.text("SELECT hms.import_atc(:intent, CAST(:classes AS jsonb))"),
        {"intent": intent, "classes": as_json(classes)},
    ).scalar_one()
    return int(result["changed"])
