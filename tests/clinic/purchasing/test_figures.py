"""What the charts are told: stock and use by day, expiry by month, movers, suppliers, and what to order."""

import datetime as dt
import uuid
from decimal import Decimal

import pytest

from hms_desktop.clinic.purchasing import figures, proposals
from hms_desktop.clinic.stock.actions import issue_stock
from hms_desktop.clinic.stock.rules import Pick
from hms_desktop.core.database import Database
from tests.factories import purchasing
from tests.hospital import Hospital

FIRST = dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)
EXPIRY = dt.date(2027, 2, 28)


@pytest.fixture
def bought(hospital: Hospital) -> tuple[Database, purchasing.Supply]:
    """40 units at 2.50 sent on the second of March and come on the fifth; ten of them issued on the sixth."""
    hospital.set_clock(FIRST)
    ids = purchasing.supply(hospital, 1)
    order = purchasing.sent(hospital, purchasing.draft(ids, 4))
    _, keeper = purchasing.clerk(hospital)
    hospital.set_clock(FIRST + dt.timedelta(days=3))
    purchasing.receive(keeper, order, [40], expiry=EXPIRY)
    hospital.set_clock(FIRST + dt.timedelta(days=4))
    [(department,)] = hospital.sql("INSERT INTO hms.departments (name) VALUES ('Ward') RETURNING id")
    [(batch,)] = hospital.sql("SELECT id FROM hms.batches")
    keeper.run_now(issue_stock, intent=uuid.uuid4(), store=ids.store, department=department, picks=[Pick(batch, 10)])
    return keeper, ids


def test_stock_and_use_are_told_for_each_day(bought: tuple[Database, purchasing.Supply]) -> None:
    keeper, ids = bought
    units = keeper.read_now(figures.stock_by_day, since=FIRST.date(), medicine=ids.medicines[0])
    assert [(day.day.day, day.held, day.used) for day in units] == [
        (2, 0, 0),
        (3, 0, 0),
        (4, 0, 0),
        (5, 40, 0),
        (6, 30, 10),
    ]
    money = keeper.read_now(figures.stock_by_day, since=FIRST.date(), store=ids.store)
    assert [(day.held, day.used) for day in money[-2:]] == [(100, 0), (75, 25)]


def test_what_was_held_before_the_period_is_counted(bought: tuple[Database, purchasing.Supply]) -> None:
    keeper, _ = bought
    [today] = keeper.read_now(figures.stock_by_day, since=dt.date(2026, 3, 6))
    assert (today.held, today.used) == (75, 25)


def test_the_value_of_a_month_of_expiry_and_what_moves_most(bought: tuple[Database, purchasing.Supply]) -> None:
    keeper, _ = bought
    [month] = keeper.read_now(figures.expiry_by_month)
    assert (month.month, month.expired, month.value) == (dt.date(2027, 2, 1), False, 75)
    [mover] = keeper.read_now(figures.top_movers, since=FIRST.date())
    assert (mover.units, mover.value) == (10, 25)


def test_a_supplier_is_measured_by_what_was_promised(
    hospital: Hospital, bought: tuple[Database, purchasing.Supply]
) -> None:
    keeper, ids = bought
    late = purchasing.sent(hospital, purchasing.draft(ids, 4, price="30.00"))
    hospital.set_clock(FIRST + dt.timedelta(days=14))
    purchasing.receive(keeper, late, [20], expiry=EXPIRY)
    [one] = keeper.read_now(figures.supplier_reliability, since=FIRST.date())
    assert (one.orders, one.promised_days, one.actual_days) == (2, 7, 6.5)
    assert (one.on_time, one.fill_rate, one.price_drift) == (50, 75, 20)


def test_what_fell_to_its_level_is_proposed_once_in_the_pack_and_at_the_price_bought_last(
    hospital: Hospital, bought: tuple[Database, purchasing.Supply]
) -> None:
    keeper, ids = bought
    hospital.sql(
        "INSERT INTO hms.store_levels (store_id, medicine_id, reorder_at, order_up_to) VALUES (%s, %s, 35, 95)",
        ids.store,
        ids.medicines[0],
    )
    [line] = keeper.read_now(proposals.proposed_lines, store=ids.store)
    assert (line.packs, line.pack_units, line.pack_price) == (7, 10, Decimal("25.0000"))
    purchasing.sent(hospital, purchasing.draft(ids, 7))
    assert keeper.read_now(proposals.proposed_lines, store=ids.store) == ()
