"""What is wished of stock: one function each, one round trip, done by the database's function of that name."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.stock.rules import Pick, StockRules
from hms_desktop.core.storable import as_json, storable


@dataclass(frozen=True)
class StoreDraft:
    """A store as it is to be; `id` and `version` None for a new one."""

    name: str
    kind: str
    department_id: int | None = None
    active: bool = True
    id: int | None = None
    version: int | None = None


@dataclass(frozen=True)
class Entered:
    """A count as it was taken: its round, and whether the line must be counted `again`."""

    round: int
    again: bool


def open_stock(
    session: Session,
    *,
    intent: UUID,
    store: int,
    medicine: int,
    lot: str,
    expiry: dt.date | None,
    units: int,
    cost: Decimal | None = None,
) -> int:
    """The movement that puts what a store already has on its books; `cost` is for one base unit. Raises Refused."""
    values = {"store": store, "medicine": medicine, "lot": storable(lot), "expiry": expiry, "units": units}
    call = "open_stock(:intent, :store, :medicine, :lot, :expiry, :units, CAST(:cost AS numeric))"
    return int(_done(session, call, intent, **values, cost=cost)["id"])


def transfer_stock(
    session: Session, *, intent: UUID, source: int, target: int, picks: Sequence[Pick], reason: str = ""
) -> tuple[int, ...]:
    """The movements that left `source`; all of the picks or none. Raises Refused (short, expired, held back)."""
    call = "transfer_stock(:intent, :source, :target, CAST(:lines AS jsonb), :reason)"
    values = {"source": source, "target": target, "lines": _lines(picks), "reason": storable(reason)}
    return tuple(_done(session, call, intent, **values)["movements"])


def issue_stock(
    session: Session, *, intent: UUID, store: int, department: int, picks: Sequence[Pick], reason: str = ""
) -> tuple[int, ...]:
    """The movements by which a department got the picks; all or none. Raises Refused (short, expired, held back)."""
    call = "issue_stock(:intent, :store, :department, CAST(:lines AS jsonb), :reason)"
    values = {"store": store, "department": department, "lines": _lines(picks), "reason": storable(reason)}
    return tuple(_done(session, call, intent, **values)["movements"])


def write_off(
    session: Session,
    *,
    intent: UUID,
    store: int,
    batch: int,
    units: int,
    reason: str,
    occurred: dt.date | None = None,
) -> int:
    """The movement of a loss, as many days back as the hospital allows.

    Raises Refused (short at any moment since, no reason, too far back).
    """
    values = {"store": store, "batch": batch, "units": units, "reason": storable(reason), "occurred": occurred}
    call = "write_off(:intent, :store, :batch, :units, :reason, :occurred)"
    return int(_done(session, call, intent, **values)["id"])


def take_back(session: Session, *, intent: UUID, store: int, batch: int, units: int, reason: str = "") -> int:
    """The movement that brings what a patient returned into a quarantine store. Raises Refused (another store)."""
    values = {"store": store, "batch": batch, "units": units, "reason": storable(reason)}
    return int(_done(session, "take_back(:intent, :store, :batch, :units, :reason)", intent, **values)["id"])


def reverse_movement(session: Session, *, intent: UUID, movement: int, reason: str, units: int | None = None) -> int:
    """The entry that takes `movement` back, wholly where no `units` are named; both halves of a transfer.

    Raises Refused (taken back already, more than it moved, or made by a dispense or receipt, which takes it back).
    """
    values = {"movement": movement, "units": units, "reason": storable(reason)}
    return int(_done(session, "reverse_movement(:intent, :movement, :units, :reason)", intent, **values)["id"])


def hold_batch(session: Session, *, intent: UUID, batch: int, reason: str) -> None:
    """Put a batch in quarantine in every store. Raises Refused where it is held back already."""
    _done(session, "hold_batch(:intent, :batch, :reason)", intent, batch=batch, reason=storable(reason))


def release_batch(session: Session, *, intent: UUID, batch: int, reason: str) -> None:
    """Let a batch out of quarantine. Raises Refused where it is not in quarantine."""
    _done(session, "release_batch(:intent, :batch, :reason)", intent, batch=batch, reason=storable(reason))


def recall_batches(session: Session, *, intent: UUID, batches: Sequence[int], reason: str) -> int:
    """Freeze these batches in every store at once; how many were not recalled before. Raises Refused (no reason)."""
    call = "recall_batches(:intent, :batches, :reason)"
    return int(_done(session, call, intent, batches=list(batches), reason=storable(reason))["frozen"])


def recall_lot(session: Session, *, intent: UUID, medicine: int, lot: str, reason: str) -> int:
    """Recall a lot, whether the house has any of it or not; how many batches of it were frozen.

    What comes of it later is frozen as it comes. Raises Refused (no reason, recalled already).
    """
    values = {"medicine": medicine, "lot": storable(lot), "reason": storable(reason)}
    return int(_done(session, "recall_lot(:intent, :medicine, :lot, :reason)", intent, **values)["frozen"])


def lift_recalled_lot(session: Session, *, intent: UUID, recall: int, reason: str) -> None:
    """Forget the recall of a lot that never came. Raises Refused where it is lifted already, or has come."""
    _done(session, "lift_recalled_lot(:intent, :recall, :reason)", intent, recall=recall, reason=storable(reason))


def lift_recall(session: Session, *, intent: UUID, batch: int, reason: str) -> None:
    """Turn a recall into quarantine, from where the batch is released. Raises Refused where it is not recalled."""
    _done(session, "lift_recall(:intent, :batch, :reason)", intent, batch=batch, reason=storable(reason))


def open_count(session: Session, *, intent: UUID, store: int, medicines: Sequence[int] | None = None) -> int:
    """The stock-take that begins, of these medicines or of all. Raises Refused where one is under way."""
    values = {"store": store, "medicines": None if medicines is None else list(medicines)}
    return int(_done(session, "open_count(:intent, :store, CAST(:medicines AS bigint[]))", intent, **values)["id"])


def enter_count(
    session: Session, *, intent: UUID, count: int, batch: int, counted: int, at: dt.datetime | None = None
) -> Entered:
    """Keep what was counted, base units, now or `at` an earlier moment.

    Raises Refused (closed, impossible, a moment before the stock-take or ahead, this person has seen the books).
    """
    call = "enter_count(:intent, :count, :batch, :counted, CAST(:at AS timestamptz))"
    return Entered(**_done(session, call, intent, count=count, batch=batch, counted=counted, at=at))


def look_at_books(session: Session, *, intent: UUID, count: int) -> None:
    """Open the books of the sheet to this person, who no longer counts it. Raises Refused where they counted."""
    _done(session, "look_at_books(:intent, :count)", intent, count=count)


def approve_count(session: Session, *, intent: UUID, count: int) -> int:
    """Post the differences; how many there were. Whoever counted needs a colleague's assent to the same intent.

    Raises Refused (nothing counted, a second count is missing, the approver counted).
    """
    return int(_done(session, "approve_count(:intent, :count)", intent, count=count)["posted"])


def cancel_count(session: Session, *, intent: UUID, count: int) -> None:
    """End a stock-take without posting anything. Raises Refused where it is closed."""
    _done(session, "cancel_count(:intent, :count)", intent, count=count)


def save_store(session: Session, *, intent: UUID, draft: StoreDraft) -> int:
    """The store's id. Raises Refused (name taken, closing one that holds stock), Stale."""
    record = asdict(draft)
    values = {"id": record.pop("id"), "version": record.pop("version"), "record": as_json(record)}
    return int(_done(session, "save_store(:intent, :id, :version, CAST(:record AS jsonb))", intent, **values)["id"])


def save_level(
    session: Session, *, intent: UUID, store: int, medicine: int, reorder_at: int | None, order_up_to: int | None
) -> None:
    """When the store orders the medicine again and up to how much; None takes the level away. Raises Refused."""
    values = {"store": store, "medicine": medicine, "reorder_at": reorder_at, "order_up_to": order_up_to}
    _done(session, "save_level(:intent, :store, :medicine, :reorder_at, :order_up_to)", intent, **values)


def save_stock_rules(session: Session, *, intent: UUID, version: int, wanted: StockRules) -> None:
    """What the hospital sets about its stock from now on. Raises Refused, Stale."""
    values = {"version": version, "record": as_json(asdict(wanted))}
    _done(session, "save_stock_rules(:intent, :version, CAST(:record AS jsonb))", intent, **values)


def _lines(picks: Sequence[Pick]) -> str:
    return as_json([{"batch": one.batch_id, "units": one.units} for one in picks])


def _done(session: Session, call: str, intent: UUID, **values: Any) -> dict[str, Any]:
    result: dict[str, Any] = session.execute(sa.text(f"SELECT hms.{call}"), {"intent": intent, **values}).scalar_one()
    return result
