"""The rendered sentences: a folder of sounds bounded by number and bytes, and one in memory while a disk is full."""

import contextlib
import logging
import os
import time
import wave
from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

KEPT = 2_000
KEPT_BYTES = 256 << 20
"""About two thousand sentences of four seconds; a ticket's number comes again every day."""
KEPT_IN_MEMORY_BYTES = 16 << 20
TRIED_AGAIN_SECONDS = 600
SECONDS = (0.2, 60.0)
"""A sentence that is shorter or longer is none."""
_PROBE = bytes(512 << 10)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Sound:
    """A file that can be played, and how long that takes."""

    file: Path
    seconds: float


def whole(file: Path) -> Sound | None:
    """The sound in a WAV file; None where there is none, or where its end is missing."""
    try:
        with wave.open(str(file)) as opened:
            seconds = opened.getnframes() / opened.getframerate()
            claimed = opened.getnframes() * opened.getnchannels() * opened.getsampwidth()
            sixteen_bits = opened.getsampwidth() == 2
        complete = sixteen_bits and file.stat().st_size >= claimed
    except (OSError, EOFError, wave.Error, ZeroDivisionError):
        return None
    return Sound(file, seconds) if complete and SECONDS[0] <= seconds <= SECONDS[1] else None


class Sounds:
    """Sounds by key. What was not used for longest goes first; a file that was cut short counts as absent."""

    def __init__(
        self, folder: Path, spare: Path | None = None, *, most: int = KEPT, most_bytes: int = KEPT_BYTES
    ) -> None:
        """`spare` is a folder in memory; it serves while `folder` cannot be written."""
        self._own = _Shelf(folder, most, most_bytes)
        self._spare = _Shelf(spare, most, KEPT_IN_MEMORY_BYTES) if spare else None
        self._writing = self._own
        self._aside_since = 0.0

    def find(self, key: str) -> Sound | None:
        """The sound, if it was made before."""
        return self._own.find(key) or (self._spare.find(key) if self._spare else None)

    def part(self, key: str) -> Path:
        """Where a synthesizer is to write the sound of that key; `keep` takes it from there."""
        if self._writing is not self._own and time.monotonic() - self._aside_since > TRIED_AGAIN_SECONDS:
            self._aside_since = time.monotonic()
            if self._own.can_be_written():
                self._writing = self._own
        return self._writing.part(key)

    def keep(self, key: str) -> Sound | None:
        """Take what was written; None where that is no whole sound."""
        return self._writing.keep(key)

    def drop(self, key: str) -> None:
        """Forget what a synthesizer has begun to write."""
        self._writing.drop(key)

    def step_aside(self) -> bool:
        """True where the folder cannot be written and the one in memory can: what failed may be tried again."""
        if self._spare is None or self._writing is self._spare or self._own.can_be_written():
            return False
        if not self._spare.can_be_written():
            return False
        _log.warning("the cache of sentences cannot be written; they are kept in memory")
        self._writing, self._aside_since = self._spare, time.monotonic()
        return True


class _Shelf:
    def __init__(self, folder: Path, most: int, most_bytes: int) -> None:
        self._folder = folder
        self._most = most
        self._most_bytes = most_bytes
        self._sizes: OrderedDict[str, int] = OrderedDict()
        with _not_vital():
            folder.mkdir(parents=True, exist_ok=True)
            for part in folder.glob("*.part"):
                part.unlink()
            found = sorted((path.stat().st_mtime, path.stem, path.stat().st_size) for path in folder.glob("*.wav"))
            self._sizes.update((key, size) for _used, key, size in found)
        self._make_room()

    def part(self, key: str) -> Path:
        with _not_vital():
            self._folder.mkdir(parents=True, exist_ok=True)
        return self._folder / f"{key}.part"

    def find(self, key: str) -> Sound | None:
        sound = whole(self._sound(key))
        if sound is not None:
            with _not_vital():
                os.utime(sound.file)
            self._sizes.pop(key, None)
            self._count(key, sound)
        return sound

    def keep(self, key: str) -> Sound | None:
        part = self._folder / f"{key}.part"
        with _not_vital():
            if whole(part):
                sound = whole(part.replace(self._sound(key)))
                if sound is not None:
                    self._count(key, sound)
                    self._make_room()
                return sound
        self.drop(key)
        return None

    def drop(self, key: str) -> None:
        with _not_vital():
            (self._folder / f"{key}.part").unlink(missing_ok=True)

    def can_be_written(self) -> bool:
        probe = self._folder / "room.part"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            probe.write_bytes(_PROBE)
        except OSError:
            return False
        finally:
            with _not_vital():
                probe.unlink(missing_ok=True)
        return True

    def _sound(self, key: str) -> Path:
        return self._folder / f"{key}.wav"

    def _count(self, key: str, sound: Sound) -> None:
        with _not_vital():
            self._sizes[key] = sound.file.stat().st_size

    def _make_room(self) -> None:
        """Drop what was not used for longest."""
        total = sum(self._sizes.values())
        while self._sizes and (len(self._sizes) > self._most or total > self._most_bytes):
            key, size = self._sizes.popitem(last=False)
            total -= size
            with _not_vital():
                self._sound(key).unlink(missing_ok=True)


@contextlib.contextmanager
def _not_vital() -> Iterator[None]:
    """A cache that fails costs time and no call."""
    try:
        yield
    except OSError as error:
        _log.warning("the cache of sentences cannot be used: %s", error.strerror)
