"""A ticket's way through several services: the journeys that are offered, and how far one ticket has come."""

from dataclasses import dataclass

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.core.reference import reference


@dataclass(frozen=True)
class JourneyRow:
    """A journey with its services in their order."""

    id: int
    version: int
    name: str
    active: bool
    service_ids: tuple[int, ...]
    services: tuple[str, ...]


@dataclass(frozen=True)
class Step:
    """One step of a ticket's way: `state` is one of rules.State, `ahead`, or `passed` over; times are `HH:MM`."""

    ordinal: int
    service: str
    state: str
    entered: str
    called: str
    closed: str
    room: str


@reference("journeys", "journey_steps", "services")
def journeys(session: Session) -> tuple[JourneyRow, ...]:
    """All journeys by name, those in use first."""
    rows = session.execute(
        sa.text(
            """
            SELECT j.id, j.version, j.name, j.active, array_agg(v.id ORDER BY s.ordinal) AS service_ids,
                   array_agg(v.name ORDER BY s.ordinal) AS services
            FROM hms.journeys j
            JOIN hms.journey_steps s ON s.journey_id = j.id
            JOIN hms.services v ON v.id = s.service_id
            GROUP BY j.id ORDER BY j.active DESC, j.name
            """
        )
    )
    return tuple(
        JourneyRow(row.id, row.version, row.name, row.active, tuple(row.service_ids), tuple(row.services))
        for row in rows
    )


# The ticket's way: what it went through, then what its journey still holds.
_STEPS = """
WITH mine AS (
    SELECT s.ticket_id FROM hms.segments s WHERE s.id = :segment
), went AS (
    SELECT g.id, g.ordinal, g.service_id, g.state, g.entered_at, g.called_at, g.closed_at, g.room_id
    FROM hms.segments g JOIN mine USING (ticket_id) WHERE g.state <> 'undone'
), planned AS (
    SELECT p.ordinal, p.service_id, p.segment_id, max(p.ordinal) FILTER (WHERE p.segment_id IS NOT NULL) OVER () AS last
    FROM hms.ticket_steps p JOIN mine USING (ticket_id)
)
SELECT way.ordinal, v.name AS service, way.state,
       coalesce(to_char(way.entered_at AT TIME ZONE f.time_zone, 'HH24:MI'), '') AS entered,
       coalesce(to_char(way.called_at AT TIME ZONE f.time_zone, 'HH24:MI'), '') AS called,
       coalesce(to_char(way.closed_at AT TIME ZONE f.time_zone, 'HH24:MI'), '') AS closed, coalesce(r.name, '') AS room
FROM (
    SELECT 0 AS part, w.ordinal AS place, coalesce(p.ordinal, 0)::int AS ordinal, w.service_id, w.state, w.entered_at,
           w.called_at, w.closed_at, w.room_id
    FROM went w LEFT JOIN planned p ON p.segment_id = w.id
    UNION ALL
    SELECT CASE WHEN p.ordinal < coalesce(p.last, 0) THEN 1 ELSE 2 END, p.ordinal, p.ordinal, p.service_id,
           CASE WHEN p.ordinal < coalesce(p.last, 0) THEN 'passed' ELSE 'ahead' END, NULL, NULL, NULL, NULL
    FROM planned p WHERE p.segment_id IS NULL
) way
CROSS JOIN hms.facility f
JOIN hms.services v ON v.id = way.service_id
LEFT JOIN hms.rooms r ON r.id = way.room_id
ORDER BY way.part, way.place
"""


def steps(session: Session, *, segment: int) -> tuple[Step, ...]:
    """The way of this segment's ticket, as it went and as its journey goes on."""
    return tuple(Step(**row._mapping) for row in session.execute(sa.text(_STEPS), {"segment": segment}))
