"""Words that the pages and messages about papers share."""

from PySide6.QtCore import QCoreApplication

from hms_desktop.clinic.printing.queries import JobRow
from hms_desktop.clinic.printing.rules import State
from hms_desktop.core.errors import HmsError
from hms_desktop.widgets.spoken import QT_TRANSLATE_NOOP, spoken

_TITLES = {
    "ticket": QT_TRANSLATE_NOOP("printing", "Ticket"),
    "slip": QT_TRANSLATE_NOOP("printing", "Appointment slip"),
    "card": QT_TRANSLATE_NOOP("printing", "Patient card"),
    "registration": QT_TRANSLATE_NOOP("printing", "Registration summary"),
    "receipt": QT_TRANSLATE_NOOP("printing", "Receipt"),
    "medicine_label": QT_TRANSLATE_NOOP("printing", "Medicine label"),
    "leaflet": QT_TRANSLATE_NOOP("printing", "Leaflet of the medicines"),
    "batch_label": QT_TRANSLATE_NOOP("printing", "Batch and shelf label"),
    "prescription": QT_TRANSLATE_NOOP("printing", "Prescription"),
    "controlled_register": QT_TRANSLATE_NOOP("printing", "Register of controlled medicines"),
    "counting_sheet": QT_TRANSLATE_NOOP("printing", "Counting sheet"),
    "second_count_sheet": QT_TRANSLATE_NOOP("printing", "Counting sheet of a second count"),
    "test": QT_TRANSLATE_NOOP("printing", "Test page"),
}
_STATES = {
    State.QUEUED: (QT_TRANSLATE_NOOP("printing", "waiting"), "info"),
    State.PRINTING: (QT_TRANSLATE_NOOP("printing", "printing"), "info"),
    State.PRINTED: (QT_TRANSLATE_NOOP("printing", "printed"), "done"),
    State.FAILED: (QT_TRANSLATE_NOOP("printing", "not printed"), "stop"),
    State.CANCELLED: (QT_TRANSLATE_NOOP("printing", "taken off"), "neutral"),
}
_UNKNOWN = (QT_TRANSLATE_NOOP("printing", "unknown"), "warning")
_LEFT = QT_TRANSLATE_NOOP("printing", "Nobody told how it ended: look at the printer, then say so or repeat.")
_REPEATED = (QT_TRANSLATE_NOOP("printing", "repeated"), "neutral")
CONNECTIONS = {
    "network": QT_TRANSLATE_NOOP("printing", "Network"),
    "usb": QT_TRANSLATE_NOOP("printing", "USB"),
    "spooler": QT_TRANSLATE_NOOP("printing", "Windows queue, raw"),
    "serial": QT_TRANSLATE_NOOP("printing", "Serial line"),
    "device": QT_TRANSLATE_NOOP("printing", "Device file"),
    "system": QT_TRANSLATE_NOOP("printing", "Printer of this computer"),
    "folder": QT_TRANSLATE_NOOP("printing", "File, shown on the screen"),
}
PAPERS = {
    "roll80": QT_TRANSLATE_NOOP("printing", "Roll, 80 mm"),
    "roll58": QT_TRANSLATE_NOOP("printing", "Roll, 58 mm"),
    "label": QT_TRANSLATE_NOOP("printing", "Label or card"),
    "a4": QT_TRANSLATE_NOOP("printing", "A4 page"),
}
FAULTS = (
    QT_TRANSLATE_NOOP("printing", "A page is not reached in this way; choose a printer of this computer for pages."),
    QT_TRANSLATE_NOOP("printing", "A roll is reached by network, USB, a raw queue or a line; choose one of these."),
    QT_TRANSLATE_NOOP("printing", "A label's sides have 20 to 300 mm."),
    QT_TRANSLATE_NOOP("printing", "Type the printer's name or address, and :port if it is not 9100."),
    QT_TRANSLATE_NOOP("printing", "Type the vendor's and the product's number, such as 04b8:0202."),
    QT_TRANSLATE_NOOP("printing", "Type the printer's name as Windows shows it."),
    QT_TRANSLATE_NOOP("printing", "Type the serial port, such as COM3 or /dev/ttyUSB0@19200."),
    QT_TRANSLATE_NOOP("printing", "Type the device file, such as /dev/usb/lp0."),
)
"""What rules.printer_fault may say, marked for the translators."""


def translate(words: str) -> str:
    return QCoreApplication.translate("printing", words)


def title(document: str) -> str:
    """What a kind of paper is called."""
    return translate(_TITLES.get(document, document))


def state(row: JobRow) -> str:
    return translate(_standing(row)[0])


def state_tone(row: JobRow) -> str:
    return _standing(row)[1]


def _standing(row: JobRow) -> tuple[str, str]:
    if row.unknown:
        return _UNKNOWN
    if row.repeated and row.state == State.CANCELLED:
        return _REPEATED
    return _STATES[State(row.state)]


def why(row: JobRow) -> str:
    """Why a paper needs somebody; empty where it does not."""
    if row.unknown:
        return translate(_LEFT)
    return spoken(HmsError(row.reason, row.sentence)) if row.state == State.FAILED else ""
