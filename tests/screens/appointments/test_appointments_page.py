"""Booking by hand: chosen by keys, booked by Enter, moved, cancelled, checked in, and never twice."""

import asyncio
import datetime as dt
from collections.abc import Callable
from typing import TypeVar

import pytest
import shiboken6
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from hms_desktop.clinic.patients.queries import Found, find_patients
from hms_desktop.screens.appointments.asking import CancelDialog
from hms_desktop.screens.appointments.booking import BookDialog
from hms_desktop.screens.appointments.deeds import Deeds
from hms_desktop.screens.appointments.finding import FindTime
from hms_desktop.screens.appointments.page import AppointmentsPage
from hms_desktop.widgets.dialogs import Question
from hms_desktop.widgets.errands import go
from tests.factories import appointments
from tests.screens.appointments.conftest import MONDAY, Book, opened
from tests.screens.desks import Seat, press, settle, type_over, type_text, until
from tests.widgets.conftest import Loop

KEY = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
D = TypeVar("D", bound=QWidget)


async def dialog(kind: type[D]) -> D:
    """The dialog of that kind that is open now and has the keys."""
    await until(lambda: isinstance(QApplication.activeModalWidget(), kind), f"{kind.__name__} was open")
    found = QApplication.activeModalWidget()
    assert isinstance(found, kind)
    found.activateWindow()
    await until(found.isActiveWindow)
    return found


async def booking(page: AppointmentsPage, at: dt.datetime) -> BookDialog:
    """The dialog that books this time, opened by Enter on it."""
    page.grid.choose(place_at(page, at))
    press(KEY.Key_Return)
    return await dialog(BookDialog)


def found_now(seat: Seat, name: str) -> Found:
    """A patient as the search finds them."""
    return seat.database.read_now(find_patients, text=name, limit=1)[0]


def place_at(page: AppointmentsPage, at: dt.datetime) -> object:
    """The key of the grid's slot that begins then."""
    return next(slot.key for slot in page.grid.calendar.sheet.slots if slot.key.starts_at == at)


def entries(page: AppointmentsPage) -> list[tuple[str, dt.datetime]]:
    """Who stands where in the grid."""
    return [(entry.text, slot.key.starts_at) for slot in page.grid.calendar.sheet.slots for entry in slot.entries]


def test_a_place_is_booked_from_the_keyboard_alone(book: Book, sit_down: Callable[..., Seat], loop: Loop) -> None:
    book.patient("Haddad")
    seat = sit_down()

    async def work() -> None:
        page = await opened(seat)
        made = await booking(page, book.at(11))
        type_text("hadd")
        await until(lambda: made.picker.model.rowCount() == 1)
        press(KEY.Key_Return)
        await until(lambda: made.reason.hasFocus())
        type_text("control")
        press(KEY.Key_Return)
        await until(lambda: "is booked" in seat.said())
        await until(lambda: entries(page) == [("Haddad, Amina", book.at(11))])
        assert page.grid.chosen_entry() is not None
        seat.messages.message().undo()
        await until(lambda: not entries(page))

    loop.run(work())
    assert [state for state, _at in book.states()] == ["cancelled"]


def test_two_desks_see_each_others_bookings_and_a_full_place_is_refused_in_one_sentence(
    book: Book, sit_down: Callable[..., Seat], loop: Loop
) -> None:
    book.patient("Haddad")
    other = book.patient("Adebayo")
    seat = sit_down()

    async def work() -> None:
        page = await opened(seat)
        made = await booking(page, book.at(11))
        made.take(found_now(seat, "haddad"))
        book.book(other, book.at(11))
        await until(lambda: entries(page) == [("Adebayo, Amina", book.at(11))])
        press(KEY.Key_Return)
        await until(lambda: made.messages.message() is not None)
        assert made.isVisible()
        made.reject()

    loop.run(work())
    assert len(book.states()) == 1


def test_an_appointment_is_moved_by_keys_and_by_undo_back_again(
    book: Book, sit_down: Callable[..., Seat], loop: Loop
) -> None:
    number = book.book(book.patient("Haddad"), book.at(11))
    seat = sit_down()

    async def work() -> None:
        page = await opened(seat)
        page.grid.choose_entry(number)
        press(KEY.Key_M)
        assert page.grid.carrying
        press(KEY.Key_Right, KEY.Key_Down, KEY.Key_Return)
        await until(lambda: entries(page) == [("Haddad, Amina", book.at(11, 30, day=1))])
        assert page.grid.chosen_entry().key == number
        press((CTRL, KEY.Key_Z))
        await until(lambda: entries(page) == [("Haddad, Amina", book.at(11))])

    loop.run(work())


def test_escape_lets_go_of_what_is_carried_even_on_another_week(
    book: Book, sit_down: Callable[..., Seat], loop: Loop
) -> None:
    number = book.book(book.patient("Haddad"), book.at(11))
    seat = sit_down()

    async def work() -> None:
        page = await opened(seat)
        page.grid.choose_entry(number)
        press(KEY.Key_M, KEY.Key_PageDown)
        await until(lambda: page.day == MONDAY + dt.timedelta(days=7) and not page.grid.calendar.coming)
        seat.messages.dismiss()
        press(KEY.Key_Escape)
        assert not page.grid.carrying
        assert page.hands.carried is None

    loop.run(work())
    assert book.states() == [("booked", book.at(11))]


def test_an_appointment_is_dragged_to_another_time(book: Book, sit_down: Callable[..., Seat], loop: Loop) -> None:
    number = book.book(book.patient("Haddad"), book.at(11))
    seat = sit_down()

    async def work() -> None:
        page = await opened(seat)
        page.grid.choose_entry(number)
        row, column, _line = page.grid.calendar.place_of_entry(number)
        since = page.grid.visualRect(page.grid.calendar.index(row, column)).topLeft() + QPoint(30, 12)
        to = page.grid.visualRect(page.grid.calendar.index(row, column + 1)).topLeft() + QPoint(30, 12)
        view = page.grid.viewport()
        QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=since)
        QTest.mouseMove(view, since + QPoint(20, 0))
        QTest.mouseMove(view, to)
        QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=to)
        await until(lambda: entries(page) == [("Haddad, Amina", book.at(11, day=1))])

    loop.run(work())


def test_a_cancellation_asks_why_and_is_taken_back_by_undo(
    book: Book, sit_down: Callable[..., Seat], loop: Loop
) -> None:
    number = book.book(book.patient("Haddad"), book.at(11))
    seat = sit_down()

    async def work() -> None:
        page = await opened(seat)
        page.grid.choose_entry(number)
        press(KEY.Key_Delete)
        await dialog(CancelDialog)
        press(KEY.Key_Return)
        await until(lambda: not entries(page))
        assert "is cancelled" in seat.said()
        await seat.come_to_front()
        press((CTRL, KEY.Key_Z))
        await until(lambda: entries(page) == [("Haddad, Amina", book.at(11))])

    loop.run(work())
    assert book.states() == [("booked", book.at(11))]


def test_what_was_wished_on_a_page_that_is_gone_is_done_and_ends_in_silence(
    book: Book, sit_down: Callable[..., Seat], loop: Loop
) -> None:
    number = book.book(book.patient("Haddad"), book.at(11))
    seat = sit_down()

    async def work() -> None:
        page = await opened(seat)
        page.grid.choose_entry(number)
        one = page._chosen()
        assert one is not None
        deeds = Deeds(seat.desk)
        wished = go(deeds.cancel(one, "other", "moved away"))
        shiboken6.delete(deeds)
        with pytest.raises(asyncio.CancelledError):
            await wished

    loop.run(work())
    assert book.states() == [("cancelled", book.at(11))]


def test_enter_on_who_comes_today_opens_a_ticket_and_undo_takes_it_off_the_queue(
    book: Book, sit_down: Callable[..., Seat], loop: Loop
) -> None:
    book.book(book.patient("Haddad"), book.at(11))
    seat = sit_down()

    async def work() -> None:
        page = await opened(seat)
        press((CTRL, KEY.Key_3))
        await until(lambda: page.list.row(0) is not None)
        press(KEY.Key_Return)
        await until(lambda: "Ticket A 001" in seat.said())
        await until(lambda: page.list.row(0).ticket == "A 001")
        press((CTRL, KEY.Key_Z))
        await until(lambda: page.list.row(0).state == "booked")

    loop.run(work())
    assert book.hospital.sql("SELECT count(*) FROM hms.tickets") == [(1,)]


def test_a_scanned_slip_checks_its_patient_in_from_anywhere_on_the_page(
    book: Book, sit_down: Callable[..., Seat], loop: Loop
) -> None:
    number = book.book(book.patient("Haddad"), book.at(11))
    [(code,)] = book.hospital.sql("SELECT code FROM hms.appointments WHERE id = %s", number)
    seat = sit_down()

    async def work() -> None:
        page = await opened(seat)
        type_text(str(code))
        press(KEY.Key_Return)
        await until(lambda: "Ticket A 001" in seat.said())
        assert QApplication.activeModalWidget() is None
        assert page.view == "week"

    loop.run(work())


def test_who_is_not_booked_today_cannot_be_checked_in(book: Book, sit_down: Callable[..., Seat], loop: Loop) -> None:
    number = book.book(book.patient("Haddad"), book.at(11, day=1))
    seat = sit_down()

    async def work() -> None:
        page = await opened(seat)
        page.grid.choose_entry(number)
        assert page.card.primary() is None
        assert page.card.buttons["no_show"].isHidden()
        assert not page.card.buttons["move"].isHidden()

    loop.run(work())


def test_the_next_free_time_is_found_and_booked_for_a_patient_from_another_page(
    book: Book, sit_down: Callable[..., Seat], loop: Loop
) -> None:
    book.patient("Haddad")
    for half in range(2, 6):
        book.book(book.patient(), book.at(9 + half // 2, 30 * (half % 2)))
    seat = sit_down()

    async def work() -> None:
        page = await opened(seat)
        page.show_what(found_now(seat, "haddad"))
        found = await dialog(FindTime)
        await until(lambda: found.model.rowCount() > 1)
        assert found.model.row(0).starts_at == book.at(13)
        press(KEY.Key_Return)
        made = await dialog(BookDialog)
        assert made.card.name.whole_text() == "Haddad, Amina"
        press(KEY.Key_Return)
        await until(lambda: ("Haddad, Amina", book.at(13)) in entries(page))

    loop.run(work())


def test_a_course_of_visits_shows_which_dates_are_not_possible_and_books_the_others(
    book: Book, sit_down: Callable[..., Seat], loop: Loop
) -> None:
    book.patient("Haddad")
    book.book(book.patient(), book.at(11, day=7))
    seat = sit_down()

    async def work() -> None:
        page = await opened(seat)
        made = await booking(page, book.at(11))
        made.take(found_now(seat, "haddad"))
        made.repeats.setChecked(True)
        made.repeat.count.setValue(3)
        assert made.repeat.preview.count() == 3
        press(KEY.Key_Return)
        await until(lambda: made.book.words() == "Book the other 2")
        assert "✗" in made.repeat.preview.item(1).text()
        assert len(book.states()) == 1
        press(KEY.Key_Return)
        await until(lambda: "Visits booked: 2" in seat.said())

    loop.run(work())
    assert [at for _state, at in book.states()][1:] == [book.at(11), book.at(11, day=14)]


def test_a_number_that_cannot_be_is_said_where_it_was_typed_and_nothing_is_booked(
    book: Book, sit_down: Callable[..., Seat], loop: Loop
) -> None:
    book.patient("Haddad")
    seat = sit_down()

    async def work() -> None:
        page = await opened(seat)
        made = await booking(page, book.at(11))
        made.take(found_now(seat, "haddad"))
        type_over(made.slots, "9")
        press(KEY.Key_Return)
        await until(lambda: made.slots.accessibleDescription() == "Type a whole number from 1 to 2.")
        type_over(made.slots, "2")
        assert "11:00–12:00" in made.slots.suffix()
        made.repeats.setChecked(True)
        type_over(made.repeat.count, "1")
        press(KEY.Key_Return)
        await until(lambda: "from 2 to" in made.repeat.count.accessibleDescription())
        made.repeats.setChecked(False)
        assert book.states() == []
        made.reason.setFocus()
        press(KEY.Key_Return)
        await until(lambda: "is booked" in seat.said())

    loop.run(work())
    assert [state for state, _at in book.states()] == ["booked"]


def test_on_top_of_a_full_time_only_with_the_permission_and_after_a_question(
    book: Book, sit_down: Callable[..., Seat], loop: Loop
) -> None:
    first, second = book.book(book.patient("Haddad"), book.at(11)), book.book(book.patient("Li"), book.at(11, 30))
    clerk, chief = sit_down("front_desk"), sit_down("front_desk", "manager")
    book.hospital.sql("SELECT hms.grant_overbooking(gen_random_uuid(), 'manager', NULL, NULL)")

    async def work() -> None:
        plain, page = await opened(clerk), await opened(chief)
        await until(lambda: plain.overbooking.known and page.overbooking.known)
        for one, hidden in ((plain, True), (page, False)):
            one.grid.choose_entry(first)
            assert one.card.overbook.isHidden() is hidden
        page.grid.choose_entry(second)
        press(KEY.Key_M, KEY.Key_Up, KEY.Key_Return, on=page.grid)
        question = await dialog(Question)
        question.accept()
        await until(lambda: ("+ Li, Amina", book.at(11)) in entries(page))

    loop.run(work())


def test_who_lost_their_time_is_listed_and_gets_another_one_by_keyboard(
    book: Book, sit_down: Callable[..., Seat], loop: Loop
) -> None:
    book.book(book.patient("Haddad"), book.at(9, day=1))
    appointments.exception(book.hospital, book.clinic, MONDAY + dt.timedelta(days=1), "closed", reason="Training")
    seat = sit_down()

    async def work() -> None:
        page = await opened(seat)
        press((CTRL, KEY.Key_5))
        await until(lambda: page.displaced.model.rowCount() == 1)
        press(KEY.Key_Return)
        found = await dialog(FindTime)
        await until(lambda: found.model.rowCount() > 0)
        first = found.model.row(0).starts_at
        press(KEY.Key_Return)
        await until(lambda: ("Haddad, Amina", first) in entries(page))
        await seat.come_to_front()
        press((CTRL, KEY.Key_5))
        await until(lambda: page.displaced.model.rowCount() == 0)

    loop.run(work())
    assert [state for state, at in book.states() if at.date() != MONDAY + dt.timedelta(days=1)] == ["booked"]


def test_a_hospital_without_clinics_says_what_to_do(book: Book, sit_down: Callable[..., Seat], loop: Loop) -> None:
    book.hospital.sql("UPDATE hms.clinics SET active = false")
    seat = sit_down()

    async def work() -> None:
        page = AppointmentsPage(seat.desk)
        seat.show(page)
        await until(lambda: "There is no clinic yet" in page.card._when.text())

    loop.run(work())


def test_the_page_fits_beside_the_rail_of_a_small_screen_whatever_a_clinic_is_called(
    book: Book, sit_down: Callable[..., Seat], loop: Loop
) -> None:
    book.hospital.sql("UPDATE hms.clinics SET name = repeat('Dr Venkataraman ', 7)")
    book.book(book.patient("Venkataraman " * 23), book.at(11))
    seat = sit_down()

    async def work() -> None:
        page = await opened(seat)
        for view in ("week", "day", "list", "waiting"):
            page.show_view(view)
            await settle(0.4)
            assert page.minimumSizeHint().width() <= 1280 - 184, view

    loop.run(work())
