"""What must be true of every day, checked over the tables after it: one sentence for each breach."""

import datetime as dt
import statistics
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.operations.desks import Log


@dataclass(frozen=True)
class Waits:
    """How long the called tickets of a service waited, in minutes of the hospital's clock."""

    served: int
    median_minutes: float
    p95_minutes: float


_NUMBERS = """
    SELECT s.name || ' gave ' || count(t.id) || ' tickets with ' || count(DISTINCT t.number) || ' numbers up to '
           || coalesce(max(t.number), 0) || ', its counter says ' || d.last_number
    FROM hms.service_days d
    JOIN hms.services s ON s.id = d.service_id
    LEFT JOIN hms.tickets t ON t.service_id = d.service_id AND t.business_date = d.business_date
    WHERE d.business_date = :day
    GROUP BY s.name, d.last_number
    HAVING count(t.id) <> d.last_number OR count(DISTINCT t.number) <> d.last_number
        OR coalesce(max(t.number), 0) <> d.last_number"""

_CALLED_ONCE = """
    WITH steps AS (
        SELECT c.segment_id, c.verb, c.prior ->> 'state' AS was, t.label,
               lag(c.verb) OVER (PARTITION BY c.segment_id ORDER BY c.id) AS before
        FROM hms.segment_changes c
        JOIN hms.segments g ON g.id = c.segment_id
        JOIN hms.tickets t ON t.id = g.ticket_id
        WHERE g.business_date = :day
    )
    SELECT 'Ticket ' || label || ' was called from waiting although it was ' || coalesce(was, 'nowhere')
           || ' after ' || coalesce(before, 'nothing')
    FROM steps
    WHERE verb = 'call'
      AND (was <> 'waiting' OR before NOT IN ('enter', 'put_back', 'undo', 'call_back', 'release'))"""

_CALLS_AND_STEPS = """
    SELECT 'There are ' || calls || ' calls, but ' || steps || ' steps that called'
    FROM (SELECT (SELECT count(*) FROM hms.queue_calls WHERE business_date = :day AND kind <> 'withdrawn') AS calls,
                 (SELECT count(*) FROM hms.segment_changes c JOIN hms.segments g ON g.id = c.segment_id
                  WHERE g.business_date = :day AND c.verb IN ('call', 'recall')) AS steps) counted
    WHERE calls <> steps"""

# How a segment stood after a step is what the next step found, or what it is now. A no-show that is put back may be
# older than another ticket of the same patient, so their spans are compared and not their ends.
_TWO_OPEN = """
    WITH steps AS (
        SELECT c.segment_id, g.patient_id, g.service_id, t.label, c.changed_at AS since,
               coalesce(lead(c.changed_at) OVER later, 'infinity') AS until,
               coalesce(lead(c.prior ->> 'state') OVER later, g.state) AS state
        FROM hms.segment_changes c
        JOIN hms.segments g ON g.id = c.segment_id
        JOIN hms.tickets t ON t.id = g.ticket_id
        WHERE g.business_date = :day
        WINDOW later AS (PARTITION BY c.segment_id ORDER BY c.id)
    ), spans AS (
        SELECT * FROM steps WHERE state IN ('waiting', 'called', 'serving')
    )
    SELECT DISTINCT 'Patient ' || a.patient_id || ' had ' || a.label || ' and ' || b.label || ' open at one time'
    FROM spans a
    JOIN spans b ON b.patient_id = a.patient_id AND b.service_id = a.service_id AND b.segment_id > a.segment_id
    WHERE a.since < b.until AND b.since < a.until"""

_STILL_OPEN = """
    SELECT 'Ticket ' || t.label || ' is still ' || g.state || ' after the end of the day'
    FROM hms.segments g JOIN hms.tickets t ON t.id = g.ticket_id
    WHERE g.business_date = :day AND g.state IN ('waiting', 'called', 'serving')"""

_RECALLS = """
    WITH called AS (
        SELECT c.kind, c.called_at - lag(c.called_at) OVER each_one AS gap, r.recall_gap, r.most_recalls, t.label,
               count(*) FILTER (WHERE c.kind = 'call') OVER each_one AS round, c.segment_id
        FROM hms.standing_calls c
        JOIN hms.tickets t ON t.id = c.ticket_id
        JOIN hms.service_rules r ON r.service_id = c.service_id
        WHERE c.business_date = :day
        WINDOW each_one AS (PARTITION BY c.segment_id ORDER BY c.id)
    )
    SELECT 'Ticket ' || label || ' was called again after ' || gap FROM called
    WHERE kind = 'recall' AND gap < recall_gap
    UNION ALL
    SELECT 'Ticket ' || min(label) || ' was called again ' || count(*) || ' times' FROM called WHERE kind = 'recall'
    GROUP BY segment_id, round HAVING count(*) > min(most_recalls)"""

_NO_SHOWS = """
    SELECT 'Ticket ' || t.label || ' was marked as no-show after ' || (c.prior ->> 'calls') || ' calls and '
           || (c.changed_at - (c.prior ->> 'called_at')::timestamptz)
    FROM hms.segment_changes c
    JOIN hms.segments g ON g.id = c.segment_id
    JOIN hms.tickets t ON t.id = g.ticket_id
    JOIN hms.service_rules r ON r.service_id = g.service_id
    WHERE g.business_date = :day AND c.verb = 'no_show' AND ((c.prior ->> 'calls')::int < r.no_show_calls
        OR c.changed_at - (c.prior ->> 'called_at')::timestamptz < r.no_show_after)"""

_BACKWARDS = """
    SELECT 'Ticket ' || t.label || ' has times that run backwards'
    FROM hms.segments g JOIN hms.tickets t ON t.id = g.ticket_id
    WHERE g.business_date = :day AND (g.entered_at < g.arrived_at OR g.arrived_at <> t.arrived_at
        OR g.called_at < g.entered_at OR g.serving_at < g.called_at
        OR g.closed_at < coalesce(g.called_at, g.entered_at))"""

_AUDITED = """
    SELECT 'Ticket ' || t.label || ' has no entry in the audit trail'
    FROM hms.tickets t
    WHERE t.business_date = :day AND NOT EXISTS (
        SELECT FROM hms.audit a WHERE a.subject = 'tickets' AND a.key = t.id AND a.verb = 'insert')"""

_AFTER_THE_DAY = "the day ends"

CHECKS: Mapping[str, str] = {
    "numbers are given once and without a gap": _NUMBERS,
    "no ticket is called twice": _CALLED_ONCE,
    "every call is a step of its ticket": _CALLS_AND_STEPS,
    "one open ticket per patient, service and day": _TWO_OPEN,
    _AFTER_THE_DAY: _STILL_OPEN,
    "recalls keep their distance and their number": _RECALLS,
    "a no-show had its calls and its time": _NO_SHOWS,
    "time runs forwards": _BACKWARDS,
    "every ticket is in the audit trail": _AUDITED,
}

FURTHER = (
    "what every counter was told is what is kept: no call lost, none twice",
    "nobody was called before somebody who was next",
    "no ordinary ticket waited long while too many priority calls passed it",
    "every call that stood was shown and acknowledged by the screen",
    "every seal of the audit trail fits",
)

_UNSHOWN = """
    SELECT 'Call ' || c.id || ' of ticket ' || t.label || ' was not acknowledged by the screen'
    FROM hms.standing_calls c JOIN hms.tickets t ON t.id = c.ticket_id
    WHERE c.business_date = :day AND NOT EXISTS (
        SELECT FROM hms.display_acknowledgements a WHERE a.call_id = c.id AND a.display_id = :display)"""

_ACKNOWLEDGED = """
    SELECT count(DISTINCT a.call_id) FROM hms.display_acknowledgements a JOIN hms.queue_calls c ON c.id = a.call_id
    WHERE c.business_date = :day AND a.display_id = :display"""

_WAITS = """
    SELECT s.name, extract(epoch FROM min(c.called_at) - g.entered_at)::double precision / 60 AS minutes
    FROM hms.standing_calls c
    JOIN hms.segments g ON g.id = c.segment_id
    JOIN hms.services s ON s.id = g.service_id
    WHERE c.business_date = :day AND c.kind = 'call'
    GROUP BY s.name, g.id, g.entered_at"""


def breaches(session: Session, *, day: dt.date, over: bool = True) -> tuple[str, ...]:
    """What the tables themselves show to be wrong with that business date; its end is looked for when it is `over`."""
    checks = [check for name, check in CHECKS.items() if over or name != _AFTER_THE_DAY]
    return tuple(str(row[0]) for check in checks for row in session.execute(sa.text(check), {"day": day}))


def unshown(session: Session, *, day: dt.date, display: int) -> tuple[str, ...]:
    """The standing calls that the screen did not acknowledge."""
    return tuple(str(row[0]) for row in session.execute(sa.text(_UNSHOWN), {"day": day, "display": display}))


def acknowledged(session: Session, *, day: dt.date, display: int) -> int:
    """How many calls the screen acknowledged."""
    return int(session.execute(sa.text(_ACKNOWLEDGED), {"day": day, "display": display}).scalar_one())


def waits(session: Session, *, day: dt.date) -> dict[str, Waits]:
    """The waits of every service, from joining its line to the first call that stood."""
    minutes: dict[str, list[float]] = defaultdict(list)
    for name, waited in session.execute(sa.text(_WAITS), {"day": day}):
        minutes[name].append(waited)
    return {
        name: Waits(len(each), round(statistics.median(each), 1), round(percentile(each, 0.95), 1))
        for name, each in sorted(minutes.items())
    }


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that at least `share` of all do not exceed (nearest rank)."""
    ordered = sorted(values)
    return ordered[max(0, -(-int(len(ordered) * share * 1000) // 1000) - 1)]


def told_and_kept(session: Session, *, day: dt.date, log: Log) -> tuple[str, ...]:
    """Where what the desks were told is not what the tables hold: nothing lost, nothing twice."""
    kept_calls = {
        row.id: (row.label, row.room_id)
        for row in session.execute(
            sa.text(
                "SELECT c.id, t.label, c.room_id FROM hms.queue_calls c JOIN hms.tickets t ON t.id = c.ticket_id "
                "WHERE c.business_date = :day AND c.kind <> 'withdrawn'"
            ),
            {"day": day},
        )
    }
    kept_tickets = set(
        session.execute(sa.text("SELECT label FROM hms.tickets WHERE business_date = :day"), {"day": day}).scalars()
    )
    told_calls = {call.call_id: (call.ticket, call.room_id) for call in log.calls}
    told_tickets = {ticket.ticket for ticket in log.tickets}
    return (
        *_twice("Call", [call.call_id for call in log.calls]),
        *_twice("Ticket", [ticket.ticket for ticket in log.tickets]),
        *(f"Call {call} was answered to a counter and is not kept" for call in sorted(told_calls.keys() - kept_calls)),
        *(f"Call {call} is kept and no counter heard of it" for call in sorted(kept_calls.keys() - told_calls)),
        *(
            f"Call {call} is kept with another ticket or room than the counter was told"
            for call in sorted(told_calls.keys() & kept_calls)
            if told_calls[call] != kept_calls[call]
        ),
        *(f"Ticket {label} was printed and is not kept" for label in sorted(told_tickets - kept_tickets)),
        *(f"Ticket {label} is kept and was never printed" for label in sorted(kept_tickets - told_tickets)),
    )


def _twice(what: str, given: Iterable[Any]) -> Iterator[str]:
    seen: set[Any] = set()
    for each in given:
        if each in seen:
            yield f"{what} {each} was given twice"
        seen.add(each)
