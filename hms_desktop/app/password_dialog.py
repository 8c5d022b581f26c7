"""Changing one's own password: the old one is proved by a real connection, the new one leaves only as a verifier."""

from collections.abc import Awaitable, Callable
from uuid import uuid4

from PySide6.QtWidgets import QWidget

from hms_desktop.app.face import labelled, password_field
from hms_desktop.clinic.staff import actions
from hms_desktop.clinic.staff.rules import password_fault
from hms_desktop.core.errors import HmsError
from hms_desktop.widgets.busy import Progress
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Dialog
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.message_bar import MessageBar


class PasswordDialog(Dialog):
    """Calls `verify(old)`; `new_password` is what the person signs in with from now on."""

    def __init__(self, desk: Desk, verify: Callable[[str], Awaitable[None]], parent: QWidget | None = None) -> None:
        sentence = self.tr("At least 10 characters; a short sentence that only you would say is a good one.")
        super().__init__(self.tr("Change your password"), sentence, parent)
        self._desk = desk
        self._verify = verify
        self._intent = uuid4()
        self.new_password = ""
        self.messages, self.progress = MessageBar(), Progress()
        self.body.addWidget(self.messages)
        self.old, self.new, self.again = password_field(), password_field(), password_field()
        labelled(self.body, self.tr("Password until now"), self.old)
        labelled(self.body, self.tr("New password"), self.new)
        labelled(self.body, self.tr("New password once more"), self.again)
        self.body.addWidget(self.progress)
        self.add_cancel()
        self.change = self.add_go(self.tr("Change password"))
        self.change.clicked.connect(lambda: go(self._try()))
        self.old.setFocus()

    async def _try(self) -> None:
        self.messages.dismiss()
        if fault := self._fault():
            self.messages.say(fault, "warning")
            return
        with self.progress.working(self.change, self.tr("Changing the password…")):
            try:
                await self._verify(self.old.text())
                await self._desk.db.run(
                    actions.change_own_password,
                    intent=self._intent,
                    login=self._desk.who.login,
                    password=self.new.text(),
                )
            except HmsError as error:
                self.messages.tell(error)
                return
        self.new_password = self.new.text()
        self.accept()

    def _fault(self) -> str:
        if not self.old.text():
            return self.tr("Type the password that you have used until now.")
        if self.new.text() != self.again.text():
            return self.tr("The two new passwords differ; type them again.")
        return password_fault(self.new.text(), self._desk.who.login)
