"""The performance page: empty, one program, three hundred; down to one workstation by keyboard; it looks by itself."""

import datetime as dt

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hms_desktop.screens.fleet.over_time import PICTURES, VERSIONS
from hms_desktop.screens.fleet.page import PerformancePage
from tests.factories import check_in, displays, fleet
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat
from tests.waiting import until


async def shown(office: Seat, width: int = 1366, height: int = 768) -> PerformancePage:
    page = PerformancePage(office.desk)
    office.show(page, width, height)
    await until(lambda: not page.pages[0].stale and page.pages[0].chart.picture is not None)  # type: ignore[attr-defined]  # the first tab is the chart's
    return page


async def turned_to(page: PerformancePage, tab: int, rows: int) -> None:
    page.tabs.setCurrentIndex(tab)
    await until(lambda: page.pages[tab].model.rowCount() == rows)  # type: ignore[attr-defined]  # the other tabs are tables


def test_where_nothing_was_told_the_page_says_so(office: Seat, loop: ClosingLoop) -> None:
    async def steps() -> None:
        page = await shown(office)
        assert "once a minute" in page.pages[0].chart.empty.text()  # type: ignore[attr-defined]  # the first tab is the chart's
        for tab in range(1, len(page.pages)):
            page.tabs.setCurrentIndex(tab)
            await until(lambda tab=tab: not page.pages[tab].stale)

    loop.run(steps())


@pytest.mark.parametrize("clients", [1, 300])
def test_a_fleet_is_seen_whole_and_down_to_one_workstation(
    hospital: Hospital, office: Seat, loop: ClosingLoop, clients: int
) -> None:
    fleet.tell(hospital, clients, 3)

    async def steps() -> None:
        page = await shown(office)
        over_time = page.pages[0]
        assert f"Programs now: {clients}" in over_time.now.text()  # type: ignore[attr-defined]  # the first tab is the chart's
        await turned_to(page, 2, clients)
        page.clients.table.setFocus()
        page.clients.table.choose(0)
        QTest.keyClick(page.clients.table, Qt.Key.Key_Return)
        await until(lambda: page.scope.workstation == page.clients.model.rows()[0].workstation)
        await until(lambda: "Programs now: 1 " in over_time.now.text())  # type: ignore[attr-defined]  # the first tab is the chart's
        await turned_to(page, 1, len(fleet.WORKS))
        assert page.whole_fleet.isVisible()
        page.whole_fleet.click()
        await turned_to(page, 2, clients)

    loop.run(steps())


def test_each_figure_can_be_read_point_by_point(hospital: Hospital, office: Seat, loop: ClosingLoop) -> None:
    fleet.tell(hospital, 2, 5)
    fleet.call_one_patient(hospital, dt.timedelta(minutes=17))

    async def steps() -> None:
        page = await shown(office)
        over_time = page.pages[0]
        for place, key in enumerate(PICTURES):
            over_time.figure.setCurrentIndex(place)  # type: ignore[attr-defined]  # the first tab is the chart's
            await until(lambda: not over_time._loading.busy)
            assert over_time.figure.currentData() == key  # type: ignore[attr-defined]  # the first tab is the chart's
            chart = over_time.chart  # type: ignore[attr-defined]  # the first tab is the chart's
            QTest.keyClick(chart, Qt.Key.Key_Home)
            begins = "hms-desktop" if key == VERSIONS else "20"
            assert chart.read_out.text().startswith(begins), "the version or the moment is said first"

    loop.run(steps())


def test_every_screen_says_whether_it_lives(hospital: Hospital, office: Seat, loop: ClosingLoop) -> None:
    displays.screen(hospital, "Hall")
    check_in.machine(hospital, "Door")

    async def steps() -> None:
        page = await shown(office)
        await turned_to(page, 3, 2)
        model = page.pages[3].model  # type: ignore[attr-defined]  # this tab is a table
        assert model.cells(0).texts[:3] == ("Door", "at the entrance", "never seen yet")
        assert model.cells(1).texts[:3] == ("Hall", "in a waiting room", "never seen yet")

    loop.run(steps())


def test_what_is_told_meanwhile_appears_by_itself(hospital: Hospital, office: Seat, loop: ClosingLoop) -> None:
    async def steps() -> None:
        page = await shown(office)
        page.clients._ticks.setInterval(50)
        await turned_to(page, 2, 0)
        fleet.tell(hospital, 4, 1)
        await until(lambda: page.clients.model.rowCount() == 4)

    loop.run(steps())
