"""The real kiosk when its voice's helpers fail: every call is shown, and said where it can be."""

import datetime as dt
import os
from pathlib import Path

from tests.factories import displays, queue
from tests.hospital import Hospital
from tests.kiosk import speaking
from tests.kiosk.running import RunningKiosk
from tests.kiosk.speaking import needs_shell, program

PATIENCE = 60.0


def said(kiosk: RunningKiosk, call: int) -> None:
    kiosk.wait_until_painted([call], PATIENCE)
    kiosk.wait_for(lambda: [call] in kiosk.events("spoken"), "the call to be spoken", PATIENCE)


@needs_shell
def test_a_synthesizer_that_writes_garbage_costs_no_call_and_the_chime_is_heard(
    hospital: Hospital, tmp_path: Path
) -> None:
    house = queue.house(hospital)
    displays.tickets(hospital, house, 2)
    espeak = program(tmp_path / "bin" / "espeak-ng", speaking.GARBAGE)
    paths = {"PATH": f"{espeak.parent}{os.pathsep}{os.environ['PATH']}"}
    login = displays.screen(hospital, dwell_seconds=3)
    with RunningKiosk(login, tmp_path, "--timed-sound", environment=paths) as kiosk:
        kiosk.wait_for(lambda: bool(kiosk.events("voice")), "the check of the voice", PATIENCE)
        assert kiosk.events("voice")[0]["languages"] == {"en": "none"}
        calls = [displays.call_next(hospital, house.rooms["Counter 1"]) for _ in range(2)]
        kiosk.wait_until_painted(calls, PATIENCE)
        kiosk.wait_for(lambda: len(kiosk.events("sounded")) == 2, "both chimes", PATIENCE)
        assert kiosk.events("announced") == [[call] for call in calls]
        assert kiosk.events("sounding") == ["chime", "chime"]
        assert kiosk.events("spoken") == []


@needs_shell
def test_without_its_cache_folder_and_after_the_clock_has_jumped_a_call_is_said(
    hospital: Hospital, tmp_path: Path
) -> None:
    hospital.set_clock(dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC))
    house = queue.house(hospital)
    displays.tickets(hospital, house, 3)
    room = house.rooms["Counter 1"]
    espeak = program(tmp_path / "bin" / "espeak-ng", speaking.speaks(0.3, tmp_path))
    (tmp_path / "file").touch()
    (tmp_path / "run").mkdir(mode=0o700)
    places = {
        "PATH": f"{espeak.parent}{os.pathsep}{os.environ['PATH']}",
        "XDG_CACHE_HOME": str(tmp_path / "file"),
        "XDG_RUNTIME_DIR": str(tmp_path / "run"),
    }
    login = displays.screen(hospital, dwell_seconds=3)
    with RunningKiosk(login, tmp_path, "--timed-sound", environment=places) as kiosk:
        said(kiosk, displays.call_next(hospital, room))
        for jump in (dt.timedelta(hours=5), dt.timedelta(hours=-3)):
            hospital.set_clock(dt.datetime(2026, 11, 23, 9, 0, tzinfo=dt.UTC) + jump)
            said(kiosk, displays.call_next(hospital, room))
    assert list((tmp_path / "run").rglob("*.wav"))
