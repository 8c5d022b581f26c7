"""The house's import rules hold, and each of them catches a breach that is planted on purpose."""

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
CONTRACTS: list[str] = [
    contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"][
        "contracts"
    ]
]

# contract -> where a line is planted, and the line
BREACHES: dict[str, tuple[str, str]] = {
    "Floors": ("hms_desktop/core/notices.py", "import hms_desktop.clinic.schema"),
    "The administrator's program": ("hms_desktop/admin/main.py", "import hms_desktop.widgets.theme"),
    "No Qt below the widgets": ("hms_desktop/core/notices.py", "import PySide6.QtCore"),
    "No database driver above clinic": ("hms_desktop/widgets/theme.py", "import sqlalchemy"),
    "The kiosk's bundle": ("display_kiosk/feed.py", "import hms_desktop.clinic.queue.queries"),
    "The kiosk's scene": ("display_kiosk/scene/board.py", "import hms_desktop.core.errors"),
    "Screens do not know each other": ("hms_desktop/screens/queue/page.py", "import hms_desktop.screens.patients.page"),
    "Areas stand in order": ("hms_desktop/clinic/organisation/tables.py", "import hms_desktop.clinic.queue.tables"),
    "Inside an area": ("hms_desktop/clinic/queue/tables.py", "import hms_desktop.clinic.queue.actions"),
}


# The same contract holds for an area's modules of one subject: where a line is planted, and the line.
OF_ONE_SUBJECT = (
    ("rules_media", "tables"),
    ("rules", "tables_media"),
    ("tables_media", "queries_checkin"),
    ("queries_media", "actions_pairing"),
)


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    program = (
        "import sys; sys.path.insert(0, ''); from importlinter.cli import lint_imports_command; lint_imports_command()"
    )
    return subprocess.run(
        [sys.executable, "-c", program, "--no-cache"],
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
        env={**os.environ, "COLUMNS": "200"},  # a contract's name stays on its line
    )


def plant(path: Path, line: str) -> None:
    assert path.exists()
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    for package in ("hms_desktop", "display_kiosk"):
        shutil.copytree(ROOT / package, tmp_path / package, ignore=shutil.ignore_patterns("__pycache__"))
    (tmp_path / "tests" / "house").mkdir(parents=True)
    for own in ("pyproject.toml", "tests/__init__.py", "tests/house/__init__.py", "tests/house/area_layers.py"):
        shutil.copy(ROOT / own, tmp_path / own)
    return tmp_path


def test_every_contract_is_kept() -> None:
    result = lint(ROOT)
    assert result.returncode == 0, result.stdout


def test_every_contract_has_its_planted_breach() -> None:
    assert [sum(name.startswith(start) for start in BREACHES) for name in CONTRACTS] == [1] * len(CONTRACTS)


@pytest.mark.parametrize("start", BREACHES)
def test_a_planted_breach_is_caught(copy: Path, start: str) -> None:
    place, line = BREACHES[start]
    plant(copy / place, line)
    result = lint(copy)
    assert result.returncode == 1, result.stdout
    broken = [row for row in result.stdout.splitlines() if " BROKEN" in row]
    assert any(row.startswith(start) for row in broken), result.stdout


def test_breaches_between_an_areas_modules_of_one_subject_are_caught(copy: Path) -> None:
    area = "hms_desktop.clinic.displays"
    for lower, higher in OF_ONE_SUBJECT:
        plant(copy / f"{area.replace('.', '/')}/{lower}.py", f"import {area}.{higher}")
    result = lint(copy)
    assert result.returncode == 1, result.stdout
    for lower, higher in OF_ONE_SUBJECT:
        assert f"{area}.{lower} is not allowed to import {area}.{higher}:" in result.stdout
