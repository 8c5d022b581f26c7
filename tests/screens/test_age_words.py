"""An age is told in the language of the windows, in its own forms of one and many."""

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from hms_desktop.app.languages import Languages
from hms_desktop.clinic.patients.rules import Age
from hms_desktop.core.places import resources
from hms_desktop.screens.age_words import age_words

AGES = (Age(34), Age(70, about=True), Age(1, "months"), Age(11, "months"), Age(6, "months", about=True), Age(0, "days"))


@pytest.mark.parametrize(
    ("language", "told"),
    [
        ("en", ["34", "~70", "1 month", "11 months", "~6 months", "0 days"]),
        ("ar", ["34", "~70", "شهر واحد", "11 شهرًا", "~6 أشهر", "أقل من يوم"]),
    ],
)
def test_an_age_is_told_in_the_language_of_the_windows(qapp: QApplication, language: str, told: list[str]) -> None:
    languages = Languages(qapp, resources())
    before = QLocale()
    languages.speak(language)
    try:
        assert [age_words(age) for age in AGES] == told
        assert age_words(None) == ""
    finally:
        languages.speak("en")
        QLocale.setDefault(before)
