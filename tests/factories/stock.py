"""Stores and stock of a test's hospital, written as the superuser."""

import datetime as dt
import itertools

from tests.hospital import Hospital

_numbers = itertools.count(1)


def today(hospital: Hospital) -> dt.date:
    """The hospital's business date."""
    [(day,)] = hospital.sql("SELECT hms.business_date()")
    assert isinstance(day, dt.date)
    return day


def make_medicine(hospital: Hospital, name: str = "", *, strength: str = "500 mg", controlled: str = "") -> int:
    """A medicine counted in tablets; its id."""
    [(made,)] = hospital.sql(
        """INSERT INTO hms.medicines (name, strength, form, route, base_unit, controlled)
        VALUES (%s, %s, 'tablet', 'oral', 'tablet', %s) RETURNING id""",
        name or f"Medicine {next(_numbers)}",
        strength,
        controlled,
    )
    return int(made)


def make_store(hospital: Hospital, name: str = "", *, kind: str = "pharmacy") -> int:
    """A store of that kind; its id."""
    [(made,)] = hospital.sql(
        "INSERT INTO hms.stores (name, kind) VALUES (%s, %s) RETURNING id", name or f"Store {next(_numbers)}", kind
    )
    return int(made)


def make_batch(
    hospital: Hospital,
    medicine: int,
    store: int | None = None,
    units: int = 0,
    *,
    lot: str = "",
    days: int | None = 365,
) -> int:
    """A batch that expires in so many days (None: never), with so many base units in the store; its id."""
    expiry = None if days is None else today(hospital) + dt.timedelta(days=days)
    [(made,)] = hospital.sql("SELECT hms.batch_of(%s, %s, %s, 1.25)", medicine, lot or f"LOT{next(_numbers)}", expiry)
    if store is not None and units:
        move(hospital, int(made), store, "opening", units)
    return int(made)


def move(
    hospital: Hospital, batch: int, store: int, kind: str, units: int, *, reason: str = "", back: int | None = None
) -> int:
    """One movement, `back` days ago where given; its id."""
    occurred = None if back is None else today(hospital) - dt.timedelta(days=back)
    [(made,)] = hospital.sql(
        "SELECT hms.move_stock(%s, %s, %s, %s, %s, '', %s)", batch, store, kind, units, reason, occurred
    )
    return int(made)


def held(hospital: Hospital, batch: int, store: int) -> int:
    """Base units of the batch in the store."""
    rows = hospital.sql("SELECT units FROM hms.balances WHERE batch_id = %s AND store_id = %s", batch, store)
    return int(rows[0][0]) if rows else 0
