"""The desk hears one scanner: the one that was wished for last."""

import asyncio
import os
import pty
import tty
from collections.abc import Iterator

import pytest

from hms_desktop.widgets.scanner_line import ScannerLine
from tests.waiting import until
from tests.widgets.conftest import Loop


@pytest.fixture
def ends() -> Iterator[list[tuple[int, str]]]:
    """Our end of each of three pseudo-terminals, and the port that stands for a scanner."""
    pairs = [pty.openpty() for _ in range(3)]
    for _ours, theirs in pairs:
        tty.setraw(theirs)
    yield [(ours, os.ttyname(theirs)) for ours, theirs in pairs]
    for pair in pairs:
        for end in pair:
            os.close(end)


def test_of_three_that_are_chosen_at_once_the_last_is_heard_alone(ends: list[tuple[int, str]], loop: Loop) -> None:
    line = ScannerLine()
    heard: list[str] = []
    line.heard.connect(heard.append)

    async def choose() -> None:
        await asyncio.gather(*(line.listen_at(port) for _ours, port in ends))
        await until(lambda: line.is_open)
        for ours, port in ends:
            os.write(ours, port.encode() + b"\r")
        await until(lambda: heard)
        await asyncio.sleep(0.1)
        await line.listen_at("")
        assert not line.is_open

    loop.run(choose())
    assert heard == [ends[-1][1]]
