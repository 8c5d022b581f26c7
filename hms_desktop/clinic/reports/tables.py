"""Reports that are ordered and made by themselves, and the figures of days that are over."""

import datetime as dt
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.organisation.tables import Room, Service
from hms_desktop.clinic.records.tables import Base, identity, version_column
from hms_desktop.clinic.reports import rules


def _one_of(column: str, words: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(word) for word in words)})"


class ReportSchedule(Base):
    """A report that a manager ordered for every day, week or month.

    `on_day` is the ISO weekday or the day of the month, 0 for every day; `at_time` the time of the wall clock.
    `parameters` hold a period relative to the day it is due, such as yesterday, and what else narrows the report.
    `folder` is a name below the worker's folder of reports.
    """

    __tablename__ = "report_schedules"
    __table_args__ = (
        sa.CheckConstraint(_one_of("report", rules.REPORTS), name="report"),
        sa.CheckConstraint(_one_of("format", rules.FORMATS), name="format"),
        sa.CheckConstraint(_one_of("every", rules.EVERY), name="every"),
        sa.CheckConstraint(
            "CASE every WHEN 'day' THEN on_day = 0 WHEN 'week' THEN on_day BETWEEN 1 AND 7 "
            "ELSE on_day BETWEEN 1 AND 28 END",
            name="on_day",
        ),
        sa.CheckConstraint("cardinality(recipients) = 0 OR report <> 'controlled'", name="names_patients"),
        sa.CheckConstraint("language ~ '^[a-z]{2}$'", name="language"),
    )

    id: Mapped[int] = identity()
    title: Mapped[str]
    report: Mapped[str]
    parameters: Mapped[dict[str, Any]] = mapped_column(pg.JSONB, server_default=sa.text("'{}'"))
    format: Mapped[str]
    language: Mapped[str] = mapped_column(server_default=sa.text("'en'"))
    every: Mapped[str]
    on_day: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text("0"))
    at_time: Mapped[dt.time]
    folder: Mapped[str] = mapped_column(server_default=sa.text("''"))
    recipients: Mapped[list[str]] = mapped_column(server_default=sa.text("'{}'"))
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    ordered_by: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    ordered_at: Mapped[dt.datetime]
    version: Mapped[int] = version_column()


class ReportRun(Base):
    """One time that an ordered report was made, once for each date it was due on; `code` says why it failed."""

    __tablename__ = "report_runs"
    __table_args__ = (
        sa.UniqueConstraint("schedule_id", "due_on"),
        sa.CheckConstraint(_one_of("state", ("running", "done", "failed")), name="state"),
        sa.CheckConstraint("(state = 'running') = (ended_at IS NULL)", name="ended"),
        sa.CheckConstraint("(state = 'failed') = (code <> '')", name="code"),
    )

    id: Mapped[int] = identity()
    schedule_id: Mapped[int] = mapped_column(sa.ForeignKey(ReportSchedule.id))
    due_on: Mapped[dt.date]
    attempt: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text("1"))
    state: Mapped[str] = mapped_column(server_default=sa.text("'running'"))
    begun_at: Mapped[dt.datetime]
    ended_at: Mapped[dt.datetime | None]
    rows_made: Mapped[int] = mapped_column(server_default=sa.text("0"))
    files: Mapped[list[str]] = mapped_column(server_default=sa.text("'{}'"))
    code: Mapped[str] = mapped_column(server_default=sa.text("''"))


class KeptDay(Base):
    """A business date that is over and whose figures are kept."""

    __tablename__ = "kept_days"

    business_date: Mapped[dt.date] = mapped_column(primary_key=True)
    kept_at: Mapped[dt.datetime]


class LineDay(Base):
    """How many lines of one day were joined at a service in an hour, waited so many whole minutes, and ended so.

    `minute` is -1 for who was never called; `waited` their seconds together, `longest` the longest of them.
    """

    __tablename__ = "line_days"

    business_date: Mapped[dt.date] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(sa.ForeignKey(Service.id), primary_key=True)
    hour: Mapped[int] = mapped_column(sa.SmallInteger, primary_key=True)
    minute: Mapped[int] = mapped_column(sa.Integer, primary_key=True)
    state: Mapped[str] = mapped_column(primary_key=True)
    lines: Mapped[int]
    waited: Mapped[float] = mapped_column(sa.Double)
    longest: Mapped[float] = mapped_column(sa.Double)


class TicketDay(Base):
    """How many tickets that a service gave on one day waited so many whole minutes in all their lines together.

    `minute` is -1 for who was never called. `visit` are the seconds from arriving to the end, of `visits` tickets.
    """

    __tablename__ = "ticket_days"

    business_date: Mapped[dt.date] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(sa.ForeignKey(Service.id), primary_key=True)
    minute: Mapped[int] = mapped_column(sa.Integer, primary_key=True)
    tickets: Mapped[int]
    lines: Mapped[int]
    waited: Mapped[float] = mapped_column(sa.Double)
    longest: Mapped[float] = mapped_column(sa.Double)
    visit: Mapped[float] = mapped_column(sa.Double)
    visits: Mapped[int]


class CounterDay(Base):
    """How many tickets of a service a counter called on one day, and how they ended.

    `busy` are the seconds from the call to the end of those that were served or sent on.
    """

    __tablename__ = "counter_days"

    business_date: Mapped[dt.date] = mapped_column(primary_key=True)
    service_id: Mapped[int] = mapped_column(sa.ForeignKey(Service.id), primary_key=True)
    room_id: Mapped[int] = mapped_column(sa.ForeignKey(Room.id), primary_key=True)
    called: Mapped[int]
    served: Mapped[int]
    sent_on: Mapped[int]
    no_shows: Mapped[int]
    busy: Mapped[float] = mapped_column(sa.Double)


class ActivityDay(Base):
    """How many entries of the audit trail a person made on one day in one part of the house, the first and the last.

    It stays when the trail of that month is taken away.
    """

    __tablename__ = "activity_days"

    business_date: Mapped[dt.date] = mapped_column(primary_key=True)
    person: Mapped[str] = mapped_column(primary_key=True)
    part: Mapped[str] = mapped_column(primary_key=True)
    entries: Mapped[int]
    first_at: Mapped[dt.datetime]
    last_at: Mapped[dt.datetime]
