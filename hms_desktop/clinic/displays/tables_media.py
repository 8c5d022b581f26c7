"""The films that waiting-room screens play, their bytes, and the playlists that say what plays when and where."""

import datetime as dt
from decimal import Decimal

import sqlalchemy as sa
from sqlalchemy.orm import Mapped, mapped_column

from hms_desktop.clinic.displays import rules_media
from hms_desktop.clinic.displays.tables import Display
from hms_desktop.clinic.records.tables import Base, identity, version_column


class Film(Base):
    """One film; it is never changed, only removed. `whole` once all its bytes are where `place` says."""

    __tablename__ = "films"
    __table_args__ = (
        sa.UniqueConstraint("name"),
        sa.CheckConstraint(f"name ~ '{rules_media.FILM_NAME}'", name="name"),
        sa.CheckConstraint("octet_length(digest) = 32", name="digest"),
        sa.CheckConstraint(f"place IN {rules_media.PLACES!r}", name="place"),
        sa.CheckConstraint("bytes > 0 AND seconds > 0", name="content"),
        sa.CheckConstraint("width > 0 AND height > 0 AND fps > 0 AND bitrate >= 0", name="picture"),
        sa.CheckConstraint("length(codec || profile || level) <= 120", name="words"),
    )

    id: Mapped[int] = identity()
    name: Mapped[str]
    digest: Mapped[bytes]
    bytes: Mapped[int]
    codec: Mapped[str]
    profile: Mapped[str]
    level: Mapped[str]
    width: Mapped[int]
    height: Mapped[int]
    fps: Mapped[Decimal] = mapped_column(sa.Numeric(7, 3))
    bitrate: Mapped[int]
    seconds: Mapped[Decimal] = mapped_column(sa.Numeric(9, 3))
    place: Mapped[str]
    whole: Mapped[bool]
    added_at: Mapped[dt.datetime]
    added_by: Mapped[str] = mapped_column(server_default=sa.text("session_user"))


class FilmPart(Base):
    """The bytes of a film that lies in the database, in order."""

    __tablename__ = "film_parts"
    __table_args__ = (
        sa.CheckConstraint(f"octet_length(content) BETWEEN 1 AND {rules_media.PART_BYTES}", name="content"),
        sa.CheckConstraint("number >= 0", name="number"),
    )

    film_id: Mapped[int] = mapped_column(sa.ForeignKey(Film.id), primary_key=True, autoincrement=False)
    number: Mapped[int] = mapped_column(sa.Integer(), primary_key=True, autoincrement=False)
    content: Mapped[bytes]


class Playlist(Base):
    """Films in an order, and when they play; a playlist without screens of its own plays on every screen."""

    __tablename__ = "playlists"
    __table_args__ = (
        sa.UniqueConstraint("name"),
        sa.CheckConstraint("length(name) BETWEEN 1 AND 60", name="name"),
        sa.CheckConstraint("first_day <= last_day", name="days"),
    )

    id: Mapped[int] = identity()
    name: Mapped[str]
    starts_at: Mapped[dt.time]
    ends_at: Mapped[dt.time]
    first_day: Mapped[dt.date | None]
    last_day: Mapped[dt.date | None]
    active: Mapped[bool] = mapped_column(server_default=sa.true())
    version: Mapped[int] = version_column()


class PlaylistEntry(Base):
    """A film's place on a playlist; a film may stand on it more than once."""

    __tablename__ = "playlist_entries"
    __table_args__ = (
        sa.UniqueConstraint("playlist_id", "position"),
        sa.CheckConstraint("position >= 1", name="position"),
    )

    id: Mapped[int] = identity()
    playlist_id: Mapped[int] = mapped_column(sa.ForeignKey(Playlist.id))
    position: Mapped[int] = mapped_column(sa.Integer())
    film_id: Mapped[int] = mapped_column(sa.ForeignKey(Film.id), index=True)


class PlaylistDisplay(Base):
    """A playlist plays on this screen; one without any such row plays on all."""

    __tablename__ = "playlist_displays"
    __table_args__ = (sa.UniqueConstraint("playlist_id", "display_id"),)

    id: Mapped[int] = identity()
    playlist_id: Mapped[int] = mapped_column(sa.ForeignKey(Playlist.id))
    display_id: Mapped[int] = mapped_column(sa.ForeignKey(Display.id), index=True)
