"""A real hms-kiosk through a long day: calls, films, a network that is cut; nothing lost, nothing that grows."""

import random
import statistics
import time
from dataclasses import dataclass
from typing import Any

import psutil

from tests.bench.measure import Report, figure
from tests.bench.waiting_room import WaitingRoom, waiting_room

CALL_SECONDS = 8.0
"""Somewhat longer than a call takes to say, so that none has to wait for minutes."""
CUT_SECONDS = 60.0
SAMPLE_SECONDS = 5.0
MOST_MORE = 3
"""Handles or threads; a connection that is just being made anew has one of each."""
MOST_MB_AN_HOUR = 1.0


@dataclass(frozen=True)
class Sample:
    """What the kiosk's process held `at` a moment (seconds)."""

    at: float
    megabytes: float
    handles: int
    threads: int


def run(report: Report, *, hours: float) -> None:
    with waiting_room() as room:
        samples = _a_day(room, hours * 3600)
        room.kiosk.wait_until_painted(list(room.pressed), 60)
        shown, called = room.kiosk.painted(), list(room.pressed)
        lost = len(set(called) - set(shown))
        surroundings = f"{len(called)} calls in {hours:.2f} h, {room.surroundings}"
        report(figure(f"soak: lost or out of order, {surroundings}", [lost], "calls", target="0", met=shown == called))
        room.kiosk.wait_for(lambda: len(room.spoken()) >= len(called), "the last calls to be spoken", 120)
        report(figure("soak: not spoken", [len(set(called) - set(room.spoken()))], "calls", target="0",
                      met=room.spoken() == called))  # fmt: skip
    _tell_flat(report, "handles", [sample.handles for sample in samples])
    _tell_flat(report, "threads", [sample.threads for sample in samples])
    _tell_memory(report, samples, hours)


def _tell_flat(report: Report, what: str, counts: list[int]) -> None:
    quarter = len(counts) // 4
    more = statistics.median(counts[-quarter:]) - statistics.median(counts[quarter : 2 * quarter])
    report(figure(f"soak: {what}", [float(count) for count in counts], what, beside=float(counts[quarter]),
                  target=f"at most {MOST_MORE} more at the end ({more:+.0f})", met=more <= MOST_MORE))  # fmt: skip


def _tell_memory(report: Report, samples: list[Sample], hours: float) -> None:
    """By regression over the second half; shorter than an hour it says too little to be held against a limit."""
    half = samples[len(samples) // 2 :]
    line = statistics.linear_regression([one.at / 3600 for one in half], [one.megabytes for one in half])
    report(figure("soak: memory", [one.megabytes for one in samples], "MB"))
    judged: dict[str, Any] = {}
    if hours >= 1:
        judged = {"target": f"<= {MOST_MB_AN_HOUR:.0f}", "met": line.slope <= MOST_MB_AN_HOUR}
    report(figure("soak: memory growth in the second half", [line.slope], "MB/h", **judged))


def _a_day(room: WaitingRoom, seconds: float) -> list[Sample]:
    process = psutil.Process(room.kiosk.process.pid)
    samples: list[Sample] = []
    begun = time.monotonic()
    call_at, cut_at, sample_at = begun, begun + CUT_SECONDS / 2, begun + SAMPLE_SECONDS
    room.fill(2)
    while (now := time.monotonic()) < begun + seconds:
        if now >= call_at:
            room.fill(1)
            room.press()
            call_at += CALL_SECONDS * random.uniform(0.8, 1.2)
        if now >= cut_at:
            room.network.cut()
            cut_at += CUT_SECONDS
        if now >= sample_at:
            samples.append(_sample(process, now - begun))
            sample_at += SAMPLE_SECONDS
        time.sleep(0.05)
    return samples


def _sample(process: psutil.Process, at: float) -> Sample:
    with process.oneshot():
        handles = process.num_handles() if psutil.WINDOWS else process.num_fds()
        return Sample(at, process.memory_info().rss / 1_048_576, handles, process.num_threads())
