"""Ordered reports: due when their day and time have come, made once, tried again, and never for who may not."""

import csv
import datetime as dt
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.reports import actions, runs
from hms_desktop.clinic.reports.actions import Order
from hms_desktop.core.errors import Refused
from tests.clinic.queue.desk import Desk
from tests.hospital import Hospital

MONDAY = dt.datetime(2026, 3, 2, 5, 0, tzinfo=dt.UTC)
DAILY = Order("Queue", "queue", {"period": "yesterday"}, "csv", "en", "day", 0, dt.time(6), "queue")


@pytest.fixture
def manager(hospital: Hospital) -> Desk:
    hospital.set_clock(MONDAY)
    return Desk(hospital.database(hospital.person("manager")))


def due(hospital: Hospital, folder: Path, at: dt.datetime) -> list[runs.Made]:
    hospital.set_clock(at)
    made: list[runs.Made] = []
    assert runs.run_due(hospital.database(), folder, lambda _session, one: made.append(one)) == len(made)
    return made


def test_a_daily_report_is_made_once_a_day_and_one_missed_day_is_made_up(
    hospital: Hospital, manager: Desk, tmp_path: Path
) -> None:
    manager.do(actions.save_schedule, order=DAILY)
    assert due(hospital, tmp_path, MONDAY) == []
    [made] = due(hospital, tmp_path, MONDAY + dt.timedelta(hours=1))
    assert sorted(file.name for file in made.files) == [
        "queue-2026-03-01-counters.csv",
        "queue-2026-03-01-lines.csv",
        "queue-2026-03-01-tickets.csv",
    ]
    assert all(file.parent == tmp_path / "queue" for file in made.files)
    with made.files[0].open(encoding="utf-8-sig", newline="") as file:
        assert next(csv.reader(file))[:2] == ["Service", "Hour"]
    assert due(hospital, tmp_path, MONDAY + dt.timedelta(hours=2)) == []
    [late] = due(hospital, tmp_path, MONDAY + dt.timedelta(days=3))
    assert late.files[0].name == "queue-2026-03-03-lines.csv", "that of Wednesday, the newest that is due"
    assert hospital.sql("SELECT DISTINCT name FROM hms.saved_lists") == [("report_queue",)]


def test_weeks_and_months_come_on_their_day(hospital: Hospital, manager: Desk, tmp_path: Path) -> None:
    weekly = Order("W", "expiry", {"period": "next_90_days"}, "pdf", "ar", "week", 3, dt.time(6))
    monthly = Order("M", "stock_value", {"period": "today"}, "xlsx", "fr", "month", 15, dt.time(6))
    for order in (weekly, monthly):
        manager.do(actions.save_schedule, order=order)
    came = [
        made.title for day in range(28) for made in due(hospital, tmp_path, MONDAY + dt.timedelta(days=day, hours=2))
    ]
    assert came == ["W", "W", "M", "W", "W"]
    assert len(list(tmp_path.glob("expiry-*.pdf"))) == 4


def test_two_workers_make_a_report_once_and_a_failed_one_is_tried_three_times(
    hospital: Hospital, manager: Desk, tmp_path: Path
) -> None:
    manager.do(actions.save_schedule, order=DAILY)
    hospital.set_clock(MONDAY + dt.timedelta(hours=2))
    one, other = hospital.database(), hospital.database()
    run = one.run_now(actions.begin_run)
    assert run is not None
    assert other.run_now(actions.begin_run) is None
    assert one.run_now(actions.end_run, run=run, rows=0, files=(), code="disk")
    assert not one.run_now(actions.end_run, run=run, rows=0, files=())
    (tmp_path / "queue").write_text("a file stands where the folder should be")
    assert due(hospital, tmp_path, MONDAY + dt.timedelta(hours=2, minutes=5)) == []
    for attempt in (2, 3):
        due(hospital, tmp_path, MONDAY + dt.timedelta(hours=2 + attempt))
        states = hospital.sql("SELECT attempt, state, code FROM hms.report_runs")
        assert states == [(attempt, "failed", "FileExistsError")]
    due(hospital, tmp_path, MONDAY + dt.timedelta(hours=9))
    assert hospital.sql("SELECT attempt FROM hms.report_runs") == [(3,)]


def test_a_run_ends_together_with_what_is_to_be_sent_of_it(hospital: Hospital, manager: Desk, tmp_path: Path) -> None:
    manager.do(actions.save_schedule, order=DAILY)
    hospital.set_clock(MONDAY + dt.timedelta(hours=2))

    def cut_off(session: Session, made: runs.Made) -> None:
        session.execute(sa.text("SELECT hms.write_notice('report', '{}', gen_random_uuid(), '{a@b.example}')"))
        raise ConnectionAbortedError

    with pytest.raises(ConnectionAbortedError):
        runs.run_due(hospital.database(), tmp_path, cut_off)
    assert hospital.sql("SELECT state FROM hms.report_runs") == [("running",)], "it will be made again"
    assert hospital.sql("SELECT count(*) FROM hms.outbox") == [(0,)]
    [again] = due(hospital, tmp_path, MONDAY + dt.timedelta(hours=4))
    assert again.title == "Queue"


def test_nobody_gets_a_report_that_they_may_no_longer_take(hospital: Hospital, manager: Desk, tmp_path: Path) -> None:
    manager.do(actions.save_schedule, order=DAILY)
    hospital.sql("SET session_replication_role = replica")
    hospital.sql("UPDATE hms.people SET duties = '{front_desk}' WHERE 'manager' = ANY (duties)")
    hospital.sql("SET session_replication_role = origin")
    assert due(hospital, tmp_path, MONDAY + dt.timedelta(hours=2)) == []


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"recipients": ("a@b.example, c",)}, "not an e-mail address"),
        ({"recipients": ("a@b.example",) * 21}, "20 addresses"),
        ({"report": "controlled", "recipients": ("a@b.example",)}, "names patients"),
        ({"folder": "../etc"}, "one plain name"),
        ({"on_day": 3}, "on_day"),
        ({"title": " "}, "name is missing"),
    ],
)
def test_an_order_that_cannot_be_is_refused(manager: Desk, change: dict[str, object], sentence: str) -> None:
    with pytest.raises(Refused, match=sentence):
        manager.do(actions.save_schedule, order=Order(**{**vars(DAILY), **change}))
