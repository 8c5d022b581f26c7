"""Records out of the JSON and XML files that other systems wrote: names with texts, one record at a time."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any
from xml.parsers import expat

from hms_desktop.core.errors import Refused

LARGEST_JSON = 500_000_000  # bytes; a JSON file is read as one
LONGEST_TEXT = 100_000  # characters of one value; beyond it a file is meant to fill the memory
_PIECE = 1 << 16

Record = dict[str, str]
"""What one record says, every value as trimmed text; a name that comes twice keeps its last value."""


def read_json(path: Path) -> Iterator[Record]:
    """The objects of a list of objects, wherever in the file the first such list stands.

    Raises Refused where the file is no JSON, too large or holds no such list, OSError where it cannot be read.
    """
    if path.stat().st_size > LARGEST_JSON:
        raise Refused("records.too_large", f"{path.name} is too large for JSON; save it as CSV.", {"file": path.name})
    try:
        content = json.loads(path.read_bytes())
    except (ValueError, RecursionError):
        raise Refused("records.json", f"{path.name} is no JSON, or it is broken.", {"file": path.name}) from None
    found = _first_list(content)
    if found is None:
        raise Refused("records.none", f"{path.name} holds no list of records.", {"file": path.name})
    for one in found:
        yield {str(name): _text(value) for name, value in one.items()}


def _first_list(content: Any) -> list[dict[str, Any]] | None:
    if isinstance(content, list):
        return content if content and all(isinstance(one, dict) for one in content) else None
    inside = content.values() if isinstance(content, dict) else ()
    return next((found for value in inside if (found := _first_list(value)) is not None), None)


def _text(value: Any) -> str:
    if value is None or isinstance(value, list | dict):
        return ""
    return str(value).strip()


def read_xml(path: Path, element: str, where: Mapping[str, str] | None = None) -> Iterator[Record]:
    """The elements at the end of whose path `element` stands (`INFO`, or `FORM/INFO`), with these attributes.

    A record has the texts of all elements inside it by their tags (by its attribute `name`, where one has that; of an
    empty one the attribute `ref`), and its own attributes with an @ before. Document types are refused: with them a
    small file can grow without bound or ask for other files. Raises Refused for that and for broken XML.
    """
    reader = _XmlReader(tuple(element.split("/")), where or {})
    try:
        with path.open("rb") as file:
            while piece := file.read(_PIECE):
                yield from reader.records(piece)
            yield from reader.records(b"", last=True)
    except expat.ExpatError as error:
        raise Refused(
            "records.xml",
            f"{path.name} is broken XML in line {error.lineno}.",
            {"file": path.name, "line": error.lineno},
        ) from None
    except _DocumentType:
        raise Refused(
            "records.document_type",
            f"{path.name} declares a document type, which could ask for other files; take it out first.",
            {"file": path.name},
        ) from None


class _DocumentType(Exception):
    """The file declares a document type."""


class _XmlReader:
    """Collects the records of each piece of a file while expat goes through it."""

    def __init__(self, element: tuple[str, ...], where: Mapping[str, str]) -> None:
        self._element, self._where = element, where
        self._path: list[str] = []
        self._record: Record | None = None
        self._depth = 0
        self._name = ""
        self._texts: list[str] = []
        self._done: list[Record] = []
        self._parser = expat.ParserCreate()
        self._parser.buffer_text = True
        self._parser.StartElementHandler = self._begin
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._hear
        self._parser.StartDoctypeDeclHandler = self._refuse

    def records(self, piece: bytes, *, last: bool = False) -> list[Record]:
        """The records that end in this piece of the file."""
        self._parser.Parse(piece, last)
        done, self._done = self._done, []
        return done

    def _begin(self, tag: str, attributes: dict[str, str]) -> None:
        self._path.append(tag)
        self._texts = []
        if self._record is not None:
            self._name = attributes.get("name", tag)
            if "ref" in attributes:
                self._record[self._name] = attributes["ref"]
        elif tuple(self._path[-len(self._element) :]) == self._element and all(
            attributes.get(name) == value for name, value in self._where.items()
        ):
            self._record = {f"@{name}": value for name, value in attributes.items()}
            self._depth = len(self._path)

    def _hear(self, text: str) -> None:
        if self._record is not None and len(self._texts) < LONGEST_TEXT // 100:
            self._texts.append(text[:LONGEST_TEXT])

    def _end(self, _tag: str) -> None:
        if self._record is not None:
            if len(self._path) == self._depth:
                self._done.append(self._record)
                self._record = None
            elif text := "".join(self._texts).strip():
                self._record[self._name] = text
        self._texts = []
        self._path.pop()

    def _refuse(self, *_about: object) -> None:
        raise _DocumentType
