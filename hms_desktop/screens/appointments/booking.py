"""Book a place: who, why, for how long, and whether it repeats; found by typing, booked by Enter."""

import datetime as dt

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from hms_desktop.clinic.appointments import actions
from hms_desktop.clinic.appointments.queries import SessionBlock
from hms_desktop.clinic.appointments.rules import MOST_SLOTS, REASON_LENGTH
from hms_desktop.clinic.patients.queries import Found
from hms_desktop.core.errors import HmsError
from hms_desktop.screens.appointments.deeds import Deeds
from hms_desktop.screens.appointments.repeating import RepeatForm
from hms_desktop.screens.appointments.sheets import Place
from hms_desktop.screens.appointments.words import facts_words, span_words, when_words
from hms_desktop.screens.pickers import PatientCard, PatientPicker, found_name
from hms_desktop.widgets.busy import Progress
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Dialog
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.forms import Form, text_field, value_of
from hms_desktop.widgets.message_bar import MessageBar
from hms_desktop.widgets.quantity import Quantity

WIDTH = 640


class BookDialog(Dialog):
    """Books one place, or a course of visits that begins there; Esc leaves it, a refusal keeps what was typed."""

    booked = Signal(object)
    """The day of what was booked."""
    wanting_new = Signal(str)
    """Nobody is found for what was typed: register this person."""

    def __init__(
        self,
        desk: Desk,
        deeds: Deeds,
        place: Place,
        block: SessionBlock,
        *,
        patient: Found | None = None,
        overbook: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        translate = QCoreApplication.translate
        words = translate("BookDialog", "Book on top of a full time") if overbook else translate("BookDialog", "Book")
        where = facts_words(when_words(place.at), block.clinic, block.doctor, block.room)
        super().__init__(words, where, parent)
        self._deeds, self._place, self._block = deeds, place, block
        self._overbook, self._patient, self._working, self._skip = overbook, patient, False, False
        self.setMinimumWidth(WIDTH)
        self.messages, self.progress = MessageBar(), Progress()
        self.picker = PatientPicker(desk, rows=5)
        self.picker.picked.connect(self.take)
        self.picker.nobody.connect(self._offer_new)
        self._make_form()
        self.repeat = RepeatForm(place)
        self.card = PatientCard()
        self.card.another.connect(self._choose_again)
        for part in (self.messages, self.picker, self.card, self.form, self.repeat, self.progress):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.new = Button(self.tr("Register new patient"), keys="F7")
        self.new.clicked.connect(lambda: self._offer_new(self.picker.search.text()))
        self.buttons.insertWidget(0, self.new)
        self.add_cancel()
        self.book = self.add_go(words)
        self.book.clicked.connect(lambda: go(self._book()))
        self.repeats.toggled.connect(self._show_repeat)
        self.repeat.changed.connect(self._forget_skips)
        self._show_repeat()
        self._show_patient()

    def _make_form(self) -> None:
        self.reason = text_field(longest=REASON_LENGTH, hint=self.tr("for example: control after six weeks"))
        whole = (self._block.until - self._place.at) // dt.timedelta(minutes=self._block.slot_minutes)
        self.slots = Quantity(1, min(whole, MOST_SLOTS))
        self.slots.valueChanged.connect(self._show_span)
        self.repeats = QCheckBox(self.tr("More visits, again and again"))
        self.form = Form(columns=2)
        self.form.add("reason", self.tr("Reason (may stay empty)"), self.reason, wide=True)
        self.form.add("slots", self.tr("Length in slots"), self.slots)
        self.form.add("repeats", self.tr("Course of visits"), self.repeats)
        self._show_span()

    def take(self, patient: Found) -> None:
        """The place is for this patient."""
        self._patient = patient
        self.messages.dismiss()
        self._show_patient()

    def _show_patient(self) -> None:
        chosen = self._patient
        for part, seen in (
            (self.picker, chosen is None),
            (self.new, chosen is None),
            (self.card, chosen is not None),
            (self.form, chosen is not None),
        ):
            part.setVisible(seen)
        self.book.setEnabled(chosen is not None)
        self._show_repeat()
        if chosen is None:
            self.picker.search.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.card.show_patient(chosen)
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_again(self) -> None:
        self._patient = None
        self._show_patient()
        self.picker.search.take_focus()

    def _offer_new(self, typed: str) -> None:
        self.reject()
        self.wanting_new.emit(typed)

    def _show_span(self) -> None:
        until = self._place.at + self.slots.value() * dt.timedelta(minutes=self._block.slot_minutes)
        self.slots.setSuffix(f"  ({span_words(self._place.at, until)})")

    def _show_repeat(self) -> None:
        self.repeat.setVisible(self.repeats.isChecked() and self._patient is not None)
        self.repeats.setEnabled(not self._overbook)
        self._forget_skips()

    def _forget_skips(self) -> None:
        """Other dates: what was found impossible says nothing of them."""
        self._skip = False
        if hasattr(self, "book"):
            self.book.set_text(self.windowTitle())

    async def _book(self) -> None:
        if self._working or self._patient is None or not self._complete():
            return
        self._working = True
        self.messages.dismiss()
        try:
            with self.progress.working(self.book, self.tr("Booking…"), cancel=False):
                await (self._book_course() if self.repeats.isChecked() else self._book_once())
        except HmsError as error:
            if not self._show_impossible(error):
                self.messages.tell(error)
            return
        finally:
            self._working = False
        self.accept()
        self.booked.emit(self._place)

    def _complete(self) -> bool:
        """Whether every number that is seen is one; else the first that is not says what to type."""
        return self.form.complete() and (self.repeat.isHidden() or self.repeat.form.complete())

    async def _book_once(self) -> None:
        assert self._patient is not None  # noqa: S101 - asked by the caller
        await self._deeds.book(
            self._patient.id,
            found_name(self._patient),
            self._place,
            slots=self.slots.value(),
            reason=value_of(self.reason),
            overbook=self._overbook,
        )

    async def _book_course(self) -> None:
        assert self._patient is not None  # noqa: S101 - asked by the caller
        await self._deeds.book_course(
            self._patient.id,
            self._block.clinic_id,
            self._place,
            self.repeat.rule(),
            slots=self.slots.value(),
            reason=value_of(self.reason),
            skip=self._skip,
        )

    def _show_impossible(self, error: HmsError) -> bool:
        """Some dates of the course cannot be had: show why, and offer the others."""
        told = error.params.get("skipped")
        if error.code != "appointments.series" or not isinstance(told, list):
            return False
        possible = self.repeat.show_skipped([actions.skipped(one) for one in told])
        self.messages.say(self.tr("Nothing is booked yet: some dates are not possible. See below."), "warning")
        if possible:
            self._skip = True
            self.book.set_text(self.tr("Book the other {n}").format(n=possible))
        return True
