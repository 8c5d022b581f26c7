"""The camera of this workstation, and the dialog in which a picture is taken with it."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from hms_desktop.widgets.dialogs import Dialog
from hms_desktop.widgets.plain_text import Label, name_for_readers
from hms_desktop.widgets.theme import Theme

if TYPE_CHECKING:
    from PySide6.QtMultimedia import QCamera


class Camera(QObject):
    """What the first camera sees, frame by frame, between `start` and `stop`."""

    seen = Signal(QImage)
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._camera: QCamera | None = None

    def start(self) -> None:
        """Look; `failed` where no camera is connected or another program holds it."""
        # Loaded when somebody looks: it brings FFmpeg with it, which few desks need.
        from PySide6.QtMultimedia import QCamera, QMediaCaptureSession, QMediaDevices, QVideoSink

        device = QMediaDevices.defaultVideoInput()
        if device.isNull():
            self.failed.emit()
            return
        camera, self._session, self._sink = QCamera(device), QMediaCaptureSession(), QVideoSink()
        self._session.setCamera(camera)
        self._session.setVideoSink(self._sink)
        self._sink.videoFrameChanged.connect(lambda frame: self.seen.emit(frame.toImage()))
        camera.errorOccurred.connect(lambda *_: self.failed.emit())
        camera.start()
        self._camera = camera

    def stop(self) -> None:
        """Let go of the camera; its light goes out."""
        if self._camera is not None:
            self._camera.stop()
            self._camera = None


class _Finder(QWidget):
    """The frame of now, as large as there is room."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setMinimumSize(480, 320)

    def show_frame(self, image: QImage) -> None:
        self.image = image
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Theme.current().colour("placeholder"))
        if not self.image.isNull():
            size: QSize = self.image.size().scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            place = QRect((self.width() - size.width()) // 2, (self.height() - size.height()) // 2, *size.toTuple())
            painter.drawImage(place, self.image)
        painter.end()


class CameraDialog(Dialog):
    """Shows what the camera sees; Enter keeps it. `image` is the picture that was taken."""

    def __init__(self, camera: Camera, parent: QWidget | None = None) -> None:
        super().__init__("", parent=parent)
        self.setWindowTitle(self.tr("Take a photo"))
        self.image = QImage()
        self._camera = camera
        self._finder = _Finder()
        name_for_readers(self._finder, self.tr("What the camera sees"))
        self._said = Label(self.tr("Waiting for the camera…"), "muted", wrap=True)
        self.body.addWidget(self._finder, 1)
        self.body.addWidget(self._said)
        self.add_cancel()
        self.take = self.add_go(self.tr("Take the photo"))
        self.take.setEnabled(False)
        self.take.clicked.connect(self._take)
        camera.seen.connect(self._see)
        camera.failed.connect(self._fail)
        self.finished.connect(lambda _: camera.stop())

    def open(self) -> None:
        super().open()
        self._camera.start()

    def _see(self, image: QImage) -> None:
        self._finder.show_frame(image)
        self.take.setEnabled(not image.isNull())
        self._said.setText("")

    def _fail(self) -> None:
        self.take.setEnabled(False)
        self._said.setText(self.tr("No camera answers; connect one, or choose a picture from a file."))
        self._said.set_tone("warning")

    def _take(self) -> None:
        self.image = self._finder.image
        self.accept()
