"""Films and playlists of the waiting-room screens."""

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"

UNSEEN = r"\u0001-\u001F\u007F-\u009F\u2028-\u202E\u2066-\u2069"


def upgrade() -> None:
    op.create_table(
        "films",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("digest", sa.LargeBinary(), nullable=False),
        sa.Column("bytes", sa.BigInteger(), nullable=False),
        sa.Column("codec", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("level", sa.Text(), nullable=False),
        sa.Column("width", sa.BigInteger(), nullable=False),
        sa.Column("height", sa.BigInteger(), nullable=False),
        sa.Column("fps", sa.Numeric(precision=7, scale=3), nullable=False),
        sa.Column("bitrate", sa.BigInteger(), nullable=False),
        sa.Column("seconds", sa.Numeric(precision=9, scale=3), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("added_at", sa.TIMESTAMP(timezone=True), nullable=False),
        sa.Column("added_by", sa.Text(), server_default=sa.text("session_user"), nullable=False),
        sa.CheckConstraint(
            rf"name ~ '^[^./:\\{UNSEEN}][^/:\\{UNSEEN}]{{0,114}}\.(mp4|m4v|mov|mkv|webm)$'",
            name=op.f("films_name_check"),
        ),
        sa.CheckConstraint("place IN ('database', 'share')", name=op.f("films_place_check")),
        sa.CheckConstraint("bytes > 0 AND seconds > 0", name=op.f("films_content_check")),
        sa.CheckConstraint("length(codec || profile || level) <= 120", name=op.f("films_words_check")),
        sa.CheckConstraint("octet_length(digest) = 32", name=op.f("films_digest_check")),
        sa.CheckConstraint("width > 0 AND height > 0 AND fps > 0 AND bitrate >= 0", name=op.f("films_picture_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("films_pkey")),
        sa.UniqueConstraint("name", name=op.f("films_name_key")),
        schema="hms",
    )
    op.create_table(
        "playlists",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("starts_at", sa.Time(), nullable=False),
        sa.Column("ends_at", sa.Time(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=True),
        sa.Column("last_day", sa.Date(), nullable=True),
        sa.Column("active", sa.Boolean(), server_default=sa.text("true"), nullable=False),
        sa.Column("version", sa.BigInteger(), server_default=sa.text("1"), nullable=False),
        sa.CheckConstraint("first_day <= last_day", name=op.f("playlists_days_check")),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 60", name=op.f("playlists_name_check")),
        sa.PrimaryKeyConstraint("id", name=op.f("playlists_pkey")),
        sa.UniqueConstraint("name", name=op.f("playlists_name_key")),
        schema="hms",
    )
    op.create_table(
        "film_parts",
        sa.Column("film_id", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.CheckConstraint("number >= 0", name=op.f("film_parts_number_check")),
        sa.CheckConstraint("octet_length(content) BETWEEN 1 AND 524288", name=op.f("film_parts_content_check")),
        sa.ForeignKeyConstraint(["film_id"], ["hms.films.id"], name=op.f("film_parts_film_id_fkey")),
        sa.PrimaryKeyConstraint("film_id", "number", name=op.f("film_parts_pkey")),
        schema="hms",
    )
    op.create_table(
        "playlist_displays",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("playlist_id", sa.BigInteger(), nullable=False),
        sa.Column("display_id", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(["display_id"], ["hms.displays.id"], name=op.f("playlist_displays_display_id_fkey")),
        sa.ForeignKeyConstraint(["playlist_id"], ["hms.playlists.id"], name=op.f("playlist_displays_playlist_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("playlist_displays_pkey")),
        sa.UniqueConstraint("playlist_id", "display_id", name=op.f("playlist_displays_playlist_id_display_id_key")),
        schema="hms",
    )
    op.create_index(
        op.f("playlist_displays_display_id_idx"), "playlist_displays", ["display_id"], unique=False, schema="hms"
    )
    op.create_table(
        "playlist_entries",
        sa.Column("id", sa.BigInteger(), sa.Identity(always=True), nullable=False),
        sa.Column("playlist_id", sa.BigInteger(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("film_id", sa.BigInteger(), nullable=False),
        sa.CheckConstraint("position >= 1", name=op.f("playlist_entries_position_check")),
        sa.ForeignKeyConstraint(["film_id"], ["hms.films.id"], name=op.f("playlist_entries_film_id_fkey")),
        sa.ForeignKeyConstraint(["playlist_id"], ["hms.playlists.id"], name=op.f("playlist_entries_playlist_id_fkey")),
        sa.PrimaryKeyConstraint("id", name=op.f("playlist_entries_pkey")),
        sa.UniqueConstraint("playlist_id", "position", name=op.f("playlist_entries_playlist_id_position_key")),
        schema="hms",
    )
    op.create_index(op.f("playlist_entries_film_id_idx"), "playlist_entries", ["film_id"], unique=False, schema="hms")
    op.execute("ALTER TABLE hms.film_parts ALTER COLUMN content SET STORAGE EXTERNAL")  # films are compressed already
    op.execute("INSERT INTO hms.schema_compat (revision, min_client_version) VALUES ('0022', '0.1.0')")
