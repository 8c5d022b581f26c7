"""A hospital at work gets a new schema: its desks go on, nothing is half done, and what is in the way has a name."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path

import psycopg
import pytest

from hms_desktop.clinic.operations import installing, migrating
from hms_desktop.clinic.operations.migrating import Patience
from hms_desktop.clinic.records import queries
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import HmsError, Misconfigured, Refused
from hms_desktop.core.settings import Server
from tests.clinic.queue.desk import Day
from tests.factories import queue
from tests.factories.releases import NextRelease
from tests.hospital import Hospital
from tests.waiting import wait_until

AT_ONCE = Patience(wait=0)
PATIENT = Patience(wait=120, statement=0)
WAITS = """
SELECT 1 FROM pg_stat_activity WHERE application_name = 'hms-migrate' AND wait_event_type = 'Lock'
    AND datname = current_database()
"""


@pytest.fixture
def release(tmp_path: Path) -> NextRelease:
    return NextRelease(tmp_path)


@pytest.fixture
def blocker(hospital: Hospital) -> Iterator[psycopg.Connection[object]]:
    """A desk that has begun to change a patient and does not come to an end."""
    with closing(connect(hospital.superuser, application="hms-desktop", patient=True)) as slow:
        slow.execute("SELECT id FROM hms.facility FOR UPDATE")
        yield slow


def migrate(server: Server, release: NextRelease, patience: Patience = PATIENT) -> list[str]:
    """Plan and do it; what was said."""
    said: list[str] = []
    planned = migrating.plan(server, release.scripts)
    migrating.migrate(server, planned, patience, said.append, release.scripts)
    return said


def test_a_plan_says_what_expands_what_contracts_and_who_is_shut_out(hospital: Hospital, release: NextRelease) -> None:
    added = release.add("A note on services", "ALTER TABLE hms.services ADD COLUMN note text")
    gone = release.add("No more notes", "ALTER TABLE hms.services DROP COLUMN note", oldest="0.2.0")
    for number, version in enumerate(("0.1.0", "0.2.0", "0.1.0")):
        hospital.sql(
            "INSERT INTO hms.telemetry (at, person, workstation, program, version, latency, detail) "
            "VALUES (clock_timestamp(), 'p', %s, 'hms-desktop', %s, '{}', '{}')",
            f"pc-{number}", version,
        )  # fmt: skip
    plan = migrating.plan(hospital.superuser, release.scripts)
    assert [(step.number, step.contracts) for step in plan.pending] == [(added, False), (gone, True)]
    assert plan.oldest_client == "0.2.0"
    assert [(one.version, one.workstations) for one in plan.shut_out] == [("0.1.0", 2)]
    assert plan.without_backup
    assert not plan.nothing_to_do


def test_a_fresh_backup_is_known_to_the_plan(hospital: Hospital, release: NextRelease) -> None:
    backup = "SELECT hms.note_backup('dump', 'a.hmsbackup', 1, '', 1, clock_timestamp() - %s::interval, true, 0)"
    hospital.sql(backup, "25 hours")
    assert migrating.plan(hospital.superuser, release.scripts).without_backup
    hospital.sql(backup, "2 hours")
    plan = migrating.plan(hospital.superuser, release.scripts)
    assert not plan.without_backup
    assert plan.backup_hours == pytest.approx(2, abs=0.1)


def test_nothing_to_do_is_nothing_done(hospital: Hospital, release: NextRelease) -> None:
    plan = migrating.plan(hospital.superuser, release.scripts)
    assert plan.nothing_to_do
    assert not plan.pending
    assert migrate(hospital.superuser, release) == ["The database is up to date."]


def test_a_database_that_is_newer_is_left_alone(hospital: Hospital, release: NextRelease) -> None:
    hospital.sql("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('9999', '0.1.0')")
    with pytest.raises(Misconfigured, match="update this program"):
        migrating.plan(hospital.superuser, release.scripts)


def test_the_deploying_login_migrates_a_hospital_at_work_and_a_manager_does_not(
    hospital: Hospital, release: NextRelease
) -> None:
    number = release.add("A note", "ALTER TABLE hms.services ADD COLUMN note text")
    secret = installing.verifier(hospital.connection(), "hms_deploy", "deploying for a test")
    hospital.sql(f"ALTER ROLE hms_deploy PASSWORD '{secret}'")
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        migrating.plan(hospital.person("manager"), release.scripts)
    migrate(hospital.superuser.signed_in_as("hms_deploy", "deploying for a test"), release)
    assert installing.schema_state(hospital.superuser, release.scripts).revision == number


def test_a_clerks_call_goes_on_while_a_migration_waits_for_a_desk_that_holds_a_table(
    hospital: Hospital, release: NextRelease, blocker: psycopg.Connection[object]
) -> None:
    release.add("A note", "ALTER TABLE hms.facility ADD COLUMN note text")
    day = Day(hospital, queue.house(hospital))
    ticket = day.arrives()
    with ThreadPoolExecutor(1) as beside:
        migration = beside.submit(migrate, hospital.superuser, release)
        wait_until(lambda: migration.done() or hospital.sql(WAITS), "the migration waits for the table")
        called = day.call()
        assert not migration.done()
        blocker.rollback()
        said = migration.result()
    assert called.segment_id == ticket.segment_id
    assert said[-1].startswith("The desks stood still for")


def test_a_migration_that_finds_no_quiet_moment_names_who_holds_a_table_and_changes_nothing(
    hospital: Hospital, release: NextRelease, blocker: psycopg.Connection[object]
) -> None:
    release.add("A note", "ALTER TABLE hms.facility ADD COLUMN note text")
    before = installing.schema_state(hospital.superuser)
    with pytest.raises(Refused, match=rf"by \w+ at hms-desktop \(server process {blocker.info.backend_pid}\)"):
        migrate(hospital.superuser, release, AT_ONCE)
    assert installing.schema_state(hospital.superuser) == before


def test_a_second_migration_is_told_who_is_at_it(hospital: Hospital, release: NextRelease) -> None:
    release.add("A note", "ALTER TABLE hms.services ADD COLUMN note text")
    with closing(connect(hospital.superuser, application="hms-migrate", autocommit=True)) as first:
        first.execute("SELECT pg_advisory_lock(7400002)")
        with pytest.raises(Refused, match=rf"server process {first.info.backend_pid}\) is migrating this database"):
            migrate(hospital.superuser, release, AT_ONCE)


def test_a_migration_that_is_killed_midway_leaves_what_was_and_runs_again(
    hospital: Hospital, release: NextRelease
) -> None:
    hospital.sql("CREATE TABLE public.gate (shut boolean)")
    stop = "SELECT pg_sleep(300) FROM public.gate WHERE shut"
    number = release.add("A note", "ALTER TABLE hms.services ADD COLUMN note text", stop)
    hospital.sql("INSERT INTO public.gate VALUES (true)")
    hospital.sql("GRANT SELECT ON public.gate TO hms_owner")
    before = installing.schema_state(hospital.superuser)
    asleep = "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'"
    with ThreadPoolExecutor(1) as beside:
        migration = beside.submit(migrate, hospital.superuser, release)
        wait_until(lambda: migration.done() or hospital.sql(asleep), "the revision is under way")
        hospital.sql(f"SELECT pg_terminate_backend(pid) FROM ({asleep}) sleeping")
        with pytest.raises(HmsError, match="Run hms-admin migrate again"):
            migration.result()
    assert installing.schema_state(hospital.superuser) == before
    hospital.sql("UPDATE public.gate SET shut = false")
    migrate(hospital.superuser, release)
    assert installing.schema_state(hospital.superuser, release.scripts).revision == number


def test_a_step_that_keeps_the_desks_waiting_for_too_long_is_given_up(hospital: Hospital, release: NextRelease) -> None:
    release.add("A slow step", "SELECT pg_sleep(300)")
    before = installing.schema_state(hospital.superuser)
    with pytest.raises(Refused, match="while the hospital is closed"):
        migrate(hospital.superuser, release, Patience(wait=120, statement=1))
    assert installing.schema_state(hospital.superuser) == before


def test_what_runs_ahead_leaves_the_desks_alone_and_is_done_again_where_it_was_cut_off(
    hospital: Hospital, release: NextRelease
) -> None:
    index = "CREATE INDEX CONCURRENTLY IF NOT EXISTS by_name_idx ON hms.services (name)"
    release.add("An index", index.replace(" CONCURRENTLY", ""), ahead=(index,))
    with closing(connect(hospital.superuser, application="hms-desktop", patient=True)) as desk:
        desk.execute("UPDATE hms.services SET name = name")
        with ThreadPoolExecutor(1) as beside:
            first = beside.submit(migrate, hospital.superuser, release)
            wait_until(lambda: first.done() or hospital.sql(WAITS), "the index waits for a desk's transaction")
            desk.execute("UPDATE hms.services SET name = name")  # nothing is in the way of it
            hospital.sql(
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hms-migrate' "
                "AND wait_event_type = 'Lock' AND datname = current_database()"
            )
            with pytest.raises(HmsError, match="Run hms-admin migrate again"):
                first.result()
        desk.commit()
    half = "SELECT indisvalid FROM pg_index WHERE indexrelid = to_regclass('hms.by_name_idx')"
    assert hospital.sql(half) == [(False,)]
    said = migrate(hospital.superuser, release)
    assert said[0] == "Removing hms.by_name_idx, which was not finished …"
    assert hospital.sql(half) == [(True,)]


def test_what_a_revision_asks_for_beside_the_desks_is_done_before_and_after_the_moment(
    hospital: Hospital, release: NextRelease
) -> None:
    hospital.sql("INSERT INTO hms.departments (name) SELECT 'Ward ' || n FROM generate_series(1, 25) n")
    portion = (
        "UPDATE hms.departments SET name = name || '!' WHERE id IN "
        "(SELECT id FROM hms.departments WHERE name NOT LIKE '%!' ORDER BY id LIMIT 10 FOR UPDATE SKIP LOCKED)"
    )
    index = "CREATE INDEX CONCURRENTLY IF NOT EXISTS notes_idx ON hms.service_notes (id)"
    check = "ALTER TABLE hms.services ADD CONSTRAINT services_some_check CHECK (id > 0) NOT VALID"
    release.add("Louder names, and a check", check, ahead=(portion,))
    release.add("Notes", "CREATE TABLE hms.service_notes (id bigint PRIMARY KEY)")
    release.add("Their index, where no table is yet", index.replace(" CONCURRENTLY", ""), ahead=(index,))
    said = migrate(hospital.superuser, release)
    assert hospital.sql("SELECT count(*) FROM hms.departments WHERE name LIKE 'Ward %!'") == [(25,)]
    assert hospital.sql("SELECT to_regclass('hms.notes_idx') IS NOT NULL") == [(True,)]
    assert "Checking services_some_check of hms.services while the desks go on …" in said
    assert migrating.plan(hospital.superuser, release.scripts).nothing_to_do


def test_a_migration_knocks_at_every_desk_and_every_screen(hospital: Hospital, release: NextRelease) -> None:
    number = release.add("A note", "ALTER TABLE hms.services ADD COLUMN note text", message="See the IT desk.")
    heard: set[tuple[str, str]] = set()
    with closing(hospital.connection()) as listening:
        listening.execute("LISTEN hms_changes")
        listening.execute("LISTEN hms_calls")
        migrate(hospital.superuser, release)
        for knock in listening.notifies(timeout=60):
            heard.add((knock.channel, knock.payload))
            if len({channel for channel, said in heard if said == f"schema:{number}"}) == 2:
                break
    found = hospital.database().read_now(queries.compatibility)
    assert (found.revision, found.message) == (number, "See the IT desk.")
