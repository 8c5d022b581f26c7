"""A short list in an order of its own, each entry with a small number: Alt+arrows move an entry, + and − change it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from hms_desktop.widgets.plain_text import line
from hms_desktop.widgets.theme import Theme

LEAST, MOST = 1, 9
MOST_SEEN = 7
_VALUE, _WORDS, _NUMBER = (int(Qt.ItemDataRole.UserRole) + place for place in range(3))


class Ranking(QListWidget):
    """Entries of (value, words) that a person puts in order; `value` are (value, number) pairs in that order."""

    changed = Signal()

    def __init__(self, number_words: str, parent: QWidget | None = None) -> None:
        """`number_words` shows an entry's number, such as `{words} · {n} of ten`."""
        super().__init__(parent)
        self._number_words = number_words
        self.setEditTriggers(QListWidget.EditTrigger.NoEditTriggers)
        self.offer(())

    def offer(self, entries: Sequence[tuple[Any, str, int]]) -> None:
        """Show other entries of (value, words, number), in their order."""
        self.clear()
        for value, words, number in entries:
            item = QListWidgetItem(self)
            item.setData(_VALUE, value)
            item.setData(_WORDS, words)
            self._set_number(item, number)
        row = Theme.current().height["row_compact"]
        self.setFixedHeight(row * max(1, min(len(entries), MOST_SEEN)) + 4)
        self.setCurrentRow(0)

    def ranked(self) -> tuple[tuple[Any, int], ...]:
        """The values with their numbers, in the order in which they stand."""
        items = (self.item(row) for row in range(self.count()))
        return tuple((item.data(_VALUE), item.data(_NUMBER)) for item in items)

    def rank(self, pairs: Sequence[tuple[Any, int]]) -> None:
        """Put the entries in the order of `pairs` and give them those numbers."""
        words = {self.item(row).data(_VALUE): self.item(row).data(_WORDS) for row in range(self.count())}
        self.offer([(value, words[value], number) for value, number in pairs if value in words])

    value = Property(list, lambda self: list(self.ranked()), lambda self, pairs: self.rank(pairs))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and step:
            self._move(step)
            return
        change = {"+": 1, "-": -1, "−": -1}.get(event.text(), 0)
        item = self.currentItem()
        if change and item is not None:
            self._set_number(item, min(MOST, max(LEAST, item.data(_NUMBER) + change)))
            self.changed.emit()
            return
        super().keyPressEvent(event)

    def _move(self, step: int) -> None:
        row = self.currentRow()
        if 0 <= row + step < self.count():
            self.insertItem(row + step, self.takeItem(row))
            self.setCurrentRow(row + step)
            self.changed.emit()

    def _set_number(self, item: QListWidgetItem, number: int) -> None:
        item.setData(_NUMBER, number)
        item.setText(line(self._number_words.format(words=item.data(_WORDS), n=number)))
