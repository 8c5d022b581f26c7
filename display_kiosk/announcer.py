"""The order of announcements: one call at a time gets the large card and the voice, and none is cut off or skipped."""

import time
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal, SignalInstance

from display_kiosk.scene.board import Board, BoardCall
from display_kiosk.sentences import Announcement

DWELL_MS = 6_000
"""A called ticket stays on the card at least so long."""
LINGER_MS = 14_000
"""Where nobody follows it stays so long."""
FORGET_SECONDS = 600
"""A call that had to wait longer for its turn is not announced any more; the list has shown it long ago."""


class Speaker(Protocol):
    """Who says a call: the voice, or in tests somebody silent."""

    said: SignalInstance

    def say(self, announcements: Sequence[Announcement], ticket: str, room: str) -> None: ...


@dataclass
class _Turn:
    call: BoardCall
    since: float
    merged: list[int] = field(default_factory=list)


class Announcer(QObject):
    """First come, first said; a recall joins the waiting announcement of its ticket."""

    announcing = Signal(list)
    spoken = Signal(list)
    speaking = Signal(bool)

    def __init__(
        self,
        board: Board,
        voice: Speaker,
        *,
        dwell_ms: int = DWELL_MS,
        linger_ms: int = LINGER_MS,
        clock: Callable[[], float] = time.monotonic,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._board = board
        self._voice = voice
        self._clock = clock
        self._announcements: tuple[Announcement, ...] = ()
        self._turns: deque[_Turn] = deque()
        self._quiet = False
        self._now: _Turn | None = None
        self._talking = False
        self._dwell = QTimer(self, singleShot=True, interval=dwell_ms)
        self._dwell.timeout.connect(self._next)
        self._linger_ms = linger_ms
        self._linger = QTimer(self, singleShot=True, interval=max(0, linger_ms - dwell_ms))
        self._linger.timeout.connect(board.hide_card)
        voice.said.connect(self._on_said)

    def set_languages(self, announcements: Sequence[Announcement]) -> None:
        self._announcements = tuple(announcements)

    def set_dwell(self, milliseconds: int) -> None:
        """So long a called ticket stays on the card at least, from the next one on."""
        if milliseconds != self._dwell.interval():  # a timer that runs begins again when it is set
            self._dwell.setInterval(milliseconds)
            self._linger.setInterval(max(0, self._linger_ms - milliseconds))

    def set_quiet(self, quiet: bool) -> None:
        """In the quiet hours calls are shown and not spoken; one that is being said is said whole."""
        self._quiet = quiet

    def announce(self, calls: Sequence[BoardCall]) -> None:
        """Add calls, oldest first."""
        for call in calls:
            same = (call.ticket, call.test)
            waiting = next((turn for turn in self._turns if (turn.call.ticket, turn.call.test) == same), None)
            if waiting is None:
                self._turns.append(_Turn(call, self._clock(), [call.call_id]))
            else:
                waiting.call = call
                waiting.merged.append(call.call_id)
        self._next()

    @property
    def busy(self) -> bool:
        """Whether somebody is being called, or waits to be."""
        return self._now is not None or bool(self._turns) or self._talking

    def withdraw(self, call_ids: Sequence[int]) -> None:
        """Forget calls that the desk took back before their turn, and take the card away if it shows one."""
        gone = frozenset(call_ids)
        self._turns = deque(turn for turn in self._turns if turn.call.call_id not in gone)
        if self._now is not None and self._now.call.call_id in gone:
            self._board.hide_card()

    def _next(self) -> None:
        if self._talking or self._dwell.isActive():
            return
        while self._turns and self._clock() - self._turns[0].since > FORGET_SECONDS:
            self._turns.popleft()
        if not self._turns:
            if self._now is not None:
                self._now = None
                self._linger.start()
            return
        self._linger.stop()
        self._now = self._turns.popleft()
        self._board.show_card(self._now.call, self._phrases(self._now.call))
        self._dwell.start()
        self.announcing.emit(self._now.merged)
        if self._quiet:
            return
        self._talking = True
        self.speaking.emit(True)
        self._voice.say(self._announcements, self._now.call.ticket, self._now.call.room)

    def _phrases(self, call: BoardCall) -> list[str]:
        """`please go to` in every language; a test call says instead that it is one, so that nobody goes."""
        return [one.words["test"] if call.test else one.go_to for one in self._announcements]

    def _on_said(self, heard: bool) -> None:
        self._talking = False
        if heard and self._now is not None:
            self.spoken.emit(self._now.merged)
        if not self._turns:
            self.speaking.emit(False)
        self._next()
