"""How long things took, counted in fixed buckets: what many programs have measured can be added up and read as one."""

import bisect
import itertools
from collections.abc import Iterable, Sequence

BOUNDS_MS = (1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100, 150, 200, 300, 500, 700, 1000, 1500, 2000, 3000, 5000, 10000)
"""The upper end of each bucket in milliseconds; one more bucket holds what took longer than the last."""
BUCKETS = len(BOUNDS_MS) + 1


def empty() -> list[int]:
    """Buckets in which nothing was counted yet."""
    return [0] * BUCKETS


def bucket_of(milliseconds: float) -> int:
    """The bucket to which a duration belongs."""
    return bisect.bisect_left(BOUNDS_MS, milliseconds)


def added(several: Iterable[Sequence[int]]) -> list[int]:
    """The sum of buckets, one by one."""
    summed = empty()
    for counts in several:
        for place, count in enumerate(counts):
            summed[place] += count
    return summed


def quantile(counts: Sequence[int], share: float) -> float:
    """The duration in ms that `share` (0 to 1) of all did not exceed, as straight lines within a bucket say; 0 of none.

    What lies in the last, open bucket counts as its lower end: the answer is then "at least".
    """
    total = sum(counts)
    if total == 0:
        return 0.0
    wanted = share * total
    for place, (before, here) in enumerate(itertools.pairwise(itertools.accumulate(counts, initial=0))):
        if here >= wanted and here > before:
            if place >= len(BOUNDS_MS):
                break
            lower = BOUNDS_MS[place - 1] if place else 0
            return lower + (BOUNDS_MS[place] - lower) * (wanted - before) / (here - before)
    return float(BOUNDS_MS[-1])
