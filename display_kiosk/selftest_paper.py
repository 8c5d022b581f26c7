"""Whether the touch screen at the entrance could print a ticket here, whatever its language's letters are."""

import datetime as dt
import tempfile
import uuid
from pathlib import Path

from hms_desktop.clinic.displays.actions_checkin import EntranceTicket
from hms_desktop.clinic.displays.queries_checkin import Entrance, TicketPrinter
from hms_desktop.core.printers import DEVICE
from hms_desktop.core.selftest import Failed, NotTried

MORNING = dt.datetime(2026, 1, 5, 8, 30)
SAMPLE = EntranceTicket("A 088", "الأشعة", "Room 1", 3, 15, uuid.UUID(int=88), MORNING, None, False)


def paper(layouts: Path) -> str:
    """Print a ticket into a file. Raises NotTried where what paper needs was not installed (a screen alone)."""
    try:
        from display_kiosk.ticket_paper import TicketPaper
    except ModuleNotFoundError as missing:
        raise NotTried(f"{missing.name} is not here: this machine can be a screen, not a check-in") from missing
    with tempfile.TemporaryDirectory() as folder:
        roll = Path(folder) / "roll"
        roll.touch()
        entrance = Entrance("Entrance", ("ar",), "HMS", MORNING, TicketPrinter(DEVICE, str(roll), 80, "CP437"))
        TicketPaper((layouts,)).put_out(SAMPLE, entrance, MORNING, "ar")
        size = roll.stat().st_size
    if not size:
        raise Failed("a ticket came out empty")
    return f"a ticket of {size:,} bytes"
