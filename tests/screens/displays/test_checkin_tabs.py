"""The tabs of the machines at the entrance: an administrator chooses a printer, and sees how they do."""

import datetime as dt

from hms_desktop.clinic.displays.queries_checkin import check_in_rules, machines
from hms_desktop.screens.displays.page import DisplaysPage
from tests.factories import check_in
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, until


def test_a_machine_gets_languages_and_a_printer_and_tells_when_nothing_comes_out(
    office: Seat, hospital: Hospital, loop: ClosingLoop
) -> None:
    psql = hospital.connection(check_in.machine(hospital))
    [(roll,)] = hospital.sql(
        "INSERT INTO hms.printers (name, connection, address) VALUES ('Roll', 'network', 'roll') RETURNING id"
    )

    async def steps() -> None:
        page = DisplaysPage(office.desk)
        office.show(page)
        page.tabs.setCurrentWidget(page.check_in)
        await until(lambda: page.check_in.model.rowCount() == 1, "the machine is listed")
        assert page.check_in.model.cells(0).texts == ("Entrance", "–", "never seen yet")
        page.check_in.put({"languages": ["ar", "fr"], "printer_id": roll})
        page.check_in.save_button.click()
        await until(lambda: page.check_in.model.cells(0).texts[1] == "Roll", "it was saved")
        psql.execute("SELECT kiosk.heartbeat('1', 1, '{\"printer\": \"printer.no_paper\"}')")
        page.check_in.reload()
        await until(
            lambda: page.check_in.model.cells(0).texts[2] == "alive, but prints nothing",
            "the desk hears of the printer",
        )
        assert page.screens.model.rowCount() == 0

    loop.run(steps())
    [machine] = office.database.read_now(machines)
    assert (machine.languages, machine.printer_id) == (("fr", "ar"), roll)


def test_the_numbers_for_all_machines_are_set_in_one_form(office: Seat, loop: ClosingLoop) -> None:
    async def steps() -> None:
        page = DisplaysPage(office.desk)
        office.show(page)
        page.tabs.setCurrentWidget(page.check_in_rules)
        await until(lambda: page.check_in_rules.model.rowCount() == 1, "the numbers are there")
        page.check_in_rules.put({"wrong": 5, "tickets": 100, "before": 60})
        page.check_in_rules.save_button.click()
        await until(lambda: "Saved" in office.said(), "they were saved")

    loop.run(steps())
    version, numbers = office.database.read_now(check_in_rules)
    assert (version, numbers.most_wrong, numbers.tickets_an_hour, numbers.opens_before) == (
        2, 5, 100, dt.timedelta(hours=1),
    )  # fmt: skip
