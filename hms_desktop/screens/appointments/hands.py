"""What is done with a chosen place or appointment: the dialogs that ask, and the appointment that is carried along."""

from collections.abc import Awaitable, Callable

from PySide6.QtCore import QObject, Signal

from hms_desktop.clinic.appointments import queries
from hms_desktop.clinic.appointments.card import appointment_card
from hms_desktop.clinic.appointments.queries import AppointmentLine, SessionBlock
from hms_desktop.clinic.patients.queries import Found
from hms_desktop.screens.appointments.asking import CancelDialog
from hms_desktop.screens.appointments.booking import BookDialog
from hms_desktop.screens.appointments.deeds import Appointment, Deeds
from hms_desktop.screens.appointments.sheets import Place
from hms_desktop.screens.appointments.words import patient_words
from hms_desktop.screens.pickers import NewPatient
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.dialogs import Question, ask
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.page import Page


class Hands(QObject):
    """Asks what must be asked and does it; refusals go to the program's one handler."""

    booked = Signal(object)
    """The Place that was booked."""
    taken_along = Signal(object)
    """The appointment that is carried until it is put somewhere."""
    put_down = Signal(int)
    """The id of the appointment that was carried and stands elsewhere now."""

    def __init__(self, page: Page, deeds: Deeds, buttons: dict[str, Button]) -> None:
        super().__init__(page)
        self._page, self._desk, self._deeds, self._buttons = page, page.desk, deeds, buttons
        self.carried: Appointment | None = None
        self.booking_for: Found | None = None

    def do(self, what: str, one: Appointment) -> None:
        """One of the card's DOINGS with an appointment."""
        deeds: dict[str, Callable[[], object]] = {
            "check_in": lambda: go(self._busily(what, self._deeds.check_in(one))),
            "no_show": lambda: go(self._busily(what, self._deeds.no_show(one))),
            "restore": lambda: go(self._busily(what, self._deeds.restore(one))),
            "unarrive": lambda: go(self._busily(what, self._deeds.unarrive(one.id, one.version))),
            "move": lambda: self.take_along(one),
            "cancel": lambda: go(self._cancel(one)),
            "print": lambda: self._desk.print_paper("slip", one.id),
            "patient": lambda: self._desk.go_to("patients", one.patient_id),
        }
        deeds[what]()

    def open_booking(self, place: Place, block: SessionBlock, *, overbook: bool = False) -> None:
        """Ask who is booked into `place`; whoever came from another page for it is known already."""
        dialog = BookDialog(
            self._desk,
            self._deeds,
            place,
            block,
            patient=self.booking_for,
            overbook=overbook,
            parent=self._page.window(),
        )
        dialog.booked.connect(self._was_booked)
        dialog.wanting_new.connect(lambda typed: self._desk.go_to("patients", NewPatient(typed)))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    async def book_found(self, place: Place, clinic: int) -> None:
        """Ask who is booked into a place that was found, as its session is now."""
        read = await self._desk.db.read(
            queries.calendar, snapshot=True, from_date=place.at.date(), days=1, clinic=clinic
        )
        block = next((one for one in read.sessions if one.session_id == place.session_id), None)
        if block is not None:
            self.open_booking(place, block)

    def take_along(self, one: Appointment) -> None:
        """Carry the appointment until it is put somewhere."""
        self.carried = one
        self.taken_along.emit(one)
        words = self.tr("Moving {patient}: choose the new time, Enter puts it there, Esc leaves it.")
        self._desk.say(words.format(patient=patient_words(one)))

    def let_go(self) -> None:
        """What was carried stays where it is."""
        self.carried = None
        self._desk.messages.dismiss()

    async def put(self, one: Appointment, place: Place, *, on_top: bool = False) -> None:
        """Put an appointment into `place`; `on_top` of a full time only after a question."""
        if on_top:
            question = Question(
                self.tr("This time is full"),
                self.tr("Put {patient} on top of it?").format(patient=patient_words(one)),
                self.tr("Put on top"),
                parent=self._page.window(),
            )
            agreed = await ask(question)
            question.deleteLater()
            if not agreed:
                return
        with self._page.busy(cancel=False):
            await self._deeds.move(one, place, overbook=on_top)
        self.carried = None
        self.put_down.emit(one.id)

    def _was_booked(self, place: Place) -> None:
        self.booking_for = None
        self.booked.emit(place)

    async def _busily(self, what: str, deed: Awaitable[None]) -> None:
        with self._page.busy(self._buttons[what], cancel=False):
            await deed

    async def _cancel(self, one: Appointment) -> None:
        series = await self._course_of(one)
        dialog = CancelDialog(one, in_course=series is not None, parent=self._page.window())
        wanted, reason, note, course = await ask(dialog), dialog.reason(), dialog.note(), dialog.whole_course()
        dialog.deleteLater()
        if wanted and course and series is not None:
            await self._deeds.cancel_course(series, reason, note)
        elif wanted:
            await self._deeds.cancel(one, reason, note)

    async def _course_of(self, one: Appointment) -> int | None:
        """The course of visits that an appointment belongs to."""
        if isinstance(one, AppointmentLine):
            return one.series_id
        if not one.in_series:
            return None
        card = await self._desk.db.read(appointment_card, snapshot=True, appointment=one.id)
        return card.line.series_id if card else None
