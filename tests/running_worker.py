"""A real hms-admin worker in a process of its own, as IT starts it, that a test can end, kill and start again."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hms_desktop.clinic.operations import installing
from hms_desktop.core.settings import Server, Settings
from hms_desktop.core.settings_file import write_secret, write_settings
from tests.hospital import PASSWORD, Hospital
from tests.waiting import PATIENCE, wait_until

QUICK = """
[worker]
tick_seconds = 0.2
heartbeat_seconds = 2
retry_seconds = 0.2
stop_seconds = 20
"""
"""Faster than a hospital's worker, so that a test waits for what happens and not for the clock."""


def worker_login(hospital: Hospital) -> Server:
    """The server as hms_worker signs in to it."""
    made = installing.verifier(hospital.connection(), "hms_worker", PASSWORD)
    hospital.sql(f"ALTER ROLE hms_worker PASSWORD '{made}'")
    return hospital.superuser.signed_in_as("hms_worker", PASSWORD)


def only(hospital: Hospital, *tasks: str) -> None:
    """Pause every schedule but those of `tasks`, which are due at once."""
    hospital.sql("UPDATE hms.job_schedules SET paused = task <> ALL (%s), version = version", list(tasks))
    hospital.sql("UPDATE hms.job_turns SET next_at = hms.hospital_now()")


def age_signs_of_life(hospital: Hospital) -> None:
    """As if an hour had passed since every worker's last one: what a dead one had begun is taken back at once."""
    hospital.sql("UPDATE procrastinate.procrastinate_workers SET last_heartbeat = last_heartbeat - interval '1 hour'")


class RunningWorker:
    """The process. `said` is what it printed, `log` what it wrote down."""

    def __init__(self, server: Server, folder: Path, extra: str = "") -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._folder = folder
        self.settings = folder / "worker.toml"
        write_settings(self.settings, Settings(server=server, workstation="server-room"))
        write_secret(self.settings, self.settings.read_text(encoding="utf-8") + QUICK + extra)
        self._output = (folder / "said").open("w+", encoding="utf-8")
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("HMS_", "PG", "XDG_"))}
        self.process = subprocess.Popen(
            [sys.executable, "-m", "hms_desktop.admin.main", "worker", "--settings", str(self.settings)],
            env={**kept, "HOME": str(folder)},
            stdin=subprocess.DEVNULL,
            stdout=self._output,
            stderr=subprocess.STDOUT,
        )

    @property
    def said(self) -> str:
        return (self._folder / "said").read_text(encoding="utf-8")

    @property
    def log(self) -> str:
        return "".join(path.read_text(encoding="utf-8") for path in self._folder.rglob("hms-worker.log"))

    def begun(self) -> "RunningWorker":
        wait_until(lambda: "has begun" in self.said or self.process.poll() is not None, "the worker had begun")
        assert self.process.poll() is None, self.said
        return self

    def kill(self) -> None:
        """As a power cut would."""
        self.process.send_signal(signal.SIGKILL)
        self.process.wait(PATIENCE)

    def end(self) -> int:
        """As the system does when it shuts down; the exit code."""
        if self.process.poll() is None:
            self.process.terminate()
        try:
            return self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise

    def close(self) -> None:
        self.end()
        self._output.close()


@contextmanager
def running_worker(server: Server, folder: Path, extra: str = "") -> Iterator[RunningWorker]:
    """A worker that has begun, ended with the block."""
    worker = RunningWorker(server, folder, extra)
    try:
        yield worker.begun()
    finally:
        worker.close()
