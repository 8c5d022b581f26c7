"""The desk presses *Call next* -> the kiosk has painted the call, with a film running, beside a raw NOTIFY round."""

import random
import shutil
import tempfile
import time
import uuid
from pathlib import Path
from typing import Any

import psycopg

from hms_desktop.clinic.queue import actions
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from hms_desktop.core.settings import Server
from tests.bench.measure import Report, figure, percentile
from tests.factories import displays, queue
from tests.hospital import Hospital, clone, make_template
from tests.kiosk.running import RunningKiosk

CALLS = 1_000
MOST_MS = 30.0
FRAME_MS = 1000 / 60
FILM = Path(__file__).resolve().parents[3] / "shared" / "data" / "video_mp4" / "bigbuckbunny.mp4"


def run(report: Report, **_: Any) -> None:
    with scratch() as cluster, tempfile.TemporaryDirectory() as folder:
        hospital = Hospital(clone(cluster.server, make_template(cluster.server)))
        pressed, painted, raw = _a_morning(hospital, Path(folder))
        hospital.close()
    missing = pressed.keys() - painted.keys()
    taken = [(painted[call] - at) * 1000 for call, at in pressed.items() if call in painted]
    limit = 3 * percentile(raw, 95) + FRAME_MS
    film = "a film running" if FILM.is_file() else "NO film found"
    report(figure("call: raw NOTIFY round", raw, "ms"))
    report(
        figure(
            f"call: press -> painted, {film}",
            taken,
            "ms",
            beside=raw,
            target=f"p95 <= {MOST_MS:.0f} and <= 3 x raw p95 + a frame = {limit:.1f}; none lost ({len(missing)} were)",
            met=not missing and percentile(taken, 95) <= min(MOST_MS, limit),
        )
    )


def _a_morning(hospital: Hospital, folder: Path) -> tuple[dict[int, float], dict[int, float], list[float]]:
    """When each call was pressed and painted, by the clock that all processes share; and the raw rounds (ms)."""
    house = queue.house(hospital)
    displays.tickets(hospital, house, CALLS)
    films = folder / "films"
    films.mkdir()
    if FILM.is_file():
        shutil.copy(FILM, films)
    desk = hospital.database(hospital.person("front_desk"))
    pressed: dict[int, float] = {}
    raw: list[float] = []
    with (
        RunningKiosk(displays.screen(hospital, video=True), folder, "--videos", str(films)) as kiosk,
        _RawRound(hospital.superuser) as beside,
    ):
        time.sleep(3)
        for _ in range(CALLS):
            _press(desk, house.rooms["Counter 1"], pressed)
            time.sleep(random.uniform(0.02, 0.05))
            raw.append(beside.milliseconds())
            time.sleep(random.uniform(0.0, 0.03))
        kiosk.wait_until_painted(list(pressed), 30)
        painted = {call: line["at"] for line in kiosk.lines() for call in line.get("painted", ())}
    return pressed, painted, raw


def _press(desk: Database, room: int, pressed: dict[int, float]) -> None:
    """Call the next ticket, note when the key went down, and let the patient go again at once."""
    begun = time.monotonic()
    call = desk.run_now(actions.call_next, intent=uuid.uuid4(), room=room)
    pressed[call.call_id] = begun
    desk.run_now(actions.finish, intent=uuid.uuid4(), segment=call.segment_id, version=call.version)


class _RawRound:
    """One NOTIFY from one plain connection to another."""

    def __init__(self, server: Server) -> None:
        self._sender = psycopg.connect(**server.parameters(), autocommit=True)
        self._hearer = psycopg.connect(**server.parameters(), autocommit=True)
        self._hearer.execute("LISTEN raw_round")

    def __enter__(self) -> "_RawRound":
        return self

    def __exit__(self, *_: object) -> None:
        self._sender.close()
        self._hearer.close()

    def milliseconds(self) -> float:
        begun = time.monotonic()
        self._sender.execute("SELECT pg_notify('raw_round', '1')")
        for _ in self._hearer.notifies(timeout=5, stop_after=1):
            pass
        return (time.monotonic() - begun) * 1000
