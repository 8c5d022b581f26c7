"""How an administrator brings in films and puts them on playlists: one function of the database for each wish."""

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from uuid import UUID

import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.displays.rules_media import Times
from hms_desktop.core.storable import as_json

_BEGIN = sa.text("SELECT hms.begin_film(:intent, CAST(:record AS jsonb))")
_PUT_PART = sa.text("SELECT hms.put_film_part(:film_id, :number, :content)")
_FINISH = sa.text("SELECT hms.finish_film(:intent, :film_id)")
_REMOVE = sa.text("SELECT hms.remove_film(:intent, :film_id)")
_SAVE = sa.text("SELECT hms.save_playlist(:intent, :id, :version, CAST(:record AS jsonb), :films, :displays)")
_REMOVE_LIST = sa.text("SELECT hms.remove_playlist(:intent, :id, :version)")


@dataclass(frozen=True)
class FilmEntry:
    """What is entered about a film: name, SHA-256 in hexadecimal, bytes, what ffprobe found, and its `place`."""

    name: str
    digest: str
    bytes: int
    codec: str
    profile: str
    level: str
    width: int
    height: int
    fps: float
    bitrate: int
    seconds: float
    place: str


@dataclass(frozen=True)
class OpenFilm:
    """A film whose parts are being sent; the first `parts` of them have arrived before."""

    film_id: int
    parts: int


def begin_film(session: Session, *, intent: UUID, film: FilmEntry) -> OpenFilm:
    """Enter a film. One in a share is ready with this; for the database its parts follow. Raises Refused."""
    record = as_json(asdict(film))
    begun = session.execute(_BEGIN, {"intent": intent, "record": record}).scalar_one()
    return OpenFilm(begun["id"], begun["parts"])


def put_film_part(session: Session, *, film_id: int, number: int, content: bytes) -> None:
    """Send one part of PART_BYTES (the last one shorter); sending it again changes nothing. Raises Refused."""
    session.execute(_PUT_PART, {"film_id": film_id, "number": number, "content": content})


def finish_film(session: Session, *, intent: UUID, film_id: int) -> None:
    """All parts were sent: the film may stand on playlists. Raises Refused where some have not arrived."""
    session.execute(_FINISH, {"intent": intent, "film_id": film_id})


def remove_film(session: Session, *, intent: UUID, film_id: int) -> None:
    """Take a film out with its bytes. Raises Refused while it stands on a playlist."""
    session.execute(_REMOVE, {"intent": intent, "film_id": film_id})


def save_playlist(
    session: Session,
    *,
    intent: UUID,
    name: str,
    film_ids: Sequence[int],
    times: Times = Times(),  # noqa: B008 - frozen
    display_ids: Sequence[int] = (),
    active: bool = True,
    playlist_id: int | None = None,
    version: int | None = None,
) -> int:
    """Add a playlist, or change the one that `playlist_id` and `version` name; its id. Raises Refused, Stale."""
    record = {
        "name": name,
        "starts_at": times.starts_at.isoformat(),
        "ends_at": times.ends_at.isoformat(),
        "first_day": times.first_day.isoformat() if times.first_day else None,
        "last_day": times.last_day.isoformat() if times.last_day else None,
        "active": active,
    }
    values = {
        "intent": intent,
        "id": playlist_id,
        "version": version,
        "record": as_json(record),
        "films": list(film_ids),
        "displays": list(display_ids),
    }
    saved: int = session.execute(_SAVE, values).scalar_one()["id"]
    return saved


def remove_playlist(session: Session, *, intent: UUID, playlist_id: int, version: int) -> None:
    """Take a playlist away; its films stay. Raises Refused, Stale."""
    session.execute(_REMOVE_LIST, {"intent": intent, "id": playlist_id, "version": version})
