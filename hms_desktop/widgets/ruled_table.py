"""A table on a page: ruled rows whose texts wrap, and boxes into which somebody writes by hand."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPen

from hms_desktop.core.layouts import Part
from hms_desktop.widgets.letters import TextBlock

_PAD = 1.2  # mm
_RULE, _BOX = 0.1, 0.35  # mm
Block = Callable[[str, Part, float], TextBlock]


@dataclass(frozen=True)
class TableRow:
    """One row, measured in the units of the painter."""

    height: float
    draw: Callable[[QPainter, float], None]


class RuledTable:
    """The rows of one table, its head first; mirrored where the paper's language runs from right to left."""

    def __init__(self, part: Part, *, left: float, width: float, unit: float, block: Block, mirrored: bool) -> None:
        """`unit` is one millimetre, `block` sets a text to a width."""
        self._part = part
        self._unit = unit
        self._block = block
        share = width / sum(column.width for column in part.columns)
        self._widths = [column.width * share for column in part.columns]
        before = [sum(self._widths[:place]) for place in range(len(self._widths))]
        self._edges = (left, left + width)
        self._starts = [
            left + (width - start - wide if mirrored else start)
            for start, wide in zip(before, self._widths, strict=True)
        ]

    def rows(self) -> Iterator[TableRow]:
        """The head, the rows, and the empty ones at the end."""
        yield self._head()
        for row in self._part.rows:
            yield self._row(row)
        for _ in range(self._part.spare):
            yield self._row(())

    def _head(self) -> TableRow:
        strong = replace(self._part, weight="strong", size="small")
        blocks = self._blocks([column.title for column in self._part.columns], strong)
        return self._ruled(blocks, self._high(blocks))

    def _row(self, cells: Sequence[str]) -> TableRow:
        """A row with fewer texts than columns has the others empty."""
        told = [*cells, *[""] * len(self._widths)][: len(self._widths)]
        blocks = self._blocks(told, self._part)
        row = self._ruled(blocks, max(self._high(blocks), self._part.height * self._unit))

        def draw(painter: QPainter, y: float) -> None:
            row.draw(painter, y)
            self._draw_boxes(painter, y, row.height)

        return replace(row, draw=draw)

    def _blocks(self, texts: Sequence[str], part: Part) -> list[TextBlock]:
        pad = 2 * _PAD * self._unit
        return [self._block(text, part, wide - pad) for text, wide in zip(texts, self._widths, strict=True)]

    def _high(self, blocks: Sequence[TextBlock]) -> float:
        return max(block.height for block in blocks) + 2 * _PAD * self._unit

    def _ruled(self, blocks: Sequence[TextBlock], high: float) -> TableRow:
        """Texts in the middle of their row's height, with a rule below it."""

        def draw(painter: QPainter, y: float) -> None:
            for block, start in zip(blocks, self._starts, strict=True):
                block.draw(painter, start + _PAD * self._unit, y + (high - block.height) / 2)
            _with_pen(painter, _RULE * self._unit)
            painter.drawLine(QPointF(self._edges[0], y + high), QPointF(self._edges[1], y + high))
            painter.restore()

        return TableRow(high, draw)

    def _draw_boxes(self, painter: QPainter, y: float, high: float) -> None:
        """Each as high as a plain row, in the middle of one that is higher."""
        inset = _PAD / 2 * self._unit
        box = min(high, self._part.height * self._unit or high) - 2 * inset
        _with_pen(painter, _BOX * self._unit)
        for column, start, wide in zip(self._part.columns, self._starts, self._widths, strict=True):
            if column.box:
                painter.drawRect(QRectF(start + inset, y + (high - box) / 2, wide - 2 * inset, box))
        painter.restore()


def _with_pen(painter: QPainter, width: float) -> None:
    """A pen of that width until the painter is restored."""
    painter.save()
    painter.setPen(QPen(painter.pen().color(), max(1.0, width)))
