"""hms-admin duplicates: fills the managers' work list, goes on where it stopped, and as the worker sees all records."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hms_desktop.clinic.merging import actions
from hms_desktop.clinic.operations import installing
from hms_desktop.core.connecting import connect
from hms_desktop.core.settings import Server
from tests.admin.conftest import Run
from tests.factories.patients import patient
from tests.hospital import PASSWORD, Hospital

Duplicates = Callable[..., tuple[int, str, str]]


@pytest.fixture
def duplicates(hospital: Hospital, run: Run, tmp_path: Path) -> Duplicates:
    """`hms-admin duplicates …` as somebody: exit code, what it printed, what it complained of."""

    def do(who: Server, *arguments: object) -> tuple[int, str, str]:
        settings = tmp_path / "settings.toml"
        place = {"host": who.host, "port": who.port, "dbname": who.dbname, "user": who.user}
        settings.write_text("[server]\n" + "\n".join(f"{name} = {json.dumps(value)}" for name, value in place.items()))
        done = run("duplicates", *arguments, "--settings", settings, HMS_SERVER_PASSWORD=PASSWORD)
        return done.returncode, done.stdout, done.stderr

    return do


def alike(hospital: Hospital, count: int) -> None:
    for number in range(count):
        for family in (f"Okafor{chr(97 + number)}", f"Okafer{chr(97 + number)}"):
            patient(hospital, family, "Amina Grace", birth_date=f"198{number}-05-09", birth_precision="day")


def pairs(hospital: Hospital) -> int:
    return int(hospital.sql("SELECT count(*) FROM hms.suspected_pairs")[0][0])


def test_a_scan_fills_the_work_list_and_says_how_many(hospital: Hospital, duplicates: Duplicates) -> None:
    alike(hospital, 2)
    manager = hospital.person("manager")
    assert duplicates(manager, "status")[1] == "4 records are left to compare.\n"
    code, said, complained = duplicates(manager, "scan")
    assert (code, complained) == (0, "")
    assert said == f"4 records compared, {pairs(hospital)} new pairs on the work list.\n"
    assert pairs(hospital) >= 2
    assert duplicates(manager, "scan")[1] == "0 records compared, 0 new pairs on the work list.\n"


def test_a_scan_that_was_stopped_goes_on_where_it_stood(
    hospital: Hospital, duplicates: Duplicates, monkeypatch: pytest.MonkeyPatch
) -> None:
    alike(hospital, 3)
    manager = hospital.person("manager")
    real, stretches = actions.compare_next, [0]

    def cut_off(*values: object, **named: object) -> object:
        stretches[0] += 1
        if stretches[0] == 3:
            raise KeyboardInterrupt
        return real(*values, **named)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(actions, "compare_next", cut_off)
    code, said, complained = duplicates(manager, "scan", "--batch", 2)
    assert (code, complained) == (130, "Stopped.\n")
    assert said.startswith("4 records compared")
    assert duplicates(manager, "scan", "--batch", 2)[1].startswith("2 records compared")


def test_the_worker_compares_restricted_records_and_a_manager_does_not(
    hospital: Hospital, duplicates: Duplicates
) -> None:
    alike(hospital, 1)
    hospital.sql("UPDATE hms.patients SET restricted = true")
    code, said, _ = duplicates(hospital.person("manager"), "scan")
    assert (code, said[:1], pairs(hospital)) == (0, "0", 0)
    with connect(hospital.superuser, application="test", autocommit=True) as opened:
        made = installing.verifier(opened, "hms_worker", PASSWORD)
    hospital.sql(f"ALTER ROLE hms_worker PASSWORD '{made}'")
    code, said, complained = duplicates(hospital.superuser.signed_in_as("hms_worker", PASSWORD), "scan")
    assert (code, complained, pairs(hospital)) == (0, "", 1)


@pytest.mark.parametrize("duty", ["front_desk", "admin"])
def test_nobody_else_compares_all_records(hospital: Hospital, duplicates: Duplicates, duty: str) -> None:
    code, _, complained = duplicates(hospital.person(duty), "scan")
    assert code == 1
    assert "duties do not allow" in complained
