"""Whether this machine can be heard: its device, the chime, and a sentence that is made anew in each language."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QObject, Signal

from display_kiosk.loudspeaker import Loudspeaker
from display_kiosk.sentences import Announcement
from display_kiosk.voice import Voice
from display_kiosk.voice_renderer import Rendered, Renderer
from hms_desktop.clinic.displays.signs_of_life import VoiceState

TICKET, ROOM = "A 088", "1"
"""What is said to nobody, to see that it can be said."""
LONGEST_NAME = 60


class VoiceCheck(QObject):
    """Runs at start, when the devices change and when the screen gets other languages; `done` when all is known."""

    done = Signal()

    def __init__(
        self, voice: Voice, renderer: Renderer, loudspeaker: Loudspeaker, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._voice = voice
        self._renderer = renderer
        self._loudspeaker = loudspeaker
        self._announcements: tuple[Announcement, ...] = ()
        self._asked: dict[str, str] = {}
        self._made_by: dict[str, str] = {}
        renderer.ready.connect(self._on_ready)
        loudspeaker.changed.connect(self._run)

    def set_languages(self, announcements: Sequence[Announcement]) -> None:
        """Check these, if they are others than before."""
        if tuple(announcements) != self._announcements:
            self._announcements = tuple(announcements)
            self._run()

    def state(self) -> VoiceState:
        """Whether words can be heard; CHECKING at first."""
        if not self._loudspeaker.device():
            return VoiceState.NO_DEVICE
        if any(self._made_by.values()):
            return VoiceState.READY
        return VoiceState.CHECKING if self._asked or not self._announcements else VoiceState.CHIME_ONLY

    def result(self) -> dict[str, Any]:
        """For the sign of life: device, chime, and for each language who speaks it (`none` where nobody does)."""
        return {
            "device": self._loudspeaker.device()[:LONGEST_NAME],
            "chime": self._voice.has_chime,
            "languages": {language: made_by or "none" for language, made_by in self._made_by.items()},
        }

    def _run(self) -> None:
        self._made_by = {}
        self._asked = {self._renderer.render(one, TICKET, ROOM, anew=True): one.language for one in self._announcements}

    def _on_ready(self, name: str, rendered: Rendered | None) -> None:
        if name in self._asked:
            self._made_by[self._asked.pop(name)] = rendered.synthesizer if rendered else ""
            if not self._asked:
                self.done.emit()
