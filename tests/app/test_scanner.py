"""A scanner on a serial line, chosen in Settings, reaches the page that is shown, and no covered desk."""

import asyncio
import os
import pty
import tty
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from hms_desktop.app import scanner_choice
from hms_desktop.app.scanner_choice import ScannerChoice
from hms_desktop.app.settings_page import SettingsPage
from hms_desktop.widgets.page import Page
from tests.app.conftest import Running, until
from tests.hospital import Hospital


@dataclass(frozen=True)
class Plug:
    """Both ends of a pseudo-terminal that stands for a scanner."""

    ours: int
    port: str

    def send(self, text: str) -> None:
        os.write(self.ours, text.encode() + b"\r")


@pytest.fixture
def plug() -> Iterator[Plug]:
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    yield Plug(ours, os.ttyname(theirs))
    os.close(ours)
    os.close(theirs)


def test_a_serial_scanner_reaches_the_page_and_is_remembered(
    running: Running, hospital: Hospital, plug: Plug, monkeypatch: pytest.MonkeyPatch
) -> None:
    heard: list[str] = []
    monkeypatch.setattr(scanner_choice, "ports", lambda: ((plug.port, "a scanner"),))
    monkeypatch.setattr(Page, "take_scan", lambda _page, text: heard.append(text) is None and text != "unknown")

    async def steps(program: Running) -> None:
        shell = await program.sign_in(hospital.person("front_desk", "manager"))
        shell.open_page("settings")
        page = shell.page("settings")
        assert isinstance(page, SettingsPage)
        [choice] = page.findChildren(ScannerChoice)
        choice.port.setCurrentIndex(choice.port.findData(plug.port))
        choice.speed.setCurrentIndex(choice.speed.findData(115200))
        await until(lambda: choice._scanner.is_open)
        assert choice._state.text() == choice.tr("The scanner is connected.")
        assert program.program._remembered.scanner == f"{plug.port}@115200"
        shell.open_page("patients")
        plug.send("5901234123457")
        await until(lambda: heard == ["5901234123457"])
        shell.setFocus()
        plug.send("unknown")
        await until(lambda: shell.messages.message() is not None)
        session = program.program.session
        assert session is not None
        session.lock()
        plug.send("96385074")
        await asyncio.sleep(0.3)
        assert heard == ["5901234123457", "unknown"]

    running.run(hospital.superuser, steps)
