"""Which releases IT has announced, and which of them every program must have."""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0034"
min_client_version = "0.1.0"


def upgrade() -> None:
    op.create_table(
        "releases",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("required", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("announced_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.CheckConstraint("version ~ '^\\d{1,4}([.]\\d{1,4}){1,3}$'", name=op.f("releases_version_form_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("releases_pkey")),
        sa.UniqueConstraint("version", name=op.f("releases_version_key")),
        schema="hms",
    )
