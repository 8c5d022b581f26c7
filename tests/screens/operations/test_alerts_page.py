"""The Alerts page: the worst first, looked after by somebody, over by itself; limits typed and refused at the field."""

import sys

import pytest

from hms_desktop.clinic.operations.queries_alerts import WARNING
from hms_desktop.screens.operations.page import AlertsPage
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, tell_errors, until


@pytest.fixture
def admin(hospital: Hospital, loop: ClosingLoop, monkeypatch: pytest.MonkeyPatch) -> Seat:
    made = Seat(hospital, hospital.person("admin", name="Ada Admin"), None, "admin")
    loop.seats.append(made)
    monkeypatch.setattr(sys, "excepthook", tell_errors(made))
    return made


def weigh(hospital: Hospital, *told: str) -> None:
    hospital.sql(f"SELECT hms.weigh('[{','.join(told)}]')")


OLD = '{"figure": "backup_hours", "subject": "", "value": 30}'
FULL = '{"figure": "disk_percent", "subject": "desk-7", "value": 99}'


def test_the_worst_stands_first_is_looked_after_and_is_over_by_itself(
    hospital: Hospital, admin: Seat, loop: ClosingLoop
) -> None:
    weigh(hospital, OLD, FULL)

    async def story() -> None:
        page = AlertsPage(admin.desk)
        admin.show(page)
        model, table = page.alerts.model, page.alerts.table
        await until(lambda: model.rowCount() == 2)
        assert [model.row(place).name for place in (0, 1)] == ["disk", "old_backup"]  # type: ignore[union-attr]  # two rows
        table.choose(0)
        page.alerts.acknowledge.click()
        await until(lambda: bool((row := model.row(0)) and row.acknowledged_by == "Ada Admin"))
        weigh(hospital, OLD)
        await until(lambda: bool((row := model.row(0)) and row.level == WARNING and row.resolved_at is None))
        over = model.row(1)
        assert over is not None
        assert over.resolved_at is not None

    loop.run(story())


def test_a_limit_is_changed_and_a_senseless_one_stays_in_the_form(
    hospital: Hospital, admin: Seat, loop: ClosingLoop
) -> None:
    async def story() -> None:
        page = AlertsPage(admin.desk)
        admin.show(page)
        limits = page.limits
        assert limits is not None
        page.tabs.setCurrentWidget(limits)
        await until(lambda: limits.begun)
        place = next(n for n in range(limits.model.rowCount()) if limits.model.row(n).name == "old_backup")
        limits.table.choose(place)
        limits.put({"warning": "60"})
        limits.save_button.click()
        await until(
            lambda: "beyond" in limits.form.field("warning").accessibleDescription() or "beyond" in admin.said()
        )
        limits.put({"warning": "12,5"})
        limits.save_button.click()
        await until(lambda: hospital.sql("SELECT warning FROM hms.alert_rules WHERE name = 'old_backup'") == [(12.5,)])

    loop.run(story())


def test_who_manages_sees_what_is_wrong_but_sets_no_limits(hospital: Hospital, loop: ClosingLoop) -> None:
    manager = Seat(hospital, hospital.person("manager"), None, "manager")
    loop.seats.append(manager)

    async def story() -> None:
        page = AlertsPage(manager.desk)
        manager.show(page)
        assert page.limits is None
        await until(lambda: not page.alerts.stale)
        assert page.tabs.count() == 1

    loop.run(story())
