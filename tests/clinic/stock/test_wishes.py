"""What the stock room wishes: whole or not at all, once, by whoever may, and a count approved by somebody else."""

import datetime as dt
import threading
import uuid
from decimal import Decimal

import psycopg
import pytest

from hms_desktop.clinic.staff import actions as staff
from hms_desktop.clinic.staff import queries as staff_queries
from hms_desktop.clinic.stock import actions, queries, queries_counts, queries_recalls, queries_reorder
from hms_desktop.clinic.stock.actions import StoreDraft
from hms_desktop.clinic.stock.rules import Level, Pick
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused, Stale
from tests.factories import dispensing, stock
from tests.hospital import Hospital


def new() -> uuid.UUID:
    return uuid.uuid4()


def refused(code: str) -> pytest.RaisesExc[Refused]:
    return pytest.RaisesExc(Refused, check=lambda error: error.code == code)


@pytest.fixture
def keeper(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("store"))


@pytest.fixture
def chief(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("pharmacist", "manager"))


@pytest.fixture
def medicine(hospital: Hospital) -> int:
    return stock.make_medicine(hospital, "Amoxicillin")


@pytest.fixture
def store(hospital: Hospital) -> int:
    return stock.make_store(hospital, "Main")


@pytest.fixture
def batch(hospital: Hospital, medicine: int, store: int) -> int:
    return stock.make_batch(hospital, medicine, store, 100, lot="AMX1")


def test_opening_stock_makes_its_batch_and_is_booked_once(
    hospital: Hospital, keeper: Database, medicine: int, store: int
) -> None:
    wish = new()
    values = {"store": store, "medicine": medicine, "lot": "Q7", "expiry": dt.date(2031, 5, 31), "units": 40}
    made = [keeper.run_now(actions.open_stock, intent=wish, cost=Decimal("0.1234"), **values) for _ in range(2)]
    assert made[0] == made[1]
    [row] = keeper.read_now(queries.shelf_page, store=store, after=None, offset=0, limit=50)
    assert (row.medicine, row.lot, row.units, row.unit_cost, row.standing) == (
        "Amoxicillin 500 mg tablet",
        "Q7",
        40,
        Decimal("0.1234"),
        "usable",
    )


def test_a_transfer_moves_every_pick_or_none(hospital: Hospital, keeper: Database, store: int, batch: int) -> None:
    ward, other = stock.make_store(hospital, kind="ward"), stock.make_batch(hospital, stock.make_medicine(hospital))
    with refused("stock.short"):
        picks = [Pick(batch, 10), Pick(other, 1)]
        keeper.run_now(actions.transfer_stock, intent=new(), source=store, target=ward, picks=picks)
    assert stock.held(hospital, batch, ward) == 0
    keeper.run_now(actions.transfer_stock, intent=new(), source=store, target=ward, picks=[Pick(batch, 10)])
    assert (stock.held(hospital, batch, store), stock.held(hospital, batch, ward)) == (90, 10)
    for target, picks, code in ((store, [Pick(batch, 1)], "same_store"), (ward, [], "nothing")):
        with refused(f"stock.{code}"):
            keeper.run_now(actions.transfer_stock, intent=new(), source=store, target=target, picks=picks)


def test_two_transfers_that_cross_never_wait_for_each_other(hospital: Hospital, store: int, batch: int) -> None:
    ward = stock.make_store(hospital, kind="ward")
    hospital.sql("SELECT hms.transfer_of(%s, %s, %s, 50, '')", batch, store, ward)
    faults: list[psycopg.Error] = []

    def cross(source: int, target: int) -> None:
        with connect(hospital.superuser, application="test", autocommit=True) as opened:
            for _ in range(30):
                try:
                    opened.execute("SELECT hms.transfer_of(%s, %s, %s, 1, '')", (batch, source, target))
                except psycopg.Error as error:
                    faults.append(error)

    both = [threading.Thread(target=cross, args=ends) for ends in ((store, ward), (ward, store))]
    for one in both:
        one.start()
    for one in both:
        one.join()
    assert faults == []
    assert (stock.held(hospital, batch, store), stock.held(hospital, batch, ward)) == (50, 50)


def test_an_issue_names_its_department_on_the_batch_card(
    hospital: Hospital, keeper: Database, store: int, batch: int
) -> None:
    [(theatre,)] = hospital.sql("INSERT INTO hms.departments (name) VALUES ('Theatre') RETURNING id")
    keeper.run_now(actions.issue_stock, intent=new(), store=store, department=theatre, picks=[Pick(batch, 12)])
    row = keeper.read_now(queries.card_page, store=store, batch=batch, after=None, offset=0, limit=1)[0]
    assert (row.kind, row.units, row.balance, row.whither, row.person) == ("issue", -12, 88, "Theatre", "Test Person")
    with refused("stock.department"):
        keeper.run_now(actions.issue_stock, intent=new(), store=store, department=0, picks=[Pick(batch, 1)])


def test_a_loss_says_why_and_is_taken_back_once(hospital: Hospital, keeper: Database, store: int, batch: int) -> None:
    lost = {"store": store, "batch": batch, "units": 5}
    with refused("stock.reason"):
        keeper.run_now(actions.write_off, intent=new(), reason=" ", **lost)
    gone = keeper.run_now(actions.write_off, intent=new(), reason="broken", **lost)
    keeper.run_now(actions.reverse_movement, intent=new(), movement=gone, reason="found whole")
    with refused("stock.reversed"):
        keeper.run_now(actions.reverse_movement, intent=new(), movement=gone, reason="again")
    assert stock.held(hospital, batch, store) == 100


def test_what_was_dispensed_is_taken_back_where_it_was_dispensed(
    hospital: Hospital, keeper: Database, store: int, batch: int
) -> None:
    gone = stock.move(hospital, batch, store, "dispense", 5)
    with refused("stock.reverse_there"):
        keeper.run_now(actions.reverse_movement, intent=new(), movement=gone, reason="slip")


def test_a_patients_return_waits_apart_until_somebody_moves_it_to_a_shelf(
    hospital: Hospital, keeper: Database, store: int, batch: int
) -> None:
    apart = stock.make_store(hospital, kind="quarantine")
    with refused("stock.return_place"):
        keeper.run_now(actions.take_back, intent=new(), store=store, batch=batch, units=3)
    keeper.run_now(actions.take_back, intent=new(), store=apart, batch=batch, units=3)
    keeper.run_now(actions.transfer_stock, intent=new(), source=apart, target=store, picks=[Pick(batch, 3)])
    assert stock.held(hospital, batch, store) == 103


def test_a_recall_freezes_the_batch_in_every_store_at_once(
    hospital: Hospital, chief: Database, keeper: Database, store: int, batch: int
) -> None:
    ward = stock.make_store(hospital, kind="ward")
    keeper.run_now(actions.transfer_stock, intent=new(), source=store, target=ward, picks=[Pick(batch, 10)])
    assert chief.run_now(actions.recall_batches, intent=new(), batches=[batch, batch], reason="Notice 7") == 1
    for source, target in ((store, ward), (ward, store)):
        with refused("stock.recalled"):
            keeper.run_now(actions.transfer_stock, intent=new(), source=source, target=target, picks=[Pick(batch, 1)])
    [row] = chief.read_now(queries_recalls.recalls)
    assert (row.lot, row.units, row.stores, row.reason) == ("AMX1", 100, 2, "Notice 7")
    apart = stock.make_store(hospital, kind="quarantine")
    keeper.run_now(actions.transfer_stock, intent=new(), source=store, target=apart, picks=[Pick(batch, 90)])
    chief.run_now(actions.lift_recall, intent=new(), batch=batch, reason="Notice 8")
    chief.run_now(actions.release_batch, intent=new(), batch=batch, reason="checked")
    assert chief.read_now(queries_recalls.recalls) == ()
    with refused("stock.batch_state"):
        chief.run_now(actions.release_batch, intent=new(), batch=batch, reason="checked")


def test_a_recall_waits_for_what_is_moving_and_stops_what_comes_after(
    hospital: Hospital, chief: Database, store: int, batch: int
) -> None:
    moving = hospital.connection()
    recalling = threading.Thread(
        target=lambda: chief.run_now(actions.recall_batches, intent=new(), batches=[batch], reason="Notice 7")
    )
    with moving.transaction():
        moving.execute("SELECT hms.move_stock(%s, %s, 'dispense', 1, '', '')", (batch, store))
        recalling.start()
        recalling.join(0.3)
        assert recalling.is_alive()
    recalling.join()
    with pytest.raises(psycopg.Error, match="recalled"):
        moving.execute("SELECT hms.move_stock(%s, %s, 'dispense', 1, '', '')", (batch, store))


def test_a_count_is_compared_with_the_balance_of_its_moment_while_trading_goes_on(
    hospital: Hospital, keeper: Database, chief: Database, store: int, batch: int
) -> None:
    untouched = stock.make_batch(hospital, stock.make_medicine(hospital), store, 7)
    count = keeper.run_now(actions.open_count, intent=new(), store=store)
    first = keeper.run_now(actions.enter_count, intent=new(), count=count, batch=batch, counted=97)
    assert (first.round, first.again) == (1, True)
    stock.move(hospital, batch, store, "dispense", 20)
    with refused("count.second"):
        chief.run_now(actions.approve_count, intent=new(), count=count)
    second = keeper.run_now(actions.enter_count, intent=new(), count=count, batch=batch, counted=78)
    assert (second.round, second.again) == (2, False)
    stock.move(hospital, batch, store, "dispense", 30)
    assert chief.run_now(actions.approve_count, intent=new(), count=count) == 1
    assert stock.held(hospital, batch, store) == 48
    assert stock.held(hospital, untouched, store) == 7  # not counted is not zero
    with refused("count.closed"):
        keeper.run_now(actions.enter_count, intent=new(), count=count, batch=batch, counted=1)


def test_a_count_written_on_paper_is_compared_with_the_balance_of_that_time(
    hospital: Hospital, keeper: Database, store: int, batch: int
) -> None:
    ten = dt.datetime.combine(stock.today(hospital) + dt.timedelta(days=1), dt.time(10), dt.UTC)
    hospital.set_clock(ten)
    count = keeper.run_now(actions.open_count, intent=new(), store=store)
    hospital.set_clock(ten + dt.timedelta(minutes=30))
    stock.move(hospital, batch, store, "dispense", 25)
    at = ten + dt.timedelta(minutes=20)
    values = {"count": count, "batch": batch, "counted": 100}
    assert not keeper.run_now(actions.enter_count, intent=new(), at=at, **values).again
    for wrong in (dt.timedelta(hours=-1), dt.timedelta(hours=1)):
        with refused("count.moment"):
            keeper.run_now(actions.enter_count, intent=new(), at=at + wrong, **values)


def test_whoever_counted_does_not_approve_without_a_colleague_who_did_not_count(
    hospital: Hospital, keeper: Database, store: int, batch: int
) -> None:
    count = keeper.run_now(actions.open_count, intent=new(), store=store)
    with refused("count.empty"):
        keeper.run_now(actions.approve_count, intent=new(), count=count)
    keeper.run_now(actions.enter_count, intent=new(), count=count, batch=batch, counted=100)
    wish = new()
    with refused("assent.none"):
        keeper.run_now(actions.approve_count, intent=wish, count=count)
    colleague = hospital.database(hospital.person("pharmacist"))
    colleague.run_now(actions.enter_count, intent=new(), count=count, batch=batch, counted=100)
    content = keeper.read_now(queries_counts.count_content, count=count)
    digest = keeper.read_now(staff_queries.digest_of, content=content)
    colleague.run_now(staff.give_assent, intent=wish, subject="stock.count", digest=digest)
    with refused("count.own"):
        keeper.run_now(actions.approve_count, intent=wish, count=count)
    third = hospital.person("manager")
    hospital.database(third).run_now(staff.give_assent, intent=wish, subject="stock.count", digest=digest)
    assert keeper.run_now(actions.approve_count, intent=wish, count=count) == 0
    [row] = keeper.read_now(queries_counts.stock_takes)
    assert (row.state, row.counted, row.differing) == ("approved", 1, 0)
    assert hospital.sql("SELECT approved_by FROM hms.stock_takes") == [(third.user,)]


def test_an_assent_to_a_count_does_not_hold_for_one_that_went_on(
    hospital: Hospital, keeper: Database, chief: Database, store: int, batch: int
) -> None:
    count = keeper.run_now(actions.open_count, intent=new(), store=store)
    keeper.run_now(actions.enter_count, intent=new(), count=count, batch=batch, counted=100)
    wish = new()
    content = keeper.read_now(queries_counts.count_content, count=count)
    digest = keeper.read_now(staff_queries.digest_of, content=content)
    chief.run_now(staff.give_assent, intent=wish, subject="stock.count", digest=digest)
    for counted in (4, 4):
        keeper.run_now(actions.enter_count, intent=new(), count=count, batch=batch, counted=counted)
    with refused("assent.none"):
        keeper.run_now(actions.approve_count, intent=wish, count=count)


def test_one_stock_take_at_a_time_and_a_cancelled_one_posts_nothing(
    hospital: Hospital, keeper: Database, store: int, batch: int
) -> None:
    count = keeper.run_now(actions.open_count, intent=new(), store=store)
    with refused("count.open"):
        keeper.run_now(actions.open_count, intent=new(), store=store)
    keeper.run_now(actions.enter_count, intent=new(), count=count, batch=batch, counted=1)
    keeper.run_now(actions.cancel_count, intent=new(), count=count)
    assert stock.held(hospital, batch, store) == 100
    for counted in (-1, 10**12):
        with refused("count.units"):
            keeper.run_now(actions.enter_count, intent=new(), count=count, batch=batch, counted=counted)


def test_the_board_of_expiry_knows_what_will_be_left(
    hospital: Hospital, keeper: Database, medicine: int, store: int
) -> None:
    batch = stock.make_batch(hospital, medicine, store, 190, days=30)
    stock.move(hospital, batch, store, "dispense", 90)
    stock.make_batch(hospital, medicine, store, 5, days=-2)
    stock.make_batch(hospital, medicine, store, 5, days=31)
    recalled = stock.make_batch(hospital, medicine, store, 8, days=10)
    hospital.sql("UPDATE hms.batches SET state = 'recalled' WHERE id = %s", recalled)
    rows = keeper.read_now(queries.expiring, within=30, store=store)
    assert [(row.days, row.units, row.left, row.value, row.standing) for row in rows] == [
        (-2, 5, 5, Decimal("6.25"), "expired"),
        (10, 8, 8, Decimal("10"), "recalled"),
        (30, 100, 70, Decimal("125"), "usable"),
    ]


def test_the_batch_of_a_pack_is_its_own_medicines(hospital: Hospital, keeper: Database, medicine: int) -> None:
    other = stock.make_medicine(hospital, "Zinc")
    early = stock.make_batch(hospital, medicine, lot="A1", days=10)
    late = stock.make_batch(hospital, medicine, lot="a1", days=20)
    stock.make_batch(hospital, other, lot="A1", days=10)
    hospital.sql(
        "INSERT INTO hms.packs (medicine_id, name, units, gtin) VALUES (%s, 'Box', 10, '09506000134352')", medicine
    )
    [(expiry,)] = hospital.sql("SELECT expiry FROM hms.batches WHERE id = %s", late)
    pack = {"gtin": "09506000134352", "lot": "A1"}
    assert keeper.read_now(queries.batches_of_pack, **pack) == (early, late)
    assert keeper.read_now(queries.batches_of_pack, **pack, expiry=expiry) == (late, early)
    assert keeper.read_now(queries.batches_of_pack, gtin="09506000134352", lot="B2") == ()


def test_the_reorder_board_counts_what_is_usable_and_orders_up_to_the_level(
    hospital: Hospital, keeper: Database, medicine: int, store: int, batch: int
) -> None:
    stock.make_batch(hospital, medicine, store, 500, days=-1)
    stock.move(hospital, batch, store, "dispense", 90)
    wrong = stock.move(hospital, batch, store, "issue", 5)
    hospital.sql("SELECT hms.reverse_movement_of(%s)", wrong)
    keeper.run_now(actions.save_level, intent=new(), store=store, medicine=medicine, reorder_at=20, order_up_to=60)
    [row] = keeper.read_now(queries_reorder.reorder_board, store=store)
    assert (row.usable, row.used, row.days_left, row.order) == (10, 90, 10, 50)
    assert (row.level, row.suggested) == (Level(20, 60), Level(14, 45))
    with refused("stock.level"):
        keeper.run_now(actions.save_level, intent=new(), store=store, medicine=medicine, reorder_at=20, order_up_to=20)
    keeper.run_now(actions.save_level, intent=new(), store=store, medicine=medicine, reorder_at=None, order_up_to=None)
    assert keeper.read_now(queries_reorder.reorder_board, store=store)[0].level is None


def test_a_store_is_named_once_and_closed_only_when_empty(
    hospital: Hospital, chief: Database, store: int, batch: int
) -> None:
    made = chief.run_now(actions.save_store, intent=new(), draft=StoreDraft("Ward 3", "ward"))
    with refused("store.name"):
        chief.run_now(actions.save_store, intent=new(), draft=StoreDraft("Ward 3", "store"))
    with refused("store.full"):
        draft = StoreDraft("Main", "pharmacy", active=False, id=store, version=1)
        chief.run_now(actions.save_store, intent=new(), draft=draft)
    with pytest.raises(Stale):
        chief.run_now(actions.save_store, intent=new(), draft=StoreDraft("W", "ward", id=made, version=9))
    assert [row.name for row in chief.read_now(queries.stores)] == ["Main", "Ward 3"]


def test_the_shelf_stands_in_order_of_medicine_and_expiry_and_a_page_begins_behind_any_key(
    hospital: Hospital, keeper: Database, store: int
) -> None:
    for name in ("zinc", "Aspirin"):
        made = stock.make_medicine(hospital, name)
        for days in (None, 300, 30):
            stock.make_batch(hospital, made, store, 5, days=days)
    shelf = keeper.read_now(queries.shelf_page, store=store, after=None, offset=0, limit=50)
    assert [(row.medicine.split()[0], row.days) for row in shelf] == [
        (name, days) for name in ("Aspirin", "zinc") for days in (30, 300, None)
    ]
    assert keeper.read_now(queries.shelf_anchors, store=store).count == 6
    for place, row in enumerate(shelf):
        key = (row.medicine.split()[0].lower(), row.medicine_id, row.expiry, row.batch_id)
        assert keeper.read_now(queries.shelf_page, store=store, after=key, offset=0, limit=50) == shelf[place + 1 :]
    assert len(keeper.read_now(queries.shelf_page, store=store, after=None, offset=0, limit=9, text="ZIN")) == 3
    pack = "INSERT INTO hms.packs (medicine_id, name, units, gtin) VALUES (%s, 'Box', 10, '05012345678900')"
    hospital.sql(pack, shelf[0].medicine_id)
    by_pack = keeper.read_now(queries.shelf_page, store=store, after=None, offset=0, limit=9, text="5012345678900")
    assert {row.medicine_id for row in by_pack} == {shelf[0].medicine_id}
    assert keeper.read_now(queries.shelf_page, store=store, after=None, offset=0, limit=9, text="%") == ()


def test_a_recall_lists_who_got_the_batch_with_quantities_and_phones_and_keeps_a_restricted_name(
    hospital: Hospital, chief: Database
) -> None:
    house = dispensing.pharmacy(hospital)
    with connect(hospital.person("pharmacist"), application="test", autocommit=True) as opened:
        dispensing.dispense(opened, house, [dispensing.pick(house.line, house.first, 25)])
    number = "INSERT INTO hms.patient_phones (patient_id, number, digits) VALUES (%s, '0700 1', '07001')"
    hospital.sql(number, house.patient)
    [row] = chief.read_now(queries_recalls.supplied, batch=house.first)
    assert (row.units, row.phone, row.closed, bool(row.name)) == (25, "0700 1", False, True)
    hospital.sql("UPDATE hms.patients SET restricted = true WHERE id = %s", house.patient)
    [row] = chief.read_now(queries_recalls.supplied, batch=house.first)
    assert (row.units, row.phone, row.closed, row.name) == (25, "", True, "")
    assert row.mrn
    assert chief.read_now(queries_recalls.supplied, batch=house.second) == ()


def test_a_long_shelf_is_read_from_the_middle_behind_its_anchors(
    hospital: Hospital, keeper: Database, medicine: int, store: int
) -> None:
    hospital.sql(
        "INSERT INTO hms.batches (medicine_id, lot, expiry, received_on) "
        "SELECT %s, 'L' || n, current_date + n::integer, current_date FROM generate_series(1, 1200) n",
        medicine,
    )
    hospital.sql("SELECT hms.move_stock(id, %s, 'opening', 5, '', '') FROM hms.batches", store)
    anchors = keeper.read_now(queries.shelf_anchors, store=store)
    assert (anchors.count, len(anchors.keys)) == (1200, 2)
    behind = keeper.read_now(queries.shelf_page, store=store, after=anchors.keys[1], offset=0, limit=200)
    assert [row.lot for row in behind] == [f"L{number}" for number in range(1001, 1201)]
