"""The sign-in: name and password; in the demo also the list of the accounts that were made for it."""

from collections.abc import Awaitable, Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from hms_desktop.app.attempts import WRONG_PASSWORD, Attempts
from hms_desktop.app.face import Face, labelled, password_field
from hms_desktop.clinic.staff.rules import DUTIES
from hms_desktop.core.errors import HmsError, Refused
from hms_desktop.core.settings import Server
from hms_desktop.widgets.buttons import PRIMARY, QUIET, Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.columns import Column
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.message_bar import Message
from hms_desktop.widgets.plain_text import Label
from hms_desktop.widgets.rows_table import RowsModel
from hms_desktop.widgets.table_view import TableView
from hms_desktop.widgets.theme import Theme

if TYPE_CHECKING:
    from hms_desktop.clinic.operations.demo import Account


class SignIn(Face):
    """Asks for name and password and calls `enter(login, password)`, which raises what went wrong."""

    another_server = Signal()

    def __init__(
        self,
        server: Server,
        attempts: Attempts,
        enter: Callable[[str, str], Awaitable[None]],
        *,
        last_login: str = "",
        accounts: "Sequence[Account]" = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Sign in"), self._where(server, bool(accounts)), parent)
        self._attempts = attempts
        self._enter = enter
        self._by_directory = server.by_directory
        self.login = QLineEdit(last_login)
        self.login.setMaxLength(60)
        self.password = password_field()
        labelled(self.card.column, self.tr("Name"), self.login)
        labelled(self.card.column, self.tr("Password"), self.password)
        if server.by_directory:
            hint = self.tr("The password is that of the hospital's directory; with Kerberos leave it empty.")
            self.card.column.addWidget(Label(hint, "muted", wrap=True))
        self.card.column.addWidget(self.progress)
        self.button = Button(self.tr("Sign in"), keys="Return", kind=PRIMARY, cap_only=True)
        self.button.clicked.connect(self.submit)
        self.login.returnPressed.connect(self._on_from_login)
        self.password.returnPressed.connect(self.submit)
        self.card.column.addWidget(self.button)
        self._add_foot(bool(accounts))
        self._accounts = RowsModel["Account"](
            [
                Column(self.tr("Duty"), lambda row: DUTIES[row.duty], width=124, strong=True),
                Column(self.tr("Name"), lambda row: row.login, width=112),
                Column(self.tr("Password"), lambda row: row.password, stretch=True, muted=True),
            ],
            key=lambda row: row.login,
        )
        if accounts:
            self._show_accounts(accounts)

    def _where(self, server: Server, demo: bool) -> str:
        if demo:
            return self.tr("The demo hospital on this computer. Nobody in it is real.")
        place = self.tr("this computer") if server.local else server.host
        return self.tr("{database} on {place}").format(database=server.dbname, place=place)

    def _add_foot(self, demo: bool) -> None:
        foot = QHBoxLayout()
        foot.addStretch(1)
        word = self.tr("Leave the demo…") if demo else self.tr("Another server…")
        other = Button(word, kind=QUIET, icon="server")
        other.clicked.connect(self.another_server)
        foot.addWidget(other)
        self.card.column.addLayout(foot)

    def _show_accounts(self, accounts: "Sequence[Account]") -> None:
        theme = Theme.current()
        card = Card()
        card.setFixedWidth(540)
        card.column.addWidget(Label(self.tr("Who do you want to be?"), "title"))
        hint = self.tr("Enter or a double click signs in. The passwords were made for this computer.")
        card.column.addWidget(Label(hint, "muted", wrap=True))
        self.table = TableView(self.tr("Accounts of the demo"))
        self.table.setModel(self._accounts)
        self._accounts.show(accounts)
        self.table.setFixedHeight(theme.height["row"] * len(accounts) + theme.height["row_compact"] + 4)
        self.table.opened.connect(self._be)
        self.table.chosen.connect(self._fill)
        card.column.addWidget(self.table)
        self.beside.insertWidget(2, card, 0, Qt.AlignmentFlag.AlignVCenter)

    def take_focus(self) -> None:
        (self.password if self.login.text() else self.login).setFocus()

    def submit(self) -> None:
        """Try what was typed."""
        go(self.attempt())

    async def attempt(self) -> None:
        """What the button does; returns when it is known whether it worked."""
        if not self.button.isEnabled():
            return
        self.messages.dismiss()
        if wait := self._attempts.seconds_to_wait():
            self._say_wait(wait)
            return
        if not self.login.text().strip() or not (self.password.text() or self._by_directory):
            self.messages.say(self.tr("Type your name and your password."), "warning")
            self.take_focus()
            return
        with self.progress.working(self.button, self.tr("Signing in…")):
            try:
                await self._enter(self.login.text().strip().lower(), self.password.text())
            except Refused as error:
                if error.code in WRONG_PASSWORD:
                    self._attempts.count_wrong()
                self.password.selectAll()
                self.password.setFocus()
                self.tell(error)
            except HmsError as error:
                self.tell(error)
            else:
                self._attempts.forget()
                self.password.clear()

    def _say_wait(self, seconds: int) -> None:
        sentence = self.tr("Five wrong passwords in a minute; wait {seconds} seconds and try again.")
        self.messages.show_message(Message(sentence.format(seconds=seconds), "warning"))

    def _on_from_login(self) -> None:
        if self.password.text():
            self.submit()
        else:
            self.password.setFocus()

    def _fill(self, row: int) -> None:
        account = self._accounts.row(row)
        if account is not None:
            self.login.setText(account.login)
            self.password.setText(account.password)

    def _be(self, row: int) -> None:
        self._fill(row)
        self.submit()
