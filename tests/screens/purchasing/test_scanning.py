"""A scanner on the pages of buying: codes of packs, batches, orders and invoices, typed wherever the keys just are."""

import sys
from collections.abc import Callable

import pytest

from hms_desktop.clinic.medicines.scanning import own_code
from hms_desktop.clinic.purchasing import actions, queries
from hms_desktop.screens.purchasing.invoice_dialog import InvoiceDialog
from hms_desktop.screens.purchasing.invoices import InvoicesPage
from hms_desktop.screens.purchasing.order_lines import LineDialog
from hms_desktop.screens.purchasing.orders import OrdersPage
from hms_desktop.screens.purchasing.receiving import ReceivingPage
from hms_desktop.screens.purchasing.suppliers import SuppliersPage
from hms_desktop.widgets.page import Page
from tests.factories import purchasing
from tests.hospital import Hospital
from tests.screens.codes import GTIN, HOSTILE
from tests.screens.conftest import MORNING, ClosingLoop
from tests.screens.desks import Seat, focused, scan, settle, tell_errors, until
from tests.screens.purchasing.test_buying import BUYING, opened

STRANGER = f"(01){GTIN}(10)X1"


@pytest.fixture
def supply(hospital: Hospital) -> purchasing.Supply:
    hospital.set_clock(MORNING, 1)
    return purchasing.supply(hospital)


@pytest.fixture
def seat(hospital: Hospital, loop: ClosingLoop, monkeypatch: pytest.MonkeyPatch, supply: purchasing.Supply) -> Seat:
    made = Seat(hospital, hospital.person(*BUYING, name="Stella Store"), None, *BUYING)
    loop.seats.append(made)
    monkeypatch.setattr(sys, "excepthook", tell_errors(made))
    return made


def gtin(hospital: Hospital, supply: purchasing.Supply, place: int) -> str:
    [(found,)] = hospital.sql("SELECT gtin FROM hms.packs WHERE id = %s", supply.packs[place])
    return str(found)


def invoiced(seat: Seat, order: int, number: str) -> int:
    """An invoice of everything that was ordered."""
    sheet = seat.database.read_now(queries.order_sheet, order=order)
    lines = tuple(actions.InvoicedLine(one.id, one.packs, one.pack_price) for one in sheet.lines)
    draft = actions.InvoiceDraft(number, MORNING.date(), sheet.total, lines)
    made, _state = seat.database.run_now(actions.enter_invoice, intent=seat.desk.new_intent(), order=order, draft=draft)
    return made


def test_a_scan_on_the_orders_finds_who_asks_and_what_is_printed_opens_its_order(
    hospital: Hospital, seat: Seat, loop: ClosingLoop, supply: purchasing.Supply
) -> None:
    first = purchasing.sent(hospital, purchasing.draft(supply, 2))
    both = purchasing.sent(hospital, purchasing.draft(supply, 1, 4))
    codes = [gtin(hospital, supply, place) for place in (0, 1)]

    async def steps() -> None:
        page = OrdersPage(seat.desk)
        seat.show(page)
        await until(lambda: page.card.sheet is not None and page.card.sheet.id == both, "the newest order is open")
        focused()
        scan(codes[1])
        await until(lambda: page.card.chosen_medicine() == supply.medicines[1], "its line was found")
        scan(codes[0])
        await until(lambda: page.card.chosen_medicine() == supply.medicines[0], "the other line was found")
        assert "Open orders that ask for Demo medicine" in seat.said()
        scan(codes[0])
        await until(lambda: page.card.sheet is not None and page.card.sheet.id == first, "the next order was opened")
        scan(own_code("order", both))
        await until(lambda: page.card.sheet is not None and page.card.sheet.id == both, "the order's page opened it")
        scan(STRANGER)
        await until(lambda: "is in the catalogue" in seat.said(), "an unknown pack is said")

    loop.run(steps())


def test_a_pack_that_is_scanned_while_an_order_is_written_becomes_its_line(
    hospital: Hospital, seat: Seat, loop: ClosingLoop, supply: purchasing.Supply
) -> None:
    purchasing.sent(hospital, purchasing.draft(supply, 2))
    code = gtin(hospital, supply, 1)

    async def steps() -> None:
        page = OrdersPage(seat.desk)
        seat.show(page)
        await until(lambda: page.card.sheet is not None, "the page was read")
        scan(code)
        await until(lambda: "No open order asks for Demo medicine" in seat.said(), "nobody asks for it")
        page.new_button.click()
        scan(code)
        dialog = await opened(page, LineDialog)
        await until(lambda: dialog.pack.currentData() == supply.packs[1], "its pack is chosen")
        dialog.form.put(packs="3", price="2.50")
        dialog.go.click()
        await until(lambda: page.card.model.rowCount() == 1, "the line stands in the order")
        await seat.come_to_front()
        page.card.note.setFocus()
        page.card.note.setText("Before noon")
        scan(code)
        again = await opened(page, LineDialog)
        assert again.packs.text() == "3"
        assert page.card.note.text() == "Before noon"
        again.reject()
        await seat.come_to_front()

    loop.run(steps())


def test_a_scan_on_the_invoices_finds_the_line_the_invoice_or_the_order_that_waits_for_one(
    hospital: Hospital, seat: Seat, loop: ClosingLoop, supply: purchasing.Supply
) -> None:
    orders = [purchasing.sent(hospital, purchasing.draft(supply, *packs)) for packs in ((2,), (1, 4), (5,))]
    older, newer = invoiced(seat, orders[0], "INV-0001"), invoiced(seat, orders[1], "INV-0002")
    code = gtin(hospital, supply, 0)

    async def steps() -> None:
        page = InvoicesPage(seat.desk)
        seat.show(page)

        def at(invoice: int) -> bool:
            return page.sheet is not None and page.sheet.row.id == invoice

        await until(lambda: at(newer), "the newest invoice is open")
        scan(code)
        await until(lambda: page.lines.chosen_row() == 0, "its line was found")
        scan(code)
        await until(lambda: at(older), "the next invoice that asks for it was opened")
        scan("inv-0002")
        await until(lambda: at(newer), "the number on the paper opens the invoice")
        scan(own_code("order", orders[0]))
        await until(lambda: at(older), "the order's page opens its invoice")
        scan(own_code("order", orders[2]))
        dialog = await opened(page, InvoiceDialog)
        dialog.reject()
        await seat.come_to_front()
        hospital.sql("UPDATE hms.packs SET gtin = %s WHERE id = %s", GTIN, purchasing.medicine(hospital)[1])
        scan(STRANGER)
        await until(lambda: "No invoice asks money for Demo medicine" in seat.said(), "a pack on no invoice is said")

    loop.run(steps())


def test_a_scan_on_the_suppliers_says_who_sold_it_and_chooses_them_in_turn(
    hospital: Hospital, seat: Seat, loop: ClosingLoop, supply: purchasing.Supply
) -> None:
    [(other,)] = hospital.sql("INSERT INTO hms.suppliers (name, lead_days) VALUES ('Alpha', 7) RETURNING id")
    hospital.sql("INSERT INTO hms.suppliers (name, lead_days) VALUES ('Aaron', 7)")
    for supplier in (other, supply.supplier):
        bought = purchasing.Supply(supply.store, supplier, supply.medicines, supply.packs)
        order = purchasing.sent(hospital, purchasing.draft(bought, 2))
        purchasing.receive(seat.database, order, [20], lot=f"S{supplier}")
    [(batch,)] = hospital.sql("SELECT min(id) FROM hms.batches")
    codes = [gtin(hospital, supply, place) for place in (0, 1)]

    async def steps() -> None:
        page = SuppliersPage(seat.desk)
        seat.show(page)
        await until(lambda: page.model.rowCount() == 3, "the list was read")
        page.form.field("note").setFocus()
        scan(codes[0])
        await until(lambda: "last of" in seat.said(), "who sold it is said")
        assert "25.00 for 10. Before that: " in seat.said()

        def chosen() -> str:
            row = page.model.row(page.table.chosen_row())
            return row.name if row else ""

        first = chosen()
        assert first in ("Alpha", "Demo Wholesale")
        assert page.form.values()["note"] == ""
        scan(own_code("batch", batch))
        await until(lambda: chosen() in {"Alpha", "Demo Wholesale"} - {first}, "the one before is chosen")
        scan(codes[1])
        await until(lambda: "No supplier has delivered" in seat.said(), "nobody sold it")

    loop.run(steps())


def test_the_code_on_an_orders_page_opens_it_where_goods_are_received(
    hospital: Hospital, seat: Seat, loop: ClosingLoop, supply: purchasing.Supply
) -> None:
    orders = [purchasing.sent(hospital, purchasing.draft(supply, *packs)) for packs in ((2,), (1, 4))]
    code = gtin(hospital, supply, 0)

    async def steps() -> None:
        page = ReceivingPage(seat.desk)
        seat.show(page)
        await until(lambda: page.sheet is not None and page.sheet.id == orders[1], "the newest order is open")
        scan(own_code("order", orders[0]))
        await until(lambda: page.sheet is not None and page.sheet.id == orders[0], "its page opened the order")
        scan(f"(01){code}(17)300600(10)L0")
        await until(lambda: page.tally.all(), "a pack was counted")
        scan(own_code("order", orders[1]))
        await until(lambda: "before you open another order" in seat.said(), "what was counted is not left")
        assert page.sheet is not None
        assert page.sheet.id == orders[0]

    loop.run(steps())


@pytest.mark.parametrize("make", [OrdersPage, InvoicesPage, SuppliersPage, ReceivingPage])
def test_a_code_that_is_none_is_one_sentence_at_most(seat: Seat, loop: ClosingLoop, make: Callable[..., Page]) -> None:
    page = make(seat.desk)

    async def day() -> None:
        seat.show(page)
        await until(lambda: not page.stale, "the page was read")
        for code in (*HOSTILE, own_code("batch", 7), own_code("order", 2**63)):
            page.take_scan(code)
            await settle(0.03)
            assert len(seat.said()) < 400, code[:40]

    loop.run(day())
