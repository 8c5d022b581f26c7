"""Work that goes on by itself: the queue of the worker, its schedules and runs, and messages by e-mail too."""

from pathlib import Path

import psycopg
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql as pg

revision = "0029"
down_revision = "0028"

_QUEUE = Path(__file__).with_name("0029_procrastinate.sql")
_MOMENT = sa.TIMESTAMP(timezone=True)


def upgrade() -> None:
    _make_queue()
    _make_schedules()
    _make_runs()
    _make_messages()
    op.add_column("patients", sa.Column("email", sa.Text(), server_default=sa.text("''"), nullable=False), schema="hms")
    op.create_check_constraint(
        op.f("patients_email_check"),
        "patients",
        "email = '' OR length(email) <= 254 AND email ~ '^[A-Za-z0-9._+-]+@[A-Za-z0-9-]+([.][A-Za-z0-9-]+)+$'",
        schema="hms",
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0029', '0.1.0')")


def _make_queue() -> None:
    """The script says no schema: it is run with that of the queue as the only one on the path."""
    raw = op.get_bind().connection.driver_connection
    assert isinstance(raw, psycopg.Connection)  # noqa: S101 - tells the type checker which driver this is
    raw.execute("CREATE SCHEMA procrastinate")
    raw.execute("SET LOCAL search_path = procrastinate, pg_temp")
    raw.execute(_QUEUE.read_bytes())
    raw.execute("RESET search_path")


def _make_schedules() -> None:
    op.create_table(
        "job_schedules",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("every_minutes", sa.Integer(), nullable=True),
        sa.Column("at_time", sa.Time(), nullable=True),
        sa.Column("weekdays", pg.ARRAY(sa.SmallInteger()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("paused", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("(every_minutes IS NULL) <> (at_time IS NULL)", name=op.f("job_schedules_one_way_check")),
        sa.CheckConstraint("every_minutes BETWEEN 1 AND 1440", name=op.f("job_schedules_every_range_check")),
        sa.CheckConstraint("weekdays <@ '{1,2,3,4,5,6,7}'", name=op.f("job_schedules_weekdays_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("job_schedules_pkey")),
        sa.UniqueConstraint("task", name=op.f("job_schedules_task_key")),
        schema="hms",
    )
    op.create_table(
        "job_turns",
        sa.Column("schedule_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("next_at", _MOMENT, nullable=False),
        sa.ForeignKeyConstraint(["schedule_id"], ["hms.job_schedules.id"], name=op.f("job_turns_schedule_id_fkey")),
        sa.PrimaryKeyConstraint("schedule_id", name=op.f("job_turns_pkey")),
        schema="hms",
    )
    op.create_table(
        "job_wishes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("arguments", pg.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("wished_at", _MOMENT, nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("job_id", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("job_wishes_pkey")),
        schema="hms",
    )
    op.create_index(
        "ix_job_wishes_open", "job_wishes", ["id"], schema="hms", postgresql_where=sa.text("job_id IS NULL")
    )


def _make_runs() -> None:
    op.create_table(
        "job_tasks",
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("priority", sa.Integer(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("task", name=op.f("job_tasks_pkey")),
        schema="hms",
    )
    op.create_table(
        "workers",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("started_at", _MOMENT, nullable=False),
        sa.Column("seen_at", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.PrimaryKeyConstraint("name", name=op.f("workers_pkey")),
        schema="hms",
    )
    op.create_table(
        "job_runs",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("job_id", sa.BigInteger(), nullable=False),
        sa.Column("task", sa.Text(), nullable=False),
        sa.Column("attempt", sa.Integer(), nullable=False),
        sa.Column("worker", sa.Text(), nullable=False),
        sa.Column("began_at", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.Column("outcome", sa.Text(), server_default=sa.text("'under_way'"), nullable=False),
        sa.Column("code", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("sentence", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("figures", pg.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.CheckConstraint(
            "outcome IN ('under_way', 'done', 'to_repeat', 'failed', 'lost')", name=op.f("job_runs_outcome_known_check")
        ),
        sa.CheckConstraint(
            "length(sentence) <= 300 AND length(code) <= 80", name=op.f("job_runs_sentence_length_check")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("job_runs_pkey")),
        schema="hms",
    )
    op.create_index("ix_job_runs_task", "job_runs", ["task", "id"], unique=False, schema="hms")
    op.create_index("ix_job_runs_job_id", "job_runs", ["job_id", "id"], unique=False, schema="hms")
    op.create_index("ix_job_runs_ended_at", "job_runs", ["ended_at"], unique=False, schema="hms")


def _make_messages() -> None:
    op.create_table(
        "message_rules",
        sa.Column("id", sa.SmallInteger(), server_default=sa.text("1"), autoincrement=False, nullable=False),
        sa.Column("quiet_from", sa.Time(), nullable=True),
        sa.Column("quiet_until", sa.Time(), nullable=True),
        sa.Column("most_a_minute", sa.Integer(), server_default=sa.text("30"), nullable=False),
        sa.Column("notices_to", pg.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("message_rules_single_check")),
        sa.CheckConstraint(
            "(quiet_from IS NULL) = (quiet_until IS NULL)", name=op.f("message_rules_quiet_whole_check")
        ),
        sa.CheckConstraint("most_a_minute BETWEEN 1 AND 6000", name=op.f("message_rules_rate_range_check")),
        sa.CheckConstraint("cardinality(notices_to) <= 20", name=op.f("message_rules_notices_to_count_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("message_rules_pkey")),
        schema="hms",
    )
    op.add_column(
        "outbox",
        sa.Column("key", sa.Uuid(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        schema="hms",
    )
    op.add_column("outbox", sa.Column("taken_at", _MOMENT, nullable=True), schema="hms")
    op.add_column("outbox", sa.Column("decided_by", sa.Text(), nullable=True), schema="hms")
    for column in ("patient_id", "appointment_id", "starts_at"):
        op.alter_column("outbox", column, nullable=True, schema="hms")
    for name, rule in (
        ("channel_known", "channel IN ('sms', 'email')"),
        ("kind_known", "kind IN ('appointment_reminder', 'notice')"),
        ("state_known", "state IN ('due', 'sending', 'sent', 'unknown', 'failed', 'cancelled')"),
    ):
        op.drop_constraint(op.f(f"outbox_{name}_check"), "outbox", schema="hms", type_="check")
        op.create_check_constraint(op.f(f"outbox_{name}_check"), "outbox", rule, schema="hms")
    op.create_check_constraint(
        op.f("outbox_speaks_of_check"),
        "outbox",
        "CASE kind WHEN 'notice' THEN num_nonnulls(patient_id, appointment_id, starts_at) = 0 "
        "ELSE num_nonnulls(patient_id, appointment_id, starts_at) = 3 END",
        schema="hms",
    )
    op.create_unique_constraint(op.f("outbox_key_key"), "outbox", ["key"], schema="hms")
    op.create_index("ix_outbox_sending", "outbox", ["id"], schema="hms", postgresql_where=sa.text("state = 'sending'"))
    op.create_index("ix_outbox_unknown", "outbox", ["id"], schema="hms", postgresql_where=sa.text("state = 'unknown'"))
    op.create_index("ix_outbox_taken_at", "outbox", ["taken_at"], schema="hms")
    op.drop_constraint(op.f("patient_consents_question_check"), "patient_consents", schema="hms", type_="check")
    op.create_check_constraint(
        op.f("patient_consents_question_check"),
        "patient_consents",
        "question IN ('treatment', 'messages', 'messages_sms', 'messages_email', 'relatives', 'insurer', "
        "'other_providers', 'research')",
        schema="hms",
    )
