"""What this screen is to play: its playlists, whose films are fetched in the background before a new list is taken."""

import asyncio
import logging
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from display_kiosk.media import DiskFull, MediaFolder, NotThere, Spoiled
from hms_desktop.clinic.displays import queries_media
from hms_desktop.clinic.displays.queries_media import ShownFilm, ShownPlaylist
from hms_desktop.clinic.displays.rules_media import PART_BYTES, in_effect
from hms_desktop.clinic.displays.signs_of_life import FetchFault
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError

RETRY_SECONDS = (10, 30, 60, 120)
LOOK_SECONDS = 10.0
"""So often it looks whether its films are still there, though nothing has changed."""
BREATH_SECONDS = 0.02
"""Between two parts of a film: calls go first on the line to the server."""
_log = logging.getLogger(__name__)
T = TypeVar("T")


class Shelf(QObject):
    """Lives on the GUI thread; files are read and written on a thread of its own, which nobody else waits for.

    A new set of playlists is taken when its last film has arrived and its checksum was right. Until then, and through
    every fault, the set of before plays; it is remembered for a start without a server.
    """

    changed = Signal()

    def __init__(
        self,
        database: Database,
        folder: MediaFolder,
        *,
        share: Path | None = None,
        wall_time: Callable[[], datetime],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._database = database
        self._folder = folder
        self._share = share
        self._wall_time = wall_time
        self._files = ThreadPoolExecutor(1, thread_name_prefix="films")
        self._stop = threading.Event()
        self._task: asyncio.Task[None] | None = None
        self._lists = folder.remembered()
        self._wanted: tuple[ShownPlaylist, ...] | None = None
        self._fault = FetchFault.NONE
        self._lacking = 0
        self._failures = 0
        self._not_before = 0.0
        self._looked_at = 0.0

    def look(self) -> None:
        """The hospital may have changed the playlists: read them, and fetch what is lacking; returns at once."""
        if self._task is None or self._task.done():
            self._task = asyncio.ensure_future(self._look())

    def programme(self) -> tuple[Path, ...] | None:
        """The films to play now, in order; None where this screen has no playlist at all."""
        if not self._lists:
            return None
        playing = in_effect(self._lists, self._wall_time())
        return self._folder.playable(playing.films) if playing else ()

    def state(self) -> tuple[int, FetchFault]:
        """How many films are still to be fetched, and why the next one does not come."""
        return self._lacking, self._fault if self._lacking else FetchFault.NONE

    async def stop(self) -> None:
        """End; a film on its way goes on from there at the next start."""
        self._stop.set()
        if self._task is not None:
            self._task.cancel()
            await asyncio.gather(self._task, return_exceptions=True)
        self._files.shutdown(wait=False, cancel_futures=True)

    async def _look(self) -> None:
        try:
            lists = await self._database.read(queries_media.my_playlists)
            now = time.monotonic()
            if lists == self._wanted and now < (self._not_before if self._lacking else self._looked_at + LOOK_SECONDS):
                return
            if lists != self._wanted:
                self._wanted, self._failures = lists, 0
            self._looked_at = now
            await self._fetch(lists)
        except HmsError:  # the feed says so, and the next look comes with its next beat
            pass
        except Exception:
            _log.exception("fetching films stumbled and goes on")
            self._put_off(FetchFault.PROGRAM)

    async def _fetch(self, lists: tuple[ShownPlaylist, ...]) -> None:
        films = dict.fromkeys(film for one in lists for film in one.films)
        lacking = [film for film in films if not await self._off(self._folder.has, film)]
        self._lacking, self._fault = len(lacking), FetchFault.NONE
        for film in lacking:
            fault = await self._bring(film, [*films, *(old for one in self._lists for old in one.films)])
            if fault:
                _log.warning("film %s has not come: %s", film.name, fault.value)
                self._put_off(fault)
                return
            self._lacking -= 1
        self._failures = 0
        if lists != self._lists:
            await self._off(self._folder.remember, lists)
            self._lists = lists
            _log.info("%d playlists with %d films are taken", len(lists), len(films))
            self.changed.emit()
            await self._off(self._folder.sweep, tuple(films))
        elif lacking:
            self.changed.emit()

    async def _bring(self, film: ShownFilm, keep: list[ShownFilm]) -> FetchFault:
        """Fetch one film; why it did not come, NONE where it did."""
        try:
            await self._off(self._folder.make_room, film, keep)
            if not await self._from_share(film):
                if film.place != "database":
                    raise NotThere(film.name)
                await self._from_database(film)
                await self._off(self._folder.seal, film)
        except DiskFull:
            return FetchFault.DISK_FULL
        except Spoiled:
            return FetchFault.SPOILED
        except NotThere:
            return FetchFault.NOT_IN_SHARE
        except OSError as error:
            _log.warning("a folder cannot be used: %s", error.strerror or error)
            return FetchFault.FOLDER
        return FetchFault.NONE

    async def _from_share(self, film: ShownFilm) -> bool:
        """Fetch and check the film where the folder share holds it; a spoiled copy there is none."""
        source = await self._off(self._folder.offered, film, self._share) if self._share else None
        if source is None:
            return False
        try:
            await self._off(self._folder.copy, film, source, self._stop)
            await self._off(self._folder.seal, film)
        except Spoiled:
            if film.place != "database":
                raise
            return False
        return True

    async def _from_database(self, film: ShownFilm) -> None:
        done = await self._off(self._folder.received, film)
        while done < film.size:
            part = await self._database.read(queries_media.film_part, film_id=film.film_id, number=done // PART_BYTES)
            if not part:
                raise NotThere(film.name)
            done = await self._off(self._folder.append, film, done, part)
            await asyncio.sleep(BREATH_SECONDS)

    def _put_off(self, fault: FetchFault) -> None:
        self._fault = fault
        self._not_before = time.monotonic() + RETRY_SECONDS[min(self._failures, len(RETRY_SECONDS) - 1)]
        self._failures += 1

    async def _off(self, work: Callable[..., T], *values: object) -> T:
        """Do `work` on the thread for files."""
        return await asyncio.get_running_loop().run_in_executor(self._files, work, *values)
