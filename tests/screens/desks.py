"""A desk for the tests of the screens: a real person on a real database, with knocks, and errors told in a bar."""

import asyncio
import itertools
import sys
import time
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QLineEdit, QVBoxLayout, QWidget

from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.core.errors import HmsError
from hms_desktop.core.listener import Listener
from hms_desktop.core.notices import Channel
from hms_desktop.core.settings import Server
from hms_desktop.widgets.desk import Desk, Person, Room
from hms_desktop.widgets.live import Live
from hms_desktop.widgets.message_bar import MessageBar
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.scans import Scans
from tests.hospital import Hospital
from tests.waiting import until


class Seat:
    """One window: a desk and the pages that a test opens in it."""

    def __init__(self, hospital: Hospital, server: Server, room: int | None = None, *duties: str) -> None:
        self.messages = MessageBar()
        self.live = Live()
        self.database = hospital.database(server)
        who = Person(server.user, "Demo Clerk", frozenset(duties))
        self.desk = Desk(self.database, self.live, who, workstation="test-pc", messages=self.messages)
        if room is not None:
            found = next(one for one in self.database.read_now(organisation.rooms) if one.id == room)
            self.desk.sit_in(Room(found.id, found.name))
        self.listener = Listener(server, [Channel.CHANGES], self.live.on_notice, self.live.on_state)
        self.listener.start()
        self.window = QWidget()
        self.column = QVBoxLayout(self.window)
        self.column.addWidget(self.messages)
        self.pages: list[Page] = []
        self.closed = False

    def show(self, page: Page, width: int = 1366, height: int = 768) -> None:
        """Open `page` in this seat's window."""
        self.pages.append(page)
        self.column.addWidget(page, 1)
        self.window.resize(width, height)
        self.window.show()
        self.front()

    def front(self) -> None:
        """Bring this seat's window to the front."""
        self.window.activateWindow()

    async def come_to_front(self) -> None:
        """What a desktop does by itself when a dialog closes; the offscreen platform does not."""
        self.front()
        await until(self.window.isActiveWindow, "the window was in front")

    def said(self) -> str:
        """The sentence in the message bar, empty where there is none."""
        message = self.messages.message()
        return message.sentence if message else ""

    def close(self) -> None:
        if self.closed:
            return
        self.closed = True
        self.listener.stop()
        for page in self.pages:
            page.close_page()
        self.window.hide()
        self.window.deleteLater()


async def settle(seconds: float = 0.25) -> None:
    await asyncio.sleep(seconds)


def focused() -> QWidget:
    """Who gets the keys now."""
    widget = QApplication.focusWidget()
    assert widget is not None, "nothing has the focus"
    return widget


def press(*keys: Qt.Key | tuple[Qt.KeyboardModifier, Qt.Key], on: QWidget | None = None) -> None:
    """Press keys as a person does: each goes to whatever has the focus then."""
    for key in keys:
        modifier, code = key if isinstance(key, tuple) else (Qt.KeyboardModifier.NoModifier, key)
        QTest.keyClick(on or focused(), code, modifier)


def type_text(text: str) -> None:
    QTest.keyClicks(focused(), text)


def type_over(field: QLineEdit | QAbstractSpinBox, text: str) -> None:
    """Type `text` in the place of all that stands in `field`."""
    field.setFocus()
    field.selectAll()
    type_text(text)


def scan(code: str) -> None:
    """What a scanner types, wherever the keys go: the code and Enter, on a clock that no busy machine holds up."""
    ticks = itertools.count(time.monotonic(), 0.001)
    hearing = [each for window in QApplication.topLevelWidgets() for each in window.findChildren(Scans)]
    for each in hearing:
        each._clock = lambda: next(ticks)
    type_text(code)
    press(Qt.Key.Key_Return)
    for each in hearing:
        each._clock = time.monotonic


def tell_errors(seat: Seat) -> Callable[..., None]:
    """The program's one handler, cut down: an HmsError becomes a sentence, anything else fails the test."""
    before = sys.excepthook

    def handle(kind: type[BaseException], error: BaseException, trace: Any) -> None:
        if isinstance(error, HmsError):
            seat.desk.tell(error)
        else:
            before(kind, error, trace)

    return handle
