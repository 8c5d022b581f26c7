"""How a call is said in each language, and what a hospital's own templates may change."""

import json
import logging
from pathlib import Path

import pytest

from display_kiosk import sentences
from hms_desktop.clinic.displays import rules
from hms_desktop.core import places

OURS = places.resources() / "announcements"
SAID = {
    "en": "Number A, eighty-eight, please go to Counter three.",
    "es": "Número a, ochenta y ocho, pase a Counter tres.",
    "fr": "Numéro a, quatre-vingt-huit, veuillez vous rendre à Counter trois.",
    "ar": "رقم إيه، ثمانية وثمانون، تفضل إلى Counter ثلاثة.",
    "hi": "नंबर ए, अट्ठासी, कृपया Counter तीन पर जाएँ।",
}


def one(language: str, *folders: Path) -> sentences.Announcement:
    [announcement] = sentences.load([OURS, *folders], [language])
    return announcement


@pytest.mark.parametrize("language", rules.LANGUAGES)
def test_every_language_says_ticket_and_room_in_its_own_words(language: str) -> None:
    assert one(language).text("A 088", "Counter 3") == SAID[language]


@pytest.mark.parametrize("language", rules.LANGUAGES)
def test_every_language_names_every_letter_and_leaves_no_digit_to_the_synthesizer(language: str) -> None:
    announcement = one(language)
    assert sorted(announcement.letters) == list("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    for ticket in ("A 001", "ZB 1204", "K0"):
        assert not any(sign.isdigit() for sign in announcement.text(ticket, "Room 12B"))


def test_each_letter_of_a_long_prefix_is_named_by_itself() -> None:
    assert one("en").text("AB 007", "Hall").startswith("Number A, B, seven,")


def test_a_room_cannot_command_the_synthesizer() -> None:
    text = one("en").text("A 001", "[[kIll]] <audio src=x/> -w /etc/passwd\n; {ticket} | $HOME")
    assert not set(text) & set("[]<>{}|;\n")


def test_languages_come_in_the_order_of_the_screen_and_english_where_none_is_known() -> None:
    assert [found.language for found in sentences.load([OURS], ["hi", "en", "hi"])] == ["hi", "en"]
    assert sentences.load([OURS], ["../../secret", "xx"]) == (one("en"),)


def test_another_room_language_or_voice_is_another_sound() -> None:
    english, hindi = one("en"), one("hi")
    sounds = [(english, "A 001", "1", "x"), (english, "A 001", "2", "x"), (english, "A 002", "1", "x")]
    sounds += [(english, "A 001", "1", "y"), (hindi, "A 001", "1", "x")]
    assert len({who.key(ticket, room, voice) for who, ticket, room, voice in sounds}) == 5


def test_a_hospitals_own_words_stand_above_ours_key_by_key(tmp_path: Path) -> None:
    own = {
        "sentence": "{ticket} : {room}, s'il vous plaît.",
        "letters": {"A": "Alpha"},
        "words": {"called": "Au tour de"},
    }
    (tmp_path / "fr.json").write_text(json.dumps(own), encoding="utf-8")
    french = one("fr", tmp_path)
    assert french.text("A 070", "Salle 2") == "Alpha, soixante-dix : Salle deux, s'il vous plaît."
    assert french.words["called"] == "Au tour de"
    assert french.words["next"] == one("fr").words["next"]
    assert one("en", tmp_path) == one("en")


def test_a_hospital_may_add_a_language_of_its_own(tmp_path: Path) -> None:
    written = json.loads((OURS / "en.json").read_text(encoding="utf-8"))
    (tmp_path / "sw.json").write_text(json.dumps(written | {"voice": "sw", "sentence": "{ticket}: {room}"}), "utf-8")
    assert one("sw", tmp_path).text("A 001", "Hall") == "A, one: Hall"


@pytest.mark.parametrize(
    "written",
    ['{"sentence": "Go!"}', '{"sentence": 7}', '{"sentence": "{ticket} {room} {patient}"}', '{"letters": ["A"]}',
     '{"numbers": {"to_99": ["one"]}}', '{"numbers": {"more": 1}}', '{"colour": "red"}', "[]", "no JSON", "\xff"],
)  # fmt: skip
def test_a_mistake_in_a_hospitals_own_file_is_logged_and_ours_stands(
    tmp_path: Path, caplog: pytest.LogCaptureFixture, written: str
) -> None:
    (tmp_path / "en.json").write_text(written, encoding="latin-1")
    with caplog.at_level(logging.WARNING):
        assert one("en", tmp_path) == one("en")
    assert str(tmp_path / "en.json") in caplog.text
