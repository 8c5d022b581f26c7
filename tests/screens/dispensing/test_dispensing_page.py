"""The pharmacy's counter, by keyboard and scanner alone: open, verify, give less, dispense, take back, repeat."""

from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hms_desktop.clinic.medicines.scanning import own_code
from hms_desktop.screens.dispensing.asking import ChangeLineDialog, HistoryDialog, TakeBackDialog
from hms_desktop.screens.dispensing.page import DispensingPage
from tests.factories import dispensing, stock
from tests.factories.dispensing import Pharmacy
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, press, scan, until

CTRL = Qt.KeyboardModifier.ControlModifier
GTIN = "09506000134352"


@pytest.fixture
def shop(hospital: Hospital, house: Any) -> Pharmacy:
    """A prescription of 60, of which the batches hold 30 and 100; the medicine has a pack with a code."""
    made = dispensing.pharmacy(hospital, refills=1)
    hospital.sql(
        "INSERT INTO hms.packs (medicine_id, name, units, gtin) VALUES (%s, 'Box of 30', 30, %s)", made.medicine, GTIN
    )
    return made


@pytest.fixture
def pharmacist(shop: Pharmacy, sit: Callable[..., Seat]) -> Seat:
    return sit("Counter 1", "pharmacist")


async def opened(seat: Seat) -> DispensingPage:
    """The page with its first prescription open."""
    page = DispensingPage(seat.desk)
    seat.show(page)
    await until(lambda: page.work.rows.rowCount() == 1, "the list was read")
    await seat.come_to_front()
    page.work.table.setFocus()
    press(Qt.Key.Key_Return)
    await until(lambda: page.view.sheet is not None, "the sheet was open")
    return page


def shown(page: DispensingPage, column: int) -> str:
    cells = page.view.lines.cells(0)
    assert cells is not None
    return cells.texts[column]


def supplied(hospital: Hospital) -> int:
    [(units,)] = hospital.sql("SELECT supplied FROM hms.prescription_lines")
    return int(units)


def dialog(kind: type) -> Any:
    return next((one for one in QApplication.topLevelWidgets() if isinstance(one, kind) and one.isVisible()), None)


def test_a_prescription_is_verified_by_scan_dispensed_and_taken_back(
    loop: ClosingLoop, pharmacist: Seat, shop: Pharmacy, hospital: Hospital
) -> None:
    papers: list[str] = []
    pharmacist.desk.paper_wanted.connect(lambda document, _subject, _automatic: papers.append(document))

    async def go() -> None:
        page = await opened(pharmacist)
        assert "MF1" in shown(page, 4)
        assert "MF2" in shown(page, 4)
        assert shown(page, 6) == "60"
        for lot in ("MF1", "MF2"):
            scan(f"(01){GTIN}(10){lot}")
            await until(lambda: "verified" in pharmacist.said(), "the pack was verified")
            pharmacist.messages.dismiss()
        assert shown(page, 7) == "scanned"
        press((CTRL, Qt.Key.Key_Return))
        await until(lambda: page.view.sheet is None, "it was dispensed")
        assert supplied(hospital) == 60
        assert papers == ["medicine_label", "leaflet"]
        assert hospital.sql("SELECT bool_and(scanned) FROM hms.dispense_lines") == [(True,)]
        message = pharmacist.messages.message()
        assert message is not None
        assert message.undo is not None
        message.undo()
        await until(lambda: "Taken back" in pharmacist.said(), "it was taken back")
        assert supplied(hospital) == 0

    loop.run(go())


def test_a_pack_that_is_not_to_be_given_is_refused(
    loop: ClosingLoop, pharmacist: Seat, shop: Pharmacy, hospital: Hospital
) -> None:
    other = stock.make_medicine(hospital, "Simvastatin")
    hospital.sql("UPDATE hms.packs SET medicine_id = %s", other)

    async def go() -> None:
        page = await opened(pharmacist)
        scan(f"(01){GTIN}(10)MF1")
        await until(lambda: "put it back" in pharmacist.said(), "it was refused")
        hospital.sql("UPDATE hms.packs SET medicine_id = %s", shop.medicine)
        scan(f"(01){GTIN}(10)ELSE")
        await until(lambda: "another batch" in pharmacist.said(), "the batch was refused")
        assert shown(page, 7) == "scan 2 packs"

    loop.run(go())


def test_a_pack_that_goes_to_nobody_says_why(
    loop: ClosingLoop, pharmacist: Seat, shop: Pharmacy, hospital: Hospital
) -> None:
    set_aside = {
        state: stock.make_batch(hospital, shop.medicine, shop.store, 10, lot=f"{state[:3]}1".upper())
        for state in ("recalled", "quarantined")
    }
    for state, batch in set_aside.items():
        hospital.sql("UPDATE hms.batches SET state = %s WHERE id = %s", state, batch)
    stock.make_batch(hospital, shop.medicine, shop.store, 10, lot="OLD", days=-3)
    hospital.sql("SELECT hms.recall_lot(gen_random_uuid(), %s, 'NEVER', 'Notice 8')", shop.medicine)
    told = {
        f"(01){GTIN}(10)REC1": "recalled",
        f"(01){GTIN}(10)never": "recalled",
        f"(01){GTIN}(10)QUA1": "quarantine",
        f"(01){GTIN}(10)OLD": "has expired",
        f"(01){GTIN}(17)200101(10)MF1": "expired on 2020-01-01",
        own_code("batch", set_aside["recalled"]): "recalled",
        f"(01){GTIN}(10)OTHER": "of another batch",
    }

    async def go() -> None:
        page = await opened(pharmacist)
        for code, words in told.items():
            pharmacist.messages.dismiss()
            assert page.take_scan(code)
            await until(lambda words=words: words in pharmacist.said(), f"{code} says {words}")
        assert not any(pick.scanned for one in page._drafts for pick in one.picks)

    loop.run(go())


def test_less_is_given_and_the_rest_is_owed(
    loop: ClosingLoop, pharmacist: Seat, shop: Pharmacy, hospital: Hospital
) -> None:
    async def go() -> None:
        page = await opened(pharmacist)
        press(Qt.Key.Key_F6)
        await until(lambda: dialog(ChangeLineDialog) is not None, "the dialog was open")
        change = dialog(ChangeLineDialog)
        change.form.put(units=20, left_out="owed", left_why="comes on Monday")
        QTest.keyClick(change, Qt.Key.Key_Return)
        await until(lambda: shown(page, 6) == "20", "less would be given")
        await pharmacist.come_to_front()
        page.view.table.setFocus()
        press((CTRL, Qt.Key.Key_Return))
        await until(lambda: page.view.sheet is None, "it was dispensed")
        assert hospital.sql("SELECT units, kind, reason, open FROM hms.omissions") == [
            (40, "owed", "comes on Monday", True)
        ]
        await until(lambda: "owed" in page.work.rows.cells(0).texts[2], "it waits as owed")  # type: ignore[union-attr]

    loop.run(go())


def test_scanning_the_old_label_opens_the_repeat(
    loop: ClosingLoop, pharmacist: Seat, shop: Pharmacy, hospital: Hospital
) -> None:
    dispensing.dispense(
        dispensing.as_pharmacist(hospital),
        shop,
        [dispensing.pick(shop.line, shop.first, 30), dispensing.pick(shop.line, shop.second, 30)],
    )
    [(label,)] = hospital.sql("SELECT min(id) FROM hms.dispense_lines")
    hospital.sql("SELECT hms.set_clock(hms.hospital_now() + interval '30 days', 1)")

    async def go() -> None:
        page = DispensingPage(pharmacist.desk)
        pharmacist.show(page)
        await pharmacist.come_to_front()
        await until(lambda: not page.stale, "the list was read")
        page.work.table.setFocus()
        scan(own_code("supply", label))
        await until(lambda: page.view.sheet is not None, "the sheet was open")
        assert shown(page, 6) == "60"
        press(Qt.Key.Key_Return)
        await until(lambda: page.view.sheet is None, "it was dispensed")
        assert supplied(hospital) == 120

    loop.run(go())


def test_what_a_colleague_has_open_is_offered_to_be_taken_over(
    loop: ClosingLoop, pharmacist: Seat, shop: Pharmacy, hospital: Hospital
) -> None:
    colleague = dispensing.as_pharmacist(hospital)
    colleague.execute("SELECT hms.lease_prescription(gen_random_uuid(), %s)", (shop.prescribed.id,))

    async def go() -> None:
        page = DispensingPage(pharmacist.desk)
        pharmacist.show(page)
        await until(lambda: page.work.rows.rowCount() == 1, "the list was read")
        await pharmacist.come_to_front()
        page.work.table.setFocus()
        press(Qt.Key.Key_Return)
        await until(lambda: "take it over" in pharmacist.said(), "it was refused")
        message = pharmacist.messages.message()
        assert message is not None
        assert message.undo is not None
        message.undo()
        await until(lambda: page.view.sheet is not None, "the sheet was open")
        page.setFocus()
        press(Qt.Key.Key_Escape, on=page)
        await until(lambda: hospital.sql("SELECT count(*) FROM hms.leases") == [(0,)], "it was put back")

    loop.run(go())


def test_a_dispense_of_the_past_is_taken_back_into_quarantine(
    loop: ClosingLoop, pharmacist: Seat, shop: Pharmacy, hospital: Hospital
) -> None:
    quarantine = stock.make_store(hospital, "Returned", kind="quarantine")
    dispensing.dispense(dispensing.as_pharmacist(hospital), shop, [dispensing.pick(shop.line, shop.first, 30)])

    async def go() -> None:
        page = DispensingPage(pharmacist.desk)
        pharmacist.show(page)
        await until(lambda: not page.stale, "the list was read")
        page.show_what(shop.prescribed.id)
        await until(lambda: page.view.sheet is not None, "the sheet was open")
        await pharmacist.come_to_front()
        page.history.click()
        await until(lambda: dialog(HistoryDialog) is not None, "the list was open")
        QTest.keyClick(dialog(HistoryDialog).table, Qt.Key.Key_Return)
        await until(lambda: dialog(TakeBackDialog) is not None, "the reason was asked")
        back = dialog(TakeBackDialog)
        back.form.put(reason="did not bear it", returned=True)
        QTest.keyClick(back, Qt.Key.Key_Return)
        await until(lambda: stock.held(hospital, shop.first, quarantine) == 30, "it waits in quarantine")
        await until(lambda: dialog(HistoryDialog) is None, "the list was closed")

    loop.run(go())
