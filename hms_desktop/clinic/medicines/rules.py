"""What a medicine is to a form: names put together, GTINs and prices as typed, letters that part look-alikes."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from hms_desktop.core.errors import Refused

PRICE_PLACES = 4
"""Decimals that the price of one base unit keeps (rule 22)."""

_PRICE = re.compile(r"[0-9]{1,10}([.,][0-9]{1,4})?")
_GTIN = re.compile(r"[0-9]{8}|[0-9]{12,14}")


@dataclass(frozen=True)
class Ingredient:
    """A substance of a medicine by its international name, in this strength."""

    substance: str
    strength: str = ""


@dataclass(frozen=True)
class PackRecord:
    """A presentation with so many base units; `gtin` as typed or empty, and an `id` where it is stored already."""

    name: str
    units: int
    gtin: str = ""
    manufacturer: str = ""
    active: bool = True
    id: int | None = None


@dataclass(frozen=True)
class MedicineRecord:
    """All that the form says of one medicine; `price` is for one base unit, `departments` those of its formulary."""

    name: str
    base_unit: str
    strength: str = ""
    form: str = ""
    route: str = ""
    atc_code: str = ""
    controlled: str = ""
    price: Decimal | None = None
    storage: str = ""
    look_alike: str = ""
    high_alert: bool = False
    active: bool = True
    synonyms: tuple[str, ...] = ()
    substances: tuple[Ingredient, ...] = ()
    packs: tuple[PackRecord, ...] = ()
    departments: tuple[int, ...] = ()


def title(name: str, strength: str = "", form: str = "") -> str:
    """A medicine as it is called: `Paracetamol 500 mg tablet`; what the name says already is not said again."""
    parts = [name]
    for more in (strength, form):
        if more and _letters(more) not in _letters(" ".join(parts)):
            parts.append(more)
    return " ".join(parts)


def _letters(text: str) -> str:
    return re.sub(r"\s+", "", text).casefold()


def gtin_as_typed(typed: str) -> str:
    """The 14 digits of a GTIN, shorter ones filled with zeros in front; empty where nothing was typed.

    Raises Refused where its length is none of 8, 12, 13 and 14 or its check digit is wrong (GS1 General
    Specifications, 7.9: weights 3 and 1 from the right).
    """
    digits = re.sub(r"[\s-]", "", typed)
    if not digits:
        return ""
    if _GTIN.fullmatch(digits):
        filled = digits.zfill(14)
        if sum(int(digit) * (3, 1)[place % 2] for place, digit in enumerate(filled)) % 10 == 0:
            return filled
    raise Refused("pack.gtin", "This is no GTIN: its digits do not fit together. Scan or type it again.")


def price_as_typed(typed: str) -> Decimal | None:
    """The price of one base unit, None where nothing was typed.

    Raises Refused for what is no amount or has more than four decimals.
    """
    text = typed.strip()
    if not text:
        return None
    if _PRICE.fullmatch(text):
        try:
            return Decimal(text.replace(",", "."))
        except InvalidOperation:  # digits of another script
            pass
    raise Refused("medicine.price_form", "A price is a number with at most four decimals, such as 0.0350.")


def units_as_typed(typed: str) -> int:
    """How many base units one pack holds. Raises Refused for what is no whole number above zero."""
    if typed.isascii() and typed.isdecimal() and int(typed) > 0:
        return int(typed)
    raise Refused("pack.units_form", "Type the units of one pack as a whole number.")


def names_parted(typed: str) -> tuple[str, ...]:
    """Names typed with commas or semicolons between them, each once, in their order."""
    return tuple(dict.fromkeys(name.strip() for name in re.split(r"[,;\n]", typed) if name.strip()))


def tall_man(name: str, others: Sequence[str]) -> str:
    """`name` with capitals where it differs from those that it is mistaken for: hydrALAzine beside hydrOXYzine.

    What both have in common at the beginning and at the end stays small (as ISMP's and FDA's lists write such pairs);
    a name that shares neither with any other stays as it is.
    """
    small = name.lower()
    first, behind = len(small), 0
    for other in (one.lower() for one in others):
        begins = _alike(small, other)
        ends = min(_alike(small[::-1], other[::-1]), len(small) - begins, len(other) - begins)
        if other != small and begins + ends > 0:
            first, behind = min(first, begins), max(behind, len(small) - ends)
    return small[:first] + small[first:behind].upper() + small[behind:] if first < behind else name


def _alike(one: str, other: str) -> int:
    """How many letters two texts have in common at their beginning."""
    return next(
        (place for place, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other))
    )
