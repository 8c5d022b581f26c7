"""The waiting-room screens: which rooms they show, what each has shown and spoken, and their last sign of life."""

from datetime import datetime
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.displays import rules
from hms_desktop.clinic.records.tables import Base, identity, version_column


def _among(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


class Display(Base):
    """One waiting-room screen; `login` is its role in PostgreSQL, NULL until a kiosk was set up for it."""

    __tablename__ = "displays"
    __table_args__ = (
        sa.UniqueConstraint("name"),
        sa.UniqueConstraint("login"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 60", name="name"),
        sa.CheckConstraint("login ~ '^kiosk-[a-z0-9-]{1,40}$'", name="login"),
        sa.CheckConstraint(_among("layout", rules.LAYOUTS), name="layout"),
        sa.CheckConstraint("cardinality(languages) BETWEEN 1 AND 5", name="languages"),
    )

    id: Mapped[int] = identity()
    name: Mapped[str]
    login: Mapped[str | None]
    layout: Mapped[str] = mapped_column(server_default="beside")
    languages: Mapped[list[str]] = mapped_column(server_default="{en}")
    video: Mapped[bool] = mapped_column(server_default=sa.true())
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    version: Mapped[int] = version_column()


class DisplayRoom(Base):
    """A screen shows the calls to a room; a screen without any such row shows the calls to every room."""

    __tablename__ = "display_rooms"
    __table_args__ = (sa.UniqueConstraint("display_id", "room_id"),)

    id: Mapped[int] = identity()
    display_id: Mapped[int] = mapped_column(sa.ForeignKey(Display.id))
    room_id: Mapped[int] = mapped_column(sa.ForeignKey("rooms.id"), index=True)


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
