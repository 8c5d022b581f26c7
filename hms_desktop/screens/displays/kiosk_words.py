"""What a waiting-room screen says of itself in codes, in the desk's language."""

from collections.abc import Mapping
from typing import Any

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.displays.signs_of_life import Decoder, FetchFault, FilmState, VoiceState

translate = QCoreApplication.translate


def voice_words(details: Mapping[str, Any]) -> str:
    """Whether the screen can be heard; empty where it does not say."""
    return _said(details.get("voice"), _voice())


def film_words(details: Mapping[str, Any]) -> str:
    """Whether a film plays, how many are still to come, and why they do not; empty where it does not say."""
    said, lacking = _said(details.get("video"), _films()), details.get("lacking")
    if not isinstance(lacking, int) or lacking < 1:
        return said
    fetching = translate("kiosk", "films to fetch: {n}").format(n=lacking)
    why = _said(details.get("lacking_why"), _faults())
    return " · ".join(filter(None, (said, f"{fetching} ({why})" if why else fetching)))


def decoder_words(details: Mapping[str, Any]) -> str:
    """What decodes its films; empty before one has played."""
    told = details.get("decoder")
    if not isinstance(told, dict):
        return ""
    if told.get("by") not in [*Decoder]:
        return _said(told.get("by"), {})
    values = {name: told.get(name, "–") for name in ("codec", "devices", "cpu_ms")}
    return _decoders()[Decoder(told["by"])].format(**values)


def unfit_words(code: str) -> str:
    """Why a screen that lives shows nothing new; `code` is `DisplayState.unfit`."""
    return _said(code, _misfits())


def _said(code: Any, words: Mapping[Any, str]) -> str:
    """The words of a code; a code of a newer screen as it is, and what is no text not at all."""
    return words.get(code, code) if isinstance(code, str) else ""


def _voice() -> dict[VoiceState, str]:
    return {
        VoiceState.CHECKING: translate("kiosk", "is being checked"),
        VoiceState.READY: translate("kiosk", "ready"),
        VoiceState.CHIME_ONLY: translate("kiosk", "chime only, no voice can be made"),
        VoiceState.NO_DEVICE: translate("kiosk", "no audio device"),
    }


def _films() -> dict[FilmState, str]:
    return {
        FilmState.PLAYING: translate("kiosk", "playing"),
        FilmState.NOTHING_PLAYS: translate("kiosk", "nothing plays"),
        FilmState.NO_FILMS: translate("kiosk", "no films"),
    }


def _faults() -> dict[FetchFault, str]:
    return {
        FetchFault.NONE: "",
        FetchFault.DISK_FULL: translate("kiosk", "the disk is full"),
        FetchFault.SPOILED: translate("kiosk", "its checksum was wrong"),
        FetchFault.NOT_IN_SHARE: translate("kiosk", "the folder share does not hold it"),
        FetchFault.FOLDER: translate("kiosk", "a folder cannot be used"),
        FetchFault.PROGRAM: translate("kiosk", "a fault of the program, see its log"),
    }


def _misfits() -> dict[str, str]:
    return {
        "program.too_old": translate("kiosk", "Its program is too old for the database; IT must update it."),
        "database.too_old": translate("kiosk", "The database is older than its program; IT must migrate it."),
    }


def _decoders() -> dict[Decoder, str]:
    return {
        Decoder.NONE: translate("kiosk", "nothing played"),
        Decoder.HARDWARE: translate("kiosk", "{codec} in hardware ({devices}), {cpu_ms} ms of CPU a picture"),
        Decoder.SOFTWARE: translate("kiosk", "{codec} in software, {cpu_ms} ms of CPU a picture"),
        Decoder.UNEXPECTED: translate(
            "kiosk", "{codec} in software though its computer has hardware for it, {cpu_ms} ms of CPU a picture"
        ),
    }
