"""What a NOTIFY says: a knock that names an area and a key, never data."""

import re
from dataclasses import dataclass
from enum import StrEnum


class Channel(StrEnum):
    """The few channels; every committing NOTIFY wakes every listener, whatever its channel."""

    CHANGES = "hms_changes"
    CALLS = "hms_calls"


@dataclass(frozen=True)
class Notice:
    """One knock. Anyone who may connect can send one, so it is a hint to read again and nothing more."""

    channel: str
    area: str
    key: str


_PAYLOAD = re.compile(r"([a-z_]{1,40}):([0-9a-zA-Z_-]{0,64})")


def parse(channel: str, payload: str) -> Notice:
    """The notice in `payload`; an empty area and key where it is not one of ours: read everything again."""
    match = _PAYLOAD.fullmatch(payload) if len(payload) <= 128 else None
    return Notice(channel, match[1], match[2]) if match else Notice(channel, "", "")
