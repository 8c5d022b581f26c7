"""The administrator reads how a screen does before walking to it: its figures, and what it shows."""

import pytest
from PySide6.QtGui import QColor, QImage

from hms_desktop.clinic.displays import actions
from hms_desktop.clinic.displays.rules import THUMBNAIL_BYTES
from hms_desktop.screens.displays.health import HealthPage
from hms_desktop.screens.displays.page import DisplaysPage
from hms_desktop.screens.displays.screens import ScreensPage
from hms_desktop.widgets.pictures import jpeg
from tests.factories import check_in, displays
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, until
from tests.widgets.conftest import OFFSCREEN

STATE = {
    "voice": "ready",
    "audio": {"device": "HDMI 1"},
    "decoder": {"by": "hardware", "codec": "H264", "devices": "/dev/video10 bcm2835", "cpu_ms": 1.2},
    "video": "playing",
    "lacking": 2,
    "lacking_why": "disk_full",
    "last_call": "A 012 · Room 3 · 10:14",
    "up": 3 * 3600 + 120,
    "machine": {"temperature": 61.7, "memory_used": 281, "disk_free": 5120},
}


def test_a_screens_figures_and_its_picture_stand_side_by_side(
    office: Seat, hospital: Hospital, loop: ClosingLoop
) -> None:
    kiosk = hospital.database(displays.screen(hospital, "Hall A"))
    kiosk.run_now(actions.beat, program_version="0.1.0", server_ms=4, state=STATE)
    shown = QImage(1920, 1080, QImage.Format.Format_RGB32)
    shown.fill(QColor("#102A2B"))
    kiosk.run_now(actions.send_thumbnail, picture=jpeg(shown, side=480, most=THUMBNAIL_BYTES))

    async def steps() -> None:
        page = HealthPage(office.desk)
        office.show(page)
        await until(lambda: not page.picture.pixmap().isNull(), "the picture was read")
        decoder = "H264 in hardware (/dev/video10 bcm2835), 1.2 ms of CPU a picture"
        assert page.model.cells(0).texts == ("Hall A", "alive", "–", decoder, "61", "0.1.0")
        facts = {title: answer.text() for title, (answer, _) in page._facts.items()}
        assert (facts["Sound goes to"], facts["Free disk"], facts["Runs for"]) == ("HDMI 1", "5120 MB", "3 h 2 min")
        assert facts["Last call"] == "A 012 · Room 3 · 10:14"
        assert facts["Free memory"] == "–"
        assert not page._form.isRowVisible(page._facts["Can be had"][0])
        assert (facts["Voice"], facts["Film"]) == ("ready", "playing · films to fetch: 2 (the disk is full)")

    loop.run(steps())


def test_a_machine_at_the_entrance_is_no_screen_of_a_waiting_room(
    office: Seat, hospital: Hospital, loop: ClosingLoop
) -> None:
    displays.screen(hospital, "Hall A")
    check_in.machine(hospital, "Door")

    async def steps() -> None:
        whole = DisplaysPage(office.desk)
        office.show(whole)
        whole.tabs.setCurrentWidget(whole.health)
        await until(lambda: whole.health.model.rowCount() > 0, "the screens were read")
        assert [row.name for row in whole.health.model.rows()] == ["Hall A"]
        whole.tabs.setCurrentWidget(whole.pairing)
        becomes = whole.pairing.becomes
        await until(lambda: becomes.count() == 2, "the screens can be chosen")
        assert [becomes.itemText(place) for place in range(2)] == ["a new screen", "Hall A"]

    loop.run(steps())


def test_a_screen_that_lives_and_shows_no_calls_says_why_on_both_pages(
    office: Seat, hospital: Hospital, loop: ClosingLoop
) -> None:
    kiosk = hospital.database(displays.screen(hospital, "Hall A"))
    outgrown = STATE | {"unfit": "program.too_old", "newer": "0.2.0"}
    kiosk.run_now(actions.beat, program_version="0.1.0", server_ms=4, state=outgrown)

    async def steps() -> None:
        health, screens = HealthPage(office.desk), ScreensPage(office.desk)
        for page in (health, screens):
            office.show(page)
        await until(lambda: health.model.rowCount() == screens.model.rowCount() == 1, "both were read")
        assert health.model.cells(0).texts[1] == screens.model.cells(0).texts[-1] == "out of service"
        await until(lambda: health.name.text() == "Hall A", "the screen is shown")
        facts = {title: answer.text() for title, (answer, _) in health._facts.items()}
        assert facts["Out of service"] == "Its program is too old for the database; IT must update it."
        assert facts["Can be had"] == "0.2.0"
        assert health._form.isRowVisible(health._facts["Can be had"][0])

    loop.run(steps())


@pytest.mark.qt_log_ignore(OFFSCREEN, "Unsupported marker type")
def test_a_screen_that_says_nonsense_and_sends_no_picture_breaks_nothing(
    office: Seat, hospital: Hospital, loop: ClosingLoop
) -> None:
    kiosk = hospital.database(displays.screen(hospital, "Hall A"))
    kiosk.run_now(actions.beat, program_version="?", server_ms=4, state={"audio": 3, "machine": [1], "up": "long"})
    kiosk.run_now(actions.send_thumbnail, picture=b"\xff\xd8\xffno picture at all")

    async def steps() -> None:
        page = HealthPage(office.desk)
        office.show(page)
        await until(lambda: "As of" in page.taken.text(), "the page was read")
        assert not page.picture.isVisible()
        assert page.model.cells(0).texts[1] == "alive"

    loop.run(steps())
