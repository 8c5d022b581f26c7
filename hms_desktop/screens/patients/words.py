"""How the patients' screens speak: sexes, kinds, and a whole record field by field."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.patients.rules import Birth, Identifier, Phone

translate = QCoreApplication.translate

LANGUAGES = {
    "": "",
    "ar": "العربية",
    "en": "English",
    "es": "Español",
    "fr": "Français",
    "hi": "हिन्दी",
    "pt": "Português",
    "ru": "Русский",
    "sw": "Kiswahili",
    "vi": "Tiếng Việt",
    "zh": "中文",
}
"""Languages by code, each in its own words."""


def sexes() -> dict[str, str]:
    return {
        "unknown": translate("patients", "not known"),
        "female": translate("patients", "female"),
        "male": translate("patients", "male"),
        "other": translate("patients", "other"),
    }


def phone_kinds() -> dict[str, str]:
    return {
        "mobile": translate("patients", "Mobile"),
        "home": translate("patients", "Home"),
        "work": translate("patients", "Work"),
        "relative": translate("patients", "Relative"),
        "other": translate("patients", "Other"),
    }


def identifier_kinds() -> dict[str, str]:
    return {
        "national_id": translate("patients", "National identity"),
        "passport": translate("patients", "Passport"),
        "birth_certificate": translate("patients", "Birth certificate"),
        "driving_licence": translate("patients", "Driving licence"),
        "insurance_card": translate("patients", "Insurance card"),
        "other_hospital": translate("patients", "Other hospital"),
        "other": translate("patients", "Other"),
    }


def sex_words(sex: str) -> str:
    return sexes().get(sex, sex)


def language_words(code: str) -> str:
    return LANGUAGES.get(code, code)


def birth_words(birth: Birth | None) -> str:
    """What is known of a birth: `17 May 1990`, `May 1990`, `1990`, `about 1950`."""
    if birth is None:
        return ""
    month = _months()[birth.date.month - 1]
    return {
        "day": f"{birth.date.day} {month} {birth.date.year}",
        "month": f"{month} {birth.date.year}",
        "year": str(birth.date.year),
        "age": translate("patients", "about {year}").format(year=birth.date.year),
    }[birth.precision]


def _months() -> tuple[str, ...]:
    return (
        translate("patients", "January"),
        translate("patients", "February"),
        translate("patients", "March"),
        translate("patients", "April"),
        translate("patients", "May"),
        translate("patients", "June"),
        translate("patients", "July"),
        translate("patients", "August"),
        translate("patients", "September"),
        translate("patients", "October"),
        translate("patients", "November"),
        translate("patients", "December"),
    )


def phone_words(phone: Phone) -> str:
    return f"{phone.number} ({phone_kinds().get(phone.kind, phone.kind).lower()})"


def identifier_words(identifier: Identifier) -> str:
    return f"{identifier_kinds().get(identifier.kind, identifier.kind)} {identifier.value}"


def field_title(name: str) -> str:
    """What a field of the record is called."""
    return {
        "given_names": translate("patients", "Given names"),
        "family_name": translate("patients", "Family name"),
        "sex": translate("patients", "Sex"),
        "birth": translate("patients", "Birth"),
        "address": translate("patients", "Address"),
        "notes": translate("patients", "Notes"),
        "language": translate("patients", "Language"),
        "restricted": translate("patients", "Restricted"),
        "phones": translate("patients", "Phones"),
        "identifiers": translate("patients", "Identifiers"),
    }[name]


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
}
