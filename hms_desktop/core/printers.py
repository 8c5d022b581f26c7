"""Sending bytes to a roll printer on another thread: network, USB, Windows spooler, serial line or device file.

Every way has an end: a printer that is off, out of paper or slow becomes one sentence, never a wait without limit. What
was not wholly taken by the printer is never sent again by itself.
"""

import importlib
import re
import socket
import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hms_desktop.core.errors import Misconfigured, Unreachable
from hms_desktop.core.roll import library

NETWORK, USB, SPOOLER, SERIAL, DEVICE = "network", "usb", "spooler", "serial", "device"
PORT = 9100
PATIENCE_SECONDS = 8.0
ANSWER_SECONDS = 0.7
"""How long a printer may take to tell its state; many never do, and are then believed to be well."""

_AGAIN_SECONDS = 0.4
_IS_STATUS = (0b10010011, 0b00010010)
_COVER, _STOPPED_FOR_PAPER, _BROKEN = 0b100, 0b100000, 0b1000000
_NO_PAPER = 0b1100000
_QUESTIONS = {"cause": b"\x10\x04\x02", "paper": b"\x10\x04\x04"}


@dataclass(frozen=True)
class Way:
    """How a printer is reached: `address` is host[:port], vendor:product, a queue's name, or port[@baud]."""

    connection: str
    address: str


def address_fault(connection: str, address: str) -> str:
    """One sentence why a printer cannot be reached so; empty where it may be."""
    form, sentence = _FORMS[connection]
    return "" if re.fullmatch(form, address) else sentence


_FORMS = {
    NETWORK: (
        r"(\[[0-9a-fA-F:.]+\]|[\w.-]{1,200})(:\d{1,5})?",
        "Type the printer's name or address, and :port if it is not 9100.",
    ),
    USB: (r"[0-9a-fA-F]{4}:[0-9a-fA-F]{4}", "Type the vendor's and the product's number, such as 04b8:0202."),
    SPOOLER: (r"[^\x00-\x1f]{1,200}", "Type the printer's name as Windows shows it."),
    SERIAL: (r"[\w/.-]{1,100}(@\d{3,6})?", "Type the serial port, such as COM3 or /dev/ttyUSB0@19200."),
    DEVICE: (r"[^\x00-\x1f]{1,200}", "Type the device file, such as /dev/usb/lp0."),
}


def send(way: Way, data: bytes, *, patience: float = PATIENCE_SECONDS) -> None:
    """Give `data` to the printer, or raise an HmsError that says what a person should do.

    Codes: printer.off (nothing was sent), printer.no_paper, printer.cover, printer.broken (nothing was sent or it
    stopped), printer.stopped (a part may be on paper), printer.no_driver (Misconfigured).
    """
    opened = _opened(way, patience)
    with closing(opened):
        answers = _state(opened, way)
        try:
            opened._raw(data)
        except (OSError, library().exceptions.Error) as error:
            raise Unreachable("printer.stopped", _STOPPED) from error
        if answers and not _state(opened, way, patience):
            # Asked again it tells of paper that ran out; and what it has answered after, it has received.
            raise Unreachable("printer.stopped", _STOPPED)


def _opened(way: Way, patience: float) -> Any:
    try:
        return _MAKERS[way.connection](way.address, patience)
    except (OSError, library().exceptions.DeviceNotFoundError) as error:
        raise Unreachable(
            "printer.off", "The printer does not answer; switch it on, or check its cable and address."
        ) from error
    except ImportError as error:
        raise Misconfigured(
            "printer.no_driver",
            "This computer has no driver for this kind of printer; ask IT, or choose another printer.",
        ) from error


def _network(address: str, patience: float) -> Any:
    """A connection that reaches IPv6 too, and leaves no open socket behind a refusal as the library's own way does."""
    found = re.fullmatch(r"\[?(.*?)\]?(?::(\d+))?", address)
    assert found is not None  # noqa: S101 - every text matches
    host, port = found[1], int(found[2] or PORT)
    printer = library().printer.Network(host, port, timeout=patience)
    deadline = time.monotonic() + patience
    while True:
        try:
            printer.device = socket.create_connection((host, port), patience)
            return printer
        except ConnectionRefusedError:
            # A printer serves one desk at a time, and some refuse the second one meanwhile.
            if time.monotonic() + _AGAIN_SECONDS > deadline:
                raise
            time.sleep(_AGAIN_SECONDS)


def _driver(kind: str) -> Any:
    """The library's printer of that kind, if what it stands on is installed. Raises ImportError."""
    made = getattr(library().printer, kind)
    if not made.is_usable():
        raise ImportError(kind)
    return made


def _open(made: Any) -> Any:
    made.open()
    return made


def _usb(address: str, patience: float) -> Any:
    vendor, product = (int(number, 16) for number in address.split(":"))
    made = _driver("Usb")
    if importlib.import_module("usb.backend.libusb1").get_backend() is None:
        raise ImportError("libusb")  # pyusb is only the way to it; without it no device would ever be found
    return _open(made(vendor, product, timeout=int(patience * 1000)))


def _serial(address: str, patience: float) -> Any:
    port, _, baud = address.partition("@")
    return _open(_driver("Serial")(port, baudrate=int(baud or 9600), timeout=patience))


def _spooler(address: str, _patience: float) -> Any:
    return _open(_driver("Win32Raw")(address))


def _device(address: str, _patience: float) -> Any:
    if not Path(address).exists():
        raise FileNotFoundError(address)
    return _open(library().printer.File(address))


_MAKERS: dict[str, Callable[[str, float], Any]] = {
    NETWORK: _network,
    USB: _usb,
    SPOOLER: _spooler,
    SERIAL: _serial,
    DEVICE: _device,
}


def _state(printer: Any, way: Way, patience: float = ANSWER_SECONDS) -> bool:
    """Whether the printer tells its state at all; raises where the state is that it cannot print."""
    if way.connection != NETWORK:
        return False
    for question, ask in _QUESTIONS.items():
        answer = _asked(printer, ask, patience)
        if answer is None:
            return False
        for mask, fault, code, sentence in _TROUBLES[question]:
            if answer & mask:
                raise fault(code, sentence)
    return True


_STOPPED = "The printer took perhaps only a part of the paper; look at it before you repeat."
_NO_PAPER_SENTENCE = "The printer has no paper; put in a new roll and repeat."
_TROUBLES: dict[str, tuple[tuple[int, type[Unreachable], str, str], ...]] = {
    "cause": (
        (_COVER, Unreachable, "printer.cover", "The printer's cover is open; close it and repeat."),
        (_STOPPED_FOR_PAPER, Unreachable, "printer.no_paper", _NO_PAPER_SENTENCE),
        (_BROKEN, Unreachable, "printer.broken", "The printer reports a fault; look at its lamps, then repeat."),
    ),
    "paper": ((_NO_PAPER, Unreachable, "printer.no_paper", _NO_PAPER_SENTENCE),),
}
"""What the bits of an answer mean (Epson's ESC/POS reference, DLE EOT 2 and 4)."""


def _asked(printer: Any, question: bytes, patience: float) -> int | None:
    """The printer's answer to a real-time question (DLE EOT n), None where it gives none within `patience` seconds."""
    mask, value = _IS_STATUS
    with suppress(OSError):
        printer._raw(question)
        printer.device.settimeout(patience)
        try:
            answers = [byte for byte in printer._read() if byte & mask == value]
        finally:
            printer.device.settimeout(printer.timeout)
        return answers[-1] if answers else None
    return None
