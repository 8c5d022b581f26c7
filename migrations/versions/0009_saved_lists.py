"""Lists in files: who took which list out, and how long it was."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    op.create_table(
        "saved_lists",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rows_saved", sa.BigInteger(), nullable=False),
        sa.Column("saved_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.CheckConstraint("name ~ '^[a-z_]{1,40}$'", name=op.f("saved_lists_name_form_check")),
        sa.CheckConstraint("rows_saved >= 0", name=op.f("saved_lists_rows_saved_count_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("saved_lists_pkey")),
        schema="hms",
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0009', '0.1.0')")
