"""The touch screens at the entrance: how far they are trusted, and which tickets they gave."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.displays.tables import Display
from hms_desktop.clinic.records.tables import Base, version_column


class CheckInRule(Base):
    """The hospital's numbers for all of them: one row.

    `most_wrong` codes within `wrong_within` close the entry of codes for `locked_for`; `tickets_an_hour` is how many
    numbers one machine gives to people without an appointment; an appointment is checked in from `opens_before` it on.
    """

    __tablename__ = "check_in_rules"
    __table_args__ = (
        sa.CheckConstraint("id = 1", name="one_row"),
        sa.CheckConstraint("most_wrong BETWEEN 3 AND 50", name="most_wrong"),
        sa.CheckConstraint("wrong_within BETWEEN interval '1 minute' AND interval '1 day'", name="wrong_within"),
        sa.CheckConstraint("locked_for BETWEEN interval '1 minute' AND interval '1 day'", name="locked_for"),
        sa.CheckConstraint("tickets_an_hour BETWEEN 1 AND 2000", name="tickets_an_hour"),
        sa.CheckConstraint("opens_before BETWEEN interval '0' AND interval '12 hours'", name="opens_before"),
    )

    id: Mapped[int] = mapped_column(sa.SmallInteger, primary_key=True, autoincrement=False)
    most_wrong: Mapped[int] = mapped_column(sa.SmallInteger, server_default="10")
    wrong_within: Mapped[dt.timedelta] = mapped_column(server_default=sa.text("interval '10 minutes'"))
    locked_for: Mapped[dt.timedelta] = mapped_column(server_default=sa.text("interval '5 minutes'"))
    tickets_an_hour: Mapped[int] = mapped_column(sa.SmallInteger, server_default="60")
    opens_before: Mapped[dt.timedelta] = mapped_column(server_default=sa.text("interval '2 hours'"))
    version: Mapped[int] = version_column()


class EntranceTicket(Base):
    """A number that somebody took at the entrance without an appointment, and at which machine."""

    __tablename__ = "entrance_tickets"
    __table_args__ = (sa.Index(None, "display_id", "given_at"),)

    ticket_id: Mapped[int] = mapped_column(sa.ForeignKey("tickets.id"), primary_key=True, autoincrement=False)
    display_id: Mapped[int] = mapped_column(sa.ForeignKey(Display.id))
    given_at: Mapped[dt.datetime]
