"""Contacts, policies, allergies, consents, photo and history on a real server, and what the database refuses."""

import datetime as dt
import json
import threading
from dataclasses import replace
from uuid import uuid4

import psycopg
import pytest

from hms_desktop.clinic.patients import actions, queries
from hms_desktop.clinic.patients.allergies import Allergies, Allergy
from hms_desktop.clinic.patients.consents import Consent
from hms_desktop.clinic.patients.contacts import Contact
from hms_desktop.clinic.patients.photos import Photo
from hms_desktop.clinic.patients.policies import Policy
from hms_desktop.clinic.patients.queries import Card
from hms_desktop.clinic.patients.rules import Birth, Identifier, PatientRecord, Phone
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused
from tests.factories import patients
from tests.hospital import Hospital

JPEG = b"\xff\xd8\xff\xe0" + b"thumbnail"
WHOLE = PatientRecord(
    given_names="Amina",
    family_name="Okafor",
    birth=Birth(dt.date(1990, 5, 17)),
    phones=(Phone("0712 123456", e164="+254712123456"), Phone("12 34")),
    identifiers=(Identifier("national_id", "8503105800085", country="ZA"),),
    contacts=(Contact("Baba Okafor", "parent", "0712 123457", e164="+254712123457"),),
    policies=(Policy("SHA", "77-1", dt.date(2026, 1, 1), dt.date(2026, 12, 31), "outpatients", 80),),
    allergies=Allergies((Allergy("Penicillins", "severe", "rash", "atc", "J01C"), Allergy("Dust of the mill"))),
    consents=(Consent("messages", True), Consent("research", False)),
    photo=Photo(JPEG, JPEG + b" in full"),
)


@pytest.fixture
def desk(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("front_desk", name="Clerk One"))


def registered(desk: Database, record: PatientRecord = WHOLE) -> Card:
    made = desk.run_now(actions.register, intent=uuid4(), record=record)
    return desk.read_now(queries.patient_card, patient_id=made.id)


def edited(desk: Database, card: Card, **values: object) -> Card:
    desk.run_now(
        actions.edit,
        intent=uuid4(),
        patient_id=card.id,
        version=card.version,
        seen=card.record,
        wanted=replace(card.record, **values),
    )
    return desk.read_now(queries.patient_card, patient_id=card.id)


def without_ids(record: PatientRecord) -> PatientRecord:
    lines = {
        name: tuple(replace(line, id=None) for line in getattr(record, name))
        for name in ("phones", "identifiers", "contacts", "policies")
    }
    known = tuple(replace(one, id=None) for one in record.allergies.known)
    photo = replace(record.photo, id=None) if record.photo else None
    return replace(record, **lines, allergies=replace(record.allergies, known=known), photo=photo)


def test_everything_a_form_holds_is_read_back_as_typed(desk: Database) -> None:
    card = registered(desk)
    assert without_ids(card.record) == WHOLE
    assert [(one.by, one.at is not None) for one in card.record.consents] == [("Clerk One", True)] * 2
    assert card.record.photo is not None
    assert card.record.photo.id is not None
    assert desk.read_now(queries.patient_picture, photo_id=card.record.photo.id) == JPEG + b" in full"


def test_an_edit_keeps_changes_adds_and_takes_out_lines(desk: Database, hospital: Hospital) -> None:
    card = registered(desk)
    [contact], [policy] = card.record.contacts, card.record.policies
    ends, begins = replace(policy, valid_until=dt.date(2026, 6, 30)), replace(policy, valid_from=dt.date(2026, 7, 1))
    wanted = {
        "contacts": (replace(contact, relation="guardian"), Contact("Mama Okafor", "parent")),
        "policies": (ends, replace(begins, id=None)),
        "allergies": Allergies(none_known=True),
        "photo": None,
    }
    after = edited(desk, card, **wanted)
    assert after.record.contacts[0].id == contact.id
    assert without_ids(after.record) == without_ids(replace(card.record, **wanted))
    assert hospital.sql("SELECT count(*) FROM hms.patient_photos") == [(2,)]


def test_consent_is_an_entry_of_each_answer_and_the_newest_holds(desk: Database, hospital: Hospital) -> None:
    card = registered(desk)
    card = edited(desk, card, consents=(Consent("messages", False), Consent("research", False)))
    assert {one.question: one.given for one in card.record.consents} == {"messages": False, "research": False}
    assert hospital.sql("SELECT question, given FROM hms.patient_consents ORDER BY id") == [
        ("messages", True),
        ("research", False),
        ("messages", False),
    ]


@pytest.mark.parametrize(
    ("record", "code"),
    [
        ({"allergies": {"none_known": True, "known": [{"substance": "Egg"}]}}, "patients.allergies_contradict"),
        ({"allergies": {"none_known": False, "known": [{"substance": " "}]}}, "patients.allergy_empty"),
        ({"allergies": {"none_known": False, "known": [{"substance": "A\u202eB"}]}}, "patients.hidden_characters"),
        ({"contacts": [{"name": " "}]}, "patients.contact_name"),
        ({"contacts": [{"name": "A", "number": "0712 123456", "e164": "+254799999999"}]}, "patients.phone_other"),
        ({"phones": [{"number": "0712 123456", "e164": "+254799999999"}]}, "patients.phone_other"),
        ({"phones": [{"number": "123"}] * 51}, "patients.too_many"),
        ({"policies": [{"insurer": "SHA", "number": "1"}] * 2}, "patients.policy_overlap"),
        ({"policies": [{"insurer": "SHA", "number": " "}]}, "patients.policy_empty"),
        (
            {"policies": [{"insurer": "S", "number": "1", "valid_from": "2026-02-01", "valid_until": "2026-01-01"}]},
            "patients.policy_backwards",
        ),
        ({"photo": {"thumbnail": "TVo=", "picture": "TVo="}}, "patients.photo"),
        ({"photo": {"thumbnail": "no base64", "picture": "?"}}, "patients.photo"),
    ],
)
def test_a_form_that_bypasses_the_rules_is_refused_by_the_database(
    hospital: Hospital, record: dict[str, object], code: str
) -> None:
    with hospital.connection(hospital.person("front_desk")) as psql:
        with pytest.raises(psycopg.Error) as refused:
            psql.execute("SELECT hms.register_patient(%s, %s)", (uuid4(), json.dumps({"given_names": "A", **record})))
        assert (refused.value.sqlstate, refused.value.diag.constraint_name) == ("HM001", code)
    assert hospital.sql("SELECT count(*) FROM hms.patients") == [(0,)]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE hms.patients SET allergy_status = 'none_known'",
        "UPDATE hms.patients SET allergy_status = 'not_asked'",
        "DELETE FROM hms.patient_allergies",
    ],
)
def test_an_answer_about_allergies_always_agrees_with_the_list_even_for_the_owner(
    desk: Database, hospital: Hospital, statement: str
) -> None:
    registered(desk)
    with pytest.raises(psycopg.Error, match="none known"):
        hospital.sql(statement)


def test_none_known_and_an_allergy_written_at_once_never_both_stay(desk: Database, hospital: Hospital) -> None:
    patient = patients.patient(hospital)
    one, other = hospital.connection(), hospital.connection()
    one.execute("BEGIN")
    one.execute("UPDATE hms.patients SET allergy_status = 'none_known'")
    other.execute("BEGIN")
    other.execute("INSERT INTO hms.patient_allergies (patient_id, substance) VALUES (%s, 'Egg')", (patient,))
    outcomes: list[str] = []

    def commit(connection: psycopg.Connection[object]) -> None:
        try:
            connection.execute("COMMIT")
            outcomes.append("kept")
        except psycopg.Error as error:
            outcomes.append(error.sqlstate or "")

    second = threading.Thread(target=commit, args=(other,))
    second.start()
    commit(one)
    second.join()
    assert sorted(outcomes) == ["HM001", "kept"]
    assert hospital.sql("SELECT count(*) FROM hms.patient_allergies") == [(0,)]


def test_two_desks_enter_one_policy_at_once_and_one_is_refused(hospital: Hospital) -> None:
    patient = patients.patient(hospital)
    one, other = hospital.connection(), hospital.connection()
    values = (patient, "SHA", "1")
    insert = "INSERT INTO hms.patient_policies (patient_id, insurer, number) VALUES (%s, %s, %s)"
    one.execute("BEGIN")
    one.execute(insert, values)
    failed: list[str] = []

    def try_it() -> None:
        try:
            other.execute(insert, (patient, "s h a", "(1)"))
        except psycopg.errors.ExclusionViolation as error:
            failed.append(error.sqlstate or "")

    second = threading.Thread(target=try_it)
    second.start()
    one.execute("COMMIT")
    second.join()
    assert failed == ["23P01"]


def test_nothing_of_a_closed_record_is_seen_in_any_of_its_tables_and_its_history_is_refused(hospital: Hospital) -> None:
    clinician = hospital.database(hospital.person("clinician"))
    made = clinician.run_now(actions.register, intent=uuid4(), record=replace(WHOLE, restricted=True))
    tables = ("contacts", "policies", "allergies", "consents", "photos", "phones", "identifiers")
    with hospital.connection(hospital.person("front_desk")) as psql:
        for table in tables:
            assert psql.execute(f"SELECT count(*) FROM hms.patient_{table}".encode()).fetchone() == (0,), table
    with pytest.raises(Refused) as refused:
        clinician.read_now(queries.patient_history, patient_id=made.id)
    assert refused.value.code == "patients.restricted"
    clinician.run_now(actions.open_restricted, intent=uuid4(), patient_id=made.id, reason="Ward round")
    assert clinician.read_now(queries.patient_history, patient_id=made.id).changes
    with pytest.raises(Refused):
        hospital.database(hospital.person("store")).read_now(queries.patient_history, patient_id=made.id)


def test_the_history_tells_every_field_who_when_and_where(desk: Database, hospital: Hospital) -> None:
    hospital.set_clock(dt.datetime(2026, 11, 22, 9, 30, tzinfo=dt.UTC))
    card = registered(desk)
    changed = replace(card.record.phones[0], number="0712 123 456", kind="work")
    card = edited(desk, card, phones=(changed,), family_name="Otieno", birth=Birth(dt.date(1990, 1, 1), "year"))
    history = desk.read_now(queries.patient_history, patient_id=card.id)
    told = {(one.field, one.part, one.was, one.now) for one in history.changes if one.verb == "update"}
    assert told == {
        ("family_name", "", ("Okafor",), ("Otieno",)),
        ("birth", "", ("1990-05-17", "day"), ("1990-01-01", "year")),
        ("phones", "number", ("0712 123456",), ("0712 123 456",)),
        ("phones", "kind", ("mobile",), ("work",)),
    }
    [gone] = [one for one in history.changes if one.verb == "delete"]
    assert (gone.field, gone.was, gone.now) == ("phones", ("mobile", "12 34"), ())
    assert {one.person for one in history.changes} == {"Clerk One"}
    assert all(one.workstation.startswith("test-pc") for one in history.changes)
    assert {one.at for one in history.changes} == {dt.datetime(2026, 11, 22, 9, 30)}
    assert {"contacts", "policies", "allergies", "consents", "photo"} <= {one.field for one in history.changes}
    assert history.older is None


def test_a_long_history_is_read_in_pages(desk: Database, hospital: Hospital) -> None:
    patient = patients.patient(hospital)
    for number in range(30):
        hospital.sql("UPDATE hms.patients SET notes = %s", f"note {number}")
    first = desk.read_now(queries.patient_history, patient_id=patient, limit=20)
    rest = desk.read_now(queries.patient_history, patient_id=patient, before=first.older, limit=20)
    notes = [one.now for one in (*first.changes, *rest.changes) if one.field == "notes"]
    assert notes == [(f"note {number}",) for number in reversed(range(30))]
    assert rest.older is None


def test_the_history_is_found_by_an_index(hospital: Hospital) -> None:
    with hospital.connection() as connection:
        connection.execute("SET enable_seqscan = off")
        plan = connection.execute(
            "EXPLAIN SELECT subject, key FROM hms.audit "
            "WHERE coalesce(after ->> 'patient_id', before ->> 'patient_id') = '1' AND subject LIKE 'patient\\_%'"
        ).fetchall()
    assert not any("Seq Scan" in line for (line,) in plan)
