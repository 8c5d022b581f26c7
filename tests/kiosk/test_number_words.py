"""Numbers as each language says them, and not as another would."""

import json

import pytest

from display_kiosk.number_words import NumberWords
from hms_desktop.clinic.displays import rules
from hms_desktop.core import places

SAID = {
    "en": {0: "zero", 17: "seventeen", 88: "eighty-eight", 105: "one hundred and five", 300: "three hundred",
           1001: "one thousand and one", 2345: "two thousand three hundred and forty-five"},
    "es": {16: "dieciséis", 22: "veintidós", 31: "treinta y uno", 100: "cien", 101: "ciento uno", 500: "quinientos",
           777: "setecientos setenta y siete", 1000: "mil", 2900: "dos mil novecientos"},
    "fr": {21: "vingt et un", 71: "soixante et onze", 77: "soixante-dix-sept", 80: "quatre-vingts",
           81: "quatre-vingt-un", 99: "quatre-vingt-dix-neuf", 200: "deux cents", 201: "deux cent un", 1080:
           "mille quatre-vingts"},
    "ar": {2: "اثنان", 11: "أحد عشر", 21: "واحد وعشرون", 88: "ثمانية وثمانون", 100: "مئة", 125: "مئة وخمسة وعشرون",
           200: "مئتان", 2003: "ألفان وثلاثة", 3100: "ثلاثة آلاف ومئة"},
    "hi": {29: "उनतीस", 45: "पैंतालीस", 59: "उनसठ", 79: "उन्यासी", 88: "अट्ठासी", 99: "निन्यानवे", 101: "एक सौ एक",
           1500: "एक हज़ार पाँच सौ"},
}  # fmt: skip


def words(language: str) -> NumberWords:
    path = places.resources() / "announcements" / f"{language}.json"
    return NumberWords.of(json.loads(path.read_text(encoding="utf-8"))["numbers"])


@pytest.mark.parametrize("language", rules.LANGUAGES)
def test_a_language_says_its_numbers_in_its_own_way(language: str) -> None:
    said = words(language)
    assert {number: said.say(number) for number in SAID[language]} == SAID[language]


@pytest.mark.parametrize("language", rules.LANGUAGES)
def test_no_two_numbers_to_9999_sound_the_same(language: str) -> None:
    said = words(language)
    assert len({said.say(number) for number in range(10_000)}) == 10_000


def test_a_number_that_is_longer_is_read_digit_by_digit() -> None:
    assert words("en").say(10_203) == "one zero two zero three"
