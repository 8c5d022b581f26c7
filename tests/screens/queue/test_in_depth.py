"""Journeys, returns, seats and hours as a desk meets them, by keyboard."""

import datetime as dt
import uuid
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hms_desktop.clinic.patients.queries import Found
from hms_desktop.clinic.patients.rules import Age
from hms_desktop.screens.queue.asking import CloseCounterDialog, TransferDialog
from hms_desktop.screens.queue.page import QueuePage
from hms_desktop.widgets.desk import Person
from tests.factories import queue
from tests.hospital import Hospital
from tests.screens.conftest import MORNING
from tests.screens.desks import Seat, press, until
from tests.screens.queue.test_queue_page import arrive, opened, words
from tests.widgets.conftest import Loop

ALT, CTRL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
WHY = 5


@pytest.fixture
def house(hospital: Hospital) -> queue.House:
    """A doctor's two rooms, a laboratory, and a till."""
    hospital.set_clock(MORNING, 1)
    rooms = {"Counter 1": ["A"], "Counter 2": ["A"], "Lab": ["L"], "Till": ["C"]}
    return queue.house(hospital, ("A", "L", "C"), rooms)


def journey(hospital: Hospital, house: queue.House, *way: str) -> int:
    [(made,)] = hospital.sql("INSERT INTO hms.journeys (name) VALUES ('Visit') RETURNING id")
    hospital.sql(
        "INSERT INTO hms.journey_steps (journey_id, ordinal, service_id) "
        "SELECT %s, n, s FROM unnest(%s::bigint[]) WITH ORDINALITY AS given (s, n)",
        made,
        [house.services[service] for service in way],
    )
    return int(made)


def found(hospital: Hospital) -> Found:
    [patient] = queue.patients(hospital, 1)
    return Found(patient, "100000401", "Otieno, Amina", Age(33), "", "f", "", False, "name")


async def dialog_of(kind: type) -> object:
    """The dialog of that kind, when it is open."""
    await until(lambda: any(isinstance(w, kind) and w.isVisible() for w in QApplication.topLevelWidgets()))
    return next(w for w in QApplication.topLevelWidgets() if isinstance(w, kind) and w.isVisible())


async def served_here(page: QueuePage) -> None:
    """The next one is called, comes, and stands ready to be finished."""
    await until(lambda: page.counter.state is not None and page.counter.state.next is not None)
    press(Qt.Key.Key_F8)
    await until(lambda: page.counter.state.current is not None)
    press(Qt.Key.Key_Return)
    await until(lambda: page.counter.state.current.state == "serving")


def test_a_journey_is_issued_and_enter_sends_the_ticket_on(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    number = journey(hospital, house, "A", "C")
    seat = sit()

    async def visit() -> None:
        page = opened(seat)
        await until(lambda: page.counter.state is not None)
        page.open_issue(found(hospital))
        form = page._issuing
        await until(lambda: form is not None and form.journey.count() == 2)
        form.journey.setCurrentIndex(form.journey.findData(number))
        assert not form.service.isEnabled()
        form.give.click()
        await until(lambda: "Ticket A 001" in seat.said())
        await seat.come_to_front()
        page.table.setFocus()
        await served_here(page)
        await until(lambda: page.panel.called.finish.words() == "Finish, on to Service C")
        assert page.panel.way.isVisible()
        press(Qt.Key.Key_Return)
        await until(lambda: page.counter.state.current is None)
        waiting = hospital.sql("SELECT service_id FROM hms.segments WHERE state = 'waiting'")
        assert waiting == [(house.services["C"],)]

    loop.run(visit())


def test_ctrl_enter_ends_the_way_here(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    number = journey(hospital, house, "A", "C")
    hospital.sql("SELECT hms.issue_journey(%s, %s, %s)", uuid.uuid4(), number, queue.patients(hospital, 1)[0])
    seat = sit()

    async def end() -> None:
        page = opened(seat)
        await served_here(page)
        press((CTRL, Qt.Key.Key_Return))
        await until(lambda: page.counter.state.current is None)
        assert hospital.sql("SELECT count(*) FROM hms.segments WHERE state = 'waiting'") == [(0,)]

    loop.run(end())


def test_a_patient_sent_for_a_test_comes_back_to_this_counter_and_the_board_says_so(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    arrive(hospital, house, 3)
    seat = sit()

    async def send() -> None:
        page = opened(seat)
        await served_here(page)
        press(Qt.Key.Key_F11)
        dialog = await dialog_of(TransferDialog)
        assert isinstance(dialog, TransferDialog)
        dialog._service.setCurrentIndex(dialog._service.findData(house.services["L"]))
        dialog._back.setChecked(True)
        dialog.accept()
        await until(lambda: page.counter.state.current is None)
        [(call,)] = hospital.sql("SELECT hms.call_next(%s, %s)", uuid.uuid4(), house.rooms["Lab"])
        hospital.sql("SELECT hms.finish(%s, %s, %s)", uuid.uuid4(), call["segment_id"], call["version"])
        await until(lambda: any("back from a test for Counter 1" in each for each in words(page, WHY)))
        assert words(page, 0) == ["A 002", "A 001", "A 003"]
        assert words(page, WHY)[0] == "next because it arrived first"

    loop.run(send())


def test_a_counter_is_opened_paused_and_gone_on_with(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    arrive(hospital, house, 1)
    seat = sit()

    async def pause() -> None:
        page = opened(seat)
        await until(lambda: page.counter.state is not None)
        press((ALT, Qt.Key.Key_O))
        await until(lambda: page.counter.state.seat is not None and page.counter.state.seat.mine)
        press((ALT, Qt.Key.Key_P))
        await until(lambda: page.counter.state.seat.state == "paused")
        press(Qt.Key.Key_F8)
        await until(lambda: "is paused; go on first" in seat.said())
        press((ALT, Qt.Key.Key_O))
        await until(lambda: page.counter.state.seat.state == "open")

    loop.run(pause())


def test_closing_the_last_counter_asks_where_its_tickets_go_and_undo_brings_them_back(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    arrive(hospital, house, 2)
    seat, till = sit(), hospital.connection(hospital.person("cashier"))
    till.execute("SELECT hms.open_counter(%s, %s)", (uuid.uuid4(), house.rooms["Till"]))

    async def close(to: int | None) -> None:
        press((ALT, Qt.Key.Key_C))
        dialog = await dialog_of(CloseCounterDialog)
        assert isinstance(dialog, CloseCounterDialog)
        dialog._service.setCurrentIndex(dialog._service.findData(to))
        dialog.accept()
        await until(lambda: not dialog.isVisible())
        await seat.come_to_front()

    async def leave() -> None:
        page = opened(seat)
        await until(lambda: page.counter.state is not None)
        await close(None)
        await until(lambda: "no other open counter serves it" in seat.said())
        await close(house.services["C"])
        await until(lambda: "Counter 1 is closed; 2 tickets went to another service" in seat.said())
        await until(lambda: page.counter.state.seat is not None and page.counter.state.seat.state == "closed")
        seat.messages._take_back()
        await until(lambda: page.counter.state.seat.state == "open")
        await until(lambda: words(page, 0) == ["A 001", "A 002"])

    loop.run(leave())


@pytest.mark.parametrize("duty", ["front_desk", "clinician"])
def test_a_closed_service_says_so_and_only_who_may_is_asked_why(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop, duty: str
) -> None:
    hospital.sql(
        "INSERT INTO hms.opening_hours (service_id, weekday, opens_at, closes_at) "
        "SELECT %s, d, '06:00', '07:00' FROM generate_series(1, 7) d",
        house.services["A"],
    )
    seat = Seat(hospital, hospital.person(duty), house.rooms["Counter 1"])
    loop.seats.append(seat)  # type: ignore[attr-defined]

    async def issue() -> None:
        page = opened(seat)
        await until(lambda: page.counter.state is not None)
        page.open_issue(found(hospital))
        form = page._issuing
        await until(lambda: form is not None and "Gives tickets 06:00–07:00" in form.hours.text())
        assert form.late.isVisible() == (duty == "clinician")
        form.give.click()
        if duty == "front_desk":
            await until(lambda: "gives tickets 06:00–07:00 only" in form.service.accessibleDescription())
            form.reject()
            return
        await until(lambda: "needs a reason" in form.why_now.accessibleDescription())
        form.why_now.setText("sent by the ward")
        form.give.click()
        await until(lambda: "Ticket A 001" in seat.said())

    loop.run(issue())


def test_a_manager_is_reminded_of_a_day_that_nobody_closed(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    hospital.set_clock(MORNING - dt.timedelta(days=1), 0)
    arrive(hospital, house, 2)
    hospital.set_clock(MORNING, 1)
    seat = sit()
    seat.desk.who = Person(seat.desk.who.login, "Mary Manager", frozenset({"front_desk", "manager"}))

    async def look() -> None:
        page = opened(seat)
        await until(lambda: page.reminder.isVisible())
        assert page.reminder.text() == "1 Mar 2026 was not closed; tickets still open: 2"

    loop.run(look())
