"""Phone numbers of any country: what is typed is kept, and beside it the form in which any telephone dials it."""

from dataclasses import dataclass

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, ValidationResult

REGIONS: frozenset[str] = frozenset(phonenumbers.SUPPORTED_REGIONS)
"""The countries whose numbering plans are known, as ISO 3166 alpha-2 codes."""

_REASONS: dict[int, str] = {
    ValidationResult.TOO_SHORT: "too_short",
    ValidationResult.TOO_LONG: "too_long",
    ValidationResult.INVALID_COUNTRY_CODE: "which_country",
}
NO_NUMBER = "no_number"


@dataclass(frozen=True)
class PhoneReading:
    """What a typed number means. `e164` is `+254712123456`, empty where it is no valid number of any country.

    `display` is how it is written internationally, `country` its ISO 3166 alpha-2 code (empty where it is unknown).
    `doubt` says why the number is not valid and may only be kept unverified: `too_short`, `too_long`, `no_number`, or
    `which_country` where neither the number nor the hospital names one.
    """

    e164: str = ""
    display: str = ""
    country: str = ""
    doubt: str = ""


def read_phone(typed: str, region: str = "") -> PhoneReading:
    """`typed` by the numbering plan of its country; `region` is the country of a number without `+` (ISO alpha-2).

    The rules are those of Google's libphonenumber, which follow the ITU's and each country's numbering plan.
    """
    home = region if region in REGIONS else None
    if not any(sign.isdecimal() for sign in typed):
        return PhoneReading()
    try:
        number = phonenumbers.parse(typed, home)
    except NumberParseException as fault:
        unknown = fault.error_type == NumberParseException.INVALID_COUNTRY_CODE
        return PhoneReading(country=home or "", doubt="which_country" if unknown else NO_NUMBER)
    if phonenumbers.is_valid_number(number):
        return PhoneReading(
            e164=phonenumbers.format_number(number, PhoneNumberFormat.E164),
            display=phonenumbers.format_number(number, PhoneNumberFormat.INTERNATIONAL),
            country=_country(phonenumbers.region_code_for_number(number)),
        )
    reason = _REASONS.get(phonenumbers.is_possible_number_with_reason(number), NO_NUMBER)
    country = _country(phonenumbers.region_code_for_country_code(number.country_code or 0))
    return PhoneReading(country=country, doubt=reason)


def e164_of(typed: str, region: str = "") -> str:
    """`typed` as any telephone dials it, as `read_phone` says; empty where it is no valid number."""
    try:
        number = phonenumbers.parse(typed, region if region in REGIONS else None)
    except NumberParseException:
        return ""
    valid = phonenumbers.is_valid_number(number)
    return phonenumbers.format_number(number, PhoneNumberFormat.E164) if valid else ""


def _country(region: str | None) -> str:
    return region if region in REGIONS else ""
