"""One table of all patients in a window, jumped about and dragged through; prints what was measured as JSON.

Started by tests/bench/scroll.py as `python -m tests.bench.scroll_window paged|qpsql|qsqlite`; standard input holds the
server (one JSON line) and for qsqlite the rows.
"""

import asyncio
import json
import os
import random
import sqlite3
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import qasync
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtSql import QSqlDatabase, QSqlTableModel
from PySide6.QtWidgets import QApplication, QTableView

from hms_desktop.clinic.patients import queries
from hms_desktop.core.database import Database
from hms_desktop.core.places import resources
from hms_desktop.core.settings import Server
from hms_desktop.screens.age_words import age_words
from hms_desktop.widgets.collector import spare_what_lives
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.paged_table import Keyset, PagedTableModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import LIGHT, Appearance

JUMPS = 200
DRAG_STEPS, STEP_SECONDS = 300, 1 / 60
WINDOW_SECONDS = 0.1
STILL_WINDOWS = 30
COLUMNS: tuple[Column[queries.Found], ...] = (
    Column("MRN", lambda one: one.mrn, width=130, strong=True),
    Column("Name", lambda one: one.name, stretch=True),
    Column("Age", lambda one: age_words(one.age), "end", 70),
    Column("Born", lambda one: one.birth, width=110),
    Column("Sex", lambda one: one.sex, width=90),
    Column("Phone", lambda one: one.phone, width=150, muted=True),
)


class Heartbeat(QObject):
    """A timer that wants to beat each millisecond; the longest time between two beats is how long the GUI stood."""

    def __init__(self) -> None:
        super().__init__()
        self._last = time.perf_counter()
        self._worst = 0.0
        self._timer = QTimer(self, interval=1, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def worst(self) -> float:
        """The worst gap since the last question, in milliseconds; a gap that has not ended counts too."""
        now = time.perf_counter()
        worst, self._worst = max(self._worst, now - self._last), 0.0
        return worst * 1000

    def _beat(self) -> None:
        now = time.perf_counter()
        self._worst = max(self._worst, now - self._last)
        self._last = now


class PaintedTable(TableView):
    """Says when it has painted rows that are all there."""

    def __init__(self) -> None:
        super().__init__("Patients")
        self.whole: asyncio.Event = asyncio.Event()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        super().paintEvent(event)
        model = self.model()
        if not isinstance(model, PagedTableModel) or not model.rowCount():
            return
        if all(model.cells(row) is not None for row in range(self.first_seen(), self.last_seen() + 1)):
            self.whole.set()


class PaintedPlain(QTableView):
    """Qt's own view; its rows are there whenever it has painted."""

    def __init__(self) -> None:
        super().__init__()
        self.whole: asyncio.Event = asyncio.Event()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        super().paintEvent(event)
        if self.model() is not None:
            self.whole.set()


async def measure(
    view: PaintedTable | PaintedPlain, open_table: Callable[[], Awaitable[None]], name: str
) -> dict[str, Any]:
    view.resize(1000, 700)
    view.show()
    beat = Heartbeat()
    await asyncio.sleep(0.2)
    spare_what_lives()
    idle_stalls = await stand_still(beat)
    view.whole.clear()
    began = time.perf_counter()
    await open_table()
    view.viewport().update()
    await view.whole.wait()
    opened = (time.perf_counter() - began) * 1000
    open_stall = beat.worst()
    await asyncio.sleep(0.3)
    jumps, jump_stalls = await jump_about(view, beat)
    drag_stalls = await drag(view, beat)
    return {
        "name": name,
        "idle_stalls": idle_stalls,
        "open": opened,
        "open_stall": open_stall,
        "jumps": jumps,
        "jump_stalls": jump_stalls,
        "drag_stalls": drag_stalls,
        "resident": resident_mb(),
    }


async def stand_still(beat: Heartbeat) -> list[float]:
    """The worst stall of each tenth of a second while nothing happens: what this machine's noise alone costs."""
    stalls = []
    beat.worst()
    for _ in range(STILL_WINDOWS):
        await asyncio.sleep(WINDOW_SECONDS)
        stalls.append(beat.worst())
    return stalls


async def jump_about(view: PaintedTable | PaintedPlain, beat: Heartbeat) -> tuple[list[float], list[float]]:
    """Milliseconds from moving the scrollbar to rows painted, and the worst stall of each jump."""
    bar, places = view.verticalScrollBar(), random.Random(7)
    times, stalls = [], []
    for _ in range(JUMPS):
        place = places.randrange(bar.maximum())
        beat.worst()
        view.whole.clear()
        began = time.perf_counter()
        bar.setValue(place)
        await asyncio.wait_for(view.whole.wait(), 30)
        times.append((time.perf_counter() - began) * 1000)
        await asyncio.sleep(0.02)
        stalls.append(beat.worst())
    return times, stalls


async def drag(view: PaintedTable | PaintedPlain, beat: Heartbeat) -> list[float]:
    """The worst stall of each tenth of a second while the scrollbar is dragged from end to end."""
    bar, stalls = view.verticalScrollBar(), []
    since = time.perf_counter()
    beat.worst()
    for step in range(DRAG_STEPS + 1):
        bar.setValue(bar.maximum() * step // DRAG_STEPS)
        await asyncio.sleep(STEP_SECONDS)
        if time.perf_counter() - since >= WINDOW_SECONDS:
            stalls.append(beat.worst())
            since = time.perf_counter()
    view.whole.clear()
    view.viewport().update()
    await asyncio.wait_for(view.whole.wait(), 30)
    return stalls


def resident_mb() -> float:
    """Resident memory of this process, as Linux counts it."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1_000_000


def paged(server: Server) -> tuple[PaintedTable, Callable[[], Awaitable[None]], str]:
    view, model = PaintedTable(), PagedTableModel(COLUMNS)
    view.setModel(model)
    database = Database(server, workstation="bench")
    return view, lambda: model.ask(Keyset(database, queries.patient_anchors, queries.patients_page)), "PagedTableModel"


def qt_own(
    driver: str, connect: Callable[[QSqlDatabase], str]
) -> tuple[PaintedPlain, Callable[[], Awaitable[None]], str]:
    """QSqlTableModel over `driver`; `connect` opens it and names the table."""
    view, database = PaintedPlain(), QSqlDatabase.addDatabase(driver)
    if not database.isValid():
        sys.exit(f"Qt cannot load {driver}")
    table = connect(database)
    if not database.open():
        sys.exit(database.lastError().text())

    async def open_table() -> None:
        model = QSqlTableModel(view, database)
        model.setTable(table)
        model.select()
        while model.canFetchMore():  # SQLite tells no length: without this the scrollbar would end after 256 rows
            model.fetchMore()
        view.setModel(model)

    return view, open_table, f"QSqlTableModel over {driver}"


def postgres(server: Server) -> Callable[[QSqlDatabase], str]:
    def connect(database: QSqlDatabase) -> str:
        database.setHostName(server.host)
        database.setPort(server.port)
        database.setDatabaseName(server.dbname)
        database.setUserName(server.user)
        database.setPassword(server.password)
        return "hms.patients"

    return connect


def sqlite(lines: list[list[Any]], folder: Path) -> Callable[[QSqlDatabase], str]:
    def connect(database: QSqlDatabase) -> str:
        file = folder / "patients.sqlite"
        with sqlite3.connect(file) as filling:
            filling.execute("CREATE TABLE patients (id, mrn, given_names, family_name, sex, birth_date)")
            filling.executemany("INSERT INTO patients VALUES (?, ?, ?, ?, ?, ?)", lines)
        database.setDatabaseName(str(file))
        return "patients"

    return connect


def main() -> None:
    kind = sys.argv[1]
    server = Server(**json.loads(sys.stdin.readline()))
    application = QApplication(sys.argv[:1])
    Appearance(application, resources()).wear(LIGHT)
    loop = qasync.QEventLoop(application)
    with tempfile.TemporaryDirectory() as folder, loop:
        view: PaintedTable | PaintedPlain
        if kind == "paged":
            view, open_table, name = paged(server)
        elif kind == "qpsql":
            view, open_table, name = qt_own("QPSQL", postgres(server))
        else:
            view, open_table, name = qt_own("QSQLITE", sqlite(json.loads(sys.stdin.read()), Path(folder)))
        print(json.dumps(loop.run_until_complete(measure(view, open_table, name))), flush=True)
        view.close()
    os._exit(0)  # what was measured is printed; Qt's million rows need no tidy end


if __name__ == "__main__":
    main()
