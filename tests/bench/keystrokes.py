"""Seconds of the keystroke-level model for the desk's tasks, counted from the keys that the real widgets are given.

A known patient is checked in, a new one registered with names, birth, sex and phone, a dispense repeated by scan.
Operators after Card, Moran and Newell (1980, 1983): K = 0.2 s a key (a skilled typist; 0.12 s the best, 0.28 s the
average non-secretary), H = 0.4 s for the hands coming to the keyboard, M = 1.35 s before each command and each value
(none before the Enter that ends a value), P = 1.1 s to point the scanner and H again for the hands that took it, R =
the time that somebody really waited for the program.
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
from hms_desktop.screens.patients.page import PatientsPage
from hms_desktop.screens.queue.page import QueuePage
from hms_desktop.widgets.theme import LIGHT, Appearance
from tests.bench.measure import Report, figure
from tests.factories import patients, queue
from tests.hospital import Hospital, make_template
from tests.screens.desks import Seat, press, type_text, until
from tests.screens.queue.test_whole_visit import TwoPages

K, H, M, P = 0.2, 0.4, 1.35, 1.1
CHECK_IN_SECONDS, REGISTER_SECONDS, REPEAT_SECONDS = 15, 60, 20
TIMES = 5
SAVE = (Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_Return)
NEWCOMERS = (
    ("Adeyemi", "Oluwaseun", "17.5.1990", "0700 123 456"),
    ("Papadopoulou", "Eleftheria Maria", "3.11.1951", "+30 697 555 0101"),
    ("Tran", "Phi Diep", "about 40", "+84 912 345 678"),
    ("de Souza Cavalcanti", "Joao", "1962", "+55 11 91234 5678"),
    ("Haugen", "Ingrid", "29.2.2020", "+47 406 12 345"),
)
"""Family name, given names, birth and phone as they are told at the desk; Qt's test keys know ASCII letters only."""


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


async def check_in(pages: TwoPages, typist: Typist, turn: int) -> None:
    """Somebody known, found by parts of the name, gets a ticket."""
    board = pages.queue
    before = board.model.rowCount()
    typist.command(Qt.Key.Key_F6)
    await typist.wait(lambda: ready(board))
    typist.value(f"amin had{'abcdefgh'[turn]}")
    typist.end(Qt.Key.Key_Return)
    await typist.wait(board._issuing.give.isEnabled)  # type: ignore[union-attr]
    typist.command(Qt.Key.Key_Return)
    await typist.wait(lambda: board.model.rowCount() == before + 1)


def written(page: PatientsPage) -> bool:
    """Whether the form for a new patient takes a name."""
    return page.forms.new is not None and page.forms.new.form.family.hasFocus()


async def register(pages: TwoPages, typist: Typist, turn: int) -> None:
    """Somebody new is registered; the ticket is the next thing."""
    page = pages.patients
    pages.go_to("patients", None)
    await until(lambda: page._answered is not None)
    family, given, birth, phone = NEWCOMERS[turn]
    typist.command(Qt.Key.Key_F7)
    await typist.wait(lambda: written(page))
    for value in (family, given, birth):
        typist.value(value)
        typist.end(Qt.Key.Key_Return)
    typist.command(Qt.Key.Key_Down)  # the sex
    typist.end(Qt.Key.Key_Return)
    typist.value(phone)
    typist.command(SAVE)
    await typist.wait(page.card.issue_button.hasFocus)


Task = Callable[[TwoPages, Typist, int], Awaitable[None]]
"""What one person does, the number of the time it is done."""


async def measured(hospital: Hospital, room: int, task: Task) -> list[float]:
    """The task `TIMES` times by one person; seconds of each."""
    seat = Seat(hospital, hospital.person("front_desk"), room)
    try:
        pages = TwoPages(seat)
        await until(lambda: pages.queue.counter.state is not None)
        taken = []
        for turn in range(TIMES):
            await seat.come_to_front()
            typist = Typist()
            await task(pages, typist, turn)
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
            for task, most in ((check_in, CHECK_IN_SECONDS), (register, REGISTER_SECONDS)):
                taken = loop.run_until_complete(measured(hospital, house.rooms["Counter 1"], task))
                name = f"keystrokes.{task.__name__}_s"
                report(figure(name, taken, "s", target=f"worst <= {most}", met=max(taken) <= most))
            taken = loop.run_until_complete(keystrokes_pharmacy.measured(hospital))
            limit = f"worst <= {REPEAT_SECONDS}"
            report(figure("keystrokes.repeat_dispense_s", taken, "s", target=limit, met=max(taken) <= REPEAT_SECONDS))
        finally:
            hospital.close()
