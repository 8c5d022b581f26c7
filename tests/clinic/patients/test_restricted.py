"""Restricted records (rule 19): closed to everyone until opened with a reason, and every opening stays on record."""

import datetime as dt
from dataclasses import replace
from uuid import uuid4

import psycopg
import pytest

from hms_desktop.clinic.patients import actions, queries
from hms_desktop.clinic.patients.rules import Birth, Identifier, PatientRecord, Phone
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from tests.hospital import Hospital

NOW = dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC)
SECRET = PatientRecord(
    given_names="Famous",
    family_name="Person",
    restricted=True,
    phones=(Phone("0700 123 456"),),
    identifiers=(Identifier("passport", "P998877"),),
)


@pytest.fixture
def clinician(hospital: Hospital) -> Database:
    hospital.set_clock(NOW)
    return hospital.database(hospital.person("clinician"))


@pytest.fixture
def secret(clinician: Database) -> actions.Registered:
    clinician.run_now(actions.register, intent=uuid4(), record=PatientRecord(given_names="Plain", family_name="Person"))
    return clinician.run_now(actions.register, intent=uuid4(), record=SECRET)


@pytest.mark.parametrize("typed", ["famous person", "Person, Famous", "0700123456", "700 123 456", "P998877"])
def test_search_shows_that_there_is_a_record_and_its_number_only(
    clinician: Database, secret: actions.Registered, typed: str
) -> None:
    (found,) = clinician.read_now(queries.find_patients, text=typed)
    assert found.closed
    assert found.mrn == secret.mrn
    assert (found.name, found.age, found.birth, found.sex, found.phone) == ("", None, "", "", "")


@pytest.mark.parametrize(
    "typed",
    [
        "f",
        "famous",
        "person fam",
        "famuos person",
        "femus person",
        "amous",
        "0700 12",
        "3456",
        "P9988",
        "famous person 1970",
        "famous 56",
        "famous 3456",
        "17.5.1970",
    ],
)
def test_a_closed_record_cannot_be_spelt_out_or_asked_about(
    hospital: Hospital, clinician: Database, typed: str
) -> None:
    known = replace(SECRET, birth=Birth(dt.date(1970, 5, 17)))
    clinician.run_now(actions.register, intent=uuid4(), record=known)
    assert clinician.read_now(queries.find_patients, text=typed) == ()


def test_a_closed_record_is_in_no_list_and_has_no_card(clinician: Database, secret: actions.Registered) -> None:
    assert [found.name for found in clinician.read_now(queries.patients_page, after=None, offset=0, limit=50)] == [
        "Person, Plain"
    ]
    assert clinician.read_now(queries.patient_anchors).count == 1
    with pytest.raises(Refused) as refused:
        clinician.read_now(queries.patient_card, patient_id=secret.id)
    assert refused.value.code == "patients.restricted"


def test_psql_sees_nothing_of_a_closed_record_in_any_table(hospital: Hospital, secret: actions.Registered) -> None:
    with hospital.connection(hospital.person("front_desk")) as psql:
        for table, column in (
            ("patients", "id"),
            ("patient_phones", "patient_id"),
            ("patient_identifiers", "patient_id"),
        ):
            rows = psql.execute(f"SELECT * FROM hms.{table} WHERE {column} = %s".encode(), (secret.id,)).fetchall()
            assert rows == []


def test_opened_with_a_reason_it_is_open_for_this_person_for_15_minutes(
    hospital: Hospital, clinician: Database, secret: actions.Registered
) -> None:
    colleague = hospital.database(hospital.person("clinician"))
    opened = clinician.run_now(
        actions.open_restricted, intent=uuid4(), patient_id=secret.id, reason="She asked for her results"
    )
    assert opened.until == NOW + dt.timedelta(minutes=15)
    card = clinician.read_now(queries.patient_card, patient_id=secret.id)
    assert [phone.number for phone in card.record.phones] == ["0700 123 456"]
    (found,) = clinician.read_now(queries.find_patients, text="famous")
    assert (found.closed, found.name) == (False, "Person, Famous")
    with pytest.raises(Refused):
        colleague.read_now(queries.patient_card, patient_id=secret.id)
    hospital.set_clock(NOW + dt.timedelta(minutes=15, seconds=1))
    with pytest.raises(Refused):
        clinician.read_now(queries.patient_card, patient_id=secret.id)


def test_each_opening_is_audited_with_person_and_reason(
    hospital: Hospital, clinician: Database, secret: actions.Registered
) -> None:
    clinician.run_now(actions.open_restricted, intent=uuid4(), patient_id=secret.id, reason="Emergency")
    [(person, after)] = hospital.sql("SELECT person, after FROM hms.audit WHERE subject = 'opened_records'")
    assert person == clinician.server.user
    assert after["reason"] == "Emergency"
    with (
        hospital.connection(clinician.server) as psql,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        psql.execute("DELETE FROM hms.opened_records")


@pytest.mark.parametrize("reason", ["", "  ", "a\x00b", "x" * 501])
def test_without_a_proper_reason_it_stays_closed(clinician: Database, secret: actions.Registered, reason: str) -> None:
    with pytest.raises(Refused):
        clinician.run_now(actions.open_restricted, intent=uuid4(), patient_id=secret.id, reason=reason)
    with pytest.raises(Refused):
        clinician.read_now(queries.patient_card, patient_id=secret.id)


def test_a_closed_record_cannot_be_edited(clinician: Database, secret: actions.Registered) -> None:
    with pytest.raises(Refused) as refused:
        clinician.run_now(
            actions.edit,
            intent=uuid4(),
            patient_id=secret.id,
            version=1,
            seen=SECRET,
            wanted=replace(SECRET, notes="x"),
        )
    assert refused.value.code == "patients.restricted"


def test_a_clerk_may_not_lift_a_restriction_but_a_manager_may(
    hospital: Hospital, clinician: Database, secret: actions.Registered
) -> None:
    for duty, may in (("front_desk", False), ("manager", True)):
        person = hospital.database(hospital.person(duty))
        person.run_now(actions.open_restricted, intent=uuid4(), patient_id=secret.id, reason="Correction")
        card = person.read_now(queries.patient_card, patient_id=secret.id)
        values = {
            "intent": uuid4(),
            "patient_id": secret.id,
            "version": card.version,
            "seen": card.record,
            "wanted": replace(card.record, restricted=False),
        }
        if may:
            assert person.run_now(actions.edit, **values).version == 2
        else:
            with pytest.raises(Refused) as refused:
                person.run_now(actions.edit, **values)
            assert refused.value.code == "patients.restriction"
