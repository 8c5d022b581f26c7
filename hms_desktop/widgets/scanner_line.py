"""A serial scanner as the desk hears it: its codes and its comings and goings as signals of the GUI thread."""

import asyncio

from PySide6.QtCore import QObject, Signal

from hms_desktop.core.scanners import Scanner


class ScannerLine(QObject):
    """At most one scanner at a time."""

    heard = Signal(str)
    opened = Signal(bool)
    """Whether the line is open, at each change."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scanner: Scanner | None = None
        self.is_open = False
        self.opened.connect(self._remember)

    async def listen_at(self, address: str) -> None:
        """Hear the scanner at `address` (port[@baud]) in place of the one before; empty hears none."""
        before, self._scanner = self._scanner, None
        if before is not None:
            await asyncio.to_thread(before.stop)
            self.opened.emit(False)
        if address:
            self._scanner = Scanner(address, self.heard.emit, self.opened.emit)
            self._scanner.start()

    def _remember(self, is_open: bool) -> None:
        self.is_open = is_open
