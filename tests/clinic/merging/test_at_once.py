"""Two people at the very same moment, each with a connection of their own: one wins, the other gets one sentence."""

import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from uuid import uuid4

import psycopg
import pytest

from hms_desktop.clinic.merging import actions
from hms_desktop.clinic.patients import actions as patients
from hms_desktop.clinic.patients.rules import Identifier, PatientRecord
from hms_desktop.core.database import Database
from hms_desktop.core.errors import HmsError, Refused, Stale
from tests.clinic.merging.conftest import Manager
from tests.factories.patients import patient
from tests.factories.queue import house
from tests.hospital import Hospital


def together(works: list[Callable[[], object]]) -> list[object]:
    """Run them at once; their results, or the errors that people would see."""
    start = threading.Barrier(len(works))

    def one(work: Callable[[], object]) -> object:
        start.wait()
        try:
            return work()
        except HmsError as error:
            return error

    with ThreadPoolExecutor(len(works)) as threads:
        return list(threads.map(one, works))


def managers(hospital: Hospital, count: int = 2) -> list[Manager]:
    return [Manager(hospital, hospital.database(hospital.person("manager"))) for _ in range(count)]


def merging(manager: Manager, survivor: int, absorbed: int) -> Callable[[], object]:
    """Merge two records of version 1."""
    return lambda: manager.do(
        actions.merge, survivor_id=survivor, survivor_version=1, absorbed_id=absorbed, absorbed_version=1
    )


@pytest.mark.parametrize("round_", range(3))
def test_of_two_managers_who_merge_two_records_in_opposite_directions_one_succeeds(
    hospital: Hospital, round_: int
) -> None:
    one, other = (patient(hospital, "Okafor", name) for name in ("Amina", "Amin"))
    first, second = managers(hospital)
    found = together([merging(first, one, other), merging(second, other, one)])
    assert sorted(type(each).__name__ for each in found if not isinstance(each, Merged)) in (["Refused"], ["Stale"])
    assert hospital.sql("SELECT count(*) FROM hms.merges WHERE undone_at IS NULL") == [(1,)]
    assert hospital.sql("SELECT count(*) FROM hms.patients WHERE merged_into IS NULL") == [(1,)]


@pytest.mark.parametrize("round_", range(3))
def test_of_two_managers_who_merge_overlapping_pairs_the_second_must_look_again(
    hospital: Hospital, round_: int
) -> None:
    a, b, c = (patient(hospital, "Okafor", name) for name in ("Amina", "Amin", "Aminah"))
    first, second = managers(hospital)
    found = together([merging(first, b, a), merging(second, c, b)])
    assert sum(isinstance(each, Merged) for each in found) == 1
    assert sum(isinstance(each, Stale | Refused) for each in found) == 1


def test_two_managers_who_undo_one_merge_undo_it_once(hospital: Hospital) -> None:
    one, other = (patient(hospital, "Okafor", name) for name in ("Amina", "Amin"))
    first, second = managers(hospital)
    merged = first.merge(one, other)
    found = together([lambda: first.unmerge(merged), lambda: second.unmerge(merged)])
    assert sorted(type(each).__name__ for each in found) == ["Stale", "Unmerged"]
    assert hospital.sql("SELECT merged_into FROM hms.patients ORDER BY id") == [(None,), (None,)]


def test_a_ticket_that_is_issued_while_a_merge_is_under_way_waits_and_is_refused(hospital: Hospital) -> None:
    one, other = (patient(hospital, "Okafor", name) for name in ("Amina", "Amin"))
    service = house(hospital).services["A"]
    merger = hospital.connection(hospital.person("manager"))
    clerk = hospital.connection(hospital.person("front_desk"))
    merger.execute("BEGIN")
    merger.execute("SELECT hms.merge_patients(%s, %s, 1, %s, 1, '{}')", (uuid4(), one, other))
    told: list[str] = []

    def issue() -> None:
        try:
            clerk.execute("SELECT hms.issue_ticket(%s, %s, %s)", (uuid4(), service, other))
        except psycopg.Error as error:
            told.append(error.diag.constraint_name or "")

    waiting = threading.Thread(target=issue)
    waiting.start()
    waiting.join(0.5)
    assert waiting.is_alive()
    merger.execute("COMMIT")
    waiting.join()
    assert told == ["merging.merged_away"]


def test_a_merge_waits_for_a_ticket_that_is_being_issued_and_is_refused(hospital: Hospital) -> None:
    one, other = (patient(hospital, "Okafor", name) for name in ("Amina", "Amin"))
    service = house(hospital).services["A"]
    merger = hospital.connection(hospital.person("manager"))
    clerk = hospital.connection(hospital.person("front_desk"))
    clerk.execute("BEGIN")
    clerk.execute("SELECT hms.issue_ticket(%s, %s, %s)", (uuid4(), service, other))
    told: list[str] = []

    def merge() -> None:
        try:
            merger.execute("SELECT hms.merge_patients(%s, %s, 1, %s, 1, '{}')", (uuid4(), one, other))
        except psycopg.Error as error:
            told.append(error.diag.constraint_name or "")

    waiting = threading.Thread(target=merge)
    waiting.start()
    waiting.join(0.5)
    assert waiting.is_alive()
    clerk.execute("COMMIT")
    waiting.join()
    assert told == ["merging.open_ticket"]


def test_of_two_clerks_who_register_one_person_at_once_the_second_is_shown_the_first(hospital: Hospital) -> None:
    record = PatientRecord(
        given_names="Amina", family_name="Okafor", identifiers=(Identifier("passport", "P 12345 67"),)
    )
    clerks: list[Database] = [hospital.database(hospital.person("front_desk")) for _ in range(4)]
    found = together(
        [lambda c=clerk: c.run_now(patients.register, intent=uuid4(), record=record) for clerk in clerks]  # type: ignore[misc]
    )
    registered = [each for each in found if isinstance(each, patients.Registered)]
    refused = [each for each in found if isinstance(each, Refused)]
    assert len(registered) == 1
    assert [each.code for each in refused] == ["merging.not_shown"] * 3
    assert all(each.params["ids"] == [registered[0].id] for each in refused)


Merged = actions.Merged
