"""Whether this program can draw and print: pictures of every kind, the fonts that ship, scripts whose letters join."""

import tempfile
from itertools import product
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QFont, QFontDatabase, QImage, QImageWriter, QPainter, QRawFont, QTextLayout
from PySide6.QtSvg import QSvgRenderer

from hms_desktop.core.selftest import Failed
from hms_desktop.widgets.theme import FAMILIES

WRITTEN = (b"PNG", b"JPEG")
"""Kinds of a patient's photo and of the hospital's logo."""
STYLES = ("Regular", "SemiBold")
"""Those in which each of FAMILIES ships; without one of them Qt draws its text in another, and says nothing."""
JOINED = (("Noto Sans Arabic", "ببب"), ("Noto Sans Devanagari", "क्षि"))
"""Texts whose letters change when they stand together; drawn one by one they cannot be read."""


def pictures(icons: Path) -> str:
    """Draw every icon, and read back a picture of each kind."""
    drawn = sorted(icons.glob("*.svg"))
    for file in drawn:
        if _is_empty(QSvgRenderer(str(file))):
            raise Failed(f"{file.name} stays empty")
    if not drawn:
        raise Failed("there are no icons")
    if QImage(str(drawn[0])).isNull():
        raise Failed("no plugin reads SVG as a picture")
    for kind in WRITTEN:
        written, read = QBuffer(), QImage(8, 8, QImage.Format.Format_RGB32)
        read.fill(0)
        written.open(QIODevice.OpenModeFlag.ReadWrite)
        QImageWriter(written, kind).write(read)
        if QImage.fromData(written.data()).isNull():
            raise Failed(f"no plugin reads {kind.decode()}")
    return f"{len(drawn)} icons; {', '.join(kind.decode() for kind in WRITTEN)}"


def _is_empty(renderer: QSvgRenderer) -> bool:
    ground = QImage(24, 24, QImage.Format.Format_ARGB32_Premultiplied)
    ground.fill(0)
    painter = QPainter(ground)
    renderer.render(painter)
    painter.end()
    return not any(bytes(ground.constBits()))


def fonts(folder: Path) -> str:
    """Read every font that ships; all of FAMILIES must be among them, each in all its STYLES."""
    found: set[tuple[str, str]] = set()
    for file in sorted(folder.glob("*.ttf")):
        if QFontDatabase.addApplicationFont(str(file)) >= 0:
            font = QRawFont(str(file), 12)
            found.add((font.familyName(), font.styleName()))
    if missing := [" ".join(wanted) for wanted in product(FAMILIES, STYLES) if wanted not in found]:
        raise Failed(f"{', '.join(missing)} cannot be read")
    return ", ".join(FAMILIES)


def shaping() -> str:
    """Join letters: together they have other shapes than each has alone, all from the font that ships."""
    for family, text in JOINED:
        together, alone = _shapes(family, text), [shape for letter in text for shape in _shapes(family, letter)]
        if together == alone or 0 in together:
            raise Failed(f"{family} does not join {text}")
    return ", ".join(family for family, _ in JOINED)


def _shapes(family: str, text: str) -> list[int]:
    """The numbers of the font's shapes for a text; 0 is that of an unknown letter."""
    layout = QTextLayout(text, QFont(family))
    layout.beginLayout()
    layout.createLine()
    layout.endLayout()
    return [index for run in layout.glyphRuns() for index in run.glyphIndexes()]


def paper() -> str:
    """Print a page into a file, as onto a printer."""
    from PySide6.QtPrintSupport import QPrinter

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "page.pdf"
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(file))
        painter = QPainter()
        if not painter.begin(printer):
            raise Failed("no page can be begun")
        for line, (family, text) in enumerate(JOINED, 1):
            painter.setFont(QFont(family))
            painter.drawText(0, 40 * line, text)
        painter.end()
        made = file.read_bytes()
    if not made.startswith(b"%PDF-"):
        raise Failed("what was printed is no PDF")
    return f"PDF of {len(made):,} bytes"
