"""Registering: contacts, policies, allergies, photo, consent, verified phones, and where a history is found."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "patient_allergies",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("substance", sa.Text(), nullable=False),
        sa.Column("severity", sa.Text(), server_default=sa.text("'unknown'"), nullable=False),
        sa.Column("reaction", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("system", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("code", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint(
            "btrim(substance) <> '' AND length(substance) <= 200", name=op.f("patient_allergies_substance_check")
        ),
        sa.CheckConstraint(
            "severity IN ('unknown', 'mild', 'moderate', 'severe')", name=op.f("patient_allergies_severity_check")
        ),
        sa.CheckConstraint(
            "system IN ('', 'atc', 'hms') AND (system = '') = (code = '')", name=op.f("patient_allergies_coded_check")
        ),
        sa.CheckConstraint("length(code) <= 40", name=op.f("patient_allergies_code_check")),
        sa.CheckConstraint("length(reaction) <= 300", name=op.f("patient_allergies_reaction_check")),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("patient_allergies_patient_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("patient_allergies_pkey")),
        schema="hms",
    )
    op.create_index(
        op.f("patient_allergies_patient_id_idx"), "patient_allergies", ["patient_id"], unique=False, schema="hms"
    )
    op.create_table(
        "patient_consents",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.CheckConstraint(
            "question IN ('treatment', 'messages', 'relatives', 'insurer', 'other_providers', 'research')",
            name=op.f("patient_consents_question_check"),
        ),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("patient_consents_patient_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("patient_consents_pkey")),
        schema="hms",
    )
    op.create_index(
        op.f("patient_consents_patient_id_question_id_idx"),
        "patient_consents",
        ["patient_id", "question", "id"],
        unique=False,
        schema="hms",
    )
    op.create_table(
        "patient_contacts",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("relation", sa.Text(), server_default=sa.text("'relative'"), nullable=False),
        sa.Column("number", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("e164", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint("btrim(name) <> '' AND length(name) <= 300", name=op.f("patient_contacts_name_check")),
        sa.CheckConstraint("e164 = '' OR e164 ~ '^\\+[1-9][0-9]{6,14}$'", name=op.f("patient_contacts_e164_check")),
        sa.CheckConstraint(
            "relation IN ('parent', 'spouse', 'child', 'sibling', 'guardian', 'relative', 'friend', 'neighbour', "
            "'employer', 'other')",
            name=op.f("patient_contacts_relation_check"),
        ),
        sa.CheckConstraint("length(number) <= 60", name=op.f("patient_contacts_number_check")),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("patient_contacts_patient_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("patient_contacts_pkey")),
        schema="hms",
    )
    op.create_index(
        op.f("patient_contacts_patient_id_idx"), "patient_contacts", ["patient_id"], unique=False, schema="hms"
    )
    op.create_table(
        "patient_photos",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("thumbnail", sa.LargeBinary(), nullable=True),
        sa.Column("picture", sa.LargeBinary(), nullable=True),
        sa.Column("taken_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("taken_by", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.CheckConstraint(
            "octet_length(picture) <= 1048576 AND "
            "(substr(picture, 1, 3) = '\\xffd8ff' OR substr(picture, 1, 8) = '\\x89504e470d0a1a0a')",
            name=op.f("patient_photos_picture_check"),
        ),
        sa.CheckConstraint(
            "octet_length(thumbnail) <= 65536 AND "
            "(substr(thumbnail, 1, 3) = '\\xffd8ff' OR substr(thumbnail, 1, 8) = '\\x89504e470d0a1a0a')",
            name=op.f("patient_photos_thumbnail_check"),
        ),
        sa.CheckConstraint("(thumbnail IS NULL) = (picture IS NULL)", name=op.f("patient_photos_both_check")),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("patient_photos_patient_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("patient_photos_pkey")),
        schema="hms",
    )
    op.create_index(
        op.f("patient_photos_patient_id_id_idx"), "patient_photos", ["patient_id", "id"], unique=False, schema="hms"
    )
    op.create_table(
        "patient_policies",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("insurer", sa.Text(), nullable=False),
        sa.Column("insurer_key", sa.Text(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("number_key", sa.Text(), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_until", sa.Date(), nullable=True),
        sa.Column("cover", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("percent", sa.SmallInteger(), nullable=True),
        postgresql.ExcludeConstraint(
            (sa.column("patient_id"), "="),
            (sa.column("insurer_key"), "="),
            (sa.column("number_key"), "="),
            (sa.text("daterange(valid_from, valid_until, '[]'::text)"), "&&"),
            using="gist",
            name="patient_policies_once_a_day_excl",
        ),
        sa.CheckConstraint("length(insurer) <= 200 AND insurer_key <> ''", name=op.f("patient_policies_insurer_check")),
        sa.CheckConstraint("length(number) <= 100 AND number_key <> ''", name=op.f("patient_policies_number_check")),
        sa.CheckConstraint("length(cover) <= 500", name=op.f("patient_policies_cover_check")),
        sa.CheckConstraint("percent BETWEEN 0 AND 100", name=op.f("patient_policies_percent_check")),
        sa.CheckConstraint("valid_until >= valid_from", name=op.f("patient_policies_forwards_check")),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("patient_policies_patient_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("patient_policies_pkey")),
        schema="hms",
    )
    op.create_index(
        "audit_of_patients_idx",
        "audit",
        [sa.literal_column("(coalesce(after ->> 'patient_id', before ->> 'patient_id'))")],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("subject ~~ 'patient\\_%'"),
    )
    op.add_column("facility", sa.Column("country", sa.Text(), server_default="", nullable=False), schema="hms")
    op.add_column(
        "patient_identifiers",
        sa.Column("country", sa.Text(), server_default=sa.text("''"), nullable=False),
        schema="hms",
    )
    op.add_column(
        "patient_phones", sa.Column("e164", sa.Text(), server_default=sa.text("''"), nullable=False), schema="hms"
    )
    op.add_column(
        "patients",
        sa.Column("allergy_status", sa.Text(), server_default=sa.text("'not_asked'"), nullable=False),
        schema="hms",
    )
    op.create_check_constraint(
        op.f("facility_country_check"), "facility", "country = '' OR country ~ '^[A-Z]{2}$'", schema="hms"
    )
    op.create_check_constraint(
        op.f("patients_allergy_status_check"),
        "patients",
        "allergy_status IN ('not_asked', 'none_known', 'known')",
        schema="hms",
    )
    op.create_check_constraint(
        op.f("patient_phones_e164_check"), "patient_phones", "e164 = '' OR e164 ~ '^\\+[1-9][0-9]{6,14}$'", schema="hms"
    )
    op.create_check_constraint(
        op.f("patient_identifiers_country_check"),
        "patient_identifiers",
        "country = '' OR country ~ '^[A-Z]{2}$'",
        schema="hms",
    )
    op.drop_constraint(op.f("patient_identifiers_kind_check"), "patient_identifiers", schema="hms")
    op.create_check_constraint(
        op.f("patient_identifiers_kind_check"),
        "patient_identifiers",
        "kind IN ('national_id', 'health_number', 'passport', 'birth_certificate', 'driving_licence', "
        "'insurance_card', 'other_hospital', 'other')",
        schema="hms",
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0003', '0.1.0')")
