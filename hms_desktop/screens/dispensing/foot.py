"""Below a dispensing sheet: what the patient was told, the sum of what is given, and what can be done with it."""

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.widgets.buttons import PRIMARY, Button
from hms_desktop.widgets.forms import text_field
from hms_desktop.widgets.plain_text import Label, name_for_readers
from hms_desktop.widgets.theme import Theme

NOTE_LENGTH = 1000
translate = QCoreApplication.translate


class SheetFoot(QWidget):
    """The page decides what its buttons do."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        hint = translate("DispensingPage", "What the patient was told (kept with the dispense)")
        self.told = text_field(longest=NOTE_LENGTH, hint=hint)
        name_for_readers(self.told, translate("DispensingPage", "What the patient was told"))
        self.total = Label("", "muted")
        self.change = Button(translate("DispensingPage", "Change line"), keys="F6")
        self.leave = Button(translate("DispensingPage", "Put back"), keys="Escape")
        self.dispense = Button(translate("DispensingPage", "Dispense and print"), keys="Ctrl+Return", kind=PRIMARY)
        row = QHBoxLayout()
        row.setSpacing(theme.space["small"])
        row.addWidget(self.total, 1)
        for button in (self.leave, self.change, self.dispense):
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignVCenter)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.space["medium"])
        column.addWidget(self.told)
        column.addLayout(row)
