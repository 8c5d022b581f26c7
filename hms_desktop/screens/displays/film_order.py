"""The films of a playlist in their order: a list to sort, and a choice of what to add to it."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Property, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.forms import choice_field
from hms_desktop.widgets.plain_text import Label, line, name_for_readers
from hms_desktop.widgets.theme import Theme

ROWS_SEEN = 4
_FILM = int(Qt.ItemDataRole.UserRole)


class _Order(QListWidget):
    """Alt with an arrow moves the film, Delete takes it off."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        row = self.currentRow()
        if event.modifiers() & Qt.KeyboardModifier.AltModifier and step:
            if 0 <= row + step < self.count():
                self.insertItem(row + step, self.takeItem(row))
                self.setCurrentRow(row + step)
        elif event.key() == Qt.Key.Key_Delete:
            self.takeItem(row)
        else:
            super().keyPressEvent(event)


class FilmOrder(QWidget):
    """`value` are the ids of the films, in order; the same film may stand there twice."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._films: dict[int, str] = {}
        self.order = _Order()
        self.order.setEditTriggers(QListWidget.EditTrigger.NoEditTriggers)
        self.order.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.order.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.order.setFixedHeight(Theme.current().height["row_compact"] * ROWS_SEEN + 4)
        name_for_readers(self.order, self.tr("Films of this playlist, in their order"))
        self.offered = choice_field([])
        name_for_readers(self.offered, self.tr("Film to add"))
        self.add_button = Button(self.tr("Add"), kind=QUIET, icon="plus")
        self.add_button.clicked.connect(self._add)
        row = QHBoxLayout()
        row.addWidget(self.offered, 1)
        row.addWidget(self.add_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().space["small"])
        column.addWidget(self.order)
        column.addWidget(Label(self.tr("Alt with an arrow key moves a film, Del takes it off."), "small", wrap=True))
        column.addLayout(row)
        self.setFocusProxy(self.order)

    def offer(self, films: Sequence[tuple[int, str]]) -> None:
        """Offer these films of (id, name); those that are listed and gone are taken off."""
        self._films = dict(films)
        chosen = self.offered.currentData()
        self.offered.clear()
        for film_id, name in films:
            self.offered.addItem(line(name), film_id)
        self.offered.setCurrentIndex(max(0, self.offered.findData(chosen)))
        self.add_button.setEnabled(bool(films))
        self.put(self.listed())

    def listed(self) -> list[int]:
        return [self.order.item(row).data(_FILM) for row in range(self.order.count())]

    def name_of(self, film_id: int) -> str:
        """A film's name; empty where it is not offered."""
        return self._films.get(film_id, "")

    def put(self, film_ids: Sequence[int]) -> None:
        """Show these films, in this order."""
        self.order.clear()
        for film_id in film_ids:
            self._append(film_id)
        self.order.setCurrentRow(0)

    def _add(self) -> None:
        film_id: Any = self.offered.currentData()
        if film_id is not None:
            self._append(film_id)
            self.order.setCurrentRow(self.order.count() - 1)
            self.changed.emit()

    def _append(self, film_id: int) -> None:
        if film_id in self._films:
            item = QListWidgetItem(line(self._films[film_id]), self.order)
            item.setData(_FILM, film_id)

    value = Property(list, lambda self: self.listed(), lambda self, films: self.put(films))
