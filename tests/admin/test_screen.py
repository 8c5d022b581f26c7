"""The kiosk that the simulation starts: its end is told, and it never outlives who started it."""

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from hms_desktop.admin.screen import Kiosk
from hms_desktop.core.errors import Unreachable
from hms_desktop.core.settings import Server, Settings
from hms_desktop.core.settings_file import write_settings

PATIENCE = 30.0  # seconds; a program starts in one on a quiet machine
STARTER = """
import sys, time
from pathlib import Path
from hms_desktop.admin.screen import Kiosk
with Kiosk(Path(sys.argv[1])) as kiosk:
    print(kiosk.pid, flush=True)
    time.sleep(60)
"""


def test_a_kiosk_that_ends_by_itself_is_told_with_its_own_words(tmp_path: Path) -> None:
    settings = tmp_path / "kiosk.toml"
    settings.write_text("", encoding="utf-8")
    with Kiosk(settings) as kiosk:
        deadline = time.monotonic() + PATIENCE
        while not (told := _complaint(kiosk)):
            assert time.monotonic() < deadline
            time.sleep(0.05)
    assert "ended by itself (hms-kiosk has no server" in told


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's death")
def test_a_kiosk_ends_with_the_program_that_was_killed(tmp_path: Path) -> None:
    settings = tmp_path / "kiosk.toml"
    write_settings(settings, Settings(Server(str(tmp_path), user="kiosk-1"), workstation="hall"))
    with subprocess.Popen([sys.executable, "-c", STARTER, str(settings)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        kiosk = int(parent.stdout.readline())
        deadline = time.monotonic() + PATIENCE
        while "display_kiosk" not in _command(kiosk):
            assert time.monotonic() < deadline
            time.sleep(0.02)
        parent.send_signal(signal.SIGKILL)
    while _command(kiosk):
        assert time.monotonic() < deadline + PATIENCE, "the kiosk outlived the program that started it"
        time.sleep(0.05)


def _complaint(kiosk: Kiosk) -> str:
    try:
        kiosk.refuse_if_ended()
    except Unreachable as error:
        return error.sentence
    return ""


def _command(process: int) -> str:
    """The command line of a process; empty where it has ended."""
    try:
        return Path(f"/proc/{process}/cmdline").read_bytes().replace(b"\0", b" ").decode()
    except OSError:
        return ""
