"""What a larger hospital needs: when it was backed up, and a relay for the knocks that many ask for."""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0032"


def upgrade() -> None:
    op.create_table(
        "backups",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("file", sa.Text(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("seconds", sa.Double(), nullable=False),
        sa.Column("made_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("verified", sa.Boolean(), nullable=False),
        sa.Column("breaches", sa.Integer(), nullable=False),
        sa.Column("noted_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False),
        sa.CheckConstraint("kind IN ('dump', 'base')", name=op.f("backups_kind_check")),
        sa.CheckConstraint("file ~ '^[^/\\\\]{1,200}$'", name=op.f("backups_file_form_check")),
        sa.CheckConstraint("sha256 ~ '^([0-9a-f]{64})?$'", name=op.f("backups_sha256_form_check")),
        sa.CheckConstraint("bytes >= 0 AND seconds >= 0 AND breaches >= 0", name=op.f("backups_figures_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("backups_pkey")),
        schema="hms",
    )
    op.create_index(op.f("backups_made_at_idx"), "backups", ["made_at"], schema="hms")
    op.create_table(
        "relayed_knocks",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("area", sa.Text(), nullable=False),
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("at", sa.TIMESTAMP(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("relayed_knocks_pkey")),
        schema="hms",
    )
    op.create_index(op.f("relayed_knocks_at_idx"), "relayed_knocks", ["at"], schema="hms")
    op.create_table(
        "relay_beats",
        sa.Column("id", sa.SmallInteger(), server_default=sa.text("1"), autoincrement=False, nullable=False),
        sa.Column("beat_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("relay_beats_single_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("relay_beats_pkey")),
        schema="hms",
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0033', '0.1.0')")
