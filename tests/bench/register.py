"""20 clerks register at once, each with a login of their own, beside the same rows by hand in psycopg.

Ours is the whole way of a form's save: `Database.run_now` -> `actions.register` -> the guarded function, with a phone,
an identifier, a contact, an allergy and a consent, as front-desk clerks in a hospital of `rows` patients. By hand is
one transaction of plain INSERTs by the superuser into copies of the tables with indexes, checks and references, but
without triggers, search keys, audit or notices. The rounds alternate; in each every clerk saves as fast as answers
come, which is far more than 20 people can type. Beside it, what a clerk waits when twenty save as fast as people may.
"""

import contextlib
import datetime as dt
import itertools
import random
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import psycopg

from hms_desktop.clinic.operations import installing
from hms_desktop.clinic.patients import actions
from hms_desktop.clinic.patients.allergies import Allergies, Allergy
from hms_desktop.clinic.patients.consents import Consent
from hms_desktop.clinic.patients.contacts import Contact
from hms_desktop.clinic.patients.phones import read_phone
from hms_desktop.clinic.patients.rules import Birth, Identifier, PatientRecord, Phone
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from hms_desktop.core.settings import Server
from tests.bench.measure import Report, figure, percentile
from tests.factories import patients
from tests.factories.patients import RealNames
from tests.hospital import Hospital

CLERKS = 20
ROUNDS = 5
SAVES = 10  # of each clerk in each round
MOST_MS = 150.0
SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"

Save = Callable[[PatientRecord], str]
"""Registers one patient; gives the record number."""


def run(report: Report, *, rows: int) -> None:
    with scratch() as embedded:
        hospital = Hospital(_database(embedded.server))
        try:
            patients.load_patients(hospital.connection(), SHARED, rows)
            for statement in _BY_HAND:
                hospital.sql(statement)
            _measure(report, hospital, rows)
        finally:
            hospital.close()


def _database(cluster: Server) -> Server:
    """A hospital's database: without the demo's clock, which costs a read at each look."""
    installing.make_roles(cluster)
    database = installing.create_database(cluster, "hms")
    installing.migrate(database, kind="hospital")
    with connect(database, application="bench", autocommit=True) as opened:
        opened.execute("INSERT INTO hms.facility (name, country) VALUES ('A hospital', 'VN')")
    return database


_TABLES = ("patients", "patient_phones", "patient_identifiers", "patient_contacts", "patient_allergies")
_BY_HAND = (
    "CREATE SCHEMA by_hand",
    *(f"CREATE TABLE by_hand.{table} (LIKE hms.{table} INCLUDING ALL)" for table in (*_TABLES, "patient_consents")),
    *(
        f"ALTER TABLE by_hand.{table} ADD FOREIGN KEY (patient_id) REFERENCES by_hand.patients"
        for table in (*_TABLES[1:], "patient_consents")
    ),
    "INSERT INTO by_hand.patients OVERRIDING SYSTEM VALUE SELECT * FROM hms.patients",
    "INSERT INTO by_hand.patient_phones OVERRIDING SYSTEM VALUE SELECT * FROM hms.patient_phones",
    "INSERT INTO by_hand.patient_identifiers OVERRIDING SYSTEM VALUE SELECT * FROM hms.patient_identifiers",
    *(
        f"SELECT setval(pg_get_serial_sequence('by_hand.{table}', 'id'), (SELECT max(id) FROM by_hand.{table}))"
        for table in _TABLES[:3]
    ),
    "CREATE SEQUENCE by_hand.numbers",
    "VACUUM ANALYZE",
)


def _measure(report: Report, hospital: Hospital, rows: int) -> None:
    people = _people()
    with contextlib.ExitStack() as opened:
        ways = {
            "ours": [_ours(opened, hospital.person("front_desk")) for _ in range(CLERKS)],
            "hand": [_by_hand(opened, hospital.superuser) for _ in range(CLERKS)],
        }
        took: dict[str, list[float]] = {way: [] for way in ways}
        rates: dict[str, list[float]] = {way: [] for way in ways}
        numbers: list[str] = []
        for number in range(ROUNDS + 1):
            for way, clerks in ways.items():
                given, spans, seconds = _round(clerks, people, SAVES if number else 2)
                numbers += given if way == "ours" else []
                if number:
                    took[way] += spans
                    rates[way].append(len(spans) / seconds)
        calm = _calm_round(ways["ours"], people, numbers)
    twice = len(numbers) - len(set(numbers))
    name = f"register: {CLERKS} clerks, {rows} patients"
    limit = f"p95 <= {MOST_MS:.0f}"
    report(
        figure(
            f"{name}, without pause",
            took["ours"],
            "ms",
            beside=took["hand"],
            target=limit,
            met=percentile(took["ours"], 95) <= MOST_MS,
        )
    )
    report(figure(f"{name}, as people do", calm, "ms", target=limit, met=percentile(calm, 95) <= MOST_MS))
    report(figure("register: saves a second", rates["ours"], "1/s", beside=rates["hand"]))
    report(figure("register: record numbers given twice", [float(twice)], "", target="0", met=twice == 0))


def _people() -> Iterator[PatientRecord]:
    """Endless people whom nobody has registered."""
    names = RealNames(SHARED, random.Random(7))
    for number in itertools.count(1):
        given, family, sex = names.draw()
        phone = f"09{number % 100_000_000:08}"
        e164 = read_phone(phone, "VN").e164
        yield PatientRecord(
            given_names=given,
            family_name=f"{family} {number}",
            sex=sex,
            birth=Birth(dt.date(1950 + number % 70, 1 + number % 12, 1 + number % 28)),
            phones=(Phone(phone, e164=e164),),
            identifiers=(Identifier("national_id", f"NEW{number:09}"),),
            contacts=(Contact(family, "parent", phone, e164=e164),),
            allergies=Allergies((Allergy("Penicillins", "severe", "", "atc", "J01C"),)),
            consents=(Consent("messages", True),),
        )


def _round(
    clerks: Sequence[Save], people: Iterator[PatientRecord], saves: int, pause: Callable[[], float] | None = None
) -> tuple[list[str], list[float], float]:
    """Each clerk saves that many forms; the numbers given, each save's milliseconds, the round's seconds."""
    start = threading.Barrier(len(clerks) + 1)
    numbers: list[str] = []
    took: list[float] = []

    def clerk(save: Save, mine: Sequence[PatientRecord]) -> None:
        start.wait()
        for record in mine:
            if pause is not None:
                time.sleep(pause())
            began = time.perf_counter()
            numbers.append(save(record))
            took.append((time.perf_counter() - began) * 1000)

    threads = [threading.Thread(target=clerk, args=(save, list(itertools.islice(people, saves)))) for save in clerks]
    for thread in threads:
        thread.start()
    start.wait()
    began = time.perf_counter()
    for thread in threads:
        thread.join()
    return numbers, took, time.perf_counter() - began


def _calm_round(clerks: Sequence[Save], people: Iterator[PatientRecord], numbers: list[str]) -> list[float]:
    """Twenty clerks who each save every second or so, which is still fifty times as fast as people type."""
    random_ = random.Random(11)
    given, took, _ = _round(clerks, people, SAVES, pause=lambda: random_.uniform(0.2, 1.8))
    numbers += given
    return took


def _ours(opened: contextlib.ExitStack, clerk: Server) -> Save:
    database = Database(clerk, workstation="bench", pool_size=1)
    opened.callback(database.close)
    return lambda record: database.run_now(actions.register, intent=uuid.uuid4(), record=record).mrn


_PATIENT = """
INSERT INTO by_hand.patients
    (mrn, given_names, family_name, sex, birth_date, birth_precision, allergy_status, created_at)
SELECT lpad((90000000 + nextval('by_hand.numbers'))::text, 8, '0') || 'A', %s, %s, %s, %s, 'day', 'known', now()
RETURNING id, mrn
"""
_LINES = (
    "INSERT INTO by_hand.patient_phones (patient_id, number, digits, e164) VALUES (%s, %s, %s, %s)",
    "INSERT INTO by_hand.patient_identifiers (patient_id, kind, value, value_key) VALUES (%s, 'national_id', %s, %s)",
    "INSERT INTO by_hand.patient_contacts (patient_id, name, relation, number, e164) VALUES (%s, %s, 'parent', %s, %s)",
    "INSERT INTO by_hand.patient_allergies (patient_id, substance, severity, system, code) "
    "VALUES (%s, %s, 'severe', 'atc', 'J01C')",
    "INSERT INTO by_hand.patient_consents (patient_id, question, given, at) VALUES (%s, 'messages', true, now())",
)


def _by_hand(opened: contextlib.ExitStack, server: Server) -> Save:
    connection: psycopg.Connection[Any] = opened.enter_context(
        connect(server, application="bench", autocommit=True, patient=True)
    )

    def save(record: PatientRecord) -> str:
        birth, [phone], [identifier], [contact] = record.birth, record.phones, record.identifiers, record.contacts
        assert birth is not None
        with connection.transaction():
            made = connection.execute(
                _PATIENT.encode(), (record.given_names, record.family_name, record.sex, birth.date)
            ).fetchone()
            assert made is not None
            values: Sequence[tuple[Any, ...]] = (
                (phone.number, phone.number, phone.e164),
                (identifier.value, identifier.value.lower()),
                (contact.name, contact.number, contact.e164),
                (record.allergies.known[0].substance,),
                (),
            )
            for statement, value in zip(_LINES, values, strict=True):
                connection.execute(statement.encode(), (made[0], *value))
        return str(made[1])

    return save
