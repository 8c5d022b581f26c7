"""What the waiting-room picture shows: the view model that the QML scene reads; it knows PySide6 and nothing else."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Property, QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

SHIFTS = ((0, 0), (4, 0), (8, 0), (8, 4), (8, 8), (4, 8), (0, 8), (-4, 8), (-8, 8), (-8, 4), (-8, 0), (-8, -4),
          (-8, -8), (-4, -8), (0, -8), (4, -8), (8, -8), (8, -4), (8, 0), (4, 0))  # fmt: skip
"""Pixels by which the picture stands aside, another place each minute, so that no line burns into the panel."""

ROWS = 7
"""How many called tickets the list holds; so many calls at most enter it in one painted frame."""


@dataclass(frozen=True)
class BoardCall:
    """One call as the board shows it: plain texts, never a person's name.

    A `test` is none of the queue's: it stands on the large card alone and never on the list.
    """

    call_id: int
    ticket: str
    room: str
    test: bool = False


@dataclass(frozen=True)
class WaitingLine:
    """How many wait for one service, the tickets that come next, and about how long a newcomer waits."""

    service: str
    count: int
    next_tickets: tuple[str, ...] = ()
    wait_minutes: int | None = None


class CallList(QAbstractListModel):
    """The last called tickets, the newest first; a recalled ticket moves to the top instead of standing twice."""

    Ticket = Qt.ItemDataRole.UserRole + 1
    Room = Qt.ItemDataRole.UserRole + 2

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calls: list[BoardCall] = []

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        return 0 if parent.isValid() else len(self._calls)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        call = self._calls[index.row()]
        return {self.Ticket: call.ticket, self.Room: call.room}.get(role)

    def roleNames(self) -> dict[int, Any]:
        return {self.Ticket: b"ticket", self.Room: b"room"}

    def call_ids(self) -> tuple[int, ...]:
        return tuple(call.call_id for call in self._calls)

    def put_first(self, call: BoardCall) -> None:
        self._drop_rows(lambda row: row.ticket == call.ticket)
        self.beginInsertRows(QModelIndex(), 0, 0)
        self._calls.insert(0, call)
        self.endInsertRows()
        while len(self._calls) > ROWS:
            self._remove(len(self._calls) - 1)

    def drop(self, call_ids: Iterable[int]) -> None:
        gone = frozenset(call_ids)
        self._drop_rows(lambda row: row.call_id in gone)

    def _drop_rows(self, unwanted: Any) -> None:
        for row in reversed(range(len(self._calls))):
            if unwanted(self._calls[row]):
                self._remove(row)

    def _remove(self, row: int) -> None:
        self.beginRemoveRows(QModelIndex(), row, row)
        del self._calls[row]
        self.endRemoveRows()


class Board(QObject):
    """The picture's state. `show` queues calls; each is acknowledged by `painted` once a frame with it was shown.

    No more calls enter the list between two frames than it has rows, so that even in a flood every call was really
    on the screen before it counts as shown.
    """

    painted = Signal(list)
    wants_frame = Signal()
    changed = Signal()
    words_changed = Signal()
    card_changed = Signal()
    waiting_changed = Signal()
    clock_changed = Signal()

    def __init__(
        self, theme: dict[str, Any], words: dict[str, str], *, has_film: bool = True, parent: QObject | None = None
    ) -> None:
        """`words` are what the board says by itself, as under resources/announcements.

        Without `has_film` nothing of Qt's multimedia is loaded, and the panel stays calm.
        """
        super().__init__(parent)
        self._has_film = has_film
        self._theme = theme
        self._words = words
        self._calls = CallList(self)
        self._coming: deque[BoardCall] = deque()
        self._unpainted: list[int] = []
        self._frames_needed = 0
        self._unpainted_test: int | None = None
        self._state: dict[str, Any] = {
            "hospital": "",
            "layout": "beside",
            "mirrored": False,
            "connected": True,
            "as_of": "",
            "trouble": "",
            "film": False,
            "messages": (),
            "shows_waiting": True,
            "dimmed": False,
            "shift": SHIFTS[0],
        }
        self._card: BoardCall | None = None
        self._card_serial = 0
        self._phrases: tuple[str, ...] = ()
        self._waiting: tuple[WaitingLine, ...] = ()
        self._clock = ""

    # --- what the programs tell the board

    def show(self, calls: Sequence[BoardCall]) -> None:
        """Puts calls, oldest first, on the list as fast as frames are painted."""
        self._coming.extend(calls)
        if not self._unpainted:
            self._take_next()

    def frame_shown(self, surely: bool = True) -> None:
        """A frame has reached the screen; `surely` is False if it may have been drawn before the last change."""
        if not self._unpainted and self._unpainted_test is None:
            return
        self._frames_needed -= 2 if surely else 1
        if self._frames_needed > 0:
            self.wants_frame.emit()
            return
        shown, self._unpainted = self._unpainted, []
        if self._unpainted_test is not None:
            shown = [*shown, self._unpainted_test]
            self._unpainted_test = None
        self.painted.emit(shown)
        self._take_next()

    def withdraw(self, call_ids: Iterable[int]) -> None:
        """Takes calls off the list: the desk undid them."""
        self._calls.drop(call_ids)

    def listed(self) -> tuple[int, ...]:
        """The ids of the calls now on the list, the newest first."""
        return self._calls.call_ids()

    def show_card(self, call: BoardCall, phrases: Sequence[str]) -> None:
        """The large card over the video: this call, with 'please go to' in each of the display's languages."""
        self._card, self._phrases = call, tuple(phrases)
        self._card_serial += 1
        self.card_changed.emit()
        if call.test:
            self._unpainted_test, self._frames_needed = call.call_id, 2
            self.wants_frame.emit()

    def hide_card(self) -> None:
        self._card = None
        self.card_changed.emit()

    def set_waiting(self, lines: Sequence[WaitingLine]) -> None:
        if tuple(lines) != self._waiting:
            self._waiting = tuple(lines)
            self.waiting_changed.emit()

    def set_clock(self, text: str) -> None:
        if text != self._clock:
            self._clock = text
            self.clock_changed.emit()

    def set_display(self, *, hospital: str, layout: str, mirrored: bool) -> None:
        """`layout` is `beside`, `board` or `portrait`; it may change while the board is seen."""
        self._set(hospital=hospital, layout=layout, mirrored=mirrored)

    def set_lines(self, messages: Sequence[str], *, shows_waiting: bool) -> None:
        """What stands at the lower edge: messages that take turns, and whether the waiting lines do."""
        self._set(messages=tuple(messages), shows_waiting=shows_waiting)

    def set_dimmed(self, dimmed: bool) -> None:
        self._set(dimmed=dimmed)

    def set_minute(self, minute: int) -> None:
        """Stands the picture a few pixels aside, elsewhere each minute."""
        self._set(shift=SHIFTS[minute % len(SHIFTS)])

    def speak(self, words: dict[str, str]) -> None:
        """Say what the board says by itself in other words."""
        if words != self._words:
            self._words = words
            self.words_changed.emit()

    def set_connection(self, connected: bool, as_of: str) -> None:
        self._set(connected=connected, as_of=as_of)

    def set_trouble(self, sentence: str) -> None:
        """What a person must act on: the login, the program's version. Empty: nothing."""
        self._set(trouble=sentence)

    def set_film(self, running: bool) -> None:
        self._set(film=running)

    def _set(self, **values: Any) -> None:
        if any(self._state[name] != value for name, value in values.items()):
            self._state.update(values)
            self.changed.emit()

    def _take_next(self) -> None:
        while self._coming and len(self._unpainted) < ROWS:
            call = self._coming.popleft()
            self._calls.put_first(call)
            self._unpainted.append(call.call_id)
        if self._unpainted:
            self._frames_needed = 2
            self.wants_frame.emit()

    # --- what the scene reads

    theme = Property(dict, lambda self: self._theme, constant=True)
    calls = Property(QObject, lambda self: self._calls, constant=True)
    hasFilm = Property(bool, lambda self: self._has_film, constant=True)
    hospital = Property(str, lambda self: self._state["hospital"], notify=changed)
    words = Property(dict, lambda self: self._words, notify=words_changed)
    layout = Property(str, lambda self: self._state["layout"], notify=changed)
    mirrored = Property(bool, lambda self: self._state["mirrored"], notify=changed)
    connected = Property(bool, lambda self: self._state["connected"], notify=changed)
    asOf = Property(str, lambda self: self._state["as_of"], notify=changed)
    trouble = Property(str, lambda self: self._state["trouble"], notify=changed)
    film = Property(bool, lambda self: self._state["film"], notify=changed)
    messages = Property(list, lambda self: list(self._state["messages"]), notify=changed)
    showsWaiting = Property(bool, lambda self: self._state["shows_waiting"], notify=changed)
    dimmed = Property(bool, lambda self: self._state["dimmed"], notify=changed)
    shiftX = Property(int, lambda self: self._state["shift"][0], notify=changed)
    shiftY = Property(int, lambda self: self._state["shift"][1], notify=changed)
    cardShown = Property(bool, lambda self: self._card is not None, notify=card_changed)
    cardTicket = Property(str, lambda self: self._card.ticket if self._card else "", notify=card_changed)
    cardRoom = Property(str, lambda self: self._card.room if self._card else "", notify=card_changed)
    cardSerial = Property(int, lambda self: self._card_serial, notify=card_changed)
    phrases = Property(list, lambda self: list(self._phrases), notify=card_changed)
    clock = Property(str, lambda self: self._clock, notify=clock_changed)
    waiting = Property(
        list,
        lambda self: [
            {
                "service": line.service,
                "count": line.count,
                # Isolated, so that right-to-left the ticket that is next stands first.
                "next": "  ".join(f"\u2068{ticket}\u2069" for ticket in line.next_tickets),
                "minutes": -1 if line.wait_minutes is None else line.wait_minutes,
            }
            for line in self._waiting
        ],
        notify=waiting_changed,
    )
