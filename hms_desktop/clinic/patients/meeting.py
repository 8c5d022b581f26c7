"""Where two people edited one record: what of both goes together, and what a person must choose."""

from dataclasses import dataclass, fields, replace
from typing import Any

from hms_desktop.clinic.patients.allergies import Allergies
from hms_desktop.clinic.patients.rules import PatientRecord

CLASH = object()
"""What two edits of one value make where neither may give way."""


@dataclass(frozen=True)
class Difference:
    """One field in which a colleague's saved value and the one in the form part."""

    name: str
    seen: Any
    theirs: Any
    mine: Any


@dataclass(frozen=True)
class Meeting:
    """Both edits in one record, mine where they clash, and the fields in which they do."""

    record: PatientRecord
    clashes: tuple[Difference, ...]


def meet(seen: PatientRecord, theirs: PatientRecord, mine: PatientRecord) -> Meeting:
    """What `seen` becomes where a colleague saved `theirs` while I typed `mine`.

    A field that only one of us changed, or both alike, is settled; of a list each line is a field of its own.
    """
    values: dict[str, Any] = {}
    clashes: list[Difference] = []
    for each in fields(PatientRecord):
        was, their, my = (getattr(record, each.name) for record in (seen, theirs, mine))
        met = _met(was, their, my)
        if met is CLASH:
            clashes.append(Difference(each.name, was, their, my))
        values[each.name] = my if met is CLASH else met
    return Meeting(replace(theirs, **values), tuple(clashes))


def _met(seen: Any, theirs: Any, mine: Any) -> Any:
    if theirs in (seen, mine):
        return mine
    if mine == seen:
        return theirs
    if isinstance(mine, tuple):
        return _met_lines(seen, theirs, mine)
    if isinstance(mine, Allergies) and not (mine.none_known or theirs.none_known):
        known = _met_lines(seen.known, theirs.known, mine.known)
        return CLASH if known is CLASH else Allergies(known)
    return CLASH


def _met_lines(seen: tuple[Any, ...], theirs: tuple[Any, ...], mine: tuple[Any, ...]) -> Any:
    """The lines of both: theirs in their order, then those that I added; a line that both changed clashes."""
    before, my = ({_key(line): line for line in lines} for lines in (seen, mine))
    met: list[Any] = []
    for line in theirs:
        one = _met(before.get(_key(line)), line, my.get(_key(line)))
        if one is CLASH:
            return CLASH
        if one is not None:
            met.append(one)
    still = {_key(line) for line in theirs}
    for key, line in before.items():
        if key not in still and key in my and my[key] != line:
            return CLASH  # I changed what they took out
    added = [line for line in mine if _key(line) not in before and _key(line) not in still]
    known = {_without_id(line) for line in met}
    return (*met, *(line for line in added if _without_id(line) not in known))


def _key(line: Any) -> Any:
    """What makes two lines the same one: the stored id, a consent's question; a line not yet stored is itself."""
    return getattr(line, "id", None) or getattr(line, "question", None) or line


def _without_id(line: Any) -> Any:
    return replace(line, id=None) if hasattr(line, "id") else line
