"""The pages on which a manager sets what the queue goes by, typed into as a person would."""

import datetime as dt
import sys
import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from hms_desktop.clinic.queue import queries_journeys, queries_planning
from hms_desktop.clinic.queue.rules import Mixing
from hms_desktop.screens.queue.day import DayPage
from hms_desktop.screens.queue.exceptions import ExceptionsPage
from hms_desktop.screens.queue.hours import HoursPage
from hms_desktop.screens.queue.journeys import JourneysPage
from hms_desktop.screens.queue.mixing import MixingPage
from hms_desktop.screens.queue.reasons import ReasonsPage
from hms_desktop.widgets.dialogs import Question
from hms_desktop.widgets.editor_page import EditorPage
from tests.factories import queue
from tests.hospital import Hospital
from tests.screens.conftest import MORNING, ClosingLoop
from tests.screens.desks import Seat, tell_errors, until
from tests.screens.queue.test_queue_page import arrive


@pytest.fixture
def office(hospital: Hospital, house: queue.House, loop: ClosingLoop, monkeypatch: pytest.MonkeyPatch) -> Seat:
    """A manager's seat in a house of two services and two counters."""
    made = Seat(hospital, hospital.person("manager"))
    loop.seats.append(made)
    monkeypatch.setattr(sys, "excepthook", tell_errors(made))
    return made


async def shown(office: Seat, page: EditorPage) -> EditorPage:
    office.show(page)
    await until(lambda: page._begun, "the page was read")
    return page


async def saved(office: Seat, page: EditorPage) -> None:
    page.save_button.click()
    await until(lambda: "Saved" in office.said(), "it was saved")


def test_hours_and_numbers_of_a_service_are_saved_together(office: Seat, loop: ClosingLoop) -> None:
    async def steps() -> None:
        page = await shown(office, HoursPage(office.desk))
        page.put({"monday": "8-12, 13.30-16", "last": 30, "shows": True, "return_behind": 2})
        await saved(office, page)
        [hours, _] = office.database.read_now(queries_planning.opening_hours, snapshot=True)
        assert [len(spans) for spans in hours.week] == [2, 0, 0, 0, 0, 0, 0]
        assert hours.last_ticket_before == dt.timedelta(minutes=30)
        [numbers, _] = office.database.read_now(queries_planning.service_numbers)
        assert (numbers.rules.shows_estimate, numbers.rules.return_behind) == (True, 2)
        assert page.form.values()["monday"] == "08:00–12:00, 13:30–16:00"

    loop.run(steps())


def test_hours_that_cannot_be_read_are_said_below_their_day(office: Seat, loop: ClosingLoop) -> None:
    async def steps() -> None:
        page = await shown(office, HoursPage(office.desk))
        page.put({"friday": "8 to 12"})
        page.save_button.click()
        await until(lambda: "Type hours like" in page.form.field("friday").accessibleDescription())

    loop.run(steps())


def test_a_holiday_is_entered_and_removed(office: Seat, loop: ClosingLoop) -> None:
    async def steps() -> None:
        page = await shown(office, ExceptionsPage(office.desk))
        page.put({"day": dt.date(2026, 5, 1), "note": "Labour day"})
        await saved(office, page)
        [row] = page.model.rows()
        assert (row.day, row.service_id, row.span, row.note) == (dt.date(2026, 5, 1), None, None, "Labour day")
        page.drop.click()
        await until(lambda: "as its weekday again" in office.said())
        await until(lambda: page.model.rowCount() == 0)

    loop.run(steps())


def test_a_journey_is_made_of_services_in_order_without_gaps(
    office: Seat, house: queue.House, loop: ClosingLoop
) -> None:
    async def steps() -> None:
        page = await shown(office, JourneysPage(office.desk))
        page.put({"name": "Visit", "step1": house.services["B"], "step2": house.services["A"]})
        page.put({"step4": house.services["B"]})
        page.save_button.click()
        await until(lambda: "without a gap" in page.form.field("step3").accessibleDescription())
        page.put({"step4": None})
        await saved(office, page)
        [journey] = office.database.read_now(queries_journeys.journeys)
        assert journey.services == ("Service B", "Service A")

    loop.run(steps())


def test_a_reason_is_entered_and_its_class_asks_for_one_of_the_list(office: Seat, loop: ClosingLoop) -> None:
    async def steps() -> None:
        page = await shown(office, ReasonsPage(office.desk))
        page.new_button.click()
        priority = next(row.id for row in page._classes.values() if row.name == "Priority")
        page.put({"name": "Blood donor", "class_id": priority})
        page.put({"rule": "listed"})
        await saved(office, page)
        offered = {one.code: one for one in office.database.read_now(queries_planning.priorities)}
        assert "Blood donor" in offered["priority"].reasons
        assert offered["priority"].reason_rule == "listed"
        assert offered["urgent"].reason_rule == "must"

    loop.run(steps())


def test_shares_and_order_are_set_with_the_keyboard(office: Seat, house: queue.House, loop: ClosingLoop) -> None:
    async def steps() -> None:
        page = await shown(office, MixingPage(office.desk))
        assert [row.room for row in page.model.rows()] == ["Counter 1"]
        page.put({"mixing": Mixing.SHARE.value})
        QTest.keyClicks(page.shares, "++-+")
        QTest.keyClick(page.shares, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
        await saved(office, page)
        [row] = office.database.read_now(queries_planning.room_mixings)
        assert row.mixing == Mixing.SHARE
        assert [(share.service, share.weight) for share in row.shares] == [("Service B", 1), ("Service A", 3)]

    loop.run(steps())


def test_the_manager_sees_the_day_and_closes_yesterday(
    hospital: Hospital, house: queue.House, office: Seat, loop: ClosingLoop
) -> None:
    hospital.set_clock(MORNING - dt.timedelta(days=1), 0)
    arrive(hospital, house, 2)
    hospital.set_clock(MORNING, 1)
    arrive(hospital, house, 1)
    hospital.sql("SELECT hms.open_counter(%s, %s)", uuid.uuid4(), house.rooms["Counter 2"])

    async def steps() -> None:
        page = DayPage(office.desk)
        office.show(page)
        await until(lambda: page.reminder.isVisible() and page.sittings.rowCount() == 1)
        assert [row.count.waiting for row in page.services.rows()] == [1, 0]
        page.close_earlier.click()
        await until(lambda: any(isinstance(w, Question) and w.isVisible() for w in QApplication.topLevelWidgets()))
        next(w for w in QApplication.topLevelWidgets() if isinstance(w, Question) and w.isVisible()).accept()
        await until(lambda: "1 Mar 2026 is closed; 2 tickets were not served" in office.said())
        await until(lambda: not page.reminder.isVisible())
        states = hospital.sql("SELECT state, count(*) FROM hms.segments GROUP BY 1 ORDER BY 1")
        assert states == [("not_served", 2), ("waiting", 1)]

    loop.run(steps())
