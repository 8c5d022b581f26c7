"""What a screen says of itself in its heartbeat: codes, which the status page and the desk put into their languages."""

from enum import StrEnum


class VoiceState(StrEnum):
    """Whether the screen can be heard."""

    CHECKING = "checking"
    READY = "ready"
    CHIME_ONLY = "chime_only"
    NO_DEVICE = "no_device"


class FilmState(StrEnum):
    """Whether a film plays."""

    PLAYING = "playing"
    NOTHING_PLAYS = "nothing_plays"
    NO_FILMS = "no_films"


class FetchFault(StrEnum):
    """Why a film of the playlists has not come; NONE while it is on its way."""

    NONE = ""
    DISK_FULL = "disk_full"
    SPOILED = "spoiled"
    NOT_IN_SHARE = "not_in_share"
    FOLDER = "folder"
    PROGRAM = "program"


class Decoder(StrEnum):
    """What decoded the film that was looked at; UNEXPECTED is software where the computer has hardware for it."""

    NONE = "none"
    HARDWARE = "hardware"
    SOFTWARE = "software"
    UNEXPECTED = "unexpected"
