"""What makes the busiest wishes quicker: knocks that are told after the commit."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"


def upgrade() -> None:
    op.create_table(
        "late_knocks",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("channel", sa.Text(), nullable=False),
        sa.Column("knock", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("late_knocks_pkey")),
        schema="hms",
        prefixes=["UNLOGGED"],
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0027', '0.1.0')")
