"""The stock room meets codes that are none, quantities that cannot be, and a shelf that changed meanwhile."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hms_desktop.clinic.medicines.scanning import own_code
from hms_desktop.screens.medicines.page import MedicinesPage
from hms_desktop.screens.stock.counts import CountsPage
from hms_desktop.screens.stock.expiry import ExpiryPage
from hms_desktop.screens.stock.page import StockPage
from hms_desktop.screens.stock.reorder import ReorderPage
from hms_desktop.widgets.page import Page
from tests.factories import stock
from tests.hospital import Hospital
from tests.screens.codes import HOSTILE
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import press, settle, until
from tests.screens.stock.test_stock_pages import CONTROL, Sit, batch, main, opened

__all__ = ["batch", "main"]
QUANTITIES = ("0", "-5", "101", "2147483648", "9223372036854775808", "1.5", "NaN", "1e2", "")


@pytest.mark.parametrize("make", [StockPage, CountsPage, ExpiryPage, MedicinesPage, ReorderPage])
def test_a_code_that_is_none_is_one_sentence_at_most(
    sit: Sit, loop: ClosingLoop, batch: int, make: Callable[..., Page]
) -> None:
    seat = sit(None, "pharmacist", "manager")
    page = make(seat.desk)

    async def day() -> None:
        seat.show(page)
        await until(lambda: not page.stale, "the page was read")
        for code in (*HOSTILE, own_code("batch", batch)):
            page.take_scan(code)
            await settle(0.03)
            assert len(seat.said()) < 400, code[:40]

    loop.run(day())


def test_a_loss_that_cannot_be_is_said_and_nothing_is_lost(
    hospital: Hospital, sit: Sit, loop: ClosingLoop, main: int, batch: int
) -> None:
    seat = sit(None, "store")
    page = StockPage(seat.desk)

    async def day() -> None:
        seat.show(page)
        await until(lambda: page.entries.rowCount() == 1, "the card was read")
        press((CONTROL, Qt.Key.Key_L), on=page)
        dialog = await opened()
        field = dialog.form.field("units")
        for quantity in QUANTITIES:
            field.setFocus()
            field.selectAll()  # type: ignore[attr-defined]  # it is a Quantity
            QTest.keyClick(field, Qt.Key.Key_Delete)
            QTest.keyClicks(field, quantity)
            field.setAccessibleDescription("")
            QTest.keyClick(field, Qt.Key.Key_Return)
            await until(lambda: "from 1 to 100" in field.accessibleDescription(), f"{quantity} was refused")
            assert dialog.isVisible()
        dialog.reject()
        await settle()
        assert stock.held(hospital, batch, main) == 100

    loop.run(day())


def test_a_count_that_cannot_be_is_said_and_not_kept(
    hospital: Hospital, sit: Sit, loop: ClosingLoop, main: int, batch: int
) -> None:
    seat = sit(None, "store")
    page = CountsPage(seat.desk)
    desk = hospital.connection(seat.database.server)
    desk.execute("SELECT hms.open_count(gen_random_uuid(), %s, NULL)", (main,))

    async def day() -> None:
        seat.show(page)
        await until(page.card.count.isEnabled, "a line waits to be counted")
        hospital.sql("SELECT pg_notify('hms_changes', 'stock:1')")  # what is typed outlives that the list is read again
        for counted in ("-1", "1.5", "NaN", "1e2"):
            seat.messages.dismiss()
            page.card.count.setFocus()
            page.card.count.selectAll()
            QTest.keyClick(page.card.count, Qt.Key.Key_Delete)
            QTest.keyClicks(page.card.count, counted)
            QTest.keyClick(page.card.count, Qt.Key.Key_Return)
            await until(lambda: "whole number from 0" in seat.said(), f"{counted} was refused")
            assert page.card.count.lineEdit().text() == counted
        assert hospital.sql("SELECT count(*) FROM hms.stock_take_entries") == [(0,)]

    loop.run(day())
