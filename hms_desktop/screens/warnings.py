"""The panel of warnings that prescribing and dispensing embed: in the flow, the sensible ways out first."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from typing import Any
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from hms_desktop.clinic.safety import actions, queries, rules
from hms_desktop.clinic.safety.rules import Warned
from hms_desktop.core.errors import HmsError
from hms_desktop.screens.assent import colleague_agrees
from hms_desktop.screens.warning_words import TONES, level_word, source_of, text_of, title_of
from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.cards import Card, Chip
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import text_field
from hms_desktop.widgets.message_bar import announce
from hms_desktop.widgets.plain_text import ElidedLabel, Label, line, name_for_readers
from hms_desktop.widgets.theme import Theme

LONGEST_REASON = 300
_ALSO = 3  # further findings that one warning names

Lines = Sequence[Mapping[str, Any]]


class WarningsPanel(QWidget):
    """What speaks against the lines in hand. With `answering`, each warning and stop has room for a reason.

    `leaving_out` tells the place of a line that is better left out. The lines are those of
    safety.queries.findings; each medicine's `place` comes back in `leaving_out`.
    """

    leaving_out = Signal(int)
    answers_changed = Signal(bool)
    """Whether everything that needs a reason has one."""

    def __init__(self, desk: Desk, *, answering: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._answering = answering
        self._asked = 0
        self._patient = 0
        self._told: tuple[Warned, ...] = ()
        self._noted: frozenset[str] = frozenset()
        self._cards: list[_WarningCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(Theme.current().space["small"])
        name_for_readers(self, self.tr("Warnings"))
        self.setVisible(False)

    @property
    def told(self) -> tuple[Warned, ...]:
        """The warnings that stand now, the gravest first."""
        return self._told

    async def check(self, patient: int, lines: Lines) -> None:
        """Ask again about these lines; reasons that were typed stay with their warnings. A later question wins."""
        self._asked += 1
        asked = self._asked
        told = await self._desk.db.read(queries.warnings_for, patient=patient, lines=tuple(lines)) if lines else ()
        if asked != self._asked:
            return
        self._patient = patient
        self._show(told)

    def clear(self) -> None:
        """Nothing is in hand any more."""
        self._asked += 1
        self._noted = frozenset()
        self._show(())

    def answered(self) -> bool:
        """Whether everything that needs a reason has one."""
        return all(card.answered() for card in self._cards)

    def overrides(self) -> list[dict[str, str]]:
        """The reasons as `dispense` takes them: [{"code", "reason"}]."""
        return [
            {"code": code, "reason": card.reason()}
            for card in self._cards
            for code in card.warned.codes
            if card.reason()
        ]

    def go_to_unanswered(self) -> bool:
        """Put the cursor where the first reason is missing; False where none is."""
        for card in self._cards:
            if not card.answered():
                card.take_focus()
                return True
        return False

    async def assent(self, intent: UUID) -> bool:
        """Ask a colleague to agree to the stops, for the wish `intent`; True at once where there are none."""
        codes = rules.needing_assent(self._told)
        if not codes:
            return True
        stops = [title_of(one.shown) for one in self._told if one.level == "stop"]
        return await colleague_agrees(
            self._desk,
            intent=intent,
            subject="safety.stop",
            content={"patient": self._patient, "codes": list(codes)},
            sentence=self.tr("Given all the same: {what}.").format(what="; ".join(map(line, stops))),
            parent=self.window(),
        )

    def _show(self, told: tuple[Warned, ...]) -> None:
        typed = {code: card.reason() for card in self._cards for code in card.warned.codes}
        for card in self._cards:
            self._column.removeWidget(card)
            card.hide()
            card.deleteLater()
        self._told = told
        self._cards = [_WarningCard(one, self._answering, self.leaving_out.emit) for one in told]
        for card in self._cards:
            card.put_reason(next((typed[code] for code in card.warned.codes if typed.get(code)), ""))
            card.answer_changed.connect(self._tell_answers)
            self._column.addWidget(card)
        self.setVisible(bool(told))
        self._tell_answers()
        codes = frozenset(one.code for warned in told for one in warned.findings)
        if codes - self._noted:
            announce(self, self.tr("%n warning(s)", "", len(told)))
            go(self._note([one for one in told if {f.code for f in one.findings} - self._noted]))
        self._noted |= codes

    async def _note(self, told: Sequence[Warned]) -> None:
        """Count what was shown; that it could not be counted is not worth a word."""
        with suppress(HmsError):
            await self._desk.db.run(actions.note_shown, intent=self._desk.new_intent(), warned=tuple(told))

    def _tell_answers(self) -> None:
        self.answers_changed.emit(self.answered())


class _WarningCard(Card):
    """One warning: what with what, what may happen, leave it out, or why it is given all the same."""

    answer_changed = Signal()

    def __init__(self, warned: Warned, answering: bool, leave_out: Callable[[int], object]) -> None:
        super().__init__(tone=TONES[warned.level])
        self.warned = warned
        self._reason: QLineEdit | None = None
        shown = warned.shown
        title = title_of(shown)
        name_for_readers(self, f"{level_word(warned.level)}: {title}")
        head = QHBoxLayout()
        head.setSpacing(Theme.current().space["small"])
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(Chip(level_word(warned.level), TONES[warned.level]), 0, top)
        head.addWidget(Label(line(title), "strong", wrap=True), 3, top)
        if source := source_of(shown):
            head.addWidget(ElidedLabel(source, "muted"), 2, top)
        self.column.addLayout(head)
        if text := text_of(shown):
            self.column.addWidget(Label(line(text), wrap=True))
        if also := self._also():
            self.column.addWidget(Label(also, "muted", wrap=True))
        if answering and warned.codes:
            self._add_ways_out(shown.place, shown.medicine, leave_out)

    def _also(self) -> str:
        """The other findings that this warning stands for, those that say something of their own."""
        known = {title_of(self.warned.shown)}
        titles = [title for one in self.warned.also if (title := title_of(one)) not in known]
        if not titles:
            return ""
        more = "" if len(titles) <= _ALSO else " …"
        return self.tr("Also: {what}").format(what="; ".join(map(line, dict.fromkeys(titles[:_ALSO])))) + more

    def _add_ways_out(self, place: int, medicine: str, leave_out: Callable[[int], object]) -> None:
        row = QHBoxLayout()
        row.setSpacing(Theme.current().space["small"])
        out = Button(self.tr("Leave it out"), kind=QUIET)
        name_for_readers(out, self.tr("Leave {medicine} out").format(medicine=medicine))
        out.clicked.connect(lambda: leave_out(place))
        stop = self.warned.level == "stop"
        hint = (
            self.tr("Give it all the same: a reason; a colleague agrees afterwards")
            if stop
            else self.tr("Give it all the same: a reason")
        )
        self._reason = text_field(longest=LONGEST_REASON, hint=hint)
        name_for_readers(
            self._reason, self.tr("Reason to give {medicine} all the same").format(medicine=medicine), hint
        )
        self._reason.textChanged.connect(lambda: self.answer_changed.emit())
        row.addWidget(out)
        row.addWidget(self._reason, 1)
        self.column.addLayout(row)

    def reason(self) -> str:
        return self._reason.text().strip() if self._reason is not None else ""

    def put_reason(self, text: str) -> None:
        if self._reason is not None:
            self._reason.setText(text)

    def answered(self) -> bool:
        return self._reason is None or bool(self.reason())

    def take_focus(self) -> None:
        if self._reason is not None:
            self._reason.setFocus()
