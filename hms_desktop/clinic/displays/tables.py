"""The waiting-room screens: how and what they show, what each has shown and spoken, and their last sign of life."""

from datetime import date, datetime, time
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.displays import rules
from hms_desktop.clinic.records.tables import Base, identity, version_column


def _hours(name: str) -> sa.CheckConstraint:
    """Hours have a beginning and an end, or neither."""
    return sa.CheckConstraint(f"({name}_from IS NULL) = ({name}_to IS NULL) AND {name}_from <> {name}_to", name=name)


def _among(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


class Display(Base):
    """One screen; `login` is its role in PostgreSQL, NULL until a kiosk was set up for it.

    `kind` tells the waiting room's from the one at the entrance where patients check in, whose paper comes out of
    the printer `printer_id`.
    """

    __tablename__ = "displays"
    __table_args__ = (
        sa.UniqueConstraint("name"),
        sa.UniqueConstraint("login"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 60", name="name"),
        sa.CheckConstraint("login ~ '^kiosk-[a-z0-9-]{1,40}$'", name="login"),
        sa.CheckConstraint(_among("layout", rules.LAYOUTS), name="layout"),
        sa.CheckConstraint("cardinality(languages) BETWEEN 1 AND 5", name="languages"),
        sa.CheckConstraint(
            "volume BETWEEN 0 AND 100 AND film_volume BETWEEN 0 AND 100 AND ducked_volume BETWEEN 0 AND 100",
            name="volumes",
        ),
        _hours("quiet"),
        _hours("dim"),
        sa.CheckConstraint(
            f"dwell_seconds BETWEEN {rules.SHORTEST_DWELL} AND {rules.LONGEST_DWELL}", name="dwell_seconds"
        ),
        sa.CheckConstraint(_among("kind", rules.KINDS), name="kind"),
    )

    id: Mapped[int] = identity()
    name: Mapped[str]
    login: Mapped[str | None]
    layout: Mapped[str] = mapped_column(server_default="beside")
    languages: Mapped[list[str]] = mapped_column(server_default="{en}")
    video: Mapped[bool] = mapped_column(server_default=sa.true())
    volume: Mapped[int] = mapped_column(sa.SmallInteger, server_default="80")
    film_volume: Mapped[int] = mapped_column(sa.SmallInteger, server_default="20")
    ducked_volume: Mapped[int] = mapped_column(sa.SmallInteger, server_default="3")
    quiet_from: Mapped[time | None]
    quiet_to: Mapped[time | None]
    dim_from: Mapped[time | None]
    dim_to: Mapped[time | None]
    show_waiting: Mapped[bool] = mapped_column(server_default=sa.true())
    show_estimates: Mapped[bool] = mapped_column(server_default=sa.true())
    dwell_seconds: Mapped[int] = mapped_column(sa.SmallInteger, server_default="6")
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    kind: Mapped[str] = mapped_column(server_default="screen")
    printer_id: Mapped[int | None] = mapped_column(sa.ForeignKey("printers.id"))
    version: Mapped[int] = version_column()


class DisplayRoom(Base):
    """A screen shows the calls to a room; a screen without any such row shows the calls to every room."""

    __tablename__ = "display_rooms"
    __table_args__ = (sa.UniqueConstraint("display_id", "room_id"),)

    id: Mapped[int] = identity()
    display_id: Mapped[int] = mapped_column(sa.ForeignKey(Display.id))
    room_id: Mapped[int] = mapped_column(sa.ForeignKey("rooms.id"), index=True)


class DisplayMessage(Base):
    """A line for the strip at the screens' lower edge, in the order of `place`; NULL dates and times mean always."""

    __tablename__ = "display_messages"
    __table_args__ = (
        sa.CheckConstraint(f"length(text) BETWEEN 1 AND {rules.LONGEST_MESSAGE}", name="text"),
        sa.CheckConstraint("valid_from <= valid_to", name="dates"),
        _hours("time"),
    )

    id: Mapped[int] = identity()
    text: Mapped[str]
    place: Mapped[int] = mapped_column(server_default="1")
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    time_from: Mapped[time | None]
    time_to: Mapped[time | None]
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    version: Mapped[int] = version_column()


class DisplayMessageScreen(Base):
    """A message stands on a screen; a message without any such row stands on every screen."""

    __tablename__ = "display_message_screens"
    __table_args__ = (sa.UniqueConstraint("message_id", "display_id"),)

    id: Mapped[int] = identity()
    message_id: Mapped[int] = mapped_column(sa.ForeignKey(DisplayMessage.id))
    display_id: Mapped[int] = mapped_column(sa.ForeignKey(Display.id), index=True)


class DisplayTest(Base):
    """A test call for one screen: none of the queue's, shown and spoken like one; by the server's own clock."""

    __tablename__ = "display_tests"
    __table_args__ = (sa.Index(None, "display_id", "id"),)

    id: Mapped[int] = identity()
    display_id: Mapped[int] = mapped_column(sa.ForeignKey(Display.id))
    asked_at: Mapped[datetime]
    shown_at: Mapped[datetime | None]
    spoken_at: Mapped[datetime | None]


class DisplayAcknowledgement(Base):
    """A screen has painted a call, and perhaps spoken it.

    By month of the *call's* time: a call has one such time, so the key still says once per screen and call.
    """

    __tablename__ = "display_acknowledgements"
    __table_args__ = ({"postgresql_partition_by": "RANGE (called_at)"},)

    display_id: Mapped[int] = mapped_column(sa.ForeignKey(Display.id), primary_key=True)
    called_at: Mapped[datetime] = mapped_column(primary_key=True)
    call_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    shown_at: Mapped[datetime]
    spoken_at: Mapped[datetime | None]


class DisplayHeartbeat(Base):
    """The last sign of life of a screen.

    `seen_at` is the hospital's time, for people; `beat_at` the server's own clock, because whether a machine is alive
    must not depend on how fast a demo's day passes.
    """

    __tablename__ = "display_heartbeats"
    __table_args__ = ({"postgresql_with": {"fillfactor": "50"}},)

    display_id: Mapped[int] = mapped_column(sa.ForeignKey(Display.id), primary_key=True, autoincrement=False)
    seen_at: Mapped[datetime]
    beat_at: Mapped[datetime]
    program_version: Mapped[str]
    server_ms: Mapped[int]
    state: Mapped[dict[str, Any]]
