"""Lives a past day through once more from what was kept of it, and says where a call broke the order (RULES 5, 6, 8).

The order is reckoned by queue/rules.py, which knows nothing of the SQL that made the calls.
"""

import datetime as dt
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.queue import rules
from hms_desktop.clinic.queue.queries_planning import service_numbers

_SEGMENTS = """
    SELECT g.id, g.service_id, t.label, g.class_rank, g.arrived_at, g.due_at, g.state, g.rank, g.place, g.put_back_at,
           g.only_room_id, CASE WHEN g.back_from IS NOT NULL THEN g.entered_at END AS came_back_at
    FROM hms.segments g JOIN hms.tickets t ON t.id = g.ticket_id WHERE g.business_date = :day"""
_CHANGES = """
    SELECT c.segment_id, c.changed_at, c.verb, c.prior ->> 'state' AS state, (c.prior ->> 'rank')::int AS rank,
           (c.prior ->> 'place')::timestamptz AS place, (c.prior ->> 'put_back_at')::timestamptz AS put_back_at,
           (c.prior ->> 'only_room_id')::bigint AS only_room_id
    FROM hms.segment_changes c JOIN hms.segments g ON g.id = c.segment_id
    WHERE g.business_date = :day ORDER BY c.id"""
_CALLS = """
    SELECT c.id, c.segment_id, c.service_id, c.room_id, c.ordinary, c.called_at, w.called_at AS withdrawn_at
    FROM hms.queue_calls c LEFT JOIN hms.queue_calls w ON w.withdraws = c.id
    WHERE c.business_date = :day AND c.kind = 'call' ORDER BY c.id"""


@dataclass
class _Segment:
    """A ticket's part in one line, and how it stood from each of its changes on."""

    id: int
    label: str
    class_rank: int
    arrived_at: dt.datetime
    due_at: dt.datetime | None
    came_back_at: dt.datetime | None
    times: list[dt.datetime] = field(default_factory=list)
    standings: list[Any] = field(default_factory=list)

    def waiting_as(self, standing: Any) -> rules.Waiting:
        return rules.Waiting(
            self.id,
            self.class_rank,
            standing.rank,
            standing.place,
            self.arrived_at,
            self.due_at,
            standing.put_back_at,
            standing.only_room_id,
            self.came_back_at is not None and standing.put_back_at == self.came_back_at,
        )

    def waits_through(self, start: dt.datetime, end: dt.datetime) -> rules.Waiting | None:
        """How it waited without a change from `start` to `end`, both included; None where it did not."""
        at = bisect_left(self.times, start)
        if at == 0 or at != bisect_right(self.times, end):
            return None
        standing = self.standings[at - 1]
        return self.waiting_as(standing) if standing.state == rules.State.WAITING else None


@dataclass(frozen=True)
class _Line:
    """Everything about one service's day."""

    numbers: rules.ServiceRules
    segments: Mapping[int, _Segment]
    called_from: Mapping[int, list[rules.Waiting]]
    calls: Sequence[Any]


def broken_order(session: Session, *, day: dt.date, blur: dt.timedelta = dt.timedelta(0)) -> tuple[str, ...]:
    """One sentence for each call of that business date that passed over somebody who was next.

    What happened within `blur` of a call (nothing, where the clock stood still) may have been seen or not.
    """
    found: list[str] = []
    for line in _lines(session, day):
        found.extend(_out_of_turn(line, blur))
        found.extend(_starved(line, blur))
    return tuple(found)


def _out_of_turn(line: _Line, blur: dt.timedelta) -> Iterator[str]:
    nth: dict[int, int] = defaultdict(int)
    for index, call in enumerate(line.calls):
        own = line.called_from[call.segment_id][nth[call.segment_id]]
        nth[call.segment_id] += 1
        waiting = _waiting_at(line, call, blur)
        seen = (
            _last_ordinary(line.calls[:index], call.called_at),
            _last_ordinary([c for c in line.calls[:index] if c.called_at < call.called_at - blur], call.called_at),
        )
        moments = {call.called_at, call.called_at - blur}
        first = {
            rules.in_order([own, *waiting], last, moment, line.numbers)[0].id for last in seen for moment in moments
        }
        if own.id not in first:
            yield (
                f"Ticket {line.segments[own.id].label} was called at {call.called_at:%H:%M:%S} although "
                f"{line.segments[min(first)].label} was next"
            )


def _starved(line: _Line, blur: dt.timedelta) -> Iterator[str]:
    """RULES 6: with n counters at most 3 + n - 1 priority calls pass an ordinary ticket that waited long."""
    most = line.numbers.priority_run + len({call.room_id for call in line.calls}) - 1
    passed = 0
    for call in line.calls:
        if call.ordinary:
            passed = 0
        elif call.withdrawn_at is None:
            waiting = _waiting_at(line, call, blur)
            aged = rules.promoted(waiting, [False] * line.numbers.priority_run, call.called_at - blur, line.numbers)
            passed = passed + 1 if aged else 0
            if passed > most:
                label = line.segments[min(aged)].label
                yield f"Ticket {label} waited long and {passed} priority calls in a row passed it"


def _waiting_at(line: _Line, call: Any, blur: dt.timedelta) -> list[rules.Waiting]:
    """Those who could have been called instead."""
    start, end = call.called_at - blur, call.called_at + blur
    return [
        waiting
        for segment in line.segments.values()
        if segment.id != call.segment_id
        and (waiting := segment.waits_through(start, end)) is not None
        and waiting.only_room in (None, call.room_id)
    ]


def _last_ordinary(calls: Sequence[Any], now: dt.datetime) -> list[bool]:
    """Of each call that still stood at `now` whether it was ordinary, newest first."""
    return [call.ordinary for call in reversed(calls) if call.withdrawn_at is None or call.withdrawn_at > now]


def _lines(session: Session, day: dt.date) -> list[_Line]:
    by_service: dict[int, dict[int, _Segment]] = defaultdict(dict)
    by_id: dict[int, _Segment] = {}
    now_as: dict[int, Any] = {}
    for row in session.execute(sa.text(_SEGMENTS), {"day": day}):
        segment = _Segment(row.id, row.label, row.class_rank, row.arrived_at, row.due_at, row.came_back_at)
        by_service[row.service_id][row.id] = by_id[row.id] = segment
        now_as[row.id] = row
    called_from: dict[int, list[rules.Waiting]] = defaultdict(list)
    for change in session.execute(sa.text(_CHANGES), {"day": day}):
        segment = by_id[change.segment_id]
        if segment.times:
            segment.standings.append(change)
        segment.times.append(change.changed_at)
        if change.verb == "call":
            called_from[segment.id].append(segment.waiting_as(change))
    for segment in by_id.values():
        segment.standings.append(now_as[segment.id])
    calls: dict[int, list[Any]] = defaultdict(list)
    for call in session.execute(sa.text(_CALLS), {"day": day}):
        calls[call.service_id].append(call)
    numbers = {each.service_id: each.rules for each in service_numbers(session)}
    return [_Line(numbers[service], segments, called_from, calls[service]) for service, segments in by_service.items()]
