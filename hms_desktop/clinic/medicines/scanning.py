"""What a scanned or typed code says: a pack's GS1 elements, a bare GTIN, or one of this suite's own codes.

Elements are split by biip after the GS1 General Specifications; gs1_checks adds what a value must mean. A code is read
whole or refused in one sentence: half a pack is worse than none (rule 32).
"""

import datetime as dt
import re
import unicodedata
from dataclasses import dataclass, fields, replace
from typing import Literal
from urllib.parse import parse_qsl, urlsplit
from uuid import UUID

from biip import ParseError
from biip.gs1_application_identifiers import GS1ApplicationIdentifier
from biip.gs1_digital_link_uris import GS1DigitalLinkURI
from biip.gs1_element_strings import GS1ElementString
from biip.gtin import Gtin
from biip.upc import Upc

from hms_desktop.clinic.medicines.gs1_checks import excluded_pair, missing_beside, wrong_in
from hms_desktop.clinic.patients.rules import mrn_as_typed, mrn_check_character
from hms_desktop.core.errors import Refused

GS = "\x1d"
"""What a scanner sends for FNC1 between two elements."""
LONGEST = 3116
"""Signs in the largest Data Matrix; no code is longer."""

Kind = Literal["pack", "content", "logistic", "place", "patient", "ticket", "supply", "batch", "order"]
OWN: dict[str, Kind] = {"RX": "supply", "BT": "batch", "PO": "order"}
"""Letters of the codes that this suite prints itself: a line that was supplied, a batch on its shelf, an order."""

_STANDS_FOR_GS = str.maketrans(dict.fromkeys("|~^", GS))
"""No element may hold these; scanners that cannot send GS are set to one of them."""
_WRITTEN_GS = re.compile(r"\^\]|\{GS\}|<GS>|\[GS\]|\\x1[dD]|\\u001[dD]")
_SIGNS = re.compile(rf"[ -~{GS}]*")
_SPACE = " \t\r\n"
_NO_SPACE = str.maketrans("", "", _SPACE)
_SYMBOL = re.compile(r"\][A-Za-z][0-9A-Za-z]")
_OWN = re.compile(r"(RX|BT|PO)(0*[1-9][0-9]{0,17})([0-9A-Z])")
_UUID = re.compile(r"[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}")
_CARD = re.compile(r"[0-9]{8}[A-Za-z]|[0-9]{4} [0-9]{4}-[0-9A-Za-z]")
"""A record number as cards hold it and as people read it; one that ends in a digit is told apart by its hyphen."""
_BRACKET = re.compile(r"(?<!\\)\(([^()]*)\)")
_LINK = re.compile(r"https?://", re.IGNORECASE)
_GS1_SYMBOLS = ("]C1", "]e0", "]e1", "]e2", "]d2", "]Q3", "]J1")
_ARTICLE_SYMBOLS = ("]E0", "]E3", "]E4", "]I0", "]I1")
_SENTENCES: dict[str, str] = {
    code: sentence
    for _error, code, sentence in (
        (Refused, "scan.empty", "There is nothing in this code; scan it again."),
        (Refused, "scan.long", "This is longer than any barcode; scan one code at a time."),
        (Refused, "scan.sign", "This code holds a sign that no barcode of a pack may hold; scan it again."),
        (Refused, "scan.unknown", "This is no code of a pack, a card or a ticket; scan another one or type the name."),
        (Refused, "scan.own", "This code of the pharmacy is mistyped or cut off; scan it again."),
        (Refused, "scan.bracket", "This code does not write its identifiers in brackets, as (01); scan it again."),
        (Refused, "scan.link", "This address is no GS1 Digital Link of a pack; scan another code of it."),
        (Refused, "scan.identifier", "The code goes on with no application identifier of GS1; scan it again."),
        (Refused, "scan.form", "{title} ({ai}) has a length or letters that GS1 does not allow; scan it again."),
        (Refused, "scan.check_digit", "The check digit of {title} ({ai}) is wrong; compare it with the pack."),
        (Refused, "scan.month", "{title} ({ai}) names a month that does not exist; compare it with the pack."),
        (Refused, "scan.day", "{title} ({ai}) names a day that does not exist; compare it with the pack."),
        (Refused, "scan.time", "{title} ({ai}) names a time that does not exist; compare it with the pack."),
        (Refused, "scan.zero", "{title} ({ai}) must not be or begin with zero; compare it with the pack."),
        (Refused, "scan.piece", "{title} ({ai}) counts a piece beyond the last; compare it with the pack."),
        (Refused, "scan.country", "{title} ({ai}) names a country that does not exist; compare it with the pack."),
        (Refused, "scan.currency", "{title} ({ai}) names a currency that does not exist; compare it with the pack."),
        (Refused, "scan.escape", "{title} ({ai}) holds a per cent sign that begins no letter; scan it again."),
        (Refused, "scan.company", "{title} ({ai}) does not begin with a company's number; compare it with the pack."),
        (Refused, "scan.place", "{title} ({ai}) names a place that is not on the earth; compare it with the pack."),
        (Refused, "scan.choice", "{title} ({ai}) holds a value that GS1 does not know; compare it with the pack."),
        (Refused, "scan.account", "{title} ({ai}) is no bank account; compare it with the pack."),
        (Refused, "scan.coupon", "This is a coupon, and not a complete one; scan the code of the pack."),
        (Refused, "scan.pair", "({ai}) and ({other}) cannot stand on one pack; scan another code of it."),
        (Refused, "scan.twice", "({ai}) stands in this code twice with different values; scan another code of it."),
    )
}


@dataclass(frozen=True)
class Scan:
    """One code, read. What it does not say is empty or None.

    `gtin` has 14 digits, shorter ones zero-filled; of `kind` content (a box of packs) and it is that of what is inside,
    `count` of them. `expiry` and `best_before` given as a month are its last day (rule 24).
    """

    kind: Kind
    text: str = ""
    gtin: str = ""
    lot: str = ""
    expiry: dt.date | None = None
    best_before: dt.date | None = None
    made_on: dt.date | None = None
    serial: str = ""
    count: int | None = None
    sscc: str = ""
    national: str = ""
    """The national health care number of a pack that carries one (AI 710 to 717)."""
    mrn: str = ""
    ticket: UUID | None = None
    number: int | None = None
    """Of an own code: which line, batch or order."""
    elements: tuple[tuple[str, str], ...] = ()
    """Every application identifier with its value, as they stand in the code."""

    @property
    def needs(self) -> tuple[str, ...]:
        """Identifiers of which one must still be scanned from the same pack; empty where the code is complete."""
        return missing_beside(dict(self.elements))


def read_scan(text: str) -> Scan:
    """What `text` says, from a scanner or typed from below a barcode.

    Raises Refused, with one sentence, where it is no such code, is mistyped or breaks a rule of GS1.
    """
    if len(text) > LONGEST:
        raise _refused("scan.long")
    heard = "".join(letter for letter in text if unicodedata.category(letter) != "Cf").strip(_SPACE)
    if heard.startswith("("):
        heard = heard.translate(_NO_SPACE)
    if not _SIGNS.fullmatch(heard):
        raise _refused("scan.sign")
    symbol, body = _symbol(heard)
    if not body.strip(f"{_SPACE}{GS}"):
        raise _refused("scan.empty")
    return replace(_read(symbol, body), text=text)


def own_code(kind: Kind, number: int) -> str:
    """The code that is printed for line, batch or order `number`; read_scan gives both back.

    Never so short that a scanner which types could be taken for a hand.
    """
    letters = next(letters for letters, named in OWN.items() if named == kind)
    return f"{letters}{number:06}{mrn_check_character(str(number))}"


def merge(known: Scan, heard: Scan) -> Scan:
    """What is known of a pack after `heard` as well: a known value is never overwritten by an empty one (rule 32).

    Where `heard` names another article, lot or serial number than the known one, it is another pack: nothing of the
    old one is kept.
    """
    for name in ("kind", "gtin", "lot", "serial", "sscc"):
        before, now = getattr(known, name), getattr(heard, name)
        if before and now and before != now:
            return heard
    values = {
        field.name: now
        for field in fields(Scan)
        if field.name not in ("text", "elements") and (now := getattr(heard, field.name)) not in ("", None)
    }
    elements = tuple((dict(known.elements) | dict(heard.elements)).items())
    return replace(known, text=heard.text, elements=elements, **values)


def _refused(code: str, **params: str) -> Refused:
    return Refused(code, _SENTENCES[code].format(**params), params)


def _symbol(heard: str) -> tuple[str, str]:
    """The symbology identifier (ISO/IEC 15424) that some scanners send first, and what follows it."""
    found = _SYMBOL.match(heard)
    if heard.startswith("]") and not found:
        raise _refused("scan.unknown")
    return (found[0], heard[3:]) if found else ("", heard)


def _read(symbol: str, body: str) -> Scan:
    if _LINK.match(body):
        return _pack(_link_elements(body))
    if symbol in _ARTICLE_SYMBOLS:
        return _article(body[:13] if symbol == "]E3" else body)
    if symbol in _GS1_SYMBOLS:
        return _pack(_elements(_separated(body)))
    if body.startswith("("):
        return _pack(_bracketed(body))
    return _own(body) or _bare(body)


def _own(body: str) -> Scan | None:
    """A ticket, a card or a label of this suite; None where it is none. Raises Refused where it is mistyped."""
    if _UUID.fullmatch(body):
        return Scan("ticket", ticket=UUID(body))
    if made := _OWN.fullmatch(body.upper()):
        letters, number, check = made.groups()
        if mrn_check_character(number) != check:
            raise _refused("scan.own")
        return Scan(OWN[letters], number=int(number))
    if _CARD.fullmatch(body):
        return Scan("patient", mrn=mrn_as_typed(body))
    return None


def _bare(body: str) -> Scan:
    """Digits without a symbology are an article's number where their check digit is right, else elements.

    Elements of an article number's length are believed only where none holds free text: one wrong digit in a number
    that somebody typed must not become a lot.
    """
    wrong: Refused | None = None
    if body.isdigit() and len(body) in (6, 7, 8, 12, 13, 14):
        try:
            return _article(body)
        except Refused as error:
            wrong = error
    elif body.isdigit() and len(body) == 18 and not wrong_in("00", body):
        return Scan("logistic", sscc=body, elements=(("00", body),))
    try:
        found = _elements(_separated(body))
    except Refused as error:
        looks_like_elements = len(body) > 8 and body[:2].isdigit()
        raise (wrong or (error if looks_like_elements else _refused("scan.unknown"))) from error
    if wrong and any("X" in element.ai.format for element in found):
        raise wrong
    return _pack(found)


def _article(digits: str) -> Scan:
    """A GTIN of 8, 12, 13 or 14 digits, or a UPC-E of 6 to 8, as a pack. Raises Refused."""
    try:
        gtin = _gtin(digits)
    except ParseError as error:
        code = "scan.check_digit" if digits.isdigit() and len(digits) in (8, 12, 13, 14) else "scan.form"
        raise _refused(code, ai="01", title="GTIN") from error
    return Scan("pack", gtin=gtin, elements=(("01", gtin),))


def _gtin(digits: str) -> str:
    """Eight digits that begin with 0 are first a shortened UPC: no manufacturer is given a GTIN-8 of that range."""
    shortened_first = len(digits) < 8 or (len(digits) == 8 and digits[0] == "0")
    first, second = (Upc, Gtin) if shortened_first else (Gtin, Upc)
    try:
        return first.parse(digits).as_gtin_14()
    except ParseError:
        return second.parse(digits).as_gtin_14()


def _separated(body: str) -> str:
    return _WRITTEN_GS.sub(GS, body).translate(_STANDS_FOR_GS)


def _elements(body: str) -> list[GS1ElementString]:
    """The elements that follow each other in `body`; one of variable length ends with GS or the code."""
    found: list[GS1ElementString] = []
    rest = body.strip(GS)
    while rest:
        element = _element(_identifier(rest), rest.partition(GS)[0], cut=True)
        rest = rest[len(element) :]
        if element.ai.separator_required and rest and not rest.startswith(GS):
            raise _misshapen(element.ai)
        rest = rest.lstrip(GS)
        found.append(element)
    return found


def _bracketed(body: str) -> list[GS1ElementString]:
    r"""The elements of `body` as people write them: (01)…(10)…; a bracket within a value is written \(."""
    marks = list(_BRACKET.finditer(body))
    if not marks or marks[0].start() != 0:
        raise _refused("scan.bracket")
    found = []
    for mark, following in zip(marks, [*marks[1:], None], strict=True):
        value = body[mark.end() : following.start() if following else None].replace("\\(", "(")
        ai = _identifier(mark[1])
        if ai.ai != mark[1]:
            raise _refused("scan.identifier")
        found.append(_element(ai, ai.ai + value, cut=False))
    return found


def _link_elements(address: str) -> list[GS1ElementString]:
    """The elements of a GS1 Digital Link; the address itself is never opened."""
    try:
        link = GS1DigitalLinkURI.parse(address)
        asked = parse_qsl(urlsplit(address).query)
    except (ParseError, ValueError) as error:
        raise _refused("scan.link") from error
    known = {element.ai.ai for element in link.element_strings}
    if any(key.isdigit() and key not in known for key, _value in asked):
        raise _refused("scan.identifier")
    return [_element(each.ai, each.ai.ai + each.value, cut=False) for each in link.element_strings]


def _identifier(rest: str) -> GS1ApplicationIdentifier:
    try:
        return GS1ApplicationIdentifier.extract(rest)
    except ParseError as error:
        raise _refused("scan.identifier") from error


def _element(ai: GS1ApplicationIdentifier, text: str, *, cut: bool) -> GS1ElementString:
    """The element with which `text` begins (`cut`) or that it is, checked."""
    try:
        element = GS1ElementString.extract(text) if cut else GS1ElementString.parse(text)
    except ParseError as error:
        raise _misshapen(ai, text[len(ai) :]) from error
    if not element.value or not element.value.isascii():
        raise _misshapen(ai)
    if code := wrong_in(ai.ai, element.value):
        raise _refused(code, ai=ai.ai, title=ai.data_title)
    return element


def _misshapen(ai: GS1ApplicationIdentifier, value: str = "") -> Refused:
    """What is wrong with a value that the library would not take: its meaning where that can be told, else its form."""
    code = wrong_in(ai.ai, value) if value else ""
    return _refused(code or "scan.form", ai=ai.ai, title=ai.data_title)


def _pack(found: list[GS1ElementString]) -> Scan:
    if not found:
        raise _refused("scan.empty")
    values: dict[str, str] = {}
    dates: dict[str, dt.date | None] = {}
    for element in found:
        ai = element.ai.ai
        if values.setdefault(ai, element.value) != element.value:
            raise _refused("scan.twice", ai=ai)
        dates[ai] = element.date
    if pair := excluded_pair(tuple(values)):
        raise _refused("scan.pair", ai=pair[0], other=pair[1])
    gtin, inside, count = values.get("01", ""), values.get("02", ""), values.get("37") or values.get("30")
    return Scan(
        _kind(values),
        gtin=gtin or inside,
        lot=values.get("10", ""),
        expiry=dates.get("17") or dates.get("7003"),
        best_before=dates.get("15"),
        made_on=dates.get("11"),
        serial=values.get("21", ""),
        count=int(count) if count else None,
        sscc=values.get("00", ""),
        national=next((value for ai, value in values.items() if ai[:2] == "71" and len(ai) == 3), ""),
        elements=tuple(values.items()),
    )


_KINDS: tuple[tuple[str, Kind], ...] = (("01", "pack"), ("02", "content"), ("00", "logistic"), ("414", "place"))


def _kind(values: dict[str, str]) -> Kind:
    """What the first identifier of goods says; elements without one belong to a pack whose number stands elsewhere."""
    return next((kind for ai, kind in _KINDS if ai in values), "pack")
