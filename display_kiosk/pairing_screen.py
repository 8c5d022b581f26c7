"""The composition root of a screen that has no login yet: the pairing window until somebody has let it in."""

import argparse
import asyncio
import json
import time
from pathlib import Path
from typing import TextIO

from PySide6.QtCore import Qt

from display_kiosk.pairing import Pairing, wordings
from display_kiosk.scene.fonts import use_fonts
from display_kiosk.scene.pairing import PairingCard, PairingWindow
from display_kiosk.service import Pulse, ServiceManager
from hms_desktop.core import places
from hms_desktop.core.settings import Server, Settings


class PairingScreen:
    """Wires the window and the asking together."""

    def __init__(
        self, found: Settings, server: Server, own_file: Path, options: argparse.Namespace, report: TextIO | None
    ) -> None:
        resources = places.resources()
        use_fonts(resources / "fonts")
        theme = json.loads((resources / "themes" / "kiosk.json").read_text(encoding="utf-8"))
        self._windowed = options.windowed or options.offscreen
        self._report = report
        self.card = PairingCard(theme, wordings(resources / "pairing", found.language))
        self.window = PairingWindow(self.card, hide_cursor=not self._windowed)
        self._pulse = Pulse(ServiceManager(), self.window.update, lambda: True)
        self.window.frameSwapped.connect(self._pulse.on_frame, Qt.ConnectionType.QueuedConnection)
        self._closed = asyncio.Event()
        self._pairing = Pairing(found, server, own_file, self.card, noted=self._note)

    async def run(self, ended: asyncio.Event) -> Settings | None:
        """The settings of the paired screen; None where the program was told to end before."""
        if self._windowed:
            self.window.resize(1280, 720)
            self.window.show()
        else:
            self.window.setGeometry(self.window.screen().geometry())
            self.window.showFullScreen()
        self.window.visibleChanged.connect(self._on_visible)
        self._pulse.start()
        asking = asyncio.create_task(self._pairing.run())
        ending = asyncio.create_task(ended.wait())
        closing = asyncio.create_task(self._closed.wait())
        await asyncio.wait((asking, ending, closing), return_when=asyncio.FIRST_COMPLETED)
        for task in (asking, ending, closing):
            task.cancel()
        await asyncio.gather(asking, ending, closing, return_exceptions=True)
        self._pulse.pause()
        self.window.visibleChanged.disconnect(self._on_visible)
        self.window.dismiss()
        for done_with in (self._pulse, self.card):  # on this thread, before a collection on another one finds them
            done_with.deleteLater()
        return None if asking.cancelled() else asking.result()

    def _on_visible(self, seen: bool) -> None:
        if not seen:
            self._closed.set()

    def _note(self, code: str) -> None:
        if self._report:
            self._report.write(json.dumps({"at": time.monotonic(), "code": code}) + "\n")
            self._report.flush()
