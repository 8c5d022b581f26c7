"""Which serial line this workstation's scanner is plugged into; a scanner that types needs no choice."""

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from hms_desktop.app.remembered import Remembered
from hms_desktop.core.scanners import is_address, ports
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import Choice
from hms_desktop.widgets.plain_text import Label, line, name_for_readers
from hms_desktop.widgets.scanner_line import ScannerLine


class ScannerChoice(Card):
    """Takes effect at once and belongs to the workstation, whoever sits at it."""

    def __init__(self, scanner: ScannerLine, remembered: Remembered, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._scanner, self._remembered = scanner, remembered
        self.column.addWidget(Label(self.tr("Scanner at this workstation"), "strong"))
        self.port = self._made_port()
        self.column.addWidget(self.port)
        self._state = Label("", "muted", wrap=True)
        self.column.addWidget(self._state)
        words = self.tr("A scanner that types as a keyboard does works everywhere without a choice.")
        self.column.addWidget(Label(words, "muted", wrap=True))
        scanner.opened.connect(self._show_state)
        self._show_state()

    def _made_port(self) -> QComboBox:
        field, entry = Choice(), QLineEdit()
        field.setLineEdit(entry)
        field.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        name_for_readers(field, self.tr("Serial port of the scanner"))
        field.addItem(self.tr("None"), "")
        for address, plugged in ports():
            field.addItem(line(f"{address} – {plugged}"), address)
        kept = self._remembered.scanner
        place = field.findData(kept)
        field.setCurrentIndex(max(place, 0))
        if place < 0:
            field.setEditText(kept)
        entry.setMaxLength(100)
        entry.setPlaceholderText("COM3@9600")
        entry.editingFinished.connect(self._choose)
        field.activated.connect(lambda _place: self._choose())
        return field

    def _choose(self) -> None:
        typed = self.port.currentText().strip()
        place = self.port.findText(typed)
        address = self.port.itemData(place) if place >= 0 else typed
        if address and not is_address(address):
            self._state.setText(self.tr("Type the serial port, such as COM3 or /dev/ttyACM0@115200."))
        elif address != self._remembered.scanner:
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
