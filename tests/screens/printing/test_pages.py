"""The pages about papers and printers, used as people use them."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import Qt

from hms_desktop.app.papers import CAPTIONS
from hms_desktop.clinic.printing import actions, queries
from hms_desktop.screens.printing.choices import PrinterChoices
from hms_desktop.screens.printing.made import Maker
from hms_desktop.screens.printing.page import PapersPage
from hms_desktop.screens.printing.press import Press
from hms_desktop.screens.printing.printers import PrintersPage
from hms_desktop.screens.printing.view import Preview, Tray
from tests.clinic.printing.test_jobs import left_by_its_program
from tests.factories import patients, printing, queue
from tests.hospital import Hospital
from tests.roll_printer import RollPrinter
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, press, until
from tests.screens.printing.test_press import states, ticket

CTRL = Qt.KeyboardModifier.ControlModifier


def failed(seat: Seat, subject: int) -> int:
    """A job that did not come out."""
    new = uuid.uuid4
    job = seat.database.run_now(actions.queue_print, intent=new(), document="ticket", subject=subject)
    seat.database.run_now(actions.begin_print, intent=new(), job=job)
    told = {"reason": "printer.no_paper", "sentence": "The printer has no paper; put in a new roll and repeat."}
    seat.database.run_now(actions.end_print, intent=new(), job=job, **told)
    return job


def test_the_papers_of_today_are_repeated_and_taken_off_by_keyboard(
    hospital: Hospital,
    house: queue.House,
    sit: Callable[..., Seat],
    loop: ClosingLoop,
    printer: RollPrinter,
    press_of: Callable[..., Press],
) -> None:
    async def steps() -> None:
        seat = sit()
        printing.printer(hospital, address=printer.address)
        failed(seat, ticket(hospital, house))
        failed(seat, ticket(hospital, house))
        page = PapersPage(seat.desk, press_of(seat), CAPTIONS)
        seat.show(page)
        await until(lambda: page.model.rowCount() == 2, "both were read")
        assert page.model.cells(0).texts[2:4] == ("A 002", "not printed")
        assert "no paper" in page.model.cells(0).texts[7]
        page.table.setFocus()
        press(Qt.Key.Key_Delete)
        await until(lambda: states(seat) == ["failed", "cancelled"], "the newer one was taken off")
        page.table.choose(1)
        press((CTRL, Qt.Key.Key_P))
        await until(lambda: states(seat) == ["cancelled", "cancelled", "printed"], "the older one was repeated")

    loop.run(steps())
    assert "Reprint 1" in printer.papers()[0].text


def test_a_duty_that_may_not_see_records_still_sees_how_the_papers_went(
    hospital: Hospital, office: Seat, loop: ClosingLoop, press_of: Callable[..., Press]
) -> None:
    async def steps() -> None:
        printing.printer(hospital)
        values = {"document": "card", "subject": patients.patient(hospital)}
        office.database.run_now(actions.queue_print, intent=uuid.uuid4(), **values)
        page = PapersPage(office.desk, press_of(office), CAPTIONS)
        office.show(page)
        await until(lambda: page.model.rowCount() == 1, "it was read")
        assert page.model.cells(0).texts[1:4] == ("Patient card", "", "waiting")
        assert office.said() == ""

    loop.run(steps())


def test_a_paper_is_looked_at_before_it_is_repeated(
    hospital: Hospital,
    house: queue.House,
    sit: Callable[..., Seat],
    loop: ClosingLoop,
    printer: RollPrinter,
    press_of: Callable[..., Press],
) -> None:
    async def steps() -> None:
        seat = sit()
        printing.printer(hospital, address=printer.address)
        failed(seat, ticket(hospital, house))
        page = PapersPage(seat.desk, press_of(seat), CAPTIONS)
        seat.show(page)
        await until(lambda: page.model.rowCount() == 1, "it was read")
        page.table.setFocus()
        press(Qt.Key.Key_Return)
        await until(lambda: seat.window.findChildren(Preview), "the paper was shown")
        [preview] = seat.window.findChildren(Preview)
        preview.accept()
        await until(lambda: states(seat) == ["cancelled", "printed"], "it was repeated")

    loop.run(steps())


def test_what_was_left_waiting_is_printed_as_it_is(
    hospital: Hospital,
    house: queue.House,
    sit: Callable[..., Seat],
    loop: ClosingLoop,
    printer: RollPrinter,
    press_of: Callable[..., Press],
) -> None:
    async def steps() -> None:
        seat = sit()
        printing.printer(hospital, address=printer.address)
        values = {"document": "ticket", "subject": ticket(hospital, house)}
        seat.database.run_now(actions.queue_print, intent=uuid.uuid4(), **values)
        page = PapersPage(seat.desk, press_of(seat), CAPTIONS)
        seat.show(page)
        await until(lambda: page.model.rowCount() == 1, "it was read")
        assert page.repeat.words() == "Print it now"
        page.repeat.click()
        await until(lambda: states(seat) == ["printed"], "it came out")

    loop.run(steps())
    assert "Reprint" not in printer.papers()[0].text


def test_what_is_unknown_is_said_to_have_come_out_by_who_has_looked(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: ClosingLoop, press_of: Callable[..., Press]
) -> None:
    async def steps() -> None:
        seat = sit()
        printing.printer(hospital)
        job = seat.database.run_now(actions.queue_print, intent=uuid.uuid4(), document="ticket", subject=1)
        seat.database.run_now(actions.begin_print, intent=uuid.uuid4(), job=job)
        left_by_its_program(hospital, job)
        page = PapersPage(seat.desk, press_of(seat), CAPTIONS)
        seat.show(page)
        await until(lambda: page.model.rowCount() == 1, "it was read")
        assert page.model.cells(0).texts[3] == "unknown"
        assert "look at the printer" in page.model.cells(0).texts[7]
        page.came_out.click()
        await until(lambda: states(seat) == ["printed"], "it was said")

    loop.run(steps())


def test_an_administrator_sets_up_a_printer_looks_at_its_papers_and_prints_a_test_page(
    office: Seat, loop: ClosingLoop, printer: RollPrinter, press_of: Callable[..., Press], maker: Maker
) -> None:
    async def steps() -> None:
        press_of(office)
        page = PrintersPage(office.desk, maker)
        office.show(page)
        await until(lambda: page.begun, "the page was read")
        page.put({"name": "Front desk", "address": "not an address", "documents": ["ticket", "slip"]})
        page.save_button.click()
        await until(lambda: page.form.field("address").accessibleDescription(), "the address was refused")
        page.put({"address": printer.address})
        page.save_button.click()
        await until(lambda: "Saved" in office.said(), "it was saved")
        [row] = office.database.read_now(queries.printers)
        assert (row.printer.documents, row.printer.address) == (("ticket", "slip"), printer.address)
        page.test.click()
        await until(lambda: states(office) == ["printed"], "the test page came out")
        page.look.click()
        await until(lambda: office.window.findChildren(Preview), "the paper was shown")
        office.window.findChildren(Preview)[0].reject()
        await until(lambda: not office.window.findChildren(Preview), "it was put away")

    loop.run(steps())
    [paper] = printer.papers()
    assert "Front desk" in paper.text
    assert "ABC abc 0123 ÄÖÜ" in paper.text


def test_a_page_printer_cannot_be_reached_as_a_roll_and_a_label_printer_can(
    office: Seat, loop: ClosingLoop, maker: Maker
) -> None:
    async def steps() -> None:
        page = PrintersPage(office.desk, maker)
        office.show(page)
        await until(lambda: page.begun, "the page was read")
        page.put({"name": "Pages", "address": "10.0.0.9", "paper": "a4"})
        page.save_button.click()
        await until(lambda: page.form.field("paper").accessibleDescription(), "it was refused")
        page.put({"name": "Labels", "paper": "label"})
        assert not page.form.field("code_page").isEnabled()
        assert page.form.field("label_width").isEnabled()
        page.save_button.click()
        await until(lambda: page.model.rowCount() == 1, "it was saved")

    loop.run(steps())


def test_a_workstation_chooses_its_printer_in_the_settings(
    hospital: Hospital, sit: Callable[..., Seat], loop: ClosingLoop
) -> None:
    async def steps() -> None:
        seat = sit()
        printing.printer(hospital)
        second = printing.printer(hospital, "Second")
        card = PrinterChoices(seat.desk)
        seat.column.addWidget(card)
        seat.window.show()
        await until(lambda: "ticket" in card._fields, "the printers were read")
        where, automatic = card.fields_of("ticket")
        assert automatic.isChecked()
        where.setCurrentIndex(where.findData(second))
        await until(lambda: seat.database.read_now(queries.choice, document="ticket").printer_id == second, "chosen")
        automatic.setChecked(False)
        await until(lambda: not seat.database.read_now(queries.choice, document="ticket").automatic, "by key")
        card.close_choices()

    loop.run(steps())


def test_what_came_out_as_a_file_is_shown_without_taking_the_keyboard(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: ClosingLoop, press_of: Callable[..., Press]
) -> None:
    async def steps() -> None:
        seat = sit()
        printing.printer(hospital, connection="folder", address="")
        tray = Tray(seat.window)
        press_of(seat).came_out.connect(tray.take)
        for _ in range(2):
            seat.desk.print_paper("ticket", ticket(hospital, house))
        await until(lambda: states(seat) == ["printed", "printed"], "both came out")
        assert tray.isVisible()
        assert tray.older.isEnabled()
        assert not tray.newer.isEnabled()
        tray.older.click()
        assert not tray.older.isEnabled()
        assert "Service A" in tray.view.accessibleDescription()
        tray.close()

    loop.run(steps())
