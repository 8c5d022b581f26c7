"""The field for a birth, which takes any usual writing and says what it understood."""

import datetime as dt

from PySide6.QtCore import QLocale, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from hms_desktop.clinic.patients.rules import Birth, age_on, birth_as_typed
from hms_desktop.core.errors import Refused
from hms_desktop.screens.age_words import age_words
from hms_desktop.screens.patients.words import birth_words
from hms_desktop.widgets.forms import text_field
from hms_desktop.widgets.plain_text import Label, name_for_readers
from hms_desktop.widgets.spoken import spoken

PAUSE_MS = 250


class BirthField(QWidget):
    """A line that takes `17.5.1990`, `May 1990`, `1990` or `about 40`, and says below what it understood."""

    changed = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.today = dt.date.today()
        self._seen: Birth | None = None
        self.edit = text_field(hint=self.tr("17.5.1990, 5/1990, 1990 or about 40"))
        self.said = Label(role="small")
        name_for_readers(self.edit, title, self.tr("A date, a year, or an age such as about 40"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self.edit)
        column.addWidget(self.said)
        self.setFocusProxy(self.edit)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.say_what_it_means)
        self.edit.textChanged.connect(self._typed)
        self.edit.editingFinished.connect(self.say_what_it_means)

    def birth(self) -> Birth | None:
        """What was meant; Refused where it cannot be understood."""
        text = self.edit.text().strip()
        if self._seen is not None and text == self._seen.display():
            return self._seen
        return birth_as_typed(text, self.today, day_first=day_first())

    def birth_so_far(self) -> Birth | None:
        """The same, None where it cannot be understood yet."""
        try:
            return self.birth()
        except Refused:
            return None

    def put(self, birth: Birth | None) -> None:
        self._seen = birth
        self.edit.setText(birth.display() if birth else "")
        self.say_what_it_means()

    def put_text(self, text: str) -> None:
        """What was typed before, as it was typed."""
        self.edit.setText(text)

    def say_what_it_means(self) -> None:
        """Show the birth and the age that were understood, or why not."""
        self._pause.stop()
        try:
            birth = self.birth()
            words = ", ".join(part for part in (birth_words(birth), self._age(birth)) if part)
            wrong = False
        except Refused as refused:
            words, wrong = spoken(refused), True
        self._say(words, wrong=wrong)

    def refuse(self, sentence: str) -> None:
        """Say why this birth was refused, and go there."""
        self._say(sentence, wrong=True)
        self.edit.setFocus()

    def _say(self, words: str, *, wrong: bool) -> None:
        self.said.setText(words)
        self.said.set_tone("stop" if wrong else "")
        self.edit.setProperty("wrong", wrong)
        self.edit.style().unpolish(self.edit)
        self.edit.style().polish(self.edit)

    def _age(self, birth: Birth | None) -> str:
        age = age_words(age_on(birth, self.today))
        return self.tr("age {age}").format(age=age) if age else ""

    def _typed(self) -> None:
        self._pause.start()
        self.changed.emit()


def day_first() -> bool:
    """As this workstation writes its dates, whatever language its windows speak: English is not yet American."""
    return not QLocale.system().dateFormat(QLocale.FormatType.ShortFormat).upper().startswith("M")
