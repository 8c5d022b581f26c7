"""A pharmacy's days beside real deliveries: prescriptions, dispenses and what else moves stock, drawn from a seed.

Everything goes through the suite's own actions, as the login of whoever does it; `books` keeps what must come of it.
"""

import datetime as dt
import itertools
import random
import uuid
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal

from hms_desktop.clinic.dispensing import actions, queries
from hms_desktop.clinic.dispensing.queries import Sheet
from hms_desktop.clinic.dispensing.rules import LATER, OWED, Given, Omitted, Pick, days_covered
from hms_desktop.clinic.prescriptions.actions import write_prescription
from hms_desktop.clinic.prescriptions.rules import Line, Order
from hms_desktop.clinic.purchasing import actions as buying
from hms_desktop.clinic.stock import actions as stock
from hms_desktop.clinic.stock.rules import Pick as Batch
from tests.factories import queue
from tests.factories.deliveries import Delivery, Event, Replay, Sums
from tests.factories.stock_books import Books, Lot
from tests.hospital import Hospital

SEED = 20260302
LIVES = (75, 200, 400, 730)
"""Days that what comes will last, drawn for each line; the shortest expires on the shelf."""
ON_THE_SHELF = 400
"""Base units of a delivery that go to the pharmacy; of the rest a half goes to the departments at once."""
PATIENTS, A_DAY = 250, (3, 9)
COURSES = (5, 10, 15, 30)
PARTLY, NOT_COLLECTED, BROUGHT_BACK, BROKEN = 0.12, 0.03, 0.06, 0.15
"""Shares of lines that are supplied in part and of dispenses that come back; how likely something breaks on a day."""
COVERED = 60
"""Days for which nobody prescribes again what a patient got: also what is owed is used up by then."""
COUNTED = 10
RECALLED_ON = ((3, 15), (9, 15))
UNIT = Decimal("0.0001")


@dataclass(frozen=True)
class HandedOut:
    """A dispense, and what of each of its lines was taken from which batch."""

    id: int
    taken: tuple[tuple[int, int], ...]


class PharmacyYear:
    """Runs deliveries and generated days through a hospital until the last delivery has come."""

    def __init__(self, hospital: Hospital, *, seed: int = SEED) -> None:
        self._hospital, self._chance = hospital, random.Random(seed)
        self._lives: dict[int, dt.timedelta] = {}
        self._replay = Replay(hospital, life=self._life, arrived=self._arrived)
        self._depot = self._replay.store
        self._keeper = self._replay.buyer
        self._doctor = hospital.database(hospital.person("clinician"))
        self._pharmacist = hospital.database(hospital.person("pharmacist"))
        self._pharmacy, self._apart = (self._store(name, name.lower()) for name in ("Pharmacy", "Quarantine"))
        self._patients = queue.patients(hospital, PATIENTS)
        self._covered: dict[tuple[int, int], dt.date] = {}
        self._owed: list[tuple[dt.date, int]] = []
        self._coming_back: list[tuple[dt.date, HandedOut]] = []
        self._today = dt.date.min
        self.books = Books()
        self.dispenses = 0

    @property
    def sums(self) -> Sums:
        return self._replay.sums

    def run(self, events: Sequence[Event], first: dt.date, last: dt.date) -> None:
        """Every day from `first` to `last`; what was ordered before stands at the beginning."""
        left = list(events)
        for day in (first + dt.timedelta(days=n) for n in range((last - first).days + 1)):
            while left and left[0].day <= day:
                self._today = max(left[0].day, first)
                self._replay.do(left.pop(0))
            self._today = day
            self._hospital.set_clock(dt.datetime.combine(day, dt.time(10, 0), tzinfo=dt.UTC))
            self._day(day)

    # Goods ------------------------------------------------------------------------------------------------------

    def _life(self, one: Delivery) -> dt.timedelta:
        return self._lives.setdefault(one.number, dt.timedelta(days=self._chance.choice(LIVES)))

    def _arrived(self, lines: Sequence[Delivery]) -> None:
        """Entered in the books; some go to the pharmacy, half of the rest to the departments."""
        issued, sent = [], []
        for one in lines:
            batch = self._replay.batch_of(one)
            cost = (one.pack_price / one.pack_units).quantize(UNIT, ROUND_HALF_UP)
            medicine = self._replay.medicine_of(one)
            self.books.lots[batch] = Lot(medicine, one.delivered + self._life(one), one.delivered, cost)
            self.books.move("receipt", batch, self._depot, one.units)
            shelf = min(one.units, ON_THE_SHELF)
            sent.append(Batch(batch, shelf))
            if (half := (one.units - shelf) // 2) > 0:
                issued.append(Batch(batch, half))
        self._transfer(sent)
        if issued:
            self._keeper.run_now(
                stock.issue_stock,
                intent=uuid.uuid4(),
                store=self._depot,
                department=self._replay.department,
                picks=issued,
            )
            for pick in issued:
                self.books.move("issue", pick.batch_id, self._depot, -pick.units)

    def _transfer(self, picks: Sequence[Batch]) -> None:
        self._keeper.run_now(
            stock.transfer_stock, intent=uuid.uuid4(), source=self._depot, target=self._pharmacy, picks=picks
        )
        for pick in picks:
            self.books.move("transfer_out", pick.batch_id, self._depot, -pick.units)
            self.books.move("transfer_in", pick.batch_id, self._pharmacy, pick.units)

    # A day ------------------------------------------------------------------------------------------------------

    def _day(self, day: dt.date) -> None:
        if day.day == 1:
            self._write_off_expired()
            self._destroy_what_came_back()
            self._send_back()
        if day.day == 20 and day.month % 3 == 0:
            self._count()
        if (day.month, day.day) in RECALLED_ON:
            self._recall()
        if day.weekday() < 6:
            self._settle_what_is_due()
            for _ in range(self._chance.randint(*A_DAY)):
                self._visit()
            if self._chance.random() < BROKEN:
                self._break()

    def _visit(self) -> None:
        patient = self._chance.choice(self._patients)
        shelved = sorted({self.books.lots[batch].medicine for batch, _units in self.books.shelf(self._pharmacy)})
        free = [one for one in shelved if self._covered.get((patient, one), dt.date.min) < self._today]
        chosen = self._chance.sample(free, min(len(free), self._chance.choice((1, 1, 2, 3))))
        if not chosen:
            return
        lines = []
        for medicine in chosen:
            days = self._chance.choice(COURSES)
            lines.append(Line(medicine, 2 * days, Decimal(1), "BD", days))
        written = self._doctor.run_now(
            write_prescription, intent=uuid.uuid4(), patient=patient, order=Order(ticket=False), lines=lines
        )
        self._serve(written.id, may_halve=True)

    def _serve(self, prescription: int, *, may_halve: bool = False) -> None:
        """Hand out what is due and lies there; the rest is owed where something came, and asked for later."""
        sheet: Sheet = self._pharmacist.read_now(
            queries.prescription_sheet, snapshot=True, prescription=prescription, store=self._pharmacy
        )
        given, omitted, taken = [], [], []
        for line in sheet.lines:
            halved = may_halve and self._chance.random() < PARTLY
            units = line.due // 2 if halved else line.due
            proposal = line.proposed(units, sheet.today)
            picks = [(pick.batch_id, pick.units) for pick in proposal.picks]
            good_until = sheet.today + dt.timedelta(days=days_covered(units, line.quantity, line.days))
            assert picks == self.books.first_out(self._pharmacy, line.medicine_id, units, good_until), line
            if picks:
                self._covered[sheet.patient_id, line.medicine_id] = sheet.today + dt.timedelta(days=COVERED)
                given.append(Given(line.id, tuple(Pick(*pick) for pick in picks)))
                taken.extend(picks)
            missing = line.due - sum(units for _batch, units in picks)
            if missing:
                omitted.append(Omitted(line.id, missing, OWED if picks else LATER, "generated"))
        if given:
            self._hand_out(sheet, given, omitted, taken)
            if any(one.kind == OWED for one in omitted):
                self._owed.append((self._today + dt.timedelta(days=7), sheet.prescription_id))

    def _hand_out(
        self, sheet: Sheet, given: Sequence[Given], omitted: Sequence[Omitted], taken: Sequence[tuple[int, int]]
    ) -> None:
        receipt = self._pharmacist.run_now(
            actions.dispense,
            intent=uuid.uuid4(),
            prescription=sheet.prescription_id,
            version=sheet.version,
            store=self._pharmacy,
            given=given,
            omitted=omitted,
        )
        self.dispenses += 1
        for batch, units in taken:
            self.books.move("dispense", batch, self._pharmacy, -units)
        made = HandedOut(receipt.dispense_id, tuple(taken))
        dice = self._chance.random()
        if dice < NOT_COLLECTED:
            self._take_back(made, returned=False)
        elif dice < NOT_COLLECTED + BROUGHT_BACK:
            self._coming_back.append((self._today + dt.timedelta(days=3), made))

    def _settle_what_is_due(self) -> None:
        """What was owed is collected, and what patients bring back is taken."""
        waiting, self._owed = self._owed, []
        for day, prescription in waiting:
            if day <= self._today:
                self._serve(prescription)
            else:
                self._owed.append((day, prescription))
        back, self._coming_back = self._coming_back, []
        for day, made in back:
            if day <= self._today:
                self._take_back(made, returned=True)
            else:
                self._coming_back.append((day, made))

    def _take_back(self, made: HandedOut, *, returned: bool) -> None:
        """A dispense that nobody collected lies on the shelf again; of what comes back a part waits apart."""
        rows = self._hospital.sql(
            "SELECT id, batch_id, units FROM hms.dispense_lines WHERE dispense_id = %s ORDER BY id", made.id
        )
        units = {line: max(1, given // 2) if returned else given for line, _batch, given in rows}
        self._pharmacist.run_now(
            actions.reverse_dispense,
            intent=uuid.uuid4(),
            dispense=made.id,
            reason="generated",
            returned=returned,
            units=units if returned else None,
        )
        for line, batch, _given in rows:
            store, kind = (self._apart, "patient_return") if returned else (self._pharmacy, "reversal")
            self.books.move(kind, batch, store, units[line])

    # What else moves stock --------------------------------------------------------------------------------------

    def _write_off(self, store: int, batch: int, units: int, reason: str) -> None:
        self._keeper.run_now(stock.write_off, intent=uuid.uuid4(), store=store, batch=batch, units=units, reason=reason)
        self.books.move("loss", batch, store, -units)

    def _write_off_expired(self) -> None:
        for store in (self._depot, self._pharmacy):
            for batch, units in list(self.books.shelf(store)):
                if self.books.lots[batch].expiry < self._today:
                    self._write_off(store, batch, units, "expired")

    def _destroy_what_came_back(self) -> None:
        for batch, units in list(self.books.shelf(self._apart)):
            self._write_off(self._apart, batch, units, "came back from a patient")

    def _break(self) -> None:
        shelved = sorted(self.books.shelf(self._pharmacy))
        if shelved:
            batch, units = self._chance.choice(shelved)
            self._write_off(self._pharmacy, batch, min(units, self._chance.randint(1, 5)), "broken")

    def _send_back(self) -> None:
        """A twentieth of a batch in the depot goes back to its supplier, with what was invoiced of it untouched."""
        held = sorted(self.books.shelf(self._depot))
        if not held:
            return
        batch, units = self._chance.choice(held)
        [(line, receipt)] = self._hospital.sql(
            "SELECT id, receipt_id FROM hms.receipt_lines WHERE batch_id = %s", batch
        )
        back = max(1, units // 20)
        self._keeper.run_now(
            buying.return_to_supplier,
            intent=uuid.uuid4(),
            receipt=receipt,
            store=self._depot,
            reason="generated",
            lines=[(line, back)],
        )
        self.books.move("supplier_return", batch, self._depot, -back)

    def _recall(self) -> None:
        held = sorted(batch for batch, _units in self.books.shelf(self._pharmacy) if batch not in self.books.frozen)
        if held:
            batch = self._chance.choice(held)
            self._pharmacist.run_now(stock.recall_batches, intent=uuid.uuid4(), batches=[batch], reason="generated")
            self.books.frozen.add(batch)

    def _count(self) -> None:
        """A stock-take of some medicines: every third batch misses a unit, which is counted twice and approved."""
        held = sorted(self.books.shelf(self._pharmacy))
        medicines = list(dict.fromkeys(self.books.lots[batch].medicine for batch, _units in held))[:COUNTED]
        count = self._keeper.run_now(stock.open_count, intent=uuid.uuid4(), store=self._pharmacy, medicines=medicines)
        counted = [(batch, units) for batch, units in held if self.books.lots[batch].medicine in medicines]
        for (batch, units), lost in zip(counted, itertools.cycle((0, 1, 0)), strict=False):
            for _round in range(1 + lost):
                self._keeper.run_now(
                    stock.enter_count, intent=uuid.uuid4(), count=count, batch=batch, counted=units - lost
                )
            if lost:
                self.books.move("count", batch, self._pharmacy, -lost)
        self._replay.manager.run_now(stock.approve_count, intent=uuid.uuid4(), count=count)

    def _store(self, name: str, kind: str) -> int:
        [(made,)] = self._hospital.sql("INSERT INTO hms.stores (name, kind) VALUES (%s, %s) RETURNING id", name, kind)
        return int(made)
