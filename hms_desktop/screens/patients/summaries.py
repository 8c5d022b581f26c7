"""What the header of each section of the form says while the section is closed."""

import datetime as dt
from collections.abc import Iterable, Mapping

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.patients.allergies import Allergies
from hms_desktop.clinic.patients.rules import PatientRecord
from hms_desktop.screens.patients.care_words import (
    allergies_words,
    allergy_statuses,
    contact_words,
    policy_state,
    policy_words,
)
from hms_desktop.screens.patients.words import language_words

translate = QCoreApplication.translate
Summary = tuple[str, str, str]
"""A muted line, a word on a chip and the chip's tone."""


def summaries(record: PatientRecord, today: dt.date) -> Mapping[str, Summary]:
    """By the names of the form's sections."""
    return {
        "about": (
            _joined((record.address, record.email, language_words(record.language), record.notes)),
            *_restricted(record),
        ),
        "allergies": allergies_summary(record.allergies),
        "contacts": (_joined(map(contact_words, record.contacts), "; "), "", ""),
        "policies": _policies(record, today),
        "consents": _consents(record),
        "photo": ("", translate("patients", "kept") if record.photo else "", "neutral"),
    }


def allergies_summary(allergies: Allergies) -> Summary:
    """The answer to "any allergies?"; a severe one and an answer that is missing stand out."""
    word = allergy_statuses()[allergies.status]
    if allergies.status == "not_asked":
        return "", word, "warning"
    if allergies.status == "none_known":
        return "", word, "done"
    severe = any(one.severity == "severe" for one in allergies.known)
    return allergies_words(allergies), translate("patients", "severe") if severe else "", "stop"


def _restricted(record: PatientRecord) -> tuple[str, str]:
    return (translate("patients", "restricted") if record.restricted else "", "warning")


def _policies(record: PatientRecord, today: dt.date) -> Summary:
    states = [policy_state(policy, today) for policy in record.policies]
    none_valid = bool(states) and all(states)
    return _joined(map(policy_words, record.policies), "; "), states[0] if none_valid else "", "warning"


def _consents(record: PatientRecord) -> Summary:
    given = sum(consent.given for consent in record.consents)
    refused = len(record.consents) - given
    counted = (
        translate("patients", "{n} given").format(n=given) if given else "",
        translate("patients", "{n} refused or withdrawn").format(n=refused) if refused else "",
    )
    return _joined(counted), "" if record.consents else translate("patients", "not asked"), "neutral"


def _joined(parts: Iterable[str], by: str = ", ") -> str:
    return by.join(part for part in parts if part)
