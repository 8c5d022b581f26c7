"""A colleague agrees to what somebody else is about to do: name and password, at the same desk, nobody signs out.

Where two people sign (the register of controlled medicines), both type their passwords into the one dialog.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from hms_desktop.clinic.staff import actions, queries
from hms_desktop.core.errors import Refused
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.forms import FormDialog, text_field

LONGEST_LOGIN, LONGEST_PASSWORD = 40, 200
OWN = "Nobody agrees to what they do themselves; ask a colleague."
translate = QCoreApplication.translate


class AssentDialog(FormDialog):
    """Closes accepted once the colleague's own connection has written the assent to `intent` and `digest`.

    `sentence` says what is agreed to; with `both` the person at the desk signs as well, with the own password. The
    passwords are forgotten with every attempt.
    """

    def __init__(
        self,
        desk: Desk,
        intent: UUID,
        subject: str,
        digest: bytes,
        *,
        both: bool = False,
        sentence: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(
            translate("assent", "Two people sign") if both else translate("assent", "A colleague must agree"),
            translate("assent", "Sign") if both else translate("assent", "Agree"),
            self._give,
            sentence=sentence or translate("assent", "Somebody else reads this and agrees with their own password."),
            parent=parent,
        )
        self._desk, self._intent, self._subject, self._digest = desk, intent, subject, digest
        self.own = _password_field() if both else None
        self.login = text_field(longest=LONGEST_LOGIN)
        self.password = _password_field()
        if self.own is not None:
            words = translate("assent", "Password of {name}").format(name=desk.who.display_name)
            self.form.add("own", words, self.own)
        self.form.add("login", translate("assent", "Colleague signs in as"), self.login, required=True)
        self.form.add("password", translate("assent", "Colleague's password"), self.password)
        self.colleague = ""
        (self.own or self.login).setFocus()

    async def _give(self, typed: dict[str, Any]) -> None:
        login, password = typed["login"].lower(), self.password.text()
        self.password.clear()
        if login == self._desk.who.login:
            raise Refused("assent.own", OWN, {"field": "login"})
        if self.own is not None:
            await self._sign_oneself(self.own)
        self.password.setFocus()
        await self._assent(login, password)
        self.colleague = login

    async def _sign_oneself(self, field: QLineEdit) -> None:
        own = field.text()
        try:
            await self._assent(self._desk.who.login, own)
        except Refused as refused:
            field.clear()
            raise Refused(refused.code, refused.sentence, {**refused.params, "field": "own"}) from refused

    async def _assent(self, login: str, password: str) -> None:
        await self._desk.db.run_as(
            login, password, actions.give_assent, intent=self._intent, subject=self._subject, digest=self._digest
        )


def _password_field() -> QLineEdit:
    field = text_field(longest=LONGEST_PASSWORD)
    field.setEchoMode(QLineEdit.EchoMode.Password)
    return field


async def colleague_agrees(
    desk: Desk,
    *,
    intent: UUID,
    subject: str,
    content: Mapping[str, Any],
    sentence: str = "",
    parent: QWidget | None = None,
) -> bool:
    """Ask for a colleague's assent to the wish `intent` that holds `content`; whether it was given."""
    digest = await desk.db.read(queries.digest_of, content=content)
    return await _asked(AssentDialog(desk, intent, subject, digest, sentence=sentence, parent=parent))


async def both_sign(
    desk: Desk,
    *,
    intent: UUID,
    subject: str,
    content: Mapping[str, Any],
    sentence: str = "",
    parent: QWidget | None = None,
) -> bool:
    """Ask both people to sign the wish `intent` that holds `content`, in one dialog; whether they did."""
    digest = await desk.db.read(queries.digest_of, content=content)
    return await _asked(AssentDialog(desk, intent, subject, digest, both=True, sentence=sentence, parent=parent))


async def _asked(dialog: AssentDialog) -> bool:
    signed = await ask(dialog)
    dialog.deleteLater()
    return signed
