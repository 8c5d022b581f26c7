"""Letters that a roll printer does not have, drawn as dots: Arabic and Hindi on the entrance's tickets."""

import unicodedata

from PIL import Image
from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetrics, QImage, QPainter, QTextOption

_LETTERS = 0.86
"""How much of a line's height the letters' own size takes: Arabic and Devanagari stand above and below it."""
_SIDES = {
    "left": Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignAbsolute,
    "center": Qt.AlignmentFlag.AlignHCenter,
    "right": Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute,
}
_BLACK_BELOW = 150


class DotLetters:
    """A Renderer of core.roll; may be used on any thread."""

    def text(self, text: str, *, width: int, height: int, strong: bool, side: str, lines: int) -> Image.Image:
        """Black on white, `width` dots wide; what does not fit on `lines` lines is left out."""
        font = QFont()
        font.setPixelSize(round(height * _LETTERS))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        metrics = QFontMetrics(font)
        within = QRect(0, 0, width, metrics.lineSpacing() * lines)
        needed = metrics.boundingRect(within, Qt.TextFlag.TextWordWrap, text).height()
        ground = QImage(width, max(1, min(needed, within.height())), QImage.Format.Format_Grayscale8)
        ground.fill(Qt.GlobalColor.white)
        option = QTextOption(_SIDES[side])
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        option.setTextDirection(_direction(text))
        painter = QPainter(ground)
        painter.setFont(font)
        painter.drawText(QRectF(ground.rect()), text, option)
        painter.end()
        size = (ground.width(), ground.height())
        grey = Image.frombytes("L", size, bytes(ground.constBits()), "raw", "L", ground.bytesPerLine())
        return grey.point(lambda light: 0 if light < _BLACK_BELOW else 255).convert("1", dither=Image.Dither.NONE)


def _direction(text: str) -> Qt.LayoutDirection:
    """The direction of the first letter that has one."""
    strong = (unicodedata.bidirectional(letter) for letter in text)
    first = next((kind for kind in strong if kind in ("L", "R", "AL")), "L")
    return Qt.LayoutDirection.LeftToRight if first == "L" else Qt.LayoutDirection.RightToLeft
