"""Knocks that wait for the commit of what they tell, because a transaction that knocks itself commits alone."""

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.records.tables import Base


class LateKnock(Base):
    """What one wish has still to tell, a line each. Not logged: after a crash of the server all is read again."""

    __tablename__ = "late_knocks"
    __table_args__ = ({"prefixes": ["UNLOGGED"]},)

    id: Mapped[int] = mapped_column(sa.Identity(always=True), primary_key=True)
    channel: Mapped[str]
    knock: Mapped[str]
