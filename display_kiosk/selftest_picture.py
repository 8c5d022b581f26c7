"""Whether this machine can draw what a waiting room sees: its fonts, scripts whose letters join, and the scene."""

import json
from collections.abc import Sequence
from itertools import product
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QFont, QFontDatabase, QImage, QRawFont, QTextLayout

from display_kiosk.scene.board import Board, BoardCall
from display_kiosk.scene.window import BoardWindow
from display_kiosk.selftest_waiting import awaited
from display_kiosk.sentences import Announcement
from hms_desktop.core.selftest import Failed

FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari")
STYLES = ("Regular", "SemiBold")
"""Those in which each of FAMILIES ships; without one of them Qt draws its text in another, and says nothing."""
JOINED = (("Noto Sans Arabic", "ببب"), ("Noto Sans Devanagari", "क्षि"))
"""Texts whose letters change when they stand together; drawn one by one they cannot be read."""
PAINT_SECONDS = 20.0
COLOURS = 8
"""A picture with text and panels on it has more; one that stayed empty has one."""
CALLS = (BoardCall(1, "A 088", "Counter 1"), BoardCall(2, "ا 12", "غرفة 3"), BoardCall(3, "क 7", "कमरा 2"))


def fonts(folder: Path) -> str:
    """The families that ship with the suite, as Qt reads them. Raises Failed where one is missing or broken."""
    found: set[tuple[str, str]] = set()
    for file in sorted(folder.glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            raise Failed(f"{file.name} is no font that Qt can read")
        font = QRawFont(str(file), 12)
        found.add((font.familyName(), font.styleName()))
    missing = [" ".join(wanted) for wanted in product(FAMILIES, STYLES) if wanted not in found]
    if missing:
        raise Failed(f"{folder} lacks {', '.join(missing)}")
    return ", ".join(FAMILIES)


def shaping(joined: Sequence[tuple[str, str]] = JOINED) -> str:
    """Whether letters are joined, (family, text) each. Raises Failed where they would stand one by one."""
    for family, text in joined:
        together = _glyphs(family, text)
        if not together or 0 in together:
            raise Failed(f"{family} has no letters for {text}")
        if together == [glyph for letter in text for glyph in _glyphs(family, letter)]:
            raise Failed(f"the letters of {text} are not joined")
    return ", ".join(text for _, text in joined)


def scene(theme: Path, language: Announcement) -> str:
    """Load the board and paint calls on it. Raises Failed where nothing, or nothing whole, came to the window."""
    board = Board(json.loads(theme.read_text(encoding="utf-8")), language.words)
    board.set_display(hospital="HMS", layout="beside", mirrored=language.right_to_left)
    window = BoardWindow(board)
    try:
        if window.film_output() is None:
            raise Failed("this Qt has no multimedia module for QML: no film would be shown")
        window.resize(QSize(1280, 720))
        window.show()
        awaited(board.painted, lambda: board.show(CALLS), PAINT_SECONDS, "no call was painted")
        seen = _colours(window.grabWindow())
    finally:
        window.dismiss()
    if seen < COLOURS:
        raise Failed(f"the picture stayed empty: {seen} colours")
    return f"{len(CALLS)} calls painted at {window.width()}x{window.height()}"


def _glyphs(family: str, text: str) -> list[int]:
    """The numbers of the drawn letters, 0 for one that this family does not have."""
    font = QFont(family)
    font.setStyleStrategy(QFont.StyleStrategy.NoFontMerging)
    layout = QTextLayout(text, font)
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [index for run in layout.glyphRuns() for index in run.glyphIndexes()]


def _colours(picture: QImage) -> int:
    small = picture.scaled(160, 90)
    return len({small.pixel(x, y) for x in range(small.width()) for y in range(small.height())})
