"""The composition root of the touch screen at the entrance: window, asking and paper meet only here."""

import argparse
import asyncio
import importlib.metadata
import json
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any, TextIO

from PySide6.QtCore import Qt

from display_kiosk.checkin import CheckIn
from display_kiosk.scene.checkin.visit import Language, Visit
from display_kiosk.scene.checkin.window import CheckInWindow
from display_kiosk.scene.fonts import use_fonts
from display_kiosk.service import Pulse, ServiceManager
from display_kiosk.telling import Telling
from display_kiosk.ticket_paper import TicketPaper
from hms_desktop.clinic.displays.queries_checkin import Entrance
from hms_desktop.core import places
from hms_desktop.core.crashes import CrashBook
from hms_desktop.core.settings import Server, Settings


def languages(folder: Path, codes: Sequence[str]) -> tuple[Language, ...]:
    """The languages in this order, as the files in `folder` have them; English where none of them has one."""
    found = [folder / f"{code}.json" for code in codes]
    files = [file for file in found if file.is_file()] or [folder / "en.json"]
    return tuple(Language(file.stem, **json.loads(file.read_text(encoding="utf-8"))) for file in files)


class CheckInScreen:
    """Wires the window, the asking and the paper together."""

    def __init__(
        self,
        found: Settings,
        server: Server,
        options: argparse.Namespace,
        report: TextIO | None,
        crashes: CrashBook | None = None,
    ) -> None:
        resources = places.resources()
        use_fonts(resources / "fonts")
        self._words = resources / "check_in"
        self._report = report
        self._windowed = options.windowed or options.offscreen
        tokens = json.loads((resources / "themes" / "tokens.json").read_text(encoding="utf-8"))
        own = languages(self._words, [found.language])  # until the hospital says which
        self.visit = Visit(tokens["themes"]["light"], own, today=lambda: self._check_in.today())
        self.window = CheckInWindow(self.visit, hide_cursor=not self._windowed)
        # It has no listening thread, and whether the server answers is no part of its life.
        self._pulse = Pulse(ServiceManager(), self.window.update, lambda: True)
        self.window.frameSwapped.connect(self._pulse.on_frame, Qt.ConnectionType.QueuedConnection)
        version = importlib.metadata.version("hms-desktop")
        self._telling = Telling(
            server, workstation=found.workstation, program="hms-check-in", version=version, crashes=crashes
        )
        self._check_in = CheckIn(
            self._telling.database,
            self.visit,
            TicketPaper((places.user_data() / "layouts", resources / "layouts")),
            version=version,
        )
        self._check_in.entrance_changed.connect(self._on_entrance)
        self._check_in.given.connect(lambda ticket: self._note(ticket=ticket))
        self.visit.changed.connect(lambda: self._note(page=self.visit.property("page")))

    async def run(self, ended: asyncio.Event) -> None:
        """Show the window and serve until `ended`."""
        if self._windowed:
            self.window.resize(1280, 720)
            self.window.show()
        else:
            self.window.setGeometry(self.window.screen().geometry())
            self.window.showFullScreen()
        self._check_in.start()
        self._telling.start()
        self._pulse.start()
        await ended.wait()
        self._pulse.stop()
        await self._check_in.stop()
        self._telling.stop()
        self.window.dismiss()

    def _on_entrance(self, entrance: Entrance) -> None:
        self.visit.set_entrance(entrance.hospital, languages(self._words, entrance.languages))

    def _note(self, **event: Any) -> None:
        """For tests: what happened, and when by the clock that all processes share."""
        if self._report:
            self._report.write(json.dumps({"at": time.monotonic(), **event}) + "\n")
            self._report.flush()
