"""What a desk wishes of the queue: one function each, one round trip, done by the guards' function of that name.

All of them raise Refused with the hospital's sentence; those that take a `version` raise Stale when a colleague
changed the ticket since it was read.
"""

import datetime as dt
import functools
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa

from hms_desktop.core.standing_alone import Sending, stands_alone


@dataclass(frozen=True)
class Standing:
    """How a ticket stands after a step: the segment to act on next, and its version.

    `patient_id` is None for a number that was taken at the entrance, while nobody has asked whose it is.
    """

    segment_id: int
    ticket_id: int
    ticket: str
    patient_id: int | None
    service_id: int
    service: str
    room_id: int | None
    room: str | None
    state: str
    version: int


@dataclass(frozen=True)
class Ticket(Standing):
    """A new ticket as it is printed; the expected wait stands on it where the service `shows_estimate`."""

    number: int
    barcode: UUID
    business_date: dt.date
    arrived_at: dt.datetime
    estimate_minutes: int | None = None
    shows_estimate: bool = False


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
class Finished(Standing):
    """The segment that was finished, and where the ticket waits now; None where its way ends here."""

    next_segment_id: int | None
    next_service: str | None


@dataclass(frozen=True)
class Undone(Standing):
    """The segment as it stood before the step that `undone` names."""

    undone: str


@dataclass(frozen=True)
class Seat:
    """A counter as it is after a step: `state` is open or paused."""

    room_id: int
    room: str
    state: str


@dataclass(frozen=True)
class ClosedCounter:
    """How many tickets went to another service, and how many any room may call again; `closure_id` is for the undo."""

    closure_id: int
    room_id: int
    room: str
    moved: int
    released: int


@dataclass(frozen=True)
class ClosedDay:
    """How many tickets a day left unserved."""

    business_date: dt.date
    not_served: int


@stands_alone
def issue_ticket(
    session: Sending,
    *,
    intent: UUID,
    service: int,
    patient: int,
    priority: str = "ordinary",
    reason: str = "",
    due: dt.datetime | None = None,
) -> Ticket:
    """The service's next number for this patient, within its opening hours; who has an appointment names its time."""
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


@stands_alone
def issue_journey(
    session: Sending, *, intent: UUID, journey: int, patient: int, priority: str = "ordinary", reason: str = ""
) -> Ticket:
    """A ticket at the first service of a journey; finishing there sends it on by itself."""
    return _ticket(
        _ask(
            session,
            "issue_journey(:intent, :journey, :patient, :priority, :reason)",
            intent=intent,
            journey=journey,
            patient=patient,
            priority=priority,
            reason=reason,
        )
    )


@stands_alone
def issue_outside_hours(
    session: Sending,
    *,
    intent: UUID,
    service: int,
    patient: int,
    why: str,
    priority: str = "ordinary",
    reason: str = "",
) -> Ticket:
    """A ticket although the service gives none now, by those who hold the permission; `why` is kept."""
    return _ticket(
        _ask(
            session,
            "issue_outside_hours(:intent, :service, :patient, :priority, :reason, :why)",
            intent=intent,
            service=service,
            patient=patient,
            priority=priority,
            reason=reason,
            why=why,
        )
    )


@stands_alone
def call_next(session: Sending, *, intent: UUID, room: int) -> Call:
    """Call who is next in order among all that the room serves."""
    return _call(_ask(session, "call_next(:intent, :room)", intent=intent, room=room))


@stands_alone
def call_ticket(session: Sending, *, intent: UUID, segment: int, version: int, room: int) -> Call:
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


@stands_alone
def recall(session: Sending, *, intent: UUID, segment: int, version: int) -> Call:
    """Call the ticket at the room once more."""
    return _call(_ask(session, "recall(:intent, :segment, :version)", intent=intent, segment=segment, version=version))


@stands_alone
def start_service(session: Sending, *, intent: UUID, segment: int, version: int) -> Standing:
    """The patient has come and is being served."""
    return Standing(**_step(session, "start_service", intent, segment, version))


@stands_alone
def finish(session: Sending, *, intent: UUID, segment: int, version: int, step: int | None = None) -> Finished:
    """The patient was served; the ticket goes back to who sent it for a test, or on to the next step of its journey.

    `step` is another step of the journey, or 0 for none.
    """
    return Finished(
        **_ask(
            session,
            "finish(:intent, :segment, :version, :step)",
            intent=intent,
            segment=segment,
            version=version,
            step=step,
        )
    )


@stands_alone
def no_show(session: Sending, *, intent: UUID, segment: int, version: int) -> Standing:
    """The patient did not come, after enough calls and time."""
    return Standing(**_step(session, "no_show", intent, segment, version))


@stands_alone
def reinstate(session: Sending, *, intent: UUID, segment: int, version: int) -> Standing:
    """Put a no-show or a called ticket back, behind the next three."""
    return Standing(**_step(session, "reinstate", intent, segment, version))


@stands_alone
def transfer(
    session: Sending,
    *,
    intent: UUID,
    segment: int,
    version: int,
    to_service: int,
    priority: str | None = None,
    reason: str | None = None,
    comes_back: bool = False,
) -> Transferred:
    """Send the ticket on to another service, with its number and arrival; class and reason stay where none is given.

    With `comes_back` it returns to this service, and to this room where the service sets that, when it is finished
    there.
    """
    return Transferred(
        **_ask(
            session,
            "transfer(:intent, :segment, :version, :to_service, :priority, :reason, :comes_back)",
            intent=intent,
            segment=segment,
            version=version,
            to_service=to_service,
            priority=priority,
            reason=reason,
            comes_back=comes_back,
        )
    )


@stands_alone
def cancel_ticket(session: Sending, *, intent: UUID, segment: int, version: int, reason: str) -> Standing:
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


@stands_alone
def name_ticket(session: Sending, *, intent: UUID, segment: int, version: int, patient: int) -> Standing:
    """Who took this number at the entrance is this patient; from then on the ticket is theirs in all its lines."""
    return Standing(
        **_ask(
            session,
            "name_ticket(:intent, :segment, :version, :patient)",
            intent=intent,
            segment=segment,
            version=version,
            patient=patient,
        )
    )


@stands_alone
def undo(session: Sending, *, intent: UUID, segment: int, version: int) -> Undone:
    """Take back the last step of this segment, while nothing followed."""
    return Undone(**_step(session, "undo", intent, segment, version))


@stands_alone
def close_day(session: Sending, *, intent: UUID, business_date: dt.date) -> ClosedDay:
    """Close what this day and earlier ones left open as not served."""
    answer = _ask(session, "close_day(:intent, :business_date)", intent=intent, business_date=business_date)
    return ClosedDay(dt.date.fromisoformat(answer["business_date"]), answer["not_served"])


@stands_alone
def open_counter(session: Sending, *, intent: UUID, room: int) -> Seat:
    """Sit down at a counter, or go on after a pause."""
    return Seat(**_ask(session, "open_counter(:intent, :room)", intent=intent, room=room))


@stands_alone
def pause_counter(session: Sending, *, intent: UUID, room: int, reason: str = "") -> Seat:
    """Nobody is called to this counter until somebody goes on."""
    return Seat(**_ask(session, "pause_counter(:intent, :room, :reason)", intent=intent, room=room, reason=reason))


@stands_alone
def close_counter(session: Sending, *, intent: UUID, room: int, to_service: int | None = None) -> ClosedCounter:
    """Close a counter; those that nobody else serves go to `to_service`. Refused where they must and none is given."""
    return ClosedCounter(
        **_ask(session, "close_counter(:intent, :room, :to_service)", intent=intent, room=room, to_service=to_service)
    )


@stands_alone
def undo_close_counter(session: Sending, *, intent: UUID, closure: int) -> Seat:
    """Open the counter again and bring back what went from it; Refused when one of the tickets was dealt with since."""
    return Seat(**_ask(session, "undo_close_counter(:intent, :closure)", intent=intent, closure=closure))


def _step(session: Sending, wish: str, intent: UUID, segment: int, version: int) -> dict[str, Any]:
    return _ask(session, f"{wish}(:intent, :segment, :version)", intent=intent, segment=segment, version=version)


def _ask(session: Sending, wish: str, **values: Any) -> dict[str, Any]:
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
