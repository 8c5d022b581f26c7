"""What the charts show, added up by the database: stock and consumption by day, expiry, movers, and suppliers."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Session

MOST_RANKS = 12
EXPIRY_MONTHS = 24


@dataclass(frozen=True)
class StockDay:
    """At the end of a day: what was held, and what was used on it; base units of one medicine, else money."""

    day: dt.date
    held: float
    used: float


@dataclass(frozen=True)
class ExpiryMonth:
    """What the stock that expires in a month has cost; the first month holds all that has expired already."""

    month: dt.date
    expired: bool
    value: float


@dataclass(frozen=True)
class Mover:
    """A medicine that left the shelves for patients and departments: what that has cost, and how much it was."""

    medicine: str
    base_unit: str
    units: int
    value: float


@dataclass(frozen=True)
class Reliability:
    """How a supplier kept to it; days from sending to the last delivery, percents of deliveries and base units.

    `price_drift` compares what was paid last with what was paid first for the same medicines; None: nothing to compare.
    """

    supplier: str
    orders: int
    promised_days: float
    actual_days: float
    on_time: float
    fill_rate: float
    price_drift: float | None


def stock_by_day(
    session: Session, *, since: dt.date, store: int | None = None, medicine: int | None = None
) -> tuple[StockDay, ...]:
    """One entry for each day from `since` until today; units of `medicine`, or the value of everything at cost."""
    rows = session.execute(sa.text(_STOCK), {"since": since, "store": store, "medicine": medicine})
    return tuple(StockDay(row.day, float(row.held), float(row.used)) for row in rows)


def expiry_by_month(session: Session, *, store: int | None = None) -> tuple[ExpiryMonth, ...]:
    """The months that something expires in, at most two years ahead."""
    rows = session.execute(sa.text(_EXPIRY), {"store": store, "months": EXPIRY_MONTHS})
    return tuple(ExpiryMonth(row.month, row.expired, float(row.value)) for row in rows)


def top_movers(session: Session, *, since: dt.date, store: int | None = None) -> tuple[Mover, ...]:
    """What cost most of what was used, the dearest first."""
    rows = session.execute(sa.text(_MOVERS), {"since": since, "store": store, "most": MOST_RANKS})
    return tuple(Mover(row.medicine, row.base_unit, row.units, float(row.value)) for row in rows)


def supplier_reliability(session: Session, *, since: dt.date) -> tuple[Reliability, ...]:
    """The suppliers of orders that were sent since then, those with most orders first."""
    return tuple(
        Reliability(
            row.supplier,
            row.orders,
            float(row.promised_days),
            float(row.actual_days),
            float(row.on_time),
            float(row.fill_rate),
            None if row.price_drift is None else float(row.price_drift),
        )
        for row in session.execute(sa.text(_RELIABILITY), {"since": since, "most": MOST_RANKS})
    )


def today(session: Session) -> dt.date:
    """The facility's date."""
    found: dt.date = session.execute(sa.text("SELECT hms.business_date()")).scalar_one()
    return found


def currency(session: Session) -> str:
    """The facility's currency, three letters."""
    return str(session.scalar(sa.text("SELECT currency FROM hms.facility")) or "")


def rounded(value: float) -> Decimal:
    """A percent or a number of days, with one decimal."""
    return Decimal(str(value)).quantize(Decimal("0.1"))


# A movement counts in units where one medicine is asked for, else in what they cost.
_STOCK = """
WITH moved AS (
    SELECT greatest(m.occurred_on, CAST(:since AS date) - 1) AS day, sum(w.worth) AS worth,
           -sum(w.worth) FILTER (WHERE coalesce(o.kind, m.kind) IN ('dispense', 'issue')) AS used
    FROM hms.movements m
    JOIN hms.batches b ON b.id = m.batch_id
    LEFT JOIN hms.movements o ON o.id = m.reverses_id
    CROSS JOIN LATERAL (
        SELECT m.units * CASE WHEN CAST(:medicine AS bigint) IS NULL THEN coalesce(b.unit_cost, 0) ELSE 1 END AS worth
    ) w
    WHERE (CAST(:store AS bigint) IS NULL OR m.store_id = :store)
      AND (CAST(:medicine AS bigint) IS NULL OR b.medicine_id = :medicine)
    GROUP BY 1
)
SELECT d.day, coalesce(sum(n.worth) OVER (ORDER BY d.day), 0) AS held, coalesce(n.used, 0) AS used
FROM (
    SELECT generate_series(CAST(:since AS date) - 1, (SELECT hms.business_date()), interval '1 day')::date AS day
) d
LEFT JOIN moved n ON n.day = d.day
ORDER BY d.day OFFSET 1
"""
_EXPIRY = """
SELECT (date_trunc('month', greatest(b.expiry, t.today)))::date AS month, b.expiry < t.today AS expired,
       sum(l.units * coalesce(b.unit_cost, 0)) AS value
FROM hms.balances l
JOIN hms.batches b ON b.id = l.batch_id
CROSS JOIN (SELECT hms.business_date() AS today) t
WHERE l.units > 0 AND b.expiry < t.today + make_interval(months => CAST(:months AS integer))
  AND (CAST(:store AS bigint) IS NULL OR l.store_id = :store)
GROUP BY 1, 2 ORDER BY 2 DESC, 1
"""
_MOVERS = """
SELECT concat_ws(' ', i.name, nullif(i.strength, ''), nullif(i.form, '')) AS medicine, i.base_unit,
       u.units, u.value
FROM (
    SELECT b.medicine_id, -sum(m.units)::bigint AS units, -sum(m.units * coalesce(b.unit_cost, 0)) AS value
    FROM hms.movements m
    JOIN hms.batches b ON b.id = m.batch_id
    LEFT JOIN hms.movements o ON o.id = m.reverses_id
    WHERE m.occurred_on >= :since AND coalesce(o.kind, m.kind) IN ('dispense', 'issue')
      AND (CAST(:store AS bigint) IS NULL OR m.store_id = :store)
    GROUP BY b.medicine_id HAVING -sum(m.units) > 0
    ORDER BY value DESC LIMIT :most
) u
JOIN hms.medicines i ON i.id = u.medicine_id
ORDER BY u.value DESC
"""
_RELIABILITY = """
WITH sent AS (
    SELECT o.id, o.supplier_id, o.expected_on - o.sent_on AS promised, came.last_on - o.sent_on AS actual,
           came.last_on <= o.expected_on AS in_time, l.units, l.received
    FROM hms.purchase_orders o
    CROSS JOIN LATERAL (
        SELECT sum(p.units) AS units, sum(least(p.received, p.units)) AS received
        FROM hms.purchase_lines p WHERE p.order_id = o.id
    ) l
    LEFT JOIN LATERAL (SELECT max(r.received_on) AS last_on FROM hms.receipts r WHERE r.order_id = o.id) came ON true
    WHERE o.sent_on >= :since AND (o.state = 'complete' OR came.last_on IS NOT NULL
                                   OR o.expected_on < (SELECT hms.business_date()))
), priced AS (
    SELECT o.supplier_id, l.medicine_id, l.pack_price / l.pack_units AS price,
           row_number() OVER (PARTITION BY o.supplier_id, l.medicine_id ORDER BY o.sent_on, l.id) AS first,
           row_number() OVER (PARTITION BY o.supplier_id, l.medicine_id ORDER BY o.sent_on DESC, l.id DESC) AS last
    FROM hms.purchase_lines l JOIN hms.purchase_orders o ON o.id = l.order_id
    WHERE o.sent_on >= :since AND l.received > 0
), drift AS (
    SELECT a.supplier_id, avg(100 * (z.price - a.price) / nullif(a.price, 0)) AS percent
    FROM priced a JOIN priced z USING (supplier_id, medicine_id)
    WHERE a.first = 1 AND z.last = 1 AND z.first > 1
    GROUP BY a.supplier_id
)
SELECT s.name AS supplier, count(*) AS orders, round(avg(t.promised), 1) AS promised_days,
       coalesce(round(avg(t.actual), 1), 0) AS actual_days,
       round(100.0 * count(*) FILTER (WHERE t.in_time) / count(*), 1) AS on_time,
       round(100.0 * sum(t.received) / sum(t.units), 1) AS fill_rate, round(max(d.percent), 1) AS price_drift
FROM sent t
JOIN hms.suppliers s ON s.id = t.supplier_id
LEFT JOIN drift d ON d.supplier_id = t.supplier_id
GROUP BY s.id ORDER BY orders DESC, s.name LIMIT :most
"""
