"""Recalling a lot by its name, whether the house has any of it or not: a pack's code fills in medicine and lot."""

from typing import Any

from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.medicines.queries import find_medicines
from hms_desktop.clinic.medicines.scanning import Scan, read_scan
from hms_desktop.clinic.stock import actions
from hms_desktop.core.errors import Refused
from hms_desktop.screens.pickers import MedicinePicker
from hms_desktop.screens.stock.words import number, translate
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.forms import FormDialog, text_field
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.scans import Scans
from hms_desktop.widgets.wishes import Wishes

REASON_LENGTH, LOT_LENGTH = 500, 60
WIDTH = 700


class RecallLotDialog(FormDialog):
    """Which medicine, which lot, and why; `said` tells afterwards what came of it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("stock", "Recall a lot"),
            translate("stock", "Recall"),
            self._recall,
            sentence=translate(
                "stock", "Every batch of it is frozen in all stores at once, and so is what comes of it later."
            ),
            parent=parent,
        )
        self._desk, self._wishes, self._reading = desk, Wishes(desk), Latest()
        self._medicine: tuple[int, str] | None = None
        self.said = ""
        self.picker = MedicinePicker(desk, rows=4)
        self.picker.picked.connect(lambda found: self._take(found.id, found.title))
        self._chosen = Label(translate("stock", "No medicine is chosen yet."), "strong")
        self.body.insertWidget(1, self.picker)
        self.body.insertWidget(2, self._chosen)
        self.setMinimumWidth(WIDTH)
        self.form.add("lot", translate("stock", "Lot"), text_field(longest=LOT_LENGTH), required=True)
        self.form.add("reason", translate("stock", "Reason"), text_field(longest=REASON_LENGTH), required=True)
        self._scans = Scans(self, self.take_scan)
        self.picker.setFocus()

    def take_scan(self, text: str) -> bool:
        """A pack's code names medicine and lot."""
        try:
            scan = read_scan(text)
        except Refused as refused:
            self.messages.tell(refused)
            return True
        if scan.gtin:
            self._reading.ask(self.take_pack(scan))
        return bool(scan.gtin)

    async def take_pack(self, scan: Scan) -> None:
        """Fill in what a scanned pack says."""
        found = await self._desk.db.read(find_medicines, text=scan.gtin, limit=1, also_closed=True)
        if not found:
            words = translate("stock", "No pack with the code {gtin} is in the catalogue.")
            self.messages.say(words.format(gtin=scan.gtin), "warning")
            return
        self.form.put(**{**self.form.values(), "lot": scan.lot})
        self._take(found[0].id, found[0].title)

    def _take(self, medicine: int, title: str) -> None:
        self._medicine = (medicine, title)
        self._chosen.setText(title)
        self.form.field("reason" if self.form.values()["lot"] else "lot").setFocus()

    async def _recall(self, typed: dict[str, Any]) -> None:
        if self._medicine is None:
            raise Refused("stock.no_medicine", translate("stock", "Choose the medicine whose lot is recalled."))
        medicine, title = self._medicine
        frozen = await self._wishes.run(actions.recall_lot, medicine=medicine, lot=typed["lot"], reason=typed["reason"])
        words = (
            translate("stock", "Lot {lot} of {medicine} is recalled; batches frozen: {n}.")
            if frozen
            else translate(
                "stock", "Lot {lot} of {medicine} is recalled. None of it is in the house; what comes is frozen."
            )
        )
        self.said = words.format(lot=typed["lot"], medicine=title, n=number(frozen))

    def done(self, result: int) -> None:
        self._reading.drop()
        super().done(result)
