"""A day's arrivals as a file tells them: one row a patient who came, read without trusting any of it."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime

FORMAT = """\
The arrivals file is CSV (UTF-8, with a header line) with these columns, in any order; further ones are ignored:
  arrived_at               date and time in ISO 8601, such as 2026-05-17T06:42:31Z (without a zone: UTC)
  service                  name of the service, 1 to 120 characters
  patient_ref              any text that is the same for the same person, 1 to 60 characters
  sex                      F, M, or empty
  age                      whole years from 0 to 130, or empty where it is not known
  had_appointment          1 or 0 (empty: 0)
  left_without_being_seen  1 or 0 (empty: 0)
A row that does not fit (an age of -1, a time that is none, another day than the first row's) is reported with its
line and left out; the other rows go on. An age of 115 is believed."""

COLUMNS = ("arrived_at", "service", "patient_ref", "sex", "age", "had_appointment", "left_without_being_seen")
OLDEST = 130  # years; the patients' table accepts no earlier birth
_SEXES = {"F": "female", "M": "male", "": "unknown"}
_HIDDEN = re.compile("[\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_LONGEST_LINE = 2_000


@dataclass(frozen=True)
class Arrival:
    """One patient at the door; `age` is in whole years, None where it is not known."""

    line: int
    arrived_at: datetime
    service: str
    patient_ref: str
    sex: str
    age: int | None
    had_appointment: bool
    leaves: bool


@dataclass(frozen=True)
class BadRow:
    """A row that was left out, and one sentence why."""

    line: int
    sentence: str


@dataclass(frozen=True)
class Arrivals:
    """The rows of one day in order of arrival, and those that were left out."""

    rows: tuple[Arrival, ...]
    bad: tuple[BadRow, ...]

    @property
    def day(self) -> date:
        """The day (UTC) of all rows."""
        return self.rows[0].arrived_at.date()


class _BadValueError(ValueError):
    """Why one value does not fit, as the rest of a sentence."""


def read(lines: Iterable[str]) -> Arrivals:
    """The arrivals in the lines of a file as FORMAT says; a header that does not fit is one bad row, number 1."""
    good: list[Arrival] = []
    bad: list[BadRow] = []
    numbered = _records(lines, bad)
    header = next(numbered, (1, []))[1]
    missing = [name for name in COLUMNS if name not in header]
    if missing:
        return Arrivals((), (BadRow(1, f"The header line lacks {', '.join(missing)}."),))
    for number, fields in numbered:
        try:
            if len(fields) != len(header):
                raise _BadValueError(f"it has {len(fields)} columns instead of {len(header)}")
            arrival = _arrival(number, dict(zip(header, fields, strict=True)))
            if good and arrival.arrived_at.date() != good[0].arrived_at.date():
                raise _BadValueError(f"it is not of {good[0].arrived_at:%Y-%m-%d}, the first row's day")
            good.append(arrival)
        except _BadValueError as error:
            bad.append(BadRow(number, f"Line {number} is left out: {error}."))
    good.sort(key=lambda arrival: (arrival.arrived_at, arrival.line))
    return Arrivals(tuple(good), tuple(sorted(bad, key=lambda row: row.line)))


def _records(lines: Iterable[str], bad: list[BadRow]) -> Iterator[tuple[int, list[str]]]:
    """Each line's fields with its number; a record never spans lines, so one bad quote spoils one line only."""
    for number, line in enumerate(lines, start=1):
        text = line.removeprefix("\ufeff").rstrip("\r\n") if number == 1 else line.rstrip("\r\n")
        if not text.strip():
            continue
        if len(text) > _LONGEST_LINE:
            bad.append(BadRow(number, f"Line {number} is left out: it is longer than {_LONGEST_LINE} characters."))
            continue
        try:
            yield number, [field.strip() for field in next(csv.reader([text], strict=True))]
        except csv.Error as error:
            bad.append(BadRow(number, f"Line {number} is left out: it is no CSV ({error})."))


def _arrival(line: int, fields: dict[str, str]) -> Arrival:
    return Arrival(
        line,
        _moment(fields["arrived_at"]),
        _text("service", fields["service"], longest=120),
        _text("patient_ref", fields["patient_ref"], longest=60),
        _choice("sex", fields["sex"].upper(), _SEXES),
        _age(fields["age"]),
        _flag("had_appointment", fields["had_appointment"]),
        _flag("left_without_being_seen", fields["left_without_being_seen"]),
    )


def _moment(text: str) -> datetime:
    try:
        moment = datetime.fromisoformat(text)
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        raise _BadValueError(f"arrived_at {_shown(text)} is no date and time") from None


def _text(name: str, text: str, *, longest: int) -> str:
    if not 1 <= len(text) <= longest or _HIDDEN.search(text):
        raise _BadValueError(f"{name} must be 1 to {longest} visible characters")
    return text


def _choice(name: str, text: str, known: dict[str, str]) -> str:
    if text not in known:
        raise _BadValueError(f"{name} {_shown(text)} is not known")
    return known[text]


def _age(text: str) -> int | None:
    if not text:
        return None
    if not re.fullmatch(r"[+-]?[0-9]{1,9}", text):
        raise _BadValueError(f"age {_shown(text)} is no whole number")
    if not 0 <= int(text) <= OLDEST:
        raise _BadValueError(f"age {int(text)} is not between 0 and {OLDEST} years")
    return int(text)


def _flag(name: str, text: str) -> bool:
    if text not in ("", "0", "1"):
        raise _BadValueError(f"{name} {_shown(text)} is neither 0 nor 1")
    return text == "1"


def _shown(text: str) -> str:
    """A value for a sentence: short, quoted, and without anything that a terminal would obey."""
    return repr(text[:40])
