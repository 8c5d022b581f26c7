"""The picture: what stands on it, when a call counts as painted, and that text is nothing but text."""

import json
import re
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QRectF, QUrl
from PySide6.QtGui import QColor, QImage
from PySide6.QtQml import QJSEngine, QQmlComponent
from PySide6.QtQuick import QQuickItem
from pytestqt.qtbot import QtBot

from display_kiosk import sentences
from display_kiosk.scene.board import ROWS, Board, BoardCall, CallList, WaitingLine
from display_kiosk.scene.fonts import use_fonts
from display_kiosk.scene.window import SCENE, BoardWindow
from hms_desktop.clinic.displays import rules
from hms_desktop.core import places
from tests.corpus import worst

# Qt looks for a sound server, and a machine without one is what these tests may run on.
pytestmark = pytest.mark.qt_log_ignore(r"PulseAudioService: pa_context_connect\(\) failed", "QSoundEffect: playback of")

THEME = json.loads((places.resources() / "themes" / "kiosk.json").read_text(encoding="utf-8"))
WORDS = sentences.load([places.resources() / "announcements"], ["en"])[0].words


@pytest.fixture
def board() -> Board:
    return Board(THEME, WORDS)


def calls(*numbers: int) -> list[BoardCall]:
    return [BoardCall(n, f"A {n:03}", f"Counter {n}") for n in numbers]


def test_no_more_calls_enter_between_two_frames_than_the_list_has_rows(board: Board) -> None:
    painted: list[list[int]] = []
    board.painted.connect(painted.append)
    board.show(calls(*range(1, 31)))
    assert len(board.listed()) == ROWS
    while len([call for ids in painted for call in ids]) < 30:
        board.frame_shown()
    assert [len(ids) for ids in painted] == [7, 7, 7, 7, 2]
    assert [call for ids in painted for call in ids] == list(range(1, 31))


def test_a_frame_that_may_be_older_than_the_call_does_not_count_alone(board: Board) -> None:
    painted: list[list[int]] = []
    board.painted.connect(painted.append)
    board.show(calls(1))
    board.frame_shown(surely=False)
    assert painted == []
    board.frame_shown(surely=False)
    assert painted == [[1]]


def test_a_recalled_ticket_moves_to_the_top_and_stands_once(board: Board) -> None:
    board.show(calls(1, 2))
    board.show([BoardCall(3, "A 001", "Counter 1")])
    board.frame_shown()
    assert board.listed() == (3, 2)


def test_a_call_that_was_taken_back_leaves_the_list(board: Board) -> None:
    board.show(calls(1, 2, 3))
    board.withdraw([2])
    assert board.listed() == (3, 1)


def test_the_list_is_a_sound_model(qtmodeltester: object) -> None:
    model = CallList()
    for call in calls(*range(9)):
        model.put_first(call)
    qtmodeltester.check(model)  # type: ignore[attr-defined]  # pytest-qt names no type
    assert model.rowCount() == ROWS


def has_colour(image: QImage, colour: str, left: int, top: int, width: int, height: int) -> bool:
    """True where the part of the picture holds a pixel of exactly that colour."""
    part = image.copy(left, top, width, height).convertToFormat(QImage.Format.Format_RGB32)
    return QColor(colour).rgb() in memoryview(bytes(part.constBits())).cast("I")


def found(window: BoardWindow, kind: str) -> QQuickItem:
    """The one part of the scene that its own file describes."""
    parts = [window.rootObject()]
    while parts:
        item = parts.pop()
        if item.metaObject().className().startswith(f"{kind}_QMLTYPE"):
            return item
        parts.extend(item.childItems())
    raise AssertionError(kind)


def place(item: QQuickItem) -> QRectF:
    """Where a part lies in the picture."""
    return item.mapRectToScene(QRectF(0, 0, item.width(), item.height()))


@pytest.fixture
def window(qtbot: QtBot, board: Board) -> BoardWindow:
    shown = BoardWindow(board)
    shown.resize(1280, 720)
    shown.show()
    yield shown
    shown.dismiss()


def test_a_call_counts_as_painted_once_it_is_in_the_picture(qtbot: QtBot, board: Board, window: BoardWindow) -> None:
    pictures: list[QImage] = []
    board.painted.connect(lambda _: pictures.append(window.grabWindow()))
    qtbot.waitExposed(window)
    with qtbot.waitSignal(board.painted):
        board.show(calls(1))
    assert has_colour(pictures[0], THEME["accent"], 880, 80, 160, 60)


def test_the_card_lies_over_the_video_and_never_over_the_list(qtbot: QtBot, board: Board, window: BoardWindow) -> None:
    board.show_card(BoardCall(1, "WWW 88888", "Ophthalmology consultation room 12, second floor"), ["please go to"] * 5)
    qtbot.waitUntil(lambda: found(window, "Card").opacity() == 1)
    card = THEME["card"]
    qtbot.waitUntil(lambda: has_colour(window.grabWindow(), card, 60, 500, 60, 100))
    assert not has_colour(window.grabWindow(), card, 858, 0, 422, 640)


@pytest.mark.parametrize(
    ("layout", "width", "height", "ticket"),
    [("beside", 1280, 720, "A 088"), ("portrait", 720, 1280, "A 088"), ("portrait", 720, 1280, "P 1234")],
)
def test_the_ticket_on_the_card_is_a_sixth_of_the_screen_high(
    qtbot: QtBot, board: Board, window: BoardWindow, layout: str, width: int, height: int, ticket: str
) -> None:
    board.set_display(hospital="", layout=layout, mirrored=False)
    window.resize(width, height)
    board.show_card(BoardCall(1, ticket, "Counter 3"), ["please go to"])
    card = found(window, "Card")
    qtbot.waitUntil(lambda: card.opacity() == 1)
    qtbot.waitUntil(lambda: has_colour(window.grabWindow(), THEME["card_text"], *place(card).toRect().getRect()))
    picture, lies = window.grabWindow(), place(card).toRect()
    ink = [
        y
        for y in range(lies.top(), lies.bottom())
        if has_colour(picture, THEME["card_text"], lies.x(), y, lies.width(), 1)
    ]
    assert max(ink) - min(ink) >= height / 6 - 2


def test_a_test_call_counts_as_painted_with_its_card_and_never_enters_the_list(
    qtbot: QtBot, board: Board, window: BoardWindow
) -> None:
    qtbot.waitExposed(window)
    with qtbot.waitSignal(board.painted) as painted:
        board.show_card(BoardCall(-4, "T 001", "Counter 3", test=True), [WORDS["test"]])
    assert painted.args == [[-4]]
    assert board.listed() == ()


@pytest.mark.parametrize("layout", rules.LAYOUTS)
def test_a_layout_changes_while_the_board_is_seen_and_the_card_stays_off_the_list(
    qtbot: QtBot, board: Board, window: BoardWindow, layout: str
) -> None:
    window.resize(*((720, 1280) if layout == "portrait" else (1280, 720)))
    board.show(calls(*range(1, 8)))
    board.show_card(BoardCall(8, "WWW 88888", "Ophthalmology consultation room 12, second floor"), ["please go to"] * 5)
    board.set_display(hospital="", layout=layout, mirrored=False)
    card, column = (found(window, kind) for kind in ("Card", "CallColumn"))
    qtbot.waitUntil(lambda: card.width() > 0 and card.opacity() == 1)
    assert not place(card).intersects(place(column))
    assert place(column).bottom() <= place(found(window, "Strip")).top()
    assert place(card).top() >= 0


def test_the_list_is_mirrored_for_a_language_that_is_written_from_the_right(board: Board, window: BoardWindow) -> None:
    column = found(window, "CallColumn")
    assert place(column).right() == window.width()
    board.set_display(hospital="", layout="beside", mirrored=True)
    assert place(column).left() == 0


def test_messages_take_turns_and_a_long_one_turns_through_its_lines(
    qtbot: QtBot, board: Board, window: BoardWindow
) -> None:
    ticker = found(window, "Ticker")
    board.set_lines(["Short."], shows_waiting=False)
    assert ticker.property("pages") == 1
    board.set_lines(["Short.", "كلمة", "long " * 60], shows_waiting=True)
    qtbot.waitUntil(lambda: ticker.property("pages") >= 4)
    assert found(window, "Waits").isVisible()


def test_a_message_stands_whole_in_its_line_whatever_script_it_is_in(
    qtbot: QtBot, board: Board, window: BoardWindow
) -> None:
    use_fonts(places.resources() / "fonts")
    for message in ("Ågjy", "الصيدلية مفتوحة حتى", "कृपया अपना टिकट"):
        board.set_lines([message], shows_waiting=True)
        line = place(found(window, "Ticker").childItems()[0]).toRect()
        ground = QColor(THEME["strip"]).rgb()

        def ink(rows: range, line: QRect = line, ground: int = ground) -> bool:
            picture = window.grabWindow()
            return any(picture.pixel(x, y) != ground for y in rows for x in range(line.left(), line.left() + 300))

        qtbot.waitUntil(lambda line=line, ink=ink: ink(range(line.top(), line.bottom())))
        assert not ink(range(line.top(), line.top() + 2))
        assert not ink(range(line.bottom() - 1, line.bottom() + 1))


def test_in_the_dim_hours_the_whole_picture_is_darker(qtbot: QtBot, board: Board, window: BoardWindow) -> None:
    qtbot.waitExposed(window)
    before = window.grabWindow().pixelColor(20, 20).lightness()
    board.set_dimmed(True)
    qtbot.waitUntil(lambda: window.grabWindow().pixelColor(20, 20).lightness() < before * 0.6)


def test_the_picture_stands_elsewhere_each_minute_and_never_far(board: Board, window: BoardWindow) -> None:
    places = set()
    for minute in range(60):
        board.set_minute(minute)
        places.add((board.property("shiftX"), board.property("shiftY")))
    assert len(places) > 8
    assert max(abs(one) for pair in places for one in pair) == 8


def test_a_lost_connection_greys_the_list_and_says_of_when_it_is(
    qtbot: QtBot, board: Board, window: BoardWindow
) -> None:
    board.show(calls(1))
    qtbot.wait(50)
    before = window.grabWindow()
    board.set_connection(False, "10:38")
    title = next(item.property("text") for item in found(window, "CallColumn").childItems() if item.property("text"))
    assert title == "Called · as of 10:38"
    qtbot.waitUntil(lambda: not has_colour(window.grabWindow(), THEME["accent"], 880, 80, 160, 60))
    assert has_colour(before, THEME["accent"], 880, 80, 160, 60)


def test_every_text_of_the_scene_is_plain_text() -> None:
    for path in SCENE.parent.glob("*.qml"):
        source = path.read_text(encoding="utf-8")
        assert len(re.findall(r"^\s*Text \{", source, re.M)) == source.count("textFormat: Text.PlainText"), path.name


def test_no_scene_uses_a_word_that_qt_6_8_keeps_for_itself() -> None:
    """Debian 13's Qt refuses a file with ECMAScript 3's future reserved words; newer ones take it."""
    reserved = (
        "abstract|boolean|byte|char|double|final|float|goto|implements|int|interface|long|native|package|private|"
        "protected|public|short|static|synchronized|throws|transient|volatile"
    )
    named = re.compile(
        rf"\bproperty (?:\w|<|>|\.)+ (?:{reserved})\b|\bid: (?:{reserved})\b|\bfunction (?:{reserved})\b"
    )
    found = [path.name for path in SCENE.parent.rglob("*.qml") if named.search(path.read_text(encoding="utf-8"))]
    assert found == []


def test_the_boards_own_words_are_there_in_every_language_of_the_announcements(board: Board) -> None:
    used = {
        word
        for path in SCENE.parent.glob("*.qml")
        for word in re.findall(r"\b(?:column|strip|waits|calm)\.words\.([a-z_]+)", path.read_text("utf-8"))
    } | {"test"}  # which the announcer puts on the card
    languages = [path.stem for path in (places.resources() / "announcements").glob("*.json")]
    for announcement in sentences.load([places.resources() / "announcements"], languages):
        assert announcement.words.keys() == used == WORDS.keys(), announcement.language
        for word, text in announcement.words.items():
            assert text.count("%1") == WORDS[word].count("%1"), (announcement.language, word)


def test_what_the_scene_has_no_use_for_any_more_goes_within_a_minute(qtbot: QtBot, window: BoardWindow) -> None:
    assert window._collecting.isActive()
    assert window._collecting.interval() <= 60_000
    component = QQmlComponent(window.engine())
    component.setData(b"import QtQml\nQtObject {}", QUrl())
    gone: list[bool] = []
    scrap = window.engine().newQObject(component.create())
    scrap.toQObject().destroyed.connect(lambda: gone.append(True))
    QJSEngine.setObjectOwnership(scrap.toQObject(), QJSEngine.ObjectOwnership.JavaScriptOwnership)
    window._collecting.setInterval(50)
    qtbot.wait(200)
    assert not gone
    del scrap
    qtbot.waitUntil(lambda: bool(gone))


def test_the_board_changes_its_own_words_while_it_is_seen(qtbot: QtBot, board: Board, window: BoardWindow) -> None:
    english = window.grabWindow()
    (arabic,) = sentences.load([places.resources() / "announcements"], ["ar"])
    board.speak(arabic.words)
    qtbot.waitUntil(lambda: window.grabWindow() != english)


@pytest.mark.parametrize("many", [80, pytest.param(300, marks=pytest.mark.soak)])
def test_every_hostile_line_is_shown_as_it_is(
    qtbot: QtBot, board: Board, window: BoardWindow, shared: Path, many: int
) -> None:
    lines = worst(shared, many)
    board.set_waiting([WaitingLine(line, 3, (line,)) for line in lines[:40]])
    for number, line in enumerate(lines):
        board.show([BoardCall(number, line[:40], line)])
        board.show_card(BoardCall(number, line[:40], line), [line])
        board.set_display(hospital=line, layout="beside", mirrored=bool(number % 2))
        if number % 50 == 0:
            qtbot.wait(1)
    qtbot.waitUntil(lambda: board.listed()[:1] == (len(lines) - 1,))
