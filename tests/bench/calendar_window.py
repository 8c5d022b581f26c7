"""The appointments page in a window, turned from week to week of many doctors; prints what was measured as JSON.

Started by tests/bench/calendar.py as `python -m tests.bench.calendar_window`; standard input holds one JSON object with
the server and the weeks (clinic, Monday). Every week is read anew: nothing that was held before helps.
"""

import asyncio
import datetime as dt
import json
import os
import sys
import time
from typing import Any

import qasync
from PySide6.QtWidgets import QApplication

from hms_desktop.core.database import Database
from hms_desktop.core.places import resources
from hms_desktop.core.settings import Server
from hms_desktop.screens.appointments.page import AppointmentsPage
from hms_desktop.screens.appointments.scopes import Scope
from hms_desktop.widgets.collector import spare_what_lives
from hms_desktop.widgets.desk import Desk, Person
from hms_desktop.widgets.live import Live
from hms_desktop.widgets.message_bar import MessageBar
from hms_desktop.widgets.theme import LIGHT, Appearance
from tests.bench.scroll_window import Heartbeat

WARM = 5
PATIENCE_SECONDS = 30


async def turn_all(server: Server, weeks: list[tuple[int, dt.date]]) -> dict[str, list[float]]:
    """Milliseconds until each week is painted, and the worst stall of the window on the way."""
    person = Person(server.user, "Clerk", frozenset({"front_desk"}))
    desk = Desk(Database(server, workstation="bench"), Live(), person, workstation="bench", messages=MessageBar())
    page = AppointmentsPage(desk)
    shown = asyncio.Event()
    page.times.shown.connect(shown.set)
    page.resize(1366, 768)
    page.show()
    await asyncio.wait_for(shown.wait(), PATIENCE_SECONDS)
    await asyncio.sleep(1)
    spare_what_lives()
    beat = Heartbeat()
    times, stalls = [], []
    for clinic, monday in weeks:
        took, stall = await turn(page, shown, beat, Scope("clinic", clinic, ""), monday)
        times.append(took)
        stalls.append(stall)
    return {"weeks": times[WARM:], "stalls": stalls[WARM:]}


async def turn(
    page: AppointmentsPage, shown: asyncio.Event, beat: Heartbeat, scope: Scope, monday: dt.date
) -> tuple[float, float]:
    """From the wish for a week until it is painted; the worst stall until all is calm again."""
    page.times.pages.forget_all()
    shown.clear()
    await asyncio.sleep(0.002)
    beat.worst()
    began = time.perf_counter()
    page.times.pages.turn_to(page.times.key_of("week", scope, monday))
    await asyncio.wait_for(shown.wait(), PATIENCE_SECONDS)
    page.grid.viewport().repaint()
    took = (time.perf_counter() - began) * 1000
    await asyncio.sleep(0.05)
    return took, beat.worst()


def main() -> None:
    asked: dict[str, Any] = json.loads(sys.stdin.read())
    weeks = [(clinic, dt.date.fromisoformat(monday)) for clinic, monday in asked["weeks"]]
    application = QApplication(sys.argv[:1])
    Appearance(application, resources()).wear(LIGHT)
    loop = qasync.QEventLoop(application)
    with loop:
        measured = loop.run_until_complete(turn_all(Server(**asked["server"]), weeks))
    print(json.dumps(measured), flush=True)
    os._exit(0)  # what was measured is printed


if __name__ == "__main__":
    main()
