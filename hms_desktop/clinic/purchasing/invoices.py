"""Reads of invoices: the list, and one invoice beside what was ordered and what came."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.core.errors import Refused

MOST_INVOICES = 500


@dataclass(frozen=True)
class InvoiceRow:
    """An invoice on the list; `own`: whoever asks entered it."""

    id: int
    number: str
    supplier: str
    order_id: int
    order: str
    dated: dt.date
    amount: Decimal
    charges: Decimal
    state: str
    person: str
    own: bool
    reason: str
    version: int


@dataclass(frozen=True)
class MatchLine:
    """One line three ways, in packs of that line; `came` is what stayed here, `before` what was invoiced earlier.

    `price_differs` and `quantity_differs` say what does not agree.
    """

    line_id: int
    place: int
    medicine_id: int
    medicine: str
    pack_units: int
    ordered: int
    came: Decimal
    before: int
    invoiced: int
    price_ordered: Decimal
    price_invoiced: Decimal
    amount: Decimal
    price_differs: bool
    quantity_differs: bool


@dataclass(frozen=True)
class InvoiceSheet:
    """An invoice with its match; `sum_differs`: the paper's amount is not that of its lines and charges."""

    row: InvoiceRow
    lines: tuple[MatchLine, ...]
    reckoned: Decimal
    sum_differs: bool


def invoices(session: Session) -> tuple[InvoiceRow, ...]:
    """The invoices, those that wait for a decision first, then the newest."""
    rows = session.execute(
        sa.text(_INVOICE + " ORDER BY i.state <> 'differs', i.id DESC LIMIT :most"),
        {"most": MOST_INVOICES},
    )
    return tuple(InvoiceRow(**row._mapping) for row in rows)


def invoice_sheet(session: Session, *, invoice: int) -> InvoiceSheet:
    """One invoice beside its order and receipts. Raises Refused where it does not exist."""
    row = session.execute(sa.text(_INVOICE + " WHERE i.id = :invoice"), {"invoice": invoice}).one_or_none()
    if row is None:
        raise Refused("invoice.unknown", "This invoice is not on the list; reload the list.")
    lines = tuple(MatchLine(**line._mapping) for line in session.execute(sa.text(_MATCH), {"invoice": invoice}))
    head = InvoiceRow(**row._mapping)
    reckoned = head.charges + sum((line.amount for line in lines), Decimal(0))
    return InvoiceSheet(head, lines, reckoned, reckoned != head.amount)


def invoices_of_order(session: Session, *, order: int) -> tuple[int, ...]:
    """The invoices of an order, the newest first."""
    rows = session.execute(
        sa.text("SELECT id FROM hms.supplier_invoices WHERE order_id = :order ORDER BY id DESC"), {"order": order}
    )
    return tuple(rows.scalars())


_INVOICE = """
SELECT i.id, i.number, s.name AS supplier, i.order_id, o.number AS order, i.dated, i.amount, i.charges, i.state,
       coalesce(w.display_name, i.entered_by) AS person, i.entered_by = session_user AS own, i.reason, i.version
FROM hms.supplier_invoices i
JOIN hms.suppliers s ON s.id = i.supplier_id
JOIN hms.purchase_orders o ON o.id = i.order_id
LEFT JOIN hms.people w ON w.login = i.entered_by
"""
_MATCH = """
SELECT l.id AS line_id, l.place, l.medicine_id,
       concat_ws(' ', m.name, nullif(m.strength, ''), nullif(m.form, '')) AS medicine, l.pack_units,
       l.packs AS ordered, round(came.units / l.pack_units, 2) AS came, earlier.packs AS before,
       n.packs AS invoiced, l.pack_price AS price_ordered, n.pack_price AS price_invoiced, n.amount,
       EXISTS (SELECT FROM hms.invoice_differences d WHERE d.invoice_id = n.invoice_id
               AND d.purchase_line_id = l.id AND d.kind = 'price') AS price_differs,
       EXISTS (SELECT FROM hms.invoice_differences d WHERE d.invoice_id = n.invoice_id
               AND d.purchase_line_id = l.id AND d.kind = 'quantity') AS quantity_differs
FROM hms.supplier_invoice_lines n
JOIN hms.purchase_lines l ON l.id = n.purchase_line_id
JOIN hms.medicines m ON m.id = l.medicine_id
CROSS JOIN LATERAL (
    SELECT coalesce(sum(r.units - r.returned - r.corrected), 0) AS units
    FROM hms.receipt_lines r WHERE r.purchase_line_id = l.id
) came
CROSS JOIN LATERAL (
    SELECT coalesce(sum(o.packs), 0)::bigint AS packs FROM hms.supplier_invoice_lines o
    JOIN hms.supplier_invoices v ON v.id = o.invoice_id AND v.state <> 'rejected'
    WHERE o.purchase_line_id = l.id AND o.invoice_id < n.invoice_id
) earlier
WHERE n.invoice_id = :invoice ORDER BY l.place
"""
