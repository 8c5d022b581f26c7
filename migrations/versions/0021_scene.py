"""What a waiting-room screen shows by itself: its hours, volumes and messages, and test calls."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"

VOLUMES = "volume BETWEEN 0 AND 100 AND film_volume BETWEEN 0 AND 100 AND ducked_volume BETWEEN 0 AND 100"


def upgrade() -> None:
    _set_up_screens()
    _messages()
    op.create_table(
        "display_tests",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("display_id", sa.BigInteger(), nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("spoken_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["display_id"], ["hms.displays.id"], name=op.f("display_tests_display_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("display_tests_pkey")),
        schema="hms",
    )
    op.create_index(op.f("display_tests_display_id_id_idx"), "display_tests", ["display_id", "id"], schema="hms")
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0021', '0.1.0')")


def _set_up_screens() -> None:
    numbers = {"volume": "80", "film_volume": "20", "ducked_volume": "3", "dwell_seconds": "6"}
    for name, begins in numbers.items():
        op.add_column(
            "displays", sa.Column(name, sa.SmallInteger(), server_default=begins, nullable=False), schema="hms"
        )
    for name in ("quiet_from", "quiet_to", "dim_from", "dim_to"):
        op.add_column("displays", sa.Column(name, sa.Time(), nullable=True), schema="hms")
    for name in ("show_waiting", "show_estimates"):
        op.add_column("displays", sa.Column(name, sa.Boolean(), server_default=sa.true(), nullable=False), schema="hms")
    op.drop_constraint(op.f("displays_layout_check"), "displays", schema="hms", type_="check")
    checks = {
        "layout": "layout IN ('beside', 'board', 'portrait')",
        "volumes": VOLUMES,
        "quiet": _hours("quiet"),
        "dim": _hours("dim"),
        "dwell_seconds": "dwell_seconds BETWEEN 3 AND 60",
    }
    for name, condition in checks.items():
        op.create_check_constraint(op.f(f"displays_{name}_check"), "displays", condition, schema="hms")


def _hours(name: str) -> str:
    return f"({name}_from IS NULL) = ({name}_to IS NULL) AND {name}_from <> {name}_to"


def _messages() -> None:
    op.create_table(
        "display_messages",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("place", sa.BigInteger(), server_default="1", nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=True),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.Column("time_from", sa.Time(), nullable=True),
        sa.Column("time_to", sa.Time(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.true(), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("length(text) BETWEEN 1 AND 200", name=op.f("display_messages_text_check")),
        sa.CheckConstraint("valid_from <= valid_to", name=op.f("display_messages_dates_check")),
        sa.CheckConstraint(_hours("time"), name=op.f("display_messages_time_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("display_messages_pkey")),
        schema="hms",
    )
    op.create_table(
        "display_message_screens",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("message_id", sa.BigInteger(), nullable=False),
        sa.Column("display_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["message_id"], ["hms.display_messages.id"], name=op.f("display_message_screens_message_id_fkey")
        ),
        sa.ForeignKeyConstraint(
            ["display_id"], ["hms.displays.id"], name=op.f("display_message_screens_display_id_fkey")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("display_message_screens_pkey")),
        sa.UniqueConstraint("message_id", "display_id", name=op.f("display_message_screens_message_id_display_id_key")),
        schema="hms",
    )
    op.create_index(
        op.f("display_message_screens_display_id_idx"), "display_message_screens", ["display_id"], schema="hms"
    )
