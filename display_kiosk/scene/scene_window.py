"""A window that one scene fills: the board, the pairing code, the touch screen at the entrance."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Qt, QTimer, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickView

COLLECT_MS = 60_000
"""So often the scene's engine collects its garbage, which takes a millisecond. By itself it waits for so many pieces of
it, and does not see how much each of them holds."""


class SceneWindow(QQuickView):
    """Raises RuntimeError with QML's own messages if the scene cannot be loaded."""

    def __init__(self, scene: Path, state: dict[str, QObject], theme: dict[str, Any], *, hide_cursor: bool) -> None:
        """`state` is what the scene asks for: its view model, by the name of its property."""
        super().__init__()
        self.setColor(QColor(theme["background"]))
        self.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.setInitialProperties(state)
        self.setSource(QUrl.fromLocalFile(str(scene)))
        if self.status() != QQuickView.Status.Ready:
            raise RuntimeError("; ".join(error.toString() for error in self.errors()))
        if hide_cursor:
            self.setCursor(Qt.CursorShape.BlankCursor)
        self._collecting = QTimer(self, interval=COLLECT_MS)
        self._collecting.timeout.connect(self._collect)
        self._collecting.start()

    def dismiss(self) -> None:
        """Take the scene down while its view model still lives, and close."""
        self.close()
        self._collecting.stop()
        self.setSource(QUrl())

    def _collect(self) -> None:
        self.engine().collectGarbage()
