"""The look of every window: colours, sizes and icons from the token file, changed while the program runs."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

from PySide6.QtCore import QByteArray, QLoggingCategory, QObject, QRectF, QSize, Qt, QTemporaryDir, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontDatabase,
    QGuiApplication,
    QIcon,
    QPainter,
    QPalette,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

SYSTEM, LIGHT, DARK, CONTRAST = "system", "light", "dark", "contrast"
THEMES = (LIGHT, DARK, CONTRAST)
TONES = ("neutral", "info", "warning", "stop", "done", "accent")
FAMILIES = ("Noto Sans", "Noto Sans Arabic", "Noto Sans Devanagari")

_PROPERTY = "hms_theme"
_PICTURES = {"chevron_down": "muted", "chevron_up": "muted", "check_on": "on_accent"}
_SOURCES = {"check_on": "check"}


@dataclass(frozen=True)
class Theme:
    """One set of tokens. Lengths are device-independent pixels; `colours` maps a token to its colour."""

    name: str
    colours: Mapping[str, QColor]
    space: Mapping[str, int]
    radius: Mapping[str, int]
    size: Mapping[str, int]
    weight: Mapping[str, int]
    height: Mapping[str, int]
    width: Mapping[str, int]
    icons: Path = field(repr=False)
    template: str = field(repr=False)

    @classmethod
    def load(cls, resources: Path, name: str) -> "Theme":
        """The theme `name` from `resources`/themes; KeyError where the token file has no such theme."""
        folder = resources / "themes"
        tokens: dict[str, Any] = json.loads((folder / "tokens.json").read_text("utf-8"))
        lengths = {part: tokens[part] for part in ("space", "radius", "size", "weight", "height", "width")}
        return cls(
            name=name,
            colours={token: QColor(value) for token, value in tokens["themes"][name].items()},
            icons=resources / "icons",
            template=(folder / "desk.qss").read_text("utf-8"),
            **lengths,
        )

    @staticmethod
    def current() -> "Theme":
        """The theme that the application wears; like a palette, a look belongs to the QApplication.

        LookupError before `Appearance.wear`.
        """
        application = QApplication.instance()
        theme = application.property(_PROPERTY) if application else None
        if not isinstance(theme, Theme):
            raise LookupError("No theme is worn yet: make an Appearance and call wear().")
        return theme

    def colour(self, token: str) -> QColor:
        return self.colours[token]

    def tone(self, tone: str) -> tuple[QColor, QColor, QColor]:
        """Text, background and border of a chip or bar in `tone`."""
        if tone == "neutral":
            return self.colours["muted"], self.colours["surface"], self.colours["line"]
        edge = self.colours[tone] if self.name == CONTRAST else self.colours[f"{tone}_soft"]
        return self.colours[tone], self.colours[f"{tone}_soft"], edge

    def font(self, size: str = "body", weight: str = "normal") -> QFont:
        """The type family at one of the four sizes and two weights; figures are tabular in Noto Sans."""
        return font_of(self.size[size], self.weight[weight])

    def icon(self, name: str, ink: str = "muted") -> QIcon:
        """The icon `name` in the colour token `ink`; FileNotFoundError where the set has no such icon."""
        return QIcon(self.picture(name, 24, ink, 2.0))

    def picture(self, name: str, side: int, ink: str = "muted", ratio: float = 1.0) -> QPixmap:
        """The icon as a pixmap of `side` pixels, drawn at `ratio` device pixels each."""
        return _picture(self.icons, name, side, self.colours[ink].name(), ratio)

    def palette(self) -> QPalette:
        palette = QPalette()
        for role, token in _PALETTE.items():
            palette.setColor(role, self.colours[token])
        for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
            palette.setColor(QPalette.ColorGroup.Disabled, role, self.colours["muted"])
        return palette

    def stylesheet(self, pictures: Path) -> str:
        """The style sheet with every @token filled in; `pictures` holds the tinted arrows and ticks."""
        values = {token: colour.name() for token, colour in self.colours.items()}
        values |= {f"size_{key}": f"{value}px" for key, value in self.size.items()}
        values |= {f"radius_{key}": f"{value}px" for key, value in self.radius.items()}
        values |= {f"weight_{key}": str(value) for key, value in self.weight.items()}
        values |= {f"icon_{name}": (pictures / f"{name}.svg").as_posix() for name in _PICTURES}
        return re.sub(r"@(\w+)", lambda match: values[match[1]], self.template)


_PALETTE = {
    QPalette.ColorRole.Window: "background",
    QPalette.ColorRole.WindowText: "text",
    QPalette.ColorRole.Base: "surface",
    QPalette.ColorRole.AlternateBase: "background",
    QPalette.ColorRole.Text: "text",
    QPalette.ColorRole.Button: "surface",
    QPalette.ColorRole.ButtonText: "text",
    QPalette.ColorRole.BrightText: "stop",
    QPalette.ColorRole.PlaceholderText: "muted",
    QPalette.ColorRole.Highlight: "accent",
    QPalette.ColorRole.HighlightedText: "on_accent",
    QPalette.ColorRole.Accent: "accent",
    QPalette.ColorRole.Link: "accent",
    QPalette.ColorRole.LinkVisited: "accent",
    QPalette.ColorRole.ToolTipBase: "text",
    QPalette.ColorRole.ToolTipText: "surface",
    QPalette.ColorRole.Light: "surface",
    QPalette.ColorRole.Midlight: "line",
    QPalette.ColorRole.Mid: "line",
    QPalette.ColorRole.Dark: "edge",
    QPalette.ColorRole.Shadow: "edge",
}


class Appearance(QObject):
    """Dresses the application in a theme, now and whenever the person or the system chooses another."""

    changed = Signal(str)

    def __init__(self, application: QApplication, resources: Path) -> None:
        super().__init__(application)
        self._application = application
        self._resources = resources
        self._wish = SYSTEM
        self._pictures = QTemporaryDir()
        for file in sorted((resources / "fonts").glob("*.ttf")):
            QFontDatabase.addApplicationFont(str(file))
        # Asking the next family for a script that the first one lacks is the plan here, not a fault.
        QLoggingCategory.setFilterRules("qt.text.font.db=false")
        application.setStyle("Fusion")
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def wear(self, wish: str) -> None:
        """Put on 'light', 'dark', 'contrast', or 'system', which from then on follows the desktop's choice."""
        self._wish = wish
        theme = Theme.load(self._resources, _system_choice() if wish == SYSTEM else wish)
        pictures = Path(self._pictures.path()) / theme.name
        _draw_pictures(theme, pictures)
        self._application.setProperty(_PROPERTY, theme)
        self._application.setFont(theme.font())
        self._application.setPalette(theme.palette())
        self._application.setStyleSheet(theme.stylesheet(pictures))
        self.changed.emit(theme.name)

    def _follow_system(self) -> None:
        if self._wish == SYSTEM:
            self.wear(SYSTEM)


def _system_choice() -> str:
    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def _draw_pictures(theme: Theme, folder: Path) -> None:
    """The style sheet can only name files, so the few pictures it needs are drawn in the theme's ink."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, token in _PICTURES.items():
        source = theme.icons / f"{_SOURCES.get(name, name).replace('_', '-')}.svg"
        tinted = source.read_text("utf-8").replace("currentColor", theme.colours[token].name())
        (folder / f"{name}.svg").write_text(tinted, "utf-8")


@lru_cache(maxsize=16)
def font_of(pixels: int, weight: int) -> QFont:
    """The type family at `pixels` high and `weight` (400, 600)."""
    font = QFont(list(FAMILIES))
    font.setPixelSize(pixels)
    font.setWeight(QFont.Weight(weight))
    return font


@lru_cache(maxsize=512)
def _picture(icons: Path, name: str, side: int, colour: str, ratio: float) -> QPixmap:
    svg = (icons / f"{name}.svg").read_text("utf-8").replace("currentColor", colour)
    renderer = QSvgRenderer(QByteArray(svg.encode()))
    pixmap = QPixmap(QSize(side, side) * ratio)
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(ratio)
    painter = QPainter(pixmap)
    renderer.render(painter, QRectF(0, 0, side, side))
    painter.end()
    return pixmap
