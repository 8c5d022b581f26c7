"""The register of controlled medicines, tried with raw connections: two people sign, one alone or by a name cannot."""

import json
from typing import Any
from uuid import UUID, uuid4

import psycopg
import pytest
from psycopg.types.json import Jsonb

from hms_desktop.clinic.dispensing import controlled, controlled_papers
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused, Stale
from hms_desktop.core.settings import Server
from tests.factories import dispensing, stock
from tests.factories.dispensing import Pharmacy, pick
from tests.hospital import Hospital


class Cupboard:
    """A pharmacy whose one medicine is controlled, two pharmacists and a manager."""

    def __init__(self, hospital: Hospital) -> None:
        self.hospital = hospital
        self.house: Pharmacy = dispensing.pharmacy(hospital, quantity=20)
        hospital.sql("UPDATE hms.medicines SET controlled = 'narcotic' WHERE id = %s", self.house.medicine)
        self.first, self.second = hospital.person("pharmacist"), hospital.person("pharmacist")
        self.db: Database = hospital.database(self.first)

    def sign(self, intent: UUID, content: Any, *who: Server) -> None:
        """Each of `who` agrees on a connection of their own; both pharmacists where nobody is named."""
        for person in who or (self.first, self.second):
            self.hospital.connection(person).execute(
                "SELECT hms.give_assent(%s, 'controlled.entry', hms.digest_of(%s))", (intent, json.dumps(content))
            )

    def enter_all(self) -> None:
        moved = [row.id for row in self.db.read_now(controlled.waiting, **self.here)]
        intent = uuid4()
        self.sign(intent, {"movements": moved})
        self.db.run_now(controlled.enter, intent=intent, movements=moved)

    @property
    def here(self) -> dict[str, int]:
        return {"store_id": self.house.store, "medicine_id": self.house.medicine}

    def entries(self) -> tuple[controlled.Entry, ...]:
        """The newest 200 lines of the register, the newest first."""
        return self.db.read_now(controlled.entries_page, **self.here, after=None, offset=0, limit=200)

    @property
    def lines(self) -> list[dict[str, Any]]:
        return [pick(self.house.line, self.house.first, 20)]

    def dispense(self, intent: UUID) -> None:
        self.hospital.connection(self.first).execute(
            "SELECT hms.dispense(%s, %s, %s, %s, '[]', %s)",
            (intent, self.house.prescribed.id, self.house.prescribed.version, Jsonb(self.lines), self.house.store),
        )

    def register(self) -> controlled.Register:
        (found,) = self.db.read_now(controlled.registers)
        return found


@pytest.fixture
def cupboard(hospital: Hospital) -> Cupboard:
    return Cupboard(hospital)


def test_a_dispense_writes_the_register_and_needs_both_signatures(cupboard: Cupboard) -> None:
    cupboard.enter_all()
    intent, content = uuid4(), {"lines": cupboard.lines}
    with pytest.raises(psycopg.Error, match="must agree to exactly this"):
        cupboard.dispense(intent)
    cupboard.sign(intent, content, cupboard.first)
    with pytest.raises(psycopg.Error, match="Nobody agrees to what they do themselves"):
        cupboard.dispense(intent)
    other = uuid4()
    cupboard.sign(other, content, cupboard.second)
    with pytest.raises(psycopg.Error, match="type your own password as well"):
        cupboard.dispense(other)
    cupboard.sign(intent, content, cupboard.second)
    cupboard.dispense(intent)
    entry = cupboard.entries()[0]
    assert (entry.number, entry.kind, entry.units, entry.balance) == (3, "dispense", -20, 110)
    assert (entry.person, entry.witness) == (cupboard.first.user, cupboard.second.user)
    assert entry.mrn
    assert cupboard.register().agrees
    paper = cupboard.db.read_now(controlled_papers.register_paper, subject=entry.id)
    assert [end for _start, end in paper.rows["entries"]] == ["+30 = 30", "+100 = 130", "-20 = 110"]
    assert cupboard.second.user in paper.rows["entries"][-1][0]
    assert cupboard.db.read_now(controlled_papers.register_captions, subjects=[entry.id]) == {
        entry.id: "Metformin 500 mg"
    }


def test_what_was_received_must_stand_in_the_register_before_it_is_handed_out(cupboard: Cupboard) -> None:
    intent = uuid4()
    cupboard.sign(intent, {"lines": cupboard.lines})
    with pytest.raises(psycopg.Error, match="The register holds only 0"):
        cupboard.dispense(intent)
    assert (cupboard.register().waiting, cupboard.register().agrees) == (2, False)
    cupboard.enter_all()
    assert (cupboard.register().waiting, cupboard.register().units) == (0, 130)


def test_wastage_leaves_stock_and_register_before_a_witness(cupboard: Cupboard) -> None:
    cupboard.enter_all()
    wish = {"batch": cupboard.house.first, "store": cupboard.house.store, "units": 2, "reason": "Broken ampoules."}
    intent = uuid4()
    with pytest.raises(Refused, match="must agree to exactly this"):
        cupboard.db.run_now(controlled.waste, intent=intent, wish=wish)
    cupboard.sign(intent, wish)
    with pytest.raises(Refused, match="must agree to exactly this"):
        cupboard.db.run_now(controlled.waste, intent=intent, wish=wish | {"units": 3})
    cupboard.db.run_now(controlled.waste, intent=intent, wish=wish)
    cupboard.db.run_now(controlled.waste, intent=intent, wish=wish)  # the answer was lost: nothing is done twice
    assert stock.held(cupboard.hospital, cupboard.house.first, cupboard.house.store) == 28
    assert (cupboard.register().units, cupboard.register().agrees) == (128, True)


def test_a_mistake_is_corrected_by_a_new_entry_and_none_is_changed(cupboard: Cupboard) -> None:
    cupboard.enter_all()
    entry = cupboard.entries()[-1]
    wish, intent = {"entry": entry.id, "units": -1, "reason": "Written twice."}, uuid4()
    cupboard.sign(intent, wish)
    cupboard.db.run_now(controlled.correct, intent=intent, wish=wish)
    newest = cupboard.entries()[0]
    assert (newest.kind, newest.corrects, newest.balance) == ("correction", 1, 129)
    for statement in (
        "UPDATE hms.controlled_entries SET units = 5",
        "DELETE FROM hms.controlled_entries",
        "UPDATE hms.controlled_checks SET counted = 1",
    ):
        with pytest.raises(psycopg.Error, match="never changed"):
            cupboard.hospital.sql(statement)


def test_a_count_that_differs_opens_a_discrepancy_that_three_people_settle(cupboard: Cupboard) -> None:
    cupboard.enter_all()
    house, intent = cupboard.house, uuid4()
    wish = {"store": house.store, "counts": [{"medicine": house.medicine, "counted": 128}]}
    cupboard.sign(intent, wish)
    assert cupboard.db.run_now(controlled.check, intent=intent, wish=wish) == 1
    (found,) = cupboard.db.read_now(controlled.discrepancies)
    assert (found.difference, found.state, cupboard.register().unsettled) == (-2, "open", 1)

    def settle(who: Server, state: str, words: str = "Two ampoules were broken.") -> None:
        cupboard.hospital.database(who).run_now(
            controlled.settle, intent=uuid4(), discrepancy=found.id, state=state, words=words
        )

    manager, other = cupboard.hospital.person("manager"), cupboard.hospital.person("manager")
    with pytest.raises(Refused, match="Another person"):
        settle(cupboard.first, "investigated")
    with pytest.raises(Stale):
        settle(manager, "closed")
    with pytest.raises(Refused, match="Write down"):
        settle(manager, "investigated", " ")
    settle(manager, "investigated")
    with pytest.raises(Refused, match="Another person"):
        settle(manager, "closed")
    with pytest.raises(Refused, match="A manager closes"):
        settle(cupboard.second, "closed")
    settle(other, "closed")
    assert [row.state for row in cupboard.db.read_now(controlled.discrepancies)] == ["closed"]
    assert cupboard.register().unsettled == 0


def test_a_count_that_agrees_is_kept_and_no_longer_due(cupboard: Cupboard) -> None:
    cupboard.enter_all()
    now = cupboard.db.read_now(controlled.now)
    assert cupboard.register().check_due(now)
    wish = {"store": cupboard.house.store, "counts": [{"medicine": cupboard.house.medicine, "counted": 130}]}
    intent = uuid4()
    cupboard.sign(intent, wish)
    assert cupboard.db.run_now(controlled.check, intent=intent, wish=wish) == 0
    assert not cupboard.register().check_due(now)


@pytest.mark.parametrize(
    "statement",
    [
        "INSERT INTO hms.controlled_entries (store_id, medicine_id, number, kind, units, balance, witness) "
        "VALUES (1, 1, 1, 'receipt', 5, 5, 'a.colleague')",
        "UPDATE hms.controlled_balances SET units = 5",
        "SELECT hms.enter_movements('{1}', 'a.colleague')",
        "SELECT hms.enter_controlled(gen_random_uuid(), '[]', 1)",
        "SELECT hms.append_controlled(NULL)",
        "SELECT hms.both_signed(gen_random_uuid(), '{}')",
        "UPDATE hms.controlled_discrepancies SET closed_by = 'a.colleague'",
    ],
)
def test_no_client_writes_the_register_or_passes_a_name(cupboard: Cupboard, statement: str) -> None:
    with pytest.raises(psycopg.errors.InsufficientPrivilege):
        cupboard.hospital.connection(cupboard.first).execute(statement.encode())


def test_one_person_with_every_duty_is_still_one_person(cupboard: Cupboard) -> None:
    alone = cupboard.hospital.person("pharmacist", "store", "manager", "clinician", "admin")
    moved = [row.id for row in cupboard.db.read_now(controlled.waiting, **cupboard.here)]
    intent = uuid4()
    for _ in range(2):
        cupboard.sign(intent, {"movements": moved}, alone)
    with pytest.raises(Refused, match="Nobody agrees"):
        cupboard.hospital.database(alone).run_now(controlled.enter, intent=intent, movements=moved)
    assert cupboard.hospital.sql("SELECT count(*) FROM hms.controlled_entries") == [(0,)]


def test_a_long_register_is_read_from_anywhere_in_it_to_its_first_line(cupboard: Cupboard) -> None:
    cupboard.enter_all()
    begun = len(cupboard.entries())
    cupboard.hospital.sql(
        "INSERT INTO hms.controlled_entries (store_id, medicine_id, number, kind, units, balance, reason, entered_at, "
        "witness, workstation, corrects_id) SELECT %s, %s, n, 'correction', 1, n, 'counted', hms.hospital_now(), "
        "'somebody', 'test', e.id FROM hms.controlled_entries e, generate_series(%s, 2500) n WHERE e.number = 1",
        cupboard.house.store,
        cupboard.house.medicine,
        begun + 1,
    )
    shape = cupboard.db.read_now(controlled.entries_anchors, **cupboard.here)
    assert (shape.count, len(shape.keys)) == (2500, 3)
    for place in (0, 199, 1000, 1999, 2400, 2499):
        anchor, offset = divmod(place, shape.stride)
        page = cupboard.db.read_now(
            controlled.entries_page, **cupboard.here, after=shape.keys[anchor], offset=offset, limit=50
        )
        assert [entry.number for entry in page[:2]] == [2500 - place, 2499 - place][: len(page)]
    assert page[-1].number == 1
