"""The real hms-kiosk as a process of its own, and a watch on whether it keeps up with the calls."""

import datetime as dt
import os
import subprocess
import sys
import time
from pathlib import Path
from types import TracebackType
from typing import Self

from hms_desktop.clinic.operations.desks import Log
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import Unreachable
from hms_desktop.core.settings import Server
from hms_desktop.core.siblings import command_of, is_frozen

START_SECONDS = 45.0
STOP_SECONDS = 10.0
LAGS_AT_MOST = dt.timedelta(seconds=60)
"""How old a call may be, on the hospital's clock, before the day waits for the screen to show it."""
PATIENCE = 20.0  # seconds on the wall clock

_LEASH = (
    "import ctypes, os, signal, sys; ctypes.CDLL(None).prctl(1, signal.SIGTERM); "
    "os.getppid() == int(sys.argv[1]) and os.execv(sys.argv[2], sys.argv[2:])"
)
"""On Linux the kernel ends the kiosk when this program is killed (PR_SET_PDEATHSIG, prctl(2)); exec keeps that."""


class Kiosk:
    """`hms-kiosk --offscreen` with the settings of one screen; ended, by its own process, when this is left."""

    def __init__(self, settings: Path, *, offscreen: bool = True) -> None:
        self._errors = settings.with_suffix(".log")
        self._command = [*_program(), "--settings", str(settings), *(["--offscreen"] if offscreen else [])]
        self._process: subprocess.Popen[bytes] | None = None

    def __enter__(self) -> Self:
        # What overrides this program's settings must not override the screen's own.
        environment = {name: value for name, value in os.environ.items() if not name.startswith("HMS_")}
        with self._errors.open("wb") as errors:
            self._process = subprocess.Popen(
                self._command, env=environment, stdin=subprocess.DEVNULL, stdout=errors, stderr=errors
            )
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is not None:
            self._process.terminate()
            try:
                self._process.wait(STOP_SECONDS)
            except subprocess.TimeoutExpired:
                self._process.kill()
                self._process.wait()

    @property
    def pid(self) -> int:
        """The kiosk's process, 0 where it was not started."""
        return self._process.pid if self._process else 0

    def refuse_if_ended(self) -> None:
        """Raises Unreachable, with the kiosk's own last words, where it has ended by itself."""
        if self._process is not None and self._process.poll() is not None:
            lines = self._errors.read_text(encoding="utf-8", errors="replace").strip().splitlines()
            said = f" ({lines[-1][:200]})" if lines else ""
            raise Unreachable("simulate.kiosk_ended", f"The waiting-room screen hms-kiosk ended by itself{said}.")


def _program() -> list[str]:
    kiosk = command_of("hms-kiosk")
    if sys.platform != "linux" or is_frozen():
        return kiosk
    return [sys.executable, "-c", _LEASH, str(os.getpid()), *kiosk]


class Watch:
    """Reads what one screen has acknowledged."""

    def __init__(self, keeper: Server, display_id: int, kiosk: Kiosk) -> None:
        self._connection = connect(keeper, application="hms-watch", autocommit=True)
        self._display = display_id
        self._kiosk = kiosk
        self._pending: dict[int, dt.datetime] = {}
        self._heard = 0
        self._gave_up = False

    def close(self) -> None:
        self._connection.close()

    def wait_until_alive(self) -> None:
        """Return when the screen has given its first sign of life. Raises Unreachable."""
        deadline = time.monotonic() + START_SECONDS
        while (
            self._connection.execute(
                "SELECT 1 FROM hms.display_states WHERE id = %s AND seen_at IS NOT NULL", (self._display,)
            ).fetchone()
            is None
        ):
            self._kiosk.refuse_if_ended()
            if time.monotonic() > deadline:
                raise Unreachable("simulate.kiosk_silent", "The waiting-room screen hms-kiosk gives no sign of life.")
            time.sleep(0.05)

    def hold(self, log: Log, moment: dt.datetime) -> None:
        """Return when every call that is old at `moment` was shown; after one long wait, never wait again."""
        self._hear(log)
        while not self._gave_up and self._late(moment):
            self._wait(moment)

    def wait_for_all(self, log: Log) -> None:
        """Return when every call was shown, or the screen has had all the patience there is."""
        self._gave_up = False
        self.hold(log, dt.datetime.max.replace(tzinfo=dt.UTC))

    def _hear(self, log: Log) -> None:
        for call in log.calls[self._heard :]:
            self._pending[call.call_id] = call.called_at
        self._heard = len(log.calls)
        for call_id in log.withdrawn & self._pending.keys():
            del self._pending[call_id]

    def _late(self, moment: dt.datetime) -> bool:
        return any(called_at + LAGS_AT_MOST < moment for called_at in self._pending.values())

    def _wait(self, moment: dt.datetime) -> None:
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            shown = self._connection.execute(
                "SELECT call_id FROM hms.display_acknowledgements WHERE display_id = %s AND call_id = ANY(%s)",
                (self._display, list(self._pending)),
            ).fetchall()
            for (call_id,) in shown:
                self._pending.pop(call_id, None)
            if not self._late(moment):
                return
            self._kiosk.refuse_if_ended()
            time.sleep(0.004)
        self._gave_up = True
