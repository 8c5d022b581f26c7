"""What an administrator sets about the queue: one function per wish, one round trip each.

All of them raise Refused with the hospital's sentence, and Stale when a colleague changed the entry meanwhile.
"""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.queue.rules import ServiceRules, Span
from hms_desktop.core.storable import as_json


@dataclass(frozen=True)
class ExceptionDraft:
    """A day that is not as its weekday; `service_id` None means all services, `span` None that it is closed."""

    day: dt.date
    service_id: int | None = None
    span: Span | None = None
    note: str = ""
    id: int | None = None
    version: int | None = None


@dataclass(frozen=True)
class ReasonDraft:
    """A reason of a priority class; a new one has no `id`."""

    class_id: int
    name: str
    active: bool = True
    id: int | None = None
    version: int | None = None


@dataclass(frozen=True)
class JourneyDraft:
    """A journey with its services in their order; a new one has no `id`."""

    name: str
    service_ids: tuple[int, ...]
    active: bool = True
    id: int | None = None
    version: int | None = None


def save_service_rules(session: Session, *, intent: UUID, service: int, version: int, rules: ServiceRules) -> None:
    """Set all numbers of one service; Refused where one is out of its range."""
    numbers = {
        name: value.total_seconds() if isinstance(value, dt.timedelta) else value
        for name, value in asdict(rules).items()
    }
    _save(
        session,
        "save_service_rules(:intent, :service, :version, cast(:record AS jsonb))",
        intent=intent,
        service=service,
        version=version,
        record=as_json(numbers),
    )


def save_opening_hours(
    session: Session,
    *,
    intent: UUID,
    service: int,
    version: int,
    week: Sequence[Sequence[Span]],
    last_ticket_before: dt.timedelta,
) -> None:
    """Set a service's weekly hours, Monday first; without any it is always open."""
    hours = [
        {"weekday": weekday, "opens_at": span.opens.isoformat(), "closes_at": span.closes.isoformat()}
        for weekday, spans in enumerate(week, 1)
        for span in spans
    ]
    _save(
        session,
        "save_opening_hours(:intent, :service, :version, cast(:hours AS jsonb), :last)",
        intent=intent,
        service=service,
        version=version,
        hours=as_json(hours),
        last=last_ticket_before,
    )


def save_opening_exception(session: Session, *, intent: UUID, draft: ExceptionDraft) -> int:
    """The id of the day that is not as usual."""
    record = {
        "day": draft.day.isoformat(),
        "service_id": draft.service_id,
        "opens_at": draft.span.opens.isoformat() if draft.span else None,
        "closes_at": draft.span.closes.isoformat() if draft.span else None,
        "note": draft.note,
    }
    saved = _save(
        session,
        "save_opening_exception(:intent, :id, :version, cast(:record AS jsonb))",
        intent=intent,
        id=draft.id,
        version=draft.version,
        record=as_json(record),
    )
    return int(saved["id"])


def drop_opening_exception(session: Session, *, intent: UUID, exception: int, version: int) -> None:
    """The day is as its weekday again."""
    _save(session, "drop_opening_exception(:intent, :id, :version)", intent=intent, id=exception, version=version)


def save_priority_reason(session: Session, *, intent: UUID, draft: ReasonDraft) -> int:
    """The reason's id."""
    record = {"class_id": draft.class_id, "name": draft.name, "active": draft.active}
    saved = _save(
        session,
        "save_priority_reason(:intent, :id, :version, cast(:record AS jsonb))",
        intent=intent,
        id=draft.id,
        version=draft.version,
        record=as_json(record),
    )
    return int(saved["id"])


def save_reason_rule(session: Session, *, intent: UUID, priority_class: int, version: int, rule: str) -> None:
    """Whether a class may have, must have, or must choose a reason (rules.ReasonRule)."""
    _save(
        session,
        "save_reason_rule(:intent, :id, :version, :rule)",
        intent=intent,
        id=priority_class,
        version=version,
        rule=rule,
    )


def save_journey(session: Session, *, intent: UUID, draft: JourneyDraft) -> int:
    """The journey's id; tickets under way keep the steps that they were given."""
    saved = _save(
        session,
        "save_journey(:intent, :id, :version, cast(:record AS jsonb), cast(:services AS bigint[]))",
        intent=intent,
        id=draft.id,
        version=draft.version,
        record=as_json({"name": draft.name, "active": draft.active}),
        services=list(draft.service_ids),
    )
    return int(saved["id"])


def save_room_rule(
    session: Session,
    *,
    intent: UUID,
    room: int,
    version: int | None,
    mixing: str,
    pass_limit: int,
    shares: Sequence[tuple[int, int]],
) -> None:
    """How a room mixes its services: `shares` are (service, weight) in the room's order."""
    record = [
        {"service_id": service, "position": position, "weight": weight}
        for position, (service, weight) in enumerate(shares, 1)
    ]
    _save(
        session,
        "save_room_rule(:intent, :room, :version, :mixing, :pass_limit, cast(:shares AS jsonb))",
        intent=intent,
        room=room,
        version=version,
        mixing=mixing,
        pass_limit=pass_limit,
        shares=as_json(record),
    )


def _save(session: Session, wish: str, **values: Any) -> dict[str, Any]:
    answer: dict[str, Any] = session.execute(sa.text(f"SELECT hms.{wish}"), values).scalar_one()
    return answer
