"""30 calls in 10 seconds while the network is cut twice: all shown, in order, and each said whole before the next."""

import time
from typing import Any

from tests.bench.measure import Figure, Report, figure
from tests.bench.waiting_room import WaitingRoom, waiting_room

CALLS = 30
SECONDS = 10.0
CUT_AFTER = (10, 20)
CUT_FOR = 2
"""Calls: the network is away while so many are made."""
PATIENCE = 600.0
SOUNDS = 2
"""Of each call: the chime and one language's sentence."""


def run(report: Report, **_: Any) -> None:
    with waiting_room() as room:
        calls = _press_all(room)
        room.kiosk.wait_until_painted(calls, 60)
        painted, shown = room.painted_at(), room.kiosk.painted()
        late = [(painted[call] - room.pressed[call]) * 1000 for call in calls]
        report(figure("burst: press -> painted, through both cuts", late, "ms"))
        report(_counted("burst: shown, in order", len(set(shown)), met=shown == calls))
        room.kiosk.wait_for(lambda: len(room.spoken()) >= CALLS, "all calls to be spoken", PATIENCE)
        whole = room.kiosk.events("sounded")
        report(
            _counted(
                f"burst: spoken whole, in order ({room.surroundings})",
                len(set(room.spoken())),
                met=room.spoken() == calls and whole == [True] * (SOUNDS * CALLS) and _one_at_a_time(room),
            )
        )


def _counted(name: str, count: int, *, met: bool) -> Figure:
    return figure(name, [float(count)], "calls", target=f"{CALLS}", met=met and count == CALLS)


def _press_all(room: WaitingRoom) -> list[int]:
    room.fill(CALLS)
    calls: list[int] = []
    begun = time.monotonic()
    for number in range(CALLS):
        if number in CUT_AFTER:
            room.network.refusing = True
            room.network.cut()
        calls.append(room.press())
        time.sleep(max(0.0, begun + (number + 1) * SECONDS / CALLS - time.monotonic()))
        if number - CUT_FOR in CUT_AFTER:
            room.network.refusing = False
    return calls


def _one_at_a_time(room: WaitingRoom) -> bool:
    """Whether every sound ended before the next began."""
    words = [word for line in room.kiosk.lines() for word in ("sounding", "sounded") if word in line]
    return words == ["sounding", "sounded"] * (len(words) // 2)
