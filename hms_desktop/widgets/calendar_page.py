"""Keeps what was painted of a calendar: text is dear to paint, and one page is shown again and again."""

from collections.abc import Callable

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QPainter, QPixmap

PaintPart = Callable[[QPainter, QRect], None]
"""Paints what lies in a rectangle of the view, its ground included."""


class PaintedPage:
    """One view full of a calendar as a picture; scrolled up and down, only what comes into sight is painted."""

    def __init__(self) -> None:
        self._picture = QPixmap()
        self._says: object = None
        self._offset = 0

    def show(
        self, painter: QPainter, size: QSize, ratio: float, *, says: object, offset: int, paint: PaintPart
    ) -> None:
        """Put the page onto `painter`. `says` is all that the picture depends on but for `offset`, its scrolling."""
        whole = QRect(0, 0, size.width(), size.height())
        missing = self._scrolled(whole, ratio, offset) if self._fits(size, ratio) and says == self._says else whole
        if missing == whole:
            self._picture = QPixmap(size * ratio)
            self._picture.setDevicePixelRatio(ratio)
        if not missing.isEmpty():
            beneath = QPainter(self._picture)
            beneath.setClipRect(missing)
            paint(beneath, missing)
            beneath.end()
        self._says, self._offset = says, offset
        painter.drawPixmap(0, 0, self._picture)

    def _fits(self, size: QSize, ratio: float) -> bool:
        return self._picture.size() == size * ratio and self._picture.devicePixelRatio() == ratio

    def _scrolled(self, whole: QRect, ratio: float, offset: int) -> QRect:
        """What is missing once the picture has been moved to `offset`: a strip, nothing, or the whole."""
        by = self._offset - offset
        if not by:
            return QRect()
        if abs(by) >= whole.height() or not (by * ratio).is_integer():
            return whole
        self._picture.scroll(0, int(by * ratio), self._picture.rect())
        top = whole.height() - abs(by) if by < 0 else 0
        return QRect(0, top, whole.width(), abs(by))
