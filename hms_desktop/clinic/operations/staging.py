"""Sets a demo's database up for a day: services, rooms, people who can sign in, and the screen that shows the calls.

Everything is done by an administrator's login through the same actions as the administrator's pages.
"""

import secrets
import string
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from psycopg import sql

from hms_desktop.clinic.displays import actions as displays
from hms_desktop.clinic.operations import kiosks
from hms_desktop.clinic.organisation import actions as organisation
from hms_desktop.clinic.organisation import queries as places_of
from hms_desktop.clinic.records.queries import is_demo
from hms_desktop.clinic.staff import actions as staff
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Misconfigured
from hms_desktop.core.settings import Server

CLERKS = 3
A_COUNTER_SERVES = 75  # patients a day, so that the busiest hours build a queue

MOST_COUNTERS = 100  # each has a connection of its own, and the built-in server has 200
MOST_SERVICES = 60


@dataclass(frozen=True)
class Post:
    """A room with the person who calls from it."""

    room_id: int
    room: str
    service_ids: tuple[int, ...]
    server: Server


@dataclass(frozen=True)
class Stage:
    """All that a day needs; the servers are signed in as the people themselves."""

    services: Mapping[str, int]
    posts: tuple[Post, ...]
    clerks: tuple[Server, ...]
    keeper: Server
    display_id: int = 0


def new_password() -> str:
    """A password of 96 random bits, readable enough to be typed from the screen."""
    return "-".join(secrets.token_hex(3) for _ in range(4))


def refuse_unless_demo(server: Server) -> None:
    """Raises Misconfigured where the database was not created as a demo: its clock and its patients are real."""
    database = Database(server, application="hms-admin", pool_size=1)
    try:
        demo = database.read_now(is_demo)
    finally:
        database.close()
    if not demo:
        raise Misconfigured(
            "simulate.not_a_demo",
            f"The database {server.dbname} was not created as a demo, so no day is simulated in it.",
        )


def first_person(superuser: Server, login: str, name: str, duties: Sequence[str], password: str) -> Server:
    """Make a person as the cluster's superuser, for whom no administrator's login exists yet."""
    database = Database(superuser, application="hms-admin", pool_size=1)
    try:
        database.run_now(
            staff.add_staff, intent=uuid4(), login=login, display_name=name, duties=duties, password=password
        )
    finally:
        database.close()
    return superuser.signed_in_as(login, password)


def found_facility(superuser: Server, name: str, time_zone: str) -> None:
    """Write the one row of the hospital itself, where there is none yet."""
    with connect(superuser, application="hms-admin") as connection:
        if connection.execute("SELECT 1 FROM hms.facility").fetchone() is None:
            connection.execute("INSERT INTO hms.facility (name, time_zone) VALUES (%s, %s)", (name, time_zone))


def stage_day(keeper: Server, arrivals: Mapping[str, int], *, counters: int | None, screen: Path) -> Stage:
    """Services for the names in `arrivals` (name: number of patients), their counters and people, and one kiosk.

    `keeper` is signed in as administrator and manager. The kiosk's settings are written to the file `screen`.
    """
    database = Database(keeper, application="hms-admin", pool_size=1)
    try:
        services = _services(database, tuple(arrivals))
        shares = shared_out(arrivals, counters)
        run = secrets.token_hex(3)
        people = _People(database, keeper, run)
        posts = tuple(_posts(database, people, services, shares))
        clerks = tuple(people.add(f"Clerk {n}", "front_desk") for n in range(1, CLERKS + 1))
        screen_name = f"Screen {run}"
        display_id = database.run_now(
            displays.save_display, intent=uuid4(), name=screen_name, room_ids=[post.room_id for post in posts]
        )
        kiosks.set_up(database, screen_name, screen)
    finally:
        database.close()
    return Stage(services, posts, clerks, keeper, display_id)


def shared_out(arrivals: Mapping[str, int], counters: int | None) -> dict[str, int]:
    """How many counters each service gets: at least one, the rest by the number of patients per counter."""
    shares = dict.fromkeys(arrivals, 1)
    enough = sum(-(-many // A_COUNTER_SERVES) for many in arrivals.values())
    wanted = min(enough, MOST_COUNTERS) if counters is None else counters
    for _ in range(wanted - len(shares)):
        busiest = max(shares, key=lambda name: (arrivals[name] / shares[name], name))
        shares[busiest] += 1
    return shares


def prefix_for(name: str, taken: set[str]) -> str:
    """One to three capital letters for a service, from its name where they are free."""
    letters = [letter for letter in name.upper() if letter in string.ascii_uppercase] or ["S"]
    wanted = [letters[0], *("".join(letters[i : i + 2]) for i in range(len(letters) - 1))]
    alphabet = string.ascii_uppercase
    every: Iterator[str] = (one + two + three for one in alphabet for two in alphabet for three in alphabet)
    free: str = next(prefix for prefix in (*wanted, *alphabet, *every) if prefix not in taken)
    taken.add(free)
    return free


def _services(database: Database, names: Iterable[str]) -> dict[str, int]:
    """The services of these names: those that exist, else new ones with a prefix of their own."""
    known = database.read_now(places_of.services)
    found = {row.name: row.id for row in known if row.active}
    taken = {row.prefix for row in known}
    missing = [name for name in names if name not in found]
    if missing:
        departments = {row.name: row.id for row in database.read_now(places_of.departments)}
        department = departments.get("Outpatients") or database.run_now(
            organisation.save_department, intent=uuid4(), draft=organisation.DepartmentDraft("Outpatients")
        )
        for name in missing:
            draft = organisation.ServiceDraft(department, name, prefix_for(name, taken))
            found[name] = database.run_now(organisation.save_service, intent=uuid4(), draft=draft)
    return {name: found[name] for name in names}


def _posts(
    database: Database, people: "_People", services: Mapping[str, int], shares: Mapping[str, int]
) -> Iterable[Post]:
    taken = Counter(row.name for row in database.read_now(places_of.rooms))
    number = 0
    for name, many in shares.items():
        for _ in range(many):
            number += 1
            while taken[f"Counter {number}"]:
                number += 1
            room = f"Counter {number}"
            draft = organisation.RoomDraft(room, "counter", (services[name],))
            room_id = database.run_now(organisation.save_room, intent=uuid4(), draft=draft)
            yield Post(room_id, room, (services[name],), people.add(room, "front_desk"))


class _People:
    """Makes the people of one run, whose logins nobody else has."""

    def __init__(self, database: Database, server: Server, run: str) -> None:
        self._database = database
        self._server = server
        self._run = run
        self._number = 0

    def add(self, name: str, duty: str) -> Server:
        self._number += 1
        login, password = f"day.{self._run}.{self._number}", new_password()
        self._database.run_now(
            staff.add_staff, intent=uuid4(), login=login, display_name=name, duties=[duty], password=password
        )
        return self._server.signed_in_as(login, password)


def drop_people(superuser: Server) -> None:
    """Drop every login of staff and kiosks in a cluster of which the demo is the only user."""
    with connect(superuser, application="hms-admin", autocommit=True, patient=True) as connection:
        logins = connection.execute(
            "SELECT DISTINCT m.rolname FROM pg_auth_members a JOIN pg_roles g ON g.oid = a.roleid "
            "JOIN pg_roles m ON m.oid = a.member WHERE m.rolcanlogin AND g.rolname LIKE 'hms\\_%' "
            "AND m.rolname NOT LIKE 'hms\\_%'"
        ).fetchall()
        for (login,) in logins:
            connection.execute(sql.SQL("DROP ROLE {}").format(sql.Identifier(login)))
