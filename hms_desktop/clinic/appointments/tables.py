"""The tables of booking: clinics and their sessions, exceptions, appointments, who waits, and what is to be sent."""

import datetime as dt
import uuid
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects import postgresql as pg
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.appointments import rules
from hms_desktop.clinic.records.tables import Base, identity, version_column


def _one_of(column: str, allowed: tuple[str, ...]) -> str:
    return f"{column} IN ({', '.join(repr(str(value)) for value in allowed)})"


LIVE = _one_of("state", rules.LIVE)
HELD = f"state = '{rules.State.HELD}'"
_SLOT = "slot_minutes BETWEEN 5 AND 480"
_PLACES = "capacity BETWEEN 1 AND 100 AND overbook BETWEEN 0 AND 100"
_WEEKDAYS = "weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[]"


class BookingRule(Base):
    """The hospital's numbers for booking: one row.

    Sessions are kept ready up to `opened_until`, `horizon_days` ahead. A slot that becomes free at least
    `offer_notice` ahead is held for somebody of the waiting list for `offer_hold`.
    """

    __tablename__ = "booking_rules"
    __table_args__ = (
        sa.CheckConstraint("id = 1", name="single"),
        sa.CheckConstraint("horizon_days BETWEEN 7 AND 1100", name="horizon_range"),
        sa.CheckConstraint("offer_hold BETWEEN interval '1 minute' AND interval '7 days'", name="hold_range"),
        sa.CheckConstraint("offer_notice BETWEEN interval '0' AND interval '30 days'", name="notice_range"),
        sa.CheckConstraint("reminder_before BETWEEN interval '10 minutes' AND interval '30 days'", name="before_range"),
        sa.CheckConstraint(_one_of("reminders", tuple(rules.REMINDER_MODES)), name="reminders_known"),
    )

    id: Mapped[int] = mapped_column(
        sa.SmallInteger(), primary_key=True, autoincrement=False, server_default=sa.text("1")
    )
    horizon_days: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text("400"))
    offer_hold: Mapped[dt.timedelta] = mapped_column(server_default=sa.text("interval '1 hour'"))
    offer_notice: Mapped[dt.timedelta] = mapped_column(server_default=sa.text("interval '2 hours'"))
    reminders: Mapped[str] = mapped_column(server_default=sa.text("'consent'"))
    reminder_before: Mapped[dt.timedelta] = mapped_column(server_default=sa.text("interval '1 day'"))
    version: Mapped[int] = version_column()


class OpenedUntil(Base):
    """Until which date dated sessions were made: one row, locked by whoever makes more."""

    __tablename__ = "sessions_opened"
    __table_args__ = (sa.CheckConstraint("id = 1", name="single"),)

    id: Mapped[int] = mapped_column(
        sa.SmallInteger(), primary_key=True, autoincrement=False, server_default=sa.text("1")
    )
    until: Mapped[dt.date]


class Holiday(Base):
    """A date on which clinics are closed, unless a clinic works on holidays."""

    __tablename__ = "holidays"
    __table_args__ = (
        sa.UniqueConstraint("on_date"),
        sa.CheckConstraint(f"length(name) BETWEEN 1 AND {rules.NAME_LENGTH}", name="name_length"),
    )

    id: Mapped[int] = identity()
    on_date: Mapped[dt.date]
    name: Mapped[str]


class Clinic(Base):
    """Where appointments are given: a service of a department, with its usual room and doctor where it has one."""

    __tablename__ = "clinics"
    __table_args__ = (
        sa.UniqueConstraint("name"),
        sa.CheckConstraint(f"length(name) BETWEEN 1 AND {rules.NAME_LENGTH}", name="name_length"),
    )

    id: Mapped[int] = identity()
    name: Mapped[str]
    service_id: Mapped[int] = mapped_column(sa.ForeignKey("services.id"), index=True)
    department_id: Mapped[int] = mapped_column(sa.ForeignKey("departments.id"), index=True)
    room_id: Mapped[int | None] = mapped_column(sa.ForeignKey("rooms.id"))
    doctor_id: Mapped[int | None] = mapped_column(sa.ForeignKey("people.id"))
    holidays_apply: Mapped[bool] = mapped_column(server_default=sa.true())
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    version: Mapped[int] = version_column()


class WeeklySession(Base):
    """A clinic's usual hours on one weekday (1 is Monday), by the clock on the wall; several a day are allowed.

    `capacity` is the places of each slot, `overbook` how many more may be squeezed into one whole session.
    """

    __tablename__ = "weekly_sessions"
    __table_args__ = (
        sa.CheckConstraint("weekday BETWEEN 1 AND 7", name="weekday_range"),
        sa.CheckConstraint("ends > starts", name="ends_later"),
        sa.CheckConstraint(_SLOT, name="slot_range"),
        sa.CheckConstraint(_PLACES, name="places_range"),
        sa.CheckConstraint("valid_until >= valid_from", name="valid_forwards"),
        sa.Index("ix_weekly_sessions_clinic_id", "clinic_id"),
    )

    id: Mapped[int] = identity()
    clinic_id: Mapped[int] = mapped_column(sa.ForeignKey("clinics.id"))
    weekday: Mapped[int] = mapped_column(sa.SmallInteger)
    starts: Mapped[dt.time]
    ends: Mapped[dt.time]
    slot_minutes: Mapped[int] = mapped_column(sa.SmallInteger)
    capacity: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text("1"))
    overbook: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text("0"))
    valid_from: Mapped[dt.date]
    valid_until: Mapped[dt.date | None]
    room_id: Mapped[int | None] = mapped_column(sa.ForeignKey("rooms.id"))
    doctor_id: Mapped[int | None] = mapped_column(sa.ForeignKey("people.id"))
    removed: Mapped[bool] = mapped_column(server_default=sa.false())
    version: Mapped[int] = version_column()


class ClinicException(Base):
    """What is different at a clinic on one date: closed, other hours, or an extra session.

    It means the one weekly session that it names, else all of the date; what it leaves empty stays as usual.
    """

    __tablename__ = "clinic_exceptions"
    __table_args__ = (
        sa.CheckConstraint(_one_of("kind", tuple(rules.EXCEPTION_KINDS)), name="kind_known"),
        sa.CheckConstraint("kind <> 'extra' OR weekly_session_id IS NULL", name="extra_stands_alone"),
        sa.CheckConstraint(
            "kind <> 'extra' OR (starts, ends, slot_minutes, capacity, overbook) IS NOT NULL", name="extra_is_whole"
        ),
        sa.CheckConstraint("ends > starts", name="ends_later"),
        sa.CheckConstraint(_SLOT, name="slot_range"),
        sa.CheckConstraint(_PLACES, name="places_range"),
        sa.CheckConstraint(f"length(reason) <= {rules.REASON_LENGTH}", name="reason_length"),
        sa.Index("ix_clinic_exceptions_clinic_id_on_date", "clinic_id", "on_date"),
    )

    id: Mapped[int] = identity()
    clinic_id: Mapped[int] = mapped_column(sa.ForeignKey("clinics.id"))
    on_date: Mapped[dt.date]
    kind: Mapped[str]
    weekly_session_id: Mapped[int | None] = mapped_column(sa.ForeignKey("weekly_sessions.id"))
    starts: Mapped[dt.time | None]
    ends: Mapped[dt.time | None]
    slot_minutes: Mapped[int | None] = mapped_column(sa.SmallInteger)
    capacity: Mapped[int | None] = mapped_column(sa.SmallInteger)
    overbook: Mapped[int | None] = mapped_column(sa.SmallInteger)
    room_id: Mapped[int | None] = mapped_column(sa.ForeignKey("rooms.id"))
    doctor_id: Mapped[int | None] = mapped_column(sa.ForeignKey("people.id"))
    reason: Mapped[str] = mapped_column(server_default=sa.text("''"))
    removed: Mapped[bool] = mapped_column(server_default=sa.false())
    version: Mapped[int] = version_column()


class ClinicSession(Base):
    """One dated session of a clinic, made from its weekly session or from an extra one; never typed by anyone.

    Whoever books locks the row. `taken` and `overbooked` are kept by trigger: taken places of all slots, and how many
    appointments sit above the capacity. A closed one is kept because appointments refer to it; `altered` are its hours
    since somebody was booked, so that who lost their time is found without reading every appointment.
    """

    __tablename__ = "sessions"
    __table_args__ = (
        sa.UniqueConstraint("weekly_session_id", "on_date"),
        sa.UniqueConstraint("exception_id"),
        sa.CheckConstraint("num_nonnulls(weekly_session_id, exception_id) = 1", name="made_from_one"),
        sa.CheckConstraint("ends_at > starts_at", name="ends_later"),
        sa.CheckConstraint("taken >= 0 AND overbooked >= 0", name="counts"),
        sa.Index("ix_sessions_clinic_id_on_date", "clinic_id", "on_date"),
        sa.Index("ix_sessions_doctor_id_on_date", "doctor_id", "on_date"),
        sa.Index("ix_sessions_on_date", "on_date"),
        sa.Index("ix_sessions_altered", "on_date", postgresql_where=sa.text("altered OR NOT open")),
        sa.Index(
            "ix_sessions_with_places",
            "service_id",
            "on_date",
            postgresql_where=sa.text("open AND taken < places"),
        ),
        {"postgresql_with": {"fillfactor": "80"}},
    )

    id: Mapped[int] = identity()
    clinic_id: Mapped[int] = mapped_column(sa.ForeignKey("clinics.id"))
    service_id: Mapped[int] = mapped_column(sa.ForeignKey("services.id"))
    weekly_session_id: Mapped[int | None] = mapped_column(sa.ForeignKey("weekly_sessions.id"))
    exception_id: Mapped[int | None] = mapped_column(sa.ForeignKey("clinic_exceptions.id"))
    on_date: Mapped[dt.date]
    starts_at: Mapped[dt.datetime]
    ends_at: Mapped[dt.datetime]
    slot_minutes: Mapped[int] = mapped_column(sa.SmallInteger)
    capacity: Mapped[int] = mapped_column(sa.SmallInteger)
    overbook: Mapped[int] = mapped_column(sa.SmallInteger)
    room_id: Mapped[int | None] = mapped_column(sa.ForeignKey("rooms.id"))
    doctor_id: Mapped[int | None] = mapped_column(sa.ForeignKey("people.id"))
    open: Mapped[bool] = mapped_column(server_default=sa.true())
    altered: Mapped[bool] = mapped_column(server_default=sa.false())
    note: Mapped[str] = mapped_column(server_default=sa.text("''"))
    places: Mapped[int] = mapped_column(
        sa.Integer,
        sa.Computed(
            "floor(extract(epoch FROM ends_at - starts_at) / (60 * slot_minutes))::integer * capacity", persisted=True
        ),
    )
    taken: Mapped[int] = mapped_column(sa.Integer, server_default=sa.text("0"))
    overbooked: Mapped[int] = mapped_column(sa.Integer, server_default=sa.text("0"))


class OverbookGrant(Base):
    """Who may book above the capacity: a duty or one person, at every clinic or at one."""

    __tablename__ = "overbook_grants"
    __table_args__ = (
        sa.CheckConstraint("num_nonnulls(duty, person_id) = 1", name="to_whom"),
        sa.UniqueConstraint("duty", "person_id", "clinic_id", postgresql_nulls_not_distinct=True),
    )

    id: Mapped[int] = identity()
    duty: Mapped[str | None]
    person_id: Mapped[int | None] = mapped_column(sa.ForeignKey("people.id"))
    clinic_id: Mapped[int | None] = mapped_column(sa.ForeignKey("clinics.id"))


class AppointmentSeries(Base):
    """A course of visits that was booked in one go."""

    __tablename__ = "appointment_series"
    __table_args__ = (sa.Index("ix_appointment_series_patient_id", "patient_id"),)

    id: Mapped[int] = identity()
    patient_id: Mapped[int] = mapped_column(sa.ForeignKey("patients.id"))
    clinic_id: Mapped[int] = mapped_column(sa.ForeignKey("clinics.id"))
    booked_at: Mapped[dt.datetime]
    booked_by: Mapped[str] = mapped_column(server_default=sa.text("session_user"))


class WaitingListEntry(Base):
    """Somebody who would come sooner or at other times: what fits, and since when they wait.

    Weekdays are ISO numbers, none meaning every day; the times are the clock's on the wall.
    """

    __tablename__ = "waiting_list"
    __table_args__ = (
        sa.CheckConstraint(_one_of("state", ("waiting", "offered", "booked", "withdrawn")), name="state_known"),
        sa.CheckConstraint(_WEEKDAYS, name="weekdays_known"),
        sa.CheckConstraint("slots BETWEEN 1 AND 16", name="slots_range"),
        sa.CheckConstraint("latest > earliest", name="latest_later"),
        sa.CheckConstraint("until_date >= from_date", name="until_later"),
        sa.CheckConstraint(f"length(note) <= {rules.REASON_LENGTH}", name="note_length"),
        sa.Index(
            "ix_waiting_list_waiting",
            "service_id",
            "id",
            postgresql_where=sa.text("state IN ('waiting', 'offered')"),
        ),
        sa.Index("ix_waiting_list_patient_id", "patient_id"),
    )

    id: Mapped[int] = identity()
    patient_id: Mapped[int] = mapped_column(sa.ForeignKey("patients.id"))
    service_id: Mapped[int] = mapped_column(sa.ForeignKey("services.id"))
    clinic_id: Mapped[int | None] = mapped_column(sa.ForeignKey("clinics.id"))
    doctor_id: Mapped[int | None] = mapped_column(sa.ForeignKey("people.id"))
    from_date: Mapped[dt.date]
    until_date: Mapped[dt.date | None]
    weekdays: Mapped[list[int]] = mapped_column(pg.ARRAY(sa.SmallInteger), server_default=sa.text("'{}'"))
    earliest: Mapped[dt.time | None]
    latest: Mapped[dt.time | None]
    slots: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text("1"))
    note: Mapped[str] = mapped_column(server_default=sa.text("''"))
    state: Mapped[str] = mapped_column(server_default=sa.text("'waiting'"))
    entered_at: Mapped[dt.datetime]
    entered_by: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    version: Mapped[int] = version_column()


class Appointment(Base):
    """A patient's place in a session: from, until, and the seat among those of the same time.

    `over` is a seat above the capacity. The seat is empty when the place was given up; who was there, or was awaited
    there, keeps it. `code` is what the slip's barcode holds; `number` is what can be typed of it, eight digits that two
    appointments may share.
    """

    __tablename__ = "appointments"
    __table_args__ = (
        sa.CheckConstraint(_one_of("state", tuple(rules.State)), name="state_known"),
        sa.CheckConstraint("ends_at > starts_at", name="ends_later"),
        sa.CheckConstraint("seat > 0", name="seat_counts"),
        sa.CheckConstraint(f"seat IS NOT NULL OR state = '{rules.State.CANCELLED}'", name="seat_kept"),
        sa.CheckConstraint(f"({HELD}) = (held_until IS NOT NULL)", name="held_for_a_while"),
        sa.CheckConstraint(f"(state = '{rules.State.CANCELLED}') = (cancelled <> '')", name="cancelled_why"),
        sa.CheckConstraint(f"length(reason) <= {rules.REASON_LENGTH}", name="reason_length"),
        sa.CheckConstraint(f"length(cancel_note) <= {rules.REASON_LENGTH}", name="cancel_note_length"),
        pg.ExcludeConstraint(
            ("session_id", "="),
            ("seat", "="),
            (sa.text("tstzrange(starts_at, ends_at)"), "&&"),
            where=sa.text("seat IS NOT NULL"),
            using="gist",
            name="appointments_one_to_a_seat",
        ),
        pg.ExcludeConstraint(
            ("patient_id", "="),
            (sa.text("tstzrange(starts_at, ends_at)"), "&&"),
            where=sa.text(LIVE),
            using="gist",
            name="appointments_one_at_a_time",
        ),
        sa.Index("ix_appointments_session_id", "session_id", "starts_at"),
        sa.Index("ix_appointments_starts_at", "starts_at", "id"),
        sa.Index("ix_appointments_number", "number"),
        sa.Index("ix_appointments_patient_id", "patient_id", "starts_at"),
        sa.Index("ix_appointments_ticket_id", "ticket_id", postgresql_where=sa.text("ticket_id IS NOT NULL")),
        sa.Index("ix_appointments_series_id", "series_id", postgresql_where=sa.text("series_id IS NOT NULL")),
        sa.Index("ix_appointments_held", "held_until", postgresql_where=sa.text(HELD)),
        sa.Index("uq_appointments_entry_id", "entry_id", unique=True, postgresql_where=sa.text(HELD)),
    )

    id: Mapped[int] = identity()
    code: Mapped[uuid.UUID] = mapped_column(unique=True, server_default=sa.text("gen_random_uuid()"))
    number: Mapped[int] = mapped_column(
        sa.Computed("('x' || substr(code::text, 1, 8))::bit(32)::bigint % 100000000", persisted=True)
    )
    patient_id: Mapped[int] = mapped_column(sa.ForeignKey("patients.id"))
    session_id: Mapped[int] = mapped_column(sa.ForeignKey("sessions.id"))
    starts_at: Mapped[dt.datetime]
    ends_at: Mapped[dt.datetime]
    slots: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text("1"))
    seat: Mapped[int | None] = mapped_column(sa.SmallInteger)
    over: Mapped[bool] = mapped_column(server_default=sa.false())
    state: Mapped[str] = mapped_column(server_default=sa.text("'booked'"))
    reason: Mapped[str] = mapped_column(server_default=sa.text("''"))
    cancelled: Mapped[str] = mapped_column(server_default=sa.text("''"))
    cancel_note: Mapped[str] = mapped_column(server_default=sa.text("''"))
    held_until: Mapped[dt.datetime | None]
    entry_id: Mapped[int | None] = mapped_column(sa.ForeignKey("waiting_list.id"))
    series_id: Mapped[int | None] = mapped_column(sa.ForeignKey("appointment_series.id"))
    ticket_id: Mapped[int | None] = mapped_column(sa.ForeignKey("tickets.id"))
    booked_at: Mapped[dt.datetime]
    booked_by: Mapped[str] = mapped_column(server_default=sa.text("session_user"))
    version: Mapped[int] = version_column()


class AppointmentTransition(Base):
    """Which state may follow which; filled by guards.sql, asked by the trigger on appointments (RULES 21)."""

    __tablename__ = "appointment_transitions"

    from_state: Mapped[str] = mapped_column(primary_key=True)
    to_state: Mapped[str] = mapped_column(primary_key=True)


class AppointmentChange(Base):
    """What was done to an appointment, by whom, and from when to when it was moved; append-only."""

    __tablename__ = "appointment_changes"
    __table_args__ = (sa.Index("ix_appointment_changes_appointment_id", "appointment_id", "id"),)

    id: Mapped[int] = identity()
    appointment_id: Mapped[int] = mapped_column(sa.ForeignKey("appointments.id"))
    verb: Mapped[str]
    from_at: Mapped[dt.datetime | None]
    to_at: Mapped[dt.datetime | None]
    note: Mapped[str] = mapped_column(server_default=sa.text("''"))
    changed_at: Mapped[dt.datetime]
    person: Mapped[str] = mapped_column(server_default=sa.text("session_user"))


class OutboxMessage(Base):
    """A message that is to be sent at a moment, while what it speaks of still stands; a worker sends it.

    `starts_at` is the time that the message tells, so that one of a moved appointment is known for dead. A `notice` is
    for the hospital's own people and speaks of no patient. `key` is the message's own number at the mail server or
    gateway; one whose sending was cut short is `unknown` until somebody decides about it (`decided_by`).
    """

    __tablename__ = "outbox"
    __table_args__ = (
        sa.CheckConstraint(
            _one_of("state", ("due", "sending", "sent", "unknown", "failed", "cancelled")), name="state_known"
        ),
        sa.CheckConstraint(_one_of("kind", ("appointment_reminder", "notice")), name="kind_known"),
        sa.CheckConstraint(_one_of("channel", ("sms", "email")), name="channel_known"),
        sa.CheckConstraint(
            "CASE kind WHEN 'notice' THEN num_nonnulls(patient_id, appointment_id, starts_at) = 0 "
            "ELSE num_nonnulls(patient_id, appointment_id, starts_at) = 3 END",
            name="speaks_of",
        ),
        sa.Index("ix_outbox_unsent", "state", "settled_at", postgresql_where=sa.text("state IN ('unknown', 'failed')")),
        sa.Index("ix_outbox_due", "due_at", "id", postgresql_where=sa.text("state = 'due'")),
        sa.Index("ix_outbox_sending", "id", postgresql_where=sa.text("state = 'sending'")),
        sa.Index("ix_outbox_unknown", "id", postgresql_where=sa.text("state = 'unknown'")),
        sa.Index("ix_outbox_taken_at", "taken_at"),
        sa.Index("ix_outbox_appointment_id", "appointment_id"),
        sa.Index("ix_outbox_patient_id", "patient_id"),
    )

    id: Mapped[int] = identity()
    kind: Mapped[str]
    channel: Mapped[str]
    recipient: Mapped[str]
    language: Mapped[str]
    told: Mapped[dict[str, Any]]
    patient_id: Mapped[int | None] = mapped_column(sa.ForeignKey("patients.id"))
    appointment_id: Mapped[int | None] = mapped_column(sa.ForeignKey("appointments.id"))
    starts_at: Mapped[dt.datetime | None]
    due_at: Mapped[dt.datetime]
    state: Mapped[str] = mapped_column(server_default=sa.text("'due'"))
    attempts: Mapped[int] = mapped_column(sa.SmallInteger, server_default=sa.text("0"))
    written_at: Mapped[dt.datetime]
    taken_at: Mapped[dt.datetime | None]
    settled_at: Mapped[dt.datetime | None]
    note: Mapped[str] = mapped_column(server_default=sa.text("''"))
    key: Mapped[uuid.UUID] = mapped_column(unique=True, server_default=sa.text("gen_random_uuid()"))
    decided_by: Mapped[str | None]
