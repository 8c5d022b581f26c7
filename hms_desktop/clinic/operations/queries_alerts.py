"""Reads of what is watched: the figures of now, what is wrong, and the limits."""

import datetime as dt
from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

CALM, WARNING, CRITICAL = "", "warning", "critical"
LEVELS = (CALM, WARNING, CRITICAL)
"""From nothing to the worst."""
MOST = 500


@dataclass(frozen=True)
class Figure:
    """One figure of now; `subject` says of what where there are several (a workstation, a screen, a task)."""

    name: str
    subject: str
    value: float


@dataclass(frozen=True)
class Limit:
    """A rule: the figure it watches, and from where on (above or below) it warns; None: no such limit."""

    id: int
    name: str
    figure: str
    above: bool
    warning: float | None
    critical: float | None
    minutes: int
    active: bool
    version: int

    def level(self, value: float) -> str:
        """WARNING, CRITICAL, or CALM; the same as the function level_of in the database."""
        for level, limit in ((CRITICAL, self.critical), (WARNING, self.warning)):
            if limit is not None and (value > limit if self.above else value < limit):
                return level
        return CALM


@dataclass(frozen=True)
class AlertRow:
    """Something that is or was wrong, with the limit that it passed; times are the hospital's own."""

    id: int
    name: str
    figure: str
    subject: str
    level: str
    value: float
    limit: float
    above: bool
    raised_at: dt.datetime
    acknowledged_at: dt.datetime | None
    acknowledged_by: str
    resolved_at: dt.datetime | None


@dataclass(frozen=True)
class OpenAlerts:
    """How many alerts are open, and how many of them are critical and nobody's yet."""

    open: int
    urgent: int


def figures(session: Session) -> tuple[Figure, ...]:
    """Every figure that the database can tell."""
    rows = session.execute(sa.text("SELECT figure, subject, value FROM hms.figures() WHERE value IS NOT NULL"))
    return tuple(Figure(row.figure, row.subject, float(row.value)) for row in rows)


def limits(session: Session) -> tuple[Limit, ...]:
    """Every rule, in the order in which they were made."""
    rows = session.execute(
        sa.text(
            "SELECT id, name, figure, above, warning::double precision, critical::double precision, minutes, active, "
            "version FROM hms.alert_rules ORDER BY id"
        )
    )
    return tuple(Limit(**row._mapping) for row in rows)


def alerts(session: Session, *, days: int) -> tuple[AlertRow, ...]:
    """What is wrong, the worst first, then what was put right within `days`, the newest first; at most 500."""
    rows = session.execute(
        sa.text(
            """
            SELECT a.id, a.name, a.figure, a.subject, a.level, a.value::double precision,
                   a.limit_value::double precision AS limit, a.above,
                   a.raised_at AT TIME ZONE f.time_zone AS raised_at,
                   a.acknowledged_at AT TIME ZONE f.time_zone AS acknowledged_at,
                   coalesce(p.display_name, a.acknowledged_by, '') AS acknowledged_by,
                   a.resolved_at AT TIME ZONE f.time_zone AS resolved_at
            FROM hms.alert_lines a CROSS JOIN hms.facility f LEFT JOIN hms.people p ON p.login = a.acknowledged_by
            WHERE a.resolved_at IS NULL OR a.resolved_at > statement_timestamp() - make_interval(days => :days)
            ORDER BY a.resolved_at IS NOT NULL, a.level <> 'critical', a.raised_at DESC, a.id DESC LIMIT :most
            """
        ),
        {"days": days, "most": MOST},
    )
    return tuple(AlertRow(**row._mapping) for row in rows)


def open_alerts(session: Session) -> OpenAlerts:
    """What the strip at the foot of the window says."""
    row = session.execute(
        sa.text(
            "SELECT count(*) AS open, count(*) FILTER (WHERE level = 'critical' AND acknowledged_at IS NULL) AS urgent "
            "FROM hms.alert_lines WHERE resolved_at IS NULL"
        )
    ).one()
    return OpenAlerts(row.open, row.urgent)
