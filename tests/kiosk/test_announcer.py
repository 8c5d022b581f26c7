"""One announcement at a time, in order, whole."""

import json

import pytest
from PySide6.QtCore import QObject, Signal
from pytestqt.qtbot import QtBot

from display_kiosk import sentences
from display_kiosk.announcer import FORGET_SECONDS, Announcer
from display_kiosk.scene.board import Board, BoardCall
from hms_desktop.core import places

THEME = json.loads((places.resources() / "themes" / "kiosk.json").read_text(encoding="utf-8"))
WORDS = sentences.load([places.resources() / "announcements"], ["en"])[0].words


class Mouth(QObject):
    """A voice that speaks when the test says so."""

    said = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[tuple[str, str]] = []

    def say(self, announcements: object, ticket: str, room: str) -> None:
        self.asked.append((ticket, room))


@pytest.fixture
def mouth(qtbot: QtBot) -> Mouth:
    return Mouth()


@pytest.fixture
def now() -> list[float]:
    return [0.0]


@pytest.fixture
def announcer(mouth: Mouth, now: list[float]) -> Announcer:
    board = Board(THEME, WORDS)
    return Announcer(board, mouth, dwell_ms=1, linger_ms=2, clock=lambda: now[0], parent=board)


def call(number: int, ticket: str | None = None, room: str = "Counter 1") -> BoardCall:
    return BoardCall(number, ticket or f"A {number:03}", room)


def test_the_next_call_waits_until_this_one_was_said_whole(announcer: Announcer, mouth: Mouth, qtbot: QtBot) -> None:
    announcer.announce([call(1), call(2)])
    qtbot.wait(20)
    assert mouth.asked == [("A 001", "Counter 1")]
    mouth.said.emit(True)
    qtbot.waitUntil(lambda: len(mouth.asked) == 2)


def test_the_next_call_waits_until_this_one_was_long_enough_on_the_card(mouth: Mouth, qtbot: QtBot) -> None:
    announcer = Announcer(Board(THEME, WORDS), mouth, dwell_ms=300, linger_ms=300)
    announcer.announce([call(1), call(2)])
    mouth.said.emit(True)
    assert len(mouth.asked) == 1
    qtbot.waitUntil(lambda: len(mouth.asked) == 2)


def test_thirty_calls_at_once_are_all_said_in_order(announcer: Announcer, mouth: Mouth, qtbot: QtBot) -> None:
    spoken: list[int] = []
    announcer.spoken.connect(spoken.extend)
    announcer.announce([call(n) for n in range(30)])
    for number in range(30):
        qtbot.waitUntil(lambda number=number: len(mouth.asked) == number + 1)
        mouth.said.emit(True)
    assert spoken == list(range(30))


def test_a_recall_joins_the_announcement_that_still_waits(announcer: Announcer, mouth: Mouth, qtbot: QtBot) -> None:
    spoken: list[list[int]] = []
    announcer.spoken.connect(spoken.append)
    announcer.announce([call(1), call(2), call(3, "A 002", "Counter 5")])
    mouth.said.emit(True)
    qtbot.waitUntil(lambda: len(mouth.asked) == 2)
    mouth.said.emit(True)
    assert mouth.asked[1] == ("A 002", "Counter 5")
    assert spoken == [[1], [2, 3]]


def test_what_no_device_could_say_does_not_count_as_spoken(announcer: Announcer, mouth: Mouth) -> None:
    spoken: list[list[int]] = []
    announcer.spoken.connect(spoken.append)
    announcer.announce([call(1)])
    mouth.said.emit(False)
    assert spoken == []


def test_a_call_that_was_taken_back_is_not_said(announcer: Announcer, mouth: Mouth, qtbot: QtBot) -> None:
    announcer.announce([call(1), call(2), call(3)])
    announcer.withdraw([2])
    mouth.said.emit(True)
    qtbot.waitUntil(lambda: len(mouth.asked) == 2)
    assert mouth.asked[1][0] == "A 003"


def test_a_call_whose_turn_comes_minutes_later_is_left_to_the_list(
    announcer: Announcer, mouth: Mouth, now: list[float], qtbot: QtBot
) -> None:
    announcer.announce([call(1), call(2)])
    now[0] = FORGET_SECONDS + 1
    mouth.said.emit(True)
    qtbot.wait(20)
    assert len(mouth.asked) == 1


def test_in_the_quiet_hours_calls_are_shown_one_after_the_other_and_not_spoken(
    announcer: Announcer, mouth: Mouth, qtbot: QtBot
) -> None:
    announced: list[list[int]] = []
    announcer.announcing.connect(announced.append)
    announcer.set_quiet(True)
    announcer.announce([call(1), call(2)])
    qtbot.waitUntil(lambda: announced == [[1], [2]])
    announcer.set_quiet(False)
    announcer.announce([call(3)])
    qtbot.waitUntil(lambda: mouth.asked == [("A 003", "Counter 1")])


def test_the_card_stands_as_long_as_the_screen_is_set_to(mouth: Mouth, qtbot: QtBot) -> None:
    announcer = Announcer(Board(THEME, WORDS), mouth, dwell_ms=60_000, linger_ms=60_000)
    announcer.set_dwell(1)
    announcer.announce([call(1), call(2)])
    mouth.said.emit(True)
    qtbot.waitUntil(lambda: len(mouth.asked) == 2)


def test_a_test_call_is_said_in_its_turn_and_never_taken_for_a_real_ticket(
    announcer: Announcer, mouth: Mouth, qtbot: QtBot
) -> None:
    spoken: list[list[int]] = []
    announcer.spoken.connect(spoken.append)
    announcer.announce([call(1), call(2, "T 001"), BoardCall(-1, "T 001", "Counter 9", test=True)])
    for said in range(3):
        qtbot.waitUntil(lambda said=said: len(mouth.asked) == said + 1)
        mouth.said.emit(True)
    assert spoken == [[1], [2], [-1]]
    assert mouth.asked[1:] == [("T 001", "Counter 1"), ("T 001", "Counter 9")]


def test_the_video_is_quiet_until_the_last_call_was_said(announcer: Announcer, mouth: Mouth, qtbot: QtBot) -> None:
    ducked: list[bool] = []
    announcer.speaking.connect(ducked.append)
    announcer.announce([call(1), call(2)])
    mouth.said.emit(True)
    qtbot.waitUntil(lambda: len(mouth.asked) == 2)
    assert False not in ducked
    mouth.said.emit(True)
    assert ducked[-1] is False


def test_a_screen_that_is_read_again_and_again_does_not_hold_up_the_next_call(mouth: Mouth, qtbot: QtBot) -> None:
    announcer = Announcer(Board(THEME, WORDS), mouth, dwell_ms=400, linger_ms=400)
    announcer.announce([call(1), call(2)])
    mouth.said.emit(True)
    for _ in range(100):
        announcer.set_dwell(400)
        qtbot.wait(20)
        if len(mouth.asked) == 2:
            return
    pytest.fail("the second call was never said")
