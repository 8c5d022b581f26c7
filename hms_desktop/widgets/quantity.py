"""The field of a quantity: what is typed stays as typed, and only a whole number within its limits counts."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QValidator
from PySide6.QtWidgets import QSpinBox, QWidget

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Quantity(QSpinBox):
    """A QSpinBox leaves out each key that it does not want: 1.5 would become 15, and 500 where 100 are held 50.

    This one takes every key. While it shows no whole number from `least` to `most`, `hasAcceptableInput()` is False and
    `value()` is the one of before, so whoever saves asks first (a Form does, and says `sentence()`).
    """

    def __init__(self, least: int, most: int, value: int | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setRange(least, max(most, least))
        self.setGroupSeparatorShown(True)
        self.setValue(least if value is None else value)
        self.selectAll()

    @property
    def least(self) -> int:
        """The smallest number that may be typed."""
        return self.minimum()

    def sentence(self) -> str:
        """What to type instead."""
        least, most = (self.textFromValue(limit) for limit in (self.least, self.maximum()))
        return self.tr("Type a whole number from {least} to {most}.").format(least=least, most=most)

    def validate(self, text: str, at: int) -> tuple[QValidator.State, str, int]:
        number = self.number_in(text)
        if number is not None and self.minimum() <= number <= self.maximum():
            return QValidator.State.Acceptable, text, at
        return QValidator.State.Intermediate, text, at

    def valueFromText(self, text: str) -> int:
        number = self.number_in(text)
        return self.value() if number is None else number

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in _ENTER and not self.hasAcceptableInput():
            event.ignore()  # QSpinBox would show the number of before; whoever hears of the key says why not
            self.lineEdit().returnPressed.emit()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        typed = None if self.hasAcceptableInput() else self.lineEdit().text()
        super().focusOutEvent(event)
        if typed is not None:
            self.lineEdit().setText(typed)

    def number_in(self, text: str) -> int | None:
        """The whole number that `text` is, in the digits of any script; with separators only where they are ours.

        The field's own prefix and suffix, and its word for the smallest number, may stand there too.
        """
        if text and text == self.specialValueText():
            return self.minimum()
        bare = text.removeprefix(self.prefix()).removesuffix(self.suffix()).strip()
        unsigned = bare.removeprefix("-").removeprefix("\N{MINUS SIGN}")
        if unsigned.isdecimal() and len(unsigned) <= len(str(self.maximum())):
            return -int(unsigned) if bare != unsigned else int(unsigned)
        number, whole = self.locale().toInt(bare)
        return number if whole and bare == self.textFromValue(number) else None
