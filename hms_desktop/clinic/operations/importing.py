"""What a row of another system's list says about a patient: columns matched to the form's fields, values understood."""

import datetime as dt
import functools
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from hms_desktop.clinic.patients import rules
from hms_desktop.clinic.patients.allergies import Allergies, Allergy
from hms_desktop.clinic.patients.contacts import Contact
from hms_desktop.clinic.patients.phones import e164_of
from hms_desktop.clinic.patients.policies import Policy
from hms_desktop.clinic.patients.rules import Birth, Identifier, PatientRecord, Phone
from hms_desktop.core.errors import Refused

NOTHING = frozenset({"", "-", "--", "null", "none", "n/a", "na", "nan", "unknown", "?"})
"""What other systems write where nothing is known (compared in small letters)."""

SEXES = {
    "female": "female", "f": "female", "w": "female", "woman": "female", "2": "female",
    "male": "male", "m": "male", "man": "male", "1": "male",
    "other": "other", "o": "other", "x": "other", "i": "other", "9": "other",
    "u": "unknown", "0": "unknown",
}  # fmt: skip
"""Words and codes for the sex; 0, 1, 2 and 9 are those of ISO/IEC 5218, whose 9 is "not applicable"."""


@dataclass(frozen=True)
class Field:
    """A field that a column may fill: the titles by which it is recognised, and what joins several columns."""

    titles: tuple[str, ...] = ()
    joined_by: str = " "


FIELDS: dict[str, Field] = {
    "given_names": Field(("givennames", "givenname", "firstname", "first", "forename", "forenames", "patfname")),
    "family_name": Field(("familyname", "lastname", "last", "surname", "patsname")),
    "sex": Field(("sex", "gender", "patsex")),
    "birth": Field(("birthdate", "dateofbirth", "dob", "birth", "born", "patbdate")),
    "age": Field(("age", "ageyears", "patage")),
    "address": Field(("address", "pataddr"), joined_by=", "),
    "email": Field(("email", "emailaddress", "mail", "patemail")),
    "notes": Field(("notes", "note", "remarks"), joined_by="\n"),
    "language": Field(("language", "lang")),
    "mobile": Field(("mobile", "phone", "telephone", "phonenumber", "mobilephone", "pattele")),
    "home": Field(("homephone", "phonehome")),
    "work": Field(("workphone", "phonework")),
    "relative": Field(("relativephone", "nextofkinphone")),
    "national_id": Field(("nationalid", "ssn", "nationalnumber", "idnumber", "pattaxcode")),
    "passport": Field(("passport", "passportnumber")),
    "birth_certificate": Field(("birthcertificate",)),
    "driving_licence": Field(("drivinglicence", "driverslicense", "drivers")),
    "insurance_card": Field(("insurancecard",)),
    "contact": Field(("emergencycontact", "nextofkin", "patnextkin")),
    "contact_phone": Field(("emergencyphone", "emergencycontactphone")),
    "insurer": Field(("insurer", "insurance", "insurancecompany", "payer")),
    "policy_number": Field(("policynumber", "policy")),
    "allergies": Field(("allergies", "allergy", "patallergies"), joined_by=";"),
    "other_hospital": Field(("id", "patientid", "mrn", "recordnumber", "patid")),
}
NO_ALLERGY = frozenset({"no known allergies", "no known allergy", "none known", "nka", "nkda", "nil known"})
"""What says that the person was asked and has none (compared in small letters); an empty cell says nothing."""

_NOTHING_ASKED = Allergies()
_TIME = re.compile(r"[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?\s*([AaPp][Mm]|Z)?$")
_PHONES = ("mobile", "home", "work", "relative")
_IDENTIFIERS = rules.IDENTIFIER_KINDS[:-1]
_BIRTHS_KEPT = 50_000  # there are no more days in 130 years, and a hospital's patients share them

Columns = Mapping[str, tuple[str, ...]]
"""For each field that is filled, the titles of the columns that fill it."""


def columns_as_told(told: Sequence[str], titles: Sequence[str]) -> Columns:
    """The matching that a person gave as `FIELD=COLUMN` or `FIELD=COLUMN+COLUMN`.

    Raises Refused for a field or a column that there is not, naming those that there are.
    """
    columns: dict[str, tuple[str, ...]] = {}
    for one in told:
        field, sign, names = one.partition("=")
        wanted = tuple(name.strip() for name in names.split("+")) if names not in titles else (names,)
        if not sign or field.strip() not in FIELDS:
            raise Refused("import.no_field", f"There is no field {field.strip()!r}; there are: {', '.join(FIELDS)}.")
        missing = [name for name in wanted if name not in titles]
        if missing:
            raise Refused("import.no_column", f"The file has no column {missing[0]!r}; it has: {', '.join(titles)}.")
        columns[field.strip()] = wanted
    return columns


def columns_by_title(titles: Sequence[str]) -> Columns:
    """The matching that the titles themselves suggest; each column fills one field."""
    plain = {re.sub(r"[^a-z0-9]", "", title.lower()): title for title in reversed(titles)}
    found: dict[str, tuple[str, ...]] = {}
    for name, field in FIELDS.items():
        title = next((plain[known] for known in field.titles if known in plain), None)
        if title is not None:
            found[name] = (title,)
    return found


def check_columns(columns: Columns) -> None:
    """Raises Refused where no column fills a name: nobody could be registered."""
    if not {"given_names", "family_name"} & set(columns):
        raise Refused("import.no_name", "No column fills given_names or family_name; say which with --map.")


class RowReader:
    """Makes records out of rows.

    `today` is the day on which an age was told; `month_first` reads 5/17/1990; `country` (ISO 3166 alpha-2) is that of
    phone numbers without `+`. A reader that only checks does not verify phone numbers: half of the work, and none is
    refused for it.
    """

    def __init__(
        self,
        titles: Sequence[str],
        columns: Columns,
        *,
        today: dt.date,
        month_first: bool = False,
        country: str = "",
        only_checks: bool = False,
    ) -> None:
        place = {title: number for number, title in enumerate(titles)}
        self._fields = [
            (name, FIELDS[name].joined_by, [place[title] for title in filled_by]) for name, filled_by in columns.items()
        ]
        self._birth_as_typed = functools.lru_cache(_BIRTHS_KEPT)(
            functools.partial(rules.birth_as_typed, today=today, day_first=not month_first)
        )
        self._e164_of = _unverified if only_checks else functools.partial(e164_of, region=country)

    def record(self, values: Sequence[str]) -> PatientRecord:
        """The patient in one row. Raises Refused with one sentence where the row makes none."""
        texts = {name: joined.join(self._known(values, places)) for name, joined, places in self._fields}
        record = PatientRecord(
            given_names=_one_line(texts.get("given_names", "")),
            family_name=_one_line(texts.get("family_name", "")),
            sex=_sex(texts.get("sex", "")),
            birth=self._birth(texts.get("birth", ""), texts.get("age", "")),
            address=texts.get("address", ""),
            email=texts.get("email", ""),
            notes=texts.get("notes", ""),
            language=texts.get("language", ""),
            phones=tuple(self._phone(kind, texts[kind]) for kind in _PHONES if texts.get(kind)),
            identifiers=tuple(Identifier(kind, texts[kind]) for kind in _IDENTIFIERS if texts.get(kind)),
            contacts=_contact(texts.get("contact", ""), texts.get("contact_phone", "")),
            policies=_policy(texts.get("insurer", ""), texts.get("policy_number", "")),
            allergies=_allergies(texts.get("allergies", "")),
        )
        rules.check_record(record)
        return record

    def _phone(self, kind: str, number: str) -> Phone:
        return Phone(number, kind, e164=self._e164_of(number))

    def _known(self, values: Sequence[str], places: Sequence[int]) -> list[str]:
        texts = [values[place].replace("\x00", "").strip() for place in places]
        return [text for text in texts if text.lower() not in NOTHING]

    def _birth(self, birth: str, age: str) -> Birth | None:
        """The date where there is one (a time behind it is left out), else the age."""
        return self._birth_as_typed(_TIME.sub("", birth) or age)


def _unverified(_number: str) -> str:
    return ""


def _contact(name: str, number: str) -> tuple[Contact, ...]:
    return (Contact(name=name, number=number),) if name else ()


def _policy(insurer: str, number: str) -> tuple[Policy, ...]:
    return (Policy(insurer=insurer, number=number),) if insurer else ()


def _allergies(text: str) -> Allergies:
    """Substances parted by semicolons or lines, each once; or that there is none."""
    if not text:
        return _NOTHING_ASKED
    if text.lower().strip(" .") in NO_ALLERGY:
        return Allergies(none_known=True)
    named = {part.strip().lower(): part.strip() for part in re.split(r"[;\n]", text) if part.strip()}
    return Allergies(known=tuple(Allergy(substance) for substance in named.values()))


def _one_line(text: str) -> str:
    return text.replace("\n", " ")


def _sex(text: str) -> str:
    found = SEXES.get(text.lower()) if text else "unknown"
    if found is None:
        raise Refused("import.sex", f"The sex {text[:20]!r} is not known; use F, M, X or U.")
    return found


def outline(columns: Columns, titles: Sequence[str]) -> tuple[tuple[str, str], ...]:
    """What fills what, for a person to read before it happens; columns that fill nothing come last."""
    used = {title for filled_by in columns.values() for title in filled_by}
    left = [title for title in titles if title and title not in used]
    lines = [(name, " + ".join(columns[name])) for name in FIELDS if name in columns]
    return (*lines, *((("(not used)", ", ".join(left)),) if left else ()))
