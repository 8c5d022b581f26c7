"""The lock: after minutes without a key or a click the desk is covered, and what was typed waits beneath."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from hms_desktop.app.attempts import WRONG_PASSWORD, Attempts
from hms_desktop.app.face import Face, labelled, password_field
from hms_desktop.core.errors import HmsError, Refused
from hms_desktop.widgets.buttons import PRIMARY, QUIET, Button
from hms_desktop.widgets.desk import Person
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.plain_text import Label

_SIGNS_OF_LIFE = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
    }
)


class IdleWatch(QObject):
    """Emits `idle` when nobody touched the program for `minutes`; 0 minutes never."""

    idle = Signal()

    def __init__(self, minutes: float, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=int(minutes * 60_000))
        self._timer.timeout.connect(self.idle)

    def start(self) -> None:
        application = QCoreApplication.instance()
        if self._timer.interval() > 0 and application is not None:
            application.installEventFilter(self)
            self._timer.start()

    def stop(self) -> None:
        self._timer.stop()
        application = QCoreApplication.instance()
        if application is not None:
            application.removeEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        if event.type() in _SIGNS_OF_LIFE:
            self._timer.start()
        return False


class Locked(Face):
    """Asks the person who locked the desk for the password and calls `verify(password)`.

    Whom Kerberos let in has none to type: the computer's own session proves the person, and must be locked itself.
    """

    unlocked = Signal()
    sign_out = Signal()

    def __init__(
        self,
        who: Person,
        attempts: Attempts,
        verify: Callable[[str], Awaitable[None]],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(self.tr("Locked"), self.tr("Nothing was closed; what was typed is kept for {name}."), parent)
        self.sentence.setText(self.sentence.text().format(name=who.display_name))
        self._attempts = attempts
        self._verify = verify
        self._by_ticket = who.by_ticket
        self.password = password_field()
        if who.by_ticket:
            hint = self.tr("This computer's own session signs you in: lock the computer itself when you leave it.")
            self.card.column.addWidget(Label(hint, "muted", wrap=True))
        else:
            labelled(self.card.column, self.tr("Password of {login}").format(login=who.login), self.password)
        self.card.column.addWidget(self.progress)
        self.button = Button(self.tr("Unlock"), keys="Return", kind=PRIMARY, cap_only=True)
        self.button.clicked.connect(self.submit)
        self.password.returnPressed.connect(self.submit)
        self.card.column.addWidget(self.button)
        foot = QHBoxLayout()
        foot.addStretch(1)
        out = Button(self.tr("Somebody else: sign out, drop what was not saved"), kind=QUIET, icon="log-out")
        out.clicked.connect(self.sign_out)
        foot.addWidget(out)
        self.card.column.addLayout(foot)

    def take_focus(self) -> None:
        (self.button if self._by_ticket else self.password).setFocus()

    def submit(self) -> None:
        go(self.attempt())

    async def attempt(self) -> None:
        """What the button does; returns when it is known whether it worked."""
        if not self.button.isEnabled() or not (self.password.text() or self._by_ticket):
            return
        self.messages.dismiss()
        if wait := self._attempts.seconds_to_wait():
            sentence = self.tr("Five wrong passwords in a minute; wait {seconds} seconds and try again.")
            self.messages.say(sentence.format(seconds=wait), "warning")
            return
        with self.progress.working(self.button, self.tr("Checking the password…")):
            try:
                await self._verify(self.password.text())
            except Refused as error:
                if error.code in WRONG_PASSWORD:
                    self._attempts.count_wrong()
                self.password.selectAll()
                self.tell(error)
            except HmsError as error:
                self.tell(error)
            else:
                self._attempts.forget()
                self.unlocked.emit()
