"""What is kept of a crash until the server hears of it: the kind of error and the line, never its words.

A note lies in a folder of this machine, because the program that crashes may be offline or gone the next moment.
"""

import contextlib
import faulthandler
import json
import logging
import os
import re
import traceback
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path

import psutil  # type: ignore[import-untyped]  # it comes without types

from hms_desktop.core.frames import OURS

MOST_KEPT = 50
_HARD = re.compile(r"^(?:Fatal Python error|Windows fatal exception): ([\w ./-]{1,80})", re.MULTILINE)
_CURRENT = re.compile(r"^(?:Current thread|Thread) .*\(most recent call first\):\n((?:  File .*\n?)*)", re.MULTILINE)
_FILE = re.compile(r'^  File "([^"]*)", line (\d+) in', re.MULTILINE)
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class Crash:
    """`kind` names the errors' classes, `line` is `module:number`, `report` what the person was told."""

    kind: str
    line: str
    version: str
    report: str = ""


def kind_of(error: BaseException) -> str:
    """The kinds of `error` and of what caused it, without their words."""
    kinds: list[str] = []
    cause: BaseException | None = error
    while cause is not None and len(kinds) < 5:
        kinds.append(f"{type(cause).__module__}.{type(cause).__qualname__}")
        cause = cause.__cause__ or cause.__context__
    return " from ".join(kinds)


def line_of_error(error: BaseException) -> str:
    """The innermost line of the suite's own that `error` came through; empty where it came through none."""
    passed = traceback.walk_tb(error.__traceback__)
    named = [(str(frame.f_globals.get("__name__", "?")), number) for frame, number in passed]
    own = [one for one in named if one[0].startswith(OURS)] or named
    return f"{own[-1][0]}:{own[-1][1]}" if own else ""


class CrashBook:
    """The notes of this machine's crashes; `folder` is shared by every copy of the program."""

    def __init__(self, folder: Path, version: str) -> None:
        self._folder = folder
        self._version = version

    @contextlib.contextmanager
    def opened(self) -> Iterator[None]:
        """While the program runs: first read what a copy that died has left, and be ready to leave the same.

        Raises OSError where the folder cannot be written.
        """
        self._folder.mkdir(parents=True, exist_ok=True)
        for file in self._folder.glob("fault-*.txt"):
            self._pick_up(file)
        own = self._folder / f"fault-{os.getpid()}.txt"
        with own.open("w", encoding="utf-8") as fault:
            faulthandler.enable(fault)
            try:
                yield
            finally:
                faulthandler.disable()
        own.unlink(missing_ok=True)

    def keep(self, error: BaseException, report: str = "") -> None:
        """Note an error that nobody expected."""
        self._write(Crash(kind_of(error), line_of_error(error), self._version, report))

    def notes(self) -> list[tuple[Path, Crash]]:
        """What the server has not heard of yet, the oldest first."""
        found: list[tuple[Path, Crash]] = []
        for file in sorted(self._folder.glob("crash-*.json")):
            try:
                found.append((file, Crash(**json.loads(file.read_text(encoding="utf-8")))))
            except (OSError, ValueError, TypeError):
                self.forget(file)
        return found

    def forget(self, note: Path) -> None:
        """The server has heard of it."""
        with contextlib.suppress(OSError):
            note.unlink(missing_ok=True)

    def _write(self, crash: Crash) -> None:
        try:
            names = sorted(self._folder.glob("crash-*.json"))
            for old in names[: max(len(names) - MOST_KEPT + 1, 0)]:
                self.forget(old)
            number = int(names[-1].stem.rpartition("-")[2]) + 1 if names else 1
            file = self._folder / f"crash-{number:08}.json"
            file.write_text(json.dumps(asdict(crash)), encoding="utf-8")
        except (OSError, ValueError) as error:
            _log.warning("the crash cannot be noted: %s", type(error).__name__)

    def _pick_up(self, file: Path) -> None:
        number = file.stem.rpartition("-")[2]
        if number.isdigit() and psutil.pid_exists(int(number)):
            return
        with contextlib.suppress(OSError):
            text = file.read_text(encoding="utf-8", errors="replace")
            file.unlink()
            if kind := _HARD.search(text):
                self._write(Crash(kind[1].strip(), _hard_line(text), self._version))


def _hard_line(text: str) -> str:
    """The innermost line of the suite's own in what faulthandler wrote of the thread that crashed."""
    current = _CURRENT.search(text)
    named = [(_module(file), number) for file, number in _FILE.findall(current[1] if current else "")]
    for module, number in named:
        if module.startswith(OURS):
            return f"{module}:{number}"
    return f"{named[0][0]}:{named[0][1]}" if named else ""


def _module(file: str) -> str:
    """`hms_desktop.app.main` of a path that ends so; of another file its name alone."""
    plain = file.replace("\\", "/").removesuffix(".py").replace("/", ".")
    for package in OURS:
        if package in plain:
            return package + plain.rpartition(package)[2]
    return plain.rpartition(".")[2]
