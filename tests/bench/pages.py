"""`pages`: how long a person waits for what is seen first: signing in, each page, a new database, the health of it all.

The hospital is the demo's, with its patients, medicines, stock, orders and prescriptions. Each page is opened in one
window by somebody who holds every duty, after what the program imports before the desk stands; a second opening finds
the reference data at hand.
"""

import asyncio
import gc
import importlib
import os
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import qasync
import sqlalchemy as sa
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from hms_desktop.admin import health
from hms_desktop.app.pages import PAGES, PageEntry
from hms_desktop.app.program import BESIDE, HERE
from hms_desktop.app.signed_in import SignedIn
from hms_desktop.clinic.operations import installing, staging
from hms_desktop.clinic.operations.demo import open_demo
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from hms_desktop.core.places import resources
from hms_desktop.core.settings import Server
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.message_bar import MessageBar
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.tabbed_page import TabbedPage
from hms_desktop.widgets.theme import LIGHT, Appearance
from tests.bench.measure import Report, figure
from tests.hospital import Hospital

DUTIES = ("front_desk", "pharmacist", "clinician", "cashier", "store", "manager", "admin")
SIGN_INS, DATABASES, ROUNDS = 10, 3, 3
PATIENCE_SECONDS = 60
SLOWEST = 5
"""Pages told by name."""


def run(report: Report, **_: Any) -> None:
    for name in (*BESIDE, *HERE):
        importlib.import_module(name)
    application = QApplication.instance() or QApplication(sys.argv[:1])
    Appearance(application, resources()).wear(LIGHT)
    with scratch() as embedded, qasync.QEventLoop(application) as loop:
        made = [new_database(embedded.server, f"new_{number}") for number in range(DATABASES)]
        report(figure("pages: a new database ready", made, "s", target="<= 5 s", met=max(made) <= 5))
        with tempfile.TemporaryDirectory(prefix="hms-pages-") as folder:
            demo = open_demo(embedded.server, Path(folder))
            hospital = Hospital(replace(embedded.server, dbname=demo.server.dbname))
            try:
                everybody = hospital.person(*DUTIES)
                ask_health(report, hospital.database(everybody))
                loop.run_until_complete(measure(report, everybody))
            finally:
                hospital.close()
    report(figure("pages: the machine's load at the end", [os.getloadavg()[0]], "processes"))


def new_database(cluster: Server, name: str) -> float:
    """Seconds until an empty hospital can be signed in to: the roles, the database, every revision and guard."""
    began = time.perf_counter()
    installing.make_roles(cluster)
    made = installing.create_database(cluster, name)
    installing.migrate(made)
    staging.found_facility(made, "New Hospital", "UTC")
    return time.perf_counter() - began


def ask_health(report: Report, database: Database) -> None:
    """What `hms-admin health` asks, on a connection that is open."""
    health.report(database)
    times = []
    for _ in range(SIGN_INS):
        began = time.perf_counter()
        health.report(database)
        times.append(time.perf_counter() - began)
    report(figure("pages: health", times, "s", target="<= 0.5 s", met=sorted(times)[-2] <= 0.5))


async def measure(report: Report, server: Server) -> None:
    times = [await sign_in(server) for _ in range(SIGN_INS)]
    report(figure("pages: signing in", times, "s", target="<= 1 s", met=sorted(times)[-2] <= 1))
    connections = count_connections()
    signed_in = await SignedIn.open(server, "bench")
    signed_in.listen()
    await _until(lambda: signed_in.live.up, "The line to the server")
    desk = Desk(signed_in.db, signed_in.live, signed_in.who, workstation="bench", messages=MessageBar())
    first: dict[str, float] = {}
    again: dict[str, list[float]] = {}
    window = QWidget()
    QVBoxLayout(window)
    window.resize(1366, 768)
    window.show()
    for entry in PAGES:
        first[entry.key] = await opened(window, desk, entry)
    for _ in range(ROUNDS):
        for entry in PAGES:
            again.setdefault(entry.key, []).append(await opened(window, desk, entry))
    await signed_in.close()
    today = first.pop("today", None)
    if today is not None:
        report(figure("pages: Today", [today], "s", target="<= 2 s", met=today <= 2))
    slowest = max(first, key=lambda key: first[key])
    lists = list(first.values())
    for key in sorted(first, key=lambda key: -first[key])[:SLOWEST]:
        report(figure(f"pages: {key} for the first time", [first[key]], "s"))
    report(figure(f"pages: first opening, {slowest} slowest", lists, "s", target="<= 1 s", met=max(lists) <= 1))
    cached = [sorted(values)[ROUNDS // 2] for key, values in again.items() if key != "today"]
    report(figure("pages: opened again", cached, "s", target="<= 0.5 s", met=max(cached) <= 0.5))
    reused = 100 * (1 - connections["connect"] / connections["checkout"])
    report(figure("pages: connections used again", [reused], "%", target="> 90 %", met=reused > 90))


def count_connections() -> Counter[str]:
    """How often a connection is opened (connect) and used (checkout) from now on, by every pool of this process."""
    counted: Counter[str] = Counter()
    for event in ("connect", "checkout"):
        sa.event.listen(sa.pool.Pool, event, lambda *_, event=event: counted.update((event,)))
    return counted


async def sign_in(server: Server) -> float:
    """Seconds from the password until the person and their duties are known and the first lists are at hand."""
    began = time.perf_counter()
    signed_in = await SignedIn.open(server, "bench")
    took = time.perf_counter() - began
    await signed_in.close()
    return took


async def opened(window: QWidget, desk: Desk, entry: PageEntry) -> float:
    """Seconds from making the page until everything that it shows was read and painted."""
    gc.collect()
    began = time.perf_counter()
    page = entry.make(desk)
    layout = window.layout()
    assert layout is not None
    layout.addWidget(page)
    await _until(lambda: settled(page), f"The page {entry.key}")
    page.repaint()
    took = time.perf_counter() - began
    page.close_page()
    page.hide()
    page.deleteLater()
    await asyncio.sleep(0.05)
    return took


def settled(page: Page) -> bool:
    """Whether the page, or the tab of it that is seen, has read what it shows."""
    if isinstance(page, TabbedPage):
        return settled(page.pages[page.tabs.currentIndex()])
    return not page.stale and not page._loading.busy


async def _until(true: Callable[[], bool], what: str) -> None:
    ends = time.monotonic() + PATIENCE_SECONDS
    while not true():
        if time.monotonic() > ends:
            raise SystemExit(f"{what} was not there within a minute.")
        await asyncio.sleep(0.002)
