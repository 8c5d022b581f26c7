"""The foundation: records, organisation, staff, patients, queue and displays."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("workstation", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("before", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("after", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("block", sa.BigInteger(), nullable=True),
        sa.PrimaryKeyConstraint("id", "at", name=op.f("audit_pkey")),
        schema="hms",
        postgresql_partition_by="RANGE (at)",
    )
    op.create_index("audit_subject_idx", "audit", ["subject", "key", "at"], unique=False, schema="hms")
    op.create_index(
        "audit_unsealed_idx", "audit", ["id"], unique=False, schema="hms", postgresql_where=sa.text("block IS NULL")
    )
    op.create_table(
        "audit_blocks",
        sa.Column("id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("sealed_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("entries", sa.BigInteger(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("audit_blocks_pkey")),
        schema="hms",
    )
    op.create_table(
        "departments",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 120", name=op.f("departments_name_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("departments_pkey")),
        sa.UniqueConstraint("name", name=op.f("departments_name_key")),
        schema="hms",
    )
    op.create_table(
        "displays",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("login", sa.Text(), nullable=True),
        sa.Column("layout", sa.Text(), server_default="beside", nullable=False),
        sa.Column("languages", postgresql.ARRAY(sa.Text()), server_default="{en}", nullable=False),
        sa.Column("video", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("layout IN ('beside', 'board')", name=op.f("displays_layout_check")),
        sa.CheckConstraint("login ~ '^kiosk-[a-z0-9-]{1,40}$'", name=op.f("displays_login_check")),
        sa.CheckConstraint("cardinality(languages) BETWEEN 1 AND 5", name=op.f("displays_languages_check")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 60", name=op.f("displays_name_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("displays_pkey")),
        sa.UniqueConstraint("login", name=op.f("displays_login_key")),
        sa.UniqueConstraint("name", name=op.f("displays_name_key")),
        schema="hms",
    )
    op.create_table(
        "facility",
        sa.Column("id", sa.BigInteger(), server_default=sa.text("1"), autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("time_zone", sa.Text(), server_default="UTC", nullable=False),
        sa.Column("day_starts_at", sa.Time(), server_default="00:00", nullable=False),
        sa.Column("languages", postgresql.ARRAY(sa.Text()), server_default="{en}", nullable=False),
        sa.Column("currency", sa.Text(), server_default="USD", nullable=False),
        sa.Column("opt_ins", postgresql.JSONB(astext_type=sa.Text()), server_default="{}", nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("currency ~ '^[A-Z]{3}$'", name=op.f("facility_currency_check")),
        sa.CheckConstraint("id = 1", name=op.f("facility_single_check")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 200", name=op.f("facility_name_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("facility_pkey")),
        schema="hms",
    )
    op.create_table(
        "installation",
        sa.Column("id", sa.SmallInteger(), server_default=sa.text("1"), autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column(
            "created_at", sa.TIMESTAMP(timezone=True), server_default=sa.text("clock_timestamp()"), nullable=False
        ),
        sa.Column("guards_hash", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.CheckConstraint("kind IN ('hospital', 'demo')", name=op.f("installation_kind_check")),
        sa.CheckConstraint("id = 1", name=op.f("installation_single_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("installation_pkey")),
        schema="hms",
    )
    op.create_table(
        "intents",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("action", sa.Text(), nullable=False),
        sa.Column("result", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("intents_pkey")),
        schema="hms",
        postgresql_with={"fillfactor": "70"},
    )
    op.create_index(op.f("intents_at_idx"), "intents", ["at"], unique=False, schema="hms")
    op.create_table(
        "mrn_counter",
        sa.Column("id", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("last_number", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("id = 1", name=op.f("mrn_counter_one_row_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("mrn_counter_pkey")),
        schema="hms",
    )
    op.create_table(
        "patients",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("mrn", sa.Text(), nullable=False),
        sa.Column("given_names", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("family_name", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("sex", sa.Text(), server_default=sa.text("'unknown'"), nullable=False),
        sa.Column("birth_date", sa.Date(), nullable=True),
        sa.Column("birth_precision", sa.Text(), nullable=True),
        sa.Column("address", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("notes", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("language", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("restricted", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.Column("search_name", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("created_by", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.CheckConstraint(
            "birth_precision IN ('day', 'month', 'year', 'age')", name=op.f("patients_birth_precision_check")
        ),
        sa.CheckConstraint(
            "btrim(given_names) <> '' OR btrim(family_name) <> ''", name=op.f("patients_has_a_name_check")
        ),
        sa.CheckConstraint("language ~ '^[A-Za-z0-9-]{0,35}$'", name=op.f("patients_language_check")),
        sa.CheckConstraint("mrn ~ '^[0-9]{8,12}[0123456789ACDEFGHJKLMNPRTUVWXY]$'", name=op.f("patients_mrn_check")),
        sa.CheckConstraint("sex IN ('female', 'male', 'other', 'unknown')", name=op.f("patients_sex_check")),
        sa.CheckConstraint(
            "(birth_date IS NULL) = (birth_precision IS NULL)", name=op.f("patients_birth_has_precision_check")
        ),
        sa.CheckConstraint("length(address) <= 1000", name=op.f("patients_address_check")),
        sa.CheckConstraint("length(family_name) <= 300", name=op.f("patients_family_name_check")),
        sa.CheckConstraint("length(given_names) <= 300", name=op.f("patients_given_names_check")),
        sa.CheckConstraint("length(notes) <= 4000", name=op.f("patients_notes_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("patients_pkey")),
        sa.UniqueConstraint("mrn", name=op.f("patients_mrn_key")),
        schema="hms",
    )
    op.create_index(
        "patients_restricted_idx",
        "patients",
        ["id"],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("restricted"),
    )
    op.create_index(
        op.f("patients_search_name_id_idx"),
        "patients",
        ["search_name", "id"],
        unique=False,
        schema="hms",
        postgresql_include=["restricted"],
    )
    op.create_index(
        "patients_search_name_trigrams_idx",
        "patients",
        ["search_name"],
        unique=False,
        schema="hms",
        postgresql_using="gin",
        postgresql_ops={"search_name": "public.gin_trgm_ops"},
        postgresql_with={"fastupdate": "off"},
    )
    op.create_table(
        "people",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("login", sa.Text(), nullable=False),
        sa.Column("display_name", sa.Text(), nullable=False),
        sa.Column("duties", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("created_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("password_changed_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "login ~ '^[a-z][a-z0-9._-]{1,39}$' AND login !~ '^(hms|pg)_'", name=op.f("people_login_check")
        ),
        sa.CheckConstraint("length(display_name) BETWEEN 1 AND 200", name=op.f("people_display_name_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("people_pkey")),
        sa.UniqueConstraint("login", name=op.f("people_login_key")),
        schema="hms",
    )
    op.create_table(
        "priority_classes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("rank", sa.SmallInteger(), nullable=False),
        sa.Column("ordinary", sa.Boolean(), server_default=sa.text("false"), nullable=False),
        sa.CheckConstraint("code ~ '^[a-z_]{1,20}$'", name=op.f("priority_classes_code_form_check")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 60", name=op.f("priority_classes_name_length_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("priority_classes_pkey")),
        sa.UniqueConstraint("code", name=op.f("priority_classes_code_key")),
        sa.UniqueConstraint("rank", name=op.f("priority_classes_rank_key")),
        schema="hms",
    )
    op.create_index(
        "uq_priority_classes_ordinary",
        "priority_classes",
        ["ordinary"],
        unique=True,
        schema="hms",
        postgresql_where=sa.text("ordinary"),
    )
    op.create_table(
        "rooms",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), server_default="room", nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("kind IN ('room', 'counter', 'window')", name=op.f("rooms_kind_check")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 60", name=op.f("rooms_name_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("rooms_pkey")),
        sa.UniqueConstraint("name", name=op.f("rooms_name_key")),
        schema="hms",
    )
    op.create_table(
        "schema_compat",
        sa.Column("revision", sa.Text(), nullable=False),
        sa.Column("min_client_version", sa.Text(), nullable=False),
        sa.Column("message", sa.Text(), server_default=sa.text("''"), nullable=False),
        sa.PrimaryKeyConstraint("revision", name=op.f("schema_compat_pkey")),
        schema="hms",
    )
    op.create_table(
        "segment_transitions",
        sa.Column("from_state", sa.Text(), nullable=False),
        sa.Column("to_state", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("from_state", "to_state", name=op.f("segment_transitions_pkey")),
        schema="hms",
    )
    op.create_table(
        "display_acknowledgements",
        sa.Column("display_id", sa.BigInteger(), nullable=False),
        sa.Column("called_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("call_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("shown_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("spoken_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["display_id"], ["hms.displays.id"], name=op.f("display_acknowledgements_display_id_fkey")
        ),
        sa.PrimaryKeyConstraint("display_id", "called_at", "call_id", name=op.f("display_acknowledgements_pkey")),
        schema="hms",
        postgresql_partition_by="RANGE (called_at)",
    )
    op.create_table(
        "display_heartbeats",
        sa.Column("display_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("seen_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("beat_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("program_version", sa.Text(), nullable=False),
        sa.Column("server_ms", sa.BigInteger(), nullable=False),
        sa.Column("state", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.ForeignKeyConstraint(["display_id"], ["hms.displays.id"], name=op.f("display_heartbeats_display_id_fkey")),
        sa.PrimaryKeyConstraint("display_id", name=op.f("display_heartbeats_pkey")),
        schema="hms",
        postgresql_with={"fillfactor": "50"},
    )
    op.create_table(
        "display_rooms",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("display_id", sa.BigInteger(), nullable=False),
        sa.Column("room_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["display_id"], ["hms.displays.id"], name=op.f("display_rooms_display_id_fkey")),
        sa.ForeignKeyConstraint(["room_id"], ["hms.rooms.id"], name=op.f("display_rooms_room_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("display_rooms_pkey")),
        sa.UniqueConstraint("display_id", "room_id", name=op.f("display_rooms_display_id_room_id_key")),
        schema="hms",
    )
    op.create_index(op.f("display_rooms_room_id_idx"), "display_rooms", ["room_id"], unique=False, schema="hms")
    op.create_table(
        "opened_records",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("opened_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("open_until", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint("btrim(reason) <> ''", name=op.f("opened_records_reason_given_check")),
        sa.CheckConstraint("length(reason) <= 500", name=op.f("opened_records_reason_check")),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("opened_records_patient_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("opened_records_pkey")),
        schema="hms",
    )
    op.create_index(op.f("opened_records_patient_id_idx"), "opened_records", ["patient_id"], unique=False, schema="hms")
    op.create_index(
        op.f("opened_records_person_open_until_idx"),
        "opened_records",
        ["person", "open_until"],
        unique=False,
        schema="hms",
    )
    op.create_table(
        "patient_identifiers",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("value_key", sa.Text(), nullable=False),
        sa.CheckConstraint(
            "kind IN ('national_id', 'passport', 'birth_certificate', 'driving_licence', "
            "'insurance_card', 'other_hospital', 'other')",
            name=op.f("patient_identifiers_kind_check"),
        ),
        sa.CheckConstraint("value_key <> ''", name=op.f("patient_identifiers_value_not_empty_check")),
        sa.CheckConstraint("length(value) <= 100", name=op.f("patient_identifiers_value_check")),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("patient_identifiers_patient_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("patient_identifiers_pkey")),
        schema="hms",
    )
    op.create_index(
        op.f("patient_identifiers_patient_id_idx"), "patient_identifiers", ["patient_id"], unique=False, schema="hms"
    )
    op.create_index(
        op.f("patient_identifiers_value_key_idx"), "patient_identifiers", ["value_key"], unique=False, schema="hms"
    )
    op.create_table(
        "patient_name_keys",
        sa.Column("name_key", sa.Text(), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("patient_name_keys_patient_id_fkey")),
        sa.PrimaryKeyConstraint("name_key", "patient_id", name=op.f("patient_name_keys_pkey")),
        schema="hms",
    )
    op.create_table(
        "patient_phones",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("digits", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), server_default=sa.text("'mobile'"), nullable=False),
        sa.CheckConstraint(
            "kind IN ('mobile', 'home', 'work', 'relative', 'other')", name=op.f("patient_phones_kind_check")
        ),
        sa.CheckConstraint("length(digits) >= 3", name=op.f("patient_phones_digits_enough_check")),
        sa.CheckConstraint("length(number) <= 60", name=op.f("patient_phones_number_check")),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("patient_phones_patient_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("patient_phones_pkey")),
        schema="hms",
    )
    op.create_index(op.f("patient_phones_digits_idx"), "patient_phones", ["digits"], unique=False, schema="hms")
    op.create_index(
        "patient_phones_digits_reversed_idx",
        "patient_phones",
        [sa.literal_column("reverse(digits)")],
        unique=False,
        schema="hms",
    )
    op.create_index(op.f("patient_phones_patient_id_idx"), "patient_phones", ["patient_id"], unique=False, schema="hms")
    op.create_table(
        "services",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("department_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("prefix", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("prefix ~ '^[A-Z]{1,3}$'", name=op.f("services_prefix_check")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 120", name=op.f("services_name_check")),
        sa.ForeignKeyConstraint(["department_id"], ["hms.departments.id"], name=op.f("services_department_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("services_pkey")),
        sa.UniqueConstraint("name", name=op.f("services_name_key")),
        sa.UniqueConstraint("prefix", name=op.f("services_prefix_key")),
        schema="hms",
    )
    op.create_index(op.f("services_department_id_idx"), "services", ["department_id"], unique=False, schema="hms")
    op.create_table(
        "room_services",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("room_id", sa.BigInteger(), nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["room_id"], ["hms.rooms.id"], name=op.f("room_services_room_id_fkey")),
        sa.ForeignKeyConstraint(["service_id"], ["hms.services.id"], name=op.f("room_services_service_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("room_services_pkey")),
        sa.UniqueConstraint("room_id", "service_id", name=op.f("room_services_room_id_service_id_key")),
        schema="hms",
    )
    op.create_index(op.f("room_services_service_id_idx"), "room_services", ["service_id"], unique=False, schema="hms")
    op.create_table(
        "service_days",
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("last_number", sa.Integer(), server_default=sa.text("0"), nullable=False),
        sa.CheckConstraint("last_number >= 0", name=op.f("service_days_last_number_counts_check")),
        sa.ForeignKeyConstraint(["service_id"], ["hms.services.id"], name=op.f("service_days_service_id_fkey")),
        sa.PrimaryKeyConstraint("service_id", "business_date", name=op.f("service_days_pkey")),
        schema="hms",
    )
    op.create_table(
        "service_rules",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.Column(
            "appointment_window", sa.Interval(), server_default=sa.text("interval '900 seconds'"), nullable=False
        ),
        sa.Column("ageing_after", sa.Interval(), server_default=sa.text("interval '1200 seconds'"), nullable=False),
        sa.Column("priority_run", sa.SmallInteger(), server_default=sa.text("3"), nullable=False),
        sa.Column("put_back_behind", sa.SmallInteger(), server_default=sa.text("3"), nullable=False),
        sa.Column("recall_gap", sa.Interval(), server_default=sa.text("interval '20 seconds'"), nullable=False),
        sa.Column("most_recalls", sa.SmallInteger(), server_default=sa.text("3"), nullable=False),
        sa.Column("no_show_calls", sa.SmallInteger(), server_default=sa.text("2"), nullable=False),
        sa.Column("no_show_after", sa.Interval(), server_default=sa.text("interval '180 seconds'"), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "ageing_after BETWEEN interval '0' AND interval '12 hours'", name=op.f("service_rules_ageing_range_check")
        ),
        sa.CheckConstraint(
            "appointment_window BETWEEN interval '0' AND interval '4 hours'",
            name=op.f("service_rules_window_range_check"),
        ),
        sa.CheckConstraint(
            "no_show_after BETWEEN interval '0' AND interval '1 hour'",
            name=op.f("service_rules_no_show_after_range_check"),
        ),
        sa.CheckConstraint(
            "recall_gap BETWEEN interval '0' AND interval '10 minutes'",
            name=op.f("service_rules_recall_gap_range_check"),
        ),
        sa.CheckConstraint("most_recalls BETWEEN 0 AND 20", name=op.f("service_rules_most_recalls_range_check")),
        sa.CheckConstraint("no_show_calls BETWEEN 1 AND 20", name=op.f("service_rules_no_show_calls_range_check")),
        sa.CheckConstraint("priority_run BETWEEN 1 AND 20", name=op.f("service_rules_priority_run_range_check")),
        sa.CheckConstraint("put_back_behind BETWEEN 0 AND 50", name=op.f("service_rules_put_back_range_check")),
        sa.ForeignKeyConstraint(["service_id"], ["hms.services.id"], name=op.f("service_rules_service_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("service_rules_pkey")),
        sa.UniqueConstraint("service_id", name=op.f("service_rules_service_id_key")),
        schema="hms",
    )
    op.create_table(
        "tickets",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("barcode", sa.Uuid(), server_default=sa.text("gen_random_uuid()"), nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("arrived_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.CheckConstraint("number > 0", name=op.f("tickets_number_counts_check")),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("tickets_patient_id_fkey")),
        sa.ForeignKeyConstraint(["service_id"], ["hms.services.id"], name=op.f("tickets_service_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("tickets_pkey")),
        sa.UniqueConstraint("barcode", name=op.f("tickets_barcode_key")),
        sa.UniqueConstraint(
            "service_id", "business_date", "number", name=op.f("tickets_service_id_business_date_number_key")
        ),
        schema="hms",
    )
    op.create_index("ix_tickets_business_date_label", "tickets", ["business_date", "label"], unique=False, schema="hms")
    op.create_index("ix_tickets_patient_id", "tickets", ["patient_id"], unique=False, schema="hms")
    op.create_table(
        "segments",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("ordinal", sa.SmallInteger(), server_default=sa.text("1"), nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("patient_id", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.Text(), server_default="waiting", nullable=False),
        sa.Column("class_rank", sa.SmallInteger(), nullable=False),
        sa.Column("rank", sa.SmallInteger(), nullable=False),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("place", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("put_back_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("arrived_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("due_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("entered_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("room_id", sa.BigInteger(), nullable=True),
        sa.Column("calls", sa.SmallInteger(), server_default=sa.text("0"), nullable=False),
        sa.Column("called_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("last_called_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("serving_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("closed_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "(state IN ('called', 'serving')) <= (room_id IS NOT NULL)", name=op.f("segments_called_to_a_room_check")
        ),
        sa.CheckConstraint(
            "(state IN ('waiting', 'called', 'serving')) = (closed_at IS NULL)",
            name=op.f("segments_closed_has_time_check"),
        ),
        sa.CheckConstraint(
            "state IN ('waiting', 'called', 'serving', 'done', "
            "'no_show', 'transferred', 'cancelled', 'not_served', 'undone')",
            name=op.f("segments_state_known_check"),
        ),
        sa.CheckConstraint("length(reason) <= 200", name=op.f("segments_reason_length_check")),
        sa.CheckConstraint("rank >= class_rank", name=op.f("segments_rank_not_before_class_check")),
        sa.ForeignKeyConstraint(["class_rank"], ["hms.priority_classes.rank"], name=op.f("segments_class_rank_fkey")),
        sa.ForeignKeyConstraint(["patient_id"], ["hms.patients.id"], name=op.f("segments_patient_id_fkey")),
        sa.ForeignKeyConstraint(["room_id"], ["hms.rooms.id"], name=op.f("segments_room_id_fkey")),
        sa.ForeignKeyConstraint(
            ["service_id", "business_date"],
            ["hms.service_days.service_id", "hms.service_days.business_date"],
            name=op.f("segments_service_id_fkey"),
        ),
        sa.ForeignKeyConstraint(["ticket_id"], ["hms.tickets.id"], name=op.f("segments_ticket_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("segments_pkey")),
        sa.UniqueConstraint("ticket_id", "ordinal", name=op.f("segments_ticket_id_ordinal_key")),
        schema="hms",
    )
    op.create_index(
        "ix_segments_due",
        "segments",
        ["service_id", "business_date", "due_at"],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("state = 'waiting' AND due_at IS NOT NULL"),
    )
    op.create_index(
        "ix_segments_open_date",
        "segments",
        ["business_date"],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("state IN ('waiting', 'called', 'serving')"),
    )
    op.create_index("ix_segments_patient_id", "segments", ["patient_id"], unique=False, schema="hms")
    op.create_index(
        "ix_segments_room_id_business_date", "segments", ["room_id", "business_date"], unique=False, schema="hms"
    )
    op.create_index(
        "ix_segments_service_id_business_date", "segments", ["service_id", "business_date"], unique=False, schema="hms"
    )
    op.create_index(
        "ix_segments_waiting",
        "segments",
        ["service_id", "business_date", "rank", "place", "id"],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("state = 'waiting'"),
    )
    op.create_index(
        "uq_segments_at_the_room",
        "segments",
        ["room_id", "business_date"],
        unique=True,
        schema="hms",
        postgresql_where=sa.text("state IN ('called', 'serving')"),
    )
    op.create_index(
        "uq_segments_open",
        "segments",
        ["patient_id", "service_id", "business_date"],
        unique=True,
        schema="hms",
        postgresql_where=sa.text("state IN ('waiting', 'called', 'serving')"),
    )
    op.create_table(
        "queue_calls",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("segment_id", sa.BigInteger(), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.Column("room_id", sa.BigInteger(), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("ordinary", sa.Boolean(), nullable=False),
        sa.Column("withdraws", sa.BigInteger(), nullable=True),
        sa.Column("called_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.CheckConstraint(
            "(kind = 'withdrawn') = (withdraws IS NOT NULL)", name=op.f("queue_calls_withdrawal_names_a_call_check")
        ),
        sa.CheckConstraint("kind IN ('call', 'recall', 'withdrawn')", name=op.f("queue_calls_kind_known_check")),
        sa.ForeignKeyConstraint(["room_id"], ["hms.rooms.id"], name=op.f("queue_calls_room_id_fkey")),
        sa.ForeignKeyConstraint(["segment_id"], ["hms.segments.id"], name=op.f("queue_calls_segment_id_fkey")),
        sa.ForeignKeyConstraint(["withdraws"], ["hms.queue_calls.id"], name=op.f("queue_calls_withdraws_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("queue_calls_pkey")),
        schema="hms",
    )
    op.create_index("ix_queue_calls_called_at", "queue_calls", ["called_at"], unique=False, schema="hms")
    op.create_index(
        "ix_queue_calls_of_service",
        "queue_calls",
        ["service_id", "business_date", "id"],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("kind = 'call'"),
    )
    op.create_index("ix_queue_calls_segment_id", "queue_calls", ["segment_id"], unique=False, schema="hms")
    op.create_index(
        "uq_queue_calls_withdraws",
        "queue_calls",
        ["withdraws"],
        unique=True,
        schema="hms",
        postgresql_where=sa.text("withdraws IS NOT NULL"),
    )
    op.create_table(
        "segment_changes",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("segment_id", sa.BigInteger(), nullable=False),
        sa.Column("verb", sa.Text(), nullable=False),
        sa.Column("prior", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column("next_segment_id", sa.BigInteger(), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("changed_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.ForeignKeyConstraint(
            ["next_segment_id"], ["hms.segments.id"], name=op.f("segment_changes_next_segment_id_fkey")
        ),
        sa.ForeignKeyConstraint(["segment_id"], ["hms.segments.id"], name=op.f("segment_changes_segment_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("segment_changes_pkey")),
        schema="hms",
    )
    op.create_index(
        "ix_segment_changes_segment_id", "segment_changes", ["segment_id", "id"], unique=False, schema="hms"
    )
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0001', '0.1.0')")
