"""Where do I work? The list of rooms and counters, filtered while one types."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from hms_desktop.clinic.organisation.queries import RoomRow
from hms_desktop.clinic.organisation.rules import ROOM_KINDS
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.dialogs import Dialog
from hms_desktop.widgets.plain_text import name_for_readers
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView


class RoomDialog(Dialog):
    """`room` is what was chosen; None means no room."""

    def __init__(self, rooms: Sequence[RoomRow], chosen_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("Where do you work?"), parent=parent)
        self.room: RoomRow | None = None
        self._rooms = tuple(rooms)
        self.filter = QLineEdit()
        self.filter.setObjectName("room filter")
        self.filter.setPlaceholderText(self.tr("Type to find a room or counter"))
        name_for_readers(self.filter, self.filter.placeholderText())
        self.filter.textChanged.connect(self._narrow)
        self.filter.installEventFilter(self)
        self.model = RowsModel[RoomRow](
            [
                Column(self.tr("Room or counter"), lambda row: row.name, width=180, strong=True),
                Column(self.tr("Kind"), lambda row: ROOM_KINDS[row.kind], width=90, muted=True),
                Column(self.tr("Serves"), lambda row: ", ".join(row.services), stretch=True),
            ],
            key=lambda row: row.id,
        )
        self.table = TableView(self.tr("Rooms and counters"))
        self.table.setModel(self.model)
        self.table.set_empty_text(self.tr("No such room; an administrator adds rooms."))
        self.setMinimumSize(QSize(620, 460).boundedTo(self.screen().availableSize()))
        self.table.opened.connect(self._take)
        self.body.addWidget(self.filter)
        self.body.addWidget(self.table, 1)
        none = self.add_cancel(self.tr("Cancel"))
        none.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.choose = self.add_go(self.tr("Work here"))
        self.choose.clicked.connect(lambda: self._take(self.table.chosen_row()))
        self._narrow("")
        self.table.choose(max(0, self.model.place_of(chosen_id)))
        self.filter.setFocus()

    def _narrow(self, text: str) -> None:
        words = text.casefold().split()
        self.model.show(
            [
                room
                for room in self._rooms
                if all(word in f"{room.name} {' '.join(room.services)}".casefold() for word in words)
            ]
        )
        self.table.choose(0)

    def _take(self, row: int) -> None:
        room = self.model.row(row)
        if room is not None:
            self.room = room
            self.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step:
                last = self.model.rowCount() - 1
                self.table.choose(max(0, min(last, self.table.chosen_row() + step)))
                return True
        return super().eventFilter(watched, event)
