"""The main job from end to end: somebody registers, gets a ticket, is called, and the waiting room shows it."""

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from uuid import uuid4

import pytest

from hms_desktop.admin.screen import Kiosk
from hms_desktop.clinic.displays import queries as displays
from hms_desktop.clinic.operations import demo
from hms_desktop.clinic.organisation import queries as organisation
from hms_desktop.clinic.patients import actions as patients
from hms_desktop.clinic.patients import queries as found
from hms_desktop.clinic.patients.rules import Birth, PatientRecord, Phone
from hms_desktop.clinic.queue import actions as queue
from hms_desktop.core.database import Database
from hms_desktop.core.embedded import scratch
from tests.waiting import wait_until


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[demo.Demo]:
    with scratch() as postgres:
        yield demo.open_demo(postgres.server, tmp_path / "demo")


def test_a_patient_arrives_gets_a_ticket_is_called_and_the_waiting_room_shows_it(opened: demo.Demo) -> None:
    clerk = next(account for account in opened.accounts if account.duty == "front_desk")
    server = opened.server.signed_in_as(clerk.login, clerk.password)
    with closing(Database(server, workstation="desk-1")) as desk, Kiosk(opened.kiosks[0]):
        born = desk.read_now(found.today).replace(year=1980)
        record = PatientRecord("Văn An", "Nguyễn Mẫu", "male", Birth(born, "day"), phones=(Phone("555 0123 45"),))
        registered = desk.run_now(patients.register, intent=uuid4(), record=record)
        assert [each.id for each in desk.read_now(found.find_patients, text="nguyen an")][:1] == [registered.id]

        room = next(room for room in desk.read_now(organisation.open_rooms) if room.name == demo.YOURS)
        ticket = desk.run_now(queue.issue_ticket, intent=uuid4(), service=room.service_ids[0], patient=registered.id)
        assert ticket.ticket == "A 001"
        call = desk.run_now(queue.call_next, intent=uuid4(), room=room.id)
        assert (call.ticket, call.room) == ("A 001", "Room 1")

        wait_until(lambda: desk.read_now(displays.signs, call_ids=[call.call_id]), "the waiting room showed the call")
        assert [sign.display for sign in desk.read_now(displays.signs, call_ids=[call.call_id])] == ["Main hall"]

        served = desk.run_now(queue.start_service, intent=uuid4(), segment=call.segment_id, version=call.version)
        done = desk.run_now(queue.finish, intent=uuid4(), segment=served.segment_id, version=served.version)
        assert done.state == "done"
