"""The codes of a screen's heartbeat in the desk's words."""

from hms_desktop.clinic.displays.signs_of_life import Decoder, FetchFault, FilmState, VoiceState
from hms_desktop.screens.displays.kiosk_words import decoder_words, film_words, unfit_words, voice_words


def test_every_code_has_words_of_its_own() -> None:
    for codes, said in (
        (VoiceState, [voice_words({"voice": code}) for code in VoiceState]),
        (FilmState, [film_words({"video": code}) for code in FilmState]),
        (FetchFault, [film_words({"lacking": 1, "lacking_why": code}) for code in FetchFault]),
        (Decoder, [decoder_words({"decoder": {"by": code}}) for code in Decoder]),
    ):
        assert len(set(said)) == len(list(codes))
        assert not any("_" in one or "{" in one for one in said)


def test_both_ways_not_to_fit_the_database_say_who_has_to_do_something() -> None:
    assert "IT must update it" in unfit_words("program.too_old")
    assert "IT must migrate it" in unfit_words("database.too_old")
    assert unfit_words("") == ""


def test_what_a_screen_of_another_version_says_is_shown_as_it_is_and_nonsense_not_at_all() -> None:
    assert voice_words({"voice": "sings"}) == "sings"
    assert decoder_words({"decoder": {"by": "{codec.__class__}"}}) == "{codec.__class__}"
    for nonsense in ({}, {"voice": 3, "video": [], "lacking": "many", "decoder": "h264"}, {"decoder": {"by": []}}):
        assert (voice_words(nonsense), film_words(nonsense), decoder_words(nonsense)) == ("", "", "")
