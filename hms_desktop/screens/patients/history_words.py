"""How the history speaks: stored values in the words of the windows."""

import contextlib
import datetime as dt
from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.patients.history import Change
from hms_desktop.clinic.patients.rules import Birth
from hms_desktop.screens.patients.care_words import allergy_statuses, questions, relations, severities
from hms_desktop.screens.patients.words import (
    birth_words,
    identifier_kinds,
    language_words,
    phone_kinds,
    sexes,
)

translate = QCoreApplication.translate

_WORDS: Mapping[str, Callable[[], Mapping[str, str]]] = {
    "sex": sexes,
    "phones": phone_kinds,
    "identifiers": identifier_kinds,
    "contacts": relations,
    "allergies": severities,
    "allergy_status": allergy_statuses,
    "consents": questions,
}
"""What the stored keys of a field are called."""


def change_words(change: Change, values: tuple[str, ...]) -> str:
    """Values of a change in one line; empty where there were none."""
    if change.field == "birth":
        return _birth(values)
    if change.field == "language":
        return ", ".join(map(language_words, values))
    if change.field == "photo":
        return translate("patients", "a photo") if len(values) else ""
    words = {**_WORDS[change.field]()} if change.field in _WORDS else {}
    words |= {"yes": translate("patients", "yes"), "no": translate("patients", "no")}
    return ", ".join(words.get(value, value) for value in values)


def part_title(part: str) -> str:
    """What a part of a line is called."""
    return {
        "": "",
        "number": translate("patients", "number"),
        "kind": translate("patients", "kind"),
        "value": translate("patients", "value"),
        "country": translate("patients", "country"),
        "name": translate("patients", "name"),
        "relation": translate("patients", "relation"),
        "insurer": translate("patients", "insurer"),
        "valid_from": translate("patients", "from"),
        "valid_until": translate("patients", "until"),
        "percent": translate("patients", "pays, in percent"),
        "cover": translate("patients", "covers"),
        "substance": translate("patients", "substance"),
        "severity": translate("patients", "severity"),
        "reaction": translate("patients", "reaction"),
    }.get(part, part)


def _birth(values: tuple[str, ...]) -> str:
    """A changed day or precision alone is shown as it is stored."""
    if len(values) == 2:
        with contextlib.suppress(ValueError, KeyError):
            return birth_words(Birth(dt.date.fromisoformat(values[0]), values[1]))
    return ", ".join(values)
