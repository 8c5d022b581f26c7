"""Reads of the stock room, each made for one screen: a store's shelf, a batch's card, what expires."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.medicines.rules import title
from hms_desktop.clinic.stock import queries_rules, rules
from hms_desktop.core.keyset import STRIDE, Anchors
from hms_desktop.core.reference import reference

GTIN_LENGTHS = (8, 12, 13, 14)
MOST = 2000
"""The most lines of a board; a hospital that has more narrows the store."""
ShelfKey = tuple[str, int, dt.date | None, int]
"""Where a batch stands on the shelf: medicine's name and id, expiry, batch."""


@dataclass(frozen=True)
class StoreRow:
    """A store on the list, with the department whose it is."""

    id: int
    name: str
    kind: str
    department_id: int | None
    department: str
    active: bool
    version: int


@dataclass(frozen=True)
class ShelfRow:
    """A batch in a store. `standing` says whether it may be handed on; `units` in `base_unit`."""

    store_id: int
    batch_id: int
    medicine_id: int
    medicine: str
    base_unit: str
    lot: str
    expiry: dt.date | None
    days: int | None
    standing: str
    units: int
    unit_cost: Decimal | None


@dataclass(frozen=True)
class BatchMedicine:
    """What is in a batch."""

    medicine_id: int
    medicine: str
    base_unit: str


@dataclass(frozen=True)
class MovementRow:
    """An entry of a batch card; `whither` is the other store or the department, times are the facility's.

    `reversed` says that it was taken back.
    """

    id: int
    store_id: int
    store: str
    recorded: str
    occurred_on: dt.date
    kind: str
    units: int
    balance: int
    whither: str
    document: str
    reason: str
    person: str
    reversed: bool


@dataclass(frozen=True)
class ExpiryRow:
    """A batch in a store that expires soon or has; `left` is what will not be used by then at today's pace."""

    store_id: int
    store: str
    batch_id: int
    medicine_id: int
    medicine: str
    base_unit: str
    lot: str
    expiry: dt.date
    days: int
    units: int
    left: int
    value: Decimal
    standing: str


def today(session: Session) -> dt.date:
    """The hospital's business date."""
    found: dt.date = session.execute(sa.text("SELECT hms.business_date()")).scalar_one()
    return found


@reference("stores", "departments")
def stores(session: Session) -> tuple[StoreRow, ...]:
    """All stores by name, closed ones last."""
    rows = session.execute(
        sa.text(
            """
            SELECT s.id, s.name, s.kind, s.department_id, coalesce(d.name, '') AS department, s.active, s.version
            FROM hms.stores s LEFT JOIN hms.departments d ON d.id = s.department_id
            ORDER BY s.active DESC, lower(s.name)
            """
        )
    )
    return tuple(StoreRow(**row._mapping) for row in rows)


_SOUGHT = """
FROM hms.shelf_lines
WHERE store_id = :store
  AND (:text = '' OR name ILIKE :like OR lot ILIKE :like
       OR medicine_id IN (SELECT p.medicine_id FROM hms.packs p WHERE p.gtin = :gtin))
"""
_SHELF = (
    "SELECT store_id, batch_id, medicine_id, name, strength, form, base_unit, lot, expiry, state, units, unit_cost, "
    "today" + _SOUGHT
)
_NUMBERED = (
    "SELECT by_name, medicine_id, expiry, batch_id, count(*) OVER () AS total, "
    "row_number() OVER (ORDER BY by_name, medicine_id, by_expiry, batch_id) AS place" + _SOUGHT
)
_KEY = (
    sa.column("by_name", sa.Text),
    sa.column("medicine_id", sa.BigInteger),
    sa.column("expiry", sa.Date),
    sa.column("batch_id", sa.BigInteger),
)
_BEHIND = (
    " AND (by_name, medicine_id, by_expiry, batch_id) "
    "> (:name, :medicine, coalesce(CAST(:expiry AS date), 'infinity'), :batch)"
)
_BY_SHELF = " ORDER BY by_name, medicine_id, by_expiry, batch_id OFFSET :offset LIMIT :limit"


def shelf_anchors(session: Session, *, store: int, text: str = "") -> Anchors:
    """How many batches lie in the store, and its anchors; ask for them in one snapshot."""
    numbered = (
        sa.text(_NUMBERED)
        .columns(*_KEY, sa.column("total", sa.BigInteger), sa.column("place", sa.BigInteger))
        .subquery()
    )
    keys = session.execute(
        sa.select(numbered.c.total, *(numbered.c[part.name] for part in _KEY))
        .where(sa.or_(numbered.c.place % STRIDE == 0, numbered.c.place == 1))
        .order_by(numbered.c.place),
        _sought(text) | {"store": store},
    ).all()
    return Anchors(keys[0].total if keys else 0, (None, *(tuple(key[1:]) for key in keys[1:])))


def shelf_page(
    session: Session, *, store: int, after: ShelfKey | None, offset: int, limit: int, text: str = ""
) -> tuple[ShelfRow, ...]:
    """The `limit` (≤ 200) batches that stand `offset` behind the key `after`: by medicine, then first expired first."""
    values = dict(zip(("name", "medicine", "expiry", "batch"), after or (), strict=False))
    rows = session.execute(
        sa.text(_SHELF + (_BEHIND if after else "") + _BY_SHELF),
        _sought(text) | values | {"store": store, "offset": offset, "limit": min(limit, 200)},
    )
    return tuple(_shelf_row(row) for row in rows)


def batch_on_shelf(session: Session, *, store: int, batch: int) -> ShelfRow | None:
    """One batch in a store; None where the store holds nothing of it."""
    row = session.execute(
        sa.text(_SHELF + " AND batch_id = :batch"), _sought("") | {"store": store, "batch": batch}
    ).one_or_none()
    return None if row is None else _shelf_row(row)


def batch_somewhere(session: Session, *, batch: int, store: int | None = None) -> ShelfRow | None:
    """One batch in `store`, or in the store that holds most of it; None where nothing of it is left."""
    row = session.execute(
        sa.text(
            """
            SELECT * FROM hms.shelf_lines WHERE batch_id = :batch
            ORDER BY store_id = CAST(:store AS bigint) DESC NULLS LAST, units DESC, store_id LIMIT 1
            """
        ),
        {"batch": batch, "store": store},
    ).one_or_none()
    return None if row is None else _shelf_row(row)


def medicine_of_batch(session: Session, *, batch: int) -> BatchMedicine | None:
    """What is in a batch, whether anything of it is left or not; None where there is no such batch."""
    row = session.execute(
        sa.text(
            """
            SELECT m.id, m.name, m.strength, m.form, m.base_unit
            FROM hms.batches b JOIN hms.medicines m ON m.id = b.medicine_id WHERE b.id = :batch
            """
        ),
        {"batch": batch},
    ).one_or_none()
    return None if row is None else BatchMedicine(row.id, title(row.name, row.strength, row.form), row.base_unit)


def batches_of_pack(session: Session, *, gtin: str, lot: str, expiry: dt.date | None = None) -> tuple[int, ...]:
    """The batches that a pack may be of by its code: of its own medicine, with this lot; the same expiry first."""
    found = session.execute(
        sa.text(
            """
            SELECT b.id FROM hms.packs p JOIN hms.batches b ON b.medicine_id = p.medicine_id
            WHERE p.gtin = :gtin AND lower(b.lot) = lower(btrim(:lot))
            ORDER BY b.expiry IS DISTINCT FROM CAST(:expiry AS date), b.id
            """
        ),
        {"gtin": gtin, "lot": lot, "expiry": expiry},
    )
    return tuple(found.scalars())


def held_back(session: Session, *, batches: Sequence[int]) -> str:
    """What keeps every one of these batches from being handed on (recalled, quarantined, expired); empty where none."""
    rows = session.execute(
        sa.text("SELECT state, expiry, hms.business_date() AS today FROM hms.batches WHERE id = ANY (:batches)"),
        {"batches": list(batches)},
    )
    found = {rules.standing(row.state, row.expiry, today=row.today) for row in rows}
    return "" if "usable" in found else next((one for one in rules.GRAVEST if one in found), "")


def batches_of_lot(session: Session, *, medicine: int, lot: str) -> tuple[dt.date | None, ...]:
    """The expiries under which this lot of the medicine is known already (rule 24: another one asks)."""
    found = session.execute(
        sa.text("SELECT expiry FROM hms.batches WHERE medicine_id = :medicine AND lot = btrim(:lot) ORDER BY expiry"),
        {"medicine": medicine, "lot": lot},
    )
    return tuple(found.scalars())


_CARD = """
SELECT v.id, v.store_id, s.name AS store,
       to_char(v.recorded_at AT TIME ZONE f.time_zone, 'YYYY-MM-DD HH24:MI') AS recorded,
       v.occurred_on, v.kind, v.units, v.balance, coalesce(o.name, d.name, '') AS whither, v.document, v.reason,
       coalesce(p.display_name, v.person) AS person,
       EXISTS (SELECT FROM hms.movements r WHERE r.reverses_id = v.id) AS reversed
FROM hms.movements v
CROSS JOIN hms.facility f
JOIN hms.stores s ON s.id = v.store_id
LEFT JOIN hms.stores o ON o.id = v.other_store_id
LEFT JOIN hms.departments d ON d.id = v.department_id
LEFT JOIN hms.people p ON p.login = v.person
WHERE v.batch_id = :batch AND v.store_id = :store
"""


def card_anchors(session: Session, *, store: int, batch: int) -> Anchors:
    """How many entries a batch has in a store, and their anchors, newest first; ask for them in one snapshot."""
    keys = session.execute(
        sa.text(
            """
            SELECT total, id FROM (
                SELECT id, count(*) OVER () AS total, row_number() OVER (ORDER BY id DESC) AS place
                FROM hms.movements WHERE batch_id = :batch AND store_id = :store) numbered
            WHERE place % :stride = 0 OR place = 1 ORDER BY place
            """
        ),
        {"store": store, "batch": batch, "stride": STRIDE},
    ).all()
    return Anchors(keys[0].total if keys else 0, (None, *(key.id for key in keys[1:])))


def card_page(
    session: Session, *, store: int, batch: int, after: int | None, offset: int, limit: int
) -> tuple[MovementRow, ...]:
    """The `limit` (≤ 200) entries that stand `offset` behind the entry `after`, newest first."""
    older = "" if after is None else " AND v.id < :after"
    rows = session.execute(
        sa.text(_CARD + older + " ORDER BY v.id DESC OFFSET :offset LIMIT :limit"),
        {"store": store, "batch": batch, "after": after, "offset": offset, "limit": min(limit, 200)},
    )
    return tuple(MovementRow(**row._mapping) for row in rows)


def expiring(session: Session, *, within: int, store: int | None = None) -> tuple[ExpiryRow, ...]:
    """What has expired or will `within` so many days, soonest first, in one store or in all; at most MOST lines."""
    usage_days = queries_rules.stock_rules(session).rules.usage_days
    rows = session.execute(
        sa.text(
            """
            WITH used AS MATERIALIZED (SELECT * FROM hms.stock_usage(:store, :over))
            SELECT h.store_id, s.name AS store, b.id AS batch_id, m.id AS medicine_id, m.name, m.strength, m.form,
                   m.base_unit, b.lot, b.expiry, b.expiry - hms.business_date() AS days, b.state, h.units,
                   coalesce(h.units * b.unit_cost, 0) AS value, coalesce(u.used, 0) AS used,
                   hms.business_date() AS today
            FROM hms.batches b
            JOIN hms.balances h ON h.batch_id = b.id AND h.units > 0
            JOIN hms.stores s ON s.id = h.store_id
            JOIN hms.medicines m ON m.id = b.medicine_id
            LEFT JOIN used u ON u.store_id = h.store_id AND u.medicine_id = m.id
            WHERE b.expiry <= (SELECT hms.business_date()) + CAST(:within AS integer)
              AND (CAST(:store AS bigint) IS NULL OR h.store_id = :store)
            ORDER BY b.expiry, b.id, h.store_id LIMIT :most
            """
        ),
        {"within": within, "store": store, "over": usage_days, "most": MOST},
    ).all()
    found = tuple(
        ExpiryRow(
            store_id=row.store_id,
            store=row.store,
            batch_id=row.batch_id,
            medicine_id=row.medicine_id,
            medicine=title(row.name, row.strength, row.form),
            base_unit=row.base_unit,
            lot=row.lot,
            expiry=row.expiry,
            days=row.days,
            units=row.units,
            left=row.units,
            value=row.value,
            standing=rules.standing(row.state, row.expiry, today=row.today),
        )
        for row in rows
    )
    return _what_is_left(found, {(row.store_id, row.medicine_id): row.used for row in rows}, usage_days)


def _what_is_left(rows: Sequence[ExpiryRow], used: Mapping[tuple[int, int], int], over: int) -> tuple[ExpiryRow, ...]:
    """The rows with what will not be used of each; their order of expiry stays."""
    shelves: dict[tuple[int, int], list[ExpiryRow]] = {}
    for row in rows:
        shelves.setdefault((row.store_id, row.medicine_id), []).append(row)
    left = {
        (row.store_id, row.batch_id): units
        for shelf, batches in shelves.items()
        for row, units in zip(
            batches,
            rules.left_of_each(
                [(one.units, one.days if one.standing == "usable" else None) for one in batches], used[shelf], over
            ),
            strict=True,
        )
    }
    return tuple(replace(row, left=left[row.store_id, row.batch_id]) for row in rows)


def _sought(text: str) -> dict[str, Any]:
    """The text as a piece of a name or a lot, whose wildcards mean themselves, or as a pack's GTIN."""
    plain = text.strip() if text.isprintable() else ""
    escaped = plain.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    gtin = plain.zfill(14) if plain.isascii() and plain.isdigit() and len(plain) in GTIN_LENGTHS else ""
    return {"text": plain, "like": f"%{escaped}%", "gtin": gtin}


def _shelf_row(row: Any) -> ShelfRow:
    return ShelfRow(
        store_id=row.store_id,
        batch_id=row.batch_id,
        medicine_id=row.medicine_id,
        medicine=title(row.name, row.strength, row.form),
        base_unit=row.base_unit,
        lot=row.lot,
        expiry=row.expiry,
        days=None if row.expiry is None else (row.expiry - row.today).days,
        standing=rules.standing(row.state, row.expiry, today=row.today),
        units=row.units,
        unit_cost=row.unit_cost,
    )
