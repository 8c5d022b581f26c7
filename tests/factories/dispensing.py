"""A pharmacy for tests: a patient with a prescription, batches on the shelf, and pharmacists who dispense."""

import json
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import psycopg

from hms_desktop.core.settings import Server
from tests.factories import prescriptions, queue, stock
from tests.factories.prescriptions import Prescribed
from tests.hospital import Hospital

Connection = psycopg.Connection[Any]


@dataclass(frozen=True)
class Pharmacy:
    """Ids of a store with two batches of one medicine (`first` expires first), and of a patient's prescription."""

    store: int
    medicine: int
    first: int
    second: int
    patient: int
    prescribed: Prescribed

    @property
    def line(self) -> int:
        return self.prescribed.lines[0]


def pharmacy(hospital: Hospital, *, units: tuple[int, int] = (30, 100), quantity: int = 60, **line: Any) -> Pharmacy:
    """A prescription of `quantity` tablets for thirty days, and so many `units` in the two batches."""
    store = stock.make_store(hospital, "Main pharmacy")
    medicine = stock.make_medicine(hospital, "Metformin")
    first = stock.make_batch(hospital, medicine, store, units[0], lot="MF1", days=100)
    second = stock.make_batch(hospital, medicine, store, units[1], lot="MF2", days=200)
    [patient] = queue.patients(hospital, 1)
    wished = prescriptions.line(medicine, **{"frequency": "BD", "days": 30, "quantity": quantity, **line})
    prescribed = prescriptions.write_prescription(hospital, patient, [wished])
    return Pharmacy(store, medicine, first, second, patient, prescribed)


def pick(line: int, batch: int, units: int, **more: Any) -> dict[str, Any]:
    """One entry of a wish: so many units of this batch."""
    return {"line": line, "batch": batch, "units": units, **more}


def dispense(
    connection: Connection,
    house: Pharmacy,
    entries: Sequence[dict[str, Any]],
    *,
    version: int | None = None,
    intent: uuid.UUID | None = None,
) -> dict[str, Any]:
    """Call the database's function itself, as whoever is signed in on `connection`."""
    row = connection.execute(
        "SELECT hms.dispense(%s, %s, %s, %s, '[]', %s)",
        (
            intent or uuid.uuid4(),
            house.prescribed.id,
            version or house.prescribed.version,
            json.dumps(list(entries)),
            house.store,
        ),
    ).fetchone()
    assert row is not None
    receipt: dict[str, Any] = row[0]
    return receipt


def as_pharmacist(hospital: Hospital, server: Server | None = None) -> Connection:
    """A connection of a pharmacist, a new one where no server is named."""
    return hospital.connection(server or hospital.person("pharmacist"))
