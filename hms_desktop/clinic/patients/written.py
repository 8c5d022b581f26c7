"""A record as plain JSON values: how the database's functions take it and give it, and how a draft is kept."""

import base64
import datetime as dt
from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from hms_desktop.clinic.patients.allergies import Allergies, Allergy
from hms_desktop.clinic.patients.consents import Consent
from hms_desktop.clinic.patients.contacts import Contact
from hms_desktop.clinic.patients.photos import Photo
from hms_desktop.clinic.patients.policies import Policy
from hms_desktop.clinic.patients.rules import Birth, Identifier, PatientRecord, Phone

_LINES: Mapping[str, type] = {
    "phones": Phone,
    "identifiers": Identifier,
    "contacts": Contact,
    "policies": Policy,
    "consents": Consent,
}
_FROM_TEXT: Mapping[tuple[type, str], Any] = {
    (Policy, "valid_from"): dt.date.fromisoformat,
    (Policy, "valid_until"): dt.date.fromisoformat,
    (Consent, "at"): dt.datetime.fromisoformat,
}
_PLAIN = ("given_names", "family_name", "sex", "address", "email", "notes", "language", "restricted")


def written(values: Mapping[str, Any]) -> dict[str, Any]:
    """Fields of a record by name as JSON values; a birth becomes a date and its precision.

    Of a photo only the bytes that are new are written; None takes the photo away.
    """
    found: dict[str, Any] = {}
    for name, value in values.items():
        if name == "birth":
            found["birth_date"] = value.date.isoformat() if value else None
            found["birth_precision"] = value.precision if value else None
        elif name in _LINES:
            found[name] = [_line(line) for line in value]
        elif name == "allergies":
            found[name] = {"none_known": value.none_known, "known": [_line(line) for line in value.known]}
        elif name == "photo":
            found[name] = _photo(value)
        else:
            found[name] = value
    return found


def record_of(found: Mapping[str, Any]) -> PatientRecord:
    """The record of these JSON values; what is missing is as in an empty record. A photo is not among them."""
    lines: dict[str, Any] = {
        name: tuple(_read(kind, line) for line in found.get(name, ())) for name, kind in _LINES.items()
    }
    allergies = found.get("allergies", {})
    born = found.get("birth_date")
    return PatientRecord(
        birth=Birth(dt.date.fromisoformat(born), found["birth_precision"]) if born else None,
        allergies=Allergies(
            known=tuple(_read(Allergy, line) for line in allergies.get("known", ())),
            none_known=bool(allergies.get("none_known", False)),
        ),
        **{name: found[name] for name in _PLAIN if name in found},
        **lines,
    )


def _line(line: Any) -> dict[str, Any]:
    return {name: value.isoformat() if isinstance(value, dt.date) else value for name, value in vars(line).items()}


def _read(kind: type, line: Mapping[str, Any]) -> Any:
    names = [each.name for each in fields(kind) if each.name in line]
    return kind(**{name: _value(kind, name, line[name]) for name in names})


def _value(kind: type, name: str, value: Any) -> Any:
    read = _FROM_TEXT.get((kind, name))
    return read(value) if read is not None and value is not None else value


def _photo(photo: Photo | None) -> dict[str, str] | None:
    if photo is None:
        return None
    return {
        "thumbnail": base64.b64encode(photo.thumbnail).decode(),
        "picture": base64.b64encode(photo.picture).decode(),
    }
