"""Figures held against limits: raised once, acknowledged, told again when worse, resolved; and what the figures say."""

import uuid
from typing import Any

import pytest

from hms_desktop.clinic.fleet import actions as fleet
from hms_desktop.clinic.operations import actions_alerts, installing, queries_alerts, watching
from hms_desktop.clinic.operations.queries_alerts import CRITICAL, WARNING, Figure
from hms_desktop.core import histogram
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from tests.factories import patients
from tests.hospital import PASSWORD, Hospital


def service(hospital: Hospital, login: str) -> Database:
    with connect(hospital.superuser, application="test") as opened:
        made = installing.verifier(opened, login, PASSWORD)
    hospital.sql(f"ALTER ROLE {login} PASSWORD '{made}'")
    return hospital.database(hospital.superuser.signed_in_as(login, PASSWORD))


@pytest.fixture
def worker(hospital: Hospital) -> Database:
    return service(hospital, "hms_worker")


@pytest.fixture
def manager(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("manager", name="Mona Manager"))


def weigh(worker: Database, *told: tuple[str, str, float]) -> dict[str, int]:
    return worker.run_now(actions_alerts.weigh, figures=[Figure(*each) for each in told])


def test_an_alert_is_raised_once_and_resolved_when_the_figure_is_well(worker: Database, manager: Database) -> None:
    for hours in (27, 28, 29):
        assert weigh(worker, ("backup_hours", "", hours)) == {"warning": 1, "critical": 0}
    [alert] = manager.read_now(queries_alerts.alerts, days=1)
    assert (alert.name, alert.level, alert.value, alert.limit) == ("old_backup", WARNING, 29.0, 26.0)
    assert alert.resolved_at is None
    assert weigh(worker, ("backup_hours", "", 1)) == {"warning": 0, "critical": 0}
    [alert] = manager.read_now(queries_alerts.alerts, days=1)
    assert alert.resolved_at is not None


def test_each_subject_has_an_alert_of_its_own(worker: Database, manager: Database) -> None:
    weigh(worker, ("disk_percent", "desk-1", 91), ("disk_percent", "desk-2", 98), ("disk_percent", "desk-3", 10))
    found = [(each.subject, each.level) for each in manager.read_now(queries_alerts.alerts, days=1)]
    assert found == [("desk-2", CRITICAL), ("desk-1", WARNING)]
    weigh(worker, ("disk_percent", "desk-2", 98))
    assert manager.read_now(queries_alerts.open_alerts).open == 1


def test_what_must_last_for_minutes_is_nobodys_business_before(
    hospital: Hospital, worker: Database, manager: Database
) -> None:
    weigh(worker, ("memory_percent", "desk-1", 90))
    assert manager.read_now(queries_alerts.alerts, days=1) == ()
    hospital.sql("UPDATE hms.alerts SET began_at = began_at - interval '6 minutes'")
    weigh(worker, ("memory_percent", "desk-1", 90))
    assert len(manager.read_now(queries_alerts.alerts, days=1)) == 1
    weigh(worker, ("memory_percent", "desk-2", 90))
    weigh(worker, ("memory_percent", "desk-2", 20))
    assert hospital.sql("SELECT count(*) FROM hms.alerts WHERE subject = 'desk-2'") == [(0,)]


def test_a_colleague_acknowledges_and_what_grows_worse_is_open_again(
    hospital: Hospital, worker: Database, manager: Database
) -> None:
    hospital.sql("UPDATE hms.message_rules SET notices_to = '{it@hospital.example}'")
    weigh(worker, ("backup_hours", "", 27))
    [alert] = manager.read_now(queries_alerts.alerts, days=1)
    manager.run_now(actions_alerts.acknowledge_alert, intent=uuid.uuid4(), alert=alert.id)
    assert manager.read_now(queries_alerts.alerts, days=1)[0].acknowledged_by == "Mona Manager"
    with pytest.raises(Refused, match="looks after it already"):
        manager.run_now(actions_alerts.acknowledge_alert, intent=uuid.uuid4(), alert=alert.id)
    weigh(worker, ("backup_hours", "", 30))
    assert manager.read_now(queries_alerts.open_alerts).urgent == 0
    weigh(worker, ("backup_hours", "", 60))
    assert manager.read_now(queries_alerts.open_alerts).urgent == 1
    told = hospital.sql("SELECT recipient, told ->> 'level' FROM hms.outbox ORDER BY id")
    assert told == [("it@hospital.example", WARNING), ("it@hospital.example", CRITICAL)]


def test_a_limit_is_the_hospitals_own_and_a_senseless_one_is_refused(hospital: Hospital, worker: Database) -> None:
    admin = hospital.database(hospital.person("admin"))
    rule = next(each for each in admin.read_now(queries_alerts.limits) if each.name == "cache_misses")
    changed: dict[str, Any] = {"rule": rule.id, "minutes": 0, "active": True}
    with pytest.raises(Refused, match="beyond the warning"):
        admin.run_now(
            actions_alerts.save_alert_rule, intent=uuid.uuid4(), version=1, warning=50, critical=60, **changed
        )
    admin.run_now(actions_alerts.save_alert_rule, intent=uuid.uuid4(), version=1, warning=60, critical=50, **changed)
    assert weigh(worker, ("cache_hit_percent", "", 65)) == {"warning": 0, "critical": 0}
    assert weigh(worker, ("cache_hit_percent", "", 55)) == {"warning": 1, "critical": 0}
    hospital.sql("UPDATE hms.alert_rules SET active = false WHERE id = %s", rule.id)
    assert weigh(worker, ("cache_hit_percent", "", 5)) == {"warning": 0, "critical": 0}


def test_the_levels_of_the_program_are_the_databases(hospital: Hospital, manager: Database) -> None:
    for limit in manager.read_now(queries_alerts.limits):
        around = {edge + step for edge in (limit.warning, limit.critical) if edge is not None for step in (-1, 0, 1)}
        for value in around:
            [(level,)] = hospital.sql(
                "SELECT hms.level_of(r, %s::numeric) FROM hms.alert_rules r WHERE id = %s", str(value), limit.id
            )
            assert limit.level(value) == (level or ""), (limit, value)


def test_every_rule_watches_a_figure_that_somebody_tells(hospital: Hospital, worker: Database) -> None:
    hospital.sql("INSERT INTO hms.displays (name, login) VALUES ('Hall', 'kiosk-hall')")
    hospital.sql(
        "INSERT INTO hms.display_heartbeats (display_id, seen_at, beat_at, program_version, server_ms, state) "
        "SELECT id, now(), now(), '0.1.0', 1, '{}' FROM hms.displays"
    )
    row = {"program": "hms-desktop", "version": "0.0.1", "memory_percent": 50, "disk_percent": 40}
    counts = [0] * len(histogram.empty())
    counts[5] = 1000
    works = {"queue.call_next": {"n": 1000, "failed": 0, "ms": 9000, "counts": counts}}
    caches = {"services": {"hits": 900, "misses": 100}}
    told = row | {"latency": counts, "works": works, "caches": caches, "stalled": {}}
    clerk = hospital.database(hospital.person("front_desk"))
    assert clerk.run_now(fleet.tell_telemetry, row=told)
    hospital.sql("SELECT hms.beat('worker-1', '0.1.0', interval '1 minute')")
    known = {each.name: each for each in watching.look(worker)}
    elsewhere = {"certificate_days", "replication_seconds", "archive_failing_minutes"}
    administrator = hospital.database(hospital.person("admin"))
    watched = {limit.figure for limit in administrator.read_now(queries_alerts.limits)}
    assert watched - known.keys() <= elsewhere
    assert known["cache_hit_percent"].value == 90
    assert 0 < known["work_p95_ms"].value < 100
    assert known["memory_percent"].subject.startswith("test-pc")
    assert known["worker_silent_seconds"].value < 60


def test_a_client_older_than_the_database_serves_is_counted(hospital: Hospital, worker: Database) -> None:
    clerk = hospital.database(hospital.person("front_desk"))
    counts = histogram.empty()
    clerk.run_now(fleet.tell_telemetry, row={"program": "hms-desktop", "version": "0.9.9", "latency": counts})

    def old() -> float:
        return {each.name: each.value for each in worker.read_now(queries_alerts.figures)}["old_clients"]

    assert old() == 0
    hospital.sql("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('9999', '0.10.0')")
    assert old() == 1


def test_a_backup_that_was_never_made_is_as_old_as_the_hospital(hospital: Hospital, worker: Database) -> None:
    hospital.sql("UPDATE hms.installation SET created_at = clock_timestamp() - interval '30 hours'")
    assert watching.watch(worker)["warning"] >= 1
    [check] = [each for each in watching.checks(service(hospital, "hms_monitor")) if each.figure.name == "backup_hours"]
    assert check.level == WARNING
    assert check.limit is not None
    assert check.limit.name == "old_backup"


def test_the_figures_hold_no_name_of_a_patient(hospital: Hospital, worker: Database) -> None:
    patients.patient(hospital, "Unmistakable")
    assert "Unmistakable" not in str(worker.read_now(queries_alerts.figures))
