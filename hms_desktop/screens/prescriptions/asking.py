"""The short questions of prescribing: why one is cancelled, and under which name a line is kept."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from hms_desktop.widgets.dialogs import Dialog
from hms_desktop.widgets.forms import Form, choice_field, text_field, value_of

translate = QCoreApplication.translate
REASON_LENGTH = 500
NAME_LENGTH = 80


class CancelDialog(Dialog):
    """Asks for the reason, which stays on record."""

    def __init__(self, what: str, parent: QWidget | None = None) -> None:
        super().__init__(translate("CancelPrescription", "Cancel the prescription"), what, parent)
        self._reason = text_field(longest=REASON_LENGTH)
        self.form = Form()
        self.form.add("reason", translate("CancelPrescription", "Reason"), self._reason, required=True)
        self.body.addWidget(self.form)
        self.add_cancel(translate("CancelPrescription", "Keep it"))
        words = translate("CancelPrescription", "Cancel the prescription")
        self.add_go(words).clicked.connect(self._go_on)
        self._reason.setFocus()

    def reason(self) -> str:
        return str(value_of(self._reason))

    def _go_on(self) -> None:
        if self.form.complete():
            self.accept()


class FavouriteDialog(Dialog):
    """Asks for the name of a favourite, and whose it is."""

    def __init__(self, medicine: str, department: str, parent: QWidget | None = None) -> None:
        title = translate("FavouriteDialog", "Keep as a favourite")
        super().__init__(title, translate("FavouriteDialog", "One of the same name is replaced."), parent)
        self._name = text_field(medicine[:NAME_LENGTH], longest=NAME_LENGTH)
        self._owner = choice_field(
            [(False, translate("FavouriteDialog", "only mine"))]
            + ([(True, translate("FavouriteDialog", "of {name}").format(name=department))] if department else [])
        )
        self.form = Form()
        self.form.add("name", translate("FavouriteDialog", "Name"), self._name, required=True)
        self.form.add("owner", translate("FavouriteDialog", "Whose"), self._owner)
        self.body.addWidget(self.form)
        self.add_cancel()
        self.add_go(translate("FavouriteDialog", "Keep")).clicked.connect(self._go_on)
        self._name.setFocus()
        self._name.selectAll()

    def name(self) -> str:
        return str(value_of(self._name))

    def for_department(self) -> bool:
        return bool(value_of(self._owner))

    def _go_on(self) -> None:
        if self.form.complete():
            self.accept()
