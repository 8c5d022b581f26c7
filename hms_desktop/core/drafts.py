"""What somebody typed and has not saved yet, kept on this machine so that a crash loses nothing.

A draft may speak of a person, so it is as hard to come by as a plain file can be: only the user of this machine may
read it (mode 0600 in a folder of mode 0700), it is offered only to the login that typed it, it goes away with the
save, and after a day anyway, whoever starts the program next.
"""

import contextlib
import hashlib
import json
import logging
import os
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

KEPT_SECONDS = 24 * 3600
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Draft:
    """One form as it was typed: its `name`, when (seconds since 1970), and plain JSON values."""

    name: str
    at: float
    values: Mapping[str, Any]


class Drafts:
    """The drafts of one person at one server, one file each. A full or broken disk never disturbs the typing."""

    def __init__(self, folder: Path, owner: str, *, clock: Callable[[], float] = time.time) -> None:
        self._folder = folder
        self._owner = owner
        self._clock = clock
        self._throw_away_old()

    def keep(self, name: str, values: Mapping[str, Any]) -> None:
        """Keep `values` as the draft of form `name`, in place of an older one."""
        text = json.dumps({"owner": self._owner, "name": name, "at": self._clock(), "values": values})
        path = self._path(name)
        try:
            self._folder.mkdir(mode=0o700, parents=True, exist_ok=True)
            _write(path.with_suffix(".new"), text)
            path.with_suffix(".new").replace(path)
        except OSError as error:
            _log.warning("A draft could not be kept: %s", error.strerror)

    def drop(self, name: str) -> None:
        """Forget the draft of form `name`; it was saved, or is not wanted."""
        with contextlib.suppress(OSError):
            self._path(name).unlink(missing_ok=True)

    def kept(self) -> tuple[Draft, ...]:
        """This person's drafts, the newest first."""
        mine = [draft for owner, draft in self._found() if owner == self._owner]
        return tuple(sorted(mine, key=lambda draft: -draft.at))

    def _found(self) -> Iterator[tuple[str, Draft]]:
        for path in self._files("*.json"):
            try:
                found = json.loads(path.read_text("utf-8"))
                yield str(found["owner"]), Draft(str(found["name"]), float(found["at"]), dict(found["values"]))
            except (OSError, ValueError, TypeError, KeyError):
                continue  # not whole, or not ours

    def _throw_away_old(self) -> None:
        for path in self._files("*.json", "*.new"):
            with contextlib.suppress(OSError):
                if not 0 <= self._clock() - path.stat().st_mtime <= KEPT_SECONDS:
                    path.unlink()

    def _files(self, *patterns: str) -> list[Path]:
        try:
            return [path for pattern in patterns for path in self._folder.glob(pattern)]
        except OSError:
            return []

    def _path(self, name: str) -> Path:
        """The names of people and forms tell nothing to who lists the folder."""
        digest = hashlib.sha256(f"{self._owner}\0{name}".encode()).hexdigest()
        return self._folder / f"{digest[:32]}.json"


def _write(path: Path, text: str) -> None:
    """A file that nobody else can read at any moment of its life."""
    path.unlink(missing_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "w", encoding="utf-8") as file:
        file.write(text)
