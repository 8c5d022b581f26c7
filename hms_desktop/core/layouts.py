"""Layouts of papers as data: a strict reader of their files that says in which line a mistake is, and their words."""

import re
import tomllib
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from hms_desktop.core.errors import Misconfigured

ROLL, LABEL, A4 = "roll", "label", "a4"
"""What a paper can be: a roll of 58 or 80 mm, a label or card of any size, a page."""

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
FIELD = re.compile(r"\{([a-z_]+)\}")
PAGE_FIELDS = ("page", "pages")
"""What the words of a page's number may name besides the paper's fields; known when the pages are."""
MOST_COLUMNS = 10

Check = Callable[[Any], str]
"""One sentence why a value cannot be so; empty where it can."""


@dataclass(frozen=True)
class TableColumn:
    """A column of a table: its share of the width; `box` where somebody writes into it by hand."""

    title: str
    width: float
    box: bool = False


@dataclass(frozen=True)
class Part:
    """One element of a paper. `kind` is the key that names it in the file; lengths are millimetres.

    `words` and `value` are templates: the words are translated first, then `{field}` is filled in. A part with `when`
    is left out where that field is empty. Rows stand like pairs; with `align` end, their second text ends at the edge.
    `lines` is the most lines that a text may take before it ends in an ellipsis. A table's rows are at least `height`
    high, with `spare` empty ones at its end.
    """

    kind: str
    words: str = ""
    value: str = ""
    size: str = "normal"
    weight: str = "normal"
    align: str = "start"
    lines: int = 2
    width: float = 0
    height: float = 0
    shown: bool = True
    when: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    columns: tuple[TableColumn, ...] = ()
    spare: int = 0


@dataclass(frozen=True)
class Layout:
    """The parts of one paper from top to bottom; `margin` in millimetres and `points` (of normal text) for pages."""

    name: str
    parts: tuple[Part, ...]
    margin: float = 3
    points: float = 9


@dataclass(frozen=True)
class Words:
    """The words of all layouts in one language; what has no translation stands as it is (English)."""

    language: str = "en"
    known: Mapping[str, str] = field(default_factory=dict)

    @property
    def right_to_left(self) -> bool:
        return self.language in RIGHT_TO_LEFT

    def of(self, english: str) -> str:
        return self.known.get(english, english)


def _among(*allowed: str) -> Check:
    return lambda value: "" if value in allowed else f"must be one of {', '.join(allowed)}"


def _text(longest: int) -> Check:
    def check(value: Any) -> str:
        fits = isinstance(value, str) and 1 <= len(value) <= longest and value.isprintable()
        return "" if fits else f"must be text of 1 to {longest} letters on one line"

    return check


def _number(least: float, most: float) -> Check:
    def check(value: Any) -> str:
        fits = isinstance(value, int | float) and not isinstance(value, bool) and least <= value <= most
        return "" if fits else f"must be a number from {least} to {most}"

    return check


def _whole(least: int, most: int) -> Check:
    in_reach = _number(least, most)
    return lambda value: in_reach(value) or ("" if isinstance(value, int) else "must be a whole number")


def _yes(value: Any) -> str:
    return "" if value is True else "must be true"


def _truth(value: Any) -> str:
    return "" if isinstance(value, bool) else "must be true or false"


def _file(value: Any) -> str:
    return (
        "" if isinstance(value, str) and re.fullmatch(r"[\w-]+\.png", value) else "must name a .png beside the layout"
    )


_WORDS = _text(120)
_COLUMN: dict[str, Check] = {"title": _WORDS, "width": _number(1, 100), "box": _yes}


def _columns(value: Any) -> str:
    if not isinstance(value, list) or not 1 <= len(value) <= MOST_COLUMNS:
        return f"must be a list of 1 to {MOST_COLUMNS} columns"
    for one in value:
        if not isinstance(one, dict) or not {"title", "width"} <= set(one) <= set(_COLUMN):
            return "needs title and width for each column, and may say box"
        if why := next((f"has a {key} that {why}" for key, told in one.items() if (why := _COLUMN[key](told))), ""):
            return why
    return ""


_STYLE: dict[str, Check] = {
    "size": _among("small", "normal", "large", "huge"),
    "weight": _among("normal", "strong"),
    "align": _among("start", "centre", "end"),
    "lines": _whole(1, 20),
    "when": _text(40),
}
_WHEN = {"when": _text(40)}
_PLACED = _WHEN | {"align": _STYLE["align"]}
_KINDS: dict[str, dict[str, Check]] = {
    "text": {"text": _WORDS, **_STYLE},
    "pair": {"pair": _WORDS, "value": _WORDS, "weight": _STYLE["weight"], "lines": _STYLE["lines"], **_WHEN},
    "rows": {"rows": _text(40), "align": _among("start", "end"), "lines": _STYLE["lines"], **_WHEN},
    "table": {
        "table": _text(40),
        "columns": _columns,
        "height": _number(4, 40),
        "spare": _whole(0, 60),
        "lines": _STYLE["lines"],
        **_WHEN,
    },
    "page": {"page": _WORDS},
    "code128": {"code128": _WORDS, "height": _number(4, 40), "shown": _truth, **_PLACED},
    "qr": {"qr": _WORDS, "width": _number(10, 80), **_PLACED},
    "gs1": {"gs1": _WORDS, "width": _number(8, 80), **_PLACED},
    "line": {"line": _yes, **_WHEN},
    "space": {"space": _number(0.5, 200)},
    "logo": {"logo": _file, "width": _number(5, 150), **_PLACED},
    "cut": {"cut": _yes},
}
_NEEDED = {
    "pair": ("value",),
    "table": ("columns",),
    "code128": ("height",),
    "qr": ("width",),
    "gs1": ("width",),
    "logo": ("width",),
}
_OF_PAGES = ("table", "page")
"""What stands on pages only."""
_PAGE: dict[str, Check] = {"margin": _number(0, 40), "points": _number(5, 24)}
_SYNTAX = re.compile(r"\(at line (\d+)")


class _Source:
    """A layout's text, which knows in which line a key of its n-th part stands."""

    def __init__(self, name: str, text: str) -> None:
        self.name = name
        self._lines = text.splitlines()
        self._heads = [place for place, line in enumerate(self._lines) if line.split("#")[0].strip() == "[[part]]"]

    def wrong(self, why: str, part: int | None = None, key: str = "") -> Misconfigured:
        return _wrong(self.name, self._line(part, key), why)

    def _line(self, part: int | None, key: str) -> int:
        begin, end = 0, len(self._lines)
        if part is not None and part < len(self._heads):
            begin = self._heads[part]
            end = self._heads[part + 1] if part + 1 < len(self._heads) else end
        named = re.compile(rf"\s*\"?{re.escape(key)}\"?\s*=")
        found = (place for place in range(begin, end) if key and named.match(self._lines[place]))
        return next(found, begin) + 1


def read_layout(text: str, *, name: str, fields: Collection[str], form: str = A4) -> Layout:
    """The layout in `text`, a TOML file with a `[[part]]` for each element, which may name only these `fields`.

    `form` says for what paper it is. Raises Misconfigured that names the file's line where it cannot be understood as a
    whole: nothing is guessed.
    """
    tree, source = _toml(name, text), _Source(name, text)
    strange = [key for key in tree if key not in ("part", *_PAGE)]
    if strange:
        raise source.wrong(f"{strange[0]} is not known here", key=strange[0])
    for key, check in _PAGE.items():
        if key in tree and (why := check(tree[key])):
            raise source.wrong(f"{key} {why}", key=key)
    parts = tree.get("part")
    if not isinstance(parts, list) or not parts:
        raise source.wrong("a layout needs at least one [[part]]")
    made = tuple(_part(source, place, one, fields, form) for place, one in enumerate(parts))
    return Layout(name, made, **{key: float(tree[key]) for key in _PAGE if key in tree})


def _part(source: _Source, place: int, given: Any, fields: Collection[str], form: str) -> Part:
    kinds = [kind for kind in _KINDS if isinstance(given, dict) and kind in given]
    if len(kinds) != 1:
        raise source.wrong(f"a part needs exactly one of {', '.join(_KINDS)}", place)
    kind = kinds[0]
    if kind in _OF_PAGES and form != A4:
        raise source.wrong(f"{kind} stands on pages only", place, kind)
    known = {*fields, *PAGE_FIELDS} if kind == "page" else fields
    for key, value in given.items():
        if key not in _KINDS[kind]:
            raise source.wrong(f"{key} does not belong to {kind}", place, key)
        if why := _KINDS[kind][key](value):
            raise source.wrong(f"{key} {why}", place, key)
        if strange := _unknown_field(key, value, known):
            raise source.wrong(f"this paper has no field {strange}", place, key)
    if missing := [key for key in _NEEDED.get(kind, ()) if key not in given]:
        raise source.wrong(f"{kind} needs {missing[0]}", place, kind)
    rest = {key: value for key, value in given.items() if key not in _OWN[kind]}
    if kind == "table":
        rest["columns"] = tuple(TableColumn(**column) for column in given["columns"])
    return Part(kind, **{_OWN[kind][key]: given[key] for key in _OWN[kind] if key in given}, **rest)


_OWN: dict[str, dict[str, str]] = {
    "text": {"text": "words"},
    "pair": {"pair": "words"},
    "rows": {"rows": "value"},
    "table": {"table": "value"},
    "page": {"page": "words"},
    "code128": {"code128": "value"},
    "qr": {"qr": "value"},
    "gs1": {"gs1": "value"},
    "line": {"line": "shown"},
    "space": {"space": "height"},
    "logo": {"logo": "value"},
    "cut": {"cut": "shown"},
}
"""For each kind, which attribute of a Part the file's own keys fill."""


def _unknown_field(key: str, value: Any, fields: Collection[str]) -> str:
    named = [value] if key in ("when", "rows", "table") else FIELD.findall(value) if isinstance(value, str) else []
    return next((one for one in named if one not in fields), "")


def read_words(text: str, *, language: str, name: str) -> Words:
    """The translations in `text`: one line `"English" = "…"` each, with the same `{fields}`. Raises Misconfigured."""
    tree, source = _toml(name, text), _Source(name, text)
    for english, translated in tree.items():
        if why := _WORDS(translated):
            raise source.wrong(f'"{english}" {why}', key=english)
        if sorted(FIELD.findall(english)) != sorted(FIELD.findall(translated)):
            raise source.wrong(f'"{english}" and its translation do not name the same fields', key=english)
    return Words(language, tree)


def _toml(name: str, text: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        found = _SYNTAX.search(str(error))
        line = int(found[1]) if found else text.count("\n") + 1
        raise _wrong(name, line, str(error).partition(" (at")[0]) from error


def _wrong(name: str, line: int, why: str) -> Misconfigured:
    sentence = f"The layout {name} has a mistake in line {line}: {why}. Correct the file."
    return Misconfigured("paper.layout", sentence, {"file": name, "line": line, "why": why})


class Layouts:
    """The layouts of all papers: DOCUMENT.FORM.toml and words.LANGUAGE.toml in `folders`; the first that has one wins.

    So a hospital's own layout stands above the one that ships. Each is read when it is first needed.
    """

    def __init__(self, folders: Sequence[Path], fields: Mapping[str, Collection[str]]) -> None:
        """`fields` names, for each document, what its layouts may show."""
        self._folders = tuple(folders)
        self._fields = fields

    def layout(self, document: str, form: str) -> Layout:
        """Raises Misconfigured where there is none, or it has a mistake."""
        name = f"{document}.{form}.toml"
        file = self.file(name)
        if document not in self._fields or file is None:
            sentence = f"There is no layout {name}; choose a printer with other paper."
            raise Misconfigured("paper.no_layout", sentence, {"file": name})
        return read_layout(_read(file), name=name, fields=self._fields[document], form=form)

    def words(self, language: str) -> Words:
        """English where there is no file for `language`. Raises Misconfigured where it has a mistake."""
        name = f"words.{language}.toml"
        file = self.file(name)
        return Words(language) if file is None else read_words(_read(file), language=language, name=name)

    def file(self, name: str) -> Path | None:
        """The file of that name in the first folder that has it."""
        return next((folder / name for folder in self._folders if (folder / name).is_file()), None)


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        reason = error.strerror if isinstance(error, OSError) else "it is not UTF-8"
        sentence = f"The layout {file.name} cannot be read: {reason}."
        raise Misconfigured("paper.layout", sentence, {"file": file.name, "why": reason}) from error
