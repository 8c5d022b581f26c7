"""Recalled lots that the house has not yet, what the hospital sets about stock and dispensing, copies of papers."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0026"
down_revision = "0025"


def upgrade() -> None:
    _recalled_lots()
    _stock_rules()
    _dispensing_rules()
    op.create_index(op.f("print_jobs_document_subject_idx"), "print_jobs", ["document", "subject"], schema="hms")
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0026', '0.1.0')")


def _recalled_lots() -> None:
    op.create_table(
        "recalled_lots",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("medicine_id", sa.BigInteger(), nullable=False),
        sa.Column("lot", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("lifted_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("lifted_by", sa.Text(), nullable=True),
        sa.Column("lifted_why", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("btrim(lot) <> '' AND length(lot) <= 60", name=op.f("recalled_lots_lot_check")),
        sa.CheckConstraint("btrim(reason) <> '' AND length(reason) <= 500", name=op.f("recalled_lots_reason_check")),
        sa.CheckConstraint("(lifted_at IS NULL) = (lifted_by IS NULL)", name=op.f("recalled_lots_lifted_check")),
        sa.CheckConstraint(
            "(lifted_at IS NULL) = (lifted_why = '') AND length(lifted_why) <= 500",
            name=op.f("recalled_lots_lifted_why_check"),
        ),
        sa.ForeignKeyConstraint(["medicine_id"], ["hms.medicines.id"], name=op.f("recalled_lots_medicine_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("recalled_lots_pkey")),
        schema="hms",
    )
    op.create_index(
        "recalled_lots_standing_key",
        "recalled_lots",
        ["medicine_id", sa.text("lower(lot)")],
        unique=True,
        schema="hms",
        postgresql_where=sa.text("lifted_at IS NULL"),
    )
    # What is recalled now is remembered from now on.
    op.execute(
        """
        INSERT INTO hms.recalled_lots (medicine_id, lot, reason, at, person)
        SELECT DISTINCT ON (b.medicine_id, lower(b.lot)) b.medicine_id, b.lot, c.reason, c.at, c.person
        FROM hms.batches b JOIN hms.batch_changes c ON c.batch_id = b.id AND c.to_state = 'recalled'
        WHERE b.state = 'recalled' ORDER BY b.medicine_id, lower(b.lot), c.id DESC
        """
    )


def _stock_rules() -> None:
    op.create_table(
        "stock_rules",
        sa.Column("id", sa.BigInteger(), server_default=sa.text("1"), autoincrement=False, nullable=False),
        sa.Column("backdate_days", sa.BigInteger(), server_default="7", nullable=False),
        sa.Column("usage_days", sa.BigInteger(), server_default="90", nullable=False),
        sa.Column("level_days", sa.BigInteger(), server_default="14", nullable=False),
        sa.Column("cover_days", sa.BigInteger(), server_default="45", nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("stock_rules_single_check")),
        sa.CheckConstraint("backdate_days BETWEEN 0 AND 31", name=op.f("stock_rules_backdate_days_check")),
        sa.CheckConstraint("usage_days BETWEEN 7 AND 366", name=op.f("stock_rules_usage_days_check")),
        sa.CheckConstraint("level_days BETWEEN 1 AND 366", name=op.f("stock_rules_level_days_check")),
        sa.CheckConstraint("cover_days > level_days AND cover_days <= 731", name=op.f("stock_rules_cover_days_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("stock_rules_pkey")),
        schema="hms",
    )


def _dispensing_rules() -> None:
    for column in (
        sa.Column("checked_classes", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("equivalents", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("covers_supply", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("least_days", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("label_language", sa.Text(), server_default="", nullable=False),
        sa.Column("check_hours", sa.BigInteger(), server_default="12", nullable=False),
    ):
        op.add_column("dispensing_rules", column, schema="hms")
    for name, condition in {
        "checked_classes": "cardinality(checked_classes) <= 100",
        "least_days": "least_days BETWEEN 0 AND 366",
        "label_language": "label_language ~ '^([a-z]{2,3})?$'",
        "check_hours": "check_hours BETWEEN 1 AND 168",
    }.items():
        op.create_check_constraint(op.f(f"dispensing_rules_{name}_check"), "dispensing_rules", condition, schema="hms")
