"""The administrator's pages, typed into as a person would, on a real database."""

from uuid import uuid4

import pytest

from hms_desktop.clinic.organisation import actions, queries
from hms_desktop.clinic.organisation.actions import DepartmentDraft, RoomDraft, ServiceDraft
from hms_desktop.screens.organisation.departments import DepartmentsPage
from hms_desktop.screens.organisation.facility import FacilityPage
from hms_desktop.screens.organisation.rooms import RoomsPage
from hms_desktop.screens.organisation.services import ServicesPage
from hms_desktop.widgets.dialogs import DifferenceDialog
from hms_desktop.widgets.editor_page import EditorPage
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, until


@pytest.fixture
def office(office: Seat) -> Seat:
    """An administrator's seat; one department with the services A and B is there."""
    db = office.database
    department = db.run_now(actions.save_department, intent=uuid4(), draft=DepartmentDraft("Outpatients"))
    for name, prefix in (("General clinic", "A"), ("Laboratory", "B")):
        db.run_now(actions.save_service, intent=uuid4(), draft=ServiceDraft(department, name, prefix))
    return office


def fault(page: EditorPage, field: str) -> str:
    """The sentence below a field, empty where there is none."""
    return page.form.field(field).accessibleDescription()


async def opened(office: Seat, page: EditorPage) -> EditorPage:
    office.show(page)
    await until(lambda: page._begun, "the page was read")
    return page


def test_a_new_department_is_typed_saved_and_stands_in_the_list(office: Seat, loop: ClosingLoop) -> None:
    async def steps() -> None:
        page = await opened(office, DepartmentsPage(office.desk))
        page.new_button.click()
        page.form.put(name="X-ray")
        page.save_button.click()
        await until(lambda: "Saved" in office.said(), "it was saved")
        assert [row.name for row in page.model.rows()] == ["Outpatients", "X-ray"]
        assert page.form.values()["name"] == "X-ray"
        assert not page.touched()

    loop.run(steps())


def test_a_taken_prefix_is_one_sentence_below_its_field_and_the_form_is_kept(office: Seat, loop: ClosingLoop) -> None:
    async def steps() -> None:
        page = await opened(office, ServicesPage(office.desk))
        page.new_button.click()
        page.put({"name": "Dressings", "prefix": "A"})
        page.save_button.click()
        await until(lambda: fault(page, "prefix"), "the sentence came")
        assert fault(page, "prefix") == "Another service has this prefix; choose other letters."
        assert page.form.values()["name"] == "Dressings"
        page.put({"prefix": "DR"})
        page.save_button.click()
        await until(lambda: "Saved" in office.said(), "it was saved")

    loop.run(steps())
    assert {row.prefix for row in office.database.read_now(queries.services)} == {"A", "B", "DR"}


def test_what_was_typed_into_one_entry_waits_while_another_is_looked_at(office: Seat, loop: ClosingLoop) -> None:
    async def steps() -> None:
        page = await opened(office, ServicesPage(office.desk))
        page.form.field("name").setText("General clinic, mornings")
        page.table.choose(1)
        assert page.form.values()["name"] == "Laboratory"
        assert page.unsaved() == 1
        page.table.choose(0)
        assert page.form.values()["name"] == "General clinic, mornings"
        page.discard()
        assert page.form.values()["name"] == "General clinic"
        office.messages.message().undo()
        assert page.form.values()["name"] == "General clinic, mornings"

    loop.run(steps())


def test_two_changes_of_different_fields_meet_and_of_the_same_field_are_asked(office: Seat, loop: ClosingLoop) -> None:
    def colleague(version: int, **values: object) -> None:
        (row, *_) = office.database.read_now(queries.services)
        draft = {"department_id": row.department_id, "name": row.name, "prefix": row.prefix, **values}
        office.database.run_now(
            actions.save_service, intent=uuid4(), draft=ServiceDraft(**draft, id=row.id, version=version)
        )

    async def steps() -> None:
        page = await opened(office, ServicesPage(office.desk))
        page.form.field("name").setText("Clinic of mine")
        colleague(1, prefix="GC")
        page.save_button.click()
        await until(lambda: "Saved" in office.said(), "both changes met")
        assert page.form.values()["prefix"] == "GC"
        page.form.field("name").setText("Mine again")
        colleague(3, name="Theirs")
        page.save_button.click()
        await until(lambda: page.findChild(DifferenceDialog), "the difference was shown")
        dialog = page.findChild(DifferenceDialog)
        assert [(one.yours, one.theirs) for one in dialog._differences] == [("Mine again", "Theirs")]
        dialog.accept()
        await until(lambda: not page.touched() and page.save_button.isEnabled(), "it was saved")

    loop.run(steps())
    assert office.database.read_now(queries.services)[1].name == "Mine again"


def test_a_room_serves_the_ticked_services(office: Seat, loop: ClosingLoop) -> None:
    async def steps() -> None:
        page = await opened(office, RoomsPage(office.desk))
        second = office.database.read_now(queries.services)[1].id
        page.put({"name": "Counter 3", "kind": "counter", "service_ids": [second]})
        page.save_button.click()
        await until(lambda: "Saved" in office.said(), "it was saved")

    loop.run(steps())
    (row,) = office.database.read_now(queries.rooms)
    assert (row.name, row.kind, row.services) == ("Counter 3", "counter", ("Laboratory",))


def test_the_hospital_takes_a_known_time_zone_only(office: Seat, loop: ClosingLoop) -> None:
    async def steps() -> None:
        page = await opened(office, FacilityPage(office.desk))
        page.put({"time_zone": "Mars/Olympus"})
        page.save_button.click()
        await until(lambda: "IANA" in fault(page, "time_zone"), "the sentence came")
        page.put({"time_zone": "Africa/Nairobi", "languages": ["en", "sw"], "opt_ins": ["estimated_waits"]})
        page.save_button.click()
        await until(lambda: "Saved" in office.said(), "it was saved")

    loop.run(steps())
    row = office.database.read_now(queries.facility)
    assert (row.time_zone, row.languages, row.opt_ins) == ("Africa/Nairobi", ("en", "sw"), {"estimated_waits"})


def test_a_closed_room_is_said_so_in_words(office: Seat, loop: ClosingLoop) -> None:
    room = RoomDraft("Old counter", "counter")
    made = office.database.run_now(actions.save_room, intent=uuid4(), draft=room)
    closed = RoomDraft("Old counter", "counter", active=False, id=made, version=1)
    office.database.run_now(actions.save_room, intent=uuid4(), draft=closed)

    async def steps() -> None:
        page = await opened(office, RoomsPage(office.desk))
        assert "closed" in page.model.cells(0).texts

    loop.run(steps())
