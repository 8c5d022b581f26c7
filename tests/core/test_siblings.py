"""One program of the suite starts another: by its module from the sources, as the file beside it where frozen."""

import subprocess
import sys
from pathlib import Path

import pytest

from hms_desktop.core.siblings import PROGRAMS, command_of, is_frozen


@pytest.mark.parametrize("program", PROGRAMS)
def test_from_the_sources_each_program_starts(program: str) -> None:
    ran = subprocess.run([*command_of(program), "--help"], capture_output=True, text=True, timeout=60)
    assert ran.returncode == 0
    assert ran.stdout.startswith("usage:")
    assert not is_frozen()


@pytest.mark.parametrize(("own", "other"), [("hms-desktop", "hms-kiosk"), ("hms-desktop.exe", "hms-kiosk.exe")])
def test_frozen_each_program_is_the_file_beside(
    own: str, other: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / own))
    assert command_of("hms-kiosk") == [str(tmp_path / other)]


def test_another_suites_program_is_not_started() -> None:
    with pytest.raises(KeyError):
        command_of("psql")
