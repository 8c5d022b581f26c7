"""Draws the program's icon for Windows, in every size that Windows shows, from the one drawing of it.

    python3 -m installer.windows.icon        writes resources/program/hms.ico, anew where the drawing was changed

Needs PySide6. The result lies among the sources, because the machine that makes the package has no Qt.
"""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

FOLDER = Path(__file__).resolve().parents[2] / "resources" / "program"
DRAWING, ICON = FOLDER / "hms.svg", FOLDER / "hms.ico"
SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""Pixels: title bar, task bar and desktop, each at the usual scales."""
_HEAD, _ENTRY = "<HHH", "<BBBBHHII"


def drawn(size: int) -> QImage:
    """The drawing in `size` by `size` pixels."""
    image = QImage(size, size, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(DRAWING)).render(painter)
    painter.end()
    return image


def packed(pictures: dict[int, bytes]) -> bytes:
    """An .ico file of PNG pictures by their sizes in pixels, as Windows reads it since Vista."""
    file = struct.pack(_HEAD, 0, 1, len(pictures))
    place = len(file) + struct.calcsize(_ENTRY) * len(pictures)
    for size, picture in pictures.items():
        side = size % 256  # 256 is written as 0
        file += struct.pack(_ENTRY, side, side, 0, 0, 1, 32, len(picture), place)
        place += len(picture)
    return file + b"".join(pictures.values())


def unpacked(file: bytes) -> dict[int, bytes]:
    """The pictures of an .ico file by their sizes in pixels; struct.error where it is none."""
    _zero, _kind, count = struct.unpack_from(_HEAD, file)
    entries = (struct.unpack_from(_ENTRY, file, struct.calcsize(_HEAD) + at * 16) for at in range(count))
    return {side or 256: file[place : place + length] for side, *_more, length, place in entries}


def _png(image: QImage) -> bytes:
    written = QByteArray()
    buffer = QBuffer(written)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(written.data())


if __name__ == "__main__":
    ICON.write_bytes(packed({size: _png(drawn(size)) for size in SIZES}))
