"""`hms-admin --selftest`: one line a check, 1 where one is red."""

import pytest

from hms_desktop.admin import selftest
from hms_desktop.clinic.operations import brought_along
from hms_desktop.core import groundwork
from hms_desktop.core.selftest import Check, Failed


@pytest.fixture(autouse=True)
def _only_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    """The checks that the desk shares have tests of their own."""
    monkeypatch.setattr(groundwork, "checks", tuple)
    monkeypatch.setattr(brought_along, "checks", tuple)


def test_every_command_can_be_loaded_and_what_they_lean_on_works(capsys: pytest.CaptureFixture[str]) -> None:
    assert selftest.run(["hms_desktop.admin.worker", "hms_desktop.admin.backup"], as_json=False) == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.split(":")[0] for line in said] == [
        "ok      commands",
        "ok      modules",
        "ok      certificates",
        "ok      queue of jobs",
    ]


def test_a_command_whose_module_is_not_there_is_red(capsys: pytest.CaptureFixture[str]) -> None:
    assert selftest.run(["hms_desktop.admin.rounds"], as_json=False) == 1
    assert "FAILED  commands: ModuleNotFoundError" in capsys.readouterr().out


def test_one_red_check_of_the_shared_ones_makes_the_whole_red(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def look() -> str:
        raise Failed("no handshake was begun")

    monkeypatch.setattr(groundwork, "checks", lambda: (Check("TLS of Python", look),))
    assert selftest.run([], as_json=False) == 1
    assert "FAILED  TLS of Python: no handshake was begun" in capsys.readouterr().out
