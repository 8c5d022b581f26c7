"""Which serial line this workstation's scanner is plugged into; a scanner that types needs no choice."""

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from hms_desktop.app.remembered import Remembered
from hms_desktop.core.scanners import SPEEDS, ports, split_address
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import choice_field
from hms_desktop.widgets.plain_text import Label, line, name_for_readers
from hms_desktop.widgets.scanner_line import ScannerLine


class ScannerChoice(Card):
    """Takes effect at once and belongs to the workstation, whoever sits at it."""

    def __init__(self, scanner: ScannerLine, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._scanner, self._remembered = scanner, remembered
        self.column.addWidget(Label(self.tr("Scanner at this workstation"), "strong"))
        port, baud = split_address(remembered.scanner)
        self.port, self.speed = self._made_ports(port), self._made_speeds(baud)
        row = QHBoxLayout()
        row.addWidget(self.port, 1)
        row.addWidget(self.speed)
        self.column.addLayout(row)
        self._state = Label("", "muted", wrap=True)
        self.column.addWidget(self._state)
        words = self.tr("A scanner that types as a keyboard does works everywhere without a choice.")
        self.column.addWidget(Label(words, "muted", wrap=True))
        scanner.opened.connect(self._show_state)
        self._show_state()

    def _made_ports(self, kept: str) -> QComboBox:
        field = choice_field([("", self.tr("None")), *((at, f"{at} – {what}") for at, what in ports())], kept)
        if kept and field.findData(kept) < 0:
            field.addItem(line(kept), kept)
            field.setCurrentIndex(field.count() - 1)
        name_for_readers(field, self.tr("Serial port of the scanner"))
        field.currentIndexChanged.connect(lambda _place: self._choose())
        return field

    def _made_speeds(self, kept: int) -> QComboBox:
        speeds = sorted({*SPEEDS, kept})
        field = choice_field([(speed, self.tr("{n} baud").format(n=speed)) for speed in speeds], kept)
        name_for_readers(field, self.tr("Speed of the scanner"))
        field.currentIndexChanged.connect(lambda _place: self._choose())
        return field

    def _choose(self) -> None:
        port = self.port.currentData()
        address = f"{port}@{self.speed.currentData()}" if port else ""
        if address != self._remembered.scanner:
            self._remembered.scanner = address
            self._remembered.save()
            go(self._listen(address))

    async def _listen(self, address: str) -> None:
        await self._scanner.listen_at(address)
        self._show_state()

    def _show_state(self) -> None:
        if not self._remembered.scanner:
            self._state.setText(self.tr("No serial scanner."))
        elif self._scanner.is_open:
            self._state.setText(self.tr("The scanner is connected."))
        else:
            self._state.setText(self.tr("The scanner is not plugged in; it is tried again every two seconds."))
