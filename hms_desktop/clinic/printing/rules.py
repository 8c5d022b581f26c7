"""Which papers there are and what each may show, how printers are reached, and how a print job goes on."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from hms_desktop.core import printers
from hms_desktop.core.layouts import A4, LABEL, ROLL
from hms_desktop.core.roll import CODE_PAGES

EVERY_PAPER = frozenset({"hospital", "printed_at", "reprint"})
"""What each paper may show besides its own fields; `reprint` is empty on the first one (RULES 41)."""

COUNTING_SHEET = EVERY_PAPER | {"store", "number", "begun", "person", "batches", "hands"}
TEST = "test"
DOCUMENTS: Mapping[str, frozenset[str]] = {
    "ticket": EVERY_PAPER | {"ticket", "service", "arrived", "due", "priority", "waiting", "minutes", "code"},
    "slip": EVERY_PAPER | {"when", "name", "mrn", "clinic", "doctor", "room", "reason", "code", "number"},
    "card": EVERY_PAPER | {"name", "mrn", "birth", "code"},
    "registration": EVERY_PAPER
    | {"name", "mrn", "birth", "sex", "address", "phones", "identifiers", "registered", "code"},
    "receipt": EVERY_PAPER | {"number", "name", "mrn", "paid_at", "lines", "totals", "cashier", "code"},
    "medicine_label": EVERY_PAPER
    | {"patient", "mrn", "medicine", "quantity", "directions", "cautions", "given", "batch", "expiry"}
    | {"pharmacy", "number", "code"},
    "leaflet": EVERY_PAPER
    | {"patient", "mrn", "given", "pharmacy", "pharmacist", "note", "code", "supplied", "owed", "left"},
    "batch_label": EVERY_PAPER | {"medicine", "batch", "expiry", "storage", "code"},
    "prescription": EVERY_PAPER
    | {"number", "name", "mrn", "birth", "allergies", "prescriber", "transcriber", "department"}
    | {"written", "valid", "note", "medicines"},
    "controlled_register": EVERY_PAPER | {"medicine", "store", "balance", "entries"},
    "counting_sheet": COUNTING_SHEET,
    "second_count_sheet": COUNTING_SHEET,
    TEST: EVERY_PAPER | {"printer", "workstation", "letters", "scripts", "code"},
}
"""The papers by key, with the fields that their layouts may name."""

ROLL_CONNECTIONS = (printers.NETWORK, printers.USB, printers.SPOOLER, printers.SERIAL, printers.DEVICE)
SYSTEM, FOLDER = "system", "folder"
CONNECTIONS = (*ROLL_CONNECTIONS, SYSTEM, FOLDER)
"""How a printer is reached: in its own language (ESC/POS for a roll, ZPL for labels), through this computer's own
printers, as a file."""

PAPERS: Mapping[str, tuple[str, int]] = {
    "roll80": (ROLL, 80),
    "roll58": (ROLL, 58),
    "label": (LABEL, 0),
    "a4": (A4, 210),
}
"""Form and width in millimetres of each paper; a label's size stands with its printer."""

LABEL_SIZES = (20, 300)
"""The least and the most millimetres of a label's side."""
CARD = (86, 54)
"""ID-1 of ISO/IEC 7810, in whole millimetres."""

PAGES = tuple(CODE_PAGES)


class State(StrEnum):
    """How a print job stands. `printing` for too long means that nobody knows whether it came out."""

    QUEUED = "queued"
    PRINTING = "printing"
    PRINTED = "printed"
    FAILED = "failed"
    CANCELLED = "cancelled"


@dataclass(frozen=True)
class Printer:
    """A printer as it is set up; the label's size in millimetres, 0 where it has none."""

    name: str
    connection: str
    address: str
    paper: str
    code_page: str
    documents: tuple[str, ...]
    label_width: int = 0
    label_height: int = 0

    @property
    def form(self) -> str:
        return PAPERS[self.paper][0]

    @property
    def size(self) -> tuple[int, int]:
        """Width and height in millimetres; a roll has no height."""
        if self.paper == "label":
            return self.label_width, self.label_height
        return PAPERS[self.paper][1], 297 if self.paper == "a4" else 0


def printer_fault(printer: Printer) -> tuple[str, str] | None:
    """The field that cannot be so, and one sentence why; None where all is well."""
    least, most = LABEL_SIZES
    if printer.connection in ROLL_CONNECTIONS and printer.form == A4:
        return "paper", "A page is not reached in this way; choose a printer of this computer for pages."
    if printer.connection == SYSTEM and printer.form == ROLL:
        return "paper", "A roll is reached by network, USB, a raw queue or a line; choose one of these."
    if printer.paper == "label" and not all(least <= side <= most for side in printer.size):
        return "label_width", f"A label's sides have {least} to {most} mm."
    if printer.connection in ROLL_CONNECTIONS and (why := printers.address_fault(printer.connection, printer.address)):
        return "address", why
    return None
