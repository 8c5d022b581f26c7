"""A patient's photo as it is kept: a picture to look at and a thumbnail for the card, both small JPEG or PNG."""

from dataclasses import dataclass, field

from hms_desktop.core.errors import Refused

PICTURE_SIDE = 1024
"""The longer side of a kept picture, in pixels."""
THUMBNAIL_SIDE = 192
"""The longer side of a thumbnail, in pixels."""
PICTURE_BYTES = 1_048_576
THUMBNAIL_BYTES = 65_536
_BEGINNINGS = (b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\n")


@dataclass(frozen=True)
class Photo:
    """JPEG or PNG bytes. A card reads the thumbnail alone; `picture` is there only before it is first saved."""

    thumbnail: bytes
    picture: bytes = field(default=b"", compare=False, repr=False)
    id: int | None = None


def check_photo(photo: Photo) -> None:
    """Refuse bytes that are no JPEG or PNG, or are too many; the database refuses them too."""
    for kept, most in ((photo.thumbnail, THUMBNAIL_BYTES), (photo.picture, PICTURE_BYTES)):
        if kept and (not kept.startswith(_BEGINNINGS) or len(kept) > most):
            raise Refused("patients.photo", "This is not a photo that can be kept; take it again.", {"field": "photo"})
