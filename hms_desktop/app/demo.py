"""The demo beside the desk: the embedded database, a waiting-room screen, a worker, and a day that runs by itself."""

import asyncio
import logging
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLockFile

from hms_desktop.core.errors import HmsError, Misconfigured
from hms_desktop.core.settings import Server
from hms_desktop.core.siblings import command_of

if TYPE_CHECKING:
    from hms_desktop.clinic.operations.demo import Account
    from hms_desktop.core.embedded import EmbeddedPostgres

PATIENCE_SECONDS = 8
_OPENING_MS = 120_000
_log = logging.getLogger(__name__)


class Demo:
    """Started once; `stop` ends all that it started. A second program shares the database and starts nothing beside it.

    What it needs is imported when it starts, so that a hospital's desk opens sooner.
    """

    def __init__(self, folder: Path, data: Path | None = None) -> None:
        """`folder` keeps the demo's passwords, `data` its database (where none is given, in the usual place)."""
        self._folder = folder
        self._data = data
        self._postgres: EmbeddedPostgres | None = None
        self._first: QLockFile | None = None
        self._beside: list[subprocess.Popen[bytes]] = []
        self._screens: tuple[Path, ...] = ()
        self._worker = folder / "worker.toml"
        self.accounts: tuple[Account, ...] = ()

    async def start(self, say: Callable[[str], None]) -> Server:
        """Start the database and make the demo where there is none yet; the server, signed in as nobody.

        `say` hears of each step, on another thread. Raises HmsError.
        """
        try:
            return await asyncio.to_thread(self._start, say)
        except OSError as error:
            why = error.strerror or type(error).__name__
            sentence = f"The demo could not be started ({why}); see the log."
            raise Misconfigured("demo.not_started", sentence, {"why": why}) from error

    def start_beside(self) -> None:
        """Start the waiting-room screen, the day and the worker, unless another program has them running already."""
        self._first = QLockFile(str(self._folder / "beside.lock"))
        self._first.setStaleLockTime(0)
        if not self._first.tryLock(0):
            self._first = None
            return
        kiosk = ["--settings", str(self._screens[0]), "--windowed", "--with-parent"]
        self._beside.append(self._spawn("hms-kiosk", *kiosk))
        worker = ["worker", "--settings", str(self._worker), "--with-parent"]
        for program in (["demo-day", "--folder", str(self._folder)], worker):
            self._beside.append(self._spawn("hms-admin", *program))

    async def stop(self) -> None:
        """End what runs beside, and the database."""
        await asyncio.to_thread(self._stop)

    def _start(self, say: Callable[[str], None]) -> Server:
        from hms_desktop.clinic.operations.demo import open_demo
        from hms_desktop.core.embedded import EmbeddedPostgres, default_data

        self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        opening = QLockFile(str(self._folder / "opening.lock"))
        opening.setStaleLockTime(0)
        if not opening.tryLock(_OPENING_MS):
            raise Misconfigured("demo.busy", "Another program is just making the demo; try again in a minute.")
        try:
            self._postgres = EmbeddedPostgres(self._data or default_data())
            superuser = self._postgres.start()
            say(_tr("Opening the hospital; the first time it is made, with 2,000 invented patients…"))
            found = open_demo(superuser, self._folder)
        finally:
            opening.unlock()
        self.accounts, self._screens, self._worker = found.accounts, found.kiosks, found.worker
        return found.server

    def _spawn(self, program: str, *arguments: str) -> subprocess.Popen[bytes]:
        """Start another program of the suite; its standard input is a pipe that ends when this program does."""
        return subprocess.Popen(
            [*command_of(program), *arguments],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )

    def _stop(self) -> None:
        for program in self._beside:
            if program.stdin is not None:
                program.stdin.close()
            program.terminate()
        for program in self._beside:
            try:
                program.wait(PATIENCE_SECONDS)
            except subprocess.TimeoutExpired:
                _log.warning("a program beside the demo did not end and was killed")
                program.kill()
                program.wait()
        self._beside.clear()
        if self._first is not None:
            self._first.unlock()
        if self._postgres is not None:
            try:
                self._postgres.stop()
            except HmsError as error:
                _log.warning("the demo's database did not stop: %s", error.code)


def _tr(words: str) -> str:
    return QCoreApplication.translate("demo", words)
