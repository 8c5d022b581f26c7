"""hms-kiosk: reads its arguments, and runs the waiting-room screen until a signal or its parent's end."""

import argparse
import asyncio
import contextlib
import importlib.metadata
import logging
import os
import signal
import socket
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import QLoggingCategory, QObject, QSocketNotifier, QTimer, Signal
from PySide6.QtGui import QGuiApplication

# isort: split
# After Qt: with Debian's PySide6 6.8.2 qasync would otherwise hold a flag that Qt does not take for its own.
import qasync

from display_kiosk import freed_memory, noise
from display_kiosk.kiosk import Kiosk
from display_kiosk.pairing_screen import PairingScreen
from display_kiosk.probe import probe_video
from display_kiosk.telling import note_what_nobody_expected
from hms_desktop.clinic.displays.rules import PAIRING_LOGIN
from hms_desktop.core import garbage, log, places, settings
from hms_desktop.core.crashes import CrashBook
from hms_desktop.core.selftest import Selftest, leave
from hms_desktop.core.setting_places import add_set_option

NO_SERVER = (
    "hms-kiosk has no server: run `hms-admin kiosk add NAME --settings FILE` "
    "and start it with `hms-kiosk --settings FILE`, "
    "or `hms-admin kiosk image --settings FILE` and `hms-kiosk --pairing FILE`."
)
COLLECT_MS = 250
QUIET = "qt.multimedia.*=false\nqt.text.font.db=false"
"""Qt tries sound libraries and fonts that need not be there, and would say so on every start."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the screen, probe a film, or look whether this machine can be a screen.

    0 after an orderly end, 75 where it wants to be started again, 2 where it knows no server; a probe's own codes; of
    the selftest 1 where something failed.
    """
    freed_memory.hand_back()
    options = _options(arguments)
    if options.selftest:
        return _selftest(options)
    if options.offscreen:
        _draw_nowhere()
    QLoggingCategory.setFilterRules(QUIET)
    if options.probe_video:
        return _probe(options.probe_video, as_json=options.json)
    own_file = options.settings or places.settings_file()
    found = _settings(own_file, options)
    if found.server is None:
        print(NO_SERVER, file=sys.stderr)
        return 2
    log.start("hms-kiosk", places.user_log())
    return _run(found, found.server, own_file, options)


def _draw_nowhere() -> None:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    # Without a display's own rhythm Qt waits 5 ms before each frame.
    os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")


def _probe(path: Path, *, as_json: bool) -> int:
    """Play one film and say which decoder ran; exits as `Decoding` says, 2 where there is no such file."""
    if not path.is_file():
        print(f"{path} is no file on this machine.", file=sys.stderr)
        return 2
    application = QGuiApplication(sys.argv[:1])
    noise.keep_off_standard_error()
    logging.getLogger().addHandler(logging.NullHandler())  # what was seen is printed, once
    seen = probe_video(path)
    print(seen.as_json() if as_json else f"{seen.words()}\n{seen.library or 'no libavcodec was loaded'}")
    application.quit()
    return seen.exit_code


def _selftest(options: argparse.Namespace) -> int:
    """Look at everything a screen leans on, without a display unless there is one, and end there and then."""
    from display_kiosk.selftest import checks  # what only this looks at is not loaded by a screen

    if not any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "DISPLAY")):
        _draw_nowhere()
    QLoggingCategory.setFilterRules(QUIET)
    application = QGuiApplication(sys.argv[:1])
    noise.keep_off_standard_error()
    logging.getLogger().addHandler(logging.NullHandler())  # what was found is printed, once
    found = _settings(options.settings or places.settings_file(), options)
    version = importlib.metadata.version("hms-desktop")
    looking = Selftest("hms-kiosk", version, as_json=options.json, out=sys.stdout)
    code = looking.run(checks(found, places.resources()))
    del application
    leave(code)


def _settings(own_file: Path, options: argparse.Namespace) -> settings.Settings:
    """The screen's own settings; while they hold no login of its own, the image's, with which it asks to be paired."""
    station = settings.load_station(named=[*filter(None, [options.pairing]), own_file], said=options.said)
    for message in station.messages:
        print(message, file=sys.stderr)
    return station.settings


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="hms-kiosk", description="The waiting-room screen.")
    parser.add_argument("--settings", type=Path, metavar="FILE", help="what hms-admin kiosk add has written")
    parser.add_argument(
        "--pairing",
        type=Path,
        metavar="FILE",
        help="what hms-admin kiosk image has written: without a login of its own the screen asks to be paired",
    )
    add_set_option(parser)
    parser.add_argument("--check-in", action="store_true", help="the touch screen at the entrance, with its own login")
    parser.add_argument("--windowed", action="store_true", help="a small window in the screen's corner")
    parser.add_argument("--offscreen", action="store_true", help="the same program without a screen, for tests")
    parser.add_argument(
        "--probe-video",
        type=Path,
        metavar="FILE",
        help="play FILE for five seconds and say which decoder ran; exits 3 if software where hardware was expected",
    )
    parser.add_argument(
        "--selftest",
        action="store_true",
        help="look whether this machine can be a screen; exits 1 if something is amiss",
    )
    parser.add_argument(
        "--json", action="store_true", help="of --probe-video and --selftest: everything that was seen, as JSON"
    )
    parser.add_argument("--videos", type=Path, metavar="DIR", help="films to play where no playlist says otherwise")
    parser.add_argument("--share", type=Path, metavar="DIR", help="a folder share with the films of the playlists")
    parser.add_argument("--films", type=Path, metavar="DIR", help="where fetched films are kept on this machine")
    parser.add_argument(
        "--timed-sound", action="store_true", help="take each sound's time instead of playing it, for tests"
    )
    parser.add_argument(
        "--with-parent",
        action="store_true",
        help="end when standard input is closed, as it is when the program that started this one ends, however it ends",
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help="write what happens, a line of JSON each")
    return parser.parse_args(arguments)


def _run(found: settings.Settings, server: settings.Server, own_file: Path, options: argparse.Namespace) -> int:
    application = QGuiApplication(sys.argv[:1])
    noise.keep_off_standard_error()  # after it: why there can be no window, Qt tells whoever starts it
    application.setApplicationName("hms-kiosk")
    application.setQuitOnLastWindowClosed(False)
    garbage.keep_for_this_thread()
    collecting = QTimer(application, interval=COLLECT_MS)
    collecting.timeout.connect(garbage.collect_what_is_due)
    collecting.start()
    giving_back = QTimer(application, interval=freed_memory.GIVE_BACK_MS)
    giving_back.timeout.connect(freed_memory.give_back_holes)
    giving_back.start()
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    ended = asyncio.Event()
    if options.with_parent:
        orphaned = _Parent(application)
        orphaned.gone.connect(ended.set)
        threading.Thread(target=orphaned.watch, name="parent", daemon=True).start()
    crashes = CrashBook(places.user_log() / "crashes", importlib.metadata.version("hms-desktop"))
    note_what_nobody_expected(crashes)
    with loop, crashes.opened(), _report(options.report) as report, _told_to_end(ended.set):
        code: int = loop.run_until_complete(
            _serve(application, found, server, own_file, options, report, crashes, ended)
        )
    return code


async def _serve(
    application: QGuiApplication,
    found: settings.Settings,
    server: settings.Server,
    own_file: Path,
    options: argparse.Namespace,
    report: TextIO | None,
    crashes: CrashBook,
    ended: asyncio.Event,
) -> int:
    """The pairing screen first, where this screen has no login yet, then the board; the exit code."""
    if server.user == PAIRING_LOGIN:
        paired = await PairingScreen(found, server, own_file, options, report).run(ended)
        if paired is None or paired.server is None:
            return 0
        found, server = paired, paired.server
    if options.check_in:
        # What paper needs (the extra check-in) is not installed on the screens that only show.
        from display_kiosk.checkin_screen import CheckInScreen

        check_in = CheckInScreen(found, server, options, report, crashes)
        application.lastWindowClosed.connect(ended.set)
        await check_in.run(ended)
        return 0
    kiosk = Kiosk(found, server, options, report, crashes)
    application.lastWindowClosed.connect(ended.set)
    return await kiosk.run(ended)


class _Parent(QObject):
    """Standard input is a pipe into which the parent writes nothing; `gone` when it ends with the parent."""

    gone = Signal()

    def watch(self) -> None:
        """On a thread of its own; a program without standard input has no parent to wait for."""
        with contextlib.suppress(OSError):
            while os.read(0, 4096):
                pass
            self.gone.emit()


@contextlib.contextmanager
def _report(path: Path | None) -> Iterator[TextIO | None]:
    if path is None:
        yield None
        return
    with path.open("w", encoding="utf-8") as file:
        yield file


@contextlib.contextmanager
def _told_to_end(end: Callable[[], None]) -> Iterator[None]:
    """SIGINT and SIGTERM end the program in order: the signal wakes Qt's loop through a socket, for Python to act."""
    near, far = socket.socketpair()
    near.setblocking(False)
    far.setblocking(False)
    woken = QSocketNotifier(near.fileno(), QSocketNotifier.Type.Read)
    woken.activated.connect(lambda: near.recv(4096))
    before = signal.set_wakeup_fd(far.fileno(), warn_on_full_buffer=False)
    handlers = {number: signal.signal(number, lambda *_: end()) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        yield
    finally:
        for number, handler in handlers.items():
            signal.signal(number, handler)
        signal.set_wakeup_fd(before)
        woken.setEnabled(False)
        near.close()
        far.close()


if __name__ == "__main__":
    sys.exit(main())
