"""The line goes -> the screen says that the server is away; it is back -> the screen is right again, calls included."""

import random
import time
from collections.abc import Callable
from typing import Any

from tests.bench.measure import Report, figure
from tests.bench.waiting_room import WaitingRoom, waiting_room
from tests.proxy import Proxy

TIMES = 10
"""Of each kind of loss."""
AWAY_SECONDS = 3.0
PATIENCE = 30.0
STAYS_AWAY = (1.0, 4.0)
"""Seconds between saying so and the return: shorter and longer than the pauses between two attempts."""


def run(report: Report, **_: Any) -> None:
    with waiting_room() as room:
        room.fill(len(LOSSES) * TIMES)
        for kind, (lose, mend) in LOSSES.items():
            measured = [_once(room, lose, mend) for _ in range(TIMES)]
            said = [away for away, _ in measured]
            right = [back for _, back in measured]
            report(
                figure(
                    f"away: {kind} -> said to be away",
                    said,
                    "s",
                    target=f"each <= {AWAY_SECONDS:g}",
                    met=max(said) <= AWAY_SECONDS,
                )
            )
            report(figure(f"away: {kind}, back -> a call made meanwhile is painted", right, "s"))


def _refuse(network: Proxy) -> None:
    network.refusing = True
    network.cut()


def _accept(network: Proxy) -> None:
    network.refusing = False


LOSSES: dict[str, tuple[Callable[[Proxy], None], Callable[[Proxy], None]]] = {
    "server ended": (_refuse, _accept),
    "cable pulled": (Proxy.freeze, Proxy.thaw),
}
"""How the line goes and comes back: with a word, as when a server ends, and without one."""


def _once(room: WaitingRoom, lose: Callable[[Proxy], None], mend: Callable[[Proxy], None]) -> tuple[float, float]:
    """Seconds until the screen says that the server is away, and from its return until it shows what was missed."""
    time.sleep(random.uniform(1.0, 2.0))  # anywhere between two beats
    lost = time.monotonic()
    lose(room.network)
    away = _said_after(room, lost, online=False) - lost
    time.sleep(random.uniform(*STAYS_AWAY))
    missed = room.press()
    mended = time.monotonic()
    mend(room.network)
    room.kiosk.wait_until_painted([missed], PATIENCE)
    back = max(room.painted_at()[missed], _said_after(room, lost, online=True)) - mended
    return away, back


def _said_after(room: WaitingRoom, moment: float, *, online: bool) -> float:
    """When the screen first said so after that moment, by the clock that all processes share."""

    def said() -> list[float]:
        return [line["at"] for line in room.kiosk.lines() if line.get("online") is online and line["at"] > moment]

    room.kiosk.wait_for(lambda: bool(said()), f"the screen to say online={online}", PATIENCE)
    return said()[0]
