"""What can be chosen when two records become one, and what a pair of records can be."""

from collections.abc import Mapping
from typing import Any

from hms_desktop.clinic.patients.rules import PatientRecord

PAIR_STATES = ("open", "different", "merged")
"""A manager still has to look; these are two people; these were merged."""

FIELDS = ("family_name", "given_names", "birth", "sex", "address", "email", "language", "notes")
"""The fields of a record of which the merged one keeps one value; lists like phones go along whole."""
_COLUMNS = {"birth": "birth_date"}
_UNKNOWN = ("", "unknown", None)


def differing(one: PatientRecord, other: PatientRecord) -> tuple[str, ...]:
    """The fields in which both records part, so that somebody has to choose."""
    return tuple(name for name in FIELDS if getattr(one, name) != getattr(other, name))


def better_from_other(survivor: PatientRecord, absorbed: PatientRecord) -> frozenset[str]:
    """The fields proposed to be taken over: what the survivor lacks, and a birth that is known more exactly."""
    return frozenset(
        name
        for name in differing(survivor, absorbed)
        if _better(name, getattr(survivor, name), getattr(absorbed, name))
    )


def columns_taken(fields: Mapping[str, bool]) -> tuple[str, ...]:
    """The database's columns of the fields that are marked to be taken over."""
    return tuple(_COLUMNS.get(name, name) for name in FIELDS if fields.get(name))


def _better(name: str, kept: Any, offered: Any) -> bool:
    if kept in _UNKNOWN:
        return offered not in _UNKNOWN
    return name == "birth" and offered is not None and offered.precision == "day" and kept.precision != "day"
