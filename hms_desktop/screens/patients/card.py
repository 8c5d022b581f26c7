"""The card of one patient beside the list: what is known, and what is usually done next."""

from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from hms_desktop.clinic.patients.queries import Card as PatientCard
from hms_desktop.clinic.patients.queries import Found
from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.screens.age_words import age_words
from hms_desktop.screens.patients.care_words import (
    allergies_words,
    consent_words,
    contact_words,
    policy_state,
    policy_words,
)
from hms_desktop.screens.patients.field_words import field_title
from hms_desktop.screens.patients.photo import PhotoFrame
from hms_desktop.screens.patients.words import birth_words, identifier_words, language_words, phone_words, sex_words
from hms_desktop.widgets.buttons import PRIMARY, Button
from hms_desktop.widgets.cards import Card, Chip
from hms_desktop.widgets.moments import day_words
from hms_desktop.widgets.plain_text import Label, breakable, line, name_for_readers
from hms_desktop.widgets.scrolled import scrolled
from hms_desktop.widgets.theme import Theme

Fact = tuple[str, str, str]
"""What it is, its words, and a tone where it matters."""


class DetailCard(Card):
    """Shows nobody, a restricted record's number, or a whole record."""

    issue = Signal()
    edit = Signal()
    open_restricted = Signal()
    history = Signal()
    print_card = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        theme = Theme.current()
        name_for_readers(self, self.tr("Patient"))
        self._name = Label(role="title", wrap=True)
        self._number = Label(role="muted")
        self._restricted = Chip(parent=self)
        self._facts = QVBoxLayout()
        self._facts.setContentsMargins(0, 0, 0, 0)
        self._facts.setSpacing(theme.space["hair"])
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        self._photo = PhotoFrame()
        names, head = QVBoxLayout(), QHBoxLayout()
        for part in (self._name, self._number, self._restricted):
            names.addWidget(part)
        names.addStretch(1)
        head.addLayout(names, 1)
        head.addWidget(self._photo, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(head)
        column.addLayout(self._facts, 1)
        scroll = scrolled(inside)
        self.issue_button = Button(self.tr("Issue ticket"), keys="Return", kind=PRIMARY, cap_only=True)
        self.edit_button = Button(self.tr("Edit"), keys="Ctrl+E")
        self.open_button = Button(self.tr("Open with a reason"), keys="Ctrl+O")
        self.issue_button.clicked.connect(self.issue)
        self.edit_button.clicked.connect(self.edit)
        self.open_button.clicked.connect(self.open_restricted)
        self.history_button = Button(self.tr("History"), keys="Ctrl+H")
        self.print_button = Button(self.tr("Print card"), keys="Ctrl+P")
        self.history_button.clicked.connect(self.history)
        self.print_button.clicked.connect(self.print_card)
        grid = QGridLayout()
        grid.addWidget(self.edit_button, 0, 0)
        grid.addWidget(self.open_button, 0, 0, 1, 2)
        grid.addWidget(self.history_button, 0, 1)
        grid.addWidget(self.print_button, 1, 0, 1, 2)
        self.column.addWidget(scroll, 1)
        self.column.addWidget(self.issue_button)
        self.column.addLayout(grid)
        self.show_nobody()

    def show_nobody(self) -> None:
        self._show(self.tr("Nobody chosen"), "", ())
        self._offer(issue=False, edit=False, open_=False)

    def show_found(self, found: Found) -> None:
        """What the list knows, until the record itself has been read."""
        number = self.tr("MRN {number}").format(number=mrn_display(found.mrn)) if found.mrn else ""
        name = self.tr("Restricted record") if found.closed else found.name
        self._show(name, number, (), restricted=found.closed)
        self._offer(issue=True, edit=False, open_=found.closed)

    def show_card(self, card: PatientCard) -> None:
        """The whole record."""
        number = self.tr("MRN {number}").format(number=mrn_display(card.mrn))
        self._show(card.name, number, tuple(self._facts_of(card)), restricted=card.record.restricted)
        self._photo.show_photo(card.record.photo)
        self._photo.setVisible(card.record.photo is not None)
        merged = card.merged_into is not None
        self._offer(issue=not merged, edit=not merged, open_=False)

    def _facts_of(self, card: PatientCard) -> Iterator[Fact]:
        record = card.record
        age = self.tr("age {age}").format(age=age_words(card.age)) if card.age else ""
        who = ", ".join(part for part in (_known_sex(record.sex), birth_words(record.birth), age) if part)
        if who:
            yield "", who, ""
        if card.merged_into is not None:
            words = self.tr("merged into {number}; go on there").format(number=mrn_display(card.merged_into_mrn))
            yield self.tr("This record"), words, "warning"
        tone = {"known": "stop", "none_known": "done", "not_asked": "warning"}[record.allergies.status]
        yield field_title("allergies"), allergies_words(record.allergies), tone
        for phone in record.phones:
            yield field_title("phones"), phone_words(phone), ""
        for identifier in record.identifiers:
            yield field_title("identifiers"), identifier_words(identifier), ""
        for contact in record.contacts:
            yield field_title("contacts"), contact_words(contact), ""
        for policy in record.policies:
            state = policy_state(policy, card.today)
            words = " · ".join(part for part in (state, policy_words(policy)) if part)
            yield field_title("policies"), words, "warning" if state else ""
        if record.address:
            yield field_title("address"), record.address, ""
        if record.email:
            yield field_title("email"), record.email, ""
        if record.language:
            yield field_title("language"), language_words(record.language), ""
        if record.notes:
            yield field_title("notes"), record.notes, ""
        for consent in record.consents:
            yield field_title("consents"), consent_words(consent), "" if consent.given else "warning"
        day = day_words(card.created_at.date())
        yield self.tr("Registered"), self.tr("{day} by {person}").format(day=day, person=card.created_by), ""

    def _show(self, name: str, number: str, facts: tuple[Fact, ...], *, restricted: bool = False) -> None:
        self._name.setText(breakable(line(name)))
        self._number.setText(number)
        self._photo.setVisible(False)
        self._restricted.show_word(self.tr("restricted") if restricted else "", "warning")
        while self._facts.count():
            item = self._facts.takeAt(0)
            widget = item.widget() if item else None
            if widget is not None:
                widget.deleteLater()
        before = ""
        for title, value, tone in facts:
            if title and title != before:
                self._facts.addSpacing(Theme.current().space["hair"])
                self._facts.addWidget(Label(title, "small"))
            said = _selectable(value)
            said.set_tone(tone)
            self._facts.addWidget(said)
            before = title
        self._facts.addStretch(1)

    def _offer(self, *, issue: bool, edit: bool, open_: bool) -> None:
        self.issue_button.setEnabled(issue)
        self.edit_button.setEnabled(edit)
        for button in (self.history_button, self.print_button):
            button.setEnabled(edit)
            button.setVisible(not open_)
        self.edit_button.setVisible(not open_)
        self.open_button.setVisible(open_)


def _known_sex(sex: str) -> str:
    return "" if sex == "unknown" else sex_words(sex)


def _selectable(text: str) -> Label:
    label = Label(breakable(text), wrap=True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
