"""What a roll printer is told: the lines of a paper, and the ESC/POS bytes that it understands.

Text that the printer's code page cannot show (Arabic, Hindi, Vietnamese …) becomes dots, drawn by the Renderer that
the caller gives; without one it is spelled in Latin letters, never in question marks.
"""

import functools
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, Protocol

from PIL import Image

from hms_desktop.core import barcodes
from hms_desktop.core.errors import Misconfigured
from hms_desktop.core.layouts import Part
from hms_desktop.core.paper import plain

CODE_PAGES: dict[str, str] = {
    "CP437": "cp437",
    "CP850": "cp850",
    "CP852": "cp852",
    "CP858": "cp858",
    "CP866": "cp866",
    "CP1252": "cp1252",
    "picture": "",
}
"""What a roll printer can be told to print in, and Python's name of it; `picture` sends all text as dots.

Pages of scripts that join letters or run from right to left are not among them: no printer shapes them.
"""

DOTS_PER_MM = 8
DOTS = {58: 384, 80: 576}
"""The printable dots of a roll by its width in millimetres."""
CELLS: dict[str, tuple[int, int, int]] = {
    "small": (9, 17, 1),
    "normal": (12, 24, 1),
    "large": (24, 48, 2),
    "huge": (48, 96, 4),
}
"""A letter's width and height in dots, and by how much font A is enlarged for it (small is font B)."""

_SIDES = {False: {"start": "left", "end": "right"}, True: {"start": "right", "end": "left"}}
_INVERTED = bytes(range(255, -1, -1))


class Renderer(Protocol):
    """Draws text as black dots on white."""

    def text(self, text: str, *, width: int, height: int, strong: bool, side: str, lines: int) -> Image.Image:
        """An image of mode "1", `width` dots wide, with letters of `height` dots on at most `lines` lines."""


@dataclass(frozen=True)
class TextLine:
    """One line in the printer's own letters; `side` is left, center or right."""

    text: str
    size: str
    strong: bool
    side: str


@dataclass(frozen=True)
class Dots:
    """A picture as wide as the paper."""

    image: Image.Image


@dataclass(frozen=True)
class Cut:
    """The paper is cut here."""


Line = TextLine | Dots | Cut


class Roll:
    """A roll printer's paper: `width` 58 or 80 mm, the code page it prints in, and who draws what it cannot print."""

    def __init__(
        self,
        width: int,
        code_page: str,
        renderer: Renderer | None = None,
        *,
        picture: Callable[[str], Path | None] = lambda _name: None,
    ) -> None:
        """`picture` finds the file of a logo by its name."""
        self.dots = DOTS[width]
        self._millimetres = width
        self._page = code_page
        self._codec = CODE_PAGES[code_page]
        self._renderer = renderer
        self._picture = picture

    def lines(self, parts: Sequence[Part], *, right_to_left: bool = False) -> tuple[Line, ...]:
        """The paper's lines from top to bottom, as they will stand on it."""
        made: list[Line] = []
        for part in parts:
            made += _COMPOSERS[part.kind](self, part, right_to_left)
        return tuple(made)

    def commands(self, lines: Sequence[Line]) -> bytes:
        """The ESC/POS bytes of `lines`, made by python-escpos."""
        printer = _dummy(self._millimetres, self.dots)
        printer.hw("INIT")
        if self._codec:
            printer.charcode(self._page)
        for line in lines:
            if isinstance(line, Cut):
                printer.cut()
            elif isinstance(line, Dots):
                printer.set(align="left")
                printer.image(harmless(line.image), fragment_height=256)
            else:
                _width, _height, times = CELLS[line.size]
                font = "b" if line.size == "small" else "a"
                printer.set(align=line.side, font=font, bold=line.strong, custom_size=True, width=times, height=times)
                printer.textln(line.text)
        made: bytes = printer.output
        return made

    # One composer for each kind of part

    def _text(self, part: Part, right_to_left: bool) -> list[Line]:
        if not part.words:
            return []
        side = _side(part.align, right_to_left)
        strong = part.weight == "strong"
        if self._draws(part.words):
            return [Dots(self._drawn(part.words, self.dots, part, side))]
        words, size = self._spelled(part.words), self._fitting(part)
        return [TextLine(line, size, strong, side) for line in self._wrapped(words, self._columns(size), part.lines)]

    def _pair(self, part: Part, right_to_left: bool) -> list[Line]:
        """The words in two fifths of the width, the value beside them."""
        if not part.value:
            return []
        if self._draws(part.words + part.value):
            side = _side("start", right_to_left)
            narrow = self.dots * 2 // 5 // 8 * 8
            head = self._drawn(part.words, narrow - 16, replace(part, weight="normal"), side)
            tail = self._drawn(part.value, self.dots - narrow, part, side)
            return [Dots(_beside(head, tail, self.dots, right_to_left))]
        columns = self._columns("normal")
        narrow = columns * 2 // 5
        head_lines = self._wrapped(self._spelled(part.words), narrow - 1, part.lines)
        tail_lines = self._wrapped(self._spelled(part.value), columns - narrow, part.lines)
        return self._columned(head_lines, tail_lines, narrow, strong=part.weight == "strong")

    def _rows(self, part: Part, right_to_left: bool) -> list[Line]:
        """Each row's first text from the start, its second at the end; without `align` end, rows stand as pairs do."""
        made: list[Line] = []
        if part.align != "end":
            for start, end in part.rows:
                made += self._pair(replace(part, words=start, value=end), right_to_left)
            return made
        columns = self._columns("normal")
        for start, end in part.rows:
            if self._draws(start + end):
                wide = self.dots * 2 // 3 // 8 * 8
                head = self._drawn(start, wide - 16, part, _side("start", right_to_left))
                tail = self._drawn(end, self.dots - wide, part, _side("end", right_to_left))
                made.append(Dots(_beside(head, tail, self.dots, right_to_left)))
                continue
            [last] = self._wrapped(self._spelled(end), columns // 2, 1)
            narrow = columns - len(last)
            head_lines = self._wrapped(self._spelled(start), narrow - 1, part.lines)
            made += self._columned(head_lines, [last], narrow, strong=False)
        return made

    def _columned(self, head: Sequence[str], tail: Sequence[str], narrow: int, *, strong: bool) -> list[Line]:
        height = max(len(head), len(tail))
        pairs = zip([*head, *[""] * (height - len(head))], [*tail, *[""] * (height - len(tail))], strict=True)
        return [TextLine(f"{one:<{narrow}}{other}".rstrip(), "normal", strong, "left") for one, other in pairs]

    def _code128(self, part: Part, right_to_left: bool) -> list[Line]:
        """Bars of 0.25 to 0.5 mm; where even the thinnest are too wide for this paper, a square code instead."""
        modules = barcodes.bars(part.value)
        quiet = 2 * barcodes.BAR_QUIET
        times = min(self.dots // (len(modules) + quiet), 4)
        if times < 2:
            return self._qr(replace(part, width=25, align="centre"), right_to_left)
        bars = Image.new("1", (len(modules), 1), 1)
        bars.putdata([module == "0" for module in modules])
        drawn = bars.resize((len(modules) * times, round(part.height * DOTS_PER_MM)), Image.Resampling.NEAREST)
        made: list[Line] = [Dots(_placed(drawn, self.dots, _side(part.align, right_to_left)))]
        if part.shown:
            made.append(TextLine(part.value, "normal", False, _side(part.align, right_to_left)))
        return made

    def _qr(self, part: Part, right_to_left: bool) -> list[Line]:
        rows = barcodes.square(part.value)
        side = len(rows) + 2 * barcodes.SQUARE_QUIET
        times = max(2, min(round(part.width * DOTS_PER_MM), self.dots) // side)
        square, quiet = Image.new("1", (side, side), 1), barcodes.SQUARE_QUIET
        modules = Image.new("1", (len(rows), len(rows)))
        modules.putdata([not black for row in rows for black in row])
        square.paste(modules, (quiet, quiet))
        drawn = square.resize((side * times, side * times), Image.Resampling.NEAREST)
        return [Dots(_placed(drawn, self.dots, _side(part.align, right_to_left)))]

    def _gs1(self, part: Part, right_to_left: bool) -> list[Line]:
        """GS1's elements as a Digital Link, for what can draw a QR code and no Data Matrix."""
        return self._qr(replace(part, value=barcodes.gs1_link(part.value)), right_to_left)

    def _line(self, _part: Part, _right_to_left: bool) -> list[Line]:
        rule = Image.new("1", (self.dots, 18), 1)
        rule.paste(0, (0, 8, self.dots, 10))
        return [Dots(rule)]

    def _space(self, part: Part, _right_to_left: bool) -> list[Line]:
        return [Dots(Image.new("1", (self.dots, max(1, round(part.height * DOTS_PER_MM))), 1))]

    def _logo(self, part: Part, right_to_left: bool) -> list[Line]:
        found = self._picture(part.value)
        if found is None:
            return []
        drawn = _one_bit(found, min(round(part.width * DOTS_PER_MM), self.dots))
        return [Dots(_placed(drawn, self.dots, _side(part.align, right_to_left)))]

    def _cut(self, _part: Part, _right_to_left: bool) -> list[Line]:
        return [Cut()]

    # Letters

    def _draws(self, text: str) -> bool:
        """Whether `text` goes as dots: the page lacks one of its letters, and there is somebody to draw it."""
        return self._renderer is not None and not self._printable(text)

    def _printable(self, text: str) -> bool:
        if not self._codec:
            return False
        try:
            text.encode(self._codec)
        except UnicodeEncodeError:
            return False
        return True

    def _spelled(self, text: str) -> str:
        """`text` in letters of the page; others in Latin ones."""
        from anyascii import anyascii  # a large table, and seldom needed

        return plain("".join(letter if self._printable(letter) else anyascii(letter) for letter in text))

    def _drawn(self, text: str, width: int, part: Part, side: str) -> Image.Image:
        assert self._renderer is not None  # noqa: S101 - asked for by _draws
        height = CELLS[part.size][1]
        strong = part.weight == "strong"
        return self._renderer.text(text, width=width, height=height, strong=strong, side=side, lines=part.lines)

    def _columns(self, size: str) -> int:
        return self.dots // CELLS[size][0]

    def _fitting(self, part: Part) -> str:
        """The size asked for, or the next smaller one in which the longest word (or the one line) has room."""
        longest = len(part.words) if part.lines == 1 else max((len(word) for word in part.words.split()), default=0)
        sizes = ("huge", "large", "normal")
        for size in sizes[sizes.index(part.size) :] if part.size in sizes else ():
            if longest <= self._columns(size):
                return size
        return part.size if part.size == "small" else "normal"

    def _wrapped(self, text: str, columns: int, lines: int) -> list[str]:
        """`text` on at most `lines` lines of `columns` letters; what is left out is shown by an ellipsis."""
        made = [""]
        for word in text.split():
            if made[-1] and len(made[-1]) + 1 + len(word) <= columns:
                made[-1] += f" {word}"
                continue
            pieces = [word[place : place + columns] for place in range(0, len(word), columns)]
            made = pieces if made == [""] else made + pieces
        if len(made) <= lines:
            return made
        end = "…" if self._codec and self._printable("…") else "..."
        return [*made[: lines - 1], made[lines - 1][: columns - len(end)] + end]


_COMPOSERS: dict[str, Callable[[Roll, Part, bool], list[Line]]] = {
    "text": Roll._text,
    "pair": Roll._pair,
    "rows": Roll._rows,
    "code128": Roll._code128,
    "qr": Roll._qr,
    "gs1": Roll._gs1,
    "line": Roll._line,
    "space": Roll._space,
    "logo": Roll._logo,
    "cut": Roll._cut,
}


def harmless(image: Image.Image) -> Image.Image:
    """`image` of mode "1" without the bytes that a printer obeys even inside a picture: one dot more hides them.

    Real-time commands (DLE EOT, DLE ENQ, DLE DC4) are carried out wherever they stand in the stream, so a name drawn
    as dots could otherwise open the drawer. (Epson's ESC/POS reference, on each real-time command.)
    """
    width = (image.width + 7) // 8 * 8
    whole = Image.new("1", (width, image.height), 1)
    whole.paste(image, (0, 0))
    black = whole.tobytes().translate(_INVERTED)
    for real_time in (b"\x10\x04", b"\x10\x05", b"\x10\x14"):
        black = black.replace(real_time, b"\x18" + real_time[1:])
    return Image.frombytes("1", whole.size, black.translate(_INVERTED))


def _side(align: str, right_to_left: bool) -> str:
    return _SIDES[right_to_left].get(align, "center")


def _placed(image: Image.Image, width: int, side: str) -> Image.Image:
    left = {"left": 0, "center": (width - image.width) // 2, "right": width - image.width}[side]
    whole = Image.new("1", (width, image.height), 1)
    whole.paste(image, (left, 0))
    return whole


def _beside(head: Image.Image, tail: Image.Image, width: int, right_to_left: bool) -> Image.Image:
    whole = Image.new("1", (width, max(head.height, tail.height)), 1)
    whole.paste(head, (width - head.width if right_to_left else 0, 0))
    whole.paste(tail, (0 if right_to_left else width - tail.width, 0))
    return whole


def _one_bit(file: Path, width: int) -> Image.Image:
    """A logo on white, `width` dots wide. Raises Misconfigured where the file is no picture."""
    try:
        with Image.open(file) as opened:
            coloured = opened.convert("RGBA")
    except (OSError, ValueError, Image.DecompressionBombError) as error:
        sentence = f"The logo {file.name} is not a picture; replace the file."
        raise Misconfigured("paper.logo", sentence, {"file": file.name}) from error
    ground = Image.new("RGBA", coloured.size, "white")
    ground.alpha_composite(coloured)
    height = max(1, round(coloured.height * width / coloured.width))
    return ground.convert("L").resize((width, height)).convert("1")


def _dummy(millimetres: int, dots: int) -> Any:
    """python-escpos's printer that keeps its bytes, told how wide the paper is."""
    escpos = library()
    default = escpos.capabilities.get_profile_class("default").profile_data
    profile = escpos.capabilities.Profile(features=default["features"])
    profile.profile_data = default | {"media": {"dpi": 203, "width": {"mm": millimetres, "pixels": dots}}}
    return escpos.printer.Dummy(profile=profile)


@functools.cache
def library() -> Any:
    """python-escpos, imported at the first paper; the folder that its import leaves behind is taken away again."""
    import escpos.capabilities
    import escpos.exceptions
    import escpos.printer

    folder = Path(escpos.capabilities.pickle_dir)
    if folder.is_relative_to(tempfile.gettempdir()):
        shutil.rmtree(folder, ignore_errors=True)
    return escpos
