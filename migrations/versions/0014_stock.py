"""Counts, recalls and the rest of the stock room."""

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"


def upgrade() -> None:
    op.create_table(
        "batch_changes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("batch_id", sa.BigInteger(), nullable=False),
        sa.Column("from_state", sa.Text(), nullable=False),
        sa.Column("to_state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.CheckConstraint("btrim(reason) <> '' AND length(reason) <= 500", name=op.f("batch_changes_reason_check")),
        sa.CheckConstraint(
            "from_state IN ('usable', 'quarantined', 'recalled')", name=op.f("batch_changes_from_state_check")
        ),
        sa.CheckConstraint(
            "to_state IN ('usable', 'quarantined', 'recalled')", name=op.f("batch_changes_to_state_check")
        ),
        sa.ForeignKeyConstraint(["batch_id"], ["hms.batches.id"], name=op.f("batch_changes_batch_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("batch_changes_pkey")),
        schema="hms",
    )
    op.create_index(
        op.f("batch_changes_batch_id_id_idx"), "batch_changes", ["batch_id", "id"], unique=False, schema="hms"
    )
    op.create_index(
        "batch_changes_recalled_idx",
        "batch_changes",
        ["id"],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("to_state = 'recalled'"),
    )
    op.create_table(
        "stock_takes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("store_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), server_default="counting", nullable=False),
        sa.Column("opened_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("opened_by", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("closed_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("closed_by", sa.Text(), nullable=True),
        sa.Column("approved_by", sa.Text(), nullable=True),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("(state = 'approved') = (approved_by IS NOT NULL)", name=op.f("stock_takes_approved_check")),
        sa.CheckConstraint("(state = 'counting') = (closed_at IS NULL)", name=op.f("stock_takes_closed_check")),
        sa.CheckConstraint("state IN ('counting', 'approved', 'cancelled')", name=op.f("stock_takes_state_check")),
        sa.ForeignKeyConstraint(["store_id"], ["hms.stores.id"], name=op.f("stock_takes_store_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("stock_takes_pkey")),
        schema="hms",
    )
    op.create_index(
        "stock_takes_one_open_key",
        "stock_takes",
        ["store_id"],
        unique=True,
        schema="hms",
        postgresql_where=sa.text("state = 'counting'"),
    )
    op.create_index(op.f("stock_takes_store_id_id_idx"), "stock_takes", ["store_id", "id"], unique=False, schema="hms")
    op.create_table(
        "store_levels",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("store_id", sa.BigInteger(), nullable=False),
        sa.Column("medicine_id", sa.BigInteger(), nullable=False),
        sa.Column("reorder_at", sa.BigInteger(), nullable=False),
        sa.Column("order_up_to", sa.BigInteger(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "reorder_at >= 0 AND order_up_to > reorder_at AND order_up_to <= 1000000000",
            name=op.f("store_levels_levels_check"),
        ),
        sa.ForeignKeyConstraint(["medicine_id"], ["hms.medicines.id"], name=op.f("store_levels_medicine_id_fkey")),
        sa.ForeignKeyConstraint(["store_id"], ["hms.stores.id"], name=op.f("store_levels_store_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("store_levels_pkey")),
        sa.UniqueConstraint("store_id", "medicine_id", name=op.f("store_levels_store_id_medicine_id_key")),
        schema="hms",
    )
    op.create_index(op.f("store_levels_medicine_id_idx"), "store_levels", ["medicine_id"], unique=False, schema="hms")
    op.create_table(
        "stock_take_lines",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("stock_take_id", sa.BigInteger(), nullable=False),
        sa.Column("batch_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["batch_id"], ["hms.batches.id"], name=op.f("stock_take_lines_batch_id_fkey")),
        sa.ForeignKeyConstraint(
            ["stock_take_id"], ["hms.stock_takes.id"], name=op.f("stock_take_lines_stock_take_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("stock_take_lines_pkey")),
        sa.UniqueConstraint("stock_take_id", "batch_id", name=op.f("stock_take_lines_stock_take_id_batch_id_key")),
        schema="hms",
    )
    op.create_index(op.f("stock_take_lines_batch_id_idx"), "stock_take_lines", ["batch_id"], unique=False, schema="hms")
    op.create_table(
        "stock_take_entries",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("round", sa.BigInteger(), nullable=False),
        sa.Column("counted", sa.BigInteger(), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=False),
        sa.Column("counted_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.CheckConstraint("balance >= 0", name=op.f("stock_take_entries_balance_check")),
        sa.CheckConstraint("counted BETWEEN 0 AND 1000000000", name=op.f("stock_take_entries_counted_check")),
        sa.ForeignKeyConstraint(["line_id"], ["hms.stock_take_lines.id"], name=op.f("stock_take_entries_line_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("stock_take_entries_pkey")),
        sa.UniqueConstraint("line_id", "round", name=op.f("stock_take_entries_line_id_round_key")),
        schema="hms",
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0014', '0.1.0')")
