"""A code says what it says, or is refused in one sentence; what is known is never lost to a scan."""

import datetime as dt
import random
import time
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.clinic.medicines.gs1_checks import check_digit, check_pair, excluded_pair
from hms_desktop.clinic.medicines.scanning import GS, LONGEST, OWN, Scan, merge, own_code, read_scan
from hms_desktop.clinic.patients.rules import mrn_check_character, mrn_display
from hms_desktop.core.errors import Refused

PACK = f"01095066821013521729103110AB-1{GS}21532"


def code_of(text: str) -> str:
    with pytest.raises(Refused) as caught:
        read_scan(text)
    assert caught.value.sentence.endswith(".")
    assert "\n" not in caught.value.sentence
    return caught.value.code


@pytest.mark.parametrize("carrier", ["", "]C1", "]e0", "]d2", "]Q3", "]J1"])
def test_a_pack_is_read_from_every_carrier_of_gs1(carrier: str) -> None:
    scan = read_scan(carrier + PACK)
    assert (scan.kind, scan.gtin, scan.lot, scan.serial) == ("pack", "09506682101352", "AB-1", "532")
    assert scan.expiry == dt.date(2029, 10, 31)
    assert scan.needs == ()


@pytest.mark.parametrize("sign", [GS, "^]", "{GS}", "<GS>", "|", "~", "\\x1d"], ids=range(7))
def test_what_stands_for_fnc1_ends_a_lot(sign: str) -> None:
    assert read_scan(PACK.replace(GS, sign)).lot == "AB-1"


def test_leading_and_closing_separators_say_nothing() -> None:
    assert read_scan(f"{GS}{PACK}{GS}\r\n").elements == read_scan(PACK).elements


def test_a_lot_that_runs_on_without_a_separator_is_refused() -> None:
    assert code_of("0109506682101352" + "10" + "A" * 20 + "17291031") == "scan.form"


@pytest.mark.parametrize(
    ("written", "last"),
    [("280200", (2028, 2, 29)), ("270200", (2027, 2, 28)), ("271200", (2027, 12, 31)), ("270415", (2027, 4, 15))],
)
def test_the_day_00_is_the_last_of_its_month(written: str, last: tuple[int, int, int]) -> None:
    assert read_scan(f"]C117{written}").expiry == dt.date(*last)


def test_an_expiry_with_its_hour_is_an_expiry_as_well() -> None:
    assert read_scan("]C1" + "0109506682101352" + "7003" + "2704151430").expiry == dt.date(2027, 4, 15)


@pytest.mark.parametrize("written", ["271301", "270001", "270230", "270431", "000000"])
def test_a_date_that_does_not_exist_is_refused(written: str) -> None:
    assert code_of(f"]C117{written}") in ("scan.month", "scan.day")


@pytest.mark.parametrize(
    ("typed", "gtin"),
    [
        ("96385074", "00000096385074"),
        ("614141000036", "00614141000036"),
        ("5901234123457", "05901234123457"),
        ("98765432109213", "98765432109213"),
        ("]E05901234123457", "05901234123457"),
        ("]E496385074", "00000096385074"),
        ("]E3590123412345712345", "05901234123457"),
        ("]I198765432109213", "98765432109213"),
        ("04252614", "00042100005264"),
        ("https://id.gs1.org/01/614141000036/10/AB?17=270200", "00614141000036"),
        ("]Q1HTTPS://example.org/med/01/614141000036", "00614141000036"),
        ("(01) 0950 6682 1013 52 (10) AB", "09506682101352"),
    ],
)
def test_a_number_of_any_length_becomes_fourteen_digits(typed: str, gtin: str) -> None:
    assert read_scan(typed).gtin == gtin


@given(st.integers(min_value=10**10, max_value=10**12 - 1), st.integers(min_value=0, max_value=9))
def test_an_ean_13_with_a_wrong_digit_is_never_taken_for_an_article_or_a_lot(body: int, digit: int) -> None:
    text = f"{body:012}{digit}"
    right = not check_digit(text)
    try:
        scan = read_scan(text)
    except Refused:
        assert not right
    else:
        assert (scan.gtin == "0" + text) is right
        assert right or not (scan.lot or scan.serial)


def test_a_box_says_what_is_inside_and_how_many() -> None:
    scan = read_scan("]C1" + "00106141412345678908" + "02" + "00614141123452" + "3725")
    assert (scan.kind, scan.gtin, scan.count, scan.sscc) == ("content", "00614141123452", 25, "106141412345678908")


@pytest.mark.parametrize(
    "text",
    [
        "(01)09506682101352(02)09506682101352(37)5",
        "(01)09506682101352(37)5",
        "(01)09506682101352(21)A(235)B",
        "(01)09506682101352(3103)000100(3102)001000",
        "(421)276AB(4307)DE",
        "(8017)950110153000000010(8018)950110153000000010",
    ],
)
def test_identifiers_that_exclude_each_other_are_refused(text: str) -> None:
    assert code_of(text) in ("scan.pair", "scan.check_digit")


def test_pairs_are_told_in_both_orders() -> None:
    assert excluded_pair(("37", "01")) == excluded_pair(("01", "37")) == ("01", "37")
    assert excluded_pair(("01", "10", "17", "21")) is None
    assert excluded_pair(("01", "3103", "3302")) is None


def test_one_identifier_with_two_values_is_refused_and_said_twice_is_not() -> None:
    assert code_of("(01)09506682101352(10)A(10)B") == "scan.twice"
    assert read_scan("(01)09506682101352(10)A(10)A").lot == "A"


def test_a_lot_alone_needs_its_article() -> None:
    assert "01" in read_scan("(10)AB").needs
    assert read_scan("(01)09506682101352(10)AB").needs == ()
    assert read_scan("(02)00614141123452").needs == ("37",)


def test_a_check_pair_is_that_of_the_general_specifications() -> None:
    assert check_pair("1987654Ad4X4bL5ttr2310c2K") == ""
    assert check_pair("1987654Ad4X4bL5ttr2310c2L") == "scan.check_digit"


WHOLE: tuple[Scan, ...] = (
    Scan("ticket", "6f9619ff-8b86-d011-b42d-00c04fc964ff", ticket=UUID("6f9619ff-8b86-d011-b42d-00c04fc964ff")),
    Scan("supply", "rx123m", number=123),
    Scan("batch", "]A0BT9D", number=9),
    Scan("pack", "5901234123457", gtin="05901234123457", elements=(("01", "05901234123457"),)),
    Scan("pack", "12345670", gtin="00000012345670", elements=(("01", "00000012345670"),)),
    Scan("pack", "02345673", gtin="00023456000073", elements=(("01", "00023456000073"),)),
    Scan("pack", "14252611", gtin="00142100005261", elements=(("01", "00142100005261"),)),
    Scan("pack", "00000017", gtin="00000000000017", elements=(("01", "00000000000017"),)),
    Scan("pack", "425261", gtin="00042100005264", elements=(("01", "00042100005264"),)),
    Scan("pack", "0425261", gtin="00042100005264", elements=(("01", "00042100005264"),)),
    Scan("logistic", "157035381410375177", sscc="157035381410375177", elements=(("00", "157035381410375177"),)),
    Scan("logistic", "00157035381410375177", sscc="157035381410375177", elements=(("00", "157035381410375177"),)),
    Scan("place", "(414)9520123456788", elements=(("414", "9520123456788"),)),
    Scan(
        "content",
        "(02)00614141123452(37)25",
        gtin="00614141123452",
        count=25,
        elements=(("02", "00614141123452"), ("37", "25")),
    ),
    Scan(
        "pack",
        "(01)09506000134352(11)250228(15)271100(710)123(30)6(10)a\\(b",
        gtin="09506000134352",
        made_on=dt.date(2025, 2, 28),
        best_before=dt.date(2027, 11, 30),
        national="123",
        count=6,
        lot="a(b",
        elements=(
            ("01", "09506000134352"), ("11", "250228"), ("15", "271100"), ("710", "123"), ("30", "6"), ("10", "a(b"),
        ),
    ),
    Scan("pack", "15210527", best_before=dt.date(2021, 5, 27), elements=(("15", "210527"),)),
    Scan("pack", "7112345678", elements=(("711", "2345678"),), national="2345678"),
)  # fmt: skip
"""Codes and all that they say."""


@pytest.mark.parametrize("whole", WHOLE, ids=range(len(WHOLE)))
def test_a_code_says_this_and_nothing_else(whole: Scan) -> None:
    assert read_scan(whole.text) == whole


WRONG = (
    ("5901234123456", "scan.check_digit"),
    ("614141000037", "scan.check_digit"),
    ("12345671", "scan.check_digit"),
    ("98765432109214", "scan.check_digit"),
    ("]E012345", "scan.form"),
    ("]E0ABCDEFGH", "scan.form"),
    ("157035381410375178", "scan.form"),
    ("00157035381410375178", "scan.check_digit"),
    ("12345", "scan.unknown"),
    ("12345678", "scan.check_digit"),
    ("paracetamol", "scan.unknown"),
    ("(01)", "scan.form"),
    ("(0195)1", "scan.identifier"),
    ("(99999)1", "scan.identifier"),
    ("x(01)09506000134352", "scan.unknown"),
    ("(01", "scan.bracket"),
    ("(30)", "scan.form"),
    ("https://x/01/614141000036?99999=1", "scan.identifier"),
    ("https://x/01/614141000037", "scan.check_digit"),
    ("https://x/01/614141000036/21/%D9%A3", "scan.link"),
    ("https://x/01/614141000036/10/a?02=00614141123452", "scan.pair"),
    ("]zz", "scan.empty"),
    ("]é1", "scan.sign"),
    ("]1", "scan.unknown"),
    ("RX", "scan.unknown"),
    ("BT9E", "scan.own"),
)
"""Codes, and what is said of them."""


@pytest.mark.parametrize(("text", "code"), WRONG, ids=range(len(WRONG)))
def test_what_is_wrong_is_said(text: str, code: str) -> None:
    assert code_of(text) == code


def test_a_refusal_names_the_element_in_its_sentence_and_params() -> None:
    with pytest.raises(Refused) as caught:
        read_scan("(01)09506000134353")
    assert caught.value.params == {"ai": "01", "title": "GTIN"}
    assert caught.value.sentence == "The check digit of GTIN (01) is wrong; compare it with the pack."
    with pytest.raises(Refused) as caught:
        read_scan("(01)09506000134352(37)5")
    assert caught.value.params == {"ai": "01", "other": "37"}
    with pytest.raises(Refused) as caught:
        read_scan("(10)A(10)B")
    assert caught.value.params == {"ai": "10"}


def test_a_merge_takes_the_newer_text_and_every_element() -> None:
    after = merge(read_scan("(01)09506000134352(10)A"), read_scan("(10)A(17)271100"))
    assert after.text == "(10)A(17)271100"
    assert dict(after.elements) == {"01": "09506000134352", "10": "A", "17": "271100"}


# Own codes -------------------------------------------------------------------------------------------------------


@given(st.sampled_from(sorted(OWN.values())), st.integers(min_value=1, max_value=10**18 - 1))
def test_an_own_code_comes_back_as_it_was_printed(kind: str, number: int) -> None:
    scan = read_scan(own_code(kind, number))
    assert (scan.kind, scan.number) == (kind, number)


def test_a_mistyped_own_code_is_refused() -> None:
    assert code_of("RX123K") == "scan.own"


def test_cards_and_tickets_are_told_from_packs() -> None:
    mrn = "00041729" + mrn_check_character("00041729")
    assert read_scan(mrn_display(mrn)).mrn == mrn
    assert read_scan("6F9619FF-8B86-D011-B42D-00C04FC964FF").ticket == UUID("6f9619ff-8b86-d011-b42d-00c04fc964ff")


def test_a_mistyped_record_number_never_becomes_a_lot() -> None:
    body = "10041729"
    wrong = next(letter for letter in "KLMNP" if letter != mrn_check_character(body))
    assert code_of(body + wrong) == "patients.mrn_mistyped"


# What is known stays (rule 32) -----------------------------------------------------------------------------------


def test_a_bare_number_takes_nothing_from_what_is_known_of_the_pack() -> None:
    known = read_scan(PACK)
    after = merge(known, read_scan("9506682101352"))
    assert (after.lot, after.expiry, after.serial) == (known.lot, known.expiry, known.serial)


def test_two_codes_of_one_pack_make_it_whole() -> None:
    after = merge(read_scan("(01)09506682101352"), read_scan("(17)291031(10)AB"))
    assert (after.gtin, after.lot, after.expiry) == ("09506682101352", "AB", dt.date(2029, 10, 31))
    assert after.needs == ()


@pytest.mark.parametrize("other", ["(01)00614141123452", "(01)09506682101352(10)OTHER", "(01)09506682101352(21)9"])
def test_another_article_lot_or_serial_number_is_another_pack(other: str) -> None:
    heard = read_scan(other)
    assert merge(read_scan(PACK), heard) == heard


_TEXTS = st.sampled_from(["", "A", "B"])


@given(st.tuples(_TEXTS, _TEXTS), st.tuples(_TEXTS, _TEXTS))
def test_no_merge_ever_empties_a_value_of_the_same_pack(known: tuple[str, str], heard: tuple[str, str]) -> None:
    first = Scan("pack", gtin="1", lot=known[0], national=known[1])
    second = Scan("pack", gtin="1", lot=heard[0], national=heard[1])
    after = merge(first, second)
    assert after.lot == (heard[0] or known[0])
    if not (known[0] and heard[0] and known[0] != heard[0]):
        assert after.national == (heard[1] or known[1])


# Hostile codes ---------------------------------------------------------------------------------------------------


HOSTILE = (
    "", " ", "\r\n", GS * 40, "0" * 10_000, "A" * 10_000, "10" * 1_500, "(" * LONGEST, "(01)" * 700, "\\(" * 1_500,
    "\x00", "01\x000950", "0109506682101352\x0217291031", "]", "]C", "]C1", "]Y9", "]Q3", "https://", "http://[::1/01/2",
    "https://" + "/01/1" * 600, "https://x/01/614141000036?" + "10=a&" * 500, "https://x/01/%00", "https://x/01/%FF%FE",
    "javascript:alert(1)", "٣" * 13, "５９０１２３４１２３４５７", "5901234123457\x1b@", "=cmd|' /C calc'!A0",
    "' OR 1=1 --",     "^]" * 1_000, "{GS}" * 500, "\u202e(01)09506682101353", "8110" + "9" * 70, "8007" + "DE" * 17,
)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_a_hostile_code_is_refused_in_one_sentence_at_once(text: str) -> None:
    begun = time.process_time()
    sentence = answer(text)
    assert time.process_time() - begun < 2
    assert len(sentence) < 150
    assert not text.strip() or text[:40] not in sentence


def answer(text: str) -> str:
    """What is refused, in one sentence; empty where an article was read."""
    try:
        scan = read_scan(text)
    except Refused as refused:
        sentence = refused.sentence
    else:
        assert scan.elements or scan.number or scan.mrn or scan.ticket
        return ""
    assert sentence.endswith(".")
    return sentence


@given(st.text(max_size=400) | st.text(alphabet=f"0123456789()]C1{GS}", max_size=400))
def test_any_text_at_all_is_read_or_refused(text: str) -> None:
    answer(text)


def test_a_pack_with_bytes_struck_at_random_is_read_whole_or_refused() -> None:
    chance = random.Random(32)
    for _ in range(1_500):
        letters = list(PACK)
        for _ in range(chance.randint(1, 3)):
            letters[chance.randrange(len(letters))] = chr(chance.randrange(128))
        try:
            scan = read_scan("".join(letters))
        except Refused:
            continue
        assert not check_digit(scan.gtin or "00000000000000")
        assert scan.text == "".join(letters)
