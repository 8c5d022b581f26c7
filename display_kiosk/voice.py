"""The voice: a chime, then the sentence in each language, one after the other and each of them whole."""

from collections import deque
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from display_kiosk.loudspeaker import Loudspeaker
from display_kiosk.sentences import Announcement
from display_kiosk.voice_renderer import Rendered, Renderer
from display_kiosk.voice_sounds import whole

AGAIN_MS = 1_500
"""A sentence that was cut off is said once more, after the time that a device needs to come back."""


class Voice(QObject):
    """Says one call at a time; `said` tells whether words of it were heard. No audio device is no error.

    The chime plays while the sentences are made, and lasts longer than that takes. A whole sentence is one sound: said
    in two pieces, ticket and room, it would fall in the middle and pause.
    """

    said = Signal(bool)

    def __init__(
        self, chime: Path, renderer: Renderer, loudspeaker: Loudspeaker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._chime = whole(chime)
        self._renderer = renderer
        self._loudspeaker = loudspeaker
        self._again = QTimer(self, singleShot=True, interval=AGAIN_MS)
        self._again.timeout.connect(self._say_again)
        self._busy = False
        self._playing: Rendered | None = None
        self._sounding = False
        self._tried_again = False
        self._heard = False
        self._wanted: deque[str] = deque()
        self._made: dict[str, Rendered | None] = {}
        renderer.ready.connect(self._on_ready)
        loudspeaker.ended.connect(self._on_ended)

    @property
    def has_chime(self) -> bool:
        """False where the chime's file cannot be played."""
        return self._chime is not None

    def set_volume(self, percent: int) -> None:
        """Of chime and words, 0 to 100."""
        self._loudspeaker.set_volume(percent)

    def say(self, announcements: Sequence[Announcement], ticket: str, room: str) -> None:
        """Chime and words; `said` follows once, whatever happens to synthesizers and devices."""
        self._busy, self._heard, self._playing = True, False, None
        self._made.clear()
        self._wanted.clear()
        if not self._loudspeaker.device():
            QTimer.singleShot(0, self._end)
            return
        self._wanted.extend(self._renderer.render(announcement, ticket, room) for announcement in announcements)
        if self._chime:
            self._sounding = True
            self._loudspeaker.play(self._chime)

    def _on_ready(self, name: str, rendered: Rendered | None) -> None:
        if name in self._wanted:
            self._made[name] = rendered
            self._go_on()

    def _on_ended(self, was_whole: bool) -> None:
        self._sounding = False
        if self._playing is not None:
            self._heard = self._heard or was_whole
            if not was_whole and not self._tried_again:
                self._tried_again = True
                self._again.start()
                return
            self._playing = None
        self._go_on()

    def _say_again(self) -> None:
        if self._playing is not None:
            self._sounding = True
            self._loudspeaker.play(self._playing.sound)

    def _go_on(self) -> None:
        """The next sentence that can be said, as soon as it is known which that is."""
        while self._busy and not self._sounding and self._playing is None:
            if not self._wanted:
                self._end()
            elif self._wanted[0] not in self._made:
                return
            elif (rendered := self._made[self._wanted.popleft()]) is not None:
                self._playing, self._tried_again, self._sounding = rendered, False, True
                self._loudspeaker.play(rendered.sound)

    def _end(self) -> None:
        if self._busy:
            self._busy = False
            self.said.emit(self._heard)
