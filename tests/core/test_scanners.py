"""A serial scanner's bytes become codes, whatever it sends around them, and its line may come and go."""

import os
import pty
import threading
import time
import tty
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.core import scanners
from hms_desktop.core.scanners import LONGEST, Frames, Scanner, split_address
from tests.waiting import wait_until

PACK = b"]d201095066821013521729103110AB\x1d21532"


@pytest.mark.parametrize(
    ("sent", "codes"),
    [
        (b"123456\r", ["123456"]),
        (b"123456\n", ["123456"]),
        (b"123456\r\n654321\r\n", ["123456", "654321"]),
        (b"\x02123456\x03", ["123456"]),
        (b"\x02123456\x03\r\n", ["123456"]),
        (b"lost\x02123456\x03", ["123456"]),
        (PACK + b"\r", [PACK.decode()]),
        (b"\r\r\n\x03", []),
        (b"Z\xc3\xbcrich\r", ["Zürich"]),
        (b"Z\xfcrich\r", ["Zürich"]),
    ],
)
def test_a_code_is_cut_out_of_what_stands_around_it(sent: bytes, codes: list[str]) -> None:
    assert Frames().feed(sent) == codes


def test_a_code_may_come_in_pieces_and_without_an_end() -> None:
    frames = Frames()
    assert frames.feed(PACK[:7]) == []
    assert frames.feed(PACK[7:]) == []
    assert frames.rest() == [PACK.decode()]
    assert frames.rest() == []


def test_noise_is_dropped_up_to_its_end_and_the_next_code_is_heard() -> None:
    frames = Frames()
    assert frames.feed(b"9" * (LONGEST + 1) + b"\r123456\r") == ["123456"]


@given(st.binary(max_size=300))
def test_any_bytes_at_all_are_cut_without_a_fault(data: bytes) -> None:
    frames = Frames()
    codes = frames.feed(data) + frames.rest()
    assert all(0 < len(code) <= LONGEST for code in codes)


def test_an_address_is_a_port_and_perhaps_its_speed() -> None:
    assert split_address("COM3") == ("COM3", 9600)
    assert split_address("/dev/ttyACM0@115200") == ("/dev/ttyACM0", 115200)
    assert not any(split_address(bad)[0] for bad in ("", "COM3 ; rm", "COM3@fast", "x" * 200, "/dev/tty\x00"))


class Heard:
    """What a scanner told."""

    def __init__(self) -> None:
        self.codes: list[str] = []
        self.states: list[bool] = []
        self.threads: set[str] = set()

    def code(self, text: str) -> None:
        self.codes.append(text)
        self.threads.add(threading.current_thread().name)

    def state(self, is_open: bool) -> None:
        self.states.append(is_open)

    def wait(self, codes: int = 0, states: int = 0) -> None:
        wait_until(lambda: len(self.codes) >= codes and len(self.states) >= states, f"{codes} codes, {states} states")


class Plug:
    """A pseudo-terminal in place of a scanner; `at` stays the same however often it is plugged in."""

    def __init__(self, at: Path) -> None:
        self.at = at
        self._ends: tuple[int, ...] = ()

    def push_in(self) -> None:
        ours, theirs = pty.openpty()
        tty.setraw(theirs)
        self.at.symlink_to(os.ttyname(theirs))
        self._ends = (ours, theirs)

    def send(self, data: bytes) -> None:
        os.write(self._ends[0], data)

    def pull_out(self) -> None:
        for end in self._ends:
            os.close(end)
        self._ends = ()
        self.at.unlink(missing_ok=True)


@pytest.fixture
def plug(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plug]:
    monkeypatch.setattr(scanners, "AGAIN_SECONDS", 0.1)
    made = Plug(tmp_path / "scanner")
    yield made
    made.pull_out()


def test_a_scanner_is_heard_and_heard_again_after_it_was_pulled_out(plug: Plug) -> None:
    heard = Heard()
    scanner = Scanner(f"{plug.at}@115200", heard.code, heard.state)
    scanner.start()
    try:
        heard.wait(states=1)
        assert heard.states == [False]
        plug.push_in()
        heard.wait(states=2)
        plug.send(PACK + b"\r\n")
        heard.wait(codes=1)
        plug.send(b"5901234123457")
        heard.wait(codes=2)
        plug.pull_out()
        heard.wait(states=3)
        plug.push_in()
        heard.wait(states=4)
        plug.send(b"\x0296385074\x03")
        heard.wait(codes=3)
    finally:
        scanner.stop()
    assert heard.codes == [PACK.decode(), "5901234123457", "96385074"]
    assert heard.states == [False, True, False, True]
    assert heard.threads == {"scanner"}


def test_a_stopped_scanner_says_nothing_more(plug: Plug) -> None:
    heard = Heard()
    plug.push_in()
    scanner = Scanner(str(plug.at), heard.code, heard.state)
    scanner.start()
    heard.wait(states=1)
    scanner.stop()
    plug.send(b"5901234123457\r")
    time.sleep(0.3)
    assert heard.codes == []
