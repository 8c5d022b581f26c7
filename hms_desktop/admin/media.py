"""hms-admin media: the films that waiting-room screens play."""

import argparse
import sys
import tempfile
import threading
import time
from pathlib import Path
from uuid import uuid4

from hms_desktop.admin import connection
from hms_desktop.admin.commands import Commands
from hms_desktop.clinic.displays import actions_media, film_files, queries_media
from hms_desktop.clinic.displays.film_files import FilmFile
from hms_desktop.clinic.displays.machines import (
    CODEC_NAMES,
    MACHINES,
    can_be_converted,
    command_line,
    conversion,
)
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError, Refused

EPILOG = """\
Each film is checked with ffprobe: codec, profile, size, rate, bits a second, length, and whether the file is whole.
What the computer behind the screens cannot play well is refused with the command that would convert it; --transcode
converts it. A Raspberry Pi 4 gets H.264 at up to 1280 x 720 and 30 pictures a second; a Raspberry Pi 5 has no H.264
decoder and gets HEVC. An upload that was cut off goes on where it stood when the same command is given again.
"""


def add_to(commands: Commands) -> None:
    parser = commands.add_parser("media", help=__doc__, description=__doc__)
    what = parser.add_subparsers(required=True, metavar="add|list|remove")
    adding = what.add_parser(
        "add", help="bring films in", epilog=EPILOG, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    adding.add_argument("files", type=Path, nargs="+", metavar="FILE", help=".mp4, .m4v, .mov, .mkv or .webm")
    adding.add_argument(
        "--for", dest="machine", choices=MACHINES, default="pi4", help="the computer behind the screens; default: pi4"
    )
    adding.add_argument("--transcode", action="store_true", help="convert what that computer cannot play")
    where = adding.add_mutually_exclusive_group()
    where.add_argument("--to-share", type=Path, metavar="DIR", help="copy them into the folder share of the screens")
    where.add_argument("--to-database", action="store_true", help="keep them in the database (the default)")
    adding.set_defaults(run=add)
    listing = what.add_parser("list", help="which films there are, and on which playlists")
    listing.set_defaults(run=show)
    removing = what.add_parser("remove", help="take films out that stand on no playlist")
    removing.add_argument("names", nargs="+", metavar="NAME", help="as `media list` shows it")
    removing.set_defaults(run=remove)
    for one in (adding, listing, removing):
        connection.add_options(one, whose="an administrator")


def add(options: argparse.Namespace) -> int:
    """Every film that can be added is; 1 where one could not."""
    refused = 0
    with connection.signed_in(options) as database:
        for path in options.files:
            try:
                _add(database, path, options)
            except HmsError as error:
                refused += 1
                print(error.sentence, file=sys.stderr)
    return 1 if refused else 0


def _add(database: Database, path: Path, options: argparse.Namespace) -> None:
    file = film_files.look_at(path, MACHINES[options.machine])
    with tempfile.TemporaryDirectory(prefix="hms-media-") as folder:
        if file.faults:
            _tell(file)
            if not (options.transcode and can_be_converted(file.facts)):
                raise _refusal(file)
            file = film_files.converted(file, Path(folder), _Line("Converting", file.name), threading.Event())
        _bring_in(database, file, options.to_share)
    print(f"{file.name}: added.")


def _bring_in(database: Database, file: FilmFile, share: Path | None) -> None:
    never = threading.Event()
    place = "share" if share else "database"
    entry = film_files.entry_of(file, place, _Line("Reading", file.name), never)
    if share:
        film_files.share(database, file, entry, share, _Line("Copying", file.name), never)
    else:
        film_files.send(database, file, entry, _Line("Sending", file.name), never)


def _tell(file: FilmFile) -> None:
    for fault in file.faults:
        print(f"{file.name}: {fault.sentence}", file=sys.stderr)


def _refusal(file: FilmFile) -> Refused:
    if not can_be_converted(file.facts):
        return Refused("film.unfit", f"{file.name} was not added, and converting would not help.")
    target = file.path.with_name(f"{file.path.stem}-{file.machine.key}.mp4")
    command = command_line(conversion(file.facts, file.machine, file.path, target))
    return Refused("film.unfit", f"{file.name} was not added. Add it with --transcode, or convert it first:\n{command}")


def show(options: argparse.Namespace) -> int:
    with connection.signed_in(options) as database:
        films = database.read_now(queries_media.films)
    for film in films:
        picture = f"{CODEC_NAMES.get(film.codec, film.codec)} {film.width}x{film.height} {float(film.fps):g}/s"
        length = f"{int(film.seconds) // 60}:{int(film.seconds) % 60:02}"
        state = ", ".join(film.playlists) or "on no playlist" if film.whole else "not whole yet"
        print(f"{film.name:40} {picture:24} {length:>7} {film.size / 1e6:8.1f} MB  {film.place:9} {state}")
    print(f"Films: {len(films)}.")
    return 0


def remove(options: argparse.Namespace) -> int:
    with connection.signed_in(options) as database:
        known = {film.name: film for film in database.read_now(queries_media.films)}
        for name in options.names:
            if name not in known:
                raise Refused("film.unknown", f"There is no film {name}; `hms-admin media list` shows them.")
            database.run_now(actions_media.remove_film, intent=uuid4(), film_id=known[name].film_id)
            still = "" if known[name].place == "database" else " Its file still lies in the share."
            print(f"{name}: removed.{still}")
    return 0


class _Line:
    """What is being done and how far it is, in one line on a terminal; nothing where nobody looks. Ctrl+C ends it."""

    def __init__(self, doing: str, name: str) -> None:
        self._doing, self._name, self._said = doing, name, 0.0

    def __call__(self, share: float) -> None:
        if sys.stderr.isatty() and (share >= 1 or time.monotonic() - self._said > 0.2):
            self._said = time.monotonic()
            end = "\n" if share >= 1 else ""
            print(f"\r{self._doing} {self._name}: {share * 100:3.0f} %\033[K", end=end, file=sys.stderr, flush=True)
