"""Lists into CSV and XLSX files that a spreadsheet opens without obeying them: text stays text, numbers numbers."""

import csv
import datetime as dt
import os
from collections.abc import Sequence
from contextlib import AbstractContextManager, suppress
from decimal import Decimal
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeAlias

import xlsxwriter

from hms_desktop.core.errors import Refused

Value: TypeAlias = "str | int | float | Decimal | dt.date | dt.datetime | None"

FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""With one of these a spreadsheet takes text for a formula (OWASP, "CSV Injection"; the wide ones in Japan)."""

MOST_ROWS = 1_048_576  # of a sheet in Excel, the titles among them
LONGEST_CELL = 32_767  # characters in a cell of Excel
_WIDEST = 60  # characters


class SheetWriter(AbstractContextManager["SheetWriter"]):
    """Writes a `.csv` or `.xlsx` file row by row; the file appears under its name only when the block ends well.

    Raises Refused for another kind of file and for more rows than a sheet can hold, OSError where the disk says no.
    """

    def __init__(self, path: Path, titles: Sequence[str]) -> None:
        kind = _KINDS.get(path.suffix.lower())
        if kind is None:
            raise Refused("sheet.kind", "A list is saved as .csv or .xlsx; give the file one of these endings.")
        self._path = path
        self._unfinished = path.with_name(f".{path.name}.{os.getpid()}.part")
        self.rows = 0
        self._file = kind(self._unfinished)
        self._file.titles(titles)

    def write(self, values: Sequence[Value]) -> None:
        """Append one row."""
        self.rows += 1
        self._file.row(values)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        try:
            self._file.close()
            if kind is None:
                self._unfinished.replace(self._path)
        finally:
            with suppress(OSError):
                self._unfinished.unlink(missing_ok=True)

    def __enter__(self) -> Self:
        return self


def harmless(text: str) -> str:
    """Text as a CSV cell that no spreadsheet computes: an apostrophe before what looks like a formula.

    A number stands as it is; so does a text that only *is* one, such as `-5`.
    """
    if text.lstrip(" \u00a0").startswith(FORMULA_SIGNS) and not _is_number(text):
        return f"'{text}"
    return text


def _is_number(text: str) -> bool:
    try:
        float(text)
    except ValueError:
        return False
    return text.isascii() and not text.startswith("+") and text.strip("-0123456789.") == ""


class _Csv:
    """UTF-8 with the byte order mark without which Excel reads it as the PC's old code page."""

    def __init__(self, path: Path) -> None:
        self._file = path.open("w", encoding="utf-8-sig", newline="")
        self._writer = csv.writer(self._file, lineterminator="\r\n")

    def titles(self, titles: Sequence[str]) -> None:
        self.row(titles)

    def row(self, values: Sequence[Value]) -> None:
        self._writer.writerow([harmless(value) if isinstance(value, str) else _plain(value) for value in values])

    def close(self) -> None:
        self._file.close()


def _plain(value: Value) -> str:
    if isinstance(value, dt.datetime):
        return value.isoformat(" ", "seconds")
    if isinstance(value, dt.date):
        return value.isoformat()
    return "" if value is None else str(value)


class _Xlsx:
    """A workbook of one sheet; every text is written as text, whatever it begins with."""

    def __init__(self, path: Path) -> None:
        self._book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "default_date_format": "yyyy-mm-dd"})
        self._sheet = self._book.add_worksheet()
        self._bold = self._book.add_format({"bold": True})
        self._moment = self._book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"})
        self._line = 0

    def titles(self, titles: Sequence[str]) -> None:
        for column, title in enumerate(titles):
            self._sheet.set_column(column, column, min(max(len(title), 12), _WIDEST))
            self._sheet.write_string(0, column, title[:LONGEST_CELL], self._bold)
        self._sheet.freeze_panes(1, 0)

    def row(self, values: Sequence[Value]) -> None:
        self._line += 1
        if self._line >= MOST_ROWS:
            sentence = f"A workbook holds {MOST_ROWS:,} rows; save the list as CSV."
            raise Refused("sheet.too_many_rows", sentence, {"rows": f"{MOST_ROWS:,}"})
        for column, value in enumerate(values):
            self._cell(column, value)

    def _cell(self, column: int, value: Value) -> None:
        if isinstance(value, str):
            self._sheet.write_string(self._line, column, value[:LONGEST_CELL])
        elif isinstance(value, dt.datetime):
            self._sheet.write_datetime(self._line, column, value.replace(tzinfo=None), self._moment)
        elif isinstance(value, dt.date):
            self._sheet.write_datetime(self._line, column, value)
        elif value is not None:
            self._sheet.write_number(self._line, column, value)

    def close(self) -> None:
        self._book.close()


_KINDS: dict[str, Any] = {".csv": _Csv, ".xlsx": _Xlsx}
