"""The photo of a patient on the form: from the camera or from a file, made small before anything keeps it."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QRect, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.patients.photos import PICTURE_BYTES, PICTURE_SIDE, THUMBNAIL_BYTES, THUMBNAIL_SIDE, Photo
from hms_desktop.core.errors import Refused
from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.camera import Camera, CameraDialog
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.pictures import file_bytes, jpeg, read_picture
from hms_desktop.widgets.plain_text import Label, name_for_readers
from hms_desktop.widgets.spoken import spoken
from hms_desktop.widgets.theme import Theme

translate = QCoreApplication.translate
FRAME = 96
"""The side of a photo on the form and on the card, in pixels."""


def photo_of(image: QImage) -> Photo:
    """Picture and thumbnail of `image` as they are kept."""
    picture = jpeg(image, side=PICTURE_SIDE, most=PICTURE_BYTES)
    return Photo(jpeg(image, side=THUMBNAIL_SIDE, most=THUMBNAIL_BYTES), picture)


def photo_from(path: Path) -> Photo:
    """The photo in a file. Raises Refused where it is no picture, too large or broken."""
    return photo_of(read_picture(file_bytes(path), side=PICTURE_SIDE))


class PhotoFrame(QWidget):
    """A thumbnail, or the place where one would be. Bytes from the database are read with the same care as a file."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage()
        self.setFixedSize(FRAME, FRAME)
        self.show_photo(None)

    def show_photo(self, photo: Photo | None) -> None:
        self._image = QImage()
        if photo is not None:
            try:
                self._image = read_picture(photo.thumbnail, side=THUMBNAIL_SIDE)
            except Refused:
                photo = None
        name_for_readers(self, translate("patients", "Photo") if photo else translate("patients", "No photo"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, painter = Theme.current(), QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), theme.colour("placeholder"))
        if self._image.isNull():
            icon = 32
            painter.drawPixmap(
                (self.width() - icon) // 2,
                (self.height() - icon) // 2,
                theme.picture("user", icon, "muted", self.devicePixelRatioF()),
            )
        else:
            side = min(self._image.width(), self._image.height())
            part = QRect((self._image.width() - side) // 2, (self._image.height() - side) // 2, side, side)
            painter.drawImage(self.rect(), self._image, part)
        painter.end()


class PhotoField(QWidget):
    """The photo and how to get another one; what is wrong with a file is said beside it."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._photo: Photo | None = None
        self._doing = Latest()
        self.frame = PhotoFrame()
        self.take = Button(translate("patients", "Take a photo…"))
        self.choose = Button(translate("patients", "From a file…"))
        self.remove = Button(translate("patients", "Remove"), kind=QUIET)
        self.said = Label(role="small", wrap=True)
        self.said.set_tone("stop")
        self.take.clicked.connect(lambda: self._doing.ask(self._take()))
        self.choose.clicked.connect(lambda: self._doing.ask(self._choose()))
        self.remove.clicked.connect(lambda: self.keep(None))
        theme = Theme.current()
        buttons, beside, row = QHBoxLayout(), QVBoxLayout(), QHBoxLayout(self)
        for button in (self.take, self.choose, self.remove):
            buttons.addWidget(button)
        buttons.addStretch(1)
        beside.addLayout(buttons)
        beside.addWidget(self.said)
        beside.addStretch(1)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.space["large"])
        row.addWidget(self.frame)
        row.addLayout(beside, 1)
        self.setFocusProxy(self.take)
        self.put_photo(None)

    def photo(self) -> Photo | None:
        return self._photo

    def put_photo(self, photo: Photo | None) -> None:
        self._photo = photo
        self.frame.show_photo(photo)
        self.remove.setVisible(photo is not None)
        self.said.setText("")

    def keep(self, photo: Photo | None) -> None:
        """What the person chose; None takes the photo away."""
        self.put_photo(photo)
        self.changed.emit()

    async def keep_file(self, path: Path) -> None:
        """Keep the picture in a file, or say why it cannot be; decoding does not hold up the typing."""
        try:
            self.keep(await asyncio.to_thread(photo_from, path))
        except Refused as refused:
            self.said.setText(spoken(refused))

    def close_field(self) -> None:
        """Do nothing more; called before the form is deleted."""
        self._doing.drop()

    async def _take(self) -> None:
        dialog = CameraDialog(Camera(), self.window())
        if await ask(dialog):
            self.keep(await asyncio.to_thread(photo_of, dialog.image))
        dialog.deleteLater()

    async def _choose(self) -> None:
        chooser = QFileDialog(self.window(), translate("patients", "Choose a photo"))
        chooser.setFileMode(QFileDialog.FileMode.ExistingFile)
        chooser.setNameFilter(translate("patients", "Pictures (*.jpg *.jpeg *.png)"))
        chosen = await ask(chooser) and chooser.selectedFiles()
        chooser.deleteLater()
        if chosen:
            await self.keep_file(Path(chosen[0]))
