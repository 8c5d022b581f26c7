"""What is wished in purchasing: one function each, one round trip, done by the function of that name."""

import datetime as dt
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.core.storable import as_json, storable


@dataclass(frozen=True)
class SupplierDraft:
    """A supplier as it was typed; a new one has neither id nor version."""

    name: str
    lead_days: int
    contact: str = ""
    email: str = ""
    phone: str = ""
    address: str = ""
    note: str = ""
    active: bool = True
    id: int | None = None
    version: int | None = None


@dataclass(frozen=True)
class LineDraft:
    """So many packs of a medicine, each of so many base units, at a price for the pack; `pack_id` None: loose units."""

    medicine_id: int
    packs: int
    pack_units: int
    pack_price: Decimal
    pack_id: int | None = None


@dataclass(frozen=True)
class OrderDraft:
    """An order as it was typed, with all its lines in their order; `expected_on` None: by the supplier's promise."""

    supplier_id: int
    store_id: int
    lines: tuple[LineDraft, ...]
    expected_on: dt.date | None = None
    note: str = ""
    id: int | None = None
    version: int | None = None


@dataclass(frozen=True)
class Arrived:
    """The number of a receipt, and which of its lots are recalled and were frozen as they came."""

    number: str
    recalled: tuple[str, ...] = ()


@dataclass(frozen=True)
class CountedLine:
    """So many base units of one lot for one line of the order.

    `looked` confirms a lot that is known with another expiry or medicine; `reason` says why a short life is taken.
    """

    line_id: int
    units: int
    lot: str
    expiry: dt.date | None
    looked: bool = False
    reason: str = ""


@dataclass(frozen=True)
class InvoicedLine:
    """What the invoice asks for one line of the order."""

    line_id: int
    packs: int
    pack_price: Decimal


@dataclass(frozen=True)
class InvoiceDraft:
    """An invoice as it stands on the paper; `charges` are freight, tax and the like, beside the lines."""

    number: str
    dated: dt.date
    amount: Decimal
    lines: tuple[InvoicedLine, ...]
    charges: Decimal = Decimal(0)


def save_supplier(session: Session, *, intent: UUID, draft: SupplierDraft) -> int:
    """The supplier's id. Raises Refused (name taken, delivery time), Stale."""
    return _id(
        session,
        "save_supplier(:intent, :id, :version, CAST(:record AS jsonb))",
        {"intent": intent, "id": draft.id, "version": draft.version, "record": _record(draft)},
    )


def save_purchase_order(session: Session, *, intent: UUID, draft: OrderDraft) -> int:
    """The order's id; a new one is a draft with the next number. Raises Refused (no line, no such medicine), Stale."""
    return _id(
        session,
        "save_purchase_order(:intent, :id, :version, CAST(:record AS jsonb))",
        {"intent": intent, "id": draft.id, "version": draft.version, "record": _record(draft)},
    )


def submit_purchase_order(session: Session, *, intent: UUID, order: int, version: int) -> int:
    """Hand the draft in for approval. Raises Refused, Stale."""
    return _step(session, "submit_purchase_order", intent, order, version)


def approve_purchase_order(session: Session, *, intent: UUID, order: int, version: int) -> int:
    """Approve it, up to one's limit. Raises Refused (above the limit, one's own order), Stale (a colleague decided)."""
    return _step(session, "approve_purchase_order", intent, order, version)


def send_back_purchase_order(session: Session, *, intent: UUID, order: int, version: int, reason: str) -> int:
    """Give it back to its writer. Raises Refused (no reason), Stale."""
    return _step(session, "send_back_purchase_order", intent, order, version, reason)


def send_purchase_order(session: Session, *, intent: UUID, order: int, version: int) -> int:
    """The supplier has it from now on. Raises Refused, Stale."""
    return _step(session, "send_purchase_order", intent, order, version)


def cancel_purchase_order(session: Session, *, intent: UUID, order: int, version: int, reason: str) -> int:
    """Cancel it, or the rest of one of which something came. Raises Refused (no reason), Stale."""
    return _step(session, "cancel_purchase_order", intent, order, version, reason)


def receive_goods(
    session: Session,
    *,
    intent: UUID,
    order: int,
    version: int,
    lines: Sequence[CountedLine],
    delivery_note: str = "",
    note: str = "",
) -> Arrived:
    """The receipt, whose lines are on the shelf; what came of a recalled lot is frozen.

    Raises Refused (more than the order takes, short life, a known lot with another expiry, a delivery note that was
    received before) and Stale where a colleague received something of this order meanwhile.
    """
    record = as_json({"delivery_note": delivery_note, "note": note, "lines": [asdict(line) for line in lines]})
    made = _done(
        session,
        "receive_goods(:intent, :order, :version, CAST(:record AS jsonb))",
        {"intent": intent, "order": order, "version": version, "record": record},
    )
    return Arrived(str(made["number"]), tuple(made["recalled"]))


def correct_receipt(session: Session, *, intent: UUID, line: int, units: int, reason: str) -> int:
    """Take back what was counted and never came. Raises Refused (corrected before, used up meanwhile, no reason)."""
    return _id(
        session,
        "correct_receipt(:intent, :line, :units, :reason)",
        {"intent": intent, "line": line, "units": units, "reason": reason},
    )


def return_to_supplier(
    session: Session, *, intent: UUID, receipt: int, store: int, reason: str, lines: Sequence[tuple[int, int]]
) -> str:
    """The number of the return; `lines` are (line of the receipt, base units). Raises Refused (more than came)."""
    given = as_json([{"receipt_line_id": line, "units": units} for line, units in lines])
    return str(
        _done(
            session,
            "return_to_supplier(:intent, :receipt, :store, :reason, CAST(:lines AS jsonb))",
            {"intent": intent, "receipt": receipt, "store": store, "reason": reason, "lines": given},
        )["number"]
    )


def enter_invoice(session: Session, *, intent: UUID, order: int, draft: InvoiceDraft) -> tuple[int, str]:
    """Its id and state: `matched`, or `differs`. Raises Refused (number entered before, order not sent)."""
    result = _done(
        session,
        "enter_invoice(:intent, :order, CAST(:record AS jsonb))",
        {"intent": intent, "order": order, "record": _record(draft)},
    )
    return int(result["id"]), str(result["state"])


def match_invoice(session: Session, *, intent: UUID, invoice: int) -> str:
    """Its state by what came until now. Raises Refused, Stale (somebody decided meanwhile)."""
    return str(_done(session, "match_invoice(:intent, :invoice)", {"intent": intent, "invoice": invoice})["state"])


def approve_invoice(session: Session, *, intent: UUID, invoice: int, version: int, reason: str) -> int:
    """Accept its differences. Raises Refused (one's own, above the limit, no reason), Stale."""
    return _step(session, "approve_invoice", intent, invoice, version, reason)


def reject_invoice(session: Session, *, intent: UUID, invoice: int, version: int, reason: str) -> int:
    """Reject it; its number may come again. Raises Refused (one's own, no reason), Stale."""
    return _step(session, "reject_invoice", intent, invoice, version, reason)


def save_purchasing_rules(
    session: Session, *, intent: UUID, version: int, over_percent: Decimal, price_percent: Decimal, shelf_days: int
) -> int:
    """What the hospital takes: more than ordered and dearer than ordered in percent, and the least life in days."""
    record = as_json({"over_percent": over_percent, "price_percent": price_percent, "shelf_days": shelf_days})
    return _id(
        session,
        "save_purchasing_rules(:intent, :version, CAST(:record AS jsonb))",
        {"intent": intent, "version": version, "record": record},
    )


def save_approval_limit(
    session: Session, *, intent: UUID, limit: int, version: int, most: Decimal | None, own_most: Decimal
) -> int:
    """Up to which amount a duty approves; `most` None: any. Raises Refused (negative), Stale."""
    return _id(
        session,
        "save_approval_limit(:intent, :limit, :version, CAST(:record AS jsonb))",
        {"intent": intent, "limit": limit, "version": version, "record": as_json({"most": most, "own_most": own_most})},
    )


def _step(session: Session, function: str, intent: UUID, subject: int, version: int, reason: str | None = None) -> int:
    """Call one of the functions that take a row, its version, and where asked a reason."""
    given = {"intent": intent, "subject": subject, "version": version}
    if reason is None:
        return _id(session, f"{function}(:intent, :subject, :version)", given)
    return _id(session, f"{function}(:intent, :subject, :version, :reason)", given | {"reason": storable(reason)})


def _id(session: Session, call: str, values: dict[str, Any]) -> int:
    return int(_done(session, call, values)["id"])


def _done(session: Session, call: str, values: dict[str, Any]) -> dict[str, Any]:
    result: dict[str, Any] = session.execute(sa.text(f"SELECT hms.{call}"), values).scalar_one()
    return result


def _record(draft: SupplierDraft | OrderDraft | InvoiceDraft) -> str:
    return as_json({key: value for key, value in asdict(draft).items() if key not in ("id", "version")})
