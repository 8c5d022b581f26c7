"""The real hms-kiosk in a process of its own, and what it reports."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self

from hms_desktop.core.settings import Server
from tests.waiting import PATIENCE

HOUSE = Path(__file__).resolve().parents[2]


def settings_file(server: Server, folder: Path) -> Path:
    """What `hms-admin kiosk add` would have written for this login."""
    path = folder / "kiosk.toml"
    lines = [f"{name} = {json.dumps(getattr(server, name))}" for name in ("host", "port", "dbname", "user", "password")]
    path.write_text("[server]\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


class RunningKiosk:
    """`hms-kiosk --offscreen` for this login; a context, after which it has ended in order.

    `module` is what runs as the kiosk, `under` the command that starts it, which must become it.
    """

    def __init__(
        self,
        server: Server,
        folder: Path,
        *options: str,
        environment: Mapping[str, str] | None = None,
        module: str = "display_kiosk.main",
        under: Sequence[str] = (),
    ) -> None:
        self._report = folder / "report.jsonl"
        self._errors = folder / "errors.txt"
        with self._errors.open("w", encoding="utf-8") as errors:
            self.process = subprocess.Popen(
                [
                    *under, sys.executable, "-m", module, "--offscreen",
                    "--settings", str(settings_file(server, folder)), "--report", str(self._report), *options,
                ],
                cwd=HOUSE,
                env=os.environ
                | {"XDG_CACHE_HOME": str(folder), "XDG_STATE_HOME": str(folder)}
                | dict(environment or {}),
                stderr=errors,
            )  # fmt: skip

    def __enter__(self) -> Self:
        try:
            self.wait_for(lambda: True in self.events("online"), "the kiosk to reach the server")
        except BaseException:
            self.end()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        self.end()

    def end(self, how: int = signal.SIGTERM) -> int:
        """Tell it to end; its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        return self.process.wait(PATIENCE)

    def errors(self) -> str:
        """What it wrote on standard error."""
        return self._errors.read_text(encoding="utf-8")

    def lines(self) -> list[dict[str, Any]]:
        try:
            text = self._report.read_text(encoding="utf-8")
        except FileNotFoundError:
            return []
        return [json.loads(line) for line in text.splitlines(keepends=True) if line.endswith("\n")]

    def events(self, name: str) -> list[Any]:
        """The values of all events of that name, in order."""
        return [line[name] for line in self.lines() if name in line]

    def painted(self) -> list[int]:
        """The calls that were on the screen, in order."""
        return [call for calls in self.events("painted") for call in calls]

    def wait_until_painted(self, calls: Sequence[int], seconds: float = PATIENCE) -> None:
        self.wait_for(lambda: set(calls) <= set(self.painted()), f"{len(calls)} calls to be painted", seconds)

    def wait_for(self, condition: Callable[[], bool], what: str, seconds: float = PATIENCE) -> None:
        ends = time.monotonic() + seconds
        while not condition():
            assert self.process.poll() is None, f"the kiosk ended while waiting for {what}: {self.errors()}"
            assert time.monotonic() < ends, f"waited in vain for {what}: {self.lines()[-3:]} {self.errors()[-2000:]}"
            time.sleep(0.02)
