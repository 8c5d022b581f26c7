"""What the hospital has set about its queue, who sits where, and how long a ticket is expected to wait."""

import datetime as dt
from collections.abc import Iterable
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.queue import rules
from hms_desktop.core.reference import reference


@dataclass(frozen=True)
class PriorityChoice:
    """A class as a desk chooses it: whether a reason must be given (rules.ReasonRule), and the usual ones."""

    code: str
    name: str
    ordinary: bool
    reason_rule: str = rules.ReasonRule.MUST
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True)
class ServiceNumbers:
    """One service's rules with the version that a save must name."""

    service_id: int
    service: str
    version: int
    rules: rules.ServiceRules


@dataclass(frozen=True)
class ServiceHours:
    """A service's weekly hours, Monday first."""

    service_id: int
    service: str
    version: int
    last_ticket_before: dt.timedelta
    week: tuple[tuple[rules.Span, ...], ...]


@dataclass(frozen=True)
class ExceptionRow:
    """A day that is not as its weekday; `service_id` None means all services, `span` None that it is closed."""

    id: int
    version: int
    day: dt.date
    service_id: int | None
    service: str
    span: rules.Span | None
    note: str


@dataclass(frozen=True)
class Opening:
    """How a service gives tickets today: `hours` as words, empty where it is open all day, a dash where not at all."""

    service_id: int
    gives_tickets: bool
    hours: str
    note: str


@dataclass(frozen=True)
class ServiceWait:
    """What a newcomer would wait, in minutes; None where nothing can be said yet."""

    service_id: int
    waiting: int
    minutes: int | None
    counters: float | None
    shows_estimate: bool


@dataclass(frozen=True)
class ReasonRow:
    """A reason of a priority class."""

    id: int
    version: int
    class_id: int
    class_name: str
    name: str
    active: bool


@dataclass(frozen=True)
class ClassRow:
    """A priority class and whether it asks for a reason."""

    id: int
    version: int
    name: str
    reason_rule: str


@dataclass(frozen=True)
class Share:
    """A service of a room: its position in the room's order and its share of the room's calls."""

    service_id: int
    service: str
    weight: int


@dataclass(frozen=True)
class RoomMixing:
    """How a room mixes its services, which stand in the room's order; `version` is None before the first save."""

    room_id: int
    room: str
    mixing: str
    pass_limit: int
    shares: tuple[Share, ...]
    version: int | None


@dataclass(frozen=True)
class SittingRow:
    """Who is where today; `state` is open, paused or calling (in a room that nobody opened)."""

    room_id: int
    room: str
    person: str
    state: str
    since: str


@dataclass(frozen=True)
class EstimateQuality:
    """How good a service's estimates were, in minutes: errors are waited minus expected, so more than 0 is longer.

    `covered` is the share (0 to 1) of waits inside the range that was meant to hold eight of ten.
    """

    service: str
    tickets: int
    waited: float
    low_error: float
    median_error: float
    high_error: float
    covered: float


@dataclass(frozen=True)
class OpenDay:
    """A day before today that nobody has closed, and how many tickets it left open."""

    day: dt.date
    open: int


@reference("priority_classes", "priority_reasons")
def priorities(session: Session) -> tuple[PriorityChoice, ...]:
    """The classes, the most urgent first."""
    rows = session.execute(
        sa.text(
            """
            SELECT c.code, c.name, c.ordinary, c.reason_rule,
                   coalesce(array_agg(r.name ORDER BY r.name) FILTER (WHERE r.active), '{}') AS reasons
            FROM hms.priority_classes c LEFT JOIN hms.priority_reasons r ON r.class_id = c.id
            GROUP BY c.id ORDER BY c.rank
            """
        )
    )
    return tuple(PriorityChoice(code, name, usual, rule, tuple(reasons)) for code, name, usual, rule, reasons in rows)


def service_numbers(session: Session) -> tuple[ServiceNumbers, ...]:
    """Every service's rules, for the administrator's page."""
    rows = session.execute(
        sa.text(
            """
            SELECT v.id, v.name, o.version, o.appointment_window, o.ageing_after, o.priority_run, o.put_back_behind,
                   o.recall_gap, o.most_recalls, o.no_show_calls, o.no_show_after, o.last_ticket_before,
                   o.return_behind, o.returns_to_room, o.shows_estimate, o.self_service
            FROM hms.service_rules o JOIN hms.services v ON v.id = o.service_id ORDER BY v.name
            """
        )
    )
    return tuple(
        ServiceNumbers(service, name, version, rules.ServiceRules(*numbers))
        for service, name, version, *numbers in rows
    )


def opening_hours(session: Session) -> tuple[ServiceHours, ...]:
    """Every service's weekly hours; several statements, so read it as a snapshot."""
    spans: dict[int, list[list[rules.Span]]] = {}
    for service, weekday, opens, closes in session.execute(
        sa.text("SELECT service_id, weekday, opens_at, closes_at FROM hms.opening_hours ORDER BY weekday, opens_at")
    ):
        spans.setdefault(service, [[] for _ in range(7)])[weekday - 1].append(rules.Span(opens, closes))
    rows = session.execute(
        sa.text(
            "SELECT v.id, v.name, r.version, r.last_ticket_before FROM hms.services v "
            "JOIN hms.service_rules r ON r.service_id = v.id WHERE v.active ORDER BY v.name"
        )
    )
    return tuple(
        ServiceHours(service, name, version, last, tuple(map(tuple, spans.get(service, ((),) * 7))))
        for service, name, version, last in rows
    )


def opening_exceptions(session: Session) -> tuple[ExceptionRow, ...]:
    """The days that are not as usual from a month ago on, the latest first."""
    rows = session.execute(
        sa.text(
            """
            SELECT e.id, e.version, e.day, e.service_id, coalesce(v.name, '') AS service, e.opens_at, e.closes_at,
                   e.note
            FROM hms.opening_exceptions e LEFT JOIN hms.services v ON v.id = e.service_id
            WHERE e.day > hms.business_date() - 31 ORDER BY e.day DESC, v.name NULLS FIRST
            """
        )
    )
    return tuple(
        ExceptionRow(number, version, day, service, name, rules.Span(opens, closes) if opens else None, note)
        for number, version, day, service, name, opens, closes, note in rows
    )


def openings(session: Session) -> dict[int, Opening]:
    """How each active service gives tickets today."""
    rows = session.execute(
        sa.text(
            """
            SELECT v.id AS service_id, coalesce(bool_or(o.gives_tickets), false) AS gives_tickets,
                   CASE WHEN bool_or(o.closes_at - o.opens_at >= interval '23 hours') THEN ''
                        ELSE hms.hours_today(v.id) END AS hours, coalesce(max(o.note), '') AS note
            FROM hms.services v LEFT JOIN hms.openings o ON o.service_id = v.id
            WHERE v.active GROUP BY v.id
            """
        )
    )
    return {row.service_id: Opening(**row._mapping) for row in rows}


def may_issue_outside_hours(session: Session) -> bool:
    """Whether this person holds the permission to issue outside of the opening hours."""
    return bool(
        session.scalar(
            sa.text(
                "SELECT has_function_privilege("
                "'hms.issue_outside_hours(uuid, bigint, bigint, text, text, text, bigint)', 'EXECUTE')"
            )
        )
    )


def service_waits(session: Session) -> dict[int, ServiceWait]:
    """What a newcomer would wait for each service now."""
    rows = session.execute(
        sa.text("SELECT service_id, waiting, minutes, counters, shows_estimate FROM hms.service_waits")
    )
    return {row.service_id: ServiceWait(**row._mapping) for row in rows}


def reasons(session: Session) -> tuple[ReasonRow, ...]:
    """All reasons, by class and name, those in use first."""
    rows = session.execute(
        sa.text(
            "SELECT r.id, r.version, r.class_id, c.name AS class_name, r.name, r.active FROM hms.priority_reasons r "
            "JOIN hms.priority_classes c ON c.id = r.class_id ORDER BY c.rank, r.active DESC, r.name"
        )
    )
    return tuple(ReasonRow(**row._mapping) for row in rows)


def classes(session: Session) -> tuple[ClassRow, ...]:
    """The classes, the most urgent first."""
    rows = session.execute(sa.text("SELECT id, version, name, reason_rule FROM hms.priority_classes ORDER BY rank"))
    return tuple(ClassRow(**row._mapping) for row in rows)


def room_mixings(session: Session) -> tuple[RoomMixing, ...]:
    """Every room in use that serves several services, and how it mixes them."""
    rows = session.execute(
        sa.text(
            """
            SELECT r.id, r.name, coalesce(m.mixing, 'together') AS mixing, coalesce(m.pass_limit, 3) AS pass_limit,
                   m.version, array_agg(v.id ORDER BY h.position, v.id) AS service_ids,
                   array_agg(v.name ORDER BY h.position, v.id) AS services,
                   array_agg(coalesce(h.weight, 1) ORDER BY h.position, v.id) AS weights
            FROM hms.rooms r
            JOIN hms.room_services s ON s.room_id = r.id
            JOIN hms.services v ON v.id = s.service_id
            LEFT JOIN hms.room_rules m ON m.room_id = r.id
            LEFT JOIN hms.room_shares h ON h.room_id = r.id AND h.service_id = s.service_id
            WHERE r.active GROUP BY r.id, m.id HAVING count(*) > 1 ORDER BY r.name
            """
        )
    )
    return tuple(
        RoomMixing(
            row.id,
            row.name,
            row.mixing,
            row.pass_limit,
            tuple(_shares(zip(row.service_ids, row.services, row.weights, strict=True))),
            row.version,
        )
        for row in rows
    )


def _shares(parts: Iterable[tuple[int, str, int]]) -> Iterable[Share]:
    return (Share(*part) for part in parts)


def sittings(session: Session) -> tuple[SittingRow, ...]:
    """Who sits where now, by room."""
    rows = session.execute(
        sa.text(
            """
            SELECT o.room_id, o.name AS room, coalesce(p.display_name, o.person, '') AS person,
                   CASE WHEN o.paused_at IS NOT NULL THEN 'paused' WHEN o.opened_at IS NULL THEN 'calling'
                        ELSE 'open' END AS state,
                   coalesce(to_char(coalesce(o.paused_at, o.opened_at) AT TIME ZONE f.time_zone, 'HH24:MI'), '')
                       AS since
            FROM hms.open_counters o CROSS JOIN hms.facility f LEFT JOIN hms.people p ON p.login = o.person
            ORDER BY o.name
            """
        )
    )
    return tuple(SittingRow(**row._mapping) for row in rows)


def estimate_quality(session: Session, *, days: int = 7) -> tuple[EstimateQuality, ...]:
    """How good the estimates of the last so many business dates were, today's included, by service."""
    rows = session.execute(
        sa.text(
            """
            SELECT v.name AS service, count(*) AS tickets,
                   percentile_cont(0.5) WITHIN GROUP (ORDER BY o.waited_seconds) / 60 AS waited,
                   percentile_cont(ARRAY[0.1, 0.5, 0.9]) WITHIN GROUP (ORDER BY o.waited_seconds - o.seconds) AS errors,
                   avg((o.waited_seconds BETWEEN o.low_seconds AND o.high_seconds)::int)::float AS covered
            FROM hms.estimate_outcomes o JOIN hms.services v ON v.id = o.service_id
            WHERE o.business_date > hms.business_date() - :days
            GROUP BY v.name ORDER BY v.name
            """
        ),
        {"days": days},
    )
    return tuple(
        EstimateQuality(
            row.service,
            row.tickets,
            row.waited,
            low_error=row.errors[0] / 60,
            median_error=row.errors[1] / 60,
            high_error=row.errors[2] / 60,
            covered=row.covered,
        )
        for row in rows
    )


def open_days(session: Session) -> tuple[OpenDay, ...]:
    """The days before today that nobody has closed, the oldest first."""
    rows = session.execute(sa.text("SELECT business_date, open FROM hms.open_days ORDER BY business_date"))
    return tuple(OpenDay(day, many) for day, many in rows)
