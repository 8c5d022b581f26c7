"""A catalogue of 100,000 packs: medicines searched letter by letter and in every other way, beside the raw statement.

The list goes in through `hms-admin import medicines`. The picker runs in a process of its own (this module as a
program) under a clinician's login; a keystroke is measured from the end of the pause after it until its rows are
in the model.
"""

import asyncio
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

import psycopg
import qasync
from PySide6.QtWidgets import QApplication

from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from hms_desktop.core.places import resources
from hms_desktop.core.settings import Server
from hms_desktop.screens.pickers import MOST, MedicinePicker
from hms_desktop.widgets.desk import Desk, Person
from hms_desktop.widgets.live import Live
from hms_desktop.widgets.message_bar import MessageBar
from hms_desktop.widgets.theme import LIGHT, Appearance
from tests.bench.importing import bring
from tests.bench.measure import Figure, Report, figure
from tests.conftest import SHARED
from tests.factories.catalogue import listed, write_list
from tests.hospital import Hospital, make_template

PACKS = 100_000
P95_MS = 30
WORDS, WHOLE, LONGEST = 120, 60, 14
STATEMENT = "SELECT * FROM hms.find_medicines(%s, %s)"
Asked = tuple[str, str]
"""What is typed, and the name that is meant; empty where nobody asks whether it was found."""


def run(report: Report, *, rows: int) -> None:
    packs = min(rows, PACKS)
    with scratch() as embedded, tempfile.TemporaryDirectory(prefix="hms-catalogue-") as folder:
        hospital = Hospital(make_template(embedded.server))
        try:
            bring(hospital.person("pharmacist"), "medicines", write_list(Path(folder) / "list.csv", SHARED, packs))
            hospital.sql("VACUUM ANALYZE")
            wanted = {"server": asdict(hospital.person("clinician")), "ways": dict(ways(packs))}
            ended = subprocess.run(
                [sys.executable, "-m", "tests.bench.catalogue"],
                input=json.dumps(wanted),
                stdout=subprocess.PIPE,
                text=True,
                env=os.environ | {"QT_QPA_PLATFORM": "offscreen"},
                check=True,
            )
        finally:
            hospital.close()
    every: list[float] = []
    for name, measured in json.loads(ended.stdout.splitlines()[-1]).items():
        every += measured["keystrokes"]
        met = figure(name, measured["keystrokes"], "ms").p95 <= P95_MS
        told = {"beside": measured["statements"], "target": f"p95 <= {P95_MS}", "met": met}
        report(figure(f"catalogue.{name}_ms", measured["keystrokes"], "ms", **told))
        if measured["found"]:
            share = 100 * sum(measured["found"]) / len(measured["found"])
            report(Figure(f"catalogue.{name}_found", len(measured["found"]), share, share, share, "of 100"))
    report(figure("catalogue.all_ms", every, "ms"))


def ways(packs: int) -> Iterator[tuple[str, list[Asked]]]:
    """What is typed, the same each time: letter by letter, words in another order, a slip, brand, class, GTIN."""
    rng = random.Random(11)
    rows = rng.sample(list(listed(SHARED, packs)), WORDS)
    yield "letters", [(row[1][:end], "") for row in rows for end in range(1, min(len(row[1]), LONGEST) + 1)]
    some = rows[:WHOLE]
    yield "words", [(f"{row[3][:4]} {row[2]} {row[1][:6]}", row[1]) for row in some]
    yield "slip", [(_slipped(row[1].split()[0], rng), row[1].split()[0]) for row in some if len(row[1].split()[0]) > 5]
    yield "brand", [(f"{row[7].split()[0]} {row[2]} {row[1][:5]}", row[1]) for row in some]
    yield "class", [(row[0][:5], "") for row in some]
    yield "gtin", [(row[10], row[1]) for row in some]


def _slipped(word: str, rng: random.Random) -> str:
    """The word with one letter left out, doubled, or two that changed places."""
    place = rng.randrange(1, len(word) - 2)
    left, right = word[:place], word[place:]
    return rng.choice((left + right[1:], left + right[0] + right, left + right[1] + right[0] + right[2:]))


class _AnsweringPicker(MedicinePicker):
    """Says when its model shows the answer."""

    def __init__(self, desk: Desk) -> None:
        self.answered = asyncio.Event()
        super().__init__(desk, rows=12)

    async def _find(self, text: str) -> None:
        await super()._find(text)
        self.answered.set()


async def _ask_all(server: Server, asked: dict[str, list[Asked]]) -> dict[str, Any]:
    """Milliseconds of each keystroke and of the raw statement beside it, in random order."""
    order = random.Random(3)
    person = Person(server.user, "Clinician")
    desk = Desk(Database(server, workstation="bench"), Live(), person, workstation="bench", messages=MessageBar())
    picker = _AnsweringPicker(desk)
    picker.resize(1000, 700)
    picker.show()
    measured: dict[str, Any] = {}
    with connect(server, application="bench", autocommit=True) as raw:
        for text in ("warm", "para", "500 tab", "amoxicilin"):
            _statement(raw, text)
            await _keystroke(picker, text)
        for name, texts in asked.items():
            statements, keystrokes, found = [], [], []
            for text, meant in texts:
                statement_first = order.random() < 0.5
                if statement_first:
                    statements.append(_statement(raw, text))
                keystrokes.append(await _keystroke(picker, text))
                if not statement_first:
                    statements.append(_statement(raw, text))
                if meant:
                    found.append(any(meant in row.name for row in picker.model.rows()))
            measured[name] = {"statements": statements, "keystrokes": keystrokes, "found": found}
    return measured


def _statement(raw: psycopg.Connection[Any], text: str) -> float:
    began = time.perf_counter()
    raw.execute(STATEMENT, (text, MOST)).fetchall()
    return (time.perf_counter() - began) * 1000


async def _keystroke(picker: _AnsweringPicker, text: str) -> float:
    picker.answered.clear()
    picker.search.setText(text)
    await asyncio.sleep(0.002)
    began = time.perf_counter()
    picker.search.ask_again()
    await asyncio.wait_for(picker.answered.wait(), 30)
    return (time.perf_counter() - began) * 1000


def main() -> None:
    wanted = json.loads(sys.stdin.read())
    application = QApplication(sys.argv[:1])
    Appearance(application, resources()).wear(LIGHT)
    loop = qasync.QEventLoop(application)
    with loop:
        measured = loop.run_until_complete(_ask_all(Server(**wanted["server"]), wanted["ways"]))
    print(json.dumps(measured), flush=True)
    os._exit(0)  # what was measured is printed


if __name__ == "__main__":
    main()
