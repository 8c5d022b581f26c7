"""Another language: its words, its direction, and English where a word has no translation yet."""

from PySide6.QtCore import QCoreApplication, QLocale, Qt
from PySide6.QtWidgets import QApplication

from hms_desktop.app.languages import Languages
from hms_desktop.core.places import resources


def test_arabic_has_its_words_and_runs_from_the_right(qapp: QApplication) -> None:
    languages = Languages(qapp, resources())
    before = QLocale()
    languages.speak("ar")
    try:
        assert QCoreApplication.translate("pages", "Patients") == "المرضى"
        assert QCoreApplication.translate("pages", "no such words") == "no such words"
        assert qapp.layoutDirection() == Qt.LayoutDirection.RightToLeft
        assert QLocale().toString(1234) == "1,234", "figures stand in the digits of tickets and record numbers"
    finally:
        languages.speak("en")
        QLocale.setDefault(before)
    assert QCoreApplication.translate("pages", "Patients") == "Patients"
    assert qapp.layoutDirection() == Qt.LayoutDirection.LeftToRight


def test_a_language_nobody_translated_stays_english(qapp: QApplication) -> None:
    languages = Languages(qapp, resources())
    before = QLocale()
    languages.speak("xx")
    assert QCoreApplication.translate("pages", "Patients") == "Patients"
    languages.speak("en")
    QLocale.setDefault(before)


def test_english_counts_in_the_singular_and_the_plural(qapp: QApplication) -> None:
    languages = Languages(qapp, resources())
    before = QLocale()
    languages.speak("en")
    try:
        counted = [QCoreApplication.translate("MergingPage", "%n pair(s) to decide", None, n) for n in (1, 2)]
        assert counted == ["1 pair to decide", "2 pairs to decide"]
    finally:
        languages.speak("xx")
        QLocale.setDefault(before)
