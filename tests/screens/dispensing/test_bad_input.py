"""The counter meets codes that are none, amounts that cannot be, and a colleague who was faster."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hms_desktop.screens.dispensing.asking import ChangeLineDialog
from hms_desktop.screens.dispensing.page import DispensingPage
from tests.factories import dispensing
from tests.factories.dispensing import Pharmacy
from tests.hospital import Hospital
from tests.screens.codes import GTIN, HOSTILE
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, press, settle, until
from tests.screens.dispensing.test_dispensing_page import dialog, opened, shown, supplied

AMOUNTS = ("61", "2147483648", "9223372036854775808", "-1", "1.5", "1,5", "NaN", "")


@pytest.fixture
def shop(hospital: Hospital, house: Any) -> Pharmacy:
    """A prescription of 60, of which the batches hold 30 and 100; the medicine has a pack with a code."""
    made = dispensing.pharmacy(hospital)
    hospital.sql(
        "INSERT INTO hms.packs (medicine_id, name, units, gtin) VALUES (%s, 'Box of 30', 30, %s)", made.medicine, GTIN
    )
    return made


@pytest.fixture
def pharmacist(shop: Pharmacy, sit: Callable[..., Seat]) -> Seat:
    return sit("Counter 1", "pharmacist")


@pytest.mark.parametrize("at_a_sheet", [True, False], ids=["at a sheet", "at the list"])
def test_a_code_that_is_none_verifies_nothing_and_the_next_one_counts(
    loop: ClosingLoop, pharmacist: Seat, shop: Pharmacy, at_a_sheet: bool
) -> None:
    async def go() -> None:
        if at_a_sheet:
            page = await opened(pharmacist)
        else:
            page = DispensingPage(pharmacist.desk)
            pharmacist.show(page)
            await until(lambda: page.work.rows.rowCount() == 1, "the list was read")
        for code in HOSTILE:
            page.take_scan(code)
            await settle(0.03)
            assert len(pharmacist.said()) < 400, code[:40]
            assert (page.view.sheet is not None) == at_a_sheet, code[:40]
        if not at_a_sheet:
            return
        assert shown(page, 7) == "scan 2 packs"
        page.take_scan(f"(01){GTIN}(10)MF1")
        await until(lambda: "verified" in pharmacist.said(), "the pack was verified")

    loop.run(go())


def test_an_amount_that_cannot_be_is_said_and_nothing_is_changed(
    loop: ClosingLoop, pharmacist: Seat, shop: Pharmacy
) -> None:
    async def go() -> None:
        page = await opened(pharmacist)
        press(Qt.Key.Key_F6)
        await until(lambda: dialog(ChangeLineDialog) is not None, "the dialog was open")
        change = dialog(ChangeLineDialog)
        field = change.form.field("units")
        for amount in AMOUNTS:
            field.setFocus()
            field.selectAll()
            QTest.keyClick(field, Qt.Key.Key_Delete)
            QTest.keyClicks(field, amount)
            field.setAccessibleDescription("")
            QTest.keyClick(field, Qt.Key.Key_Return)
            await until(lambda: "from 0 to 60" in field.accessibleDescription(), f"{amount} was refused")
            assert change.isVisible()
            assert field.lineEdit().text() == amount
        change.reject()
        await until(lambda: dialog(ChangeLineDialog) is None, "the dialog was closed")
        await settle()
        assert shown(page, 6) == "60"

    loop.run(go())


def test_what_a_colleague_dispensed_meanwhile_is_not_given_twice(
    loop: ClosingLoop, pharmacist: Seat, shop: Pharmacy, hospital: Hospital
) -> None:
    async def go() -> None:
        page = await opened(pharmacist)
        pharmacist.listener.stop()  # the screen hears nothing of it
        hospital.sql("DELETE FROM hms.leases")  # the colleague took it over
        dispensing.dispense(
            dispensing.as_pharmacist(hospital), shop, [dispensing.pick(shop.line, shop.second, 60, reason="FEFO")]
        )
        page.dispense.click()
        await until(pharmacist.said, "why not was said")
        assert supplied(hospital) == 60
        assert hospital.sql("SELECT count(*) FROM hms.dispenses") == [(1,)]

    loop.run(go())
