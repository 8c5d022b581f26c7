"""Buying from the first line to the paid invoice, on the pages, by keyboard and by scanner."""

import asyncio
import datetime as dt
import sys
import uuid
from decimal import Decimal
from pathlib import Path

import pytest

from hms_desktop.clinic.medicines.queries import find_medicines
from hms_desktop.clinic.medicines.scanning import read_scan
from hms_desktop.clinic.purchasing import queries
from hms_desktop.clinic.stock import actions as stock_actions
from hms_desktop.core.drafts import Drafts
from hms_desktop.screens.purchasing.counting import CountDialog
from hms_desktop.screens.purchasing.invoice_dialog import InvoiceDialog
from hms_desktop.screens.purchasing.invoices import InvoicesPage
from hms_desktop.screens.purchasing.limits import LimitsPage
from hms_desktop.screens.purchasing.order_lines import LineDialog
from hms_desktop.screens.purchasing.order_paper import order_parts, write_list, write_pdf
from hms_desktop.screens.purchasing.orders import OrdersPage
from hms_desktop.screens.purchasing.receiving import ReceivingPage
from hms_desktop.screens.purchasing.suppliers import SuppliersPage
from hms_desktop.widgets.dialogs import Question
from hms_desktop.widgets.forms import FormDialog
from tests.factories import purchasing
from tests.hospital import Hospital
from tests.screens.conftest import MORNING, ClosingLoop
from tests.screens.desks import Seat, tell_errors, until

BUYING = ("store", "manager")


@pytest.fixture
def supply(hospital: Hospital) -> purchasing.Supply:
    hospital.set_clock(MORNING, 1)
    return purchasing.supply(hospital)


@pytest.fixture
def seat(hospital: Hospital, loop: ClosingLoop, monkeypatch: pytest.MonkeyPatch, supply: purchasing.Supply) -> Seat:
    """Somebody who buys and approves, at a desk of a store with a supplier and two medicines."""
    made = Seat(hospital, hospital.person(*BUYING, "admin", name="Stella Store"), None, *BUYING)
    loop.seats.append(made)
    monkeypatch.setattr(sys, "excepthook", tell_errors(made))
    return made


def open_dialog(page: object, kind: type[FormDialog]) -> FormDialog | None:
    found = page.findChildren(kind)  # type: ignore[attr-defined]  # every page is a widget
    return next((one for one in found if one.isVisible()), None)


async def opened(page: object, kind: type[FormDialog]) -> FormDialog:
    await until(lambda: open_dialog(page, kind), f"a {kind.__name__} was open")
    found = open_dialog(page, kind)
    assert found is not None
    return found


def test_an_order_is_typed_handed_in_and_waits_for_somebody_else(
    seat: Seat, loop: ClosingLoop, supply: purchasing.Supply
) -> None:
    async def steps() -> None:
        page = OrdersPage(seat.desk)
        seat.show(page)
        await until(lambda: page.card.supplier.count() == 1, "the page was read")
        page.card.add_button.click()
        dialog = await opened(page, LineDialog)
        dialog.picker.search.setText("Demo medicine")
        await until(lambda: dialog.picker.model.rowCount(), "medicines were found")
        dialog.picker.table.choose(0)
        dialog.picker.table.opened.emit(0)
        await until(lambda: dialog.pack.count() == 2, "its packs were offered")
        dialog.form.put(packs="3", price="1,115")
        dialog.go.click()
        await until(lambda: page.card.model.rowCount() == 1, "the line stands in the order")
        assert page.card.touched()
        page.card.next_button.click()
        await until(lambda: page.card.sheet is not None and page.card.sheet.state == "submitted", "it was handed in")
        assert page.card.sheet is not None
        assert page.card.sheet.total == Decimal("3.35")
        assert not page.card.next_button.isEnabled()  # one's own order

    loop.run(steps())


def test_a_line_is_offered_in_the_pack_and_at_the_price_that_was_paid_last(
    hospital: Hospital, seat: Seat, loop: ClosingLoop, supply: purchasing.Supply
) -> None:
    purchasing.receive(seat.database, purchasing.sent(hospital, purchasing.draft(supply, 2, price="26.50")), [20])
    found = seat.database.read_now(find_medicines, text="Demo medicine", limit=2)

    async def steps() -> None:
        page = OrdersPage(seat.desk)
        seat.show(page)
        await until(lambda: page.card.supplier.count() == 1, "the page was read")
        dialog = LineDialog(seat.desk, supply.supplier, None, page)
        dialog.open()
        dialog.picker.picked.emit(next(one for one in found if one.id == supply.medicines[0]))
        await until(lambda: dialog.price.text() == "26.5", "the last price was offered")
        assert dialog.pack.currentData() == supply.packs[0]
        assert dialog.paid.text() == "Paid 2026-03-02: 26.50 for 10 (2.65 each), Demo Wholesale"
        dialog.reject()

    loop.run(steps())


def test_a_refused_order_says_one_sentence_and_keeps_what_was_typed(
    seat: Seat, loop: ClosingLoop, supply: purchasing.Supply
) -> None:
    async def steps() -> None:
        page = OrdersPage(seat.desk)
        seat.show(page)
        await until(lambda: page.card.supplier.count() == 1, "the page was read")
        page.card.note.setText("Please deliver before noon")
        page.card.save_button.click()
        await until(lambda: seat.said(), "it was refused")
        assert seat.said() == "An order needs a line; add a medicine."
        page.card.expected.setText("tomorrow")
        page.card.save_button.click()
        await until(lambda: page.card.expected.accessibleDescription(), "the date was refused")
        assert page.card.note.text() == "Please deliver before noon"

    loop.run(steps())


def test_goods_are_received_by_scanner_alone(
    hospital: Hospital, seat: Seat, loop: ClosingLoop, supply: purchasing.Supply
) -> None:
    order = purchasing.sent(hospital, purchasing.draft(supply, 2, 1))
    sheet = seat.database.read_now(queries.order_sheet, order=order)

    async def steps() -> None:
        page = ReceivingPage(seat.desk)
        seat.show(page)
        await until(lambda: page.sheet is not None, "the order was open")
        for line, times in ((0, 2), (1, 1)):
            for scan in range(times):
                assert page.take_scan(f"(01){sheet.lines[line].gtin}(17)300600(10)L{line}")
                counted = (scan + 1) * 10
                await until(lambda c=counted, p=line: page.tally.of_line(sheet.lines[p].id) == c, "it was counted")
        assert [one.expiry for one in page.tally.all()] == [dt.date(2030, 6, 30)] * 2
        page.book_button.click()
        await until(lambda: "Received: GR-" in seat.said(), "it was booked")

    loop.run(steps())
    assert seat.database.read_now(queries.order_sheet, order=order).state == "complete"
    assert hospital.sql("SELECT sum(units) FROM hms.balances") == [(30,)]


def test_a_delivery_that_was_being_counted_survives_a_crash(
    hospital: Hospital, seat: Seat, loop: ClosingLoop, supply: purchasing.Supply, tmp_path: Path
) -> None:
    order = purchasing.sent(hospital, purchasing.draft(supply, 2, 1))
    sheet = seat.database.read_now(queries.order_sheet, order=order)

    async def steps() -> None:
        seat.desk.drafts = Drafts(tmp_path, "clerk")
        page = ReceivingPage(seat.desk)
        seat.show(page)
        await until(lambda: page.sheet is not None, "the order was open")
        assert page.take_scan(f"(01){sheet.lines[0].gtin}(17)300600(10)L0")
        await until(lambda: page.tally.of_line(sheet.lines[0].id) == 10, "it was counted")
        page.delivery_note.setText("DN-7")
        page.keeper.keep_now()
        page.close_page()
        page.hide()
        again = ReceivingPage(seat.desk)
        seat.show(again)
        again.offer.restore.click()
        await until(lambda: again.tally.of_line(sheet.lines[0].id) == 10, "the count was there again")
        assert [(one.lot, one.expiry) for one in again.tally.all()] == [("L0", dt.date(2030, 6, 30))]
        assert again.delivery_note.text() == "DN-7"
        again.book_button.click()
        await until(lambda: "Received: GR-" in seat.said(), "it was booked")
        again.keeper.keep_now()

    loop.run(steps())
    assert Drafts(tmp_path, "clerk").kept() == ()
    assert hospital.sql("SELECT sum(units) FROM hms.balances") == [(10,)]


def test_a_recalled_lot_is_told_at_the_scan_and_again_when_it_is_booked(
    hospital: Hospital, seat: Seat, loop: ClosingLoop, supply: purchasing.Supply
) -> None:
    order = purchasing.sent(hospital, purchasing.draft(supply, 2, 1))
    sheet = seat.database.read_now(queries.order_sheet, order=order)
    recall = {"medicine": supply.medicines[0], "lot": "BAD1", "reason": "Notice 7"}
    seat.database.run_now(stock_actions.recall_lot, intent=uuid.uuid4(), **recall)

    async def steps() -> None:
        page = ReceivingPage(seat.desk)
        seat.show(page)
        await until(lambda: page.sheet is not None, "the order was open")
        assert page.take_scan(f"(01){sheet.lines[0].gtin}(17)300600(10)BAD1")
        await until(lambda: "put it aside" in seat.said(), "the scan told of the recall")
        seat.messages.dismiss()
        page.book_button.click()
        await until(lambda: "frozen: lot BAD1" in seat.said(), "the receipt told of the recall")

    loop.run(steps())
    assert hospital.sql("SELECT state FROM hms.batches") == [("recalled",)]


def test_a_line_counted_by_hand_asks_for_what_is_missing_and_for_a_short_life(
    hospital: Hospital, seat: Seat, loop: ClosingLoop, supply: purchasing.Supply
) -> None:
    order = purchasing.sent(hospital, purchasing.draft(supply, 2))

    async def steps() -> None:
        page = ReceivingPage(seat.desk)
        seat.show(page)
        await until(lambda: page.line_model.rowCount() == 1, "the order was open")
        page.lines.opened.emit(0)
        dialog = await opened(page, CountDialog)
        assert dialog.form.values()["packs"] == "2"
        dialog.form.put(lot="A7", expiry="13/2026")
        dialog.go.click()
        await until(lambda: dialog.form.field("expiry").accessibleDescription(), "no such month")
        dialog.form.put(packs="1", loose="4", expiry="06/2026")
        dialog.go.click()
        await until(lambda: page.tally.all(), "it was counted")
        page.book_button.click()
        reason = await opened(page, FormDialog)
        reason.form.put(reason="Needed today.")
        reason.go.click()
        await until(lambda: "Received: GR-" in seat.said(), "it was booked")

    loop.run(steps())
    assert hospital.sql("SELECT units, reason FROM hms.receipt_lines") == [(14, "Needed today.")]
    assert seat.database.read_now(queries.order_sheet, order=order).lines[0].expected == 6


def test_a_known_lot_with_another_expiry_is_confirmed_before_it_is_booked(
    hospital: Hospital, seat: Seat, loop: ClosingLoop, supply: purchasing.Supply
) -> None:
    order = purchasing.sent(hospital, purchasing.draft(supply, 2))
    purchasing.receive(seat.database, order, [10], lot="A")
    [pack] = hospital.sql("SELECT gtin FROM hms.packs WHERE id = %s", supply.packs[0])

    async def steps() -> None:
        page = ReceivingPage(seat.desk)
        seat.show(page)
        await until(lambda: page.sheet is not None, "the order was open")
        page.take_scan(f"(01){pack[0]}(17)330131(10)A1")
        await until(lambda: page.tally.all(), "it was counted")
        page.book_button.click()
        await until(lambda: page.findChildren(Question), "it was asked")
        page.findChildren(Question)[0].accept()
        await until(lambda: "Received: GR-" in seat.said(), "it was booked")

    loop.run(steps())
    assert hospital.sql("SELECT count(*) FROM hms.batches WHERE lot = 'A1'") == [(2,)]


def test_what_a_colleague_received_meanwhile_is_said_and_the_count_stays(
    hospital: Hospital, seat: Seat, loop: ClosingLoop, supply: purchasing.Supply
) -> None:
    order = purchasing.sent(hospital, purchasing.draft(supply, 2))
    [pack] = hospital.sql("SELECT gtin FROM hms.packs WHERE id = %s", supply.packs[0])

    async def steps() -> None:
        page = ReceivingPage(seat.desk)
        page.follow = lambda *_: None  # type: ignore[assignment,method-assign]  # this screen hears no knock
        seat.show(page)
        await until(lambda: page.sheet is not None, "the order was open")
        page.take_scan(f"(01){pack[0]}(17)330131(10)B")
        await until(lambda: page.tally.all(), "it was counted")
        stale = page.sheet
        await asyncio.to_thread(purchasing.receive, seat.database, order, [10])
        page.sheet = stale
        page.book_button.click()
        await until(lambda: "colleague" in seat.said(), "it was said")
        assert len(page.tally.all()) == 1

    loop.run(steps())
    assert hospital.sql("SELECT sum(units) FROM hms.balances") == [(10,)]


def test_an_invoice_is_entered_with_what_came_and_its_difference_named(
    hospital: Hospital, seat: Seat, loop: ClosingLoop, supply: purchasing.Supply
) -> None:
    order = purchasing.sent(hospital, purchasing.draft(supply, 2))
    purchasing.receive(seat.database, order, [20])

    async def steps() -> None:
        page = InvoicesPage(seat.desk)
        seat.show(page)
        page.new_button.click()
        which = await opened(page, FormDialog)
        which.go.click()
        dialog = await opened(page, InvoiceDialog)
        dialog.form.put(number="INV 7", dated="2026-03-02", amount="51")
        dialog.go.click()
        await until(lambda: page.sheet is not None, "it was entered")
        assert "Lines and charges come to 50.00, the paper says 51.00." in page.verdict.text()
        assert not page.accept_button.isEnabled()

    loop.run(steps())


def test_suppliers_and_limits_are_typed_and_saved(seat: Seat, loop: ClosingLoop, hospital: Hospital) -> None:
    async def steps() -> None:
        page = SuppliersPage(seat.desk)
        seat.show(page)
        await until(lambda: page.model.rowCount() == 1, "the list was read")
        page.new_button.click()
        page.put({"name": "Alpha", "lead_days": 21})
        page.save_button.click()
        await until(lambda: "Saved" in seat.said(), "it was saved")
        seat.messages.dismiss()
        limits = LimitsPage(seat.desk)
        seat.show(limits)
        await until(lambda: limits.model.rowCount() == 3, "the limits were read")
        limits.put({"most": "250", "over_percent": "5"})
        limits.save_button.click()
        await until(lambda: "Saved" in seat.said(), "it was saved")

    loop.run(steps())
    assert hospital.sql("SELECT most FROM hms.approval_limits WHERE duty = 'store'") == [(Decimal(250),)]
    assert hospital.sql("SELECT over_percent FROM hms.purchasing_rules") == [(Decimal(5),)]
    assert [row.name for row in seat.database.read_now(queries.suppliers)] == ["Alpha", "Demo Wholesale"]


def test_an_order_becomes_a_page_and_a_list_without_formulas(
    hospital: Hospital, seat: Seat, supply: purchasing.Supply, tmp_path: Path
) -> None:
    hospital.sql("UPDATE hms.medicines SET name = '=HYPERLINK(1)' WHERE id = %s", supply.medicines[0])
    order = purchasing.order(seat.database, purchasing.draft(supply, 2, 3))
    sheet = seat.database.read_now(queries.order_sheet, order=order)
    write_pdf(sheet, tmp_path / "order.pdf", right_to_left=False)
    write_list(sheet, tmp_path / "order.csv")
    assert (tmp_path / "order.pdf").read_bytes().startswith(b"%PDF")
    [code] = [part for part in order_parts(sheet) if part.kind == "code128"]
    assert read_scan(code.value).number == order
    assert code.height >= 10, "a scanner at arm's length reads it"
    rows = (tmp_path / "order.csv").read_text("utf-8-sig").splitlines()
    assert len(rows) == 3
    assert "'=HYPERLINK(1)" in rows[1]
