"""What arrives: against the order and its tolerance, with its life and lot, corrected, returned, and counted by two."""

import datetime as dt
import threading
import uuid
from dataclasses import replace
from decimal import Decimal

import psycopg
import pytest

from hms_desktop.clinic.purchasing import actions, queries
from hms_desktop.clinic.purchasing.actions import CountedLine
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError, Refused
from tests.factories import purchasing
from tests.hospital import Hospital


def held(hospital: Hospital) -> int:
    return int(hospital.sql("SELECT coalesce(sum(units), 0) FROM hms.balances")[0][0])


def count(who: Database, order: int, *lines: CountedLine, note: str = "", version: int | None = None) -> str:
    seen = purchasing.version(who, order) if version is None else version
    return who.run_now(
        actions.receive_goods, intent=uuid.uuid4(), order=order, version=seen, lines=lines, delivery_note=note
    ).number


def refused_for(who: Database, order: int, *lines: CountedLine, note: str = "") -> str:
    with pytest.raises(Refused) as refused:
        count(who, order, *lines, note=note)
    return refused.value.code


def test_an_order_that_comes_in_parts_is_complete_when_all_of_it_has_come(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital)
    order = purchasing.sent(hospital, purchasing.draft(ids, 4, 2))
    _, keeper = purchasing.clerk(hospital)
    first = purchasing.receive(keeper, order, [30, 0], lot="A")
    sheet = keeper.read_now(queries.order_sheet, order=order)
    assert (first[:3], sheet.state, [line.expected for line in sheet.lines]) == ("GR-", "sent", [10, 20])
    purchasing.receive(keeper, order, [10, 20], lot="B")
    assert keeper.read_now(queries.order_sheet, order=order).state == "complete"
    came = keeper.read_now(queries.received, order=order)
    assert (held(hospital), sum(line.amount for line in came)) == (60, Decimal("150.00"))
    movements = hospital.sql("SELECT kind, units, document FROM hms.movements ORDER BY id")
    assert [(kind, units) for kind, units, _ in movements] == [("receipt", 30), ("receipt", 10), ("receipt", 20)]
    assert movements[0][2] == first


def test_more_than_the_order_and_its_tolerance_is_refused_and_nothing_is_booked(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital)
    hospital.sql("UPDATE hms.purchasing_rules SET over_percent = 10")
    order = purchasing.sent(hospital, purchasing.draft(ids, 4, 2))
    _, keeper = purchasing.clerk(hospital)
    line = keeper.read_now(queries.order_sheet, order=order).lines[0]
    with pytest.raises(Refused) as refused:
        count(keeper, order, CountedLine(line.id, 45, "A", purchasing.EXPIRY))
    assert (refused.value.code, refused.value.params["most"], held(hospital)) == ("receipt.too_many", 44, 0)
    count(keeper, order, CountedLine(line.id, 44, "A", purchasing.EXPIRY))
    assert refused_for(keeper, order, CountedLine(line.id, 1, "A", purchasing.EXPIRY)) == "receipt.too_many"
    assert held(hospital) == 44


def test_two_clerks_who_count_the_same_delivery_book_it_once(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital, 1)
    order = purchasing.sent(hospital, purchasing.draft(ids, 4))
    clerks = [purchasing.clerk(hospital)[1] for _ in range(2)]
    sheet = clerks[0].read_now(queries.order_sheet, order=order)
    outcomes: list[str] = []

    def receive(who: Database) -> None:
        try:
            counted = CountedLine(sheet.lines[0].id, 20, "A", purchasing.EXPIRY)
            outcomes.append(count(who, order, counted, version=sheet.version)[:3])
        except HmsError as error:
            outcomes.append(error.code)

    both = [threading.Thread(target=receive, args=(who,)) for who in clerks]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert sorted(outcomes) == ["GR-", "order.stale"]
    assert held(hospital) == 20


def test_two_receipts_of_all_that_is_left_end_with_no_more_than_was_ordered(hospital: Hospital) -> None:
    """With psql, where nobody keeps to the version that was on a screen: the line itself is locked and full."""
    ids = purchasing.supply(hospital, 1)
    order = purchasing.sent(hospital, purchasing.draft(ids, 4))
    servers = [hospital.person("store") for _ in range(2)]
    line = hospital.sql("SELECT id FROM hms.purchase_lines")[0][0]
    outcomes: list[str] = []
    start = threading.Barrier(2)

    def receive(place: int) -> None:
        with hospital.connection(servers[place]) as psql:
            start.wait()
            for _ in range(3):
                try:
                    psql.execute(
                        """SELECT hms.receive_goods(gen_random_uuid(), %s, o.version, jsonb_build_object('lines',
                        jsonb_build_array(jsonb_build_object('line_id', %s::bigint, 'units', 40, 'lot', 'A'))))
                        FROM hms.purchase_orders o WHERE o.id = %s""",
                        (order, line, order),
                    )
                    outcomes.append("received")
                except psycopg.Error as error:
                    outcomes.append(error.diag.constraint_name or "?")

    both = [threading.Thread(target=receive, args=(place,)) for place in range(2)]
    for thread in both:
        thread.start()
    for thread in both:
        thread.join()
    assert outcomes.count("received") == 1
    assert set(outcomes) <= {"received", "order.stale", "order.state", "receipt.too_many"}
    assert held(hospital) == 40


def test_a_short_life_needs_a_reason_and_what_has_expired_is_never_taken(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital, 1)
    hospital.set_clock(dt.datetime(2026, 3, 1, 9, tzinfo=dt.UTC))
    order = purchasing.sent(hospital, purchasing.draft(ids, 4))
    _, keeper = purchasing.clerk(hospital)
    line = keeper.read_now(queries.order_sheet, order=order).lines[0].id
    short = CountedLine(line, 10, "A", dt.date(2026, 8, 1))
    assert refused_for(keeper, order, short) == "receipt.shelf_life"
    assert refused_for(keeper, order, replace(short, expiry=dt.date(2026, 3, 1), reason="x")) == "receipt.expired"
    count(keeper, order, replace(short, reason="No other stock in the country."))
    assert held(hospital) == 10


def test_a_lot_that_is_known_with_another_expiry_or_medicine_asks_first(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital)
    order = purchasing.sent(hospital, purchasing.draft(ids, 4, 4))
    _, keeper = purchasing.clerk(hospital)
    purchasing.receive(keeper, order, [10, 0], lot="A")
    first, second = (line.id for line in keeper.read_now(queries.order_sheet, order=order).lines)
    other = CountedLine(first, 10, "A1", dt.date(2036, 1, 31))
    assert refused_for(keeper, order, other) == "receipt.other_expiry"
    assert refused_for(keeper, order, CountedLine(second, 10, "A1", purchasing.EXPIRY)) == "receipt.other_medicine"
    count(keeper, order, replace(other, looked=True))
    assert hospital.sql("SELECT count(*) FROM hms.batches WHERE lot = 'A1'") == [(2,)]


def test_a_delivery_note_is_received_once_and_nothing_counted_is_no_receipt(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital, 1)
    order = purchasing.sent(hospital, purchasing.draft(ids, 4))
    _, keeper = purchasing.clerk(hospital)
    line = CountedLine(keeper.read_now(queries.order_sheet, order=order).lines[0].id, 10, "A", purchasing.EXPIRY)
    count(keeper, order, line, note="DN-77")
    assert refused_for(keeper, order, line, note=" dn-77 ") == "receipt.delivery_note"
    assert refused_for(keeper, order) == "receipt.empty"
    assert refused_for(keeper, order, replace(line, lot=" ")) == "receipt.lot"
    assert refused_for(keeper, order, replace(line, line_id=line.line_id + 99)) == "receipt.line"
    assert refused_for(keeper, order, replace(line, units=0)) == "receipt.line"


def test_what_was_counted_wrong_is_taken_back_once_and_expected_again(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital, 1)
    order = purchasing.sent(hospital, purchasing.draft(ids, 4))
    _, keeper = purchasing.clerk(hospital)
    purchasing.receive(keeper, order, [40])
    [line] = keeper.read_now(queries.received, order=order)
    values = {"line": line.id, "units": 15, "reason": "Miscounted."}
    keeper.run_now(actions.correct_receipt, intent=uuid.uuid4(), **values)
    sheet = keeper.read_now(queries.order_sheet, order=order)
    assert (sheet.state, sheet.lines[0].expected, held(hospital)) == ("sent", 15, 25)
    with pytest.raises(Refused) as refused:
        keeper.run_now(actions.correct_receipt, intent=uuid.uuid4(), **values)
    assert refused.value.code == "receipt.corrected"


def test_goods_go_back_to_the_supplier_and_never_more_than_came(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital, 1)
    order = purchasing.sent(hospital, purchasing.draft(ids, 4))
    _, keeper = purchasing.clerk(hospital)
    purchasing.receive(keeper, order, [40])
    [line] = keeper.read_now(queries.received, order=order)

    def send_back(units: int) -> str:
        return keeper.run_now(
            actions.return_to_supplier,
            intent=uuid.uuid4(),
            receipt=line.receipt_id,
            store=ids.store,
            reason="Broken in transit.",
            lines=[(line.id, units)],
        )

    assert send_back(25)[:3] == "SR-"
    with pytest.raises(Refused) as refused:
        send_back(16)
    assert (refused.value.code, refused.value.params["most"]) == ("return.too_many", 15)
    assert held(hospital) == 15
    assert hospital.sql("SELECT credit FROM hms.supplier_returns") == [(Decimal("62.50"),)]


def test_the_rest_of_an_order_is_cancelled_and_no_longer_expected(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital, 1)
    order = purchasing.sent(hospital, purchasing.draft(ids, 4))
    _, keeper = purchasing.clerk(hospital)
    purchasing.receive(keeper, order, [10])
    keeper.run_now(
        actions.cancel_purchase_order,
        intent=uuid.uuid4(),
        order=order,
        version=purchasing.version(keeper, order),
        reason="The supplier has no more.",
    )
    sheet = keeper.read_now(queries.order_sheet, order=order)
    assert (sheet.state, sheet.lines[0].expected, sheet.lines[0].cancelled) == ("complete", 0, 30)


def test_what_was_paid_is_kept_by_medicine(hospital: Hospital) -> None:
    ids = purchasing.supply(hospital, 1)
    _, keeper = purchasing.clerk(hospital)
    for price in ("25.00", "26.50"):
        purchasing.receive(keeper, purchasing.sent(hospital, purchasing.draft(ids, 4, price=price)), [40])
    found = keeper.read_now(queries.prices, medicine=ids.medicines[0])
    assert [(one.pack_price, one.unit_price) for one in found] == [
        (Decimal("26.5000"), Decimal("2.6500")),
        (Decimal("25.0000"), Decimal("2.5000")),
    ]
    last = keeper.read_now(queries.last_price, medicine=ids.medicines[0], supplier=ids.supplier)
    assert last == found[0]
