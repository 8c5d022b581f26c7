"""Text set for paper: shaped and wrapped by Qt in every script, ended by an ellipsis, drawn as dots or as outlines."""

import unicodedata

from PIL import Image
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QImage, QPainter, QTextLayout, QTextOption

from hms_desktop.widgets.theme import font_of

NORMAL, STRONG = 400, 600
_LETTERS = 0.86
"""How much of a line's height the letters' own size takes: Arabic and Devanagari stand above and below it."""
_SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute,
}
_LINE_BREAK = "\u2028"
_BLACK_BELOW = 150


class TextBlock:
    """`text` set in `font` to `width` on at most `lines` lines; `height` is what it takes, in the painter's units."""

    def __init__(self, text: str, font: QFont, width: float, *, lines: int, side: str = "left") -> None:
        option = QTextOption(_SIDES[side])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(_direction(text))
        self._layout = QTextLayout(text, font)
        self._layout.setTextOption(option)
        starts, ends = self._set(width, lines)
        if ends and ends[-1] < _units(text):
            shown = [_part(text, start, end) for start, end in zip(starts[:-1], ends[:-1], strict=True)]
            rest = _part(text, starts[-1], _units(text))
            shown.append(QFontMetricsF(font).elidedText(rest, Qt.TextElideMode.ElideRight, width))
            self._layout.setText(_LINE_BREAK.join(shown))
            self._set(width, lines)
        count = self._layout.lineCount()
        last = self._layout.lineAt(count - 1) if count else None
        self.height = last.y() + last.height() if last is not None else 0.0

    def draw(self, painter: QPainter, x: float, y: float) -> None:
        self._layout.draw(painter, QPointF(x, y))

    def _set(self, width: float, lines: int) -> tuple[list[int], list[int]]:
        """Where each line starts and ends, counted in Qt's own units of text."""
        starts: list[int] = []
        ends: list[int] = []
        y = 0.0
        self._layout.beginLayout()
        while len(starts) < lines and (line := self._layout.createLine()).isValid():
            line.setLineWidth(width)
            line.setPosition(QPointF(0, y))
            y += line.height()
            starts.append(line.textStart())
            ends.append(line.textStart() + line.textLength())
        self._layout.endLayout()
        return starts, ends


class DotLetters:
    """Draws text as the black and white dots of a roll printer; may be used on any thread."""

    def text(self, text: str, *, width: int, height: int, strong: bool, side: str, lines: int) -> Image.Image:
        font = font_of(round(height * _LETTERS), STRONG if strong else NORMAL)
        block = TextBlock(text, font, width, lines=lines, side=side)
        ground = QImage(width, max(1, round(block.height + 0.5)), QImage.Format.Format_Grayscale8)
        ground.fill(Qt.GlobalColor.white)
        painter = QPainter(ground)
        painter.setPen(Qt.GlobalColor.black)
        block.draw(painter, 0, 0)
        painter.end()
        return dots_of(ground)


def dots_of(image: QImage) -> Image.Image:
    """A grey image as black and white dots."""
    size = (image.width(), image.height())
    grey = Image.frombytes("L", size, bytes(image.constBits()), "raw", "L", image.bytesPerLine())
    return grey.point(lambda light: 0 if light < _BLACK_BELOW else 255).convert("1", dither=Image.Dither.NONE)


def image_of(dots: Image.Image) -> QImage:
    """Dots as an image that can be shown."""
    grey = dots.convert("L")
    made = QImage(grey.tobytes(), grey.width, grey.height, grey.width, QImage.Format.Format_Grayscale8)
    return made.copy()


def _direction(text: str) -> Qt.LayoutDirection:
    """The direction of the first letter that has one: a record number on an Arabic paper reads as it is written."""
    strong = (unicodedata.bidirectional(letter) for letter in text)
    first = next((kind for kind in strong if kind in ("L", "R", "AL")), "L")
    return Qt.LayoutDirection.LeftToRight if first == "L" else Qt.LayoutDirection.RightToLeft


def _units(text: str) -> int:
    """How many UTF-16 units `text` has, which is how Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def _part(text: str, start: int, end: int) -> str:
    return text.encode("utf-16-le", "surrogatepass")[2 * start : 2 * end].decode("utf-16-le", "replace")
