"""The hospital's own entries: saved by an administrator, kept by the database, plain text whatever is typed."""

from collections.abc import Callable
from datetime import time
from typing import Any
from uuid import uuid4

import pytest

from hms_desktop.clinic.organisation import actions, queries, rules
from hms_desktop.clinic.organisation.actions import DepartmentDraft, FacilityDraft, RoomDraft, ServiceDraft
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused, Stale
from tests.hospital import Hospital


@pytest.fixture
def admin(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("admin"))


def add_department(db: Database, name: str = "Outpatients") -> int:
    return db.run_now(actions.save_department, intent=uuid4(), draft=DepartmentDraft(name))


def test_a_service_stands_under_its_department_with_the_rooms_that_serve_it(admin: Database) -> None:
    department = add_department(admin)
    service = admin.run_now(actions.save_service, intent=uuid4(), draft=ServiceDraft(department, "General OPD", "A"))
    admin.run_now(actions.save_room, intent=uuid4(), draft=RoomDraft("Counter 3", "counter", (service,)))
    (row,) = admin.read_now(queries.services)
    assert (row.department, row.prefix, row.rooms) == ("Outpatients", "A", ("Counter 3",))
    (room,) = admin.read_now(queries.rooms)
    assert (room.service_ids, room.services) == ((service,), ("General OPD",))


def test_a_room_serves_exactly_the_services_it_was_last_given(admin: Database) -> None:
    department = add_department(admin)
    first, second = (
        admin.run_now(actions.save_service, intent=uuid4(), draft=ServiceDraft(department, name, prefix))
        for name, prefix in (("One", "A"), ("Two", "B"))
    )
    room = admin.run_now(actions.save_room, intent=uuid4(), draft=RoomDraft("Room 1", "room", (first,)))
    changed = RoomDraft("Room 1", "window", (second,), active=False, id=room, version=1)
    admin.run_now(actions.save_room, intent=uuid4(), draft=changed)
    (row,) = admin.read_now(queries.rooms)
    assert (row.service_ids, row.kind, row.active) == ((second,), "window", False)
    assert admin.read_now(queries.open_rooms) == ()


def test_a_prefix_that_is_taken_is_refused_in_one_sentence(admin: Database) -> None:
    department = add_department(admin)
    admin.run_now(actions.save_service, intent=uuid4(), draft=ServiceDraft(department, "One", "A"))
    with pytest.raises(Refused, match="Another service has this prefix"):
        admin.run_now(actions.save_service, intent=uuid4(), draft=ServiceDraft(department, "Two", "A"))


def test_an_entry_that_a_colleague_changed_is_stale(admin: Database) -> None:
    department = add_department(admin)
    draft = DepartmentDraft("Outpatient department", id=department, version=1)
    admin.run_now(actions.save_department, intent=uuid4(), draft=draft)
    with pytest.raises(Stale):
        admin.run_now(actions.save_department, intent=uuid4(), draft=draft)


def test_the_same_wish_twice_makes_one_entry(admin: Database) -> None:
    wish = uuid4()
    made = {admin.run_now(actions.save_department, intent=wish, draft=DepartmentDraft("X-ray")) for _ in range(2)}
    assert len(made) == len(admin.read_now(queries.departments)) == 1


def test_the_facility_is_saved_as_typed(admin: Database) -> None:
    before = admin.read_now(queries.facility)
    opt_ins = frozenset({"estimated_waits"})
    draft = FacilityDraft(
        "St. Mary's", "Africa/Nairobi", time(4, 0), ("en", "sw"), "KES", opt_ins, before.version, country="KE"
    )
    admin.run_now(actions.save_facility, intent=uuid4(), draft=draft)
    after = admin.read_now(queries.facility)
    assert (before.country, after.country) == ("", "KE")
    assert (after.name, after.day_starts_at, after.opt_ins) == ("St. Mary's", time(4, 0), {"estimated_waits"})
    assert "Africa/Nairobi" in admin.read_now(queries.time_zones)


def test_a_time_zone_nobody_knows_is_refused(admin: Database) -> None:
    version = admin.read_now(queries.facility).version
    draft = FacilityDraft("Demo", "Mars/Olympus", time(0), ("en",), "USD", frozenset(), version)
    with pytest.raises(Refused, match="IANA name"):
        admin.run_now(actions.save_facility, intent=uuid4(), draft=draft)


def test_what_is_no_country_is_refused(admin: Database) -> None:
    version = admin.read_now(queries.facility).version
    draft = FacilityDraft("Demo", "UTC", time(0), ("en",), "USD", frozenset(), version, country="Kenya")
    with pytest.raises(Refused):
        admin.run_now(actions.save_facility, intent=uuid4(), draft=draft)


def test_only_an_administrator_changes_the_house(hospital: Hospital) -> None:
    clerk = hospital.database(hospital.person("front_desk", "manager"))
    with pytest.raises(Refused, match="duties do not allow"):
        add_department(clerk)


def test_faults_are_named_before_anything_is_sent() -> None:
    assert rules.prefix_fault("ABCD") == rules.prefix_fault("é") == rules.prefix_fault("")
    assert rules.prefix_fault("ABC") == rules.currency_fault("KES") == rules.name_fault("Lab", "room") == ""
    assert rules.currency_fault("kes")
    assert rules.name_fault(" ", "room")
    assert "60" in rules.name_fault("x" * 61, "room")


@pytest.mark.parametrize(
    ("action", "draft", "code"),
    [
        (actions.save_department, DepartmentDraft("X", id=404, version=1), "department.unknown"),
        (actions.save_service, ServiceDraft(1, "X", "X", id=404, version=1), "service.unknown"),
        (actions.save_service, ServiceDraft(404, "X", "X"), "service.department_id"),
        (actions.save_room, RoomDraft("X", "room", id=404, version=1), "room.unknown"),
        (actions.save_room, RoomDraft("X", "room", (404,)), "room.service_ids"),
    ],
)
def test_what_is_not_on_the_list_is_refused(admin: Database, action: Callable[..., int], draft: Any, code: str) -> None:
    add_department(admin)
    with pytest.raises(Refused) as refused:
        admin.run_now(action, intent=uuid4(), draft=draft)
    assert refused.value.code == code


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("", "name.missing"),
        (" \u3000\u200b", "name.missing"),
        ("A\u202eB", "name.hidden"),
        ("x" * 121, "name.too_long"),
    ],
)
def test_a_name_is_one_line_that_can_be_seen(admin: Database, name: str, code: str) -> None:
    with pytest.raises(Refused) as refused:
        add_department(admin, name)
    assert (refused.value.code, refused.value.params["field"]) == (code, "name")


def test_a_hospital_speaks_a_language_and_has_a_currency(admin: Database) -> None:
    version = admin.read_now(queries.facility).version
    for languages, currency, code in (((), "USD", "facility.languages"), (("en",), "usd", "facility.currency")):
        draft = FacilityDraft("Demo", "UTC", time(0), languages, currency, frozenset(), version)
        with pytest.raises(Refused) as refused:
            admin.run_now(actions.save_facility, intent=uuid4(), draft=draft)
        assert refused.value.code == code
