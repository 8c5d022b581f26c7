"""The queue in depth: opening hours, reasons, journeys, returns, who sits where, mixed lines, expected waits."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    op.create_table(
        "journeys",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 120", name=op.f("journeys_name_length_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("journeys_pkey")),
        sa.UniqueConstraint("name", name=op.f("journeys_name_key")),
        schema="hms",
    )
    op.create_table(
        "priority_reasons",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("class_id", sa.BigInteger(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 60", name=op.f("priority_reasons_name_length_check")),
        sa.ForeignKeyConstraint(["class_id"], ["hms.priority_classes.id"], name=op.f("priority_reasons_class_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("priority_reasons_pkey")),
        sa.UniqueConstraint("class_id", "name", name=op.f("priority_reasons_class_id_name_key")),
        sa.UniqueConstraint("code", name=op.f("priority_reasons_code_key")),
        schema="hms",
    )
    op.create_table(
        "room_rules",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("room_id", sa.BigInteger(), nullable=False),
        sa.Column("mixing", sa.Text(), server_default="together", nullable=False),
        sa.Column("pass_limit", sa.SmallInteger(), server_default=sa.text("3"), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "mixing IN ('together', 'order', 'share', 'longest')", name=op.f("room_rules_mixing_known_check")
        ),
        sa.CheckConstraint("pass_limit BETWEEN 1 AND 20", name=op.f("room_rules_pass_limit_range_check")),
        sa.ForeignKeyConstraint(["room_id"], ["hms.rooms.id"], name=op.f("room_rules_room_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("room_rules_pkey")),
        sa.UniqueConstraint("room_id", name=op.f("room_rules_room_id_key")),
        schema="hms",
    )
    op.create_table(
        "sittings",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("room_id", sa.BigInteger(), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("opened_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("paused_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.Column("pause_reason", sa.Text(), server_default="", nullable=False),
        sa.Column("ended_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.CheckConstraint("length(pause_reason) <= 200", name=op.f("sittings_pause_reason_length_check")),
        sa.ForeignKeyConstraint(["room_id"], ["hms.rooms.id"], name=op.f("sittings_room_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("sittings_pkey")),
        schema="hms",
    )
    op.create_index(
        "ix_sittings_room_id_business_date", "sittings", ["room_id", "business_date", "id"], unique=False, schema="hms"
    )
    op.create_index(
        "uq_sittings_person",
        "sittings",
        ["person", "business_date"],
        unique=True,
        schema="hms",
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index(
        "uq_sittings_room",
        "sittings",
        ["room_id", "business_date"],
        unique=True,
        schema="hms",
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_table(
        "counter_closures",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("room_id", sa.BigInteger(), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("to_service_id", sa.BigInteger(), nullable=True),
        sa.Column("closed_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("person", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.Column("undone_at", sa.TIMESTAMP(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["room_id"], ["hms.rooms.id"], name=op.f("counter_closures_room_id_fkey")),
        sa.ForeignKeyConstraint(
            ["to_service_id"], ["hms.services.id"], name=op.f("counter_closures_to_service_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("counter_closures_pkey")),
        schema="hms",
    )
    op.create_table(
        "journey_steps",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("journey_id", sa.BigInteger(), nullable=False),
        sa.Column("ordinal", sa.SmallInteger(), nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["journey_id"], ["hms.journeys.id"], name=op.f("journey_steps_journey_id_fkey")),
        sa.ForeignKeyConstraint(["service_id"], ["hms.services.id"], name=op.f("journey_steps_service_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("journey_steps_pkey")),
        sa.UniqueConstraint("journey_id", "ordinal", name=op.f("journey_steps_journey_id_ordinal_key")),
        schema="hms",
    )
    op.create_table(
        "opening_exceptions",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("opens_at", sa.Time(), nullable=True),
        sa.Column("closes_at", sa.Time(), nullable=True),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint(
            "(opens_at IS NULL) = (closes_at IS NULL)", name=op.f("opening_exceptions_both_times_or_none_check")
        ),
        sa.CheckConstraint("length(note) <= 120", name=op.f("opening_exceptions_note_length_check")),
        sa.ForeignKeyConstraint(["service_id"], ["hms.services.id"], name=op.f("opening_exceptions_service_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("opening_exceptions_pkey")),
        sa.UniqueConstraint(
            "day",
            "service_id",
            "opens_at",
            name=op.f("opening_exceptions_day_service_id_opens_at_key"),
            postgresql_nulls_not_distinct=True,
        ),
        schema="hms",
    )
    op.create_table(
        "opening_hours",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.Column("weekday", sa.SmallInteger(), nullable=False),
        sa.Column("opens_at", sa.Time(), nullable=False),
        sa.Column("closes_at", sa.Time(), nullable=False),
        sa.CheckConstraint("weekday BETWEEN 1 AND 7", name=op.f("opening_hours_weekday_check")),
        sa.ForeignKeyConstraint(["service_id"], ["hms.services.id"], name=op.f("opening_hours_service_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("opening_hours_pkey")),
        sa.UniqueConstraint(
            "service_id", "weekday", "opens_at", name=op.f("opening_hours_service_id_weekday_opens_at_key")
        ),
        schema="hms",
    )
    op.create_table(
        "service_paces",
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.Column("hour", sa.SmallInteger(), autoincrement=False, nullable=False),
        sa.Column("calls", sa.Integer(), nullable=False),
        sa.Column("median_seconds", sa.Double(), nullable=False),
        sa.Column("spread_seconds", sa.Double(), nullable=False),
        sa.Column("measured_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["service_id"], ["hms.services.id"], name=op.f("service_paces_service_id_fkey")),
        sa.PrimaryKeyConstraint("service_id", "hour", name=op.f("service_paces_pkey")),
        schema="hms",
    )
    op.create_table(
        "room_shares",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("room_id", sa.BigInteger(), nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.Column("weight", sa.SmallInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("weight BETWEEN 1 AND 9", name=op.f("room_shares_weight_range_check")),
        sa.ForeignKeyConstraint(
            ["room_id", "service_id"],
            ["hms.room_services.room_id", "hms.room_services.service_id"],
            name=op.f("room_shares_room_id_fkey"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("room_shares_pkey")),
        sa.UniqueConstraint("room_id", "service_id", name=op.f("room_shares_room_id_service_id_key")),
        schema="hms",
    )
    op.create_table(
        "ticket_estimates",
        sa.Column("segment_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.Column("business_date", sa.Date(), nullable=False),
        sa.Column("ahead", sa.Integer(), nullable=False),
        sa.Column("counters", sa.Double(), nullable=False),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("low_seconds", sa.Integer(), nullable=False),
        sa.Column("high_seconds", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["segment_id"], ["hms.segments.id"], name=op.f("ticket_estimates_segment_id_fkey")),
        sa.ForeignKeyConstraint(["service_id"], ["hms.services.id"], name=op.f("ticket_estimates_service_id_fkey")),
        sa.PrimaryKeyConstraint("segment_id", name=op.f("ticket_estimates_pkey")),
        schema="hms",
    )
    op.create_index(
        "ix_ticket_estimates_business_date", "ticket_estimates", ["business_date"], unique=False, schema="hms"
    )
    op.create_table(
        "ticket_steps",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("ticket_id", sa.BigInteger(), nullable=False),
        sa.Column("ordinal", sa.SmallInteger(), nullable=False),
        sa.Column("service_id", sa.BigInteger(), nullable=False),
        sa.Column("segment_id", sa.BigInteger(), nullable=True),
        sa.ForeignKeyConstraint(["segment_id"], ["hms.segments.id"], name=op.f("ticket_steps_segment_id_fkey")),
        sa.ForeignKeyConstraint(["service_id"], ["hms.services.id"], name=op.f("ticket_steps_service_id_fkey")),
        sa.ForeignKeyConstraint(["ticket_id"], ["hms.tickets.id"], name=op.f("ticket_steps_ticket_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("ticket_steps_pkey")),
        sa.UniqueConstraint("segment_id", name=op.f("ticket_steps_segment_id_key")),
        sa.UniqueConstraint("ticket_id", "ordinal", name=op.f("ticket_steps_ticket_id_ordinal_key")),
        schema="hms",
    )
    op.create_table(
        "closure_moves",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("closure_id", sa.BigInteger(), nullable=False),
        sa.Column("segment_id", sa.BigInteger(), nullable=False),
        sa.Column("change_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["change_id"], ["hms.segment_changes.id"], name=op.f("closure_moves_change_id_fkey")),
        sa.ForeignKeyConstraint(
            ["closure_id"], ["hms.counter_closures.id"], name=op.f("closure_moves_closure_id_fkey")
        ),
        sa.ForeignKeyConstraint(["segment_id"], ["hms.segments.id"], name=op.f("closure_moves_segment_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("closure_moves_pkey")),
        sa.UniqueConstraint("closure_id", "segment_id", name=op.f("closure_moves_closure_id_segment_id_key")),
        schema="hms",
    )
    op.add_column(
        "priority_classes", sa.Column("reason_rule", sa.Text(), server_default="must", nullable=False), schema="hms"
    )
    op.add_column(
        "priority_classes",
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        schema="hms",
    )
    op.create_index(
        "ix_queue_calls_of_room",
        "queue_calls",
        ["room_id", "business_date", "id"],
        unique=False,
        schema="hms",
        postgresql_where=sa.text("kind = 'call'"),
    )
    op.add_column("segments", sa.Column("return_to", sa.BigInteger(), nullable=True), schema="hms")
    op.add_column("segments", sa.Column("back_from", sa.BigInteger(), nullable=True), schema="hms")
    op.add_column("segments", sa.Column("only_room_id", sa.BigInteger(), nullable=True), schema="hms")
    op.create_foreign_key(
        op.f("segments_return_to_fkey"),
        "segments",
        "segments",
        ["return_to"],
        ["id"],
        source_schema="hms",
        referent_schema="hms",
    )
    op.create_foreign_key(
        op.f("segments_only_room_id_fkey"),
        "segments",
        "rooms",
        ["only_room_id"],
        ["id"],
        source_schema="hms",
        referent_schema="hms",
    )
    op.create_foreign_key(
        op.f("segments_back_from_fkey"),
        "segments",
        "segments",
        ["back_from"],
        ["id"],
        source_schema="hms",
        referent_schema="hms",
    )
    op.add_column(
        "service_rules",
        sa.Column("last_ticket_before", sa.Interval(), server_default=sa.text("interval '0 seconds'"), nullable=False),
        schema="hms",
    )
    op.add_column(
        "service_rules",
        sa.Column("return_behind", sa.SmallInteger(), server_default=sa.text("1"), nullable=False),
        schema="hms",
    )
    op.add_column(
        "service_rules",
        sa.Column("returns_to_room", sa.Boolean(), server_default=sa.true(), nullable=False),
        schema="hms",
    )
    op.add_column(
        "service_rules",
        sa.Column("shows_estimate", sa.Boolean(), server_default=sa.false(), nullable=False),
        schema="hms",
    )
    op.add_column("tickets", sa.Column("journey_id", sa.BigInteger(), nullable=True), schema="hms")
    op.create_foreign_key(
        op.f("tickets_journey_id_fkey"),
        "tickets",
        "journeys",
        ["journey_id"],
        ["id"],
        source_schema="hms",
        referent_schema="hms",
    )
    op.create_check_constraint(
        op.f("priority_classes_reason_rule_known_check"),
        "priority_classes",
        "reason_rule IN ('may', 'must', 'listed')",
        schema="hms",
    )
    op.create_check_constraint(
        op.f("service_rules_last_ticket_range_check"),
        "service_rules",
        "last_ticket_before BETWEEN interval '0' AND interval '12 hours'",
        schema="hms",
    )
    op.create_check_constraint(
        op.f("service_rules_return_behind_range_check"), "service_rules", "return_behind BETWEEN 0 AND 50", schema="hms"
    )
    op.execute("UPDATE hms.priority_classes SET reason_rule = 'may' WHERE ordinary")
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0006', '0.1.0')")
