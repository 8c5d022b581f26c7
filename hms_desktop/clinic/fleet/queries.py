"""How the fleet does, for the performance page: over time, by work, by client, down to one workstation.

Moments are the hospital's wall clock without a zone, durations milliseconds. Without a workstation a query tells of
the whole fleet, from sums that the server keeps; with one, of that workstation's own minutes.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.core import histogram

MOST_POINTS = 240
MOST_ROWS = 500
SILENT_AFTER_SECONDS = 150
"""A client tells each minute; after two that never came it counts as gone."""


@dataclass(frozen=True)
class Moment:
    """One point of time: how long works took, how many there were, and what the way to the server was like."""

    at: datetime
    p50: float
    p95: float
    p99: float
    works: int
    failed: int
    clients: int
    pool_checkouts: int
    pool_opened: int
    pool_waits: int
    pool_wait_ms: int
    lost: int
    stalls: int
    cache_hits: int
    cache_misses: int

    @property
    def reused(self) -> float:
        """The share (0 to 1) of uses of a connection for which none was opened."""
        return 1 - min(self.pool_opened / self.pool_checkouts, 1) if self.pool_checkouts else 1.0


@dataclass(frozen=True)
class WaitMoment:
    """How long patients had waited who were called about then: so many of them, minutes."""

    at: datetime
    called: int
    p50: float
    p95: float
    longest: float


@dataclass(frozen=True)
class WorkRow:
    """One action or query."""

    name: str
    calls: int
    failed: int
    total_ms: int
    p50: float
    p95: float
    p99: float


@dataclass(frozen=True)
class CacheRow:
    """One query of reference data: how often the answer was at hand."""

    name: str
    hits: int
    misses: int

    @property
    def ratio(self) -> float:
        """0 to 1; 1 where nothing was asked."""
        return self.hits / (self.hits + self.misses) if self.hits + self.misses else 1.0


@dataclass(frozen=True)
class ClientRow:
    """The last word of one program at one workstation within the hour; sizes MB, shares percent."""

    workstation: str
    person: str
    program: str
    version: str
    silent_seconds: float
    works: int
    p95: float
    line_ms: float | None
    stalls: int
    longest_stall_ms: int
    memory_mb: int
    cpu_percent: float
    memory_percent: float
    disk_percent: float

    @property
    def alive(self) -> bool:
        return self.silent_seconds < SILENT_AFTER_SECONDS


@dataclass(frozen=True)
class StatementRow:
    """One statement by the server's own books (pg_stat_statements)."""

    statement: str
    calls: int
    total_ms: float
    mean_ms: float
    longest_ms: float
    rows_a_call: float


@dataclass(frozen=True)
class TroubleRow:
    """A crash, or a line where windows stood still: `what` is the kind of error, empty for a standstill."""

    at: datetime
    workstation: str
    program: str
    version: str
    what: str
    line: str
    times: int
    longest_ms: int
    report: str


_SUMMED = (
    "works", "failed", "pool_checkouts", "pool_opened", "pool_waits", "pool_wait_ms", "lost", "stalls", "cache_hits",
    "cache_misses",
)  # fmt: skip
_OF_FLEET = sa.text("""
    SELECT at AT TIME ZONE (SELECT time_zone FROM hms.facility) AS at, clients, latency, works, failed, pool_checkouts,
           pool_opened, pool_waits, pool_wait_ms, lost, stalls, cache_hits, cache_misses
    FROM hms.fleet_minutes
    WHERE at >= (SELECT clock_timestamp() - :minutes * interval '1 minute') ORDER BY fleet_minutes.at
""")
_OF_ONE = sa.text("""
    SELECT at AT TIME ZONE (SELECT time_zone FROM hms.facility) AS at, 1 AS clients, latency, works, failed,
           pool_checkouts, pool_opened, pool_waits, pool_wait_ms, lost, stalls, cache_hits, cache_misses
    FROM hms.telemetry
    WHERE workstation = :workstation AND at >= (SELECT clock_timestamp() - :minutes * interval '1 minute')
    ORDER BY telemetry.at
""")
_WORKS_OF_FLEET = sa.text("""
    SELECT name, calls, failed, ms, latency FROM hms.fleet_works
    WHERE hour >= (SELECT date_trunc('hour', clock_timestamp() - :minutes * interval '1 minute', 'UTC'))
""")
_WORKS_OF_ONE = sa.text("""
    SELECT w.key AS name, (w.value ->> 'n')::bigint AS calls, (w.value ->> 'failed')::bigint AS failed,
           (w.value ->> 'ms')::bigint AS ms, hms.told_counts(w.value -> 'counts') AS latency
    FROM hms.telemetry t CROSS JOIN LATERAL jsonb_each(t.detail -> 'works') w
    WHERE t.workstation = :workstation AND t.at >= (SELECT clock_timestamp() - :minutes * interval '1 minute')
""")
_CACHES_OF_FLEET = sa.text("""
    SELECT tag AS name, sum(hits)::bigint AS hits, sum(misses)::bigint AS misses FROM hms.fleet_caches
    WHERE hour >= (SELECT date_trunc('hour', clock_timestamp() - :minutes * interval '1 minute', 'UTC'))
    GROUP BY tag ORDER BY 2 DESC, 1 LIMIT :most
""")
_CACHES_OF_ONE = sa.text("""
    SELECT c.key AS name, sum((c.value ->> 'hits')::bigint)::bigint AS hits,
           sum((c.value ->> 'misses')::bigint)::bigint AS misses
    FROM hms.telemetry t CROSS JOIN LATERAL jsonb_each(t.detail -> 'caches') c
    WHERE t.workstation = :workstation AND t.at >= (SELECT clock_timestamp() - :minutes * interval '1 minute')
    GROUP BY c.key ORDER BY 2 DESC, 1 LIMIT :most
""")
_CLIENTS = sa.text("""
    SELECT workstation, person, program, version, silent_seconds, works, latency, line_ms, stalls, longest_stall_ms,
           memory_mb, cpu_percent, memory_percent, disk_percent
    FROM hms.fleet_clients
    WHERE CAST(:workstation AS text) IS NULL OR workstation = :workstation ORDER BY workstation, person, program
""")
_TROUBLES = sa.text("""
    WITH since AS MATERIALIZED (SELECT clock_timestamp() - :minutes * interval '1 minute' AS at), trouble AS (
        SELECT c.at, c.workstation, c.program, c.version, c.kind AS what, c.line, 1 AS times, 0 AS longest_ms, c.report
        FROM hms.crashes c WHERE c.at >= (SELECT at FROM since)
        UNION ALL
        SELECT max(t.at), t.workstation, t.program, max(t.version), '', s.key, sum((s.value ->> 'times')::int)::int,
               max((s.value ->> 'longest_ms')::int), ''
        FROM hms.telemetry t CROSS JOIN LATERAL jsonb_each(t.detail -> 'stalled') s
        WHERE t.stalls > 0 AND t.at >= (SELECT at FROM since)
        GROUP BY t.workstation, t.program, s.key
    )
    SELECT at AT TIME ZONE (SELECT time_zone FROM hms.facility) AS at, workstation, program, version, what, line, times,
           longest_ms, report
    FROM trouble
    WHERE CAST(:workstation AS text) IS NULL OR workstation = :workstation
    ORDER BY trouble.at DESC LIMIT :most
""")


def over_time(session: Session, *, minutes: int, workstation: str | None = None) -> tuple[Moment, ...]:
    """At most MOST_POINTS points of the last `minutes`, the oldest first; a minute in which nobody told has none."""
    values = {"minutes": minutes, "workstation": workstation}
    rows = session.execute(_OF_FLEET if workstation is None else _OF_ONE, values).all()
    together = max(1, -(-minutes // MOST_POINTS))
    return tuple(_moment(rows[start : start + together]) for start in range(0, len(rows), together))


def _moment(rows: Iterable[Any]) -> Moment:
    rows = list(rows)
    counts = histogram.added(row.latency for row in rows)
    return Moment(
        at=rows[-1].at,
        p50=histogram.quantile(counts, 0.50),
        p95=histogram.quantile(counts, 0.95),
        p99=histogram.quantile(counts, 0.99),
        clients=max(row.clients for row in rows),
        **{name: int(sum(getattr(row, name) for row in rows)) for name in _SUMMED},
    )


def waits(session: Session, *, minutes: int) -> tuple[WaitMoment, ...]:
    """The waits in the lines of who was called in the last `minutes`, the oldest first; of the whole hospital."""
    rows = session.execute(sa.text("SELECT * FROM hms.waits_over_time(:minutes)"), {"minutes": minutes})
    return tuple(WaitMoment(*row) for row in rows)


def slowest_works(session: Session, *, minutes: int, workstation: str | None = None) -> tuple[WorkRow, ...]:
    """The works that took most time altogether, in the hours that the last `minutes` touch."""
    values = {"minutes": minutes, "workstation": workstation}
    found: dict[str, list[Any]] = {}
    for row in session.execute(_WORKS_OF_FLEET if workstation is None else _WORKS_OF_ONE, values):
        found.setdefault(row.name, []).append(row)
    works = (_work(name, rows) for name, rows in found.items())
    return tuple(sorted(works, key=lambda work: (-work.total_ms, work.name))[:MOST_ROWS])


def _work(name: str, rows: list[Any]) -> WorkRow:
    counts = histogram.added(row.latency for row in rows)
    return WorkRow(
        name,
        calls=sum(row.calls for row in rows),
        failed=sum(row.failed for row in rows),
        total_ms=sum(row.ms for row in rows),
        p50=histogram.quantile(counts, 0.50),
        p95=histogram.quantile(counts, 0.95),
        p99=histogram.quantile(counts, 0.99),
    )


def caches(session: Session, *, minutes: int, workstation: str | None = None) -> tuple[CacheRow, ...]:
    """What was asked of the caches, the most asked first."""
    values = {"minutes": minutes, "workstation": workstation, "most": MOST_ROWS}
    rows = session.execute(_CACHES_OF_FLEET if workstation is None else _CACHES_OF_ONE, values)
    return tuple(CacheRow(**row._mapping) for row in rows)


def clients(session: Session, *, workstation: str | None = None) -> tuple[ClientRow, ...]:
    """Every program that spoke within the hour, by workstation."""
    rows = session.execute(_CLIENTS, {"workstation": workstation})
    return tuple(_client(dict(row._mapping)) for row in rows)


def _client(row: dict[str, Any]) -> ClientRow:
    p95 = histogram.quantile(row.pop("latency"), 0.95)
    return ClientRow(**row, p95=p95)


def costly_statements(session: Session) -> tuple[StatementRow, ...]:
    """The statements on which the server spends most of its time; none where it does not count them."""
    rows = session.execute(sa.text("SELECT * FROM hms.costly_statements(100)"))
    return tuple(StatementRow(**row._mapping) for row in rows)


def troubles(session: Session, *, minutes: int, workstation: str | None = None) -> tuple[TroubleRow, ...]:
    """Crashes, and where windows stood still, the newest first."""
    values = {"minutes": minutes, "workstation": workstation, "most": MOST_ROWS}
    return tuple(TroubleRow(**row._mapping) for row in session.execute(_TROUBLES, values))
