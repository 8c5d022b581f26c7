"""The audit trail by day and by block, and how long each month is kept."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0032"
down_revision = "0031"


def upgrade() -> None:
    op.execute("ALTER TABLE hms.audit DROP CONSTRAINT audit_pkey, ADD CONSTRAINT audit_pkey PRIMARY KEY (at, id)")
    op.create_index("audit_block_idx", "audit", ["block"], schema="hms", postgresql_where=sa.text("block IS NOT NULL"))
    op.create_table(
        "retention",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("keep_months", sa.BigInteger(), nullable=True),
        sa.CheckConstraint("keep_months > 0", name=op.f("retention_keep_months_positive_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("retention_pkey")),
        sa.UniqueConstraint("subject", name=op.f("retention_subject_key")),
        schema="hms",
    )
    op.create_table(
        "audit_retirements",
        sa.Column("month", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.Column("blocks", postgresql.INT8MULTIRANGE(), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("month", name=op.f("audit_retirements_pkey")),
        schema="hms",
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0032', '0.1.0')")
