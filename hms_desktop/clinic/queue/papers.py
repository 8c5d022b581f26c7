"""What the queue's ticket says on paper: number, service, time, who is before it, and the code that desks scan."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.queue.tables import Ticket
from hms_desktop.core.errors import Refused
from hms_desktop.core.paper import Content

# No name stands on a ticket: it is left on chairs. `before` is NULL for a ticket that does not wait.
# The expected wait is the one that was told at the start of this line, where the service shows it.
_TICKET = sa.text(
    """
    WITH line AS (
        SELECT w.ticket_id,
               row_number() OVER (PARTITION BY w.service_id ORDER BY w.turn, w.rank, w.place, w.segment_id) AS position
        FROM hms.waiting w
        WHERE w.business_date = hms.business_date()
    )
    SELECT t.label AS ticket, v.name AS service, t.barcode, t.arrived_at AT TIME ZONE f.time_zone AS arrived,
           s.due_at AT TIME ZONE f.time_zone AS due, c.name AS priority, c.ordinary, line.position - 1 AS before,
           CASE WHEN line.position > 0 AND r.shows_estimate THEN ceil(e.seconds / 60.0)::int END AS minutes
    FROM hms.tickets t
    CROSS JOIN hms.facility f
    CROSS JOIN LATERAL (
        SELECT g.id, g.service_id, g.due_at, g.class_rank FROM hms.segments g
        WHERE g.ticket_id = t.id AND g.state <> 'undone' ORDER BY g.ordinal DESC LIMIT 1
    ) s
    JOIN hms.services v ON v.id = s.service_id
    JOIN hms.priority_classes c ON c.rank = s.class_rank
    JOIN hms.service_rules r ON r.service_id = s.service_id
    LEFT JOIN line ON line.ticket_id = t.id
    LEFT JOIN hms.ticket_estimates e ON e.segment_id = s.id
    WHERE t.id = :ticket
    """
)


def ticket_paper(session: Session, *, subject: int) -> Content:
    """The ticket `subject` as it stands now; its code is the ticket's UUID (RULES 2). Raises Refused."""
    row = session.execute(_TICKET, {"ticket": subject}).one_or_none()
    if row is None:
        raise Refused("queue.no_such_ticket", "This ticket is not known; look it up again.")
    return Content(
        "ticket",
        {
            "ticket": row.ticket,
            "service": row.service,
            "arrived": row.arrived,
            "due": row.due or "",
            "priority": "" if row.ordinary else row.priority,
            "waiting": "" if row.before is None else row.before,
            "minutes": row.minutes or "",
            "code": str(row.barcode).upper(),
        },
    )


def ticket_captions(session: Session, *, subjects: Sequence[int]) -> dict[int, str]:
    """The tickets' numbers by id."""
    rows = session.execute(sa.select(Ticket.id, Ticket.label).where(Ticket.id.in_(subjects)))
    return {row.id: row.label for row in rows}
