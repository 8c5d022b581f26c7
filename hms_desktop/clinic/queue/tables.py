"""The tables of the queue: tickets, their segments and calls; what the hospital sets about them is in planning.py."""

import datetime as dt
import uuid
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.queue import rules
from hms_desktop.clinic.records.tables import Base, identity, version_column

DEFAULTS = rules.ServiceRules()


def one_of(column: str, allowed: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(str(value)) for value in allowed)})"


def seconds(span: dt.timedelta) -> Any:
    return sa.text(f"interval '{int(span.total_seconds())} seconds'")


WAITING = f"state = '{rules.State.WAITING}'"
AT_THE_ROOM = one_of("state", rules.AT_THE_ROOM)
OPEN = one_of("state", rules.OPEN)


class PriorityClass(Base):
    """How urgent a ticket is: the lower the rank, the sooner; exactly one class is the ordinary one.

    `reason_rule` says whether a reason may, or must be given, or must be one of the list.
    """

    __tablename__ = "priority_classes"
    __table_args__ = (
        sa.CheckConstraint("code ~ '^[a-z_]{1,20}$'", name="code_form"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 60", name="name_length"),
        sa.CheckConstraint(one_of("reason_rule", tuple(rules.ReasonRule)), name="reason_rule_known"),
        sa.Index("uq_priority_classes_ordinary", "ordinary", unique=True, postgresql_where=sa.text("ordinary")),
    )

    id: Mapped[int] = identity()
    code: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    rank: Mapped[int] = mapped_column(sa.SmallInteger, unique=True)
    ordinary: Mapped[bool] = mapped_column(server_default=sa.text("false"))
    reason_rule: Mapped[str] = mapped_column(server_default=rules.ReasonRule.MUST)
    version: Mapped[int] = version_column()


class ServiceRule(Base):
    """The numbers of RULES 5 to 8 for one service; a trigger makes the row with its service.

    `last_ticket_before` closing time the last ticket is given. Who comes back from a test goes behind the next
    `return_behind` who wait, and to the same room where `returns_to_room`. `shows_estimate` puts the estimated wait
    on tickets and screens; `self_service` lets patients take a number by themselves at the entrance.
    """

    __tablename__ = "service_rules"
    __table_args__ = (
        sa.CheckConstraint("appointment_window BETWEEN interval '0' AND interval '4 hours'", name="window_range"),
        sa.CheckConstraint("ageing_after BETWEEN interval '0' AND interval '12 hours'", name="ageing_range"),
        sa.CheckConstraint("priority_run BETWEEN 1 AND 20", name="priority_run_range"),
        sa.CheckConstraint("put_back_behind BETWEEN 0 AND 50", name="put_back_range"),
        sa.CheckConstraint("recall_gap BETWEEN interval '0' AND interval '10 minutes'", name="recall_gap_range"),
        sa.CheckConstraint("most_recalls BETWEEN 0 AND 20", name="most_recalls_range"),
        sa.CheckConstraint("no_show_calls BETWEEN 1 AND 20", name="no_show_calls_range"),
        sa.CheckConstraint("no_show_after BETWEEN interval '0' AND interval '1 hour'", name="no_show_after_range"),
        sa.CheckConstraint("last_ticket_before BETWEEN interval '0' AND interval '12 hours'", name="last_ticket_range"),
        sa.CheckConstraint("return_behind BETWEEN 0 AND 50", name="return_behind_range"),
    )

    id: Mapped[int] = identity()
    service_id: Mapped[int] = mapped_column(sa.ForeignKey("services.id"), unique=True)
    appointment_window: Mapped[dt.timedelta] = mapped_column(server_default=seconds(DEFAULTS.appointment_window))
    ageing_after: Mapped[dt.timedelta] = mapped_column(server_default=seconds(DEFAULTS.ageing_after))
    priority_run: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text(str(DEFAULTS.priority_run)))
    put_back_behind: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text(str(DEFAULTS.put_back_behind)))
    recall_gap: Mapped[dt.timedelta] = mapped_column(server_default=seconds(DEFAULTS.recall_gap))
    most_recalls: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text(str(DEFAULTS.most_recalls)))
    no_show_calls: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text(str(DEFAULTS.no_show_calls)))
    no_show_after: Mapped[dt.timedelta] = mapped_column(server_default=seconds(DEFAULTS.no_show_after))
    last_ticket_before: Mapped[dt.timedelta] = mapped_column(server_default=seconds(DEFAULTS.last_ticket_before))
    return_behind: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text(str(DEFAULTS.return_behind)))
    returns_to_room: Mapped[bool] = mapped_column(server_default=sa.true())
    shows_estimate: Mapped[bool] = mapped_column(server_default=sa.false())
    self_service: Mapped[bool] = mapped_column(server_default=sa.false())
    version: Mapped[int] = version_column()


class ServiceDay(Base):
    """One service's counter of one business date: the last ticket number given (RULES 1)."""

    __tablename__ = "service_days"
    __table_args__ = (sa.CheckConstraint("last_number >= 0", name="last_number_counts"),)

    service_id: Mapped[int] = mapped_column(sa.ForeignKey("services.id"), primary_key=True)
    business_date: Mapped[dt.date] = mapped_column(primary_key=True)
    last_number: Mapped[int] = mapped_column(sa.Integer, server_default=sa.text("0"))


class Ticket(Base):
    """What the patient holds: number and issuing service; it never changes.

    One that was taken at the entrance has no patient until a desk has asked who it is.
    """

    __tablename__ = "tickets"
    __table_args__ = (
        sa.UniqueConstraint("service_id", "business_date", "number"),
        sa.CheckConstraint("number > 0", name="number_counts"),
        sa.Index("ix_tickets_patient_id", "patient_id"),
        sa.Index("ix_tickets_business_date_label", "business_date", "label"),
    )

    id: Mapped[int] = identity()
    barcode: Mapped[uuid.UUID] = mapped_column(unique=True, server_default=sa.text("gen_random_uuid()"))
    service_id: Mapped[int] = mapped_column(sa.ForeignKey("services.id"))
    business_date: Mapped[dt.date]
    number: Mapped[int] = mapped_column(sa.Integer)
    label: Mapped[str]
    patient_id: Mapped[int | None] = mapped_column(sa.ForeignKey("patients.id"))
    arrived_at: Mapped[dt.datetime]
    journey_id: Mapped[int | None] = mapped_column(sa.ForeignKey("journeys.id"))


class Segment(Base):
    """One service's part of a ticket's way: state, place in the line, and times.

    `class_rank` is the ticket's own class, `rank` the one it waits in (a ticket that was put back may wait
    in a later one). `arrived_at` is the ticket's arrival, `entered_at` when this line was joined. `calls` and
    `called_at` count from the last time the ticket left the line. When a segment with `return_to` is finished, the
    ticket comes back to the service of that one; the segment that it then joins names where it was as `back_from`,
    and only the room `only_room_id` calls it next where there is one.
    """

    __tablename__ = "segments"
    __table_args__ = (
        sa.ForeignKeyConstraint(
            ["service_id", "business_date"], ["service_days.service_id", "service_days.business_date"]
        ),
        sa.UniqueConstraint("ticket_id", "ordinal"),
        sa.CheckConstraint(one_of("state", tuple(rules.State)), name="state_known"),
        sa.CheckConstraint("rank >= class_rank", name="rank_not_before_class"),
        sa.CheckConstraint("length(reason) <= 200", name="reason_length"),
        sa.CheckConstraint(f"({AT_THE_ROOM}) <= (room_id IS NOT NULL)", name="called_to_a_room"),
        sa.CheckConstraint(f"({OPEN}) = (closed_at IS NULL)", name="closed_has_time"),
        sa.Index(
            "uq_segments_open",
            "patient_id",
            "service_id",
            "business_date",
            unique=True,
            postgresql_where=sa.text(OPEN),
        ),
        sa.Index(
            "uq_segments_at_the_room",
            "room_id",
            "business_date",
            unique=True,
            postgresql_where=sa.text(AT_THE_ROOM),
        ),
        sa.Index(
            "ix_segments_waiting",
            "service_id",
            "business_date",
            "rank",
            "place",
            "id",
            postgresql_where=sa.text(WAITING),
        ),
        sa.Index(
            "ix_segments_due",
            "service_id",
            "business_date",
            "due_at",
            postgresql_where=sa.text(f"{WAITING} AND due_at IS NOT NULL"),
        ),
        sa.Index("ix_segments_service_id_business_date", "service_id", "business_date"),
        sa.Index("ix_segments_room_id_business_date", "room_id", "business_date"),
        sa.Index("ix_segments_open_date", "business_date", postgresql_where=sa.text(OPEN)),
        sa.Index("ix_segments_patient_id", "patient_id"),
    )

    id: Mapped[int] = identity()
    ticket_id: Mapped[int] = mapped_column(sa.ForeignKey("tickets.id"))
    ordinal: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text("1"))
    service_id: Mapped[int]
    business_date: Mapped[dt.date]
    patient_id: Mapped[int | None] = mapped_column(sa.ForeignKey("patients.id"))
    state: Mapped[str] = mapped_column(server_default=rules.State.WAITING)
    class_rank: Mapped[int] = mapped_column(sa.SmallInteger, sa.ForeignKey("priority_classes.rank"))
    rank: Mapped[int] = mapped_column(sa.SmallInteger)
    reason: Mapped[str] = mapped_column(server_default="")
    place: Mapped[dt.datetime]
    put_back_at: Mapped[dt.datetime | None]
    arrived_at: Mapped[dt.datetime]
    due_at: Mapped[dt.datetime | None]
    entered_at: Mapped[dt.datetime]
    room_id: Mapped[int | None] = mapped_column(sa.ForeignKey("rooms.id"))
    calls: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text("0"))
    called_at: Mapped[dt.datetime | None]
    last_called_at: Mapped[dt.datetime | None]
    serving_at: Mapped[dt.datetime | None]
    closed_at: Mapped[dt.datetime | None]
    return_to: Mapped[int | None] = mapped_column(sa.ForeignKey("segments.id"))
    back_from: Mapped[int | None] = mapped_column(sa.ForeignKey("segments.id"))
    only_room_id: Mapped[int | None] = mapped_column(sa.ForeignKey("rooms.id"))
    version: Mapped[int] = version_column()


class SegmentTransition(Base):
    """Which state may follow which; filled by guards.sql, asked by the trigger on segments (RULES 4)."""

    __tablename__ = "segment_transitions"

    from_state: Mapped[str] = mapped_column(primary_key=True)
    to_state: Mapped[str] = mapped_column(primary_key=True)


class QueueCall(Base):
    """One call as it went out; append-only: an undone call is followed by a withdrawal that names it."""

    __tablename__ = "queue_calls"
    __table_args__ = (
        sa.CheckConstraint(one_of("kind", ("call", "recall", "withdrawn")), name="kind_known"),
        sa.CheckConstraint("(kind = 'withdrawn') = (withdraws IS NOT NULL)", name="withdrawal_names_a_call"),
        sa.Index(
            "ix_queue_calls_of_service",
            "service_id",
            "business_date",
            "id",
            postgresql_where=sa.text("kind = 'call'"),
        ),
        sa.Index(
            "ix_queue_calls_of_room",
            "room_id",
            "business_date",
            "id",
            postgresql_where=sa.text("kind = 'call'"),
        ),
        sa.Index(
            "uq_queue_calls_withdraws",
            "withdraws",
            unique=True,
            postgresql_where=sa.text("withdraws IS NOT NULL"),
        ),
        sa.Index("ix_queue_calls_segment_id", "segment_id"),
        sa.Index("ix_queue_calls_called_at", "called_at"),
    )

    id: Mapped[int] = identity()
    segment_id: Mapped[int] = mapped_column(sa.ForeignKey("segments.id"))
    ticket_id: Mapped[int]
    service_id: Mapped[int]
    room_id: Mapped[int] = mapped_column(sa.ForeignKey("rooms.id"))
    business_date: Mapped[dt.date]
    kind: Mapped[str]
    ordinary: Mapped[bool]
    withdraws: Mapped[int | None] = mapped_column(sa.ForeignKey("queue_calls.id"))
    called_at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))


class SegmentChange(Base):
    """What was done to a segment and how it stood before, so that it can be undone; append-only."""

    __tablename__ = "segment_changes"
    __table_args__ = (sa.Index("ix_segment_changes_segment_id", "segment_id", "id"),)

    id: Mapped[int] = identity()
    segment_id: Mapped[int] = mapped_column(sa.ForeignKey("segments.id"))
    verb: Mapped[str]
    prior: Mapped[dict[str, Any] | None]
    next_segment_id: Mapped[int | None] = mapped_column(sa.ForeignKey("segments.id"))
    note: Mapped[str] = mapped_column(server_default="")
    changed_at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
