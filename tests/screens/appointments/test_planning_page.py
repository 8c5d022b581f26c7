"""A manager makes a clinic with its weekly sessions, a date that is different, and the holidays of a country."""

import datetime as dt
from collections.abc import Callable

from PySide6.QtWidgets import QApplication

from hms_desktop.screens.appointments.planning_hospital import CountryDialog
from hms_desktop.screens.appointments.planning_page import PlanningPage
from hms_desktop.widgets.editor_page import EditorPage
from tests.screens.appointments.conftest import Book
from tests.screens.desks import Seat, until
from tests.widgets.conftest import Loop


def opened(seat: Seat, tab: int) -> tuple[PlanningPage, EditorPage]:
    page = PlanningPage(seat.desk)
    seat.show(page)
    page.tabs.setCurrentIndex(tab)
    return page, page.pages[tab]


def test_a_new_clinic_and_its_session_make_days_that_can_be_booked(
    book: Book, sit_down: Callable[..., Seat], loop: Loop
) -> None:
    seat = sit_down("manager")

    async def work() -> None:
        page, clinics = opened(seat, 0)
        await until(lambda: clinics.model.rowCount() == 1)
        clinics.new_button.click()
        clinics.put({"name": "Wound care"})
        clinics.save_button.click()
        await until(lambda: clinics.model.rowCount() == 2)
        page.tabs.setCurrentIndex(1)
        sessions = page.pages[1]
        await until(lambda: sessions.clinic.findText("Wound care") >= 0)
        sessions.clinic.setCurrentIndex(sessions.clinic.findText("Wound care"))
        await until(lambda: sessions.model.rowCount() == 0 and sessions._begun)
        sessions.put({"weekday": 2, "starts": dt.time(9), "ends": dt.time(10), "slot_minutes": 20,
                      "valid_from": dt.date(2026, 3, 2)})  # fmt: skip
        sessions.room.setCurrentIndex(1)
        sessions.save_button.click()
        await until(lambda: sessions.model.rowCount() == 1)

    loop.run(work())
    found = book.hospital.sql(
        "SELECT count(*) > 40 AND count(*) = count(s.room_id) FROM hms.sessions s "
        "JOIN hms.clinics c ON c.id = s.clinic_id WHERE c.name = 'Wound care'"
    )
    assert found == [(True,)]


def test_closing_a_date_says_how_many_appointments_must_be_moved(
    book: Book, sit_down: Callable[..., Seat], loop: Loop
) -> None:
    book.book(book.patient("Haddad"), book.at(9, day=1))
    seat = sit_down("manager")

    async def work() -> None:
        _page, dates = opened(seat, 2)
        await until(lambda: dates._begun)
        dates.put({"on_date": dt.date(2026, 3, 3), "kind": "closed", "reason": "Training"})
        dates.save_button.click()
        await until(lambda: dates.model.rowCount() == 1)

    loop.run(work())
    closed = book.hospital.sql("SELECT open FROM hms.session_lines WHERE on_date = '2026-03-03'")
    assert closed == [(False,)]


def test_the_holidays_of_a_country_are_filled_in(book: Book, sit_down: Callable[..., Seat], loop: Loop) -> None:
    seat = sit_down("manager")

    async def work() -> None:
        _page, holidays = opened(seat, 3)
        await until(lambda: holidays._begun)
        holidays.year.setValue(2027)
        holidays.fill_button.click()
        await until(lambda: isinstance(QApplication.activeModalWidget(), CountryDialog))
        dialog = QApplication.activeModalWidget()
        dialog._country.setCurrentIndex(dialog._country.findData("KE"))
        dialog.accept()
        await until(lambda: holidays.model.rowCount() > 5)
        many = holidays.model.rowCount()
        holidays.table.choose(0)
        holidays.remove_button.click()
        await until(lambda: holidays.model.rowCount() == many - 1)

    loop.run(work())


def test_a_permission_to_overbook_is_given_and_withdrawn(book: Book, sit_down: Callable[..., Seat], loop: Loop) -> None:
    seat = sit_down("manager")

    async def work() -> None:
        _page, grants = opened(seat, 4)
        await until(lambda: grants.begun)
        grants.put({"duty": "manager"})
        grants.save_button.click()
        await until(lambda: grants.model.rowCount() == 1 and not grants.remove_button.isHidden())
        grants.remove_button.click()
        await until(lambda: grants.model.rowCount() == 0)

    loop.run(work())


def test_the_rules_of_booking_are_saved(book: Book, sit_down: Callable[..., Seat], loop: Loop) -> None:
    seat = sit_down("manager")

    async def work() -> None:
        _page, rules = opened(seat, 5)
        await until(lambda: rules._begun and rules._row is not None)
        rules.put({"horizon_days": 120, "reminders": "consent"})
        rules.save_button.click()
        await until(lambda: "Saved" in seat.said())

    loop.run(work())
    assert book.hospital.sql("SELECT horizon_days, reminders FROM hms.booking_rules") == [(120, "consent")]
