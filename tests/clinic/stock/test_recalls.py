"""A recalled lot is remembered: what comes of it later is frozen as it comes, whichever way it comes."""

import datetime as dt
import threading
import uuid
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
import pytest

from hms_desktop.clinic.purchasing import actions as purchasing_actions
from hms_desktop.clinic.purchasing import queries as purchasing_queries
from hms_desktop.clinic.purchasing.actions import CountedLine
from hms_desktop.clinic.stock import actions, queries_recalls
from hms_desktop.clinic.stock.rules import Pick, StockRules
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused, Stale
from tests.factories import purchasing, stock
from tests.hospital import Hospital
from tests.waiting import wait_until


def new() -> uuid.UUID:
    return uuid.uuid4()


@contextmanager
def refused(code: str) -> Iterator[None]:
    with pytest.raises(Refused) as caught:
        yield
    assert caught.value.code == code


@pytest.fixture
def chief(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("manager"))


@pytest.fixture
def keeper(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("store"))


def state(hospital: Hospital, lot: str) -> str:
    [(found,)] = hospital.sql("SELECT state FROM hms.batches WHERE lot = %s", lot)
    return str(found)


def test_a_lot_that_never_came_is_remembered_and_frozen_as_it_is_received(hospital: Hospital, chief: Database) -> None:
    ids = purchasing.supply(hospital, 1)
    order = purchasing.sent(hospital, purchasing.draft(ids, 4))
    assert (
        chief.run_now(actions.recall_lot, intent=new(), medicine=ids.medicines[0], lot=" rx7 ", reason="Notice 9") == 0
    )
    [row] = chief.read_now(queries_recalls.recalls)
    assert (row.batch_id, row.lot, row.units, row.reason) == (None, "rx7", 0, "Notice 9")
    _, keeper = purchasing.clerk(hospital)
    sheet = keeper.read_now(purchasing_queries.order_sheet, order=order)
    lines = (
        CountedLine(sheet.lines[0].id, 10, "RX7", purchasing.EXPIRY),
        CountedLine(sheet.lines[0].id, 10, "OK1", purchasing.EXPIRY),
    )
    arrived = keeper.run_now(
        purchasing_actions.receive_goods, intent=new(), order=order, version=sheet.version, lines=lines
    )
    assert arrived.recalled == ("RX7",)
    assert (state(hospital, "RX7"), state(hospital, "OK1")) == ("recalled", "usable")
    [row] = chief.read_now(queries_recalls.recalls)
    assert (row.lot, row.units, row.reason) == ("RX7", 10, "Notice 9")
    batch = row.batch_id
    assert batch is not None
    ward = stock.make_store(hospital, kind="ward")
    with refused("stock.recalled"):
        keeper.run_now(actions.transfer_stock, intent=new(), source=ids.store, target=ward, picks=[Pick(batch, 1)])


def test_what_is_put_on_the_books_of_a_recalled_lot_is_frozen_and_so_is_its_other_expiry(
    hospital: Hospital, chief: Database, keeper: Database
) -> None:
    medicine, store = stock.make_medicine(hospital), stock.make_store(hospital)
    batch = stock.make_batch(hospital, medicine, store, 5, lot="A1", days=100)
    stock.make_batch(hospital, medicine, store, 5, lot="a1", days=300)
    assert chief.run_now(actions.recall_batches, intent=new(), batches=[batch], reason="Notice 1") == 2
    opening = {"store": store, "medicine": medicine, "lot": "A1", "units": 3}
    keeper.run_now(actions.open_stock, intent=new(), expiry=stock.today(hospital) + dt.timedelta(days=500), **opening)
    other = stock.make_medicine(hospital)
    keeper.run_now(actions.open_stock, intent=new(), expiry=None, **{**opening, "medicine": other})
    states = hospital.sql("SELECT medicine_id, state, count(*) FROM hms.batches GROUP BY 1, 2 ORDER BY 1")
    assert states == [(medicine, "recalled", 3), (other, "usable", 1)]
    assert hospital.sql("SELECT count(*) FROM hms.batch_changes WHERE to_state = 'recalled'") == [(3,)]
    assert chief.read_now(queries_recalls.recalled_lots, medicines=[medicine, other]) == {(medicine, "a1")}


def test_with_the_last_recalled_batch_of_a_lot_its_recall_is_lifted(
    hospital: Hospital, chief: Database, keeper: Database
) -> None:
    medicine, store = stock.make_medicine(hospital), stock.make_store(hospital)
    both = [stock.make_batch(hospital, medicine, store, 5, lot="A1", days=days) for days in (100, 300)]
    chief.run_now(actions.recall_batches, intent=new(), batches=both, reason="Notice 1")
    for batch, left in zip(both, (1, 0), strict=True):
        chief.run_now(actions.lift_recall, intent=new(), batch=batch, reason="Notice 2")
        assert len(chief.read_now(queries_recalls.recalled_lots, medicines=[medicine])) == left
    keeper.run_now(actions.open_stock, intent=new(), store=store, medicine=medicine, lot="A1", expiry=None, units=3)
    assert hospital.sql("SELECT state FROM hms.batches WHERE expiry IS NULL") == [("usable",)]


def test_the_recall_of_a_lot_that_never_came_is_lifted_once_with_a_reason(hospital: Hospital, chief: Database) -> None:
    medicine = stock.make_medicine(hospital)
    chief.run_now(actions.recall_lot, intent=new(), medicine=medicine, lot="B2", reason="Notice 3")
    with refused("stock.lot_recalled"):
        chief.run_now(actions.recall_lot, intent=new(), medicine=medicine, lot="b2", reason="again")
    [row] = chief.read_now(queries_recalls.recalls)
    assert row.recall_id is not None
    lift = {"recall": row.recall_id, "reason": "a mistake"}
    with refused("stock.reason"):
        chief.run_now(actions.lift_recalled_lot, intent=new(), **{**lift, "reason": "  "})
    chief.run_now(actions.lift_recalled_lot, intent=new(), **lift)
    with refused("stock.recall_lifted"):
        chief.run_now(actions.lift_recalled_lot, intent=new(), **lift)
    assert chief.read_now(queries_recalls.recalls) == ()
    chief.run_now(actions.recall_lot, intent=new(), medicine=medicine, lot="B2", reason="Notice 4")
    for change in ("UPDATE hms.recalled_lots SET reason = 'none'", "DELETE FROM hms.recalled_lots"):
        with pytest.raises(psycopg.Error, match="never changed"):
            hospital.sql(change)


@pytest.mark.parametrize(
    ("lot", "reason", "code"),
    [("", "Notice", "stock.lot"), ("A" * 61, "Notice", "stock.lot"), ("A1", " ", "stock.reason")],
)
def test_a_recall_names_a_lot_and_a_reason(
    hospital: Hospital, chief: Database, lot: str, reason: str, code: str
) -> None:
    with refused(code):
        chief.run_now(actions.recall_lot, intent=new(), medicine=stock.make_medicine(hospital), lot=lot, reason=reason)


def test_a_lot_that_arrives_while_it_is_recalled_is_frozen_too(hospital: Hospital, chief: Database) -> None:
    medicine = stock.make_medicine(hospital)
    arriving = hospital.connection()
    recalling = threading.Thread(
        target=lambda: chief.run_now(actions.recall_lot, intent=new(), medicine=medicine, lot="C3", reason="Notice 5")
    )
    waits = "SELECT 1 FROM pg_locks WHERE locktype = 'advisory' AND NOT granted"
    with arriving.transaction():
        arriving.execute("SELECT hms.batch_of(%s, 'C3', NULL)", (medicine,))
        recalling.start()
        wait_until(lambda: hospital.sql(waits) != [], "the recall waits for what arrives")
    recalling.join(timeout=60)
    assert state(hospital, "C3") == "recalled"


def test_the_hospital_sets_how_far_back_an_entry_may_be_dated(
    hospital: Hospital, chief: Database, keeper: Database
) -> None:
    noon = dt.datetime(2026, 3, 2, 12, tzinfo=dt.UTC)
    hospital.set_clock(noon - dt.timedelta(days=30))
    store = stock.make_store(hospital)
    batch = stock.make_batch(hospital, stock.make_medicine(hospital), store, 50)
    hospital.set_clock(noon)
    today = stock.today(hospital)

    def lose(back: int) -> None:
        keeper.run_now(
            actions.write_off, intent=new(), store=store, batch=batch, units=1, reason="broken",
            occurred=today - dt.timedelta(days=back),
        )  # fmt: skip

    lose(7)
    with refused("stock.day"):
        lose(8)
    chief.run_now(actions.save_stock_rules, intent=new(), version=1, wanted=StockRules(backdate_days=2))
    lose(2)
    with pytest.raises(Refused, match="at most 2 days back"):
        lose(3)
    with pytest.raises(Stale):
        chief.run_now(actions.save_stock_rules, intent=new(), version=1, wanted=StockRules(backdate_days=30))
    with refused("stock.cover_days"):
        chief.run_now(
            actions.save_stock_rules, intent=new(), version=2, wanted=StockRules(level_days=30, cover_days=30)
        )
