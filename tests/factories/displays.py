"""Waiting-room screens for tests: each with a kiosk's own login, and calls made the way a desk makes them."""

import json
import uuid
from collections.abc import Sequence
from typing import Any

from hms_desktop.clinic.operations import installing
from hms_desktop.core.settings import Server
from tests.factories.queue import House, patients
from tests.hospital import PASSWORD, Hospital


def screen(hospital: Hospital, name: str = "Hall A", rooms: Sequence[int] = (), **fields: Any) -> Server:
    """A screen with a login; the server as its kiosk signs in. No rooms means that it shows the calls to every room."""
    login = f"kiosk-{uuid.uuid4().hex[:20]}"
    record = {"name": name, "layout": "beside", "languages": ["en"], "video": False, **fields}
    hospital.sql(
        "SELECT hms.save_display(%s, NULL, NULL, %s, %s::bigint[])", uuid.uuid4(), json.dumps(record), list(rooms)
    )
    made = installing.verifier(hospital.connection(), login, PASSWORD)
    hospital.sql("SELECT hms.set_up_kiosk(%s, %s, %s, %s)", uuid.uuid4(), name, login, made)
    return hospital.superuser.signed_in_as(login, PASSWORD)


def tickets(hospital: Hospital, house: House, count: int, service: str = "A") -> list[int]:
    """So many tickets waiting for the service; the ids of their segments, the first first."""
    return [
        int(
            hospital.sql("SELECT hms.issue_ticket(%s, %s, %s)", uuid.uuid4(), house.services[service], patient)[0][0][
                "segment_id"
            ]
        )
        for patient in patients(hospital, count)
    ]


def call_next(hospital: Hospital, room: int) -> int:
    """Finish whoever is at the room, call the next one there; the id of the call."""
    for segment, version in hospital.sql(
        "SELECT id, version FROM hms.segments WHERE room_id = %s AND state IN ('called', 'serving')", room
    ):
        hospital.sql("SELECT hms.finish(%s, %s, %s)", uuid.uuid4(), segment, version)
    hospital.sql("SELECT hms.call_next(%s, %s)", uuid.uuid4(), room)
    return int(hospital.sql("SELECT max(id) FROM hms.queue_calls WHERE room_id = %s", room)[0][0])
