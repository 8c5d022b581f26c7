"""The real program on a real database: its window, driven as a person would, on Qt's own loop."""

import asyncio
import sys
import threading
from collections.abc import Callable, Coroutine, Iterator
from pathlib import Path
from typing import Any

import pytest
import qasync
from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtWidgets import QApplication

from hms_desktop.app.faults import Faults
from hms_desktop.app.languages import Languages
from hms_desktop.app.program import Program
from hms_desktop.app.remembered import Remembered
from hms_desktop.app.shell import Shell
from hms_desktop.app.sign_in import SignIn
from hms_desktop.core.errors import HmsError
from hms_desktop.core.places import resources
from hms_desktop.core.settings import Server, Settings, Station
from hms_desktop.widgets.theme import Appearance
from tests.hospital import PASSWORD
from tests.waiting import PATIENCE, until
from tests.widgets.conftest import OFFSCREEN, appearance, dressed

__all__ = ["appearance", "dressed"]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN))


class Running:
    """A program that runs while a test's coroutine does; `told` are the errors that reached the one handler."""

    def __init__(self, loop: qasync.QEventLoop, make: Callable[[Station, str], Program]) -> None:
        self.loop = loop
        self.opens = ""
        self._make = make
        self.station = Station(Settings(workstation="test-pc", theme="light", lock_after_minutes=0))
        self.told: list[HmsError] = []
        self.reports: list[str] = []
        self.program: Program

    def run(self, server: Server | None, steps: Callable[["Running"], Coroutine[Any, Any, None]]) -> None:
        """Start the program with `server` in its settings, do `steps`, close the window, wait for the end."""

        async def all_of_it() -> None:
            station = self.station.moved_to(server) if server else self.station
            self.program = self._make(station, self.opens)
            running = asyncio.ensure_future(self.program.run())
            try:
                await asyncio.sleep(0)
                await steps(self)
            finally:
                self.program.window.close()
                self.program.end()  # also where the window asks about unsaved entries
                try:
                    await asyncio.wait_for(running, PATIENCE)
                finally:
                    if (left := self.program.session) is not None:  # it never ended, and must not trouble the next test
                        await left.end()

        before = sys.excepthook, threading.excepthook
        Faults(self._tell, self._report).install(self.loop)
        try:
            self.loop.run_until_complete(all_of_it())
        finally:
            sys.excepthook, threading.excepthook = before

    def _tell(self, error: HmsError) -> None:
        self.told.append(error)
        self.program.tell(error)

    def _report(self, number: str) -> None:
        self.reports.append(number)
        self.program.report(number)

    @property
    def shell(self) -> Shell:
        assert self.program.session is not None
        return self.program.session.shell

    @property
    def sign_in_face(self) -> SignIn:
        face = self.program.window.face()
        assert isinstance(face, SignIn)
        return face

    async def type_and_enter(self, login: str, password: str) -> None:
        """Type name and password into the sign-in and try."""
        face = self.sign_in_face
        face.login.setText(login)
        face.password.setText(password)
        await face.attempt()

    async def sign_in(self, server: Server, password: str = PASSWORD) -> Shell:
        await self.type_and_enter(server.user, password)
        await until(lambda: self.program.session is not None)
        return self.shell


@pytest.fixture(autouse=True)
def the_language_of_before(qapp: QApplication) -> Iterator[None]:
    """A test may speak another language; the next one finds the old one again."""
    before = QLocale()
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


@pytest.fixture
def running(
    qapp: QApplication, qt_loop: qasync.QEventLoop, appearance: Appearance, tmp_path: Path
) -> Iterator[Running]:
    def make(station: Station, opens: str) -> Program:
        return Program(
            station=station,
            settings_file=tmp_path / "settings.toml",
            remembered=Remembered.load(tmp_path / "workstation.json"),
            appearance=appearance,
            languages=Languages(qapp, resources()),
            log_file=tmp_path / "hms-desktop.log",
            drafts=tmp_path / "drafts",
            demo_folder=tmp_path / "demo",
            opens=opens,
        )

    quits, direction = qapp.quitOnLastWindowClosed(), qapp.layoutDirection()
    qapp.setQuitOnLastWindowClosed(False)
    yield Running(qt_loop, make)
    qapp.setQuitOnLastWindowClosed(quits)
    qapp.setLayoutDirection(direction)
