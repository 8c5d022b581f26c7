"""Knocks from the listener's thread, brought to the GUI thread and calmed: a flood becomes a few re-reads."""

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from hms_desktop.core.listener import LineState
from hms_desktop.core.notices import Notice

QUIET_MS = 150
MANY_KEYS = 64
ALL_KEYS: frozenset[str] = frozenset()


class Subscription(QObject):
    """One wish to hear of an area: `callback` runs at most once in QUIET_MS, the first time at once."""

    def __init__(self, area: str, callback: Callable[[], object], keys: frozenset[str], parent: QObject) -> None:
        super().__init__(parent)
        self.area = area
        self._keys = keys
        self._callback = callback
        self._again = False
        self._calm = QTimer(self, singleShot=True, interval=QUIET_MS, timerType=Qt.TimerType.PreciseTimer)
        self._calm.timeout.connect(self._calmed)

    def set_keys(self, keys: frozenset[str]) -> None:
        """Hear only of these keys from now on; an empty set means every key."""
        self._keys = keys

    def knock(self, keys: frozenset[str]) -> None:
        """Something changed; an empty set of keys means anything."""
        if self._keys and keys and not self._keys & keys:
            return
        if self._calm.isActive():
            self._again = True
            return
        self._calm.start()
        self._callback()

    def end(self) -> None:
        """Hear nothing more."""
        self._calm.stop()
        self.area = ""
        self.deleteLater()

    def _calmed(self) -> None:
        if self._again:
            self._again = False
            self._calm.start()
            self._callback()


class Live(QObject):
    """Gives a Listener its two callbacks and tells pages what to read again.

    A notice is a hint from anyone who may connect, so it carries nothing further: whatever it says, each subscriber
    re-reads at most once in QUIET_MS. On the listener's thread a notice only marks its area, so a million of them
    leave one event for the GUI thread. After a reconnect everything is read again.
    """

    line_changed = Signal(object)
    """The LineState of every beat, on the GUI thread."""
    came_back = Signal()
    went_away = Signal(object)
    """The HmsError that says why, or None."""

    _marked = Signal()
    _line = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lock = threading.Lock()
        self._areas: frozenset[str] = frozenset()
        self._pending: dict[str, set[str]] = {}
        self._everything = False
        self._signalled = False
        self._up: bool | None = None
        self._subscriptions: list[Subscription] = []
        self._marked.connect(self._spread, Qt.ConnectionType.QueuedConnection)
        self._line.connect(self._take_state, Qt.ConnectionType.QueuedConnection)

    def on_notice(self, notice: Notice) -> None:
        """For the Listener; runs on its thread."""
        with self._lock:
            if notice.area in self._areas:
                keys = self._pending.setdefault(notice.area, set())
                if len(keys) <= MANY_KEYS:
                    keys.add(notice.key)
            elif not notice.area:
                self._everything = True
            else:
                return
            if self._signalled:
                return
            self._signalled = True
        self._marked.emit()

    def on_state(self, state: LineState) -> None:
        """For the Listener; runs on its thread."""
        self._line.emit(state)

    def subscribe(self, area: str, callback: Callable[[], object], keys: frozenset[str] = ALL_KEYS) -> Subscription:
        """Call `callback` on the GUI thread when something in `area` (of these keys, where given) may have changed."""
        subscription = Subscription(area, callback, keys, self)
        self._subscriptions.append(subscription)
        with self._lock:
            self._areas |= {area}
        return subscription

    @property
    def up(self) -> bool:
        """Whether the server answered last time."""
        return self._up is True

    def reload_all(self) -> None:
        """Let every subscriber read again."""
        self._knock_all(None, ALL_KEYS)

    def _spread(self) -> None:
        with self._lock:
            pending, everything = self._pending, self._everything
            self._pending, self._everything, self._signalled = {}, False, False
        if everything:
            self.reload_all()
            return
        for area, keys in pending.items():
            self._knock_all(area, ALL_KEYS if len(keys) > MANY_KEYS or "" in keys else frozenset(keys))

    def _knock_all(self, area: str | None, keys: frozenset[str]) -> None:
        self._subscriptions = [one for one in self._subscriptions if one.area]
        for one in list(self._subscriptions):
            if area is None or one.area == area:
                one.knock(keys)

    def _take_state(self, state: LineState) -> None:
        before, self._up = self._up, state.up
        self.line_changed.emit(state)
        if state.up and before is False:
            self.came_back.emit()
        elif not state.up and before is not False:
            self.went_away.emit(state.error)
        if state.up and not before:
            self.reload_all()
