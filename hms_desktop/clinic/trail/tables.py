"""How long what grows by the month is kept, and what of the audit trail was retired."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import INT8MULTIRANGE, Range
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.records.tables import Base, identity


class Retention(Base):
    """For how many months a table's partitions are kept; None: for ever."""

    __tablename__ = "retention"
    __table_args__ = (sa.CheckConstraint("keep_months > 0", name="keep_months_positive"),)

    id: Mapped[int] = identity()
    subject: Mapped[str] = mapped_column(unique=True)
    keep_months: Mapped[int | None]


class AuditRetirement(Base):
    """A month of the audit trail that was dropped: how many entries it had, and which blocks seal them."""

    __tablename__ = "audit_retirements"

    month: Mapped[datetime] = mapped_column(primary_key=True)
    entries: Mapped[int]
    blocks: Mapped[list[Range[int]]] = mapped_column(INT8MULTIRANGE)
    retired_at: Mapped[datetime]
