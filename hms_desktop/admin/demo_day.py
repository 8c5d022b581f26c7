"""hms-admin demo-day: keeps the demo alive with people who come and counters that call; the demo starts it."""

import argparse
import logging
import os
import signal
import sys
import threading
from pathlib import Path

from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.operations.demo_day import run_day
from hms_desktop.core import log, places, settings
from hms_desktop.core.errors import Misconfigured

_log = logging.getLogger(__name__)


def add_to(commands: Commands) -> None:
    parser = commands.add_parser(
        "demo-day",
        description="Keeps the demo alive until standard input is closed, as it is when the program that started this "
        "one ends, however it ends.",
    )
    parser.add_argument("--folder", required=True, type=Path, metavar="DIR", help="the folder of the demo")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    screens = sorted(options.folder.glob("kiosk-*.toml"))
    found = settings.load(screens[0], {})[0].server if screens else None
    if found is None:
        raise Misconfigured("demo.missing", f"The folder {options.folder} has no demo; start hms-desktop --demo.")
    log.start("hms-demo-day", places.user_log())
    stop = threading.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, lambda *_: stop.set())
    threading.Thread(target=_end_with_parent, args=(stop,), daemon=True).start()
    run_day(found, options.folder, stop)
    return 0


def _end_with_parent(stop: threading.Event) -> None:
    """Standard input is a pipe that nobody writes to; it ends when the parent does."""
    while os.read(sys.stdin.fileno(), 4096):
        pass
    stop.set()
