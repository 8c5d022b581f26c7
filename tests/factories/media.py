"""Films and playlists for tests: real bytes in the media table, or only an entry where the bytes lie in a share."""

import hashlib
import uuid
from collections.abc import Sequence
from typing import Any

from hms_desktop.clinic.displays import actions_media
from hms_desktop.clinic.displays.actions_media import FilmEntry
from hms_desktop.clinic.displays.rules_media import PART_BYTES
from tests.hospital import Hospital


def entry(name: str, content: bytes, place: str = "database", **told: Any) -> FilmEntry:
    """What an administrator's program would enter about these bytes."""
    found: dict[str, Any] = {
        "codec": "h264", "profile": "High", "level": "3.1", "width": 1280, "height": 720, "fps": 30.0,
        "bitrate": 1_000_000, "seconds": 5.0,
    }  # fmt: skip
    return FilmEntry(
        name=name, digest=hashlib.sha256(content).hexdigest(), bytes=len(content), place=place, **(found | told)
    )


def film(hospital: Hospital, name: str, content: bytes, place: str = "database") -> int:
    """A whole film; its id."""
    admin = hospital.database(hospital.person("admin"))
    begun = admin.run_now(actions_media.begin_film, intent=uuid.uuid4(), film=entry(name, content, place))
    if place == "database":
        for number, start in enumerate(range(0, len(content), PART_BYTES)):
            part = content[start : start + PART_BYTES]
            admin.run_now(actions_media.put_film_part, film_id=begun.film_id, number=number, content=part)
        admin.run_now(actions_media.finish_film, intent=uuid.uuid4(), film_id=begun.film_id)
    return begun.film_id


def playlist(hospital: Hospital, name: str, film_ids: Sequence[int], **told: Any) -> int:
    """A playlist of these films, on every screen and all day unless told otherwise; its id."""
    admin = hospital.database(hospital.person("admin"))
    return admin.run_now(actions_media.save_playlist, intent=uuid.uuid4(), name=name, film_ids=film_ids, **told)
