"""The hospital as a place: its facility, departments, services, and the rooms and counters that serve them."""

from datetime import time
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.records.tables import Base, identity, version_column


class Facility(Base):
    """The one hospital of this database."""

    __tablename__ = "facility"
    __table_args__ = (
        sa.CheckConstraint("id = 1", name="single"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name="name"),
        sa.CheckConstraint("currency ~ '^[A-Z]{3}$'", name="currency"),
        sa.CheckConstraint("country = '' OR country ~ '^[A-Z]{2}$'", name="country"),
    )

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False, server_default=sa.text("1"))
    name: Mapped[str]
    time_zone: Mapped[str] = mapped_column(server_default="UTC")
    day_starts_at: Mapped[time] = mapped_column(server_default="00:00")
    languages: Mapped[list[str]] = mapped_column(server_default="{en}")
    currency: Mapped[str] = mapped_column(server_default="USD")
    country: Mapped[str] = mapped_column(server_default="")
    opt_ins: Mapped[dict[str, Any]] = mapped_column(server_default="{}")
    version: Mapped[int] = version_column()


class Department(Base):
    """A part of the hospital that offers services."""

    __tablename__ = "departments"
    __table_args__ = (
        sa.UniqueConstraint("name"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 120", name="name"),
    )

    id: Mapped[int] = identity()
    name: Mapped[str]
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    version: Mapped[int] = version_column()


class Service(Base):
    """What a patient waits for; its prefix stands before the number on the ticket, once in the facility."""

    __tablename__ = "services"
    __table_args__ = (
        sa.UniqueConstraint("name"),
        sa.UniqueConstraint("prefix"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 120", name="name"),
        sa.CheckConstraint("prefix ~ '^[A-Z]{1,3}$'", name="prefix"),
    )

    id: Mapped[int] = identity()
    department_id: Mapped[int] = mapped_column(sa.ForeignKey(Department.id), index=True)
    name: Mapped[str]
    prefix: Mapped[str]
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    version: Mapped[int] = version_column()


class Room(Base):
    """Where a patient is called to: a room, a counter or a window."""

    __tablename__ = "rooms"
    __table_args__ = (
        sa.UniqueConstraint("name"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 60", name="name"),
        sa.CheckConstraint("kind IN ('room', 'counter', 'window')", name="kind"),
    )

    id: Mapped[int] = identity()
    name: Mapped[str]
    kind: Mapped[str] = mapped_column(server_default="room")
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    version: Mapped[int] = version_column()


class RoomService(Base):
    """A room serves a service."""

    __tablename__ = "room_services"
    __table_args__ = (sa.UniqueConstraint("room_id", "service_id"),)

    id: Mapped[int] = identity()
    room_id: Mapped[int] = mapped_column(sa.ForeignKey(Room.id))
    service_id: Mapped[int] = mapped_column(sa.ForeignKey(Service.id), index=True)
