"""The board and the counter's cards: live, undoable, never twice, and honest when the server is away."""

import itertools
import time
import uuid
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QMenu

from hms_desktop.core.errors import Unreachable
from hms_desktop.screens.queue.asking import TakeOffDialog, TransferDialog
from hms_desktop.screens.queue.page import QueuePage
from tests.conftest import LOCK_SECONDS
from tests.factories import queue
from tests.hospital import Hospital
from tests.screens.desks import Seat, press, type_text, until
from tests.widgets.conftest import Loop

CTRL = Qt.KeyboardModifier.ControlModifier


def arrive(hospital: Hospital, house: queue.House, count: int, service: str = "A") -> list[int]:
    """So many patients with tickets; their ids."""
    ids = queue.patients(hospital, count)
    for patient in ids:
        hospital.sql("SELECT hms.issue_ticket(%s, %s, %s)", uuid.uuid4(), house.services[service], patient)
    return ids


def opened(seat: Seat, room_state: bool = True) -> QueuePage:
    page = QueuePage(seat.desk)
    seat.show(page)
    return page


def words(page: QueuePage, column: int) -> list[str]:
    return [page.model.cells(place).texts[column] for place in range(page.model.rowCount())]


def losing_one_answer(monkeypatch: pytest.MonkeyPatch, seat: Seat) -> list[str]:
    """The next action is done, but its answer never arrives."""
    real, lost = seat.database.run, []

    async def run(action: Any, /, **values: Any) -> Any:
        result = await real(action, **values)
        if not lost:
            lost.append(action.__name__)
            raise Unreachable("server.away", "The server does not answer.")
        return result

    monkeypatch.setattr(seat.database, "run", run)
    return lost


def test_two_windows_on_one_database_see_each_others_calls(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    arrive(hospital, house, 3)
    one, two = sit("Counter 1"), sit("Counter 2")

    async def watch() -> None:
        first, second = opened(one), opened(two)
        await until(lambda: first.model.rowCount() == 3 and second.model.rowCount() == 3)
        first.panel.next.call.click()
        await until(lambda: words(second, 3)[0].startswith("called"))
        assert words(second, 6)[0] == "Counter 1"
        second.panel.next.call.click()
        await until(lambda: [line[:6] for line in words(first, 3)] == ["called", "called", "next"])

    loop.run(watch())


def test_the_selection_stays_with_its_ticket_while_rows_come_and_go(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    arrive(hospital, house, 4)
    seat = sit()

    async def watch() -> None:
        page = opened(seat)
        await until(lambda: page.model.rowCount() == 4)
        page.table.choose(2)
        chosen = page.model.row(2).row.ticket
        hospital.sql("SELECT hms.call_next(%s, %s)", uuid.uuid4(), house.rooms["Counter 2"])
        arrive(hospital, house, 2)
        await until(lambda: page.model.rowCount() == 6)
        assert page.model.row(page.table.chosen_row()).row.ticket == chosen

    loop.run(watch())


def test_a_refusal_is_one_sentence_in_the_bar_and_changes_nothing(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    arrive(hospital, house, 2)
    seat = sit()

    async def hurry() -> None:
        page = opened(seat)
        await until(lambda: page.counter.state is not None)
        press(Qt.Key.Key_F8)
        await until(lambda: page.counter.state.current is not None)
        press(Qt.Key.Key_F10)
        await until(lambda: "before marking it as no-show" in seat.said())
        press(Qt.Key.Key_F9)
        await until(lambda: "call it again in" in seat.said())
        assert page.counter.state.current.state == "called"

    loop.run(hurry())


def test_pressing_again_after_a_lost_answer_never_calls_twice(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(hospital, house, 3)
    seat = sit()
    lost = losing_one_answer(monkeypatch, seat)

    async def press_twice() -> None:
        page = opened(seat)
        await until(lambda: page.counter.state is not None)
        await page.panel.do(page.panel.next.call, page.counter.call_next)
        assert lost == ["call_next"]
        assert seat.said() == "The server does not answer."
        await page.panel.do(page.panel.next.call, page.counter.call_next)

    loop.run(press_twice())
    assert hospital.sql("SELECT count(*) FROM hms.queue_calls") == [(1,)]


def test_what_followed_a_lost_answer_is_a_new_wish(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop, monkeypatch: pytest.MonkeyPatch
) -> None:
    arrive(hospital, house, 3)
    seat = sit()
    losing_one_answer(monkeypatch, seat)

    async def go_on() -> None:
        page = opened(seat)
        await until(lambda: page.counter.state is not None)
        await page.panel.do(None, page.counter.call_next)
        await until(lambda: page.counter.state.current is not None)
        await page.panel.do(None, page.counter.finish)
        await until(lambda: page.counter.state.current is None)
        await page.panel.do(None, page.counter.call_next)
        await until(lambda: page.counter.state.current is not None)
        assert page.counter.state.current.ticket == "A 002"

    loop.run(go_on())


def test_a_ticket_is_taken_off_with_a_reason_and_comes_back_by_undo(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    arrive(hospital, house, 2)
    seat = sit()

    async def take_off() -> None:
        page = opened(seat)
        await until(lambda: page.model.rowCount() == 2)
        press(Qt.Key.Key_Down, Qt.Key.Key_Delete)
        await until(lambda: isinstance(QApplication.activeWindow(), TakeOffDialog))
        press(Qt.Key.Key_Return)
        await until(lambda: page.model.rowCount() == 1)
        assert hospital.sql("SELECT note FROM hms.segment_changes WHERE verb = 'cancel'") == [("Patient left",)]
        await seat.come_to_front()
        await until(lambda: not page.panel.undo.isHidden())
        press((CTRL, Qt.Key.Key_Z), on=page.table)
        await until(lambda: page.model.rowCount() == 2)

    loop.run(take_off())


def test_a_called_ticket_is_transferred_and_keeps_its_number(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    arrive(hospital, house, 1)
    seat = sit()

    async def send_on() -> None:
        page = opened(seat)
        await until(lambda: page.counter.state is not None)
        press(Qt.Key.Key_F8)
        await until(lambda: page.counter.state.current is not None)
        press(Qt.Key.Key_F11)
        await until(lambda: isinstance(QApplication.activeWindow(), TransferDialog))
        press(Qt.Key.Key_Return)
        await until(lambda: page.counter.state.current is None)
        await until(lambda: [line.row.service for line in page.model.rows()] == ["Service B"])
        assert words(page, 0) == ["A 001"]

    loop.run(send_on())


def test_enter_on_a_waiting_row_offers_to_call_that_very_ticket(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    arrive(hospital, house, 3)
    seat = sit()

    async def choose() -> None:
        page = opened(seat)
        await until(lambda: page.model.rowCount() == 3)
        page.table.choose(2)
        press(Qt.Key.Key_Return, on=page.table)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        press(Qt.Key.Key_Return, on=menu)
        await until(lambda: page.counter.state.current is not None)
        assert page.counter.state.current.ticket == "A 003"

    loop.run(choose())


def test_a_refused_ticket_keeps_everything_that_was_chosen(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    [patient] = arrive(hospital, house, 1)
    [(mrn,)] = hospital.sql("SELECT mrn FROM hms.patients WHERE id = %s", patient)
    seat = sit()

    async def issue() -> None:
        page = opened(seat)
        await until(lambda: page.counter.state is not None)
        press(Qt.Key.Key_F6)
        await until(lambda: page._issuing is not None and page._issuing.service.count() == 2)
        form = page._issuing
        type_text(mrn)
        press(Qt.Key.Key_Return)
        await until(lambda: form.give.isEnabled())
        form.priority.setCurrentIndex(form.priority.findData("priority"))
        press(Qt.Key.Key_Return)
        await until(lambda: "needs a reason" in form.reason.accessibleDescription())
        assert form.reason.hasFocus()
        type_text("child under 5")
        press(Qt.Key.Key_Return)
        await until(lambda: form.messages.message() is not None)
        assert "already holds ticket A 001" in form.messages.message().sentence
        assert (form.reason.currentText(), form.priority.currentData()) == ("child under 5", "priority")
        press(Qt.Key.Key_Escape)
        await until(lambda: not form.isVisible())
        await seat.come_to_front()
        press(Qt.Key.Key_F6, on=page.table)
        await until(form.isVisible)
        assert form.reason.currentText() == "child under 5"
        form.service.setCurrentIndex(1)
        press(Qt.Key.Key_Return, on=form.service)
        await until(lambda: not form.isVisible())

    loop.run(issue())
    assert hospital.sql("SELECT label FROM hms.tickets ORDER BY id") == [("A 001",), ("B 001",)]


def test_the_window_stays_alive_while_the_server_is_slow(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    arrive(hospital, house, 5)
    seat = sit()
    beats: list[float] = []

    async def wait() -> None:
        page = opened(seat)
        await until(lambda: page.model.rowCount() == 5)
        heart = QTimer(interval=10)
        heart.timeout.connect(lambda: beats.append(time.perf_counter()))
        holder = hospital.connection()
        with holder.transaction():
            holder.execute("LOCK TABLE hms.segments IN ACCESS EXCLUSIVE MODE")
            heart.start()
            page.reload()
            page.panel.next.call.click()
            await until(lambda: len(beats) > 50)
            heart.stop()
            assert page.counter.state.current is None
        await until(lambda: page.counter.state.current is not None)

    loop.run(wait())
    longest = max(after - before for before, after in itertools.pairwise(beats))
    assert longest < LOCK_SECONDS / 2, "it never waited for the server's answer"


def test_old_rows_look_old_while_the_server_is_away(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    arrive(hospital, house, 2)
    seat = sit()

    async def lose_it() -> None:
        page = opened(seat)
        await until(lambda: page.model.rowCount() == 2 and seat.live.up)
        faded: list[bool] = []
        seat.live.went_away.connect(lambda _error: faded.append(page.table.graphicsEffect() is not None))
        hospital.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", seat.desk.who.login)
        await until(lambda: faded)
        assert faded[0]
        await until(lambda: page.table.graphicsEffect() is None)
        assert page.model.rowCount() == 2

    loop.run(lose_it())


def test_without_a_room_the_board_shows_all_services_and_calling_says_what_to_do(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    arrive(hospital, house, 1)
    seat = sit(None)
    asked: list[str] = []
    seat.desk.going_to.connect(lambda page, _what: asked.append(page))

    async def call() -> None:
        page = opened(seat)
        await until(lambda: page.model.rowCount() == 1)
        press(Qt.Key.Key_F8)
        await until(lambda: seat.said() == "Choose your room or counter first.")
        assert asked == ["room"]

    loop.run(call())
