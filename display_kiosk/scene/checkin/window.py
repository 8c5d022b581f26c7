"""The window of the touch screen at the entrance."""

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QColor
from PySide6.QtQuick import QQuickView

from display_kiosk.scene.checkin.visit import Visit

SCENE = Path(__file__).with_name("CheckIn.qml")


class CheckInWindow(QQuickView):
    """One window for one visit after the other; raises RuntimeError with QML's words if the scene cannot be loaded."""

    def __init__(self, visit: Visit, *, hide_cursor: bool = False) -> None:
        super().__init__()
        self.setTitle(self.tr("Check-in"))
        self.setColor(QColor(visit.property("theme")["background"]))
        self.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.setInitialProperties({"visit": visit})
        self.setSource(QUrl.fromLocalFile(str(SCENE)))
        if self.status() != QQuickView.Status.Ready:
            raise RuntimeError("; ".join(error.toString() for error in self.errors()))
        if hide_cursor:
            self.setCursor(Qt.CursorShape.BlankCursor)

    def dismiss(self) -> None:
        """Take the scene down while its visit still lives, and close."""
        self.close()
        self.setSource(QUrl())
