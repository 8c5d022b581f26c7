"""The form in which two people count every controlled medicine of a store: typed, or pack by pack with the scanner."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from PySide6.QtWidgets import QLineEdit, QWidget

from hms_desktop.clinic.dispensing.controlled import Register
from hms_desktop.clinic.medicines.scanning import Scan
from hms_desktop.screens.dispensing.controlled_words import translate
from hms_desktop.screens.scanned import heard, medicine_scanned
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import FormDialog, text_field
from hms_desktop.widgets.scans import Scans

DIGITS = 9


class ControlledCountDialog(FormDialog):
    """One field for each register, empty until something is counted; what should be there is not told.

    A scanned pack counts its units on its medicine, a batch label goes to the field.
    """

    def __init__(
        self,
        desk: Desk,
        registers: Sequence[Register],
        save: Callable[[dict[str, Any]], Awaitable[object]],
        parent: QWidget,
    ) -> None:
        title, word = translate("controlled", "Count the shelf"), translate("controlled", "Sign the count")
        super().__init__(title, word, save, parent=parent)
        self._desk = desk
        self._fields: dict[int, QLineEdit] = {}
        for row in registers:
            asked = translate("controlled", "{medicine}, in {unit}").format(medicine=row.title, unit=row.base_unit)
            self._fields[row.medicine_id] = text_field(longest=DIGITS)
            self.form.add(str(row.medicine_id), asked, self._fields[row.medicine_id])
        self._scans = Scans(self, self.take_scan)
        self._fields[registers[0].medicine_id].setFocus()

    def take_scan(self, text: str) -> bool:
        """Count a pack on its medicine."""
        scan = heard(self.messages, text)
        if scan is not None:
            go(self._count(scan))
        return True

    async def _count(self, scan: Scan) -> None:
        medicine = await medicine_scanned(self._desk.db, self.messages, scan)
        if medicine is None:
            return
        field = self._fields.get(medicine.id)
        if field is None:
            words = translate("controlled", "{name} has no register in this store; put it aside and ask.")
            self.messages.say(words.format(name=medicine.title), "warning")
            return
        self.messages.dismiss()
        field.setFocus()
        counted = field.text().strip()
        if medicine.units and (not counted or counted.isdecimal()):
            field.setText(str(int(counted or 0) + medicine.units))
