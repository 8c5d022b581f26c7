"""What a layout says about one content, in the words of its language.

A name never reaches a printer as anything but letters: whatever could be a command is taken out before a layout sees
it.
"""

import datetime as dt
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from hms_desktop.core.layouts import FIELD, PAGE_FIELDS, Layout, Part, Words


class Word(str):
    """A word of the house, said in the paper's language; a name is never one."""

    __slots__ = ()


Value = str | int | dt.date | dt.datetime
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_DROPPED = frozenset({"Cf", "Cs", "Co"})
_SPACES = frozenset({"Cc", "Zs", "Zl", "Zp"})
_JOINERS = "\u200c\u200d"
_LONGEST = 2000


@dataclass(frozen=True)
class Content:
    """What one paper says: the fields that its document names, and rows where it has a list or a table."""

    document: str
    fields: Mapping[str, Value]
    rows: Mapping[str, tuple[tuple[Value, ...], ...]] = field(default_factory=dict)


def plain(text: str) -> str:
    """`text` as letters and single spaces: no control characters, direction marks or halves of characters.

    What joins letters in Persian and Indian scripts stays.
    """
    kept = []
    for letter in unicodedata.normalize("NFC", text[:_LONGEST]):
        category = unicodedata.category(letter)
        if category in _SPACES:
            kept.append(" ")
        elif category not in _DROPPED or letter in _JOINERS:
            kept.append(letter)
    return " ".join("".join(kept).split())


def words_of(value: Value, words: Words) -> str:
    """A field's value in the language of `words`: a date with its month's name, a moment with hours and minutes too."""
    if isinstance(value, Word):
        return words.of(value)
    if isinstance(value, dt.datetime):
        return f"{words_of(value.date(), words)} {value:%H:%M}"
    if isinstance(value, dt.date):
        return f"{value.day} {words.of(MONTHS[value.month - 1])} {value.year}"
    return plain(str(value))


def filled(layout: Layout, content: Content, words: Words) -> tuple[Part, ...]:
    """The parts of `layout` with translated words and `content` in place; what has nothing to say is left out."""
    told = {name: words_of(value, words) for name, value in content.fields.items()}
    told |= {name: f"{{{name}}}" for name in PAGE_FIELDS}

    def fill(template: str) -> str:
        apart = words.right_to_left and not FIELD.fullmatch(template)
        return FIELD.sub(lambda found: _set_apart(told.get(found[1], ""), apart), template).strip()

    made = []
    for part in layout.parts:
        if part.when and not (told.get(part.when) or content.rows.get(part.when)):
            continue
        if part.kind == "rows":
            rows = _told(content, part.value, words)
            part = replace(part, rows=tuple((start, " · ".join(rest)) for start, *rest in rows))
        elif part.kind == "table":
            columns = tuple(replace(column, title=words.of(column.title)) for column in part.columns)
            part = replace(part, columns=columns, rows=_told(content, part.value, words))
        elif part.kind != "logo":
            part = replace(part, words=fill(words.of(part.words)), value=fill(words.of(part.value)))
        if part.kind in ("code128", "qr", "gs1") and not part.value:
            continue
        made.append(part)
    return tuple(made)


def _set_apart(value: str, apart: bool) -> str:
    """Where lines run from the right, a record number beside a name still reads as it is written.

    It stands by itself in the line, in its own direction (the isolates of Unicode's UAX #9). Codes are never beside
    anything.
    """
    return f"\u2068{value}\u2069" if apart and value else value


def _told(content: Content, rows: str, words: Words) -> tuple[tuple[str, ...], ...]:
    return tuple(tuple(words_of(cell, words) for cell in row) for row in content.rows.get(rows, ()))
