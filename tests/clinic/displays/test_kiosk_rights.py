"""A kiosk's login, tried against everything that the database holds."""

import psycopg
import pytest

from tests.factories import displays, queue
from tests.hospital import Hospital

VIEWS = {
    "messages", "my_display", "my_playlists", "newest_release", "recent_calls", "schema_compat", "test_calls",
    "waiting_numbers",
}  # fmt: skip
FUNCTIONS = {
    "acknowledge(bigint[],boolean)",
    "film_part(bigint,integer)",
    "heartbeat(text,integer,jsonb)",
    "send_thumbnail(bytea)",
    "tell_crash(jsonb)",
    "tell_telemetry(jsonb)",
}
WRITING = ("INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER")
RELATIONS = "c.relkind IN ('r', 'p', 'v', 'm', 'S') AND n.nspname IN ('hms', 'kiosk')"


def test_of_all_tables_and_views_a_kiosk_reads_its_own_views_and_writes_none(hospital: Hospital) -> None:
    kiosk = displays.screen(hospital)
    rows = hospital.sql(
        f"""SELECT n.nspname, c.relname, c.relkind::text,
                   CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(%s, c.oid, 'SELECT')
                        ELSE has_any_column_privilege(%s, c.oid, 'SELECT') END,
                   CASE WHEN c.relkind = 'S' THEN has_sequence_privilege(%s, c.oid, 'USAGE,UPDATE')
                        ELSE has_table_privilege(%s, c.oid, '{",".join(WRITING)}')
                             OR has_any_column_privilege(%s, c.oid, 'INSERT,UPDATE,REFERENCES') END
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace WHERE {RELATIONS}""",
        *[kiosk.user] * 5,
    )
    assert len(rows) > 40
    assert {(schema, name) for schema, name, _, reads, _ in rows if reads} == {("kiosk", view) for view in VIEWS}
    assert [name for _, name, _, _, writes in rows if writes] == []


def test_of_all_functions_a_kiosk_can_call_its_own(hospital: Hospital) -> None:
    kiosk = displays.screen(hospital)
    callable_ones = hospital.sql(
        """SELECT replace(p.oid::regprocedure::text, 'kiosk.', '') FROM pg_proc p
           JOIN pg_namespace n ON n.oid = p.pronamespace
           WHERE n.nspname IN ('hms', 'kiosk') AND has_function_privilege(%s, p.oid, 'EXECUTE')
             AND has_schema_privilege(%s, n.oid, 'USAGE')""",
        kiosk.user,
        kiosk.user,
    )
    assert {name for (name,) in callable_ones} == FUNCTIONS


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM hms.patients",
        "SELECT * FROM hms.tickets",
        "SELECT * FROM hms.queue_calls",
        "SELECT * FROM hms.display_acknowledgements",
        "SELECT * FROM hms.films",
        "SELECT content FROM hms.film_parts",
        "SELECT hms.begin_film(gen_random_uuid(), '{}')",
        "SELECT * FROM hms.display_messages",
        "SELECT * FROM hms.messages_on_display(1)",
        "SELECT hms.test_call(gen_random_uuid(), 1)",
        "SELECT hms.hospital_now()",
        "SELECT hms.business_date()",
        "SELECT hms.call_next(gen_random_uuid(), 1)",
        "SELECT hms.find_patients('a')",
        "SELECT kiosk.ask_to_pair('AAAA0000', 'x', 'x')",
        "SELECT * FROM kiosk.pairing_state(gen_random_uuid())",
        "INSERT INTO kiosk.recent_calls (ticket) VALUES ('A 001')",
        "UPDATE kiosk.my_display SET name = 'mine'",
        "DELETE FROM kiosk.schema_compat",
        "CREATE TABLE kiosk.mine (a int)",
        "CREATE TEMP TABLE mine (a int)",
        "CREATE SCHEMA mine",
        "SET ROLE hms_owner",
        "SET ROLE hms_staff",
        "SET SESSION AUTHORIZATION hms_worker",
        "GRANT hms_admin TO CURRENT_USER",
    ],
)
def test_with_psql_a_kiosk_is_refused_everything_else(hospital: Hospital, statement: str) -> None:
    connection = hospital.connection(displays.screen(hospital))
    with pytest.raises(psycopg.Error) as refused:
        connection.execute(statement)
    assert refused.value.sqlstate in ("42501", "55000", "42704", "42883")


def test_no_view_of_the_kiosk_names_a_column_that_could_hold_a_person(hospital: Hospital) -> None:
    columns = {
        name
        for (name,) in hospital.sql("SELECT column_name FROM information_schema.columns WHERE table_schema = 'kiosk'")
    }
    assert columns == {
        "display_id", "name", "layout", "languages", "video", "hospital", "local_now", "business_date",
        "call_id", "ticket", "room", "service", "kind", "called_at", "age_seconds", "shown", "listed",
        "playlist_id", "starts_at", "ends_at", "first_day", "last_day", "position", "film_id", "film", "digest",
        "bytes",
        "volume", "film_volume", "ducked_volume", "quiet_from", "quiet_to", "dim_from", "dim_to", "show_waiting",
        "show_estimates", "dwell_seconds", "place", "waiting", "next_tickets", "wait_minutes",
        "revision", "min_client_version", "message", "version",
        "service_id", "gives_tickets", "hours", "connection", "address", "paper", "code_page",
    }  # fmt: skip


def test_a_filter_that_tells_tales_sees_no_row_of_another_screen(hospital: Hospital) -> None:
    house = queue.house(hospital, rooms={"Counter 1": ["A"], "Counter 2": ["A"]})
    mine = displays.screen(hospital, "Mine", rooms=[house.rooms["Counter 1"]])
    displays.screen(hospital, "Other", rooms=[house.rooms["Counter 2"]])
    displays.tickets(hospital, house, 1)
    displays.call_next(hospital, house.rooms["Counter 2"])
    connection = hospital.connection(mine)
    assert connection.execute("SELECT * FROM kiosk.recent_calls WHERE 1 / (call_id - call_id) > 0").fetchall() == []
    assert connection.execute("SELECT name FROM kiosk.my_display").fetchall() == [("Mine",)]
