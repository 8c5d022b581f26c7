"""What the tests of the Windows package share: a small payload of real programs, the package of it, and its tables."""

import os
import shutil
import struct
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from installer.windows.msi_repairs import Package

ROOT = Path(__file__).parents[2]
WINDOWS = ROOT / "installer" / "windows"
COMPILER = "x86_64-w64-mingw32-gcc"
RESOURCES = "x86_64-w64-mingw32-windres"
MAKES_PACKAGES = ("wixl", "msibuild", "msiinfo", COMPILER, RESOURCES)
SIGNS = ("osslsigncode", "openssl")
RUNS_WINDOWS = ("wine", "wineserver")
LONG = 300  # seconds that a program may take on a machine under load
EPOCH = "1790000000"
PICTURE, ICON, VERSION = 3, 14, 16
"""Windows' numbers of the kinds of resources (RT_ICON, RT_GROUP_ICON, RT_VERSION)."""
_FOLDER = 0x80000000
_VERSION = """
1 VERSIONINFO FILEVERSION {commas}
BEGIN
END
"""


def needs(*tools: str) -> pytest.MarkDecorator:
    """Skips where one of `tools` is not installed, and says which."""
    missing = [tool for tool in tools if not shutil.which(tool)]
    return pytest.mark.skipif(bool(missing), reason=f"not installed here: {', '.join(missing)}")


def run(*command: str | Path, **more: str) -> "subprocess.CompletedProcess[str]":
    """Run `command` with `more` in its environment, and return what it said and how it ended.

    What it says goes to a file: Wine's own services keep a pipe open long after the program has ended.
    """
    with tempfile.TemporaryFile("w+", errors="replace") as out, tempfile.TemporaryFile("w+", errors="replace") as err:
        ended = subprocess.run(
            [str(part) for part in command],
            stdin=subprocess.PIPE,  # Python under Wine starts with nothing less
            stdout=out,
            stderr=err,
            timeout=LONG,
            env=os.environ | more,
        )
        said = [(file.seek(0), file.read())[1] for file in (out, err)]
    return subprocess.CompletedProcess(ended.args, ended.returncode, *said)


def done(*command: str | Path, **more: str) -> str:
    """As `run`; fails with what was said where the command failed."""
    ended = run(*command, **more)
    assert ended.returncode == 0, f"{command}: {ended.stdout}{ended.stderr}"
    return ended.stdout


def make_program(file: Path, words: str, version: str = "") -> None:
    """A Windows program that prints `words`, with a version resource where `version` is given."""
    with tempfile.TemporaryDirectory() as place:
        source, described, compiled = (Path(place) / name for name in ("program.c", "version.rc", "version.o"))
        source.write_text(f'#include <stdio.h>\nint main(void) {{ return puts("{words}") < 0; }}\n', encoding="utf-8")
        parts = [source]
        if version:
            described.write_text(_VERSION.format(commas=version.replace(".", ",")), encoding="utf-8")
            done(RESOURCES, described, compiled)
            parts.append(compiled)
        done(COMPILER, "-O1", "-s", *parts, "-o", file)


def make_payload(folder: Path, version: str) -> Path:
    """A small stand-in for the frozen programs: real ones, a folder below, and a file that is no program."""
    (folder / "_internal").mkdir(parents=True)
    make_program(folder / "hms-desktop.exe", f"desktop {version}", f"{version}.0")
    make_program(folder / "hms-admin.exe", f"admin {version}")
    (folder / "_internal" / "resource-with-a-long-name.dat").write_text(f"of {version}\n", encoding="utf-8")
    (folder / "LICENSE").write_text("Apache-2.0\n", encoding="utf-8")
    return folder


def make_package(payload: Path, out: Path, version: str) -> Package:
    """What installer/windows/msi.sh makes of `payload`."""
    done("sh", WINDOWS / "msi.sh", payload, out, version, SOURCE_DATE_EPOCH=EPOCH)
    return Package(out / f"hms-desktop-{version}-x64.msi", payload)


def resources(file: Path) -> dict[int, list[bytes]]:
    """What a program carries besides its code, by the numbers of the kinds."""
    data = file.read_bytes()
    (head,) = struct.unpack_from("<I", data, 0x3C)
    sections, optional = struct.unpack_from("<H12xH", data, head + 6)
    for number in range(sections):
        entry = head + 24 + optional + 40 * number
        name, address, place = struct.unpack_from("<8s4xI4xI", data, entry)
        if name.rstrip(b"\0") == b".rsrc":
            return {kind: _leaves(data, place, table, address) for kind, table in _entries(data, place, place)}
    return {}


def _entries(data: bytes, start: int, table: int) -> Iterator[tuple[int, int]]:
    """Of a folder of resources each name and the place of what it leads to; a folder's place has its top bit set."""
    named, numbered = struct.unpack_from("<HH", data, table + 12)
    for number in range(named + numbered):
        name, leads = struct.unpack_from("<II", data, table + 16 + 8 * number)
        yield name, (start + (leads & 0x7FFFFFFF)) | (leads & _FOLDER)


def _leaves(data: bytes, start: int, leads: int, address: int) -> list[bytes]:
    place = leads & ~_FOLDER
    if leads & _FOLDER:
        return [leaf for _, inner in _entries(data, start, place) for leaf in _leaves(data, start, inner, address)]
    where, size = struct.unpack_from("<II", data, place)
    return [data[start + where - address :][:size]]


def flip(file: Path, at: int, many: int = 4) -> None:
    """Overwrite some bytes of `file` by others."""
    data = bytearray(file.read_bytes())
    data[at : at + many] = bytes(byte ^ 0xFF for byte in data[at : at + many])
    file.write_bytes(bytes(data))


def column(package: Package, table: str, key: str, value: str) -> dict[str, str]:
    """Of each row of `table` what stands in its column `key` with what stands in `value`."""
    return {row[key]: row[value] for row in package.rows(table)}


def in_order(text: str, parts: Sequence[str]) -> list[str]:
    """The `parts` that `text` holds, in the order of their first places."""
    return sorted((part for part in parts if part in text), key=text.index)
