"""Labels for printers that speak ZPL II: a layout's parts as commands, each text escaped so that it commands nothing.

After Zebra's "ZPL II Programming Guide". Every letter that is not plain goes as its bytes in hexadecimal (^FH), so that
neither ^ nor ~ of a name ever stands in the stream; text that the printer's own font lacks goes as dots (^GF).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from hms_desktop.core import barcodes
from hms_desktop.core.layouts import Layout, Part
from hms_desktop.core.roll import Renderer

DPI = 203
"""Of nearly every label printer; 8 dots are a millimetre."""
DOTS_PER_MM = 8

_SCALES = {"small": 0.8, "normal": 1.0, "large": 1.5, "huge": 2.6}
_SMALLEST = 0.45
_WIDTH = 0.56
"""A letter's width by its height in font 0, generously."""
_PITCH = 1.2
_PLAIN = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789 .,/-()%")
_HEX = "\\"
_GS1_MODULES = 32
"""Modules of the side of a Data Matrix that holds a pack's four elements."""


@dataclass(frozen=True)
class _Piece:
    """Commands that are placed at (0, y), and the dots that they take."""

    height: int
    commands: Callable[[int], str]


class Label:
    """A label of `size` (width, height in millimetres); `renderer` draws what the printer's font cannot."""

    def __init__(self, layout: Layout, size: tuple[int, int], renderer: Renderer, *, right_to_left: bool) -> None:
        self._layout = layout
        self._renderer = renderer
        self._right_to_left = right_to_left
        self._dots = (size[0] * DOTS_PER_MM, size[1] * DOTS_PER_MM)
        self._margin = round(min(layout.margin, 0.1 * min(size)) * DOTS_PER_MM)
        self._width = self._dots[0] - 2 * self._margin
        self._scale = 1.0

    def commands(self, parts: Sequence[Part]) -> bytes:
        """The bytes of one label; its letters become smaller until all of it has room."""
        room = self._dots[1] - 2 * self._margin
        pieces = self._pieces(parts)
        while sum(piece.height for piece in pieces) > room and self._scale > _SMALLEST:
            self._scale -= 0.05
            pieces = self._pieces(parts)
        made = ["^XA", "^CI28", f"^PW{self._dots[0]}", f"^LL{self._dots[1]}", "^LH0,0"]
        y = self._margin
        for piece in pieces:
            if y + piece.height <= self._dots[1]:
                made.append(piece.commands(y))
            y += piece.height
        made.append("^XZ")
        return "\n".join(made).encode("ascii")

    def _pieces(self, parts: Sequence[Part]) -> list[_Piece]:
        return [piece for part in parts for piece in _MAKERS[part.kind](self, part)]

    def _high(self, size: str) -> int:
        return max(10, round(self._layout.points * _SCALES[size] * self._scale * DPI / 72))

    # One maker for each kind of part

    def _text(self, part: Part) -> list[_Piece]:
        return [self._words(part.words, part, self._margin, self._width, part.align)] if part.words else []

    def _pair(self, part: Part) -> list[_Piece]:
        """The words in a third of the width, the value beside them."""
        if not part.value:
            return []
        narrow = round(self._width * 0.34)
        first, second = self._margin, self._margin + narrow
        if self._right_to_left:
            first, second = self._margin + self._width - narrow, self._margin
        plain = Part("text", lines=part.lines)
        head = self._words(part.words, plain, first, narrow - DOTS_PER_MM, "start")
        tail = self._words(part.value, part, second, self._width - narrow, "start")
        return [_Piece(max(head.height, tail.height), lambda y: f"{head.commands(y)}\n{tail.commands(y)}")]

    def _rows(self, part: Part) -> list[_Piece]:
        return [
            piece
            for start, end in part.rows
            for piece in self._pair(Part("pair", words=start, value=end, lines=part.lines))
        ]

    def _words(self, text: str, part: Part, left: int, width: int, align: str) -> _Piece:
        side = self._side(align)
        high = self._high(part.size)
        if not _in_font(text):
            return self._drawn(text, part, left, width, side)
        strong = part.weight == "strong"
        letters = high if strong else round(high * 0.9)
        lines = _wrapped(text, max(1, int(width / (letters * _WIDTH))), part.lines)
        pitch = round(high * _PITCH)

        def commands(y: int) -> str:
            return "\n".join(
                f"^FO{left},{y + place * pitch}^A0N,{high},{letters}^FB{width},1,0,{side},0"
                f"^FH{_HEX}^FD{escaped(line)}^FS"
                for place, line in enumerate(lines)
            )

        return _Piece(pitch * len(lines), commands)

    def _drawn(self, text: str, part: Part, left: int, width: int, side: str) -> _Piece:
        whole = width // 8 * 8
        name = {"L": "left", "C": "center", "R": "right"}[side]
        image = self._renderer.text(
            text,
            width=whole,
            height=round(self._high(part.size) * _PITCH),
            strong=part.weight == "strong",
            side=name,
            lines=part.lines,
        )
        row = (image.width + 7) // 8
        black = bytes(byte ^ 0xFF for byte in image.tobytes())
        dots = f"^GFA,{len(black)},{len(black)},{row},{black.hex().upper()}"
        return _Piece(image.height, lambda y: f"^FO{left},{y}{dots}^FS")

    def _code128(self, part: Part) -> list[_Piece]:
        """Bars of two dots each, or of one where they would not fit; else a square."""
        modules = len(barcodes.bars(part.value)) + 2 * barcodes.BAR_QUIET
        thick = min(3, self._width // modules)
        if thick < 1:
            return self._qr(part)
        high = round(part.height * DOTS_PER_MM * max(self._scale, _SMALLEST))
        left = self._placed(modules * thick, part.align) + barcodes.BAR_QUIET * thick
        value = escaped(part.value.replace(">", ">0"))  # in ^BC a > begins a command of its own
        shown = "Y" if part.shown else "N"
        below = self._high("small") if part.shown else 0
        made = f"^BY{thick}^BCN,{high},{shown},N,N,N^FH{_HEX}^FD>:{value}^FS"
        return [_Piece(high + below + DOTS_PER_MM, lambda y: f"^FO{left},{y}{made}")]

    def _qr(self, part: Part) -> list[_Piece]:
        count = len(barcodes.square(part.value)) + 2 * barcodes.SQUARE_QUIET
        times = max(2, min(10, round((part.width or 15) * DOTS_PER_MM / count)))
        left = self._placed(count * times, part.align) + barcodes.SQUARE_QUIET * times
        made = f"^BQN,2,{times}^FH{_HEX}^FDMA,{escaped(part.value)}^FS"
        return [_Piece(count * times, lambda y: f"^FO{left},{y}{made}")]

    def _gs1(self, part: Part) -> list[_Piece]:
        """A GS1 Data Matrix (FNC1 first, and where an element of variable length ends); of another text a plain one."""
        elements = barcodes.gs1_elements(part.value)
        body = "".join(elements) if elements else part.value
        body = body.replace("_", "__").replace(barcodes.GS, "_1")
        times = max(2, round(part.width * DOTS_PER_MM / _GS1_MODULES))
        side = _GS1_MODULES * times
        left = self._placed(side, part.align)
        value = ("_1" if elements else "") + body
        made = f"^BXN,{times},200,,,,_,1^FH{_HEX}^FD{escaped(value, also='_')}^FS"
        return [_Piece(side + DOTS_PER_MM, lambda y: f"^FO{left},{y}{made}")]

    def _line(self, _part: Part) -> list[_Piece]:
        return [_Piece(DOTS_PER_MM, lambda y: f"^FO{self._margin},{y + 3}^GB{self._width},2,2^FS")]

    def _space(self, part: Part) -> list[_Piece]:
        return [_Piece(round(part.height * DOTS_PER_MM * self._scale), lambda _y: "")]

    def _nothing(self, _part: Part) -> list[_Piece]:
        return []

    def _side(self, align: str) -> str:
        if align == "centre":
            return "C"
        return "R" if (align == "end") != self._right_to_left else "L"

    def _placed(self, width: int, align: str) -> int:
        room = max(0, self._width - width)
        return self._margin + {"L": 0, "C": room // 2, "R": room}[self._side(align)]


_MAKERS: dict[str, Callable[[Label, Part], list[_Piece]]] = {
    "text": Label._text,
    "pair": Label._pair,
    "rows": Label._rows,
    "code128": Label._code128,
    "qr": Label._qr,
    "gs1": Label._gs1,
    "line": Label._line,
    "space": Label._space,
    "logo": Label._nothing,
    "cut": Label._nothing,
}


def escaped(text: str, also: str = "") -> str:
    """`text` as data of a field: what is not plain as the bytes of its UTF-8, each as two hexadecimal digits."""
    return "".join(
        letter
        if letter in _PLAIN or letter in also
        else "".join(f"{_HEX}{byte:02X}" for byte in letter.encode("utf-8", "ignore"))
        for letter in text
    )


def _in_font(text: str) -> bool:
    """Whether font 0 of every such printer has all letters: those of western Europe."""
    try:
        text.encode("cp1252")
    except UnicodeEncodeError:
        return False
    return True


def _wrapped(text: str, columns: int, lines: int) -> list[str]:
    """`text` on at most `lines` lines of `columns` letters; what is left out is shown by an ellipsis."""
    made = [""]
    for word in text.split():
        if made[-1] and len(made[-1]) + 1 + len(word) <= columns:
            made[-1] += f" {word}"
            continue
        pieces = [word[place : place + columns] for place in range(0, len(word), columns)]
        made = pieces if made == [""] else made + pieces
    if len(made) > lines:
        made = [*made[: lines - 1], made[lines - 1][: columns - 1] + "…"]
    return made
