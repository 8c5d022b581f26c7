"""The hospital of the fleet: a durable server with room for many connections, its seats, and what they cost it."""

import contextlib
import tempfile
from collections.abc import Iterator
from dataclasses import asdict, replace
from pathlib import Path

import psutil

from hms_desktop.clinic.operations import installing
from hms_desktop.core.connecting import connect
from hms_desktop.core.embedded import EmbeddedPostgres
from hms_desktop.core.settings import Server
from tests.bench.fleet_clients import Seat
from tests.factories import stock
from tests.factories.patients import load_patients
from tests.hospital import Hospital

SHARED = Path(__file__).resolve().parents[3] / "shared" / "data"
PATIENTS, WAITING, SHEETS, SERVICES, ROOMS, MEDICINES = 32_000, 16_000, 2_000, 8, 1_000, 10
KNOWN_OF_A_ROUND = 500
CONNECTIONS = 2_500
DUTIES = ("desk", "room", "desk", "room", "pharmacy")
"""What the workstations are, in turn: two of five at the desks, two in the rooms, one in the pharmacy."""


@contextlib.contextmanager
def many_connections() -> Iterator[EmbeddedPostgres]:
    """A scratch server on a disk that waits for it at each commit, and lets so many in at once."""
    folder = Path(tempfile.mkdtemp(prefix="hms-fleet-", dir="/var/tmp" if Path("/var/tmp").is_dir() else None))
    with EmbeddedPostgres(folder) as first, connect(first.server, application="bench", autocommit=True) as opened:
        opened.execute(f"ALTER SYSTEM SET max_connections = {CONNECTIONS}".encode())
    with EmbeddedPostgres(folder, delete=True) as again:
        yield again


class FleetHospital:
    """32,000 patients, half of them waiting, 1,000 rooms, a pharmacy; a new seat has a login and a room of its own."""

    def __init__(self, embedded: EmbeddedPostgres) -> None:
        installing.make_roles(embedded.server)
        database = installing.create_database(embedded.server, "hms")
        installing.migrate(database, kind="hospital")
        with connect(database, application="bench", autocommit=True) as opened:
            opened.execute("INSERT INTO hms.facility (name) VALUES ('A hospital')")
        number = int((embedded.data / "cluster" / "postmaster.pid").read_text().split()[0])
        self._postmaster = psutil.Process(number)
        self.hospital = Hospital(database)
        load_patients(self.hospital.connection(), SHARED, PATIENTS)
        self.store = stock.make_store(self.hospital, "Main pharmacy")
        for _ in range(MEDICINES):
            stock.make_batch(self.hospital, stock.make_medicine(self.hospital), self.store, 900_000_000, days=400)
        for statement in _FILL:
            self.hospital.sql(statement)
        names = self.hospital.sql("SELECT left(family_name, 8) FROM hms.patients ORDER BY id LIMIT 500")
        self._typed = [name for (name,) in names]
        self.first_room = int(self.hospital.sql("SELECT min(id) FROM hms.rooms")[0][0])
        self._people: dict[str, list[Server]] = {duty: [] for duty in DUTIES}
        self._known = WAITING

    def close(self) -> None:
        self.hospital.close()

    def known(self, many: int = KNOWN_OF_A_ROUND) -> range:
        """Patients with a record whom nobody has given a ticket yet."""
        first, self._known = self._known + 1, min(self._known + many, PATIENTS)
        return range(first, self._known + 1)

    def seats(self, count: int, pooler: str = "") -> list[Seat]:
        """So many seats, whose people go through that pooler where one is named."""
        known, at_desks = self.known(), max(1, count * 2 // 5)
        places = dict.fromkeys(DUTIES, 0)
        found = []
        for number in range(count):
            duty = DUTIES[number % len(DUTIES)]
            place, places[duty] = places[duty], places[duty] + 1
            found.append(
                Seat(
                    number=number,
                    duty=duty,
                    server=asdict(replace(self._person(duty, place), pooler=pooler)),
                    room=self.first_room + number,
                    service=1 + number % SERVICES,
                    store=self.store,
                    typed=self._typed,
                    known=list(known[place :: at_desks + 1]) if duty == "desk" else [],
                    sheets=range(1 + place, SHEETS + 1, 1 + count // 5) if duty == "pharmacy" else [],
                )
            )
        return [replace(seat, sheets=list(seat.sheets)) for seat in found]

    def _person(self, duty: str, place: int) -> Server:
        people = self._people[duty]
        while len(people) <= place:
            people.append(self.hospital.person("pharmacist" if duty == "pharmacy" else "front_desk"))
        return people[place]

    def cpu_seconds(self) -> float:
        """What the server has used of the processors, those of its processes that ended included."""
        total = 0.0
        for process in (self._postmaster, *self._postmaster.children()):
            with contextlib.suppress(psutil.NoSuchProcess):
                times = process.cpu_times()
                total += times.user + times.system
        ended = self._postmaster.cpu_times()
        return total + ended.children_user + ended.children_system

    def memory_mb(self) -> float:
        """MB that the server's processes have each for itself alone, all together."""
        total = 0
        for process in self._postmaster.children():
            with contextlib.suppress(psutil.NoSuchProcess):
                total += process.memory_full_info().uss
        return total / 1024**2


_FILL = (
    "INSERT INTO hms.departments (name) VALUES ('Outpatients')",
    f"""INSERT INTO hms.services (department_id, name, prefix)
        SELECT 1, 'Service ' || n, chr(64 + n) FROM generate_series(1, {SERVICES}) n""",
    f"INSERT INTO hms.rooms (name, kind) SELECT 'R' || n, 'counter' FROM generate_series(1, {ROOMS}) n",
    f"""INSERT INTO hms.room_services (room_id, service_id)
        SELECT id, 1 + (row_number() OVER (ORDER BY id) - 1) % {SERVICES} FROM hms.rooms""",
    f"""INSERT INTO hms.service_days (service_id, business_date, last_number)
        SELECT id, hms.business_date(), {WAITING // SERVICES} FROM hms.services""",
    f"""INSERT INTO hms.tickets (service_id, business_date, number, label, patient_id, arrived_at)
        SELECT 1 + id % {SERVICES}, hms.business_date(), n, hms.ticket_label(chr(65 + (id % {SERVICES})::integer), n),
               id, hms.hospital_now()
        FROM hms.patients CROSS JOIN LATERAL (SELECT (1 + (id - 1) / {SERVICES})::integer AS n) counted
        WHERE id <= {WAITING} ORDER BY id""",
    """INSERT INTO hms.segments (ticket_id, service_id, business_date, patient_id, class_rank, rank, place, arrived_at,
                                 entered_at)
       SELECT id, service_id, business_date, patient_id, 2, 2, arrived_at + number * interval '1 ms', arrived_at,
              arrived_at
       FROM hms.tickets ORDER BY id""",
    f"""INSERT INTO hms.prescriptions (patient_id, prescriber, written_on, valid_until, entered_at)
        SELECT id, 'Dr. Example', hms.business_date(), hms.business_date() + 30, hms.hospital_now()
        FROM hms.patients WHERE id <= {SHEETS} ORDER BY id""",
    f"""INSERT INTO hms.prescription_lines (prescription_id, place, medicine_id, dose, frequency, days, quantity)
        SELECT id, 1, 1 + id % {MEDICINES}, 1, 'BD', 30, 1000000 FROM hms.prescriptions ORDER BY id""",
    # Only what is filled: an empty table that was analysed would be planned as if it stayed empty.
    "VACUUM ANALYZE hms.patients, hms.rooms, hms.room_services, hms.tickets, hms.segments, hms.prescriptions, "
    "hms.prescription_lines, hms.medicines, hms.batches, hms.balances",
)
