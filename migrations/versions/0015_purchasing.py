"""Suppliers, orders, receipts and invoices."""

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"

_LIMITS = (("store", "0"), ("pharmacist", "1000"), ("manager", None))
"""What each duty approves at first, in the facility's currency; the hospital sets its own amounts."""


def upgrade() -> None:
    op.create_table(
        "approval_limits",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("duty", sa.Text(), nullable=False),
        sa.Column("most", sa.Numeric(precision=14, scale=2), nullable=True),
        sa.Column("own_most", sa.Numeric(precision=14, scale=2), server_default="0", nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("duty IN ('store', 'pharmacist', 'manager')", name=op.f("approval_limits_duty_check")),
        sa.CheckConstraint("most >= 0 AND own_most >= 0", name=op.f("approval_limits_amounts_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("approval_limits_pkey")),
        sa.UniqueConstraint("duty", name=op.f("approval_limits_duty_key")),
        schema="hms",
    )
    op.create_table(
        "purchasing_numbers",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("year", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("last", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "year", name=op.f("purchasing_numbers_pkey")),
        schema="hms",
    )
    op.create_table(
        "purchasing_rules",
        sa.Column("id", sa.BigInteger(), server_default=sa.text("1"), autoincrement=False, nullable=False),
        sa.Column("over_percent", sa.Numeric(precision=5, scale=2), server_default="0", nullable=False),
        sa.Column("price_percent", sa.Numeric(precision=5, scale=2), server_default="0", nullable=False),
        sa.Column("shelf_days", sa.BigInteger(), server_default="180", nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("purchasing_rules_single_check")),
        sa.CheckConstraint("over_percent BETWEEN 0 AND 100", name=op.f("purchasing_rules_over_percent_check")),
        sa.CheckConstraint("price_percent BETWEEN 0 AND 100", name=op.f("purchasing_rules_price_percent_check")),
        sa.CheckConstraint("shelf_days BETWEEN 0 AND 3650", name=op.f("purchasing_rules_shelf_days_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("purchasing_rules_pkey")),
        schema="hms",
    )
    op.create_table(
        "suppliers",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), server_default="", nullable=False),
        sa.Column("email", sa.Text(), server_default="", nullable=False),
        sa.Column("phone", sa.Text(), server_default="", nullable=False),
        sa.Column("address", sa.Text(), server_default="", nullable=False),
        sa.Column("lead_days", sa.BigInteger(), server_default="14", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("lead_days BETWEEN 0 AND 730", name=op.f("suppliers_lead_days_check")),
        sa.CheckConstraint("length(contact) <= 200 AND length(note) <= 500", name=op.f("suppliers_words_check")),
        sa.CheckConstraint(
            "length(email) <= 200 AND length(phone) <= 60 AND length(address) <= 500",
            name=op.f("suppliers_reach_check"),
        ),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 300", name=op.f("suppliers_name_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("suppliers_pkey")),
        schema="hms",
    )
    op.create_index("suppliers_name_key", "suppliers", [sa.literal_column("lower(name)")], unique=True, schema="hms")
    op.create_table(
        "purchase_orders",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("supplier_id", sa.BigInteger(), nullable=False),
        sa.Column("store_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), server_default="draft", nullable=False),
        sa.Column("written_on", sa.Date(), nullable=False),
        sa.Column("sent_on", sa.Date(), nullable=True),
        sa.Column("expected_on", sa.Date(), nullable=True),
        sa.Column("total", sa.Numeric(precision=14, scale=2), server_default="0", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "(sent_on IS NOT NULL) OR state NOT IN ('sent', 'complete')", name=op.f("purchase_orders_sent_on_check")
        ),
        sa.CheckConstraint(
            "state IN ('draft', 'submitted', 'approved', 'sent', 'complete', 'cancelled')",
            name=op.f("purchase_orders_state_check"),
        ),
        sa.CheckConstraint("length(note) <= 500", name=op.f("purchase_orders_note_check")),
        sa.CheckConstraint("total >= 0", name=op.f("purchase_orders_total_check")),
        sa.ForeignKeyConstraint(["store_id"], ["hms.stores.id"], name=op.f("purchase_orders_store_id_fkey")),
        sa.ForeignKeyConstraint(["supplier_id"], ["hms.suppliers.id"], name=op.f("purchase_orders_supplier_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("purchase_orders_pkey")),
        sa.UniqueConstraint("number", name=op.f("purchase_orders_number_key")),
        schema="hms",
    )
    op.create_index(
        "purchase_orders_open_idx",
        "purchase_orders",
        ["id"],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("state NOT IN ('complete', 'cancelled')"),
    )
    op.create_index(
        op.f("purchase_orders_supplier_id_id_idx"), "purchase_orders", ["supplier_id", "id"], unique=False, schema="hms"
    )
    op.create_table(
        "purchase_lines",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("place", sa.BigInteger(), nullable=False),
        sa.Column("medicine_id", sa.BigInteger(), nullable=False),
        sa.Column("pack_id", sa.BigInteger(), nullable=True),
        sa.Column("packs", sa.BigInteger(), nullable=False),
        sa.Column("pack_units", sa.BigInteger(), nullable=False),
        sa.Column("units", sa.BigInteger(), nullable=False),
        sa.Column("pack_price", sa.Numeric(precision=14, scale=4), nullable=False),
        sa.Column("amount", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("most", sa.BigInteger(), nullable=False),
        sa.Column("received", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("cancelled", sa.BigInteger(), server_default="0", nullable=False),
        sa.CheckConstraint(
            "pack_price >= 0 AND amount = round(packs * pack_price, 2)", name=op.f("purchase_lines_amount_check")
        ),
        sa.CheckConstraint(
            "packs > 0 AND pack_units > 0 AND units = packs * pack_units", name=op.f("purchase_lines_units_check")
        ),
        sa.CheckConstraint("received <= most AND most >= units", name=op.f("purchase_lines_most_check")),
        sa.CheckConstraint(
            "received >= 0 AND cancelled >= 0 AND cancelled <= units", name=op.f("purchase_lines_counts_check")
        ),
        sa.ForeignKeyConstraint(["medicine_id"], ["hms.medicines.id"], name=op.f("purchase_lines_medicine_id_fkey")),
        sa.ForeignKeyConstraint(["order_id"], ["hms.purchase_orders.id"], name=op.f("purchase_lines_order_id_fkey")),
        sa.ForeignKeyConstraint(["pack_id"], ["hms.packs.id"], name=op.f("purchase_lines_pack_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("purchase_lines_pkey")),
        sa.UniqueConstraint("order_id", "place", name=op.f("purchase_lines_order_id_place_key")),
        schema="hms",
    )
    op.create_index(
        op.f("purchase_lines_medicine_id_idx"), "purchase_lines", ["medicine_id"], unique=False, schema="hms"
    )
    op.create_index(op.f("purchase_lines_pack_id_idx"), "purchase_lines", ["pack_id"], unique=False, schema="hms")
    op.create_table(
        "purchase_steps",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("length(reason) <= 500", name=op.f("purchase_steps_reason_check")),
        sa.ForeignKeyConstraint(["order_id"], ["hms.purchase_orders.id"], name=op.f("purchase_steps_order_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("purchase_steps_pkey")),
        schema="hms",
    )
    op.create_index(
        op.f("purchase_steps_order_id_id_idx"), "purchase_steps", ["order_id", "id"], unique=False, schema="hms"
    )
    op.create_table(
        "receipts",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("store_id", sa.BigInteger(), nullable=False),
        sa.Column("delivery_note", sa.Text(), server_default="", nullable=False),
        sa.Column("received_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("length(delivery_note) <= 60 AND length(note) <= 500", name=op.f("receipts_words_check")),
        sa.ForeignKeyConstraint(["order_id"], ["hms.purchase_orders.id"], name=op.f("receipts_order_id_fkey")),
        sa.ForeignKeyConstraint(["store_id"], ["hms.stores.id"], name=op.f("receipts_store_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("receipts_pkey")),
        sa.UniqueConstraint("number", name=op.f("receipts_number_key")),
        schema="hms",
    )
    op.create_index(
        "receipts_delivery_note_key",
        "receipts",
        ["order_id", sa.literal_column("lower(delivery_note)")],
        unique=True,
        schema="hms",
        postgresql_where=sa.text("delivery_note <> ''"),
    )
    op.create_index(op.f("receipts_order_id_idx"), "receipts", ["order_id"], unique=False, schema="hms")
    op.create_index(op.f("receipts_received_on_idx"), "receipts", ["received_on"], unique=False, schema="hms")
    op.create_table(
        "supplier_invoices",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("supplier_id", sa.BigInteger(), nullable=False),
        sa.Column("order_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("dated", sa.Date(), nullable=False),
        sa.Column("amount", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("charges", sa.Numeric(precision=14, scale=2), server_default="0", nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("entered_by", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("entered_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("btrim(number) <> '' AND length(number) <= 60", name=op.f("supplier_invoices_number_check")),
        sa.CheckConstraint(
            "state IN ('differs', 'matched', 'approved', 'rejected')", name=op.f("supplier_invoices_state_check")
        ),
        sa.CheckConstraint("amount >= 0 AND charges >= 0", name=op.f("supplier_invoices_amount_check")),
        sa.CheckConstraint("decided_by <> entered_by", name=op.f("supplier_invoices_decided_by_check")),
        sa.CheckConstraint("length(reason) <= 500", name=op.f("supplier_invoices_reason_check")),
        sa.ForeignKeyConstraint(["order_id"], ["hms.purchase_orders.id"], name=op.f("supplier_invoices_order_id_fkey")),
        sa.ForeignKeyConstraint(["supplier_id"], ["hms.suppliers.id"], name=op.f("supplier_invoices_supplier_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("supplier_invoices_pkey")),
        schema="hms",
    )
    op.create_index(
        "supplier_invoices_number_key",
        "supplier_invoices",
        ["supplier_id", sa.literal_column("lower(number)")],
        unique=True,
        schema="hms",
        postgresql_where=sa.text("state <> 'rejected'"),
    )
    op.create_index(
        op.f("supplier_invoices_order_id_idx"), "supplier_invoices", ["order_id"], unique=False, schema="hms"
    )
    op.create_table(
        "receipt_lines",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("receipt_id", sa.BigInteger(), nullable=False),
        sa.Column("purchase_line_id", sa.BigInteger(), nullable=False),
        sa.Column("batch_id", sa.BigInteger(), nullable=False),
        sa.Column("movement_id", sa.BigInteger(), nullable=True),
        sa.Column("units", sa.BigInteger(), nullable=False),
        sa.Column("unit_cost", sa.Numeric(precision=14, scale=4), nullable=False),
        sa.Column("amount", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.Column("returned", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("corrected", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("length(reason) <= 500", name=op.f("receipt_lines_reason_check")),
        sa.CheckConstraint("returned + corrected <= units", name=op.f("receipt_lines_left_check")),
        sa.CheckConstraint("units > 0 AND returned >= 0 AND corrected >= 0", name=op.f("receipt_lines_units_check")),
        sa.ForeignKeyConstraint(["batch_id"], ["hms.batches.id"], name=op.f("receipt_lines_batch_id_fkey")),
        sa.ForeignKeyConstraint(["movement_id"], ["hms.movements.id"], name=op.f("receipt_lines_movement_id_fkey")),
        sa.ForeignKeyConstraint(
            ["purchase_line_id"], ["hms.purchase_lines.id"], name=op.f("receipt_lines_purchase_line_id_fkey")
        ),
        sa.ForeignKeyConstraint(["receipt_id"], ["hms.receipts.id"], name=op.f("receipt_lines_receipt_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("receipt_lines_pkey")),
        sa.UniqueConstraint("movement_id", name=op.f("receipt_lines_movement_id_key")),
        schema="hms",
    )
    op.create_index(op.f("receipt_lines_batch_id_idx"), "receipt_lines", ["batch_id"], unique=False, schema="hms")
    op.create_index(
        op.f("receipt_lines_purchase_line_id_idx"), "receipt_lines", ["purchase_line_id"], unique=False, schema="hms"
    )
    op.create_index(op.f("receipt_lines_receipt_id_idx"), "receipt_lines", ["receipt_id"], unique=False, schema="hms")
    op.create_table(
        "supplier_invoice_lines",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("invoice_id", sa.BigInteger(), nullable=False),
        sa.Column("purchase_line_id", sa.BigInteger(), nullable=False),
        sa.Column("packs", sa.BigInteger(), nullable=False),
        sa.Column("pack_price", sa.Numeric(precision=14, scale=4), nullable=False),
        sa.Column("amount", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.CheckConstraint("amount = round(packs * pack_price, 2)", name=op.f("supplier_invoice_lines_amount_check")),
        sa.CheckConstraint("packs > 0 AND pack_price >= 0", name=op.f("supplier_invoice_lines_packs_check")),
        sa.ForeignKeyConstraint(
            ["invoice_id"], ["hms.supplier_invoices.id"], name=op.f("supplier_invoice_lines_invoice_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["purchase_line_id"], ["hms.purchase_lines.id"], name=op.f("supplier_invoice_lines_purchase_line_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("supplier_invoice_lines_pkey")),
        sa.UniqueConstraint(
            "invoice_id", "purchase_line_id", name=op.f("supplier_invoice_lines_invoice_id_purchase_line_id_key")
        ),
        schema="hms",
    )
    op.create_index(
        op.f("supplier_invoice_lines_purchase_line_id_idx"),
        "supplier_invoice_lines",
        ["purchase_line_id"],
        unique=False,
        schema="hms",
    )
    op.create_table(
        "supplier_returns",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("receipt_id", sa.BigInteger(), nullable=False),
        sa.Column("store_id", sa.BigInteger(), nullable=False),
        sa.Column("returned_on", sa.Date(), nullable=False),
        sa.Column("recorded_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("credit", sa.Numeric(precision=14, scale=2), server_default="0", nullable=False),
        sa.CheckConstraint("btrim(reason) <> '' AND length(reason) <= 500", name=op.f("supplier_returns_reason_check")),
        sa.ForeignKeyConstraint(["receipt_id"], ["hms.receipts.id"], name=op.f("supplier_returns_receipt_id_fkey")),
        sa.ForeignKeyConstraint(["store_id"], ["hms.stores.id"], name=op.f("supplier_returns_store_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("supplier_returns_pkey")),
        sa.UniqueConstraint("number", name=op.f("supplier_returns_number_key")),
        schema="hms",
    )
    op.create_index(
        op.f("supplier_returns_receipt_id_idx"), "supplier_returns", ["receipt_id"], unique=False, schema="hms"
    )
    op.create_table(
        "supplier_return_lines",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("return_id", sa.BigInteger(), nullable=False),
        sa.Column("receipt_line_id", sa.BigInteger(), nullable=False),
        sa.Column("movement_id", sa.BigInteger(), nullable=False),
        sa.Column("units", sa.BigInteger(), nullable=False),
        sa.Column("amount", sa.Numeric(precision=14, scale=2), nullable=False),
        sa.CheckConstraint("units > 0 AND amount >= 0", name=op.f("supplier_return_lines_units_check")),
        sa.ForeignKeyConstraint(
            ["movement_id"], ["hms.movements.id"], name=op.f("supplier_return_lines_movement_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["receipt_line_id"], ["hms.receipt_lines.id"], name=op.f("supplier_return_lines_receipt_line_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["return_id"], ["hms.supplier_returns.id"], name=op.f("supplier_return_lines_return_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("supplier_return_lines_pkey")),
        sa.UniqueConstraint("movement_id", name=op.f("supplier_return_lines_movement_id_key")),
        sa.UniqueConstraint(
            "return_id", "receipt_line_id", name=op.f("supplier_return_lines_return_id_receipt_line_id_key")
        ),
        schema="hms",
    )
    op.create_index(
        op.f("supplier_return_lines_receipt_line_id_idx"),
        "supplier_return_lines",
        ["receipt_line_id"],
        unique=False,
        schema="hms",
    )
    op.execute("INSERT INTO hms.purchasing_rules (id) VALUES (1)")
    for duty, most in _LIMITS:
        op.execute(
            sa.text("INSERT INTO hms.approval_limits (duty, most) VALUES (:duty, CAST(:most AS numeric))").bindparams(
                duty=duty, most=most
            )
        )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0015', '0.1.0')")
