"""The language of the windows: translations from resources, and the direction that its script runs in."""

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, Qt, QTranslator
from PySide6.QtWidgets import QApplication

RIGHT_TO_LEFT = frozenset({"ar", "fa", "he", "ur"})
WORLD = "001"
"""As the world writes a language: Arabic with the digits of tickets and record numbers, English day before month."""


class Languages:
    """Installs the translators of one language at a time; English has its plurals alone."""

    def __init__(self, application: QApplication, resources: Path) -> None:
        self._application = application
        self._folder = resources / "translations"
        self._installed: list[QTranslator] = []
        self.spoken = "en"
        """The language that what is made now is shown in."""

    def speak(self, language: str) -> None:
        """Show what is made from now on in `language`; words without a translation stay English."""
        self.spoken = language
        for old in self._installed:
            self._application.removeTranslator(old)
        qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        self._installed = [
            translator
            for name, folder in ((f"qtbase_{language}", qt_folder), (f"hms_{language}", str(self._folder)))
            if (translator := self._loaded(name, folder)) is not None
        ]
        for translator in self._installed:
            self._application.installTranslator(translator)
        QLocale.setDefault(QLocale(language if "_" in language else f"{language}_{WORLD}"))
        right_to_left = language.split("_")[0] in RIGHT_TO_LEFT
        self._application.setLayoutDirection(
            Qt.LayoutDirection.RightToLeft if right_to_left else Qt.LayoutDirection.LeftToRight
        )

    def _loaded(self, name: str, folder: str) -> QTranslator | None:
        translator = QTranslator(self._application)
        return translator if translator.load(name, folder) else None
