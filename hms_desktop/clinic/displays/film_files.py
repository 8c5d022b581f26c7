"""From a file on an administrator's machine to a film of the hospital: checked, converted, counted, sent.

All of this takes long and is called on a thread; `progress` hears the share that is done, 0 to 1, and setting
`cancelled` ends it with Cancelled.
"""

import errno
import hashlib
import os
import secrets
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from hms_desktop.clinic.displays import actions_media
from hms_desktop.clinic.displays.actions_media import FilmEntry
from hms_desktop.clinic.displays.machines import Machine, conversion, why_unfit
from hms_desktop.clinic.displays.rules_media import PART_BYTES, is_film_name
from hms_desktop.core import ffmpeg
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from hms_desktop.core.ffmpeg import Cancelled, VideoFacts

Progress = Callable[[float], None]


@dataclass(frozen=True)
class FilmFile:
    """A file that may become a film of that name, what it holds, and why the screen's computer cannot play it."""

    path: Path
    name: str
    facts: VideoFacts
    machine: Machine
    faults: tuple[Refused, ...]


def look_at(path: Path, machine: Machine) -> FilmFile:
    """Check a file of this machine. Raises Refused where it is none that could ever be a film."""
    name = path.stem + path.suffix.lower()
    if "://" in str(path) or path.is_symlink() or not path.is_file():
        raise Refused(
            "film.no_file", f"{path.name} is no file on this machine: a link or an address is not taken.",
            {"name": path.name},
        )  # fmt: skip
    if not is_film_name(name):
        raise Refused(
            "film.name_form",
            f"{path.name} cannot be a film's name; a plain name ends in .mp4, .m4v, .mov, .mkv or .webm.",
            {"name": path.name},
        )
    facts = ffmpeg.probe(path)
    return FilmFile(path, name, facts, machine, why_unfit(facts, machine))


def converted(file: FilmFile, folder: Path, progress: Progress, cancelled: threading.Event) -> FilmFile:
    """Make of `file` a film in `folder` that its machine plays. Raises Refused, Cancelled."""
    target = folder / f"{Path(file.name).stem}.mp4"
    arguments = conversion(file.facts, file.machine, file.path, target)
    ffmpeg.convert([*ffmpeg.ONLY_FILMS, *arguments], file.facts.seconds, progress, cancelled)
    return look_at(target, file.machine)


def entry_of(file: FilmFile, place: str, progress: Progress, cancelled: threading.Event) -> FilmEntry:
    """What is entered about the film, with the checksum of its bytes. Raises Refused where it has faults, Cancelled."""
    if file.faults:
        raise file.faults[0]
    digest = hashlib.sha256()
    for part in _parts(file.path, 0, progress, cancelled):
        digest.update(part)
    facts = file.facts
    return FilmEntry(
        name=file.name, digest=digest.hexdigest(), bytes=facts.size, codec=facts.codec, profile=facts.profile,
        level=f"{facts.level:g}", width=facts.width, height=facts.height, fps=facts.fps, bitrate=facts.bitrate,
        seconds=facts.seconds, place=place,
    )  # fmt: skip


def send(database: Database, file: FilmFile, entry: FilmEntry, progress: Progress, cancelled: threading.Event) -> int:
    """Bring the film's bytes into the database; its id. Sent again after it was cut off, it goes on where it stood.

    Raises Refused, Unreachable, Cancelled; OSError where the file cannot be read any more.
    """
    begun = database.run_now(actions_media.begin_film, intent=uuid4(), film=entry)
    for number, part in enumerate(_parts(file.path, begun.parts, progress, cancelled), start=begun.parts):
        database.run_now(actions_media.put_film_part, film_id=begun.film_id, number=number, content=part)
    database.run_now(actions_media.finish_film, intent=uuid4(), film_id=begun.film_id)
    return begun.film_id


def share(
    database: Database, file: FilmFile, entry: FilmEntry, folder: Path, progress: Progress, cancelled: threading.Event
) -> int:
    """Copy the film into a folder share, whole or not at all, and enter it; its id. Raises as `send` does."""
    if not folder.is_dir():
        raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), str(folder))
    fresh = folder / f".{entry.name}.{secrets.token_hex(4)}"
    try:
        with fresh.open("xb") as target:
            for part in _parts(file.path, 0, progress, cancelled):
                target.write(part)
            target.flush()
            os.fsync(target.fileno())
        begun = database.run_now(actions_media.begin_film, intent=uuid4(), film=entry)
        fresh.replace(folder / entry.name)
    finally:
        fresh.unlink(missing_ok=True)
    return begun.film_id


def _parts(path: Path, first: int, progress: Progress, cancelled: threading.Event) -> Iterator[bytes]:
    size = max(1, path.stat().st_size)
    with path.open("rb") as file:
        done = file.seek(first * PART_BYTES)
        while part := file.read(PART_BYTES):
            if cancelled.is_set():
                raise Cancelled
            yield part
            done += len(part)
            progress(done / size)
