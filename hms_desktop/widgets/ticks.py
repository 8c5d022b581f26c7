"""A short list where any number of entries can be ticked; Space ticks, the arrows move."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import Property, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hms_desktop.widgets.plain_text import line
from hms_desktop.widgets.theme import Theme

MOST_SEEN = 7
_VALUE = int(Qt.ItemDataRole.UserRole)


class Ticks(QListWidget):
    """Entries of (value, words). `chosen` are the ticked values, in the order of the entries."""

    changed = Signal()

    def __init__(self, entries: Sequence[tuple[Any, str]] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditTriggers(QListWidget.EditTrigger.NoEditTriggers)
        self.itemChanged.connect(lambda _item: self.changed.emit())
        self.offer(entries)

    def offer(self, entries: Sequence[tuple[Any, str]]) -> None:
        """Offer other entries; what was ticked and is still offered stays ticked."""
        kept = set(self.chosen())
        self.blockSignals(True)
        self.clear()
        for value, words in entries:
            item = QListWidgetItem(line(words), self)
            item.setData(_VALUE, value)
            item.setFlags(Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if value in kept else Qt.CheckState.Unchecked)
        self.blockSignals(False)
        row = Theme.current().height["row_compact"]
        self.setFixedHeight(row * max(1, min(len(entries), MOST_SEEN)) + 4)

    def chosen(self) -> tuple[Any, ...]:
        items = (self.item(row) for row in range(self.count()))
        return tuple(item.data(_VALUE) for item in items if item.checkState() == Qt.CheckState.Checked)

    def words(self, value: Any) -> str:
        """The words of an entry; empty where it is not offered."""
        items = (self.item(row) for row in range(self.count()))
        return next((item.text() for item in items if item.data(_VALUE) == value), "")

    def choose(self, values: Iterable[Any]) -> None:
        """Tick exactly `values`."""
        wanted = set(values)
        for row in range(self.count()):
            item = self.item(row)
            ticked = item.data(_VALUE) in wanted
            item.setCheckState(Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)

    value = Property(list, lambda self: list(self.chosen()), lambda self, values: self.choose(values))
