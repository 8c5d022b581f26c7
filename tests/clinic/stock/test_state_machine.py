"""Whatever is received, dispensed, returned, moved, recalled and counted, in any order: the ledger keeps its truths."""

import datetime as dt
import json
import uuid
from typing import Any

import psycopg
import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule, run_state_machine_as_test

from hms_desktop.clinic.stock.rules import Shelved, pick_batches
from tests.clinic.stock.truths import breaches
from tests.factories import prescriptions, queue, stock
from tests.hospital import Hospital

START = dt.datetime(2026, 3, 2, 9, 0, tzinfo=dt.UTC)
PRESCRIBED = 300
STATES = {
    "hold_batch": "quarantined",
    "release_batch": "usable",
    "recall_batches": "recalled",
    "lift_recall": "quarantined",
}
FROM = {
    "hold_batch": ("usable",),
    "release_batch": ("quarantined",),
    "recall_batches": ("usable", "quarantined"),
    "lift_recall": ("recalled",),
}


class World:
    """One database for all runs; each run has a medicine and stores of its own in it."""

    def __init__(self, hospital: Hospital) -> None:
        hospital.set_clock(START)
        self.hospital = hospital
        self.patient = queue.patients(hospital, 1)[0]
        self.pharmacist = hospital.connection(hospital.person("pharmacist", "manager"))
        self.colleague = hospital.connection(hospital.person("manager"))
        self.eye = hospital.connection()
        self.now = START
        self.apart = stock.make_store(hospital, "Returned", kind="quarantine")

    def let_days_pass(self, days: int) -> None:
        self.now += dt.timedelta(days=days)
        self.eye.execute("SELECT hms.set_clock(%s, 0)", (self.now,))


class LedgerMachine(RuleBasedStateMachine):
    """People act, days pass; a model in plain dictionaries says what must come of it, or why it is refused."""

    def __init__(self, world: World) -> None:
        super().__init__()
        self.world, hospital = world, world.hospital
        self.medicine = stock.make_medicine(hospital)
        self.pharmacy, self.ward = stock.make_store(hospital), stock.make_store(hospital, kind="ward")
        self.held: dict[tuple[int, int], int] = {}
        self.expiry: dict[int, dt.date] = {}
        self.state: dict[int, str] = {}
        self.lot: dict[int, str] = {}
        self.recalled: set[str] = set()
        self.supplied = 0
        self.given: list[tuple[int, dict[int, int]]] = []
        self.reversible: list[tuple[int, int, int, int]] = []
        line = prescriptions.line(self.medicine, frequency="", days=None, quantity=PRESCRIBED)
        until = world.now.date() + dt.timedelta(days=300)
        self.prescribed = prescriptions.write_prescription(hospital, world.patient, [line], valid_until=until)

    @property
    def today(self) -> dt.date:
        return self.world.now.date()

    def wish(self, name: str, *values: Any, by: psycopg.Connection[Any] | None = None) -> Any:
        """The answer of a wish under a new intent, or the code with which it was refused."""
        marks = ", ".join(["%s"] * (1 + len(values)))
        try:
            row = (
                (by or self.world.pharmacist)
                .execute(f"SELECT hms.{name}({marks})".encode(), (uuid.uuid4(), *values))
                .fetchone()
            )
        except psycopg.Error as error:
            if error.sqlstate not in ("HM001", "HM002"):
                raise
            return str(error.diag.constraint_name)
        return row[0] if row else None

    def moved(self, batch: int, store: int, units: int) -> None:
        self.held[batch, store] = self.held.get((batch, store), 0) + units

    def blocked(self, batch: int) -> bool:
        return self.state[batch] != "usable" or self.expiry[batch] < self.today

    def batches(self) -> list[int]:
        return sorted(self.state)

    # What people do ------------------------------------------------------------------------------------------

    @rule(units=st.integers(1, 90), days=st.integers(0, 12))
    def receive(self, units: int, days: int) -> None:
        expiry = self.today + dt.timedelta(days=days)
        lot = f"L{len(self.state) % 5}"
        answer = self.wish("open_stock", self.pharmacy, self.medicine, lot, expiry, units, 1)
        [(batch,)] = self.world.eye.execute("SELECT batch_id FROM hms.movements WHERE id = %s", (answer["id"],))
        self.lot[batch] = lot
        self.state.setdefault(batch, "recalled" if lot in self.recalled else "usable")
        self.expiry[batch] = expiry
        self.moved(batch, self.pharmacy, units)
        self.reversible.append((answer["id"], batch, self.pharmacy, units))

    @rule(units=st.integers(1, 120), most=st.booleans())
    def dispense(self, units: int, most: bool) -> None:
        shelf = [
            Shelved(batch, self.expiry[batch], self.today, self.held.get((batch, self.pharmacy), 0), state=state)
            for batch, state in self.state.items()
        ]
        proposal = pick_batches(shelf, units, today=self.today)
        taken = {one.batch_id: one.units for one in proposal.picks}
        if proposal.missing and not most:  # asked for more than there is: the last usable batch is overdrawn
            overdrawn = max(taken, default=None)
            if overdrawn is None:
                return
            taken[overdrawn] += proposal.missing
        if not taken:
            return
        asked = sum(taken.values())
        short = any(self.held[batch, self.pharmacy] < share for batch, share in taken.items())
        receipt = self.hand_out(taken)
        if isinstance(receipt, str):
            assert short or self.supplied + asked > PRESCRIBED, receipt
            return
        assert not short
        self.supplied += asked
        assert self.supplied <= PRESCRIBED
        for batch, share in taken.items():
            self.moved(batch, self.pharmacy, -share)
        self.given.append((receipt["dispense_id"], taken))

    def hand_out(self, taken: dict[int, int]) -> Any:
        line = self.prescribed.lines[0]
        entries = [{"line": line, "batch": batch, "units": share, "reason": "model"} for batch, share in taken.items()]
        [(version,)] = self.world.eye.execute(
            "SELECT version FROM hms.prescriptions WHERE id = %s", (self.prescribed.id,)
        )
        return self.wish("dispense", self.prescribed.id, version, json.dumps(entries), "[]", self.pharmacy)

    @precondition(lambda self: self.given)
    @rule(data=st.data(), returned=st.booleans())
    def take_a_dispense_back(self, data: st.DataObject, returned: bool) -> None:
        given = data.draw(st.sampled_from(self.given))
        answer = self.wish("reverse_dispense", given[0], "model", returned)
        assert not isinstance(answer, str), answer
        self.given.remove(given)
        for batch, share in given[1].items():
            self.moved(batch, self.world.apart if returned else self.pharmacy, share)
            self.supplied -= share

    @precondition(lambda self: self.state)
    @rule(data=st.data(), units=st.integers(1, 60), back=st.booleans())
    def transfer(self, data: st.DataObject, units: int, back: bool) -> None:
        batch = data.draw(st.sampled_from(self.batches()))
        source, target = (self.ward, self.pharmacy) if back else (self.pharmacy, self.ward)
        answer = self.wish("transfer_stock", source, target, json.dumps([{"batch": batch, "units": units}]), "")
        if isinstance(answer, str):
            assert self.blocked(batch) or self.held.get((batch, source), 0) < units, answer
            return
        assert not self.blocked(batch)
        self.moved(batch, source, -units)
        self.moved(batch, target, units)

    @precondition(lambda self: self.state)
    @rule(data=st.data(), units=st.integers(1, 30), back=st.integers(0, 8))
    def lose(self, data: st.DataObject, units: int, back: int) -> None:
        batch = data.draw(st.sampled_from(self.batches()))
        occurred = self.today - dt.timedelta(days=back)
        answer = self.wish("write_off", self.pharmacy, batch, units, "model", occurred)
        if isinstance(answer, str):
            assert answer in ("stock.short", "stock.short_then", "stock.day")
            return
        assert back <= 7
        self.moved(batch, self.pharmacy, -units)
        self.reversible.append((answer["id"], batch, self.pharmacy, -units))

    @precondition(lambda self: self.reversible)
    @rule(data=st.data(), part=st.integers(1, 100))
    def reverse(self, data: st.DataObject, part: int) -> None:
        entry = data.draw(st.sampled_from(self.reversible))
        movement, batch, store, units = entry
        answer = self.wish("reverse_movement", movement, part, "model")
        if isinstance(answer, str):
            too_much = part > abs(units) or (units > 0 and self.held[batch, store] < part)
            assert too_much, answer
            return
        self.reversible.remove(entry)
        self.moved(batch, store, -part if units > 0 else part)
        assert self.wish("reverse_movement", movement, 1, "model") == "stock.reversed"

    @precondition(lambda self: self.state)
    @rule(data=st.data(), name=st.sampled_from(sorted(STATES)))
    def freeze_or_release(self, data: st.DataObject, name: str) -> None:
        batch = data.draw(st.sampled_from(self.batches()))
        answer = self.wish(name, [batch] if name == "recall_batches" else batch, "model")
        allowed = self.state[batch] in FROM[name]
        if name == "recall_batches":
            self.recall(self.lot[batch])
        elif allowed:
            self.state[batch] = STATES[name]
        if name == "lift_recall" and "recalled" not in self.states_of(self.lot[batch]):
            self.recalled.discard(self.lot[batch])
        assert isinstance(answer, dict) == (allowed or name == "recall_batches"), answer

    def recall(self, lot: str) -> None:
        """All that is in the house of the lot, and what comes of it until the recall is lifted."""
        self.recalled.add(lot)
        self.state |= {batch: "recalled" for batch, its in self.lot.items() if its == lot}

    def states_of(self, lot: str) -> set[str]:
        return {self.state[batch] for batch, its in self.lot.items() if its == lot}

    @rule(days=st.integers(1, 6))
    def days_pass(self, days: int) -> None:
        self.world.let_days_pass(days)

    @precondition(lambda self: self.state)
    @rule(data=st.data(), found=st.integers(0, 60), trade=st.booleans())
    def count(self, data: st.DataObject, found: int, trade: bool) -> None:
        batch = data.draw(st.sampled_from(self.batches()))
        take = self.wish("open_count", self.pharmacy, None)["id"]
        held = self.held.get((batch, self.pharmacy), 0)
        entered = self.wish("enter_count", take, batch, found, None)
        assert entered["again"] == (found != held)
        if entered["again"]:
            self.wish("enter_count", take, batch, found, None)
        if trade:
            self.receive(5, 3)
        answer = self.wish("approve_count", take, by=self.world.colleague)
        assert not isinstance(answer, str), answer
        self.moved(batch, self.pharmacy, found - held)

    # What holds at every moment ------------------------------------------------------------------------------

    @invariant()
    def every_balance_is_what_the_model_says(self) -> None:
        found = self.world.eye.execute(
            "SELECT h.batch_id, h.store_id, h.units FROM hms.balances h JOIN hms.batches b ON b.id = h.batch_id "
            "WHERE b.medicine_id = %s",
            (self.medicine,),
        ).fetchall()
        assert {(batch, store): units for batch, store, units in found} == self.held

    @invariant()
    def what_was_supplied_is_what_the_model_says(self) -> None:
        [(supplied,)] = self.world.eye.execute(
            "SELECT supplied FROM hms.prescription_lines WHERE id = %s", (self.prescribed.lines[0],)
        )
        assert supplied == self.supplied

    def teardown(self) -> None:
        assert breaches(self.world.hospital) == {}


def run(hospital: Hospital, examples: int, steps: int) -> None:
    world = World(hospital)
    run_state_machine_as_test(
        lambda: LedgerMachine(world),
        settings=settings(max_examples=examples, stateful_step_count=steps, deadline=None, database=None),
    )


def test_the_ledger_keeps_its_truths_whatever_is_done(hospital: Hospital) -> None:
    run(hospital, 12, 20)


@pytest.mark.soak
@pytest.mark.timeout(3600)
def test_the_ledger_keeps_its_truths_through_long_lives(hospital: Hospital) -> None:
    run(hospital, 200, 60)
