"""What every program tells of itself."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql as pg

revision = "0028"
down_revision = "0027"


def upgrade() -> None:
    op.create_table(
        "crashes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("program", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("line", sa.Text(), nullable=False),
        sa.Column("report", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="crashes_pkey"),
        schema="hms",
    )
    op.create_index("crashes_at_idx", "crashes", ["at"], unique=False, schema="hms")
    op.create_index("crashes_workstation_at_idx", "crashes", ["workstation", "at"], unique=False, schema="hms")
    op.create_table(
        "fleet_caches",
        sa.Column("hour", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("tag", sa.Text(), nullable=False),
        sa.Column("hits", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("misses", sa.BigInteger(), server_default="0", nullable=False),
        sa.PrimaryKeyConstraint("hour", "tag", name="fleet_caches_pkey"),
        schema="hms",
        postgresql_with={"fillfactor": "60"},
    )
    op.create_table(
        "fleet_minutes",
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("clients", sa.Integer(), server_default="0", nullable=False),
        sa.Column("works", sa.Integer(), server_default="0", nullable=False),
        sa.Column("failed", sa.Integer(), server_default="0", nullable=False),
        sa.Column("statements", sa.Integer(), server_default="0", nullable=False),
        sa.Column("pool_checkouts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("pool_opened", sa.Integer(), server_default="0", nullable=False),
        sa.Column("pool_waits", sa.Integer(), server_default="0", nullable=False),
        sa.Column("pool_wait_ms", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lost", sa.Integer(), server_default="0", nullable=False),
        sa.Column("stalls", sa.Integer(), server_default="0", nullable=False),
        sa.Column("cache_hits", sa.Integer(), server_default="0", nullable=False),
        sa.Column("cache_misses", sa.Integer(), server_default="0", nullable=False),
        sa.Column("latency", pg.ARRAY(sa.BigInteger()), nullable=False),
        sa.PrimaryKeyConstraint("at", name="fleet_minutes_pkey"),
        schema="hms",
        postgresql_with={"fillfactor": "60"},
    )
    op.create_table(
        "fleet_works",
        sa.Column("hour", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("calls", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("failed", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("ms", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("latency", pg.ARRAY(sa.BigInteger()), nullable=False),
        sa.PrimaryKeyConstraint("hour", "name", name="fleet_works_pkey"),
        schema="hms",
        postgresql_with={"fillfactor": "60"},
    )
    op.create_table(
        "telemetry",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("program", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("seconds", sa.Integer(), server_default="0", nullable=False),
        sa.Column("statements", sa.Integer(), server_default="0", nullable=False),
        sa.Column("statement_ms", sa.Integer(), server_default="0", nullable=False),
        sa.Column("slow_statements", sa.Integer(), server_default="0", nullable=False),
        sa.Column("slow_works", sa.Integer(), server_default="0", nullable=False),
        sa.Column("repeats", sa.Integer(), server_default="0", nullable=False),
        sa.Column("works", sa.Integer(), server_default="0", nullable=False),
        sa.Column("failed", sa.Integer(), server_default="0", nullable=False),
        sa.Column("pool_peak", sa.Integer(), server_default="0", nullable=False),
        sa.Column("pool_checkouts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("pool_opened", sa.Integer(), server_default="0", nullable=False),
        sa.Column("pool_waits", sa.Integer(), server_default="0", nullable=False),
        sa.Column("pool_wait_ms", sa.Integer(), server_default="0", nullable=False),
        sa.Column("lost", sa.Integer(), server_default="0", nullable=False),
        sa.Column("line_ms", sa.REAL(), nullable=True),
        sa.Column("stalls", sa.Integer(), server_default="0", nullable=False),
        sa.Column("longest_stall_ms", sa.Integer(), server_default="0", nullable=False),
        sa.Column("memory_mb", sa.Integer(), server_default="0", nullable=False),
        sa.Column("cpu_percent", sa.REAL(), server_default="0", nullable=False),
        sa.Column("memory_percent", sa.REAL(), server_default="0", nullable=False),
        sa.Column("disk_percent", sa.REAL(), server_default="0", nullable=False),
        sa.Column("cache_hits", sa.Integer(), server_default="0", nullable=False),
        sa.Column("cache_misses", sa.Integer(), server_default="0", nullable=False),
        sa.Column("latency", pg.ARRAY(sa.BigInteger()), nullable=False),
        sa.Column("detail", pg.JSONB(), nullable=False),
        sa.PrimaryKeyConstraint("id", "at", name="telemetry_pkey"),
        schema="hms",
        postgresql_partition_by="RANGE (at)",
    )
    op.create_index("telemetry_at_idx", "telemetry", ["at"], unique=False, schema="hms")
    op.create_index("telemetry_workstation_at_idx", "telemetry", ["workstation", "at"], unique=False, schema="hms")
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0028', '0.1.0')")
