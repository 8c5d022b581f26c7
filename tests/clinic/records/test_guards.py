"""Audit, seals, intents, versions and the clock, as the database itself keeps them."""

import datetime as dt
import uuid

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.records import queries, rules
from tests.hospital import Hospital

NOON = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)


def department(hospital: Hospital, name: str = "Medicine") -> int:
    return int(hospital.sql("INSERT INTO hms.departments (name) VALUES (%s) RETURNING id", name)[0][0])


def test_a_change_is_audited_with_who_where_when_old_and_new(hospital: Hospital) -> None:
    hospital.set_clock(NOON)
    made = department(hospital)
    hospital.sql("UPDATE hms.departments SET name = 'Surgery' WHERE id = %s", made)
    rows = hospital.sql(
        "SELECT at, person, verb, before, after FROM hms.audit WHERE subject = 'departments' AND key = %s ORDER BY id",
        made,
    )
    assert [row[2] for row in rows] == ["insert", "update"]
    assert rows[1][:2] == (NOON, "hms_super")
    assert rows[1][3] == {"name": "Medicine", "version": 1}
    assert rows[1][4] == {"name": "Surgery", "version": 2}


def test_an_audit_row_names_the_workstation(hospital: Hospital) -> None:
    admin = hospital.person("admin")

    def save(session: Session) -> None:
        session.execute(
            sa.text("SELECT hms.save_department(:intent, NULL, NULL, CAST(:record AS jsonb))"),
            {"intent": uuid.uuid4(), "record": '{"name": "Eye"}'},
        )

    hospital.database(admin).run_now(save)
    found = hospital.sql("SELECT person, workstation FROM hms.audit WHERE subject = 'departments'")
    assert found == [(admin.user, "test-pc")]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE hms.audit SET person = 'somebody'",
        "DELETE FROM hms.audit",
        "TRUNCATE hms.audit",
        "UPDATE hms.audit SET block = NULL WHERE block IS NOT NULL",
        "DELETE FROM hms.audit_blocks",
    ],
)
def test_the_audit_trail_is_append_only_even_for_its_owner(hospital: Hospital, statement: str) -> None:
    department(hospital)
    hospital.sql("SELECT hms.seal_audit()")
    with pytest.raises(psycopg.Error, match="never changed"):
        hospital.sql(statement)


def test_a_stale_version_is_refused_by_the_database(hospital: Hospital) -> None:
    made = department(hospital)
    hospital.sql("UPDATE hms.departments SET name = 'B', version = 1 WHERE id = %s", made)
    with pytest.raises(psycopg.Error, match="A colleague changed") as stale:
        hospital.sql("UPDATE hms.departments SET name = 'C', version = 1 WHERE id = %s", made)
    assert stale.value.sqlstate == "HM002"


def test_an_intent_of_thirty_one_days_is_pruned_and_a_younger_one_kept(hospital: Hospital) -> None:
    hospital.set_clock(NOON)
    hospital.sql("SELECT hms.claim_intent(gen_random_uuid(), 'x')")
    hospital.set_clock(NOON + dt.timedelta(days=20))
    hospital.sql("SELECT hms.claim_intent(gen_random_uuid(), 'x')")
    hospital.set_clock(NOON + dt.timedelta(days=31))
    assert hospital.sql("SELECT hms.prune_intents()") == [(1,)]


def test_the_clock_of_a_demo_can_be_set_and_sped_up(hospital: Hospital) -> None:
    hospital.set_clock(NOON)
    assert hospital.sql("SELECT hms.hospital_now()") == [(NOON,)]
    hospital.set_clock(NOON, speed=3600)
    assert hospital.sql("SELECT pg_sleep(0.1), hms.hospital_now() > %s + interval '5 minutes'", NOON)[0][1]


def test_a_knock_names_an_area_and_a_key_and_nothing_else(hospital: Hospital) -> None:
    listening = hospital.connection()
    listening.execute("LISTEN hms_changes")
    made = department(hospital, "A Secret Name")
    heard = [notice.payload for notice in listening.notifies(timeout=2, stop_after=2)]
    assert sorted(heard) == [f"departments:{made}", f"organisation:{made}"]


@pytest.mark.parametrize(
    ("zone", "starts", "moment", "day"),
    [
        ("Africa/Nairobi", "00:00", dt.datetime(2026, 12, 31, 20, 59, tzinfo=dt.UTC), dt.date(2026, 12, 31)),
        ("Africa/Nairobi", "00:00", dt.datetime(2026, 12, 31, 21, 0, tzinfo=dt.UTC), dt.date(2027, 1, 1)),
        ("Europe/Berlin", "04:00", dt.datetime(2026, 3, 29, 1, 59, tzinfo=dt.UTC), dt.date(2026, 3, 28)),
        ("Europe/Berlin", "04:00", dt.datetime(2026, 3, 29, 2, 0, tzinfo=dt.UTC), dt.date(2026, 3, 29)),
    ],
)
def test_the_business_date_is_the_facilitys_local_date(
    hospital: Hospital, zone: str, starts: str, moment: dt.datetime, day: dt.date
) -> None:
    hospital.sql("UPDATE hms.facility SET time_zone = %s, day_starts_at = %s", zone, starts)
    hospital.set_clock(moment)
    assert hospital.sql("SELECT hms.business_date()") == [(day,)]


def test_a_client_that_is_too_old_is_told_so_in_one_sentence(hospital: Hospital) -> None:
    hospital.sql("UPDATE hms.schema_compat SET min_client_version = '9.0', message = 'See the IT desk.'")
    found = hospital.database(hospital.person("front_desk")).read_now(queries.compatibility)
    why = rules.why_unfit(
        client="0.1.0", revision=found.revision, min_client_version=found.min_client_version, message=found.message
    )
    assert why is not None
    assert why.sentence.startswith("This program (version 0.1.0) is too old")
    assert why.sentence.endswith("which needs 9.0 or newer; ask IT to update it. See the IT desk.")


def test_a_database_that_was_never_migrated_is_too_old() -> None:
    why = rules.why_unfit(client="0.1.0", revision="", min_client_version="", message="")
    assert why is not None
    assert "ask IT to run hms-admin migrate" in why.sentence


def test_a_newer_database_that_still_serves_this_client_is_accepted() -> None:
    assert rules.why_unfit(client="0.10.0", revision="0999", min_client_version="0.9.9", message="") is None
