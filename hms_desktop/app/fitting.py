"""Whether program and database still fit: asked at each reconnect and knock; what was begun may be finished first."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from hms_desktop.app.signed_in import check_versions
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Misconfigured, Unreachable
from hms_desktop.widgets.buttons import QUIET, Button, Sign
from hms_desktop.widgets.cards import paint_bar
from hms_desktop.widgets.message_bar import announce
from hms_desktop.widgets.plain_text import Label, line
from hms_desktop.widgets.spoken import spoken
from hms_desktop.widgets.theme import Theme

GRACE_SECONDS = 600.0
"""So long somebody may finish what they have begun; then the desk is covered, and what was typed waits beneath."""
LOOK_MS = 500


class Fitting(QObject):
    """`work_left` counts what somebody has begun: entries not saved, open dialogs, changes on their way.

    While there is some, an unfit program only warns; it stops when there is none, or after `grace` seconds.
    """

    warned = Signal(str, int, int)
    """The sentence why not, how much is still to be finished, and in how many seconds it stops all the same."""
    stopped = Signal(str)
    fits_again = Signal()

    def __init__(
        self, db: Database, work_left: Callable[[], int], *, grace: float = GRACE_SECONDS, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._db = db
        self._work_left = work_left
        self._grace = grace
        self._ends: float | None = None
        self.why_stopped = ""
        """The sentence; empty while work may go on."""
        self._why = ""
        self._looks = QTimer(self, interval=LOOK_MS)
        self._looks.timeout.connect(self._look)

    async def check(self) -> None:
        """Ask the database; without an answer nothing changes, and it is asked again when the server comes back."""
        try:
            await check_versions(self._db)
        except Misconfigured as error:
            self._why = spoken(error)
            self._ends = self._ends or time.monotonic() + self._grace
            if self.why_stopped:
                self.stop_now()
            else:
                self._looks.start()
                self._look()
        except Unreachable:
            return
        else:
            self._let_go_on()

    def stop_now(self) -> None:
        """The person is done, or the time is over."""
        self._looks.stop()
        self.why_stopped = self._why
        self.stopped.emit(self._why)

    def end(self) -> None:
        """Look no more."""
        self._looks.stop()

    def _let_go_on(self) -> None:
        was_unfit = bool(self._why)
        self._looks.stop()
        self._ends, self._why, self.why_stopped = None, "", ""
        if was_unfit:
            self.fits_again.emit()

    def _look(self) -> None:
        left = self._work_left()
        seconds = (self._ends or 0.0) - time.monotonic()
        if not left or seconds <= 0:
            self.stop_now()
        else:
            self.warned.emit(self._why, left, round(seconds))


class OutgrownBanner(QFrame):
    """Says that this program will stop, why, and what is to be finished before."""

    done = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.space["large"], theme.space["small"], theme.space["large"], theme.space["small"])
        self._sentence = Label(role="strong", wrap=True)
        stop = Button(self.tr("Stop now"), kind=QUIET)
        stop.clicked.connect(self.done)
        row.addWidget(Sign("triangle-alert", "warning"))
        row.addWidget(self._sentence, 1)
        row.addWidget(stop)
        self.setVisible(False)

    def warn(self, why: str, left: int, seconds: int) -> None:
        """Shown at once, and read aloud once; the numbers follow."""
        rest = self.tr("Finish what you have begun ({n}); this program stops then, or in {minutes} min.")
        words = f"{why} {rest.format(n=left, minutes=max(1, -(-seconds // 60)))}"
        if words != self._sentence.text():
            self._sentence.setText(line(words))
        if self.isHidden():
            self.setVisible(True)
            announce(self, words, urgent=True)

    def sentence(self) -> str:
        return self._sentence.text()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's own name
        paint_bar(self, "warning")
