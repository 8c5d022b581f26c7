"""What is watched, and what is wrong until it is put right."""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0030"


def upgrade() -> None:
    op.create_table(
        "alert_rules",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("figure", sa.Text(), nullable=False),
        sa.Column("above", sa.Boolean(), nullable=False),
        sa.Column("warning", sa.Numeric(), nullable=True),
        sa.Column("critical", sa.Numeric(), nullable=True),
        sa.Column("minutes", sa.Integer(), server_default="0", nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("warning IS NOT NULL OR critical IS NOT NULL", name=op.f("alert_rules_some_limit_check")),
        sa.CheckConstraint(
            "CASE WHEN above THEN critical >= warning ELSE critical <= warning END IS NOT FALSE",
            name=op.f("alert_rules_order_check"),
        ),
        sa.CheckConstraint("minutes BETWEEN 0 AND 1440", name=op.f("alert_rules_minutes_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("alert_rules_pkey")),
        sa.UniqueConstraint("name", name=op.f("alert_rules_name_key")),
        schema="hms",
    )
    op.create_table(
        "alerts",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("rule_id", sa.BigInteger(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("figure", sa.Numeric(), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("raised_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("acknowledged_by", sa.Text(), nullable=True),
        sa.Column("resolved_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint("level IN ('warning', 'critical')", name=op.f("alerts_level_check")),
        sa.ForeignKeyConstraint(["rule_id"], ["hms.alert_rules.id"], name=op.f("alerts_rule_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("alerts_pkey")),
        schema="hms",
    )
    op.create_index(
        "alerts_open_idx",
        "alerts",
        ["rule_id", "subject"],
        unique=True,
        schema="hms",
        postgresql_where=sa.text("resolved_at IS NULL"),
    )
    op.create_index("alerts_resolved_at_idx", "alerts", ["resolved_at"], schema="hms")
    op.create_index(
        "ix_outbox_unsent",
        "outbox",
        ["state", "settled_at"],
        schema="hms",
        postgresql_where=sa.text("state IN ('unknown', 'failed')"),
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0031', '0.1.0')")
