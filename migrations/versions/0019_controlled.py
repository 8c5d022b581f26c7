"""The register of controlled medicines."""

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0018"


def upgrade() -> None:
    op.create_table(
        "controlled_balances",
        sa.Column("store_id", sa.BigInteger(), nullable=False),
        sa.Column("medicine_id", sa.BigInteger(), nullable=False),
        sa.Column("units", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("entries", sa.BigInteger(), server_default="0", nullable=False),
        sa.CheckConstraint("units >= 0", name=op.f("controlled_balances_units_check")),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["hms.medicines.id"], name=op.f("controlled_balances_medicine_id_fkey")
        ),
        sa.ForeignKeyConstraint(["store_id"], ["hms.stores.id"], name=op.f("controlled_balances_store_id_fkey")),
        sa.PrimaryKeyConstraint("store_id", "medicine_id", name=op.f("controlled_balances_pkey")),
        schema="hms",
    )
    op.create_table(
        "controlled_checks",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("store_id", sa.BigInteger(), nullable=False),
        sa.Column("medicine_id", sa.BigInteger(), nullable=False),
        sa.Column("expected", sa.BigInteger(), nullable=False),
        sa.Column("counted", sa.BigInteger(), nullable=False),
        sa.Column("checked_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("witness", sa.Text(), nullable=False),
        sa.CheckConstraint("counted >= 0 AND expected >= 0", name=op.f("controlled_checks_units_check")),
        sa.CheckConstraint("witness <> person", name=op.f("controlled_checks_two_people_check")),
        sa.ForeignKeyConstraint(["medicine_id"], ["hms.medicines.id"], name=op.f("controlled_checks_medicine_id_fkey")),
        sa.ForeignKeyConstraint(["store_id"], ["hms.stores.id"], name=op.f("controlled_checks_store_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("controlled_checks_pkey")),
        schema="hms",
    )
    op.create_index(
        op.f("controlled_checks_store_id_medicine_id_checked_at_idx"),
        "controlled_checks",
        ["store_id", "medicine_id", "checked_at"],
        unique=False,
        schema="hms",
    )
    op.create_table(
        "controlled_discrepancies",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("check_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("opened_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("opened_by", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("investigated_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("investigated_by", sa.Text(), nullable=True),
        sa.Column("finding", sa.Text(), server_default="", nullable=False),
        sa.Column("closed_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("closed_by", sa.Text(), nullable=True),
        sa.Column("outcome", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint(
            "(state = 'closed') = (closed_by IS NOT NULL)", name=op.f("controlled_discrepancies_closed_check")
        ),
        sa.CheckConstraint(
            "(state = 'open') = (investigated_by IS NULL)", name=op.f("controlled_discrepancies_investigated_check")
        ),
        sa.CheckConstraint(
            "state IN ('open', 'investigated', 'closed')", name=op.f("controlled_discrepancies_state_check")
        ),
        sa.CheckConstraint(
            "closed_by <> investigated_by AND closed_by <> opened_by",
            name=op.f("controlled_discrepancies_closer_check"),
        ),
        sa.CheckConstraint("investigated_by <> opened_by", name=op.f("controlled_discrepancies_investigator_check")),
        sa.CheckConstraint(
            "length(finding) <= 500 AND length(outcome) <= 500", name=op.f("controlled_discrepancies_words_check")
        ),
        sa.ForeignKeyConstraint(
            ["check_id"], ["hms.controlled_checks.id"], name=op.f("controlled_discrepancies_check_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("controlled_discrepancies_pkey")),
        sa.UniqueConstraint("check_id", name=op.f("controlled_discrepancies_check_id_key")),
        schema="hms",
    )
    op.create_table(
        "controlled_entries",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("store_id", sa.BigInteger(), nullable=False),
        sa.Column("medicine_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("units", sa.BigInteger(), nullable=False),
        sa.Column("balance", sa.BigInteger(), nullable=False),
        sa.Column("movement_id", sa.BigInteger(), nullable=True),
        sa.Column("corrects_id", sa.BigInteger(), nullable=True),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("entered_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("witness", sa.Text(), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "(kind = 'correction') = (corrects_id IS NOT NULL)", name=op.f("controlled_entries_corrects_check")
        ),
        sa.CheckConstraint(
            "(kind = 'correction') = (movement_id IS NULL)", name=op.f("controlled_entries_movement_check")
        ),
        sa.CheckConstraint(
            "kind IN ('opening', 'receipt', 'transfer_out', 'transfer_in', 'issue', 'dispense', "
            "'patient_return', 'supplier_return', 'loss', 'count', 'reversal', 'correction')",
            name=op.f("controlled_entries_kind_check"),
        ),
        sa.CheckConstraint(
            "kind NOT IN ('correction', 'loss') OR btrim(reason) <> ''",
            name=op.f("controlled_entries_reason_given_check"),
        ),
        sa.CheckConstraint("balance >= 0", name=op.f("controlled_entries_balance_check")),
        sa.CheckConstraint("length(reason) <= 500", name=op.f("controlled_entries_reason_check")),
        sa.CheckConstraint("units <> 0", name=op.f("controlled_entries_units_check")),
        sa.CheckConstraint("witness <> person", name=op.f("controlled_entries_two_people_check")),
        sa.ForeignKeyConstraint(
            ["corrects_id"], ["hms.controlled_entries.id"], name=op.f("controlled_entries_corrects_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["medicine_id"], ["hms.medicines.id"], name=op.f("controlled_entries_medicine_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["movement_id"], ["hms.movements.id"], name=op.f("controlled_entries_movement_id_fkey")
        ),
        sa.ForeignKeyConstraint(["store_id"], ["hms.stores.id"], name=op.f("controlled_entries_store_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("controlled_entries_pkey")),
        sa.UniqueConstraint("movement_id", name=op.f("controlled_entries_movement_id_key")),
        sa.UniqueConstraint(
            "store_id", "medicine_id", "number", name=op.f("controlled_entries_store_id_medicine_id_number_key")
        ),
        schema="hms",
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0019', '0.1.0')")
