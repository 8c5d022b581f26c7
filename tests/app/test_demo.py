"""The demo: signed in by itself, with a screen and a day beside it, and nothing left running afterwards."""

import asyncio
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from hms_desktop.app.demo import Demo
from hms_desktop.app.faults import Faults
from hms_desktop.app.languages import Languages
from hms_desktop.app.program import Program
from hms_desktop.app.remembered import Remembered
from hms_desktop.app.sign_in import SignIn
from hms_desktop.clinic.staff.rules import DUTIES
from hms_desktop.core.connecting import connect
from hms_desktop.core.embedded import scratch
from hms_desktop.core.errors import HmsError, Unreachable
from hms_desktop.core.places import resources
from hms_desktop.core.settings import Server, Settings, Station
from hms_desktop.widgets.theme import Appearance
from tests.app.conftest import Running, until
from tests.waiting import PATIENCE


@pytest.fixture
def data() -> Iterator[Path]:
    """A place for a database where its server's account may come, empty."""
    with scratch() as borrowed:
        beside = borrowed.data.with_name(borrowed.data.name + "-demo")
    yield beside
    shutil.rmtree(beside, ignore_errors=True)


@pytest.fixture
def program(running: Running, qapp: QApplication, appearance: Appearance, tmp_path: Path, data: Path) -> Program:
    return Program(
        station=Station(
            Settings(workstation="test-pc", theme="light"),
            messages=("The setting theme must be one of …; the default is used.",),
        ),
        settings_file=tmp_path / "settings.toml",
        remembered=Remembered.load(tmp_path / "workstation.json"),
        appearance=appearance,
        languages=Languages(qapp, resources()),
        log_file=tmp_path / "log",
        drafts=tmp_path / "drafts",
        demo_folder=tmp_path / "demo",
        make_demo=lambda folder: Demo(folder, data),
    )


def test_the_demo_opens_as_its_clerk_shows_every_account_and_ends_whole(running: Running, program: Program) -> None:
    async def steps() -> None:
        ending = asyncio.ensure_future(program.run(demo=True))
        await until(lambda: program.session is not None, seconds=120)
        session = program.session
        assert session is not None
        assert session.desk.who.duties == {"front_desk"}
        assert session.desk.room is not None
        demo = program._demo
        assert demo is not None
        await until(lambda: len(demo._beside) == 3)
        assert {account.duty for account in demo.accounts} == set(DUTIES)
        await until(lambda: "last sign" in session.shell.strip.screens.text())
        await program.sign_out()
        face = program.window.face()
        assert isinstance(face, SignIn)
        assert face.table.model().rowCount() == len(DUTIES)
        beside, server = list(demo._beside), session.desk.db.server
        program.window.close()
        await asyncio.wait_for(ending, PATIENCE)
        assert all(one.poll() is not None for one in beside)
        with pytest.raises(Unreachable):
            connect(server, application="test")

    running.loop.run_until_complete(steps())
    assert running.reports == []


class Slow(Demo):
    """A demo whose start fails because it was ended before it was up."""

    def __init__(self, folder: Path) -> None:
        super().__init__(folder)
        self.ended = asyncio.Event()
        self.gave_up = False

    async def start(self, _say: Callable[[str], None]) -> Server:
        await self.ended.wait()
        self.gave_up = True
        raise Unreachable("server.away", "The server is away.")

    async def stop(self) -> None:
        assert not self.ended.is_set(), "it is ended once"
        self.ended.set()
        await asyncio.sleep(0.05)


def test_a_window_that_is_told_twice_to_end_while_the_demo_starts_ends_it_once_and_reports_nothing(
    running: Running, program: Program, tmp_path: Path
) -> None:
    demo = Slow(tmp_path / "demo")
    program._make_demo = lambda _folder: demo
    told: list[HmsError] = []
    program.tell = told.append  # type: ignore[method-assign]  # what would reach the person

    async def steps() -> None:
        ending = asyncio.ensure_future(program.run(demo=True))
        await until(lambda: program._demo is demo)
        for _ in range(2):
            program.end()
        await asyncio.wait_for(ending, PATIENCE)
        await until(lambda: demo.gave_up)

    before = sys.excepthook, threading.excepthook
    Faults(told.append, running.reports.append).install(running.loop)
    try:
        running.loop.run_until_complete(steps())
    finally:
        sys.excepthook, threading.excepthook = before
    assert (running.reports, told) == ([], [])
