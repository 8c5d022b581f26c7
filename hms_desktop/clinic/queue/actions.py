"""What a desk wishes of the queue: one function each, one round trip, done by the guards' function of that name.

All of them raise Refused with the hospital's sentence; those that take a `version` raise Stale when a colleague
changed the ticket since it was read.
"""

import datetime as dt
import functools
import json
from dataclasses import asdict, dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.queue.rules import ServiceRules


@dataclass(frozen=True)
class Standing:
    """How a ticket stands after a step: the segment to act on next, and its version."""

    segment_id: int
    ticket_id: int
    ticket: str
    patient_id: int
    service_id: int
    service: str
    room_id: int | None
    room: str | None
    state: str
    version: int


@dataclass(frozen=True)
class Ticket(Standing):
    """A new ticket as it is printed."""

    number: int
    barcode: UUID
    business_date: dt.date
    arrived_at: dt.datetime


@dataclass(frozen=True)
class Call(Standing):
    """A call that went out; `kind` is call or recall, `calls` counts both."""

    call_id: int
    kind: str
    calls: int
    called_at: dt.datetime


@dataclass(frozen=True)
class Transferred(Standing):
    """The new segment, and the one that was left, which an undo names."""

    from_segment_id: int
    from_version: int


@dataclass(frozen=True)
class Undone(Standing):
    """The segment as it stood before the step that `undone` names."""

    undone: str


@dataclass(frozen=True)
class ClosedDay:
    """How many tickets a day left unserved."""

    business_date: dt.date
    not_served: int


def issue_ticket(
    session: Session,
    *,
    intent: UUID,
    service: int,
    patient: int,
    priority: str = "ordinary",
    reason: str = "",
    due: dt.datetime | None = None,
) -> Ticket:
    """The service's next number for this patient; a class that is not ordinary needs a reason."""
    return _ticket(
        _ask(
            session,
            "issue_ticket(:intent, :service, :patient, :priority, :reason, :due)",
            intent=intent,
            service=service,
            patient=patient,
            priority=priority,
            reason=reason,
            due=due,
        )
    )


def call_next(session: Session, *, intent: UUID, room: int) -> Call:
    """Call who is next in order among all that the room serves."""
    return _call(_ask(session, "call_next(:intent, :room)", intent=intent, room=room))


def call_ticket(session: Session, *, intent: UUID, segment: int, version: int, room: int) -> Call:
    """Call this very ticket, out of the order."""
    return _call(
        _ask(
            session,
            "call_ticket(:intent, :segment, :version, :room)",
            intent=intent,
            segment=segment,
            version=version,
            room=room,
        )
    )


def recall(session: Session, *, intent: UUID, segment: int, version: int) -> Call:
    """Call the ticket at the room once more."""
    return _call(_ask(session, "recall(:intent, :segment, :version)", intent=intent, segment=segment, version=version))


def start_service(session: Session, *, intent: UUID, segment: int, version: int) -> Standing:
    """The patient has come and is being served."""
    return Standing(**_step(session, "start_service", intent, segment, version))


def finish(session: Session, *, intent: UUID, segment: int, version: int) -> Standing:
    """The patient was served."""
    return Standing(**_step(session, "finish", intent, segment, version))


def no_show(session: Session, *, intent: UUID, segment: int, version: int) -> Standing:
    """The patient did not come, after enough calls and time."""
    return Standing(**_step(session, "no_show", intent, segment, version))


def reinstate(session: Session, *, intent: UUID, segment: int, version: int) -> Standing:
    """Put a no-show or a called ticket back, behind the next three."""
    return Standing(**_step(session, "reinstate", intent, segment, version))


def transfer(
    session: Session,
    *,
    intent: UUID,
    segment: int,
    version: int,
    to_service: int,
    priority: str | None = None,
    reason: str | None = None,
) -> Transferred:
    """Send the ticket on to another service, with its number and arrival; class and reason stay where none is given."""
    return Transferred(
        **_ask(
            session,
            "transfer(:intent, :segment, :version, :to_service, :priority, :reason)",
            intent=intent,
            segment=segment,
            version=version,
            to_service=to_service,
            priority=priority,
            reason=reason,
        )
    )


def cancel_ticket(session: Session, *, intent: UUID, segment: int, version: int, reason: str) -> Standing:
    """Take the ticket off the queue, with a reason."""
    return Standing(
        **_ask(
            session,
            "cancel_ticket(:intent, :segment, :version, :reason)",
            intent=intent,
            segment=segment,
            version=version,
            reason=reason,
        )
    )


def undo(session: Session, *, intent: UUID, segment: int, version: int) -> Undone:
    """Take back the last step of this segment, while nothing followed."""
    return Undone(**_step(session, "undo", intent, segment, version))


def close_day(session: Session, *, intent: UUID, business_date: dt.date) -> ClosedDay:
    """Close what this day and earlier ones left open as not served."""
    answer = _ask(session, "close_day(:intent, :business_date)", intent=intent, business_date=business_date)
    return ClosedDay(dt.date.fromisoformat(answer["business_date"]), answer["not_served"])


def save_service_rules(session: Session, *, intent: UUID, service: int, version: int, rules: ServiceRules) -> None:
    """Set all numbers of one service; Refused where one is out of its range."""
    numbers = {
        name: value.total_seconds() if isinstance(value, dt.timedelta) else value
        for name, value in asdict(rules).items()
    }
    _ask(
        session,
        "save_service_rules(:intent, :service, :version, cast(:record AS jsonb))",
        intent=intent,
        service=service,
        version=version,
        record=json.dumps(numbers),
    )


def _step(session: Session, wish: str, intent: UUID, segment: int, version: int) -> dict[str, Any]:
    return _ask(session, f"{wish}(:intent, :segment, :version)", intent=intent, segment=segment, version=version)


def _ask(session: Session, wish: str, **values: Any) -> dict[str, Any]:
    answer: dict[str, Any] = session.execute(_statement(wish), values).scalar_one()
    return answer


@functools.cache
def _statement(wish: str) -> sa.TextClause:
    return sa.text(f"SELECT hms.{wish}")


def _ticket(answer: dict[str, Any]) -> Ticket:
    return Ticket(
        **answer
        | {
            "barcode": UUID(answer["barcode"]),
            "business_date": dt.date.fromisoformat(answer["business_date"]),
            "arrived_at": dt.datetime.fromisoformat(answer["arrived_at"]),
        }
    )


def _call(answer: dict[str, Any]) -> Call:
    return Call(**answer | {"called_at": dt.datetime.fromisoformat(answer["called_at"])})
