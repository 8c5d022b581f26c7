"""Charts in the look of the desk: lines over time, columns, ranks; read by keyboard and ear, saved as a file.

A line of many points is thinned out to what the screen can show (each pixel keeps its highest and lowest point), and
what lies outside the view is not drawn at all.
"""

import datetime as dt
import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pyqtgraph as pg
from PySide6.QtCore import QEvent, QLocale, QMarginsF, QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QFocusEvent, QFont, QImage, QKeyEvent, QPageLayout, QPageSize, QPainter, QPdfWriter
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from hms_desktop.core.sheet_writer import SheetWriter, Value
from hms_desktop.widgets.message_bar import announce
from hms_desktop.widgets.plain_text import Label, line, name_for_readers
from hms_desktop.widgets.theme import Theme
from hms_desktop.widgets.thinning import thinned
from hms_desktop.widgets.time_axis import TimeAxis

LINES, COLUMNS, RANKS = "lines", "columns", "ranks"
"""How a series is drawn: joined points, upright columns, or lying bars with their names beside them."""
PICTURE = QSize(1600, 900)
NAME_LETTERS = 26
"""So much of a name stands beside a lying bar; the whole of it is read out."""
_STEP = 0.2
_TONES = ("accent", "warning", "info", "done", "stop")
_DASHES = (Qt.PenStyle.SolidLine, Qt.PenStyle.DashLine, Qt.PenStyle.DotLine)
_FILLS = (Qt.BrushStyle.SolidPattern, Qt.BrushStyle.BDiagPattern, Qt.BrushStyle.Dense4Pattern)
"""Series differ in more than their colour."""
_BAR = 0.7
_BELOW_LEGEND, _MOST_HEAD_ROOM = 4, 0.4
"""Pixels that stay free between the legend and what is drawn, and the most of a low chart's height that both take."""


@dataclass(frozen=True)
class Series:
    """One line or one set of bars; `notes` are said with each point besides its value."""

    name: str
    values: Sequence[float]
    notes: Sequence[str] = ()


@dataclass(frozen=True)
class Picture:
    """What a chart shows. `places` are days or moments for a line over time, else names; one a value of each series.

    `unit` stands at the axis and is said with each value; `digits` are its decimals.
    """

    title: str
    kind: str
    places: Sequence[dt.date] | Sequence[str]
    series: Sequence[Series]
    unit: str = ""
    digits: int = 0
    most: float = 0
    """The axis goes at least so far: to 100 where percents are shown."""

    @property
    def timed(self) -> bool:
        return bool(self.places) and isinstance(self.places[0], dt.date)


class Chart(QFrame):
    """One picture. Left and Right read it point by point, Home and End go to its ends, + and - zoom, 0 shows all."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name = name
        name_for_readers(self, name)
        self.picture: Picture | None = None
        self._at = 0
        self._xs: np.ndarray = np.zeros(0)
        self._drawn: list[pg.GraphicsObject] = []
        self._lines: list[tuple[pg.PlotCurveItem, np.ndarray, np.ndarray]] = []
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.plot = pg.PlotWidget(self)
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setMenuEnabled(False)
        # Its own layout would be turned round as well, and the axes with it: `_lay_axes` says where each stands.
        self.plot.getPlotItem().setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.plot.hideButtons()
        self.plot.getViewBox().setMouseMode(pg.ViewBox.PanMode)
        self.plot.setMouseEnabled(x=True, y=False)
        self._cursor = pg.InfiniteLine(angle=90, movable=False)
        # Never laid out again: columns that were changed under a legend that stands have ended the program before.
        self._legend = self.plot.addLegend(offset=(-12, 1), colCount=len(_FILLS))
        self._whole = True
        self.read_out = Label("", "muted", wrap=True)
        self.empty = Label("", "muted", wrap=True)
        self.empty.setVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot, 1)
        column.addWidget(self.empty)
        column.addWidget(self.read_out)
        self.plot.getViewBox().sigXRangeChanged.connect(lambda *_: self._thin())
        self.plot.getViewBox().sigRangeChangedManually.connect(lambda *_: self._look_closer())
        self.plot.getViewBox().sigResized.connect(lambda *_: self._fit_again())
        self._dress()

    def show_picture(self, picture: Picture, empty: str = "") -> None:
        """Draw `picture`; where it holds nothing, say `empty`."""
        self.picture = picture
        self._xs = _places(picture)
        self._at = max(len(picture.places) - 1, 0) if picture.kind == LINES else 0
        self.plot.setVisible(bool(picture.places))
        self.empty.setText(line(empty))
        self.empty.setVisible(not picture.places)
        self.read_out.setVisible(bool(picture.places))
        self._draw()
        name_for_readers(self, f"{self._name}: {picture.title}", self.summary())
        self.read_out.setText(self.summary())

    def summary(self) -> str:
        """What the picture says, in words: how many points, least, most and last of each series."""
        picture = self.picture
        if picture is None or not picture.places:
            return self.empty.text()
        words = self.tr("{name}: most {most} ({where}), least {least}")
        timed = self.tr("{name}: most {most} ({where}), least {least}, last {last} of {n} days")
        if isinstance(picture.places[0], dt.datetime):
            timed = self.tr("{name}: most {most} ({where}), least {least}, last {last} of {n} points of time")
        parts = []
        for one in picture.series:
            values = np.asarray(one.values, dtype=float)
            top = int(values.argmax())
            parts.append(
                (timed if picture.timed else words).format(
                    name=one.name,
                    n=len(values),
                    least=self._value(float(values.min())),
                    most=self._value(float(values[top])),
                    where=self._place(top),
                    last=self._value(float(values[-1])),
                )
            )
        return line("; ".join(parts))

    # How it is drawn

    def _draw(self) -> None:
        for item in self._drawn:
            self.plot.removeItem(item)
        self._drawn.clear()
        self._lines.clear()
        self._legend.clear()
        self.plot.removeItem(self._cursor)
        picture = self.picture
        if picture is None or not picture.places:
            return
        makers: dict[str, Callable[[Picture], None]] = {
            LINES: self._draw_lines,
            COLUMNS: self._draw_columns,
            RANKS: self._draw_ranks,
        }
        makers[picture.kind](picture)
        self._legend.setVisible(len(picture.series) > 1)
        self._cursor.setAngle(0 if picture.kind == RANKS else 90)
        self._cursor.setVisible(False)
        self.plot.addItem(self._cursor, ignoreBounds=True)
        self._lay_axes(picture)
        self.show_all()

    def _draw_lines(self, picture: Picture) -> None:
        theme, xs = Theme.current(), self._xs
        for place, one in enumerate(picture.series):
            pen = pg.mkPen(
                theme.colour(_TONES[place % len(_TONES)]),
                width=1 if len(xs) > PICTURE.width() else 2,
                style=_DASHES[place % len(_DASHES)],
            )
            drawn = pg.PlotCurveItem(pen=pen, name=line(one.name), skipFiniteCheck=True)
            self._lines.append((drawn, xs, np.asarray(one.values, dtype=float)))
            self.plot.addItem(drawn)
            self._drawn.append(drawn)
        self._thin()

    def _thin(self) -> None:
        """Give each line as many points as the view can show."""
        least, most = self.plot.viewRange()[0]
        for drawn, xs, ys in self._lines:
            drawn.setData(*thinned(xs, ys, least, most, max(self.plot.width(), PICTURE.width())))

    def _draw_columns(self, picture: Picture) -> None:
        theme, xs = Theme.current(), self._xs
        wide = _BAR / max(len(picture.series), 1)
        for place, one in enumerate(picture.series):
            drawn = pg.BarGraphItem(
                x=xs + (place - (len(picture.series) - 1) / 2) * wide,
                height=np.asarray(one.values, dtype=float),
                width=wide,
                brush=QBrush(theme.colour(_TONES[place % len(_TONES)]), _FILLS[place % len(_FILLS)]),
                pen=pg.mkPen(None),
                name=line(one.name),
            )
            self.plot.addItem(drawn)
            self._drawn.append(drawn)

    def _draw_ranks(self, picture: Picture) -> None:
        theme, ys = Theme.current(), self._xs
        wide = _BAR / max(len(picture.series), 1)
        for place, one in enumerate(picture.series):
            values = np.asarray(one.values, dtype=float)
            drawn = pg.BarGraphItem(
                x0=np.minimum(values, 0),
                width=np.abs(values),
                y=ys + (place - (len(picture.series) - 1) / 2) * wide,
                height=wide,
                brush=QBrush(theme.colour(_TONES[place % len(_TONES)]), _FILLS[place % len(_FILLS)]),
                pen=pg.mkPen(None),
                name=line(one.name),
            )
            self.plot.addItem(drawn)
            self._drawn.append(drawn)

    def _lay_axes(self, picture: Picture) -> None:
        """Time or names along the bottom, names beside lying bars; in a right-to-left window all of it is mirrored."""
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        side, other = ("right", "left") if mirrored else ("left", "right")
        bottom = TimeAxis("bottom", utcOffset=0) if picture.timed else pg.AxisItem("bottom")
        self.plot.setAxisItems({"bottom": bottom, side: pg.AxisItem(side)})
        self.plot.showAxis(side)
        self.plot.hideAxis(other)
        self.plot.getViewBox().invertX(mirrored)
        self.plot.getViewBox().invertY(picture.kind == RANKS)
        upright = self.plot.getAxis(side)
        values = bottom if picture.kind == RANKS else upright
        values.setLabel(line(picture.unit))
        values.enableAutoSIPrefix(False)
        if not picture.timed:
            names = [(place, _short(str(name))) for place, name in enumerate(picture.places)]
            (upright if picture.kind == RANKS else bottom).setTicks([_spread(names)])
        self._dress_axes()

    def show_all(self) -> None:
        """Show the whole picture."""
        picture = self.picture
        if picture is None or not picture.places:
            return
        xs = self._xs
        least = min(0.0, min(float(np.min(one.values)) for one in picture.series))
        most = max(picture.most, max(float(np.max(one.values)) for one in picture.series)) or 1.0
        across = (xs[0], xs[-1]) if picture.kind == LINES else (xs[0] - _BAR, xs[-1] + _BAR)
        if across[0] == across[1]:
            across = (across[0] - 1, across[1] + 1)
        self._whole = True
        free = 1 - self._head_room()
        if picture.kind == RANKS:  # whose first bar stands at the top
            rows = (across[1] - (across[1] - across[0]) / free, across[1])
            self.plot.setRange(xRange=(least, most * 1.05), yRange=rows, padding=0)
        else:
            self.plot.setRange(xRange=across, yRange=(least, least + (most * 1.05 - least) / free), padding=0.01)

    def _head_room(self) -> float:
        """Which part of the height the legend takes; nothing is drawn below it while the whole picture is seen."""
        if self.picture is None or len(self.picture.series) < 2:
            return 0.0
        high = self.plot.getViewBox().height()
        return min((self._legend.boundingRect().height() + _BELOW_LEGEND) / high, _MOST_HEAD_ROOM) if high > 0 else 0.0

    def _look_closer(self) -> None:
        self._whole = False

    def _fit_again(self) -> None:
        """In a chart of another height the legend takes another part of it."""
        if self._whole:
            self.show_all()

    # How it looks

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LayoutDirectionChange):
            self._dress()
            self._draw()

    def _dress(self) -> None:
        theme = Theme.current()
        self.plot.setBackground(theme.colour("surface"))
        self.plot.showGrid(x=False, y=True, alpha=0.15)
        self._cursor.setPen(pg.mkPen(theme.colour("text"), width=1, style=Qt.PenStyle.DashLine))
        self._legend.setLabelTextColor(theme.colour("text"))
        self._legend.setBrush(theme.colour("surface"))  # a line that runs below would run through its words
        self._dress_axes()

    def _dress_axes(self) -> None:
        theme = Theme.current()
        for side in ("left", "right", "bottom"):
            axis = self.plot.getAxis(side)
            axis.setPen(pg.mkPen(theme.colour("edge"), width=1))
            axis.setTextPen(theme.colour("muted"))
            axis.setStyle(tickFont=QFont(theme.font("small")))

    # How it is read

    def keyPressEvent(self, event: QKeyEvent) -> None:
        mirrored = self.layoutDirection() == Qt.LayoutDirection.RightToLeft
        last = len(self.picture.places) - 1 if self.picture else -1
        ahead = -1 if mirrored else 1
        moves = {
            Qt.Key.Key_Right: self._at + ahead,
            Qt.Key.Key_Left: self._at - ahead,
            Qt.Key.Key_Down: self._at + 1,
            Qt.Key.Key_Up: self._at - 1,
            Qt.Key.Key_Home: 0,
            Qt.Key.Key_End: last,
            Qt.Key.Key_PageDown: self._at + 10,
            Qt.Key.Key_PageUp: self._at - 10,
        }
        zooms = {Qt.Key.Key_Plus: 1 - _STEP, Qt.Key.Key_Minus: 1 + _STEP}
        key = Qt.Key(event.key())
        if key in moves and last >= 0:
            self._read(min(max(moves[key], 0), last))
        elif key in zooms and last >= 0:
            self._zoom(zooms[key])
        elif key == Qt.Key.Key_0:
            self.show_all()
        else:
            super().keyPressEvent(event)

    def _read(self, place: int) -> None:
        """Stand at a point and say what it is."""
        picture = self.picture
        if picture is None:
            return
        self._at = place
        at = float(self._xs[place])
        self._cursor.setValue(at)
        self._cursor.setVisible(True)
        self._bring_into_view(at)
        words = self.point_words(place)
        self.read_out.setText(words)
        announce(self, words)

    def point_words(self, place: int) -> str:
        """What stands at a point: its day or name, and every series' value and note there."""
        picture = self.picture
        if picture is None:
            return ""
        parts = []
        for one in picture.series:
            note = f" ({one.notes[place]})" if one.notes else ""
            parts.append(f"{one.name} {self._value(float(one.values[place]))}{note}")
        return line(f"{self._place(place)}: {'; '.join(parts)}")

    def _bring_into_view(self, at: float) -> None:
        if self.picture is None or self.picture.kind == RANKS:
            return
        least, most = self.plot.viewRange()[0]
        if not least <= at <= most:
            self._look_closer()
            half = (most - least) / 2
            self.plot.setXRange(at - half, at + half, padding=0)

    def _zoom(self, factor: float) -> None:
        if self.picture is None or self.picture.kind == RANKS:
            return
        self._look_closer()
        least, most = self.plot.viewRange()[0]
        at = float(self._xs[self._at])
        middle = at if least <= at <= most else (least + most) / 2
        half = (most - least) / 2 * factor
        self.plot.setXRange(middle - half, middle + half, padding=0)

    def _place(self, place: int) -> str:
        if self.picture is None:
            return ""
        found = self.picture.places[place]
        if isinstance(found, dt.datetime):
            return f"{found:%Y-%m-%d %H:%M}"
        return found.isoformat() if isinstance(found, dt.date) else str(found)

    def _value(self, value: float) -> str:
        digits = self.picture.digits if self.picture else 0
        unit = self.picture.unit if self.picture else ""
        return f"{QLocale().toString(value, 'f', digits)} {unit}".strip()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._cursor.setVisible(bool(self.picture and self.picture.places))
        if self.picture and self.picture.places:
            self._cursor.setValue(float(self._xs[self._at]))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._cursor.setVisible(False)

    # How it is saved

    def save(self, file: Path) -> None:
        """Write the picture as `.png`, `.pdf`, or its numbers as `.csv` or `.xlsx`.

        Raises OSError where the file cannot be written, Refused for another ending.
        """
        makers = {".png": self._write_png, ".pdf": self._write_pdf}
        makers.get(file.suffix.lower(), self._write_numbers)(file)

    def _write_png(self, file: Path) -> None:
        image = QImage(PICTURE, QImage.Format.Format_RGB32)
        image.fill(Theme.current().colour("surface"))
        painter = QPainter(image)
        self._paint(painter, QRectF(0, 0, PICTURE.width(), PICTURE.height()))
        painter.end()
        if not image.save(str(file)):
            raise OSError(f"{file.name} cannot be written")

    def _write_pdf(self, file: Path) -> None:
        writer = QPdfWriter(str(file))
        writer.setTitle(line(self.picture.title) if self.picture else file.stem)
        writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        writer.setPageOrientation(QPageLayout.Orientation.Landscape)
        writer.setPageMargins(QMarginsF(15, 15, 15, 15), QPageLayout.Unit.Millimeter)
        painter = QPainter()
        if not painter.begin(writer):
            raise OSError(f"{file.name} cannot be written")
        self._paint(painter, QRectF(painter.viewport()))
        painter.end()

    def _paint(self, painter: QPainter, area: QRectF) -> None:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        head = area.height() * 0.06
        painter.setPen(Theme.current().colour("text"))
        font = QFont(Theme.current().font("body", "strong"))
        font.setPixelSize(max(1, round(head * 0.55)))
        painter.setFont(font)
        title = line(self.picture.title) if self.picture else ""
        painter.drawText(QRectF(area.left(), area.top(), area.width(), head), Qt.AlignmentFlag.AlignCenter, title)
        self.plot.scene().render(painter, area.adjusted(0, head, 0, 0), self.plot.sceneRect())

    def _write_numbers(self, file: Path) -> None:
        picture = self.picture
        if picture is None:
            return
        first = self.tr("Day") if picture.timed else self.tr("Name")
        titles = [first, *(f"{one.name} ({picture.unit})" if picture.unit else one.name for one in picture.series)]
        with SheetWriter(file, titles) as writer:
            for place, found in enumerate(picture.places):
                first_cell: Value = found if isinstance(found, dt.date) else str(found)
                row: list[Value] = [first_cell, *(_plain(float(one.values[place])) for one in picture.series)]
                writer.write(row)


def _places(picture: Picture) -> np.ndarray:
    """Where the points stand on their axis: seconds since 1970 for days, else their numbers."""
    if picture.timed:
        return np.asarray(picture.places, dtype="datetime64[s]").astype(float)
    return np.arange(len(picture.places), dtype=float)


def _plain(value: float) -> Value:
    return int(value) if math.isfinite(value) and value == int(value) else value


def _short(name: str) -> str:
    plain = line(name)
    return plain if len(plain) <= NAME_LETTERS else f"{plain[: NAME_LETTERS - 1]}…"


def _spread(names: list[tuple[int, str]], most: int = 30) -> list[tuple[int, str]]:
    """At most so many names, evenly spread: more would stand upon each other."""
    return names[:: max(1, math.ceil(len(names) / most))]
