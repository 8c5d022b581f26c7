"""The one window of the program: it shows one face at a time, and says when the person closes it."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

FIRST_SIZE = (1280, 800)


class Window(QMainWindow):
    """Faces are stacked; a covered one keeps what was typed and hears no shortcut."""

    closing = Signal()

    def __init__(self, may_close: Callable[[], bool]) -> None:
        super().__init__()
        self._may_close = may_close
        self.setWindowTitle(self.tr("HMS Desktop"))
        self.resize(*FIRST_SIZE)
        self._stack = QStackedWidget()
        self.setCentralWidget(self._stack)

    def show_face(self, face: QWidget) -> None:
        if self._stack.indexOf(face) < 0:
            self._stack.addWidget(face)
        self._stack.setCurrentWidget(face)

    def face(self) -> QWidget | None:
        """What is seen now."""
        return self._stack.currentWidget()

    def drop_face(self, face: QWidget) -> None:
        """Take `face` away for good."""
        self._stack.removeWidget(face)
        face.hide()
        face.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's own name
        if self._may_close():
            event.accept()
            self.closing.emit()
        else:
            event.ignore()
