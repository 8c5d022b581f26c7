"""Whether this machine can play a film, make a sound, and speak each language that ships."""

import functools
import tempfile
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEventLoop, QTimer, QUrl
from PySide6.QtMultimedia import QMediaFormat, QMediaPlayer, QVideoFrame, QVideoSink

from display_kiosk.loudspeaker import Loudspeaker
from display_kiosk.probe import loaded_libavcodec
from display_kiosk.selftest_waiting import awaited
from display_kiosk.sentences import Announcement
from display_kiosk.voice_check import ROOM, TICKET
from display_kiosk.voice_renderer import Rendered, Renderer
from display_kiosk.voice_sounds import Sounds, whole
from display_kiosk.voice_synthesizers import Synthesizers
from hms_desktop.core.selftest import Failed, NotTried

FRAMES = 20
"""Of the 30 of the film that ships; a slow machine may drop some."""
FILM_SECONDS = 30.0
SPEAK_SECONDS = 20.0


def backend() -> str:
    """What of Qt plays films. Raises Failed where nothing does, which Qt itself says only in its log.

    Which codecs it names says little (H.264 is missing in the wheel's list and decoded all the same): `film` looks.
    """
    able = QMediaFormat().supportedFileFormats(QMediaFormat.ConversionMode.Decode)
    if not QMediaPlayer().isAvailable() or QMediaFormat.FileFormat.MPEG4 not in able:
        raise Failed("Qt found no multimedia backend: no film would be played")
    return f"{len(able)} kinds of files"


def film(file: Path) -> str:
    """Decode the film that ships. Raises Failed where fewer than FRAMES pictures came out of it."""
    frames: list[QVideoFrame] = []
    player, sink, playing = QMediaPlayer(), QVideoSink(), QEventLoop()
    if not player.isAvailable():
        raise Failed("nothing here plays films")
    over = (QMediaPlayer.MediaStatus.EndOfMedia, QMediaPlayer.MediaStatus.InvalidMedia)
    sink.videoFrameChanged.connect(lambda frame: frames.append(frame) if frame.isValid() else None)
    player.mediaStatusChanged.connect(lambda status: playing.quit() if status in over else None)
    player.errorOccurred.connect(playing.quit)
    player.setVideoSink(sink)
    limit = QTimer(singleShot=True, interval=round(FILM_SECONDS * 1000))
    limit.timeout.connect(playing.quit)
    limit.start()
    player.mediaStatusChanged.connect(player.play)  # as soon as it is loaded
    QTimer.singleShot(0, lambda: player.setSource(QUrl.fromLocalFile(str(file))))
    playing.exec()
    limit.stop()
    player.stop()
    if len(frames) < FRAMES:
        raise Failed(f"{len(frames)} pictures of {file.name} were decoded; {player.errorString() or 'it did not end'}")
    picture = frames[-1].toImage()
    if picture.isNull():
        raise Failed(f"the pictures of {file.name} cannot be drawn")
    library = Path(loaded_libavcodec()).name
    return f"{len(frames)} pictures of {picture.width()}x{picture.height()}{f' by {library}' if library else ''}"


def sound(loudspeaker: Loudspeaker, chime: Path) -> str:
    """Play the chime, silently. Raises NotTried without an audio device, Failed where it does not take the sound."""
    found = whole(chime)
    if found is None:
        raise Failed(f"{chime} is no sound")
    device = loudspeaker.device()
    if not device:
        raise NotTried("there is no audio device; calls would be shown and not spoken")
    loudspeaker.set_volume(0)
    (entire,) = awaited(
        loudspeaker.ended, lambda: loudspeaker.play(found), found.seconds + FILM_SECONDS, f"{device} played no chime"
    )
    if not entire:
        raise Failed(f"{device} did not play the chime to its end")
    return f"{device}, {found.seconds:.1f} s"


def voice(announcements: Sequence[Announcement], synthesizers: Synthesizers) -> str:
    """Say a call in each language, into files. Raises Failed with the languages that nobody could speak."""
    spoken: dict[str, str] = {}
    with tempfile.TemporaryDirectory() as folder:
        renderer = Renderer(Sounds(Path(folder)), synthesizers)
        for one in announcements:
            _, rendered = awaited(
                renderer.ready,
                functools.partial(renderer.render, one, TICKET, ROOM, anew=True),
                SPEAK_SECONDS,
                f"nobody spoke {one.language}",
            )
            spoken[one.language] = _words(rendered)
        renderer.stop()
    silent = [language for language, words in spoken.items() if not words]
    if silent:
        raise Failed(
            f"nobody speaks {', '.join(silent)}: their calls would have a chime alone (is espeak-ng installed?)"
        )
    return ", ".join(f"{language} {words}" for language, words in spoken.items())


def _words(rendered: Rendered | None) -> str:
    return f"{rendered.synthesizer} {rendered.sound.seconds:.1f} s" if rendered else ""
