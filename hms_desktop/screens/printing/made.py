"""Papers made for one printer: from a content, in a language, ready to be looked at or sent. Safe on any thread."""

import datetime as dt
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from hms_desktop.clinic.printing.rules import FOLDER, ROLL_CONNECTIONS, SYSTEM, Printer
from hms_desktop.core import printers
from hms_desktop.core.layouts import LABEL, ROLL, Layouts
from hms_desktop.core.paper import Content, filled
from hms_desktop.core.roll import Roll
from hms_desktop.core.zpl import Label
from hms_desktop.widgets.letters import DotLetters
from hms_desktop.widgets.printing import Printout


@dataclass(frozen=True)
class Made:
    """A paper as a picture, with its words for those who cannot see it, and its file where it has one."""

    title: str
    image: QImage
    words: str
    file: Path | None = None


class Maker:
    """Makes papers by the layouts; `folder` is where the printer that is a file puts them."""

    def __init__(self, layouts: Layouts, folder: Path) -> None:
        self._layouts = layouts
        self._folder = folder

    def printout(self, printer: Printer, content: Content, language: str) -> Printout:
        """Raises Misconfigured where this printer's paper has no layout for it, or the layout has a mistake."""
        layout = self._layouts.layout(content.document, printer.form)
        words = self._layouts.words(language)
        parts = filled(layout, content, words)
        picture = self._layouts.file
        roll = None
        if printer.form == ROLL:
            roll = Roll(printer.size[0], printer.code_page, DotLetters(), picture=picture)
        if printer.form == LABEL and printer.connection in ROLL_CONNECTIONS:
            right_to_left = words.right_to_left
            label = Label(layout, printer.size, DotLetters(), right_to_left=right_to_left)
            return Printout(layout, parts, LABEL, printer.size, right_to_left, None, picture, label)
        return Printout(layout, parts, printer.form, printer.size, words.right_to_left, roll, picture)

    def look(self, printer: Printer, content: Content, language: str, title: str = "") -> Made:
        """The paper as it would come out. Raises as `printout` does."""
        made = self.printout(printer, content, language)
        return Made(title, made.image(), _words(made))

    def deliver(self, printer: Printer, content: Content, language: str, *, job: int, title: str) -> Made | None:
        """Print it; the paper itself where the printer is a file. Takes seconds. Raises HmsError, OSError."""
        made = self.printout(printer, content, language)
        if printer.connection == FOLDER:
            day = content.fields["printed_at"]
            prefix = f"{day:%Y-%m-%d}" if isinstance(day, dt.date) else "paper"
            file = self._folder / f"{prefix}-{content.document}-{job}.pdf"
            made.write_pdf(file)
            return Made(title, made.image(), _words(made), file)
        if printer.connection == SYSTEM:
            made.print_on(printer.address)
        else:
            printers.send(printers.Way(printer.connection, printer.address), made.commands())
        return None


def _words(made: Printout) -> str:
    said = [f"{part.words} {part.value}".strip() for part in made.parts if part.kind in ("text", "pair")]
    return "\n".join(said)
