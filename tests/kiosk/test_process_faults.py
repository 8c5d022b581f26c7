"""The real kiosk on a machine that fails it from within: a thread that dies, a full disk, a clock that jumps."""

import contextlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from hms_desktop.clinic.displays.signs_of_life import FetchFault
from hms_desktop.clinic.operations import kiosks
from tests.factories import displays, media, queue
from tests.hospital import Hospital
from tests.kiosk.running import RunningKiosk

MORTAL = "tests.kiosk.mortal"
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="tells the kiosk its faults by signal")

ON_A_FULL_DISK = 'mount -t tmpfs -o size=64k none "$0" && dd if=/dev/zero of="$0/full" 2>/dev/null; exec "$@"'


def alone() -> list[str]:
    """Begins a command whose mounts nobody else sees."""
    return ["unshare", "--mount"] if os.geteuid() == 0 else ["unshare", "--mount", "--map-root-user"]


def can_mount(folder: Path) -> bool:
    """Whether this account may mount a file system of its own; others than root only where the system lets them."""
    with contextlib.suppress(OSError, subprocess.TimeoutExpired):
        tried = [*alone(), "mount", "-t", "tmpfs", "none", str(folder)]
        return subprocess.run(tried, capture_output=True, check=False, timeout=30).returncode == 0
    return False


def test_a_listening_thread_that_was_killed_is_replaced_and_no_call_is_lost(hospital: Hospital, tmp_path: Path) -> None:
    house = queue.house(hospital)
    displays.tickets(hospital, house, 2)
    login = displays.screen(hospital)
    line = "SELECT pid FROM pg_stat_activity WHERE usename = %s AND application_name = 'hms-kiosk-listener'"
    with RunningKiosk(login, tmp_path, module=MORTAL) as kiosk:
        [before] = hospital.sql(line, login.user)
        kiosk.process.send_signal(signal.SIGUSR1)
        meanwhile = displays.call_next(hospital, house.rooms["Counter 1"])
        kiosk.wait_until_painted([meanwhile])
        kiosk.wait_for(lambda: hospital.sql(line, login.user) not in ([], [before]), "another thread to listen")
        after = displays.call_next(hospital, house.rooms["Counter 1"])
        kiosk.wait_until_painted([after])
        assert kiosk.painted() == [meanwhile, after]


def test_a_machine_whose_clock_was_years_behind_and_is_set_loses_no_call(hospital: Hospital, tmp_path: Path) -> None:
    house = queue.house(hospital)
    displays.tickets(hospital, house, 2)
    with RunningKiosk(displays.screen(hospital, dwell_seconds=3), tmp_path, module=MORTAL) as kiosk:
        before = displays.call_next(hospital, house.rooms["Counter 1"])
        kiosk.wait_until_painted([before])
        kiosk.process.send_signal(signal.SIGUSR2)
        after = displays.call_next(hospital, house.rooms["Counter 1"])
        kiosk.wait_until_painted([after])
        kiosk.wait_for(lambda: [after] in kiosk.events("announced"), "its announcement")
        assert "Traceback" not in kiosk.errors()


def test_on_a_disk_without_a_free_byte_calls_are_shown_and_films_wait(hospital: Hospital, tmp_path: Path) -> None:
    full = tmp_path / "full"
    full.mkdir()
    if shutil.which("unshare") is None or not can_mount(full):
        pytest.skip("this account may mount no disk of its own to fill it")
    house = queue.house(hospital)
    displays.tickets(hospital, house, 1)
    media.playlist(hospital, "All day", [media.film(hospital, "bikes.mp4", os.urandom(100_000))])
    places = {name: str(full) for name in ("XDG_CACHE_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME")}
    mounting = [*alone(), "sh", "-c", ON_A_FULL_DISK, str(full)]
    login = displays.screen(hospital, video=True)
    with RunningKiosk(login, tmp_path, environment=places, under=mounting) as kiosk:
        call = displays.call_next(hospital, house.rooms["Counter 1"])
        kiosk.wait_until_painted([call])
        kiosk.wait_for(lambda: [call] in kiosk.events("announced"), "its announcement")
        kiosk.wait_for(lambda: why_films_wait(hospital) == FetchFault.DISK_FULL, "the films to be tried")
        assert kiosk.errors().count("cannot be written") == 1


def why_films_wait(hospital: Hospital) -> str:
    """What the screen says of the films that it still has to fetch."""
    [(said,)] = hospital.sql("SELECT max(state ->> 'lacking_why') FROM hms.display_heartbeats")
    return str(said)


def test_a_screen_whose_login_went_to_another_machine_says_so(hospital: Hospital, tmp_path: Path) -> None:
    login = displays.screen(hospital, "Hall A")
    with RunningKiosk(login, tmp_path) as kiosk:
        kiosks.set_up(hospital.database(hospital.person("admin")), "Hall A", tmp_path / "new.toml")
        kiosk.wait_for(lambda: kiosk.events("online")[-1] is False, "the sign of a lost connection")
        kiosk.wait_for(lambda: any("pair it anew" in said for said in kiosk.events("trouble")), "the sentence")
