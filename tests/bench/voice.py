"""The desk presses *Call next* -> the room hears the first sound, and how long the words come after the chime.

Heard is what a recorder on the sound server's sink hears; on a machine without PulseAudio the time counts until the
kiosk gives the sound away. The next tickets' sentences are in the cache, for their room has called before.
"""

import time
from typing import Any

from tests.bench.measure import Report, figure, percentile
from tests.bench.waiting_room import WaitingRoom, waiting_room

CALLS = 20
MOST_MS = 300.0
RENDERED_SECONDS = 2.0
"""After a call the next tickets' sentences are made."""


def run(report: Report, **_: Any) -> None:
    with waiting_room() as room:
        room.fill(CALLS + 3)
        _one(room)
        heard = [_one(room) for _ in range(CALLS)]
        report(
            figure(
                f"voice: press -> first sound, {room.surroundings}",
                heard,
                "ms",
                target=f"p95 <= {MOST_MS:.0f} with a warm cache",
                met=percentile(heard, 95) <= MOST_MS,
            )
        )
        report(figure("voice: end of the chime -> words", _pauses(room)[1:], "ms"))


def _one(room: WaitingRoom) -> float:
    """Milliseconds from the key to the first sound; returns when the call was said and the next ones' turn may be."""
    before = len(room.kiosk.events("sounding"))
    if room.pulse:
        with room.pulse.listening() as ear:
            begun = time.monotonic()
            call = room.press()
            taken = ear.wait_for_sound() - begun
    else:
        begun = time.monotonic()
        call = room.press()
        room.kiosk.wait_for(lambda: len(room.kiosk.events("sounding")) > before, "the chime")
        taken = [line["at"] for line in room.kiosk.lines() if "sounding" in line][before] - begun
    room.kiosk.wait_for(lambda: call in room.spoken(), "the call to be spoken", 60)
    time.sleep(RENDERED_SECONDS)
    return taken * 1000


def _pauses(room: WaitingRoom) -> list[float]:
    """From the end of each chime to the words after it (ms)."""
    found: list[float] = []
    chime_ended: float | None = None
    chiming = False
    for line in room.kiosk.lines():
        if "sounding" in line:
            chiming = line["sounding"] == "chime"
            if not chiming and chime_ended is not None:
                found.append((line["at"] - chime_ended) * 1000)
        elif "sounded" in line:
            chime_ended = line["at"] if chiming else None
    return found
