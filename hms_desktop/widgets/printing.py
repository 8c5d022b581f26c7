"""Papers made ready: painted on pages and labels with vector barcodes, previewed, written to PDF, printed."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QFont, QImage, QPageSize, QPainter, QPdfWriter, QPen

from hms_desktop.core import barcodes
from hms_desktop.core.errors import Unreachable
from hms_desktop.core.layouts import A4, FIELD, Layout, Part
from hms_desktop.core.roll import DOTS_PER_MM, Line, Roll
from hms_desktop.core.zpl import Label
from hms_desktop.widgets.letters import NORMAL, STRONG, TextBlock
from hms_desktop.widgets.roll_image import roll_image
from hms_desktop.widgets.ruled_table import RuledTable
from hms_desktop.widgets.theme import font_of

PREVIEW_DPI = 160
PDF_DPI = 600
_MM_PER_INCH = 25.4
_POINTS_PER_INCH = 72
_SCALES = {"small": 0.8, "normal": 1.0, "large": 1.5, "huge": 2.6}
_SMALLEST = 0.45
"""So far the letters of a label that is too full are made smaller before anything is cut off."""
_WIDEST_MARGIN = 0.1
"""Of the shorter side: a small label needs its room."""
_BAR_MM = (0.19, 0.5)
"""The thinnest and the widest bar, which scanners at a desk read."""
_LEAST_SQUARE_MM = 10
_FEW_ROWS = 3


@dataclass(frozen=True)
class Piece:
    """One part of a page, measured: how high it is, and how it is drawn at a height.

    `above` stands over it once more where it begins a page, as the head of a table does.
    """

    height: float
    draw: Callable[[QPainter, float], None]
    above: "Piece | None" = None


class Sheet:
    """A page or a label of `width` by `height` millimetres, measured in the units of a device of `dpi`."""

    def __init__(
        self,
        layout: Layout,
        parts: Sequence[Part],
        size: tuple[int, int],
        *,
        dpi: float,
        right_to_left: bool,
        picture: Callable[[str], Path | None],
    ) -> None:
        self._layout = layout
        self._parts = tuple(parts)
        self._unit = dpi / _MM_PER_INCH
        self._dpi = dpi
        self._right_to_left = right_to_left
        self._picture = picture
        self._margin = min(layout.margin, _WIDEST_MARGIN * min(size)) * self._unit
        self._left = self._margin
        self._width = size[0] * self._unit - 2 * self._margin
        self._height = size[1] * self._unit - 2 * self._margin
        self._scale = 1.0

    def paint(self, painter: QPainter, new_page: Callable[[], object] | None = None) -> None:
        """Draw everything; a page goes on on the next one, a label's letters become smaller until all of it fits."""
        if new_page is None:
            self.fit()
        painter.setPen(QPen(Qt.GlobalColor.black, max(1.0, 0.25 * self._unit)))
        pages = [self._pieces()] if new_page is None else self._pages()
        for number, pieces in enumerate(pages, start=1):
            if new_page is not None and number > 1:
                new_page()
            y = self._margin
            for piece in pieces:
                piece.draw(painter, y)
                y += piece.height
            for foot in self._feet(number, len(pages)):
                foot.draw(painter, self._margin + self._height - foot.height)

    def _pages(self) -> list[list[Piece]]:
        """The pieces page by page, with room at the foot for the page's number."""
        high = self._height - sum(1.5 * foot.height for foot in self._feet(1, 1))
        pages: list[list[Piece]] = [[]]
        taken = 0.0
        for piece in self._pieces():
            if pages[-1] and taken + piece.height > high:
                pages.append([piece.above] if piece.above else [])
                taken = piece.above.height if piece.above else 0.0
            pages[-1].append(piece)
            taken += piece.height
        return pages

    def _feet(self, number: int, pages: int) -> list[Piece]:
        """What a page says of its number, where the layout has it numbered."""
        feet = [part for part in self._parts if part.kind == "page"]
        told = {"{page}": str(number), "{pages}": str(pages)}
        made = []
        for part in feet:
            words = FIELD.sub(lambda found: told.get(found[0], found[0]), part.words)
            made += self._text(replace(part, kind="text", words=words, size="small", align="end", lines=1))
        return made

    def fit(self) -> None:
        """Make the letters of a label smaller until all of it has room."""
        while self.overflows() and self._scale > _SMALLEST:
            self._scale -= 0.05

    def points(self, size: str) -> float:
        """How high letters of this size stand now, in points."""
        return self._layout.points * _SCALES[size] * self._scale

    def overflows(self) -> bool:
        """Whether something of a label has no room in letters of the present size."""
        return sum(one.height for one in self._pieces()) > self._height + 1

    def _pieces(self) -> list[Piece]:
        return [piece for part in self._parts for piece in _MAKERS[part.kind](self, part)]

    def _font(self, part: Part) -> QFont:
        pixels = max(1, round(self.points(part.size) * self._dpi / _POINTS_PER_INCH))
        return font_of(pixels, STRONG if part.weight == "strong" else NORMAL)

    def _side(self, align: str) -> str:
        if align == "centre":
            return "center"
        return "right" if (align == "end") != self._right_to_left else "left"

    def _block(self, text: str, part: Part, width: float, align: str = "start") -> TextBlock:
        return TextBlock(
            text,
            self._font(part),
            width,
            lines=part.lines,
            side=self._side(align),
        )

    def _beside(self, head: TextBlock, tail: TextBlock, narrow: float) -> Piece:
        """Two texts beside each other, the first at the leading edge."""

        def draw(painter: QPainter, y: float) -> None:
            first, second = self._left, self._left + narrow
            if self._right_to_left:
                first, second = self._left + self._width - narrow, self._left
            head.draw(painter, first, y)
            tail.draw(painter, second, y)

        return Piece(max(head.height, tail.height) * 1.15, draw)

    def _placed(self, width: float, align: str) -> float:
        side = self._side(align)
        return self._left + {"left": 0.0, "center": (self._width - width) / 2, "right": self._width - width}[side]

    # One maker for each kind of part

    def _text(self, part: Part) -> list[Piece]:
        if not part.words:
            return []
        block = self._block(part.words, part, self._width, part.align)
        return [Piece(block.height * 1.15, lambda painter, y: block.draw(painter, self._left, y))]

    def _pair(self, part: Part) -> list[Piece]:
        if not part.value:
            return []
        narrow = self._width * 0.34
        plain = Part("text", lines=part.lines)
        head = self._block(part.words, plain, narrow - self._unit)
        return [self._beside(head, self._block(part.value, part, self._width - narrow), narrow)]

    def _rows(self, part: Part) -> list[Piece]:
        if part.align != "end":
            return [piece for start, end in part.rows for piece in self._pair(replace(part, words=start, value=end))]
        wide = self._width * 0.7
        made = []
        for start, end in part.rows:
            head = self._block(start, part, wide - self._unit)
            made.append(self._beside(head, self._block(end, part, self._width - wide, "end"), wide))
        return made

    def _table(self, part: Part) -> list[Piece]:
        """Its head stands on every page; a table of few rows stays whole, and the head beside its first row."""
        table = RuledTable(
            part, left=self._left, width=self._width, unit=self._unit, block=self._block, mirrored=self._right_to_left
        )
        head, *rows = (Piece(row.height, row.draw) for row in table.rows())
        whole = len(rows) if len(rows) <= _FEW_ROWS else 1
        first = _stacked((head, *rows[:whole]))
        return [first, *(replace(row, above=head) for row in rows[whole:])]

    def _page(self, _part: Part) -> list[Piece]:
        return []  # it stands at the foot of each page

    def _code128(self, part: Part) -> list[Piece]:
        modules = barcodes.bars(part.value)
        thinnest, widest = (side * self._unit for side in _BAR_MM)
        bar = min(widest, self._width / (len(modules) + 2 * barcodes.BAR_QUIET))
        if bar < thinnest:
            return self._qr(Part("qr", value=part.value, width=20, align=part.align))
        bar = float(int(bar)) if bar >= 2 else bar  # whole dots, where the device has dots
        quiet, high = barcodes.BAR_QUIET * bar, part.height * self._unit * self._scale
        width = len(modules) * bar + 2 * quiet
        left = self._placed(width, part.align) + quiet
        label = self._block(part.value, Part("text", size="small", lines=1), width, "centre") if part.shown else None

        def draw(painter: QPainter, y: float) -> None:
            for place, module in enumerate(modules):
                if module == "1":
                    painter.fillRect(QRectF(left + place * bar, y, bar, high), Qt.GlobalColor.black)
            if label is not None:
                label.draw(painter, left - quiet, y + high)

        return [Piece(high + (label.height if label else 0) + self._unit, draw)]

    def _qr(self, part: Part) -> list[Piece]:
        rows = barcodes.square(part.value)
        count = len(rows) + 2 * barcodes.SQUARE_QUIET
        module = max(part.width * self._scale, _LEAST_SQUARE_MM) * self._unit / count
        module = float(int(module)) if module >= 2 else module
        quiet, side = barcodes.SQUARE_QUIET * module, count * module
        left = self._placed(side, part.align) + quiet

        def draw(painter: QPainter, y: float) -> None:
            for down, row in enumerate(rows):
                for right, black in enumerate(row):
                    if black:
                        square = QRectF(left + right * module, y + quiet + down * module, module, module)
                        painter.fillRect(square, Qt.GlobalColor.black)

        return [Piece(side, draw)]

    def _gs1(self, part: Part) -> list[Piece]:
        return self._qr(replace(part, value=barcodes.gs1_link(part.value)))

    def _line(self, _part: Part) -> list[Piece]:
        high = 3 * self._unit

        def draw(painter: QPainter, y: float) -> None:
            painter.drawLine(int(self._left), int(y + high / 2), int(self._left + self._width), int(y + high / 2))

        return [Piece(high, draw)]

    def _space(self, part: Part) -> list[Piece]:
        return [Piece(part.height * self._unit * self._scale, lambda _painter, _y: None)]

    def _logo(self, part: Part) -> list[Piece]:
        file = self._picture(part.value)
        image = QImage(str(file)) if file else QImage()
        if image.isNull():
            return []
        width = min(part.width * self._unit, self._width)
        height = width * image.height() / image.width()
        left = self._placed(width, part.align)
        return [Piece(height, lambda painter, y: painter.drawImage(QRectF(left, y, width, height), image))]

    def _cut(self, _part: Part) -> list[Piece]:
        return []


_MAKERS: dict[str, Callable[[Sheet, Part], list[Piece]]] = {
    "text": Sheet._text,
    "pair": Sheet._pair,
    "rows": Sheet._rows,
    "table": Sheet._table,
    "page": Sheet._page,
    "code128": Sheet._code128,
    "qr": Sheet._qr,
    "gs1": Sheet._gs1,
    "line": Sheet._line,
    "space": Sheet._space,
    "logo": Sheet._logo,
    "cut": Sheet._cut,
}


def _stacked(pieces: Sequence[Piece]) -> Piece:
    """Several pieces that no page parts."""

    def draw(painter: QPainter, y: float) -> None:
        for piece in pieces:
            piece.draw(painter, y)
            y += piece.height

    return Piece(sum(piece.height for piece in pieces), draw)


@dataclass(frozen=True)
class Printout:
    """One paper, composed for one printer: on a roll by its lines, else by its parts. Safe on any thread."""

    layout: Layout
    parts: tuple[Part, ...]
    form: str
    size: tuple[int, int]
    right_to_left: bool
    roll: Roll | None
    picture: Callable[[str], Path | None]
    label: Label | None = None

    def commands(self) -> bytes:
        """What a roll printer, or a label printer that speaks ZPL, is sent."""
        if self.label is not None:
            return self.label.commands(self.parts)
        return self.roll.commands(self._lines()) if self.roll is not None else b""

    def image(self) -> QImage:
        """The paper as it will look: a roll dot by dot, a page or a label at 160 dpi (of a page, the first one)."""
        if self.roll is not None:
            return roll_image(self._lines(), self.roll.dots)
        unit = PREVIEW_DPI / _MM_PER_INCH
        ground = QImage(round(self.size[0] * unit), round(self.size[1] * unit), QImage.Format.Format_RGB32)
        ground.fill(Qt.GlobalColor.white)
        painter = QPainter(ground)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._sheet(PREVIEW_DPI).paint(painter, _onto_nothing(painter) if self.form == A4 else None)
        painter.end()
        return ground

    def write_pdf(self, file: Path) -> None:
        """Raises OSError where the file cannot be written."""
        file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        writer = QPdfWriter(str(file))
        writer.setTitle(file.stem)
        writer.setResolution(PDF_DPI)
        image = self.image() if self.roll is not None else None
        size = self.size if image is None else (self.size[0], round(image.height() / DOTS_PER_MM))
        writer.setPageSize(_page_size(size))
        writer.setPageMargins(QMarginsF(0, 0, 0, 0))
        painter = QPainter()
        if not painter.begin(writer):
            raise OSError(f"{file.name} cannot be written")
        if image is None:
            self._sheet(PDF_DPI).paint(painter, writer.newPage if self.form == A4 else None)
        else:
            painter.drawImage(painter.viewport(), image)
        painter.end()

    def print_on(self, name: str) -> None:
        """Print on the printer that this computer calls `name`, its usual one where that is empty.

        Raises Unreachable (printer.off) where it is not there.
        """
        from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

        known = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
        printer = QPrinter(known, QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        printer.setPageSize(_page_size(self.size))
        painter = QPainter()
        if known.isNull() or not painter.begin(printer):
            raise Unreachable(
                "printer.off", "The printer does not answer; switch it on, or check its cable and address."
            )
        self._sheet(printer.resolution()).paint(painter, printer.newPage if self.form == A4 else None)
        painter.end()

    def _lines(self) -> tuple[Line, ...]:
        assert self.roll is not None  # noqa: S101 - only a roll has lines
        return self.roll.lines(self.parts, right_to_left=self.right_to_left)

    def _sheet(self, dpi: float) -> Sheet:
        return Sheet(
            self.layout, self.parts, self.size, dpi=dpi, right_to_left=self.right_to_left, picture=self.picture
        )


def _onto_nothing(painter: QPainter) -> Callable[[], object]:
    """A preview shows the first page; what comes after it is drawn outside."""
    return lambda: painter.translate(0, 10 * painter.viewport().height())


def _page_size(size: tuple[int, int]) -> QPageSize:
    return QPageSize(QSizeF(*size), QPageSize.Unit.Millimeter)
