"""Finding: the vocabulary of name parts, the Latin letters of every script, who had whom in hand, births by date."""

import unicodedata

import sqlalchemy as sa
from alembic import op
from anyascii import anyascii

revision = "0002"
down_revision = "0001"

# Ayin and alef lead many names where anyascii writes only an apostrophe.
_WRITTEN = {"\u05d0": "a", "\u05e2": "a", "\u0639": "a"}


def upgrade() -> None:
    op.create_table(
        "name_parts",
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("romanised", sa.Text(), nullable=False),
        sa.Column("slips", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("sounds", sa.ARRAY(sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("part", name=op.f("name_parts_pkey")),
        schema="hms",
    )
    op.create_index(op.f("name_parts_romanised_idx"), "name_parts", ["romanised"], schema="hms")
    for column in ("slips", "sounds"):
        op.create_index(
            op.f(f"name_parts_{column}_idx"),
            "name_parts",
            [column],
            schema="hms",
            postgresql_using="gin",
            postgresql_with={"fastupdate": "off"},
        )
    op.create_table(
        "taken_patients",
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("taken_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("taken_patients_patient_id_fkey")),
        sa.PrimaryKeyConstraint("person", "patient_id", name=op.f("taken_patients_pkey")),
        schema="hms",
    )
    op.create_index(op.f("taken_patients_patient_id_idx"), "taken_patients", ["patient_id"], schema="hms")
    op.create_index(op.f("taken_patients_workstation_idx"), "taken_patients", ["workstation"], schema="hms")
    op.create_index(
        op.f("patients_birth_date_id_idx"),
        "patients",
        ["birth_date", "id"],
        schema="hms",
        postgresql_include=["birth_precision", "search_name"],
    )
    op.create_index(
        "patients_born_about_idx",
        "patients",
        ["birth_date", "id"],
        schema="hms",
        postgresql_include=["birth_precision", "search_name"],
        postgresql_where=sa.text("birth_precision <> 'day'"),
    )
    signs = op.create_table(
        "romanised_signs",
        sa.Column("page", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("latin", sa.ARRAY(sa.Text()), nullable=False),
        sa.PrimaryKeyConstraint("page", name=op.f("romanised_signs_pkey")),
        schema="hms",
    )
    op.bulk_insert(signs, _pages())
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0002', '0.1.0')")


def _pages() -> list[dict[str, object]]:
    """The signs of the basic plane by 256, each in Latin letters; pages of which none is a letter are left out."""
    pages = []
    for page in range(0x100):
        latin = [_latin(chr(page * 256 + place)) for place in range(256)]
        if any(latin):
            pages.append({"page": page, "latin": latin})
    return pages


def _latin(sign: str) -> str:
    """In small Latin letters; empty for what a normalised name never holds (capitals, composed signs, surrogates)."""
    if unicodedata.category(sign)[0] not in "LMN" or unicodedata.normalize("NFKD", sign) != sign:
        return ""
    written = _WRITTEN.get(sign) or anyascii(sign).lower()
    return "".join(letter for letter in written if letter.isascii() and letter.isalnum())
