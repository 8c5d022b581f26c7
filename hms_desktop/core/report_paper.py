"""Tables on A4 as PDF, without Qt: any script in its own shape, right to left where the language is, pages numbered."""

import datetime as dt
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fpdf import FPDF
from fpdf.enums import WrapMode

from hms_desktop.core.errors import Refused

MOST_ROWS = 2_000
"""More of them is no reading for a person, and takes a minute to set."""
_FONTS = {"latin": "NotoSans", "arabic": "NotoSansArabic", "devanagari": "NotoSansDevanagari"}
_WEIGHTS = {"": "Regular", "B": "SemiBold"}
_MARGIN, _LINE, _PAD = 12.0, 4.6, 1.2  # mm
_BODY, _SMALL, _TITLE = 8.5, 7.5, 15.0  # points
_WIDE = 90.0  # units of columns' weights from which a table lies across the page
_INK, _MUTED, _RULE, _GROUND = (24, 33, 44), (90, 102, 117), (226, 230, 235), (243, 245, 247)
_UNKNOWN = "?"
LEFT_TO_RIGHT = "\u200e"
"""Before a date in a line of Arabic it keeps the year in front; the one direction mark that reaches the paper."""
_JOINED = (range(0x590, 0x1100), range(0xFB1D, 0xFF00))
"""Scripts whose letters change beside others, or that run from right to left: Hebrew to Georgian."""


@dataclass(frozen=True)
class PaperColumn:
    """A column's title, its share of the width, and whether its cells stand at the trailing edge, as numbers do."""

    title: str
    weight: float
    at_end: bool = False


@dataclass(frozen=True)
class PaperTable:
    """One table; `empty` stands in place of its rows where there are none."""

    title: str
    columns: Sequence[PaperColumn]
    rows: Sequence[Sequence[str]]
    empty: str = ""


@dataclass(frozen=True)
class Paper:
    """What is printed: a title, some lines about it, tables. `page` holds {n} and {all}."""

    title: str
    about: Sequence[str]
    tables: Sequence[PaperTable]
    page: str = "{n} / {all}"
    right_to_left: bool = False


def pdf(paper: Paper, fonts: Path, made_at: dt.datetime) -> bytes:
    """The bytes of the PDF, with the letters it uses embedded. `fonts` is the folder of the Noto fonts.

    Raises Refused for more than MOST_ROWS rows.
    """
    if sum(len(table.rows) for table in paper.tables) > MOST_ROWS:
        sentence = f"Paper holds {MOST_ROWS:,} rows; choose fewer days, or save it as a workbook."
        raise Refused("report.too_long_for_paper", sentence, {"rows": f"{MOST_ROWS:,}"})
    sheet = _Sheet(paper, fonts, made_at)
    for table in paper.tables:
        sheet.set_table(table)
    sheet.number_pages()
    return bytes(sheet.output())


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


class _Sheet(FPDF):
    """The document while it is set. Places are counted from the leading edge and mirrored where they are drawn."""

    def __init__(self, paper: Paper, fonts: Path, made_at: dt.datetime) -> None:
        widest = max((sum(column.weight for column in table.columns) for table in paper.tables), default=0.0)
        super().__init__(orientation="landscape" if widest > _WIDE else "portrait", format="A4")
        self._paper = paper
        self._known: set[int] = set()
        self._broken: dict[tuple[str, float, bool], list[str]] = {}
        for family, name in _FONTS.items():
            for style, weight in _WEIGHTS.items():
                self.add_font(family, style, fonts / f"{name}-{weight}.ttf")
        for face in self.fonts.values():
            self._known |= set(getattr(face, "cmap", {}))
        self.set_fallback_fonts(["arabic", "devanagari"], exact_match=False)
        self.set_margin(_MARGIN)
        self.set_auto_page_break(False)
        self.set_title(self._plain(paper.title))
        self.set_creation_date(made_at)
        self.add_page()
        self._set_head()

    # What stands on each page

    def header(self) -> None:
        """Room above: the title of later pages stands small at the top."""
        if self.page_no() > 1:
            self._write(self._paper.title, 0, self.epw, _SMALL, ink=_MUTED)
            self.ln(_LINE + 2)

    def number_pages(self) -> None:
        """Say at the foot of each page which one it is, now that it is known how many there are."""
        last = self.page
        for number in range(1, last + 1):
            self.page = number
            self.set_y(-_MARGIN + 2)
            words = self._paper.page.format(n=number, all=last)
            self._write(words, 0, self.epw, _SMALL, ink=_MUTED, at_end=True)

    def _set_head(self) -> None:
        self._write(self._paper.title, 0, self.epw, _TITLE, bold=True)
        self.ln(9)
        for line in self._paper.about:
            self._write(line, 0, self.epw, _BODY, ink=_MUTED)
            self.ln(_LINE)
        self.ln(3)

    # Tables

    def set_table(self, table: PaperTable) -> None:
        """One table with its title; its head is repeated on each page."""
        if self._room() < 6 * _LINE:
            self.add_page()
        self._write(table.title, 0, self.epw, _BODY + 1.5, bold=True)
        self.ln(_LINE + 2.5)
        if not table.rows:
            self._write(table.empty, 0, self.epw, _BODY, ink=_MUTED)
            self.ln(2 * _LINE)
            return
        shares = self.epw / sum(column.weight for column in table.columns)
        widths = [column.weight * shares for column in table.columns]
        titles = [column.title for column in table.columns]
        self._row(table, titles, widths, bold=True)
        for place, row in enumerate(table.rows):
            lines = [self._lines(cell, width) for cell, width in zip(row, widths, strict=True)]
            height = max(map(len, lines)) * _LINE + _PAD
            if self._room() < height:
                self.add_page()
                self._row(table, titles, widths, bold=True)
            self._row_of(table, lines, widths, height, shaded=place % 2 == 1)
        self.ln(_LINE)

    def _row(self, table: PaperTable, cells: Sequence[str], widths: Sequence[float], *, bold: bool) -> None:
        lines = [self._lines(cell, width, bold=bold) for cell, width in zip(cells, widths, strict=True)]
        self._row_of(table, lines, widths, max(map(len, lines)) * _LINE + _PAD, bold=bold)

    def _row_of(
        self,
        table: PaperTable,
        lines: Sequence[Sequence[str]],
        widths: Sequence[float],
        height: float,
        *,
        bold: bool = False,
        shaded: bool = False,
    ) -> None:
        top, at = self.y, 0.0
        if shaded:
            self.set_fill_color(*_GROUND)
            self.rect(self.l_margin, top, self.epw, height, style="F")
        for column, cell, width in zip(table.columns, lines, widths, strict=True):
            for place, line in enumerate(cell):
                self.set_y(top + _PAD / 2 + place * _LINE)
                self._write(line, at, width, _BODY, bold=bold, at_end=column.at_end)
            at += width
        self.set_draw_color(*_RULE)
        self.line(self.l_margin, top + height, self.l_margin + self.epw, top + height)
        self.set_y(top + height)

    def _lines(self, text: str, width: float, *, bold: bool = False) -> list[str]:
        """`text` in as many lines as it needs; what comes again is broken once."""
        known = self._broken.get((text, width, bold))
        if known is None:
            known = self._broken[text, width, bold] = self._break(self._plain(text), width, bold=bold)
        return known

    def _break(self, plain: str, width: float, *, bold: bool) -> list[str]:
        self._dress(plain, _BODY, bold=bold)
        if self.get_string_width(plain) <= width - 2 * self.c_margin:
            return [plain]
        wrap = WrapMode.WORD if " " in plain else WrapMode.CHAR
        found: Any = self.multi_cell(width, _LINE, plain, dry_run=True, output="LINES", wrapmode=wrap)
        return list(found) or [""]

    # Text

    def _write(
        self,
        text: str,
        at: float,
        width: float,
        size: float,
        *,
        bold: bool = False,
        ink: tuple[int, int, int] = _INK,
        at_end: bool = False,
    ) -> None:
        mirrored = self._paper.right_to_left
        plain = self._plain(text)
        self._dress(plain, size, bold=bold)
        self.set_text_color(*ink)
        self.set_x(self.l_margin + (self.epw - at - width if mirrored else at))
        self.current_font_is_set_on_page = False  # a run in another script before left its own font there
        self.cell(width, _LINE, plain, align="R" if at_end != mirrored else "L")

    def _dress(self, text: str, size: float, *, bold: bool) -> None:
        """The font for a text; only scripts whose letters join are shaped, which costs time."""
        self.set_font("latin", "B" if bold else "", size)
        shaped = any(ord(sign) in script for sign in text for script in _JOINED)
        self.set_text_shaping(shaped)

    def _plain(self, text: str) -> str:
        """`text` on one line, of letters that the fonts have: what is missing would be told to the log."""
        seen = "".join(sign if sign.isprintable() or sign == LEFT_TO_RIGHT else " " for sign in _composed(text))
        return "".join(sign if ord(sign) in self._known else _UNKNOWN for sign in seen).strip()

    def _room(self) -> float:
        """How many millimetres are left above the foot of the page."""
        return float(self.h - _MARGIN - _LINE - self.y)
