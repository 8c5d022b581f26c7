"""Reads of the audit trail: who changed what, when and where, and who opened a restricted record."""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.core.keyset import STRIDE, Anchors

VERBS = ("insert", "update", "delete")
TrailKey = tuple[dt.datetime, int]
"""When an entry was written (UTC) and its number: what the list is ordered by, newest first."""


@dataclass(frozen=True)
class TrailWish:
    """Which entries are asked for; the days are the hospital's own, both included, and what is empty asks nothing."""

    first_day: dt.date
    last_day: dt.date
    person: str = ""
    workstation: str = ""
    subject: str = ""
    verb: str = ""
    key: int | None = None


@dataclass(frozen=True)
class TrailRow:
    """One entry. `at` is local, `written_at` the same moment in UTC; `person` the login, `name` what it is called."""

    id: int
    at: dt.datetime
    written_at: dt.datetime
    person: str
    name: str
    workstation: str
    subject: str
    key: int
    verb: str
    sealed: bool


@dataclass(frozen=True)
class Values:
    """What an entry's row held before and after: the columns that changed, or all where it came or went.

    `closed`: it is about a restricted record that is not open, and nothing else is told.
    """

    closed: bool
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(frozen=True)
class Opening:
    """A restricted record that somebody opened, until when, and why; times are local."""

    id: int
    at: dt.datetime
    until: dt.datetime
    person: str
    name: str
    mrn: str
    reason: str


@dataclass(frozen=True)
class Kept:
    """A table of months and for how many of them it is kept; None: for ever."""

    id: int
    subject: str
    months: int | None


_WHERE = """
    FROM hms.audit a
    WHERE a.at >= (SELECT hms.day_opens(:first_day)) AND a.at < (SELECT hms.day_opens(:day_after))
"""
_ASKED = {
    "person": " AND a.person = :person",
    "workstation": " AND a.workstation LIKE :workstation",
    "subject": " AND a.subject = :subject",
    "verb": " AND a.verb = :verb",
    "key": " AND a.key = :key",
}


def trail_anchors(session: Session, *, wish: TrailWish) -> Anchors:
    """How many entries there are, and their anchors, newest first; ask for them in one snapshot."""
    where, values = _asked(wish)
    keys = session.execute(
        sa.text(
            f"""
            SELECT total, at, id FROM (
                SELECT a.at, a.id, count(*) OVER () AS total, row_number() OVER (ORDER BY a.at DESC, a.id DESC) AS place
                {where}) numbered
            WHERE place % :stride = 0 OR place = 1 ORDER BY place
            """  # noqa: S608 - the words are this module's own
        ),
        {**values, "stride": STRIDE},
    ).all()
    return Anchors(keys[0].total if keys else 0, (None, *((key.at, key.id) for key in keys[1:])))


def trail_page(
    session: Session, *, wish: TrailWish, after: TrailKey | None, offset: int, limit: int
) -> tuple[TrailRow, ...]:
    """The `limit` (≤ 200) entries that stand `offset` behind the key `after`, newest first."""
    where, values = _asked(wish)
    if after is not None:
        where += " AND (a.at, a.id) < (:after_at, :after_id)"
        values |= {"after_at": after[0], "after_id": after[1]}
    rows = session.execute(
        sa.text(
            f"""
            SELECT e.id, e.at AT TIME ZONE f.time_zone AS at, e.at AS written_at, e.person,
                   coalesce(p.display_name, e.person) AS name, e.workstation, e.subject, e.key, e.verb,
                   e.block IS NOT NULL AS sealed
            FROM (SELECT a.id, a.at, a.person, a.workstation, a.subject, a.key, a.verb, a.block {where}
                  ORDER BY a.at DESC, a.id DESC OFFSET :offset LIMIT :limit) e
            CROSS JOIN hms.facility f LEFT JOIN hms.people p ON p.login = e.person
            ORDER BY e.at DESC, e.id DESC
            """  # noqa: S608 - the words are this module's own
        ),
        {**values, "offset": offset, "limit": min(limit, 200)},
    )
    return tuple(TrailRow(**row._mapping) for row in rows)


def entry_values(session: Session, *, written_at: dt.datetime, entry: int) -> Values | None:
    """What one entry changed; None where it is not there."""
    row = session.execute(
        sa.text("SELECT closed, before, after FROM hms.audit_values(:at, :id)"), {"at": written_at, "id": entry}
    ).one_or_none()
    return None if row is None else Values(row.closed, row.before or {}, row.after or {})


def openings(session: Session, *, first_day: dt.date, last_day: dt.date) -> tuple[Opening, ...]:
    """The restricted records that were opened on those days, the newest first; at most 2,000."""
    rows = session.execute(
        sa.text(
            """
            SELECT o.id, o.opened_at AT TIME ZONE f.time_zone AS at, o.open_until AT TIME ZONE f.time_zone AS until,
                   o.person, coalesce(p.display_name, o.person) AS name, o.mrn, o.reason
            FROM hms.restricted_openings(hms.day_opens(:first_day), hms.day_opens(:day_after)) o
            CROSS JOIN hms.facility f LEFT JOIN hms.people p ON p.login = o.person
            ORDER BY o.opened_at DESC, o.id DESC
            """
        ),
        {"first_day": first_day, "day_after": last_day + dt.timedelta(days=1)},
    )
    return tuple(Opening(**row._mapping) for row in rows)


def subjects(session: Session) -> tuple[str, ...]:
    """The tables whose changes the trail keeps."""
    return tuple(session.execute(sa.text("SELECT * FROM hms.audited_tables()")).scalars())


def patient_with(session: Session, *, mrn: str) -> int | None:
    """The patient with this record number; None where there is none that this person may see."""
    found: int | None = session.execute(
        sa.text("SELECT id FROM hms.patients WHERE mrn = :mrn"), {"mrn": mrn}
    ).scalar_one_or_none()
    return found


def kept(session: Session) -> tuple[Kept, ...]:
    """What is kept by the month, and how long."""
    rows = session.execute(sa.text("SELECT id, subject, keep_months AS months FROM hms.retention ORDER BY subject"))
    return tuple(Kept(**row._mapping) for row in rows)


def exported(
    session: Session, *, first_day: dt.date, last_day: dt.date, after: TrailKey | None = None, limit: int = 2000
) -> Sequence[Mapping[str, Any]]:
    """The `limit` (≤ 5,000) entries behind `after`, oldest first, with their values, for an inspector's file."""
    rows = session.execute(
        sa.text(
            "SELECT * FROM hms.audit_export(hms.day_opens(:first_day), hms.day_opens(:day_after), "
            ":after_at, :after_id, :limit)"
        ),
        {
            "first_day": first_day,
            "day_after": last_day + dt.timedelta(days=1),
            "after_at": after[0] if after else None,
            "after_id": after[1] if after else None,
            "limit": limit,
        },
    )
    return [dict(row._mapping) for row in rows]


def _asked(wish: TrailWish) -> tuple[str, dict[str, Any]]:
    values = dict(_values(wish))
    where = _WHERE + "".join(words for name, words in _ASKED.items() if name in values)
    return where, values | {"first_day": wish.first_day, "day_after": wish.last_day + dt.timedelta(days=1)}


def _values(wish: TrailWish) -> Iterator[tuple[str, Any]]:
    for name in ("person", "subject", "verb"):
        if getattr(wish, name):
            yield name, getattr(wish, name)
    if wish.workstation:
        escaped = wish.workstation.replace("\\", "\\\\").replace("%", r"\%").replace("_", r"\_")
        yield "workstation", f"%{escaped}%"
    if wish.key is not None:
        yield "key", wish.key
