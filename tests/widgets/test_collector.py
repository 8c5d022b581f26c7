"""What lives since the start costs the garbage collector nothing any more."""

import gc
import threading
from typing import ClassVar

from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication

from hms_desktop.widgets.collector import HomeCollector, spare_what_lives


def test_what_lives_at_the_start_is_not_searched_again() -> None:
    searched = len(gc.get_objects())
    spare_what_lives()
    try:
        assert len(gc.get_objects()) < searched / 10
    finally:
        gc.unfreeze()


class Cycle(QObject):
    """Garbage that only the collector finds; says on which thread it went."""

    went: ClassVar[list[bool]] = []

    def __init__(self) -> None:
        super().__init__()
        self.me = self

    def __del__(self) -> None:
        Cycle.went.append(QThread.currentThread() is QApplication.instance().thread())


def test_garbage_of_the_windows_thread_is_never_collected_on_a_workers(qapp: QApplication) -> None:
    gc.enable()
    home = HomeCollector()
    Cycle.went.clear()
    try:
        Cycle()
        worker = threading.Thread(target=lambda: [[[] for _ in range(100)] for _ in range(1000)])
        worker.start()
        worker.join()
        assert Cycle.went == []
        gc.collect()
        assert Cycle.went == [True]
    finally:
        home.leave()
        enabled = gc.isenabled()
        gc.disable()  # as it is in all tests
    assert enabled
