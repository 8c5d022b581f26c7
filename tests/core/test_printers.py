"""Sending to a printer over a real line: it takes all, or one sentence says why not, and never without end."""

import importlib
import socket
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from hms_desktop.core.errors import HmsError
from hms_desktop.core.printers import DEVICE, NETWORK, SPOOLER, USB, Way, address_fault, send
from tests.roll_printer import RollPrinter
from tests.waiting import PATIENCE

DATA = b"\x1b@" + b"one line of text\n" * 20
MUCH = b"\x1b@" + b"one line of text\n" * 400_000


@pytest.fixture
def printer() -> Iterator[RollPrinter]:
    made = RollPrinter()
    yield made
    made.close()


def fault(way: Way, data: bytes = DATA, patience: float = PATIENCE) -> str:
    with pytest.raises(HmsError) as refused:
        send(way, data, patience=patience)
    assert refused.value.sentence.endswith(".")
    return refused.value.code


def test_all_of_it_reaches_a_printer_that_is_well(printer: RollPrinter) -> None:
    send(Way(NETWORK, printer.address), DATA)
    [paper] = printer.papers()
    assert (len(paper.lines), paper.strange) == (20, [])


def test_a_printer_that_never_tells_its_state_prints(printer: RollPrinter) -> None:
    printer.cause = None
    send(Way(NETWORK, printer.address), DATA)
    assert len(printer.papers()[0].lines) == 20


@pytest.mark.parametrize(
    ("cause", "sensor", "code"),
    [
        (0x12, 0x72, "printer.no_paper"),
        (0x32, 0x12, "printer.no_paper"),
        (0x16, 0x12, "printer.cover"),
        (0x52, 0x12, "printer.broken"),
    ],
)
def test_a_printer_that_cannot_print_gets_nothing(printer: RollPrinter, cause: int, sensor: int, code: str) -> None:
    printer.cause, printer.paper_sensor = cause, sensor
    assert fault(Way(NETWORK, printer.address)) == code
    assert printer.papers()[0].lines == []


def test_paper_that_ends_meanwhile_is_told(printer: RollPrinter) -> None:
    printer.runs_out_after = 100
    assert fault(Way(NETWORK, printer.address)) == "printer.no_paper"


def test_a_printer_that_stops_taking_does_not_keep_the_desk(printer: RollPrinter) -> None:
    printer.cause, printer.takes = None, 1000
    begun = time.monotonic()
    assert fault(Way(NETWORK, printer.address), MUCH, patience=1.0) == "printer.stopped"
    assert time.monotonic() - begun < PATIENCE


def test_a_line_that_is_cut_is_told(printer: RollPrinter) -> None:
    printer.cuts_off_after = 1000
    assert fault(Way(NETWORK, printer.address), MUCH) == "printer.stopped"


def test_a_printer_that_falls_silent_after_it_answered_is_looked_at(printer: RollPrinter) -> None:
    printer.cuts_off_after = len(DATA)
    assert fault(Way(NETWORK, printer.address)) == "printer.stopped"


def test_nobody_at_the_address_is_told_in_time() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        assert fault(Way(NETWORK, f"127.0.0.1:{taken.getsockname()[1]}"), patience=1.0) == "printer.off"
    assert fault(Way(NETWORK, "no-such-printer.invalid"), patience=1.0) == "printer.off"


def test_a_device_file_gets_the_bytes(tmp_path: Path) -> None:
    device = tmp_path / "lp0"
    assert fault(Way(DEVICE, str(device))) == "printer.off"
    device.touch()
    send(Way(DEVICE, str(device)), DATA)
    assert device.read_bytes() == DATA


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has a spooler")
def test_a_kind_of_printer_that_this_computer_cannot_drive_says_so() -> None:
    assert fault(Way(SPOOLER, "EPSON TM-T20")) == "printer.no_driver"


def test_without_libusb_or_the_printer_at_the_usb_the_reason_is_said() -> None:
    has_libusb = importlib.import_module("usb.backend.libusb1").get_backend() is not None
    assert fault(Way(USB, "04b8:ffff")) == ("printer.off" if has_libusb else "printer.no_driver")


@pytest.mark.parametrize(
    ("connection", "good", "bad"),
    [
        (
            NETWORK,
            ("printer-1", "10.0.0.9", "10.0.0.9:9101", "[fe80::1]", "[fe80::1]:9100"),
            ("", "a b", "x:y", "x:1:2"),
        ),
        (USB, ("04b8:0202",), ("04b8", "4b8:202", "04b8:0202:1")),
        ("serial", ("COM3", "/dev/ttyUSB0", "/dev/ttyUSB0@19200"), ("", "COM 3", "COM3@")),
        (SPOOLER, ("EPSON TM-T20 (Copy 1)",), ("", "a\nb")),
    ],
)
def test_an_address_is_read_strictly(connection: str, good: tuple[str, ...], bad: tuple[str, ...]) -> None:
    assert [one for one in good if address_fault(connection, one)] == []
    assert [one for one in bad if not address_fault(connection, one)] == []
