"""Dispenses, leases and what is owed."""

import sqlalchemy as sa
from alembic import op

revision = "0018"
down_revision = "0017"


def upgrade() -> None:
    op.create_table(
        "dispensing_rules",
        sa.Column("id", sa.BigInteger(), server_default=sa.text("1"), autoincrement=False, nullable=False),
        sa.Column("lease_minutes", sa.BigInteger(), server_default="10", nullable=False),
        sa.Column("second_check", sa.Text(), server_default="never", nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "second_check IN ('never', 'high_alert', 'always')", name=op.f("dispensing_rules_second_check_check")
        ),
        sa.CheckConstraint("id = 1", name=op.f("dispensing_rules_single_check")),
        sa.CheckConstraint("lease_minutes BETWEEN 1 AND 240", name=op.f("dispensing_rules_lease_minutes_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("dispensing_rules_pkey")),
        schema="hms",
    )
    op.create_table(
        "dispenses",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("prescription_id", sa.BigInteger(), nullable=False),
        sa.Column("store_id", sa.BigInteger(), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("dispensed_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("checked_by", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("length(note) <= 1000", name=op.f("dispenses_note_check")),
        sa.ForeignKeyConstraint(
            ["prescription_id"], ["hms.prescriptions.id"], name=op.f("dispenses_prescription_id_fkey")
        ),
        sa.ForeignKeyConstraint(["store_id"], ["hms.stores.id"], name=op.f("dispenses_store_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("dispenses_pkey")),
        schema="hms",
    )
    op.create_index(
        op.f("dispenses_business_date_id_idx"), "dispenses", ["business_date", "id"], unique=False, schema="hms"
    )
    op.create_index(
        op.f("dispenses_prescription_id_id_idx"), "dispenses", ["prescription_id", "id"], unique=False, schema="hms"
    )
    op.create_table(
        "leases",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("prescription_id", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("until_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["prescription_id"], ["hms.prescriptions.id"], name=op.f("leases_prescription_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("leases_pkey")),
        sa.UniqueConstraint("prescription_id", name=op.f("leases_prescription_id_key")),
        schema="hms",
    )
    op.create_table(
        "dispense_lines",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("dispense_id", sa.BigInteger(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("medicine_id", sa.BigInteger(), nullable=False),
        sa.Column("batch_id", sa.BigInteger(), nullable=False),
        sa.Column("movement_id", sa.BigInteger(), nullable=False),
        sa.Column("units", sa.BigInteger(), nullable=False),
        sa.Column("returned", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("scanned", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("substitution", sa.Text(), server_default="", nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("substitution = '' OR btrim(why) <> ''", name=op.f("dispense_lines_why_given_check")),
        sa.CheckConstraint(
            "substitution IN ('', 'equivalent', 'prescriber')", name=op.f("dispense_lines_substitution_check")
        ),
        sa.CheckConstraint("length(reason) <= 300 AND length(why) <= 300", name=op.f("dispense_lines_words_check")),
        sa.CheckConstraint("returned BETWEEN 0 AND units", name=op.f("dispense_lines_returned_check")),
        sa.CheckConstraint("units > 0", name=op.f("dispense_lines_units_check")),
        sa.ForeignKeyConstraint(["batch_id"], ["hms.batches.id"], name=op.f("dispense_lines_batch_id_fkey")),
        sa.ForeignKeyConstraint(["dispense_id"], ["hms.dispenses.id"], name=op.f("dispense_lines_dispense_id_fkey")),
        sa.ForeignKeyConstraint(["line_id"], ["hms.prescription_lines.id"], name=op.f("dispense_lines_line_id_fkey")),
        sa.ForeignKeyConstraint(["medicine_id"], ["hms.medicines.id"], name=op.f("dispense_lines_medicine_id_fkey")),
        sa.ForeignKeyConstraint(["movement_id"], ["hms.movements.id"], name=op.f("dispense_lines_movement_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("dispense_lines_pkey")),
        sa.UniqueConstraint("movement_id", name=op.f("dispense_lines_movement_id_key")),
        schema="hms",
    )
    op.create_index(op.f("dispense_lines_batch_id_idx"), "dispense_lines", ["batch_id"], unique=False, schema="hms")
    op.create_index(
        op.f("dispense_lines_dispense_id_idx"), "dispense_lines", ["dispense_id"], unique=False, schema="hms"
    )
    op.create_index(op.f("dispense_lines_line_id_idx"), "dispense_lines", ["line_id"], unique=False, schema="hms")
    op.create_table(
        "omissions",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("dispense_id", sa.BigInteger(), nullable=False),
        sa.Column("line_id", sa.BigInteger(), nullable=False),
        sa.Column("units", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("open", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.CheckConstraint("kind = 'owed' OR NOT open", name=op.f("omissions_open_is_owed_check")),
        sa.CheckConstraint("kind IN ('owed', 'stopped', 'declined', 'later')", name=op.f("omissions_kind_check")),
        sa.CheckConstraint("length(reason) <= 300", name=op.f("omissions_reason_check")),
        sa.CheckConstraint("units > 0", name=op.f("omissions_units_check")),
        sa.ForeignKeyConstraint(["dispense_id"], ["hms.dispenses.id"], name=op.f("omissions_dispense_id_fkey")),
        sa.ForeignKeyConstraint(["line_id"], ["hms.prescription_lines.id"], name=op.f("omissions_line_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("omissions_pkey")),
        schema="hms",
    )
    op.create_index(op.f("omissions_dispense_id_idx"), "omissions", ["dispense_id"], unique=False, schema="hms")
    op.create_index(
        "omissions_open_key", "omissions", ["line_id"], unique=True, schema="hms", postgresql_where=sa.text("open")
    )
    op.create_table(
        "reversals",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("dispense_id", sa.BigInteger(), nullable=False),
        sa.Column("returned", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("reversed_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.CheckConstraint("btrim(reason) <> '' AND length(reason) <= 300", name=op.f("reversals_reason_check")),
        sa.ForeignKeyConstraint(["dispense_id"], ["hms.dispenses.id"], name=op.f("reversals_dispense_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("reversals_pkey")),
        sa.UniqueConstraint("dispense_id", name=op.f("reversals_dispense_id_key")),
        schema="hms",
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0018', '0.1.0')")
