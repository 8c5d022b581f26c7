"""`hms-admin import` of patients and of medicines from CSV files with real names, as a program of its own.

The patients stand beside COPY by hand. Their file has a name, a birth, a phone and a number of the other system on each
row. Ours reads it twice (every row is checked before the first is written) and goes through the guarded function as an
administrator; by hand is one COPY into each of the three tables, triggers and indexes as they are, without checks,
numbers or audit of the way there.

The medicines come as packs, four to a medicine, with a substance, a price and a GTIN each; every one can be found when
the command ends.
"""

import csv
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg

from hms_desktop.clinic.operations import installing
from hms_desktop.core.connecting import connect
from hms_desktop.core.embedded import scratch
from hms_desktop.core.settings import Server
from tests.bench.measure import Report, figure
from tests.conftest import SHARED
from tests.factories.catalogue import write_list
from tests.factories.patients import people
from tests.hospital import PASSWORD, Hospital

MOST = 100_000
LEAST = 5_000  # rows a second


def run(report: Report, *, rows: int) -> None:
    """Each figure comes from a server of its own: no autovacuum of one's rows runs beside another's import."""
    count = min(rows, MOST)
    with tempfile.TemporaryDirectory(prefix="hms-import-") as folder:
        path = _file(Path(folder), count)
        with _server("ours") as ours, closing(Hospital(ours)) as hospital:
            brought = count / bring(hospital.person("admin"), "patients", path)
        with _server("by_hand") as by_hand:
            copied = count / _copied(by_hand, path)
        report(
            figure("import patients", [brought], "rows/s", beside=copied, target=f">= {LEAST}", met=brought >= LEAST)
        )
        packs = write_list(Path(folder) / "list.csv", SHARED, count)
        with _server("catalogue") as catalogue, closing(Hospital(catalogue)) as hospital:
            listed = count / bring(hospital.person("admin"), "medicines", packs)
        report(figure("import medicines", [listed], "rows/s", target=f">= {LEAST}", met=listed >= LEAST))


@contextmanager
def _server(name: str) -> Iterator[Server]:
    with scratch() as embedded:
        installing.make_roles(embedded.server)
        yield _hospital(embedded.server, name)


def _hospital(cluster: Server, name: str) -> Server:
    database = installing.create_database(cluster, name)
    installing.migrate(database, kind="hospital")
    with connect(database, application="bench", autocommit=True) as opened:
        opened.execute("INSERT INTO hms.facility (name) VALUES ('A hospital')")
    return database


def _file(folder: Path, count: int) -> Path:
    path = folder / "people.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "first", "last", "sex", "dob", "phone"))
        for number, given, family, sex, born, phone in people(SHARED, count, seed=7):
            writer.writerow((number, given, family, sex, born.isoformat(), phone))
    return path


def _copied(server: Server, path: Path) -> float:
    begun = time.perf_counter()
    with connect(server, application="bench", patient=True) as connection, path.open(encoding="utf-8") as file:
        rows = list(csv.DictReader(file))
        connection.execute("SET search_path = hms, public")
        _copy(
            connection,
            "patients (mrn, given_names, family_name, sex, birth_date, birth_precision, created_at)",
            [(_mrn(r), r["first"], r["last"], r["sex"], r["dob"], "day", "2026-01-01") for r in rows],
        )
        ids = dict(connection.execute("SELECT mrn, id FROM patients").fetchall())
        _copy(connection, "patient_phones (patient_id, number)", [(ids[_mrn(r)], r["phone"]) for r in rows])
        _copy(
            connection,
            "patient_identifiers (patient_id, kind, value)",
            [(ids[_mrn(r)], "other_hospital", r["id"]) for r in rows],
        )
    return time.perf_counter() - begun


def _mrn(row: dict[str, str]) -> str:
    return f"{int(row['id']):08}0"


def _copy(connection: psycopg.Connection[Any], target: str, rows: list[tuple[object, ...]]) -> None:
    with connection.cursor().copy(f"COPY hms.{target} FROM STDIN".encode()) as copy:
        for row in rows:
            copy.write_row(row)


def bring(person: Server, kind: str, path: Path) -> float:
    """Bring in a file as this person; how many seconds the command took from its start to its end."""
    settings = path.with_name("settings.toml")
    place = {"host": person.host, "port": person.port, "dbname": person.dbname, "user": person.user}
    settings.write_text("[server]\n" + "\n".join(f"{name} = {json.dumps(value)}" for name, value in place.items()))
    begun = time.perf_counter()
    subprocess.run(
        [sys.executable, "-m", "hms_desktop.admin.main", "import", kind, path, "--settings", settings],
        env=os.environ | {"HMS_SERVER_PASSWORD": PASSWORD},
        stdout=subprocess.DEVNULL,
        check=True,
    )
    return time.perf_counter() - begun
