"""Months of the audit trail: opened ahead, quick to search when over, retired without breaking the chain."""

import datetime as dt
import uuid

import pytest

from hms_desktop.clinic.operations import installing
from hms_desktop.clinic.trail import actions, queries, sealing
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import Refused
from tests.hospital import PASSWORD, Hospital

JANUARY = dt.datetime(2025, 1, 15, 12, tzinfo=dt.UTC)
MONTH = dt.timedelta(days=31)


def a_year(hospital: Hospital, months: int = 14) -> None:
    """One change and one seal a month, from January 2025 on."""
    for step in range(months):
        hospital.set_clock(JANUARY + step * dt.timedelta(days=30.5))
        hospital.sql("SELECT hms.open_months()")
        hospital.sql("INSERT INTO hms.departments (name) VALUES (%s)", f"Department {step}")
        hospital.sql("SELECT hms.seal_audit()")


def test_two_months_ahead_stand_open(hospital: Hospital) -> None:
    hospital.set_clock(JANUARY)
    hospital.sql("SELECT hms.open_months()")
    parts = {row[0] for row in hospital.sql("SELECT part FROM hms.months_of('audit')")}
    assert {"audit_2025_01", "audit_2025_02", "audit_2025_03"} <= parts


def test_a_month_that_is_over_gets_its_index_by_person_once(hospital: Hospital) -> None:
    a_year(hospital, 3)
    assert hospital.sql("SELECT hms.close_months()") >= [(2,)]
    assert hospital.sql("SELECT hms.close_months()") == [(0,)]
    assert hospital.sql("SELECT to_regclass('hms.audit_2025_01_person_idx') IS NOT NULL") == [(True,)]


def test_a_retired_month_is_gone_and_the_chain_still_fits(hospital: Hospital) -> None:
    a_year(hospital)
    admin, manager = hospital.database(hospital.person("admin")), hospital.database(hospital.person("manager"))
    assert [each.months for each in admin.read_now(queries.kept) if each.subject == "audit"] == [None]
    assert hospital.sql("SELECT * FROM hms.retire_months()") == []
    admin.run_now(actions.keep_months, intent=uuid.uuid4(), subject="audit", months=12)
    retired = [row[0] for row in hospital.sql("SELECT * FROM hms.retire_months()")]
    assert "audit_2025_01" in retired
    assert "audit_2025_03" not in retired
    assert hospital.sql("SELECT count(*) FROM hms.audit WHERE at < '2025-02-01'") == [(0,)]
    assert manager.read_now(sealing.broken) == ()
    connection = hospital.connection()
    connection.execute("SET session_replication_role = replica")
    connection.execute("UPDATE hms.audit_blocks SET digest = 'x' WHERE id = 1")
    assert manager.read_now(sealing.broken) != ()


def test_a_month_with_an_entry_that_has_no_seal_stays(hospital: Hospital) -> None:
    a_year(hospital)
    hospital.set_clock(JANUARY)
    hospital.sql("INSERT INTO hms.departments (name) VALUES ('Late')")
    hospital.set_clock(JANUARY + 14 * MONTH)
    hospital.sql("UPDATE hms.retention SET keep_months = 12 WHERE subject = 'audit'")
    assert "audit_2025_01" not in [row[0] for row in hospital.sql("SELECT * FROM hms.retire_months()")]


def test_less_than_a_year_of_the_trail_is_refused(hospital: Hospital) -> None:
    admin = hospital.database(hospital.person("admin"))
    with pytest.raises(Refused, match="at least 12 months"):
        admin.run_now(actions.keep_months, intent=uuid.uuid4(), subject="audit", months=6)
    with pytest.raises(Refused, match="Nothing of that name"):
        admin.run_now(actions.keep_months, intent=uuid.uuid4(), subject="patients", months=6)


def test_the_worker_tends_the_months(hospital: Hospital) -> None:
    a_year(hospital, 2)
    with connect(hospital.superuser, application="test") as opened:
        made = installing.verifier(opened, "hms_worker", PASSWORD)
    hospital.sql(f"ALTER ROLE hms_worker PASSWORD '{made}'")
    worker = hospital.database(hospital.superuser.signed_in_as("hms_worker", PASSWORD))
    assert worker.run_now(actions.tend_months) == ()
    assert hospital.sql("SELECT to_regclass('hms.audit_2025_01_person_idx') IS NOT NULL") == [(True,)]
