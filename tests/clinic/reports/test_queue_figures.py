"""The report of the queue equals a plain recomputation from calls and segments, over days lived by chance."""

import datetime as dt
import math
import runpy
from collections import defaultdict
from typing import Any

import pytest

from hms_desktop.clinic.queue.actions import close_day
from hms_desktop.clinic.reports import actions, queries
from hms_desktop.clinic.reports.queries import Parameters, Report
from hms_desktop.core.places import migrations
from tests.clinic.queue.desk import Day
from tests.clinic.reports.lived import Stood, live, stood
from tests.clinic.reports.test_today import PLACES, opened
from tests.hospital import Hospital

ALWAYS = Parameters(dt.date(2026, 1, 1), dt.date(2026, 12, 31))


def ask(day: Day, parameters: Parameters = ALWAYS) -> Report:
    return day.desk("manager").see(queries.report, kind="queue", parameters=parameters)


def rows_of(report: Report, section: str) -> list[dict[str, Any]]:
    answer = next(one for one in report.answers if one.section.key == section)
    keys = [field.key for field in answer.section.fields]
    return [dict(zip(keys, row, strict=True)) for row in answer.rows]


def share_within(waits: list[float], share: float) -> int | None:
    """The whole minutes within which that share of the waits lies."""
    if not waits:
        return None
    ordered = sorted(waits)
    return math.floor(ordered[math.ceil(share * len(ordered)) - 1] / 60)


def agree(row: dict[str, Any], waits: list[float]) -> None:
    assert row["called"] == len(waits)
    assert row["median"] == share_within(waits, 0.5)
    assert row["ninetieth"] == share_within(waits, 0.9)
    assert row["longest"] == max(waits, default=None)
    assert row["mean"] == (pytest.approx(sum(waits) / len(waits)) if waits else None)


@pytest.mark.parametrize(("zone", "starts", "at"), PLACES, ids=[place[0] for place in PLACES])
def test_every_figure_of_the_queue_equals_a_plain_recomputation(
    hospital: Hospital, zone: str, starts: str, at: dt.datetime
) -> None:
    day = opened(hospital, zone, starts, at)
    live(day, 1, 70, ends=True)
    day.passes(hours=26)
    live(day, 2, 50)
    names = dict(hospital.sql("SELECT id, name FROM hms.services"))
    lines, report = stood(hospital), ask(day)
    compare_lines(rows_of(report, "lines"), lines, names)
    compare_tickets(rows_of(report, "tickets"), lines, names)
    compare_counters(rows_of(report, "counters"), lines, hospital)
    [(today,)] = hospital.sql("SELECT hms.business_date()")
    here = [line for line in lines if line.date == today]
    compare_lines(rows_of(ask(day, Parameters(today, today)), "lines"), here, names)


def compare_lines(rows: list[dict[str, Any]], lines: list[Stood], names: dict[int, str]) -> None:
    groups: dict[tuple[str | None, int | None], list[Stood]] = defaultdict(list)
    for line in lines:
        name = names[line.service]
        for key in ((None, None), (name, None), (name, line.entered_hour)):
            groups[key].append(line)
    assert {(row["service"], row["hour"]) for row in rows} == set(groups)
    for row in rows:
        group = groups[row["service"], row["hour"]]
        agree(row, [line.waited for line in group if line.waited is not None])
        assert row["joined"] == len(group)
        ended = {"served": "done", "sent_on": "transferred", "no_shows": "no_show"}
        ended |= {"cancelled": "cancelled", "not_served": "not_served"}
        for column, state in ended.items():
            assert row[column] == sum(line.state == state for line in group), column
        assert row["still_open"] == sum(line.state in ("waiting", "called", "serving") for line in group)


def compare_tickets(rows: list[dict[str, Any]], lines: list[Stood], names: dict[int, str]) -> None:
    tickets: dict[int, list[Stood]] = defaultdict(list)
    for line in lines:
        tickets[line.ticket].append(line)
    groups: dict[str | None, list[list[Stood]]] = defaultdict(list)
    for whole in tickets.values():
        for key in (None, names[min(whole, key=lambda line: line.ordinal).service]):
            groups[key].append(whole)
    assert {row["service"] for row in rows} == set(groups)
    for row in rows:
        group = groups[row["service"]]
        waits = [[line.waited for line in whole if line.waited is not None] for whole in group]
        agree(row, [sum(found) for found in waits if found])
        visits = [
            (max(line.closed for line in whole if line.closed) - min(line.entered for line in whole)).total_seconds()
            for whole in group
            if all(line.closed for line in whole)
        ]
        assert (row["tickets"], row["lines"]) == (len(group), sum(map(len, group)))
        assert row["visit"] == (pytest.approx(sum(visits) / len(visits)) if visits else None)


def compare_counters(rows: list[dict[str, Any]], lines: list[Stood], hospital: Hospital) -> None:
    names = dict(hospital.sql("SELECT id, name FROM hms.rooms"))
    called = {number for (number,) in hospital.sql("SELECT ticket_id FROM hms.segments WHERE called_at IS NOT NULL")}
    at = [line for line in lines if line.room is not None and line.ticket in called]
    for row in rows:
        group = [line for line in at if names[line.room or 0] == row["room"]]
        assert row["served"] == sum(line.state == "done" for line in group)
        assert row["no_shows"] == sum(line.state == "no_show" for line in group)
        assert row["days"] == len({line.date for line in group})


def test_a_report_may_be_of_one_service_one_department_or_of_nothing(hospital: Hospital) -> None:
    day = opened(hospital, *PLACES[0])
    empty = ask(day)
    assert [len(answer.rows) for answer in empty.answers] == [0, 0, 0]
    live(day, 3, 50)
    service = day.house.services["B"]
    narrowed = ask(day, Parameters(ALWAYS.first, ALWAYS.last, service=service))
    assert {row["service"] for row in rows_of(narrowed, "lines")} == {None, "Service B"}
    assert narrowed.narrowed == ("Service B",)
    nowhere = ask(day, Parameters(ALWAYS.first, ALWAYS.last, department=10_000))
    assert nowhere.rows == 0


def test_kept_days_say_what_the_lines_themselves_said(hospital: Hospital) -> None:
    day = opened(hospital, *PLACES[1])
    live(day, 4, 60, ends=True)
    day.passes(hours=24)
    live(day, 5, 60)
    worker = hospital.database()
    assert worker.run_now(actions.keep_daily_figures) == 1
    day.passes(hours=48)
    assert worker.run_now(actions.keep_daily_figures) == 0, "somebody still stands open"
    manager = day.desk("manager")
    manager.do(close_day, business_date=hospital.sql("SELECT hms.business_date()")[0][0])
    hospital.sql("SET session_replication_role = replica")
    for table in ("kept_days", "line_days", "ticket_days", "counter_days", "activity_days"):
        hospital.sql(f"DELETE FROM hms.{table}")
    hospital.sql("SET session_replication_role = origin")
    before = ask(day)
    assert worker.run_now(actions.keep_daily_figures) == 3
    after = ask(day)
    sums = ("mean", "visit", "busy")
    for section in ("lines", "tickets", "counters"):
        kept, counted = rows_of(after, section), rows_of(before, section)
        assert [{**row, **dict.fromkeys(sums)} for row in kept] == [{**row, **dict.fromkeys(sums)} for row in counted]
        for figure in sums:
            assert [row.get(figure) for row in kept] == pytest.approx([row.get(figure) for row in counted], nan_ok=True)
    [(figures,)] = hospital.sql("SELECT sum(lines) FROM hms.line_days")
    assert figures == rows_of(after, "lines")[0]["joined"]
    [(called,)] = hospital.sql("SELECT sum(called) FROM hms.counter_days")
    assert called == sum(row["called"] for row in rows_of(after, "counters")) > 0


def test_the_upgrade_makes_good_what_counters_did_on_days_kept_before(hospital: Hospital) -> None:
    day = opened(hospital, *PLACES[1])
    live(day, 4, 60, ends=True)
    day.passes(hours=48)
    assert hospital.database().run_now(actions.keep_daily_figures) >= 1
    kept = hospital.sql("SELECT * FROM hms.counter_days ORDER BY 1, 2, 3")
    assert kept
    upgrade = hospital.connection()
    with upgrade.transaction(force_rollback=True):
        upgrade.execute("SET LOCAL session_replication_role = replica")
        upgrade.execute("DELETE FROM hms.counter_days")
        upgrade.execute(runpy.run_path(str(migrations() / "versions" / "0034_counter_days.py"))["_KEPT_BEFORE"])
        assert upgrade.execute("SELECT * FROM hms.counter_days ORDER BY 1, 2, 3").fetchall() == kept
