"""Knocks from another thread reach the pages on the GUI thread, few however many there were."""

import threading
import time

import pytest
from PySide6.QtCore import QThread

from hms_desktop.core.errors import Unreachable
from hms_desktop.core.listener import LineState
from hms_desktop.core.notices import Channel, Notice
from hms_desktop.widgets import live as module
from hms_desktop.widgets.live import QUIET_MS, Live


@pytest.fixture
def live(qapp) -> Live:
    return Live()


def from_another_thread(work) -> None:
    thread = threading.Thread(target=work)
    thread.start()
    thread.join()


def knock(live: Live, area: str, key: str = "12", times: int = 1) -> None:
    def send() -> None:
        for _ in range(times):
            live.on_notice(Notice(Channel.CHANGES, area, key))

    from_another_thread(send)


def test_a_notice_is_heard_on_the_gui_thread_at_once(live: Live, qtbot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "QUIET_MS", 3_600_000)
    heard: list[bool] = []
    live.subscribe("queue", lambda: heard.append(QThread.isMainThread()))
    knock(live, "queue")
    qtbot.waitUntil(lambda: heard == [True])


def test_a_burst_is_heard_twice_first_at_once_and_then_when_it_is_over(
    live: Live, qtbot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "QUIET_MS", 1000)
    heard: list[float] = []
    live.subscribe("queue", lambda: heard.append(time.monotonic()))
    for _ in range(20):
        knock(live, "queue")
        qtbot.wait(1)
    qtbot.waitUntil(lambda: len(heard) == 2)
    qtbot.wait(50)
    assert len(heard) == 2
    assert heard[1] - heard[0] >= 0.95


def test_a_flood_of_forged_notices_causes_few_reloads(live: Live, qtbot) -> None:
    heard: list[str] = []
    live.subscribe("queue", lambda: heard.append("queue"))
    stop = threading.Event()

    def flood() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            for area in ("queue", "", f"forged{number}"):
                live.on_notice(Notice(Channel.CHANGES, area, str(number)))

    thread = threading.Thread(target=flood)
    began = time.monotonic()
    thread.start()
    qtbot.waitUntil(lambda: len(heard) >= 4)
    stop.set()
    thread.join()
    assert len(heard) <= (time.monotonic() - began) * 1000 / QUIET_MS + 2


def test_another_area_or_another_key_is_not_heard(live: Live, qtbot) -> None:
    heard: list[str] = []
    live.subscribe("queue", lambda: heard.append("queue"), frozenset({"7"}))
    live.subscribe("patients", lambda: heard.append("patients"))
    knock(live, "queue", "12")
    knock(live, "stock", "7")
    qtbot.wait(50)
    assert heard == []
    knock(live, "queue", "7")
    qtbot.waitUntil(lambda: heard == ["queue"])


def test_a_notice_that_could_not_be_read_lets_everyone_read_again(live: Live, qtbot) -> None:
    heard: set[str] = set()
    live.subscribe("queue", lambda: heard.add("queue"), frozenset({"7"}))
    live.subscribe("patients", lambda: heard.add("patients"))
    knock(live, "", "")
    qtbot.waitUntil(lambda: heard == {"queue", "patients"})


def test_after_a_reconnect_everything_is_read_again_and_a_beat_changes_nothing(live: Live, qtbot) -> None:
    heard, signals = [], []
    live.subscribe("queue", lambda: heard.append("queue"))
    live.went_away.connect(lambda error: signals.append(error.sentence))
    live.came_back.connect(lambda: signals.append("back"))
    away = Unreachable("server.away", "away")
    for state in (LineState(True), LineState(True), LineState(False, error=away), LineState(False, error=away)):
        from_another_thread(lambda state=state: live.on_state(state))
        qtbot.wait(QUIET_MS + 20)
    assert (heard, signals, live.up) == (["queue"], ["away"], False)
    from_another_thread(lambda: live.on_state(LineState(True, 2.5)))
    qtbot.waitUntil(lambda: len(heard) == 2)
    assert signals == ["away", "back"]


def test_who_ended_their_subscription_hears_nothing_more(live: Live, qtbot) -> None:
    heard: list[str] = []
    subscription = live.subscribe("queue", lambda: heard.append("queue"))
    knock(live, "queue")
    qtbot.waitUntil(lambda: heard == ["queue"])
    knock(live, "queue")
    subscription.end()
    qtbot.wait(2 * QUIET_MS)
    assert heard == ["queue"]
