"""Importing: which files were brought in, and how far."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.create_table(
        "patient_imports",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("lines_done", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("patients_made", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("started_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("started_by", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("finished_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.CheckConstraint("digest ~ '^[0-9a-f]{64}$'", name=op.f("patient_imports_digest_check")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("patient_imports_name_check")),
        sa.CheckConstraint("lines_done >= 0 AND patients_made >= 0", name=op.f("patient_imports_counts_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("patient_imports_pkey")),
        sa.UniqueConstraint("digest", name=op.f("patient_imports_digest_key")),
        schema="hms",
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0008', '0.1.0')")
