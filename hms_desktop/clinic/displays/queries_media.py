"""Films and playlists: what a screen reads to fetch and play them, and the desk's lists of both."""

import datetime as dt
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.displays.rules_media import Times
from hms_desktop.clinic.displays.tables_media import Film, Playlist, PlaylistDisplay, PlaylistEntry

# --- the kiosk's side


@dataclass(frozen=True)
class ShownFilm:
    """A film that this screen plays: its plain file name, SHA-256 in hexadecimal, size, and where its bytes lie."""

    film_id: int
    name: str
    digest: str
    size: int
    place: str


@dataclass(frozen=True)
class ShownPlaylist:
    """A playlist of this screen with its films in order."""

    playlist_id: int
    name: str
    times: Times
    films: tuple[ShownFilm, ...]


_MY_PLAYLISTS = sa.text(
    "SELECT playlist_id, name, starts_at, ends_at, first_day, last_day, film_id, film, digest, bytes, place "
    "FROM kiosk.my_playlists ORDER BY playlist_id, position"
)
_FILM_PART = sa.text("SELECT kiosk.film_part(:film_id, :number)")


def my_playlists(session: Session) -> tuple[ShownPlaylist, ...]:
    """The playlists of this login's screen, the oldest first; whose time it is the kiosk sees for itself."""
    rows = session.execute(_MY_PLAYLISTS).all()
    return tuple(_playlist(list(group)) for _, group in groupby(rows, key=lambda row: row.playlist_id))


def _playlist(rows: Sequence[Any]) -> ShownPlaylist:
    first = rows[0]
    return ShownPlaylist(
        first.playlist_id,
        first.name,
        Times(first.starts_at, first.ends_at, first.first_day, first.last_day),
        tuple(ShownFilm(row.film_id, row.film, row.digest, row.bytes, row.place) for row in rows),
    )


def film_part(session: Session, film_id: int, number: int) -> bytes:
    """One part of a film on this screen's playlists, PART_BYTES long; empty behind the last. Raises Refused."""
    content: bytes | None = session.execute(_FILM_PART, {"film_id": film_id, "number": number}).scalar_one()
    return content or b""


# --- the desk's side


@dataclass(frozen=True)
class FilmRow:
    """One film on the desk's list, and the playlists it stands on; `size` in bytes, `bitrate` in bits a second."""

    film_id: int
    name: str
    codec: str
    profile: str
    level: str
    width: int
    height: int
    fps: Decimal
    bitrate: int
    seconds: Decimal
    size: int
    digest: str
    place: str
    whole: bool
    added_at: dt.datetime
    playlists: tuple[str, ...]


@dataclass(frozen=True)
class PlaylistForm:
    """One playlist as an administrator edits it; no `display_ids` means every screen."""

    playlist_id: int
    name: str
    times: Times
    active: bool
    version: int
    film_ids: tuple[int, ...]
    display_ids: tuple[int, ...]


def films(session: Session) -> tuple[FilmRow, ...]:
    """All films, by name."""
    standing = session.execute(
        sa.select(PlaylistEntry.film_id, Playlist.name).distinct().join(Playlist).order_by(Playlist.name)
    )
    lists = _gathered((film_id, name) for film_id, name in standing)
    return tuple(
        FilmRow(
            row.id, row.name, row.codec, row.profile, row.level, row.width, row.height, row.fps, row.bitrate,
            row.seconds, row.bytes, row.digest.hex(), row.place, row.whole, row.added_at, tuple(lists.get(row.id, ())),
        )
        for row in session.execute(sa.select(Film.__table__).order_by(Film.name))
    )  # fmt: skip


def playlists(session: Session) -> tuple[PlaylistForm, ...]:
    """All playlists for the administrator's page, by name."""
    standing = sa.select(PlaylistEntry.playlist_id, PlaylistEntry.film_id).order_by(PlaylistEntry.position)
    showing = sa.select(PlaylistDisplay.playlist_id, PlaylistDisplay.display_id).order_by(PlaylistDisplay.display_id)
    film_ids = _gathered((row[0], row[1]) for row in session.execute(standing))
    display_ids = _gathered((row[0], row[1]) for row in session.execute(showing))
    return tuple(
        PlaylistForm(
            row.id, row.name, Times(row.starts_at, row.ends_at, row.first_day, row.last_day), row.active, row.version,
            tuple(film_ids.get(row.id, ())), tuple(display_ids.get(row.id, ())),
        )
        for row in session.execute(sa.select(Playlist.__table__).order_by(Playlist.name))
    )  # fmt: skip


def _gathered(pairs: Iterable[tuple[int, Any]]) -> dict[int, list[Any]]:
    found: dict[int, list[Any]] = {}
    for key, value in pairs:
        found.setdefault(key, []).append(value)
    return found
