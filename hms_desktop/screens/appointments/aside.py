"""The card beside the calendar: the chosen place or appointment, and what can be done about it by which key."""

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.appointments.queries import SessionBlock
from hms_desktop.clinic.appointments.rules import State
from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.screens.age_words import age_words
from hms_desktop.screens.appointments.deeds import Appointment
from hms_desktop.screens.appointments.sheets import Place
from hms_desktop.screens.appointments.words import (
    date_words,
    facts_words,
    patient_words,
    span_words,
    state_tone,
    state_words,
    when_words,
)
from hms_desktop.widgets.buttons import PLAIN, PRIMARY, QUIET, Button
from hms_desktop.widgets.calendar_sheet import Slot
from hms_desktop.widgets.cards import Card, Chip
from hms_desktop.widgets.plain_text import ElidedLabel, Label, name_for_readers
from hms_desktop.widgets.theme import Theme

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Doing:
    """One thing that can be done with an appointment: its key on the keyboard, and in which states it is offered."""

    words: Callable[[], str]
    keys: str
    states: frozenset[str]
    kind: str = PLAIN


ENTER = "Return"
_ANY = frozenset(State)
DOINGS: dict[str, Doing] = {
    "check_in": Doing(lambda: translate("appointments", "Check in"), ENTER, frozenset({State.BOOKED}), PRIMARY),
    "move": Doing(lambda: translate("appointments", "Move"), "M", frozenset({State.BOOKED})),
    "cancel": Doing(lambda: translate("appointments", "Cancel"), "Del", frozenset({State.BOOKED, State.HELD})),
    "no_show": Doing(lambda: translate("appointments", "No-show"), "F10", frozenset({State.BOOKED})),
    "print": Doing(lambda: translate("appointments", "Print slip"), "Ctrl+P", frozenset({State.BOOKED, State.ARRIVED})),
    "unarrive": Doing(lambda: translate("appointments", "Not here after all"), "", frozenset({State.ARRIVED})),
    "restore": Doing(lambda: translate("appointments", "Book again"), "", frozenset({State.NO_SHOW, State.CANCELLED})),
    "patient": Doing(lambda: translate("appointments", "Show the patient"), "", _ANY, QUIET),
}
"""What the card offers, in the order of its buttons."""


class ChosenCard(Card):
    """Shows one place or one appointment. `wanted` names what the person asked for: book, overbook or one of DOINGS."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        name_for_readers(self, self.tr("Chosen"))
        theme = Theme.current()
        self.column.setContentsMargins(*(2 * (theme.space["large"], theme.space["medium"])))
        self._title, self._when = ElidedLabel(role="title"), Label(role="strong", wrap=True)
        self._where, self._facts = Label(role="muted", wrap=True), Label(role="muted", wrap=True)
        self._reason, self._chip = Label(wrap=True), Chip()
        words = QVBoxLayout()
        words.setSpacing(2)
        for part in (self._title, self._when, self._where, self._facts, self._reason):
            words.addWidget(part)
        chips = QHBoxLayout()
        chips.addWidget(self._chip)
        chips.addStretch(1)
        words.addLayout(chips)
        self.column.addLayout(words)
        self.book = Button(self.tr("Book"), keys=ENTER, kind=PRIMARY, cap_only=True)
        self.overbook = Button(self.tr("Book on top"), keys="F8")
        self.put = Button(self.tr("Put here"), keys=ENTER, kind=PRIMARY, cap_only=True)
        self.buttons: dict[str, Button] = {"put": self.put, "book": self.book, "overbook": self.overbook}
        for name, doing in DOINGS.items():
            self.buttons[name] = Button(doing.words(), keys=doing.keys, kind=doing.kind, cap_only=True)
            if doing.keys and doing.keys != ENTER:
                self._listen(doing.keys, name)
        self._lay_out()
        for name, button in self.buttons.items():
            button.clicked.connect(lambda _checked=False, name=name: self.wanted.emit(name))
        self.show_nothing("")

    def _listen(self, keys: str, name: str) -> None:
        """Do it at once: a button that is pressed by its own shortcut shows so first, and the next key is quicker."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.activated.connect(lambda: self._press(name))

    def _press(self, name: str) -> None:
        if self.buttons[name].isVisible():
            self.buttons[name].click()

    def _lay_out(self) -> None:
        for name in ("put", "book", "check_in"):
            self.column.addWidget(self.buttons[name])
        grid = QGridLayout()
        grid.setSpacing(Theme.current().space["small"])
        for place, name in enumerate(("move", "cancel", "no_show", "print")):
            grid.addWidget(self.buttons[name], place // 2, place % 2)
        self.column.addLayout(grid)
        for name in ("overbook", "unarrive", "restore", "patient"):
            self.column.addWidget(self.buttons[name])

    def show_nothing(self, sentence: str) -> None:
        """Nothing is chosen; the sentence says what to do."""
        self._show("", sentence, "", "", "")
        self._offer(set())

    def show_place(self, slot: Slot, block: SessionBlock, carried: str, *, may_overbook: bool) -> None:
        """A place that could be taken: by `carried`, who is being moved, or by somebody new."""
        place = slot.key
        assert isinstance(place, Place)  # noqa: S101 - the sheets of this area make every slot
        doctor = facts_words(block.doctor, block.room)
        free = self.tr("{free} of {places} free").format(free=slot.free, places=block.capacity)
        if not slot.open:
            free = block.note or self.tr("closed") if not block.open else self.tr("past")
        if block.overbook:
            top = self.tr("{used} of {most} on top").format(used=block.overbooked, most=block.overbook)
            free = facts_words(free, top)
        span = span_words(place.at, place.until)
        self._show(span, date_words(block.on_date, "dddd d MMMM yyyy"), block.clinic, doctor, free)
        if carried:
            self._reason.setText(
                self.tr("Moving {patient}. Enter puts it here, Esc leaves it.").format(patient=carried)
            )
            self._offer({"put"} if slot.open else set())
            return
        on_top = slot.open and not slot.free and may_overbook and block.overbooked < block.overbook
        self._offer(({"book"} if slot.open and slot.free else set()) | ({"overbook"} if on_top else set()))

    def show_appointment(self, one: Appointment, where: str, carried: str, *, today: bool, may_overbook: bool) -> None:
        """One appointment; `today` says that its patient can be checked in."""
        self._show(
            patient_words(one),
            when_words(one.at),
            where,
            facts_words(age_words(one.age), self.tr("MRN {number}").format(number=mrn_display(one.mrn))),
            one.reason,
        )
        self._chip.show_word(state_words(one), state_tone(one))
        if carried:
            self._reason.setText(
                self.tr("Moving {patient}. Enter puts it here, Esc leaves it.").format(patient=carried)
            )
            self._offer({"put"})
            return
        offered = {name for name, doing in DOINGS.items() if one.state in doing.states}
        if not today:
            offered -= {"check_in", "no_show"}
        self._offer(offered | ({"overbook"} if may_overbook else set()))

    def _moving(self, patient: str) -> str:
        return self.tr("Moving {patient}. Enter puts it here, Esc leaves it.").format(patient=patient)

    def primary(self) -> Button | None:
        """The button that Enter presses now."""
        names = ("put", "book", "check_in")
        return next((self.buttons[name] for name in names if not self.buttons[name].isHidden()), None)

    def _show(self, title: str, when: str, where: str, facts: str, reason: str) -> None:
        texts = ((self._title, title), (self._when, when), (self._where, where), (self._facts, facts))
        for label, text in (*texts, (self._reason, reason)):
            label.setText(text)
            label.setVisible(bool(text))
        self._reason.setVisible(True)
        self._chip.show_word("")

    def _offer(self, names: set[str]) -> None:
        for name, button in self.buttons.items():
            button.setVisible(name in names)
