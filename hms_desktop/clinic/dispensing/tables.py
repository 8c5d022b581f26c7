"""Dispensing: what was handed out and taken back, what is still owed, and who has a prescription open."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.medicines.tables import Medicine
from hms_desktop.clinic.prescriptions.tables import Prescription, PrescriptionLine
from hms_desktop.clinic.records.tables import Base, identity, version_column
from hms_desktop.clinic.stock.tables import Batch, Movement, Store

SECOND_CHECKS = ("never", "high_alert", "always")
"""When a colleague must look before the medicines are handed out."""
SUBSTITUTIONS = ("", "equivalent", "prescriber")
"""Nothing replaced; the same ingredients, strength and form; another one that the prescriber confirmed (rule 35)."""
OMISSIONS = ("owed", "stopped", "declined", "later")
"""Why something was not supplied: the patient comes back for it, it is left out, not wanted, or has time."""
REASON_LENGTH = 300
NOTE_LENGTH = 1000


def _one_of(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


class DispensingRules(Base):
    """How this hospital dispenses, one row.

    `lease_minutes`: for how long a prescription is leased. `second_check`: when a colleague looks first, and of which
    `checked_classes` (the beginning of an ATC code) besides the medicines marked as high alert. `equivalents`: whether
    an equivalent medicine is given without asking the prescriber (rule 35). A batch must be good for the days of
    supply where `covers_supply`, and for `least_days` in any case (rule 25). `label_language`: in which language
    labels speak to whoever names none; empty for the hospital's first. `check_hours`: after how many hours the balance
    of a register is due again (rule 39).
    """

    __tablename__ = "dispensing_rules"
    __table_args__ = (
        sa.CheckConstraint("id = 1", name="single"),
        sa.CheckConstraint(_one_of("second_check", SECOND_CHECKS), name="second_check"),
        sa.CheckConstraint("lease_minutes BETWEEN 1 AND 240", name="lease_minutes"),
        sa.CheckConstraint("cardinality(checked_classes) <= 100", name="checked_classes"),
        sa.CheckConstraint("least_days BETWEEN 0 AND 366", name="least_days"),
        sa.CheckConstraint("label_language ~ '^([a-z]{2,3})?$'", name="label_language"),
        sa.CheckConstraint("check_hours BETWEEN 1 AND 168", name="check_hours"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, server_default=sa.text("1"))
    lease_minutes: Mapped[int] = mapped_column(server_default="10")
    second_check: Mapped[str] = mapped_column(server_default="never")
    checked_classes: Mapped[list[str]] = mapped_column(server_default="{}")
    equivalents: Mapped[bool] = mapped_column(server_default=sa.true())
    covers_supply: Mapped[bool] = mapped_column(server_default=sa.true())
    least_days: Mapped[int] = mapped_column(server_default="0")
    label_language: Mapped[str] = mapped_column(server_default="")
    check_hours: Mapped[int] = mapped_column(server_default="12")
    version: Mapped[int] = version_column()


class Lease(Base):
    """Who has a prescription open, where, and until when nobody else dispenses it unasked (rule 34)."""

    __tablename__ = "leases"
    __table_args__ = (sa.UniqueConstraint("prescription_id"),)

    id: Mapped[int] = identity()
    prescription_id: Mapped[int] = mapped_column(sa.ForeignKey(Prescription.id))
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    workstation: Mapped[str]
    taken_at: Mapped[dt.datetime]
    until_at: Mapped[dt.datetime]


class Dispense(Base):
    """Medicines handed out on one prescription at one moment; never changed, taken back by a reversal.

    `note` is what the patient was told (counselling); `checked_by` the colleague who looked, where one had to.
    """

    __tablename__ = "dispenses"
    __table_args__ = (
        sa.CheckConstraint(f"length(note) <= {NOTE_LENGTH}", name="note"),
        sa.Index(None, "prescription_id", "id"),
        sa.Index(None, "business_date", "id"),
    )

    id: Mapped[int] = identity()
    prescription_id: Mapped[int] = mapped_column(sa.ForeignKey(Prescription.id))
    store_id: Mapped[int] = mapped_column(sa.ForeignKey(Store.id))
    business_date: Mapped[dt.date]
    dispensed_at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    workstation: Mapped[str]
    checked_by: Mapped[str] = mapped_column(server_default="")
    note: Mapped[str] = mapped_column(server_default="")


class DispenseLine(Base):
    """So many base units of one batch for one line of the prescription.

    `reason` says why this batch and not the one that expires first (rule 26); `substitution` and `why` what stands for
    the prescribed medicine and on whose word. `returned` is written once, by the reversal, and never exceeds `units`.
    """

    __tablename__ = "dispense_lines"
    __table_args__ = (
        sa.UniqueConstraint("movement_id"),
        sa.CheckConstraint("units > 0", name="units"),
        sa.CheckConstraint("returned BETWEEN 0 AND units", name="returned"),
        sa.CheckConstraint(_one_of("substitution", SUBSTITUTIONS), name="substitution"),
        sa.CheckConstraint("substitution = '' OR btrim(why) <> ''", name="why_given"),
        sa.CheckConstraint(f"length(reason) <= {REASON_LENGTH} AND length(why) <= {REASON_LENGTH}", name="words"),
        sa.Index(None, "dispense_id"),
        sa.Index(None, "line_id"),
        sa.Index(None, "batch_id"),
    )

    id: Mapped[int] = identity()
    dispense_id: Mapped[int] = mapped_column(sa.ForeignKey(Dispense.id))
    line_id: Mapped[int] = mapped_column(sa.ForeignKey(PrescriptionLine.id))
    medicine_id: Mapped[int] = mapped_column(sa.ForeignKey(Medicine.id))
    batch_id: Mapped[int] = mapped_column(sa.ForeignKey(Batch.id))
    movement_id: Mapped[int] = mapped_column(sa.ForeignKey(Movement.id))
    units: Mapped[int]
    returned: Mapped[int] = mapped_column(server_default="0")
    scanned: Mapped[bool] = mapped_column(server_default=sa.false())
    reason: Mapped[str] = mapped_column(server_default="")
    substitution: Mapped[str] = mapped_column(server_default="")
    why: Mapped[str] = mapped_column(server_default="")


class Omission(Base):
    """What was not supplied, for the patient to read; an `open` one that is owed waits on the list of the pharmacy."""

    __tablename__ = "omissions"
    __table_args__ = (
        sa.CheckConstraint("units > 0", name="units"),
        sa.CheckConstraint(_one_of("kind", OMISSIONS), name="kind"),
        sa.CheckConstraint("kind = 'owed' OR NOT open", name="open_is_owed"),
        sa.CheckConstraint(f"length(reason) <= {REASON_LENGTH}", name="reason"),
        sa.Index(None, "dispense_id"),
        sa.Index("omissions_open_key", "line_id", unique=True, postgresql_where=sa.text("open")),
    )

    id: Mapped[int] = identity()
    dispense_id: Mapped[int] = mapped_column(sa.ForeignKey(Dispense.id))
    line_id: Mapped[int] = mapped_column(sa.ForeignKey(PrescriptionLine.id))
    units: Mapped[int]
    kind: Mapped[str]
    reason: Mapped[str] = mapped_column(server_default="")
    open: Mapped[bool] = mapped_column(server_default=sa.false())


class Reversal(Base):
    """A dispense taken back, once. `returned` says that it had left the pharmacy: then it waits in quarantine."""

    __tablename__ = "reversals"
    __table_args__ = (
        sa.UniqueConstraint("dispense_id"),
        sa.CheckConstraint(f"btrim(reason) <> '' AND length(reason) <= {REASON_LENGTH}", name="reason"),
    )

    id: Mapped[int] = identity()
    dispense_id: Mapped[int] = mapped_column(sa.ForeignKey(Dispense.id))
    returned: Mapped[bool]
    reason: Mapped[str]
    reversed_at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    workstation: Mapped[str]
