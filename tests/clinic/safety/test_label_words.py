"""The cautions of labels in every language that papers speak, and how they are put together."""

import pytest

from hms_desktop.clinic.organisation.rules import LANGUAGES
from hms_desktop.clinic.safety.label_words import CAUTIONS, MOST_OWN_WORDS, caution_words
from tests.hospital import Hospital


@pytest.mark.parametrize("code", CAUTIONS)
def test_every_caution_is_said_in_every_language_as_one_short_line(code: str) -> None:
    assert CAUTIONS[code].keys() == LANGUAGES.keys()
    for words in CAUTIONS[code].values():
        assert words == words.strip()
        assert words.isprintable()
        assert words[-1] in ".।"
        assert len(words) <= MOST_OWN_WORDS


def test_no_two_cautions_say_the_same() -> None:
    for language in LANGUAGES:
        assert len({words[language] for words in CAUTIONS.values()}) == len(CAUTIONS)


def test_the_database_knows_the_same_cautions(hospital: Hospital) -> None:
    assert hospital.sql("SELECT hms.label_caution_codes()") == [(list(CAUTIONS),)]


def test_the_gravest_stands_first_and_own_words_stand_last_as_they_are() -> None:
    said = caution_words({"shake", "sleepy"}, {"Bring the bottle back."}, "en")
    assert said == f"{CAUTIONS['sleepy']['en']} {CAUTIONS['shake']['en']} Bring the bottle back."


def test_a_language_without_words_reads_english_and_a_code_of_tomorrow_is_left_out() -> None:
    assert caution_words({"shake", "of_tomorrow"}, (), "de") == CAUTIONS["shake"]["en"]
    assert caution_words((), (), "en") == ""
