"""The real kiosk on a real sound server: a call is heard at once, without a sink it is shown, with a new one heard."""

from pathlib import Path
from typing import Any

from tests.factories import displays, queue
from tests.hospital import Hospital
from tests.kiosk.pulse import Pulse, needs_pulse
from tests.kiosk.running import RunningKiosk
from tests.kiosk.speaking import needs_espeak

pytestmark = [needs_pulse, needs_espeak]


def voices(kiosk: RunningKiosk) -> list[dict[str, Any]]:
    return [found for found in kiosk.events("voice") if isinstance(found, dict)]


def test_a_call_is_heard_and_after_its_sink_was_pulled_out_shown_and_heard_again_on_the_next(
    hospital: Hospital, tmp_path: Path
) -> None:
    house = queue.house(hospital)
    displays.tickets(hospital, house, 4)
    room = house.rooms["Counter 1"]
    with (
        Pulse(tmp_path / "pulse") as pulse,
        RunningKiosk(displays.screen(hospital, dwell_seconds=3), tmp_path, environment=pulse.environment) as kiosk,
    ):
        kiosk.wait_for(lambda: bool(voices(kiosk)), "the check of the voice")
        assert voices(kiosk)[0]["device"]
        assert voices(kiosk)[0]["languages"] == {"en": "espeak-ng"}
        with pulse.listening() as ear:
            heard = displays.call_next(hospital, room)
            ear.wait_for_sound()
            ear.wait_for_silence(1.5)
        kiosk.wait_for(lambda: [heard] in kiosk.events("spoken"), "the call to be spoken")
        cut = displays.call_next(hospital, room)
        kiosk.wait_for(lambda: [cut] in kiosk.events("announced"), "the next call")
        pulse.pull_out()
        shown = displays.call_next(hospital, room)
        kiosk.wait_until_painted([cut, shown])
        known = len(voices(kiosk))
        pulse.plug_in()
        kiosk.wait_for(lambda: len(voices(kiosk)) > known, "the sink's return")
        kiosk.wait_for(lambda: [shown] in kiosk.events("announced"), "the call after it")
        last = displays.call_next(hospital, room)
        kiosk.wait_for(lambda: [last] in kiosk.events("announced"), "the last call")
        with pulse.listening() as ear:
            ear.wait_for_sound()
        kiosk.wait_for(lambda: [last] in kiosk.events("spoken"), "the last call to be spoken")


def test_a_sound_server_that_dies_costs_no_call(hospital: Hospital, tmp_path: Path) -> None:
    house = queue.house(hospital)
    displays.tickets(hospital, house, 2)
    room = house.rooms["Counter 1"]
    with (
        Pulse(tmp_path / "pulse") as pulse,
        RunningKiosk(displays.screen(hospital, dwell_seconds=3), tmp_path, environment=pulse.environment) as kiosk,
    ):
        first = displays.call_next(hospital, room)
        kiosk.wait_for(lambda: bool(kiosk.events("sounding")), "the chime")
        pulse.die()
        second = displays.call_next(hospital, room)
        kiosk.wait_until_painted([first, second])
        kiosk.wait_for(lambda: [second] in kiosk.events("announced"), "the call after it")
