"""The ledger holds for everyone: no negative balance at any moment, nothing expired goes out, nothing changes."""

import datetime as dt
import threading

import psycopg
import pytest

from hms_desktop.core.connecting import connect
from tests.factories import stock
from tests.hospital import Hospital


def refused(code: str) -> pytest.RaisesExc[psycopg.Error]:
    return pytest.RaisesExc(psycopg.Error, check=lambda error: error.diag.constraint_name == code)


@pytest.fixture
def medicine(hospital: Hospital) -> int:
    return stock.make_medicine(hospital)


@pytest.fixture
def store(hospital: Hospital) -> int:
    return stock.make_store(hospital)


@pytest.fixture
def batch(hospital: Hospital, medicine: int, store: int) -> int:
    return stock.make_batch(hospital, medicine, store, 100)


def test_a_balance_follows_every_movement_and_each_entry_says_what_was_left(
    hospital: Hospital, batch: int, store: int
) -> None:
    stock.move(hospital, batch, store, "dispense", 30)
    stock.move(hospital, batch, store, "count", -5)
    assert stock.held(hospital, batch, store) == 65
    assert hospital.sql("SELECT kind, units, balance, person FROM hms.movements ORDER BY id") == [
        ("opening", 100, 100, hospital.superuser.user),
        ("dispense", -30, 70, hospital.superuser.user),
        ("count", -5, 65, hospital.superuser.user),
    ]


def test_no_balance_becomes_negative(hospital: Hospital, batch: int, store: int) -> None:
    with refused("stock.short"):
        stock.move(hospital, batch, store, "dispense", 101)
    with refused("stock.short"):
        stock.move(hospital, batch, stock.make_store(hospital), "loss", 1, reason="broken")
    assert stock.held(hospital, batch, store) == 100


@pytest.mark.parametrize("units", [0, -1, 1_000_000_001, 2**62])
def test_an_impossible_quantity_is_refused(hospital: Hospital, batch: int, store: int, units: int) -> None:
    with refused("stock.units"):
        stock.move(hospital, batch, store, "receipt", units)


def test_an_entry_may_lie_seven_days_back_and_no_further(hospital: Hospital, batch: int, store: int) -> None:
    stock.move(hospital, batch, store, "receipt", 5, back=7)
    for back in (8, -1):
        with refused("stock.day"):
            stock.move(hospital, batch, store, "receipt", 5, back=back)


def test_a_backdated_entry_cannot_take_what_was_not_yet_there(hospital: Hospital, medicine: int, store: int) -> None:
    batch = stock.make_batch(hospital, medicine)
    stock.move(hospital, batch, store, "receipt", 50, back=5)
    stock.move(hospital, batch, store, "loss", 40, reason="wet", back=3)
    stock.move(hospital, batch, store, "receipt", 100)
    with refused("stock.short_then"):
        stock.move(hospital, batch, store, "dispense", 11, back=4)
    with refused("stock.short_then"):
        stock.move(hospital, batch, store, "dispense", 1, back=6)
    stock.move(hospital, batch, store, "dispense", 10, back=4)
    assert stock.held(hospital, batch, store) == 100


@pytest.mark.parametrize("statement", ["UPDATE hms.movements SET units = 1", "DELETE FROM hms.movements"])
def test_the_ledger_never_changes_not_even_for_the_superuser(hospital: Hospital, batch: int, statement: str) -> None:
    with refused("row.kept"):
        hospital.sql(statement)


@pytest.mark.parametrize("statement", ["UPDATE hms.balances SET units = 7", "DELETE FROM hms.balances"])
def test_a_balance_is_written_by_the_ledger_alone(hospital: Hospital, batch: int, statement: str) -> None:
    with refused("stock.balance_kept"):
        hospital.sql(statement)


def test_a_batch_stays_what_it_was_at_receipt(hospital: Hospital, batch: int) -> None:
    for change in ("expiry = expiry + 365", "lot = 'OTHER'", "unit_cost = 9"):
        with refused("row.kept"):
            hospital.sql(f"UPDATE hms.batches SET {change}")


@pytest.mark.parametrize("kind", ["dispense", "issue"])
def test_expired_recalled_or_quarantined_stock_goes_to_nobody(
    hospital: Hospital, medicine: int, store: int, batch: int, kind: str
) -> None:
    expired = stock.make_batch(hospital, medicine, store, 10, days=-1)
    with refused("stock.expired"):
        stock.move(hospital, expired, store, kind, 1)
    stock.move(hospital, stock.make_batch(hospital, medicine, store, 10, days=0), store, kind, 1)
    for state in ("quarantined", "recalled"):
        hospital.sql("UPDATE hms.batches SET state = %s WHERE id = %s", state, batch)
        with refused(f"stock.{state}"):
            stock.move(hospital, batch, store, kind, 1)
    stock.move(hospital, expired, store, "loss", 10, reason="expired")


def test_what_a_patient_brings_back_goes_to_quarantine_and_from_there_to_nobody(
    hospital: Hospital, batch: int, store: int
) -> None:
    with refused("stock.return_place"):
        stock.move(hospital, batch, store, "patient_return", 5)
    apart = stock.make_store(hospital, kind="quarantine")
    stock.move(hospital, batch, apart, "patient_return", 5)
    with refused("stock.from_quarantine"):
        stock.move(hospital, batch, apart, "dispense", 5)
    assert stock.held(hospital, batch, apart) == 5


def test_a_transfer_is_two_entries_with_one_document_and_is_taken_back_whole(
    hospital: Hospital, batch: int, store: int
) -> None:
    ward = stock.make_store(hospital, kind="ward")
    [(gone,)] = hospital.sql("SELECT hms.transfer_of(%s, %s, %s, 40, '')", batch, store, ward)
    assert (stock.held(hospital, batch, store), stock.held(hospital, batch, ward)) == (60, 40)
    hospital.sql("SELECT hms.reverse_movement_of(%s, 15, 'too many')", gone)
    assert (stock.held(hospital, batch, store), stock.held(hospital, batch, ward)) == (75, 25)
    [(document, entries)] = hospital.sql(
        "SELECT document, count(*) FROM hms.movements WHERE document LIKE 'transfer %' GROUP BY document"
    )
    assert (document[:9], entries) == ("transfer ", 4)


def test_an_entry_is_taken_back_once_and_never_more_than_it_moved(hospital: Hospital, batch: int, store: int) -> None:
    gone = stock.move(hospital, batch, store, "dispense", 30)
    with refused("stock.reversal_units"):
        hospital.sql("SELECT hms.reverse_movement_of(%s, 31)", gone)
    [(back,)] = hospital.sql("SELECT hms.reverse_movement_of(%s, 20)", gone)
    for entry, code in ((gone, "stock.reversed"), (back, "stock.reversal"), (0, "stock.reversal")):
        with refused(code):
            hospital.sql("SELECT hms.reverse_movement_of(%s)", entry)
    assert stock.held(hospital, batch, store) == 90


def test_a_lot_with_another_expiry_is_another_batch(hospital: Hospital, medicine: int) -> None:
    known = stock.make_batch(hospital, medicine, lot="A1", days=30)
    assert stock.make_batch(hospital, medicine, lot=" A1 ", days=30) == known
    assert len({known, *(stock.make_batch(hospital, medicine, lot="A1", days=days) for days in (31, None))}) == 3
    with refused("stock.lot"):
        hospital.sql("SELECT hms.batch_of(%s, '  ', NULL)", medicine)


def test_what_may_be_issued_today_is_usable_unexpired_and_on_a_shelf(
    hospital: Hospital, medicine: int, store: int, batch: int
) -> None:
    stock.make_batch(hospital, medicine, store, 10, days=-1)
    stock.make_batch(hospital, medicine, stock.make_store(hospital, kind="quarantine"), 10)
    held_back = stock.make_batch(hospital, medicine, store, 10)
    hospital.sql("UPDATE hms.batches SET state = 'quarantined' WHERE id = %s", held_back)
    assert hospital.sql("SELECT batch_id, units FROM hms.allocatable") == [(batch, 100)]


def test_two_who_take_the_last_units_at_once_get_them_once(hospital: Hospital, batch: int, store: int) -> None:
    outcomes: list[str] = []

    def take() -> None:
        with connect(hospital.superuser, application="test", autocommit=True) as opened:
            try:
                opened.execute("SELECT hms.move_stock(%s, %s, 'dispense', 60, '', '')", (batch, store))
                outcomes.append("taken")
            except psycopg.Error as error:
                outcomes.append(str(error.diag.constraint_name))

    both = [threading.Thread(target=take) for _ in range(2)]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert sorted(outcomes) == ["stock.short", "taken"]
    assert stock.held(hospital, batch, store) == 40


def test_each_movement_leaves_one_line_in_the_audit(hospital: Hospital, batch: int, store: int) -> None:
    stock.move(hospital, batch, store, "loss", 1, reason="broken")
    [(entries,)] = hospital.sql("SELECT count(*) FROM hms.audit WHERE subject = 'movements' AND verb = 'insert'")
    assert entries == 2
    assert stock.today(hospital) == dt.datetime.now(dt.UTC).date()
