"""The login of the touch screen at the entrance, and a waiting-room screen's beside it, tried with psql's means."""

import uuid

import psycopg
import pytest

from hms_desktop.clinic.operations import installing
from hms_desktop.core.errors import HmsError
from tests.factories import check_in, displays
from tests.factories.check_in import BORN, Surgery
from tests.hospital import Hospital
from tests.kiosk.images import pairing_login

VIEWS = {"my_check_in", "self_services", "schema_compat"}
FUNCTIONS = {
    "check_in(uuid,text,date)",
    "take_ticket(uuid,bigint)",
    "heartbeat(text,integer,jsonb)",
    "tell_telemetry(jsonb)",
    "tell_crash(jsonb)",
}
PRIVATE = ("Given", "Family")
"""What the names of the factories' patients begin with."""


def test_the_machine_reads_its_three_views_and_calls_its_five_functions(hospital: Hospital) -> None:
    login = check_in.machine(hospital).user
    read = hospital.sql(
        """SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname IN ('hms', 'kiosk') AND CASE
            WHEN c.relkind = 'S' THEN has_sequence_privilege(%s, c.oid, 'SELECT,USAGE,UPDATE')
            WHEN c.relkind IN ('r', 'p', 'v', 'm') THEN has_any_column_privilege(%s, c.oid, 'SELECT,INSERT,UPDATE')
                OR has_table_privilege(%s, c.oid, 'DELETE,TRUNCATE,REFERENCES,TRIGGER') END""",
        *[login] * 3,
    )
    assert set(read) == {("kiosk", view) for view in VIEWS}
    called = hospital.sql(
        """SELECT replace(p.oid::regprocedure::text, 'kiosk.', '') FROM pg_proc p
        JOIN pg_namespace n ON n.oid = p.pronamespace
        WHERE n.nspname IN ('hms', 'kiosk') AND has_function_privilege(%s, p.oid, 'EXECUTE')
          AND has_schema_privilege(%s, n.oid, 'USAGE')""",
        *[login] * 2,
    )
    assert {name for (name,) in called} == FUNCTIONS


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM hms.patients",
        "SELECT * FROM hms.appointments",
        "SELECT * FROM hms.intents",
        "SELECT * FROM hms.entrance_tickets",
        "SELECT * FROM hms.check_in_rules",
        "SELECT * FROM kiosk.recent_calls",
        "SELECT * FROM kiosk.my_display",
        "SELECT kiosk.acknowledge(ARRAY[1], true)",
        "SELECT hms.appointment_of_slip('00000000', '1980-01-01')",
        "SELECT hms.give_try_back(1)",
        "SELECT hms.check_in_scanned(gen_random_uuid(), gen_random_uuid())",
        "SELECT setval('hms.check_in_tries_' || 1, 1)",
        "SELECT last_value FROM hms.check_in_tries_1",
        "SELECT hms.set_clock(now(), 1000)",
        "SELECT pg_sleep(0) FROM pg_statistic",
        "SET ROLE hms_kiosk",
        "SET ROLE hms_owner",
        "GRANT hms_staff TO CURRENT_USER",
        "CREATE TEMP TABLE mine (a int)",
        "CREATE FUNCTION kiosk.mine() RETURNS int LANGUAGE sql RETURN 1",
    ],
)
def test_with_psql_the_machine_is_refused_everything_else(hospital: Hospital, statement: str) -> None:
    psql = hospital.connection(check_in.machine(hospital))
    with pytest.raises(psycopg.Error) as refused:
        psql.execute(statement.encode())
    assert refused.value.sqlstate in ("42501", "42P01", "42704", "42883")


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT kiosk.check_in(gen_random_uuid(), '00000000', '1980-05-17')",
        "SELECT kiosk.take_ticket(gen_random_uuid(), 1)",
        "SELECT * FROM kiosk.my_check_in",
        "SELECT * FROM kiosk.self_services",
    ],
)
def test_a_waiting_room_screen_and_a_new_screens_image_check_nobody_in(hospital: Hospital, statement: str) -> None:
    for login in (displays.screen(hospital), pairing_login(hospital)):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            hospital.connection(login).execute(statement.encode())


def test_a_machine_and_a_screen_never_change_places(hospital: Hospital) -> None:
    check_in.machine(hospital, "Entrance")
    displays.screen(hospital, "Hall")
    verifier = installing.verifier(hospital.connection(), "x", "another password")
    for function, name in (("set_up_kiosk", "Entrance"), ("set_up_check_in", "Hall")):
        with pytest.raises(psycopg.Error, match="Another screen has this name"):
            hospital.sql(f"SELECT hms.{function}(%s, %s, 'kiosk-new', %s)", uuid.uuid4(), name, verifier)


def test_a_machine_that_is_set_up_again_keeps_its_login_and_shuts_the_old_secret_out(hospital: Hospital) -> None:
    first = check_in.machine(hospital)
    verifier = installing.verifier(hospital.connection(), "x", "another password")
    [(again,)] = hospital.sql("SELECT hms.set_up_check_in(%s, 'Entrance', 'kiosk-new', %s)", uuid.uuid4(), verifier)
    assert again["login"] == first.user
    hospital.connection(first.signed_in_as(first.user, "another password"))
    with pytest.raises(HmsError):
        hospital.connection(first)


def test_a_machine_that_was_closed_is_shut_out(hospital: Hospital) -> None:
    login = check_in.machine(hospital)
    psql = hospital.connection(login)
    assert psql.execute("SELECT name FROM kiosk.my_check_in").fetchall() == [("Entrance",)]
    check = "SELECT hms.save_check_in(%s, id, version, to_jsonb(d) || '{\"active\": false}') FROM hms.displays d"
    hospital.sql(check, uuid.uuid4())
    assert psql.execute("SELECT name FROM kiosk.my_check_in").fetchall() == []
    with pytest.raises(psycopg.Error, match="belongs to no waiting-room screen"):
        psql.execute("SELECT kiosk.take_ticket(gen_random_uuid(), 1)")
    with pytest.raises(Exception, match="may not sign in"):
        hospital.connection(login)


def test_a_heartbeat_speaks_for_the_own_machine_alone(hospital: Hospital) -> None:
    check_in.machine(hospital, "Other")
    hospital.connection(check_in.machine(hospital)).execute("SELECT kiosk.heartbeat('1', 1, '{}')")
    alive = hospital.sql("SELECT name FROM hms.display_states WHERE seen_at IS NOT NULL")
    assert alive == [("Entrance",)]


def test_no_answer_no_error_and_no_plan_names_a_patient(hospital: Hospital) -> None:
    surgery = Surgery(hospital)
    check_in.open_to_patients(hospital, surgery.service)
    slip = surgery.slip()
    surgery.slip("09:30")
    psql = hospital.connection(check_in.machine(hospital))
    asked = f"kiosk.check_in(gen_random_uuid(), '{slip.code}', "
    told = []
    for statement in (
        f"SELECT {asked}'1990-01-01')",
        f"SELECT {asked}'{BORN}')",
        f"SELECT {asked}'{BORN}')",
        f"SELECT {asked}'not a date')",
        f"SELECT {asked}NULL)",
        "SELECT kiosk.check_in(NULL, NULL, NULL)",
        f"EXPLAIN (ANALYZE, VERBOSE) SELECT {asked}'{BORN}')",
        "EXPLAIN (VERBOSE) SELECT * FROM kiosk.self_services",
        f"SELECT kiosk.take_ticket(gen_random_uuid(), {surgery.service})",
        "SELECT * FROM kiosk.self_services",
        "SELECT * FROM kiosk.my_check_in",
        "SELECT * FROM pg_stats WHERE schemaname = 'hms'",
        "SELECT * FROM pg_stats_ext",
        "SELECT * FROM pg_description WHERE objoid > 16384",
        "SELECT query FROM pg_stat_activity WHERE usename <> current_user",
        "SELECT * FROM pg_largeobject_metadata",
    ):
        try:
            told += psql.execute(statement.encode()).fetchall()
        except psycopg.Error as error:
            told.append((str(error), str(error.diag.message_detail), str(error.diag.context)))
    text = str(told)
    assert "A 001" in text
    [(mrn,)] = hospital.sql("SELECT mrn FROM hms.patients WHERE id = %s", slip.patient)
    assert [word for word in (*PRIVATE, mrn, "patient_id") if word in text] == []


def test_the_answer_holds_these_fields_and_no_other(hospital: Hospital) -> None:
    surgery = Surgery(hospital)
    psql = hospital.connection(check_in.machine(hospital))
    row = psql.execute("SELECT kiosk.check_in(%s, %s, %s)", (uuid.uuid4(), surgery.slip().code, BORN)).fetchone()
    assert row is not None
    assert set(row[0]) == {
        "ticket", "service", "room", "before", "minutes", "barcode", "arrived", "due", "already",
    }  # fmt: skip


def test_one_machines_intent_gives_its_answer_to_no_other(hospital: Hospital) -> None:
    surgery = Surgery(hospital)
    intent = uuid.uuid4()
    asked = "SELECT kiosk.check_in(%s, %s, %s)"
    slip = surgery.slip()
    hospital.connection(check_in.machine(hospital)).execute(asked, (intent, slip.code, BORN))
    other = hospital.connection(check_in.machine(hospital, "Other"))
    with pytest.raises(psycopg.Error, match="already used"):
        other.execute(asked, (intent, slip.code, BORN))
