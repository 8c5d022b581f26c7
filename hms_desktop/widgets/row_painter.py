"""Paints the rows of a table straight from the model's finished strings: as text, never as rich text.

Qt's delegates ask the model several questions for each cell and cross from C++ to Python for each; painting column by
column with few changes of the pen takes a third of the time.
"""

from collections.abc import Sequence
from functools import lru_cache
from math import ceil
from typing import Generic

from PySide6.QtCore import QModelIndex, QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QTableView

from hms_desktop.widgets.cards import paint_chip
from hms_desktop.widgets.columns import CENTRE, END, Cells, Column, ColumnsModel, Row
from hms_desktop.widgets.theme import Theme, font_of

PAD = 10
_PLACEHOLDER_SHARES = (0.75, 0.55, 0.65)


class RowPainter(Generic[Row]):
    """One painting of rows `first` to `last` of `view`, which shows `model`."""

    def __init__(self, view: QTableView, model: ColumnsModel[Row], first: int, last: int) -> None:
        self._view = view
        self._columns = model.columns
        self._theme = Theme.current()
        self._mirrored = view.layoutDirection() == Qt.LayoutDirection.RightToLeft
        self._height = view.verticalHeader().defaultSectionSize()
        self._top = view.rowViewportPosition(first)
        self._first = first
        self._rows: list[Cells[Row] | None] = [model.cells(row) for row in range(first, last + 1)]

    def paint(self, painter: QPainter) -> None:
        # '~70' stays '~70' in an Arabic window, and an Arabic name reads from the right in an English one.
        painter.setLayoutDirection(Qt.LayoutDirection.LayoutDirectionAuto)
        self._paint_ground(painter)
        for place, column in enumerate(self._columns):
            left, width = self._view.columnViewportPosition(place), self._view.columnWidth(place)
            if width <= 2 * PAD or left + width < 0 or left > self._view.viewport().width():
                continue
            self._paint_placeholders(painter, place, left, width)
            if column.tone is None:
                self._paint_texts(painter, self._rows, place, column, left, width)
            else:
                self._paint_chips(painter, place, column, left, width)

    def paint_focus(self, painter: QPainter, row: int) -> None:
        """The ring around the current row."""
        top = self._view.rowViewportPosition(row)
        painter.setPen(QPen(self._theme.colour("accent"), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(1, top + 1, self._view.viewport().width() - 2, self._height - 3))

    def _paint_ground(self, painter: QPainter) -> None:
        width = self._view.viewport().width()
        current = self._view.currentIndex().row()
        if 0 <= current - self._first < len(self._rows) and self._view.selectionModel().isRowSelected(
            current, QModelIndex()
        ):
            top = self._top + (current - self._first) * self._height
            painter.fillRect(0, top, width, self._height, self._theme.colour("accent_soft"))
            painter.fillRect(width - 3 if self._mirrored else 0, top, 3, self._height, self._theme.colour("accent"))
        line = self._theme.colour("line")
        for place in range(len(self._rows)):
            painter.fillRect(0, self._top + (place + 1) * self._height - 1, width, 1, line)

    def _paint_placeholders(self, painter: QPainter, place: int, left: int, width: int) -> None:
        length = int((width - 2 * PAD) * _PLACEHOLDER_SHARES[place % 3])
        x = left + width - PAD - length if self._mirrored else left + PAD
        colour = self._theme.colour("placeholder")
        for row, cells in enumerate(self._rows):
            if cells is None:
                painter.fillRect(x, self._top + row * self._height + self._height // 2 - 5, length, 10, colour)

    def _paint_texts(
        self,
        painter: QPainter,
        rows: Sequence[Cells[Row] | None],
        place: int,
        column: Column[Row],
        left: int,
        width: int,
    ) -> None:
        pixels, weight = self._theme.size["body"], self._theme.weight["strong" if column.strong else "normal"]
        painter.setFont(font_of(pixels, weight))
        painter.setPen(self._theme.colour("muted" if column.muted else "text"))
        metrics = _metrics(pixels, weight)
        baseline = self._top + (self._height + metrics.ascent() - metrics.descent()) / 2
        at_right = (column.align == END) != self._mirrored
        room = width - 2 * PAD
        for row, cells in enumerate(rows):
            if cells is None or not cells.texts[place]:
                continue
            shown, length = fitted(cells.texts[place], pixels, weight, room)
            spare = room - length
            x = left + PAD + (spare / 2 if column.align == CENTRE else spare if at_right else 0)
            painter.drawText(QPointF(x, baseline + row * self._height), shown)

    def _paint_chips(self, painter: QPainter, place: int, column: Column[Row], left: int, width: int) -> None:
        """Chips where the column's tone says so, plain text where it says None."""
        metrics = _metrics(self._theme.size["small"], self._theme.weight["strong"])
        height = self._theme.height["chip"]
        plain: list[Cells[Row] | None] = []
        for row, cells in enumerate(self._rows):
            tone = cells.tones[place] if cells is not None else None
            plain.append(cells if tone is None else None)
            if cells is None or tone is None or not cells.texts[place]:
                continue
            length = min(metrics.horizontalAdvance(cells.texts[place]) + 17, width - 2 * PAD)
            x = left + width - PAD - length if (column.align == END) != self._mirrored else left + PAD
            top = self._top + row * self._height + (self._height - height) / 2
            paint_chip(painter, self._theme, QRectF(x, top, length, height), cells.texts[place], tone)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        self._paint_texts(painter, plain, place, column, left, width)


def is_shortened(text: str, column: Column[Row], width: int) -> bool:
    """Whether a cell `width` pixels wide cannot show the whole of `text`."""
    theme = Theme.current()
    weight = theme.weight["strong" if column.strong else "normal"]
    return _metrics(theme.size["body"], weight).horizontalAdvance(text) > width - 2 * PAD


def title_width(column: Column[Row]) -> int:
    """The least pixels in which the whole title of `column` is seen."""
    theme = Theme.current()
    return ceil(_metrics(theme.size["small"], theme.weight["strong"]).horizontalAdvance(column.title)) + 2 * PAD


@lru_cache(maxsize=16)
def _metrics(pixels: int, weight: int) -> QFontMetricsF:
    return QFontMetricsF(font_of(pixels, weight))


@lru_cache(maxsize=64)
def baseline(pixels: int, weight: int, height: int) -> int:
    """How far below its top the letters stand in a line `height` pixels high, in the middle of it."""
    metrics = _metrics(pixels, weight)
    return round((height + metrics.ascent() - metrics.descent()) / 2)


@lru_cache(maxsize=4096)
def fitted(text: str, pixels: int, weight: int, room: int) -> tuple[str, float]:
    """What of `text` fits into `room` pixels, and how long that is."""
    metrics = _metrics(pixels, weight)
    length = metrics.horizontalAdvance(text)
    if length <= room:
        return text, length
    shown = metrics.elidedText(text, Qt.TextElideMode.ElideRight, room)
    return shown, metrics.horizontalAdvance(shown)
