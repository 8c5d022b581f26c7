"""The demo's purchasing: two suppliers, and an order at each step from the draft to an invoice that differs."""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal
from typing import Any
from uuid import uuid4

from hms_desktop.clinic.purchasing import actions, figures, queries
from hms_desktop.clinic.purchasing.actions import (
    CountedLine,
    InvoicedLine,
    InvoiceDraft,
    LineDraft,
    OrderDraft,
    SupplierDraft,
)
from hms_desktop.clinic.purchasing.queries import OrderSheet
from hms_desktop.clinic.stock import queries_reorder
from hms_desktop.core.database import Database

SUPPLIERS = (("Demo Wholesale", 7), ("Example Pharma Distribution", 21))
"""Name and promised days."""
ORDERS = (
    ("draft", 0, (40, 12)),
    ("submitted", 1, (30, 60, 8)),
    ("sent", 0, (50, 20, 10)),
    ("received", 1, (24, 36)),
)
"""How far an order has come, whose it is, and the packs of its lines."""
PACK_UNITS = 10
PRICE = Decimal("2.40")
DEARER = Decimal("2.55")
LIFE = dt.timedelta(days=540)


def fill(buyer: Database, manager: Database) -> None:
    """Write the orders as two people; a stock room without stores or medicines leaves them out."""
    suppliers = [
        buyer.run_now(actions.save_supplier, intent=uuid4(), draft=SupplierDraft(name, days, note="Made up."))
        for name, days in SUPPLIERS
    ]
    stores = buyer.read_now(queries.store_choices)
    board = buyer.read_now(queries_reorder.reorder_board, store=stores[0].id) if stores else ()
    medicines = [row.medicine_id for row in board]
    for step, supplier, packs in ORDERS:
        lines = tuple(
            LineDraft(medicine, many, PACK_UNITS, PRICE) for medicine, many in zip(medicines, packs, strict=False)
        )
        medicines = medicines[len(packs) :] + medicines[: len(packs)]
        if lines:
            draft = OrderDraft(suppliers[supplier], stores[0].id, lines)
            made = buyer.run_now(actions.save_purchase_order, intent=uuid4(), draft=draft)
            _bring(buyer, manager, made, step)


def _bring(buyer: Database, manager: Database, order: int, step: str) -> None:
    """Bring an order to its step, by the people who may."""
    way: dict[str, list[tuple[Database, Callable[..., Any]]]] = {"draft": []}
    way["submitted"] = [(buyer, actions.submit_purchase_order)]
    way["sent"] = [
        *way["submitted"],
        (manager, actions.approve_purchase_order),
        (buyer, actions.send_purchase_order),
    ]
    way["received"] = way["sent"]
    for who, action in way[step]:
        who.run_now(action, intent=uuid4(), order=order, version=_sheet(who, order).version)
    if step == "received":
        _receive(buyer, order)


def _receive(buyer: Database, order: int) -> None:
    """All of the first line and half of the others came, and the supplier asks for a higher price."""
    sheet, today = _sheet(buyer, order), buyer.read_now(figures.today)
    counted = tuple(
        CountedLine(line.id, line.units if line.place == 1 else line.units // 2, f"DEMO-P{line.id}", today + LIFE)
        for line in sheet.lines
    )
    buyer.run_now(
        actions.receive_goods,
        intent=uuid4(),
        order=order,
        version=sheet.version,
        lines=counted,
        delivery_note="Demo 1",
    )
    first = sheet.lines[0]
    draft = InvoiceDraft("DEMO-INV-1", today, first.packs * DEARER, (InvoicedLine(first.id, first.packs, DEARER),))
    buyer.run_now(actions.enter_invoice, intent=uuid4(), order=order, draft=draft)


def _sheet(who: Database, order: int) -> OrderSheet:
    return who.read_now(queries.order_sheet, order=order)
