"""Freed memory goes back to the machine: glibc would keep more of it, film by film, for as long as the screen runs."""

import ctypes
import sys

ARENAS = 2
"""A film's threads come and go, and each would leave a heap with holes of its own."""
OWN_MAPPING_BYTES = 128 << 10
"""A block from this size on is mapped alone and unmapped when it is freed, pictures and packets among them."""
GIVE_BACK_MS = 60_000
"""So often the holes between smaller blocks are given back; it takes less than a millisecond."""
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""As malloc.h numbers them; glibc raises a threshold by itself with every larger block, unless it is set."""


def hand_back() -> None:
    """Set the allocator's limits; before the first thread begins. Another C library than glibc has none."""
    mallopt = getattr(_c_library(), "mallopt", None)
    if mallopt is None:
        return
    mallopt(_ARENA_MAX, ARENAS)
    mallopt(_MMAP_THRESHOLD, OWN_MAPPING_BYTES)
    mallopt(_TRIM_THRESHOLD, OWN_MAPPING_BYTES)


def give_back_holes() -> None:
    """Give back every page that holds nothing any more, also where something is left behind it."""
    trim = getattr(_c_library(), "malloc_trim", None)
    if trim is not None:
        trim(0)


def _c_library() -> ctypes.CDLL | None:
    return ctypes.CDLL(None) if sys.platform == "linux" else None
