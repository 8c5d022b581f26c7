"""Prescribing: the lines that people and departments write often, and the hospital's own choices."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0016"
down_revision = "0015"


def upgrade() -> None:
    op.create_table(
        "favourite_lines",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("department_id", sa.BigInteger(), nullable=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("medicine_id", sa.BigInteger(), nullable=False),
        sa.Column("dose", sa.Numeric(precision=10, scale=3), nullable=True),
        sa.Column("frequency", sa.Text(), server_default="", nullable=False),
        sa.Column("days", sa.BigInteger(), nullable=True),
        sa.Column("as_needed", sa.Boolean(), server_default=sa.false(), nullable=False),
        sa.Column("daily_maximum", sa.Numeric(precision=10, scale=3), nullable=True),
        sa.Column("taper", postgresql.JSONB(astext_type=sa.Text()), server_default="[]", nullable=False),
        sa.Column("quantity", sa.BigInteger(), nullable=False),
        sa.Column("refills", sa.BigInteger(), server_default="0", nullable=False),
        sa.Column("substitution", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("directions", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("btrim(name) <> '' AND length(name) <= 80", name=op.f("favourite_lines_name_check")),
        sa.CheckConstraint("daily_maximum > 0", name=op.f("favourite_lines_daily_maximum_check")),
        sa.CheckConstraint("days BETWEEN 1 AND 366", name=op.f("favourite_lines_days_check")),
        sa.CheckConstraint("dose > 0", name=op.f("favourite_lines_dose_check")),
        sa.CheckConstraint(
            "length(directions) <= 500 AND length(frequency) <= 20", name=op.f("favourite_lines_words_check")
        ),
        sa.CheckConstraint("num_nonnulls(person, department_id) = 1", name=op.f("favourite_lines_owner_check")),
        sa.CheckConstraint("quantity > 0", name=op.f("favourite_lines_quantity_check")),
        sa.CheckConstraint("refills BETWEEN 0 AND 99", name=op.f("favourite_lines_refills_check")),
        sa.ForeignKeyConstraint(
            ["department_id"], ["hms.departments.id"], name=op.f("favourite_lines_department_id_fkey")
        ),
        sa.ForeignKeyConstraint(["medicine_id"], ["hms.medicines.id"], name=op.f("favourite_lines_medicine_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("favourite_lines_pkey")),
        sa.UniqueConstraint(
            "person",
            "department_id",
            "name",
            name=op.f("favourite_lines_person_department_id_name_key"),
            postgresql_nulls_not_distinct=True,
        ),
        schema="hms",
    )
    op.create_index(
        op.f("favourite_lines_department_id_idx"), "favourite_lines", ["department_id"], unique=False, schema="hms"
    )
    op.create_index(
        op.f("favourite_lines_medicine_id_idx"), "favourite_lines", ["medicine_id"], unique=False, schema="hms"
    )
    op.create_table(
        "prescribing_rules",
        sa.Column("id", sa.BigInteger(), server_default=sa.text("1"), autoincrement=False, nullable=False),
        sa.Column("pharmacy_id", sa.BigInteger(), nullable=True),
        sa.Column("valid_days", sa.BigInteger(), server_default="30", nullable=False),
        sa.Column("controlled_days", sa.BigInteger(), server_default="28", nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("controlled_days BETWEEN 1 AND 366", name=op.f("prescribing_rules_controlled_days_check")),
        sa.CheckConstraint("id = 1", name=op.f("prescribing_rules_single_check")),
        sa.CheckConstraint("valid_days BETWEEN 1 AND 366", name=op.f("prescribing_rules_valid_days_check")),
        sa.ForeignKeyConstraint(["pharmacy_id"], ["hms.services.id"], name=op.f("prescribing_rules_pharmacy_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("prescribing_rules_pkey")),
        schema="hms",
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0016', '0.1.0')")
