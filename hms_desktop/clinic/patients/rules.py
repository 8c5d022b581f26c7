"""What is true of a patient's record without asking the database: its number, birth, age and texts."""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, field, replace
from typing import Any

from hms_desktop.clinic.patients.allergies import Allergies, check_allergies
from hms_desktop.clinic.patients.consents import Consent
from hms_desktop.clinic.patients.contacts import Contact, check_contact
from hms_desktop.clinic.patients.identifiers import check_identifier
from hms_desktop.clinic.patients.photos import Photo, check_photo
from hms_desktop.clinic.patients.policies import Policy, check_policies
from hms_desktop.clinic.patients.texts import check_text
from hms_desktop.core.errors import Refused

SEXES = ("female", "male", "other", "unknown")
PRECISIONS = ("day", "month", "year", "age")
PHONE_KINDS = ("mobile", "home", "work", "relative", "other")
IDENTIFIER_KINDS = (
    "national_id",
    "health_number",
    "passport",
    "birth_certificate",
    "driving_licence",
    "insurance_card",
    "other_hospital",
    "other",
)
NAME_LENGTH = 300
ADDRESS_LENGTH = 1000
NOTES_LENGTH = 4000
PHONE_LENGTH = 60
IDENTIFIER_LENGTH = 100
REASON_LENGTH = 500
EMAIL_LENGTH = 254
EMAIL = "^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$"
"""What every mail server takes: the usual signs of ASCII and a name with a point."""
MOST_LINES = 50
"""So many phones, identifiers, contacts, policies or allergies one record may have."""
OLDEST_AGE = 130

# Medical record numbers (rule 13) -------------------------------------------------------------------------

MRN_ALPHABET = "0123456789ACDEFGHJKLMNPRTUVWXY"
MRN_DIGITS = 8
_LOOKS_LIKE = str.maketrans("OQIBSZ", "001852")


def mrn_check_character(body: str) -> str:
    """Luhn mod 30: finds every mistyped sign and every swap of neighbours but `0` with `Y`.

    The database computes the same in `hms.mrn_check_character`.
    """
    base = len(MRN_ALPHABET)
    total = 0
    for place, sign in enumerate(reversed(body)):
        weighted = MRN_ALPHABET.index(sign) * (2 if place % 2 == 0 else 1)
        total += weighted // base + weighted % base
    return MRN_ALPHABET[-total % base]


def mrn_as_typed(typed: str) -> str:
    """A number as it is stored, from one typed or scanned; spaces, hyphens, case, look-alikes are forgiven.

    Leading zeros may be left out. Raises Refused where it is no number of this hospital or is mistyped.
    """
    signs = re.sub(r"[\s\-_.]", "", unicodedata.normalize("NFKC", typed)).upper().translate(_LOOKS_LIKE)
    body, check = signs[:-1], signs[-1:]
    if not re.fullmatch(r"[0-9]{1,12}", body, re.ASCII) or check not in MRN_ALPHABET:
        raise Refused("patients.mrn_form", "This is not a medical record number.")
    body = body.zfill(MRN_DIGITS)
    if mrn_check_character(body) != check:
        raise Refused("patients.mrn_mistyped", "This medical record number is mistyped; compare it with the card.")
    return body + check


def mrn_display(mrn: str) -> str:
    """A stored number as people read it: `0004 1729-K`."""
    body, check = mrn[:-1], mrn[-1:]
    return f"{body[:-4]} {body[-4:]}-{check}"


# Births and ages (rule 14) --------------------------------------------------------------------------------


@dataclass(frozen=True)
class Birth:
    """A date and how much of it is known; `age`: reckoned back from an age that was told."""

    date: dt.date
    precision: str = "day"

    def earliest(self) -> dt.date:
        """The first day on which the person may have been born."""
        return _years_before(self.date, 1) + dt.timedelta(days=1) if self.precision == "age" else self.date

    def latest(self) -> dt.date:
        """The last day on which the person may have been born."""
        if self.precision == "month":
            return _months_before(self.date.replace(day=1), -1) - dt.timedelta(days=1)
        if self.precision == "year":
            return self.date.replace(month=12, day=31)
        return self.date

    def display(self) -> str:
        """What is known, and no more: `1990-05-17`, `1990-05`, `1990`, `~1950`, which the desk reads as an age's."""
        return {
            "day": self.date.isoformat(),
            "month": f"{self.date.year:04}-{self.date.month:02}",
            "year": f"{self.date.year:04}",
            "age": f"~{self.date.year:04}",
        }[self.precision]


@dataclass(frozen=True)
class Age:
    """How old somebody is: whole `years`, `months` or `days`; `about` where too little of the birth is known."""

    count: int
    unit: str = "years"
    about: bool = False


def age_on(birth: Birth | None, on: dt.date) -> Age | None:
    """The age on a day as the desk says it: whole years from two on, whole months from one on, else days.

    None where nothing is known.
    """
    if birth is None:
        return None
    age = _age_between(birth.date if birth.precision == "age" else birth.earliest(), on)
    sure = birth.precision == "day" or (
        birth.precision != "age" and birth.latest() <= on and _age_between(birth.latest(), on) == age
    )
    return replace(age, about=not sure)


def birth_as_typed(typed: str, today: dt.date, *, day_first: bool = True) -> Birth | None:
    """What somebody meant who typed `17.5.1990`, `17 May 1990`, `05/1990`, `1990`, `about 40` or `3 months`.

    None where nothing was typed. A number up to 130 alone is an age in years. Raises Refused with a sentence.
    """
    words = _digits_to_ascii(unicodedata.normalize("NFKC", typed)).strip().lower()
    if not words:
        return None
    if len(words) > _LONGEST_BIRTH:
        _no_birth()
    about = _ABOUT.match(words)
    if about:
        words = words[about.end() :].strip()
    birth = _stated_age(words, today) or _numbers(words, day_first=day_first) or _with_month_name(words) or _no_birth()
    if about and birth.precision in ("day", "month"):
        birth = Birth(birth.date.replace(month=1, day=1), "year")
    return birth_checked(birth, today)


def birth_checked(birth: Birth, today: dt.date) -> Birth:
    """The same birth; Refused where it lies in the future or more than 130 years back."""
    if birth.date > today:
        raise Refused("patients.born_later", "The date of birth lies in the future.")
    if birth.latest() < _years_before(today, OLDEST_AGE + 1):
        raise Refused("patients.born_too_long_ago", "The date of birth is more than 130 years ago.")
    return birth


_LONGEST_BIRTH = 100  # characters; nobody writes a date so long, and a number of thousands of digits is none
_ABOUT = re.compile(r"(?:about|around|approx(?:imately)?\.?|circa|ca?\.|~|≈|est(?:imated)?\.?)\s*")
_AGE = re.compile(
    r"(\d{1,3})\s*(y|yr|yrs|year|years|m|mo|mos|month|months|w|wk|wks|week|weeks|d|day|days)?\.?(?: old)?"
)
_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "jan january", "feb february", "mar march", "apr april", "may", "jun june", "jul july",
            "aug august", "sep sept september", "oct october", "nov november", "dec december",
        ),
        start=1,
    )
    for name in names.split()
}  # fmt: skip


def _no_birth() -> Birth:
    raise Refused(
        "patients.birth_form",
        "This is not a date of birth; type it like 17.5.1990, 5/1990, 1990 or an age like 40.",
    )


def _stated_age(words: str, today: dt.date) -> Birth | None:
    told = _AGE.fullmatch(words)
    if told is None:
        return None
    number, unit = int(told[1]), (told[2] or "y")[0]
    if unit == "y" and number > OLDEST_AGE:
        raise Refused("patients.born_too_long_ago", "The date of birth is more than 130 years ago.")
    if unit in ("w", "d"):
        return Birth(today - dt.timedelta(days=number * (7 if unit == "w" else 1)), "age")
    return Birth(_months_before(today, number * (12 if unit == "y" else 1)), "age")


def _numbers(words: str, *, day_first: bool) -> Birth | None:
    """A date of digits alone, in the usual orders and with any of `. / -` or spaces between."""
    if re.fullmatch(r"\d{8}", words):
        pieces = [words[:4], words[4:6], words[6:]]
        if not (int(pieces[0]) >= 1890 and 1 <= int(pieces[1]) <= 12):
            pieces = [words[:2], words[2:4], words[4:]]
    elif re.fullmatch(r"\d{1,4}([./\- ]+\d{1,4}){0,2}\.?", words):
        pieces = re.findall(r"\d+", words)
    else:
        return None
    parts = [int(piece) for piece in pieces]
    if len(pieces[0]) == 4:
        year, month, day = [*parts, 0, 0][:3]
    elif len(pieces[-1]) == 4:
        day, month, year = [0, 0, *parts][-3:]
        if not day_first:
            day, month = (month, day) if day else (0, month)
    else:
        return None
    return _birth_of(year, month, day, known=len(parts))


def _with_month_name(words: str) -> Birth | None:
    """`17 May 1990`, `May 17, 1990` or `May 1990`."""
    pieces = re.findall(r"[a-z]+|\d+", words)
    names = [piece for piece in pieces if piece in _MONTHS]
    numbers = [int(piece) for piece in pieces if piece.isdigit()]
    if len(names) != 1 or len(numbers) not in (1, 2) or len(pieces) != 1 + len(numbers):
        return None
    day, year = (0, numbers[0]) if len(numbers) == 1 else (min(numbers), max(numbers))
    return _birth_of(year, _MONTHS[names[0]], day, known=1 + len(numbers))


def _birth_of(year: int, month: int, day: int, *, known: int) -> Birth:
    try:
        if known == 1:
            return Birth(dt.date(year, 1, 1), "year")
        if known == 2:
            return Birth(dt.date(year, month, 1), "month")
        return Birth(dt.date(year, month, day), "day")
    except (ValueError, OverflowError):
        raise Refused("patients.no_such_day", "There is no such day in the calendar.") from None


def _digits_to_ascii(text: str) -> str:
    return text if text.isascii() else "".join(str(unicodedata.decimal(sign, sign)) for sign in text)


def _age_between(born: dt.date, on: dt.date) -> Age:
    months = (on.year - born.year) * 12 + on.month - born.month - (on.day < born.day)
    if months >= 24:
        return Age(months // 12)
    if months >= 1:
        return Age(months, "months")
    return Age(max((on - born).days, 0), "days")  # born after midnight of a business day that has not ended yet


def _months_before(date: dt.date, months: int) -> dt.date:
    """The same day of an earlier month, or its last day where that month is shorter."""
    index = date.year * 12 + date.month - 1 - months
    year, month = max(index // 12, 1), index % 12 + 1
    for day in (date.day, 30, 29, 28):
        try:
            return dt.date(year, month, day)
        except ValueError:
            continue
    raise AssertionError("every month has 28 days")


def _years_before(date: dt.date, years: int) -> dt.date:
    return _months_before(date, 12 * years)


# Records --------------------------------------------------------------------------------------------------


@dataclass(frozen=True)
class Phone:
    """A phone number as typed; `e164` as any telephone dials it, empty while unverified; no `id` until stored."""

    number: str
    kind: str = "mobile"
    id: int | None = None
    e164: str = ""


@dataclass(frozen=True)
class Identifier:
    """Somebody else's number for the person; `country` (ISO alpha-2) gave it. No `id` until it is stored."""

    kind: str
    value: str
    id: int | None = None
    country: str = ""


@dataclass(frozen=True)
class PatientRecord:
    """What a registration form holds; every text is stored exactly as it is."""

    given_names: str = ""
    family_name: str = ""
    sex: str = "unknown"
    birth: Birth | None = None
    address: str = ""
    email: str = ""
    notes: str = ""
    language: str = ""
    restricted: bool = False
    phones: tuple[Phone, ...] = field(default=())
    identifiers: tuple[Identifier, ...] = field(default=())
    contacts: tuple[Contact, ...] = field(default=())
    policies: tuple[Policy, ...] = field(default=())
    allergies: Allergies = field(default=Allergies())
    consents: tuple[Consent, ...] = field(default=())
    photo: Photo | None = None


def display_name(given_names: str, family_name: str) -> str:
    """Family name first, as the lists are sorted: `Nguyễn, Văn An`; a one-name person's name alone."""
    return ", ".join(part for part in (family_name.strip(), given_names.strip()) if part)


_LANGUAGE = re.compile(r"[A-Za-z0-9-]{0,35}")
_EMAIL = re.compile(EMAIL)


def check_record(record: PatientRecord, seen: PatientRecord | None = None) -> None:
    """Refuse, with one sentence, a record that the database would refuse too, or a mistyped identifier.

    An identifier that was `seen` already is not checked again: what was kept once does not stop another change.
    """
    if not record.given_names.strip() and not record.family_name.strip():
        raise Refused("patients.no_name", "A patient needs a name; one name is enough.")
    check_text("given names", record.given_names, longest=NAME_LENGTH)
    check_text("family name", record.family_name, longest=NAME_LENGTH)
    check_text("address", record.address, longest=ADDRESS_LENGTH, many_lines=True)
    check_text("notes", record.notes, longest=NOTES_LENGTH, many_lines=True)
    if not _LANGUAGE.fullmatch(record.language):
        raise Refused("patients.language", "The language is not a language code like en or pt-BR.")
    if record.email and (len(record.email) > EMAIL_LENGTH or not _EMAIL.fullmatch(record.email)):
        raise Refused("patients.email", "This is no e-mail address like name@example.org; correct it or empty it.")
    for listed in (record.phones, record.identifiers, record.contacts, record.policies, record.allergies.known):
        if len(listed) > MOST_LINES:
            raise Refused("patients.too_many", "Of each kind at most 50 lines are kept.")
    for phone in record.phones:
        check_text("phone number", phone.number, longest=PHONE_LENGTH)
        if sum(sign.isdecimal() for sign in phone.number) < 3:
            raise Refused("patients.phone_digits", "A phone number needs at least three digits.")
    for identifier in record.identifiers:
        check_text("identifier", identifier.value, longest=IDENTIFIER_LENGTH)
        if not identifier.value.strip():
            raise Refused("patients.identifier_empty", "The identifier is empty.")
        if seen is None or identifier not in seen.identifiers:
            check_identifier(identifier.kind, identifier.country, identifier.value)
    for contact in record.contacts:
        check_contact(contact)
    check_policies(record.policies)
    check_allergies(record.allergies)
    if record.photo is not None:
        check_photo(record.photo)


def changes(seen: PatientRecord, wanted: PatientRecord) -> dict[str, Any]:
    """The fields that an edit really changed, by name, with the wanted value."""
    before = vars(seen)
    return {name: value for name, value in vars(wanted).items() if value != before[name]}
