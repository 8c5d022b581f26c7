"""Keeps Python's garbage collector from stopping the window, and from destroying widgets on a worker's thread."""

import gc

from PySide6.QtCore import QObject, QTimer

from hms_desktop.core import garbage

LOOK_MS = 250


def spare_what_lives() -> None:
    """Do not search again what lives now; called whenever a desk has opened, which frees what the last one left.

    Modules, tables and widgets are some 85,000 objects that live as long as the program. Searching them takes some
    20 ms at every full collection, on the GUI thread: a stutter while scrolling.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()


class HomeCollector(QObject):
    """Collects garbage on the thread that made it, in place of Python's own collector (core.garbage says why)."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._before = gc.isenabled()
        garbage.keep_for_this_thread()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(garbage.collect_what_is_due)
        self._look.start()

    def leave(self) -> None:
        """Let Python's own collector work as it did before."""
        self._look.stop()
        if self._before:
            gc.enable()
