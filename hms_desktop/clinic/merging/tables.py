"""The tables of duplicates and merging: pairs that may be one person, and what each merge did."""

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.merging import rules
from hms_desktop.clinic.patients.tables import Patient
from hms_desktop.clinic.records.tables import Base, identity, version_column


def _states() -> str:
    return f"state IN ({', '.join(repr(state) for state in rules.PAIR_STATES)})"


class SuspectedPair(Base):
    """Two records that may be one person's, and what was decided; `open` ones are a manager's work list."""

    __tablename__ = "suspected_pairs"
    __table_args__ = (
        sa.UniqueConstraint("first_id", "second_id"),
        sa.CheckConstraint("first_id < second_id", name="in_order"),
        sa.CheckConstraint(_states(), name="state"),
        sa.CheckConstraint("(state = 'open') = (decided_at IS NULL)", name="decision_has_time"),
        sa.Index(None, "second_id"),
        sa.Index("suspected_pairs_open_idx", sa.text("(- score)"), "id", postgresql_where=sa.text("state = 'open'")),
    )

    id: Mapped[int] = identity()
    first_id: Mapped[int] = mapped_column(sa.ForeignKey(Patient.id))
    second_id: Mapped[int] = mapped_column(sa.ForeignKey(Patient.id))
    score: Mapped[float] = mapped_column(sa.Double)
    reasons: Mapped[list[str]] = mapped_column(server_default="{}")
    state: Mapped[str] = mapped_column(server_default="open")
    found_at: Mapped[dt.datetime]
    decided_at: Mapped[dt.datetime | None]
    decided_by: Mapped[str | None]
    version: Mapped[int] = version_column()


class Merge(Base):
    """One merge and all that undoing it needs (rule 17).

    `before` and `after` are the columns that the merge changed in `survivor` and `absorbed`, `moved` the rows of each
    table that referred to the absorbed record, `made_pairs` the suspected pairs that it handed on.
    """

    __tablename__ = "merges"
    __table_args__ = (
        sa.CheckConstraint("survivor_id <> absorbed_id", name="two_records"),
        sa.CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name="undone_by_somebody"),
        sa.Index("merges_standing_idx", "absorbed_id", unique=True, postgresql_where=sa.text("undone_at IS NULL")),
        sa.Index(None, "survivor_id"),
        sa.Index(None, "absorbed_id"),
    )

    id: Mapped[int] = identity()
    survivor_id: Mapped[int] = mapped_column(sa.ForeignKey(Patient.id))
    absorbed_id: Mapped[int] = mapped_column(sa.ForeignKey(Patient.id))
    before: Mapped[dict[str, Any]]
    after: Mapped[dict[str, Any]]
    moved: Mapped[dict[str, Any]]
    made_pairs: Mapped[list[int]] = mapped_column(sa.ARRAY(sa.BigInteger), server_default="{}")
    merged_at: Mapped[dt.datetime]
    merged_by: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    undone_at: Mapped[dt.datetime | None]
    undone_by: Mapped[str | None]
    version: Mapped[int] = version_column()
