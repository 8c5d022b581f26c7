"""The manners of the house that a reader relies on."""

import ast
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(
    path
    for package in ("hms_desktop", "display_kiosk", "tests", "migrations")
    for path in (ROOT / package).rglob("*.py")
    if "__pycache__" not in path.parts
)


@pytest.mark.parametrize("path", [path for path in MODULES if path.name == "__init__.py"], ids=str)
def test_an_init_is_empty(path: Path) -> None:
    assert path.stat().st_size == 0


def test_one_sentence_opens_each_module() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in MODULES
        if path.name != "__init__.py" and not ast.get_docstring(ast.parse(path.read_text(encoding="utf-8")))
    ]
    assert silent == []


def test_no_widget_or_scene_carries_a_literal_colour() -> None:
    sources = [
        path
        for package in ("hms_desktop", "display_kiosk")
        for path in (ROOT / package).rglob("*")
        if path.suffix in (".py", ".qml")
    ]
    coloured = [
        str(path.relative_to(ROOT))
        for path in sources
        if re.search(r"#[0-9a-fA-F]{6}\b", path.read_text(encoding="utf-8"))
    ]
    assert coloured == []


def test_a_counted_text_is_said_by_tr_which_alone_the_translators_tool_reads_with_its_number() -> None:
    lost = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "hms_desktop").rglob("*.py")
        if re.search(r"\btranslate\([^)]*%n", path.read_text(encoding="utf-8"))
    ]
    assert lost == []


def test_a_lock_names_no_host_and_pins_every_hash() -> None:
    locks = sorted((ROOT / "installer" / "requirements").glob("*.txt"))
    assert {lock.stem for lock in locks} >= {"desktop", "kiosk", "admin", "dev"}
    for lock in locks:
        text = lock.read_text(encoding="utf-8")
        assert "://" not in text
        assert "--index-url" not in text
        pins = len(re.findall(r"^[a-zA-Z0-9_.-]+==", text, re.MULTILINE))
        assert pins == len(re.findall(r"^[a-zA-Z0-9_.-]+==[^\n]*\\\n    --hash=sha256:", text, re.MULTILINE))


def test_the_program_for_it_installs_without_qt() -> None:
    lock = (ROOT / "installer" / "requirements" / "admin.txt").read_text(encoding="utf-8").lower()
    assert "pyside6" not in lock
    assert "qasync" not in lock


def test_qt_is_pinned_below_the_release_that_drops_references_to_none() -> None:
    extras = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["optional-dependencies"]
    for extra in ("desktop", "kiosk"):
        assert [line for line in extras[extra] if line.startswith("PySide6") and ">=6.11.3,<6.12" not in line] == []


def test_the_test_command_of_ci_is_the_readmes() -> None:
    script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    commands = [line for line in script.splitlines() if line and not line.startswith(("#", "set ", "cd "))]
    assert commands in (["exec sh installer/quickstart.sh test"], ["sh installer/quickstart.sh test"])
    assert "sh installer/quickstart.sh test" in (ROOT / "README.md").read_text(encoding="utf-8")


def test_nothing_stands_at_the_top_that_was_not_agreed() -> None:
    if not shutil.which("git"):
        pytest.skip("there is no git here")
    listed = subprocess.run(["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False)
    if listed.returncode:
        pytest.skip("not a git checkout")
    top = {line.split("/")[0] for line in listed.stdout.splitlines()}
    agreed = {
        "hms_desktop",
        "display_kiosk",
        "migrations",
        "resources",
        "installer",
        "tests",
        "pyproject.toml",
        "alembic.ini",
        "README.md",
        "LICENSE",
    }
    assert {name for name in top if not name.startswith(".")} <= agreed
