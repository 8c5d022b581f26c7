"""Freed memory goes back to the machine: glibc would keep more of it, film by film, for as long as the screen runs."""

import ctypes
import sys

ARENAS = 2
"""A film's threads come and go, and each would leave a heap with holes of its own."""
OWN_MAPPING_BYTES = 128 << 10
"""A block from this size on is mapped alone and unmapped when it is freed, pictures and packets among them."""
_TRIM_THRESHOLD, _MMAP_THRESHOLD, _ARENA_MAX = -1, -3, -8
"""As malloc.h numbers them; glibc raises a threshold by itself with every larger block, unless it is set."""


def hand_back() -> None:
    """Set the allocator's limits; before the first thread begins. Another C library than glibc has none."""
    if sys.platform != "linux":
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is None:
        return
    mallopt(_ARENA_MAX, ARENAS)
    mallopt(_MMAP_THRESHOLD, OWN_MAPPING_BYTES)
    mallopt(_TRIM_THRESHOLD, OWN_MAPPING_BYTES)
