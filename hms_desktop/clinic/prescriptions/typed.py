"""A line typed in one go: `amox 500 tds 7` is a medicine, how often and how long, whatever order the hand takes."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction

from hms_desktop.clinic.prescriptions.rules import MOST_DAYS, MOST_REFILLS, MOST_STEPS, MOST_UNITS, TaperStep
from hms_desktop.clinic.prescriptions.sigs import AS_NEEDED, ONCE, sig_as_typed

LONGEST = 300
"""So many characters of what was typed are read."""

LARGEST_BARE_DOSE = 10
"""A number above it that stands alone is never taken for so many tablets."""

MEALS: dict[str, str] = {"AC": "before_food", "PC": "after_food", "CC": "with_food"}
"""What is said about food, by the word that is typed."""

_DAYS_PER: dict[str, int] = {"D": 1, "DAYS": 1, "DAY": 1, "W": 7, "WEEKS": 7, "WEEK": 7, "M": 30, "MONTHS": 30}
_DAYS_OF_FRACTION: dict[str, int] = {"7": 1, "52": 7, "12": 30}
"""The British way: 5/7 are five days, 2/52 two weeks, 1/12 a month."""

_UNITS: dict[str, str] = {
    "X": "", "T": "tab", "TAB": "tab", "TABS": "tab", "CAP": "cap", "CAPS": "cap", "ML": "ml", "PUFF": "puff",
    "PUFFS": "puff", "DROP": "drop", "DROPS": "drop", "GTT": "drop", "SACHET": "sachet", "SACHETS": "sachet",
    "U": "unit", "UNITS": "unit", "IU": "unit",
}  # fmt: skip
"""How the base units begin that a typed unit may mean; `2x` says none."""

_NUMBER = r"(?:\d{1,6}(?:[.,]\d{1,3})?|\d{1,2}/\d{1,2})"
_BARE = re.compile(_NUMBER)
_DURATION = re.compile(r"(?:X|FOR)?(\d{1,3})([A-Z]+)?")
_FRACTION = re.compile(r"(\d{1,3})/(7|52|12)")
_QUANTITY = re.compile(r"#(\d{1,6})")
_REFILLS = re.compile(r"(?:R|\+)(\d{1,2})")
_DOSE = re.compile(rf"({_NUMBER})({'|'.join(_UNITS)})")
_MOST = re.compile(rf"MAX({_NUMBER})?")
_STEP = re.compile(rf"({_NUMBER})X(\d{{1,3}})")
_VULGAR = {"½": "1/2", "¼": "1/4", "¾": "3/4", "⅓": "1/3", "⅔": "2/3"}


@dataclass(frozen=True)
class TypedLine:
    """What was read of a typed line; what it does not say is None, empty or 0. `meal` is one of MEALS' words.

    `medicine` is what to look for in the catalogue; `unit` is how the base unit must begin that the dose was typed in.
    """

    medicine: str
    dose: Decimal | None = None
    frequency: str = ""
    days: int | None = None
    as_needed: bool = False
    daily_maximum: Decimal | None = None
    taper: tuple[TaperStep, ...] = ()
    quantity: int | None = None
    refills: int = 0
    meal: str = ""
    unit: str = ""

    def is_counted_in(self, base_unit: str) -> bool:
        """Whether the dose can be meant in this base unit: ten units of insulin are not ten of its millilitres."""
        base = base_unit.strip().lower()
        return base.startswith(self.unit) or (self.unit == "unit" and base in ("iu", "u"))


def readings(text: str) -> tuple[TypedLine, ...]:
    """What a typed line may mean, the likeliest first; the catalogue decides which one it is.

    A single bare number before the sig is a strength (`amox 500 tds`), and only where no such medicine is known a dose
    (`paracetamol 2 qds`). Anything is read: what is not understood belongs to the medicine's name.
    """
    words = _words(text)
    first = _read(words)
    bare = first.medicine.split()
    if first.dose is None and not first.taper and len(bare) > 1 and _BARE.fullmatch(bare[-1]):
        dose = amount_as_typed(bare[-1])
        if dose is not None and dose <= LARGEST_BARE_DOSE:
            return (first, replace(first, medicine=" ".join(bare[:-1]), dose=dose))
    return (first,)


def _words(text: str) -> list[str]:
    """The words of a typed line: plain digits, fractions written out, `tds.` without its stop."""
    plain = text[:LONGEST]
    for sign, written in _VULGAR.items():
        plain = plain.replace(sign, written)
    digits = "".join(str(unicodedata.digit(sign)) if sign.isdigit() else sign for sign in plain)
    return unicodedata.normalize("NFC", digits).replace(";", " ").split()


def _read(words: list[str]) -> TypedLine:
    """Everything up to the first word that can only be about the taking is the medicine."""
    start = next((at for at, word in enumerate(words) if at and _is_taking(word)), len(words))
    name, rest = words[:start], words[start:]
    line = TypedLine("")
    if rest and len(name) > 2 and _BARE.fullmatch(name[-1]) and _has_number(name[1:-1]):
        line = replace(line, dose=amount_as_typed(name[-1]))
        name = name[:-1]
    left: list[str] = []
    pending = iter(rest)
    for word in pending:
        read = _take(line, word.upper(), pending)
        if read is None:
            left.append(word)
        else:
            line = read
    return _settled(replace(line, medicine=" ".join((*name, *left))))


def _is_taking(word: str) -> bool:
    """Whether a word cannot belong to a medicine's name."""
    upper = word.upper()
    return (
        sig_as_typed(word) is not None
        or upper in MEALS
        or upper == "TAPER"
        or any(form.fullmatch(upper) for form in (_DOSE, _QUANTITY, _REFILLS, _STEP, _MOST))
    )


def _has_number(words: list[str]) -> bool:
    return any(any(sign.isdigit() for sign in word) for word in words)


def _take(line: TypedLine, word: str, following: Iterator[str]) -> TypedLine | None:
    """The line with what this word says; None where it says nothing about the taking."""
    sig = sig_as_typed(word)
    if sig is not None and sig.code == AS_NEEDED:
        return replace(line, as_needed=True)
    if sig is not None:
        return replace(line, frequency=sig.code)
    if word in MEALS:
        return replace(line, meal=MEALS[word])
    if word == "TAPER":
        return line
    if found := _STEP.fullmatch(word):
        return _with_step(line, found)
    if found := _MOST.fullmatch(word):
        return replace(line, daily_maximum=amount_as_typed(found[1] or next(following, "")))
    if found := _QUANTITY.fullmatch(word):
        return replace(line, quantity=_whole(found[1], MOST_UNITS))
    if found := _REFILLS.fullmatch(word):
        return replace(line, refills=_whole(found[1], MOST_REFILLS) or 0)
    if found := _FRACTION.fullmatch(word):
        return replace(line, days=_whole(found[1], MOST_DAYS, _DAYS_OF_FRACTION[found[2]]))
    if found := _DURATION.fullmatch(word):
        return _with_days(line, found)
    if found := _DOSE.fullmatch(word):
        return replace(line, dose=amount_as_typed(found[1]), unit=_UNITS[found[2]])
    return line if word in ("FOR", "X", *_DAYS_PER) else None


def _with_days(line: TypedLine, found: re.Match[str]) -> TypedLine | None:
    """A bare number after the sig is days; with a unit of time so many of those; another unit makes it a dose."""
    unit = found[2] or "D"
    if unit not in _DAYS_PER:
        dose = _DOSE.fullmatch(found[0])
        return replace(line, dose=amount_as_typed(dose[1]), unit=_UNITS[dose[2]]) if dose else None
    return replace(line, days=_whole(found[1], MOST_DAYS, _DAYS_PER[unit]))


def _with_step(line: TypedLine, found: re.Match[str]) -> TypedLine | None:
    dose, days = amount_as_typed(found[1]), _whole(found[2], MOST_DAYS)
    if dose is None or days is None:
        return None
    return replace(line, taper=(*line.taper, TaperStep(dose, "", days)))


def _settled(line: TypedLine) -> TypedLine:
    """A taper's steps are taken as often as the line says, once a day where it says nothing."""
    if line.taper:
        steps = tuple(replace(step, frequency=line.frequency or "OD") for step in line.taper)
        return replace(line, taper=steps, dose=None, days=None, frequency="")
    if line.as_needed and not line.frequency:
        return replace(line, frequency=AS_NEEDED)
    if line.frequency == ONCE:
        return replace(line, days=None)
    return line


def taper_as_typed(text: str, frequency: str = "OD") -> tuple[TaperStep, ...] | None:
    """The steps of `8x5 6x5`, so much for so many days each; none for an empty text, None where it is no taper."""
    steps = []
    for word in _words(text):
        found = _STEP.fullmatch(word.upper())
        dose = amount_as_typed(found[1]) if found else None
        days = _whole(found[2], MOST_DAYS) if found else None
        if dose is None or days is None:
            return None
        steps.append(TaperStep(dose, frequency, days))
    return tuple(steps) if len(steps) <= MOST_STEPS else None


def taper_text(taper: tuple[TaperStep, ...]) -> str:
    """A taper as it is typed."""
    return " ".join(f"{step.dose.normalize():f}x{step.days}" for step in taper)


def _whole(digits: str, most: int, times: int = 1) -> int | None:
    """A number from 1 to `most`, None where it is another."""
    number = int(digits) * times
    return number if 1 <= number <= most else None


def amount_as_typed(written: str) -> Decimal | None:
    """`0.5`, `0,5` and `1/2` alike, to three decimals; None where it is no amount above nothing."""
    if not _BARE.fullmatch(written):
        return None
    if "/" in written:
        part, whole = (int(side) for side in written.split("/"))
        if not part or not whole:
            return None
        exact = Fraction(part, whole)
        amount = (Decimal(exact.numerator) / exact.denominator).quantize(Decimal("0.001"))
    else:
        amount = Decimal(written.replace(",", "."))
    return amount if amount > 0 else None
