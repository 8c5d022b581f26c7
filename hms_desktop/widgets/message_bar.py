"""One line above the page that says what happened, in words, with a way back where there is one."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QKeySequence,
    QPaintEvent,
    QShortcut,
)
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QWidget

from hms_desktop.core.errors import HmsError, Refused, Stale, Unreachable
from hms_desktop.widgets.buttons import QUIET, Button, Sign
from hms_desktop.widgets.cards import paint_bar
from hms_desktop.widgets.plain_text import Label, line
from hms_desktop.widgets.spoken import spoken
from hms_desktop.widgets.theme import Theme

INFO_SECONDS = 12
_ICONS = {"info": "info", "done": "circle-check", "warning": "triangle-alert", "stop": "octagon-alert"}


@dataclass(frozen=True)
class Message:
    """A sentence in a tone (info, done, warning, stop); `undo` is offered beside it while it is shown."""

    sentence: str
    tone: str = "info"
    undo: Callable[[], object] | None = None
    undo_word: str = ""

    @classmethod
    def of(cls, error: HmsError) -> "Message":
        """What to say of `error`: a rule's no and the server's silence warn, anything else stops."""
        tone = "warning" if isinstance(error, Refused | Stale | Unreachable) else "stop"
        return cls(spoken(error), tone)


def announce(widget: QWidget, sentence: str, *, urgent: bool = False) -> None:
    """Let a screen reader say `sentence`; nothing happens where none listens."""
    event = QAccessibleAnnouncementEvent(widget, line(sentence))
    politeness = QAccessible.AnnouncementPoliteness
    event.setPoliteness(politeness.Assertive if urgent else politeness.Polite)
    QAccessible.updateAccessibility(event)


class MessageBar(QFrame):
    """Shows the newest message: icon, word, sentence, Undo (Ctrl+Z), and Esc puts it away.

    Good news leaves by itself; a refusal stays until it is put away or something newer is said.
    """

    dismissed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._message: Message | None = None
        self._escapes: list[QShortcut] = []
        theme = Theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space["medium"], theme.space["small"], theme.space["small"], theme.space["small"])
        row.setSpacing(theme.space["small"])
        self._icon = Sign()
        self._word = Label(role="strong")
        self._sentence = Label(wrap=True)
        self._sentence.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._undo = Button(self.tr("Undo"), keys="Ctrl+Z", kind=QUIET, icon="undo-2")
        self._undo.clicked.connect(self._take_back)
        self._away = Button("", kind=QUIET, icon="x")
        self._away.setAccessibleName(self.tr("Put this message away"))
        self._away.clicked.connect(self.dismiss)
        for part in (self._icon, self._word):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._undo)
        row.addWidget(self._away)
        self._leave = QTimer(self, singleShot=True, interval=INFO_SECONDS * 1000)
        self._leave.timeout.connect(self.dismiss)
        self.setVisible(False)

    def say(self, sentence: str, tone: str = "info", undo: Callable[[], object] | None = None) -> None:
        self.show_message(Message(sentence, tone, undo))

    def show_message(self, message: Message) -> None:
        self._message = message
        word = self._words()[message.tone]
        self._word.setText(word)
        self._sentence.setText(line(message.sentence))
        self._undo.set_text(message.undo_word or self.tr("Undo"))
        self._undo.setVisible(message.undo is not None)
        self.setAccessibleName(f"{word}: {line(message.sentence)}")
        self._icon.show_icon(_ICONS[message.tone], message.tone)
        self._word.set_tone(message.tone)
        self.update()
        self.setVisible(True)
        self._let_escape(True)
        announce(self, f"{word}: {message.sentence}", urgent=message.tone in ("warning", "stop"))
        if message.tone in ("info", "done"):
            self._leave.start()
        else:
            self._leave.stop()

    def tell(self, error: HmsError) -> None:
        """Say what `error` says."""
        self.show_message(Message.of(error))

    def message(self) -> Message | None:
        """What is being shown."""
        return self._message

    def dismiss(self) -> None:
        """Put the message away; what it spoke of stays done."""
        if self._message is not None:
            self._message = None
            self._leave.stop()
            self.setVisible(False)
            self._let_escape(False)
            self.dismissed.emit()

    def _let_escape(self, mine: bool) -> None:
        for escape in self._escapes:
            escape.setEnabled(mine)

    def listen_for_escape(self, page: QWidget) -> None:
        """Esc anywhere in `page` puts the message away; while there is none, Esc belongs to the page."""
        escape = QShortcut(QKeySequence(Qt.Key.Key_Escape), page)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.setEnabled(self._message is not None)
        escape.activated.connect(self.dismiss)
        self._escapes.append(escape)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_bar(self, self._message.tone if self._message else "info")

    def _take_back(self) -> None:
        message = self._message
        self.dismiss()
        if message is not None and message.undo is not None:
            message.undo()

    def _words(self) -> dict[str, str]:
        return {
            "info": self.tr("Note"),
            "done": self.tr("Done"),
            "warning": self.tr("Not done"),
            "stop": self.tr("Stopped"),
        }


class AwayBanner(QFrame):
    """The sign that the server is away: nothing typed is lost, and it goes by itself when the server answers."""

    retry = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space["large"], theme.space["small"], theme.space["large"], theme.space["small"])
        self._icon = Sign("wifi-off", "stop")
        self._sentence = Label(role="strong", wrap=True)
        self._again = Button(self.tr("Try now"), kind=QUIET, icon="refresh-cw")
        self._again.clicked.connect(self.retry)
        row.addWidget(self._icon)
        row.addWidget(self._sentence, 1)
        row.addWidget(self._again)
        self.setVisible(False)

    def set_away(self, away: bool, sentence: str = "") -> None:
        """Show or take away the sign; announced once each way."""
        if away:
            words = sentence or self.tr("The server does not answer. What you typed is kept; trying again.")
            self._sentence.setText(line(words))
        if away == self.isVisibleTo(self.parentWidget() or self):
            return
        self.setVisible(away)
        announce(self, self._sentence.text() if away else self.tr("The server answers again."), urgent=away)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_bar(self, "stop")
