"""A backup of 200,000 patients: MB of database a second, beside pg_dump alone with the same options into a file.

The backup counts every row in its snapshot, encrypts, digests and syncs what pg_dump alone only writes; the trial
restores it and checks everything. One dump and one backup take turns.
"""

import os
import subprocess
import tempfile
import time
from pathlib import Path

from hms_desktop.clinic.operations.backups import verifying
from hms_desktop.clinic.operations.backups.encryption import KeyFile, make_key_file
from hms_desktop.clinic.operations.backups.making import DUMP, Watch, Wish, back_up
from hms_desktop.clinic.operations.backups.programs import programs_for
from hms_desktop.core.embedded import scratch
from hms_desktop.core.settings import Server
from tests.bench.measure import Report, figure
from tests.factories.patients import load_patients
from tests.hospital import Hospital, make_template

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
PATIENTS, TURNS = 200_000, 3


def run(report: Report) -> None:
    with scratch() as embedded, tempfile.TemporaryDirectory() as place:
        hospital = Hospital(make_template(embedded.server, "hms"))
        try:
            load_patients(hospital.connection(), SHARED, PATIENTS)
            size = int(hospital.sql("SELECT pg_database_size(current_database())")[0][0]) / 1e6
            tell(report, hospital.superuser, Path(place), size)
        finally:
            hospital.close()


def tell(report: Report, server: Server, place: Path, size: float) -> None:
    make_key_file(place / "key")
    wish = Wish(server, place / "backups", KeyFile(place / "key"), superuser=server, verify=False)
    alone, ours = [], []
    for _ in range(TURNS):
        alone.append(size / dumped(server, place / "alone"))
        begun = time.perf_counter()
        made = back_up(wish, Watch())
        ours.append(size / (time.perf_counter() - begun))
    report(figure("backup.made", ours, "MB/s", beside=alone))
    report(figure("backup.share_of_database", [100 * made.bytes / 1e6 / size], "%"))
    begun = time.perf_counter()
    tried = verifying.tried(made.path, wish.secret, None, lambda _: None)
    assert tried.breaches == (), tried.breaches
    report(figure("backup.tried", [size / (time.perf_counter() - begun)], "MB/s"))


def dumped(server: Server, to: Path) -> float:
    """The seconds that pg_dump alone takes, until its file lies on the disk."""
    programs = programs_for(server, 18)
    begun = time.perf_counter()
    with to.open("wb") as file:
        subprocess.run([programs.path("pg_dump"), *DUMP], stdout=file, env=programs.variables(server), check=True)
        os.fsync(file.fileno())
    return time.perf_counter() - begun
