"""Purchasing: suppliers, orders with their approval, receipts, invoices, what goes back, and the hospital's limits."""

import datetime as dt
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.medicines.tables import Medicine, Pack
from hms_desktop.clinic.purchasing.rules import INVOICE_STATES, LIMIT_DUTIES, ORDER_STATES
from hms_desktop.clinic.records.tables import Base, identity, version_column
from hms_desktop.clinic.stock.tables import Batch, Movement, Store

PRICE = sa.Numeric(14, 4)
MONEY = sa.Numeric(14, 2)


def _one_of(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


class Supplier(Base):
    """Whom the hospital buys from; `lead_days` is what they promise from order to delivery, in calendar days."""

    __tablename__ = "suppliers"
    __table_args__ = (
        sa.CheckConstraint("length(name) BETWEEN 1 AND 300", name="name"),
        sa.CheckConstraint("lead_days BETWEEN 0 AND 730", name="lead_days"),
        sa.CheckConstraint("length(email) <= 200 AND length(phone) <= 60 AND length(address) <= 500", name="reach"),
        sa.CheckConstraint("length(contact) <= 200 AND length(note) <= 500", name="words"),
        sa.Index("suppliers_name_key", sa.text("lower(name)"), unique=True),
    )

    id: Mapped[int] = identity()
    name: Mapped[str]
    contact: Mapped[str] = mapped_column(server_default="")
    email: Mapped[str] = mapped_column(server_default="")
    phone: Mapped[str] = mapped_column(server_default="")
    address: Mapped[str] = mapped_column(server_default="")
    lead_days: Mapped[int] = mapped_column(server_default="14")
    note: Mapped[str] = mapped_column(server_default="")
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    version: Mapped[int] = version_column()


class PurchasingRules(Base):
    """What the hospital sets: how much more than ordered it takes, and price drift on an invoice, both in percent;
    and how many days of life a pack must still have when it arrives."""

    __tablename__ = "purchasing_rules"
    __table_args__ = (
        sa.CheckConstraint("id = 1", name="single"),
        sa.CheckConstraint("over_percent BETWEEN 0 AND 100", name="over_percent"),
        sa.CheckConstraint("price_percent BETWEEN 0 AND 100", name="price_percent"),
        sa.CheckConstraint("shelf_days BETWEEN 0 AND 3650", name="shelf_days"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, server_default=sa.text("1"))
    over_percent: Mapped[Decimal] = mapped_column(sa.Numeric(5, 2), server_default="0")
    price_percent: Mapped[Decimal] = mapped_column(sa.Numeric(5, 2), server_default="0")
    shelf_days: Mapped[int] = mapped_column(server_default="180")
    version: Mapped[int] = version_column()


class ApprovalLimit(Base):
    """Up to which amount a duty approves orders, and up to which one it approves what the same person wrote.

    `most` NULL: any amount.
    """

    __tablename__ = "approval_limits"
    __table_args__ = (
        sa.UniqueConstraint("duty"),
        sa.CheckConstraint(_one_of("duty", LIMIT_DUTIES), name="duty"),
        sa.CheckConstraint("most >= 0 AND own_most >= 0", name="amounts"),
    )

    id: Mapped[int] = identity()
    duty: Mapped[str]
    most: Mapped[Decimal | None] = mapped_column(MONEY)
    own_most: Mapped[Decimal] = mapped_column(MONEY, server_default="0")
    version: Mapped[int] = version_column()


class PurchasingNumber(Base):
    """The last number of a kind of paper in a year; a new one locks its row."""

    __tablename__ = "purchasing_numbers"

    kind: Mapped[str] = mapped_column(primary_key=True)
    year: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    last: Mapped[int]


class PurchaseOrder(Base):
    """What is bought of one supplier for one store; `total` is the sum of its lines, in the facility's currency.

    `version` also counts receipts: whoever receives says which standing of the order was on the screen.
    """

    __tablename__ = "purchase_orders"
    __table_args__ = (
        sa.UniqueConstraint("number"),
        sa.CheckConstraint(_one_of("state", ORDER_STATES), name="state"),
        sa.CheckConstraint("total >= 0", name="total"),
        sa.CheckConstraint("length(note) <= 500", name="note"),
        sa.CheckConstraint("(sent_on IS NOT NULL) OR state NOT IN ('sent', 'complete')", name="sent_on"),
        sa.Index(None, "supplier_id", "id"),
        sa.Index("purchase_orders_open_idx", "id", postgresql_where=sa.text("state NOT IN ('complete', 'cancelled')")),
    )

    id: Mapped[int] = identity()
    number: Mapped[str]
    supplier_id: Mapped[int] = mapped_column(sa.ForeignKey(Supplier.id))
    store_id: Mapped[int] = mapped_column(sa.ForeignKey(Store.id))
    state: Mapped[str] = mapped_column(server_default="draft")
    written_on: Mapped[dt.date]
    sent_on: Mapped[dt.date | None]
    expected_on: Mapped[dt.date | None]
    total: Mapped[Decimal] = mapped_column(MONEY, server_default="0")
    note: Mapped[str] = mapped_column(server_default="")
    version: Mapped[int] = version_column()


class PurchaseStep(Base):
    """Who brought an order into which state, when and why; never changed. Each saving of the draft is one, too."""

    __tablename__ = "purchase_steps"
    __table_args__ = (
        sa.CheckConstraint("length(reason) <= 500", name="reason"),
        sa.Index(None, "order_id", "id"),
    )

    id: Mapped[int] = identity()
    order_id: Mapped[int] = mapped_column(sa.ForeignKey(PurchaseOrder.id))
    state: Mapped[str]
    at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    reason: Mapped[str] = mapped_column(server_default="")


class PurchaseLine(Base):
    """So many packs of a medicine at a price for the pack, rounded half-up once (rule 22). Everything else counts
    base units: `units` ordered, `most` that may arrive with the tolerance of the day it was sent, and so on.
    """

    __tablename__ = "purchase_lines"
    __table_args__ = (
        sa.UniqueConstraint("order_id", "place"),
        sa.CheckConstraint("packs > 0 AND pack_units > 0 AND units = packs * pack_units", name="units"),
        sa.CheckConstraint("pack_price >= 0 AND amount = round(packs * pack_price, 2)", name="amount"),
        sa.CheckConstraint("received >= 0 AND cancelled >= 0 AND cancelled <= units", name="counts"),
        sa.CheckConstraint("received <= most AND most >= units", name="most"),
        sa.Index(None, "medicine_id"),
    )

    id: Mapped[int] = identity()
    order_id: Mapped[int] = mapped_column(sa.ForeignKey(PurchaseOrder.id))
    place: Mapped[int]
    medicine_id: Mapped[int] = mapped_column(sa.ForeignKey(Medicine.id))
    pack_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Pack.id), index=True)
    packs: Mapped[int]
    pack_units: Mapped[int]
    units: Mapped[int]
    pack_price: Mapped[Decimal] = mapped_column(PRICE)
    amount: Mapped[Decimal] = mapped_column(MONEY)
    most: Mapped[int]
    received: Mapped[int] = mapped_column(server_default="0")
    cancelled: Mapped[int] = mapped_column(server_default="0")


class Receipt(Base):
    """One delivery of an order, as it was counted; never changed. A delivery note counts once for an order."""

    __tablename__ = "receipts"
    __table_args__ = (
        sa.UniqueConstraint("number"),
        sa.CheckConstraint("length(delivery_note) <= 60 AND length(note) <= 500", name="words"),
        sa.Index(None, "order_id"),
        sa.Index(None, "received_on"),
        sa.Index(
            "receipts_delivery_note_key",
            "order_id",
            sa.text("lower(delivery_note)"),
            unique=True,
            postgresql_where=sa.text("delivery_note <> ''"),
        ),
    )

    id: Mapped[int] = identity()
    number: Mapped[str]
    order_id: Mapped[int] = mapped_column(sa.ForeignKey(PurchaseOrder.id))
    store_id: Mapped[int] = mapped_column(sa.ForeignKey(Store.id))
    delivery_note: Mapped[str] = mapped_column(server_default="")
    received_on: Mapped[dt.date]
    recorded_at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    note: Mapped[str] = mapped_column(server_default="")


class ReceiptLine(Base):
    """So many base units of one batch for one line of the order, with the ledger's movement.

    `returned` went back to the supplier, `corrected` was never there: counted wrong, taken back by a reversal.
    """

    __tablename__ = "receipt_lines"
    __table_args__ = (
        sa.CheckConstraint("units > 0 AND returned >= 0 AND corrected >= 0", name="units"),
        sa.CheckConstraint("returned + corrected <= units", name="left"),
        sa.CheckConstraint("length(reason) <= 500", name="reason"),
        sa.Index(None, "receipt_id"),
        sa.Index(None, "purchase_line_id"),
        sa.Index(None, "batch_id"),
    )

    id: Mapped[int] = identity()
    receipt_id: Mapped[int] = mapped_column(sa.ForeignKey(Receipt.id))
    purchase_line_id: Mapped[int] = mapped_column(sa.ForeignKey(PurchaseLine.id))
    batch_id: Mapped[int] = mapped_column(sa.ForeignKey(Batch.id))
    movement_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Movement.id), unique=True)
    units: Mapped[int]
    unit_cost: Mapped[Decimal] = mapped_column(PRICE)
    amount: Mapped[Decimal] = mapped_column(MONEY)
    returned: Mapped[int] = mapped_column(server_default="0")
    corrected: Mapped[int] = mapped_column(server_default="0")
    reason: Mapped[str] = mapped_column(server_default="")


class SupplierInvoice(Base):
    """What the supplier asks for an order: their number, once; `amount` as on the paper, `charges` for freight and tax.

    `reason` is why a difference was accepted, or the invoice rejected.
    """

    __tablename__ = "supplier_invoices"
    __table_args__ = (
        sa.CheckConstraint("btrim(number) <> '' AND length(number) <= 60", name="number"),
        sa.CheckConstraint("amount >= 0 AND charges >= 0", name="amount"),
        sa.CheckConstraint(_one_of("state", INVOICE_STATES), name="state"),
        sa.CheckConstraint("length(reason) <= 500", name="reason"),
        sa.CheckConstraint("decided_by <> entered_by", name="decided_by"),
        sa.Index(None, "order_id"),
        sa.Index(
            "supplier_invoices_number_key",
            "supplier_id",
            sa.text("lower(number)"),
            unique=True,
            postgresql_where=sa.text("state <> 'rejected'"),
        ),
    )

    id: Mapped[int] = identity()
    supplier_id: Mapped[int] = mapped_column(sa.ForeignKey(Supplier.id))
    order_id: Mapped[int] = mapped_column(sa.ForeignKey(PurchaseOrder.id))
    number: Mapped[str]
    dated: Mapped[dt.date]
    amount: Mapped[Decimal] = mapped_column(MONEY)
    charges: Mapped[Decimal] = mapped_column(MONEY, server_default="0")
    state: Mapped[str]
    entered_by: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    entered_at: Mapped[dt.datetime]
    decided_by: Mapped[str | None]
    reason: Mapped[str] = mapped_column(server_default="")
    version: Mapped[int] = version_column()


class SupplierInvoiceLine(Base):
    """What an invoice asks for one line of the order, in packs of that line."""

    __tablename__ = "supplier_invoice_lines"
    __table_args__ = (
        sa.UniqueConstraint("invoice_id", "purchase_line_id"),
        sa.CheckConstraint("packs > 0 AND pack_price >= 0", name="packs"),
        sa.CheckConstraint("amount = round(packs * pack_price, 2)", name="amount"),
        sa.Index(None, "purchase_line_id"),
    )

    id: Mapped[int] = identity()
    invoice_id: Mapped[int] = mapped_column(sa.ForeignKey(SupplierInvoice.id))
    purchase_line_id: Mapped[int] = mapped_column(sa.ForeignKey(PurchaseLine.id))
    packs: Mapped[int]
    pack_price: Mapped[Decimal] = mapped_column(PRICE)
    amount: Mapped[Decimal] = mapped_column(MONEY)


class SupplierReturn(Base):
    """Goods of one receipt that go back to the supplier, with the credit that is expected for them."""

    __tablename__ = "supplier_returns"
    __table_args__ = (
        sa.UniqueConstraint("number"),
        sa.CheckConstraint("btrim(reason) <> '' AND length(reason) <= 500", name="reason"),
        sa.Index(None, "receipt_id"),
    )

    id: Mapped[int] = identity()
    number: Mapped[str]
    receipt_id: Mapped[int] = mapped_column(sa.ForeignKey(Receipt.id))
    store_id: Mapped[int] = mapped_column(sa.ForeignKey(Store.id))
    returned_on: Mapped[dt.date]
    recorded_at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    reason: Mapped[str]
    credit: Mapped[Decimal] = mapped_column(MONEY, server_default="0")


class SupplierReturnLine(Base):
    """So many base units of one received batch that went back."""

    __tablename__ = "supplier_return_lines"
    __table_args__ = (
        sa.UniqueConstraint("return_id", "receipt_line_id"),
        sa.CheckConstraint("units > 0 AND amount >= 0", name="units"),
        sa.Index(None, "receipt_line_id"),
    )

    id: Mapped[int] = identity()
    return_id: Mapped[int] = mapped_column(sa.ForeignKey(SupplierReturn.id))
    receipt_line_id: Mapped[int] = mapped_column(sa.ForeignKey(ReceiptLine.id))
    movement_id: Mapped[int] = mapped_column(sa.ForeignKey(Movement.id), unique=True)
    units: Mapped[int]
    amount: Mapped[Decimal] = mapped_column(MONEY)
