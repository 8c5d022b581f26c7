"""A second person's assent: their own login, exactly this, once, within two minutes; tried with raw connections."""

import asyncio
import datetime as dt
import logging
from collections.abc import Callable
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg.types.json import Jsonb

from hms_desktop.clinic.staff import actions, queries
from hms_desktop.core.errors import Refused
from hms_desktop.core.settings import Server
from tests.hospital import PASSWORD, Hospital
from tests.waiting import wait_until

SUBJECT = "safety.stop"
CONTENT = {"patient": 7, "lines": [{"medicine": 1, "quantity": 20}]}
NOON = dt.datetime(2026, 3, 2, 12, 0, tzinfo=dt.UTC)


def digest(hospital: Hospital, content: object = CONTENT) -> bytes:
    return bytes(hospital.sql("SELECT hms.digest_of(%s)", Jsonb(content))[0][0])


@pytest.fixture
def first(hospital: Hospital) -> Server:
    return hospital.person("pharmacist")


@pytest.fixture
def second(hospital: Hospital) -> Server:
    return hospital.person("pharmacist")


@pytest.fixture
def use(hospital: Hospital, first: Server) -> Callable[..., str]:
    """Consumes an assent as the functions of the suite do: within a definer function, in the first person's name."""
    hospital.sql(
        """CREATE FUNCTION hms.try_to_use(p_intent uuid, p_subject text, p_digest bytea) RETURNS text
        LANGUAGE sql SECURITY DEFINER SET search_path = hms, pg_temp
        AS 'SELECT hms.use_assent(p_intent, p_subject, p_digest)'"""
    )
    hospital.sql("GRANT EXECUTE ON FUNCTION hms.try_to_use(uuid, text, bytea) TO hms_staff")

    def try_to_use(intent: UUID, subject: str = SUBJECT, content: object = CONTENT, by: Server | None = None) -> str:
        return str(
            hospital.connection(by or first)
            .execute("SELECT hms.try_to_use(%s, %s, %s)", (intent, subject, digest(hospital, content)))
            .fetchall()[0][0]
        )

    return try_to_use


def give(hospital: Hospital, who: Server, intent: UUID, subject: str = SUBJECT, content: object = CONTENT) -> None:
    hospital.connection(who).execute("SELECT hms.give_assent(%s, %s, %s)", (intent, subject, digest(hospital, content)))


def test_what_a_colleague_agreed_to_is_consumed_once_in_their_name(
    hospital: Hospital, second: Server, use: Callable[..., str]
) -> None:
    intent = uuid4()
    give(hospital, second, intent)
    assert use(intent) == second.user
    with pytest.raises(psycopg.Error, match="used already"):
        use(intent)
    with pytest.raises(psycopg.Error, match="used already"):
        give(hospital, second, intent)


def test_nobody_agrees_to_their_own_wish(hospital: Hospital, first: Server, use: Callable[..., str]) -> None:
    intent = uuid4()
    give(hospital, first, intent)
    with pytest.raises(psycopg.Error, match="Nobody agrees"):
        use(intent)


def test_it_holds_for_this_wish_this_subject_and_this_content_only(
    hospital: Hospital, second: Server, use: Callable[..., str]
) -> None:
    intent = uuid4()
    give(hospital, second, intent)
    for tried in (
        (uuid4(), SUBJECT, CONTENT),
        (intent, "controlled.entry", CONTENT),
        (intent, SUBJECT, CONTENT | {"patient": 8}),
    ):
        with pytest.raises(psycopg.Error, match="must agree to exactly this"):
            use(*tried)
    assert use(intent) == second.user


def test_it_is_good_for_two_minutes_and_may_be_given_afresh(
    hospital: Hospital, second: Server, use: Callable[..., str]
) -> None:
    intent = uuid4()
    hospital.set_clock(NOON)
    give(hospital, second, intent)
    hospital.set_clock(NOON + dt.timedelta(seconds=121))
    with pytest.raises(psycopg.Error, match="older than two minutes"):
        use(intent)
    give(hospital, second, intent)
    hospital.set_clock(NOON + dt.timedelta(seconds=240))
    assert use(intent) == second.user


def test_the_duty_is_asked_of_whoever_agrees(hospital: Hospital) -> None:
    with pytest.raises(psycopg.Error, match="duties do not let you agree"):
        give(hospital, hospital.person("front_desk"), uuid4())
    with pytest.raises(psycopg.Error, match="must name what it is about"):
        give(hospital, hospital.person("pharmacist"), uuid4(), "anything")


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO hms.assents (intent, subject, digest, person, given_at) "
        "VALUES (gen_random_uuid(), 'safety.stop', sha256(''), 'a.colleague', now())",
        "UPDATE hms.assents SET person = 'a.colleague'",
        "SELECT * FROM hms.assents",
        "SELECT hms.use_assent(gen_random_uuid(), 'safety.stop', sha256(''))",
        "SET ROLE hms_owner",
        "SET SESSION AUTHORIZATION hms_owner",
    ],
)
def test_no_client_writes_a_name_or_consumes_by_hand(hospital: Hospital, first: Server, statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        hospital.connection(first).execute(statement.encode())


def test_the_order_in_which_content_is_sent_does_not_matter(hospital: Hospital, first: Server) -> None:
    db = hospital.database(first)
    turned = {"lines": CONTENT["lines"], "patient": 7}
    assert db.read_now(queries.digest_of, content=turned) == digest(hospital)


def test_the_colleagues_connection_is_short_and_their_password_is_in_no_log(
    hospital: Hospital, first: Server, second: Server, use: Callable[..., str], caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    intent, db = uuid4(), hospital.database(first)

    def agree(password: str) -> None:
        asked = db.run_as(
            second.user, password, actions.give_assent, intent=intent, subject=SUBJECT, digest=digest(hospital)
        )
        asyncio.run(asked)

    with pytest.raises(Refused, match="not right"):
        agree("a wrong password")
    agree(PASSWORD)
    open_ones = "SELECT 1 FROM pg_stat_activity WHERE usename = %s"
    wait_until(lambda: hospital.sql(open_ones, second.user) == [], "the colleague's connection has ended")
    assert use(intent) == second.user
    assert PASSWORD not in caplog.text
    assert "a wrong password" not in caplog.text
    assert hospital.sql("SELECT 1 FROM hms.audit WHERE coalesce(after, before)::text LIKE %s", f"%{PASSWORD}%") == []


def test_an_assent_older_than_its_intent_is_pruned_and_the_audit_keeps_it(
    hospital: Hospital, second: Server, use: Callable[..., str]
) -> None:
    hospital.set_clock(NOON)
    spent, unused = uuid4(), uuid4()
    give(hospital, second, spent)
    use(spent)
    give(hospital, second, unused)
    hospital.set_clock(NOON + dt.timedelta(days=20))
    fresh = uuid4()
    give(hospital, second, fresh)
    hospital.set_clock(NOON + dt.timedelta(days=31))
    hospital.sql("SET ROLE hms_worker")
    assert hospital.sql("SELECT hms.prune_assents()") == [(2,)]
    hospital.sql("RESET ROLE")
    assert hospital.sql("SELECT intent FROM hms.assents") == [(fresh,)]
    kept = hospital.sql("SELECT verb FROM hms.audit WHERE subject = 'assents' AND person = %s ORDER BY id", second.user)
    assert [verb for (verb,) in kept] == ["insert", "insert", "insert"]
