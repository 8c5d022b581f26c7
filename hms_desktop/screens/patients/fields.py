"""Fields that only a patient's form has: a birth in any usual writing, and lists of phones and identifiers."""

import datetime as dt
from collections.abc import Mapping, Sequence
from itertools import pairwise

from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hms_desktop.clinic.patients.rules import Birth, age_text, birth_as_typed
from hms_desktop.core.errors import Refused
from hms_desktop.screens.patients.words import birth_words
from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.forms import choice_field, text_field
from hms_desktop.widgets.plain_text import Label, line, name_for_readers
from hms_desktop.widgets.spoken import spoken
from hms_desktop.widgets.theme import Theme

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
        return birth_as_typed(text, self.today, day_first=_day_first())

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
        age = age_text(birth, self.today)
        return self.tr("age {age}").format(age=age) if age else ""

    def _typed(self) -> None:
        self._pause.start()
        self.changed.emit()


def _day_first() -> bool:
    """As this workstation writes its dates, whatever language its windows speak: English is not yet American."""
    return not QLocale.system().dateFormat(QLocale.FormatType.ShortFormat).upper().startswith("M")


class Number:
    """One line of a NumbersField: its stored id, kind and text."""

    def __init__(self, id_: int | None, kind: str, text: str) -> None:
        self.id, self.kind, self.text = id_, kind, text


class NumbersField(QWidget):
    """Any number of lines, each a text and its kind; an empty line counts for nothing, so emptying one removes it."""

    changed = Signal()

    def __init__(
        self, title: str, kinds: Mapping[str, str], add_words: str, *, keys: str, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._kinds = dict(kinds)
        self._lines: list[_Line] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Theme.current().space["hair"])
        self.add = Button(add_words, keys=keys, kind=QUIET, icon="plus")
        self.add.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter and Tab go on to the next field; its key adds a line
        self.add.clicked.connect(lambda: self._add_line(Number(None, next(iter(self._kinds)), "")).edit.setFocus())
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch(1)
        self.put(())

    def numbers(self) -> list[Number]:
        """The lines that hold something."""
        found = [one.number() for one in self._lines]
        return [one for one in found if one.text]

    def put(self, numbers: Sequence[Number]) -> None:
        for one in self._lines:
            one.hide()
            one.deleteLater()
        self._lines.clear()
        for number in numbers or (Number(None, next(iter(self._kinds)), ""),):
            self._add_line(number)
        self.setFocusProxy(self._lines[0].edit)

    def _add_line(self, number: Number) -> "_Line":
        made = _Line(self._title, self._kinds, number)
        made.edit.textChanged.connect(self.changed)
        made.away.clicked.connect(lambda: self._take_out(made))
        self._lines.append(made)
        self._column.insertWidget(self._column.count() - 2, made)
        for before, after in pairwise([part for one in self._lines for part in (one.edit, one.kind)]):
            QWidget.setTabOrder(before, after)
        return made

    def _take_out(self, made: "_Line") -> None:
        if len(self._lines) == 1:
            made.edit.clear()
            made.edit.setFocus()
            return
        self._lines.remove(made)
        made.hide()
        made.deleteLater()
        self.setFocusProxy(self._lines[0].edit)
        self._lines[-1].edit.setFocus()
        self.changed.emit()


class _Line(QWidget):
    def __init__(self, title: str, kinds: Mapping[str, str], number: Number) -> None:
        super().__init__()
        self._id = number.id
        self.kind = choice_field(list(kinds.items()), number.kind)
        self.edit: QLineEdit = text_field(number.text)
        self.away = Button("", kind=QUIET, icon="x")
        self.away.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name_for_readers(self.kind, self.tr("{title}, kind").format(title=line(title)))
        name_for_readers(self.edit, title)
        name_for_readers(self.away, self.tr("Remove this line"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Theme.current().space["hair"])
        row.addWidget(self.edit, 1)
        row.addWidget(self.kind)
        row.addWidget(self.away)

    def number(self) -> Number:
        return Number(self._id, str(self.kind.currentData()), self.edit.text().strip())
