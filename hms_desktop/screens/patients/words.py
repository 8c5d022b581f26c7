"""How the patients' screens speak: sexes, kinds, births, phones and identifiers."""

import datetime as dt

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
        "health_number": translate("patients", "Health number"),
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
    kind = phone_kinds().get(phone.kind, phone.kind).lower()
    unverified = "" if phone.e164 else translate("patients", "unverified")
    return f"{phone.number} ({', '.join(part for part in (kind, unverified) if part)})"


def identifier_words(identifier: Identifier) -> str:
    kind = identifier_kinds().get(identifier.kind, identifier.kind)
    return " ".join(part for part in (kind, identifier.country, identifier.value) if part)


def day_words(day: dt.date) -> str:
    """`17 May 1990`."""
    return birth_words(Birth(day))
