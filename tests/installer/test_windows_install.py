"""The Windows package installed in silence under Wine: settings by properties, upgrade, downgrade, uninstall."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.freeze.identity import NAME
from installer.windows.msi_repairs import Package
from installer.windows.msi_tables import RUN_KEY, SETTINGS_KEY
from tests.installer.windows import MAKES_PACKAGES, RUNS_WINDOWS, done, make_package, make_payload, needs, run

pytestmark = [pytest.mark.packaging, needs(*MAKES_PACKAGES, *RUNS_WINDOWS)]
FAILED_INSTALLATION = 1603
"""ERROR_INSTALL_FAILURE; a program's end on Linux keeps its last eight bits."""


class Workstation:
    """A Windows of its own that ends with the tests."""

    def __init__(self, prefix: Path) -> None:
        self.disk = prefix / "drive_c"
        self._environment = {"WINEPREFIX": str(prefix), "WINEDEBUG": "-all", "WINEARCH": "win64", "DISPLAY": ""}
        prefix.mkdir()
        done("wineserver", "-p", **self._environment)  # one that stays, for many short programs
        done("wine", "wineboot", "-i", **self._environment)
        done("wine", "winecfg", "-v", "win10", **self._environment)

    def close(self) -> None:
        """End every program of this Windows, and no other's."""
        done("wineserver", "-k", **self._environment)

    def msiexec(self, *arguments: str | Path) -> int:
        return run("wine", "msiexec", *arguments, "/qn", "/norestart", **self._environment).returncode

    def registry(self, key: str) -> dict[str, str]:
        """The values under a key of HKEY_LOCAL_MACHINE."""
        said = run("wine", "reg", "query", f"HKLM\\{key}", **self._environment).stdout
        return dict(re.findall(r"^ {4}(\S.*?)    REG_\w+    (.*?)\r?$", said, flags=re.MULTILINE))

    def set_registry(self, key: str, name: str, value: str) -> None:
        done("wine", "reg", "add", f"HKLM\\{key}", "/v", name, "/d", value, "/f", **self._environment)

    def forget_settings(self) -> None:
        run("wine", "reg", "delete", "HKLM\\Software\\HMS", "/f", **self._environment)

    def shortcuts(self) -> set[str]:
        return {file.stem for file in self.disk.rglob("Start Menu/Programs/HMS/*.lnk")}

    @property
    def folder(self) -> Path:
        return self.disk / "Program Files" / NAME


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Package, Package]:
    place = tmp_path_factory.mktemp("versions")
    older, newer = (
        make_package(make_payload(place / version, version), place / "out", version) for version in ("1.2.3", "1.3.0")
    )
    return older, newer


@pytest.fixture(scope="module")
def machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Workstation]:
    made = Workstation(tmp_path_factory.mktemp("wine") / "prefix")
    yield made
    made.close()


@pytest.fixture
def workstation(machine: Workstation, versions: tuple[Package, Package]) -> Iterator[Workstation]:
    """The machine without the program, and without the settings that an uninstallation leaves."""
    yield machine
    for package in versions:
        if machine.msiexec("/x", package.file) == 0:
            break
    machine.forget_settings()


def test_settings_are_given_on_the_command_line_and_only_these_are_written(
    workstation: Workstation, versions: tuple[Package, Package]
) -> None:
    older, _newer = versions
    properties = ("SERVERHOST=db.hospital.example", "SERVERPORT=5433", "WORKSTATION=desk 3", "LANGUAGE=fr")
    assert workstation.msiexec("/i", older.file, *properties) == 0
    assert workstation.registry(SETTINGS_KEY) == {
        "server_host": "db.hospital.example",
        "server_port": "5433",
        "workstation": "desk 3",
        "language": "fr",
    }
    assert NAME not in workstation.registry(RUN_KEY)
    assert (workstation.folder / "_internal" / "resource-with-a-long-name.dat").read_text() == "of 1.2.3\n"
    assert workstation.shortcuts() == {"HMS Front Desk", "HMS Pharmacy", "HMS Counter Window"}
    assert (workstation.disk / "ProgramData" / "HMS").is_dir()


def test_an_upgrade_keeps_what_it_changed_meanwhile_and_takes_every_new_file(
    workstation: Workstation, versions: tuple[Package, Package]
) -> None:
    older, newer = versions
    place = "INSTALLDIR=C:\\Clinic Programs\\HMS"
    assert workstation.msiexec("/i", older.file, "SERVERHOST=first.example", "STARTWITHWINDOWS=1", place) == 0
    workstation.set_registry(SETTINGS_KEY, "server_host", "second.example")
    assert workstation.msiexec("/i", newer.file, "THEME=dark") == 0
    assert workstation.registry(SETTINGS_KEY) == {"server_host": "second.example", "theme": "dark"}
    folder = workstation.disk / "Clinic Programs" / "HMS"
    assert workstation.registry(RUN_KEY)[NAME] == '"C:\\Clinic Programs\\HMS\\hms-desktop.exe"'
    assert (folder / "_internal" / "resource-with-a-long-name.dat").read_text() == "of 1.3.0\n"
    assert b"desktop 1.3.0" in (folder / "hms-desktop.exe").read_bytes()
    assert not workstation.folder.exists()


def test_the_command_line_of_an_upgrade_stands_above_what_was_there(
    workstation: Workstation, versions: tuple[Package, Package]
) -> None:
    older, newer = versions
    assert workstation.msiexec("/i", older.file, "SERVERHOST=first.example", "STARTWITHWINDOWS=1") == 0
    assert workstation.msiexec("/i", newer.file, "SERVERHOST=third.example", "STARTWITHWINDOWS=0") == 0
    assert workstation.registry(SETTINGS_KEY) == {"server_host": "third.example"}
    assert NAME not in workstation.registry(RUN_KEY)


def test_settings_are_changed_without_a_new_version(
    workstation: Workstation, versions: tuple[Package, Package]
) -> None:
    older, _newer = versions
    assert workstation.msiexec("/i", older.file, "SERVERHOST=first.example") == 0
    assert workstation.msiexec("/i", older.file, "REINSTALL=ALL", "SERVERHOST=next.example", "POOLER=p:6432") == 0
    assert workstation.registry(SETTINGS_KEY) == {"server_host": "next.example", "server_pooler": "p:6432"}


def test_an_older_version_is_refused_and_changes_nothing(
    workstation: Workstation, versions: tuple[Package, Package]
) -> None:
    older, newer = versions
    assert workstation.msiexec("/i", newer.file, "SERVERHOST=db.hospital.example") == 0
    assert workstation.msiexec("/i", older.file, "SERVERHOST=other.example") == FAILED_INSTALLATION & 0xFF
    assert workstation.registry(SETTINGS_KEY) == {"server_host": "db.hospital.example"}
    assert b"desktop 1.3.0" in (workstation.folder / "hms-desktop.exe").read_bytes()


def test_uninstalling_removes_the_program_and_keeps_its_settings(
    workstation: Workstation, versions: tuple[Package, Package]
) -> None:
    older, _newer = versions
    assert workstation.msiexec("/i", older.file, "SERVERHOST=db.hospital.example", "STARTWITHWINDOWS=1") == 0
    assert workstation.msiexec("/x", older.file) == 0
    assert not workstation.folder.exists()
    assert workstation.shortcuts() == set()
    assert NAME not in workstation.registry(RUN_KEY)
    assert workstation.registry(SETTINGS_KEY) == {"server_host": "db.hospital.example"}
