"""The short questions of booking: why an appointment is cancelled, and whether its whole course is."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from hms_desktop.clinic.appointments.rules import CANCEL_REASONS, REASON_LENGTH
from hms_desktop.screens.appointments.deeds import Appointment
from hms_desktop.screens.appointments.words import facts_words, patient_words, when_words
from hms_desktop.widgets.dialogs import Dialog
from hms_desktop.widgets.forms import Form, choice_field, text_field, value_of

translate = QCoreApplication.translate
_REASONS = {
    "patient": lambda: translate("appointments", "The patient asked"),
    "doctor_away": lambda: translate("appointments", "The doctor is away"),
    "hospital": lambda: translate("appointments", "The hospital had to"),
    "mistake": lambda: translate("appointments", "Booked by mistake"),
    "other": lambda: translate("appointments", "Another reason"),
}


def cancel_words(key: str) -> str:
    """A reason for cancelling, by its key."""
    return _REASONS[key]() if key in _REASONS else key


class CancelDialog(Dialog):
    """Asks for the reason; Enter takes the usual one."""

    def __init__(self, one: Appointment, *, in_course: bool, parent: QWidget | None = None) -> None:
        super().__init__(
            translate("CancelDialog", "Cancel the appointment"),
            facts_words(patient_words(one), when_words(one.at)),
            parent,
        )
        self._reason = choice_field([(key, cancel_words(key)) for key in CANCEL_REASONS])
        self._note = text_field(longest=REASON_LENGTH)
        self._course = QCheckBox(self.tr("Also every later visit of the course"))
        form = Form()
        form.add("reason", self.tr("Reason"), self._reason)
        form.add("note", self.tr("Note (may stay empty)"), self._note)
        if in_course:
            form.add("course", self.tr("Course of visits"), self._course)
        self.body.addWidget(form)
        self.add_cancel(self.tr("Keep it"))
        self.add_go(self.tr("Cancel the appointment")).clicked.connect(self.accept)
        self._reason.setFocus()

    def reason(self) -> str:
        """A key of rules.CANCEL_REASONS."""
        return str(value_of(self._reason))

    def note(self) -> str:
        return str(value_of(self._note))

    def whole_course(self) -> bool:
        return self._course.isChecked()
