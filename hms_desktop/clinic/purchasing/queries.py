"""What the screens of purchasing show: suppliers, orders with their lines, what is to be received, and choices."""

import datetime as dt
from dataclasses import dataclass
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.purchasing.rules import OPEN_STATES
from hms_desktop.core.errors import Refused
from hms_desktop.core.reference import reference

MOST_ORDERS = 500


@dataclass(frozen=True)
class SupplierRow:
    """A supplier on the list; `open_orders` are those that are not complete."""

    id: int
    name: str
    contact: str
    email: str
    phone: str
    address: str
    lead_days: int
    note: str
    active: bool
    version: int
    open_orders: int


@dataclass(frozen=True)
class Choice:
    """A supplier, a store or a pack to choose from; `units` are the base units of a pack."""

    id: int
    name: str
    units: int = 1


@dataclass(frozen=True)
class OrderRow:
    """An order on the list; `arrived` is the percent of base units that came, `late` that it should have come."""

    id: int
    number: str
    supplier: str
    store: str
    state: str
    written_on: dt.date
    expected_on: dt.date | None
    total: Decimal
    lines: int
    arrived: int
    late: bool


@dataclass(frozen=True)
class OrderLine:
    """A line of an order; everything but `packs` counts base units, `pack_price` is for a pack."""

    id: int
    place: int
    medicine_id: int
    medicine: str
    base_unit: str
    pack_id: int | None
    pack: str
    gtin: str
    packs: int
    pack_units: int
    units: int
    pack_price: Decimal
    amount: Decimal
    most: int
    received: int
    cancelled: int
    invoiced: int
    returned: int

    @property
    def expected(self) -> int:
        """The base units that are still to come."""
        return max(self.units - self.cancelled - self.received, 0)


@dataclass(frozen=True)
class OrderStep:
    """Who brought the order where, when (the facility's time), and why."""

    state: str
    at: dt.datetime
    person: str
    reason: str


@dataclass(frozen=True)
class OrderSheet:
    """One order with everything on it; `may_approve`: the limit of whoever asks covers it."""

    id: int
    number: str
    supplier_id: int
    supplier: str
    supplier_address: str
    store_id: int
    store: str
    state: str
    written_on: dt.date
    sent_on: dt.date | None
    expected_on: dt.date | None
    total: Decimal
    note: str
    version: int
    currency: str
    facility: str
    may_approve: bool
    lines: tuple[OrderLine, ...]
    steps: tuple[OrderStep, ...]


@dataclass(frozen=True)
class ReceivedLine:
    """One batch that came for an order; `left` base units came and neither went back nor were taken back."""

    id: int
    receipt_id: int
    receipt: str
    delivery_note: str
    received_on: dt.date
    person: str
    store_id: int
    medicine: str
    lot: str
    expiry: dt.date | None
    units: int
    returned: int
    corrected: int
    amount: Decimal

    @property
    def left(self) -> int:
        return self.units - self.returned - self.corrected


@dataclass(frozen=True)
class PricePaid:
    """What was paid for a medicine: in which order, of whom, for a pack and for a base unit."""

    order: str
    supplier: str
    received_on: dt.date
    pack_units: int
    pack_price: Decimal
    unit_price: Decimal
    units: int


@dataclass(frozen=True)
class RulesNow:
    """The hospital's own numbers: percents, and days of life."""

    over_percent: Decimal
    price_percent: Decimal
    shelf_days: int
    version: int


@dataclass(frozen=True)
class LimitRow:
    """What one duty approves; `most` None: any amount."""

    id: int
    duty: str
    most: Decimal | None
    own_most: Decimal
    version: int


def suppliers(session: Session) -> tuple[SupplierRow, ...]:
    """All suppliers by name, those not in use last."""
    return tuple(
        SupplierRow(**row._mapping)
        for row in session.execute(
            sa.text(
                """
                SELECT s.id, s.name, s.contact, s.email, s.phone, s.address, s.lead_days, s.note, s.active, s.version,
                       (SELECT count(*) FROM hms.purchase_orders o
                        WHERE o.supplier_id = s.id AND o.state NOT IN ('complete', 'cancelled')) AS open_orders
                FROM hms.suppliers s ORDER BY NOT s.active, lower(s.name)
                """
            )
        )
    )


@reference("suppliers")
def supplier_choices(session: Session) -> tuple[Choice, ...]:
    """The suppliers in use, by name."""
    rows = session.execute(sa.text("SELECT id, name FROM hms.suppliers WHERE active ORDER BY lower(name)"))
    return tuple(Choice(*row) for row in rows)


@reference("stores")
def store_choices(session: Session) -> tuple[Choice, ...]:
    """The stores that goods may come to, main stores first."""
    rows = session.execute(
        sa.text(
            """
            SELECT id, name FROM hms.stores
            WHERE active AND kind <> 'quarantine' ORDER BY kind <> 'store', lower(name)
            """
        )
    )
    return tuple(Choice(*row) for row in rows)


@reference("packs:medicine")
def packs_of(session: Session, *, medicine: int) -> tuple[Choice, ...]:
    """The packs of a medicine that are on the market, the smallest first."""
    rows = session.execute(
        sa.text("SELECT id, name, units FROM hms.packs WHERE medicine_id = :medicine AND active ORDER BY units, name"),
        {"medicine": medicine},
    )
    return tuple(Choice(*row) for row in rows)


def last_price(session: Session, *, medicine: int, supplier: int | None = None) -> PricePaid | None:
    """What was paid last, of this supplier where one is named and sold it before, else of anybody."""
    found = prices(session, medicine=medicine, most=50)
    name = None if supplier is None else _supplier_name(session, supplier)
    of_them = [price for price in found if name in (None, price.supplier)]
    return next(iter(of_them or found), None)


def _supplier_name(session: Session, supplier: int) -> str:
    return str(session.scalar(sa.text("SELECT name FROM hms.suppliers WHERE id = :id"), {"id": supplier}))


def prices(session: Session, *, medicine: int, most: int = 100) -> tuple[PricePaid, ...]:
    """What was paid for a medicine, the newest first."""
    return tuple(
        PricePaid(**row._mapping)
        for row in session.execute(
            sa.text(
                """
                SELECT o.number AS order, s.name AS supplier, r.received_on, l.pack_units, l.pack_price,
                       round(l.pack_price / l.pack_units, 4) AS unit_price, sum(n.units)::bigint AS units
                FROM hms.purchase_lines l
                JOIN hms.receipt_lines n ON n.purchase_line_id = l.id
                JOIN hms.receipts r ON r.id = n.receipt_id
                JOIN hms.purchase_orders o ON o.id = l.order_id
                JOIN hms.suppliers s ON s.id = o.supplier_id
                WHERE l.medicine_id = :medicine
                GROUP BY l.id, o.number, s.name, r.id ORDER BY r.received_on DESC, r.id DESC LIMIT :most
                """
            ),
            {"medicine": medicine, "most": most},
        )
    )


def orders(
    session: Session, *, states: tuple[str, ...] = OPEN_STATES, supplier: int | None = None
) -> tuple[OrderRow, ...]:
    """The orders in these states, the newest first."""
    return tuple(
        OrderRow(**row._mapping)
        for row in session.execute(
            sa.text(
                """
                SELECT o.id, o.number, s.name AS supplier, t.name AS store, o.state, o.written_on, o.expected_on,
                       o.total, l.lines, l.arrived,
                       o.state = 'sent' AND o.expected_on < (SELECT hms.business_date()) AS late
                FROM hms.purchase_orders o
                JOIN hms.suppliers s ON s.id = o.supplier_id
                JOIN hms.stores t ON t.id = o.store_id
                CROSS JOIN LATERAL (
                    SELECT count(*) AS lines,
                           (100 * sum(least(p.received, p.units)) / sum(p.units))::integer AS arrived
                    FROM hms.purchase_lines p WHERE p.order_id = o.id
                ) l
                WHERE o.state = ANY (:states) AND (CAST(:supplier AS bigint) IS NULL OR o.supplier_id = :supplier)
                ORDER BY o.id DESC LIMIT :most
                """
            ),
            {"states": list(states), "supplier": supplier, "most": MOST_ORDERS},
        )
    )


def order_sheet(session: Session, *, order: int) -> OrderSheet:
    """One order with its lines and steps. Raises Refused where it does not exist."""
    row = session.execute(sa.text(_ORDER), {"order": order}).one_or_none()
    if row is None:
        raise Refused("order.unknown", "This order is not on the list; reload the list.")
    lines = tuple(OrderLine(**line._mapping) for line in session.execute(sa.text(_LINES), {"order": order}))
    steps = tuple(OrderStep(**step._mapping) for step in session.execute(sa.text(_STEPS), {"order": order}))
    return OrderSheet(**row._mapping, lines=lines, steps=steps)


def received(session: Session, *, order: int) -> tuple[ReceivedLine, ...]:
    """What came of an order, batch by batch, the newest receipt first."""
    return tuple(ReceivedLine(**row._mapping) for row in session.execute(sa.text(_RECEIVED), {"order": order}))


def stores_holding(session: Session, *, receipt_line: int) -> tuple[Choice, ...]:
    """The stores that hold something of a received batch, the one that holds most first; `units` is how much."""
    rows = session.execute(
        sa.text(
            """
            SELECT s.id, s.name, b.units FROM hms.receipt_lines l
            JOIN hms.balances b ON b.batch_id = l.batch_id AND b.units > 0
            JOIN hms.stores s ON s.id = b.store_id
            WHERE l.id = :receipt_line ORDER BY b.units DESC, s.name
            """
        ),
        {"receipt_line": receipt_line},
    )
    return tuple(Choice(*row) for row in rows)


def rules_now(session: Session) -> RulesNow:
    """What the hospital has set."""
    row = session.execute(
        sa.text("SELECT over_percent, price_percent, shelf_days, version FROM hms.purchasing_rules")
    ).one()
    return RulesNow(**row._mapping)


def limits(session: Session) -> tuple[LimitRow, ...]:
    """What each duty approves."""
    rows = session.execute(sa.text("SELECT id, duty, most, own_most, version FROM hms.approval_limits ORDER BY id"))
    return tuple(LimitRow(**row._mapping) for row in rows)


def line_of_pack(sheet: OrderSheet, pack: int | None, medicine: int) -> OrderLine | None:
    """The line that a scanned pack is counted on: of this pack, else of its medicine; open lines before full ones."""
    fitting = [line for line in sheet.lines if line.medicine_id == medicine]
    fitting.sort(key=lambda line: (line.expected == 0, line.pack_id != pack, line.place))
    return next(iter(fitting), None)


_ORDER = """
SELECT o.id, o.number, o.supplier_id, s.name AS supplier, s.address AS supplier_address, o.store_id, t.name AS store,
       o.state, o.written_on, o.sent_on, o.expected_on, o.total, o.note, o.version, f.currency, f.name AS facility,
       o.state = 'submitted' AND o.total <= hms.approval_limit(hms.wrote_order(o.id)) AS may_approve
FROM hms.purchase_orders o
JOIN hms.suppliers s ON s.id = o.supplier_id
JOIN hms.stores t ON t.id = o.store_id
CROSS JOIN hms.facility f
WHERE o.id = :order
"""
_LINES = """
SELECT l.id, l.place, l.medicine_id, concat_ws(' ', m.name, nullif(m.strength, ''), nullif(m.form, '')) AS medicine,
       m.base_unit, l.pack_id, coalesce(p.name, '') AS pack, coalesce(p.gtin, '') AS gtin, l.packs,
       l.pack_units, l.units, l.pack_price, l.amount, l.most, l.received, l.cancelled,
       (SELECT coalesce(sum(i.packs * l.pack_units), 0)::bigint FROM hms.supplier_invoice_lines i
        JOIN hms.supplier_invoices v ON v.id = i.invoice_id AND v.state <> 'rejected'
        WHERE i.purchase_line_id = l.id) AS invoiced,
       (SELECT coalesce(sum(r.returned), 0)::bigint FROM hms.receipt_lines r
        WHERE r.purchase_line_id = l.id) AS returned
FROM hms.purchase_lines l
JOIN hms.medicines m ON m.id = l.medicine_id
LEFT JOIN hms.packs p ON p.id = l.pack_id
WHERE l.order_id = :order ORDER BY l.place
"""
_STEPS = """
SELECT p.state, p.at AT TIME ZONE f.time_zone AS at, coalesce(w.display_name, p.person) AS person, p.reason
FROM hms.purchase_steps p
CROSS JOIN hms.facility f
LEFT JOIN hms.people w ON w.login = p.person
WHERE p.order_id = :order ORDER BY p.id
"""
_RECEIVED = """
SELECT n.id, r.id AS receipt_id, r.number AS receipt, r.delivery_note, r.received_on,
       coalesce(w.display_name, r.person) AS person, r.store_id,
       concat_ws(' ', m.name, nullif(m.strength, ''), nullif(m.form, '')) AS medicine,
       b.lot, b.expiry, n.units, n.returned, n.corrected, n.amount
FROM hms.receipts r
JOIN hms.receipt_lines n ON n.receipt_id = r.id
JOIN hms.batches b ON b.id = n.batch_id
JOIN hms.medicines m ON m.id = b.medicine_id
LEFT JOIN hms.people w ON w.login = r.person
WHERE r.order_id = :order ORDER BY r.id DESC, n.id
"""
