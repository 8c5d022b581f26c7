"""The cover for a database that this program must not use: one sentence, and what was typed waits beneath."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hms_desktop.app.face import Face
from hms_desktop.widgets.buttons import PRIMARY, QUIET, Button


class Blocked(Face):
    """Asked again after each reconnect, and when `again` is pressed."""

    again = Signal()
    sign_out = Signal()

    def __init__(self, sentence: str, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("This program and the database do not fit"), sentence, parent)
        row = QHBoxLayout()
        out = Button(self.tr("Sign out"), kind=QUIET, icon="log-out")
        out.clicked.connect(self.sign_out)
        self._again = Button(self.tr("Check again"), keys="F5", kind=PRIMARY)
        self._again.clicked.connect(self.again)
        row.addWidget(out)
        row.addStretch(1)
        row.addWidget(self._again)
        self.card.column.addLayout(row)

    def say(self, sentence: str) -> None:
        self.sentence.setText(sentence)

    def take_focus(self) -> None:
        self._again.setFocus()
