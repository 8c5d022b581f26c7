"""Issue a ticket: who, for what, how urgent. Found by typing, issued by Enter."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QWidget

from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.patients.queries import Found
from hms_desktop.clinic.queue import actions, queries_journeys
from hms_desktop.clinic.queue import queries_planning as planning
from hms_desktop.clinic.queue.queries import ServiceChoice
from hms_desktop.clinic.queue.queries_journeys import JourneyRow
from hms_desktop.clinic.queue.queries_planning import Opening, PriorityChoice, ServiceWait
from hms_desktop.clinic.queue.rules import ReasonRule
from hms_desktop.core.errors import HmsError
from hms_desktop.screens.pickers import PatientCard, PatientPicker, found_name
from hms_desktop.screens.queue.asking import REASON_LENGTH, ReasonChoice, service_words
from hms_desktop.screens.queue.words import hours_words
from hms_desktop.widgets.busy import Progress
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.dialogs import Dialog
from hms_desktop.widgets.errands import Latest, go
from hms_desktop.widgets.forms import Form, choice_field, text_field, value_of
from hms_desktop.widgets.message_bar import MessageBar
from hms_desktop.widgets.plain_text import Label, line
from hms_desktop.widgets.spoken import spoken
from hms_desktop.widgets.wishes import Wishes

WIDTH = 760


class IssueTicket(Dialog):
    """Esc closes it and keeps what was begun; F6 brings it back."""

    issued = Signal(object)
    """The actions.Ticket that was given out."""
    wanting_new = Signal(str)
    """Nobody is found for what was typed: register this person."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(QCoreApplication.translate("IssueTicket", "Issue ticket"), "", parent)
        self._desk = desk
        self._wishes = Wishes(desk)
        self._reading = Latest()
        self._patient: Found | None = None
        self._service_used: int | None = None
        self._working = False
        self.setMinimumWidth(WIDTH)
        self.messages = MessageBar()
        self.progress = Progress()
        self.picker = PatientPicker(desk)
        self.picker.picked.connect(self.take)
        self.picker.nobody.connect(self._offer_new)
        self.service = choice_field([])
        self.priority = choice_field([])
        self.reason = ReasonChoice(self.tr("for example: child under 5"))
        self.journey = choice_field([])
        self.why_now = text_field(longest=REASON_LENGTH, hint=self.tr("kept with the ticket"))
        self.hours = Label("", "small", wrap=True)
        self._classes: dict[str, PriorityChoice] = {}
        self._openings: dict[int, Opening] = {}
        self._waits: dict[int, ServiceWait] = {}
        self._journeys: dict[int, JourneyRow] = {}
        self._may_issue_now = False
        self.form = Form(columns=2)
        self.form.add("service", self.tr("Service"), self.service)
        self.form.add("priority", self.tr("Priority class"), self.priority)
        self.form.add("reason", self.tr("Reason for the priority"), self.reason)
        self.form.add("journey", self.tr("Journey"), self.journey)
        self.late = Form()
        self.late.add("why", self.tr("Why a ticket outside of the opening hours"), self.why_now, required=True)
        self.priority.currentIndexChanged.connect(self._fit_reason)
        self.service.currentIndexChanged.connect(self._fit_hours)
        self.journey.currentIndexChanged.connect(self._fit_hours)
        self.card = PatientCard()
        self.card.another.connect(self._choose_again)
        parts = (self.picker, self.card, self.form, self.hours, self.late)
        for part in (self.messages, *parts, self.progress):
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.new = Button(self.tr("Register new patient"), keys="F7")
        self.new.clicked.connect(lambda: self._offer_new(self.picker.search.text()))
        self.buttons.insertWidget(0, self.new)
        self.add_cancel()
        self.give = self.add_go(self.tr("Issue ticket"))
        self.give.clicked.connect(lambda: go(self._issue()))
        self._show_patient()

    def begin(self, patient: Found | None, of_room: tuple[ServiceChoice, ...]) -> None:
        """Open, with this patient where one is given; the service is the one used last, or the room's own."""
        if self._service_used is None and of_room:
            self._service_used = of_room[0].service_id
        if patient is not None:
            self.take(patient)
        self.open()
        (self.picker.search if self._patient is None else self.service).setFocus(Qt.FocusReason.OtherFocusReason)
        self._reading.ask(self._fill())

    def take(self, patient: Found) -> None:
        """This patient gets the ticket."""
        self._patient = patient
        self.messages.dismiss()
        self._show_patient()
        self.service.setFocus(Qt.FocusReason.OtherFocusReason)

    def end(self) -> None:
        """Read nothing more and go away; called before the page is deleted."""
        self._reading.drop()
        self.close()
        self.deleteLater()

    async def _fill(self) -> None:
        """Read the services and classes, and keep what was chosen before."""
        try:
            db = self._desk.db
            services = await db.cached(organisation.services)
            classes = await db.cached(planning.priorities)
            journeys = await db.cached(queries_journeys.journeys)
            self._openings = await db.read(planning.openings)
            self._waits = await db.read(planning.service_waits)
            self._may_issue_now = await db.read(planning.may_issue_outside_hours)
        except HmsError as error:
            self.messages.tell(error)
            return
        self._classes = {one.code: one for one in classes}
        self._journeys = {one.id: one for one in journeys if one.active}
        offered = [
            (one.id, service_words(ServiceChoice(one.id, one.name, one.prefix))) for one in services if one.active
        ]
        self._offer(self.service, offered, self._service_used)
        ordinary = next((one.code for one in classes if one.ordinary), None)
        self._offer(self.priority, [(one.code, line(one.name)) for one in _usual_first(classes)], ordinary)
        ways = [(one.id, line(f"{one.name}: {' → '.join(one.services)}")) for one in self._journeys.values()]
        self._offer(self.journey, [(None, self.tr("none: one service")), *ways], None)
        self._fit_reason()
        self._fit_hours()

    def _offer(self, field: Any, choices: list[tuple[Any, str]], usual: object) -> None:
        kept = field.currentData() if field.count() else usual
        field.blockSignals(True)
        field.clear()
        for value, words in choices:
            field.addItem(words, value)
        field.setCurrentIndex(max(field.findData(kept), 0) if choices else -1)
        field.blockSignals(False)

    def _fit_reason(self) -> None:
        """Offer the reasons of the class; the ordinary one asks for none."""
        chosen = self._classes.get(self.priority.currentData() or "")
        self.reason.setEnabled(chosen is not None and chosen.reason_rule != ReasonRule.MAY)
        typed = self.reason.currentText()
        self.reason.offer(chosen.reasons if chosen else ())
        self.reason.setEditText(typed)

    def _fit_hours(self) -> None:
        """Say whether the service gives tickets now and how long a newcomer waits; ask why where it does not."""
        journey = self._journeys.get(self.journey.currentData() or 0)
        self.service.setEnabled(journey is None)
        service = journey.service_ids[0] if journey else self.service.currentData()
        opening, wait = self._openings.get(service or 0), self._waits.get(service or 0)
        closed = opening is not None and not opening.gives_tickets
        self.hours.setText(hours_words(opening, wait))
        self.hours.set_tone("warning" if closed else "neutral")
        self.hours.setVisible(self._patient is not None and bool(self.hours.text()))
        self.late.setVisible(self._patient is not None and closed and self._may_issue_now and journey is None)

    def _show_patient(self) -> None:
        chosen = self._patient
        self.picker.setVisible(chosen is None)
        self.new.setVisible(chosen is None)
        self.card.setVisible(chosen is not None)
        self.form.setVisible(chosen is not None)
        self.give.setEnabled(chosen is not None)
        self._fit_hours()
        if chosen is not None:
            self.card.show_patient(chosen)

    def _choose_again(self) -> None:
        self._patient = None
        self._show_patient()
        self.picker.search.take_focus()

    def _offer_new(self, typed: str) -> None:
        self.reject()
        self.wanting_new.emit(typed)

    async def _issue(self) -> None:
        if self._working or self._patient is None or self.service.currentData() is None:
            return
        self._working = True
        self.messages.dismiss()
        self.form.clear_errors()
        action, values = self._wish(self._patient)
        try:
            with self.progress.working(self.give, self.tr("Issuing the ticket…"), cancel=False):
                ticket = await self._wishes.run(action, **values)
        except HmsError as error:
            form = self.form if self.late.isHidden() or error.code != "queue.reason_missing" else self.late
            if not form.show_error(_FIELDS.get(error.code, "") if form is self.form else "why", spoken(error)):
                self.messages.tell(error)
            return
        finally:
            self._working = False
        self._given(ticket)

    def _wish(self, patient: Found) -> tuple[Callable[..., actions.Ticket], dict[str, Any]]:
        """What is asked of the server: a journey, a ticket outside of the hours, or just a ticket."""
        asked = {
            "patient": patient.id,
            "priority": self.priority.currentData(),
            "reason": value_of(self.reason) if self.reason.isEnabled() else "",
        }
        if self.journey.currentData() is not None:
            return actions.issue_journey, asked | {"journey": self.journey.currentData()}
        asked["service"] = self.service.currentData()
        if not self.late.isHidden():
            return actions.issue_outside_hours, asked | {"why": value_of(self.why_now)}
        return actions.issue_ticket, asked

    def _given(self, ticket: actions.Ticket) -> None:
        assert self._patient is not None  # noqa: S101 - a ticket is only asked for somebody
        words = self.tr("Ticket {ticket} for {patient}, {service}.").format(
            ticket=ticket.ticket, patient=found_name(self._patient), service=ticket.service
        )
        if ticket.estimate_minutes is not None:
            words += " " + self.tr("About {minutes} min to wait.").format(minutes=ticket.estimate_minutes)
        self._service_used = ticket.service_id
        self._forget()
        self.accept()
        self._desk.say(words, "done")
        self._desk.print_paper("ticket", ticket.ticket_id, automatic=True)
        self.issued.emit(ticket)

    def _forget(self) -> None:
        self._patient = None
        self.picker.search.clear()
        self.reason.setEditText("")
        self.why_now.clear()
        self.journey.setCurrentIndex(0)
        self.priority.setCurrentIndex(0)
        self._show_patient()


_FIELDS = {
    "queue.reason_missing": "reason",
    "queue.reason_not_listed": "reason",
    "queue.reason_long": "reason",
    "queue.no_such_class": "priority",
    "queue.service_closed": "service",
    "queue.outside_hours": "service",
    "queue.closed_today": "service",
    "queue.no_such_journey": "journey",
}


def _usual_first(classes: tuple[PriorityChoice, ...]) -> list[PriorityChoice]:
    """The ordinary class first, then by urgency."""
    return sorted(classes, key=lambda one: not one.ordinary)
