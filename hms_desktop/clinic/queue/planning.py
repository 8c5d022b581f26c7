"""The tables of what the hospital sets about its queue, of who sits where, and of the waits that are expected."""

import datetime as dt

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.queue import rules
from hms_desktop.clinic.queue.tables import one_of
from hms_desktop.clinic.records.tables import Base, identity, version_column


class PriorityReason(Base):
    """A reason for a priority class; those of the suite have a code, the hospital's own have none."""

    __tablename__ = "priority_reasons"
    __table_args__ = (
        sa.UniqueConstraint("class_id", "name"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 60", name="name_length"),
    )

    id: Mapped[int] = identity()
    code: Mapped[str | None] = mapped_column(unique=True)
    class_id: Mapped[int] = mapped_column(sa.ForeignKey("priority_classes.id"))
    name: Mapped[str]
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    version: Mapped[int] = version_column()


class OpeningHours(Base):
    """When a service gives tickets on a weekday (1 is Monday); a service without any is always open.

    One that closes at or before it opens closes on the next day. The weekday is the business date's.
    """

    __tablename__ = "opening_hours"
    __table_args__ = (
        sa.UniqueConstraint("service_id", "weekday", "opens_at"),
        sa.CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday"),
    )

    id: Mapped[int] = identity()
    service_id: Mapped[int] = mapped_column(sa.ForeignKey("services.id"))
    weekday: Mapped[int] = mapped_column(sa.SmallInteger)
    opens_at: Mapped[dt.time]
    closes_at: Mapped[dt.time]


class OpeningException(Base):
    """A day that is not as its weekday: closed, or open at other times; without a service it holds for all."""

    __tablename__ = "opening_exceptions"
    __table_args__ = (
        sa.UniqueConstraint("day", "service_id", "opens_at", postgresql_nulls_not_distinct=True),
        sa.CheckConstraint("(opens_at IS NULL) = (closes_at IS NULL)", name="both_times_or_none"),
        sa.CheckConstraint("length(note) <= 120", name="note_length"),
    )

    id: Mapped[int] = identity()
    service_id: Mapped[int | None] = mapped_column(sa.ForeignKey("services.id"))
    day: Mapped[dt.date]
    opens_at: Mapped[dt.time | None]
    closes_at: Mapped[dt.time | None]
    note: Mapped[str] = mapped_column(server_default="")
    version: Mapped[int] = version_column()


class RoomRule(Base):
    """How a room mixes the services that it serves; a room without a row takes them as one line.

    With `order` no more than `pass_limit` calls of the room in a row pass a service where somebody waited long.
    """

    __tablename__ = "room_rules"
    __table_args__ = (
        sa.CheckConstraint(one_of("mixing", tuple(rules.Mixing)), name="mixing_known"),
        sa.CheckConstraint("pass_limit BETWEEN 1 AND 20", name="pass_limit_range"),
    )

    id: Mapped[int] = identity()
    room_id: Mapped[int] = mapped_column(sa.ForeignKey("rooms.id"), unique=True)
    mixing: Mapped[str] = mapped_column(server_default=rules.Mixing.TOGETHER)
    pass_limit: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text("3"))
    version: Mapped[int] = version_column()


class RoomShare(Base):
    """A service's position in the order of a room and its share of the room's calls."""

    __tablename__ = "room_shares"
    __table_args__ = (
        sa.UniqueConstraint("room_id", "service_id"),
        sa.ForeignKeyConstraint(
            ["room_id", "service_id"], ["room_services.room_id", "room_services.service_id"], ondelete="CASCADE"
        ),
        sa.CheckConstraint("weight BETWEEN 1 AND 9", name="weight_range"),
    )

    id: Mapped[int] = identity()
    room_id: Mapped[int]
    service_id: Mapped[int]
    position: Mapped[int] = mapped_column(sa.SmallInteger)
    weight: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text("1"))


class Journey(Base):
    """A way through several services that one ticket takes."""

    __tablename__ = "journeys"
    __table_args__ = (
        sa.UniqueConstraint("name"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 120", name="name_length"),
    )

    id: Mapped[int] = identity()
    name: Mapped[str]
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    version: Mapped[int] = version_column()


class JourneyStep(Base):
    """One service of a journey."""

    __tablename__ = "journey_steps"
    __table_args__ = (sa.UniqueConstraint("journey_id", "ordinal"),)

    id: Mapped[int] = identity()
    journey_id: Mapped[int] = mapped_column(sa.ForeignKey("journeys.id"))
    ordinal: Mapped[int] = mapped_column(sa.SmallInteger)
    service_id: Mapped[int] = mapped_column(sa.ForeignKey("services.id"))


class TicketStep(Base):
    """One step of a ticket's own journey, as it was planned when the ticket was issued, and the segment it became."""

    __tablename__ = "ticket_steps"
    __table_args__ = (sa.UniqueConstraint("ticket_id", "ordinal"),)

    id: Mapped[int] = identity()
    ticket_id: Mapped[int] = mapped_column(sa.ForeignKey("tickets.id"))
    ordinal: Mapped[int] = mapped_column(sa.SmallInteger)
    service_id: Mapped[int] = mapped_column(sa.ForeignKey("services.id"))
    segment_id: Mapped[int | None] = mapped_column(sa.ForeignKey("segments.id"), unique=True)


class Sitting(Base):
    """Somebody has opened a room on a business date; while it is paused, or after its end, the room calls nobody."""

    __tablename__ = "sittings"
    __table_args__ = (
        sa.CheckConstraint("length(pause_reason) <= 200", name="pause_reason_length"),
        sa.Index("ix_sittings_room_id_business_date", "room_id", "business_date", "id"),
        sa.Index(
            "uq_sittings_room", "room_id", "business_date", unique=True, postgresql_where=sa.text("ended_at IS NULL")
        ),
        sa.Index(
            "uq_sittings_person", "person", "business_date", unique=True, postgresql_where=sa.text("ended_at IS NULL")
        ),
    )

    id: Mapped[int] = identity()
    room_id: Mapped[int] = mapped_column(sa.ForeignKey("rooms.id"))
    business_date: Mapped[dt.date]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    opened_at: Mapped[dt.datetime]
    paused_at: Mapped[dt.datetime | None]
    pause_reason: Mapped[str] = mapped_column(server_default="")
    ended_at: Mapped[dt.datetime | None]


class CounterClosure(Base):
    """A counter closed and its tickets went elsewhere, all in one; undone as one."""

    __tablename__ = "counter_closures"

    id: Mapped[int] = identity()
    room_id: Mapped[int] = mapped_column(sa.ForeignKey("rooms.id"))
    business_date: Mapped[dt.date]
    to_service_id: Mapped[int | None] = mapped_column(sa.ForeignKey("services.id"))
    closed_at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    undone_at: Mapped[dt.datetime | None]


class ClosureMove(Base):
    """What a closing counter did to one ticket: the change that it wrote, and how it stood afterwards."""

    __tablename__ = "closure_moves"
    __table_args__ = (sa.UniqueConstraint("closure_id", "segment_id"),)

    id: Mapped[int] = identity()
    closure_id: Mapped[int] = mapped_column(sa.ForeignKey("counter_closures.id"))
    segment_id: Mapped[int] = mapped_column(sa.ForeignKey("segments.id"))
    change_id: Mapped[int] = mapped_column(sa.ForeignKey("segment_changes.id"))


class ServicePace(Base):
    """How long one call keeps a counter, measured over the last two weeks; hour -1 stands for the whole day."""

    __tablename__ = "service_paces"

    service_id: Mapped[int] = mapped_column(sa.ForeignKey("services.id"), primary_key=True)
    hour: Mapped[int] = mapped_column(sa.SmallInteger, primary_key=True, autoincrement=False)
    calls: Mapped[int] = mapped_column(sa.Integer)
    median_seconds: Mapped[float] = mapped_column(sa.Double)
    spread_seconds: Mapped[float] = mapped_column(sa.Double)
    measured_at: Mapped[dt.datetime]


class TicketEstimate(Base):
    """The wait that was expected when a ticket joined a line, and the range that eight of ten should keep to."""

    __tablename__ = "ticket_estimates"
    __table_args__ = (sa.Index("ix_ticket_estimates_business_date", "business_date"),)

    segment_id: Mapped[int] = mapped_column(sa.ForeignKey("segments.id"), primary_key=True, autoincrement=False)
    service_id: Mapped[int] = mapped_column(sa.ForeignKey("services.id"))
    business_date: Mapped[dt.date]
    ahead: Mapped[int] = mapped_column(sa.Integer)
    counters: Mapped[float] = mapped_column(sa.Double)
    seconds: Mapped[int] = mapped_column(sa.Integer)
    low_seconds: Mapped[int] = mapped_column(sa.Integer)
    high_seconds: Mapped[int] = mapped_column(sa.Integer)
