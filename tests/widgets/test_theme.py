"""The tokens: every pair of text and ground can be read, and a theme changes while the window is open."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QFontInfo
from PySide6.QtWidgets import QApplication, QWidget

from hms_desktop.core.places import resources
from hms_desktop.widgets.buttons import PLAIN, PRIMARY, QUIET, STOP, Button
from hms_desktop.widgets.theme import CONTRAST, DARK, LIGHT, SYSTEM, THEMES, TONES, Appearance, Theme

GROUNDS = ("background", "surface", "accent_soft", "hover")
WIDGETS = Path(__file__).parents[2] / "hms_desktop" / "widgets"


def luminance(colour: QColor) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = (colour.redF(), colour.greenF(), colour.blueF())
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: QColor, other: QColor) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def text_pairs(theme: Theme) -> list[tuple[str, str]]:
    pairs = [(ink, ground) for ink in ("text", "muted") for ground in GROUNDS]
    pairs += [(tone, ground) for tone in TONES[1:] for ground in (f"{tone}_soft", "surface", "background")]
    pairs += [("text", f"{tone}_soft") for tone in TONES[1:]]
    # Undo in a message bar is written in the accent on each of the bars' grounds.
    pairs += [("accent", f"{tone}_soft") for tone in TONES[1:]]
    pairs += [("accent", "accent_soft"), ("accent", "hover"), ("surface", "text")]
    return [*pairs, ("on_accent", "accent"), ("on_accent", "accent_strong")]


@pytest.mark.parametrize("name", THEMES)
def test_every_text_can_be_read_on_every_ground_it_stands_on(name: str) -> None:
    theme = Theme.load(resources(), name)
    poor = {
        pair: round(ratio, 2)
        for pair in text_pairs(theme)
        if (ratio := contrast(theme.colour(pair[0]), theme.colour(pair[1]))) < 4.5
    }
    assert poor == {}


@pytest.mark.parametrize("name", THEMES)
def test_outlines_of_fields_and_signs_stand_out_three_to_one(name: str) -> None:
    theme = Theme.load(resources(), name)
    for ink in ("edge", "accent", "stop", "warning", "done", "info"):
        for ground in ("background", "surface"):
            assert contrast(theme.colour(ink), theme.colour(ground)) >= 3, (ink, ground)


@pytest.mark.parametrize("name", THEMES)
def test_every_theme_has_the_same_tokens(name: str) -> None:
    assert set(Theme.load(resources(), name).colours) == set(Theme.load(resources(), LIGHT).colours)


def test_no_widget_carries_a_literal_colour() -> None:
    literal = re.compile(r"#[0-9A-Fa-f]{6}\b|QColor\([\"'\d]|GlobalColor\.(?!transparent)")
    on_paper = {
        "printing.py",
        "roll_image.py",
        "letters.py",
        "pictures.py",
    }  # white and black in every theme
    files = [file for file in WIDGETS.glob("*.py") if file.name not in on_paper]
    found = [file.name for file in files if literal.search(file.read_text("utf-8"))]
    assert found == []
    assert not re.search(r"#[0-9A-Fa-f]{3,8}\b", (resources() / "themes" / "desk.qss").read_text("utf-8"))


def test_an_open_window_changes_its_theme_at_once(appearance: Appearance, qtbot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    for name in (DARK, CONTRAST, LIGHT):
        appearance.wear(name)
        pixel = window.grab().toImage().pixelColor(2, 2)
        assert pixel == Theme.load(resources(), name).colour("background")


def test_the_system_theme_is_one_of_the_three(appearance: Appearance) -> None:
    appearance.wear(SYSTEM)
    assert Theme.current().name in THEMES


def test_text_is_set_in_the_font_that_ships_with_the_suite(qapp: QApplication) -> None:
    assert QFontInfo(Theme.current().font()).family() == "Noto Sans"
    assert QFontInfo(Theme.current().font("body", "strong")).weight() == 600


def test_an_icon_takes_the_colour_it_is_asked_for() -> None:
    theme = Theme.current()
    image = theme.picture("check", 24, "stop").toImage()
    colours = {
        image.pixelColor(x, y).name() for x in range(24) for y in range(24) if image.pixelColor(x, y).alpha() == 255
    }
    assert colours == {theme.colour("stop").name()}


def test_an_unknown_icon_is_an_error_at_once() -> None:
    with pytest.raises(FileNotFoundError):
        Theme.current().picture("no-such-icon", 24)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("kind", [PRIMARY, PLAIN, QUIET, STOP])
def test_a_focused_button_looks_different_from_one_that_is_not(name, kind, appearance: Appearance, qtbot) -> None:
    appearance.wear(name)
    button = Button("Call next", keys="F8", kind=kind)
    qtbot.addWidget(button)
    with qtbot.waitExposed(button):
        button.show()
    button.clearFocus()
    calm = button.grab().toImage()
    button.activateWindow()
    button.setFocus()
    qtbot.waitUntil(button.hasFocus)
    assert button.grab().toImage() != calm
