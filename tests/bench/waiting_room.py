"""A waiting room to measure in: a hospital, its desk, and the real hms-kiosk with a film and something to be heard."""

import contextlib
import shutil
import tempfile
import time
import uuid
from collections.abc import Iterator
from pathlib import Path

from hms_desktop.clinic.queue import actions
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from tests.factories import displays, queue
from tests.hospital import Hospital, clone, make_template
from tests.kiosk.pulse import PROGRAMS, Pulse
from tests.kiosk.running import RunningKiosk
from tests.proxy import Proxy

FILM = Path(__file__).resolve().parents[3] / "shared" / "data" / "video_mp4" / "bigbuckbunny.mp4"
ROOM = "Counter 1"


class WaitingRoom:
    """One counter that calls, and the screen that shows it: `pulse` is what can be heard, None without PulseAudio."""

    def __init__(self, hospital: Hospital, network: Proxy, folder: Path, pulse: Pulse | None) -> None:
        self.hospital = hospital
        self.network = network
        self.pulse = pulse
        self.pressed: dict[int, float] = {}
        self._house = queue.house(hospital)
        self._desk: Database = hospital.database(hospital.person("front_desk"))
        films = folder / "films"
        films.mkdir()
        if FILM.is_file():
            shutil.copy(FILM, films)
        login = displays.screen(hospital, video=True)
        sound = [] if pulse else ["--timed-sound"]
        self.kiosk = RunningKiosk(
            network.through(login), folder, "--videos", str(films), *sound,
            environment=pulse.environment if pulse else {},
        )  # fmt: skip

    @property
    def surroundings(self) -> str:
        """For a figure's name: what ran meanwhile, and what could be heard."""
        film = "a film running" if FILM.is_file() else "NO film found"
        return f"{film}, {'into a null sink' if self.pulse else 'sound timed: no PulseAudio here'}"

    def fill(self, count: int) -> None:
        """So many more tickets wait."""
        displays.tickets(self.hospital, self._house, count)

    def press(self) -> int:
        """Call the next ticket, note when the key went down, and let the patient go again at once; the call's id."""
        begun = time.monotonic()
        call = self._desk.run_now(actions.call_next, intent=uuid.uuid4(), room=self._house.rooms[ROOM])
        self.pressed[call.call_id] = begun
        self._desk.run_now(actions.finish, intent=uuid.uuid4(), segment=call.segment_id, version=call.version)
        return call.call_id

    def painted_at(self) -> dict[int, float]:
        """When each call was on the screen, by the clock that all processes share."""
        return {call: line["at"] for line in self.kiosk.lines() for call in line.get("painted", ())}

    def spoken(self) -> list[int]:
        """The calls that were said, in order."""
        return [call for calls in self.kiosk.events("spoken") for call in calls]


@contextlib.contextmanager
def waiting_room() -> Iterator[WaitingRoom]:
    """Open for as long as the context; the kiosk has reached the server and its film has begun."""
    with contextlib.ExitStack() as opened:
        folder = Path(opened.enter_context(tempfile.TemporaryDirectory()))
        cluster = opened.enter_context(scratch())
        hospital = Hospital(clone(cluster.server, make_template(cluster.server)))
        opened.callback(hospital.close)
        network = opened.enter_context(Proxy(hospital.superuser))
        able = all(map(shutil.which, PROGRAMS))
        pulse = opened.enter_context(Pulse(folder / "pulse")) if able else None
        room = WaitingRoom(hospital, network, folder, pulse)
        opened.enter_context(room.kiosk)
        time.sleep(3)
        yield room
