"""Paints what is seen of a calendar: its slots, who takes them, the present moment, and placeholders meanwhile."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyle

from hms_desktop.widgets.buttons import paint_focus
from hms_desktop.widgets.calendar_sheet import LINE_HEIGHT, Entry, Slot
from hms_desktop.widgets.plain_text import line
from hms_desktop.widgets.row_painter import baseline, fitted
from hms_desktop.widgets.theme import Theme, font_of

WIDE = 170
"""From this many pixels on a line has room for the state in words."""
_ICON = 14
_FADED = 0.45


@dataclass(frozen=True)
class Placed:
    """A slot and the pixels that it fills now."""

    slot: Slot
    rect: QRect


def line_rect(placed: Placed, number: int) -> QRect:
    """Where line `number` of a slot stands."""
    rect = placed.rect
    return QRect(rect.left() + 2, rect.top() + 2 + number * LINE_HEIGHT, rect.width() - 5, LINE_HEIGHT - 2)


class CalendarPainter:
    """One painting of a calendar; `carried` is the entry that is being moved, `target` the slot under it."""

    def __init__(self, painter: QPainter, mirrored: bool, ratio: float, *, carried: object, target: object) -> None:
        self._painter = painter
        self._theme = Theme.current()
        self._direction = Qt.LayoutDirection.RightToLeft if mirrored else Qt.LayoutDirection.LeftToRight
        self._ratio = ratio
        self._carried, self._target = carried, target
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)

    def paint_slot(self, placed: Placed, chosen: int | None) -> None:
        """The slot; `chosen` is the number of its line that is current."""
        painter, theme, rect = self._painter, self._theme, placed.rect
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        ground = "accent_soft" if placed.slot.key == self._target else "surface" if placed.slot.open else "background"
        painter.fillRect(rect, theme.colour(ground))
        painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
        if chosen is not None:
            painter.fillRect(line_rect(placed, chosen), theme.colour("accent_soft"))
        for number in range(placed.slot.lines):
            entries = placed.slot.entries
            if number < len(entries):
                self._paint_entry(line_rect(placed, number), entries[number])
            else:
                self._paint_words(line_rect(placed, number), placed.slot.words, "muted")
        if placed.slot.key == self._target:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("accent"), 2, Qt.PenStyle.DashLine))
            painter.drawRect(rect.adjusted(1, 1, -3, -3))

    def paint_focus(self, placed: Placed, number: int, *, awake: bool) -> None:
        """The ring around the chosen line; a thin one while the keys go elsewhere."""
        rect = line_rect(placed, number)
        if awake:
            paint_focus(self._painter, self._theme, rect, self._theme.radius["small"])
        else:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(self._theme.colour("edge"), 1))
            self._painter.drawRect(rect.adjusted(0, 0, -1, -1))

    def paint_now(self, y: int, left: int, width: int) -> None:
        """The present moment: a line with a knob at its leading end."""
        colour = self._theme.colour("stop")
        self._painter.fillRect(left, y, width, 2, colour)
        knob = left + width - 6 if self._direction == Qt.LayoutDirection.RightToLeft else left
        self._painter.fillRect(knob, y - 2, 6, 6, colour)

    def paint_note(self, rect: QRect, note: str) -> None:
        """Why a column has no slots."""
        self._painter.setPen(self._theme.colour("muted"))
        self._painter.setFont(self._theme.font("small"))
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        self._painter.drawText(rect.adjusted(4, 10, -4, -4), int(flags), line(note))

    def paint_placeholders(self, left: int, width: int, height: int) -> None:
        """Quiet bars in a column whose slots are on their way."""
        colour = self._theme.colour("placeholder")
        for y in range(9, height, 2 * LINE_HEIGHT):
            self._painter.fillRect(left + 10, y, max(width - 28, 8), 10, colour)

    def _paint_entry(self, rect: QRect, entry: Entry) -> None:
        painter, theme = self._painter, self._theme
        ink, fill, edge = theme.tone(entry.tone)
        carried = entry.key == self._carried
        painter.setOpacity(_FADED if carried else 1.0)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setBrush(fill)
        painter.setPen(QPen(edge, 1, Qt.PenStyle.DashLine if carried else Qt.PenStyle.SolidLine))
        painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), theme.radius["small"], 4)
        place = self._mirrored(rect, QRect(rect.left() + 5, rect.top() + (rect.height() - _ICON) // 2, _ICON, _ICON))
        token = entry.tone if entry.tone != "neutral" else "muted"
        painter.drawPixmap(place, theme.picture(entry.icon or "circle", _ICON, token, self._ratio))
        room = rect.width() - _ICON - 14
        if rect.width() >= WIDE and entry.word:
            room -= self._paint_word(rect, entry.word, theme.size["small"], ink.name())
        self._paint_text(QRect(rect.left() + _ICON + 10, rect.top(), room, rect.height()), rect, entry.text, "text")
        painter.setOpacity(1.0)

    def _paint_word(self, rect: QRect, word: str, pixels: int, ink: str) -> int:
        """The state at the trailing end, at most two fifths of the line; how many pixels it takes."""
        weight = self._theme.weight["strong"]
        shown, length = fitted(word, pixels, weight, rect.width() * 2 // 5)
        taken = int(length) + 8
        place = self._mirrored(rect, QRect(rect.right() - taken + 2, rect.top(), int(length) + 2, rect.height()))
        self._painter.setFont(font_of(pixels, weight))
        self._painter.setPen(ink)
        self._painter.drawText(place.left() + 1, place.top() + baseline(pixels, weight, place.height()), shown)
        return taken

    def _paint_words(self, rect: QRect, words: str, token: str) -> None:
        self._paint_text(rect.adjusted(6, 0, -6, 0), rect, words, token)

    def _paint_text(self, place: QRect, within: QRect, text: str, token: str) -> None:
        pixels = self._theme.size["body" if within.width() >= WIDE else "small"]
        weight = self._theme.weight["normal"]
        shown, length = fitted(text, pixels, weight, max(place.width(), 0))
        start = self._mirrored(within, QRect(place.left(), place.top(), int(length) + 2, place.height()))
        self._painter.setFont(font_of(pixels, weight))
        self._painter.setPen(self._theme.colour(token))
        self._painter.drawText(start.left(), start.top() + baseline(pixels, weight, start.height()), shown)

    def _mirrored(self, within: QRect, place: QRect) -> QRect:
        return QStyle.visualRect(self._direction, within, place)
