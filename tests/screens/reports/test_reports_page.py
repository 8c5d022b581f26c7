"""The page of reports by keyboard: choose, narrow, read, save; and the manager's page of ordered reports."""

import datetime as dt
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from hms_desktop.clinic.reports import actions, queries, runs
from hms_desktop.screens.reports.orders import OrdersPage
from hms_desktop.screens.reports.page import OWN_DAYS, ReportsPage
from hms_desktop.widgets.theme import Theme
from tests.clinic.queue.desk import Desk
from tests.factories import queue
from tests.hospital import Hospital
from tests.screens.conftest import MORNING, ClosingLoop
from tests.screens.desks import Seat, press, type_text
from tests.screens.reports.test_today_page import busy
from tests.waiting import until


def cells(page: ReportsPage, row: int) -> list[str]:
    model = page.table.columns_model()
    return [str(model.index(row, column).data()) for column in range(model.columnCount())]


def test_long_names_of_services_do_not_make_the_page_wider_than_a_small_screen(
    hospital: Hospital, house: queue.House, loop: ClosingLoop, sit: Callable[..., Seat]
) -> None:
    hospital.sql("UPDATE hms.services SET name = name || repeat(' with a long name', 6)")
    hospital.sql("UPDATE hms.departments SET name = name || repeat(' with a long name', 6)")

    async def walk() -> None:
        seat = sit("Counter 1", "front_desk")
        page = ReportsPage(seat.desk)
        seat.show(page)
        await until(lambda: page.service.count() > 1, "the services were offered")
        page.service.setCurrentIndex(1)
        assert page.minimumSizeHint().width() <= 1366 - Theme.current().width["rail"]
        assert page.first.width() > page.first.fontMetrics().horizontalAdvance("2026-11-23") + 40
        page.service.showPopup()
        assert page.service.view().width() > page.service.width(), "its list shows them whole"
        page.service.hidePopup()

    loop.run(walk())


def test_a_report_is_chosen_narrowed_and_read_by_keyboard(
    hospital: Hospital, house: queue.House, loop: ClosingLoop, sit: Callable[..., Seat]
) -> None:
    busy(hospital, house, Desk(hospital.database(hospital.person("front_desk"))))

    async def walk() -> None:
        seat = sit("Counter 1", "front_desk")
        page = ReportsPage(seat.desk)
        seat.show(page)
        await until(lambda: page.report is not None, "the first report was read")
        assert [kind.key for kind in page.kinds.rows()] == ["queue", "registrations", "appointments"]
        assert page.report is not None
        assert page.report.parameters.first == MORNING.date()
        page.period.setFocus()
        page.period.setCurrentIndex(page.period.findData("yesterday"))
        press(Qt.Key.Key_F8)
        await until(lambda: page.table.columns_model().rowCount() == 0, "yesterday was read")
        page.period.setCurrentIndex(page.period.findData("today"))
        press(Qt.Key.Key_F8)
        await until(lambda: page.table.columns_model().rowCount() == 3, "today was read")
        assert cells(page, 0)[:4] == ["All", "All", "6", "3"]
        assert cells(page, 2)[:2] == ["Service A", "10:00"]
        page.last.setFocus()
        press(Qt.Key.Key_Up)
        assert page.period.currentData() == OWN_DAYS
        page.list.setFocus()
        press(Qt.Key.Key_Down)
        await until(lambda: page.report is not None and page.report.kind == "registrations", "the next was read")
        assert page.service.isHidden()
        assert page.section.isHidden()

    loop.run(walk())


@pytest.mark.parametrize("ending", ["pdf", "csv"])
def test_a_report_is_saved_and_noted_before_its_file_stands(
    hospital: Hospital,
    house: queue.House,
    loop: ClosingLoop,
    sit: Callable[..., Seat],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ending: str,
) -> None:
    file = tmp_path / f"queue.{ending}"
    hospital.sql("UPDATE hms.services SET name = '=HYPERLINK(1)', version = version WHERE id = %s", house.services["A"])
    busy(hospital, house, Desk(hospital.database(hospital.person("front_desk"))))

    async def walk() -> None:
        seat = sit("Counter 1", "front_desk")
        page = ReportsPage(seat.desk)
        seat.show(page)
        await until(lambda: page.report is not None, "the first report was read")
        await until(lambda: page.table.columns_model().rowCount() == 3, "today was read")

        async def chosen(_report: queries.Report) -> Path:
            assert hospital.sql("SELECT count(*) FROM hms.saved_lists") == [(0,)]
            return file

        monkeypatch.setattr(page, "_chosen_file", chosen)
        page.file_button.click()
        await until(file.exists, "the file stands")
        await until(lambda: "queue" in seat.said(), "it was said")

    loop.run(walk())
    name, rows = hospital.sql("SELECT name, rows_saved FROM hms.saved_lists ORDER BY id LIMIT 1")[0]
    assert name == "report_queue"
    assert rows >= 3
    if ending == "csv":
        assert "'=HYPERLINK(1)" in file.read_text("utf-8-sig")
    else:
        assert file.read_bytes().startswith(b"%PDF")


def test_the_file_is_asked_for_with_its_three_kinds(
    house: queue.House, loop: ClosingLoop, sit: Callable[..., Seat]
) -> None:
    async def walk() -> None:
        seat = sit("Counter 1", "front_desk")
        page = ReportsPage(seat.desk)
        seat.show(page)
        await until(lambda: page.report is not None, "the first report was read")
        page.file_button.click()
        await until(lambda: bool(page.findChildren(QFileDialog)), "the dialog stands")
        [dialog] = page.findChildren(QFileDialog)
        assert [name[-6:-1] for name in dialog.nameFilters()] == ["*.pdf", ".xlsx", "*.csv"]
        dialog.reject()
        await until(lambda: not page._saving.busy, "the dialog is gone")

    loop.run(walk())


def test_a_manager_orders_a_report_and_sees_what_came_of_it(
    hospital: Hospital, house: queue.House, loop: ClosingLoop, sit: Callable[..., Seat], tmp_path: Path
) -> None:
    async def walk() -> None:
        seat = sit("Counter 1", "manager")
        page = OrdersPage(seat.desk)
        seat.show(page)
        await until(lambda: page.begun, "the orders were read")
        page.form.field("title").setFocus()
        type_text("Yesterday's queue")
        page.put({"report": "controlled", "recipients": "a@b.example", "at_time": dt.time(10, 5)})
        page.save_button.click()
        said = page.form.field("recipients").accessibleDescription
        await until(lambda: "names patients" in said(), "it was refused")
        page.put({"report": "queue", "recipients": "not an address"})
        page.save_button.click()
        await until(lambda: "not an e-mail address" in said(), "it was refused")
        page.put({"recipients": "a@b.example, c@d.example"})
        page.save_button.click()
        await until(lambda: page.model.rowCount() == 1, "the order stands")
        assert page.model.rows()[0].recipients == ["a@b.example", "c@d.example"]
        await until(lambda: seat.live.up, "the seat hears knocks")
        hospital.set_clock(MORNING + dt.timedelta(minutes=10))
        written: list[runs.Made] = []
        assert runs.run_due(hospital.database(), tmp_path, lambda _session, made: written.append(made)) == 1
        assert written[0].recipients == ("a@b.example", "c@d.example")
        await until(lambda: page.model.rows()[0].run_state == "done", "the run is shown")
        page.put({"active": False})
        page.save_button.click()
        await until(lambda: not page.model.rows()[0].active, "the order rests")

    loop.run(walk())


def test_every_order_that_can_be_typed_is_kept_as_it_was_typed(hospital: Hospital) -> None:
    manager = hospital.database(hospital.person("manager"))
    order = actions.Order(
        "Stock", "stock_value", {"period": "today"}, "xlsx", "hi", "month", 28, dt.time(23, 59), "pharmacy"
    )
    Desk(manager).do(actions.save_schedule, order=order)
    [kept] = Desk(manager).see(queries.schedules)
    assert (kept.title, kept.report, kept.parameters, kept.format, kept.language) == (
        "Stock",
        "stock_value",
        {"period": "today"},
        "xlsx",
        "hi",
    )
    assert (kept.every, kept.on_day, kept.at_time, kept.folder) == ("month", 28, dt.time(23, 59), "pharmacy")
