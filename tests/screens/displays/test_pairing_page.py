"""The administrator lets new screens in: compares a code, chooses a screen, accepts or turns away."""

from uuid import UUID

import pytest

from hms_desktop.clinic.displays import actions_pairing as actions
from hms_desktop.clinic.displays import queries_pairing as pairing
from hms_desktop.core.connecting import connect
from hms_desktop.core.database import Database
from hms_desktop.screens.displays.page import DisplaysPage
from tests.factories import displays
from tests.hospital import Hospital
from tests.kiosk.images import pairing_login
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, until


@pytest.fixture
def image(hospital: Hospital) -> Database:
    return hospital.database(pairing_login(hospital))


def ask(image: Database, code: str) -> UUID:
    return image.run_now(actions.ask_to_pair, code=code, password="x" * 32, machine="new-pi")


def shown(office: Seat) -> DisplaysPage:
    whole = DisplaysPage(office.desk)
    office.show(whole)
    whole.tabs.setCurrentWidget(whole.pairing)
    return whole


def test_the_one_that_asks_is_chosen_and_let_in_as_a_new_screen(
    office: Seat, image: Database, loop: ClosingLoop
) -> None:
    async def steps() -> None:
        page = shown(office).pairing
        await until(lambda: "No screen asks" in page.table._empty_text, "the page was read")
        handle = ask(image, "4K7P2MXA")
        await until(lambda: page.code.text() == "4K7P 2MXA", "the knock brought the request")
        page.accept.click()
        await until(lambda: page.form.field("name").accessibleDescription(), "a name is asked for")
        page.form.put(name="Main hall")
        page.accept.click()
        await until(lambda: "Main hall" in office.said(), "it was let in")
        await until(lambda: page.model.rowCount() == 0, "the list is empty again")
        assert image.read_now(pairing.pairing_state, handle=handle).display == "Main hall"

    loop.run(steps())


def test_it_says_who_is_shut_out_when_a_screen_is_taken_over(
    office: Seat, hospital: Hospital, image: Database, loop: ClosingLoop
) -> None:
    old = displays.screen(hospital, "Hall A")
    still_open = connect(old, application="test")

    async def steps() -> None:
        handle = ask(image, "4K7P2MXA")
        page = shown(office).pairing
        await until(lambda: page.accept.isEnabled(), "the request was read")
        page.form.put(screen="Hall A")
        assert "Hall A now is shut out" in page.how.text()
        page.accept.click()
        await until(lambda: "Let in" in office.said(), "it was let in")
        assert image.read_now(pairing.pairing_state, handle=handle).login == old.user
        before = "SELECT 1 FROM pg_stat_activity WHERE usename = %s"
        await until(lambda: not hospital.sql(before, old.user), "the machine of before was cut off")

    loop.run(steps())
    still_open.close()


def test_of_two_that_ask_neither_is_chosen_and_a_wrong_one_is_turned_away(
    office: Seat, image: Database, loop: ClosingLoop
) -> None:
    async def steps() -> None:
        handles = [ask(image, code) for code in ("4K7P2MXA", "00001111")]
        page = shown(office).pairing
        await until(lambda: page.model.rowCount() == 2, "both were read")
        assert not page.accept.isEnabled()
        page.table.choose(1)
        page.refuse.click()
        await until(lambda: "0000 1111" in office.said(), "it was turned away")
        assert [image.read_now(pairing.pairing_state, handle=one).state for one in handles] == ["waiting", "refused"]

    loop.run(steps())
