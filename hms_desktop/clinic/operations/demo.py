"""The demo hospital in the embedded database: made at the first start, found again in a moment at every later one."""

import datetime as dt
import json
import random
from collections.abc import Mapping
from contextlib import ExitStack, closing
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from uuid import uuid4

from psycopg import sql

from hms_desktop.clinic.displays import actions as displays
from hms_desktop.clinic.operations import (
    demo_calendar,
    demo_history,
    demo_medicines,
    demo_prescriptions,
    demo_purchasing,
    demo_safety,
    demo_stock,
    demo_weeks,
    fictitious,
    installing,
    kiosks,
    staging,
)
from hms_desktop.clinic.operations.staging import Post, Stage
from hms_desktop.clinic.organisation import actions as organisation
from hms_desktop.clinic.patients.rules import PatientRecord
from hms_desktop.clinic.printing import actions as printing
from hms_desktop.clinic.printing.rules import CARD, FOLDER, Printer
from hms_desktop.clinic.staff import actions as staff
from hms_desktop.clinic.staff import queries as people_of
from hms_desktop.clinic.staff.rules import DUTIES
from hms_desktop.clinic.trail import sealing
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.settings import Server, Settings, load
from hms_desktop.core.settings_file import write_secret, write_settings

DBNAME = "hms_demo"
HOSPITAL = "Demo Hospital"
PATIENTS = 2_000
RESTRICTED_IN = 200
WAITING = 3  # patients who would come sooner
SEED = 2_026

SERVICES: Mapping[str, tuple[str, str]] = {
    "General clinic": ("A", "Outpatients"),
    "Vaccination": ("V", "Outpatients"),
    "Laboratory": ("L", "Diagnostics"),
    "X-ray": ("X", "Diagnostics"),
    "Pharmacy": ("P", "Pharmacy and cashier"),
    "Cashier": ("C", "Pharmacy and cashier"),
}
"""Prefix and department by name."""

ROOMS: Mapping[str, tuple[str, tuple[str, ...]]] = {
    "Room 1": ("room", ("General clinic",)),
    "Room 2": ("room", ("General clinic",)),
    "Room 3": ("room", ("General clinic", "Vaccination")),
    "Laboratory 1": ("counter", ("Laboratory",)),
    "X-ray room": ("room", ("X-ray",)),
    "Pharmacy 1": ("window", ("Pharmacy",)),
    "Pharmacy 2": ("window", ("Pharmacy",)),
    "Cashier 1": ("counter", ("Cashier",)),
}
"""Kind and services by name."""

PRINTERS = (
    Printer(
        "Paper on the screen", FOLDER, "", "roll80", "CP858", ("ticket", "slip", "registration", "receipt", "leaflet")
    ),
    Printer("Cards on the screen", FOLDER, "", "label", "CP858", ("card",), *CARD),
    Printer("Labels on the screen", FOLDER, "", "label", "CP858", ("medicine_label", "batch_label"), 70, 38),
    Printer(
        "Pages on the screen",
        FOLDER,
        "",
        "a4",
        "CP858",
        ("prescription", "controlled_register", "counting_sheet", "second_count_sheet"),
    ),
)
"""No machine is needed to see what would come out."""

YOURS = "Room 1"
"""Nobody calls from here but the newcomer who tries the demo."""

DISPLAYS: Mapping[str, tuple[str, ...]] = {
    "Main hall": ("Room 1", "Room 2", "Room 3", "Laboratory 1", "X-ray room"),
    "Pharmacy hall": ("Pharmacy 1", "Pharmacy 2", "Cashier 1"),
}
"""The rooms whose calls each screen shows."""

_KEEPER = "keeper"  # the key of the login that drives the demo's day
_CLERK = "clerk"
_WORKER = "hms_worker"
_PRESCRIBER = "doctor.2"  # who writes what the demo's pharmacy hands out


@dataclass(frozen=True)
class Account:
    """Somebody as whom the demo can be tried; the sign-in window shows the password."""

    duty: str
    login: str
    display_name: str
    password: str = field(repr=False)


@dataclass(frozen=True)
class Demo:
    """The demo hospital, ready: where it is (nobody signed in), as whom to sign in, the screens' and worker's files."""

    server: Server
    accounts: tuple[Account, ...]
    kiosks: tuple[Path, ...]
    worker: Path


def open_demo(superuser: Server, folder: Path) -> Demo:
    """The demo in the embedded cluster of `superuser`; made, or made anew, where it is not whole.

    `folder` keeps its passwords and the screens' settings, for its owner only. Only one program at a time may open
    it. Raises HmsError; OSError where the folder cannot be used.
    """
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    server = replace(superuser, dbname=DBNAME)
    kept = _kept(folder)
    if kept is None or not _exists(superuser):
        _tear_down(superuser, folder)
        kept = _make(superuser, server, folder)
    else:
        _bring_up_to_date(superuser, server)
        _set_clock_right(server)
        with closing(Database(server, application="hms-demo", pool_size=1)) as database:
            demo_calendar.fill(database)
    return _found(server.signed_in_as("", ""), kept, folder, _let_worker_in(server, folder))


def _bring_up_to_date(superuser: Server, server: Server) -> None:
    """A demo that an older version made gets the roles, too, that came since."""
    if not installing.schema_state(server).current:
        installing.make_roles(superuser)
        installing.migrate(server, kind="demo")


def _let_worker_in(superuser: Server, folder: Path) -> Path:
    """The worker's settings file, with the password that it has had since the demo was made, or a first one."""
    path = folder / "worker.toml"
    known = load(path, {})[0].server
    password = known.password if known else staging.new_password()
    if known is None:
        with connect(superuser, application="hms-demo", autocommit=True) as connection:
            made = installing.verifier(connection, _WORKER, password)
            connection.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(_WORKER), sql.Literal(made)))
    write_settings(path, Settings(server=superuser.signed_in_as(_WORKER, password), workstation="demo-worker"))
    return path


def _set_clock_right(server: Server) -> None:
    """A day that was cut short while it leapt may have left the clock standing."""
    with connect(server, application="hms-demo") as connection:
        connection.execute("SELECT hms.set_clock(clock_timestamp(), 1)")


def stage_of(server: Server, folder: Path) -> Stage:
    """The people who keep the demo alive: everybody at the counters but the newcomer's own room."""
    kept = _kept(folder)
    if kept is None:
        raise FileNotFoundError(2, "The demo was not made yet", str(folder))

    def signed_in(key: str) -> Server:
        login, password = kept["logins"][key]
        return server.signed_in_as(login, password)

    posts = tuple(
        Post(kept["rooms"][room], room, tuple(kept["services"][name] for name in names), signed_in(room))
        for room, (_, names) in ROOMS.items()
        if room != YOURS
    )
    return Stage(kept["services"], posts, (signed_in(_CLERK),), signed_in(_KEEPER))


def _kept(folder: Path) -> dict[str, Any] | None:
    """What was written when the demo was whole; None where it never was."""
    try:
        found = json.loads(_file(folder).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return None
    return found if isinstance(found, dict) else None


def _file(folder: Path) -> Path:
    return folder / "demo.json"


def _exists(superuser: Server) -> bool:
    with connect(superuser, application="hms-demo") as connection:
        return connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DBNAME,)).fetchone() is not None


def _found(server: Server, kept: Mapping[str, Any], folder: Path, worker: Path) -> Demo:
    """The screens' files are written at each start: the embedded server may listen elsewhere than before."""
    screens = []
    for number, (name, (login, password)) in enumerate(kept["kiosks"].items(), start=1):
        path = folder / f"kiosk-{number}.toml"
        write_settings(path, Settings(server=server.signed_in_as(login, password), workstation=name))
        screens.append(path)
    accounts = tuple(Account(duty, login, name, password) for duty, login, name, password in kept["accounts"])
    return Demo(server, accounts, tuple(screens), worker)


def _tear_down(superuser: Server, folder: Path) -> None:
    """Take away what a first start left that was cut short; the cluster serves the demo alone."""
    for file in (_file(folder), folder / "worker.toml"):
        file.unlink(missing_ok=True)
    with connect(superuser, application="hms-demo", autocommit=True, patient=True) as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(DBNAME)))
    staging.drop_people(superuser)


def _make(superuser: Server, server: Server, folder: Path) -> dict[str, Any]:
    """Make everything; the file is written last, so that a demo which has it is whole."""
    installing.make_roles(superuser)
    installing.create_database(superuser, DBNAME)
    installing.migrate(server, kind="demo")
    staging.found_facility(server, HOSPITAL, _time_zone(server))
    _register(server)
    with ExitStack() as stack:

        def signed_in(person: Server) -> Database:
            return stack.enter_context(closing(Database(person, application="hms-demo", pool_size=1)))

        database = signed_in(server)
        demo_weeks.set_clock(database, demo_weeks.DAYS)
        kept, doctor = _furnish(database, folder)
        people = {duty: server.signed_in_as(login, password) for duty, login, _name, password in kept["accounts"]}
        manager, house_doctor = signed_in(people["manager"]), signed_in(server.signed_in_as(*doctor))
        demo_weeks.live(demo_weeks.Pharmacy(database, house_doctor, signed_in(people["pharmacist"]), manager))
        _set_clock_right(server)
        demo_calendar.look_back(database, demo_weeks.DAYS)
        demo_calendar.fill(database, waiting=range(1, WAITING + 1))
        keeper = signed_in(people["store"])
        demo_stock.trouble(manager, keeper)
        demo_safety.fill(database)
        demo_prescriptions.write(house_doctor)
        demo_purchasing.fill(keeper, manager)
        demo_history.fill(server)
        manager.run_now(sealing.seal)  # else the past weeks would stand there as unsealed for weeks
    write_secret(_file(folder), json.dumps(kept))
    return kept


def _furnish(database: Database, folder: Path) -> tuple[dict[str, Any], tuple[str, str]]:
    """Services, rooms, people, screens, clinics and a pharmacy; what is to be kept of them, and a doctor's sign-in."""
    kept: dict[str, Any] = {"accounts": [], "logins": {}, "kiosks": {}}
    kept["services"] = _services(database)
    kept["rooms"] = _rooms(database, kept["services"])
    for duty, name in DUTIES.items():
        login, password = duty.replace("_", "."), staging.new_password()
        _add_person(database, login, f"Demo {name}", [duty], password)
        kept["accounts"].append((duty, login, f"Demo {name}", password))
    colleagues = {_KEEPER: ["admin", "manager"], _CLERK: ["front_desk"]}
    colleagues |= {room: ["front_desk"] for room in ROOMS if room != YOURS}
    for number, (key, duties) in enumerate(colleagues.items(), start=1):
        login, password = f"simulated.{number}", staging.new_password()
        _add_person(database, login, f"Simulated colleague {number}", duties, password)
        kept["logins"][key] = (login, password)
    for screen, rooms in DISPLAYS.items():
        room_ids = [kept["rooms"][room] for room in rooms]
        database.run_now(displays.save_display, intent=uuid4(), name=screen, room_ids=room_ids)
        made = kiosks.set_up(database, screen, folder / "kiosk.new")
        kept["kiosks"][screen] = (made.user, made.password)
    (folder / "kiosk.new").unlink()
    for printer in PRINTERS:
        database.run_now(printing.save_printer, intent=uuid4(), printer=printer)
    doctors = {login: staging.new_password() for login in demo_calendar.DOCTORS}
    for login, name in demo_calendar.DOCTORS.items():
        _add_person(database, login, name, ["clinician"], doctors[login])
    ids = {person.login: person.id for person in database.read_now(people_of.people)}
    demo_calendar.make_clinics(database, kept["services"], kept["rooms"], ids)
    demo_medicines.fill(database)
    demo_stock.fill(database, days_ago=demo_weeks.DAYS)
    demo_prescriptions.name_the_pharmacy(database, kept["services"]["Pharmacy"])
    return kept, (_PRESCRIBER, doctors[_PRESCRIBER])


def _services(database: Database) -> dict[str, int]:
    departments = {
        name: database.run_now(organisation.save_department, intent=uuid4(), draft=organisation.DepartmentDraft(name))
        for name in dict.fromkeys(department for _, department in SERVICES.values())
    }
    return {
        name: database.run_now(
            organisation.save_service,
            intent=uuid4(),
            draft=organisation.ServiceDraft(departments[department], name, prefix),
        )
        for name, (prefix, department) in SERVICES.items()
    }


def _rooms(database: Database, services: Mapping[str, int]) -> dict[str, int]:
    return {
        name: database.run_now(
            organisation.save_room,
            intent=uuid4(),
            draft=organisation.RoomDraft(name, kind, tuple(services[each] for each in served)),
        )
        for name, (kind, served) in ROOMS.items()
    }


def _add_person(database: Database, login: str, name: str, duties: list[str], password: str) -> None:
    database.run_now(staff.add_staff, intent=uuid4(), login=login, display_name=name, duties=duties, password=password)


def _register(server: Server) -> None:
    """All patients in a few statements; the database's own triggers number, check and index them."""
    rng = random.Random(SEED)  # noqa: S311 - made-up people, not a secret
    today = dt.datetime.now(dt.UTC).date()
    people = [fictitious.person(rng, birth=fictitious.birth(rng, today)) for _ in range(PATIENTS)]
    records = [_record(number, person) for number, person in enumerate(people, start=1)]
    with connect(server, application="hms-demo", patient=True) as connection:
        connection.execute(_REGISTER, (PATIENTS, json.dumps(records)))
        connection.execute(_PHONES, (json.dumps(records),))
        connection.execute("ANALYZE hms.patients, hms.patient_phones, hms.patient_name_keys")


_REGISTER = """
    INSERT INTO hms.patients (mrn, given_names, family_name, sex, birth_date, birth_precision, language, notes,
                              restricted, created_at)
    SELECT hms.next_mrn(), r.given_names, r.family_name, r.sex, r.birth_date, r.birth_precision, r.language, r.notes,
           r.restricted, hms.hospital_now() - (%s - r.number) * interval '14 hours'
    FROM jsonb_to_recordset(%s::jsonb) AS r (number int, given_names text, family_name text, sex text,
        birth_date date, birth_precision text, language text, notes text, restricted boolean)
    ORDER BY r.number"""
# The first demo patient got the first number, and so on: the counter was empty before.
_PHONES = """
    INSERT INTO hms.patient_phones (patient_id, number)
    SELECT p.id, r.phone
    FROM jsonb_to_recordset(%s::jsonb) AS r (number int, phone text)
    JOIN (SELECT id, row_number() OVER (ORDER BY id) AS number FROM hms.patients) p ON p.number = r.number
    WHERE r.phone IS NOT NULL ORDER BY r.number"""


def _record(number: int, person: PatientRecord) -> dict[str, Any]:
    return {
        "number": number,
        "given_names": person.given_names,
        "family_name": person.family_name,
        "sex": person.sex,
        "birth_date": person.birth.date.isoformat() if person.birth else None,
        "birth_precision": person.birth.precision if person.birth else None,
        "language": person.language,
        "notes": person.notes,
        "restricted": number % RESTRICTED_IN == 0,
        "phone": person.phones[0].number if person.phones else None,
    }


def _time_zone(server: Server) -> str:
    """A zone whose clock shows what this machine's shows now, so that the demo's times look right on the wall."""
    offset = dt.datetime.now().astimezone().utcoffset() or dt.timedelta(0)
    with connect(server, application="hms-demo") as connection:
        row = connection.execute(
            "SELECT name FROM pg_timezone_names WHERE utc_offset = %s AND name ~ '^(Etc/GMT|[A-Z][a-z]+/)' "
            "ORDER BY name !~ '^Etc/GMT', length(name), name LIMIT 1",
            (offset,),
        ).fetchone()
    return row[0] if row and offset else "UTC"
