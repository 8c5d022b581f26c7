"""The stock room by keyboard: the shelf and its deeds, a blind count and its approval, expiry, recall, levels."""

import datetime as dt
from collections.abc import Callable
from typing import Any
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QSpinBox

from hms_desktop.clinic.medicines.scanning import own_code
from hms_desktop.clinic.stock import actions
from hms_desktop.screens.stock.counts import CountsPage
from hms_desktop.screens.stock.expiry import ExpiryPage
from hms_desktop.screens.stock.page import StockPage
from hms_desktop.screens.stock.reorder import ReorderPage
from hms_desktop.screens.stock.stores import StoresPage
from hms_desktop.widgets.dialogs import Question
from hms_desktop.widgets.forms import FormDialog
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from tests.factories import stock
from tests.hospital import PASSWORD, Hospital
from tests.screens.conftest import MORNING, ClosingLoop
from tests.screens.desks import Seat, focused, press, scan, settle, type_text, until

CONTROL = Qt.KeyboardModifier.ControlModifier
Sit = Callable[..., Seat]


@pytest.fixture
def main(hospital: Hospital, house: object) -> int:
    return stock.make_store(hospital, "Main")


@pytest.fixture
def batch(hospital: Hospital, main: int) -> int:
    return stock.make_batch(hospital, stock.make_medicine(hospital, "Amoxicillin"), main, 100, lot="AMX1", days=20)


def form() -> FormDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, FormDialog)
    return dialog


async def opened() -> FormDialog:
    await until(lambda: isinstance(QApplication.activeModalWidget(), FormDialog), "a form opened")
    await until(lambda: form().isAncestorOf(focused()), "the form has the keys")
    return form()


async def asked(why: str) -> None:
    """A question stands there and has the keys."""
    await until(lambda: isinstance(QApplication.activeModalWidget(), Question), why)
    await until(lambda: QApplication.activeModalWidget().isAncestorOf(focused()), f"{why}: it has the keys")


async def done(seat: Seat) -> None:
    press(Qt.Key.Key_Return)
    await until(lambda: QApplication.activeModalWidget() is None, "the form closed")
    await seat.come_to_front()


def test_a_loss_is_written_off_and_taken_back_by_keyboard(
    hospital: Hospital, sit: Sit, loop: ClosingLoop, main: int, batch: int
) -> None:
    seat = sit(None, "store")
    page = StockPage(seat.desk)

    async def day() -> None:
        seat.show(page)
        await until(lambda: page.entries.rowCount() == 1, "the card was read")
        press((CONTROL, Qt.Key.Key_L), on=page)
        (await opened()).form.put(units=30)
        await done(seat)
        await until(lambda: page.entries.rowCount() == 2, "the loss stands on the card")
        assert stock.held(hospital, batch, main) == 70
        page.card.setFocus()
        page.card.choose(0)
        press((CONTROL, Qt.Key.Key_U), on=page)
        (await opened()).form.put(reason="found again")
        await done(seat)
        await until(lambda: page.entries.rowCount() == 3, "the reversal stands on the card")
        assert stock.held(hospital, batch, main) == 100

    loop.run(day())


def test_what_a_rule_refuses_leaves_the_form_as_typed(
    hospital: Hospital, sit: Sit, loop: ClosingLoop, main: int, batch: int
) -> None:
    stock.make_store(hospital, "Ward")
    seat = sit(None, "store")
    page = StockPage(seat.desk)

    async def day() -> None:
        seat.show(page)
        await until(lambda: page.entries.rowCount() == 1, "the card was read")
        page.transfer.click()
        dialog = await opened()
        dialog.form.put(units=60)
        stock.move(hospital, batch, main, "dispense", 50)
        press(Qt.Key.Key_Return)
        await until(lambda: dialog.messages.message() is not None, "the form said why not")
        assert "holds only 50" in dialog.messages.message().sentence
        assert dialog.form.values()["units"] == 60
        dialog.form.put(units=50)
        await done(seat)
        await until(lambda: page.batches.rowCount() == 0, "the shelf is empty")

    loop.run(day())


def test_a_scanned_batch_label_finds_its_batch(
    hospital: Hospital, sit: Sit, loop: ClosingLoop, main: int, batch: int
) -> None:
    stock.make_batch(hospital, stock.make_medicine(hospital, "Aspirin"), main, 5, lot="ASP")
    seat = sit(None, "pharmacist")
    page = StockPage(seat.desk)

    async def day() -> None:
        seat.show(page)
        await until(lambda: page.batches.rowCount() == 2, "the shelf was read")
        assert page.take_scan(own_code("batch", batch))
        await until(lambda: page.batches.rowCount() == 1, "the batch was found")
        row = page.batches.row(0)
        assert row is not None
        assert row.batch_id == batch

    loop.run(day())


def test_a_scanned_pack_means_its_own_medicine_whatever_else_bears_its_lot(
    hospital: Hospital, sit: Sit, loop: ClosingLoop, main: int
) -> None:
    stock.make_batch(hospital, stock.make_medicine(hospital, "Amoxicillin"), main, 100, lot="AM1", days=20)
    zinc = stock.make_medicine(hospital, "Zinc")
    wanted = stock.make_batch(hospital, zinc, main, 5, lot="AM1", days=40)
    nowhere = stock.make_batch(hospital, zinc, lot="Z9", days=50)
    hospital.sql("INSERT INTO hms.packs (medicine_id, name, units, gtin) VALUES (%s, 'B', 1, '09506000134352')", zinc)
    pack = "(01)09506000134352(10)"
    seat = sit(None, "pharmacist")
    shelf, expiry, counts = StockPage(seat.desk), ExpiryPage(seat.desk), CountsPage(seat.desk)
    seat.database.run_now(actions.open_count, intent=uuid4(), store=main)

    async def day() -> None:
        seat.show(shelf)
        await until(lambda: shelf.batches.rowCount() == 2, "the shelf was read")
        assert shelf.take_scan(pack + "AM1")
        await until(lambda: shelf._row is not None and shelf._row.batch_id == wanted, "the zinc is chosen")
        shelf.hide()
        seat.show(expiry)
        await until(lambda: expiry.board.rowCount() >= 1, "the board was read")
        assert expiry.take_scan(pack + "AM1")
        await until(lambda: chosen(expiry.board, expiry.expiring) == wanted, "the zinc is chosen")
        expiry.hide()
        seat.show(counts)
        await until(lambda: counts.lines.rowCount() == 2, "the sheet was read")
        assert counts.take_scan(pack + "AM1")
        await until(lambda: chosen(counts.lines, counts.sheet) == wanted, "the zinc is counted")
        assert counts.take_scan(pack + "NONE")
        await until(lambda: "ever received" in seat.said(), "what never came is said")
        assert counts.take_scan(pack + "Z9")
        await until(lambda: chosen(counts.lines, counts.sheet) == nowhere, "what was found is on the sheet")
        type_text("3")
        press(Qt.Key.Key_Return)
        await until(lambda: "second time" in seat.said(), "it differs from the books")
        assert counts.take_scan("09506000134352")
        await until(lambda: chosen(counts.lines, counts.sheet) == wanted, "a plain barcode goes to what waits")

    loop.run(day())
    assert hospital.sql(
        "SELECT l.batch_id, e.counted, e.balance FROM hms.stock_take_entries e "
        "JOIN hms.stock_take_lines l ON l.id = e.line_id"
    ) == [(nowhere, 3, 0)]


def chosen(model: RowsModel[Any], table: TableView) -> int | None:
    """The batch of the chosen row."""
    row = model.row(table.chosen_row())
    return row.batch_id if row else None


def test_a_blind_count_asks_again_and_a_colleague_approves_at_the_same_desk(
    hospital: Hospital, sit: Sit, loop: ClosingLoop, main: int, batch: int
) -> None:
    colleague = hospital.person("pharmacist")
    seat = sit(None, "store")
    page = CountsPage(seat.desk)

    async def count(units: int) -> None:
        page.sheet.setFocus()
        press(Qt.Key.Key_Return)
        assert page.card.count.hasFocus()
        type_text(str(units))
        press(Qt.Key.Key_Return)

    async def day() -> None:
        seat.show(page)
        await until(lambda: page.begin.isEnabled() and not page.stale)
        press((CONTROL, Qt.Key.Key_N), on=page)
        await opened()
        await done(seat)
        await until(lambda: page.lines.rowCount() == 1, "the sheet was made")
        assert page.sheet.isColumnHidden(4)
        await count(90)
        await until(lambda: "second time" in seat.said(), "a second count is asked for")
        assert not page.approve.isEnabled()
        await settle(0.1)
        await count(91)
        await until(page.approve.isEnabled, "it can be approved")
        press((CONTROL, Qt.Key.Key_Return), on=page)
        dialog = await opened()
        dialog.form.put(login=colleague.user, password=PASSWORD)
        await done(seat)
        await until(lambda: "Approved" in seat.said(), "the count was approved")

    loop.run(day())
    assert stock.held(hospital, batch, main) == 91
    assert hospital.sql("SELECT approved_by FROM hms.stock_takes") == [(colleague.user,)]


def test_whoever_looks_at_the_books_checks_and_approves_and_counts_no_more(
    hospital: Hospital, sit: Sit, loop: ClosingLoop, main: int, batch: int
) -> None:
    counter = hospital.database(hospital.person("store"))
    take = counter.run_now(actions.open_count, intent=uuid4(), store=main)
    for _ in range(2):
        counter.run_now(actions.enter_count, intent=uuid4(), count=take, batch=batch, counted=91)
    seat = sit(None, "pharmacist")
    page = CountsPage(seat.desk)

    async def day() -> None:
        seat.show(page)
        await until(page.books.isEnabled, "the books may be asked for")
        assert page.card.count.isEnabled()
        assert page.takes_model.rows()[0].differing is None
        press((CONTROL, Qt.Key.Key_B), on=page)
        await asked("it warns first")
        press(Qt.Key.Key_Escape)
        await until(lambda: QApplication.activeModalWidget() is None and not page.books.isChecked(), "nothing was seen")
        assert page.sheet.isColumnHidden(4)
        await seat.come_to_front()
        press((CONTROL, Qt.Key.Key_B), on=page)
        await asked("it warns again")
        press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
        await until(lambda: not page.sheet.isColumnHidden(4), "the books are open")
        assert [(row.balance, row.difference) for row in page.lines.rows()] == [(100, -9)]
        assert not page.card.count.isEnabled()
        await seat.come_to_front()
        press((CONTROL, Qt.Key.Key_Return), on=page)
        await asked("the approval is asked")
        press(Qt.Key.Key_Tab, Qt.Key.Key_Return)
        await until(lambda: "Approved" in seat.said(), "the count was approved")

    loop.run(day())
    assert stock.held(hospital, batch, main) == 91


def test_what_was_written_on_paper_at_five_past_is_compared_with_the_books_of_then(
    hospital: Hospital, sit: Sit, loop: ClosingLoop, main: int, batch: int
) -> None:
    seat = sit(None, "store")
    page = CountsPage(seat.desk)
    seat.database.run_now(actions.open_count, intent=uuid4(), store=main)
    hospital.set_clock(MORNING + dt.timedelta(minutes=10), 1)
    stock.move(hospital, batch, main, "dispense", 25)
    hospital.set_clock(MORNING + dt.timedelta(minutes=90), 1)

    async def day() -> None:
        seat.show(page)
        await until(page.card.count.isEnabled, "a line waits to be counted")
        for written, code in (("10h05", "10:05, or with its day"), ("09:59", "after this stock-take began")):
            page.card.at.setFocus()
            page.card.at.selectAll()
            type_text(written)
            press(Qt.Key.Key_Return)
            assert page.card.count.hasFocus()
            type_text("100")
            press(Qt.Key.Key_Return)
            await until(lambda code=code: code in seat.said(), "the time is refused")
            assert page.card.at.hasFocus()
        page.card.at.selectAll()
        type_text("10:05")
        press(Qt.Key.Key_Return)
        press(Qt.Key.Key_Return)
        await until(lambda: page.takes_model.rows()[0].counted == 1, "the count was kept")
        assert page.takes_model.rows()[0].once == 0
        assert page.card.at.text() == "10:05"

    loop.run(day())
    assert hospital.sql("SELECT counted, balance FROM hms.stock_take_entries") == [(100, 100)]


def test_a_batch_is_recalled_from_its_shelf_and_the_recalls_say_where_it_still_lies(
    hospital: Hospital, sit: Sit, loop: ClosingLoop, main: int, batch: int
) -> None:
    seat = sit(None, "pharmacist", "manager")
    shelf, expiry = StockPage(seat.desk), ExpiryPage(seat.desk)

    async def day() -> None:
        seat.show(shelf)
        await until(lambda: shelf.entries.rowCount() == 1, "the card was read")
        press((CONTROL, Qt.Key.Key_R), on=shelf)
        (await opened()).form.put(reason="Notice 7")
        await done(seat)
        await until(lambda: not shelf.recall.isEnabled(), "the batch is recalled")
        shelf.hide()
        seat.show(expiry)
        await until(lambda: expiry.board.rowCount() == 1, "the board was read")
        press((CONTROL, Qt.Key.Key_B), on=expiry)
        await until(lambda: "Notice 7" in expiry.why.text(), "the recall says why")
        assert expiry.recalled_model.rows()[0].units == 100

    loop.run(day())


def test_a_lot_that_never_came_is_recalled_by_its_packs_code_and_lifted(
    hospital: Hospital, sit: Sit, loop: ClosingLoop, main: int, batch: int
) -> None:
    hospital.sql(
        "INSERT INTO hms.packs (medicine_id, name, units, gtin) "
        "SELECT medicine_id, 'Box', 10, '09506000134352' FROM hms.batches"
    )
    seat = sit(None, "pharmacist", "manager")
    page = ExpiryPage(seat.desk)

    async def day() -> None:
        seat.show(page)
        page.recalls.setChecked(True)
        assert page.take_scan("(01)09506000134352(10)NEW7")
        dialog = await opened()
        assert dialog.form.values()["lot"] == "NEW7"
        dialog.form.put(lot="NEW7", reason="Notice 7")
        await done(seat)
        await until(lambda: "None of it is in the house" in seat.said(), "it was said")
        await until(lambda: page.recalled_model.rowCount() == 1, "it stands on the list")
        row = page.recalled_model.row(0)
        assert row is not None
        assert (row.lot, row.batch_id, row.reason) == ("NEW7", None, "Notice 7")
        page.recalled.choose(0)
        page.lift.click()
        dialog = await opened()
        dialog.form.put(reason="a mistake")
        await done(seat)
        await until(lambda: page.recalled_model.rowCount() == 0, "it was lifted")

    loop.run(day())
    assert hospital.sql("SELECT lifted_why FROM hms.recalled_lots") == [("a mistake",)]


def test_enter_sets_the_level_of_a_medicine_and_the_board_says_what_to_order(
    sit: Sit, loop: ClosingLoop, main: int, batch: int
) -> None:
    seat = sit(None, "store")
    page = ReorderPage(seat.desk)

    async def day() -> None:
        seat.show(page)
        await until(lambda: page.model.rowCount() == 1, "the board was read")
        page.table.setFocus()
        page.table.choose(0)
        press(Qt.Key.Key_Return)
        dialog = await opened()
        field = dialog.form.field("reorder_at")
        assert isinstance(field, QSpinBox)
        dialog.form.put(reorder_at=150, order_up_to=400)
        await done(seat)

        def to_order() -> int:
            row = page.model.row(0)
            return row.order if row else 0

        await until(lambda: to_order() == 300, "the proposal stands on the board")

    loop.run(day())


def test_a_scan_chooses_a_medicine_on_the_reorder_board_and_scanned_again_sets_its_level(
    hospital: Hospital, sit: Sit, loop: ClosingLoop, main: int, batch: int
) -> None:
    other = stock.make_batch(hospital, stock.make_medicine(hospital, "Zinc"), main, 5)
    nowhere = stock.make_batch(hospital, stock.make_medicine(hospital, "Ibuprofen"))
    seat = sit(None, "store")
    page = ReorderPage(seat.desk)

    async def day() -> None:
        seat.show(page)
        await until(lambda: page.model.rowCount() == 2, "the board was read")

        def chosen() -> str:
            row = page.model.row(page.table.chosen_row()) if page.table.chosen_row() >= 0 else None
            return row.medicine if row else ""

        page.stores.setFocus()
        scan(own_code("batch", batch))
        await until(lambda: chosen().startswith("Amoxicillin"), "the scanned medicine is chosen")
        scan(own_code("batch", other))
        await until(lambda: chosen().startswith("Zinc"), "the next one is chosen")
        scan(own_code("batch", nowhere))
        await until(lambda: "neither held nor used here" in seat.said(), "what is not on the board is said")
        scan(own_code("batch", nowhere))
        dialog = await opened()
        dialog.form.put(reorder_at=10, order_up_to=40)
        await done(seat)
        await until(lambda: page.model.rowCount() == 3, "the medicine stands on the board")

    loop.run(day())


def test_a_manager_adds_the_first_store_and_the_stock_page_says_so_before(
    hospital: Hospital, sit: Sit, loop: ClosingLoop, house: object
) -> None:
    seat = sit(None, "manager")
    shelf, stores = StockPage(seat.desk), StoresPage(seat.desk)

    async def day() -> None:
        seat.show(shelf)
        await until(lambda: not shelf.stale, "the page was read")
        assert not shelf.open.isEnabled()
        shelf.hide()
        seat.show(stores)
        await until(lambda: not stores.stale, "the page was read")
        stores.begin_new()
        stores.form.put(name="Main", kind="pharmacy")
        stores.save_button.click()
        await until(lambda: stores.model.rowCount() == 1, "the store stands on the list")

    loop.run(day())
    assert hospital.sql("SELECT name, kind FROM hms.stores") == [("Main", "pharmacy")]
