"""Stock: stores, batches, the ledger of immutable movements, the balances that a trigger keeps, recalls and rules."""

import datetime as dt
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.medicines.tables import Medicine
from hms_desktop.clinic.organisation.tables import Department
from hms_desktop.clinic.records.tables import Base, identity, version_column

STORE_KINDS = ("store", "pharmacy", "ward", "quarantine")
"""From a store of kind `quarantine` nothing is issued to anybody: what comes back from patients waits there."""
BATCH_STATES = ("usable", "quarantined", "recalled")
MOVEMENTS = (
    "opening",
    "receipt",
    "transfer_out",
    "transfer_in",
    "issue",
    "dispense",
    "patient_return",
    "supplier_return",
    "loss",
    "count",
    "reversal",
)
"""Why stock moves; `reversal` refers to what it takes back, `count` is the difference that a stock-take found."""
COUNT_STATES = ("counting", "approved", "cancelled")
COMING = ("opening", "receipt", "transfer_in", "patient_return")
LEAVING = ("transfer_out", "issue", "dispense", "supplier_return", "loss")
"""The kinds that always bring units to a store, and those that always take them away."""


def _one_of(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


class Store(Base):
    """A place that holds stock of its own."""

    __tablename__ = "stores"
    __table_args__ = (
        sa.UniqueConstraint("name"),
        sa.CheckConstraint("btrim(name) <> '' AND length(name) <= 120", name="name"),
        sa.CheckConstraint(_one_of("kind", STORE_KINDS), name="kind"),
    )

    id: Mapped[int] = identity()
    name: Mapped[str]
    kind: Mapped[str]
    department_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Department.id), index=True)
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    version: Mapped[int] = version_column()


class Batch(Base):
    """One lot of one medicine with one expiry (a month means its last day; none means that it does not expire).

    The same lot with another expiry is another batch (rule 24). `unit_cost` is what a base unit cost at receipt.
    """

    __tablename__ = "batches"
    __table_args__ = (
        sa.UniqueConstraint("medicine_id", "lot", "expiry", postgresql_nulls_not_distinct=True),
        sa.CheckConstraint("btrim(lot) <> '' AND length(lot) <= 60", name="lot"),
        sa.CheckConstraint(_one_of("state", BATCH_STATES), name="state"),
        sa.CheckConstraint("unit_cost >= 0", name="unit_cost"),
        sa.Index(None, "medicine_id", "expiry"),
        sa.Index(None, "expiry"),
    )

    id: Mapped[int] = identity()
    medicine_id: Mapped[int] = mapped_column(sa.ForeignKey(Medicine.id))
    lot: Mapped[str]
    expiry: Mapped[dt.date | None]
    received_on: Mapped[dt.date]
    unit_cost: Mapped[Decimal | None] = mapped_column(sa.Numeric(14, 4))
    state: Mapped[str] = mapped_column(server_default="usable")
    version: Mapped[int] = version_column()


class Balance(Base):
    """How many base units of a batch a store holds now; written by the ledger's trigger only (rule 23)."""

    __tablename__ = "balances"
    __table_args__ = (
        sa.CheckConstraint("units >= 0", name="units"),
        sa.Index(None, "store_id"),
        {"postgresql_with": {"fillfactor": "80"}},
    )

    batch_id: Mapped[int] = mapped_column(sa.ForeignKey(Batch.id), primary_key=True)
    store_id: Mapped[int] = mapped_column(sa.ForeignKey(Store.id), primary_key=True)
    units: Mapped[int]


class Movement(Base):
    """One entry of the ledger, never changed: so many base units of a batch came to a store (+) or left it (-).

    `occurred_on` may lie at most seven days back; `balance` is what the store held of the batch afterwards.
    `document` names what caused it: `order 12`, `dispense 345`. A transfer names the other store and is written
    twice, with one document; an issue to a department names it.
    """

    __tablename__ = "movements"
    __table_args__ = (
        sa.CheckConstraint("units <> 0", name="units"),
        sa.CheckConstraint("balance >= 0", name="balance"),
        sa.CheckConstraint(_one_of("kind", MOVEMENTS), name="kind"),
        sa.CheckConstraint(f"NOT {_one_of('kind', COMING)} OR units > 0", name="coming"),
        sa.CheckConstraint(f"NOT {_one_of('kind', LEAVING)} OR units < 0", name="leaving"),
        sa.CheckConstraint("(kind = 'reversal') = (reverses_id IS NOT NULL)", name="reverses"),
        sa.CheckConstraint(
            "(kind IN ('transfer_out', 'transfer_in')) = (other_store_id IS NOT NULL) AND other_store_id <> store_id",
            name="other_store",
        ),
        sa.CheckConstraint("department_id IS NULL OR kind = 'issue'", name="department"),
        sa.CheckConstraint("length(reason) <= 500 AND length(document) <= 80", name="words"),
        sa.UniqueConstraint("reverses_id"),
        sa.Index(None, "batch_id", "store_id", "id"),
        sa.Index(None, "store_id", "occurred_on"),
    )

    id: Mapped[int] = identity()
    batch_id: Mapped[int] = mapped_column(sa.ForeignKey(Batch.id))
    store_id: Mapped[int] = mapped_column(sa.ForeignKey(Store.id))
    kind: Mapped[str]
    units: Mapped[int]
    balance: Mapped[int]
    reverses_id: Mapped[int | None] = mapped_column(sa.ForeignKey("hms.movements.id"))
    other_store_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Store.id))
    department_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Department.id))
    occurred_on: Mapped[dt.date]
    recorded_at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    reason: Mapped[str] = mapped_column(server_default="")
    document: Mapped[str] = mapped_column(server_default="")


class BatchChange(Base):
    """A batch was put in quarantine, released or recalled, in every store at once, and why; never changed."""

    __tablename__ = "batch_changes"
    __table_args__ = (
        sa.CheckConstraint(_one_of("from_state", BATCH_STATES), name="from_state"),
        sa.CheckConstraint(_one_of("to_state", BATCH_STATES), name="to_state"),
        sa.CheckConstraint("btrim(reason) <> '' AND length(reason) <= 500", name="reason"),
        sa.Index(None, "batch_id", "id"),
        sa.Index("batch_changes_recalled_idx", "id", postgresql_where=sa.text("to_state = 'recalled'")),
    )

    id: Mapped[int] = identity()
    batch_id: Mapped[int] = mapped_column(sa.ForeignKey(Batch.id))
    from_state: Mapped[str]
    to_state: Mapped[str]
    reason: Mapped[str]
    at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))


class StoreLevel(Base):
    """When a store orders a medicine again, and up to how many base units."""

    __tablename__ = "store_levels"
    __table_args__ = (
        sa.UniqueConstraint("store_id", "medicine_id"),
        sa.CheckConstraint("reorder_at >= 0 AND order_up_to > reorder_at AND order_up_to <= 1000000000", name="levels"),
        sa.Index(None, "medicine_id"),
    )

    id: Mapped[int] = identity()
    store_id: Mapped[int] = mapped_column(sa.ForeignKey(Store.id))
    medicine_id: Mapped[int] = mapped_column(sa.ForeignKey(Medicine.id))
    reorder_at: Mapped[int]
    order_up_to: Mapped[int]
    version: Mapped[int] = version_column()


class StockTake(Base):
    """A stock-take of one store, while trading goes on; its differences are posted when somebody else approves."""

    __tablename__ = "stock_takes"
    __table_args__ = (
        sa.CheckConstraint(_one_of("state", COUNT_STATES), name="state"),
        sa.CheckConstraint("(state = 'approved') = (approved_by IS NOT NULL)", name="approved"),
        sa.CheckConstraint("(state = 'counting') = (closed_at IS NULL)", name="closed"),
        sa.Index("stock_takes_one_open_key", "store_id", unique=True, postgresql_where=sa.text("state = 'counting'")),
        sa.Index(None, "store_id", "id"),
    )

    id: Mapped[int] = identity()
    store_id: Mapped[int] = mapped_column(sa.ForeignKey(Store.id))
    state: Mapped[str] = mapped_column(server_default="counting")
    opened_at: Mapped[dt.datetime]
    opened_by: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    closed_at: Mapped[dt.datetime | None]
    closed_by: Mapped[str | None]
    approved_by: Mapped[str | None]
    version: Mapped[int] = version_column()


class StockTakeLine(Base):
    """A batch on the counting sheet: what the store held when the stock-take began, or was found on its shelf."""

    __tablename__ = "stock_take_lines"
    __table_args__ = (sa.UniqueConstraint("stock_take_id", "batch_id"),)

    id: Mapped[int] = identity()
    stock_take_id: Mapped[int] = mapped_column(sa.ForeignKey(StockTake.id))
    batch_id: Mapped[int] = mapped_column(sa.ForeignKey(Batch.id), index=True)


class StockTakeEntry(Base):
    """What somebody counted of a line, base units, and the balance at that moment; the last round decides."""

    __tablename__ = "stock_take_entries"
    __table_args__ = (
        sa.UniqueConstraint("line_id", "round"),
        sa.CheckConstraint("counted BETWEEN 0 AND 1000000000", name="counted"),
        sa.CheckConstraint("balance >= 0", name="balance"),
    )

    id: Mapped[int] = identity()
    line_id: Mapped[int] = mapped_column(sa.ForeignKey(StockTakeLine.id))
    round: Mapped[int]
    counted: Mapped[int]
    balance: Mapped[int]
    counted_at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))


class StockTakeLook(Base):
    """Somebody has looked at the books of a stock-take: from then on they may approve it and no longer count it."""

    __tablename__ = "stock_take_looks"
    __table_args__ = (sa.UniqueConstraint("stock_take_id", "person"),)

    id: Mapped[int] = identity()
    stock_take_id: Mapped[int] = mapped_column(sa.ForeignKey(StockTake.id))
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    at: Mapped[dt.datetime]


class RecalledLot(Base):
    """A lot of a medicine is recalled: each of its batches, and whatever comes of it until the recall is lifted."""

    __tablename__ = "recalled_lots"
    __table_args__ = (
        sa.CheckConstraint("btrim(lot) <> '' AND length(lot) <= 60", name="lot"),
        sa.CheckConstraint("btrim(reason) <> '' AND length(reason) <= 500", name="reason"),
        sa.CheckConstraint("(lifted_at IS NULL) = (lifted_by IS NULL)", name="lifted"),
        sa.CheckConstraint("(lifted_at IS NULL) = (lifted_why = '') AND length(lifted_why) <= 500", name="lifted_why"),
        sa.Index(
            "recalled_lots_standing_key",
            "medicine_id",
            sa.text("lower(lot)"),
            unique=True,
            postgresql_where=sa.text("lifted_at IS NULL"),
        ),
    )

    id: Mapped[int] = identity()
    medicine_id: Mapped[int] = mapped_column(sa.ForeignKey(Medicine.id))
    lot: Mapped[str]
    reason: Mapped[str]
    at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    lifted_at: Mapped[dt.datetime | None]
    lifted_by: Mapped[str | None]
    lifted_why: Mapped[str] = mapped_column(server_default="")


class StockRules(Base):
    """What the hospital sets about its stock, one row; all are days.

    `backdate_days`: how far back an entry of the ledger may be dated (rule 23). Use is measured over `usage_days`; a
    suggested level lasts `level_days`, and is then filled up for `cover_days`.
    """

    __tablename__ = "stock_rules"
    __table_args__ = (
        sa.CheckConstraint("id = 1", name="single"),
        sa.CheckConstraint("backdate_days BETWEEN 0 AND 31", name="backdate_days"),
        sa.CheckConstraint("usage_days BETWEEN 7 AND 366", name="usage_days"),
        sa.CheckConstraint("level_days BETWEEN 1 AND 366", name="level_days"),
        sa.CheckConstraint("cover_days > level_days AND cover_days <= 731", name="cover_days"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, server_default=sa.text("1"))
    backdate_days: Mapped[int] = mapped_column(server_default="7")
    usage_days: Mapped[int] = mapped_column(server_default="90")
    level_days: Mapped[int] = mapped_column(server_default="14")
    cover_days: Mapped[int] = mapped_column(server_default="45")
    version: Mapped[int] = version_column()
