"""The pool, its errors, and what happens when the network or the server goes away in the middle."""

import asyncio
import threading
import uuid
from collections.abc import Iterator

import psycopg
import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.core.database import Database, _Call, _Calls
from hms_desktop.core.errors import Misconfigured, Refused, Stale, Unreachable
from hms_desktop.core.standing_alone import stands_alone
from tests.hospital import Hospital
from tests.proxy import Proxy
from tests.waiting import PATIENCE, until, wait_until


@pytest.fixture
def notes(hospital: Hospital) -> Hospital:
    """A hospital with one small definer function that writes a row once per intent."""
    hospital.sql("CREATE TABLE hms.notes (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, body text NOT NULL)")
    hospital.sql(
        """CREATE FUNCTION hms.take_note(p_intent uuid, p_body text) RETURNS jsonb
        LANGUAGE plpgsql SECURITY DEFINER SET search_path = hms, public, pg_temp AS $$
        DECLARE first jsonb := claim_intent(p_intent, 'take_note'); made bigint;
        BEGIN
            IF first IS NOT NULL THEN RETURN first; END IF;
            INSERT INTO notes (body) VALUES (p_body) RETURNING id INTO made;
            RETURN settle_intent(p_intent, jsonb_build_object('id', made));
        END $$"""
    )
    hospital.sql("GRANT EXECUTE ON FUNCTION hms.take_note(uuid, text) TO hms_staff")
    return hospital


@pytest.fixture
def proxy(hospital: Hospital) -> Iterator[Proxy]:
    with Proxy(hospital.superuser) as network:
        yield network


def take_note(session: Session, *, intent: uuid.UUID, body: str) -> int:
    found = session.execute(sa.text("SELECT hms.take_note(:intent, :body)"), {"intent": intent, "body": body})
    return int(found.scalar_one()["id"])


def scalar(session: Session, *, statement: str) -> object:
    return session.execute(sa.text(statement)).scalar()


def asleep(hospital: Hospital) -> list[int]:
    """The backends that sleep in a statement now."""
    return [
        pid
        for (pid,) in hospital.sql(
            "SELECT pid FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'"
        )
    ]


def count_of_notes(hospital: Hospital) -> int:
    return int(hospital.sql("SELECT count(*) FROM hms.notes")[0][0])


def test_a_refusal_carries_its_code_its_sentence_and_its_values(hospital: Hospital) -> None:
    statement = """DO $$ BEGIN PERFORM hms.refuse('queue.closed', 'The queue is closed.', '{"service": 4}'); END $$"""
    with pytest.raises(Refused, match="The queue is closed") as refused:
        hospital.database().run_now(lambda session: session.execute(sa.text(statement.replace(":", r"\:"))))
    assert (refused.value.code, refused.value.params) == ("queue.closed", {"service": 4})


def test_a_stale_row_is_told_apart_from_a_refusal(hospital: Hospital) -> None:
    with pytest.raises(Stale):
        hospital.database().run_now(scalar, statement="SELECT hms.stale('x', 'Someone was faster.')")


@pytest.mark.parametrize("where", ["before", "after"])
def test_a_commit_whose_answer_was_lost_is_done_exactly_once(notes: Hospital, proxy: Proxy, where: str) -> None:
    database = notes.database(proxy.through(notes.person("front_desk")))
    for number in range(5):
        proxy.cut_at_commit = where
        first = database.run_now(take_note, intent=(intent := uuid.uuid4()), body=f"note {number}")
        assert database.run_now(take_note, intent=intent, body=f"note {number}") == first
    assert proxy.commits_cut == 5
    assert count_of_notes(notes) == 5


@pytest.mark.parametrize(("marked", "kept"), [(True, 1), (False, 0)])
def test_what_an_action_that_stands_alone_has_done_stands_whatever_comes_after_it(
    notes: Hospital, marked: bool, kept: int
) -> None:
    def note_and_be_refused(session: Session, *, intent: uuid.UUID) -> None:
        take_note(session, intent=intent, body="first")
        session.execute(sa.text("SELECT hms.refuse('note.second', 'No second note.')"))

    database = notes.database(notes.person("front_desk"))
    with pytest.raises(Refused, match="No second note"):
        database.run_now(stands_alone(note_and_be_refused) if marked else note_and_be_refused, intent=uuid.uuid4())
    assert count_of_notes(notes) == kept


def test_a_write_without_an_intent_is_never_repeated(notes: Hospital, proxy: Proxy) -> None:
    database = notes.database(proxy.through())
    proxy.cut_at_commit = "after"
    with pytest.raises(Unreachable):
        database.run_now(scalar, statement="INSERT INTO hms.notes (body) VALUES ('once') RETURNING id")
    assert count_of_notes(notes) == 1


def test_the_intent_of_another_person_is_refused(notes: Hospital) -> None:
    intent = uuid.uuid4()
    notes.database(notes.person("front_desk")).run_now(take_note, intent=intent, body="mine")
    with pytest.raises(Refused, match="already used"):
        notes.database(notes.person("front_desk")).run_now(take_note, intent=intent, body="yours")


def test_a_client_killed_in_mid_transaction_leaves_nothing(notes: Hospital, proxy: Proxy) -> None:
    database = notes.database(proxy.through(notes.person("front_desk")))
    started = threading.Event()

    def half_done(session: Session) -> None:
        take_note(session, intent=uuid.uuid4(), body="half")
        started.set()
        proxy.cut()
        session.execute(sa.text("SELECT 1"))

    with pytest.raises(Unreachable):
        database.run_now(half_done)
    assert started.is_set()
    assert count_of_notes(notes) == 0


def test_a_read_on_a_connection_that_died_unnoticed_is_asked_again(hospital: Hospital) -> None:
    database = hospital.database()
    assert database.read_now(scalar, statement="SELECT 1") == 1
    hospital.sql("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'hms'")
    assert database.read_now(scalar, statement="SELECT 2") == 2


def test_a_read_that_met_the_cancelling_of_another_statement_is_asked_again(hospital: Hospital) -> None:
    database = hospital.database()
    asked: list[int] = []

    def ask(session: Session) -> int:
        [pid] = session.execute(sa.text("SELECT pg_backend_pid()")).scalars()
        asked.append(pid)
        session.execute(sa.text("SELECT pg_sleep(:seconds)"), {"seconds": PATIENCE if len(asked) == 1 else 0})
        return pid

    def cancel_late() -> None:  # as a cancelling that was meant for an earlier statement
        wait_until(lambda: asleep(hospital))
        hospital.sql("SELECT pg_cancel_backend(%s)", asked[0])

    late = threading.Thread(target=cancel_late)
    late.start()
    assert database.read_now(ask) == asked[-1]
    late.join()
    assert len(asked) == 2


def test_a_read_that_was_itself_cancelled_is_not_asked_again(hospital: Hospital) -> None:
    database = hospital.database()
    asked: list[int] = []

    def ask(session: Session) -> None:
        asked.append(1)
        session.execute(sa.text("SELECT pg_sleep(:seconds)"), {"seconds": PATIENCE})

    async def ask_and_leave() -> None:
        task = asyncio.create_task(database.read(ask))
        await until(lambda: asleep(hospital))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.sleep(0.5)

    asyncio.run(ask_and_leave())
    assert asked == [1]


def test_changes_that_are_awaited_are_counted_also_where_one_is_refused(notes: Hospital) -> None:
    database = notes.database(notes.person("front_desk"))

    async def change() -> None:
        waiting = notes.connection()
        waiting.execute("BEGIN")
        waiting.execute("LOCK TABLE hms.notes IN EXCLUSIVE MODE")
        changing = asyncio.ensure_future(database.run(take_note, intent=uuid.uuid4(), body="kept"))
        refused = asyncio.ensure_future(database.run(take_note, intent=None, body="refused"))
        await until(lambda: refused.done(), "one was refused")
        assert database.changing == 1
        waiting.execute("COMMIT")
        await changing
        assert isinstance(refused.exception(), Refused)
        assert database.changing == 0

    asyncio.run(change())


def test_cancelling_a_read_stops_its_statement_on_the_server(hospital: Hospital) -> None:
    database = hospital.database()

    async def ask_and_leave() -> None:
        task = asyncio.create_task(database.read(scalar, statement=f"SELECT pg_sleep({PATIENCE})"))
        await until(lambda: asleep(hospital))
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task

    asyncio.run(ask_and_leave())
    wait_until(lambda: not asleep(hospital), "the server had stopped it", seconds=PATIENCE / 3)


def test_a_frozen_network_ends_in_one_sentence(
    hospital: Hospital, proxy: Proxy, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = hospital.database(proxy.through())
    database.read_now(scalar, statement="SELECT 1")
    monkeypatch.setattr("hms_desktop.core.database.SILENT_SECONDS", 1)
    proxy.freeze()
    with pytest.raises(Unreachable, match="does not answer"):
        database.run_now(scalar, statement="SELECT 1")


def test_a_statement_that_takes_too_long_is_stopped_by_the_server(hospital: Hospital) -> None:
    def slow(session: Session) -> None:
        session.execute(sa.text("SET statement_timeout = '100ms'"))
        session.execute(sa.text("SELECT pg_sleep(5)"))

    with pytest.raises(Unreachable, match="too long"):
        hospital.database().run_now(slow)


def test_a_snapshot_sees_one_moment_in_all_its_statements(notes: Hospital) -> None:
    def twice(session: Session) -> tuple[object, object]:
        before = scalar(session, statement="SELECT count(*) FROM hms.notes")
        notes.sql("INSERT INTO hms.notes (body) VALUES ('meanwhile')")
        return before, scalar(session, statement="SELECT count(*) FROM hms.notes")

    assert notes.database().read_now(twice, snapshot=True) == (0, 0)


def test_a_wrong_password_is_a_refusal_that_names_no_secret(hospital: Hospital) -> None:
    wrong = hospital.person("front_desk").signed_in_as("nobody.here", "not the password")
    with pytest.raises(Refused, match="name or the password") as refused:
        Database(wrong).read_now(scalar, statement="SELECT 1")
    assert "not the password" not in f"{refused.value!r} {wrong!r}"


def test_a_database_that_does_not_exist_is_a_matter_for_it(hospital: Hospital) -> None:
    from dataclasses import replace

    with pytest.raises(Misconfigured, match="no such database"):
        Database(replace(hospital.superuser, dbname="elsewhere")).read_now(scalar, statement="SELECT 1")


@pytest.mark.parametrize("text", ["a\0b", "\ud800"])
def test_text_that_cannot_be_stored_is_refused(hospital: Hospital, text: str) -> None:
    def ask(session: Session) -> None:
        session.execute(sa.text("SELECT :text"), {"text": text})

    with pytest.raises(Refused, match="cannot be stored"):
        hospital.database().run_now(ask)


def test_work_that_begins_while_the_database_is_closed_is_cut_too(hospital: Hospital) -> None:
    calls = _Calls()
    calls.close()
    with (
        hospital.connection() as connection,
        calls.watched(_Call(), connection),
        pytest.raises(psycopg.OperationalError),
    ):
        connection.execute("SELECT 1")


def test_a_closed_database_leaves_no_connection_behind(hospital: Hospital) -> None:
    person = hospital.person("front_desk")
    database = Database(person, workstation="desk-1")
    outcome: list[BaseException] = []

    def wait_long() -> None:
        try:
            database.read_now(scalar, statement="SELECT pg_sleep(20)")
        except Unreachable as error:
            outcome.append(error)

    waiting = threading.Thread(target=wait_long)
    waiting.start()
    connected = f"SELECT pid FROM pg_stat_activity WHERE usename = '{person.user}'"
    wait_until(lambda: hospital.sql(connected))
    database.close()
    waiting.join(PATIENCE)
    assert [type(error) for error in outcome] == [Unreachable]
    with pytest.raises(Unreachable, match="ended its work"):
        database.read_now(scalar, statement="SELECT 1")
    wait_until(lambda: not hospital.sql(f"{connected} AND wait_event IS DISTINCT FROM 'PgSleep'"))


def test_a_connection_that_comes_back_while_the_pool_is_replaced_is_closed_too(
    hospital: Hospital, monkeypatch: pytest.MonkeyPatch
) -> None:
    database = Database(hospital.superuser)
    pool = database._primary.writing.engine.pool
    out = pool.connect()
    raw, replaced = out.driver_connection, pool.recreate

    def meanwhile() -> sa.Pool:
        out.close()  # as a worker does at the end of its work; the pool was emptied just before
        return replaced()

    monkeypatch.setattr(pool, "recreate", meanwhile)
    database.close()
    assert isinstance(raw, psycopg.Connection)
    assert raw.closed
