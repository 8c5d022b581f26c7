"""The administrator's page of people: a person who is added there signs in."""

import pytest

from hms_desktop.clinic.staff import queries
from hms_desktop.core.errors import Refused
from hms_desktop.screens.staff.page import StaffPage
from hms_desktop.widgets.forms import FormDialog
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, until

WORDS = "quiet rivers run deep"


async def opened(office: Seat) -> StaffPage:
    page = StaffPage(office.desk)
    office.show(page)
    await until(lambda: page.model.rowCount(), "the page was read")
    return page


async def added(page: StaffPage, office: Seat, login: str) -> None:
    page.begin_new()
    page.put({"display_name": "Asha Example", "login": login, "password": WORDS, "duties": ["front_desk", "cashier"]})
    page.save_button.click()
    await until(lambda: "Saved" in office.said(), "the person was added")


def test_a_person_added_here_signs_in_with_these_duties(hospital: Hospital, office: Seat, loop: ClosingLoop) -> None:
    login = f"asha.{hospital.superuser.dbname[-8:]}"

    async def steps() -> None:
        page = await opened(office)
        await added(page, office, login)
        assert page.password.text() == ""

    loop.run(steps())
    me = hospital.database(hospital.superuser.signed_in_as(login, WORDS)).read_now(queries.me)
    assert (me.display_name, me.duties) == ("Asha Example", {"front_desk", "cashier"})


@pytest.mark.parametrize(
    ("typed", "field"),
    [
        ({"login": "Asha Example"}, "login"),
        ({"login": "hms_worker"}, "login"),
        ({"password": "short"}, "password"),
        ({"duties": []}, "duties"),
        ({"display_name": ""}, "display_name"),
    ],
)
def test_what_cannot_be_is_said_below_its_field(
    office: Seat, loop: ClosingLoop, typed: dict[str, object], field: str
) -> None:
    right = {"display_name": "Asha", "login": "asha.x", "password": WORDS, "duties": ["front_desk"]}

    async def steps() -> None:
        page = await opened(office)
        page.begin_new()
        page.put({**right, **typed})
        page.save_button.click()
        await until(lambda: page.form.field(field).accessibleDescription(), "the sentence came")

    loop.run(steps())
    assert len(office.database.read_now(queries.people)) == 1


def test_a_taken_login_keeps_the_form(hospital: Hospital, office: Seat, loop: ClosingLoop) -> None:
    taken = hospital.person("store").user

    async def steps() -> None:
        page = await opened(office)
        page.begin_new()
        page.put({"display_name": "Asha", "login": taken, "password": WORDS, "duties": ["store"]})
        page.save_button.click()
        await until(lambda: "taken" in page.form.field("login").accessibleDescription(), "the sentence came")
        assert page.password.text() == WORDS

    loop.run(steps())


def test_the_last_administrator_cannot_be_closed(office: Seat, loop: ClosingLoop) -> None:
    async def steps() -> None:
        page = await opened(office)
        page.put({"active": False})
        page.save_button.click()
        await until(lambda: "last administrator" in office.said(), "it was refused")

    loop.run(steps())


def test_a_new_password_opens_and_the_old_one_does_not(hospital: Hospital, office: Seat, loop: ClosingLoop) -> None:
    login = f"asha.{hospital.superuser.dbname[-8:]}"

    async def steps() -> None:
        page = await opened(office)
        await added(page, office, login)
        page.reset.click()
        await until(lambda: page.findChild(FormDialog), "the dialog opened")
        dialog = page.findChild(FormDialog)
        dialog.form.field("password").setText("short")
        dialog.go.click()
        await until(lambda: dialog.messages.message(), "a weak one was refused")
        dialog.form.field("password").setText("another long sentence")
        await until(dialog.go.isEnabled, "the button is back")
        dialog.go.click()
        await until(lambda: "new password" in office.said(), "it was given")

    loop.run(steps())
    server = hospital.superuser.signed_in_as(login, "another long sentence")
    assert hospital.database(server).read_now(queries.me).login == login
    with pytest.raises(Refused):
        hospital.database(server.signed_in_as(login, WORDS)).read_now(queries.me)
