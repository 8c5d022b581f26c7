"""Each guard of stock, tried with a real login of every duty: what one may wish, and that nobody gets around it."""

import json
import uuid
from typing import Any

import psycopg
import pytest

from hms_desktop.core.connecting import connect
from tests.factories import stock
from tests.hospital import Hospital

DUTIES = ("front_desk", "pharmacist", "clinician", "cashier", "store", "manager", "admin")
AT_STOCK = {"pharmacist", "store", "manager"}
DENIED, REFUSED, REFERRED_TO = "42501", "HM001", "0A000"
WRITES = (
    "INSERT INTO hms.movements (batch_id, store_id, kind, units, balance, occurred_on, recorded_at) "
    "VALUES (1, 1, 'receipt', 5, 5, current_date, now())",
    "UPDATE hms.movements SET units = 1",
    "DELETE FROM hms.movements",
    "TRUNCATE hms.movements",
    "UPDATE hms.balances SET units = 1000",
    "INSERT INTO hms.balances VALUES (1, 2, 5)",
    "UPDATE hms.batches SET state = 'usable', expiry = '2099-01-01'",
    "UPDATE hms.stock_takes SET state = 'approved', approved_by = 'somebody'",
    "INSERT INTO hms.stock_take_entries (line_id, round, counted, balance, counted_at) VALUES (1, 9, 0, 0, now())",
    "DELETE FROM hms.batch_changes",
    "ALTER TABLE hms.movements DISABLE TRIGGER post_movement",
    "SELECT hms.move_stock(1, 1, 'receipt', 5, '', '')",
    "SELECT hms.transfer_of(1, 1, 2, 5, '')",
    "SELECT hms.reverse_movement_of(1)",
    "SELECT hms.batch_of(1, 'X', NULL)",
    "SELECT hms.post_to_balance(1, 1, 5)",
    "SELECT hms.set_batch_state(1, 'usable', ARRAY['recalled'], 'x')",
)


class Shelf:
    """A store with a good, an expired and a recalled batch, and a quarantine store; ids throughout."""

    def __init__(self, hospital: Hospital) -> None:
        self.medicine = stock.make_medicine(hospital)
        self.store, self.ward = stock.make_store(hospital), stock.make_store(hospital, kind="ward")
        self.apart = stock.make_store(hospital, kind="quarantine")
        self.good = stock.make_batch(hospital, self.medicine, self.store, 50)
        self.old = stock.make_batch(hospital, self.medicine, self.store, 50, days=-1)
        self.recalled = stock.make_batch(hospital, self.medicine, self.store, 50)
        hospital.sql("SELECT hms.recall_batches(%s, %s, 'notice')", uuid.uuid4(), [self.recalled])
        self.dispensed = stock.move(hospital, self.good, self.store, "dispense", 1)
        self.lost = stock.move(hospital, self.good, self.store, "loss", 1, reason="broken")

    def breaches(self) -> dict[str, tuple[str, tuple[Any, ...]]]:
        """For each refusal, the wish that must meet it."""

        def transfer(batch: int, units: int, target: int = self.ward) -> tuple[str, tuple[Any, ...]]:
            return "transfer_stock", (self.store, target, json.dumps([{"batch": batch, "units": units}]), "")

        def loss(units: int, reason: str, back: str = "today") -> tuple[str, tuple[Any, ...]]:
            return "write_off", (self.store, self.good, units, reason, back)

        return {
            "stock.short": transfer(self.good, 49),
            "stock.expired": transfer(self.old, 1),
            "stock.recalled": transfer(self.recalled, 1),
            "stock.units": transfer(self.good, -5),
            "stock.same_store": transfer(self.good, 1, self.store),
            "stock.reason": loss(1, ""),
            "stock.day": loss(1, "late", "2020-01-01"),
            "stock.return_place": ("take_back", (self.store, self.good, 1, "")),
            "stock.reverse_there": ("reverse_movement", (self.dispensed, None, "slip")),
            "stock.reversal_units": ("reverse_movement", (self.lost, 2, "slip")),
            "stock.lot": ("open_stock", (self.store, self.medicine, " ", None, 5, None)),
            "count.closed": ("enter_count", (0, self.good, 5, None)),
        }


@pytest.fixture
def shelf(hospital: Hospital) -> Shelf:
    return Shelf(hospital)


def outcome(opened: psycopg.Connection[Any], statement: str, values: tuple[Any, ...] = ()) -> str:
    """The SQLSTATE, or the code of a refusal; empty where the statement worked. Nothing of it stays."""
    try:
        with opened.transaction(force_rollback=True):
            opened.execute(statement.encode(), values or None)
    except psycopg.Error as error:
        return str(error.diag.constraint_name) if error.sqlstate == REFUSED else str(error.sqlstate)
    return ""


@pytest.mark.parametrize("duty", DUTIES)
def test_no_duty_gets_around_the_guards_of_stock(hospital: Hospital, shelf: Shelf, duty: str) -> None:
    with connect(hospital.person(duty), application="psql", autocommit=True) as opened:
        for statement in WRITES:
            assert outcome(opened, statement) == DENIED, statement
        for code, (name, values) in shelf.breaches().items():
            call = f"SELECT hms.{name}(%s{', %s' * len(values)})"
            found = outcome(opened, call, (uuid.uuid4(), *values))
            assert found == (code if duty in AT_STOCK else DENIED), (name, code)
    assert stock.held(hospital, shelf.good, shelf.store) == 48


def test_a_recall_is_for_the_pharmacist_and_lifting_it_for_the_manager_alone(hospital: Hospital, shelf: Shelf) -> None:
    for duty in DUTIES:
        with connect(hospital.person(duty), application="psql", autocommit=True) as opened:
            recall = outcome(opened, "SELECT hms.recall_batches(%s, %s, 'x')", (uuid.uuid4(), [shelf.good]))
            assert recall == ("" if duty in {"pharmacist", "manager"} else DENIED), duty
            lift = outcome(opened, "SELECT hms.lift_recall(%s, %s, 'x')", (uuid.uuid4(), shelf.recalled))
            assert lift == ("" if duty == "manager" else DENIED), duty
            names = outcome(opened, "SELECT * FROM hms.recall_list(%s)", (shelf.recalled,))
            assert names == ("" if duty in {"pharmacist", "manager"} else DENIED), duty


def test_not_even_the_superuser_makes_the_books_untrue(hospital: Hospital, shelf: Shelf) -> None:
    opened = hospital.connection()
    for statement in WRITES[1:6]:
        assert outcome(opened, statement).startswith(("row.", "stock.", REFERRED_TO)), statement
    forged = (
        "INSERT INTO hms.movements (batch_id, store_id, kind, units, balance, occurred_on, recorded_at, person) "
        "VALUES (%s, %s, 'loss', -5, 999, NULL, now() - interval '1 year', 'somebody.else') "
        "RETURNING balance, person, recorded_at > now() - interval '1 day'"
    )
    with pytest.raises(psycopg.Error, match="reason is missing"):
        opened.execute(forged, (shelf.good, shelf.store))
    honest = opened.execute(forged.replace("'loss', -5", "'count', -5").encode(), (shelf.good, shelf.store)).fetchone()
    assert honest == (43, hospital.superuser.user, True)
