"""Keeps Python's garbage collector from stopping the window."""

import gc


def spare_what_lives() -> None:
    """Never search again what lives now; called once, when the first window is usable.

    Modules, tables and widgets are some 85,000 objects that live as long as the program. Searching them takes some
    20 ms at every full collection, on the GUI thread: a stutter while scrolling.
    """
    gc.collect()
    gc.freeze()
