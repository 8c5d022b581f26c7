"""Duplicates and merging."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    op.add_column("patients", sa.Column("merged_into", sa.BigInteger(), nullable=True), schema="hms")
    op.create_foreign_key(
        op.f("patients_merged_into_fkey"),
        "patients",
        "patients",
        ["merged_into"],
        ["id"],
        source_schema="hms",
        referent_schema="hms",
    )
    op.create_check_constraint(op.f("patients_not_into_itself_check"), "patients", "merged_into <> id", schema="hms")
    op.create_index(
        "patients_merged_into_idx",
        "patients",
        ["merged_into"],
        schema="hms",
        postgresql_where=sa.text("merged_into IS NOT NULL"),
    )
    op.create_table(
        "patient_likeness",
        sa.Column("patient_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("keys", postgresql.ARRAY(sa.Integer()), nullable=False),
        sa.PrimaryKeyConstraint("patient_id", name=op.f("patient_likeness_pkey")),
        schema="hms",
    )
    op.create_index(
        op.f("patient_likeness_keys_idx"),
        "patient_likeness",
        ["keys"],
        schema="hms",
        postgresql_using="gin",
        postgresql_with={"gin_pending_list_limit": "64"},
    )
    op.create_table(
        "patients_to_compare",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("patients_to_compare_pkey")),
        schema="hms",
    )
    op.create_table(
        "suspected_pairs",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("first_id", sa.BigInteger(), nullable=False),
        sa.Column("second_id", sa.BigInteger(), nullable=False),
        sa.Column("score", sa.Double(), nullable=False),
        sa.Column("reasons", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        sa.Column("state", sa.Text(), server_default="open", nullable=False),
        sa.Column("found_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("decided_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Text(), nullable=True),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("first_id < second_id", name=op.f("suspected_pairs_in_order_check")),
        sa.CheckConstraint("state IN ('open', 'different', 'merged')", name=op.f("suspected_pairs_state_check")),
        sa.CheckConstraint(
            "(state = 'open') = (decided_at IS NULL)", name=op.f("suspected_pairs_decision_has_time_check")
        ),
        sa.ForeignKeyConstraint(["first_id"], ["hms.patients.id"], name=op.f("suspected_pairs_first_id_fkey")),
        sa.ForeignKeyConstraint(["second_id"], ["hms.patients.id"], name=op.f("suspected_pairs_second_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("suspected_pairs_pkey")),
        sa.UniqueConstraint("first_id", "second_id", name=op.f("suspected_pairs_first_id_second_id_key")),
        schema="hms",
    )
    op.create_index(op.f("suspected_pairs_second_id_idx"), "suspected_pairs", ["second_id"], schema="hms")
    op.create_index(
        "suspected_pairs_open_idx",
        "suspected_pairs",
        [sa.text("(- score)"), "id"],
        schema="hms",
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_table(
        "merges",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("survivor_id", sa.BigInteger(), nullable=False),
        sa.Column("absorbed_id", sa.BigInteger(), nullable=False),
        sa.Column("before", postgresql.JSONB(), nullable=False),
        sa.Column("after", postgresql.JSONB(), nullable=False),
        sa.Column("moved", postgresql.JSONB(), nullable=False),
        sa.Column("made_pairs", postgresql.ARRAY(sa.BigInteger()), server_default="{}", nullable=False),
        sa.Column("merged_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("merged_by", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("undone_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("undone_by", sa.Text(), nullable=True),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("survivor_id <> absorbed_id", name=op.f("merges_two_records_check")),
        sa.CheckConstraint("(undone_at IS NULL) = (undone_by IS NULL)", name=op.f("merges_undone_by_somebody_check")),
        sa.ForeignKeyConstraint(["absorbed_id"], ["hms.patients.id"], name=op.f("merges_absorbed_id_fkey")),
        sa.ForeignKeyConstraint(["survivor_id"], ["hms.patients.id"], name=op.f("merges_survivor_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("merges_pkey")),
        schema="hms",
    )
    op.create_index(op.f("merges_absorbed_id_idx"), "merges", ["absorbed_id"], schema="hms")
    op.create_index(op.f("merges_survivor_id_idx"), "merges", ["survivor_id"], schema="hms")
    op.create_index(
        "merges_standing_idx",
        "merges",
        ["absorbed_id"],
        unique=True,
        schema="hms",
        postgresql_where=sa.text("undone_at IS NULL"),
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0004', '0.1.0')")
