"""What a desk wishes of appointments: each wish is done once, said in one sentence, and taken back where it can be."""

import asyncio
from dataclasses import replace
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from hms_desktop.clinic.appointments import actions
from hms_desktop.clinic.appointments.actions import Booked, Cancelled, CheckedIn, Series
from hms_desktop.clinic.appointments.queries import AppointmentBlock, AppointmentLine
from hms_desktop.clinic.appointments.rules import Recurrence
from hms_desktop.screens.appointments.sheets import Place
from hms_desktop.screens.appointments.words import patient_words, when_words
from hms_desktop.widgets.desk import Desk
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.wishes import Wishes

Appointment = AppointmentBlock | AppointmentLine


class Deeds(QObject):
    """The actions of booking with their messages. Each raises Refused, Stale or Unreachable."""

    changed = Signal()
    """Something was done here, or was found to be otherwise: whoever shows appointments reads again."""
    arrived = Signal(object)
    """The CheckedIn of a patient who has a ticket now."""

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._wishes = Wishes(desk)

    async def book(
        self, patient: int, name: str, place: Place, *, slots: int = 1, reason: str = "", overbook: bool = False
    ) -> Booked:
        """Book `place`; the slip is printed where this workstation chose so."""
        booked: Booked = await self._wish(
            actions.book,
            patient=patient,
            session_id=place.session_id,
            starts_at=place.starts_at,
            slots=slots,
            reason=reason,
            overbook=overbook,
        )
        words = self.tr("{patient} is booked: {when}, {clinic}.")
        self._say(
            words.format(patient=name, when=when_words(booked.at), clinic=booked.clinic), self._undo_booking(booked)
        )
        self._desk.print_paper("slip", booked.appointment_id, automatic=True)
        return booked

    async def book_course(
        self, patient: int, clinic: int, place: Place, rule: Recurrence, *, slots: int, reason: str, skip: bool
    ) -> Series:
        """Book every visit of a course, or with `skip` those that can be had."""
        series: Series = await self._wish(
            actions.book_series,
            patient=patient,
            clinic=clinic,
            first=place.at.date(),
            at=place.at.time(),
            rule=rule,
            slots=slots,
            reason=reason,
            skip=skip,
        )
        undo = self._undo_course(series.series_id)
        self._say(self.tr("Visits booked: {n}.").format(n=len(series.booked)), undo)
        return series

    async def move(self, one: Appointment, place: Place, *, overbook: bool = False) -> None:
        """Put the appointment into another place."""
        former = Place(one.session_id, one.starts_at, one.at, one.until)
        moved: Booked = await self._wish(
            actions.move,
            appointment=one.id,
            version=one.version,
            session_id=place.session_id,
            starts_at=place.starts_at,
            overbook=overbook,
        )
        words = self.tr("{patient} is moved to {when}, {clinic}.")
        back = replace(one, version=moved.version, session_id=moved.session_id, starts_at=moved.starts_at, at=moved.at)
        self._say(
            words.format(patient=patient_words(one), when=when_words(moved.at), clinic=moved.clinic),
            lambda: go(self.move(back, former)),
        )
        self._desk.print_paper("slip", moved.appointment_id, automatic=True)

    async def cancel(self, one: Appointment, reason: str, note: str) -> None:
        """Give the place up; who waits for it may be offered it."""
        gone: Cancelled = await self._wish(
            actions.cancel, appointment=one.id, version=one.version, reason=reason, note=note
        )
        words = self.tr("The appointment of {patient} on {when} is cancelled.")
        if gone.offered_to is not None:
            words = self.tr("The appointment of {patient} on {when} is cancelled and offered to the waiting list.")
        self._say(
            words.format(patient=patient_words(one), when=when_words(one.at)),
            lambda: go(self.restore(replace(one, version=gone.version))),
        )

    async def cancel_course(self, series: int, reason: str, note: str) -> None:
        many: int = await self._wish(actions.cancel_series, series=series, reason=reason, note=note)
        self._say(self.tr("Visits cancelled: {n}.").format(n=many))

    async def restore(self, one: Appointment) -> None:
        """Take a cancellation or a no-show back."""
        await self._wish(actions.restore, appointment=one.id, version=one.version)
        self._say(
            self.tr("{patient} is booked again: {when}.").format(patient=patient_words(one), when=when_words(one.at))
        )

    async def no_show(self, one: Appointment) -> None:
        left: Booked = await self._wish(actions.mark_no_show, appointment=one.id, version=one.version)
        self._say(
            self.tr("{patient} did not come.").format(patient=patient_words(one)),
            lambda: go(self.restore(replace(one, version=left.version))),
        )

    async def check_in(self, one: Appointment) -> None:
        """The patient is here: the queue's ticket is opened."""
        here: CheckedIn = await self._wish(actions.check_in, appointment=one.id, version=one.version)
        self._tell_arrival(here, patient_words(one))

    async def check_in_scanned(self, code: UUID) -> None:
        """The patient is here with the slip that holds `code`."""
        here: CheckedIn = await self._wish(actions.check_in_scanned, code=code)
        self._tell_arrival(here, self.tr("The patient"))

    async def unarrive(self, appointment: int, version: int) -> None:
        """Take the arrival back, while nobody has called the ticket."""
        await self._wish(actions.unarrive, appointment=appointment, version=version)
        self._say(self.tr("The arrival is taken back; the ticket left the queue."))

    async def accept(self, entry: int, version: int) -> Booked:
        """The patient takes what was offered."""
        booked: Booked = await self._wish(actions.accept_offer, entry=entry, version=version)
        self._say(self.tr("Booked: {when}, {clinic}.").format(when=when_words(booked.at), clinic=booked.clinic))
        self._desk.print_paper("slip", booked.appointment_id, automatic=True)
        return booked

    async def decline(self, entry: int, version: int) -> None:
        """The offered time does not suit; the patient goes on waiting."""
        await self._wish(actions.decline_offer, entry=entry, version=version)
        self._say(self.tr("The offer is declined; the patient stays on the list."))

    async def leave_list(self, entry: int, version: int) -> None:
        await self._wish(actions.leave_waiting_list, entry=entry, version=version)
        self._say(self.tr("Taken off the waiting list."))

    async def wait(self, wish: actions.WaitingWish) -> None:
        """Note somebody who would come sooner."""
        await self._wish(actions.add_to_waiting_list, wish=wish)
        self._say(self.tr("On the waiting list."))

    def _tell_arrival(self, here: CheckedIn, name: str) -> None:
        words = self.tr("Ticket {ticket}: {patient}, {clinic}.")
        if here.already:
            words = self.tr("Ticket {ticket}, held already: {patient}, {clinic}.")
        self._say(
            words.format(ticket=here.ticket, patient=name, clinic=here.clinic),
            lambda: go(self.unarrive(here.appointment_id, here.version)),
        )
        self._desk.print_paper("ticket", here.ticket_id, automatic=True)
        self.arrived.emit(here)

    def _undo_booking(self, booked: Booked) -> Any:
        async def take_back() -> None:
            await self._wish(
                actions.cancel, appointment=booked.appointment_id, version=booked.version, reason="mistake", note=""
            )
            self._say(self.tr("The booking is taken back."))

        return lambda: go(take_back())

    def _undo_course(self, series: int) -> Any:
        return lambda: go(self.cancel_course(series, "mistake", ""))

    def _say(self, words: str, undo: Any = None) -> None:
        self._desk.say(words, "done", undo)

    async def _wish(self, action: Any, **values: Any) -> Any:
        try:
            return await self._wishes.run(action, **values)
        finally:
            if not isValid(self):
                raise asyncio.CancelledError  # the page was closed meanwhile: it is done, and nobody is left to be told
            self.changed.emit()
