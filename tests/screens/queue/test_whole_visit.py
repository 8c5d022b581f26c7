"""A patient comes, is found or registered, gets a ticket, is called and served: with the keyboard alone."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget

from hms_desktop.screens.patients.page import PatientsPage
from hms_desktop.screens.queue.page import QueuePage
from tests.factories import patients, queue
from tests.hospital import Hospital
from tests.screens.desks import Seat, press, type_text, until
from tests.widgets.conftest import Loop

CTRL = Qt.KeyboardModifier.ControlModifier


class TwoPages:
    """The two pages of one seat, and `go_to` between them as the shell does it."""

    def __init__(self, seat: Seat) -> None:
        self.seat = seat
        self.queue, self.patients = QueuePage(seat.desk), PatientsPage(seat.desk)
        self.stack = QStackedWidget()
        for page in (self.queue, self.patients):
            self.stack.addWidget(page)
            seat.pages.append(page)
        seat.column.addWidget(self.stack)
        seat.desk.going_to.connect(self.go_to)
        seat.window.resize(1366, 768)
        seat.window.show()
        seat.front()

    def go_to(self, name: str, what: object) -> None:
        page = {"queue": self.queue, "patients": self.patients}[name]
        self.stack.setCurrentWidget(page)
        self.seat.front()
        page.show_what(what)


def test_a_known_patient_is_found_ticketed_called_and_finished_by_keyboard(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    patients.patient(hospital, "Haddad", "Amina")
    patients.patient(hospital, "Haddad", "Karim")

    async def visit() -> None:
        pages = TwoPages(sit())
        board, counter = pages.queue, pages.queue.counter
        await until(lambda: counter.state is not None)
        press(Qt.Key.Key_F6)
        await until(lambda: board._issuing is not None and board._issuing.service.count() == 2)
        type_text("amin had")
        press(Qt.Key.Key_Return)
        await until(lambda: board._issuing is not None and board._issuing.give.isEnabled())
        press(Qt.Key.Key_Return)
        await until(lambda: board.model.rowCount() == 1)
        await pages.seat.come_to_front()
        assert board.model.row(0).row.patient == "Haddad, Amina"
        press(Qt.Key.Key_F8)
        await until(lambda: counter.state.current is not None)
        await until(lambda: board.table.chosen_row() == 0)
        press(Qt.Key.Key_Return)
        await until(lambda: counter.state.current.state == "serving")
        await until(lambda: not board.panel.called.finish.isHidden())
        press(Qt.Key.Key_Return)
        await until(lambda: counter.state.current is None)

    loop.run(visit())
    assert hospital.sql("SELECT state, class_rank FROM hms.segments") == [("done", 2)]


def test_somebody_unknown_is_registered_on_the_way_and_gets_the_ticket(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:

    async def visit() -> None:
        pages = TwoPages(sit())
        await until(lambda: pages.queue.counter.state is not None)
        press(Qt.Key.Key_F6)
        await until(lambda: pages.queue._issuing is not None and pages.queue._issuing.service.count() == 2)
        type_text("Amina Haddad")
        press(Qt.Key.Key_Return)
        await until(lambda: pages.patients.forms.new is not None)
        form = pages.patients.forms.new.form
        await until(lambda: form.family.hasFocus())
        assert (form.given.text(), form.family.text()) == ("Amina", "Haddad")
        press(Qt.Key.Key_Return, Qt.Key.Key_Return)
        type_text("about 34")
        press((CTRL, Qt.Key.Key_Return))
        await until(lambda: pages.stack.currentWidget() is pages.queue)
        await until(lambda: pages.queue._issuing.isVisible() and pages.queue._issuing.give.isEnabled())
        press(Qt.Key.Key_Return)
        await until(lambda: pages.queue.model.rowCount() == 1)

    loop.run(visit())
    assert hospital.sql("SELECT given_names, family_name, birth_precision FROM hms.patients") == [
        ("Amina", "Haddad", "age")
    ]
    assert hospital.sql("SELECT count(*) FROM hms.tickets") == [(1,)]
