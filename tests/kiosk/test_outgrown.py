"""A waiting room's screen goes on calling as long as it may; then it keeps its last picture and says why."""

from pathlib import Path
from uuid import uuid4

from hms_desktop.clinic.displays.queries import DisplayState, display_states
from hms_desktop.clinic.records import actions
from hms_desktop.core.database import Database
from tests.factories import displays, queue
from tests.hospital import Hospital
from tests.kiosk.running import RunningKiosk
from tests.kiosk.test_process import many_calls
from tests.waiting import wait_until


def test_a_screen_that_was_outgrown_shows_no_new_calls_until_it_may_again(hospital: Hospital, tmp_path: Path) -> None:
    house = queue.house(hospital)
    itself = hospital.database(hospital.person("admin"))
    with RunningKiosk(displays.screen(hospital), tmp_path) as kiosk:
        itself.run_now(actions.announce_release, intent=uuid4(), version="99.0")
        [first] = many_calls(hospital, house, 1)
        kiosk.wait_until_painted([first], 60)  # what was announced stops nobody
        wait_until(lambda: said(itself).details.get("newer") == "99.0")
        itself.run_now(actions.require_release, intent=uuid4(), version="99.0")
        kiosk.wait_for(lambda: "too old" in (kiosk.events("trouble") or [""])[-1], "the sentence")
        kiosk.wait_for(lambda: kiosk.events("online")[-1] is False, "the picture is old from now on")
        wait_until(lambda: said(itself).unfit == "program.too_old")
        went_wrong = said(itself).seen_at
        wait_until(lambda: said(itself).seen_at > went_wrong)
        assert said(itself).alive
        [second] = many_calls(hospital, house, 1)
        itself.run_now(actions.require_release, intent=uuid4(), version="99.0", required=False)
        kiosk.wait_until_painted([first, second], 60)
        kiosk.wait_for(lambda: kiosk.events("trouble")[-1] == "", "the sentence to go")
        wait_until(lambda: not said(itself).unfit)


def said(administrator: Database) -> DisplayState:
    """What the desk knows of the only screen."""
    [state] = administrator.read_now(display_states)
    return state
