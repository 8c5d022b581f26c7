"""What `hms-kiosk --selftest` looks at: everything a screen leans on that can be missing without a word."""

import platform
from collections.abc import Sequence
from pathlib import Path

import PySide6
from PySide6.QtCore import qVersion

from display_kiosk import selftest_media, selftest_paper, selftest_picture, sentences
from display_kiosk.loudspeaker import Soundcard, sound_server
from display_kiosk.voice_synthesizers import Synthesizers
from hms_desktop.core import groundwork
from hms_desktop.core.connecting import connect
from hms_desktop.core.errors import Unreachable
from hms_desktop.core.selftest import Check, Failed, NotTried
from hms_desktop.core.settings import Server, Settings

QT_FLOOR = (6, 8)
EMULATED = 120.0
"""Seconds for what draws, decodes or speaks: also an emulated processor gets there."""


def checks(found: Settings, resources: Path) -> tuple[Check, ...]:
    """In the order in which a fault explains the next; needs a QGuiApplication when they are looked at."""
    languages = sorted(file.stem for file in (resources / "announcements").glob("*.json"))

    def announcements(wanted: Sequence[str]) -> tuple[sentences.Announcement, ...]:
        return sentences.load([resources / "announcements"], wanted)

    def scene() -> str:
        return selftest_picture.scene(resources / "themes" / "kiosk.json", announcements([found.language])[0])

    def voice() -> str:
        synthesizers = Synthesizers(Path(found.voices) if found.voices else None)
        return selftest_media.voice(announcements(languages), synthesizers)

    return (
        Check("Qt", _qt),
        Check("TLS of Python", groundwork.python_tls),
        Check("psycopg", groundwork.psycopg_implementation),
        Check("TLS of libpq", groundwork.libpq_tls),
        Check("fonts", lambda: selftest_picture.fonts(resources / "fonts")),
        Check("shaping", selftest_picture.shaping),
        Check("scene", scene, EMULATED),
        Check("media backend", selftest_media.backend, EMULATED),
        Check("film", lambda: selftest_media.film(resources / "selftest" / "film.mp4"), EMULATED),
        Check("sound", lambda: selftest_media.sound(Soundcard(sound_server()), resources / "sounds" / "chime.wav")),
        Check("voice", voice, EMULATED),
        Check("paper", lambda: selftest_paper.paper(resources / "layouts"), EMULATED),
        Check("listening", lambda: _listening(found.server)),
    )


def _listening(server: Server | None) -> str:
    if server is None or not server.user:
        raise NotTried("no server and login are set")
    try:
        connect(server, application="hms-selftest").close()
    except Unreachable as away:
        raise NotTried(f"{server.host}: {away}") from away
    return groundwork.listening(server)


def _qt() -> str:
    version = qVersion()
    if tuple(int(part) for part in version.split(".")[:2]) < QT_FLOOR:
        raise Failed(f"Qt {version} is too old; {'.'.join(map(str, QT_FLOOR))} is needed")
    return f"{version}, PySide6 {PySide6.__version__}, Python {platform.python_version()}, {platform.machine()}"
