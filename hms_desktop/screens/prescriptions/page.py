"""The prescriptions page: find a patient, see what they were prescribed, write, repeat, amend and cancel."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QStackedWidget

from hms_desktop.clinic.medicines.scanning import read_scan
from hms_desktop.clinic.patients import queries as patients
from hms_desktop.clinic.patients.queries import Card as PatientCard
from hms_desktop.clinic.patients.queries import Found
from hms_desktop.clinic.patients.rules import mrn_display
from hms_desktop.clinic.prescriptions.actions import Written
from hms_desktop.clinic.prescriptions.queries import Sheet
from hms_desktop.core.drafts import Draft
from hms_desktop.core.errors import Refused
from hms_desktop.screens.age_words import age_words
from hms_desktop.screens.pickers import PatientPicker
from hms_desktop.screens.prescriptions.kept import kept, offered, unwritten
from hms_desktop.screens.prescriptions.overview import Overview
from hms_desktop.screens.prescriptions.words import allergy_tone, allergy_words, date_words, facts_words
from hms_desktop.screens.prescriptions.writing import WritingView
from hms_desktop.widgets.buttons import QUIET, Button
from hms_desktop.widgets.cards import Card
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.draft_keeper import DraftKeeper, Kept
from hms_desktop.widgets.draft_offer import DraftOffer
from hms_desktop.widgets.errands import Latest
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label, tip

LONGEST_ALLERGIES = 60
"""Characters that the heading has room for; the whole list is in the tooltip and in the warnings."""


class PrescriptionsPage(Page):
    """One patient at a time: finding, the list, and writing stand in each other's place."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk, "")
        self.set_title(self.tr("Prescriptions"))
        self._patient: int | None = None
        self._card: PatientCard | None = None
        self._wanted: int | None = None
        self._written_for: PatientCard | None = None
        self._choices_due = True
        self._opening = Latest()
        self.picker = PatientPicker(desk, rows=12)
        self.picker.picked.connect(self._take)
        self.overview = Overview(desk)
        self.overview.new_wanted.connect(self._write)
        self.overview.repeat_wanted.connect(self._repeat)
        self.overview.amend_wanted.connect(self._amend)
        self.overview.changed.connect(self.reload)
        self.writing = WritingView(desk, self)
        self.writing.written.connect(self._written)
        self.writing.left.connect(self._show_list)
        self.keeper = DraftKeeper(desk.drafts, self._typed, parent=self)
        self.writing.edited.connect(self.keeper.changed)
        self.offer = DraftOffer(desk.drafts, offered)
        self.offer.wanted.connect(lambda draft: self._opening.ask(self._restore(draft)))
        self.other = Button(self.tr("Another patient"), keys="Alt+Left", kind=QUIET)
        self.other.clicked.connect(self._choose_again)
        self.allergies = Label(role="strong")
        self.buttons.addWidget(self.allergies)
        self.buttons.addWidget(self.other)
        self.buttons.addWidget(self.overview.new)
        self._lay_out()
        self._hearing = self.follow("prescriptions")
        for area in ("prescribing", "organisation"):
            self._subscriptions.append(desk.live.subscribe(area, self._choices_changed))
        self.setFocusProxy(self.picker)
        self.hear_scans()
        self._show_what_is_wanted(self.finding)

    def _lay_out(self) -> None:
        self.finding = Card()
        self.finding.column.addWidget(self.picker)
        self.finding.column.addStretch(1)
        self.stack = QStackedWidget()
        for part in (self.finding, self.overview, self.writing):
            self.stack.addWidget(part)
        self.body.addWidget(self.offer)
        self.body.addWidget(self.stack, 1)
        back = QShortcut(QKeySequence("Esc"), self.overview)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self._choose_again)

    def show_what(self, what: object) -> None:
        """A patient's id: show their prescriptions."""
        if isinstance(what, int):
            self._open(what)

    def take_scan(self, text: str) -> bool:
        """A card or a ticket finds its patient; while a prescription is written, a pack adds its medicine."""
        try:
            scan = read_scan(text)
        except Refused:
            return False  # a line that was typed quickly
        writing = self.stack.currentWidget() is self.writing
        if scan.kind in ("patient", "ticket") and not (writing and self.writing.drafts):
            self._choose_again()
            self.picker.enter(scan.mrn or str(scan.ticket))
        elif scan.kind in ("patient", "ticket"):
            self.desk.say(self.tr("Prescribe what is typed, or remove its lines, before another patient."), "warning")
        elif scan.gtin and writing:
            self.writing.quick.enter(scan.gtin)
        else:
            return False
        return True

    def unsaved(self) -> int:
        return len(self.writing.drafts)

    async def load(self) -> None:
        if self._patient is None:
            return
        self._card = await self.desk.db.read(patients.patient_card, snapshot=True, patient_id=self._patient)
        self._show_patient(self._card)
        self._hearing.set_keys(frozenset({str(self._patient)}))
        wanted, self._wanted = self._wanted, None
        await self.overview.show_patient(self._patient, wanted)
        if self._choices_due:
            await self.writing.load()
            self._choices_due = False

    def _choices_changed(self) -> None:
        """Departments, favourites or the hospital's rules may be others."""
        self._choices_due = True
        self.mark_stale()

    def _take(self, found: Found) -> None:
        self._open(found.id)

    def _open(self, patient: int) -> None:
        self._patient, self._card = patient, None
        self._opening.ask(self._opened())

    def close_page(self) -> None:
        self._opening.drop()
        self.keeper.close()
        self.writing.drop_questions()
        super().close_page()

    async def _opened(self) -> None:
        """Read first: where the record is restricted the list of patients stays in sight, with the reason."""
        try:
            await self.load()
        except Exception:
            self._patient = None
            raise
        self._show_list()

    def _show_patient(self, card: PatientCard) -> None:
        birth = card.record.birth.display() if card.record.birth else ""
        number = self.tr("MRN {number}").format(number=mrn_display(card.mrn))
        self.set_title(card.name)
        self.set_subtitle(facts_words(age_words(card.age), birth, number))
        told = allergy_words(card.record.allergies)
        self.allergies.setText(told if len(told) <= LONGEST_ALLERGIES else f"{told[:LONGEST_ALLERGIES]}…")
        self.allergies.setToolTip(tip(told))
        self.allergies.set_tone(allergy_tone(card.record.allergies))

    def _choose_again(self) -> None:
        self._patient = None
        self.set_title(self.tr("Prescriptions"))
        self.set_subtitle("")
        self._show_what_is_wanted(self.finding)
        self.picker.search.take_focus()

    def _show_list(self) -> None:
        self._show_what_is_wanted(self.overview)
        self.overview.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_writing(self) -> None:
        self._show_what_is_wanted(self.writing)
        self.writing.quick.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_what_is_wanted(self, part: Card | Overview | WritingView) -> None:
        self.stack.setCurrentWidget(part)
        self.allergies.setVisible(part is not self.finding)
        self.other.setVisible(part is not self.finding)
        self.overview.new.setVisible(part is self.overview)
        listed = self.tr("Esc: another patient · arrows choose · F7 repeats · F8 amends")
        self.set_hint(listed if part is self.overview else "")

    def _write(self) -> None:
        if self._patient is not None:
            self._written_for = self._card
            self.writing.begin(self._patient)
            self._show_writing()

    def _repeat(self, sheet: Sheet | None) -> None:
        if sheet is not None:
            self._written_for = self._card
            self.writing.repeat(sheet)
            self._show_writing()

    def _amend(self, sheet: Sheet | None) -> None:
        if sheet is not None:
            self._written_for = self._card
            self.writing.amend(sheet)
            self._show_writing()

    def _typed(self) -> Kept | None:
        """What a crash must not lose; a restricted record leaves no trace on this machine."""
        whose = self._written_for
        if whose is None or whose.record.restricted or not self.writing.drafts:
            return None
        return kept(whose.id, whose.name, self.writing.amending, self.writing.order.order(), self.writing.drafts)

    async def _restore(self, draft: Draft) -> None:
        """Go on with a prescription that was typed before a crash."""
        found = unwritten(draft)
        if found is None:
            return
        self._patient, self._card = found.patient, None
        await self._opened()
        self._written_for = self._card
        self.keeper.go_on_with(draft.name)
        self.writing.restore(found)
        self.offer.settled(draft.name)
        self._show_writing()

    def _written(self, written: Written) -> None:
        told = self.tr("Prescription {number} is valid until {day}.").format(
            number=written.id, day=date_words(written.valid_until)
        )
        ways = {
            "new": self.tr("Ticket {ticket} waits at the pharmacy."),
            "there": self.tr("Ticket {ticket} waits at the pharmacy already."),
            "elsewhere": self.tr("Ticket {ticket} goes on to the pharmacy."),
        }
        way = ways.get(written.ticket_from, "").format(ticket=written.ticket)
        self.desk.say(" ".join(part for part in (told, way) if part), "done")
        self.desk.print_paper("prescription", written.id, automatic=True)
        self._wanted = written.id
        self._show_list()
        self.reload()
