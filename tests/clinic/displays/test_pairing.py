"""A new screen is let in: what its login may do, who compares what, and what goes wrong on the way."""

import uuid
from uuid import UUID, uuid4

import psycopg
import pytest

from hms_desktop.clinic.displays import actions_pairing as actions
from hms_desktop.clinic.displays import queries, rules
from hms_desktop.clinic.displays import queries_pairing as pairing
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError, Refused
from hms_desktop.core.settings import Server
from tests.factories import displays
from tests.hospital import PASSWORD, Hospital
from tests.kiosk.images import pairing_login

SECRET = "what the screen has made up itself"


@pytest.fixture
def image(hospital: Hospital) -> Database:
    """What a new screen can do with the login in its image."""
    return hospital.database(pairing_login(hospital))


@pytest.fixture
def admin(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("admin"))


def asked(image: Database, code: str = "", password: str = SECRET) -> tuple[str, UUID]:
    """The code and the handle of a new request."""
    code = code or rules.new_code()
    return code, image.run_now(actions.ask_to_pair, code=code, password=password, machine="new pi")


def accept(admin: Database, code: str, name: str = "Hall A") -> str:
    return admin.run_now(actions.accept_pairing, intent=uuid4(), code=code, name=name).login


def state(image: Database, handle: UUID) -> pairing.PairingState:
    return image.read_now(pairing.pairing_state, handle=handle)


def refused(error: pytest.ExceptionInfo[HmsError]) -> str:
    return error.value.code


def older(hospital: Hospital, minutes: int) -> None:
    hospital.sql("UPDATE hms.kiosk_pairings SET asked_at = asked_at - make_interval(mins => %s)", minutes)


def test_a_screen_whose_code_was_compared_signs_in_with_the_password_it_made(
    hospital: Hospital, image: Database, admin: Database
) -> None:
    code, handle = asked(image)
    (request,) = admin.read_now(pairing.waiting_pairings)
    assert (request.code, request.machine) == (code, "new-pi")
    assert 590 < request.seconds_left <= 600
    assert state(image, handle).state == "waiting"
    login = accept(admin, code)
    assert state(image, handle) == pairing.PairingState("accepted", state(image, handle).seconds_left, login, "Hall A")
    screen = hospital.database(hospital.superuser.signed_in_as(login, SECRET)).read_now(queries.my_screen)
    assert screen is not None
    assert screen.name == "Hall A"
    assert admin.read_now(pairing.waiting_pairings) == ()
    assert hospital.sql("SELECT verifier, decided_by IS NULL FROM hms.kiosk_pairings") == [(None, False)]


def test_accepting_twice_with_one_wish_lets_in_once(hospital: Hospital, image: Database, admin: Database) -> None:
    code, _ = asked(image)
    intent = uuid4()
    first = admin.run_now(actions.accept_pairing, intent=intent, code=code, name="Hall A")
    assert admin.run_now(actions.accept_pairing, intent=intent, code=code, name="Hall A") == first
    assert hospital.sql("SELECT count(*) FROM hms.displays") == [(1,)]


def test_a_machine_that_takes_a_screens_place_shuts_the_old_one_out(
    hospital: Hospital, image: Database, admin: Database
) -> None:
    old = displays.screen(hospital, "Hall A")
    code, handle = asked(image)
    assert accept(admin, code) == old.user == state(image, handle).login
    with pytest.raises(Refused):
        hospital.database(old).read_now(queries.my_screen)
    assert hospital.database(old.signed_in_as(old.user, SECRET)).read_now(queries.my_screen) is not None


def test_two_screens_at_once_each_get_their_own(hospital: Hospital, image: Database, admin: Database) -> None:
    (one, one_handle), (other, other_handle) = asked(image), asked(image, password=SECRET[::-1])
    accept(admin, other, "Hall B")
    assert state(image, one_handle).state == "waiting"
    accept(admin, one, "Hall A")
    assert (state(image, one_handle).display, state(image, other_handle).display) == ("Hall A", "Hall B")
    login = state(image, other_handle).login
    with pytest.raises(Refused):
        hospital.database(hospital.superuser.signed_in_as(login, SECRET)).read_now(queries.my_screen)


def test_a_code_that_no_screen_shows_lets_nobody_in(hospital: Hospital, image: Database, admin: Database) -> None:
    asked(image, "AAAA0000")
    with pytest.raises(Refused) as wrong:
        accept(admin, "AAAA0001")
    assert refused(wrong) == "pairing.unknown"
    assert hospital.sql("SELECT count(*) FROM hms.displays") == [(0,)]


def test_a_refused_request_is_told_so_and_cannot_be_accepted_after_all(image: Database, admin: Database) -> None:
    code, handle = asked(image)
    admin.run_now(actions.refuse_pairing, intent=uuid4(), code=code)
    assert state(image, handle).state == "refused"
    with pytest.raises(Refused) as late:
        accept(admin, code)
    assert refused(late) == "pairing.decided"


def test_a_request_expires_after_ten_minutes(hospital: Hospital, image: Database, admin: Database) -> None:
    code, handle = asked(image)
    older(hospital, 10)
    assert state(image, handle) == pairing.PairingState("expired", 0)
    assert admin.read_now(pairing.waiting_pairings) == ()
    with pytest.raises(Refused) as late:
        accept(admin, code)
    assert refused(late) == "pairing.expired"


def test_a_code_read_off_a_screen_cannot_be_asked_with_again(
    hospital: Hospital, image: Database, admin: Database
) -> None:
    code, _ = asked(image)
    for minutes in (0, 11):
        older(hospital, minutes)
        with pytest.raises(Refused) as copied:
            asked(image, code, "what a stranger has made up")
        assert refused(copied) == "pairing.code_used"


def test_five_requests_wait_at_most_and_a_refused_one_makes_room(image: Database, admin: Database) -> None:
    codes = [asked(image)[0] for _ in range(5)]
    with pytest.raises(Refused) as full:
        asked(image)
    assert refused(full) == "pairing.full"
    admin.run_now(actions.refuse_pairing, intent=uuid4(), code=codes[0])
    asked(image)


def test_twenty_requests_come_within_ten_minutes_at_most(hospital: Hospital, image: Database, admin: Database) -> None:
    for _ in range(20):
        admin.run_now(actions.refuse_pairing, intent=uuid4(), code=asked(image)[0])
    with pytest.raises(Refused) as often:
        asked(image)
    assert refused(often) == "pairing.too_often"
    older(hospital, 10)
    asked(image)


def test_what_expired_is_forgotten_after_a_day_and_what_was_decided_stays(
    hospital: Hospital, image: Database, admin: Database
) -> None:
    asked(image)
    accept(admin, asked(image)[0])
    older(hospital, 25 * 60)
    asked(image)
    assert sorted(hospital.sql("SELECT state FROM hms.kiosk_pairings")) == [("accepted",), ("waiting",)]


def test_a_handle_that_was_not_given_reads_nothing(image: Database) -> None:
    asked(image)
    assert state(image, uuid.uuid4()) == pairing.PairingState("expired", 0)


@pytest.mark.parametrize("code", ["", "aaaa0000", "AAAA000", "AAAA00000", "AAAAOOOO", "AAAA\n0000"])
def test_only_eight_clear_signs_are_a_code(image: Database, code: str) -> None:
    with pytest.raises(Refused) as wrong:
        image.run_now(actions.ask_to_pair, code=code, password=SECRET, machine="")
    assert refused(wrong) == "pairing.code_form"


def test_a_plain_password_never_reaches_the_list(hospital: Hospital, image: Database) -> None:
    psql = hospital.connection(image.server)
    with pytest.raises(psycopg.Error, match="SCRAM verifier"):
        psql.execute("SELECT kiosk.ask_to_pair('AAAA0000', 'a plain password', 'pi')")
    asked(image)
    assert SECRET not in str(hospital.sql("SELECT * FROM hms.kiosk_pairings"))


def test_with_psql_the_images_login_reads_no_table_and_no_view(hospital: Hospital, image: Database) -> None:
    rows = hospital.sql(
        """SELECT n.nspname || '.' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
           WHERE c.relkind IN ('r', 'p', 'v', 'm') AND n.nspname IN ('hms', 'kiosk')
             AND (has_any_column_privilege('hms_pairing', c.oid, 'SELECT,INSERT,UPDATE,REFERENCES')
                  OR has_table_privilege('hms_pairing', c.oid, 'DELETE,TRUNCATE,TRIGGER'))"""
    )
    assert rows == []


def test_with_psql_the_images_login_calls_its_two_functions_and_no_other(hospital: Hospital, image: Database) -> None:
    rows = hospital.sql(
        """SELECT p.oid::regprocedure::text FROM pg_proc p JOIN pg_namespace n ON n.oid = p.pronamespace
           WHERE n.nspname IN ('hms', 'kiosk') AND has_function_privilege('hms_pairing', p.oid, 'EXECUTE')
             AND has_schema_privilege('hms_pairing', n.oid, 'USAGE')"""
    )
    assert {name for (name,) in rows} == {"kiosk.ask_to_pair(text,text,text)", "kiosk.pairing_state(uuid)"}


@pytest.mark.parametrize(
    "statement",
    [
        "SELECT * FROM hms.patients",
        "SELECT * FROM hms.kiosk_pairings",
        "SELECT * FROM hms.waiting_pairings",
        "SELECT * FROM kiosk.my_display",
        "SELECT * FROM kiosk.recent_calls",
        "SELECT kiosk.heartbeat('1', 1, '{}')",
        "SELECT kiosk.send_thumbnail('')",
        "SELECT hms.accept_pairing(gen_random_uuid(), 'AAAA0000', 'mine', 'kiosk-mine')",
        "SELECT hms.give_kiosk_login('mine', 'kiosk-mine', 'x')",
        "SELECT hms.keep_login('me', 'x', '{hms_admin}')",
        "SELECT hms.hospital_now()",
        "CREATE TEMP TABLE mine (a int)",
        "CREATE TABLE kiosk.mine (a int)",
        "SET ROLE hms_kiosk",
        "SET ROLE hms_staff_keeper",
        "GRANT hms_kiosk TO CURRENT_USER",
        "BEGIN; LOCK TABLE hms.kiosk_pairings",
    ],
)
def test_with_psql_the_images_login_is_refused_everything_else(
    hospital: Hospital, image: Database, statement: str
) -> None:
    with pytest.raises(psycopg.Error) as error:
        hospital.connection(image.server).execute(statement.encode())
    assert error.value.sqlstate in ("42501", "42883")


@pytest.mark.parametrize("duty", ["front_desk", "manager"])
def test_only_an_administrator_lets_a_screen_in(hospital: Hospital, image: Database, duty: str) -> None:
    code, _ = asked(image)
    with pytest.raises(HmsError):
        accept(hospital.database(hospital.person(duty)), code)
    assert hospital.sql("SELECT count(*) FROM hms.displays") == [(0,)]


def test_a_renewed_password_shuts_the_old_images_out(hospital: Hospital, image: Database, admin: Database) -> None:
    admin.run_now(actions.renew_pairing_login, intent=uuid4(), password="for the new images")
    old: Server = hospital.superuser.signed_in_as("hms_pairing", PASSWORD)
    with pytest.raises(Refused):
        asked(hospital.database(old))
    asked(hospital.database(old.signed_in_as("hms_pairing", "for the new images")))
