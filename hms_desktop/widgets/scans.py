"""Hears a scanner anywhere on a page: a burst of keys that ends in Enter or Tab is a code, not typing.

Scanners that type write GS1's separator as Ctrl+], as F8, or as an Alt code (Alt held, 0 2 9 on the keypad); all come
out as ASCII 29.
"""

import time
from collections.abc import Callable
from typing import Protocol, cast, runtime_checkable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

GS = "\x1d"
GAP_SECONDS = 0.3
"""Scanners send a key each few milliseconds, slow ones and busy desks included; what is no code is let through."""
QUICK_SECONDS = 0.045
"""No hand is faster, key after key: in a field only keys this close to each other are a code."""
SHORTEST = 6
"""Keys of the shortest code; fewer are a letter that finds a row, and Enter."""
LONGEST = 4096

_ENDS = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab})
_SEPARATORS = frozenset({(Qt.Key.Key_BracketRight, True), (Qt.Key.Key_F8, False)})
"""Keys that stand for GS, and whether Ctrl is held with them."""
_KEYPAD = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.KeypadModifier
_KEYS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)


class Scans(QObject):
    """While `page` is seen, gives whole codes to `take`, which says whether it was one.

    Where it was, the key at its end does nothing else, and a field into which the burst ran holds what it held before.
    """

    def __init__(self, page: QWidget, take: Callable[[str], bool], clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(page)
        self._page, self._take, self._clock = page, take, clock
        self._heard, self._alt, self._composed = "", "", ""
        self._at = 0.0
        self._quick = True
        self._before: tuple[QLineEdit | QPlainTextEdit, str] | None = None
        application = QApplication.instance()
        assert application is not None  # noqa: S101 - a page is a widget
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() not in _KEYS or not isinstance(event, QKeyEvent) or not self._listens(watched):
            return False
        if event.type() == QEvent.Type.ShortcutOverride:
            return self._keep_from_shortcuts(event)
        if event.type() == QEvent.Type.KeyRelease:
            return event.key() == Qt.Key.Key_Alt and self._end_alt_code()
        return self._pressed(cast(QWidget, watched), event)

    def _pressed(self, watched: QWidget, event: QKeyEvent) -> bool:
        composed, self._composed = self._composed, ""
        if event.modifiers() == _KEYPAD and event.text().isdigit():
            self._alt = (self._alt + event.text())[-4:]
            return True
        if composed and event.text() == composed:
            return False  # Windows makes the letter of an Alt code as well
        if event.key() in _ENDS:
            return self._end()
        sign = _sign(event)
        if sign:
            self._hear(watched, sign)
        return False

    def _hear(self, watched: QWidget | None, sign: str) -> None:
        now = self._clock()
        gap = now - self._at
        self._at = now
        if gap > GAP_SECONDS or (gap > QUICK_SECONDS and self._before is not None):
            self._heard, self._before = "", None
        if not self._heard:
            field = _field(watched)
            self._before = (field, _text_of(field)) if field is not None else None
        self._heard = (self._heard + sign)[-LONGEST - 1 :]

    def _end(self) -> bool:
        heard, before = self._heard, self._before
        late = self._clock() - self._at > (GAP_SECONDS if before is None else QUICK_SECONDS)
        self._heard, self._before = "", None
        if late or not SHORTEST <= len(heard) <= LONGEST:
            return False
        if not self._take(heard):
            return False
        if before is not None and _text_of(before[0]) != before[1]:
            _put(*before)
        return True

    def _keep_from_shortcuts(self, event: QKeyEvent) -> bool:
        """In the middle of a burst a separator's key is no shortcut of the page."""
        if not self._heard or self._clock() - self._at > QUICK_SECONDS or _sign(event) != GS:
            return False
        event.accept()
        return True

    def _end_alt_code(self) -> bool:
        code, self._alt = self._alt, ""
        if not code or not 0 < int(code) < 127:
            return False
        self._composed = chr(int(code))
        self._hear(QApplication.focusWidget(), self._composed)
        return True

    def _listens(self, watched: QObject) -> bool:
        """Only a widget of the page itself; a dialog's fields keep what is scanned there, a password's field too."""
        return (
            isinstance(watched, QWidget)
            and watched is QApplication.focusWidget()  # a key that it leaves alone goes on to its parents
            and self._page.isVisible()
            and self._page.isAncestorOf(watched)
            and not (isinstance(watched, QLineEdit) and watched.echoMode() != QLineEdit.EchoMode.Normal)
        )


@runtime_checkable
class TakesScans(Protocol):
    """A page or a dialog that knows what to do with codes."""

    def take_scan(self, text: str) -> bool:
        """Do the obvious with `text`; False where it means nothing here."""


def type_scan(field: QWidget | None, text: str) -> bool:
    """Type a code and Enter into `field` as a scanner that types would; False where it takes no text."""
    if not isinstance(field, QLineEdit) or field.isReadOnly() or field.echoMode() != QLineEdit.EchoMode.Normal:
        return False
    field.insert("".join(letter for letter in text if letter.isprintable())[:LONGEST])
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        QApplication.sendEvent(field, QKeyEvent(kind, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r"))
    return True


def _sign(event: QKeyEvent) -> str:
    """What a key writes into a code; empty for a key that writes nothing."""
    held = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
    if (Qt.Key(event.key()), held) in _SEPARATORS:
        return GS
    return event.text()


def _field(widget: QWidget | None) -> QLineEdit | QPlainTextEdit | None:
    """Where the keys of `widget` become text."""
    if isinstance(widget, QAbstractSpinBox | QComboBox):
        return widget.lineEdit()
    return widget if isinstance(widget, QLineEdit | QPlainTextEdit) else None


def _text_of(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _put(field: QLineEdit | QPlainTextEdit, text: str) -> None:
    field.setText(text) if isinstance(field, QLineEdit) else field.setPlainText(text)
