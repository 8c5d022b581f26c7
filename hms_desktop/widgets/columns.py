"""Columns as data, and what every table model shares: finished strings, cheap to ask for."""

from collections.abc import AsyncIterator, Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from hms_desktop.core.sheet_writer import Value
from hms_desktop.widgets.plain_text import line, tip

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

START, CENTRE, END = "start", "centre", "end"
_DISPLAY, _TOOL_TIP, _ALIGNMENT, _ACCESSIBLE = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.TextAlignmentRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
)
_SIDES = {
    START: int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter),
    CENTRE: int(Qt.AlignmentFlag.AlignCenter),
    END: int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter),
}


@dataclass(frozen=True)
class Column(Generic[Row]):
    """One column: `value` picks a string that the worker has already formatted.

    `width` is a hint in pixels; the `stretch` columns, which are never hidden, share what is left in the proportion of
    theirs. Where that is less than their hints, columns that `yields` are hidden, the highest first; 0 always stays.
    With `tone` the cell is painted as a chip in the tone it returns (or as plain text where that is None).
    Units belong into the title. `raw` is what a file holds in place of the string: a number or a date that a
    spreadsheet can reckon with.
    """

    title: str
    value: Callable[[Row], str]
    align: str = START
    width: int = 120
    stretch: bool = False
    yields: int = 0
    strong: bool = False
    muted: bool = False
    tone: Callable[[Row], str | None] | None = None
    tip: Callable[[Row], str] | None = None
    raw: Callable[[Row], Value] | None = None


@dataclass(frozen=True, slots=True)
class Cells(Generic[Row]):
    """A row made ready for painting: one line of text and one tone per column."""

    row: Row
    texts: tuple[str, ...]
    tones: tuple[str | None, ...]


class ColumnsModel(QAbstractTableModel, Generic[Row]):
    """A table of `columns`; subclasses say how many rows there are and hand out the cells of one."""

    def __init__(self, columns: Sequence[Column[Row]]) -> None:
        super().__init__()
        self.columns = tuple(columns)

    def cells(self, row: int) -> Cells[Row] | None:
        """What row `row` shows, or None while it is still on its way."""
        raise NotImplementedError

    def row(self, row: int) -> Row | None:
        """The object behind row `row`, or None while it is still on its way."""
        cells = self.cells(row)
        return None if cells is None else cells.row

    def every_row(self) -> AsyncIterator[Sequence[Row]]:
        """All rows of the table in their order, some at a time, also those that are not loaded."""
        raise NotImplementedError

    def made_ready(self, rows: Sequence[Row]) -> list[Cells[Row]]:
        columns = self.columns
        return [
            Cells(
                row,
                tuple([line(column.value(row)) for column in columns]),
                tuple([column.tone(row) if column.tone else None for column in columns]),
            )
            for row in rows
        ]

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        # Asked some thousand times a second while scrolling: compare plain integers, look up finished strings.
        if role == _DISPLAY:
            cells = self.cells(index.row())
            return None if cells is None else cells.texts[index.column()]
        if role == _ALIGNMENT:
            return _SIDES[self.columns[index.column()].align]
        if role == _TOOL_TIP:
            return self._tip(index.row(), self.columns[index.column()])
        if role == _ACCESSIBLE:
            return self._spoken(index.row(), index.column())
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        if orientation != Qt.Orientation.Horizontal or not 0 <= section < len(self.columns):
            return None
        if role == _DISPLAY:
            return self.columns[section].title
        return _SIDES[self.columns[section].align] if role == _ALIGNMENT else None

    def _tip(self, row: int, column: Column[Row]) -> str | None:
        held = self.row(row)
        return tip(line(column.tip(held))) if held is not None and column.tip else None

    def _spoken(self, row: int, column: int) -> str | None:
        cells = self.cells(row)
        if cells is None:
            return self.tr("still loading")
        return f"{self.columns[column].title}: {cells.texts[column]}"
