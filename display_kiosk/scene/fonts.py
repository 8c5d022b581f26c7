"""The fonts that ship with the suite, for every script that a screen shows."""

from pathlib import Path

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication


def use_fonts(folder: Path) -> None:
    """Noto Sans for Latin, Arabic and Devanagari becomes the program's font; other scripts use the system's."""
    for path in sorted(folder.glob("*.ttf")):
        QFontDatabase.addApplicationFont(str(path))
    font = QFont()
    font.setFamilies(["Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari"])
    QGuiApplication.setFont(font)
