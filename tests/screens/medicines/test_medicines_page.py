"""The medicines page and the picker, used by keyboard as a pharmacist does."""

from collections.abc import Callable
from decimal import Decimal

from PySide6.QtCore import Qt

from hms_desktop.clinic.medicines import queries
from hms_desktop.screens.medicines.page import MedicinesPage
from hms_desktop.screens.pickers import MedicinePicker
from tests.factories.medicines import make_medicine, make_pack
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, press, scan, type_text, until

CTRL = Qt.KeyboardModifier.ControlModifier


def test_a_new_medicine_is_typed_saved_and_shown(
    hospital: Hospital, sit: Callable[..., Seat], loop: ClosingLoop
) -> None:
    async def steps() -> None:
        seat = sit(None, "pharmacist")
        page = MedicinesPage(seat.desk)
        seat.show(page)
        await until(lambda: "0 medicines" in page._subtitle.text(), "the catalogue was read")
        press((CTRL, Qt.Key.Key_N))
        form = page.editor.form
        await until(form.isVisible, "the form was open")
        for name, text in (("name", "Co-amoxiclav"), ("strength", "625 mg"), ("form", "tablet"), ("price", "0,0825")):
            form.field(name).setFocus()
            type_text(text)
        form.field("base_unit").setFocus()
        type_text("tablet")
        packs = form.field("packs")
        packs.fields(0)["name"].setFocus()
        type_text("Box of 21")
        packs.fields(0)["units"].setFocus()
        type_text("21")
        packs.fields(0)["gtin"].setFocus()
        type_text("4006381333932")
        press((CTRL, Qt.Key.Key_Return))
        await until(lambda: "no GTIN" in form._errors["packs"].text(), "the wrong check digit was said")
        packs.fields(0)["gtin"].setFocus()
        press(Qt.Key.Key_Backspace)
        type_text("1")
        press((CTRL, Qt.Key.Key_Return))
        await until(lambda: page.views.currentIndex() == 0, "it was saved and the list was back")
        await until(lambda: page.card._name.text() == "Co-amoxiclav 625 mg tablet", "it was shown")
        [found] = seat.database.read_now(queries.find_medicines, text="04006381333931")
        assert (found.price, page.catalogue.rowCount()) == (Decimal("0.0825"), 1)

    loop.run(steps())


def test_what_a_colleague_changed_meets_what_was_typed(
    hospital: Hospital, sit: Callable[..., Seat], loop: ClosingLoop
) -> None:
    medicine = make_medicine(hospital, synonyms=["Panadol"])
    make_pack(hospital, medicine, 16)

    async def steps() -> None:
        seat = sit(None, "pharmacist")
        page = MedicinesPage(seat.desk)
        seat.show(page)
        await until(lambda: page.catalogue.row(0) is not None, "the catalogue was read")
        page.show_what(medicine)
        await until(lambda: page.card._name.text().startswith("Paracetamol"), "it was shown")
        press((CTRL, Qt.Key.Key_E))
        editor = page.editor
        await until(lambda: editor.form.values()["name"] == "Paracetamol", "the form was filled")
        editor.form.field("storage").setFocus()
        type_text("below 25 °C")
        hospital.sql("UPDATE hms.medicines SET route = 'by mouth'")
        press((CTRL, Qt.Key.Key_Return))
        await until(lambda: page.views.currentIndex() == 0, "both changes were saved")
        record = seat.database.read_now(queries.medicine_card, medicine_id=medicine).record
        assert (record.route, record.storage) == ("by mouth", "below 25 °C")
        assert [pack.active for pack in record.packs] == [True]
        assert [one.substance for one in record.substances] == ["Paracetamol"]

    loop.run(steps())


def test_a_clinician_looks_and_changes_nothing(hospital: Hospital, sit: Callable[..., Seat], loop: ClosingLoop) -> None:
    make_medicine(hospital, "Hydralazine", look_alike="hydroxyzine", high_alert=True)

    async def steps() -> None:
        seat = sit(None, "clinician")
        page = MedicinesPage(seat.desk)
        seat.show(page)
        await until(lambda: page.catalogue.row(0) is not None, "the catalogue was read")
        type_text("hydral")
        await until(page.found.rowCount, "it was found")
        assert page.card._name.text() == "hydrALAzine 500 mg tablet"
        assert not page.new.isVisible()
        assert not page.card.edit_button.isVisible()
        assert "high alert, not: hydroxyzine" in page.found.cells(0).texts

    loop.run(steps())


def test_the_picker_takes_the_first_with_enter(hospital: Hospital, sit: Callable[..., Seat], loop: ClosingLoop) -> None:
    medicine = make_medicine(hospital)
    make_medicine(hospital, "Amoxicillin")

    async def steps() -> None:
        seat = sit(None, "clinician")
        picker = MedicinePicker(seat.desk)
        picked: list[queries.FoundMedicine] = []
        nothing: list[str] = []
        picker.picked.connect(picked.append)
        picker.nobody.connect(nothing.append)
        seat.column.addWidget(picker)
        seat.window.show()
        seat.front()
        await until(seat.window.isActiveWindow, "the window was in front")
        picker.search.setFocus()
        type_text("paracetmol")
        press(Qt.Key.Key_Return)
        await until(lambda: picked, "Enter waited for the answer")
        assert picked[0].id == medicine
        picker.search.clear()
        type_text("xyzzy")
        press(Qt.Key.Key_Return)
        await until(lambda: nothing == ["xyzzy"], "that nothing is called so was told")

    loop.run(steps())


def test_a_scanned_pack_shows_its_medicine_from_anywhere_on_the_page(
    hospital: Hospital, sit: Callable[..., Seat], loop: ClosingLoop
) -> None:
    make_pack(hospital, make_medicine(hospital, "Amoxicillin"), 21, gtin="09506000134352")
    make_pack(hospital, make_medicine(hospital, "Zidovudine"), 60, gtin="09506000134369")

    async def steps() -> None:
        seat = sit(None, "pharmacist")
        page = MedicinesPage(seat.desk)
        seat.show(page)
        await until(lambda: page.card._name.text().startswith("Amoxicillin"), "the first one was shown")
        page.search.setFocus()
        scan("]d2010950600013436917291031")
        await until(lambda: page.card._name.text().startswith("Zidovudine"), "the scanned one was shown")
        assert page.search.text() == ""
        assert page.take_scan("5901234123457")
        await until(lambda: seat.desk.messages.message() is not None, "an unknown pack was said")
        assert "05901234123457" in seat.desk.messages.message().sentence
        assert page.take_scan("5901234123456")
        await until(lambda: "check digit" in seat.desk.messages.message().sentence, "a wrong one was said")

    loop.run(steps())
