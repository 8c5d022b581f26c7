"""Collects Python's garbage only where a program asks for it: on the thread to which its windows belong.

Python's own collector runs on whichever thread allocates. A dialog or a player caught in a reference cycle would be
destroyed on a database worker, and Qt ends the program for it.
"""

import gc


def keep_for_this_thread() -> None:
    """Nothing is collected from now on but by `collect_what_is_due`, which this thread calls now and then."""
    gc.disable()


def collect_what_is_due() -> None:
    """Collect the oldest generation that is due, as Python's own thresholds say."""
    counts, thresholds = gc.get_count(), gc.get_threshold()
    for generation in (2, 1, 0):
        if counts[generation] > thresholds[generation]:
            gc.collect(generation)
            return
