"""Numbers that were taken at the entrance: the board says that nobody was asked yet, and the desk asks."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMenu

from hms_desktop.screens.queue.asking import HolderDialog
from hms_desktop.screens.queue.page import QueuePage
from tests.factories import check_in, queue
from tests.hospital import Hospital
from tests.screens.desks import Seat, press, type_text, until
from tests.widgets.conftest import Loop

HOLDER = "SELECT patient_id FROM hms.tickets WHERE label = 'A 001'"


def test_a_number_from_the_entrance_gets_its_patient_at_the_desk(
    hospital: Hospital, house: queue.House, sit: Callable[..., Seat], loop: Loop
) -> None:
    check_in.open_to_patients(hospital, house.services["A"])
    machine = hospital.connection(check_in.machine(hospital))
    machine.execute("SELECT kiosk.take_ticket(gen_random_uuid(), %s)", (house.services["A"],))
    [patient] = queue.patients(hospital, 1)
    [(mrn,)] = hospital.sql("SELECT mrn FROM hms.patients WHERE id = %s", patient)
    seat = sit()

    async def ask() -> None:
        page = QueuePage(seat.desk)
        seat.show(page)
        await until(lambda: page.model.rowCount() == 1)
        assert "not asked yet" in page.model.cells(0).texts
        page.table.choose(0)
        press(Qt.Key.Key_Return, on=page.table)
        menu = QApplication.activePopupWidget()
        assert isinstance(menu, QMenu)
        [whose] = [action for action in menu.actions() if "Whose" in action.text()]
        menu.close()
        whose.trigger()
        await until(lambda: isinstance(QApplication.activeWindow(), HolderDialog))
        dialog = QApplication.activeWindow()
        assert isinstance(dialog, HolderDialog)
        type_text(mrn)
        await until(lambda: dialog.picker.model.rowCount() == 1)
        press(Qt.Key.Key_Return)
        await until(lambda: hospital.sql(HOLDER) == [(patient,)])
        await until(lambda: any("Family" in text for text in page.model.cells(0).texts))

    loop.run(ask())
