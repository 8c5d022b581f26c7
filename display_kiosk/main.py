"""hms-kiosk: wires the waiting-room screen together and runs it until it is told to end."""

import argparse
import asyncio
import contextlib
import importlib.metadata
import json
import logging
import os
import signal
import socket
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TextIO

import qasync
from PySide6.QtCore import QLoggingCategory, QObject, QRect, QSocketNotifier, Signal
from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from display_kiosk import noise, sentences
from display_kiosk.announcer import Announcer
from display_kiosk.feed import Feed
from display_kiosk.scene.board import Board, BoardCall, WaitingLine
from display_kiosk.scene.window import BoardWindow
from display_kiosk.video import Film
from display_kiosk.voice import Renderer, Voice
from hms_desktop.clinic.displays.queries import Call, Screen, Waiting
from hms_desktop.core import log, places, settings
from hms_desktop.core.database import Database
from hms_desktop.core.listener import Listener

NO_SERVER = (
    "hms-kiosk has no server: run `hms-admin kiosk add NAME --settings FILE` "
    "and start it with `hms-kiosk --settings FILE`."
)
QUIET = "qt.multimedia.*=false\nqt.text.font.db=false"
"""Qt tries sound libraries and fonts that need not be there, and would say so on every start."""
_log = logging.getLogger(__name__)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the screen; 0 after an orderly end, 2 where it does not know its server."""
    options = _options(arguments)
    found, messages = settings.load(options.settings or places.settings_file())
    for message in messages:
        print(message, file=sys.stderr)
    if found.server is None:
        print(NO_SERVER, file=sys.stderr)
        return 2
    if options.offscreen:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        os.environ.setdefault("QT_QUICK_BACKEND", "software")
        # Without a display's own rhythm Qt waits 5 ms before each frame.
        os.environ.setdefault("QT_QPA_UPDATE_IDLE_TIME", "0")
    QLoggingCategory.setFilterRules(QUIET)
    log.start("hms-kiosk", places.user_log())
    noise.keep_off_standard_error()
    return _run(found, found.server, options)


def _options(arguments: Sequence[str] | None) -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="hms-kiosk", description="The waiting-room screen.")
    parser.add_argument("--settings", type=Path, metavar="FILE", help="what hms-admin kiosk add has written")
    parser.add_argument("--windowed", action="store_true", help="a small window in the screen's corner")
    parser.add_argument("--offscreen", action="store_true", help="the same program without a screen, for tests")
    parser.add_argument("--videos", type=Path, metavar="DIR", help="the folder with films to show beside the calls")
    parser.add_argument(
        "--with-parent",
        action="store_true",
        help="end when standard input is closed, as it is when the program that started this one ends, however it ends",
    )
    parser.add_argument("--report", type=Path, metavar="FILE", help="write what happens, a line of JSON each")
    return parser.parse_args(arguments)


def _run(found: settings.Settings, server: settings.Server, options: argparse.Namespace) -> int:
    application = QGuiApplication(sys.argv[:1])
    application.setApplicationName("hms-kiosk")
    application.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(application)
    asyncio.set_event_loop(loop)
    ended = asyncio.Event()
    application.lastWindowClosed.connect(ended.set)
    if options.with_parent:
        orphaned = _Parent(application)
        orphaned.gone.connect(ended.set)
        threading.Thread(target=orphaned.watch, name="parent", daemon=True).start()
    with loop, _report(options.report) as report, _told_to_end(ended.set):
        loop.run_until_complete(Kiosk(found, server, options, report).run(ended))
    return 0


class Kiosk:
    """The composition root: parts get what they need through constructors; only this place knows all."""

    def __init__(
        self, found: settings.Settings, server: settings.Server, options: argparse.Namespace, report: TextIO | None
    ) -> None:
        resources = places.resources()
        self._announcements = resources / "announcements"
        self._report = report
        self._windowed = options.windowed or options.offscreen
        self._in_the_corner = options.windowed and not options.offscreen
        self._clock_at: tuple[datetime, float] | None = None
        self._use_fonts(resources / "fonts")
        own = sentences.load(self._announcements, [found.language])[0]  # until the hospital says which
        self.board = Board(json.loads((resources / "themes" / "kiosk.json").read_text(encoding="utf-8")), own.words)
        self.window = BoardWindow(self.board, hide_cursor=not self._windowed)
        self._renderer = Renderer(places.user_cache() / "sentences")
        self._voice = Voice(resources / "sounds" / "chime.wav", self._renderer)
        self._announcer = Announcer(self.board, self._voice)
        output = self.window.film_output()
        videos = options.videos or (Path(found.videos) if found.videos else None)
        self._film = Film(videos, output) if videos and output else None
        self._database = Database(server, workstation=found.workstation, application="hms-kiosk")
        self.feed = Feed(
            self._database,
            lambda channels, on_notice, on_state: Listener(
                server, channels, on_notice, on_state, application="hms-kiosk-listener"
            ),
            version=importlib.metadata.version("hms-desktop"),
            health=self._health,
        )
        self._wire()

    def _move_beside(self) -> None:
        """Two fifths of the screen's width at its lower right, so that the desk beside it stays in sight."""
        free = self.window.screen().availableGeometry()
        width = free.width() * 2 // 5
        place = QRect(0, 0, width, width * 9 // 16)
        place.moveBottomRight(free.bottomRight())
        self.window.setGeometry(place)

    async def run(self, ended: asyncio.Event) -> None:
        """Show the window and serve until `ended`."""
        if self._windowed:
            self.window.resize(1280, 720)
            if self._in_the_corner:
                self._move_beside()
            self.window.show()
        else:
            self.window.setGeometry(self.window.screen().geometry())
            self.window.showFullScreen()
        self.feed.start()
        ticking = asyncio.create_task(self._tick())
        await ended.wait()
        ticking.cancel()
        if self._film:
            self._film.want(False)
        self._renderer.stop()
        await self.feed.stop()
        self._database.close()
        self.window.dismiss()

    def _wire(self) -> None:
        self.feed.came.connect(self._on_calls)
        self.feed.withdrawn.connect(self.board.withdraw)
        self.feed.withdrawn.connect(self._announcer.withdraw)
        self.feed.screen_changed.connect(self._on_screen)
        self.feed.waiting_changed.connect(self._on_waiting)
        self.feed.online_changed.connect(self._on_online)
        self.feed.trouble.connect(self._on_trouble)
        self._announcer.announcing.connect(lambda call_ids: self._note(announced=call_ids))
        self.board.painted.connect(self._on_painted)
        self._announcer.spoken.connect(self.feed.spoken)
        if self._film:
            self._film.running.connect(self.board.set_film)
            self._announcer.speaking.connect(self._film.duck)

    def _on_calls(self, calls: list[Call]) -> None:
        shown = {call.call_id: BoardCall(call.call_id, call.ticket, call.room) for call in calls}
        self.board.show(list(shown.values()))
        self._announcer.announce([shown[call.call_id] for call in calls if not (call.stale or call.shown)])

    def _on_painted(self, call_ids: list[int]) -> None:
        self._note(painted=call_ids)
        self.feed.painted(call_ids)

    def _note(self, **event: Any) -> None:
        """For tests and measurements: what happened, and when by the clock that all processes share."""
        if self._report:
            self._report.write(json.dumps({"at": time.monotonic(), **event}) + "\n")
            self._report.flush()

    def _on_screen(self, screen: Screen) -> None:
        announcements = sentences.load(self._announcements, screen.languages)
        self._announcer.set_languages(announcements)
        self.board.speak(announcements[0].words)
        self.board.set_display(hospital=screen.hospital, layout=screen.layout, mirrored=announcements[0].right_to_left)
        self._clock_at = (screen.local_now, time.monotonic())
        self._show_clock()
        if self._film:
            self._film.want(screen.video and screen.layout != "board")

    def _on_waiting(self, services: list[Waiting]) -> None:
        self.board.set_waiting(
            [WaitingLine(one.service, one.count, one.next_tickets, one.wait_minutes) for one in services]
        )

    def _on_online(self, online: bool) -> None:
        self.board.set_connection(online, "" if online else self._clock())
        self._note(online=online)
        _log.info("the server answers" if online else "the server does not answer")

    def _on_trouble(self, sentence: str) -> None:
        if sentence != self.board.property("trouble"):
            self._note(trouble=sentence)
            self.board.set_trouble(sentence)

    def _health(self) -> dict[str, Any]:
        return {"voice": self._voice.state(), "video": self._film.state() if self._film else "no films"}

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(1)
            self._show_clock()

    def _show_clock(self) -> None:
        self.board.set_clock(self._clock())

    def _clock(self) -> str:
        """The hospital's wall clock as hh:mm: its last word, and the time since."""
        if self._clock_at is None:
            return ""
        told, at = self._clock_at
        return f"{told + timedelta(seconds=time.monotonic() - at):%H:%M}"

    def _use_fonts(self, folder: Path) -> None:
        for path in sorted(folder.glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(path))
        font = QFont()
        font.setFamilies(["Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari"])
        QGuiApplication.setFont(font)


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
