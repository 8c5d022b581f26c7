"""Who has looked at the books of a stock-take, and so no longer counts it."""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0035"
min_client_version = "0.1.0"


def upgrade() -> None:
    op.create_table(
        "stock_take_looks",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("stock_take_id", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["stock_take_id"], ["hms.stock_takes.id"], name=op.f("stock_take_looks_stock_take_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("stock_take_looks_pkey")),
        sa.UniqueConstraint("stock_take_id", "person", name=op.f("stock_take_looks_stock_take_id_person_key")),
        schema="hms",
    )
