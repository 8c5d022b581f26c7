"""The tables of work that goes on by itself: what is done when, what came of it, who does it, and how messages go."""

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.jobs.rules import OUTCOMES
from hms_desktop.clinic.records.tables import Base, identity, version_column

QUEUE_SCHEMA = "procrastinate"
"""The queue's own tables, which the migration makes as the pinned package brings them."""


class JobTask(Base):
    """What the worker can do, with its priority and how often it is tried; filled by guards.sql from `rules.TASKS`."""

    __tablename__ = "job_tasks"

    task: Mapped[str] = mapped_column(primary_key=True)
    priority: Mapped[int] = mapped_column(sa.Integer)
    attempts: Mapped[int] = mapped_column(sa.Integer)


class JobSchedule(Base):
    """When a task is done by itself: every so many minutes, or at a time of the hospital's clock on some weekdays.

    `weekdays` are ISO (1 is Monday); none means every day.
    """

    __tablename__ = "job_schedules"
    __table_args__ = (
        sa.CheckConstraint("(every_minutes IS NULL) <> (at_time IS NULL)", name="one_way"),
        sa.CheckConstraint("every_minutes BETWEEN 1 AND 1440", name="every_range"),
        sa.CheckConstraint("weekdays <@ '{1,2,3,4,5,6,7}'", name="weekdays"),
    )

    id: Mapped[int] = identity()
    task: Mapped[str] = mapped_column(unique=True)
    every_minutes: Mapped[int | None] = mapped_column(sa.Integer)
    at_time: Mapped[dt.time | None]
    weekdays: Mapped[list[int]] = mapped_column(pg.ARRAY(sa.SmallInteger), server_default=sa.text("'{}'"))
    paused: Mapped[bool] = mapped_column(server_default=sa.text("false"))
    version: Mapped[int] = version_column()


class JobTurn(Base):
    """When the task of a schedule comes next; moved on by the worker that puts it into the queue."""

    __tablename__ = "job_turns"

    schedule_id: Mapped[int] = mapped_column(sa.ForeignKey("job_schedules.id"), primary_key=True, autoincrement=False)
    next_at: Mapped[dt.datetime]


class JobWish(Base):
    """A job that somebody asked for; the worker puts it into the queue and writes down as which job."""

    __tablename__ = "job_wishes"
    __table_args__ = (sa.Index("ix_job_wishes_open", "id", postgresql_where=sa.text("job_id IS NULL")),)

    id: Mapped[int] = identity()
    task: Mapped[str]
    arguments: Mapped[dict[str, Any]] = mapped_column(server_default=sa.text("'{}'"))
    wished_at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    job_id: Mapped[int | None]


class JobRun(Base):
    """One attempt at one job: by which worker, from when to when, and what came of it in figures or one sentence."""

    __tablename__ = "job_runs"
    __table_args__ = (
        sa.CheckConstraint(f"outcome IN ({', '.join(map(repr, OUTCOMES))})", name="outcome_known"),
        sa.CheckConstraint("length(sentence) <= 300 AND length(code) <= 80", name="sentence_length"),
        sa.Index("ix_job_runs_task", "task", "id"),
        sa.Index("ix_job_runs_job_id", "job_id", "id"),
        sa.Index("ix_job_runs_ended_at", "ended_at"),
    )

    id: Mapped[int] = identity()
    job_id: Mapped[int]
    task: Mapped[str]
    attempt: Mapped[int] = mapped_column(sa.Integer)
    worker: Mapped[str]
    began_at: Mapped[dt.datetime]
    ended_at: Mapped[dt.datetime | None]
    outcome: Mapped[str] = mapped_column(server_default=sa.text("'under_way'"))
    code: Mapped[str] = mapped_column(server_default=sa.text("''"))
    sentence: Mapped[str] = mapped_column(server_default=sa.text("''"))
    figures: Mapped[dict[str, Any]] = mapped_column(server_default=sa.text("'{}'"))


class Worker(Base):
    """A worker's sign of life; one that ended by itself says when."""

    __tablename__ = "workers"

    name: Mapped[str] = mapped_column(primary_key=True)
    version: Mapped[str]
    started_at: Mapped[dt.datetime]
    seen_at: Mapped[dt.datetime]
    ended_at: Mapped[dt.datetime | None]


class MessageRules(Base):
    """How messages go in this hospital: the quiet hours of its own clock, the most a minute, and who gets notices."""

    __tablename__ = "message_rules"
    __table_args__ = (
        sa.CheckConstraint("id = 1", name="single"),
        sa.CheckConstraint("(quiet_from IS NULL) = (quiet_until IS NULL)", name="quiet_whole"),
        sa.CheckConstraint("most_a_minute BETWEEN 1 AND 6000", name="rate_range"),
        sa.CheckConstraint("cardinality(notices_to) <= 20", name="notices_to_count"),
    )

    id: Mapped[int] = mapped_column(
        sa.SmallInteger(), primary_key=True, server_default=sa.text("1"), autoincrement=False
    )
    quiet_from: Mapped[dt.time | None]
    quiet_until: Mapped[dt.time | None]
    most_a_minute: Mapped[int] = mapped_column(sa.Integer, server_default=sa.text("30"))
    notices_to: Mapped[list[str]] = mapped_column(server_default=sa.text("'{}'"))
    version: Mapped[int] = version_column()
