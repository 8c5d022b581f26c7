"""What the queue's screens show: the board, a counter's state, the day in numbers; strings come ready to paint."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.patients.rules import Age, Birth, age_on, display_name
from hms_desktop.clinic.queue import rules
from hms_desktop.clinic.queue.queries_journeys import Step, steps
from hms_desktop.core.reference import reference

T = TypeVar("T")


@dataclass(frozen=True)
class BoardRow:
    """One segment of the day. `patient` is empty where the record is restricted and this person has not opened it.

    `patient_id` is None for a number that was taken at the entrance, while nobody has asked whose it is.

    `position` is 1 for who is next of a service, 0 for who does not wait; `why` is a code of rules.Why, `state` of
    rules.State. Minutes count since the ticket joined this line (or was called, served, closed) and since arrival.
    `undo` is the verb that can be taken back, or empty. Times are the facility's, `HH:MM`, empty where there is none.
    `only_room` is the room that it waits for alone, `expected` how many minutes more it is expected to wait.
    """

    segment_id: int
    version: int
    ticket: str
    patient_id: int | None
    patient: str
    age: Age | None
    mrn: str
    service_id: int
    service: str
    state: str
    position: int
    why: str
    priority: str
    ordinary: bool
    reason: str
    room: str
    arrived: str
    due: str
    called: str
    since: str
    calls: int
    minutes: int
    minutes_in_all: int
    undo: str
    ticket_id: int
    only_room: str
    expected: int | None


@dataclass(frozen=True)
class WaitingCount:
    """How one service's line stands."""

    service_id: int
    service: str
    waiting: int
    longest_minutes: int
    at_rooms: int
    served: int


@dataclass(frozen=True)
class AtTheRoom:
    """Who is called or served, and what may be done: seconds are 0 where it may be done now, -1 where not at all.

    `call_id` is the newest call of the ticket to this room; `mrn` is the stored form, empty where restricted.
    `returns_to` is the service that sent it here for a test, where it goes when it is finished.
    """

    segment_id: int
    version: int
    ticket: str
    patient_id: int | None
    patient: str
    age: Age | None
    mrn: str
    arrived: str
    call_id: int
    service_id: int
    service: str
    state: str
    calls: int
    minutes: int
    recall_in: int
    no_show_in: int
    returns_to: str = ""


@dataclass(frozen=True)
class NextInLine:
    """Who would be called now, and why: `mixing` is the rule of a room that mixes several services' lines."""

    segment_id: int
    version: int
    ticket: str
    patient_id: int | None
    patient: str
    service: str
    priority: str
    why: str
    minutes: int
    reason: str
    mixing: str


@dataclass(frozen=True)
class Undoable:
    """The step of this room that may be taken back."""

    segment_id: int
    version: int
    ticket: str
    verb: str


@dataclass(frozen=True)
class Seat:
    """Who opened the room today, and whether it is `open`, `paused` or `closed`; `since` is `HH:MM`."""

    person: str
    state: str
    since: str
    mine: bool


@dataclass(frozen=True)
class CounterState:
    """All that a counter's window shows; `seat` is None where nobody opened or closed the room today."""

    room_id: int
    room: str
    waiting: int
    current: AtTheRoom | None
    next: NextInLine | None
    undoable: Undoable | None
    seat: Seat | None = None
    steps: tuple[Step, ...] = ()


@dataclass(frozen=True)
class ServiceChoice:
    service_id: int
    name: str
    prefix: str


@dataclass(frozen=True)
class Counter:
    """A room that can call, and what it serves."""

    room_id: int
    name: str
    kind: str
    services: tuple[ServiceChoice, ...]


# The patient's name is read as the person asks, so that row policies hide what is restricted.
_BOARD = """
WITH line AS (
    SELECT w.segment_id, w.turn, w.why,
           row_number() OVER (PARTITION BY w.service_id ORDER BY w.turn, w.rank, w.place, w.segment_id) AS position
    FROM hms.waiting w
    WHERE w.business_date = coalesce(:day, hms.business_date()) AND (:all_services OR w.service_id = ANY (:services))
), clock AS (
    SELECT hms.hospital_now() AS at, f.time_zone FROM hms.facility f
), pace AS MATERIALIZED (
    SELECT one.service_id, f.* FROM (SELECT DISTINCT w.service_id FROM hms.waiting w
        WHERE w.business_date = hms.business_date() AND w.business_date = coalesce(:day, w.business_date)
          AND (:all_services OR w.service_id = ANY (:services))) one
    CROSS JOIN LATERAL hms.forecast_of(one.service_id) f
)
SELECT s.id AS segment_id, s.version, t.label AS ticket, s.patient_id,
       coalesce(p.family_name, '') AS family_name, coalesce(p.given_names, '') AS given_names,
       p.birth_date, p.birth_precision, hms.business_date() AS today,
       coalesce(p.mrn, '') AS mrn, s.service_id, v.name AS service, s.state,
       coalesce(line.position, 0) AS position, coalesce(line.why, '') AS why,
       c.name AS priority, c.ordinary, s.reason, coalesce(r.name, '') AS room,
       to_char(s.arrived_at AT TIME ZONE clock.time_zone, 'HH24:MI') AS arrived,
       coalesce(to_char(s.due_at AT TIME ZONE clock.time_zone, 'HH24:MI'), '') AS due,
       coalesce(to_char(s.last_called_at AT TIME ZONE clock.time_zone, 'HH24:MI'), '') AS called,
       coalesce(to_char(s.serving_at AT TIME ZONE clock.time_zone, 'HH24:MI'), '') AS since, s.calls,
       (extract(epoch FROM clock.at - coalesce(s.closed_at, s.serving_at, s.called_at, s.entered_at)) / 60)::int
           AS minutes,
       (extract(epoch FROM coalesce(s.closed_at, clock.at) - s.arrived_at) / 60)::int AS minutes_in_all,
       CASE WHEN last.verb = ANY (:undoable) THEN last.verb ELSE '' END AS undo, s.ticket_id,
       coalesce(only_room.name, '') AS only_room,
       CASE WHEN line.position IS NOT NULL
            THEN round(greatest(wait.seconds, extract(epoch FROM s.due_at - clock.at)) / 60.0)::int END AS expected
FROM hms.segments s
CROSS JOIN clock
JOIN hms.tickets t ON t.id = s.ticket_id
JOIN hms.services v ON v.id = s.service_id
JOIN hms.priority_classes c ON c.rank = s.class_rank
LEFT JOIN hms.patients p ON p.id = s.patient_id
LEFT JOIN hms.rooms r ON r.id = s.room_id
LEFT JOIN hms.rooms only_room ON only_room.id = s.only_room_id
LEFT JOIN line ON line.segment_id = s.id
LEFT JOIN pace ON pace.service_id = s.service_id
LEFT JOIN LATERAL hms.expected_wait(line.position - 1, pace.pace_seconds, pace.spread_seconds, pace.counters) wait
    ON true
LEFT JOIN LATERAL (
    SELECT g.verb FROM hms.segment_changes g WHERE g.segment_id = s.id ORDER BY g.id DESC LIMIT 1
) last ON true
"""

_OF_THE_DAY = """
WHERE s.business_date = coalesce(:day, hms.business_date()) AND (:all_services OR s.service_id = ANY (:services))
  AND (:closed AND s.state <> 'undone' OR s.state IN ('waiting', 'called', 'serving', 'no_show'))
ORDER BY s.state NOT IN ('called', 'serving'), s.state <> 'waiting', line.turn, s.rank, s.place, s.id
LIMIT :most
"""

_OF_A_TICKET = """
WHERE t.id = :ticket AND s.state <> 'undone' ORDER BY s.ordinal DESC
"""


def board(
    session: Session,
    *,
    services: Sequence[int] | None = None,
    business_date: dt.date | None = None,
    closed: bool = False,
    most: int = 500,
) -> tuple[BoardRow, ...]:
    """Who is at the rooms, who waits in order, who did not come and, if asked, what else is closed.

    Of today where no day is given.
    """
    return _board_rows(
        session,
        _OF_THE_DAY,
        day=business_date,
        services=list(services or ()),
        all_services=services is None,
        closed=closed,
        most=most,
    )


def find_ticket(session: Session, *, typed: str) -> tuple[BoardRow, ...]:
    """The segments, newest first, of the ticket with this barcode or with this label today; none if there is none."""
    label = rules.label_as_typed(typed)
    try:
        found = session.scalar(
            sa.text("SELECT id FROM hms.tickets WHERE barcode = :code"), {"code": UUID(typed.strip())}
        )
    except ValueError:
        if label is None:
            return ()
        found = session.scalar(
            sa.text("SELECT id FROM hms.tickets WHERE business_date = hms.business_date() AND label = :label"),
            {"label": label},
        )
    if found is None:
        return ()
    return _board_rows(session, _OF_A_TICKET, ticket=found, day=None, services=[], all_services=True)


def waiting_counts(session: Session, *, services: Sequence[int] | None = None) -> tuple[WaitingCount, ...]:
    """How many wait for each active service today, and since when."""
    found = session.execute(
        sa.text(
            """
            SELECT v.id AS service_id, v.name AS service, count(s.id) FILTER (WHERE s.state = 'waiting') AS waiting,
                   coalesce(max(extract(epoch FROM hms.hospital_now() - s.entered_at) / 60)
                            FILTER (WHERE s.state = 'waiting'), 0)::int AS longest_minutes,
                   count(s.id) FILTER (WHERE s.state IN ('called', 'serving')) AS at_rooms,
                   count(s.id) FILTER (WHERE s.state = 'done') AS served
            FROM hms.services v
            LEFT JOIN hms.segments s ON s.service_id = v.id AND s.business_date = hms.business_date()
                 AND s.state IN ('waiting', 'called', 'serving', 'done')
            WHERE v.active AND (:all_services OR v.id = ANY (:services))
            GROUP BY v.id, v.name ORDER BY v.name
            """
        ),
        {"services": list(services or ()), "all_services": services is None},
    )
    return tuple(WaitingCount(**row._mapping) for row in found)


def counter_state(session: Session, *, room: int) -> CounterState | None:
    """The counter as its window shows it; several statements, so read it as a snapshot. None: no such room."""
    head = session.execute(
        sa.text(
            """
            SELECT r.id AS room_id, r.name AS room, (
                SELECT count(*) FROM hms.segments s JOIN hms.room_services o ON o.service_id = s.service_id
                WHERE o.room_id = r.id AND s.business_date = hms.business_date() AND s.state = 'waiting'
                  AND (s.only_room_id IS NULL OR s.only_room_id = r.id)
            ) AS waiting
            FROM hms.rooms r WHERE r.id = :room
            """
        ),
        {"room": room},
    ).one_or_none()
    if head is None:
        return None
    current = _one(session, _AT_THE_ROOM, AtTheRoom, room=room)
    return CounterState(
        **head._mapping,
        current=current,
        next=_one(session, _NEXT, NextInLine, room=room),
        undoable=_one(session, _UNDOABLE, Undoable, room=room, undoable=sorted(rules.UNDOABLE)),
        seat=_one(session, _SEAT, Seat, room=room),
        steps=steps(session, segment=current.segment_id) if current else (),
    )


_AT_THE_ROOM = """
SELECT s.id AS segment_id, s.version, t.label AS ticket, s.patient_id, coalesce(p.family_name, '') AS family_name,
       coalesce(p.given_names, '') AS given_names, p.birth_date, p.birth_precision, hms.business_date() AS today,
       coalesce(p.mrn, '') AS mrn, to_char(s.arrived_at AT TIME ZONE f.time_zone, 'HH24:MI') AS arrived,
       (SELECT coalesce(max(c.id), 0) FROM hms.queue_calls c WHERE c.segment_id = s.id AND c.kind <> 'withdrawn')
           AS call_id,
       s.service_id, v.name AS service, s.state, s.calls,
       (extract(epoch FROM now.at - coalesce(s.serving_at, s.called_at)) / 60)::int AS minutes,
       CASE WHEN s.state <> 'called' OR s.calls > o.most_recalls THEN -1
            ELSE greatest(0, ceil(extract(epoch FROM s.last_called_at + o.recall_gap - now.at)))::int END AS recall_in,
       CASE WHEN s.state <> 'called' OR s.calls < o.no_show_calls THEN -1
            ELSE greatest(0, ceil(extract(epoch FROM s.called_at + o.no_show_after - now.at)))::int END AS no_show_in,
       coalesce((SELECT b.name FROM hms.segments sent JOIN hms.services b ON b.id = sent.service_id
                 WHERE sent.id = s.return_to), '') AS returns_to
FROM hms.segments s
CROSS JOIN (SELECT hms.hospital_now() AS at) now
CROSS JOIN hms.facility f
JOIN hms.tickets t ON t.id = s.ticket_id
JOIN hms.services v ON v.id = s.service_id
JOIN hms.service_rules o ON o.service_id = s.service_id
LEFT JOIN hms.patients p ON p.id = s.patient_id
WHERE s.room_id = :room AND s.business_date = hms.business_date() AND s.state IN ('called', 'serving')
"""

_NEXT = """
SELECT w.segment_id, w.version, t.label AS ticket, w.patient_id, coalesce(p.family_name, '') AS family_name,
       coalesce(p.given_names, '') AS given_names, v.name AS service, c.name AS priority, w.why,
       (extract(epoch FROM hms.hospital_now() - w.entered_at) / 60)::int AS minutes, w.reason, w.mixing
FROM hms.room_waiting w
JOIN hms.tickets t ON t.id = w.ticket_id
JOIN hms.services v ON v.id = w.service_id
JOIN hms.priority_classes c ON c.rank = w.class_rank
LEFT JOIN hms.patients p ON p.id = w.patient_id
WHERE w.room_id = :room AND w.business_date = hms.business_date()
ORDER BY w.turn, w.lane, w.rank, w.place, w.segment_id LIMIT 1
"""

_SEAT = """
SELECT coalesce(p.display_name, s.person) AS person,
       CASE WHEN s.ended_at IS NOT NULL THEN 'closed'
            WHEN s.paused_at IS NOT NULL THEN 'paused' ELSE 'open' END AS state,
       to_char(coalesce(s.ended_at, s.paused_at, s.opened_at) AT TIME ZONE f.time_zone, 'HH24:MI') AS since,
       s.person = session_user AS mine
FROM hms.sittings s
CROSS JOIN hms.facility f
LEFT JOIN hms.people p ON p.login = s.person
WHERE s.room_id = :room AND s.business_date = hms.business_date()
ORDER BY s.id DESC LIMIT 1
"""

# The last step of this room; while somebody is at it, only what was done to that one.
_UNDOABLE = """
SELECT last.segment_id, last.version, last.ticket, last.verb
FROM (
    SELECT s.id AS segment_id, s.version, t.label AS ticket, g.verb
    FROM hms.segments s
    JOIN hms.tickets t ON t.id = s.ticket_id
    CROSS JOIN LATERAL (
        SELECT c.id, c.verb FROM hms.segment_changes c WHERE c.segment_id = s.id ORDER BY c.id DESC LIMIT 1
    ) g
    WHERE s.room_id = :room AND s.business_date = hms.business_date() AND s.state <> 'waiting'
    ORDER BY s.state NOT IN ('called', 'serving'), g.id DESC LIMIT 1
) last
WHERE last.verb = ANY (:undoable)
"""


@reference("rooms", "room_services", "services")
def services_of_room(session: Session, *, room: int) -> tuple[ServiceChoice, ...]:
    """What this room serves."""
    return next((counter.services for counter in counters(session) if counter.room_id == room), ())


def counters(session: Session) -> tuple[Counter, ...]:
    """Every room in use, with what it serves."""
    rows = session.execute(
        sa.text(
            """
            SELECT r.id, r.name, r.kind, v.id AS service_id, v.name AS service, v.prefix
            FROM hms.rooms r
            LEFT JOIN hms.room_services o ON o.room_id = r.id
            LEFT JOIN hms.services v ON v.id = o.service_id
            WHERE r.active ORDER BY r.name, v.name
            """
        )
    ).all()
    served: dict[tuple[int, str, str], list[ServiceChoice]] = {}
    for room_id, name, kind, service_id, service, prefix in rows:
        choices = served.setdefault((room_id, name, kind), [])
        if service_id is not None:
            choices.append(ServiceChoice(service_id, service, prefix))
    return tuple(Counter(*room, tuple(choices)) for room, choices in served.items())


def _board_rows(session: Session, which: str, **values: Any) -> tuple[BoardRow, ...]:
    found = session.execute(sa.text(_BOARD + which), values | {"undoable": sorted(rules.UNDOABLE)})
    return tuple(BoardRow(**_named(row._mapping)) for row in found)


def _one(session: Session, query: str, kind: type[T], **values: Any) -> T | None:
    row = session.execute(sa.text(query), values).one_or_none()
    return None if row is None else kind(**_named(row._mapping))


def _named(row: sa.RowMapping) -> dict[str, Any]:
    """The row with the patient's name in one piece, and the birth as an age today."""
    values = dict(row)
    if "family_name" in values:
        values["patient"] = display_name(values.pop("given_names"), values.pop("family_name"))
    if "today" in values:
        date, precision = values.pop("birth_date"), values.pop("birth_precision")
        values["age"] = age_on(Birth(date, precision) if date else None, values.pop("today"))
    return values
