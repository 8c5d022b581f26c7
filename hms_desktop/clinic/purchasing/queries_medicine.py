"""Reads that begin at a medicine: which orders ask for it, who sells it, which invoices ask money for it."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Session

MOST_INVOICES = 500


@dataclass(frozen=True)
class Sale:
    """What a supplier delivered last of a medicine: when, and the price of a pack of so many base units."""

    supplier_id: int
    supplier: str
    received_on: dt.date
    pack_units: int
    pack_price: Decimal


def order_expecting(session: Session, *, medicine: int) -> int | None:
    """The oldest order on its way that still expects something of a medicine, None where none does."""
    found: int | None = session.scalar(
        sa.text(
            """
            SELECT o.id FROM hms.purchase_orders o JOIN hms.purchase_lines l ON l.order_id = o.id
            WHERE o.state = 'sent' AND l.medicine_id = :medicine AND l.received + l.cancelled < l.units
            ORDER BY o.id LIMIT 1
            """
        ),
        {"medicine": medicine},
    )
    return found


def orders_asking(session: Session, *, medicine: int) -> tuple[int, ...]:
    """The orders that are not complete and ask for a medicine, those that still expect something of it first."""
    rows = session.execute(
        sa.text(
            """
            SELECT o.id FROM hms.purchase_orders o JOIN hms.purchase_lines l ON l.order_id = o.id
            WHERE o.state NOT IN ('complete', 'cancelled') AND l.medicine_id = :medicine
            GROUP BY o.id ORDER BY bool_or(l.received + l.cancelled < l.units) DESC, o.id
            """
        ),
        {"medicine": medicine},
    )
    return tuple(rows.scalars())


def sold_by(session: Session, *, medicine: int) -> tuple[Sale, ...]:
    """What each supplier last delivered of a medicine, the newest first."""
    return tuple(Sale(**row._mapping) for row in session.execute(sa.text(_SOLD_BY), {"medicine": medicine}))


def invoices_with(session: Session, *, medicine: int) -> tuple[int, ...]:
    """The invoices that ask money for a medicine, those that wait for a decision first, then the newest."""
    rows = session.execute(
        sa.text(
            """
            SELECT i.id FROM hms.purchase_lines l
            JOIN hms.supplier_invoice_lines n ON n.purchase_line_id = l.id
            JOIN hms.supplier_invoices i ON i.id = n.invoice_id
            WHERE l.medicine_id = :medicine GROUP BY i.id ORDER BY i.state <> 'differs', i.id DESC LIMIT :most
            """
        ),
        {"medicine": medicine, "most": MOST_INVOICES},
    )
    return tuple(rows.scalars())


_SOLD_BY = """
SELECT * FROM (
    SELECT DISTINCT ON (s.id) s.id AS supplier_id, s.name AS supplier, r.received_on, l.pack_units, l.pack_price
    FROM hms.purchase_lines l
    JOIN hms.receipt_lines n ON n.purchase_line_id = l.id
    JOIN hms.receipts r ON r.id = n.receipt_id
    JOIN hms.purchase_orders o ON o.id = l.order_id
    JOIN hms.suppliers s ON s.id = o.supplier_id
    WHERE l.medicine_id = :medicine ORDER BY s.id, r.received_on DESC, r.id DESC
) AS last_of_each ORDER BY received_on DESC, lower(supplier)
"""
