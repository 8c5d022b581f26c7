"""Reading the trail: found by day, person, place and what it is about; a restricted record stays closed."""

import datetime as dt
import json
import uuid
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.patients import actions as patients_actions
from hms_desktop.clinic.queue import actions as queue_actions
from hms_desktop.clinic.trail import queries
from hms_desktop.clinic.trail.queries import TrailRow, TrailWish
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from tests.factories import patients, queue
from tests.hospital import Hospital

NOON = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)
DAY = NOON.date()


def rename(session: Session, *, name: str) -> None:
    session.execute(
        sa.text("SELECT hms.save_department(:intent, NULL, NULL, CAST(:record AS jsonb))"),
        {"intent": uuid.uuid4(), "record": json.dumps({"name": name})},
    )


def found(database: Database, **asked: Any) -> tuple[TrailRow, ...]:
    wish = TrailWish(**({"first_day": DAY, "last_day": DAY} | asked))
    shape = database.read_now(queries.trail_anchors, snapshot=True, wish=wish)
    rows = database.read_now(queries.trail_page, wish=wish, after=None, offset=0, limit=200)
    assert shape.count == len(rows) or len(rows) == 200
    return rows


@pytest.fixture
def manager(hospital: Hospital) -> Database:
    hospital.set_clock(NOON)
    return hospital.database(hospital.person("manager", name="Mona Manager"))


def test_each_filter_leaves_out_what_is_not_asked_for(hospital: Hospital, manager: Database) -> None:
    admin = hospital.person("admin", name="Ada Admin")
    hospital.database(admin).run_now(rename, name="Eye")
    hospital.set_clock(NOON + dt.timedelta(days=2))
    hospital.database(admin).run_now(rename, name="Ear")
    [eye] = found(manager, subject="departments")
    assert (eye.name, eye.person, eye.workstation, eye.verb) == ("Ada Admin", admin.user, "test-pc", "insert")
    assert found(manager, person=admin.user)[-1] == eye
    assert found(manager, workstation="EST-P", subject="departments") == ()
    assert found(manager, workstation="est-p", subject="departments") == (eye,)
    assert found(manager, workstation="%", subject="departments") == ()
    assert found(manager, verb="delete", subject="departments") == ()
    assert found(manager, subject="departments", key=eye.key) == (eye,)
    assert len(found(manager, subject="departments", last_day=DAY + dt.timedelta(days=2))) == 2


def test_a_day_is_the_hospitals_own(hospital: Hospital, manager: Database) -> None:
    hospital.sql("UPDATE hms.facility SET time_zone = 'Pacific/Auckland'")  # 13 hours ahead of UTC in March
    [late] = hospital.sql("INSERT INTO hms.departments (name) VALUES ('Night') RETURNING id")
    assert [row.key for row in found(manager, subject="departments")] == []
    next_day = DAY + dt.timedelta(days=1)
    [row] = found(manager, subject="departments", first_day=next_day, last_day=next_day)
    assert (row.key, row.at.hour) == (late[0], 1)


def test_pages_behind_an_anchor_follow_each_other_without_gap(hospital: Hospital, manager: Database) -> None:
    hospital.sql("INSERT INTO hms.departments (name) SELECT 'Department ' || n FROM generate_series(1, 1203) n")
    wish = TrailWish(DAY, DAY, subject="departments")
    shape = manager.read_now(queries.trail_anchors, snapshot=True, wish=wish)
    assert (shape.count, len(shape.keys)) == (1203, 2)
    first = manager.read_now(queries.trail_page, wish=wish, after=None, offset=900, limit=200)
    second = manager.read_now(queries.trail_page, wish=wish, after=shape.keys[1], offset=0, limit=200)
    assert [row.id for row in first][99] == second[0].id + 1


def test_a_manager_reads_what_changed_and_the_computer_people_do_not(hospital: Hospital, manager: Database) -> None:
    hospital.sql("INSERT INTO hms.departments (name) VALUES ('Eye')")
    hospital.sql("UPDATE hms.departments SET name = 'Ear' WHERE name = 'Eye'")
    changed, _made = found(manager, subject="departments")
    values = manager.read_now(queries.entry_values, written_at=changed.written_at, entry=changed.id)
    assert values is not None
    assert (values.before["name"], values.after["name"], values.closed) == ("Eye", "Ear", False)
    admin = hospital.database(hospital.person("admin"))
    assert found(admin, subject="departments")[0].key == changed.key
    with pytest.raises(Refused, match="duties"):
        admin.read_now(queries.entry_values, written_at=changed.written_at, entry=changed.id)


@pytest.mark.parametrize("subject", ["patients", "patient_phones"])
def test_values_of_a_restricted_record_are_told_only_after_it_was_opened(
    hospital: Hospital, manager: Database, subject: str
) -> None:
    patient = patients.patient(hospital)
    hospital.sql(
        "INSERT INTO hms.patient_phones (patient_id, kind, number, digits) "
        "VALUES (%s, 'mobile', '0711 000 000', '0711000000')",
        patient,
    )
    hospital.sql("UPDATE hms.patient_phones SET number = '0712 000 000' WHERE patient_id = %s", patient)
    hospital.sql("UPDATE hms.patients SET restricted = true WHERE id = %s", patient)
    rows = found(manager, subject=subject)
    assert {row.verb for row in rows} == {"insert", "update"}

    def closed() -> set[tuple[bool, bool]]:
        values = [manager.read_now(queries.entry_values, written_at=row.written_at, entry=row.id) for row in rows]
        return {(each.closed, bool(each.after)) for each in values if each is not None}

    assert closed() == {(True, False)}
    manager.run_now(patients_actions.open_restricted, intent=uuid.uuid4(), patient_id=patient, reason="Asked by her")
    assert closed() == {(False, True)}
    [opening] = manager.read_now(queries.openings, first_day=DAY, last_day=DAY)
    assert (opening.name, opening.reason) == ("Mona Manager", "Asked by her")


def test_a_place_in_a_line_is_closed_too_though_only_its_ticket_names_the_patient(
    hospital: Hospital, manager: Database
) -> None:
    patient = patients.patient(hospital)
    house = queue.house(hospital, ("A",), {"Counter 1": ["A"]})
    clerk = hospital.database(hospital.person("front_desk"))
    clerk.run_now(queue_actions.issue_ticket, intent=uuid.uuid4(), service=house.services["A"], patient=patient)
    hospital.sql("UPDATE hms.patients SET restricted = true WHERE id = %s", patient)
    [row] = found(manager, subject="segments")
    values = manager.read_now(queries.entry_values, written_at=row.written_at, entry=row.id)
    assert values is not None
    assert values.closed


def test_the_inspectors_portions_hold_every_entry_once_oldest_first(hospital: Hospital, manager: Database) -> None:
    hospital.sql("INSERT INTO hms.departments (name) SELECT 'Department ' || n FROM generate_series(1, 25) n")
    read: list[Any] = []
    while portion := manager.read_now(
        queries.exported,
        first_day=DAY,
        last_day=DAY,
        after=(read[-1]["at"], read[-1]["id"]) if read else None,
        limit=10,
    ):
        assert len(portion) <= 10
        read += portion
    ids = [entry["id"] for entry in read]
    assert ids == sorted(set(ids))
    assert sum(entry["subject"] == "departments" for entry in read) == 25


def test_no_name_makes_a_pattern_or_a_statement(hospital: Hospital, manager: Database) -> None:
    for hostile in ("'; DROP TABLE hms.audit; --", "\\", "%_%", "‮"):
        assert found(manager, person=hostile) == ()
        assert found(manager, workstation=hostile) == ()
