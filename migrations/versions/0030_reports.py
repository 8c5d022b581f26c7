"""Ordered reports and their runs, and the kept figures of days that are over."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql as pg

revision = "0030"
down_revision = "0029"


def upgrade() -> None:
    op.create_table(
        "activity_days",
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.Column("first_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("last_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("business_date", "person", "part", name="activity_days_pkey"),
        schema="hms",
    )
    op.create_table(
        "line_days",
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.Column("hour", sa.SmallInteger(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("lines", sa.BigInteger(), nullable=False),
        sa.Column("waited", sa.Double(), nullable=False),
        sa.Column("longest", sa.Double(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["hms.services.id"], name="line_days_service_id_fkey"),
        sa.PrimaryKeyConstraint("business_date", "service_id", "hour", "minute", "state", name="line_days_pkey"),
        schema="hms",
    )
    op.create_table(
        "ticket_days",
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.Column("minute", sa.Integer(), nullable=False),
        sa.Column("tickets", sa.BigInteger(), nullable=False),
        sa.Column("lines", sa.BigInteger(), nullable=False),
        sa.Column("waited", sa.Double(), nullable=False),
        sa.Column("longest", sa.Double(), nullable=False),
        sa.Column("visit", sa.Double(), nullable=False),
        sa.Column("visits", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["hms.services.id"], name="ticket_days_service_id_fkey"),
        sa.PrimaryKeyConstraint("business_date", "service_id", "minute", name="ticket_days_pkey"),
        schema="hms",
    )
    op.create_table(
        "kept_days",
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("kept_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("business_date", name="kept_days_pkey"),
        schema="hms",
    )
    op.create_table(
        "report_schedules",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.Column("parameters", pg.JSONB(), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("format", sa.Text(), nullable=False),
        sa.Column("language", sa.Text(), server_default=sa.text("'en'"), nullable=False),
        sa.Column("every", sa.Text(), nullable=False),
        sa.Column("on_day", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("at_time", sa.Time(), nullable=False),
        sa.Column("folder", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("recipients", pg.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("ordered_by", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("ordered_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "CASE every WHEN 'day' THEN on_day = 0 WHEN 'week' THEN on_day BETWEEN 1 AND 7 "
            "ELSE on_day BETWEEN 1 AND 28 END",
            name=op.f("report_schedules_on_day_check"),
        ),
        sa.CheckConstraint(
            "cardinality(recipients) = 0 OR report <> 'controlled'", name=op.f("report_schedules_names_patients_check")
        ),
        sa.CheckConstraint("every IN ('day', 'week', 'month')", name=op.f("report_schedules_every_check")),
        sa.CheckConstraint("format IN ('pdf', 'xlsx', 'csv')", name=op.f("report_schedules_format_check")),
        sa.CheckConstraint("language ~ '^[a-z]{2}$'", name=op.f("report_schedules_language_check")),
        sa.CheckConstraint(
            "report IN ('queue', 'registrations', 'appointments', 'dispensing', 'stock_value', 'expiry', 'controlled', "
            "'activity')",
            name=op.f("report_schedules_report_check"),
        ),
        sa.PrimaryKeyConstraint("id", name="report_schedules_pkey"),
        schema="hms",
    )
    op.create_table(
        "report_runs",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("schedule_id", sa.BigInteger(), nullable=False),
        sa.Column("due_on", sa.Date(), nullable=False),
        sa.Column("attempt", sa.SmallInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("state", sa.Text(), server_default=sa.text("'running'"), nullable=False),
        sa.Column("begun_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("ended_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("rows_made", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("files", pg.ARRAY(sa.Text()), server_default=sa.text("'{}'"), nullable=False),
        sa.Column("code", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint("(state = 'failed') = (code <> '')", name=op.f("report_runs_code_check")),
        sa.CheckConstraint("(state = 'running') = (ended_at IS NULL)", name=op.f("report_runs_ended_check")),
        sa.CheckConstraint("state IN ('running', 'done', 'failed')", name=op.f("report_runs_state_check")),
        sa.ForeignKeyConstraint(["schedule_id"], ["hms.report_schedules.id"], name="report_runs_schedule_id_fkey"),
        sa.PrimaryKeyConstraint("id", name="report_runs_pkey"),
        sa.UniqueConstraint("schedule_id", "due_on", name="report_runs_schedule_id_due_on_key"),
        schema="hms",
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0030', '0.1.0')")
