"""Forms: labelled fields with the reason for a refusal right below the field that caused it."""

import datetime as dt
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

from PySide6.QtCore import QDate, Qt, QTime
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDateEdit,
    QGridLayout,
    QLineEdit,
    QPlainTextEdit,
    QSpinBox,
    QTimeEdit,
    QWidget,
)

from hms_desktop.core.errors import HmsError
from hms_desktop.widgets.busy import Progress
from hms_desktop.widgets.dialogs import Dialog
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.message_bar import MessageBar
from hms_desktop.widgets.moments import TIME
from hms_desktop.widgets.plain_text import Label, caption, line, name_for_readers
from hms_desktop.widgets.quantity import Quantity
from hms_desktop.widgets.spoken import spoken
from hms_desktop.widgets.theme import Theme

LONGEST = 1000
DATE_FORM = "yyyy-MM-dd"
"""How a day is typed: no reader takes its month for its day."""
_INSET = 7
_LEAST_CHOICE, _LIST_EDGES = 100, 40  # pixels; the edges are a list's frame and scroll bar


def text_field(text: str = "", *, longest: int = LONGEST, hint: str = "") -> QLineEdit:
    """A line of plain text."""
    field = QLineEdit(text)
    field.setMaxLength(longest)
    field.setPlaceholderText(hint)
    return field


def date_field(day: dt.date | None = None) -> QDateEdit:
    """A day, typed as year, month and day in every language; today where none is given."""
    field = QDateEdit(QDate.currentDate() if day is None else QDate(day.year, day.month, day.day))
    write_as(field, DATE_FORM)
    return field


def time_field() -> QTimeEdit:
    """A time of day, typed as hour and minute in every language."""
    field = QTimeEdit()
    write_as(field, TIME)
    return field


def write_as(field: QDateEdit | QTimeEdit, form: str) -> None:
    """Show a day or a time in Qt's `form`, from whichever side lines run.

    Qt turns the parts round where they run from the right, and half past eight would stand there as 30:08.
    """
    field.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    field.setDisplayFormat(form)
    field.unsetLayoutDirection()


class Choice(QComboBox):
    """A choice that the mouse wheel changes only while it has the focus: scrolling a form alters nothing."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def yield_room(self) -> None:
        """Let it become narrower than its longest words; its list shows them whole."""
        self.setMinimumWidth(_LEAST_CHOICE)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def showPopup(self) -> None:
        self.view().setMinimumWidth(self.view().sizeHintForColumn(0) + _LIST_EDGES)
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()


def choice_field(choices: Sequence[tuple[Any, str]], chosen: Any = None) -> Choice:
    """A choice of (value, words)."""
    field = Choice()
    for value, words in choices:
        field.addItem(line(words), value)
    place = next((place for place, (value, _) in enumerate(choices) if value == chosen), 0)
    field.setCurrentIndex(place if choices else -1)
    return field


def value_of(field: QWidget) -> Any:
    """What stands in a field: text (trimmed), a choice's value, a tick, a number, a date or a time."""
    if isinstance(field, QLineEdit):
        return field.text().strip()
    if isinstance(field, QPlainTextEdit):
        return field.toPlainText().strip()
    if isinstance(field, QComboBox):
        return field.currentText().strip() if field.isEditable() else field.currentData()
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, QSpinBox):
        return field.value()
    if isinstance(field, QTimeEdit):
        return field.time().toPython()
    if isinstance(field, QDateEdit):
        return field.date().toPython()
    return field.property("value")


def put_value(field: QWidget, value: Any) -> None:
    """The opposite of `value_of`."""
    if isinstance(field, QLineEdit):
        field.setText("" if value is None else str(value))
    elif isinstance(field, QPlainTextEdit):
        field.setPlainText("" if value is None else str(value))
    elif isinstance(field, QComboBox):
        field.setCurrentIndex(field.findData(value))
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, QSpinBox):
        field.setValue(int(value))
    elif isinstance(field, QTimeEdit):
        field.setTime(QTime(value.hour, value.minute, value.second))
    elif isinstance(field, QDateEdit):
        field.setDate(QDate(value.year, value.month, value.day))
    else:
        field.setProperty("value", value)


class Form(QWidget):
    """Fields by name, each with its label above and room for one sentence below; two columns where asked."""

    def __init__(self, *, columns: int = 1, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._columns = columns
        self._fields: dict[str, QWidget] = {}
        self._titles: dict[str, str] = {}
        self._errors: dict[str, Label] = {}
        self._required: set[str] = set()
        self._begun: dict[str, Any] = {}
        self._place = 0
        theme = Theme.current()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.space["large"])
        self._grid.setVerticalSpacing(theme.space["hair"])
        for column in range(columns):
            self._grid.setColumnStretch(column, 1)

    def add(
        self,
        name: str,
        title: str,
        field: QWidget,
        *,
        required: bool = False,
        wide: bool = False,
        hint: str = "",
        bare: bool = False,
    ) -> QWidget:
        """Add `field`; a `wide` one takes a whole row. Required ones say so in words.

        A `bare` one shows no label of its own, because what stands above it says the same.
        """
        if wide and self._place % self._columns:
            self._place += 1
        row, column = divmod(self._place, self._columns)
        span = self._columns if wide else 1
        words = title if not required else self.tr("{title} (required)").format(title=title)
        label = Label(caption(words), "small")
        if bare:
            label.setVisible(False)
        error = Label(role="small", wrap=True)
        error.set_tone("stop")
        error.setVisible(False)
        if isinstance(field, QSpinBox | QDateEdit | QTimeEdit):
            field.lineEdit().setTextMargins(_INSET, 0, _INSET, 0)  # which no style sheet can reach
            name_for_readers(field.lineEdit(), words, hint)
        label.setBuddy(field)
        name_for_readers(field, words, hint)
        for step, part in enumerate((label, field, error)):
            self._grid.addWidget(part, row * 4 + step, column, 1, span)
        self._grid.setRowMinimumHeight(row * 4 + 3, Theme.current().space["hair"])
        self._fields[name], self._titles[name], self._errors[name] = field, title, error
        if required:
            self._required.add(name)
        self._begun[name] = value_of(field)
        self._place += self._columns if wide else 1
        return field

    def field(self, name: str) -> QWidget:
        return self._fields[name]

    def values(self) -> dict[str, Any]:
        """What stands in every field."""
        return {name: value_of(field) for name, field in self._fields.items()}

    def put(self, **values: Any) -> None:
        for name, value in values.items():
            put_value(self._fields[name], value)
        self._begun = self.values()

    def touched(self) -> bool:
        """Whether anything was typed since the fields were added or last `put`."""
        return self.values() != self._begun

    def show_error(self, name: str, sentence: str) -> bool:
        """Say `sentence` below field `name` and go there; False where the form has no such field."""
        if name not in self._fields:
            return False
        self._errors[name].setText(line(sentence))
        self._errors[name].setVisible(True)
        self._mark(name, True)
        self._fields[name].setAccessibleDescription(line(sentence))
        self._fields[name].setFocus()
        return True

    def clear_errors(self) -> None:
        for name, label in self._errors.items():
            if not label.isHidden():
                label.setVisible(False)
                self._mark(name, False)
                self._fields[name].setAccessibleDescription("")

    def complete(self) -> bool:
        """Whether every required field is filled and every quantity is one; marks the first that is not."""
        self.clear_errors()
        for name, field in self._fields.items():
            if isinstance(field, Quantity) and field.isEnabled() and not field.hasAcceptableInput():
                return not self.show_error(name, field.sentence())
            if name in self._required and value_of(self._fields[name]) in ("", None):
                sentence = self.tr("Fill in: {title}.").format(title=self._titles[name])
                return not self.show_error(name, sentence)
        return True

    def _mark(self, name: str, wrong: bool) -> None:
        field = self._fields[name]
        field.setProperty("wrong", wrong)
        field.style().unpolish(field)
        field.style().polish(field)


class FormDialog(Dialog):
    """A form in a dialog that closes only after `save(values)` succeeded; a refusal leaves everything as typed.

    Left by Esc it keeps what was typed: `ask` it again and everything is there. An HmsError whose params hold `field`
    is shown below that field, any other one in the dialog's own bar.
    """

    def __init__(
        self,
        title: str,
        save_word: str,
        save: Callable[[dict[str, Any]], Awaitable[object]],
        *,
        sentence: str = "",
        columns: int = 1,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(title, sentence, parent)
        self._save = save
        self._saving = False
        self.result_value: object = None
        self.messages = MessageBar()
        self.form = Form(columns=columns)
        self.progress = Progress()
        for part in (self.messages, self.form, self.progress):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.add_cancel()
        self.go = self.add_go(save_word)
        self.go.clicked.connect(lambda: go(self._try_to_save()))

    async def _try_to_save(self) -> None:
        if self._saving:
            return  # Enter was pressed twice
        self.messages.dismiss()
        if not self.form.complete():
            return
        self._saving = True
        try:
            with self.progress.working(self.go, self.tr("Saving…")):
                self.result_value = await self._save(self.form.values())
        except HmsError as error:
            if not self.form.show_error(str(error.params.get("field", "")), spoken(error)):
                self.messages.tell(error)
            return
        finally:
            self._saving = False
        self.accept()
