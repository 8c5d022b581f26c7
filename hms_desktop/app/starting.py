"""What is seen while the demo comes up: which step it is at, never a frozen window."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from hms_desktop.app.face import Face
from hms_desktop.widgets.plain_text import Label, name_for_readers


class Starting(Face):
    """Shows one step after the other; `step` may be called from any thread."""

    _came = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("The demo hospital is opening"), "", parent)
        bar = QProgressBar()
        bar.setRange(0, 0)
        bar.setTextVisible(False)
        name_for_readers(bar, self.tr("Working"))
        self.words = Label(self.tr("Starting the database on this computer…"), "muted", wrap=True)
        self.card.column.addWidget(bar)
        self.card.column.addWidget(self.words)
        self._came.connect(self.words.setText)

    def step(self, words: str) -> None:
        self._came.emit(words)
