"""A table of a report: all its rows are at hand, and only those that are seen are made into words."""

from collections.abc import AsyncIterator, Sequence
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QModelIndex
from PySide6.QtGui import QFontMetrics

from hms_desktop.clinic.reports.catalogue import AT_START, Field, Kind
from hms_desktop.clinic.reports.queries import Answer
from hms_desktop.clinic.reports.words import Words
from hms_desktop.widgets.columns import END, START, Cells, Column, ColumnsModel, Index
from hms_desktop.widgets.theme import Theme

Values = tuple[Any, ...]
_PIXELS = 7  # of a column for each unit of its weight
_PAD = 24  # pixels beside a title
_ROOM = 860  # pixels; a wider table scrolls, and no column of it gives way to the others
_NARROWEST = {Kind.MOMENT: 146, Kind.MRN: 124, Kind.DATE: 108}
_SEEN = 400


class SheetModel(ColumnsModel[Values]):
    """The rows of one answer under its titles."""

    def __init__(self, answer: Answer, words: Words, currency: str) -> None:
        fields = answer.section.fields
        widest = max(range(len(fields)), key=lambda place: (fields[place].kind in AT_START, fields[place].weight))
        widths = [_width(field, words.column(field, currency)) for field in fields]
        stretched = widest if sum(widths) < _ROOM else -1
        super().__init__(
            [
                _column(field, place, words, currency, width, stretch=place == stretched)
                for place, (field, width) in enumerate(zip(fields, widths, strict=True))
            ]
        )
        self._rows = answer.rows
        self._ready = lru_cache(maxsize=_SEEN)(self._made)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._rows)

    def cells(self, row: int) -> Cells[Values] | None:
        return self._ready(row) if 0 <= row < len(self._rows) else None

    async def every_row(self) -> AsyncIterator[Sequence[Values]]:
        yield self._rows

    def _made(self, row: int) -> Cells[Values]:
        return self.made_ready([self._rows[row]])[0]


def _width(field: Field, title: str) -> int:
    needed = QFontMetrics(Theme.current().font("small", "strong")).horizontalAdvance(title) + _PAD
    return max(needed, round(field.weight * _PIXELS), _NARROWEST.get(field.kind, 0))


def _column(field: Field, place: int, words: Words, currency: str, width: int, *, stretch: bool) -> Column[Values]:
    return Column(
        words.column(field, currency),
        lambda row: words.text(field, row[place]),
        align=START if field.kind in AT_START else END,
        width=width,
        stretch=stretch,
        strong=place == 0,
        muted=field.kind == Kind.MOMENT,
        raw=lambda row: words.filed(field, row[place]),
    )
