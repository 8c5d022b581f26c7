"""How the fleet does, as IT and the manager read it."""

import datetime as dt
from collections.abc import Iterator

import pytest

from hms_desktop.clinic.fleet import queries
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from tests.factories import fleet
from tests.hospital import Hospital

CLIENTS, MINUTES = 12, 30


@pytest.fixture(scope="module")
def told(shared_hospital: Hospital) -> Hospital:
    fleet.tell(shared_hospital, CLIENTS, MINUTES)
    return shared_hospital


@pytest.fixture
def desk(told: Hospital) -> Iterator[Database]:
    return told.database(told.person("manager"))


def test_over_time_the_fleet_is_the_sum_of_its_clients(desk: Database) -> None:
    points = desk.read_now(queries.over_time, minutes=60)
    assert MINUTES <= len(points) <= MINUTES + 2
    assert max(point.clients for point in points) == CLIENTS
    assert [point.at for point in points] == sorted(point.at for point in points)
    assert all(0 < point.p50 <= point.p95 <= point.p99 for point in points)
    assert sum(point.works for point in points) == MINUTES * sum(sum(fleet.row(n)["latency"]) for n in range(CLIENTS))


def test_a_long_time_is_told_in_no_more_points_than_a_screen_shows(desk: Database) -> None:
    day = desk.read_now(queries.over_time, minutes=1440)
    assert 0 < len(day) <= queries.MOST_POINTS
    hour = desk.read_now(queries.over_time, minutes=60)
    assert sum(point.works for point in day) == sum(point.works for point in hour)


def test_one_workstation_is_told_alone(desk: Database) -> None:
    (first, *_) = desk.read_now(queries.clients)
    points = desk.read_now(queries.over_time, minutes=60, workstation=first.workstation)
    assert len(points) == MINUTES
    works = desk.read_now(queries.slowest_works, minutes=60, workstation=first.workstation)
    assert {work.name for work in works} == set(fleet.WORKS)
    assert {work.calls for work in works} == {MINUTES * sum(fleet.row(0)["works"]["queue.board"]["counts"])}
    (alone,) = desk.read_now(queries.clients, workstation=first.workstation)
    assert (alone.workstation, alone.alive) == (first.workstation, True)


def test_works_are_ranked_by_the_time_that_they_took(desk: Database) -> None:
    works = desk.read_now(queries.slowest_works, minutes=60)
    assert [work.name for work in works] == list(reversed(fleet.WORKS))
    assert all(work.p50 <= work.p95 <= work.p99 for work in works)


def test_the_cache_is_told_by_query(desk: Database) -> None:
    ratios = {row.name: row.ratio for row in desk.read_now(queries.caches, minutes=60)}
    assert ratios["organisation.services"] > 0.95 > ratios["medicines.medicine_facts"]


def test_troubles_name_the_line_and_the_newest_comes_first(told: Hospital, desk: Database) -> None:
    crash = '{"program": "hms-desktop", "kind": "builtins.KeyError", "line": "hms_desktop.app.shell:1", "report": "AB"}'
    told.sql("SELECT hms.keep_crash(%s, 'pc-001')", crash)
    newest, stall = desk.read_now(queries.troubles, minutes=60)[:2]
    assert (newest.what, newest.report) == ("builtins.KeyError", "AB")
    assert (stall.what, stall.times, stall.longest_ms) == ("", MINUTES, 640)


def test_the_waits_of_who_was_called_are_told(hospital: Hospital) -> None:
    manager = hospital.database(hospital.person("manager"))
    assert manager.read_now(queries.waits, minutes=60) == ()
    fleet.call_one_patient(hospital, dt.timedelta(minutes=17))
    (told,) = manager.read_now(queries.waits, minutes=60)
    assert (told.called, round(told.p50), round(told.p95), round(told.longest)) == (1, 17, 17, 17)


def test_statements_are_told_where_the_server_counts_them(told: Hospital) -> None:
    """The view is what the extension's would be; the server of the tests does not load it."""
    assert told.database(told.person("admin")).read_now(queries.costly_statements) == ()
    with connect(told.superuser, application="test", autocommit=True) as owner:
        loaded = owner.execute("SHOW shared_preload_libraries").fetchone()
    assert loaded is not None
    assert "pg_stat_statements" not in loaded[0]


def test_who_is_neither_it_nor_manager_reads_nothing_of_the_fleet(told: Hospital) -> None:
    clerk = told.database(told.person("front_desk"))
    for query in (queries.over_time, queries.slowest_works, queries.caches, queries.troubles):
        with pytest.raises(Exception, match="duties"):
            clerk.read_now(query, minutes=60)
