"""The search box over its results in a window, typed into letter by letter; prints what was measured as JSON.

Started by tests/bench/search.py as `python -m tests.bench.search_window`; standard input holds one JSON object with the
server, the sequences to type and the ways to ask.
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

from hms_desktop.clinic.patients.queries import asked
from hms_desktop.clinic.patients.typed import read
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

STATEMENT = (
    "SELECT * FROM hms.find_patients(%(text)s, %(name)s, %(births)s::datemultirange, %(born)s::datemultirange, "
    "int4range(%(youngest)s, %(oldest)s), %(digits)s, %(most)s)"
)


class AnsweringPicker(PatientPicker):
    """Says when its model shows the answer."""

    def __init__(self, desk: Desk) -> None:
        self.answered = asyncio.Event()
        super().__init__(desk, rows=12)

    async def _find(self, text: str) -> None:
        await super()._find(text)
        self.answered.set()


async def type_all(server: Server, sequences: list[str], ways: dict[str, list[dict[str, Any]]]) -> dict[str, Any]:
    """Milliseconds of each raw statement, of each keystroke until its rows are painted, and its worst GUI stall.

    `ways` are asked whole, each text at once; for those that mean somebody it is told whether they were found.
    """
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
        measured = {name: await ask_all(picker, beat, raw, order, texts) for name, texts in ways.items()}
    return {"statements": statements, "keystrokes": keystrokes, "stalls": stalls, "ways": measured}


async def ask_all(
    picker: AnsweringPicker,
    beat: Heartbeat,
    raw: psycopg.Connection[Any],
    order: random.Random,
    texts: list[dict[str, Any]],
) -> dict[str, list[float]]:
    """The same for whole texts; `found` says of each person who was meant whether they stand in the list."""
    statements, keystrokes, found = [], [], []
    for one in texts:
        statement_first = order.random() < 0.5
        if statement_first:
            statements.append(statement(raw, one["text"]))
        keystrokes.append((await keystroke(picker, beat, one["text"]))[0])
        if not statement_first:
            statements.append(statement(raw, one["text"]))
        if one["id"]:
            rows = picker.model.rows()
            found.append(any(row.id == one["id"] or (one["name"] and row.name == one["name"]) for row in rows))
    return {"statements": statements, "keystrokes": keystrokes, "found": found}


def statement(raw: psycopg.Connection[Any], text: str) -> float:
    values = asked(read(text), MOST)
    began = time.perf_counter()
    raw.execute(STATEMENT, values).fetchall()
    return (time.perf_counter() - began) * 1000


async def keystroke(picker: AnsweringPicker, beat: Heartbeat, text: str) -> tuple[float, float]:
    """From the end of the pause after a key until the rows are painted; the worst stall on the way."""
    picker.answered.clear()
    picker.search.setText(text)
    await asyncio.sleep(0.002)
    beat.worst()
    began = time.perf_counter()
    picker.search.ask_again()
    await asyncio.wait_for(picker.answered.wait(), 30)
    picker.table.viewport().repaint()
    took = (time.perf_counter() - began) * 1000
    await asyncio.sleep(0.002)
    return took, beat.worst()


def main() -> None:
    wanted = json.loads(sys.stdin.read())
    application = QApplication(sys.argv[:1])
    Appearance(application, resources()).wear(LIGHT)
    loop = qasync.QEventLoop(application)
    with loop:
        measured = loop.run_until_complete(type_all(Server(**wanted["server"]), wanted["sequences"], wanted["ways"]))
    print(json.dumps(measured), flush=True)
    os._exit(0)  # what was measured is printed


if __name__ == "__main__":
    main()
