"""hms-desktop: the program of the front desk and everyone who works with patients."""

import argparse
import asyncio
import contextlib
import importlib.metadata
import signal
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import qasync
from PySide6.QtCore import QTimer
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QApplication

from hms_desktop.app.faults import Faults
from hms_desktop.app.languages import Languages
from hms_desktop.app.program import Program
from hms_desktop.app.refusals.known import KNOWN
from hms_desktop.app.remembered import Remembered
from hms_desktop.core import log, places, settings
from hms_desktop.core.crashes import CrashBook
from hms_desktop.core.embedded import default_data
from hms_desktop.core.selftest import leave
from hms_desktop.core.setting_places import add_set_option
from hms_desktop.core.setting_table import THEMES
from hms_desktop.widgets import spoken
from hms_desktop.widgets.collector import HomeCollector
from hms_desktop.widgets.theme import Appearance

_SIGNAL_CHECK_MS = 200
OPENS = ("queue", "patients", "appointments", "dispensing", "prescriptions", "stock", "counter")
"""What a shortcut may show first: pages by their keys, or the counter window."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the program until its window is closed; 0, or what argparse says of wrong options."""
    options = _options(arguments)
    if options.selftest:
        leave(_selftest(as_json=options.json))
    file = options.settings or places.settings_file()
    station = settings.load_station(named=[options.settings] if options.settings else [], said=options.said)
    log_file = log.start("hms-desktop", places.user_log())
    remembered = Remembered.load(places.user_data() / "workstation.json")
    if options.theme:
        remembered.theme = options.theme
    application = QApplication(sys.argv[:1])
    application.setApplicationName("hms-desktop")
    application.setApplicationDisplayName("HMS Desktop")
    application.setQuitOnLastWindowClosed(False)
    application.setDesktopFileName("hms-desktop")  # by which a Linux desktop finds the icon and groups the windows
    application.setWindowIcon(QIcon(str(places.resources() / "program" / "hms.svg")))
    HomeCollector(application)
    spoken.learn(KNOWN)
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    crashes = CrashBook(places.user_log() / "crashes", importlib.metadata.version("hms-desktop"))
    with loop, crashes.opened():
        program = Program(
            station=station,
            settings_file=file,
            remembered=remembered,
            appearance=Appearance(application, places.resources()),
            languages=Languages(application, places.resources()),
            log_file=log_file,
            drafts=places.user_data() / "drafts",
            demo_folder=default_data().with_name("demo"),  # its passwords lie beside the database that they open
            crashes=crashes,
            opens=options.open,
        )
        Faults(program.tell, program.report, crashes.keep).install(loop)
        if options.say_when_usable:
            QTimer.singleShot(0, lambda: QTimer.singleShot(0, _say_usable))
        with _told_to_end(program.end):
            loop.run_until_complete(program.run(demo=options.demo))
    return 0


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="hms-desktop", description="The hospital's desk.")
    parser.add_argument("--version", action="version", version=importlib.metadata.version("hms-desktop"))
    parser.add_argument("--demo", action="store_true", help="a hospital of invented people on this computer")
    parser.add_argument("--settings", type=Path, metavar="FILE", help=f"default: {places.settings_file()}")
    add_set_option(parser)
    parser.add_argument("--open", choices=OPENS, default="", help="what is shown first to whom it is for")
    parser.add_argument("--theme", choices=THEMES, help="the look, kept for the next start")
    parser.add_argument("--selftest", action="store_true", help="look whether this program is whole; 1 where it is not")
    parser.add_argument("--json", action="store_true", help="of --selftest: what was found, as JSON")
    parser.add_argument(
        "--say-when-usable",
        action="store_true",
        help="print “usable” when the first window takes keys (start-up benchmark)",
    )
    return parser.parse_args(arguments)


def _selftest(*, as_json: bool) -> int:
    from hms_desktop.app import selftest  # it imports everything

    return selftest.run(as_json=as_json)


def _say_usable() -> None:
    print("usable", flush=True)


@contextlib.contextmanager
def _told_to_end(end: Callable[[], None]) -> Iterator[None]:
    """Ctrl+C and a polite kill close the program as its window does."""
    before = {number: signal.signal(number, lambda *_: end()) for number in (signal.SIGINT, signal.SIGTERM)}
    # Python runs its signal handlers only between two of its own instructions, so it is woken now and then.
    waking = QTimer(interval=_SIGNAL_CHECK_MS)
    waking.timeout.connect(lambda: None)
    waking.start()
    try:
        yield
    finally:
        waking.stop()
        for number, handler in before.items():
            signal.signal(number, handler)


if __name__ == "__main__":
    sys.exit(main())
