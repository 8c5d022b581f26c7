"""The history of a record, field by field, out of the audit trail's rows."""

import datetime as dt
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

ADDED, CHANGED, REMOVED = "insert", "update", "delete"

_FIELD_OF: Mapping[str, str] = {
    "patient_phones": "phones",
    "patient_identifiers": "identifiers",
    "patient_contacts": "contacts",
    "patient_policies": "policies",
    "patient_allergies": "allergies",
    "patient_consents": "consents",
    "patient_photos": "photo",
}
"""The field of a record that a table's lines belong to."""

_KEPT_BY_THE_DATABASE = frozenset(
    (
        "id",
        "patient_id",
        "version",
        "created_at",
        "created_by",
        "search_name",
        "digits",
        "value_key",
        "insurer_key",
        "number_key",
        "e164",
        "code",
        "system",
        "at",
        "person",
        "sha256",
    )
)
"""Columns that nobody types, or that say again what another column says."""

_ORDER = (
    "question",
    "given",
    "name",
    "relation",
    "substance",
    "severity",
    "reaction",
    "insurer",
    "kind",
    "country",
    "value",
    "number",
    "valid_from",
    "valid_until",
    "percent",
    "cover",
)
"""The order in which the columns of a line are said; any other stands behind."""

_BIRTH = ("birth_date", "birth_precision")


@dataclass(frozen=True)
class Entry:
    """One row of the audit trail; `at` is the hospital's local time, `before` and `after` the columns that changed."""

    id: int
    at: dt.datetime
    person: str
    workstation: str
    subject: str
    verb: str
    before: Mapping[str, Any]
    after: Mapping[str, Any]


@dataclass(frozen=True)
class Change:
    """One field that became another. `part` names what of a line changed (`number`), empty for a field of the record.

    `was` and `now` are the stored values as text, empty where there was or is none; a line has its texts joined.
    """

    entry: int
    at: dt.datetime
    person: str
    workstation: str
    verb: str
    field: str
    part: str
    was: tuple[str, ...]
    now: tuple[str, ...]


@dataclass(frozen=True)
class History:
    """Changes, newest first, and the entry before which older ones are to be read; None at the beginning."""

    changes: tuple[Change, ...]
    older: int | None = None


def changes_of(entry: Entry) -> Iterator[Change]:
    """What one entry changed that a person can understand."""
    field = _FIELD_OF.get(entry.subject)
    if field is None:
        yield from _of_record(entry)
    elif entry.verb == CHANGED:
        for part in _typed(entry.after):
            yield _change(entry, field, part, _texts([entry.before.get(part)]), _texts([entry.after.get(part)]))
    else:
        yield _change(entry, field, "", _line(entry.before), _line(entry.after))


def _of_record(entry: Entry) -> Iterator[Change]:
    if any(name in entry.after or name in entry.before for name in _BIRTH):
        yield _change(
            entry,
            "birth",
            "",
            _texts(entry.before.get(name) for name in _BIRTH),
            _texts(entry.after.get(name) for name in _BIRTH),
        )
    for name in _typed({**entry.before, **entry.after}):
        if name not in _BIRTH:
            was, now = _texts([entry.before.get(name)]), _texts([entry.after.get(name)])
            if was != now:
                yield _change(entry, name, "", was, now)


def _line(columns: Mapping[str, Any]) -> tuple[str, ...]:
    return _texts(columns[name] for name in _typed(columns))


def _typed(columns: Mapping[str, Any]) -> list[str]:
    typed = [name for name in columns if name not in _KEPT_BY_THE_DATABASE]
    return sorted(typed, key=lambda name: _ORDER.index(name) if name in _ORDER else len(_ORDER))


def _texts(values: Any) -> tuple[str, ...]:
    return tuple(_text(value) for value in values if value not in (None, ""))


def _text(value: Any) -> str:
    return {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)


def _change(entry: Entry, field: str, part: str, was: tuple[str, ...], now: tuple[str, ...]) -> Change:
    return Change(entry.id, entry.at, entry.person, entry.workstation, entry.verb, field, part, was, now)
