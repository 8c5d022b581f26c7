"""The prescriptions page as a clinician and a pharmacist use it: by keyboard, against a real database."""

import json
import uuid
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit

from hms_desktop.screens.prescriptions.asking import CancelDialog, FavouriteDialog
from hms_desktop.screens.prescriptions.page import PrescriptionsPage
from hms_desktop.screens.prescriptions.settings import PrescribingPage
from tests.factories.patients import patient
from tests.factories.prescriptions import Prescribed, line, medicine, write_prescription
from tests.factories.queue import House
from tests.factories.safety import make_list, make_medicine
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, focused, press, settle, type_over, type_text, until

Sit = Callable[..., Seat]
CTRL_ENTER = (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return)


@pytest.fixture
def amina(hospital: Hospital, house: House) -> int:
    hospital.sql("UPDATE hms.prescribing_rules SET pharmacy_id = %s", house.services["B"])
    medicine(hospital)
    medicine(hospital, "Paracetamol", form="tablet", base_unit="tablet")
    return patient(hospital, "Okafor", "Amina")


async def opened(seat: Seat, patient_id: int) -> PrescriptionsPage:
    """The page with the patient's list."""
    page = PrescriptionsPage(seat.desk)
    seat.show(page)
    page.show_what(patient_id)
    await until(lambda: page.stack.currentWidget() is page.overview, "the list was shown")
    return page


async def typed(page: PrescriptionsPage, text: str) -> None:
    """Type a line and press Enter, as fast as a person does."""
    before = len(page.writing.drafts)
    page.writing.quick.search.setFocus()
    type_text(text)
    press(Qt.Key.Key_Return)
    await until(lambda: len(page.writing.drafts) == before + 1, f"{text} was added")


async def begun(seat: Seat, patient_id: int, text: str) -> PrescriptionsPage:
    """The page with a new prescription on which `text` was typed."""
    page = await opened(seat, patient_id)
    page.overview.new.click()
    await typed(page, text)
    return page


async def dialog(kind: type[CancelDialog] | type[FavouriteDialog]) -> CancelDialog | FavouriteDialog:
    """The open dialog of that kind."""
    await until(lambda: isinstance(QApplication.activeModalWidget(), kind), "the dialog was open")
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    await until(lambda: found.isAncestorOf(focused()), "the dialog had the keys")
    return found


def lines_in(hospital: Hospital) -> list[tuple[object, ...]]:
    """What was prescribed last, line by line."""
    return hospital.sql(
        "SELECT m.name, l.dose::int, l.frequency, l.days, l.quantity, l.refills FROM hms.prescription_lines l "
        "JOIN hms.medicines m ON m.id = l.medicine_id "
        "WHERE l.prescription_id = (SELECT max(id) FROM hms.prescriptions) ORDER BY l.place"
    )


def test_two_lines_are_typed_and_prescribed_without_the_mouse(
    hospital: Hospital, amina: int, sit: Sit, loop: ClosingLoop
) -> None:
    async def work() -> None:
        seat = sit("Counter 1", "clinician")
        page = PrescriptionsPage(seat.desk)
        seat.show(page)
        await until(page.picker.search.hasFocus, "the search had the focus")
        type_text("okafor amina")
        press(Qt.Key.Key_Return)
        await until(lambda: page.stack.currentWidget() is page.overview, "the list was shown")
        press((Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_N))
        await until(page.writing.quick.search.hasFocus, "the box for a line had the focus")
        await typed(page, "amox 500 tds 7")
        await typed(page, "para 500 2tab qds 5 r1")
        press(CTRL_ENTER)
        await until(lambda: "Ticket B 001" in seat.said(), "it was prescribed")
        assert page.writing.drafts == []
        await until(lambda: page.overview.sheet.sheet is not None, "the new prescription was shown")

    loop.run(work())
    assert lines_in(hospital) == [("Amoxicillin", 1, "TDS", 7, 21, 0), ("Paracetamol", 2, "QDS", 5, 40, 1)]


def test_a_card_finds_its_patient_and_a_pack_adds_its_medicine(
    hospital: Hospital, amina: int, sit: Sit, loop: ClosingLoop
) -> None:
    hospital.sql(
        "INSERT INTO hms.packs (medicine_id, name, units, gtin) "
        "SELECT id, 'Box', 21, '09506000134352' FROM hms.medicines WHERE name = 'Amoxicillin'"
    )
    [(mrn,)] = hospital.sql("SELECT mrn FROM hms.patients WHERE id = %s", amina)

    async def work() -> None:
        seat = sit("Counter 1", "clinician")
        page = PrescriptionsPage(seat.desk)
        seat.show(page)
        assert page.take_scan(mrn)
        await until(lambda: page.stack.currentWidget() is page.overview, "the list of the patient was shown")
        assert page._patient == amina
        page.overview.new.click()
        assert page.take_scan("(01)09506000134352(10)A1")
        await until(lambda: len(page.writing.drafts) == 1, "the medicine was added")
        assert page.take_scan(mrn)
        await until(lambda: "before another patient" in seat.said(), "what is typed stays")
        assert not page.take_scan("amox 500 tds 7")

    loop.run(work())


def test_a_dose_typed_in_another_unit_is_asked_for_again(
    hospital: Hospital, amina: int, sit: Sit, loop: ClosingLoop
) -> None:
    async def work() -> None:
        seat = sit("Counter 1", "clinician")
        page = await begun(seat, amina, "amox 5ml bd 7")
        await until(lambda: focused() is page.writing.lines.field("dose"), "the dose was asked")
        assert not page.writing.drafts[0].complete
        type_text("2")
        assert page.writing.lines.preview.text() == "Take 2 capsules twice a day for 7 days."

    loop.run(work())


def test_refills_that_cannot_be_are_said_and_nothing_is_prescribed_with_fewer(
    hospital: Hospital, amina: int, sit: Sit, loop: ClosingLoop
) -> None:
    async def work() -> None:
        seat = sit("Counter 1", "clinician")
        page = await begun(seat, amina, "amox 500 tds 7")
        refills = page.writing.lines.refills
        type_over(refills, "100")
        assert page.writing.lines.preview.text() == "Type a whole number from 0 to 99."
        assert not page.writing.drafts[0].complete
        type_over(refills, "2")
        assert page.writing.drafts[0].complete
        press(CTRL_ENTER)
        await until(lambda: "Ticket B 001" in seat.said(), "it was prescribed")

    loop.run(work())
    assert lines_in(hospital) == [("Amoxicillin", 1, "TDS", 7, 21, 2)]


def test_what_a_typed_line_does_not_say_is_asked_in_its_fields(
    hospital: Hospital, amina: int, sit: Sit, loop: ClosingLoop
) -> None:
    async def work() -> None:
        seat = sit("Counter 1", "clinician")
        page = await begun(seat, amina, "amox bd")
        await until(lambda: focused() is page.writing.lines.field("days"), "the days were asked")
        press(CTRL_ENTER)
        await settle()
        assert page.writing.drafts
        type_text("10")
        assert page.writing.drafts[0].line.quantity == 20
        assert page.writing.lines.preview.text() == "Take 1 capsule twice a day for 10 days."
        press(CTRL_ENTER)
        await until(lambda: not page.writing.drafts, "it was prescribed")

    loop.run(work())
    assert lines_in(hospital) == [("Amoxicillin", 1, "BD", 10, 20, 0)]


def test_a_quantity_typed_by_hand_stays_and_an_amount_that_is_none_is_said(
    hospital: Hospital, amina: int, sit: Sit, loop: ClosingLoop
) -> None:
    async def work() -> None:
        seat = sit("Counter 1", "clinician")
        page = await begun(seat, amina, "amox tds 7")
        fields = page.writing.lines

        def put(name: str, text: str) -> None:
            field = fields.field(name)
            assert isinstance(field, QLineEdit)
            type_over(field, text)

        put("quantity", "24")
        put("directions", "left ear")
        assert page.writing.drafts[0].line.quantity == 24
        put("days", "5")
        assert page.writing.drafts[0].line.quantity == 15
        put("dose", "much")
        assert "Write an amount" in fields.preview.text()
        assert not page.writing.drafts[0].complete
        put("dose", "1/2")
        assert page.writing.drafts[0].line.quantity == 8
        put("taper", "4x5 2x5")
        assert page.writing.drafts[0].line.quantity == 30

    loop.run(work())


def test_a_pharmacist_must_name_the_prescriber(hospital: Hospital, amina: int, sit: Sit, loop: ClosingLoop) -> None:
    async def work() -> None:
        seat = sit("Counter 1", "pharmacist")
        page = await begun(seat, amina, "amox tds 7")
        press(CTRL_ENTER)
        await until(page.writing.order.prescriber.hasFocus, "the prescriber was asked")
        type_text("Dr. Paper")
        press(CTRL_ENTER)
        await until(lambda: not page.writing.drafts, "it was prescribed")

    loop.run(work())
    assert hospital.sql("SELECT prescriber, transcribed FROM hms.prescriptions") == [("Dr. Paper", True)]


def test_a_line_is_kept_as_a_favourite_and_chosen_by_its_name(
    hospital: Hospital, amina: int, sit: Sit, loop: ClosingLoop
) -> None:
    async def work() -> None:
        seat = sit("Counter 1", "clinician")
        page = await begun(seat, amina, "amox tds 7 pc")
        page.writing.keep.click()
        asked = await dialog(FavouriteDialog)
        type_text("Pneumonia")
        press(Qt.Key.Key_Return, on=asked)
        await until(lambda: "Kept as a favourite" in seat.said(), "it was kept")
        await seat.come_to_front()
        await typed(page, "pneum")
        first, second = page.writing.drafts
        assert second.line == first.line
        await until(lambda: page.writing.quick.model.rowCount() == 1, "the favourite was offered")
        page.writing.quick.table.setFocus()
        page.writing.quick.table.choose(0)
        press(Qt.Key.Key_Delete)
        await until(lambda: "No longer a favourite" in seat.said(), "it was dropped")
        await until(lambda: page.writing.quick.model.rowCount() == 0, "it is offered no more")

    loop.run(work())


def repeatable(hospital: Hospital, patient_id: int) -> Prescribed:
    [(drug,)] = hospital.sql("SELECT id FROM hms.medicines WHERE name = 'Amoxicillin'")
    return write_prescription(hospital, patient_id, [line(drug)])


def test_an_earlier_prescription_is_repeated_with_one_key(
    hospital: Hospital, amina: int, sit: Sit, loop: ClosingLoop
) -> None:
    repeatable(hospital, amina)

    async def work() -> None:
        page = await opened(sit("Counter 1", "clinician"), amina)
        await until(page.overview.again.isEnabled, "it could be repeated")
        press(Qt.Key.Key_F7)
        await until(lambda: page.writing.drafts, "its lines were there")
        press(CTRL_ENTER)
        await until(lambda: not page.writing.drafts, "it was prescribed")

    loop.run(work())
    assert hospital.sql("SELECT count(*), count(DISTINCT replaces_id) FROM hms.prescriptions") == [(2, 0)]


def test_an_amendment_replaces_the_prescription_and_a_slower_colleague_is_told(
    hospital: Hospital, amina: int, sit: Sit, loop: ClosingLoop
) -> None:
    made = repeatable(hospital, amina)

    async def work() -> None:
        seat = sit("Counter 1", "clinician")
        page = await opened(seat, amina)
        await until(page.overview.amend.isEnabled, "it could be amended")
        press(Qt.Key.Key_F8)
        await until(lambda: page.writing.drafts, "its lines were there")
        [(drug,)] = hospital.sql("SELECT id FROM hms.medicines WHERE name = 'Amoxicillin'")
        hospital.sql(
            "SELECT hms.amend_prescription(%s, %s, 1, '{}', %s)", uuid.uuid4(), made.id, json.dumps([line(drug)])
        )
        press(CTRL_ENTER)
        await until(lambda: "A colleague changed this prescription" in seat.said(), "it was said")
        assert page.writing.drafts, "what was typed stays"

    loop.run(work())
    assert hospital.sql("SELECT count(*) FROM hms.prescriptions") == [(2,)]


def test_a_prescription_is_cancelled_with_a_reason(hospital: Hospital, amina: int, sit: Sit, loop: ClosingLoop) -> None:
    repeatable(hospital, amina)

    async def work() -> None:
        seat = sit("Counter 1", "clinician")
        page = await opened(seat, amina)
        await until(page.overview.cancel.isEnabled, "it could be cancelled")
        press(Qt.Key.Key_F9)
        asked = await dialog(CancelDialog)
        press(Qt.Key.Key_Return, on=asked)
        assert asked.isVisible(), "a reason is needed"
        type_text("a rash")
        press(Qt.Key.Key_Return, on=asked)
        await until(lambda: "is cancelled" in seat.said(), "it was cancelled")
        await until(lambda: not page.overview.cancel.isEnabled(), "it cannot be cancelled again")

    loop.run(work())
    assert hospital.sql("SELECT state, reason FROM hms.prescriptions") == [("cancelled", "a rash")]


def test_what_speaks_against_a_line_stands_beside_it(
    hospital: Hospital, amina: int, sit: Sit, loop: ClosingLoop
) -> None:
    async def work() -> None:
        page = await begun(sit("Counter 1", "clinician"), amina, "amox tds 7")
        await until(lambda: page.writing.warnings.told, "the allergies that nobody asked for were mentioned")

    loop.run(work())


def test_a_line_taken_out_of_an_amended_prescription_is_warned_of_no_more(
    hospital: Hospital, sit: Sit, loop: ClosingLoop, house: House
) -> None:
    whom = patient(hospital, "Okafor", "Amina", allergies={"none_known": True})
    drugs = [make_medicine(hospital, name) for name in ("Warfarin", "Ibuprofen")]
    make_list(hospital, [("WARFARIN", "IBUPROFEN", "avoid")])
    write_prescription(hospital, whom, [line(drug) for drug in drugs])

    async def work() -> None:
        page = await opened(sit("Counter 1", "clinician"), whom)
        told = page.writing.warnings
        await until(page.overview.amend.isEnabled, "it could be amended")
        press(Qt.Key.Key_F8)
        await until(lambda: [one.shown.kind for one in told.told] == ["interaction.avoid"], "the two were told")
        page.writing.table.setFocus()
        press(Qt.Key.Key_Delete)
        await until(lambda: not told.told, "the one that is left meets nothing")
        await typed(page, "warfarin 1 od 7")
        await until(lambda: [one.shown.kind for one in told.told] == ["interaction.avoid"], "they were told again")
        assert not told.told[0].also, "and the new line is no duplicate of the one that was taken out"

    loop.run(work())


def test_esc_goes_back_and_keeps_the_lines_of_this_patient(
    hospital: Hospital, amina: int, sit: Sit, loop: ClosingLoop
) -> None:
    async def work() -> None:
        page = await begun(sit("Counter 1", "clinician"), amina, "amox tds 7")
        press(Qt.Key.Key_Escape)
        await until(lambda: page.stack.currentWidget() is page.overview, "the list was shown")
        assert page.unsaved() == 1
        press((Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_N))
        await until(lambda: page.stack.currentWidget() is page.writing, "it went on")
        assert len(page.writing.drafts) == 1

    loop.run(work())


def test_a_restricted_record_stays_closed(hospital: Hospital, amina: int, sit: Sit, loop: ClosingLoop) -> None:
    hospital.sql("UPDATE hms.patients SET restricted = true WHERE id = %s", amina)

    async def work() -> None:
        seat = sit("Counter 1", "clinician")
        page = PrescriptionsPage(seat.desk)
        seat.show(page)
        page.show_what(amina)
        await until(lambda: "restricted" in seat.said(), "it was said")
        assert page.stack.currentWidget() is page.finding

    loop.run(work())


def test_a_manager_names_the_pharmacys_service(hospital: Hospital, house: House, sit: Sit, loop: ClosingLoop) -> None:
    async def work() -> None:
        seat = sit(None, "manager")
        page = PrescribingPage(seat.desk)
        seat.show(page)
        await until(lambda: page.pharmacy.count() == 3, "the services could be chosen")
        await settle()
        page.pharmacy.setCurrentIndex(page.pharmacy.findData(house.services["A"]))
        press(CTRL_ENTER, on=page)
        await until(
            lambda: hospital.sql("SELECT pharmacy_id FROM hms.prescribing_rules") == [(house.services["A"],)],
            "it was saved",
        )

    loop.run(work())
