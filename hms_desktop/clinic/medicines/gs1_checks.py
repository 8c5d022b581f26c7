"""What GS1's General Specifications demand of an element beyond its length and letters, as tables.

The library that splits a code into elements knows each identifier's length and letters; what a value must mean (a check
digit, a day that exists, a country) and which identifiers exclude each other stands here.
"""

import calendar
import re
from collections.abc import Callable, Mapping, Sequence

from biip.checksums import gs1_standard_check_digit
from stdnum import iban

from hms_desktop.clinic.medicines.gs1_codes import COUNTRY_LETTERS, COUNTRY_NUMBERS, CURRENCY_NUMBERS
from hms_desktop.clinic.medicines.gs1_coupons import complete_paper_coupon, complete_positive_offer

Check = Callable[[str], str]
"""Takes a part of a value; gives the code of what is wrong with it, empty where it is right."""

GOODS = frozenset({"01", "02", "03", "8006", "8026"})
"""The identifiers that say which goods a code speaks of."""

_LETTERS_82 = "!\"%&'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
_LETTERS_32 = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
_LETTERS_64 = re.compile(r"[A-Za-z0-9_-]*")
_PRIMES = (2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83)
_LONELY_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")
_NO_TIME = "9999"


def _digits(text: str) -> bool:
    return text.isascii() and text.isdigit()


def check_digit(value: str) -> str:
    """The last digit is the standard check digit of those before it."""
    if len(value) < 2 or not _digits(value):
        return "scan.form"
    return "" if gs1_standard_check_digit(value[:-1]) == int(value[-1]) else "scan.check_digit"


def check_pair(value: str) -> str:
    """The last two letters are the check character pair: weights are primes, modulo 1021 in base 32."""
    body, pair = value[:-2], value[-2:]
    if not body or len(body) > len(_PRIMES) or any(letter not in _LETTERS_82 for letter in body):
        return "scan.form"
    total = sum(_LETTERS_82.index(letter) * prime for letter, prime in zip(reversed(body), _PRIMES, strict=False))
    high, low = divmod(total % 1021, 32)
    return "" if pair == _LETTERS_32[high] + _LETTERS_32[low] else "scan.check_digit"


def _date(value: str, *, first_day: int) -> str:
    if not _digits(value) or len(value) not in (6, 8):
        return "scan.form"
    year, month, day = int(value[:-4]) + (2000 if len(value) == 6 else 0), int(value[-4:-2]), int(value[-2:])
    if not (year and 1 <= month <= 12):
        return "scan.month"
    return "" if first_day <= day <= calendar.monthrange(year, month)[1] else "scan.day"


def day_or_month(value: str) -> str:
    """YYMMDD, where the day 00 stands for the last of the month (rule 24)."""
    return _date(value, first_day=0)


def day(value: str) -> str:
    """YYMMDD or YYYYMMDD, or nothing where it may be left out."""
    return _date(value, first_day=1) if value else ""


def time(value: str) -> str:
    """HH, HHMM or HHMMSS, or nothing where it may be left out."""
    if value and not _digits(value):
        return "scan.form"
    limits = zip((value[:2], value[2:4], value[4:6]), ("23", "59", "59"), strict=True)
    return "" if all(part <= most for part, most in limits) else "scan.time"


def time_or_none(value: str) -> str:
    """HHMM, or 9999 where no time is meant."""
    return "" if value == _NO_TIME else time(value)


def piece_of_total(value: str) -> str:
    """The piece and of how many: neither is 00 and the one does not exceed the other."""
    piece, total = value[:2], value[2:]
    return "" if "00" < piece <= total else "scan.piece"


def _one_of(known: frozenset[str], code: str) -> Check:
    return lambda value: "" if value in known else code


def countries(value: str) -> str:
    """One to five countries of three digits each."""
    each = {value[at : at + 3] for at in range(0, len(value), 3)}
    return "" if each <= COUNTRY_NUMBERS else "scan.country"


def percent_signs(value: str) -> str:
    """Each per cent sign begins an escaped letter."""
    return "scan.escape" if _LONELY_PERCENT.search(value) else ""


def company(value: str) -> str:
    """Begins with a GS1 company prefix, at least four digits."""
    return "" if len(value) >= 4 and _digits(value[:4]) else "scan.company"


def not_zero(value: str) -> str:
    return "" if value.strip("0") else "scan.zero"


def no_zero_before(value: str) -> str:
    return "scan.zero" if value.startswith("0") else ""


def within(most: int) -> Check:
    """A number of digits up to `most`: degrees of a place, in ten millionths, from the south pole or Greenwich."""
    return lambda value: "" if _digits(value) and int(value) <= most else "scan.place"


def sequence(value: str) -> str:
    """A place in a sequence and its end, as 2/3."""
    place, _, end = value.partition("/")
    if not (_digits(place) and _digits(end)):
        return "scan.form"
    return "" if "0" not in (place[0], end[0]) and int(place) <= int(end) else "scan.piece"


def account(value: str) -> str:
    """An international bank account number."""
    return "" if iban.is_valid(value) else "scan.account"


def base64(value: str) -> str:
    return "" if _LETTERS_64.fullmatch(value) else "scan.form"


def with_letter(value: str) -> str:
    return "scan.form" if _digits(value) else ""


ALL = slice(None)
_COUNTRY = _one_of(COUNTRY_NUMBERS, "scan.country")
_PROCESSOR = _one_of(COUNTRY_NUMBERS | {"999"}, "scan.country")
_LETTERS = _one_of(COUNTRY_LETTERS, "scan.country")
_CURRENCY = _one_of(CURRENCY_NUMBERS, "scan.currency")
_YES_NO = _one_of(frozenset("01"), "scan.choice")

_ROWS: tuple[tuple[str, slice, Check], ...] = (
    ("00 01 02 03 402 410 411 412 413 414 415 416 417 8017 8018", ALL, check_digit),
    ("253 255", slice(0, 13), check_digit),
    ("8003", slice(1, 14), check_digit),
    ("8006 8026", slice(0, 14), check_digit),
    ("8006 8026", slice(14, 18), piece_of_total),
    ("8013 8014", ALL, check_pair),
    ("8014", ALL, with_letter),
    ("401 7023 8004 8010 8013 8014", ALL, company),
    ("11 12 13 15 16 17", ALL, day_or_month),
    ("4324 4325", slice(0, 6), day_or_month),
    ("4324 4325", slice(6, 10), time_or_none),
    ("4326 7006 7250", ALL, day),
    ("7003 7007 7011 8008", slice(0, 6), day),
    ("7007", slice(6, 12), day),
    ("7003", slice(6, 10), time_or_none),
    ("7011 8008", slice(6, 12), time),
    ("7251", slice(0, 8), day),
    ("7251", slice(8, 12), time),
    ("391n 393n", slice(0, 3), _CURRENCY),
    ("421 422 424 426", slice(0, 3), _COUNTRY),
    ("423 425", ALL, countries),
    ("703n", slice(0, 3), _PROCESSOR),
    ("4307 4317", ALL, _LETTERS),
    ("4300 4301 4302 4303 4304 4305 4306 4310 4311 4312 4313 4314 4315 4316 4320", ALL, percent_signs),
    ("7253 7254 7256 7257 7259", ALL, percent_signs),
    ("4309", slice(0, 10), within(1_800_000_000)),
    ("4309", slice(10, 20), within(3_600_000_000)),
    ("4321 4322 4323", ALL, _YES_NO),
    ("7040", slice(3, 4), base64),
    ("7252", ALL, _one_of(frozenset("0129"), "scan.choice")),
    ("7258", ALL, sequence),
    ("8001", slice(0, 4), not_zero),
    ("8001", slice(4, 9), not_zero),
    ("8001", slice(9, 12), not_zero),
    ("8001", slice(12, 13), _one_of(frozenset("019"), "scan.choice")),
    ("8007", ALL, account),
    ("8011", ALL, no_zero_before),
    ("8110", ALL, lambda value: "" if complete_paper_coupon(value) else "scan.coupon"),
    ("8112", ALL, lambda value: "" if complete_positive_offer(value) else "scan.coupon"),
)
"""Identifiers (n: any digit), the part of the value, and what must hold of it."""

_EXCLUDED: tuple[tuple[str, str], ...] = (
    ("01", "02 03 37 255 8006"),
    ("02", "03 8026 255"),
    ("03", "37 235 8006 8026 7240"),
    ("37", "8006"),
    ("255", "415 8006 8020 8026"),
    ("8006", "8026"),
    ("21", "235"),
    ("420", "421"),
    ("421", "4307"),
    ("422", "426"),
    ("423", "426"),
    ("424", "426"),
    ("425", "426"),
    ("4330", "4331"),
    ("4332", "4333"),
    ("7250", "7251"),
    ("7253", "7256 7259"),
    ("7254", "7256 7259"),
    ("7255", "7256 7259"),
    ("7256", "7259"),
    ("8017", "8018"),
    ("8111", "390n 394n"),
)
"""Identifiers that never stand together on one pack. Pairs of prices are left out: no price is taken from a pack."""

_ONE_UNIT = re.compile(r"3[1-6]\d\d")
"""Measures of trade and logistics: the same one stands once, whatever the place of its decimal point."""

_NEEDED: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("10 11 13 15 16 20", ("01", "02", "03", "8006", "8026")),
    ("17", ("01", "02", "03", "255", "8006", "8026")),
    ("21", ("01", "03", "8006")),
    ("02", ("37",)),
    ("30", ("01", "02")),
    ("37", ("02", "8026")),
    ("7003", ("01", "02", "03")),
    ("71n", ("01",)),
)
"""Identifiers that a pharmacy reads and one of those that must stand beside them on the same pack."""


def wrong_in(ai: str, value: str) -> str:
    """The code of the first thing that is wrong with the value of `ai`; empty where nothing is."""
    return next((code for part, check in _parts_of(ai) if (code := check(value[part]))), "")


def _parts_of(ai: str) -> list[tuple[slice, Check]]:
    return [(part, check) for names, part, check in _ROWS if _names(names, ai)]


def _names(names: str, ai: str) -> bool:
    return any(ai == name or (name[-1] == "n" and ai[:-1] == name[:-1]) for name in names.split())


def excluded_pair(ais: Sequence[str]) -> tuple[str, str] | None:
    """Two of `ais` that never stand together on one pack, if there are such."""
    for one, others in _EXCLUDED:
        if one in ais:
            for other in ais:
                if _names(others, other):
                    return one, other
    measures: dict[str, str] = {}
    for ai in filter(_ONE_UNIT.fullmatch, ais):
        if measures.setdefault(ai[:3], ai) != ai:
            return measures[ai[:3]], ai
    return None


def missing_beside(values: Mapping[str, str]) -> tuple[str, ...]:
    """Of what must stand beside one of `values` on the same pack and does not: the identifiers of which one is needed.

    A pack may carry its elements in two codes; that is why this is asked of all of a pack's scans together.
    """
    for names, needed in _NEEDED:
        if any(_names(names, ai) for ai in values) and not any(ai in values for ai in needed):
            return needed
    return ()
