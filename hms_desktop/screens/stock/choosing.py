"""Which store a page of the stock room shows: chosen once, the same on every page of this desk."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hms_desktop.clinic.stock.queries import StoreRow
from hms_desktop.screens.stock.words import translate
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.forms import Choice
from hms_desktop.widgets.plain_text import Label, line, name_for_readers
from hms_desktop.widgets.theme import Theme

_CHOSEN = "store_id"


def chosen_store(desk: Desk) -> int | None:
    """The store that was chosen last at this desk."""
    chosen = desk.property(_CHOSEN)
    return None if chosen is None else int(chosen)


class StoreChoice(QWidget):
    """A labelled list of stores; `whole` adds the entry for all of them, whose id is None."""

    changed = Signal()

    def __init__(self, desk: Desk, *, whole: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._whole = whole
        self._stores: dict[int, StoreRow] = {}
        self.box = Choice()
        self.box.setMinimumWidth(220)
        name_for_readers(self.box, translate("stock", "Store"))
        label = Label(translate("stock", "Store"), "muted")
        label.setBuddy(self.box)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Theme.current().space["small"])
        row.addWidget(label)
        row.addWidget(self.box)
        self.setFocusProxy(self.box)
        self.box.currentIndexChanged.connect(lambda _place: self._chose())

    def offer(self, stores: Sequence[StoreRow]) -> None:
        """Show these stores; what was chosen stays chosen where it still is among them."""
        offered = [row for row in stores if row.active]
        wanted = self.store_id if self.box.count() else chosen_store(self._desk)
        self._stores = {row.id: row for row in offered}
        self.box.blockSignals(True)
        self.box.clear()
        if self._whole:
            self.box.addItem(translate("stock", "All stores"), None)
        for row in offered:
            self.box.addItem(line(row.name), row.id)
        place = -1 if wanted is None else self.box.findData(wanted)
        self.box.setCurrentIndex(max(place, 0) if self.box.count() else -1)
        self.box.blockSignals(False)

    @property
    def store_id(self) -> int | None:
        """The chosen store, None for all of them or while there is none."""
        chosen = self.box.currentData()
        return None if chosen is None else int(chosen)

    @property
    def store(self) -> StoreRow | None:
        return self._stores.get(self.store_id) if self.store_id is not None else None

    def others(self) -> list[tuple[int, str]]:
        """The stores besides the chosen one, for a form."""
        return [(row.id, row.name) for row in self._stores.values() if row.id != self.store_id]

    def choose(self, store_id: int) -> None:
        """Show another store, as if it had been chosen by hand."""
        self.box.setCurrentIndex(max(self.box.findData(store_id), 0))

    def _chose(self) -> None:
        if self.store_id is not None:
            self._desk.setProperty(_CHOSEN, self.store_id)
        self.changed.emit()
