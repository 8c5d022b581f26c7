"""A scanner on a serial line, heard on a thread of its own: framing, hot-plug and reconnecting."""

import logging
import re
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

import serial
from serial.tools import list_ports

BAUD = 9600
"""What scanners are set to when they come out of their box."""
SPEEDS = (9600, 19200, 38400, 57600, 115200)
PAUSE_SECONDS = 0.15
"""So long a silence ends a code of a scanner that sends nothing after it."""
AGAIN_SECONDS = 2.0
LONGEST = 4096
"""Bytes; more in one code is noise on the line."""

_STX, _ETX = 0x02, 0x03
_LINE_ENDS = frozenset({0x0A, 0x0D, _ETX})
_ADDRESS = re.compile(r"([\w./-]{1,100})(?:@(\d{3,6}))?")
_log = logging.getLogger(__name__)


def split_address(text: str) -> tuple[str, int]:
    """Port and baud of port[@baud]; an empty port where `text` is no such address."""
    found = _ADDRESS.fullmatch(text)
    return (found[1], int(found[2] or BAUD)) if found else ("", BAUD)


def ports() -> tuple[tuple[str, str], ...]:
    """The serial lines of this machine: address and what is plugged in there."""
    return tuple(sorted((one.device, one.description or one.device) for one in list_ports.comports()))


@dataclass
class Frames:
    """Cuts a stream of bytes into codes: each ends with CR, LF or ETX; STX begins anew; too long ones are dropped."""

    _kept: bytearray = field(default_factory=bytearray)
    _noise: bool = False

    def feed(self, data: bytes) -> list[str]:
        """The codes that `data` completes, in order."""
        found: list[str] = []
        for byte in data:
            if byte in _LINE_ENDS:
                found += self.rest()
            elif byte == _STX:
                self._kept.clear()
                self._noise = False
            elif not self._noise:
                self._kept.append(byte)
                self._noise = len(self._kept) > LONGEST
        return found

    def rest(self) -> list[str]:
        """What has come so far as a code; nothing where it is noise or nothing has come."""
        kept, noise = bytes(self._kept), self._noise
        self._kept.clear()
        self._noise = False
        return [] if noise or not kept.strip() else [_text(kept)]


def _text(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("latin-1")


class Scanner:
    """Listens at `address` (port[@baud]) until it is stopped; `heard` and `state` are called on its thread.

    `state` says whether the line is open, at each change. A line that goes away, or is not there yet, is tried again
    every two seconds; so is one whose address is none.
    """

    def __init__(self, address: str, heard: Callable[[str], object], state: Callable[[bool], object]) -> None:
        self._port, self._baud = split_address(address)
        self._heard, self._state = heard, state
        self._ended = threading.Event()
        self._open: bool | None = None
        self._thread = threading.Thread(target=self._listen, name="scanner", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Hear nothing more; returns when the thread has ended."""
        self._ended.set()
        self._thread.join(AGAIN_SECONDS)

    def _listen(self) -> None:
        while not self._ended.is_set():
            try:
                with serial.Serial(self._port, self._baud, timeout=PAUSE_SECONDS) as line:
                    self._say(True)
                    self._read(line)
            except (OSError, ValueError, serial.SerialException) as error:
                if self._open is not False:
                    _log.info("the scanner's line is closed: %s", type(error).__name__)
                self._say(False)
            self._ended.wait(AGAIN_SECONDS)

    def _read(self, line: serial.Serial) -> None:
        frames = Frames()
        while not self._ended.is_set():
            data = line.read(max(1, line.in_waiting))
            self._give(frames.feed(data) if data else frames.rest())

    def _give(self, codes: Iterable[str]) -> None:
        for code in codes:
            if not self._ended.is_set():
                self._heard(code)

    def _say(self, is_open: bool) -> None:
        if is_open != self._open and not self._ended.is_set():
            self._open = is_open
            self._state(is_open)
