"""The small window: above other programs, with the same keys, beside the page on the same counter."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QPoint, QSettings, Qt

from hms_desktop.screens.queue.counter_window import CounterWindow
from hms_desktop.screens.queue.page import QueuePage
from tests.factories import queue
from tests.hospital import Hospital
from tests.screens.desks import Seat, press, until
from tests.screens.queue.test_queue_page import arrive
from tests.widgets.conftest import Loop


def places(folder: Path) -> QSettings:
    return QSettings(str(folder / "places.ini"), QSettings.Format.IniFormat)


def test_it_stays_on_top_and_never_ends_the_program_by_being_closed(sit: Callable[..., Seat], tmp_path: Path) -> None:
    window = CounterWindow(sit().desk, places(tmp_path))
    assert window.windowFlags() & Qt.WindowType.WindowStaysOnTopHint
    assert window.parent() is None
    assert not window.testAttribute(Qt.WidgetAttribute.WA_QuitOnClose)
    window.close_window()


def test_it_remembers_where_it_stood(sit: Callable[..., Seat], tmp_path: Path, loop: Loop) -> None:
    desk = sit().desk

    async def move() -> None:
        first = CounterWindow(desk, places(tmp_path))
        first.show()
        first.move(QPoint(120, 80))
        first.close_window()
        second = CounterWindow(desk, places(tmp_path))
        second.show()
        assert (second.geometry().topLeft() - QPoint(120, 80)).manhattanLength() < 40
        second.close_window()

    loop.run(move())


def test_the_window_and_the_page_show_one_counter_and_its_refusals_stand_in_it(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop, tmp_path: Path
) -> None:
    arrive(hospital, house, 2)
    seat = sit()

    async def work() -> None:
        page = QueuePage(seat.desk)
        seat.show(page)
        window = CounterWindow(seat.desk, places(tmp_path))
        window.show()
        window.activateWindow()
        await until(lambda: window.counter.state is not None)
        press(Qt.Key.Key_F8, on=window)
        await until(lambda: window.counter.state.current is not None)
        await until(lambda: page.counter.state is not None and page.counter.state.current is not None)
        press(Qt.Key.Key_F9, on=window)
        await until(lambda: window.messages.message() is not None)
        assert "call it again in" in window.messages.message().sentence
        assert seat.said() == ""
        press(Qt.Key.Key_Return, on=window)
        await until(lambda: window.counter.state.current.state == "serving")
        press((Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Z), on=window)
        await until(lambda: window.counter.state.current.state == "called")
        window.close_window()

    loop.run(work())
