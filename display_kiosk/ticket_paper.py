"""The ticket on paper: the queue's own layout, in the language that was chosen, on the entrance's roll printer."""

import datetime as dt
from collections.abc import Sequence
from pathlib import Path

from display_kiosk.dot_letters import DotLetters
from hms_desktop.clinic.displays.actions_checkin import EntranceTicket
from hms_desktop.clinic.displays.queries_checkin import Entrance
from hms_desktop.core import printers
from hms_desktop.core.layouts import ROLL, Layouts
from hms_desktop.core.paper import Content, filled
from hms_desktop.core.roll import Roll

FIELDS = {
    "ticket": {
        *("hospital", "printed_at", "reprint", "ticket", "service", "arrived", "due", "priority", "waiting"),
        *("minutes", "code"),
    }
}
"""What a hospital's own layout of the ticket may name, as on the desk's tickets."""


class TicketPaper:
    """Makes and sends one ticket after the other; on another thread than the screen's."""

    def __init__(self, folders: Sequence[Path]) -> None:
        """`folders` hold layouts; the first that has one wins."""
        self._layouts = Layouts(folders, FIELDS)

    def put_out(self, ticket: EntranceTicket, entrance: Entrance, now: dt.datetime, language: str) -> None:
        """Takes seconds. Raises HmsError: Unreachable where the printer cannot, Misconfigured for a wrong layout."""
        printer = entrance.printer
        assert printer is not None  # noqa: S101 - who has none is not asked to print
        layout = self._layouts.layout("ticket", ROLL)
        words = self._layouts.words(language)
        roll = Roll(printer.width, printer.code_page, DotLetters(), picture=self._layouts.file)
        parts = filled(layout, _content(ticket, entrance.hospital, now), words)
        lines = roll.lines(parts, right_to_left=words.right_to_left)
        printers.send(printers.Way(printer.connection, printer.address), roll.commands(lines))


def _content(ticket: EntranceTicket, hospital: str, now: dt.datetime) -> Content:
    return Content(
        "ticket",
        {
            "hospital": hospital,
            "printed_at": now,
            "reprint": "",
            "ticket": ticket.ticket,
            "service": ticket.service,
            "arrived": ticket.arrived,
            "due": ticket.due or "",
            "priority": "",
            "waiting": ticket.before,
            "minutes": ticket.minutes or "",
            "code": str(ticket.barcode).upper(),
        },
    )
