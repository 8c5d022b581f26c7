"""Registering and editing on a real server: what is kept, who may, and what happens when two save at once."""

import datetime as dt
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from uuid import uuid4

import psycopg
import pytest

from hms_desktop.clinic.patients import actions, queries, rules
from hms_desktop.clinic.patients.meeting import meet
from hms_desktop.clinic.patients.rules import Birth, Identifier, PatientRecord, Phone
from hms_desktop.core.errors import Refused, Stale
from tests.hospital import Hospital

AMINA = PatientRecord(
    given_names="Amina",
    family_name="Okafor",
    sex="female",
    birth=Birth(dt.date(1990, 5, 1), "month"),
    address="12 Hill Road\nKisumu",
    email="amina.o+desk@example.org",
    notes="Speaks softly",
    language="sw",
    phones=(Phone("+254 700 111 222"), Phone("020 333 444", "home")),
    identifiers=(Identifier("national_id", "2233-4455"),),
)


def somebody(number: int) -> PatientRecord:
    """One of many people who are not alike."""
    return PatientRecord(given_names=f"Given {number}", family_name=f"Family {number}", phones=AMINA.phones)


def test_a_registered_patient_is_read_back_as_typed(hospital: Hospital) -> None:
    desk = hospital.database(hospital.person("front_desk"))
    made = desk.run_now(actions.register, intent=uuid4(), record=AMINA)
    card = desk.read_now(queries.patient_card, snapshot=True, patient_id=made.id)
    stored = replace(
        card.record,
        phones=tuple(replace(phone, id=None) for phone in card.record.phones),
        identifiers=tuple(replace(known, id=None) for known in card.record.identifiers),
    )
    assert stored == AMINA
    assert card.created_by == desk.server.user
    assert card.version == 1


def test_record_numbers_are_consecutive_and_carry_the_check_character_of_the_rules(hospital: Hospital) -> None:
    desk = hospital.database(hospital.person("front_desk"))
    numbers = [desk.run_now(actions.register, intent=uuid4(), record=somebody(n)).mrn for n in range(35)]
    assert [int(number[:-1]) for number in numbers] == list(range(1, 36))
    assert [rules.mrn_as_typed(number) for number in numbers] == numbers
    for body in ("00041729", "99999999", "100000000", "123456789012"):
        assert hospital.sql("SELECT hms.mrn_check_character(%s)", body) == [(rules.mrn_check_character(body),)]


def test_eight_desks_registering_at_once_get_eight_numbers(hospital: Hospital) -> None:
    server = hospital.person("front_desk")
    desks = [hospital.database(server, pool_size=1) for _ in range(4)]
    with ThreadPoolExecutor(8) as threads:
        made = list(
            threads.map(
                lambda n: desks[n % 4].run_now(actions.register, intent=uuid4(), record=somebody(n)).mrn, range(40)
            )
        )
    assert sorted(int(number[:-1]) for number in made) == list(range(1, 41))


def test_a_registration_sent_twice_registers_once(hospital: Hospital) -> None:
    desk = hospital.database(hospital.person("front_desk"))
    intent = uuid4()
    first = desk.run_now(actions.register, intent=intent, record=AMINA)
    assert desk.run_now(actions.register, intent=intent, record=AMINA) == first
    assert hospital.sql("SELECT count(*) FROM hms.patients") == [(1,)]


def test_an_edit_changes_the_named_fields_and_nothing_else(hospital: Hospital) -> None:
    desk = hospital.database(hospital.person("clinician"))
    made = desk.run_now(actions.register, intent=uuid4(), record=AMINA)
    seen = desk.read_now(queries.patient_card, patient_id=made.id)
    mobile, _ = seen.record.phones
    wanted = replace(
        seen.record,
        family_name="Otieno",
        birth=None,
        phones=(replace(mobile, number="+254 700 999 000"), Phone("112", "relative")),
    )
    saved = desk.run_now(
        actions.edit, intent=uuid4(), patient_id=made.id, version=seen.version, seen=seen.record, wanted=wanted
    )
    card = desk.read_now(queries.patient_card, patient_id=made.id)
    assert saved.version == card.version == 2
    assert card.record == replace(
        wanted, phones=(wanted.phones[0], replace(wanted.phones[1], id=card.record.phones[1].id))
    )
    assert card.record.phones[0].id == mobile.id
    [(before, after)] = hospital.sql(
        "SELECT before, after FROM hms.audit WHERE subject = 'patients' AND verb = 'update'"
    )
    assert before["family_name"] == "Okafor"
    assert after["family_name"] == "Otieno"
    assert "given_names" not in after


def test_the_second_of_two_editors_is_told_and_nothing_of_the_first_is_lost(hospital: Hospital) -> None:
    one, other = (hospital.database(hospital.person("front_desk")) for _ in range(2))
    made = one.run_now(actions.register, intent=uuid4(), record=AMINA)
    seen = one.read_now(queries.patient_card, patient_id=made.id)
    mine = replace(seen.record, notes="Deaf on the left", address="New road", email="")
    one.run_now(
        actions.edit,
        intent=uuid4(),
        patient_id=made.id,
        version=1,
        seen=seen.record,
        wanted=replace(seen.record, notes="Deaf"),
    )
    with pytest.raises(Stale) as stale:
        other.run_now(actions.edit, intent=uuid4(), patient_id=made.id, version=1, seen=seen.record, wanted=mine)
    assert stale.value.code == "patients.stale"
    assert stale.value.params["version"] == 2
    theirs = other.read_now(queries.patient_card, patient_id=made.id)
    (difference,) = meet(seen.record, theirs.record, mine).clashes
    assert (difference.name, difference.theirs, difference.mine) == ("notes", "Deaf", "Deaf on the left")


@pytest.mark.parametrize(
    ("born", "code"),
    [(dt.date(2026, 11, 25), "patients.born_later"), (dt.date(1890, 1, 1), "patients.born_too_long_ago")],
)
def test_a_birth_that_cannot_be_is_refused_by_the_database_too(hospital: Hospital, born: dt.date, code: str) -> None:
    hospital.set_clock(dt.datetime(2026, 11, 22, 9, tzinfo=dt.UTC))
    desk = hospital.database(hospital.person("front_desk"))
    with pytest.raises(Refused) as refused:
        desk.run_now(actions.register, intent=uuid4(), record=replace(AMINA, birth=Birth(born)))
    assert refused.value.code == code


def test_a_child_born_just_after_midnight_is_registered_before_the_business_day_ends(hospital: Hospital) -> None:
    hospital.sql("UPDATE hms.facility SET day_starts_at = '04:00'")
    hospital.set_clock(dt.datetime(2026, 11, 22, 1, tzinfo=dt.UTC))
    desk = hospital.database(hospital.person("front_desk"))
    made = desk.run_now(actions.register, intent=uuid4(), record=replace(AMINA, birth=Birth(dt.date(2026, 11, 22))))
    assert desk.read_now(queries.patient_card, patient_id=made.id).age == rules.Age(0, "days")


def test_a_form_that_bypasses_the_rules_is_refused_by_the_database(hospital: Hospital) -> None:
    with hospital.connection(hospital.person("front_desk")) as psql:
        for record in (
            '{"given_names": " "}',
            '{"given_names": "A\\u202eB"}',
            '{"given_names": "A", "phones": [{"number": "x"}]}',
        ):
            with pytest.raises(psycopg.Error) as refused:
                psql.execute("SELECT hms.register_patient(%s, %s)", (uuid4(), record))
            assert refused.value.sqlstate == "HM001"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE hms.patients SET family_name = 'X'",
        "DELETE FROM hms.patients",
        "INSERT INTO hms.patients (mrn, given_names, created_at) VALUES ('00000001X', 'A', now())",
        "UPDATE hms.patient_phones SET number = '123'",
        "DELETE FROM hms.patient_identifiers",
        "TRUNCATE hms.patients CASCADE",
        "SELECT * FROM hms.patient_name_keys",
        "SELECT * FROM hms.opened_records",
        "SELECT setval('hms.mrn_numbers', 1)",
        "SELECT hms.next_mrn()",
        "ALTER TABLE hms.patients DISABLE ROW LEVEL SECURITY",
    ],
)
def test_a_clerk_with_psql_cannot_go_around_the_functions(hospital: Hospital, statement: str) -> None:
    with (
        hospital.connection(hospital.person("front_desk")) as psql,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        psql.execute(statement.encode())


@pytest.mark.parametrize("duty", ["pharmacist", "cashier"])
def test_who_only_reads_records_may_not_register_or_edit(hospital: Hospital, duty: str) -> None:
    reader = hospital.database(hospital.person(duty))
    reader.read_now(queries.patients_page, after=None, offset=0, limit=50)
    with pytest.raises(Refused) as refused:
        reader.run_now(actions.register, intent=uuid4(), record=AMINA)
    assert refused.value.code == "access.denied"


@pytest.mark.parametrize("duty", ["store", "admin"])
def test_whose_duty_needs_no_patients_sees_none(hospital: Hospital, duty: str) -> None:
    stranger = hospital.database(hospital.person(duty))
    for query, values in (
        (queries.patients_page, {"after": None, "offset": 0, "limit": 9}),
        (queries.find_patients, {"text": "amina"}),
    ):
        with pytest.raises(Refused):
            stranger.read_now(query, **values)


def test_a_saved_record_knocks_with_its_id_and_nothing_else(hospital: Hospital) -> None:
    desk = hospital.database(hospital.person("front_desk"))
    listening = hospital.connection()
    listening.execute("LISTEN hms_changes")
    made = desk.run_now(actions.register, intent=uuid4(), record=AMINA)
    payloads = {notice.payload for notice in listening.notifies(timeout=20, stop_after=1)}
    assert payloads == {f"patients:{made.id}"}
