"""What a new screen shows until it is let in: a code to compare and plain steps, in one language after another."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QObject, QTimer, Signal

from display_kiosk.scene.scene_window import SceneWindow

SCENE = Path(__file__).with_name("Pairing.qml")
LANGUAGE_MS = 12_000
STEPS = ("pair_open", "pair_compare", "pair_accept")


@dataclass(frozen=True)
class Wording:
    """What the pairing screen says in one language."""

    words: dict[str, str]
    right_to_left: bool = False


class PairingCard(QObject):
    """The picture's state; `say` names a word of the wording, or is a whole sentence where there is no such word."""

    changed = Signal()

    def __init__(self, theme: dict[str, Any], wordings: Sequence[Wording], parent: QObject | None = None) -> None:
        """`wordings` in the order in which they are shown, at least one."""
        super().__init__(parent)
        self._theme = theme
        self._wordings = tuple(wordings)
        self._turn = 0
        self._code = ""
        self._left = ""
        self._note = ""
        self._about = ""
        self._turning = QTimer(self, interval=LANGUAGE_MS)
        self._turning.timeout.connect(self.next_language)
        if len(self._wordings) > 1:
            self._turning.start()

    def show_code(self, code: str) -> None:
        """A code that can be compared now; an empty one takes it away."""
        self._code, self._note = code, ""
        self.changed.emit()

    def set_left(self, seconds: int) -> None:
        """How long the code still holds."""
        left = f"{seconds // 60}:{seconds % 60:02d}"
        if left != self._left:
            self._left = left
            self.changed.emit()

    def say(self, note: str, about: str = "") -> None:
        if (note, about) != (self._note, self._about):
            self._note, self._about = note, about
            self.changed.emit()

    def next_language(self) -> None:
        self._turn = (self._turn + 1) % len(self._wordings)
        self.changed.emit()

    def _words(self) -> dict[str, str]:
        return self._wordings[self._turn].words

    def _said(self) -> str:
        return self._words().get(self._note, self._note).replace("%1", self._about)

    theme = Property(dict, lambda self: self._theme, constant=True)
    title = Property(str, lambda self: self._words()["pair_title"], notify=changed)
    steps = Property(list, lambda self: [self._words()[step] for step in STEPS], notify=changed)
    valid = Property(str, lambda self: self._words()["pair_left"].replace("%1", self._left), notify=changed)
    code = Property(str, lambda self: self._code, notify=changed)
    note = Property(str, _said, notify=changed)
    mirrored = Property(bool, lambda self: self._wordings[self._turn].right_to_left, notify=changed)


class PairingWindow(SceneWindow):
    """The one window with the code."""

    def __init__(self, card: PairingCard, *, hide_cursor: bool = False) -> None:
        super().__init__(SCENE, {"card": card}, card.property("theme"), hide_cursor=hide_cursor)
        self.setTitle(self.tr("Pairing"))
