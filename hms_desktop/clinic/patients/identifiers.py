"""Numbers that somebody else gave a person, each checked by the rules of the country and kind that gave it."""

from collections.abc import Mapping
from dataclasses import dataclass

from stdnum.util import get_cc_module

from hms_desktop.core.errors import Refused


@dataclass(frozen=True)
class CheckRule:
    """How a country checks one kind of identifier: the module of python-stdnum, and what people call the number."""

    module: str
    name: str


_RULES: Mapping[tuple[str, str], CheckRule] = {
    ("national_id", "AR"): CheckRule("dni", "Argentine DNI"),
    ("national_id", "BE"): CheckRule("nn", "Belgian national number"),
    ("national_id", "BG"): CheckRule("egn", "Bulgarian EGN"),
    ("national_id", "BR"): CheckRule("cpf", "Brazilian CPF"),
    ("national_id", "CA"): CheckRule("sin", "Canadian SIN"),
    ("national_id", "CH"): CheckRule("ssn", "Swiss AHV number"),
    ("national_id", "CL"): CheckRule("rut", "Chilean RUT"),
    ("national_id", "CN"): CheckRule("ric", "Chinese resident identity number"),
    ("national_id", "CR"): CheckRule("cpf", "Costa Rican cédula"),
    ("national_id", "CU"): CheckRule("ni", "Cuban identity number"),
    ("national_id", "CZ"): CheckRule("rc", "Czech birth number"),
    ("national_id", "DK"): CheckRule("cpr", "Danish CPR number"),
    ("national_id", "DO"): CheckRule("cedula", "Dominican cédula"),
    ("national_id", "EC"): CheckRule("ci", "Ecuadorian cédula"),
    ("national_id", "EE"): CheckRule("ik", "Estonian personal code"),
    ("national_id", "ES"): CheckRule("dni", "Spanish DNI"),
    ("national_id", "FI"): CheckRule("hetu", "Finnish HETU"),
    ("national_id", "FR"): CheckRule("nir", "French social security number"),
    ("national_id", "GR"): CheckRule("amka", "Greek AMKA"),
    ("national_id", "HR"): CheckRule("oib", "Croatian OIB"),
    ("national_id", "ID"): CheckRule("nik", "Indonesian NIK"),
    ("national_id", "IE"): CheckRule("pps", "Irish PPS number"),
    ("national_id", "IL"): CheckRule("idnr", "Israeli identity number"),
    ("national_id", "IN"): CheckRule("aadhaar", "Aadhaar number"),
    ("national_id", "IS"): CheckRule("kennitala", "Icelandic kennitala"),
    ("national_id", "IT"): CheckRule("codicefiscale", "Italian codice fiscale"),
    ("national_id", "KR"): CheckRule("rrn", "Korean resident registration number"),
    ("national_id", "LT"): CheckRule("asmens", "Lithuanian personal code"),
    ("national_id", "LV"): CheckRule("pvn", "Latvian personal code"),
    ("national_id", "MU"): CheckRule("nid", "Mauritian national ID"),
    ("national_id", "MX"): CheckRule("curp", "Mexican CURP"),
    ("national_id", "MY"): CheckRule("nric", "Malaysian NRIC"),
    ("national_id", "NL"): CheckRule("bsn", "Dutch BSN"),
    ("national_id", "NO"): CheckRule("fodselsnummer", "Norwegian fødselsnummer"),
    ("national_id", "PE"): CheckRule("cui", "Peruvian CUI"),
    ("national_id", "PK"): CheckRule("cnic", "Pakistani CNIC"),
    ("national_id", "PL"): CheckRule("pesel", "Polish PESEL"),
    ("national_id", "PT"): CheckRule("cc", "Portuguese citizen card number"),
    ("national_id", "RO"): CheckRule("cnp", "Romanian CNP"),
    ("national_id", "SE"): CheckRule("personnummer", "Swedish personal number"),
    ("national_id", "SI"): CheckRule("emso", "Slovenian EMŠO"),
    ("national_id", "SK"): CheckRule("rc", "Slovak birth number"),
    ("national_id", "TH"): CheckRule("pin", "Thai identity number"),
    ("national_id", "TR"): CheckRule("tckimlik", "Turkish identity number"),
    ("national_id", "US"): CheckRule("ssn", "US Social Security number"),
    ("national_id", "ZA"): CheckRule("idnr", "South African identity number"),
    ("health_number", "CA"): CheckRule("bc_phn", "British Columbia personal health number"),
    ("health_number", "FR"): CheckRule("nir", "French social security number"),
    ("health_number", "GB"): CheckRule("nhs", "NHS number"),
    ("health_number", "GR"): CheckRule("amka", "Greek AMKA"),
}
"""Check rules by kind and country (ISO 3166 alpha-2); a pair that is not here is kept as typed."""

COUNTRIES: tuple[str, ...] = tuple(sorted({country for _, country in _RULES}))
"""The countries for which at least one kind of identifier is checked."""


def check_rule(kind: str, country: str) -> CheckRule | None:
    """The rule for `kind` in `country`, or None where numbers of that kind are kept as typed."""
    rule = _RULES.get((kind, country))
    return rule if rule is not None and get_cc_module(country, rule.module) is not None else None


def unchecked() -> list[tuple[str, str]]:
    """The kinds and countries whose rule python-stdnum does not bring here, so that any number would pass."""
    return [key for key in _RULES if check_rule(*key) is None]


def check_identifier(kind: str, country: str, value: str) -> None:
    """Refuse, with one sentence, an identifier that its country's own rule finds mistyped."""
    rule = check_rule(kind, country)
    if rule is None or not value.strip():
        return
    if not get_cc_module(country, rule.module).is_valid(value):  # type: ignore[union-attr]  # check_rule knows it is there
        raise Refused(
            "patients.identifier_mistyped",
            f"This {rule.name} is mistyped: its length or check digit is wrong. "
            'Compare it with the card, or choose "Other" to keep it as it is.',
            {"field": "identifier", "name": rule.name},
        )
