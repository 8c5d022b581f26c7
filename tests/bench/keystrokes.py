"""Seconds of the keystroke-level model for checking in a patient and for a repeat dispense, on the real widgets.

Operators after Card, Moran and Newell (1980, 1983): K = 0.2 s a key (a skilled typist; 0.12 s the best, 0.28 s the
average non-secretary), H = 0.4 s for the hands coming to the keyboard, M = 1.35 s before each command and each value
(none before the Enter that ends a value), P = 1.1 s to point the scanner and H again for the hands that took it, R =
the time that somebody really waited for the program. Registering is not counted yet.
"""

import asyncio
import os
import sys
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass

import qasync
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hms_desktop.core.embedded import scratch
from hms_desktop.core.places import resources
from hms_desktop.screens.queue.page import QueuePage
from hms_desktop.widgets.theme import LIGHT, Appearance
from tests.bench.measure import Report, figure
from tests.factories import patients, queue
from tests.hospital import Hospital, make_template
from tests.screens.desks import Seat, press, type_text, until
from tests.screens.queue.test_whole_visit import TwoPages

K, H, M, P = 0.2, 0.4, 1.35, 1.1
CHECK_IN_SECONDS, REPEAT_SECONDS = 15, 20
TIMES = 5


@dataclass
class Typist:
    """Presses keys on what has the focus and keeps the count of operators."""

    keys: int = 0
    thoughts: int = 0
    waited: float = 0.0
    aims: int = 0

    def command(self, *keys: Qt.Key | tuple[Qt.KeyboardModifier, Qt.Key]) -> None:
        """A thought, then the keys; a key with a modifier is two."""
        self.thoughts += 1
        self.end(*keys)

    def end(self, *keys: Qt.Key | tuple[Qt.KeyboardModifier, Qt.Key]) -> None:
        """Keys that end what was begun, without a thought of their own."""
        self.keys += sum(2 if isinstance(key, tuple) else 1 for key in keys)
        press(*keys)

    def value(self, text: str) -> None:
        self.thoughts += 1
        self.keys += len(text)
        type_text(text)

    def aim(self) -> None:
        """The scanner is taken and pointed at a code, and its trigger pressed."""
        self.thoughts += 1
        self.aims += 1
        self.keys += 1

    async def wait(self, true: Callable[[], object]) -> None:
        began = time.perf_counter()
        await until(true)
        self.waited += time.perf_counter() - began

    def seconds(self) -> float:
        return H + self.aims * (H + P) + self.keys * K + self.thoughts * M + self.waited


def ready(board: QueuePage) -> bool:
    """Whether the panel that issues tickets takes a name."""
    issuing = board._issuing
    return issuing is not None and issuing.service.count() == 2 and issuing.picker.search.hasFocus()


async def check_in(pages: TwoPages, typist: Typist) -> None:
    """Somebody known, found by parts of the name, gets a ticket."""
    board = pages.queue
    before = board.model.rowCount()
    typist.command(Qt.Key.Key_F6)
    await typist.wait(lambda: ready(board))
    typist.value(f"amin had{'abcdefgh'[before]}")
    typist.end(Qt.Key.Key_Return)
    await typist.wait(board._issuing.give.isEnabled)  # type: ignore[union-attr]
    typist.command(Qt.Key.Key_Return)
    await typist.wait(lambda: board.model.rowCount() == before + 1)


async def measured(hospital: Hospital, room: int, task: Callable[[TwoPages, Typist], Awaitable[None]]) -> list[float]:
    """The task `TIMES` times by one person; seconds of each."""
    seat = Seat(hospital, hospital.person("front_desk"), room)
    try:
        pages = TwoPages(seat)
        await until(lambda: pages.queue.counter.state is not None)
        taken = []
        for _ in range(TIMES):
            await seat.come_to_front()
            typist = Typist()
            await task(pages, typist)
            taken.append(typist.seconds())
        return taken
    finally:
        seat.close()
        await asyncio.sleep(0)


def run(report: Report, *, rows: int) -> None:
    """The tasks at one counter; `rows` is not used."""
    from tests.bench import keystrokes_pharmacy  # which counts with this module's own Typist

    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(application, QApplication)
    Appearance(application, resources()).wear(LIGHT)
    with scratch() as embedded, qasync.QEventLoop(application) as loop:
        hospital = Hospital(make_template(embedded.server))
        try:
            house = queue.house(hospital, ("A", "B"), {"Counter 1": ["A"], "Counter 2": ["B"]})
            for letter in "abcdefgh":
                patients.patient(hospital, f"Had{letter}ad", "Amina")
            taken = loop.run_until_complete(measured(hospital, house.rooms["Counter 1"], check_in))
            limit = f"worst <= {CHECK_IN_SECONDS}"
            report(figure("keystrokes.check_in_s", taken, "s", target=limit, met=max(taken) <= CHECK_IN_SECONDS))
            taken = loop.run_until_complete(keystrokes_pharmacy.measured(hospital))
            limit = f"worst <= {REPEAT_SECONDS}"
            report(figure("keystrokes.repeat_dispense_s", taken, "s", target=limit, met=max(taken) <= REPEAT_SECONDS))
        finally:
            hospital.close()
