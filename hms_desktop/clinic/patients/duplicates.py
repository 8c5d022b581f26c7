"""How alike two records are (rule 16): each trait is compared level by level, and each level is worth so many bits."""

import itertools
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

import jellyfish
from anyascii import anyascii
from rapidfuzz import fuzz
from rapidfuzz.distance import OSA, JaroWinkler

from hms_desktop.clinic.patients.rules import Birth, Identifier, PatientRecord

Weights = Mapping[str, Mapping[str, float]]
"""Bits by trait and level."""
SURE = 12.0
"""Bits from which two records count as one person's: what the benchmark's precision and recall are taken at."""
POSSIBLE = 7.0
"""Bits from which a person should look at the two records."""

# Bits of evidence, log2(m / u), as Fellegi and Sunter (1969) weigh a comparison: m is how often the level is seen in
# two records of one person, u in records of two people. Levels stand from the strongest to the weakest. Counted in
# FEBRL 1-3 and fake_1000 (`tests/bench/weighing.py` counts them again), then rounded to halves, made to fall from level
# to level, and held below what so few sets can prove. Sex and phone, which those sets lack, are estimates: a sex is
# entered wrongly once in fifty times, a phone is shared by a household and changes within years.
# A trait that either record lacks is worth nothing.
WEIGHTS: Weights = MappingProxyType(
    {
        "given": {"same": 7.0, "near": 6.0, "initial": 3.0, "part": 3.0, "sound": 3.0, "like": 1.5, "other": -3.5},
        "family": {"same": 7.0, "near": 6.5, "initial": 3.0, "part": 3.0, "sound": 3.0, "like": 3.0, "other": -3.5},
        "birth": {
            "same": 13.0, "swapped": 8.0, "other_year": 5.0, "digit": 5.0, "month": 5.0, "year": 2.5,
            "two_digits": 1.0, "close": -1.0, "same_year": -2.0, "other": -4.5,
        },
        "sex": {"same": 1.0, "other": -4.5},
        "phone": {"same": 9.0, "near": 5.0, "other": -1.5},
        "identifier": {"same": 15.0, "near": 9.0, "like": 6.0, "other": -5.0},
        "numbers": {"same": 11.0, "most": 8.5, "some": 3.5, "near": 2.0, "other": -5.0},
        "words": {"same": 10.0, "near": 9.0, "like": 7.5, "some": 3.5, "town": 3.5, "other": -5.0},
    }
)  # fmt: skip
SWAPPED = -2.5
"""Given and family name exchanged: seldom, but it happens to people and to clerks."""
HOUSEHOLD = 11.0
"""The most that address and phone are worth together where the given names differ: brothers and sisters share them."""
_NO_SHARES: Mapping[str, float] = MappingProxyType({})
_SHARED = ("phone", "numbers", "words")
_AT_HOME = frozenset(("other", "like"))


@dataclass(frozen=True, slots=True)
class Name:
    """One name as it is compared: Latin letters, its parts, and how it sounds in English and without vowels.

    `worth` is how much of a name's bits it brings: 1, or less where so many bear it that it proves less.
    """

    text: str
    parts: frozenset[str]
    sound: str
    skeleton: str
    worth: float = 1.0


@dataclass(frozen=True, slots=True)
class Traits:
    """What of one record is compared; made once, compared with many."""

    given: Name | None
    family: Name | None
    whole: Name | None
    birth: Birth | None
    sex: str
    phones: frozenset[str]
    identifiers: tuple[tuple[str, str], ...]
    numbers: tuple[str, ...]
    words: str


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much speaks for one person: bits, and the level of each trait that both records have (`birth.digit`)."""

    score: float
    reasons: tuple[str, ...]

    @property
    def sure(self) -> bool:
        return self.score >= SURE

    @property
    def possible(self) -> bool:
        return self.score >= POSSIBLE


def likeness(one: Traits, other: Traits, *, weights: Weights = WEIGHTS) -> Likeness:
    """How likely both are records of one person. Symmetric; 0 where they have nothing in common to compare."""
    name_bits, name_reasons, given = _names(one, other, weights)
    levels = (
        ("birth", _birth(one.birth, other.birth)),
        ("sex", _sex(one.sex, other.sex)),
        ("phone", _phones(one.phones, other.phones)),
        ("identifier", _identifiers(one.identifiers, other.identifiers)),
        ("numbers", _numbers(one.numbers, other.numbers)),
        ("words", _words(one.words, other.words)),
    )
    score, shared = name_bits, 0.0
    reasons = list(name_reasons)
    for trait, level in levels:
        if not level:
            continue
        bits = weights[trait][level]
        reasons.append(f"{trait}.{level}")
        if trait in _SHARED:
            shared += bits
        else:
            score += bits
    return Likeness(score + (min(shared, HOUSEHOLD) if given in _AT_HOME else shared), tuple(reasons))


def traits(record: PatientRecord, shares: Mapping[str, float] = _NO_SHARES) -> Traits:
    """A record as it is compared. Identifiers and phones count by their letters and digits alone.

    `shares` is how large a part of all people bears a common name, by the romanised name: where every third is a
    Nguyen, being called Nguyen says little.
    """
    numbers, words = _address(record.address)
    return Traits(
        given=_name(record.given_names, shares),
        family=_name(record.family_name, shares),
        whole=_name(f"{record.family_name} {record.given_names}"),
        birth=record.birth,
        sex=record.sex,
        phones=frozenset(_tails(phone.number for phone in record.phones)),
        identifiers=tuple(_identifier(identifier) for identifier in record.identifiers),
        numbers=numbers,
        words=words,
    )


# Names ----------------------------------------------------------------------------------------------------


def romanised(text: str) -> str:
    """Lower-case Latin letters and digits of any script, in words with one space between."""
    plain = anyascii(unicodedata.normalize("NFKC", text)).lower().replace("'", "").replace("`", "")
    return " ".join(re.findall(r"[a-z0-9]+", plain))


def _name(text: str, shares: Mapping[str, float] = _NO_SHARES) -> Name | None:
    plain = romanised(text)
    if not plain:
        return None
    letters = plain.replace(" ", "")
    skeleton = re.sub(r"(.)\1+", r"\1", re.sub(r"[aeiouyw]", "", letters)).rstrip("h")
    return Name(
        text=plain,
        parts=frozenset(plain.split()),
        sound=jellyfish.metaphone(plain),
        skeleton=skeleton if len(skeleton) > 2 else letters,
        worth=_worth(plain, shares),
    )


def _worth(plain: str, shares: Mapping[str, float]) -> float:
    """The bits by which so common a name sets people apart, as a part of those that the table gives to any name."""
    share = shares.get(plain)
    return 1.0 if share is None else min(1.0, -math.log2(min(share, 1.0)) / WEIGHTS["family"]["same"])


def _names(one: Traits, other: Traits, weights: Weights) -> tuple[float, tuple[str, ...], str]:
    """Bits, reasons and the level of the given name: as they stand, exchanged, or all in one field."""
    for_given, for_family = weights["given"], weights["family"]
    for_given, for_family = weights["given"], weights["family"]
    given, family = name_level(one.given, other.given), name_level(one.family, other.family)
    bits = _bits(given, for_given, one.given, other.given) + _bits(family, for_family, one.family, other.family)
    best = bits, (*_reason("given", given), *_reason("family", family)), given
    if given == family == "same":
        return best
    given, family = name_level(one.given, other.family), name_level(one.family, other.given)
    if (given or family) and "other" not in (given, family):
        bits = _bits(given, for_given, one.given, other.family) + _bits(family, for_family, one.family, other.given)
        if bits + SWAPPED > best[0]:
            best = bits + SWAPPED, ("name.swapped",), given
    if _in_one_field(one) != _in_one_field(other):
        level = _whole_level(one.whole, other.whole)
        bits = _bits(level, for_given, one.whole, other.whole) + _bits(level, for_family, one.whole, other.whole)
        if bits > best[0]:
            best = bits, (f"name.{level}",), level
    return best


def _bits(level: str, weights: Mapping[str, float], one: Name | None, other: Name | None) -> float:
    """What a level of a name is worth, less where the name is common."""
    if not level or one is None or other is None:
        return 0.0
    bits = weights[level]
    return bits * min(one.worth, other.worth) if bits > 0 else bits


def _reason(trait: str, level: str) -> tuple[str, ...]:
    return (f"{trait}.{level}",) if level else ()


def _in_one_field(who: Traits) -> bool:
    """Whether several names stand where one belongs, and none in the other field."""
    return (who.given is None or who.family is None) and who.whole is not None and len(who.whole.parts) > 1


def _whole_level(one: Name | None, other: Name | None) -> str:
    """How alike two whole names are whatever the order of their parts; only what is nearly the same counts."""
    if one is None or other is None:
        return ""
    if one.parts == other.parts:
        return "same"
    return "near" if fuzz.token_sort_ratio(one.text, other.text) >= 92 else ""


def name_level(one: Name | None, other: Name | None) -> str:
    """How alike two names are; empty where either is missing."""
    if one is None or other is None:
        return ""
    a, b = one.text, other.text
    if a == b or one.parts == other.parts:
        return "same"
    if len(a) == 1 or len(b) == 1:
        return "initial" if a[0] == b[0] else "other"
    shorter = min(len(a), len(b))
    typos = OSA.distance(a, b, score_cutoff=2)
    if (typos == 1 and shorter > 3) or (typos == 2 and shorter > 6):
        return "near"
    alike = JaroWinkler.similarity(a, b)
    if alike >= 0.92:
        return "near"
    if one.parts & other.parts or (shorter > 2 and (a.startswith(b) or b.startswith(a))):
        return "part"
    if one.sound == other.sound or one.skeleton == other.skeleton:
        return "sound"
    return "like" if alike >= 0.82 else "other"


# Births ---------------------------------------------------------------------------------------------------


def _birth(one: Birth | None, other: Birth | None) -> str:
    if one is None or other is None:
        return ""
    if one.precision == other.precision == "day":
        return _exact_birth(one, other)
    return _vague_birth(one, other)


def _exact_birth(one: Birth, other: Birth) -> str:
    a, b = one.date, other.date
    if a == b:
        return "same"
    if a.year == b.year and (a.month, a.day) == (b.day, b.month):
        return "swapped"
    if (a.month, a.day) == (b.month, b.day) and abs(a.year - b.year) <= 2:
        return "other_year"
    typos = OSA.distance(f"{a:%Y%m%d}", f"{b:%Y%m%d}", score_cutoff=2)
    if typos == 1:
        return "digit"
    if typos == 2 or (a.year == b.year and (a.month == b.month or a.day == b.day)):
        return "two_digits"
    return "same_year" if a.year == b.year else "other"


def _vague_birth(one: Birth, other: Birth) -> str:
    """By the span of days on which each may have been born: an estimate never equals an exact date (rule 14)."""
    apart = max((other.earliest() - one.latest()).days, (one.earliest() - other.latest()).days)
    months = {"day", "month"}
    if apart <= 0:
        return "month" if one.precision in months and other.precision in months else "year"
    estimated = "age" in (one.precision, other.precision)
    if apart <= 2 * 366:
        return "year" if estimated else "close"
    return "close" if estimated and apart <= 5 * 366 else "other"


# Sex, numbers and addresses -------------------------------------------------------------------------------


def _sex(one: str, other: str) -> str:
    if one not in ("female", "male") or other not in ("female", "male"):
        return ""
    return "same" if one == other else "other"


def _tails(numbers: Iterable[str]) -> Iterable[str]:
    """The last eight digits of each number: a country's prefix may be typed or not."""
    for number in numbers:
        digits = "".join(str(unicodedata.decimal(sign)) for sign in number if sign.isdecimal())
        if len(digits) >= 5:
            yield digits[-8:]


def _phones(one: frozenset[str], other: frozenset[str]) -> str:
    if not one or not other:
        return ""
    if one & other:
        return "same"
    near = any(OSA.distance(a, b, score_cutoff=1) == 1 for a in one for b in other)
    return "near" if near else "other"


def _identifier(identifier: Identifier) -> tuple[str, str]:
    return identifier.kind, romanised(identifier.value).replace(" ", "")


def _identifiers(one: tuple[tuple[str, str], ...], other: tuple[tuple[str, str], ...]) -> str:
    """The best level of any two; only numbers of one kind can contradict each other."""
    levels = [level for a, b in itertools.product(one, other) if (level := _identifier_level(a, b))]
    return min(levels, key=tuple(WEIGHTS["identifier"]).index) if levels else ""


def _identifier_level(one: tuple[str, str], other: tuple[str, str]) -> str:
    (kind, value), (other_kind, other_value) = one, other
    if value == other_value and value:
        return "same"
    if kind != other_kind:
        return ""
    if min(len(value), len(other_value)) >= 6:
        if OSA.distance(value, other_value, score_cutoff=1) == 1:
            return "near"
        if min(len(value), len(other_value)) >= 12 and JaroWinkler.similarity(value, other_value) >= 0.92:
            return "like"
    return "other"


def _address(text: str) -> tuple[tuple[str, ...], str]:
    """The parts of an address that hold a digit, sorted, and its words in their order."""
    parts = romanised(text).split()
    numbers = sorted(part for part in parts if any(sign.isdigit() for sign in part))
    return tuple(numbers), " ".join(part for part in parts if not any(sign.isdigit() for sign in part))


def _numbers(one: tuple[str, ...], other: tuple[str, ...]) -> str:
    """House numbers and postcodes."""
    if not one or not other:
        return ""
    if one == other:
        return "same" if len(one) > 1 else "some"
    mine, theirs = Counter(one), Counter(other)
    left, right = list((mine - theirs).elements()), list((theirs - mine).elements())
    common = len(one) - len(left)
    near = any(OSA.distance(a, b, score_cutoff=1) == 1 for a in left for b in right if min(len(a), len(b)) > 2)
    if common > 1 or (common and (near or not left or not right)):
        return "most"
    if common:
        return "some"
    return "near" if near else "other"


def _words(one: str, other: str) -> str:
    """Street, village and town, in any order."""
    if not one or not other:
        return ""
    alike = 100.0 if one == other else max(fuzz.ratio(one, other), fuzz.token_sort_ratio(one, other))
    if alike >= 80 and min(one.count(" "), other.count(" ")) < 2:
        return "town"
    for level, least in (("same", 100), ("near", 90), ("like", 78), ("some", 62)):
        if alike >= least:
            return level
    return "other"
