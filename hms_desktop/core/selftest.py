"""What a program says of itself when IT asks whether it is whole: named checks, a line each, and never a hang."""

import json
import os
import sys
import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from typing import NoReturn, TextIO

OK, FAILED, SKIPPED = "ok", "failed", "skipped"
USUAL_SECONDS = 30.0
_WORDS = {OK: "ok", FAILED: "FAILED", SKIPPED: "skipped"}


class Failed(Exception):
    """What a check looked for is not there or does not work; the words say what."""


class NotTried(Exception):
    """A check has nothing to look at on this machine, which is no fault; the words say why."""


@dataclass(frozen=True)
class Check:
    """`look` returns words of what it found, or raises: NotTried, Failed, or anything else, which has failed, too.

    `seconds` is how long it may take on the slowest machine; what takes longer ends the program.
    """

    name: str
    look: Callable[[], str]
    seconds: float = USUAL_SECONDS


@dataclass(frozen=True)
class Finding:
    """What became of a check; `state` is OK, FAILED or SKIPPED."""

    name: str
    state: str
    words: str
    ms: int

    def line(self) -> str:
        return f"{_WORDS[self.state]:<8}{self.name}: {self.words} ({self.ms} ms)"


class Selftest:
    """One run of a program's checks, told to `out`: a line each, or one JSON object at the end."""

    def __init__(self, program: str, version: str, *, as_json: bool, out: TextIO) -> None:
        self._program = program
        self._version = version
        self._as_json = as_json
        self._out = out
        self._found: list[Finding] = []

    def run(self, checks: Sequence[Check], leave: Callable[[int], object] = os._exit) -> int:
        """Look at everything; 0 where nothing failed, else 1. A check without an end is FAILED and leaves with 1."""
        for check in checks:
            begun = time.monotonic()
            watch = threading.Timer(check.seconds, self._give_up, (check, leave))
            watch.daemon = True
            watch.start()
            state, words = _looked(check)
            watch.cancel()
            self._note(Finding(check.name, state, words, round((time.monotonic() - begun) * 1000)))
        return self._end()

    def _give_up(self, check: Check, leave: Callable[[int], object]) -> None:
        words = f"no answer within {check.seconds:g} s; what comes after it was not looked at"
        self._note(Finding(check.name, FAILED, words, round(check.seconds * 1000)))
        leave(self._end())

    def _note(self, finding: Finding) -> None:
        self._found.append(finding)
        if not self._as_json:
            print(finding.line(), file=self._out, flush=True)

    def _end(self) -> int:
        passed = all(finding.state != FAILED for finding in self._found)
        if self._as_json:
            told = {"program": self._program, "version": self._version, "passed": passed}
            print(json.dumps(told | {"checks": [asdict(finding) for finding in self._found]}), file=self._out)
        return 0 if passed else 1


def leave(code: int) -> NoReturn:
    """End the program now: a library's thread that does not end would keep it for ever."""
    for stream in filter(None, (sys.stdout, sys.stderr)):  # a window's program may have none
        stream.flush()
    os._exit(code)


def _looked(check: Check) -> tuple[str, str]:
    try:
        return OK, check.look()
    except NotTried as why:
        return SKIPPED, str(why)
    except Failed as why:
        return FAILED, str(why)
    except Exception as error:
        said = " ".join(str(error).split())
        return FAILED, f"{type(error).__name__}: {said}" if said else type(error).__name__
