"""What systemd hears of a screen, over a real socket: that it is up and lives, and nothing about the server."""

import os
import socket
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from display_kiosk import connected
from display_kiosk.service import LISTENING_PATIENCE, ListeningSigns, Pulse, ServiceManager, restart_due
from hms_desktop.core.listener import LineState
from hms_desktop.core.settings import Server
from tests.kiosk.running import RunningKiosk

NIGHT = datetime(2026, 3, 3, 2, 0)
A_DAY = timedelta(hours=23)


class Manager:
    """systemd's end of the socket."""

    def __init__(self, folder: Path) -> None:
        self.path = folder / "notify"
        self._wire = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM)
        self._wire.bind(str(self.path))
        self._wire.setblocking(False)

    def environ(self, **more: str) -> dict[str, str]:
        return {"NOTIFY_SOCKET": str(self.path), "WATCHDOG_USEC": "30000000", **more}

    def heard(self) -> list[str]:
        """The datagrams since the last time."""
        found = []
        while True:
            try:
                found.append(self._wire.recv(4096).decode())
            except BlockingIOError:
                return found

    def close(self) -> None:
        self._wire.close()


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def manager(tmp_path: Path) -> Iterator[Manager]:
    made = Manager(tmp_path)
    yield made
    made.close()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def signs(clock: Clock) -> ListeningSigns:
    return ListeningSigns(clock)


@pytest.fixture
def home(qapp: QApplication) -> Iterator[QObject]:
    """What is made with it ends with it, on this thread."""
    made = QObject()
    yield made
    shiboken6.delete(made)


@pytest.fixture
def pulse(manager: Manager, signs: ListeningSigns, home: QObject) -> Pulse:
    return Pulse(ServiceManager(manager.environ()), lambda: None, signs.fresh, home)


def test_it_is_ready_with_the_first_frame_and_only_then(manager: Manager, pulse: Pulse) -> None:
    assert manager.heard() == []
    pulse.on_frame()
    pulse.on_frame()
    assert manager.heard() == ["READY=1\nSTATUS=The board is shown."]


def test_the_watchdog_is_fed_while_frames_advance(manager: Manager, pulse: Pulse) -> None:
    for _ in range(3):
        pulse.on_frame()
        pulse.check()
    assert manager.heard()[1:] == ["WATCHDOG=1"] * 3


def test_a_picture_that_stands_still_starves_the_watchdog(manager: Manager, pulse: Pulse) -> None:
    pulse.on_frame()
    pulse.check()
    manager.heard()
    pulse.check()
    assert manager.heard() == []


def test_a_dead_listening_thread_starves_the_watchdog(manager: Manager, pulse: Pulse, clock: Clock) -> None:
    clock.now += LISTENING_PATIENCE + 1
    pulse.on_frame()
    pulse.check()
    assert manager.heard() == ["READY=1\nSTATUS=The board is shown."]


def test_a_server_that_is_away_for_hours_starves_nothing(
    manager: Manager, pulse: Pulse, signs: ListeningSigns, clock: Clock
) -> None:
    passed_on: list[LineState] = []
    heard = signs.through(passed_on.append)
    for _ in range(100):
        clock.now += 50
        heard(LineState(up=False))
        pulse.on_frame()
        pulse.check()
        assert manager.heard()[-1] == "WATCHDOG=1"
    assert len(passed_on) == 100


def test_each_check_asks_for_a_frame_so_that_a_still_board_can_prove_itself(
    manager: Manager, signs: ListeningSigns, home: QObject
) -> None:
    asked: list[bool] = []
    pulse = Pulse(ServiceManager(manager.environ()), lambda: asked.append(True), signs.fresh, home)
    pulse.check()
    assert asked == [True]


def test_it_checks_three_times_in_each_wait_of_the_watchdog(manager: Manager) -> None:
    assert ServiceManager(manager.environ()).watchdog_seconds == 30
    assert ServiceManager(manager.environ(WATCHDOG_PID=str(os.getpid()))).watchdog_seconds == 30
    assert ServiceManager(manager.environ(WATCHDOG_PID="1")).watchdog_seconds == 0


def test_an_orderly_end_is_told(manager: Manager, pulse: Pulse) -> None:
    pulse.stop()
    assert manager.heard() == ["STOPPING=1"]


def test_an_address_without_a_file_works_too() -> None:
    name = f"hms-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as wire:
        wire.bind(f"\0{name}")
        wire.settimeout(5)
        ServiceManager({"NOTIFY_SOCKET": f"@{name}"}).tell("READY=1")
        assert wire.recv(100) == b"READY=1"


@pytest.mark.parametrize("options", [(), ("--check-in",)], ids=["a screen", "the touch screen at the entrance"])
def test_the_real_program_is_ready_and_lives_although_no_server_answers(
    manager: Manager, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, options: tuple[str, ...]
) -> None:
    for name, value in manager.environ(WATCHDOG_USEC="900000").items():
        monkeypatch.setenv(name, value)
    kiosk = RunningKiosk(Server("127.0.0.1", 1, user="kiosk-nowhere", password="x"), tmp_path, *options)
    heard: list[str] = []

    def told(word: str) -> bool:
        heard.extend(manager.heard())
        return any(word in one for one in heard)

    try:
        kiosk.wait_for(lambda: told("READY=1"), "the manager to be told that it is ready")
        kiosk.wait_for(lambda: told("WATCHDOG=1"), "the watchdog to be fed")
    finally:
        assert kiosk.end() == 0
    assert told("STOPPING=1")


@pytest.mark.parametrize("environ", [{}, {"NOTIFY_SOCKET": "/nowhere/at/all"}])
def test_without_a_manager_nothing_happens(environ: dict[str, str]) -> None:
    ServiceManager(environ).tell("READY=1")


@pytest.mark.parametrize(
    ("wall", "display_id", "up", "calling", "due"),
    [
        (NIGHT, 30, A_DAY, False, True),
        (NIGHT - timedelta(seconds=1), 30, A_DAY, False, False),
        (NIGHT, 31, A_DAY, False, False),
        (NIGHT + timedelta(minutes=1), 31, A_DAY, False, True),
        (NIGHT, 30, A_DAY, True, False),
        (NIGHT + timedelta(hours=2, minutes=59), 30, A_DAY, False, True),
        (NIGHT + timedelta(hours=3), 30, A_DAY, False, False),
        (NIGHT, 30, timedelta(hours=1), False, False),
        (datetime(2026, 3, 3, 14, 0), 30, A_DAY, False, False),
    ],
    ids=[
        "two o'clock", "before two", "another screen's minute", "this screen's minute", "somebody is called",
        "the last minute", "too late for tonight", "restarted just now", "in the afternoon",
    ],
)  # fmt: skip
def test_it_restarts_at_night_in_its_own_minute_while_nobody_is_called(
    wall: datetime, display_id: int, up: timedelta, calling: bool, due: bool
) -> None:
    assert restart_due(wall, up, display_id, calling=calling) is due


def plug(root: Path, name: str, status: str, modes: str) -> None:
    folder = root / name
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "status").write_text(status + "\n")
    (folder / "modes").write_text(modes)


def test_a_display_counts_once_it_is_connected_and_has_told_its_modes(tmp_path: Path) -> None:
    plug(tmp_path, "card1-HDMI-A-1", "connected", "")
    plug(tmp_path, "card1-HDMI-A-2", "disconnected", "")
    (tmp_path / "card1").mkdir()
    assert connected.connected(tmp_path) == ()
    plug(tmp_path, "card1-HDMI-A-1", "connected", "1920x1080\n1280x720\n")
    assert connected.connected(tmp_path) == ("card1-HDMI-A-1",)


def test_it_waits_until_the_television_is_switched_on(tmp_path: Path, clock: Clock) -> None:
    def sleep(seconds: float) -> None:
        clock.now += seconds
        if clock.now > 120:
            plug(tmp_path, "card0-HDMI-A-1", "connected", "1920x1080\n")

    assert connected.wait_for_display(tmp_path, 60, clock=clock, sleep=sleep) == ("card0-HDMI-A-1",)
    assert 120 < clock.now < 122


def test_after_a_minute_without_a_display_it_ends_so_that_systemd_tries_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert connected.main(["--root", str(tmp_path), "--seconds", "0"]) == 75
    assert "No display" in capsys.readouterr().err
    plug(tmp_path, "card1-HDMI-A-1", "connected", "1920x1080\n")
    assert connected.main(["--root", str(tmp_path)]) == 0
    assert capsys.readouterr().out == "card1-HDMI-A-1\n"
