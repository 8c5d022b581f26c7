"""The real hms-kiosk, to which SIGUSR1 and SIGUSR2 do what tests fear: its listening thread dies, its clock jumps."""

import ctypes
import signal
import sys
import threading
import time

from display_kiosk.main import main

YEARS = 5 * 365 * 86_400.0


def kill_the_listening_thread(*_: object) -> None:
    """What no code of the thread catches is raised in it, wherever it is."""
    for thread in threading.enumerate():
        if thread.name == "listener":
            ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread.ident or 0), ctypes.py_object(SystemExit))


def set_the_clock(*_: object) -> None:
    """The machine's clock was years behind, and this process reads from now on what a time server has told it."""
    before = time.time
    time.time = lambda: before() + YEARS


if __name__ == "__main__":
    signal.signal(signal.SIGUSR1, kill_the_listening_thread)
    signal.signal(signal.SIGUSR2, set_the_clock)
    sys.exit(main())
