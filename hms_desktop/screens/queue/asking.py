"""The short questions of the queue: where a ticket goes on to, and why one is taken off."""

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QWidget

from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.queue.queries import ServiceChoice
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Dialog
from hms_desktop.widgets.forms import Form, choice_field, text_field, value_of
from hms_desktop.widgets.plain_text import line

REASON_LENGTH = 200


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
        self.body.addWidget(form)
        self.add_cancel()
        self.add_go(self.tr("Transfer")).clicked.connect(self.accept)
        self._service.setFocus()

    @classmethod
    async def made(cls, desk: Desk, ticket: str, leaving: int, parent: QWidget | None) -> "TransferDialog":
        """The dialog with every service but the one that the ticket leaves."""
        services = await desk.db.read(organisation.services)
        offered = (ServiceChoice(one.id, one.name, one.prefix) for one in services if one.active)
        return cls(ticket, tuple(one for one in offered if one.service_id != leaving), parent)

    def service(self) -> int:
        return int(self._service.currentData() or 0)

    def reason(self) -> str:
        return str(value_of(self._reason))


class TakeOffDialog(Dialog):
    """Asks why a ticket leaves the queue; the usual reasons are one key away, any other may be typed."""

    def __init__(self, ticket: str, parent: QWidget | None = None) -> None:
        super().__init__(
            QCoreApplication.translate("TakeOffDialog", "Take {ticket} off the queue").format(ticket=ticket),
            QCoreApplication.translate("TakeOffDialog", "The number is not used again. Ctrl+Z takes it back."),
            parent,
        )
        self._reason = QComboBox()
        self._reason.setEditable(True)
        self._reason.setCompleter(None)  # type: ignore[arg-type]  # it would take the first Enter for itself
        self._reason.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        for reason in (self.tr("Patient left"), self.tr("Issued by mistake"), self.tr("Sent elsewhere")):
            self._reason.addItem(line(reason))
        editor = self._reason.lineEdit()
        assert editor is not None  # noqa: S101 - an editable combo box has one
        editor.setMaxLength(REASON_LENGTH)
        form = Form()
        form.add("reason", self.tr("Reason"), self._reason)
        self.body.addWidget(form)
        self.add_cancel()
        self._go = self.add_go(self.tr("Take off"))
        self._go.clicked.connect(self.accept)
        self._reason.editTextChanged.connect(lambda text: self._go.setEnabled(bool(text.strip())))
        self._reason.setFocus()
        editor.selectAll()

    def reason(self) -> str:
        return str(value_of(self._reason))
