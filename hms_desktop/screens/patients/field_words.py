"""What each field of a record is called, and its value in one line."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from hms_desktop.screens.patients.care_words import allergies_words, consent_words, contact_words, policy_words
from hms_desktop.screens.patients.words import birth_words, identifier_words, language_words, phone_words, sex_words

translate = QCoreApplication.translate


def field_title(name: str) -> str:
    """What a field of the record is called."""
    return {
        "given_names": translate("patients", "Given names"),
        "family_name": translate("patients", "Family name"),
        "sex": translate("patients", "Sex"),
        "birth": translate("patients", "Birth"),
        "address": translate("patients", "Address"),
        "email": translate("patients", "E-mail"),
        "notes": translate("patients", "Notes"),
        "language": translate("patients", "Language"),
        "restricted": translate("patients", "Restricted"),
        "phones": translate("patients", "Phones"),
        "identifiers": translate("patients", "Identifiers"),
        "contacts": translate("patients", "Emergency contacts"),
        "policies": translate("patients", "Insurance"),
        "allergies": translate("patients", "Allergies"),
        "consents": translate("patients", "Consent"),
        "photo": translate("patients", "Photo"),
        "mrn": translate("patients", "Record number"),
        "allergy_status": translate("patients", "Allergies asked"),
    }.get(name, name)


def field_words(name: str, value: Any) -> str:
    """A field's value in one line."""
    return _WORDS.get(name, str)(value)


_WORDS: dict[str, Callable[[Any], str]] = {
    "sex": sex_words,
    "birth": birth_words,
    "language": language_words,
    "restricted": lambda value: translate("patients", "yes") if value else translate("patients", "no"),
    "phones": lambda value: ", ".join(map(phone_words, value)),
    "identifiers": lambda value: ", ".join(map(identifier_words, value)),
    "contacts": lambda value: "; ".join(map(contact_words, value)),
    "policies": lambda value: "; ".join(map(policy_words, value)),
    "allergies": allergies_words,
    "consents": lambda value: "; ".join(map(consent_words, value)),
    "photo": lambda value: translate("patients", "a photo") if value else "",
}
