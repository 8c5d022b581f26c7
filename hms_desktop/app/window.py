"""The one window of the program: it shows one face at a time, and says when the person closes it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QCloseEvent, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QScrollArea, QStackedWidget, QWidget

from hms_desktop.widgets.scrolled import scrolled

FIRST_SIZE = (1280, 800)


class Room(QWidget):
    """As large as the window, and never smaller than `inside` can be.

    A layout in its place would ask for the height that its contents like best at that width, and all would scroll.
    """

    def __init__(self, inside: QWidget) -> None:
        super().__init__()
        self._inside = inside
        inside.setParent(self)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's own name
        return self._inside.minimumSizeHint()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()  # what is inside can be smaller now, or no longer
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        self._inside.setGeometry(self.rect())


class Window(QMainWindow):
    """Faces are stacked; a covered one keeps what was typed and hears no shortcut."""

    closing = Signal()
    widened = Signal(int)
    """The window is this many pixels wide now."""

    def __init__(self, may_close: Callable[[], bool]) -> None:
        super().__init__()
        self._may_close = may_close
        self.setWindowTitle(self.tr("HMS Desktop"))
        self.resize(QSize(*FIRST_SIZE).boundedTo(self.screen().availableSize()))
        self._stack = QStackedWidget()
        self.setCentralWidget(self._scrolled(self._stack))

    def _scrolled(self, whole: QWidget) -> QScrollArea:
        """Where the screen is smaller than a face can be, the face scrolls instead of being cut off."""
        return scrolled(Room(whole), sideways=True)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's own name
        super().resizeEvent(event)
        self.widened.emit(self.width())

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
