"""A table whose rows are all at hand and come again often: only what differs changes, so the selection stays."""

from collections.abc import AsyncIterator, Callable, Hashable, Sequence
from typing import Generic

from PySide6.QtCore import QModelIndex

from hms_desktop.widgets.columns import Cells, Column, ColumnsModel, Index, Row


class RowsModel(ColumnsModel[Row], Generic[Row]):
    """Rows told apart by `key`; `show` turns what is shown into the new rows by the fewest plain steps."""

    def __init__(self, columns: Sequence[Column[Row]], key: Callable[[Row], Hashable]) -> None:
        super().__init__(columns)
        self._key = key
        self._cells: list[Cells[Row]] = []
        self._keys: list[Hashable] = []

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._cells)

    def cells(self, row: int) -> Cells[Row] | None:
        return self._cells[row] if 0 <= row < len(self._cells) else None

    def rows(self) -> list[Row]:
        return [cells.row for cells in self._cells]

    async def every_row(self) -> AsyncIterator[Sequence[Row]]:
        yield self.rows()

    def place_of(self, key: Hashable) -> int:
        """The row that `key` stands in, or -1."""
        return self._keys.index(key) if key in self._keys else -1

    def show(self, rows: Sequence[Row]) -> None:
        """Show `rows` in their order. ValueError where two of them have one key."""
        coming = self.made_ready(rows)
        keys = [self._key(row) for row in rows]
        if len(set(keys)) != len(keys):
            raise ValueError("two rows have the same key")
        self._take_out(set(keys))
        for place, (key, cells) in enumerate(zip(keys, coming, strict=True)):
            if place >= len(self._keys) or self._keys[place] != key:
                self._bring_to(place, key, cells)
            self._renew(place, cells)

    def _take_out(self, staying: set[Hashable]) -> None:
        last = len(self._keys) - 1
        while last >= 0:
            if self._keys[last] in staying:
                last -= 1
                continue
            first = last
            while first > 0 and self._keys[first - 1] not in staying:
                first -= 1
            self.beginRemoveRows(QModelIndex(), first, last)
            del self._keys[first : last + 1], self._cells[first : last + 1]
            self.endRemoveRows()
            last = first - 1

    def _bring_to(self, place: int, key: Hashable, cells: Cells[Row]) -> None:
        if key in self._keys:
            old = self._keys.index(key, place)
            self.beginMoveRows(QModelIndex(), old, old, QModelIndex(), place)
            self._keys.insert(place, self._keys.pop(old))
            self._cells.insert(place, self._cells.pop(old))
            self.endMoveRows()
        else:
            self.beginInsertRows(QModelIndex(), place, place)
            self._keys.insert(place, key)
            self._cells.insert(place, cells)
            self.endInsertRows()

    def _renew(self, place: int, cells: Cells[Row]) -> None:
        if self._cells[place] != cells:
            self._cells[place] = cells
            self.dataChanged.emit(self.index(place, 0), self.index(place, len(self.columns) - 1))
