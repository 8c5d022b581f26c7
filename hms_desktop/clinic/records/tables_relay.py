"""The last minutes' knocks, written by one relay for all who ask now and then instead of listening."""

from datetime import datetime

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.records.tables import Base


class RelayedKnock(Base):
    """One knock: an area and a key, never data. Its ids follow the order in which they can be seen."""

    __tablename__ = "relayed_knocks"
    __table_args__ = (sa.Index(None, "at"),)

    id: Mapped[int] = mapped_column(sa.Identity(always=True), primary_key=True)
    channel: Mapped[str]
    area: Mapped[str]
    key: Mapped[str]
    at: Mapped[datetime] = mapped_column(server_default=sa.text("clock_timestamp()"))


class RelayBeat(Base):
    """When the relay was last seen."""

    __tablename__ = "relay_beats"
    __table_args__ = (sa.CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(
        sa.SmallInteger(), primary_key=True, server_default=sa.text("1"), autoincrement=False
    )
    beat_at: Mapped[datetime]
