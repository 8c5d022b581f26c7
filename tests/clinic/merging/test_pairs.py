"""Who is shown beside a form, the work list of suspected pairs, and what was decided about them."""

import datetime as dt
from uuid import uuid4

import pytest

from hms_desktop.clinic.merging import actions, queries
from hms_desktop.clinic.patients import actions as patients
from hms_desktop.clinic.patients.rules import Birth, Identifier, PatientRecord, Phone
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused, Stale
from tests.clinic.merging.conftest import Manager
from tests.factories.patients import patient
from tests.hospital import Hospital

BORN = dt.date(1984, 5, 9)
AMINA = PatientRecord(
    given_names="Amina Grace",
    family_name="Okafor",
    sex="female",
    birth=Birth(BORN),
    address="12 Hill Road, 4011 Nakuru",
    phones=(Phone("+254 722 123 456"),),
    identifiers=(Identifier("passport", "P 998877"),),
)
STRANGER = PatientRecord(given_names="Boris", family_name="Petrov", birth=Birth(dt.date(1950, 1, 2)))


@pytest.fixture
def clerk(hospital: Hospital) -> Database:
    return hospital.database(hospital.person("front_desk"))


def register(clerk: Database, record: PatientRecord, shown: tuple[int, ...] = ()) -> int:
    return clerk.run_now(patients.register, intent=uuid4(), record=record, shown=shown).id


@pytest.mark.parametrize(
    ("form", "reason"),
    [
        (PatientRecord(given_names="amina grace", family_name="OKAFOR", birth=Birth(BORN)), "birth.same"),
        (PatientRecord(given_names="Okafor", family_name="Amina Grace", birth=Birth(BORN)), "name.swapped"),
        (PatientRecord(given_names="Aminna", family_name="Okafor", birth=Birth(dt.date(1984, 9, 5))), "birth.swapped"),
        (PatientRecord(given_names="Amina Grace", family_name="Okafor"), "given.same"),
        (PatientRecord(given_names="Amina", family_name="Okafor", phones=(Phone("0722123456"),)), "phone.same"),
        (PatientRecord(given_names="A", identifiers=(Identifier("passport", "p998877"),)), "identifier.same"),
        (PatientRecord(given_names="Амина", family_name="Окафор", birth=Birth(BORN)), "birth.same"),
    ],
)
def test_a_form_is_recognised_however_it_is_filled_in(clerk: Database, form: PatientRecord, reason: str) -> None:
    known = register(clerk, AMINA)
    register(clerk, STRANGER)
    (found,) = clerk.read_now(queries.likely_duplicates, record=form)
    assert found.id == known
    assert reason in found.reasons
    assert (found.name, found.phone) == ("Okafor, Amina Grace", "+254 722 123 456")


@pytest.mark.parametrize("form", [PatientRecord(), PatientRecord(given_names=" "), PatientRecord(given_names="\x00")])
def test_an_unfinished_form_is_like_nobody(clerk: Database, form: PatientRecord) -> None:
    register(clerk, AMINA)
    assert clerk.read_now(queries.likely_duplicates, record=form) == ()


def test_a_certain_duplicate_is_not_registered_before_it_was_shown(clerk: Database, hospital: Hospital) -> None:
    known = register(clerk, AMINA)
    with pytest.raises(Refused) as refused:
        register(clerk, AMINA)
    assert (refused.value.code, refused.value.params["ids"]) == ("merging.not_shown", [known])
    other = register(clerk, AMINA, shown=(known,))
    assert hospital.sql("SELECT first_id, second_id, state FROM hms.suspected_pairs") == [(known, other, "different")]
    # It is offered no more, neither when the record is edited nor on the work list.
    assert clerk.read_now(queries.likely_duplicates, record=AMINA, except_id=other) == ()


def test_a_restricted_duplicate_shows_its_number_and_only_where_the_database_is_certain(
    clerk: Database, hospital: Hospital
) -> None:
    known = register(clerk, AMINA)
    hospital.sql("UPDATE hms.patients SET restricted = true")
    (found,) = clerk.read_now(queries.likely_duplicates, record=AMINA)
    assert (found.id, found.closed, found.name, found.phone, found.reasons) == (known, True, "", "", ())
    near = PatientRecord(given_names="Amina G", family_name="Okafor", birth=Birth(BORN))
    assert clerk.read_now(queries.likely_duplicates, record=near) == ()
    clerk.run_now(patients.open_restricted, intent=uuid4(), patient_id=known, reason="she stands here")
    assert clerk.read_now(queries.likely_duplicates, record=near)[0].name == "Okafor, Amina Grace"


def test_comparing_all_fills_the_work_list_and_then_only_what_changed_is_compared_again(
    hospital: Hospital, manager: Manager, clerk: Database
) -> None:
    known = register(clerk, AMINA)
    twin = patient(hospital, "Okafer", "Amina Grace", birth_date="1984-05-09", birth_precision="day")
    register(clerk, STRANGER)
    manager.compare_all()
    (pair,) = manager.see(queries.pairs_page, after=None, offset=0, limit=50)
    assert ({pair.first.id, pair.second.id}, pair.sure) == ({known, twin}, True)
    assert "birth.same" in pair.reasons
    assert manager.see(queries.pair_anchors).count == 1
    assert manager.see(queries.left_to_compare) == 0
    hospital.sql("INSERT INTO hms.patient_phones (patient_id, number) VALUES (%s, '0722 999 111')", twin)
    assert manager.see(queries.left_to_compare) == 1
    assert manager.database.run_now(actions.compare_next).records == 1
    assert manager.see(queries.pair_anchors).count == 1


def test_a_pair_of_two_people_is_not_offered_again(hospital: Hospital, manager: Manager, clerk: Database) -> None:
    register(clerk, AMINA)
    twin = patient(hospital, "Okafer", "Amina Grace", birth_date="1984-05-09", birth_precision="day")
    manager.compare_all()
    (pair,) = manager.see(queries.pairs_page, after=None, offset=0, limit=50)
    decided = manager.do(actions.decide, pair_id=pair.id, version=pair.version, different=True)
    hospital.sql("UPDATE hms.patients SET address = 'elsewhere' WHERE id = %s", twin)
    manager.compare_all()
    assert manager.see(queries.pairs_page, after=None, offset=0, limit=50) == ()
    with pytest.raises(Stale):
        manager.do(actions.decide, pair_id=pair.id, version=pair.version, different=True)
    manager.do(actions.decide, pair_id=pair.id, version=decided.version, different=False)
    assert len(manager.see(queries.pairs_page, after=None, offset=0, limit=50)) == 1


def test_what_was_decided_about_a_record_holds_for_the_one_it_was_merged_into(
    hospital: Hospital, manager: Manager, clerk: Database
) -> None:
    first, second, third = (
        patient(hospital, name, "Amina Grace", birth_date="1984-05-09", birth_precision="day")
        for name in ("Okafor", "Okafer", "Okaffor")
    )
    manager.compare_all()
    pairs = {
        frozenset((row.first.id, row.second.id)): row
        for row in manager.see(queries.pairs_page, after=None, offset=0, limit=50)
    }
    assert len(pairs) == 3
    apart = pairs[frozenset((first, second))]
    manager.do(actions.decide, pair_id=apart.id, version=apart.version, different=True)
    merged = manager.merge(third, second)
    (left,) = manager.see(queries.pairs_page, after=None, offset=0, limit=50)
    assert {left.first.id, left.second.id} == {first, third}
    hospital.sql("UPDATE hms.suspected_pairs SET state = 'open', decided_at = NULL WHERE state = 'merged'")
    manager.unmerge(merged)
    states = hospital.sql("SELECT first_id, second_id, state FROM hms.suspected_pairs ORDER BY 1, 2")
    assert (min(second, third), max(second, third), "different") in states


def test_a_restricted_record_stands_on_the_work_list_by_its_number(hospital: Hospital, manager: Manager) -> None:
    for name in ("Okafor", "Okafer"):
        patient(hospital, name, "Amina Grace", birth_date="1984-05-09", birth_precision="day")
    manager.compare_all()
    hospital.sql("UPDATE hms.patients SET restricted = true WHERE family_name = 'Okafer'")
    (pair,) = manager.see(queries.pairs_page, after=None, offset=0, limit=50)
    assert (pair.first.closed, pair.second.closed, pair.reasons) == (False, True, ())
    assert (pair.second.name, pair.second.birth) == ("", "")


def test_names_that_many_bear_prove_less(hospital: Hospital, clerk: Database) -> None:
    hospital.sql(
        "INSERT INTO hms.patients (mrn, given_names, family_name, created_at) "
        "SELECT lpad(n::text, 8, '0') || 'A', 'Van ' || n, 'Nguyễn', hms.hospital_now() FROM generate_series(1, 300) n"
    )
    form = PatientRecord(given_names="Van 7", family_name="Nguyen")
    (rare,) = clerk.read_now(queries.likely_duplicates, record=form, limit=1)
    hospital.sql("ANALYZE hms.patients")
    (common,) = clerk.read_now(queries.likely_duplicates, record=form, limit=1)
    assert common.score < rare.score - 3
