"""Rows out of CSV and XLSX files that other systems wrote: every value as text, every bad row with its line."""

import csv
import datetime as dt
import hashlib
import itertools
import re
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import python_calamine

from hms_desktop.core.errors import Refused

LONGEST_ROW = 100_000  # characters; a row that is longer is a quotation mark that was never closed
MOST_LINES = 100  # lines that one CSV row may span, for the same reason
MOST_COLUMNS = 1_000
LARGEST_WORKBOOK = 1_000_000_000  # bytes of all parts unpacked; beyond it a small file is meant to fill the memory
DELIMITERS = ",;\t|"


@dataclass(frozen=True)
class SheetRow:
    """One row: the line (CSV) or row (XLSX) of the file on which it begins, from 1, and its values as text."""

    line: int
    values: tuple[str, ...]


@dataclass(frozen=True)
class BadRow:
    """A row that cannot be used, and one sentence why."""

    line: int
    sentence: str


@dataclass(frozen=True)
class Sheet:
    """The column titles of a file and its rows, which are read as they are asked for."""

    titles: tuple[str, ...]
    rows: Iterator[SheetRow | BadRow]


def read_sheet(path: Path, *, encoding: str = "", sheet: str = "") -> Sheet:
    """The rows of a `.csv`, `.tsv`, `.txt` or `.xlsx` file; the first row that holds anything gives the titles.

    `encoding` of a CSV file; without it: as its byte order mark says, else UTF-8. `sheet`: the name of the workbook's
    sheet; without it the first. Raises Refused where the file is none of these, is empty, or is broken, and OSError
    where it cannot be read.
    """
    if path.suffix.lower() in (".xlsx", ".xlsm"):
        return _titled(path, _workbook_rows(path, sheet))
    if path.suffix.lower() in (".csv", ".tsv", ".txt"):
        return _titled(path, _csv_rows(path, encoding))
    raise Refused(
        "sheet.kind", f"{path.name} is neither CSV nor XLSX; save it as one of these first.", {"file": path.name}
    )


def digest(path: Path) -> str:
    """The SHA-256 of a file's bytes, in hexadecimal: by it the same file is known again."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def _titled(path: Path, rows: Iterator[SheetRow | BadRow]) -> Sheet:
    first = next(rows, None)
    if first is None:
        raise Refused("sheet.empty", f"{path.name} holds no rows.", {"file": path.name})
    if isinstance(first, BadRow):
        raise Refused(
            "sheet.titles", f"The titles of {path.name} cannot be read: {first.sentence}", {"file": path.name}
        )
    titles = tuple(value.strip() for value in first.values)
    twice = sorted({title for title in titles if title and titles.count(title) > 1})
    if twice:
        columns = ", ".join(twice)
        raise Refused(
            "sheet.titles",
            f"{path.name} has more than one column called {columns}; rename one.",
            {"file": path.name, "columns": columns},
        )
    return Sheet(titles, _fitted(rows, len(titles)))


def _fitted(rows: Iterator[SheetRow | BadRow], columns: int) -> Iterator[SheetRow | BadRow]:
    """Rows of the titles' width; empty cells at the end may be missing or too many."""
    for row in rows:
        if isinstance(row, BadRow):
            yield row
        elif any(row.values[columns:]):
            yield BadRow(row.line, f"Line {row.line} has {len(row.values)} columns instead of {columns}.")
        elif len(row.values) == columns:
            yield row
        else:
            yield SheetRow(row.line, (row.values + ("",) * columns)[:columns])


# CSV --------------------------------------------------------------------------------------------------------------

_UNKNOWN_BYTE = re.compile("[\udc80-\udcff]")
_MARKS = ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


def _csv_rows(path: Path, encoding: str) -> Iterator[SheetRow | BadRow]:
    lines = _lines(path, encoding or _encoding(path))
    head = list(itertools.islice(lines, 20))
    delimiter = _delimiter(head)
    for record in _records(itertools.chain(head, lines)):
        yield record if isinstance(record, BadRow) else _fields(record, delimiter)


def _encoding(path: Path) -> str:
    with path.open("rb") as file:
        start = file.read(4)
    return next((name for mark, name in _MARKS if start.startswith(mark)), "utf-8")


@dataclass(frozen=True)
class _Line:
    number: int
    text: str
    last: int = 0  # the number of the last of several lines


def _lines(path: Path, encoding: str) -> Iterator[_Line]:
    """The file's lines; a byte that the encoding does not know becomes half a surrogate pair (PEP 383)."""
    try:
        with path.open(encoding=encoding, errors="surrogateescape", newline="") as file:
            for number, text in enumerate(file, start=1):
                yield _Line(number, text)
    except LookupError:
        sentence = f"There is no encoding called {encoding}; try utf-8 or cp1252."
        raise Refused("sheet.encoding", sentence, {"encoding": encoding}) from None
    except UnicodeError:
        sentence = f"{path.name} is not {encoding} text; say which encoding it has."
        raise Refused("sheet.encoding", sentence, {"file": path.name, "encoding": encoding}) from None


def _delimiter(head: Sequence[_Line]) -> str:
    """The sign that parts the titles: the most frequent outside of quotation marks in the first line that has any."""
    first = next((line.text for line in head if line.text.strip()), "")
    bare = "".join(first.split('"')[::2])
    return max(DELIMITERS, key=bare.count)


def _records(lines: Iterator[_Line]) -> Iterator[_Line | BadRow]:
    """Lines joined where a quoted value spans them; a quotation mark that is never closed spoils its own line only."""
    waiting: list[_Line] = []  # lines that an unclosed quotation mark had taken along
    while True:
        line = waiting.pop(0) if waiting else next(lines, None)
        if line is None:
            return
        if '"' not in line.text:
            if not line.text.isspace():
                yield line
            continue
        taken = [line]
        while _open_quote(taken) and _may_go_on(taken):
            further = waiting.pop(0) if waiting else next(lines, None)
            if further is None:
                break
            taken.append(further)
        if _open_quote(taken):
            waiting = taken[1:] + waiting
            yield BadRow(line.number, f"Line {line.number} has a quotation mark that is not closed.")
        elif any(part.text.strip() for part in taken):
            yield _Line(line.number, "".join(part.text for part in taken), taken[-1].number)


def _open_quote(taken: Sequence[_Line]) -> bool:
    return sum(part.text.count('"') for part in taken) % 2 == 1


def _may_go_on(taken: Sequence[_Line]) -> bool:
    return len(taken) < MOST_LINES and sum(len(part.text) for part in taken) < LONGEST_ROW


def _fields(record: _Line, delimiter: str) -> SheetRow | BadRow:
    line, text = record.number, record.text
    if _UNKNOWN_BYTE.search(text):
        return BadRow(line, f"Line {line} holds bytes that are not text in this encoding; say which one the file has.")
    if len(text) > LONGEST_ROW:
        return BadRow(line, f"Line {line} is longer than {LONGEST_ROW} characters.")
    try:
        values = next(csv.reader([text], delimiter=delimiter, strict=True))
    except csv.Error as error:
        return BadRow(line, f"Line {line} is no CSV ({error}).")
    if len(values) > MOST_COLUMNS:
        return BadRow(line, f"Line {line} has more than {MOST_COLUMNS} columns.")
    return SheetRow(line, tuple(value.strip() for value in values))


# XLSX -------------------------------------------------------------------------------------------------------------


def _workbook_rows(path: Path, sheet: str) -> Iterator[SheetRow | BadRow]:
    _refuse_bomb(path)
    try:
        with python_calamine.CalamineWorkbook.from_path(str(path)) as workbook:
            names = workbook.sheet_names
            if not names or (sheet and sheet not in names):
                there = ", ".join(names)
                raise Refused(
                    "sheet.sheet",
                    f"{path.name} has no sheet {sheet}; it has: {there}.",
                    {"file": path.name, "sheet": sheet, "there": there},
                )
            found = workbook.get_sheet_by_name(sheet or names[0])
            first = (found.start or (0, 0))[0] + 1
            rows = found.to_python(skip_empty_area=True)
    except (python_calamine.CalamineError, zipfile.BadZipFile) as error:
        raise _broken(path) from error
    return _texts(rows, first)


def _texts(rows: Iterable[Sequence[Any]], first: int) -> Iterator[SheetRow | BadRow]:
    for line, values in enumerate(rows, start=first):
        texts = tuple(_text(value) for value in values)
        if any(texts):
            yield SheetRow(line, texts)


def _refuse_bomb(path: Path) -> None:
    try:
        with zipfile.ZipFile(path) as archive:
            unpacked = sum(part.file_size for part in archive.infolist())
    except zipfile.BadZipFile as error:
        raise _broken(path) from error
    if unpacked > LARGEST_WORKBOOK:
        raise Refused(
            "sheet.too_large", f"{path.name} is too large for a workbook; save it as CSV.", {"file": path.name}
        )


def _broken(path: Path) -> Refused:
    return Refused(
        "sheet.broken", f"{path.name} is no XLSX workbook, or it is broken; save it once more.", {"file": path.name}
    )


def _text(value: object) -> str:
    """A cell as it would be typed: whole numbers without a point, days in ISO 8601."""
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, dt.datetime) and value.time() == dt.time():
        return value.date().isoformat()
    if isinstance(value, dt.datetime | dt.date | dt.time):
        return value.isoformat()
    return "" if value is None else str(value).strip()
