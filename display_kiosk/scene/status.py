"""The status page: what IT wants to know of a screen, over the board while F1 says so."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import Property, QEvent, QObject, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtQml import QQmlComponent
from PySide6.QtQuick import QQuickItem, QQuickView

SCENE = Path(__file__).with_name("Status.qml")
READ_EVERY_MS = 2000


@dataclass(frozen=True)
class StatusLine:
    """One line of the page; `wrong` marks what somebody should look after."""

    label: str
    value: str
    wrong: bool = False


class StatusPage(QObject):
    """The page's state, and the key that shows and hides it. Its lines are read anew while it is shown."""

    changed = Signal()

    def __init__(self, window: QQuickView, theme: dict[str, Any], read: Callable[[], Sequence[StatusLine]]) -> None:
        """`read` gives the title's line first (its label is the title, its value the words at the foot)."""
        super().__init__(window)
        self._window = window
        self._theme = theme
        self._read = read
        self._lines: tuple[StatusLine, ...] = ()
        self._mirrored = False
        self._item: QQuickItem | None = None
        self._reading = QTimer(self, interval=READ_EVERY_MS)
        self._reading.timeout.connect(self._refresh)
        window.installEventFilter(self)

    @property
    def shown(self) -> bool:
        return self._item is not None

    def set_mirrored(self, mirrored: bool) -> None:
        self._mirrored = mirrored
        self.changed.emit()

    def show(self) -> None:
        if self._item is not None:
            return
        component = QQmlComponent(self._window.engine(), QUrl.fromLocalFile(str(SCENE)))
        item = component.createWithInitialProperties({"page": self})
        if not isinstance(item, QQuickItem):
            raise RuntimeError(component.errorString())
        self._refresh()
        item.setParent(self._window)
        item.setParentItem(self._window.contentItem())
        self._item = item
        self._reading.start()

    def hide(self) -> None:
        self._reading.stop()
        if self._item is not None:
            self._item.setVisible(False)
            self._item.deleteLater()
            self._item = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.key() == Qt.Key.Key_F1:
                self.hide() if self.shown else self.show()
                return True
            if event.key() == Qt.Key.Key_Escape and self.shown:
                self.hide()
                return True
        return super().eventFilter(watched, event)

    def _refresh(self) -> None:
        self._lines = tuple(self._read())
        self.changed.emit()

    theme = Property(dict, lambda self: self._theme, constant=True)
    title = Property(str, lambda self: self._lines[0].label if self._lines else "", notify=changed)
    foot = Property(str, lambda self: self._lines[0].value if self._lines else "", notify=changed)
    mirrored = Property(bool, lambda self: self._mirrored, notify=changed)
    lines = Property(
        list,
        lambda self: [{"label": one.label, "value": one.value, "wrong": one.wrong} for one in self._lines[1:]],
        notify=changed,
    )
