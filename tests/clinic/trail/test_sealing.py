"""Seals of the audit trail: whatever is changed, removed or inserted behind them is found, and only that."""

import datetime as dt

import pytest

from hms_desktop.clinic.trail import sealing
from tests.hospital import Hospital

NOON = dt.datetime(2026, 3, 31, 12, tzinfo=dt.UTC)


def department(hospital: Hospital, name: str = "Medicine") -> int:
    return int(hospital.sql("INSERT INTO hms.departments (name) VALUES (%s) RETURNING id", name)[0][0])


def test_a_seal_covers_each_committed_entry_once_and_the_chain_is_whole(hospital: Hospital) -> None:
    hospital.sql("SELECT hms.seal_audit()")
    for name in ("A", "B"):
        department(hospital, name)
        assert hospital.sql("SELECT hms.seal_audit()") == [(1,)]
    assert hospital.sql("SELECT hms.seal_audit()") == [(0,)]
    assert hospital.sql("SELECT count(*) FROM hms.audit WHERE block IS NULL") == [(0,)]
    assert hospital.sql("SELECT * FROM hms.broken_seals()") == []


@pytest.mark.parametrize(
    "tamper",
    [
        "UPDATE hms.audit SET person = 'somebody' WHERE subject = 'departments'",
        "DELETE FROM hms.audit WHERE subject = 'departments'",
        "UPDATE hms.audit_blocks SET previous = 'x' WHERE id = 2",
    ],
)
def test_a_superusers_tampering_breaks_the_chain_visibly(hospital: Hospital, tamper: str) -> None:
    for name in ("A", "B"):
        department(hospital, name)
        hospital.sql("SELECT hms.seal_audit()")
    connection = hospital.connection()
    connection.execute("SET session_replication_role = replica")
    connection.execute(tamper.encode())
    assert hospital.sql("SELECT * FROM hms.broken_seals()") != []


@pytest.mark.parametrize("block", [1, 7])
def test_an_entry_that_was_put_into_a_sealed_block_or_into_none_that_exists_is_found(
    hospital: Hospital, block: int
) -> None:
    department(hospital)
    hospital.sql("SELECT hms.seal_audit()")
    connection = hospital.connection()
    connection.execute(
        "INSERT INTO hms.audit (at, person, workstation, subject, key, verb, block) "
        "VALUES (hms.hospital_now(), 'ada', 'desk', 'departments', 1, 'insert', %s)",
        (block,),
    )
    manager = hospital.database(hospital.person("manager"))
    [broken] = manager.read_now(sealing.broken)
    assert (broken.block, broken.found - broken.sealed) == (block, 1)
    assert manager.read_now(sealing.broken, first=block, last=None) == (broken,)


def test_portions_find_what_the_whole_finds(hospital: Hospital, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sealing, "BLOCKS_AT_ONCE", 2)
    for number in range(7):
        department(hospital, f"Department {number}")
        hospital.sql("SELECT hms.seal_audit()")
    connection = hospital.connection()
    connection.execute("SET session_replication_role = replica")
    connection.execute("UPDATE hms.audit SET person = 'somebody' WHERE block IN (2, 3, 7)")
    connection.execute("DELETE FROM hms.audit_blocks WHERE id = 5")
    manager = hospital.database(hospital.person("manager"))
    newest = manager.read_now(sealing.state).newest
    portions = [
        each
        for first, last in sealing.spans(newest)
        for each in manager.read_now(sealing.broken, first=first, last=last)
    ]
    assert [each.block for each in portions] == [2, 3, 5, 6, 7]
    assert tuple(portions) == manager.read_now(sealing.broken)


def test_the_kept_seal_of_a_trail_that_was_made_anew_is_missed(hospital: Hospital) -> None:
    department(hospital)
    hospital.sql("SELECT hms.seal_audit()")
    manager = hospital.database(hospital.person("manager"))
    kept = manager.read_now(sealing.state).digest
    assert manager.read_now(sealing.stands_in_the_chain, digest=kept)
    connection = hospital.connection()
    connection.execute("SET session_replication_role = replica")
    connection.execute("UPDATE hms.audit SET block = NULL, person = 'somebody'")
    connection.execute("DELETE FROM hms.audit_blocks")
    hospital.sql("SELECT hms.seal_audit()")
    assert manager.read_now(sealing.broken) == ()
    assert not manager.read_now(sealing.stands_in_the_chain, digest=kept)


def test_a_seal_never_covers_two_months(hospital: Hospital) -> None:
    hospital.sql("SELECT hms.seal_audit()")
    for day in (NOON, NOON + dt.timedelta(days=1)):
        hospital.sql("SELECT hms.open_month(%s)", day)
        hospital.set_clock(day)
        department(hospital, f"{day:%d %m}")
    assert hospital.sql("SELECT hms.seal_audit()") == [(2,)]
    assert hospital.sql("SELECT count(DISTINCT block) FROM hms.audit WHERE subject = 'departments'") == [(2,)]
    assert hospital.sql("SELECT * FROM hms.broken_seals()") == []


def test_an_entry_dated_long_before_the_newest_seal_came_late(hospital: Hospital) -> None:
    hospital.set_clock(NOON)
    hospital.sql("SELECT hms.open_month(%s)", NOON)
    manager = hospital.database(hospital.person("manager"))
    hospital.sql("SELECT hms.seal_audit()")
    assert manager.read_now(sealing.state).late == 0
    hospital.set_clock(NOON - dt.timedelta(hours=2))
    department(hospital, "Late")
    state = manager.read_now(sealing.state)
    assert (state.unsealed, state.late) == (1, 1)
