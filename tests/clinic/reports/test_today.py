"""Each figure of today equals its plain recomputation, whatever was done at the desks."""

import datetime as dt

import pytest

from hms_desktop.clinic.reports.today import Today, today
from tests.clinic.queue.desk import Day
from tests.clinic.reports.lived import Stood, live, median, stood
from tests.factories import queue
from tests.hospital import Hospital

PLACES = [
    ("UTC", "00:00", dt.datetime(2026, 3, 2, 9, tzinfo=dt.UTC)),
    ("Europe/Berlin", "00:00", dt.datetime(2026, 3, 29, 0, 30, tzinfo=dt.UTC)),  # clocks go forward at 01:00 UTC
    ("America/New_York", "00:00", dt.datetime(2026, 11, 1, 5, 30, tzinfo=dt.UTC)),  # and back at 06:00 UTC
    ("Asia/Kolkata", "04:00", dt.datetime(2026, 3, 2, 17, 0, tzinfo=dt.UTC)),  # a night clinic, over midnight
]


def opened(hospital: Hospital, zone: str, starts: str, at: dt.datetime) -> Day:
    """A house in that place, at that moment."""
    hospital.sql("UPDATE hms.facility SET time_zone = %s, day_starts_at = %s, version = version", zone, starts)
    hospital.set_clock(at)
    day = Day(hospital, queue.house(hospital, ("A", "B"), {"Counter 1": ("A", "B"), "Counter 2": ("A",)}), 1)
    day.set(at)
    return day


@pytest.mark.parametrize(("zone", "starts", "at"), PLACES, ids=[place[0] for place in PLACES])
def test_the_figures_of_today_equal_a_plain_recomputation(
    hospital: Hospital, zone: str, starts: str, at: dt.datetime
) -> None:
    day = opened(hospital, zone, starts, at)
    for seed in range(2):
        live(day, seed, 60)
        compare(day.clerk.see(today), hospital, day.now)
    done = {verb for (verb,) in hospital.sql("SELECT DISTINCT verb FROM hms.segment_changes")}
    assert done >= {"call", "finish", "no_show", "put_back", "transfer", "undo"}


def compare(shown: Today, hospital: Hospital, now: dt.datetime) -> None:
    [(date,)] = hospital.sql("SELECT hms.business_date()")
    lines = [line for line in stood(hospital) if line.date == date]
    waiting = [(now - line.entered).total_seconds() for line in lines if line.state == "waiting"]
    assert shown.business_date == date
    assert shown.waiting == len(waiting)
    assert shown.longest == max(waiting, default=None)
    assert shown.arrived == sum(line.ordinal == 1 for line in lines)
    assert shown.at_rooms == sum(line.state in ("called", "serving") for line in lines)
    assert (shown.served, shown.no_shows) == (count(lines, "done"), count(lines, "no_show"))
    assert shown.median == median([line.waited for line in lines if line.waited is not None])
    for hour in shown.hours:
        here = [line for line in lines if line.entered_hour == hour.hour]
        waits = [line.waited for line in here if line.waited is not None]
        assert hour.arrived == sum(line.ordinal == 1 for line in here)
        assert hour.served == sum(line.state == "done" and line.closed_hour == hour.hour for line in lines)
        assert (hour.median, hour.longest) == (median(waits), max(waits, default=None))
    assert sum(hour.arrived for hour in shown.hours) == shown.arrived
    assert sum(service.served for service in shown.services) == shown.served
    [(patients, active)] = hospital.sql(
        "SELECT (SELECT count(*) FROM hms.patients), (SELECT count(DISTINCT patient_id) FROM hms.tickets)"
    )
    assert (shown.patients, shown.active) == (patients, active)


def count(lines: list[Stood], state: str) -> int:
    return sum(line.state == state for line in lines)


def test_patients_count_when_they_were_seen_or_registered_in_the_last_thirty_days(hospital: Hospital) -> None:
    day = opened(hospital, *PLACES[0])
    day.arrives()
    day.passes(days=29)
    shown = day.clerk.see(today)
    assert (shown.patients, shown.active, shown.new) == (1, 1, 1)
    day.passes(days=1)
    shown = day.clerk.see(today)
    assert (shown.patients, shown.active, shown.new) == (1, 0, 0)


def test_a_merged_record_counts_once_and_a_restricted_one_too(hospital: Hospital) -> None:
    day = opened(hospital, *PLACES[0])
    kept, gone = queue.patients(hospital, 2)
    hospital.sql("UPDATE hms.patients SET restricted = true WHERE id = %s", kept)
    hospital.sql("SET session_replication_role = replica")
    hospital.sql("UPDATE hms.patients SET merged_into = %s WHERE id = %s", kept, gone)
    hospital.sql("SET session_replication_role = origin")
    shown = day.clerk.see(today)
    assert (shown.patients, shown.new) == (2, 2)
