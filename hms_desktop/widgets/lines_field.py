"""Any number of lines of the same parts: phones, policies, allergies; an empty line counts for nothing."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QCompleter, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.forms import choice_field, put_value, text_field, value_of
from hms_desktop.widgets.plain_text import Label, line, name_for_readers
from hms_desktop.widgets.theme import Theme

PAUSE_MS = 250


@dataclass(frozen=True)
class Part:
    """One field of each line: a choice of (value, words) where `choices` are given, else a text.

    `stretch` 0 makes it `width` pixels wide. `suggestions` are offered while a text is typed.
    """

    name: str
    title: str
    choices: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    longest: int = 1000
    stretch: int = 1
    width: int = 0
    suggestions: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """What stands in one line, by the names of its parts; `id` is whatever the line was put with."""

    values: Mapping[str, str]
    id: int | None = None


@dataclass(frozen=True)
class Remark:
    """What is said below a line, in a tone of the theme."""

    words: str = ""
    tone: str = ""


Remarks = Callable[[Mapping[str, str]], Remark]


@dataclass
class _Row:
    id: int | None
    widget: QWidget
    said: Label
    fields: dict[str, QLineEdit | QComboBox] = field(default_factory=dict)

    def values(self) -> dict[str, str]:
        return {name: str(value_of(part) or "") for name, part in self.fields.items()}


class LinesField(QWidget):
    """The first part of a line is a text, and the line counts where any of its texts is filled.

    A key adds a line; emptying its texts takes one out, and so does the cross behind it.
    """

    changed = Signal()
    relaid = Signal()
    """A line came or went: who holds this field puts `in_order` into the order of the Tab key."""

    def __init__(
        self,
        title: str,
        parts: Sequence[Part],
        add_words: str,
        *,
        keys: str = "",
        remarks: Remarks | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._title = title
        self._parts = tuple(parts)
        self._remarks = remarks
        self._rows: list[_Row] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Theme.current().space["hair"])
        self.add = Button(add_words, keys=keys, kind=QUIET, icon="plus")
        self.add.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # Enter and Tab go on to the next field; its key adds a line
        self.add.clicked.connect(lambda: self._first(self._add(self.fresh())).setFocus())
        self._column.addWidget(self.add, 0, Qt.AlignmentFlag.AlignLeading)
        self._column.addStretch(1)
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.say_remarks)
        self.changed.connect(self._pause.start)
        self.put(())

    def lines(self) -> list[Line]:
        """The lines that hold something."""
        found = [
            Line({name: str(value_of(part) or "") for name, part in row.fields.items()}, row.id) for row in self._rows
        ]
        texts = [part.name for part in self._parts if not part.choices]
        return [one for one in found if any(one.values[name] for name in texts)]

    def put(self, lines: Sequence[Line]) -> None:
        """Show these lines, or one empty line where there are none."""
        for row in self._rows:
            row.widget.hide()
            row.widget.deleteLater()
        self._rows.clear()
        for one in lines or (self.fresh(),):
            self._add(one)
        self.setFocusProxy(self._first(self._rows[0]))
        self.say_remarks()

    def fields(self, place: int) -> Mapping[str, QLineEdit | QComboBox]:
        """The fields of one line by the names of their parts."""
        return self._rows[place].fields

    def in_order(self) -> list[QWidget]:
        """The fields of all lines, as the Tab key should visit them."""
        return [part for row in self._rows for part in row.fields.values()]

    def count(self) -> int:
        """How many lines are shown, empty ones too."""
        return len(self._rows)

    def say_remarks(self) -> None:
        """Say below each line what there is to say of it."""
        self._pause.stop()
        if self._remarks is None:
            return
        for row in self._rows:
            remark = self._remarks(row.values())
            row.said.setText(line(remark.words))
            row.said.set_tone(remark.tone)
            row.said.setVisible(bool(remark.words))
            self._first(row).setAccessibleDescription(line(remark.words))

    def fresh(self) -> Line:
        """A line with nothing in it yet."""
        return Line({part.name: part.choices[0][0] if part.choices else "" for part in self._parts})

    def _first(self, row: _Row) -> QWidget:
        return row.fields[self._parts[0].name]

    def _add(self, one: Line) -> _Row:
        row = self._made_row(one)
        self._rows.append(row)
        self._column.insertWidget(self._column.count() - 2, row.widget)
        self.relaid.emit()
        return row

    def _made_row(self, one: Line) -> _Row:
        hair = Theme.current().space["hair"]
        row = _Row(one.id, QWidget(), Label(role="small", wrap=True))
        column, across = QVBoxLayout(row.widget), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        across.setSpacing(hair)
        for part in self._parts:
            made = self._made_field(part, one.values.get(part.name, ""))
            row.fields[part.name] = made
            across.addWidget(made, part.stretch)
        away = Button("", kind=QUIET, icon="x")
        away.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        name_for_readers(away, self.tr("Remove this line"))
        away.clicked.connect(lambda: self._take_out(row))
        across.addWidget(away)
        column.addLayout(across)
        column.addWidget(row.said)
        row.said.setVisible(False)
        return row

    def _made_field(self, part: Part, value: str) -> QLineEdit | QComboBox:
        made: QLineEdit | QComboBox
        if part.choices:
            made = choice_field(part.choices, value)
            if made.findData(value) < 0 and value:
                made.addItem(line(value), value)
                put_value(made, value)
            made.currentIndexChanged.connect(self.changed)
        else:
            made = text_field(value, longest=part.longest, hint=part.hint)
            if part.suggestions:
                completer = QCompleter(list(part.suggestions), made)
                completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
                completer.setFilterMode(Qt.MatchFlag.MatchContains)
                made.setCompleter(completer)
            made.textChanged.connect(self.changed)
        if part.width:
            made.setFixedWidth(part.width)
        name_for_readers(made, self._title if part is self._parts[0] else f"{self._title}, {part.title}")
        return made

    def _take_out(self, row: _Row) -> None:
        if len(self._rows) == 1:
            for part in row.fields.values():
                if isinstance(part, QLineEdit):
                    part.clear()
            self._first(row).setFocus()
            return
        self._rows.remove(row)
        row.widget.hide()
        row.widget.deleteLater()
        self.setFocusProxy(self._first(self._rows[0]))
        self._first(self._rows[-1]).setFocus()
        self.changed.emit()
