"""A stock-take is blind in the database: who counts cannot read the books, who has read them no longer counts."""

import datetime as dt
from typing import Any
from uuid import uuid4

import psycopg
import pytest

from hms_desktop.clinic.stock import actions, queries_counts
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from tests.factories import stock
from tests.hospital import Hospital

DUTIES = ("pharmacist", "store", "manager")
BOOKED = 70_351
DENIED = "42501"


class Take:
    """A store that holds 70,351 of one batch, and the stock-take under way there."""

    def __init__(self, hospital: Hospital) -> None:
        self.store = stock.make_store(hospital)
        self.batch = stock.make_batch(hospital, stock.make_medicine(hospital), self.store, BOOKED)
        self.opener: Database = hospital.database(hospital.person("store"))
        self.id: int = self.opener.run_now(actions.open_count, intent=uuid4(), store=self.store)

    def counted_by(self, counter: Database, units: int, at: dt.datetime | None = None) -> bool:
        """Whether the line must be counted again."""
        values: dict[str, Any] = {"count": self.id, "batch": self.batch, "counted": units, "at": at}
        return bool(counter.run_now(actions.enter_count, intent=uuid4(), **values).again)

    def looked_at_by(self, person: Database) -> None:
        person.run_now(actions.look_at_books, intent=uuid4(), count=self.id)

    def line(self, person: Database) -> queries_counts.SheetLine:
        [line] = person.read_now(queries_counts.sheet, count=self.id)
        return line

    def row(self, person: Database) -> queries_counts.TakeRow:
        [row] = person.read_now(queries_counts.stock_takes)
        return row


@pytest.fixture
def take(hospital: Hospital) -> Take:
    return Take(hospital)


def refusal(wish: Any, *values: Any) -> str:
    with pytest.raises(Refused) as refused:
        wish(*values)
    return refused.value.code


@pytest.mark.parametrize("duty", DUTIES)
def test_who_counts_finds_no_booked_quantity_of_the_sheet_with_psql(hospital: Hospital, take: Take, duty: str) -> None:
    person = hospital.person(duty)
    take.counted_by(hospital.database(person), 60_000)
    with connect(person, application="psql", autocommit=True) as opened:
        for hidden in (
            "balance FROM hms.stock_take_entries",
            "* FROM hms.stock_take_entries",
            "* FROM hms.counted_lines",
        ):
            with pytest.raises(psycopg.Error) as denied:
                opened.execute(f"SELECT {hidden}".encode())
            assert denied.value.sqlstate == DENIED, hidden
        told = opened.execute("SELECT * FROM hms.last_counts").fetchall()
        looks = "SELECT hms.look_at_books(gen_random_uuid(), id) FROM hms.stock_takes"
        with pytest.raises(psycopg.Error) as refused:
            opened.execute(looks.encode())
    assert len(told) == 1
    assert not {BOOKED, 60_000 - BOOKED} & set(told[0])
    assert refused.value.diag.constraint_name == "count.blind"


def test_a_manager_who_counts_finds_the_books_not_even_in_the_audit_trail(hospital: Hospital, take: Take) -> None:
    counter, checker = (hospital.person("manager") for _ in range(2))
    take.counted_by(hospital.database(counter), 60_000)
    take.looked_at_by(hospital.database(checker))
    [(at, entry)] = hospital.sql("SELECT at, id FROM hms.audit WHERE subject = 'stock_take_entries'")
    told: list[list[dict[str, int]]] = []
    for person in (counter, checker):
        with connect(person, application="psql", autocommit=True) as opened:
            one = opened.execute("SELECT after FROM hms.audit_values(%s, %s)", (at, entry)).fetchall()
            exported = "SELECT after FROM hms.audit_export(%s, 'infinity', NULL, NULL, 10) WHERE id = %s"
            told.append([row[0] for row in (*one, *opened.execute(exported, (at, entry)).fetchall())])
    assert [values.get("balance") for values in told[0]] == [None, None]
    assert [values.get("balance") for values in told[1]] == [BOOKED, BOOKED]


@pytest.mark.parametrize("duty", DUTIES)
def test_no_filter_that_breaks_on_a_number_tells_that_number(hospital: Hospital, take: Take, duty: str) -> None:
    person = hospital.person(duty)
    take.counted_by(hospital.database(person), 60_000)
    with connect(person, application="psql", autocommit=True) as opened:
        for hidden in ("balance", "difference"):
            opened.execute(f"SELECT 1 FROM hms.last_counts WHERE ('saw ' || {hidden})::integer > 0".encode())


def test_the_sheet_of_who_counts_says_only_what_must_be_counted_again(hospital: Hospital, take: Take) -> None:
    counter = hospital.database(hospital.person("store"))
    assert take.counted_by(counter, 60_000)
    line, row = take.line(counter), take.row(counter)
    assert (line.counted, line.again, line.balance, line.difference) == (60_000, True, None, None)
    assert (row.counted, row.once, row.differing, row.books, row.own) == (1, 1, None, False, True)
    assert not take.counted_by(counter, 60_001)
    assert not take.line(counter).again
    assert take.row(counter).differing is None


def test_who_did_not_count_opens_the_books_and_counts_no_more(hospital: Hospital, take: Take) -> None:
    counter, checker = (hospital.database(hospital.person(duty)) for duty in ("store", "pharmacist"))
    for _ in range(2):
        take.counted_by(counter, 60_000)
    assert take.line(checker).balance is None
    assert refusal(take.looked_at_by, counter) == "count.blind"
    take.looked_at_by(checker)
    take.looked_at_by(checker)
    line, row = take.line(checker), take.row(checker)
    assert (line.balance, line.difference) == (BOOKED, 60_000 - BOOKED)
    assert (row.differing, row.books, row.looked) == (1, True, True)
    assert refusal(take.counted_by, checker, 1) == "count.seen"
    assert take.line(counter).balance is None
    assert checker.run_now(actions.approve_count, intent=uuid4(), count=take.id) == 1
    assert take.line(counter).balance == BOOKED
    assert hospital.sql("SELECT count(*) FROM hms.audit WHERE subject = 'stock_take_looks'") == [(1,)]


def test_giving_a_stock_take_up_opens_its_books_to_nobody_who_counted(hospital: Hospital, take: Take) -> None:
    counter, checker = (hospital.database(hospital.person(duty)) for duty in ("store", "manager"))
    take.counted_by(counter, 60_000)
    counter.run_now(actions.cancel_count, intent=uuid4(), count=take.id)
    assert take.line(counter).balance is None
    assert refusal(take.looked_at_by, counter) == "count.blind"
    take.looked_at_by(checker)
    assert take.line(checker).balance == BOOKED


def test_no_duty_writes_or_forgets_that_somebody_looked(hospital: Hospital, take: Take) -> None:
    take.looked_at_by(take.opener)
    with connect(hospital.person(*DUTIES), application="psql", autocommit=True) as opened:
        for statement in ("DELETE FROM hms.stock_take_looks", "UPDATE hms.stock_take_looks SET person = 'somebody'"):
            with pytest.raises(psycopg.Error) as denied:
                opened.execute(statement.encode())
            assert denied.value.sqlstate == DENIED, statement
    with pytest.raises(psycopg.Error), hospital.connection().transaction():
        hospital.sql("DELETE FROM hms.stock_take_looks")


def test_trading_between_the_paper_and_the_keyboard_makes_no_difference(hospital: Hospital, take: Take) -> None:
    ten = dt.datetime.combine(stock.today(hospital) + dt.timedelta(days=1), dt.time(10), dt.UTC)
    hospital.set_clock(ten)
    stock.move(hospital, take.batch, take.store, "dispense", 351)
    hospital.set_clock(ten + dt.timedelta(minutes=10))
    stock.move(hospital, take.batch, take.store, "dispense", 4_000)
    stock.move(hospital, take.batch, take.store, "loss", 7, reason="broken")
    hospital.set_clock(ten + dt.timedelta(minutes=90))
    at = take.opener.read_now(queries_counts.moment_written, text="10:05")
    assert at == ten + dt.timedelta(minutes=5)
    assert not take.counted_by(take.opener, 70_000, at)
    checker = hospital.database(hospital.person("manager"))
    assert checker.run_now(actions.approve_count, intent=uuid4(), count=take.id) == 0
    assert stock.held(hospital, take.batch, take.store) == 70_000 - 4_007


def test_a_difference_of_then_is_posted_on_top_of_what_was_traded_since(hospital: Hospital, take: Take) -> None:
    ten = dt.datetime.combine(stock.today(hospital) + dt.timedelta(days=1), dt.time(10), dt.UTC)
    hospital.set_clock(ten)
    stock.move(hospital, take.batch, take.store, "dispense", 351)
    hospital.set_clock(ten + dt.timedelta(minutes=60))
    at = ten - dt.timedelta(minutes=1)
    assert take.counted_by(take.opener, BOOKED - 51, at)
    take.counted_by(take.opener, BOOKED - 51, at)
    checker = hospital.database(hospital.person("manager"))
    assert checker.run_now(actions.approve_count, intent=uuid4(), count=take.id) == 1
    assert stock.held(hospital, take.batch, take.store) == BOOKED - 351 - 51
