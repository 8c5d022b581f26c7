"""The register of controlled medicines on screen: entered, counted and wasted by two people, by keyboard."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QApplication, QWidget

from hms_desktop.clinic.dispensing import controlled
from hms_desktop.clinic.medicines.scanning import own_code
from hms_desktop.screens.assent import AssentDialog
from hms_desktop.screens.dispensing.controlled_count import ControlledCountDialog
from hms_desktop.screens.dispensing.controlled_page import ControlledPage
from hms_desktop.widgets.forms import FormDialog
from hms_desktop.widgets.row_painter import PAD
from hms_desktop.widgets.theme import Theme
from tests.factories import stock
from tests.hospital import PASSWORD, Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, press, scan, type_text, until


def cupboard(hospital: Hospital) -> None:
    """Morphine in one pharmacy: a hundred ampoules of which nothing stands in the register yet."""
    store = stock.make_store(hospital, "Main pharmacy")
    morphine = stock.make_medicine(hospital, "Morphine", strength="10 mg/ml", controlled="narcotic")
    stock.make_batch(hospital, morphine, store, 100, lot="MO1")


def opened(kind: type[QWidget]) -> list[QWidget]:
    """The dialogs of exactly this kind that are in sight."""
    return [one for one in QApplication.topLevelWidgets() if type(one) is kind and one.isVisible()]


async def sign(seat: Seat, colleague: str) -> None:
    await until(lambda: opened(AssentDialog), "both were asked to sign")
    (dialog,) = opened(AssentDialog)
    assert isinstance(dialog, AssentDialog)
    assert dialog.own is not None
    dialog.activateWindow()
    await until(dialog.own.hasFocus)
    type_text(PASSWORD)
    press(Qt.Key.Key_Tab)
    type_text(colleague)
    press(Qt.Key.Key_Tab)
    type_text(PASSWORD)
    press(Qt.Key.Key_Return)
    await until(lambda: not opened(AssentDialog), "both had signed")
    await seat.come_to_front()


def test_what_came_is_entered_counted_and_wasted_by_two_people(
    hospital: Hospital, sit: Callable[..., Seat], loop: ClosingLoop
) -> None:
    cupboard(hospital)
    colleague = hospital.person("pharmacist").user

    async def walk() -> None:
        seat = sit(None, "pharmacist")
        page = ControlledPage(seat.desk)
        seat.show(page)
        await until(lambda: page.register_rows.rowCount() == 1 and page.deeds["enter"].isEnabled())
        page.deeds["enter"].click()
        await sign(seat, colleague)
        await until(lambda: page.line_rows.rowCount() == 1, "the entry is seen")
        await until(lambda: page.line_rows.row(0) is not None, "its words are there")
        entry = page.line_rows.row(0)
        assert entry is not None
        assert (entry.units, entry.balance, entry.witness) == (100, 100, colleague)
        page.deeds["count"].click()
        await until(lambda: opened(ControlledCountDialog))
        (form,) = opened(ControlledCountDialog)
        form.activateWindow()
        await until(lambda: form.isActiveWindow())
        type_text("99")
        press(Qt.Key.Key_Return)
        await sign(seat, colleague)
        await until(lambda: page.discrepancy_rows.rowCount() == 1, "the discrepancy is seen")
        assert "discrepancy was opened" in seat.said()
        await until(lambda: page.deeds["waste"].isEnabled())
        page.deeds["waste"].click()
        await until(lambda: opened(FormDialog))
        (form,) = opened(FormDialog)
        assert isinstance(form, FormDialog)
        form.form.put(units=1, reason="One ampoule broke.")
        form.go.click()
        await sign(seat, colleague)
        await until(lambda: page.line_rows.rowCount() == 2 and None not in map(page.line_rows.row, range(2)))
        papers: list[tuple[str, int]] = []
        seat.desk.paper_wanted.connect(lambda document, subject, _automatic: papers.append((document, subject)))
        entries = [page.line_rows.row(place) for place in range(2)]
        page.print.click()
        page.lines.choose(1)
        assert "+100, balance 100" in page.entry.text()
        page.print.click()
        assert papers == [("controlled_register", one.id) for one in entries if one is not None]
        (register,) = seat.database.read_now(controlled.registers)
        assert (register.units, register.in_stock, register.unsettled) == (99, 99, 1)

    loop.run(walk())


def test_a_scan_opens_the_register_of_its_medicine_and_counts_packs_in_the_count(
    hospital: Hospital, sit: Callable[..., Seat], loop: ClosingLoop
) -> None:
    cupboard(hospital)
    [(store, morphine)] = hospital.sql("SELECT s.id, m.id FROM hms.stores s CROSS JOIN hms.medicines m")
    ward = stock.make_store(hospital, "Ward 3")
    stock.make_batch(hospital, morphine, ward, 10, lot="MO2")
    fentanyl = stock.make_medicine(hospital, "Fentanyl", controlled="narcotic")
    patch = stock.make_batch(hospital, fentanyl, store, 30, lot="FE1")
    plain = stock.make_batch(hospital, stock.make_medicine(hospital, "Zinc"), store, 30)
    code = "09506000134352"
    hospital.sql("INSERT INTO hms.packs (medicine_id, name, units, gtin) VALUES (%s, 'box', 5, %s)", morphine, code)
    colleague = hospital.person("pharmacist").user

    async def walk() -> None:
        seat = sit(None, "pharmacist")
        page = ControlledPage(seat.desk)
        seat.show(page)
        await until(lambda: page.register_rows.rowCount() == 3 and page.deeds["enter"].isEnabled())

        def chosen() -> tuple[str, str]:
            row = page.register_rows.row(page.registers.chosen_row())
            return (row.medicine, row.store) if row else ("", "")

        assert chosen() == ("Fentanyl", "Main pharmacy")
        scan(f"(01){code}(10)MO1")
        await until(lambda: chosen() == ("Morphine", "Main pharmacy"), "its register is open")
        scan(f"(01){code}(10)MO1")
        await until(lambda: chosen() == ("Morphine", "Ward 3"), "scanned again, that of the next store")
        scan(own_code("batch", plain))
        await until(lambda: "Zinc 500 mg tablet has no register" in seat.said(), "no register is said")
        scan(own_code("batch", patch))
        await until(lambda: chosen() == ("Fentanyl", "Main pharmacy"), "a batch label opens it as well")
        for medicine in (fentanyl, morphine):
            page.registers.choose(page.register_rows.place_of((store, medicine)))
            await until(page.deeds["enter"].isEnabled, "something waits to be entered")
            page.deeds["enter"].click()
            await sign(seat, colleague)
            await until(lambda: page.deeds["count"].isEnabled() and not page.deeds["enter"].isEnabled(), "entered")
        page.deeds["count"].click()
        await until(lambda: opened(ControlledCountDialog))
        (form,) = opened(ControlledCountDialog)
        assert isinstance(form, ControlledCountDialog)
        form.activateWindow()
        await until(lambda: form.isActiveWindow())
        for units in ("5", "10"):
            scan(f"(01){code}(10)MO1")
            await until(lambda units=units: form.form.values()[str(morphine)] == units, "the pack was counted")
        scan(own_code("batch", plain))
        await until(lambda: form.messages.message() is not None, "what has no register is put aside")
        assert form.form.values() == {str(fentanyl): "", str(morphine): "10"}
        form.reject()
        await seat.come_to_front()

    loop.run(walk())


def test_the_names_of_stores_are_whole_on_a_small_window(
    hospital: Hospital, sit: Callable[..., Seat], loop: ClosingLoop
) -> None:
    """Beside a rail of 184 pixels on 1280 by 720; a longer one stands whole above the lines."""
    cupboard(hospital)
    hospital.sql("UPDATE hms.stores SET name = 'Theatre pharmacy'")

    async def walk() -> None:
        seat = sit(None, "pharmacist")
        page = ControlledPage(seat.desk)
        seat.show(page, 1280 - 184, 680)
        await until(lambda: page.register_rows.rowCount() == 1, "the registers were read")
        await until(lambda: page.book.text() == "Morphine 10 mg/ml · Theatre pharmacy", "the book is named")
        needed = QFontMetrics(Theme.current().font()).horizontalAdvance("Theatre pharmacy") + 2 * PAD
        assert page.registers.columnWidth(1) >= needed

    loop.run(walk())
