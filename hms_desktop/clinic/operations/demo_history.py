"""The demo's past weeks: the queue's kept figures of days that are over, as a hospital has them when it looks back.

Only the figures: a ticket is never written into the past, and what is kept of a day outlives its tickets everywhere.
"""

from collections.abc import Mapping

from psycopg.types.json import Jsonb

from hms_desktop.core.connecting import connect
from hms_desktop.core.settings import Server

DAYS = 28
SEED = 0.26
BY_PREFIX: Mapping[str, tuple[int, int, int]] = {
    "A": (62, 24, 9),
    "V": (18, 9, 4),
    "L": (34, 14, 5),
    "X": (16, 17, 8),
    "P": (71, 12, 3),
    "C": (55, 8, 2),
}
"""Of each service: tickets on a weekday, and minutes that a person waits and is served there on average."""


def fill(superuser: Server) -> None:
    """Keep the figures of the last weeks, Sundays left out; on a Saturday half as many people came."""
    profile = [
        {"prefix": prefix, "tickets": tickets, "waits": waits, "served": served}
        for prefix, (tickets, waits, served) in BY_PREFIX.items()
    ]
    with connect(superuser, application="hms-demo", patient=True) as connection:
        connection.execute("SELECT setseed(%s)", (SEED,))
        connection.execute(_CAME, {"profile": Jsonb(profile), "days": DAYS})
        for statement in (_LINES, _TICKETS, _ACTIVITY, _DAYS):
            connection.execute(statement, {"days": DAYS})


# One row for each person: most come in the morning, one in thirty is not there when called, one in fifty leaves before.
_CAME = """
    CREATE TEMP TABLE came ON COMMIT DROP AS
    SELECT day::date AS business_date, s.id AS service_id, (8 + floor(8.9 * random() * random()))::smallint AS hour,
           -ln(1 - random()) * p.waits * 60 AS waited, -ln(1 - random()) * p.served * 60 AS served, random() AS dice
    FROM generate_series(hms.business_date() - %(days)s, hms.business_date() - 1, interval '1 day') day
    CROSS JOIN jsonb_to_recordset(%(profile)s) AS p (prefix text, tickets integer, waits integer, served integer)
    JOIN hms.services s ON s.prefix = p.prefix
    CROSS JOIN LATERAL generate_series(1, CASE extract(isodow FROM day) WHEN 6 THEN p.tickets / 2
                                               WHEN 7 THEN 0 ELSE p.tickets END)"""
_LINES = """
    INSERT INTO hms.line_days (business_date, service_id, hour, minute, state, lines, waited, longest)
    SELECT business_date, service_id, hour, CASE WHEN dice < 0.02 THEN -1 ELSE floor(waited / 60) END,
           CASE WHEN dice < 0.02 THEN 'not_served' WHEN dice < 0.05 THEN 'no_show' ELSE 'done' END,
           count(*), coalesce(sum(waited) FILTER (WHERE dice >= 0.02), 0),
           coalesce(max(waited) FILTER (WHERE dice >= 0.02), 0)
    FROM came GROUP BY 1, 2, 3, 4, 5"""
_TICKETS = """
    INSERT INTO hms.ticket_days (business_date, service_id, minute, tickets, lines, waited, longest, visit, visits)
    SELECT business_date, service_id, CASE WHEN dice < 0.02 THEN -1 ELSE floor(waited / 60) END, count(*), count(*),
           coalesce(sum(waited) FILTER (WHERE dice >= 0.02), 0), coalesce(max(waited) FILTER (WHERE dice >= 0.02), 0),
           sum(waited + served), count(*)
    FROM came GROUP BY 1, 2, 3"""
_ACTIVITY = """
    INSERT INTO hms.activity_days
    SELECT * FROM hms.activity_on(hms.business_date() - %(days)s, hms.business_date() - 1)"""
_DAYS = """
    INSERT INTO hms.kept_days (business_date, kept_at)
    SELECT day::date, hms.hospital_now()
    FROM generate_series(hms.business_date() - %(days)s, hms.business_date() - 1, interval '1 day') day"""
