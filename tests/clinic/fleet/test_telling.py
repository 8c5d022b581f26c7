"""What the server takes of what programs tell of themselves, and what it makes of it by itself."""

import json
from typing import Any

import psycopg
import pytest
import sqlalchemy as sa

from hms_desktop.clinic.displays import actions_telling as screens
from hms_desktop.clinic.fleet import actions
from hms_desktop.clinic.fleet.telling import telling
from hms_desktop.core import histogram
from hms_desktop.core.connecting import connect
from hms_desktop.core.crashes import Crash
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from hms_desktop.core.telemetry import Telemetry
from hms_desktop.core.telling import row_of
from hms_desktop.core.vitals import Vital
from tests.factories import displays
from tests.hospital import Hospital
from tests.waiting import wait_until

VITAL = Vital(memory_mb=210, cpu_percent=0.25, memory_percent=41.5, disk_percent=63)


def a_row(*milliseconds: float, **more: Any) -> dict[str, Any]:
    """A minute in which `queue.board` was read in so many milliseconds, and some of the cache."""
    telemetry = Telemetry()
    minute = telemetry.take()
    for one in milliseconds:
        minute.timing("queue.board").note(one, failed=False)
    telemetry.put_back(minute)
    telemetry.note_cached("organisation", hit=True)
    telemetry.note_cached("organisation", hit=False)
    return row_of(telemetry.take(), VITAL) | {"program": "hms-desktop", "version": "1.0"} | more


def test_a_minute_is_kept_with_who_and_where_as_the_server_knows_it(hospital: Hospital) -> None:
    clerk = hospital.person("front_desk")
    told = a_row(3, 40, 900, person="somebody.else", workstation="another", at="2020-01-01")
    assert hospital.database(clerk).run_now(actions.tell_telemetry, row=told)
    ((person, place, program, works, hits, memory, cpu, counts),) = hospital.sql(
        "SELECT person, workstation, program, works, cache_hits, memory_mb, cpu_percent, latency FROM hms.telemetry"
    )
    assert (person, program, works, hits, memory, cpu) == (clerk.user, "hms-desktop", 3, 1, 210, 0.25)
    assert place.startswith("test-pc")
    assert counts == told["latency"]


def test_what_the_fleet_told_is_summed_by_minute_by_work_and_by_what_was_cached(hospital: Hospital) -> None:
    rows = [a_row(3, 40), a_row(900)]
    for row in rows:
        assert hospital.database(hospital.person("front_desk")).run_now(actions.tell_telemetry, row=row)
    ((clients, works),) = hospital.sql("SELECT sum(clients), sum(works) FROM hms.fleet_minutes")
    assert (clients, works) == (2, 3)
    assert hospital.sql("SELECT name, sum(calls) FROM hms.fleet_works GROUP BY name") == [("queue.board", 3)]
    assert hospital.sql("SELECT tag, sum(hits), sum(misses) FROM hms.fleet_caches GROUP BY tag") == [
        ("organisation", 2, 2)
    ]
    expected = histogram.added(row["latency"] for row in rows)
    (counts,) = hospital.sql(
        "SELECT array_agg(n) FROM (SELECT sum(c) AS n FROM hms.fleet_works, "
        "unnest(latency) WITH ORDINALITY u (c, place) GROUP BY place ORDER BY place) s"
    )
    assert [int(count) for count in counts[0]] == expected


def test_who_tells_too_often_is_not_heard(hospital: Hospital) -> None:
    desk = hospital.database(hospital.person("front_desk"))
    assert desk.run_now(actions.tell_telemetry, row=a_row(1))
    assert not desk.run_now(actions.tell_telemetry, row=a_row(1))
    assert desk.run_now(actions.tell_telemetry, row=a_row(1, program="hms-admin"))
    assert hospital.sql("SELECT count(*) FROM hms.telemetry") == [(2,)]


@pytest.mark.parametrize(
    "wrong",
    [
        {"program": "evil"},
        {"program": None},
        {"latency": [1, 2]},
        {"latency": [-1] * histogram.BUCKETS},
        {"latency": "x"},
        {"padding": "x" * 20_000},
    ],
)
def test_a_row_that_is_none_is_refused(hospital: Hospital, wrong: dict[str, Any]) -> None:
    with pytest.raises(Refused) as refused:
        hospital.database(hospital.person("store")).run_now(actions.tell_telemetry, row=a_row(1) | wrong)
    assert refused.value.code == "telemetry.form"


def test_nonsense_within_a_row_is_left_out_and_numbers_stay_within_what_they_can_mean(hospital: Hospital) -> None:
    row = a_row(1, memory_percent=900, stalls="many", line_ms=-4)
    row["works"]["Robert'); DROP TABLE"] = row["works"]["queue.board"]
    row["caches"]["x" * 200] = {"hits": 5, "misses": 5}
    assert hospital.database(hospital.person("store")).run_now(actions.tell_telemetry, row=row)
    ((memory, stalls, line, works, caches),) = hospital.sql(
        "SELECT memory_percent, stalls, line_ms, detail -> 'works', detail -> 'caches' FROM hms.telemetry"
    )
    assert (memory, stalls, line) == (100, 0, 0)
    assert works.keys() == {"queue.board"}
    assert caches.keys() == {"organisation"}


def test_a_screen_tells_through_its_own_function_and_through_no_other(hospital: Hospital) -> None:
    kiosk = displays.screen(hospital)
    database = hospital.database(kiosk)
    assert database.run_now(screens.tell_telemetry, row=a_row(1, program="hms-kiosk"))
    crash = Crash("builtins.KeyError", "display_kiosk.feed:12", "1.0")
    assert database.run_now(screens.tell_crash, program="hms-kiosk", crash=crash)
    assert hospital.sql("SELECT person FROM hms.telemetry UNION ALL SELECT person FROM hms.crashes") == [
        (kiosk.user,),
        (kiosk.user,),
    ]
    with pytest.raises(Refused):
        database.run_now(actions.tell_telemetry, row=a_row(1))
    with connect(kiosk, application="psql", autocommit=True) as psql, pytest.raises(psycopg.Error):
        psql.execute("SELECT * FROM hms.telemetry")


def test_a_login_without_a_screen_cannot_use_the_screens_function(hospital: Hospital) -> None:
    with pytest.raises(Refused):
        hospital.database(hospital.person("admin")).run_now(screens.tell_telemetry, row=a_row(1))


def test_crashes_of_one_login_end_at_twenty_an_hour(hospital: Hospital) -> None:
    desk = hospital.database(hospital.person("cashier"))
    crash = Crash("builtins.KeyError", "hms_desktop.screens.queue.page:12", "1.0", "AB12CD")
    kept = [desk.run_now(actions.tell_crash, program="hms-desktop", crash=crash) for _ in range(22)]
    assert kept == [True] * 20 + [False] * 2
    assert hospital.sql("SELECT DISTINCT kind, line, report FROM hms.crashes") == [
        ("builtins.KeyError", "hms_desktop.screens.queue.page:12", "AB12CD")
    ]


def test_a_crash_that_would_carry_words_is_refused(hospital: Hospital) -> None:
    crash = Crash("builtins.KeyError", "patient Nguyễn Thị Hoa", "1.0")
    with pytest.raises(Refused):
        hospital.database(hospital.person("cashier")).run_now(actions.tell_crash, program="hms-desktop", crash=crash)


def test_a_month_that_nobody_opened_opens_with_the_first_word(hospital: Hospital) -> None:
    for (part,) in hospital.sql(
        "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'hms.telemetry'::regclass"
    ):
        hospital.sql(f"DROP TABLE {part}")
    assert hospital.database(hospital.person("store")).run_now(actions.tell_telemetry, row=a_row(1))


@pytest.mark.parametrize("share", [0, 0.5, 0.95, 0.99, 1])
def test_the_server_reads_buckets_as_the_programs_do(hospital: Hospital, share: float) -> None:
    for values in ([], [1], [0.2, 4, 4, 30, 31, 700], [20_000], [5, 20_000]):
        counts = a_row(*values)["latency"]
        ((said,),) = hospital.sql("SELECT hms.latency_quantile(%s::bigint[], %s::numeric)", counts, share)
        assert float(said) == pytest.approx(histogram.quantile(counts, share))
    assert hospital.sql("SELECT hms.latency_bounds()") == [(list(histogram.BOUNDS_MS),)]


def test_old_sums_go_and_new_ones_stay(hospital: Hospital) -> None:
    hospital.database(hospital.person("store")).run_now(actions.tell_telemetry, row=a_row(1))
    hospital.sql(
        "INSERT INTO hms.fleet_minutes SELECT at - interval '14 months', clients, works, failed, statements, "
        "pool_checkouts, pool_opened, pool_waits, pool_wait_ms, lost, stalls, cache_hits, cache_misses, latency "
        "FROM hms.fleet_minutes"
    )
    assert hospital.sql("SELECT hms.prune_fleet()") == [(1,)]
    assert hospital.sql("SELECT count(*) FROM hms.fleet_minutes") == [(1,)]


def test_a_program_without_a_window_tells_by_itself(hospital: Hospital, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("hms_desktop.core.telling.FIRST_SECONDS", 0.0)
    server = hospital.person("admin")
    with telling(server, program="hms-admin", version="1.0", workstation="server") as telemetry:
        hospital.database(server, telemetry=telemetry).read_now(lambda _session: None)
        wait_until(lambda: hospital.sql("SELECT program FROM hms.telemetry") == [("hms-admin",)])


def test_statements_are_told_where_the_server_counts_them_and_otherwise_none(hospital: Hospital) -> None:
    with connect(hospital.person("admin"), application="psql", autocommit=True) as psql:
        assert psql.execute("SELECT * FROM hms.costly_statements(10)").fetchall() == []


def test_what_is_told_holds_no_name_and_no_value(hospital: Hospital) -> None:
    telemetry = Telemetry()
    database: Database = hospital.database(hospital.person("front_desk"), telemetry=telemetry)
    database.read_now(lambda session, name: session.scalar(sa.select(sa.literal(name))), name="Thị Hoa")
    assert "Hoa" not in json.dumps(row_of(telemetry.take(), VITAL), ensure_ascii=False)
