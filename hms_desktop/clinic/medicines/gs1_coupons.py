"""Whether the text of a coupon is complete: AIs 8110 and 8112 hold fields whose lengths stand before them.

After GS1 General Specifications, "North American coupon codes". A pharmacy takes no coupons; it says so kindly.
"""

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Field:
    """`kind` n: so many digits; in: one digit of `allowed`; vli: a length digit of `allowed`, plus `size`, and so many
    digits; date: six digits that are a day."""

    kind: Literal["n", "in", "vli", "date"]
    size: int = 0
    allowed: str = "0123456789"
    none: str = ""
    """A length digit that stands for no field at all."""


_COMPANY = Field("vli", 6, "0123456")
_OTHER_COMPANY = Field("vli", 6, "0123456", none="9")
_OFFER = Field("n", 6)
_AMOUNT = Field("vli", 0, "12345")
_REQUIREMENT = Field("in", allowed="012349")
_FAMILY = Field("n", 3)
_PURCHASE = (_AMOUNT, _REQUIREMENT, _FAMILY, _OTHER_COMPANY)
_SERIAL = Field("vli", 6)

_PAPER = (_COMPANY, _OFFER, _AMOUNT, _AMOUNT, _REQUIREMENT, _FAMILY)
_PAPER_OPTIONS: dict[str, tuple[Field, ...]] = {
    "1": (Field("in", allowed="0123"), *_PURCHASE),
    "2": _PURCHASE,
    "3": (Field("date"),),
    "4": (Field("date"),),
    "5": (_SERIAL,),
    "6": (Field("vli", 6, "1234567"),),
    "9": (Field("in", allowed="01256"), Field("in", allowed="012"), Field("in"), Field("in", allowed="01")),
}
_POSITIVE_OFFER = (Field("in", allowed="01"), _COMPANY, _OFFER, _SERIAL)
_EXPIRES, _STARTS = "3", "4"


def complete_paper_coupon(text: str) -> bool:
    """AI 8110: a fixed beginning, then options in rising order; it does not expire before it starts."""
    rest = _after(text, _PAPER)
    dates: dict[str, str] = {}
    last = ""
    while rest:
        option, body = rest[0], rest[1:]
        if option not in _PAPER_OPTIONS or option <= last:
            return False
        rest = _after(body, _PAPER_OPTIONS[option])
        dates[option], last = body[:6], option
    in_order = _EXPIRES not in dates or _STARTS not in dates or dates[_STARTS] <= dates[_EXPIRES]
    return rest == "" and in_order


def complete_positive_offer(text: str) -> bool:
    """AI 8112: an offer that is checked against a file of offers."""
    return _after(text, _POSITIVE_OFFER) == ""


def _after(text: str, fields: tuple[Field, ...]) -> str | None:
    """What follows `fields` in `text`; None where one of them is missing or not well formed."""
    rest: str | None = text
    for field in fields:
        rest = _after_one(rest, field) if rest is not None else None
    return rest


def _after_one(text: str, field: Field) -> str | None:
    size = field.size
    if field.kind in ("in", "vli"):
        digit, text = text[:1], text[1:]
        if digit and digit in field.none:
            return text
        if not digit or digit not in field.allowed:
            return None
        size = size + int(digit) if field.kind == "vli" else 0
    elif field.kind == "date":
        size = 6
    body = text[:size]
    if len(body) < size or (body and not (body.isascii() and body.isdigit())):
        return None
    if field.kind == "date" and not ("01" <= body[2:4] <= "12" and "01" <= body[4:] <= "31"):
        return None
    return text[size:]
