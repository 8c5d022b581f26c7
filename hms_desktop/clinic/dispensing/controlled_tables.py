"""The register of controlled medicines (rule 39): entries by two people, running balances, checks, discrepancies."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.medicines.tables import Medicine
from hms_desktop.clinic.records.tables import Base, identity
from hms_desktop.clinic.stock.tables import MOVEMENTS, Movement, Store

KINDS = (*MOVEMENTS, "correction")
"""Why the balance changes; a correction is an entry of its own that names the one it corrects."""
STATES = ("open", "investigated", "closed")
REASON_LENGTH = 500


def _one_of(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


class ControlledBalance(Base):
    """What the register of one store says is there of one medicine and strength, and how many entries it has."""

    __tablename__ = "controlled_balances"
    __table_args__ = (sa.CheckConstraint("units >= 0", name="units"),)

    store_id: Mapped[int] = mapped_column(sa.ForeignKey(Store.id), primary_key=True)
    medicine_id: Mapped[int] = mapped_column(sa.ForeignKey(Medicine.id), primary_key=True)
    units: Mapped[int] = mapped_column(server_default="0")
    entries: Mapped[int] = mapped_column(server_default="0")


class ControlledEntry(Base):
    """One line of the register, never changed, in base units: + came, - left, and the balance after it.

    `number` counts without a gap within a register. Two different people signed: `person` and `witness`.
    """

    __tablename__ = "controlled_entries"
    __table_args__ = (
        sa.UniqueConstraint("store_id", "medicine_id", "number"),
        sa.UniqueConstraint("movement_id"),
        sa.CheckConstraint("units <> 0", name="units"),
        sa.CheckConstraint("balance >= 0", name="balance"),
        sa.CheckConstraint(_one_of("kind", KINDS), name="kind"),
        sa.CheckConstraint("witness <> person", name="two_people"),
        sa.CheckConstraint("(kind = 'correction') = (corrects_id IS NOT NULL)", name="corrects"),
        sa.CheckConstraint("(kind = 'correction') = (movement_id IS NULL)", name="movement"),
        sa.CheckConstraint("kind NOT IN ('correction', 'loss') OR btrim(reason) <> ''", name="reason_given"),
        sa.CheckConstraint(f"length(reason) <= {REASON_LENGTH}", name="reason"),
    )

    id: Mapped[int] = identity()
    store_id: Mapped[int] = mapped_column(sa.ForeignKey(Store.id))
    medicine_id: Mapped[int] = mapped_column(sa.ForeignKey(Medicine.id))
    number: Mapped[int]
    kind: Mapped[str]
    units: Mapped[int]
    balance: Mapped[int]
    movement_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Movement.id))
    corrects_id: Mapped[int | None] = mapped_column(sa.ForeignKey("hms.controlled_entries.id"))
    reason: Mapped[str] = mapped_column(server_default="")
    entered_at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    witness: Mapped[str]
    workstation: Mapped[str]


class ControlledCheck(Base):
    """What two people counted of a medicine, beside what the register said at that moment."""

    __tablename__ = "controlled_checks"
    __table_args__ = (
        sa.CheckConstraint("counted >= 0 AND expected >= 0", name="units"),
        sa.CheckConstraint("witness <> person", name="two_people"),
        sa.Index(None, "store_id", "medicine_id", "checked_at"),
    )

    id: Mapped[int] = identity()
    store_id: Mapped[int] = mapped_column(sa.ForeignKey(Store.id))
    medicine_id: Mapped[int] = mapped_column(sa.ForeignKey(Medicine.id))
    expected: Mapped[int]
    counted: Mapped[int]
    checked_at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    witness: Mapped[str]


class Discrepancy(Base):
    """A count that differs from the register: opened by the check, investigated by somebody, closed by a third."""

    __tablename__ = "controlled_discrepancies"
    __table_args__ = (
        sa.UniqueConstraint("check_id"),
        sa.CheckConstraint(_one_of("state", STATES), name="state"),
        sa.CheckConstraint("(state = 'open') = (investigated_by IS NULL)", name="investigated"),
        sa.CheckConstraint("(state = 'closed') = (closed_by IS NOT NULL)", name="closed"),
        sa.CheckConstraint("closed_by <> investigated_by AND closed_by <> opened_by", name="closer"),
        sa.CheckConstraint("investigated_by <> opened_by", name="investigator"),
        sa.CheckConstraint(f"length(finding) <= {REASON_LENGTH} AND length(outcome) <= {REASON_LENGTH}", name="words"),
    )

    id: Mapped[int] = identity()
    check_id: Mapped[int] = mapped_column(sa.ForeignKey(ControlledCheck.id))
    state: Mapped[str] = mapped_column(server_default="open")
    opened_at: Mapped[dt.datetime]
    opened_by: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    investigated_at: Mapped[dt.datetime | None]
    investigated_by: Mapped[str | None]
    finding: Mapped[str] = mapped_column(server_default="")
    closed_at: Mapped[dt.datetime | None]
    closed_by: Mapped[str | None]
    outcome: Mapped[str] = mapped_column(server_default="")
