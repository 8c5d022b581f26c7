"""The short questions of the queue: where a ticket goes on to, and why one is taken off."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.patients.queries import Found
from hms_desktop.clinic.queue.queries import ServiceChoice
from hms_desktop.screens.pickers import PatientPicker
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Dialog
from hms_desktop.widgets.forms import Form, choice_field, text_field, value_of
from hms_desktop.widgets.plain_text import caption, line, name_for_readers

REASON_LENGTH = 200


class ReasonChoice(QComboBox):
    """The usual reasons one key away; any other may be typed."""

    def __init__(self, hint: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setCompleter(None)  # type: ignore[arg-type]  # it would take the first Enter for itself
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self._editor().setMaxLength(REASON_LENGTH)
        self._editor().setPlaceholderText(hint)

    def offer(self, reasons: Iterable[str]) -> None:
        """Offer these; the first one stands in the field."""
        self.clear()
        for reason in reasons:
            self.addItem(line(reason))

    def select_all(self) -> None:
        self._editor().selectAll()

    def _editor(self) -> QLineEdit:
        editor = self.lineEdit()
        assert editor is not None  # noqa: S101 - an editable combo box has one
        return editor


def service_words(service: ServiceChoice) -> str:
    """`A · General OPD`."""
    return f"{service.prefix} · {service.name}"


class TransferDialog(Dialog):
    """Asks for the next service; the ticket keeps its number, class and arrival."""

    def __init__(self, ticket: str, services: tuple[ServiceChoice, ...], parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("TransferDialog", "Transfer {ticket}").format(ticket=ticket),
            QCoreApplication.translate("TransferDialog", "The ticket keeps its number and its arrival time."),
            parent,
        )
        self._service = choice_field([(one.service_id, service_words(one)) for one in services])
        self._reason = text_field(longest=REASON_LENGTH)
        form = Form()
        form.add("service", self.tr("Next service"), self._service)
        form.add("reason", self.tr("Reason (may stay empty)"), self._reason)
        back = self.tr("Comes back here afterwards, as after a test")
        self._back = QCheckBox(caption(back))
        name_for_readers(self._back, back)
        self.body.addWidget(form)
        self.body.addWidget(self._back)
        self.add_cancel()
        self.add_go(self.tr("Transfer")).clicked.connect(self.accept)
        self._service.setFocus()

    @classmethod
    async def made(cls, desk: Desk, ticket: str, leaving: int, parent: QWidget | None) -> "TransferDialog":
        """The dialog with every service but the one that the ticket leaves."""
        services = await desk.db.cached(organisation.services)
        offered = (ServiceChoice(one.id, one.name, one.prefix) for one in services if one.active)
        return cls(ticket, tuple(one for one in offered if one.service_id != leaving), parent)

    def service(self) -> int:
        return int(self._service.currentData() or 0)

    def comes_back(self) -> bool:
        return self._back.isChecked()

    def reason(self) -> str:
        return str(value_of(self._reason))


class HolderDialog(Dialog):
    """Asks whose a number is that was taken at the entrance; choosing a patient answers it."""

    def __init__(self, desk: Desk, ticket: str, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("HolderDialog", "Whose is ticket {ticket}?").format(ticket=ticket),
            QCoreApplication.translate("HolderDialog", "Find the patient; who is new is registered first."),
            parent,
        )
        self.patient = 0
        self.picker = PatientPicker(desk)
        self.picker.picked.connect(self._take)
        self.body.addWidget(self.picker)
        self.add_cancel()
        self.picker.setFocus()

    def _take(self, found: Found) -> None:
        self.patient = found.id
        self.accept()


class CloseCounterDialog(Dialog):
    """Asks where the tickets go that wait for this counter alone; nothing is asked where others serve them too."""

    def __init__(self, room: str, services: tuple[ServiceChoice, ...], parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("CloseCounterDialog", "Close {room}").format(room=room),
            QCoreApplication.translate(
                "CloseCounterDialog",
                "Tickets that another open counter serves stay where they are. Choose who takes those that nobody else "
                "serves; they keep their numbers and arrival times. Undo brings them back.",
            ),
            parent,
        )
        nobody = (None, QCoreApplication.translate("CloseCounterDialog", "Nobody: refuse if there are such tickets"))
        self._service = choice_field([nobody, *((one.service_id, service_words(one)) for one in services)])
        form = Form()
        form.add("service", self.tr("Tickets that only this counter serves go to"), self._service)
        self.body.addWidget(form)
        self.add_cancel()
        self.add_go(self.tr("Close the counter")).clicked.connect(self.accept)
        self._service.setFocus()

    @classmethod
    async def made(cls, desk: Desk, room: str, parent: QWidget | None) -> "CloseCounterDialog":
        """The dialog with every service in use."""
        services = await desk.db.cached(organisation.services)
        return cls(room, tuple(ServiceChoice(one.id, one.name, one.prefix) for one in services if one.active), parent)

    def service(self) -> int | None:
        chosen = self._service.currentData()
        return None if chosen is None else int(chosen)


class TakeOffDialog(Dialog):
    """Asks why a ticket leaves the queue; the usual reasons are one key away, any other may be typed."""

    def __init__(self, ticket: str, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("TakeOffDialog", "Take {ticket} off the queue").format(ticket=ticket),
            QCoreApplication.translate("TakeOffDialog", "The number is not used again. Ctrl+Z takes it back."),
            parent,
        )
        self._reason = ReasonChoice()
        self._reason.offer((self.tr("Patient left"), self.tr("Issued by mistake"), self.tr("Sent elsewhere")))
        form = Form()
        form.add("reason", self.tr("Reason"), self._reason)
        self.body.addWidget(form)
        self.add_cancel()
        self._go = self.add_go(self.tr("Take off"))
        self._go.clicked.connect(self.accept)
        self._reason.editTextChanged.connect(lambda text: self._go.setEnabled(bool(text.strip())))
        self._reason.setFocus()
        self._reason.select_all()

    def reason(self) -> str:
        return str(value_of(self._reason))
