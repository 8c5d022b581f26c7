"""The folder in which a screen keeps its films: brought in piece by piece, checked, and nothing from outside it."""

import contextlib
import errno
import hashlib
import json
import os
import re
import shutil
import threading
from collections.abc import Callable, Collection, Sequence
from dataclasses import asdict
from datetime import date, time
from pathlib import Path

from hms_desktop.clinic.displays.queries_media import ShownFilm, ShownPlaylist
from hms_desktop.clinic.displays.rules_media import PART_BYTES, Times, is_film_name

RESERVE_BYTES = 64 * 1024 * 1024
"""What a film must leave free on the disk, for the system and its logs."""
LISTS = "playlists.json"
_DIGEST = re.compile(r"[0-9a-f]{64}")
_FULL = {errno.ENOSPC, errno.EDQUOT}


class DiskFull(Exception):
    """A film does not fit on this screen's disk."""


class Spoiled(Exception):
    """What arrived is not the film whose checksum the hospital keeps; it was thrown away."""


class NotThere(Exception):
    """The film lies where this screen cannot reach it."""


def free_bytes(folder: Path) -> int:
    """How much may still be written to the disk of that folder."""
    return shutil.disk_usage(folder).free


class MediaFolder:
    """Films under their checksums, so that no name from outside becomes a path; unfinished ones end in `.part`.

    Everything here may take long and belongs on a thread, but `path` and `playable`.
    """

    def __init__(self, folder: Path, free: Callable[[Path], int] = free_bytes) -> None:
        self._folder = folder
        self._free = free

    def path(self, film: ShownFilm) -> Path:
        """Where that film lies, or would. Raises NotThere for a checksum that is none."""
        if _DIGEST.fullmatch(film.digest) is None:
            raise NotThere(film.name)
        suffix = Path(film.name).suffix if is_film_name(film.name) else ".mp4"
        return self._folder / f"{film.digest}{suffix}"

    def playable(self, films: Sequence[ShownFilm]) -> tuple[Path, ...]:
        """The paths of those films that are whole and really in this folder, in their order."""
        return tuple(self.path(film) for film in films if self.has(film))

    def has(self, film: ShownFilm) -> bool:
        """Whether that film is whole; it was checked when it came."""
        try:
            found = self.path(film).lstat()
        except (OSError, NotThere):
            return False
        return found.st_size == film.size and (found.st_mode & 0o170000) == 0o100000  # a file, and no link

    def received(self, film: ShownFilm) -> int:
        """How many bytes of an unfinished film have arrived, in whole parts."""
        try:
            size = self._part(film).stat().st_size
        except OSError:
            return 0
        return 0 if size > film.size else size if size == film.size else size - size % PART_BYTES

    def make_room(self, film: ShownFilm, keep: Collection[ShownFilm]) -> None:
        """See to it that the rest of `film` fits; films other than `keep` go if need be. Raises DiskFull, OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        needed = film.size - self.received(film) + RESERVE_BYTES
        if self._free(self._folder) < needed:
            self.sweep([*keep, film])
        if self._free(self._folder) < needed:
            raise DiskFull(film.name)

    def append(self, film: ShownFilm, start: int, content: bytes) -> int:
        """Write `content` at byte `start`; how many bytes there are then. Raises DiskFull, OSError."""
        try:
            with self._part(film).open("r+b" if start else "wb") as file:
                file.truncate(start)
                file.seek(start)
                file.write(content)
        except OSError as error:
            if error.errno in _FULL:
                raise DiskFull(film.name) from error
            raise
        return start + len(content)

    def seal(self, film: ShownFilm) -> None:
        """All bytes have arrived: check them, and the film is there. Raises Spoiled, OSError."""
        part = self._part(film)
        with part.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
            os.fsync(file.fileno())
        if digest != film.digest:
            part.unlink()
            raise Spoiled(film.name)
        part.replace(self.path(film))

    def offered(self, film: ShownFilm, share: Path) -> Path | None:
        """That film in a folder share: a file of its name and size in the folder itself, no link out of it."""
        if not is_film_name(film.name):
            return None
        try:
            inside = share.resolve(strict=True)
            path = inside / film.name
            if path.resolve(strict=True).parent == inside and path.is_file() and path.stat().st_size == film.size:
                return path
        except OSError:
            pass
        return None

    def copy(self, film: ShownFilm, source: Path, stop: threading.Event) -> None:
        """Bring the rest of `film` from a share, until told to stop. Raises DiskFull, OSError."""
        done = self.received(film)
        with source.open("rb") as file:
            file.seek(done)
            while done < film.size and not stop.is_set():
                content = file.read(PART_BYTES)
                if not content:
                    raise Spoiled(film.name)
                done = self.append(film, done, content)

    def sweep(self, keep: Collection[ShownFilm]) -> None:
        """Take away every film, whole or not, but those to keep."""
        kept = {path.name for film in keep for path in (self.path(film), self._part(film))} | {LISTS}
        with contextlib.suppress(OSError):
            for path in self._folder.iterdir():
                if path.name not in kept and _DIGEST.match(path.name):
                    with contextlib.suppress(OSError):  # Windows keeps a file that plays
                        path.unlink()

    def remember(self, playlists: Sequence[ShownPlaylist]) -> None:
        """Keep the playlists for a start without a server. Raises OSError."""
        self._folder.mkdir(parents=True, exist_ok=True)
        fresh = self._folder / f".{LISTS}"
        fresh.write_text(json.dumps([asdict(one) for one in playlists], default=str), encoding="utf-8")
        fresh.replace(self._folder / LISTS)

    def remembered(self) -> tuple[ShownPlaylist, ...]:
        """The playlists of the last time; none where there are none that can be read."""
        try:
            told = json.loads((self._folder / LISTS).read_text(encoding="utf-8"))
            return tuple(
                ShownPlaylist(
                    one["playlist_id"],
                    one["name"],
                    _times(**one["times"]),
                    tuple(ShownFilm(**film) for film in one["films"]),
                )
                for one in told
            )
        except (OSError, ValueError, TypeError, KeyError):
            return ()

    def _part(self, film: ShownFilm) -> Path:
        return self.path(film).with_suffix(".part")


def _times(starts_at: str, ends_at: str, first_day: str | None, last_day: str | None) -> Times:
    return Times(
        time.fromisoformat(starts_at),
        time.fromisoformat(ends_at),
        date.fromisoformat(first_day) if first_day else None,
        date.fromisoformat(last_day) if last_day else None,
    )
