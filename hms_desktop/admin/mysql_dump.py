"""Rows of one table out of a `mysqldump` file, which is how other hospital systems hand over what they hold."""

from collections.abc import Iterator
from pathlib import Path

import sqlglot
from sqlglot import expressions

from hms_desktop.core.errors import Refused
from hms_desktop.core.sheet_reader import BadRow, Sheet, SheetRow


def read_dump(path: Path, table: str) -> Sheet:
    """The rows that the file's INSERT statements write into `table`; each one's line is its statement's.

    Raises Refused where no such statement names its columns, OSError where the file cannot be read.
    """
    rows = _rows(path, table)
    first = next(rows, None)
    if first is None:
        raise Refused("dump.no_table", f"{path.name} inserts nothing into {table}; give its name with --table.")
    titles, row = first
    return Sheet(titles, _of_these_columns(titles, row, rows))


_Named = tuple[tuple[str, ...], SheetRow | BadRow]


def _of_these_columns(
    titles: tuple[str, ...], first: SheetRow | BadRow, rest: Iterator[_Named]
) -> Iterator[SheetRow | BadRow]:
    yield first
    for names, row in rest:
        if names == titles:
            yield row
        else:
            yield BadRow(row.line, f"Line {row.line} names other columns than the first row.")


def _rows(path: Path, table: str) -> Iterator[_Named]:
    for line, statement in _inserts(path, table):
        try:
            insert = sqlglot.parse_one(statement, read="mysql")
        except sqlglot.errors.SqlglotError:
            yield (), BadRow(line, f"Line {line} is no INSERT statement that can be read.")
            continue
        titles = tuple(column.name for column in insert.this.expressions)
        if not titles:
            raise Refused(
                "dump.no_columns", f"The rows of {table} do not name their columns; dump with --complete-insert."
            )
        for values in insert.expression.expressions:
            yield titles, SheetRow(line, tuple(_text(value) for value in values.expressions))


def _inserts(path: Path, table: str) -> Iterator[tuple[int, str]]:
    """Each statement with its line; mysqldump ends one with a semicolon at the end of a line."""
    begin = f"INSERT INTO `{table}` "
    begun, parts = 0, list[str]()
    with path.open(encoding="utf-8", errors="replace", newline="\n") as file:
        for line, text in enumerate(file, start=1):
            if not parts and not text.startswith(begin):
                continue
            begun = begun if parts else line
            parts.append(text)
            if text.rstrip().endswith(";"):
                yield begun, "".join(parts)
                parts.clear()
    if parts:
        yield begun, "".join(parts)


def _text(value: expressions.Expression) -> str:
    if isinstance(value, expressions.Null):
        return ""
    return f"-{value.name}" if isinstance(value, expressions.Neg) else value.name.replace("\x00", "")
