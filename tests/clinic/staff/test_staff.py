"""People get, keep and lose their logins, and no password leaves the client."""

from uuid import uuid4

import pytest

from hms_desktop.clinic.staff import actions, queries
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused, Stale
from tests.hospital import PASSWORD, Hospital

NEW = "quiet rivers run deep"


def add(db: Database, login: str, *, duties: tuple[str, ...] = ("front_desk",), password: str = NEW) -> int:
    return db.run_now(
        actions.add_staff,
        intent=uuid4(),
        login=login,
        display_name="Asha Example",
        duties=duties,
        password=password,
    )


@pytest.fixture
def admin(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("admin", name="Ada Admin"))


@pytest.fixture
def login() -> str:
    return f"a{uuid4().hex[:12]}"


def test_a_new_person_signs_in_and_reads_who_they_are(hospital: Hospital, admin: Database, login: str) -> None:
    add(admin, login, duties=("front_desk", "cashier"))
    person = hospital.database(hospital.superuser.signed_in_as(login, NEW)).read_now(queries.me)
    assert person == queries.Me(login, "Asha Example", frozenset({"front_desk", "cashier"}), by_ticket=False)


def test_a_login_that_is_no_member_of_staff_is_told_so(hospital: Hospital) -> None:
    with pytest.raises(Refused, match="list of staff"):
        hospital.database().read_now(queries.me)


@pytest.mark.parametrize("weak", ["short", "aaaaaaaaaaaa", "x\0yyyyyyyyzzz", "half \ud800 a letter"])
def test_a_password_that_cannot_be_is_refused_on_the_client(admin: Database, login: str, weak: str) -> None:
    with pytest.raises(Refused):
        add(admin, login, password=weak)
    assert login not in {person.login for person in admin.read_now(queries.people)}


@pytest.mark.parametrize("wrong", ["Ünal", "x", "hms_worker", "a b", "a'; DROP ROLE hms_owner;--", "a" * 41])
def test_a_login_name_of_another_form_is_refused(admin: Database, wrong: str) -> None:
    with pytest.raises(Refused, match="login name"):
        add(admin, wrong)


def test_a_closed_account_cannot_sign_in_and_an_opened_one_can(hospital: Hospital, admin: Database, login: str) -> None:
    made = add(admin, login)

    def change(version: int, active: bool) -> None:
        admin.run_now(
            actions.save_staff,
            intent=uuid4(),
            person_id=made,
            version=version,
            display_name="Asha Example",
            duties=("front_desk",),
            active=active,
        )

    change(1, active=False)
    with pytest.raises(Refused, match="may not sign in"):
        hospital.database(hospital.superuser.signed_in_as(login, NEW)).read_now(queries.me)
    with pytest.raises(Stale):
        change(1, active=True)
    change(2, active=True)
    assert hospital.database(hospital.superuser.signed_in_as(login, NEW)).read_now(queries.me).login == login


def test_the_last_administrator_keeps_the_duty(admin: Database) -> None:
    (person,) = admin.read_now(queries.people)
    with pytest.raises(Refused, match="last administrator"):
        admin.run_now(
            actions.save_staff,
            intent=uuid4(),
            person_id=person.id,
            version=person.version,
            display_name=person.display_name,
            duties=("manager",),
            active=True,
        )


def test_an_administrator_gives_a_new_password(hospital: Hospital, admin: Database, login: str) -> None:
    made = add(admin, login)
    admin.run_now(
        actions.set_staff_password, intent=uuid4(), person_id=made, login=login, password="another long sentence"
    )
    with pytest.raises(Refused, match="not right"):
        hospital.database(hospital.superuser.signed_in_as(login, NEW)).read_now(queries.me)
    server = hospital.superuser.signed_in_as(login, "another long sentence")
    assert hospital.database(server).read_now(queries.me).login == login


def test_everyone_changes_their_own_password_and_nobody_elses(hospital: Hospital) -> None:
    hospital.person("admin")
    server = hospital.person("front_desk")
    person = hospital.database(server)
    person.run_now(actions.change_own_password, intent=uuid4(), login=server.user, password=NEW)
    assert hospital.database(server.signed_in_as(server.user, NEW)).read_now(queries.me).login == server.user
    with pytest.raises(Refused, match="duties do not allow"):
        person.run_now(
            actions.set_staff_password, intent=uuid4(), person_id=1, login=server.user, password=PASSWORD + " two"
        )


def test_the_server_never_sees_the_password(hospital: Hospital, admin: Database, login: str) -> None:
    add(admin, login)
    told = hospital.sql("SELECT rolpassword FROM pg_authid WHERE rolname = %s", login)[0][0]
    assert told.startswith("SCRAM-SHA-256$")
    assert hospital.sql("SELECT 1 FROM hms.audit WHERE after::text LIKE %s", f"%{NEW}%") == []
