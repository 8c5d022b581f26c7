"""The paper of a roll printer as a picture, dot by dot."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QFontMetricsF, QImage, QPainter, QPen

from hms_desktop.core.roll import CELLS, Cut, Dots, Line, TextLine
from hms_desktop.widgets.letters import NORMAL, STRONG, image_of
from hms_desktop.widgets.theme import font_of

_ROLL_MARGIN = 24
_LINE_PITCH = 1.25


def roll_image(lines: Sequence[Line], dots: int) -> QImage:
    """The lines of a roll as the printer will put them on paper, one pixel for each of its dots."""
    drawn = [(line, _height(line)) for line in lines]
    height = round(sum(high for _, high in drawn)) + 2 * _ROLL_MARGIN
    ground = QImage(dots + 2 * _ROLL_MARGIN, height, QImage.Format.Format_RGB32)
    ground.fill(Qt.GlobalColor.white)
    painter = QPainter(ground)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.GlobalColor.black)
    y = float(_ROLL_MARGIN)
    for line, high in drawn:
        if isinstance(line, Dots):
            painter.drawImage(_ROLL_MARGIN, round(y), image_of(line.image))
        elif isinstance(line, TextLine):
            _draw_letters(painter, line, y, dots)
        else:
            painter.setPen(QPen(Qt.GlobalColor.gray, 1, Qt.PenStyle.DashLine))
            painter.drawLine(0, round(y + high / 2), ground.width(), round(y + high / 2))
            painter.setPen(Qt.GlobalColor.black)
        y += high
    painter.end()
    return ground


def _height(line: Line) -> float:
    if isinstance(line, Dots):
        return line.image.height
    if isinstance(line, Cut):
        return 2 * _ROLL_MARGIN
    return max(CELLS["normal"][1] * _LINE_PITCH, CELLS[line.size][1] * 1.05)


def _draw_letters(painter: QPainter, line: TextLine, y: float, dots: int) -> None:
    """Each letter in its own cell, as the printer's own letters stand."""
    wide, high, _times = CELLS[line.size]
    font = font_of(round(high * 0.8), STRONG if line.strong else NORMAL)
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    room = dots - wide * len(line.text)
    x = _ROLL_MARGIN + {"left": 0.0, "center": room / 2, "right": float(room)}[line.side]
    base = y + (high + metrics.ascent() - metrics.descent()) / 2
    for letter in line.text:
        advance = metrics.horizontalAdvance(letter)
        painter.save()
        painter.translate(x + max(0.0, wide - advance) / 2, base)
        if advance > wide:
            painter.scale(wide / advance, 1)
        painter.drawText(0, 0, letter)
        painter.restore()
        x += wide
