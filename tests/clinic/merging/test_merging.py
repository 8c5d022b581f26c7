"""Merge and unmerge (rule 17): every reference goes along, nothing else is touched, and all of it can be taken back."""

import itertools
from dataclasses import replace
from uuid import uuid4

import psycopg
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hms_desktop.clinic.merging import actions, queries
from hms_desktop.clinic.patients import actions as patients
from hms_desktop.clinic.patients import queries as cards
from hms_desktop.clinic.patients.rules import Phone
from hms_desktop.clinic.queue import actions as desk
from hms_desktop.core.errors import Refused, Stale
from tests.clinic.merging.conftest import Manager
from tests.factories.merging import FOLLOWING, ROWS, STAYING, Visits, record_of, references, rows_of
from tests.factories.patients import patient
from tests.factories.prescriptions import line, medicine, write_prescription
from tests.factories.queue import house
from tests.hospital import Hospital

NUMBERS = (chr(ord("a") + number % 26) * (number // 26 + 1) for number in itertools.count())
CHOICES = ("given_names", "family_name", "sex", "birth_date", "address", "notes", "language")


def two(hospital: Hospital, number: str = "") -> tuple[int, int]:
    kept = patient(
        hospital, f"Okafor{number}", "Amina", sex="female", birth_date="1980-03-04", birth_precision="day", notes="one"
    )
    gone = patient(
        hospital, "Okafer", "Amina B", birth_date="1980-01-01", birth_precision="year", address="Hill Road 1"
    )
    return kept, gone


def test_every_reference_to_a_patient_is_known_to_this_test(hospital: Hospital) -> None:
    assert references(hospital) == set(ROWS) | FOLLOWING | set(STAYING)


def test_after_a_merge_every_reference_points_at_the_record_that_stands(hospital: Hospital, manager: Manager) -> None:
    kept, gone = two(hospital)
    earlier = patient(hospital, "Okaffer", "Amina")
    manager.merge(gone, earlier)
    visits = Visits(hospital)
    visits.leave_everywhere(gone)
    visits.leave("patient_phones.patient_id", kept)
    before = {name: len(rows) for name, rows in rows_of(hospital, gone).items()}
    assert all(before.values()), before
    here = {name: len(rows) for name, rows in rows_of(hospital, kept).items()}
    manager.merge(kept, gone)
    assert all(not rows for rows in rows_of(hospital, gone).values())
    after = {name: len(rows) for name, rows in rows_of(hospital, kept).items()}
    assert after == {name: here[name] + count + (name == "patients.merged_into") for name, count in before.items()}


def test_a_merge_that_is_undone_leaves_both_records_as_they_were(hospital: Hospital, manager: Manager) -> None:
    kept, gone = two(hospital)
    visits = Visits(hospital)
    visits.leave_everywhere(gone)
    visits.leave("patient_phones.patient_id", kept)
    before = [(record_of(hospital, each), rows_of(hospital, each)) for each in (kept, gone)]
    merged = manager.merge(kept, gone, CHOICES)
    assert record_of(hospital, kept) != before[0][0]
    manager.unmerge(merged)
    assert [(record_of(hospital, each), rows_of(hospital, each)) for each in (kept, gone)] == before


@settings(
    max_examples=8,
    deadline=None,
    phases=[Phase.explicit, Phase.generate],
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    taken=st.sets(st.sampled_from(CHOICES)),
    of_gone=st.lists(st.sampled_from(sorted(ROWS)), max_size=5),
    of_kept=st.lists(st.sampled_from(sorted(ROWS)), max_size=3),
    since=st.lists(st.sampled_from(sorted(ROWS)), max_size=3),
    noted=st.booleans(),
)
def test_what_came_since_the_merge_stays_with_the_survivor_and_all_else_goes_back(
    hospital: Hospital,
    manager: Manager,
    visits: Visits,
    taken: set[str],
    of_gone: list[str],
    of_kept: list[str],
    since: list[str],
    noted: bool,
) -> None:
    kept, gone = two(hospital, next(NUMBERS))
    for reference in of_gone:
        visits.leave(reference, gone)
    for reference in of_kept:
        visits.leave(reference, kept)
    apart = rows_of(hospital, kept), rows_of(hospital, gone)
    record, other = record_of(hospital, kept), record_of(hospital, gone)
    merged = manager.merge(kept, gone, tuple(taken))
    together = rows_of(hospital, kept)
    for reference in since:
        visits.leave(reference, kept)
    new = {name: [row for row in rows if row not in together[name]] for name, rows in rows_of(hospital, kept).items()}
    if noted:
        hospital.sql("UPDATE hms.patients SET notes = 'written since' WHERE id = %s", kept)
    manager.unmerge(merged)
    assert record_of(hospital, gone) == other
    assert rows_of(hospital, gone) == apart[1]
    now = rows_of(hospital, kept)
    assert {name: sorted(map(str, rows)) for name, rows in now.items()} == {
        name: sorted(map(str, apart[0][name] + new[name])) for name in now
    }
    known = "patient_allergies.patient_id" in of_kept + since
    expected = record | {"allergy_status": "known" if known else "not_asked"}
    assert record_of(hospital, kept) == expected | ({"notes": "written since"} if noted else {})


@pytest.fixture
def visits(hospital: Hospital) -> Visits:
    return Visits(hospital)


def test_the_survivor_takes_the_chosen_fields_and_keeps_the_others(hospital: Hospital, manager: Manager) -> None:
    kept, gone = two(hospital)
    manager.merge(kept, gone, ("birth_date", "address"))
    card = manager.see(cards.patient_card, patient_id=kept)
    assert card.record.birth is not None
    assert (card.record.birth.display(), card.record.address) == ("1980", "Hill Road 1")
    assert (card.record.family_name, card.record.notes) == ("Okafor", "one")
    left = manager.see(cards.patient_card, patient_id=gone)
    assert (left.merged_into, left.merged_into_mrn) == (kept, card.mrn)
    assert left.record.family_name == "Okafer"


@pytest.mark.parametrize("field", ["id", "mrn", "version", "merged_into", "restricted", "created_by", "no such"])
def test_what_makes_a_record_this_record_cannot_be_taken_over(hospital: Hospital, manager: Manager, field: str) -> None:
    kept, gone = two(hospital)
    with pytest.raises(Refused, match="cannot be taken over"):
        manager.merge(kept, gone, (field,))


@pytest.mark.parametrize("who", [0, 1])
def test_a_record_with_an_open_ticket_is_neither_merged_nor_unmerged(
    hospital: Hospital, manager: Manager, who: int
) -> None:
    pair = two(hospital)
    service = house(hospital).services["A"]
    ticket = manager.do(desk.issue_ticket, service=service, patient=pair[who], priority="ordinary", reason="")
    with pytest.raises(Refused, match="still open") as refused:
        manager.merge(*pair)
    assert refused.value.code == "merging.open_ticket"
    assert refused.value.params["ticket"] == ticket.ticket
    segment = hospital.sql("SELECT id, version FROM hms.segments")[0]
    manager.do(desk.cancel_ticket, segment=segment[0], version=segment[1], reason="left")
    merged = manager.merge(*pair)
    manager.do(desk.issue_ticket, service=service, patient=pair[0], priority="ordinary", reason="")
    with pytest.raises(Refused, match="still open"):
        manager.unmerge(merged)


@pytest.mark.parametrize("who", [0, 1])
def test_a_record_whose_prescription_a_pharmacist_has_open_is_not_merged(
    hospital: Hospital, manager: Manager, who: int
) -> None:
    pair = two(hospital)
    made = write_prescription(hospital, pair[who], [line(medicine(hospital))])
    hospital.sql("SELECT hms.lease_prescription(%s, %s)", uuid4(), made.id)
    with pytest.raises(Refused, match="wait until it is dispensed") as refused:
        manager.merge(*pair)
    assert refused.value.code == "merging.open_dispense"
    hospital.sql("DELETE FROM hms.leases")
    manager.merge(*pair)
    assert hospital.sql("SELECT patient_id FROM hms.prescriptions") == [(pair[0],)]


def test_nothing_is_written_for_a_merged_away_record(hospital: Hospital, manager: Manager) -> None:
    kept, gone = two(hospital)
    visits = Visits(hospital)
    manager.merge(kept, gone)
    visits.leave("appointments.patient_id", kept)
    for reference in ROWS:
        with pytest.raises(psycopg.Error, match="merged into"):
            visits.leave(reference, gone)
    seen = manager.see(cards.patient_card, patient_id=gone)
    for wanted in (
        replace(seen.record, given_names="New"),
        replace(seen.record, phones=(Phone("0722 111 222"),)),
    ):
        with pytest.raises(Refused) as refused:
            manager.do(patients.edit, patient_id=gone, version=seen.version, seen=seen.record, wanted=wanted)
        assert refused.value.code == "merging.merged_away"
        assert refused.value.params["id"] == kept


def test_of_two_restrictions_one_is_enough_and_undoing_gives_back_what_was(
    hospital: Hospital, manager: Manager
) -> None:
    kept, gone = two(hospital)
    hospital.sql("UPDATE hms.patients SET restricted = true WHERE id = %s", gone)
    with pytest.raises(Refused, match="restricted"):
        manager.merge(kept, gone)
    manager.do(patients.open_restricted, patient_id=gone, reason="the same person")
    merged = manager.merge(kept, gone)
    assert hospital.sql("SELECT restricted FROM hms.patients WHERE id = %s", kept) == [(True,)]
    manager.unmerge(merged)
    assert hospital.sql("SELECT restricted FROM hms.patients ORDER BY id") == [(False,), (True,)]


def test_a_merge_names_both_versions_it_has_seen(hospital: Hospital, manager: Manager) -> None:
    kept, gone = two(hospital)
    for versions in ((1, 2), (2, 1)):
        with pytest.raises(Stale):
            manager.do(
                actions.merge,
                survivor_id=kept,
                survivor_version=versions[0],
                absorbed_id=gone,
                absorbed_version=versions[1],
            )
    with pytest.raises(Refused, match="itself"):
        manager.merge(kept, kept)


def test_a_merge_sent_twice_merges_once(hospital: Hospital, manager: Manager) -> None:
    kept, gone = two(hospital)
    intent = uuid4()
    values = {"survivor_id": kept, "survivor_version": 1, "absorbed_id": gone, "absorbed_version": 1}
    first = manager.database.run_now(actions.merge, intent=intent, **values)
    assert manager.database.run_now(actions.merge, intent=intent, **values) == first
    assert hospital.sql("SELECT count(*) FROM hms.merges") == [(1,)]


def test_a_chain_of_merges_ends_at_one_record_and_is_undone_from_its_end(hospital: Hospital, manager: Manager) -> None:
    first, second = two(hospital)
    third = patient(hospital, "Okafor", "Amina")
    inner = manager.merge(second, first)
    outer = manager.merge(third, second)
    assert hospital.sql("SELECT merged_into FROM hms.patients ORDER BY id") == [(third,), (third,), (None,)]
    with pytest.raises(Refused, match="merged later"):
        manager.unmerge(inner)
    manager.unmerge(outer)
    assert hospital.sql("SELECT merged_into FROM hms.patients ORDER BY id") == [(second,), (None,), (None,)]
    manager.unmerge(inner)
    assert hospital.sql("SELECT merged_into FROM hms.patients ORDER BY id") == [(None,), (None,), (None,)]
    with pytest.raises(Stale):
        manager.unmerge(inner)


def test_an_insurance_that_both_records_hold_stays_with_the_merged_away_one(
    hospital: Hospital, manager: Manager
) -> None:
    kept, gone = two(hospital)
    for who in (kept, gone):
        for number in ("N1", f"X{who}"):
            hospital.sql(
                "INSERT INTO hms.patient_policies (patient_id, insurer, number) VALUES (%s, 'National', %s)",
                who,
                number,
            )
    before = rows_of(hospital, gone)
    merged = manager.merge(kept, gone)
    held = hospital.sql("SELECT patient_id, number FROM hms.patient_policies ORDER BY id")
    assert held == [(kept, "N1"), (kept, f"X{kept}"), (gone, "N1"), (kept, f"X{gone}")]
    manager.unmerge(merged)
    assert rows_of(hospital, gone) == before


def test_a_merge_and_its_undoing_stand_in_the_audit_trail(hospital: Hospital, manager: Manager) -> None:
    kept, gone = two(hospital)
    hospital.sql("INSERT INTO hms.patient_phones (patient_id, number) VALUES (%s, '0722 1')", gone)
    manager.unmerge(manager.merge(kept, gone))
    who = manager.database.server.user
    told = hospital.sql("SELECT subject, verb FROM hms.audit WHERE person = %s ORDER BY id", who)
    assert ("merges", "insert") in told
    assert ("merges", "update") in told
    assert told.count(("patient_phones", "update")) == 2


def test_the_merges_that_stand_are_listed_newest_first(hospital: Hospital, manager: Manager) -> None:
    kept, gone = two(hospital)
    third = patient(hospital, "Okafor", "Amina")
    manager.merge(kept, gone)
    newer = manager.merge(kept, third)
    assert [row.absorbed.id for row in manager.see(queries.merges)] == [third, gone]
    manager.unmerge(newer)
    (row,) = manager.see(queries.merges)
    assert (row.survivor.name, row.absorbed.name) == ("Okafor, Amina", "Okafer, Amina B")
