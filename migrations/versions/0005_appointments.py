"""Appointments: clinics and their sessions, appointments, the waiting list, and what is sent."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    op.create_table(
        "appointment_transitions",
        sa.Column("from_state", sa.Text(), nullable=False),
        sa.Column("to_state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("from_state", "to_state", name=op.f("appointment_transitions_pkey")),
        schema="hms",
    )
    op.create_table(
        "booking_rules",
        sa.Column("id", sa.SmallInteger(), server_default=sa.text("1"), autoincrement=False, nullable=False),
        sa.Column("horizon_days", sa.SmallInteger(), server_default=sa.text("400"), nullable=False),
        sa.Column("offer_hold", sa.Interval(), server_default=sa.text("interval '1 hour'"), nullable=False),
        sa.Column("offer_notice", sa.Interval(), server_default=sa.text("interval '2 hours'"), nullable=False),
        sa.Column("reminders", sa.Text(), server_default=sa.text("'consent'"), nullable=False),
        sa.Column("reminder_before", sa.Interval(), server_default=sa.text("interval '1 day'"), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "offer_hold BETWEEN interval '1 minute' AND interval '7 days'", name=op.f("booking_rules_hold_range_check")
        ),
        sa.CheckConstraint(
            "offer_notice BETWEEN interval '0' AND interval '30 days'", name=op.f("booking_rules_notice_range_check")
        ),
        sa.CheckConstraint(
            "reminder_before BETWEEN interval '10 minutes' AND interval '30 days'",
            name=op.f("booking_rules_before_range_check"),
        ),
        sa.CheckConstraint(
            "reminders IN ('off', 'consent', 'opt_out')", name=op.f("booking_rules_reminders_known_check")
        ),
        sa.CheckConstraint("horizon_days BETWEEN 7 AND 1100", name=op.f("booking_rules_horizon_range_check")),
        sa.CheckConstraint("id = 1", name=op.f("booking_rules_single_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("booking_rules_pkey")),
        schema="hms",
    )
    op.create_table(
        "holidays",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 120", name=op.f("holidays_name_length_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("holidays_pkey")),
        sa.UniqueConstraint("on_date", name=op.f("holidays_on_date_key")),
        schema="hms",
    )
    op.create_table(
        "sessions_opened",
        sa.Column("id", sa.SmallInteger(), server_default=sa.text("1"), autoincrement=False, nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("sessions_opened_single_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("sessions_opened_pkey")),
        schema="hms",
    )
    op.create_table(
        "clinics",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.Column("department_id", sa.BigInteger(), nullable=False),
        sa.Column("room_id", sa.BigInteger(), nullable=True),
        sa.Column("doctor_id", sa.BigInteger(), nullable=True),
        sa.Column("holidays_apply", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 120", name=op.f("clinics_name_length_check")),
        sa.ForeignKeyConstraint(["department_id"], ["hms.departments.id"], name=op.f("clinics_department_id_fkey")),
        sa.ForeignKeyConstraint(["doctor_id"], ["hms.people.id"], name=op.f("clinics_doctor_id_fkey")),
        sa.ForeignKeyConstraint(["room_id"], ["hms.rooms.id"], name=op.f("clinics_room_id_fkey")),
        sa.ForeignKeyConstraint(["service_id"], ["hms.services.id"], name=op.f("clinics_service_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("clinics_pkey")),
        sa.UniqueConstraint("name", name=op.f("clinics_name_key")),
        schema="hms",
    )
    op.create_index(op.f("clinics_department_id_idx"), "clinics", ["department_id"], unique=False, schema="hms")
    op.create_index(op.f("clinics_service_id_idx"), "clinics", ["service_id"], unique=False, schema="hms")
    op.create_table(
        "appointment_series",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("clinic_id", sa.BigInteger(), nullable=False),
        sa.Column("booked_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("booked_by", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.ForeignKeyConstraint(["clinic_id"], ["hms.clinics.id"], name=op.f("appointment_series_clinic_id_fkey")),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("appointment_series_patient_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("appointment_series_pkey")),
        schema="hms",
    )
    op.create_index(
        "ix_appointment_series_patient_id", "appointment_series", ["patient_id"], unique=False, schema="hms"
    )
    op.create_table(
        "overbook_grants",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("duty", sa.Text(), nullable=True),
        sa.Column("person_id", sa.BigInteger(), nullable=True),
        sa.Column("clinic_id", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("num_nonnulls(duty, person_id) = 1", name=op.f("overbook_grants_to_whom_check")),
        sa.ForeignKeyConstraint(["clinic_id"], ["hms.clinics.id"], name=op.f("overbook_grants_clinic_id_fkey")),
        sa.ForeignKeyConstraint(["person_id"], ["hms.people.id"], name=op.f("overbook_grants_person_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("overbook_grants_pkey")),
        sa.UniqueConstraint(
            "duty",
            "person_id",
            "clinic_id",
            name=op.f("overbook_grants_duty_person_id_clinic_id_key"),
            postgresql_nulls_not_distinct=True,
        ),
        schema="hms",
    )
    op.create_table(
        "waiting_list",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.Column("clinic_id", sa.BigInteger(), nullable=True),
        sa.Column("doctor_id", sa.BigInteger(), nullable=True),
        sa.Column("from_date", sa.Date(), nullable=False),
        sa.Column("until_date", sa.Date(), nullable=True),
        sa.Column("weekdays", postgresql.ARRAY(sa.SmallInteger()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("earliest", sa.Time(), nullable=True),
        sa.Column("latest", sa.Time(), nullable=True),
        sa.Column("slots", sa.SmallInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("note", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'waiting'"), nullable=False),
        sa.Column("entered_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("entered_by", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "state IN ('waiting', 'offered', 'booked', 'withdrawn')", name=op.f("waiting_list_state_known_check")
        ),
        sa.CheckConstraint("latest > earliest", name=op.f("waiting_list_latest_later_check")),
        sa.CheckConstraint("length(note) <= 200", name=op.f("waiting_list_note_length_check")),
        sa.CheckConstraint("slots BETWEEN 1 AND 16", name=op.f("waiting_list_slots_range_check")),
        sa.CheckConstraint("until_date >= from_date", name=op.f("waiting_list_until_later_check")),
        sa.CheckConstraint(
            "weekdays <@ ARRAY[1, 2, 3, 4, 5, 6, 7]::smallint[]", name=op.f("waiting_list_weekdays_known_check")
        ),
        sa.ForeignKeyConstraint(["clinic_id"], ["hms.clinics.id"], name=op.f("waiting_list_clinic_id_fkey")),
        sa.ForeignKeyConstraint(["doctor_id"], ["hms.people.id"], name=op.f("waiting_list_doctor_id_fkey")),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("waiting_list_patient_id_fkey")),
        sa.ForeignKeyConstraint(["service_id"], ["hms.services.id"], name=op.f("waiting_list_service_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("waiting_list_pkey")),
        schema="hms",
    )
    op.create_index("ix_waiting_list_patient_id", "waiting_list", ["patient_id"], unique=False, schema="hms")
    op.create_index(
        "ix_waiting_list_waiting",
        "waiting_list",
        ["service_id", "id"],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("state IN ('waiting', 'offered')"),
    )
    op.create_table(
        "weekly_sessions",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("clinic_id", sa.BigInteger(), nullable=False),
        sa.Column("weekday", sa.SmallInteger(), nullable=False),
        sa.Column("starts", sa.Time(), nullable=False),
        sa.Column("ends", sa.Time(), nullable=False),
        sa.Column("slot_minutes", sa.SmallInteger(), nullable=False),
        sa.Column("capacity", sa.SmallInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("overbook", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("room_id", sa.BigInteger(), nullable=True),
        sa.Column("doctor_id", sa.BigInteger(), nullable=True),
        sa.Column("removed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "capacity BETWEEN 1 AND 100 AND overbook BETWEEN 0 AND 100", name=op.f("weekly_sessions_places_range_check")
        ),
        sa.CheckConstraint("ends > starts", name=op.f("weekly_sessions_ends_later_check")),
        sa.CheckConstraint("slot_minutes BETWEEN 5 AND 480", name=op.f("weekly_sessions_slot_range_check")),
        sa.CheckConstraint("valid_until >= valid_from", name=op.f("weekly_sessions_valid_forwards_check")),
        sa.CheckConstraint("weekday BETWEEN 1 AND 7", name=op.f("weekly_sessions_weekday_range_check")),
        sa.ForeignKeyConstraint(["clinic_id"], ["hms.clinics.id"], name=op.f("weekly_sessions_clinic_id_fkey")),
        sa.ForeignKeyConstraint(["doctor_id"], ["hms.people.id"], name=op.f("weekly_sessions_doctor_id_fkey")),
        sa.ForeignKeyConstraint(["room_id"], ["hms.rooms.id"], name=op.f("weekly_sessions_room_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("weekly_sessions_pkey")),
        schema="hms",
    )
    op.create_index("ix_weekly_sessions_clinic_id", "weekly_sessions", ["clinic_id"], unique=False, schema="hms")
    op.create_table(
        "clinic_exceptions",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("clinic_id", sa.BigInteger(), nullable=False),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("weekly_session_id", sa.BigInteger(), nullable=True),
        sa.Column("starts", sa.Time(), nullable=True),
        sa.Column("ends", sa.Time(), nullable=True),
        sa.Column("slot_minutes", sa.SmallInteger(), nullable=True),
        sa.Column("capacity", sa.SmallInteger(), nullable=True),
        sa.Column("overbook", sa.SmallInteger(), nullable=True),
        sa.Column("room_id", sa.BigInteger(), nullable=True),
        sa.Column("doctor_id", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("removed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "kind <> 'extra' OR (starts, ends, slot_minutes, capacity, overbook) IS NOT NULL",
            name=op.f("clinic_exceptions_extra_is_whole_check"),
        ),
        sa.CheckConstraint(
            "kind <> 'extra' OR weekly_session_id IS NULL", name=op.f("clinic_exceptions_extra_stands_alone_check")
        ),
        sa.CheckConstraint("kind IN ('closed', 'extra', 'changed')", name=op.f("clinic_exceptions_kind_known_check")),
        sa.CheckConstraint(
            "capacity BETWEEN 1 AND 100 AND overbook BETWEEN 0 AND 100",
            name=op.f("clinic_exceptions_places_range_check"),
        ),
        sa.CheckConstraint("ends > starts", name=op.f("clinic_exceptions_ends_later_check")),
        sa.CheckConstraint("length(reason) <= 200", name=op.f("clinic_exceptions_reason_length_check")),
        sa.CheckConstraint("slot_minutes BETWEEN 5 AND 480", name=op.f("clinic_exceptions_slot_range_check")),
        sa.ForeignKeyConstraint(["clinic_id"], ["hms.clinics.id"], name=op.f("clinic_exceptions_clinic_id_fkey")),
        sa.ForeignKeyConstraint(["doctor_id"], ["hms.people.id"], name=op.f("clinic_exceptions_doctor_id_fkey")),
        sa.ForeignKeyConstraint(["room_id"], ["hms.rooms.id"], name=op.f("clinic_exceptions_room_id_fkey")),
        sa.ForeignKeyConstraint(
            ["weekly_session_id"], ["hms.weekly_sessions.id"], name=op.f("clinic_exceptions_weekly_session_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("clinic_exceptions_pkey")),
        schema="hms",
    )
    op.create_index(
        "ix_clinic_exceptions_clinic_id_on_date",
        "clinic_exceptions",
        ["clinic_id", "on_date"],
        unique=False,
        schema="hms",
    )
    op.create_table(
        "sessions",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("clinic_id", sa.BigInteger(), nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.Column("weekly_session_id", sa.BigInteger(), nullable=True),
        sa.Column("exception_id", sa.BigInteger(), nullable=True),
        sa.Column("on_date", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("ends_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("slot_minutes", sa.SmallInteger(), nullable=False),
        sa.Column("capacity", sa.SmallInteger(), nullable=False),
        sa.Column("overbook", sa.SmallInteger(), nullable=False),
        sa.Column("room_id", sa.BigInteger(), nullable=True),
        sa.Column("doctor_id", sa.BigInteger(), nullable=True),
        sa.Column("open", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("altered", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("note", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column(
            "places",
            sa.Integer(),
            sa.Computed(
                "floor(extract(epoch FROM ends_at - starts_at) / (60 * slot_minutes))::integer * capacity",
                persisted=True,
            ),
            nullable=False,
        ),
        sa.Column("taken", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.Column("overbooked", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("sessions_ends_later_check")),
        sa.CheckConstraint(
            "num_nonnulls(weekly_session_id, exception_id) = 1", name=op.f("sessions_made_from_one_check")
        ),
        sa.CheckConstraint("taken >= 0 AND overbooked >= 0", name=op.f("sessions_counts_check")),
        sa.ForeignKeyConstraint(["clinic_id"], ["hms.clinics.id"], name=op.f("sessions_clinic_id_fkey")),
        sa.ForeignKeyConstraint(["doctor_id"], ["hms.people.id"], name=op.f("sessions_doctor_id_fkey")),
        sa.ForeignKeyConstraint(
            ["exception_id"], ["hms.clinic_exceptions.id"], name=op.f("sessions_exception_id_fkey")
        ),
        sa.ForeignKeyConstraint(["room_id"], ["hms.rooms.id"], name=op.f("sessions_room_id_fkey")),
        sa.ForeignKeyConstraint(["service_id"], ["hms.services.id"], name=op.f("sessions_service_id_fkey")),
        sa.ForeignKeyConstraint(
            ["weekly_session_id"], ["hms.weekly_sessions.id"], name=op.f("sessions_weekly_session_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("sessions_pkey")),
        sa.UniqueConstraint("exception_id", name=op.f("sessions_exception_id_key")),
        sa.UniqueConstraint("weekly_session_id", "on_date", name=op.f("sessions_weekly_session_id_on_date_key")),
        schema="hms",
        postgresql_with={"fillfactor": "80"},
    )
    op.create_index(
        "ix_sessions_altered",
        "sessions",
        ["on_date"],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("altered OR NOT open"),
    )
    op.create_index("ix_sessions_clinic_id_on_date", "sessions", ["clinic_id", "on_date"], unique=False, schema="hms")
    op.create_index("ix_sessions_doctor_id_on_date", "sessions", ["doctor_id", "on_date"], unique=False, schema="hms")
    op.create_index("ix_sessions_on_date", "sessions", ["on_date"], unique=False, schema="hms")
    op.create_index(
        "ix_sessions_with_places",
        "sessions",
        ["service_id", "on_date"],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("open AND taken < places"),
    )
    op.create_table(
        "appointments",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("code", sa.Uuid(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("session_id", sa.BigInteger(), nullable=False),
        sa.Column("starts_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("ends_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("slots", sa.SmallInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("seat", sa.SmallInteger(), nullable=True),
        sa.Column("over", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'booked'"), nullable=False),
        sa.Column("reason", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("cancelled", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("cancel_note", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("held_until", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("entry_id", sa.BigInteger(), nullable=True),
        sa.Column("series_id", sa.BigInteger(), nullable=True),
        sa.Column("ticket_id", sa.BigInteger(), nullable=True),
        sa.Column("booked_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("booked_by", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        postgresql.ExcludeConstraint(
            (sa.column("patient_id"), "="),
            (sa.text("tstzrange(starts_at, ends_at)"), "&&"),
            where=sa.text("state IN ('held', 'booked', 'arrived', 'in_service')"),
            using="gist",
            name="appointments_one_at_a_time",
        ),
        postgresql.ExcludeConstraint(
            (sa.column("session_id"), "="),
            (sa.column("seat"), "="),
            (sa.text("tstzrange(starts_at, ends_at)"), "&&"),
            where=sa.text("seat IS NOT NULL"),
            using="gist",
            name="appointments_one_to_a_seat",
        ),
        sa.CheckConstraint("(state = 'cancelled') = (cancelled <> '')", name=op.f("appointments_cancelled_why_check")),
        sa.CheckConstraint(
            "(state = 'held') = (held_until IS NOT NULL)", name=op.f("appointments_held_for_a_while_check")
        ),
        sa.CheckConstraint("seat IS NOT NULL OR state = 'cancelled'", name=op.f("appointments_seat_kept_check")),
        sa.CheckConstraint(
            "state IN ('held', 'booked', 'arrived', 'in_service', 'done', 'cancelled', 'no_show')",
            name=op.f("appointments_state_known_check"),
        ),
        sa.CheckConstraint("ends_at > starts_at", name=op.f("appointments_ends_later_check")),
        sa.CheckConstraint("length(cancel_note) <= 200", name=op.f("appointments_cancel_note_length_check")),
        sa.CheckConstraint("length(reason) <= 200", name=op.f("appointments_reason_length_check")),
        sa.CheckConstraint("seat > 0", name=op.f("appointments_seat_counts_check")),
        sa.ForeignKeyConstraint(["entry_id"], ["hms.waiting_list.id"], name=op.f("appointments_entry_id_fkey")),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("appointments_patient_id_fkey")),
        sa.ForeignKeyConstraint(["series_id"], ["hms.appointment_series.id"], name=op.f("appointments_series_id_fkey")),
        sa.ForeignKeyConstraint(["session_id"], ["hms.sessions.id"], name=op.f("appointments_session_id_fkey")),
        sa.ForeignKeyConstraint(["ticket_id"], ["hms.tickets.id"], name=op.f("appointments_ticket_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("appointments_pkey")),
        sa.UniqueConstraint("code", name=op.f("appointments_code_key")),
        schema="hms",
    )
    op.create_index(
        "ix_appointments_held",
        "appointments",
        ["held_until"],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("state = 'held'"),
    )
    op.create_index(
        "ix_appointments_patient_id", "appointments", ["patient_id", "starts_at"], unique=False, schema="hms"
    )
    op.create_index(
        "ix_appointments_series_id",
        "appointments",
        ["series_id"],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("series_id IS NOT NULL"),
    )
    op.create_index(
        "ix_appointments_session_id", "appointments", ["session_id", "starts_at"], unique=False, schema="hms"
    )
    op.create_index("ix_appointments_starts_at", "appointments", ["starts_at", "id"], unique=False, schema="hms")
    op.create_index(
        "ix_appointments_ticket_id",
        "appointments",
        ["ticket_id"],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("ticket_id IS NOT NULL"),
    )
    op.create_index(
        "uq_appointments_entry_id",
        "appointments",
        ["entry_id"],
        unique=True,
        schema="hms",
        postgresql_where=sa.text("state = 'held'"),
    )
    op.create_table(
        "appointment_changes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("appointment_id", sa.BigInteger(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("from_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("to_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("note", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("changed_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.ForeignKeyConstraint(
            ["appointment_id"], ["hms.appointments.id"], name=op.f("appointment_changes_appointment_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("appointment_changes_pkey")),
        schema="hms",
    )
    op.create_index(
        "ix_appointment_changes_appointment_id",
        "appointment_changes",
        ["appointment_id", "id"],
        unique=False,
        schema="hms",
    )
    op.create_table(
        "outbox",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("recipient", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), nullable=False),
        sa.Column("told", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("appointment_id", sa.BigInteger(), nullable=False),
        sa.Column("starts_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("due_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'due'"), nullable=False),
        sa.Column("attempts", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("written_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("settled_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("note", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint("channel IN ('sms')", name=op.f("outbox_channel_known_check")),
        sa.CheckConstraint("kind IN ('appointment_reminder')", name=op.f("outbox_kind_known_check")),
        sa.CheckConstraint(
            "state IN ('due', 'sending', 'sent', 'failed', 'cancelled')", name=op.f("outbox_state_known_check")
        ),
        sa.ForeignKeyConstraint(["appointment_id"], ["hms.appointments.id"], name=op.f("outbox_appointment_id_fkey")),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("outbox_patient_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("outbox_pkey")),
        schema="hms",
    )
    op.create_index("ix_outbox_appointment_id", "outbox", ["appointment_id"], unique=False, schema="hms")
    op.create_index(
        "ix_outbox_due",
        "outbox",
        ["due_at", "id"],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("state = 'due'"),
    )
    op.create_index("ix_outbox_patient_id", "outbox", ["patient_id"], unique=False, schema="hms")
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0005', '0.1.0')")
