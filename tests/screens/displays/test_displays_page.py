"""The administrator's page of screens: what each shows, and whether it lives."""

import sys
from uuid import uuid4

import pytest

from hms_desktop.clinic.displays import queries
from hms_desktop.clinic.organisation import actions
from hms_desktop.clinic.organisation.actions import RoomDraft
from hms_desktop.screens.displays.page import DisplaysPage
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, tell_errors, until


@pytest.fixture
def office(hospital: Hospital, loop: ClosingLoop, monkeypatch: pytest.MonkeyPatch) -> Seat:
    made = Seat(hospital, hospital.person("admin"))
    loop.seats.append(made)
    monkeypatch.setattr(sys, "excepthook", tell_errors(made))
    return made


def test_a_screen_is_added_for_some_rooms_and_says_that_it_was_not_set_up(office: Seat, loop: ClosingLoop) -> None:
    rooms = [
        office.database.run_now(actions.save_room, intent=uuid4(), draft=RoomDraft(name, "room"))
        for name in ("Room 1", "Room 2")
    ]

    async def steps() -> None:
        whole = DisplaysPage(office.desk)
        office.show(whole)
        page = whole.screens
        await until(lambda: page.rooms.count() == 2, "the page was read")
        page.put({"name": "Main hall", "room_ids": rooms[:1], "languages": ["en", "ar"], "layout": "board"})
        page.save_button.click()
        await until(lambda: "Saved" in office.said(), "it was saved")
        assert page.model.cells(0).texts == ("Main hall", "Room 1", "not set up yet")
        assert "hms-admin kiosk add" in page.how.text()
        page.put({"name": " "})
        page.save_button.click()
        await until(lambda: page.form.field("name").accessibleDescription(), "an empty name is refused")

    loop.run(steps())
    (form,) = office.database.read_now(queries.displays)
    assert (form.name, form.room_ids, form.languages, form.layout) == ("Main hall", (rooms[0],), ("en", "ar"), "board")
