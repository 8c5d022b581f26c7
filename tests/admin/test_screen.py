"""The kiosk that the simulation starts: its end is told, and it never outlives who started it."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hms_desktop.admin.screen import Kiosk
from hms_desktop.core.errors import Unreachable
from hms_desktop.core.settings import Server, Settings
from hms_desktop.core.settings_file import write_settings
from tests.waiting import wait_until

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
        wait_until(lambda: _complaint(kiosk), "its end was told")
        assert "ended by itself (hms-kiosk has no server" in _complaint(kiosk)


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux tells a child of its parent's death")
def test_a_kiosk_ends_with_the_program_that_was_killed(tmp_path: Path) -> None:
    settings = tmp_path / "kiosk.toml"
    write_settings(settings, Settings(Server(str(tmp_path), user="kiosk-1"), workstation="hall"))
    with subprocess.Popen([sys.executable, "-c", STARTER, str(settings)], stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout is not None
        kiosk = int(parent.stdout.readline())
        wait_until(lambda: "display_kiosk" in _command(kiosk), "the kiosk had started")
        parent.send_signal(signal.SIGKILL)
    wait_until(lambda: not _command(kiosk), "the kiosk ended with the program that started it")


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
