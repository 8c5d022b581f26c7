"""The composition root of the waiting-room screen: parts get what they need by constructor, only here all meet."""

import argparse
import asyncio
import importlib.metadata
import json
import logging
import time
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, TextIO

from PySide6.QtCore import QRect

from display_kiosk import sentences
from display_kiosk.announcer import Announcer
from display_kiosk.feed import Feed
from display_kiosk.loudspeaker import Loudspeaker, Soundcard, Stopwatch, sound_server
from display_kiosk.media import MediaFolder
from display_kiosk.probe import DecoderWatch, Decoding
from display_kiosk.scene.board import Board, BoardCall, WaitingLine
from display_kiosk.scene.fonts import use_fonts
from display_kiosk.scene.window import BoardWindow
from display_kiosk.service import RESTART_CODE
from display_kiosk.shelf import Shelf
from display_kiosk.status_words import StatusWords
from display_kiosk.telling import Telling
from display_kiosk.upkeep import Around, Upkeep
from display_kiosk.video import Film, films
from display_kiosk.voice import Voice
from display_kiosk.voice_ahead import Ahead
from display_kiosk.voice_check import VoiceCheck
from display_kiosk.voice_renderer import Renderer
from display_kiosk.voice_sounds import Sounds
from display_kiosk.voice_synthesizers import Synthesizers
from display_kiosk.wall_clock import WallClock
from hms_desktop.clinic.displays import actions
from hms_desktop.clinic.displays.queries import Call, Screen, TestCall, Waiting
from hms_desktop.clinic.displays.signs_of_life import FilmState
from hms_desktop.core import places, settings
from hms_desktop.core.crashes import CrashBook
from hms_desktop.core.listener import Listener

_log = logging.getLogger(__name__)


class Kiosk:
    """Wires feed, board, voice and film together; `run` serves until it is told to end."""

    def __init__(
        self,
        found: settings.Settings,
        server: settings.Server,
        options: argparse.Namespace,
        report: TextIO | None,
        crashes: CrashBook | None = None,
    ) -> None:
        resources = places.resources()
        self._announcements = (resources / "announcements", places.user_data() / "announcements")
        self._report = report
        self._windowed = options.windowed or options.offscreen
        self._in_the_corner = options.windowed and not options.offscreen
        self._clock = WallClock()
        self._screen: Screen | None = None
        self._languages: tuple[sentences.Announcement, ...] = ()
        use_fonts(resources / "fonts")
        own = sentences.load(self._announcements, [found.language])[0]  # until the hospital says which
        self.board = Board(json.loads((resources / "themes" / "kiosk.json").read_text(encoding="utf-8")), own.words)
        self.window = BoardWindow(self.board, hide_cursor=not self._windowed)
        chime = resources / "sounds" / "chime.wav"
        self._loudspeaker: Loudspeaker = Stopwatch() if options.timed_sound else Soundcard(sound_server())
        # Noted before the voice hears of it and begins the next sound.
        self._loudspeaker.began.connect(lambda sound: self._note(sounding=sound))
        self._loudspeaker.ended.connect(lambda whole: self._note(sounded=whole))
        sounds = Sounds(places.user_cache() / "sentences", places.user_memory("sentences"))
        self._renderer = Renderer(sounds, Synthesizers(Path(found.voices) if found.voices else None))
        self._voice = Voice(chime, self._renderer, self._loudspeaker)
        self._voice_check = VoiceCheck(self._voice, self._renderer, self._loudspeaker)
        self._status_words = StatusWords(resources / "status", found.language)
        self._ahead = Ahead()
        self._announcer = Announcer(self.board, self._voice)
        version = importlib.metadata.version("hms-desktop")
        self._telling = Telling(
            server, workstation=found.workstation, program="hms-kiosk", version=version, crashes=crashes
        )
        self._database = self._telling.database
        self._upkeep = Upkeep(
            self.window,
            self.board.property("theme"),
            Around(
                lambda: self._announcer.busy,
                lambda: self.feed.listening,
                self._parts,
                self._wall_time,
                self._send_thumbnail,
                self._loudspeaker.deaf,
            ),
            version=version,
            words=self._status_words,
            written=places.user_cache(),
        )
        output = self.window.film_output()
        self._videos = options.videos or (Path(found.videos) if found.videos else None)
        self._shelf = Shelf(
            self._database,
            MediaFolder(options.films or places.user_cache() / "films"),
            share=options.share or (Path(found.share) if found.share else None),
            wall_time=self._wall_time,
        )
        self._film = Film(self._programme, output) if output else None
        self.decoding = DecoderWatch(self._film, self._on_decoding) if self._film else None
        self.feed = Feed(
            self._database,
            lambda channels, on_notice, on_state: Listener(
                server,
                channels,
                on_notice,
                self._upkeep.signs.through(self._telling.through(on_state)),
                application="hms-kiosk-listener",
            ),
            version=version,
            health=self._upkeep.state,
        )
        self._wire()

    def _move_beside(self) -> None:
        """Two fifths of the screen's width at its lower right, so that the desk beside it stays in sight."""
        free = self.window.screen().availableGeometry()
        width = free.width() * 2 // 5
        place = QRect(0, 0, width, width * 9 // 16)
        place.moveBottomRight(free.bottomRight())
        self.window.setGeometry(place)

    async def run(self, ended: asyncio.Event) -> int:
        """Show the window and serve until `ended`; the exit code, RESTART_CODE where it wants to be started again."""
        restarting = asyncio.Event()
        self._upkeep.wants_restart.connect(restarting.set)
        self._upkeep.wants_restart.connect(ended.set)
        if self._windowed:
            self.window.resize(1280, 720)
            if self._in_the_corner:
                self._move_beside()
            self.window.show()
        else:
            self.window.setGeometry(self.window.screen().geometry())
            self.window.showFullScreen()
        self.feed.start()
        self._upkeep.start()
        self._telling.start()
        ticking = asyncio.create_task(self._tick())
        await ended.wait()
        ticking.cancel()
        self._upkeep.stop()
        if self._film:
            self._film.want(False)
        self._renderer.stop()
        await self._shelf.stop()
        await self.feed.stop()
        self._telling.stop()
        self.window.dismiss()
        return RESTART_CODE if restarting.is_set() else 0

    def _wire(self) -> None:
        self.feed.came.connect(self._on_calls)
        self.feed.tested.connect(self._on_tests)
        self.feed.withdrawn.connect(self.board.withdraw)
        self.feed.withdrawn.connect(self._announcer.withdraw)
        self.feed.screen_changed.connect(self._on_screen)
        self.feed.waiting_changed.connect(self._on_waiting)
        self.feed.online_changed.connect(self._on_online)
        self.feed.trouble.connect(self._on_trouble)
        self._announcer.announcing.connect(lambda call_ids: self._note(announced=call_ids))
        self.board.painted.connect(self._on_painted)
        self._announcer.spoken.connect(self.feed.spoken)
        self._announcer.spoken.connect(lambda call_ids: self._note(spoken=call_ids))
        self._voice_check.done.connect(lambda: self._note(voice=self._voice_check.result()))
        if self._film:
            self._film.running.connect(self.board.set_film)
            self._announcer.speaking.connect(self._film.duck)
            self._shelf.changed.connect(self._film.look_again)
            self._film.played.connect(lambda name: self._note(film=name))
        if self.decoding:
            self.window.frameSwapped.connect(self.decoding.present)

    def _on_calls(self, calls: list[Call]) -> None:
        self._ahead.learn(calls)
        shown = {call.call_id: BoardCall(call.call_id, call.ticket, call.room) for call in calls}
        self.board.show(list(shown.values()))
        if calls:
            self._upkeep.show_call(shown[calls[-1].call_id])
        self._announcer.announce([shown[call.call_id] for call in calls if not (call.stale or call.shown)])

    def _on_tests(self, calls: list[TestCall]) -> None:
        self._announcer.announce([BoardCall(call.call_id, call.ticket, call.room, test=True) for call in calls])

    def _on_painted(self, call_ids: list[int]) -> None:
        self._note(painted=call_ids)
        self.feed.painted(call_ids)

    def _note(self, **event: Any) -> None:
        """For tests and measurements: what happened, and when by the clock that all processes share."""
        if self._report:
            self._report.write(json.dumps({"at": time.monotonic(), **event}) + "\n")
            self._report.flush()

    def _on_screen(self, screen: Screen) -> None:
        if self._screen is None or screen.languages != self._screen.languages:
            self._speak(screen.languages)
        announcements = self._languages
        self.board.set_display(hospital=screen.hospital, layout=screen.layout, mirrored=announcements[0].right_to_left)
        self._upkeep.set_screen(screen, mirrored=announcements[0].right_to_left)
        self.board.set_lines(screen.messages, shows_waiting=screen.show_waiting)
        self._announcer.set_dwell(screen.dwell_seconds * 1000)
        self._voice.set_volume(screen.volume)
        self._screen = screen
        self._clock.set(screen.local_now)
        self._keep_hours()
        if self._film:
            self._film.want(screen.video and screen.layout != "board")
            self._shelf.look()

    def _speak(self, languages: Sequence[str]) -> None:
        """Read the templates of these languages, and use them everywhere."""
        self._languages = sentences.load(self._announcements, languages)
        self._announcer.set_languages(self._languages)
        self._voice_check.set_languages(self._languages)
        self.board.speak(self._languages[0].words)
        self._status_words.speak(self._languages[0].language)

    def _on_decoding(self, seen: Decoding) -> None:
        self._note(decoder=seen.words())
        _log.log(logging.WARNING if seen.exit_code else logging.INFO, "%s (%s)", seen.words(), seen.library)

    def _on_waiting(self, services: list[Waiting]) -> None:
        estimates = self._screen is not None and self._screen.show_estimates
        self.board.set_waiting(
            [
                WaitingLine(one.service, one.count, one.next_tickets, one.wait_minutes if estimates else None)
                for one in services
            ]
        )
        self._renderer.render_ahead(
            (language, ticket, room) for ticket, room in self._ahead.likely(services) for language in self._languages
        )

    def _on_online(self, online: bool) -> None:
        self.board.set_connection(online, "" if online else self._clock.words())
        self._note(online=online)
        self._upkeep.set_online(online)
        _log.info("the server answers" if online else "the server does not answer")

    def _on_trouble(self, code: str) -> None:
        sentence = self._status_words.trouble(code) if code else ""
        if sentence != self.board.property("trouble"):
            self._note(trouble=sentence)
            self.board.set_trouble(sentence)
            self._upkeep.set_trouble(sentence)

    async def _send_thumbnail(self, picture: bytes) -> None:
        await self._database.run(actions.send_thumbnail, picture=picture)

    def _parts(self) -> dict[str, Any]:
        lacking, why = self._shelf.state()
        return {
            "voice": self._voice_check.state(),
            "audio": self._voice_check.result(),
            "video": self._film.state() if self._film else FilmState.NO_FILMS,
            "lacking": lacking,
            "lacking_why": why,
            "decoder": self.decoding.seen.told() if self.decoding and self.decoding.seen else {},
            "unfit": self.feed.unfit,
            "newer": self.feed.newer,
        }

    async def _tick(self) -> None:
        while True:
            await asyncio.sleep(1)
            self._upkeep.tick()
            self._keep_hours()

    def _keep_hours(self) -> None:
        """The clock, and what follows from it: the dim hours, the quiet hours, the minute's place of the picture."""
        self.board.set_clock(self._clock.words())
        now, screen = self._clock.now(), self._screen
        if now is None or screen is None:
            return
        quiet = screen.quiet_at(now.time())
        self.board.set_minute(now.hour * 60 + now.minute)
        self.board.set_dimmed(screen.dim_at(now.time()))
        self._announcer.set_quiet(quiet)
        if self._film:
            self._film.set_volumes(*((0, 0) if quiet else (screen.film_volume, screen.ducked_volume)))

    def _wall_time(self) -> datetime:
        """The hospital's wall clock; this machine's own before the hospital has said a word."""
        return self._clock.now() or datetime.now()

    def _programme(self) -> Sequence[Path]:
        """This screen's playlists decide; where it has none, the folder of films that was set on this machine."""
        listed = self._shelf.programme()
        if listed is None:
            return films(self._videos) if self._videos else ()
        return listed
