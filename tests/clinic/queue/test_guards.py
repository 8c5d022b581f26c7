"""What the database itself refuses, whoever asks."""

import psycopg
import pytest

from hms_desktop.clinic.queue import actions, queries_planning
from hms_desktop.clinic.queue.rules import TRANSITIONS, ServiceRules
from hms_desktop.core.errors import Refused
from tests.clinic.queue.desk import Day

TABLES = (
    "priority_classes",
    "queue_calls",
    "segment_changes",
    "segment_transitions",
    "segments",
    "service_days",
    "service_rules",
    "tickets",
)
DUTIES = ("front_desk", "pharmacist", "clinician", "cashier", "store", "manager", "admin")


def test_the_database_allows_just_the_steps_of_the_rules(day: Day) -> None:
    allowed = day.hospital.sql("SELECT from_state, to_state FROM hms.segment_transitions")
    assert {(str(a), str(b)) for a, b in TRANSITIONS} == set(allowed)


def test_a_services_numbers_begin_with_the_defaults(day: Day) -> None:
    assert {numbers.rules for numbers in day.clerk.see(queries_planning.service_numbers)} == {ServiceRules()}


def test_no_duty_may_write_to_a_table_of_the_queue(day: Day) -> None:
    for duty in DUTIES:
        person = day.hospital.connection(day.hospital.person(duty))
        for table in TABLES:
            person.execute(f"SELECT count(*) FROM hms.{table}".encode())
            [(column,)] = day.hospital.sql(
                "SELECT attname::text FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0 "
                "AND attidentity = '' LIMIT 1",
                f"hms.{table}",
            )
            for statement in (
                f"INSERT INTO hms.{table} ({column}) VALUES (NULL)",
                f"UPDATE hms.{table} SET {column} = NULL",
                f"DELETE FROM hms.{table}",
                f"TRUNCATE hms.{table}",
            ):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    person.execute(statement.encode())


def test_helper_functions_are_nobodys(day: Day) -> None:
    person = day.hospital.connection(day.hospital.person(*DUTIES))
    for call in (
        "send_call(NULL, 1, 'call')",
        "note_change(NULL, 'x')",
        "take_room(1, NULL)",
        "take_back_transfer(1)",
        "lock_next(1, NULL)",
        "segment_as_seen(1, 1)",
        "refuse_second_open(1, 1, NULL)",
    ):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            person.execute(f"SELECT hms.{call}".encode())


def test_the_store_duty_may_not_run_the_queue(day: Day) -> None:
    day.arrives()
    with pytest.raises(Refused, match="duties do not allow"):
        day.desk("store").do(actions.call_next, room=day.house.rooms["Counter 1"])


MISTAKES = (
    "UPDATE hms.segments SET state = 'done', closed_at = now()",
    "UPDATE hms.segments SET state = 'no_show', closed_at = now()",
    "UPDATE hms.segments SET arrived_at = now()",
    "UPDATE hms.segments SET service_id = service_id + 1",
    "UPDATE hms.segments SET version = version + 5",
    "DELETE FROM hms.segments",
    "UPDATE hms.tickets SET number = 7",
    "UPDATE hms.tickets SET label = 'X 1'",
    "DELETE FROM hms.tickets",
    "UPDATE hms.queue_calls SET room_id = room_id",
    "TRUNCATE hms.queue_calls CASCADE",
    "DELETE FROM hms.queue_calls",
    "DELETE FROM hms.segment_changes",
    "UPDATE hms.service_days SET last_number = last_number - 1",
    "DELETE FROM hms.service_days",
)


def test_even_the_superuser_cannot_break_the_queue_by_mistake(day: Day) -> None:
    day.arrives()
    before = day.hospital.sql("SELECT to_jsonb(s) FROM hms.segments s")
    for statement in MISTAKES:
        with pytest.raises(psycopg.Error):
            day.hospital.sql(statement)
    assert day.hospital.sql("SELECT to_jsonb(s) FROM hms.segments s") == before


def test_a_merge_may_move_closed_tickets_to_another_record(day: Day) -> None:
    day.arrives()
    day.call_and_finish()
    other = day.patients[0]
    day.hospital.sql("UPDATE hms.tickets SET patient_id = %s", other)
    day.hospital.sql("UPDATE hms.segments SET patient_id = %s", other)
    assert day.hospital.sql("SELECT DISTINCT patient_id FROM hms.segments") == [(other,)]


def test_every_step_is_audited_with_the_person_who_took_it(day: Day) -> None:
    day.arrives()
    day.call_and_finish()
    who = day.clerk.database.server.user
    audited = day.hospital.sql(
        "SELECT person, verb, after ->> 'state' FROM hms.audit WHERE subject = 'segments' ORDER BY id"
    )
    assert audited == [(who, "insert", "waiting"), (who, "update", "called"), (who, "update", "done")]


def test_a_call_knocks_at_the_kiosks_and_a_change_at_the_desks(day: Day) -> None:
    ear = day.hospital.connection()
    ear.execute("LISTEN hms_changes")
    ear.execute("LISTEN hms_calls")
    day.arrives()
    call = day.call()
    heard = {(notice.channel, notice.payload) for notice in ear.notifies(timeout=2, stop_after=3)}
    assert heard == {("hms_changes", f"queue:{call.service_id}"), ("hms_calls", f"calls:{call.room_id}")}


def test_another_persons_intent_is_refused(day: Day) -> None:
    day.arrives()
    [(intent,)] = day.hospital.sql("SELECT id FROM hms.intents WHERE action = 'issue_ticket'")
    with pytest.raises(Refused) as refusal:
        day.desk("front_desk").database.run_now(
            actions.issue_ticket, intent=intent, service=day.house.services["A"], patient=day.patients[0]
        )
    assert refusal.value.code == "intent.taken"


HIDDEN = ("a\nb", "a\x1b[31m", "a\u202eb", "x" * 201)
STRANGE = ("<b>x</b>", "'; DROP TABLE hms.tickets; --", "=1+1", "%s {0} \\", ":room", "شكوى", "👩‍⚕️")


def test_a_reason_is_one_line_of_plain_text(day: Day) -> None:
    ticket = day.arrives()
    for reason in HIDDEN:
        with pytest.raises(Refused):
            day.clerk.do(actions.cancel_ticket, segment=ticket.segment_id, version=ticket.version, reason=reason)


def test_a_strange_reason_is_kept_as_it_is(day: Day) -> None:
    for reason in STRANGE:
        ticket = day.arrives()
        day.clerk.do(actions.cancel_ticket, segment=ticket.segment_id, version=ticket.version, reason=reason)
    kept = day.hospital.sql("SELECT note FROM hms.segment_changes WHERE verb = 'cancel' ORDER BY id")
    assert tuple(note for (note,) in kept) == STRANGE
