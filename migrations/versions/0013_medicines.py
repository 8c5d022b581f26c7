"""What the catalogue needs besides its tables: other names, the words it is found by, daily doses and imports."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0013"
down_revision = "0012"


def upgrade() -> None:
    op.add_column(
        "medicines",
        sa.Column("synonyms", postgresql.ARRAY(sa.Text()), server_default="{}", nullable=False),
        schema="hms",
    )
    op.create_table(
        "medicine_words",
        sa.Column("medicine_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("words", postgresql.TSVECTOR(), nullable=False),
        sa.ForeignKeyConstraint(["medicine_id"], ["hms.medicines.id"], name=op.f("medicine_words_medicine_id_fkey")),
        sa.PrimaryKeyConstraint("medicine_id", name=op.f("medicine_words_pkey")),
        schema="hms",
    )
    op.create_index(op.f("medicine_words_name_key_idx"), "medicine_words", ["name_key"], unique=False, schema="hms")
    op.create_index(
        op.f("medicine_words_words_idx"),
        "medicine_words",
        ["words"],
        unique=False,
        schema="hms",
        postgresql_using="gin",
        postgresql_with={"fastupdate": "off"},
    )
    op.create_table(
        "catalogue_vocabulary",
        sa.Column("word", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("word", name=op.f("catalogue_vocabulary_pkey")),
        schema="hms",
    )
    op.create_index(
        "catalogue_vocabulary_alike_idx",
        "catalogue_vocabulary",
        ["word"],
        unique=False,
        schema="hms",
        postgresql_using="gin",
        postgresql_ops={"word": "public.gin_trgm_ops"},
        postgresql_with={"fastupdate": "off"},
    )
    op.create_table(
        "defined_doses",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("atc_code", sa.Text(), nullable=False),
        sa.Column("dose", sa.Numeric(precision=14, scale=6), nullable=False),
        sa.Column("unit", sa.Text(), nullable=False),
        sa.Column("route", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.CheckConstraint("dose > 0", name=op.f("defined_doses_dose_check")),
        sa.ForeignKeyConstraint(["atc_code"], ["hms.atc_codes.code"], name=op.f("defined_doses_atc_code_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("defined_doses_pkey")),
        sa.UniqueConstraint(
            "atc_code", "route", "unit", "note", name=op.f("defined_doses_atc_code_route_unit_note_key")
        ),
        schema="hms",
    )
    op.create_table(
        "catalogue_imports",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("lines_done", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("rows_made", sa.BigInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("started_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("started_by", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("finished_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.CheckConstraint("digest ~ '^[0-9a-f]{64}$'", name=op.f("catalogue_imports_digest_check")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("catalogue_imports_name_check")),
        sa.CheckConstraint("lines_done >= 0 AND rows_made >= 0", name=op.f("catalogue_imports_counts_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("catalogue_imports_pkey")),
        sa.UniqueConstraint("digest", name=op.f("catalogue_imports_digest_key")),
        schema="hms",
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0013', '0.1.0')")
