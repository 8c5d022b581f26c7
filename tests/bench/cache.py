"""`cache`: how often reference data is at hand on a busy day, while it is being changed.

The clerks and counters of the day are clients with a cache and a listener each; beside them two pharmacists open
medicines as prescriptions come (Zipf's law over 400 medicines), whose caches know what was given out most in the month
before, as after every sign-in, and a storekeeper opens orders. Meanwhile a manager changes a price at every thirtieth
arrival, and at every two-hundredth a department and a supplier.
"""

import itertools
import json
import random
import tempfile
import uuid
from collections import Counter
from collections.abc import Callable
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any, TypeVar

from hms_desktop.app.warming import warm_medicines
from hms_desktop.clinic.medicines import queries as medicines
from hms_desktop.clinic.operations import staging
from hms_desktop.clinic.operations.clocks import LeapingClock
from hms_desktop.clinic.operations.day import Day
from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.purchasing import queries as purchasing
from hms_desktop.clinic.queue import actions as queue
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from hms_desktop.core.settings import Server
from hms_desktop.core.telemetry import Telemetry
from tests.bench.day import read_busy, set_clock
from tests.bench.desks import Desk
from tests.bench.measure import Report, figure
from tests.factories.dispensing import pharmacy
from tests.factories.medicines import make_medicine
from tests.hospital import Hospital, clone, make_template

T = TypeVar("T")
MEDICINES = 400
GIVEN = 5_000
"""Medicines given out in the month before."""
LINES = 3
"""Medicines opened a prescription."""
TARGETS = {"organisation.departments": 95.0, "purchasing.supplier_choices": 95.0, "medicines.medicine_facts": 90.0}


class Pharmacy:
    """Two pharmacists and a storekeeper, who read at each arrival, and a manager who changes what they read."""

    def __init__(self, hospital: Hospital, telemetry: Telemetry, stack: ExitStack) -> None:
        self._hospital = hospital
        self._rng = random.Random(7)
        self._medicines = [make_medicine(hospital, f"Medicine {number}") for number in range(MEDICINES)]
        self._supplier = self._saved("save_supplier", {"name": "Supplier 1", "lead_days": 3, "active": True})
        self._weights = [1 / rank for rank in range(1, MEDICINES + 1)]
        self._arrivals = itertools.count(1)
        self._hand_out_for_a_month()
        self._desks = [
            stack.enter_context(closing(Desk(hospital.person(duty), telemetry=telemetry, cached=True, tells=False)))
            for duty in ("pharmacist", "pharmacist", "store")
        ]
        for pharmacist in self._desks[:2]:
            assert pharmacist.cache is not None
            warm_medicines(pharmacist, pharmacist.cache)

    def somebody_came(self) -> None:
        """What follows from one more arrival."""
        number = next(self._arrivals)
        pharmacist, store = self._desks[number % 2], self._desks[2]
        pharmacist.cached_now(organisation.departments)
        for medicine in self._rng.choices(self._medicines, self._weights, k=LINES):
            pharmacist.cached_now(medicines.medicine_facts, snapshot=True, medicine_id=medicine)
        if number % 5 == 0:
            store.cached_now(purchasing.supplier_choices)
            store.cached_now(purchasing.store_choices)
        if number % 30 == 0:
            self._hospital.sql(
                "UPDATE hms.medicines SET price = coalesce(price, 0) + 1 WHERE id = %s",
                self._rng.choices(self._medicines, self._weights)[0],
            )
        if number % 200 == 0:
            self._hospital.sql(
                "UPDATE hms.departments SET name = name || '.' WHERE id = (SELECT min(id) FROM hms.departments)"
            )
            self._hospital.sql("UPDATE hms.suppliers SET name = name || '.' WHERE id = %s", self._supplier)

    def _hand_out_for_a_month(self) -> None:
        """What the pharmacy gave out before this day, as often as medicines are asked for; no stock moved for it."""
        house = pharmacy(self._hospital)
        given = self._rng.choices(self._medicines, self._weights, k=GIVEN)
        with self._hospital.connection() as connection:
            connection.execute("SET session_replication_role = replica")
            connection.execute(
                """INSERT INTO hms.dispenses (prescription_id, store_id, business_date, dispensed_at, workstation)
                VALUES (%s, %s, hms.business_date() - 1, hms.hospital_now() - interval '1 day', 'earlier')""",
                (house.prescribed.id, house.store),
            )
            connection.execute(
                """INSERT INTO hms.dispense_lines (dispense_id, line_id, medicine_id, batch_id, movement_id, units)
                SELECT d.id, %s, g.medicine, %s, -g.place, 1
                FROM hms.dispenses d, unnest(%s::bigint[]) WITH ORDINALITY g (medicine, place)""",
                (house.line, house.first, given),
            )
            connection.execute("RESET session_replication_role")

    def _saved(self, function: str, record: dict[str, Any]) -> int:
        made = self._hospital.sql(f"SELECT hms.{function}(%s, NULL, NULL, %s)", uuid.uuid4(), json.dumps(record))
        return int(made[0][0]["id"])


class FrontDesk(Desk):
    """A desk whose arrivals the pharmacy hears of."""

    def __init__(self, server: Server, telemetry: Telemetry, came: Callable[[], None]) -> None:
        self._came = came
        super().__init__(server, telemetry=telemetry, cached=True, tells=False)

    def run_now(self, action: Callable[..., T], /, **values: Any) -> T:
        if action is queue.issue_ticket:
            self.cached_now(organisation.departments)
            self._came()
        return super().run_now(action, **values)


def run(report: Report, **_: Any) -> None:
    coming, telemetry = read_busy(), Telemetry()
    with scratch() as embedded, ExitStack() as stack:
        hospital = Hospital(clone(embedded.server, make_template(embedded.server)))
        stack.callback(hospital.close)
        keeper = hospital.person("admin", "manager")
        folder = stack.enter_context(tempfile.TemporaryDirectory(prefix="hms-cache-"))
        set_clock(keeper, coming.rows[0].arrived_at)
        many = Counter(arrival.service for arrival in coming.rows)
        stage = staging.stage_day(keeper, many, counters=None, screen=Path(folder) / "kiosk.toml")
        pharmacy = Pharmacy(hospital, telemetry, stack)

        def sign_in(server: Server) -> Database:
            return FrontDesk(server, telemetry, pharmacy.somebody_came)

        clock = stack.enter_context(closing(LeapingClock(keeper, lambda _moment: None)))
        day = stack.enter_context(Day(stage, clock, seed=1, sign_in=sign_in))
        day.run(coming.rows)
    for name, reads in sorted(telemetry.take().caches.items()):
        share = 100 * reads.hits / (reads.hits + reads.misses)
        target = TARGETS.get(name)
        report(
            figure(
                f"cache: {name} ({reads.hits + reads.misses} reads)",
                [share],
                "% at hand",
                target=None if target is None else f"> {target:.0f} %",
                met=None if target is None else share > target,
            )
        )
