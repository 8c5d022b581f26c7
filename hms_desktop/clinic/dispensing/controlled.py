"""The register of controlled medicines: what the page reads, and what two people enter together."""

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Session

from hms_desktop.core.keyset import STRIDE, Anchors
from hms_desktop.core.storable import storable

SUBJECT = "controlled.entry"
"""What both people's assents are about; their content is the wish itself."""


@dataclass(frozen=True)
class Register:
    """One medicine and strength in one store, in base units: the register, the ledger of stock, and what waits.

    `check_hours`: for how long a check of the balance holds here, about a shift.
    """

    store_id: int
    store: str
    medicine_id: int
    medicine: str
    strength: str
    base_unit: str
    controlled: str
    units: int
    entries: int
    in_stock: int
    waiting: int
    checked_at: dt.datetime | None
    unsettled: int
    check_hours: int

    @property
    def title(self) -> str:
        return f"{self.medicine} {self.strength}".strip()

    @property
    def agrees(self) -> bool:
        """Whether the register says what the ledger of stock says."""
        return self.units == self.in_stock

    def check_due(self, now: dt.datetime) -> bool:
        """Whether two people should count it in this shift."""
        return self.checked_at is None or now - self.checked_at > dt.timedelta(hours=self.check_hours)


@dataclass(frozen=True)
class Entry:
    """One line of the register; `corrects` is the number of the line that it corrects."""

    id: int
    number: int
    kind: str
    units: int
    balance: int
    reason: str
    entered_at: dt.datetime
    person: str
    witness: str
    corrects: int | None
    lot: str
    document: str
    mrn: str
    patient: str
    closed: bool


@dataclass(frozen=True)
class Waiting:
    """A movement of the ledger that does not stand in the register yet."""

    id: int
    store_id: int
    medicine_id: int
    kind: str
    units: int
    recorded_at: dt.datetime
    person: str
    lot: str
    document: str


@dataclass(frozen=True)
class DiscrepancyRow:
    """A count that differed: by how many base units, how far it is settled and by whom."""

    id: int
    store: str
    medicine: str
    expected: int
    counted: int
    state: str
    opened_at: dt.datetime
    opened_by: str
    witness: str
    investigated_by: str
    finding: str
    closed_by: str
    outcome: str

    @property
    def difference(self) -> int:
        return self.counted - self.expected


@dataclass(frozen=True)
class HeldBatch:
    """A batch of a controlled medicine that a store holds."""

    id: int
    lot: str
    expiry: dt.date | None
    units: int


def now(session: Session) -> dt.datetime:
    """The hospital's clock."""
    moment: dt.datetime = session.execute(sa.text("SELECT hms.hospital_now()")).scalar_one()
    return moment


def registers(session: Session) -> tuple[Register, ...]:
    """Every register by store and medicine."""
    rows = session.execute(
        sa.text(
            "SELECT c.*, r.check_hours FROM hms.controlled_registers c CROSS JOIN hms.dispensing_rules r "
            "ORDER BY lower(c.store), lower(c.medicine), c.strength, c.medicine_id"
        )
    )
    return tuple(Register(**row._mapping) for row in rows)


_LINES = (
    "SELECT id, number, kind, units, balance, reason, entered_at, person, witness, corrects, coalesce(lot, '') AS lot, "
    "coalesce(document, '') AS document, coalesce(mrn, '') AS mrn, coalesce(patient, '') AS patient, closed "
    "FROM hms.controlled_lines WHERE store_id = :store AND medicine_id = :medicine"
)


def entries_anchors(session: Session, *, store_id: int, medicine_id: int) -> Anchors:
    """How long one register is, newest first: its lines are numbered without a gap, so the last number says it."""
    found = session.execute(
        sa.text(
            "SELECT number FROM hms.controlled_lines WHERE store_id = :store AND medicine_id = :medicine "
            "ORDER BY number DESC LIMIT 1"
        ),
        {"store": store_id, "medicine": medicine_id},
    ).scalar_one_or_none()
    last = found or 0
    return Anchors(last, (None, *range(last - STRIDE + 1, 0, -STRIDE)))


def entries_page(
    session: Session, *, store_id: int, medicine_id: int, after: int | None, offset: int, limit: int
) -> tuple[Entry, ...]:
    """The `limit` (≤ 200) lines of one register that stand `offset` behind line number `after`, newest first."""
    older = "" if after is None else " AND number < :after"
    rows = session.execute(
        sa.text(_LINES + older + " ORDER BY number DESC OFFSET :offset LIMIT :limit"),
        {"store": store_id, "medicine": medicine_id, "after": after, "offset": offset, "limit": min(limit, 200)},
    )
    return tuple(Entry(**row._mapping) for row in rows)


def waiting(session: Session, *, store_id: int, medicine_id: int) -> tuple[Waiting, ...]:
    """What moved of a medicine in a store and waits to be entered, in its order."""
    rows = session.execute(
        sa.text(
            "SELECT id, store_id, medicine_id, kind, units, recorded_at, person, lot, document "
            "FROM hms.controlled_waiting WHERE store_id = :store AND medicine_id = :medicine ORDER BY id"
        ),
        {"store": store_id, "medicine": medicine_id},
    )
    return tuple(Waiting(**row._mapping) for row in rows)


def batches(session: Session, *, store_id: int, medicine_id: int) -> tuple[HeldBatch, ...]:
    """The batches of a medicine that a store holds, those that expire first at the top."""
    rows = session.execute(
        sa.text(
            "SELECT b.id, b.lot, b.expiry, l.units FROM hms.batches b JOIN hms.balances l ON l.batch_id = b.id "
            "WHERE l.store_id = :store AND b.medicine_id = :medicine AND l.units > 0 ORDER BY b.expiry NULLS LAST, b.id"
        ),
        {"store": store_id, "medicine": medicine_id},
    )
    return tuple(HeldBatch(**row._mapping) for row in rows)


def discrepancies(session: Session, *, limit: int = 200) -> tuple[DiscrepancyRow, ...]:
    """Those not closed first, then the newest."""
    rows = session.execute(
        sa.text(
            "SELECT d.id, s.name AS store, btrim(m.name || ' ' || m.strength) AS medicine, c.expected, c.counted, "
            "d.state, d.opened_at, d.opened_by, c.witness, coalesce(d.investigated_by, '') AS investigated_by, "
            "d.finding, coalesce(d.closed_by, '') AS closed_by, d.outcome "
            "FROM hms.controlled_discrepancies d JOIN hms.controlled_checks c ON c.id = d.check_id "
            "JOIN hms.stores s ON s.id = c.store_id JOIN hms.medicines m ON m.id = c.medicine_id "
            "ORDER BY d.state = 'closed', d.id DESC LIMIT :limit"
        ),
        {"limit": limit},
    )
    return tuple(DiscrepancyRow(**row._mapping) for row in rows)


def enter(session: Session, *, intent: UUID, movements: Sequence[int]) -> int:
    """Enter movements of the ledger; how many. Both people have signed {"movements": […]}. Raises Refused."""
    return int(_do(session, "enter_in_register", intent, list(movements))["entered"])


def waste(session: Session, *, intent: UUID, wish: Mapping[str, Any]) -> None:
    """Destroy units of a batch before a witness; both have signed `wish` {"batch", "store", "units", "reason"}."""
    _do(session, "waste_controlled", intent, wish)


def correct(session: Session, *, intent: UUID, wish: Mapping[str, Any]) -> None:
    """Correct an entry by a new one; both have signed `wish` {"entry", "units", "reason"}."""
    _do(session, "correct_controlled", intent, wish)


def check(session: Session, *, intent: UUID, wish: Mapping[str, Any]) -> int:
    """Keep what two people counted, `wish` {"store", "counts": [{"medicine", "counted"}]}; how many differ."""
    return int(_do(session, "check_controlled", intent, wish)["differing"])


def settle(session: Session, *, intent: UUID, discrepancy: int, state: str, words: str) -> None:
    """The next step of a discrepancy (`investigated`, `closed`), by somebody who did none before. Raises Refused."""
    session.execute(
        sa.text("SELECT hms.settle_discrepancy(:intent, :id, :state, :words)"),
        {"intent": intent, "id": discrepancy, "state": state, "words": storable(words)},
    )


def _do(session: Session, function: str, intent: UUID, wish: Any) -> dict[str, Any]:
    asked = sa.func.hms.__getattr__(function)(sa.bindparam("intent"), sa.bindparam("wish", wish, JSONB()))
    result: dict[str, Any] = session.execute(sa.select(asked), {"intent": intent}).scalar_one()
    return result
