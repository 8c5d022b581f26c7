"""The search box over its results in a window, typed into letter by letter; prints what was measured as JSON.

Started by tests/bench/search.py as `python -m tests.bench.search_window`; standard input holds one JSON object with the
server and the sequences to type.
"""

import asyncio
import json
import os
import random
import sys
import time
from typing import Any

import psycopg
import qasync
from PySide6.QtWidgets import QApplication

from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.places import resources
from hms_desktop.core.settings import Server
from hms_desktop.screens.pickers import MOST, PatientPicker
from hms_desktop.widgets.desk import Desk, Person
from hms_desktop.widgets.live import Live
from hms_desktop.widgets.message_bar import MessageBar
from hms_desktop.widgets.theme import LIGHT, Appearance
from tests.bench.scroll_window import Heartbeat


class AnsweringPicker(PatientPicker):
    """Says when its model shows the answer."""

    def __init__(self, desk: Desk) -> None:
        self.answered = asyncio.Event()
        super().__init__(desk, rows=12)

    async def _find(self, text: str) -> None:
        await super()._find(text)
        self.answered.set()


async def type_all(server: Server, sequences: list[str]) -> dict[str, list[float]]:
    """Milliseconds of each raw statement, of each keystroke until its rows are painted, and its worst GUI stall."""
    order = random.Random(3)
    beat = Heartbeat()
    statements, keystrokes, stalls = [], [], []
    database = Database(server, workstation="bench")
    picker = AnsweringPicker(
        Desk(database, Live(), Person(server.user, "Clerk"), workstation="bench", messages=MessageBar())
    )
    picker.resize(1000, 700)
    picker.show()
    with connect(server, application="bench", autocommit=True) as raw:
        for text in ("warm", "nguyen van", "0000", "849"):
            statement(raw, text)
            await keystroke(picker, beat, text)
        for sequence in sequences:
            for length in range(1, len(sequence) + 1):
                text = sequence[:length]
                statement_first = order.random() < 0.5
                if statement_first:
                    statements.append(statement(raw, text))
                took, stall = await keystroke(picker, beat, text)
                keystrokes.append(took)
                stalls.append(stall)
                if not statement_first:
                    statements.append(statement(raw, text))
    return {"statements": statements, "keystrokes": keystrokes, "stalls": stalls}


def statement(raw: psycopg.Connection[Any], text: str) -> float:
    began = time.perf_counter()
    raw.execute("SELECT * FROM hms.find_patients(%s, %s)", (text, MOST)).fetchall()
    return (time.perf_counter() - began) * 1000


async def keystroke(picker: AnsweringPicker, beat: Heartbeat, text: str) -> tuple[float, float]:
    """From the end of the pause after a key until the rows are painted; the worst stall on the way."""
    picker.answered.clear()
    picker.search.setText(text)
    await asyncio.sleep(0.002)
    beat.worst()
    began = time.perf_counter()
    picker.search.ask_now()
    await asyncio.wait_for(picker.answered.wait(), 30)
    picker.table.viewport().repaint()
    took = (time.perf_counter() - began) * 1000
    await asyncio.sleep(0.002)
    return took, beat.worst()


def main() -> None:
    asked = json.loads(sys.stdin.read())
    application = QApplication(sys.argv[:1])
    Appearance(application, resources()).wear(LIGHT)
    loop = qasync.QEventLoop(application)
    with loop:
        measured = loop.run_until_complete(type_all(Server(**asked["server"]), asked["sequences"]))
    print(json.dumps(measured), flush=True)
    os._exit(0)  # what was measured is printed


if __name__ == "__main__":
    main()
