"""Pictures from outside: only JPEG and PNG, never more than a limit, and written anew without what the camera noted."""

import stat
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QPainter

from hms_desktop.core.errors import Refused

FILE_BYTES = 20 * 1024 * 1024
MOST_PIXELS = 40_000_000
_FORMATS = {b"\xff\xd8\xff": b"jpeg", b"\x89PNG\r\n\x1a\n": b"png"}
_QUALITIES = (85, 70, 55, 40)

translate = QCoreApplication.translate


def file_bytes(path: Path) -> bytes:
    """The contents of a picture's file. Raises Refused where it is no plain file, too large or cannot be read."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise _unreadable()
        with path.open("rb") as file:
            data = file.read(FILE_BYTES + 1)
    except OSError:
        raise _unreadable() from None
    if len(data) > FILE_BYTES:
        raise Refused(
            "picture.too_large", translate("pictures", "The picture is larger than 20 MB; choose a smaller one.")
        )
    return data


def read_picture(data: bytes, *, side: int) -> QImage:
    """The picture in `data`, its longer side at most about `side` pixels. Raises Refused with one sentence.

    What a file claims to be is read first: no more than 40 million pixels are ever decoded.
    """
    form = next((name for beginning, name in _FORMATS.items() if data.startswith(beginning)), None)
    if form is None:
        raise _unreadable()
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer, QByteArray(form))
    reader.setAutoDetectImageFormat(False)
    reader.setAutoTransform(True)
    size = reader.size()
    if size.isEmpty() or size.width() * size.height() > MOST_PIXELS:
        raise _unreadable() if size.isEmpty() else _too_many_pixels()
    if max(size.width(), size.height()) > side:
        reader.setScaledSize(size.scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1)))
    image = reader.read()
    if image.isNull():
        raise _unreadable()
    return image


def jpeg(image: QImage, *, side: int, most: int) -> bytes:
    """`image` as JPEG of at most `most` bytes, its longer side at most `side` pixels; nothing else is in it."""
    plain = QImage(
        image.size().scaled(side, side, Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(1, 1))
        if max(image.width(), image.height()) > side
        else image.size(),
        QImage.Format.Format_RGB32,
    )
    plain.fill(Qt.GlobalColor.white)
    painter = QPainter(plain)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawImage(plain.rect(), image)
    painter.end()
    for quality in _QUALITIES:
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        plain.save(buffer, "JPEG", quality)  # type: ignore[call-overload]  # the stub takes the format as bytes only
        written = bytes(buffer.data().data())
        if 0 < len(written) <= most:
            return written
    raise _unreadable()


def _unreadable() -> Refused:
    return Refused("picture.unreadable", translate("pictures", "This is no JPEG or PNG picture that can be read."))


def _too_many_pixels() -> Refused:
    return Refused(
        "picture.too_many_pixels",
        translate("pictures", "The picture has more than 40 million pixels; choose a smaller one."),
    )
