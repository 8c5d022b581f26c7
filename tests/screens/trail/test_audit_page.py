"""The Audit page: entries found by what is typed, old and new beside them, seals checked, openings listed."""

import datetime as dt
import sys
import uuid

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from hms_desktop.clinic.patients import actions as patients_actions
from hms_desktop.screens.trail.page import AuditPage
from tests.factories import patients
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, tell_errors, until

NOON = dt.datetime(2026, 3, 4, 12, tzinfo=dt.UTC)


@pytest.fixture
def manager(hospital: Hospital, loop: ClosingLoop, monkeypatch: pytest.MonkeyPatch) -> Seat:
    hospital.set_clock(NOON, 1)
    made = Seat(hospital, hospital.person("manager", name="Mona Manager"), None, "manager")
    loop.seats.append(made)
    monkeypatch.setattr(sys, "excepthook", tell_errors(made))
    return made


def shown(seat: Seat) -> AuditPage:
    page = AuditPage(seat.desk)
    seat.show(page)
    return page


def typed(page: AuditPage, name: str, text: str) -> None:
    field = page.entries.filters.field(name)
    assert isinstance(field, QLineEdit)
    field.setFocus()
    field.selectAll()
    QTest.keyClicks(field, text)
    QTest.keyClick(field, Qt.Key.Key_Return)


def test_who_changed_what_from_what_to_what(hospital: Hospital, manager: Seat, loop: ClosingLoop) -> None:
    hospital.sql("INSERT INTO hms.departments (name) VALUES ('Eye')")
    hospital.sql("UPDATE hms.departments SET name = 'Ear' WHERE name = 'Eye'")

    async def story() -> None:
        page = shown(manager)
        entries = page.entries
        await until(lambda: entries.entries.rowCount() > 0)
        typed(page, "person", "hms_super")
        await until(lambda: entries.table.chosen_row() == 0 and entries.fields.rowCount() > 0)
        fields = [entries.fields.row(place) for place in range(entries.fields.rowCount())]
        assert ("name", "Eye", "Ear") in [(field.name, field.was, field.now) for field in fields if field]
        assert "department" in entries.about.text()
        typed(page, "person", "nobody")
        await until(lambda: entries.entries.rowCount() == 0)
        assert entries.fields.rowCount() == 0

    loop.run(story())


def test_a_record_number_finds_the_record_and_an_unknown_one_is_said_at_its_field(
    hospital: Hospital, manager: Seat, loop: ClosingLoop
) -> None:
    patient = patients.patient(hospital)
    [(mrn,)] = hospital.sql("SELECT mrn FROM hms.patients WHERE id = %s", patient)

    async def story() -> None:
        page = shown(manager)
        entries = page.entries
        await until(lambda: entries.entries.rowCount() > 0)
        typed(page, "number", mrn)
        await until(lambda: entries.entries.rowCount() == 1)
        cells = entries.entries.cells(0)
        assert cells is not None
        assert (cells.row.subject, cells.row.key) == ("patients", patient)
        typed(page, "number", "99999999999999999999")
        await until(lambda: bool(entries.filters.field("number").accessibleDescription()))
        typed(page, "first_day", "32.13.2026")
        await until(lambda: bool(entries.filters.field("first_day").accessibleDescription()))

    loop.run(story())


def test_what_was_changed_behind_the_seals_is_said(hospital: Hospital, manager: Seat, loop: ClosingLoop) -> None:
    hospital.sql("INSERT INTO hms.departments (name) VALUES ('Eye')")

    async def story() -> None:
        page = shown(manager)
        entries = page.entries
        await until(lambda: entries.entries.rowCount() > 0)
        entries.seal_now.click()
        await until(lambda: hospital.sql("SELECT count(*) FROM hms.audit WHERE block IS NULL") == [(0,)])
        entries.check.click()
        await until(lambda: "Every seal fits." in manager.said())
        connection = hospital.connection()
        connection.execute("SET session_replication_role = replica")
        connection.execute("UPDATE hms.audit SET person = 'x' WHERE subject = 'departments'")
        await until(entries.check.isEnabled)
        entries.check.click()
        await until(lambda: "Broken blocks: " in manager.said())

    loop.run(story())


def test_the_opening_of_a_restricted_record_is_listed_with_its_reason(
    hospital: Hospital, manager: Seat, loop: ClosingLoop
) -> None:
    patient = patients.patient(hospital)
    hospital.sql("UPDATE hms.patients SET restricted = true WHERE id = %s", patient)
    clerk = hospital.database(hospital.person("clinician", name="Carla Clinician"))
    clerk.run_now(patients_actions.open_restricted, intent=uuid.uuid4(), patient_id=patient, reason="Her own wish")

    async def story() -> None:
        page = shown(manager)
        page.tabs.setCurrentWidget(page.openings)
        await until(lambda: page.openings.model.rowCount() == 1)
        row = page.openings.model.row(0)
        assert row is not None
        assert (row.name, row.reason) == ("Carla Clinician", "Her own wish")

    loop.run(story())


def test_who_looks_after_the_computers_sees_no_values(hospital: Hospital, office: Seat, loop: ClosingLoop) -> None:
    hospital.sql("INSERT INTO hms.departments (name) VALUES ('Eye')")

    async def story() -> None:
        page = shown(office)
        await until(lambda: page.entries.entries.rowCount() > 0)
        page.entries.table.choose(0)
        assert not page.entries.values.isVisible()
        assert page.entries.fields.rowCount() == 0

    loop.run(story())
