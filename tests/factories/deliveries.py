"""Real deliveries of ten years (USAID's SCMS, 10,324 lines) sent through orders, receipts, issues and invoices.

Every line becomes a line of its order and of a receipt on the day on which it came; a part of it is issued at once.
Lots and expiry dates are not in the data and are made up: a lot of its own for each line, two years to live.
"""

import csv
import datetime as dt
import uuid
from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import psycopg

from hms_desktop.clinic.purchasing import actions, queries, rules
from hms_desktop.clinic.purchasing.actions import (
    CountedLine,
    InvoicedLine,
    InvoiceDraft,
    LineDraft,
    OrderDraft,
    SupplierDraft,
)
from hms_desktop.clinic.stock.actions import issue_stock
from hms_desktop.clinic.stock.rules import Pick
from hms_desktop.core.database import Database
from tests.hospital import Hospital

FILE = Path("scms_supply") / "SCMS_Delivery_History_Dataset.csv"
ISSUED = (1, 2, 3, 5)
"""Of a line, a half, two thirds … are issued at once, taken in turn; the first of them issues nothing."""
_LEAD = dt.timedelta(days=30)
LIFE = dt.timedelta(days=730)


@dataclass(frozen=True)
class Delivery:
    """One line of the file: so many packs of an item for an order, in a shipment, with its money in dollars."""

    number: int
    order: str
    shipment: str
    supplier: str
    item: str
    packs: int
    pack_units: int
    pack_price: Decimal
    value: Decimal
    sent: dt.date
    scheduled: dt.date
    delivered: dt.date

    @property
    def units(self) -> int:
        return self.packs * self.pack_units


@dataclass
class Sums:
    """What the replay must end with: base units and money, reckoned from the file alone."""

    lines: int = 0
    received: int = 0
    issued: int = 0
    ordered_money: Decimal = Decimal(0)
    invoiced_money: Decimal = Decimal(0)
    differing: int = 0


def read_deliveries(file: Path) -> list[Delivery]:
    """All lines of the file, by the day on which they came."""
    with file.open(encoding="cp1252", newline="") as opened:
        found = [_delivery(row) for row in csv.DictReader(opened, delimiter="\t")]
    return sorted(found, key=lambda one: (one.delivered, one.number))


def _delivery(row: dict[str, str]) -> Delivery:
    scheduled, delivered = (_day(row[name]) for name in ("Scheduled Delivery Date", "Delivered to Client Date"))
    try:
        sent = dt.datetime.strptime(row["PO Sent to Vendor Date"], "%m/%d/%Y").date()
    except ValueError:
        sent = scheduled - _LEAD
    return Delivery(
        int(row["ID"]),
        row["PO / SO #"],
        row["ASN/DN #"],
        row["Vendor"].strip(),
        row["Item Description"].strip(),
        int(row["Line Item Quantity"]),
        int(row["Unit of Measure (Per Pack)"]),
        Decimal(row["Pack Price"]),
        Decimal(row["Line Item Value"]),
        sent,
        scheduled,
        delivered,
    )


def _day(text: str) -> dt.date:
    return dt.datetime.strptime(text, "%d-%b-%y").date()


@dataclass(frozen=True)
class Event:
    """What happens to an order on a day: it is sent (`ordered`), or these lines of it come."""

    day: dt.date
    ordered: bool
    order: str
    lines: list[Delivery]


def events_of(deliveries: Sequence[Delivery]) -> list[Event]:
    """The orders and shipments of these deliveries in the order of their days."""
    by_order: dict[str, list[Delivery]] = defaultdict(list)
    for one in deliveries:
        by_order[one.order].append(one)
    events = []
    for key, lines in by_order.items():
        events.append(Event(min(min(one.sent, one.delivered) for one in lines), True, key, lines))
        shipments: dict[tuple[dt.date, str], list[Delivery]] = defaultdict(list)
        for one in lines:
            shipments[one.delivered, one.shipment].append(one)
        events.extend(Event(day, False, key, shipment) for (day, _), shipment in shipments.items())
    return sorted(events, key=lambda event: (event.day, not event.ordered, event.order))


def lot_of(one: Delivery) -> str:
    """The lot that is made up for a delivery."""
    return f"SCMS-{one.number}"


class Replay:
    """Sends deliveries through a hospital, with a buyer, a manager who approves, and a clock that leaps.

    `life` is how long what comes will last; `arrived` does with it what is done at once, issues a part where None.
    """

    def __init__(
        self,
        hospital: Hospital,
        *,
        life: Callable[[Delivery], dt.timedelta] = lambda _one: LIFE,
        arrived: Callable[[list[Delivery]], None] | None = None,
    ) -> None:
        self._life, self._arrived = life, arrived or self._issue
        self._clock: psycopg.Connection[tuple[object, ...]] = hospital.connection()
        self.buyer: Database = hospital.database(hospital.person("store"))
        self.manager: Database = hospital.database(hospital.person("manager"))
        self._hospital = hospital
        self._suppliers: dict[str, int] = {}
        self._medicines: dict[str, int] = {}
        self._orders: dict[str, int] = {}
        self._lines: dict[int, int] = {}
        self.sums = Sums()
        [(self.store,)] = hospital.sql("INSERT INTO hms.stores (name, kind) VALUES ('Depot', 'store') RETURNING id")
        [(self.department,)] = hospital.sql("INSERT INTO hms.departments (name) VALUES ('Clinics') RETURNING id")

    def run(self, deliveries: Sequence[Delivery]) -> Sums:
        """Everything in the order of its days; what it must come to."""
        for event in events_of(deliveries):
            self.do(event)
        return self.sums

    def do(self, event: Event) -> None:
        """Order, or receive and be invoiced, at nine o'clock of its day."""
        morning = dt.datetime.combine(event.day, dt.time(9, 0), tzinfo=dt.UTC)
        self._clock.execute("SELECT hms.set_clock(%s, 0)", (morning,))
        if event.ordered:
            self._order(event.order, event.lines)
        else:
            self._receive(event.order, event.lines)
            self._invoice(event.order, event.lines)

    def _order(self, key: str, lines: list[Delivery]) -> None:
        drafts = tuple(LineDraft(self.medicine_of(one), one.packs, one.pack_units, one.pack_price) for one in lines)
        expected = max(one.scheduled for one in lines)
        draft = OrderDraft(self._supplier(lines[0]), self.store, drafts, expected_on=expected, note=key)
        made = self.buyer.run_now(actions.save_purchase_order, intent=uuid.uuid4(), draft=draft)
        for who, step, version in (
            (self.buyer, actions.submit_purchase_order, 2),
            (self.manager, actions.approve_purchase_order, 3),
            (self.buyer, actions.send_purchase_order, 4),
        ):
            who.run_now(step, intent=uuid.uuid4(), order=made, version=version)
        self._orders[key] = made
        sheet = self.buyer.read_now(queries.order_sheet, order=made)
        self._lines |= {one.number: line.id for one, line in zip(lines, sheet.lines, strict=True)}
        self.sums.ordered_money += sum((rules.amount(one.packs, one.pack_price) for one in lines), Decimal(0))

    def _receive(self, key: str, lines: list[Delivery]) -> None:
        order = self._orders[key]
        counted = [
            CountedLine(
                self._lines[one.number], one.units, lot_of(one), one.delivered + self._life(one), reason="generated"
            )
            for one in lines
        ]
        version = self.buyer.read_now(queries.order_sheet, order=order).version
        self.buyer.run_now(actions.receive_goods, intent=uuid.uuid4(), order=order, version=version, lines=counted)
        self.sums.lines += len(lines)
        self.sums.received += sum(one.units for one in lines)
        self._arrived(lines)

    def _issue(self, lines: list[Delivery]) -> None:
        picks = []
        for one in lines:
            issued = one.units - one.units // ISSUED[one.number % len(ISSUED)]
            if issued:
                picks.append((one, issued))
                self.sums.issued += issued
        if picks:
            self.buyer.run_now(
                issue_stock,
                intent=uuid.uuid4(),
                store=self.store,
                department=self.department,
                picks=[Pick(self.batch_of(one), units) for one, units in picks],
                reason="generated",
            )

    def _invoice(self, key: str, lines: list[Delivery]) -> None:
        """The supplier asks for what the file says, which is not always packs × price."""
        draft = InvoiceDraft(
            f"{key} {lines[0].shipment} {lines[0].delivered}",
            lines[0].delivered,
            sum((one.value for one in lines), Decimal(0)),
            tuple(InvoicedLine(self._lines[one.number], one.packs, one.pack_price) for one in lines),
        )
        made, state = self.buyer.run_now(
            actions.enter_invoice, intent=uuid.uuid4(), order=self._orders[key], draft=draft
        )
        self.sums.invoiced_money += draft.amount
        if state == "differs":
            self.sums.differing += 1
            self.manager.run_now(
                actions.approve_invoice, intent=uuid.uuid4(), invoice=made, version=1, reason="As agreed."
            )

    def batch_of(self, one: Delivery) -> int:
        """The batch in which a delivery came."""
        row = self._clock.execute("SELECT id FROM hms.batches WHERE lot = %s", (lot_of(one),)).fetchone()
        assert row is not None
        return int(str(row[0]))

    def _supplier(self, one: Delivery) -> int:
        if one.supplier not in self._suppliers:
            self._suppliers[one.supplier] = self.buyer.run_now(
                actions.save_supplier, intent=uuid.uuid4(), draft=SupplierDraft(one.supplier, _LEAD.days)
            )
        return self._suppliers[one.supplier]

    def medicine_of(self, one: Delivery) -> int:
        """The medicine of a delivery, new where it never came before."""
        if one.item not in self._medicines:
            [(made,)] = self._hospital.sql(
                "INSERT INTO hms.medicines (name, base_unit) VALUES (%s, 'unit') RETURNING id", one.item
            )
            self._medicines[one.item] = int(made)
        return self._medicines[one.item]


def imbalances(hospital: Hospital, sums: Sums) -> list[str]:
    """What does not agree between the file and the database; nothing where all is balanced to the unit and the cent."""
    moved = {
        "issued units": ("SELECT coalesce(-sum(units), 0) FROM hms.movements WHERE kind = 'issue'", sums.issued),
        "units on the shelf": ("SELECT coalesce(sum(units), 0) FROM hms.balances", sums.received - sums.issued),
    }
    return _wrong(hospital, moved) + imbalances_of_papers(hospital, sums)


def imbalances_of_papers(hospital: Hospital, sums: Sums) -> list[str]:
    """The same of orders, receipts and invoices, whatever became of the goods."""
    checks = {
        "received units": ("SELECT coalesce(sum(units), 0) FROM hms.movements WHERE kind = 'receipt'", sums.received),
        "units that the orders count": ("SELECT sum(received) FROM hms.purchase_lines", sums.received),
        "lines received": ("SELECT count(*) FROM hms.receipt_lines", sums.lines),
        "money ordered": ("SELECT sum(total) FROM hms.purchase_orders", sums.ordered_money),
        "money received": ("SELECT sum(amount) FROM hms.receipt_lines", sums.ordered_money),
        "money invoiced": ("SELECT sum(amount) FROM hms.supplier_invoices", sums.invoiced_money),
        "invoices accepted": ("SELECT count(*) FROM hms.supplier_invoices WHERE state = 'approved'", sums.differing),
        "invoices that are not their lines": (
            """SELECT count(*) FROM hms.supplier_invoices i WHERE i.state = 'matched' AND i.amount <> i.charges + (
            SELECT sum(l.amount) FROM hms.supplier_invoice_lines l WHERE l.invoice_id = i.id)""",
            0,
        ),
        "orders that still expect": ("SELECT count(*) FROM hms.purchase_orders WHERE state <> 'complete'", 0),
        "balances that are not their movements": (
            """SELECT count(*) FROM hms.balances b WHERE b.units < 0 OR b.units <> (
            SELECT sum(m.units) FROM hms.movements m WHERE m.batch_id = b.batch_id AND m.store_id = b.store_id)""",
            0,
        ),
    }
    return _wrong(hospital, checks)


def _wrong(hospital: Hospital, checks: Mapping[str, tuple[str, object]]) -> list[str]:
    wrong = []
    for name, (query, wanted) in checks.items():
        [(found,)] = hospital.sql(query)
        if found != wanted:
            wrong.append(f"{name}: {found} and not {wanted}")
    return wrong
