"""What an administrator changes about the hospital as a place: one function per wish, one round trip each."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.core.storable import as_json


@dataclass(frozen=True)
class FacilityDraft:
    """The hospital as it is to be; `version` is the one that was read, `country` an ISO 3166 alpha-2 code or empty."""

    name: str
    time_zone: str
    day_starts_at: time
    languages: tuple[str, ...]
    currency: str
    opt_ins: frozenset[str]
    version: int
    country: str = ""


@dataclass(frozen=True)
class DepartmentDraft:
    """A department as it is to be; a new one has no `id`."""

    name: str
    active: bool = True
    id: int | None = None
    version: int | None = None


@dataclass(frozen=True)
class ServiceDraft:
    """A service as it is to be; a new one has no `id`."""

    department_id: int
    name: str
    prefix: str
    active: bool = True
    id: int | None = None
    version: int | None = None


@dataclass(frozen=True)
class RoomDraft:
    """A room or counter as it is to be, with all the services it serves; a new one has no `id`."""

    name: str
    kind: str
    service_ids: tuple[int, ...] = ()
    active: bool = True
    id: int | None = None
    version: int | None = None


def save_facility(session: Session, *, intent: UUID, draft: FacilityDraft) -> None:
    """Raises Refused (a time zone nobody knows, a name of no length), Stale."""
    record = {
        "name": draft.name,
        "time_zone": draft.time_zone,
        "day_starts_at": draft.day_starts_at.isoformat(),
        "languages": list(draft.languages),
        "currency": draft.currency,
        "country": draft.country,
        "opt_ins": dict.fromkeys(sorted(draft.opt_ins), True),
    }
    session.execute(
        sa.text("SELECT hms.save_facility(:intent, :version, CAST(:record AS jsonb))"),
        {"intent": intent, "version": draft.version, "record": as_json(record)},
    )


def save_department(session: Session, *, intent: UUID, draft: DepartmentDraft) -> int:
    """The department's id. Raises Refused (name taken), Stale."""
    return _saved(
        session, "save_department", intent, draft.id, draft.version, {"name": draft.name, "active": draft.active}
    )


def save_service(session: Session, *, intent: UUID, draft: ServiceDraft) -> int:
    """The service's id. Raises Refused (name or prefix taken, prefix of another form), Stale."""
    record = {
        "department_id": draft.department_id,
        "name": draft.name,
        "prefix": draft.prefix,
        "active": draft.active,
    }
    return _saved(session, "save_service", intent, draft.id, draft.version, record)


def save_room(session: Session, *, intent: UUID, draft: RoomDraft) -> int:
    """The room's id. Raises Refused (name taken), Stale."""
    record = {"name": draft.name, "kind": draft.kind, "active": draft.active}
    return _saved(session, "save_room", intent, draft.id, draft.version, record, draft.service_ids)


def _saved(
    session: Session,
    function: str,
    intent: UUID,
    row_id: int | None,
    version: int | None,
    record: dict[str, Any],
    service_ids: Sequence[int] | None = None,
) -> int:
    """Call one of the `save_…` functions of guards.sql, which share their first four arguments."""
    served = "" if service_ids is None else ", CAST(:services AS bigint[])"
    result = session.execute(
        sa.text(f"SELECT hms.{function}(:intent, :id, :version, CAST(:record AS jsonb){served})"),
        {"intent": intent, "id": row_id, "version": version, "record": as_json(record)}
        | ({} if service_ids is None else {"services": list(service_ids)}),
    ).scalar_one()
    return int(result["id"])
