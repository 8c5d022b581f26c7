"""The administrator's page of screens: what each shows, and whether it lives."""

import datetime as dt
from uuid import uuid4

from hms_desktop.clinic.displays import actions as displaying
from hms_desktop.clinic.displays import queries
from hms_desktop.clinic.organisation import actions
from hms_desktop.clinic.organisation.actions import RoomDraft
from hms_desktop.screens.displays.page import DisplaysPage
from hms_desktop.screens.displays.preview import PreviewDialog
from tests.factories import displays, queue
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, until


def test_a_screen_is_added_for_some_rooms_and_says_that_it_was_not_set_up(office: Seat, loop: ClosingLoop) -> None:
    rooms = [
        office.database.run_now(actions.save_room, intent=uuid4(), draft=RoomDraft(name, "room"))
        for name in ("Room 1", "Room 2")
    ]

    async def steps() -> None:
        whole = DisplaysPage(office.desk)
        office.show(whole)
        page = whole.screens
        await until(lambda: page.begun and page.rooms.count() == 2, "the page was read")
        page.put({"name": "Main hall", "room_ids": rooms[:1], "languages": ["en", "ar"], "layout": "board"})
        page.save_button.click()
        await until(lambda: "Saved" in office.said(), "it was saved")
        assert page.model.cells(0).texts == ("Main hall", "Room 1", "", "not set up yet")
        assert "hms-admin kiosk add" in page.how.text()
        page.put({"name": " "})
        page.save_button.click()
        await until(lambda: page.form.field("name").accessibleDescription(), "an empty name is refused")

    loop.run(steps())
    (form,) = office.database.read_now(queries.displays)
    assert (form.name, form.room_ids, form.languages, form.layout) == ("Main hall", (rooms[0],), ("en", "ar"), "board")


def test_hours_and_volumes_are_typed_saved_and_shown_again(office: Seat, hospital: Hospital, loop: ClosingLoop) -> None:
    displays.screen(hospital, "Main hall")

    async def steps() -> None:
        whole = DisplaysPage(office.desk)
        office.show(whole)
        page = whole.screens
        await until(lambda: page.model.rowCount() == 1, "the page was read")
        page.put({"quiet": "22-6:30", "dim": "every night", "volume": 40, "dwell_seconds": 10, "layout": "portrait"})
        page.save_button.click()
        await until(lambda: page.form.field("dim").accessibleDescription(), "hours that mean nothing are refused")
        page.put({"dim": "21:00–07:00", "show_estimates": False})
        page.save_button.click()
        await until(lambda: "Saved" in office.said(), "it was saved")
        await until(lambda: page.form.values()["quiet"] == "22:00–06:30", "the hours are shown as they hold")

    loop.run(steps())
    (form,) = office.database.read_now(queries.displays)
    assert (form.quiet_from, form.quiet_to) == (dt.time(22), dt.time(6, 30))
    assert (form.dim_from, form.volume, form.dwell_seconds) == (dt.time(21), 40, 10)
    assert (form.layout, form.show_waiting, form.show_estimates) == ("portrait", True, False)


def test_a_test_call_says_at_the_desk_whether_the_screen_showed_and_spoke_it(
    office: Seat, hospital: Hospital, loop: ClosingLoop
) -> None:
    kiosk = hospital.database(displays.screen(hospital, "Main hall"))

    async def steps() -> None:
        whole = DisplaysPage(office.desk)
        office.show(whole)
        page = whole.screens
        await until(lambda: page.test.isEnabled() and page.model.rowCount() == 1, "the page was read")
        page.test.click()
        await until(lambda: "not shown yet" in page.tested.text(), "the screen was asked")
        [call] = kiosk.read_now(queries.test_calls)
        kiosk.run_now(displaying.acknowledge, call_ids=[call.call_id], spoken=False)
        page.reload()
        await until(lambda: "not spoken" in page.tested.text(), "it was shown")
        kiosk.run_now(displaying.acknowledge, call_ids=[call.call_id], spoken=True)
        page.reload()
        await until(lambda: page.tested.text().endswith("shown and spoken"), "it was spoken")

    loop.run(steps())


def test_a_screen_that_gives_no_sign_is_called_dead_since_its_last_one(
    office: Seat, hospital: Hospital, loop: ClosingLoop
) -> None:
    kiosk = hospital.database(displays.screen(hospital, "Main hall"))
    kiosk.run_now(displaying.beat, program_version="1", server_ms=1, state={})
    hospital.sql("UPDATE hms.display_heartbeats SET beat_at = beat_at - interval '11 seconds'")
    [state] = office.database.read_now(queries.display_states)

    async def steps() -> None:
        whole = DisplaysPage(office.desk)
        office.show(whole)
        page = whole.screens
        await until(lambda: page.model.rowCount() == 1, "the page was read")
        assert page.model.cells(0).texts[-1] == f"dead since {state.seen_clock}"

    loop.run(steps())


def test_a_message_is_written_for_a_screen_and_a_day_that_is_none_is_refused(
    office: Seat, hospital: Hospital, loop: ClosingLoop
) -> None:
    displays.screen(hospital, "Main hall")

    async def steps() -> None:
        whole = DisplaysPage(office.desk)
        office.show(whole)
        whole.tabs.setCurrentWidget(whole.messages)
        page = whole.messages
        await until(page.form_title.text, "the page was read")
        [screen] = office.database.read_now(queries.displays)
        page.put({"text": "Closed on Thursday", "display_ids": [screen.display_id], "valid_to": "31.2.2026"})
        page.save_button.click()
        await until(lambda: page.form.field("valid_to").accessibleDescription(), "no such day")
        page.put({"valid_to": "2026-12-24", "hours": "8-12", "place": 2})
        page.save_button.click()
        await until(lambda: page.model.rowCount() == 1, "it was saved")
        assert page.model.cells(0).texts == ("Closed on Thursday", "Main hall", "–24 Dec 2026, 08:00–12:00")

    loop.run(steps())


def test_the_preview_shows_the_calls_of_that_screen_as_they_come(
    office: Seat, hospital: Hospital, loop: ClosingLoop
) -> None:
    house = queue.house(hospital, rooms={"Counter 1": ["A"], "Counter 2": ["A"]})
    displays.screen(hospital, "Main hall", rooms=[house.rooms["Counter 1"]])
    displays.tickets(hospital, house, 3)
    first = displays.call_next(hospital, house.rooms["Counter 1"])
    displays.call_next(hospital, house.rooms["Counter 2"])
    [form] = office.database.read_now(queries.displays)

    async def steps() -> None:
        dialog = PreviewDialog(office.desk, form)
        dialog.open()
        await until(lambda: dialog.board.listed() == (first,), "the calls to its rooms stand on its list")
        assert not dialog.board.property("cardShown")
        later = displays.call_next(hospital, house.rooms["Counter 1"])
        dialog.read_again()
        await until(lambda: dialog.board.property("cardShown"), "the card shows the new one")
        assert dialog.board.listed() == (later, first)
        dialog.reject()

    loop.run(steps())
