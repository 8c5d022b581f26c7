"""Reads about stock-takes: which there are, the counting sheet, and what a colleague is asked to agree to."""

import datetime as dt
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.medicines.rules import title
from hms_desktop.clinic.stock.rules import last_such_time
from hms_desktop.core.errors import Refused

TIME_WANTED = "Type the time of the count as 10:05, or with its day as 2026-11-23 10:05."


@dataclass(frozen=True)
class TakeRow:
    """A stock-take: lines on its sheet, how many were counted, how many need a second count.

    `differing` is None while the books are closed to whoever reads this: `books` says whether they are open, `looked`
    that this person has looked and no longer counts, `own` that this person counted and so cannot look.
    """

    id: int
    store_id: int
    store: str
    state: str
    opened: str
    opened_by: str
    approved_by: str
    lines: int
    counted: int
    differing: int | None
    once: int
    books: bool
    looked: bool
    own: bool


@dataclass(frozen=True)
class SheetLine:
    """A batch on the sheet; `round` 0 means not counted. `again`: it differs and was counted once.

    One that was found on the shelf and is not on the sheet yet has minus its batch as `line_id`.

    `balance` is what the books said at the moment of the last count; the database tells it to nobody who counts.
    """

    line_id: int
    batch_id: int
    medicine_id: int
    medicine: str
    base_unit: str
    lot: str
    expiry: dt.date | None
    round: int
    counted: int | None
    balance: int | None
    difference: int | None
    again: bool
    person: str
    at: str


def stock_takes(session: Session, *, most: int = 200) -> tuple[TakeRow, ...]:
    """The latest stock-takes, those under way first."""
    rows = session.execute(
        sa.text(
            """
            SELECT t.id, t.store_id, s.name AS store, t.state,
                   to_char(t.opened_at AT TIME ZONE f.time_zone, 'YYYY-MM-DD HH24:MI') AS opened,
                   coalesce(p.display_name, t.opened_by) AS opened_by,
                   coalesce(a.display_name, t.approved_by, '') AS approved_by,
                   (SELECT count(*) FROM hms.stock_take_lines l WHERE l.stock_take_id = t.id) AS lines,
                   c.counted, CASE WHEN r.books THEN c.differing END AS differing, c.once, r.books, r.looked, r.own
            FROM hms.stock_takes t
            JOIN hms.counts_read r ON r.stock_take_id = t.id
            CROSS JOIN hms.facility f
            JOIN hms.stores s ON s.id = t.store_id
            LEFT JOIN hms.people p ON p.login = t.opened_by
            LEFT JOIN hms.people a ON a.login = t.approved_by
            CROSS JOIN LATERAL (
                SELECT count(*) AS counted, count(*) FILTER (WHERE difference <> 0) AS differing,
                       count(*) FILTER (WHERE again) AS once
                FROM hms.last_counts c WHERE c.stock_take_id = t.id) c
            ORDER BY t.state <> 'counting', t.id DESC LIMIT :most
            """
        ),
        {"most": most},
    )
    return tuple(TakeRow(**row._mapping) for row in rows)


def sheet(session: Session, *, count: int) -> tuple[SheetLine, ...]:
    """The counting sheet by medicine and expiry: what is not counted stays as it is."""
    rows = session.execute(
        sa.text(
            """
            SELECT l.id AS line_id, b.id AS batch_id, m.id AS medicine_id, m.name, m.strength, m.form,
                   m.base_unit, b.lot, b.expiry,
                   coalesce(c.round, 0) AS round, c.counted, c.balance, c.difference, coalesce(c.again, false) AS again,
                   coalesce(p.display_name, c.person, '') AS person,
                   coalesce(to_char(c.counted_at AT TIME ZONE f.time_zone, 'HH24:MI'), '') AS at
            FROM hms.stock_take_lines l
            CROSS JOIN hms.facility f
            JOIN hms.batches b ON b.id = l.batch_id
            JOIN hms.medicines m ON m.id = b.medicine_id
            LEFT JOIN hms.last_counts c ON c.line_id = l.id
            LEFT JOIN hms.people p ON p.login = c.person
            WHERE l.stock_take_id = :count
            ORDER BY lower(m.name), m.id, b.expiry, b.id
            """
        ),
        {"count": count},
    )
    return tuple(_line(row) for row in rows)


def line_to_be(session: Session, *, batch: int) -> SheetLine | None:
    """A batch that is not on a sheet yet and may be counted on it; None where there is no such batch."""
    row = session.execute(
        sa.text(
            """
            SELECT m.id, m.name, m.strength, m.form, m.base_unit, b.lot, b.expiry
            FROM hms.batches b JOIN hms.medicines m ON m.id = b.medicine_id WHERE b.id = :batch
            """
        ),
        {"batch": batch},
    ).one_or_none()
    if row is None:
        return None
    words = title(row.name, row.strength, row.form)
    return SheetLine(
        -batch, batch, row.id, words, row.base_unit, row.lot, row.expiry, 0, None, None, None, False, "", ""
    )


def count_content(session: Session, *, count: int) -> dict[str, Any]:
    """What a colleague agrees to when they approve: the stock-take and everything entered so far."""
    found: dict[str, Any] = session.execute(sa.text("SELECT hms.count_content(:count)"), {"count": count}).scalar_one()
    return found


def counters(session: Session, *, count: int) -> frozenset[str]:
    """The logins of those who counted, who do not approve."""
    rows = session.execute(
        sa.text(
            """
            SELECT DISTINCT e.person FROM hms.stock_take_entries e
            JOIN hms.stock_take_lines l ON l.id = e.line_id WHERE l.stock_take_id = :count
            """
        ),
        {"count": count},
    )
    return frozenset(rows.scalars())


def moment_written(session: Session, *, text: str) -> dt.datetime:
    """The moment that was written on a paper sheet, `10:05` or with its day, by the hospital's own clock.

    A time without a day is the last such one. Raises Refused (`count.time`) where it is neither.
    """
    now, zone = session.execute(
        sa.text("SELECT hms.hospital_now() AT TIME ZONE time_zone, time_zone FROM hms.facility")
    ).one()
    wall = last_such_time(text, now=now)
    if wall is None:
        raise Refused("count.time", TIME_WANTED, {"field": "at"})
    moment = sa.text("SELECT CAST(:wall AS timestamp) AT TIME ZONE :zone")
    found: dt.datetime = session.execute(moment, {"wall": wall, "zone": zone}).scalar_one()
    return found


def _line(row: Any) -> SheetLine:
    return SheetLine(
        row.line_id,
        row.batch_id,
        row.medicine_id,
        title(row.name, row.strength, row.form),
        row.base_unit,
        row.lot,
        row.expiry,
        row.round,
        row.counted,
        row.balance,
        row.difference,
        row.again,
        row.person,
        row.at,
    )
