"""Every page of every duty: each control is named, reached by Tab, and met in the order in which the eye meets it."""

import asyncio
import sys
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hms_desktop.app.pages import PAGES, PageEntry
from hms_desktop.core.places import resources
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.theme import THEMES, Theme
from tests.factories import appointments, queue
from tests.hospital import Hospital
from tests.screens.conftest import MORNING, ClosingLoop, loop
from tests.screens.desks import Seat, settle, tell_errors, until
from tests.walks.eyes import controls, described, jumps, nameless, places, walked
from tests.widgets.conftest import OFFSCREEN, appearance, dressed
from tests.widgets.test_theme import contrast, text_pairs

__all__ = ["appearance", "dressed", "loop"]
pytestmark = pytest.mark.qt_log_ignore(OFFSCREEN)


@pytest.fixture
def seat(hospital: Hospital, loop: ClosingLoop, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Seat]:
    """Seats somebody with these duties in a hospital with a clinic, a room and some patients."""
    hospital.set_clock(MORNING, 1)
    practice = appointments.practice(hospital, ("Clinic 1",))
    appointments.weekly(hospital, practice.clinics["Clinic 1"])
    queue.patients(hospital, 3)

    def sit(duties: frozenset[str]) -> Seat:
        made = Seat(hospital, hospital.person(*sorted(duties or {"front_desk"})), next(iter(practice.rooms.values())))
        loop.seats.append(made)
        monkeypatch.setattr(sys, "excepthook", tell_errors(made))
        return made

    return sit


async def shown(seat: Seat, entry: PageEntry) -> Page:
    """The page at the least size that is supported, when it has read what it shows."""
    page = entry.make(seat.desk)
    seat.show(page, 1366 - 184, 768 - 86)
    await seat.come_to_front()
    await until(lambda: not page.stale and not page._loading.busy, "the page had read what it shows")
    await settle(0.1)
    return page


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_each_control_is_named_and_reached_by_tab_in_the_order_of_reading(
    seat: Callable[..., Seat], loop: ClosingLoop, entry: PageEntry
) -> None:
    made = seat(entry.duties)

    async def walk() -> None:
        page = await shown(made, entry)
        assert nameless(page) == []
        seen = places(page)
        order = walked(page, seen)
        missed = [described(one) for one in controls(page) if one in seen and one not in order]
        assert missed == []
        assert jumps(page, order, seen) == []

    loop.run(walk())


@pytest.mark.parametrize("entry", PAGES, ids=lambda entry: entry.key)
def test_in_arabic_the_walk_goes_from_the_right(
    seat: Callable[..., Seat], loop: ClosingLoop, entry: PageEntry, qapp: QApplication
) -> None:
    made = seat(entry.duties)
    before = qapp.layoutDirection()

    async def walk() -> None:
        qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        page = await shown(made, entry)
        seen = places(page)
        assert jumps(page, walked(page, seen), seen) == []
        await asyncio.sleep(0)

    try:
        loop.run(walk())
    finally:
        qapp.setLayoutDirection(before)


@pytest.mark.parametrize("name", THEMES)
def test_every_pair_of_ink_and_ground_can_be_read(name: str) -> None:
    theme = Theme.load(resources(), name)
    poor = [pair for pair in text_pairs(theme) if contrast(theme.colour(pair[0]), theme.colour(pair[1])) < 4.5]
    assert poor == []
