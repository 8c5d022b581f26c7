"""The fields for allergies, where "none known" is an answer, and for consent, where each answer has its day."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.patients.allergies import Allergies, Allergy, code_of
from hms_desktop.clinic.patients.consents import QUESTIONS, Consent
from hms_desktop.screens.patients.care_words import (
    allergens,
    allergy_statuses,
    answers,
    consent_source,
    questions,
    severities,
)
from hms_desktop.screens.patients.line_fields import LONGEST
from hms_desktop.widgets.forms import choice_field, put_value, value_of
from hms_desktop.widgets.lines_field import Line, LinesField, Part
from hms_desktop.widgets.plain_text import Label, name_for_readers
from hms_desktop.widgets.theme import Theme

translate = QCoreApplication.translate


class AllergiesField(QWidget):
    """The answer first; whoever lists an allergy has answered."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._listed = allergens()
        self._put: dict[int | None, Allergy] = {}
        self.status = choice_field(list(allergy_statuses().items()))
        name_for_readers(self.status, translate("patients", "Allergies"))
        substance, reaction = translate("patients", "Substance"), translate("patients", "Reaction")
        self.known = LinesField(
            translate("patients", "Allergy"),
            (
                Part("substance", substance, (), substance, LONGEST, stretch=3, suggestions=tuple(self._listed)),
                Part("severity", translate("patients", "severity"), tuple(severities().items()), stretch=0),
                Part("reaction", reaction, (), reaction, LONGEST, stretch=2),
            ),
            translate("patients", "Add an allergy"),
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Theme.current().space["small"])
        column.addWidget(self.status)
        column.addWidget(self.known)
        self.setFocusProxy(self.status)
        self.status.currentIndexChanged.connect(self._answered)
        self.known.changed.connect(self._listed_something)
        self._answered()

    def allergies(self) -> Allergies:
        """What was answered; a list beside "none known" contradicts itself and is refused when it is saved."""
        return Allergies(
            known=tuple(self._allergy(one) for one in self.known.lines()),
            none_known=value_of(self.status) == "none_known",
        )

    def put_allergies(self, allergies: Allergies) -> None:
        self._put = {one.id: one for one in allergies.known}
        self.known.put(
            [
                Line({"substance": one.substance, "severity": one.severity, "reaction": one.reaction}, one.id)
                for one in allergies.known
            ]
        )
        put_value(self.status, "none_known" if allergies.none_known else allergies.status)

    def _allergy(self, one: Line) -> Allergy:
        values, before = one.values, self._put.get(one.id) if one.id is not None else None
        substance = values["substance"]
        if before is not None and before.substance == substance:
            system, code = before.system, before.code
        else:
            system, code = code_of(self._listed.get(substance.strip(), substance))
        return Allergy(substance, values["severity"], values["reaction"], system, code, one.id)

    def _answered(self) -> None:
        self.known.setVisible(value_of(self.status) == "known" or bool(self.known.lines()))
        self.changed.emit()

    def _listed_something(self) -> None:
        if self.known.lines() and value_of(self.status) == "not_asked":
            put_value(self.status, "known")
        self.changed.emit()


class ConsentsField(QWidget):
    """One line a question; what was answered once can be changed, but not unasked."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme = Theme.current()
        self._held: dict[str, Consent] = {}
        self.answers: dict[str, QComboBox] = {}
        self._sources: dict[str, Label] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(theme.space["medium"])
        grid.setVerticalSpacing(theme.space["hair"])
        for place, question in enumerate(QUESTIONS):
            words = questions()[question]
            answer, source = choice_field(list(answers().items())), Label(role="small")
            name_for_readers(answer, words)
            answer.currentIndexChanged.connect(self.changed)
            asked = Label(words, wrap=True)
            asked.setBuddy(answer)
            for column, part in enumerate((asked, answer, source)):
                grid.addWidget(part, place, column)
            self.answers[question], self._sources[question] = answer, source
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(2, 2)
        self.setFocusProxy(self.answers[QUESTIONS[0]])

    def consents(self) -> tuple[Consent, ...]:
        """The answers, by question; one that stays as it was keeps its day."""
        found: list[Consent] = []
        for question, field in self.answers.items():
            answer, held = value_of(field), self._held.get(question)
            given = held.given if not answer and held else answer == "yes"
            if answer or held:
                found.append(held if held and held.given == given else Consent(question, given))
        return tuple(sorted(found, key=lambda one: one.question))

    def put_consents(self, consents: Sequence[Consent]) -> None:
        self._held = {one.question: one for one in consents}
        for question, field in self.answers.items():
            held = self._held.get(question)
            put_value(field, {None: "", True: "yes", False: "no"}[held.given if held else None])
            self._sources[question].setText(consent_source(held) if held else "")
