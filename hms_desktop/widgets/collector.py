"""Keeps Python's garbage collector from stopping the window, and from destroying widgets on a worker's thread."""

import gc

from PySide6.QtCore import QObject, QTimer

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
    """Collects garbage on the thread that made it, in place of Python's own collector.

    That one runs on whichever thread allocates: a dialog caught in a reference cycle would be destroyed on a
    database worker, and Qt ends the program for it.
    """

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._look = QTimer(self, interval=LOOK_MS)
        self._look.timeout.connect(self.collect)
        self._look.start()

    def collect(self) -> None:
        """Collect the oldest generation that is due, as Python's own thresholds say."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return

    def leave(self) -> None:
        """Let Python's own collector work again."""
        self._look.stop()
        gc.enable()
