"""Prescriptions: what a prescriber ordered for a patient, line by line, and how much of it was supplied."""

import datetime as dt
from decimal import Decimal
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.medicines.tables import Medicine
from hms_desktop.clinic.organisation.tables import Department, Service
from hms_desktop.clinic.patients.tables import Patient
from hms_desktop.clinic.records.tables import Base, identity, version_column

STATES = ("active", "completed", "cancelled", "replaced")
"""`completed`: everything supplied; `replaced`: a newer version stands for it. Expiry is read from `valid_until`."""

ROOM_TO_CHANGE = {"postgresql_with": {"fillfactor": "75"}}
"""Every supply changes the row: what changed finds room on the same page, and no index is touched."""


def _line_checks() -> tuple[sa.CheckConstraint, ...]:
    """What holds for every line, whether it was prescribed or is only kept as a favourite."""
    return (
        sa.CheckConstraint("quantity > 0", name="quantity"),
        sa.CheckConstraint("refills BETWEEN 0 AND 99", name="refills"),
        sa.CheckConstraint("dose > 0", name="dose"),
        sa.CheckConstraint("daily_maximum > 0", name="daily_maximum"),
        sa.CheckConstraint("days BETWEEN 1 AND 366", name="days"),
        sa.CheckConstraint("length(directions) <= 500 AND length(frequency) <= 20", name="words"),
    )


class Prescription(Base):
    """One order by one prescriber; an amendment is a new version that names the one it replaces.

    `entered_by` is the login that wrote it; `transcribed` says that it was a pharmacist, from the prescriber's paper.
    `ended_at` and `ended_by` say when and by whom it was cancelled or replaced, `reason` why.
    """

    __tablename__ = "prescriptions"
    __table_args__ = (
        sa.CheckConstraint(f"state IN ({', '.join(repr(s) for s in STATES)})", name="state"),
        sa.CheckConstraint("btrim(prescriber) <> '' AND length(prescriber) <= 200", name="prescriber"),
        sa.CheckConstraint("valid_until >= written_on", name="valid_until"),
        sa.CheckConstraint("length(note) <= 1000 AND length(reason) <= 500", name="words"),
        sa.UniqueConstraint("replaces_id"),
        sa.Index(None, "patient_id", "id"),
        sa.Index("prescriptions_active_idx", "id", postgresql_where=sa.text("state = 'active'")),
        ROOM_TO_CHANGE,
    )

    id: Mapped[int] = identity()
    patient_id: Mapped[int] = mapped_column(sa.ForeignKey(Patient.id))
    department_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Department.id), index=True)
    prescriber: Mapped[str]
    transcribed: Mapped[bool] = mapped_column(server_default=sa.false())
    written_on: Mapped[dt.date]
    valid_until: Mapped[dt.date]
    entered_at: Mapped[dt.datetime]
    entered_by: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    state: Mapped[str] = mapped_column(server_default="active")
    reason: Mapped[str] = mapped_column(server_default="")
    note: Mapped[str] = mapped_column(server_default="")
    replaces_id: Mapped[int | None] = mapped_column(sa.ForeignKey("hms.prescriptions.id"))
    ended_at: Mapped[dt.datetime | None]
    ended_by: Mapped[str | None]
    version: Mapped[int] = version_column()


class PrescriptionLine(Base):
    """One medicine of a prescription; amounts in the medicine's base units.

    `supplied` is kept by dispensing (what was dispensed less what was returned) and never exceeds
    `quantity * (1 + refills)` (rule 33); `supplied_until` is the last day for which the supply lasts.
    `dose` is base units at once, `frequency` a sig code (`BD`, `TDS`, `PRN` …), `daily_maximum` base units a day at
    most, `taper` its steps if the dose changes. A line of an amended prescription `continues_id` the line of the same
    medicine in the version before, and begins with what that one had supplied.
    """

    __tablename__ = "prescription_lines"
    __table_args__ = (
        *_line_checks(),
        sa.CheckConstraint("supplied BETWEEN 0 AND quantity * (1 + refills)", name="supplied"),
        sa.UniqueConstraint("prescription_id", "place"),
        sa.UniqueConstraint("continues_id"),
        sa.Index(None, "medicine_id"),
        ROOM_TO_CHANGE,
    )

    id: Mapped[int] = identity()
    prescription_id: Mapped[int] = mapped_column(sa.ForeignKey(Prescription.id))
    place: Mapped[int]
    medicine_id: Mapped[int] = mapped_column(sa.ForeignKey(Medicine.id))
    dose: Mapped[Decimal | None] = mapped_column(sa.Numeric(10, 3))
    frequency: Mapped[str] = mapped_column(server_default="")
    days: Mapped[int | None]
    as_needed: Mapped[bool] = mapped_column(server_default=sa.false())
    daily_maximum: Mapped[Decimal | None] = mapped_column(sa.Numeric(10, 3))
    taper: Mapped[list[dict[str, Any]]] = mapped_column(JSONB(), server_default="[]")
    quantity: Mapped[int]
    refills: Mapped[int] = mapped_column(server_default="0")
    substitution: Mapped[bool] = mapped_column(server_default=sa.true())
    directions: Mapped[str] = mapped_column(server_default="")
    supplied: Mapped[int] = mapped_column(server_default="0")
    supplied_until: Mapped[dt.date | None]
    continues_id: Mapped[int | None] = mapped_column(sa.ForeignKey("hms.prescription_lines.id"))


class FavouriteLine(Base):
    """A line that one person, or everybody of a department, prescribes often; `name` is how they call it."""

    __tablename__ = "favourite_lines"
    __table_args__ = (
        *_line_checks(),
        sa.CheckConstraint("btrim(name) <> '' AND length(name) <= 80", name="name"),
        sa.CheckConstraint("num_nonnulls(person, department_id) = 1", name="owner"),
        sa.UniqueConstraint("person", "department_id", "name", postgresql_nulls_not_distinct=True),
    )

    id: Mapped[int] = identity()
    person: Mapped[str | None]
    department_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Department.id), index=True)
    name: Mapped[str]
    medicine_id: Mapped[int] = mapped_column(sa.ForeignKey(Medicine.id), index=True)
    dose: Mapped[Decimal | None] = mapped_column(sa.Numeric(10, 3))
    frequency: Mapped[str] = mapped_column(server_default="")
    days: Mapped[int | None]
    as_needed: Mapped[bool] = mapped_column(server_default=sa.false())
    daily_maximum: Mapped[Decimal | None] = mapped_column(sa.Numeric(10, 3))
    taper: Mapped[list[dict[str, Any]]] = mapped_column(JSONB(), server_default="[]")
    quantity: Mapped[int]
    refills: Mapped[int] = mapped_column(server_default="0")
    substitution: Mapped[bool] = mapped_column(server_default=sa.true())
    directions: Mapped[str] = mapped_column(server_default="")
    version: Mapped[int] = version_column()


class PrescribingRule(Base):
    """The hospital's choices for prescribing: one row.

    A prescription is valid for `valid_days` unless its prescriber says otherwise, one with a controlled medicine for
    `controlled_days` at most. Whoever has a new prescription gets a ticket for the service `pharmacy_id`.
    """

    __tablename__ = "prescribing_rules"
    __table_args__ = (
        sa.CheckConstraint("id = 1", name="single"),
        sa.CheckConstraint("valid_days BETWEEN 1 AND 366", name="valid_days"),
        sa.CheckConstraint("controlled_days BETWEEN 1 AND 366", name="controlled_days"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, server_default=sa.text("1"))
    pharmacy_id: Mapped[int | None] = mapped_column(sa.ForeignKey(Service.id))
    valid_days: Mapped[int] = mapped_column(server_default="30")
    controlled_days: Mapped[int] = mapped_column(server_default="28")
    version: Mapped[int] = version_column()
