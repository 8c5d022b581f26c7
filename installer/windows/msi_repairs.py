"""Puts right in a package what wixl 0.101 leaves out or gets wrong, each repair with its reason.

    python3 -m installer.windows.msi_repairs PACKAGE.msi PAYLOAD EPOCH

EPOCH (seconds since 1970) becomes the package's time. Needs msiinfo and msibuild (msitools).
"""

import hashlib
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path, PureWindowsPath

from installer.freeze.identity import NAME
from installer.windows import msi_tables as tables
from installer.windows.msi_source import identity
from installer.windows.pe_files import file_version, is_program

PERMANENT, TRANSITIVE, REGISTRY_KEY_PATH, WIDE = 16, 64, 4, 256
"""Component.Attributes, as Windows Installer numbers them; WIDE is a component of the 64-bit view."""
SET_PROPERTY = 51
"""CustomAction.Type: a property is set from formatted text."""
AFTER_APP_SEARCH = 51
"""The first free place in InstallExecuteSequence after AppSearch (50) and before LaunchConditions (100)."""
AFTER_INSTALL_INITIALIZE = 1510
_NO_NAMES = frozenset({".", "SourceDir"})
"""What stands for a folder that Windows names."""
_SHORT = re.compile(r"[A-Z0-9_]{1,8}(\.[A-Z0-9_]{1,3})?", re.IGNORECASE)
Row = dict[str, str]


@dataclass(frozen=True)
class Package:
    """A built package and the folder of what it installs."""

    file: Path
    payload: Path

    def rows(self, table: str) -> list[Row]:
        """The rows of `table`; an empty list where it is empty. Raises CalledProcessError where it is absent."""
        exported = subprocess.run(
            ["msiinfo", "export", self.file, table],  # noqa: S607 - as installed by msi.sh
            check=True,
            capture_output=True,
            text=True,
            encoding="utf-8",
        )
        names, _types, _keys, *lines = exported.stdout.splitlines()
        columns = names.split("\t")
        return [dict(zip(columns, line.split("\t"), strict=True)) for line in lines if line]

    def change(self, statements: list[str]) -> None:
        """Pass SQL to msibuild, some hundreds of statements at a time because a command line has its limit."""
        for start in range(0, len(statements), 200):
            self._build("-q", *statements[start : start + 200])

    def put_in(self, table: str, text: str) -> None:
        """Add or replace a whole table, given in the form that msiinfo exports."""
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / f"{table}.idt"
            file.write_text(text, encoding="utf-8", newline="\r\n")
            self._build("-i", str(file))

    def _build(self, *arguments: str) -> None:
        subprocess.run(["msibuild", self.file, *arguments], check=True)  # noqa: S607 - as installed by msi.sh


@dataclass(frozen=True)
class Repair:
    """The SQL for one fault of wixl."""

    reason: str
    statements: Callable[[Package], Iterator[str]]


def _conditions(_package: Package) -> Iterator[str]:
    for setting in tables.SETTINGS:
        yield _update("Component", setting.component, Condition=setting.property)
    yield _update("Component", "StartWithWindows", Condition='STARTWITHWINDOWS="1"')


def _attributes(_package: Package) -> Iterator[str]:
    for setting in tables.SETTINGS:
        yield _update("Component", setting.component, Attributes=WIDE | REGISTRY_KEY_PATH | PERMANENT | TRANSITIVE)
    yield _update("Component", "StartWithWindows", Attributes=WIDE | REGISTRY_KEY_PATH | TRANSITIVE)
    yield _update("Component", "StationFolder", Attributes=WIDE | PERMANENT)


def _secure_properties(package: Package) -> Iterator[str]:
    (already,) = (row["Value"] for row in package.rows("Property") if row["Property"] == "SecureCustomProperties")
    names = ";".join([*already.split(";"), *(kept.property for kept in tables.KEPT)])
    yield _update("Property", "SecureCustomProperties", Value=names)


def _keeping(_package: Package) -> Iterator[str]:
    for place, kept in enumerate(tables.KEPT, AFTER_APP_SEARCH):
        yield _insert("CustomAction", Action=kept.action, Type=SET_PROPERTY, Source=kept.property, Target=kept.becomes)
        yield _insert(
            "InstallExecuteSequence",
            Action=kept.action,
            Condition=f"NOT {kept.property} AND {kept.found}",
            Sequence=place,
        )
    yield "DELETE FROM `InstallUISequence` WHERE `Action`='AppSearch'"


def _removing_the_old(_package: Package) -> Iterator[str]:
    yield _update("InstallExecuteSequence", "RemoveExistingProducts", Sequence=AFTER_INSTALL_INITIALIZE)


def _file_versions(package: Package) -> Iterator[str]:
    for key, path in _paths(package).items():
        version = file_version(package.payload / path) if is_program(package.payload / path) else ""
        if version:
            yield _update("File", key, Version=version, Language="0")
            yield f"DELETE FROM `MsiFileHash` WHERE `File_`='{key}'"  # noqa: S608 - a key that wixl made


def _short_names(package: Package) -> Iterator[str]:
    for table, key, column in (
        ("File", "File", "FileName"),
        ("Directory", "Directory", "DefaultDir"),
        ("Shortcut", "Shortcut", "Name"),
    ):
        rows = [row for row in package.rows(table) if not _SHORT.fullmatch(row[column])]
        rows = [row for row in rows if row[column] not in _NO_NAMES]
        for number, row in enumerate(rows, 1):
            long = row[column]
            ending = re.sub("[^A-Z0-9]", "", PureWindowsPath(long).suffix.upper())[:3]
            short = f"{table[0]}{number:07}" + (f".{ending}" if ending and table == "File" else "")
            yield _update(table, row[key], **{column: f"{short}|{long}"})


REPAIRS = (
    Repair("wixl aborts at a Condition in a component; each setting is written only where it was given", _conditions),
    Repair("wixl ignores Permanent: uninstalling would take IT's settings along", _attributes),
    Repair(
        "wixl ignores Secure: Windows drops the properties on their way to the installing service", _secure_properties
    ),
    Repair(
        "wixl numbers custom actions after AppSearch wrongly: an upgrade blanked settings; and a search in the "
        "user's sequence would not be repeated where it counts",
        _keeping,
    ),
    Repair(
        "wixl ignores MajorUpgrade/@Schedule: the old version would go last, where no roll-back reaches",
        _removing_the_old,
    ),
    Repair(
        "wixl leaves File.Version empty: Windows prefers a file with a version, so an upgrade would leave some out",
        _file_versions,
    ),
    Repair("wixl writes long names alone, where Windows Installer wants short|long", _short_names),
)


def repair(package: Package, epoch: int) -> None:
    """Make every repair, then give the package its rights, its identity and its time."""
    for one in REPAIRS:
        package.change(list(one.statements(package)))
    package.put_in("MsiLockPermissionsEx", _rights())
    _identify(package, epoch)


def _rights() -> str:
    """wixl knows no PermissionEx."""
    names = ("MsiLockPermissionsEx", "LockObject", "Table", "SDDLText", "Condition")
    row = ("StationFolder", "StationFolder", "CreateFolder", tables.STATION_FOLDER_RIGHTS, "")
    lines = (names, ("s72", "s72", "s32", "s0", "S255"), ("MsiLockPermissionsEx", "MsiLockPermissionsEx"), row)
    return "".join("\t".join(line) + "\n" for line in lines)


def _identify(package: Package, epoch: int) -> None:
    """wixl draws the package's code by lot and takes the time of day; here both follow from what is inside."""
    inside = hashlib.sha256()
    for path in sorted(_paths(package).values()):
        inside.update(path.encode() + b"\0" + (package.payload / path).read_bytes())
    for table in ("Property", "Component", "Registry", "InstallExecuteSequence"):
        inside.update(repr(package.rows(table)).encode())
    time = datetime.fromtimestamp(epoch, UTC).strftime("%Y/%m/%d %H:%M:%S")
    new = {
        "2": f"{NAME} installation",
        "9": "{" + identity(f"package/{inside.hexdigest()}") + "}",
        "12": time,
        "13": time,
    }
    rows = [
        (row["PropertyId"], new.get(row["PropertyId"], row["Value"])) for row in package.rows("_SummaryInformation")
    ]
    lines = (("PropertyId", "Value"), ("i2", "l255"), ("_SummaryInformation", "PropertyId"), *rows)
    package.put_in("_SummaryInformation", "".join("\t".join(line) + "\n" for line in lines))


def _paths(package: Package) -> dict[str, str]:
    """Of each File key the path under the payload's folder."""
    parents = {row["Directory"]: row for row in package.rows("Directory")}
    folder_of = {row["Component"]: row["Directory_"] for row in package.rows("Component")}

    def path(directory: str) -> Path:
        if directory == "INSTALLDIR":
            return Path()
        row = parents[directory]
        return path(row["Directory_Parent"]) / row["DefaultDir"].rpartition("|")[2]

    return {
        row["File"]: (path(folder_of[row["Component_"]]) / row["FileName"].rpartition("|")[2]).as_posix()
        for row in package.rows("File")
    }


def _update(table: str, key: str, **values: str | int) -> str:
    """The key's column is named as its table, but in the sequences."""
    column = "Action" if table.endswith("Sequence") else table
    changes = ", ".join(f"`{name}`={_quoted(value)}" for name, value in values.items())
    return f"UPDATE `{table}` SET {changes} WHERE `{column}`='{key}'"  # noqa: S608 - names of this module and of wixl


def _insert(table: str, **values: str | int) -> str:
    names = ", ".join(f"`{name}`" for name in values)
    given = ", ".join(map(_quoted, values.values()))
    return f"INSERT INTO `{table}` ({names}) VALUES ({given})"  # noqa: S608 - names of this module


def _quoted(value: str | int) -> str:
    return str(value) if isinstance(value, int) else f"'{value}'"


if __name__ == "__main__":
    repair(Package(Path(sys.argv[1]), Path(sys.argv[2])), int(sys.argv[3]))
