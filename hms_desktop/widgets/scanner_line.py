"""A serial scanner as the desk hears it: its codes and its comings and goings as signals of the GUI thread."""

import asyncio

from PySide6.QtCore import QObject, Signal

from hms_desktop.core.scanners import Scanner


class ScannerLine(QObject):
    """At most one scanner at a time."""

    heard = Signal(str)
    opened = Signal(bool)
    """Whether the line is open, at each change."""

    _told = Signal(int, bool)
    """Of the so manieth scanner: what it says may still be on its way when another has taken its place."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._scanner: Scanner | None = None
        self._number = 0
        self._changing = asyncio.Lock()
        self.is_open = False
        self._told.connect(self._take_state)

    async def listen_at(self, address: str) -> None:
        """Hear the scanner at `address` (port[@baud]) in place of the one before; empty hears none."""
        async with self._changing:
            before, self._scanner = self._scanner, None
            self._number += 1
            if before is not None:
                await asyncio.to_thread(before.stop)
                self._take_state(self._number, False)
            if address:
                number = self._number
                self._scanner = Scanner(address, self.heard.emit, lambda is_open: self._told.emit(number, is_open))
                self._scanner.start()

    def _take_state(self, number: int, is_open: bool) -> None:
        if number == self._number:
            self.is_open = is_open
            self.opened.emit(is_open)
