"""The native parts of a package: whose each library is, and which version it says it has."""

import re
import shutil
import subprocess
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatch
from functools import cache
from pathlib import Path
from typing import Any

from distributions import HERE, Distribution, normal, refused, table

_BINARY = (b"\x7fELF", b"MZ")
_MODULE_OF_PYTHON = re.compile(r"(^|/)(lib-dynload/)?\w+(\.cpython-\d+-[\w-]+)?\.(so|pyd)$")
_OWN = re.compile(r"^hms[-_]")


@dataclass
class Native:
    """One part that no metadata of Python tell of, and the files of the package that hold it."""

    name: str
    version: str
    licence: str
    source: str
    texts: tuple[Path, ...]
    purl: str = ""
    cpe: str = ""
    files: list[str] = field(default_factory=list)


def natives(payload: Path, shipped: Sequence[Distribution], site: Path) -> list[Native]:
    """Every native part of the package, by name and version. Ends the build where nobody knows whose a library is."""
    owned = _Owned(shipped)
    found: dict[tuple[str, str], Native] = {}
    for path in sorted(_binaries(payload)):
        inside = path.relative_to(payload).as_posix()
        _refuse_forbidden(path.name)
        entries = [part for part in table()["part"] if _is_named_like(part, path)]
        parts = list(_that_say_their_version(entries, path, site))
        if not entries and not owned.has(inside) and not _is_pythons(inside) and not _OWN.match(path.name):
            parts = [_of_debian(path)]
        for part in parts:
            found.setdefault((part.name, part.version), part).files.append(inside)
    return [found[key] for key in sorted(found)]


class _Owned:
    """Which files the distributions have brought, wherever the package keeps them."""

    def __init__(self, shipped: Iterable[Distribution]) -> None:
        self._by_name: dict[str, list[str]] = {}
        for file in (file for distribution in shipped for file in distribution.files):
            self._by_name.setdefault(file.rpartition("/")[2], []).append(file)

    def has(self, inside: str) -> bool:
        known = self._by_name.get(inside.rpartition("/")[2], [])
        return any(inside == file or inside.endswith(f"/{file}") for file in known)


def _binaries(payload: Path) -> Iterator[Path]:
    """Programs and libraries by how they begin; links lead to files that are found themselves."""
    for path in payload.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4).startswith(_BINARY):
                    yield path


def _refuse_forbidden(name: str) -> None:
    if any(fnmatch(name, pattern) for pattern in table()["forbidden"]):
        raise refused(f"{name} is free under the GPL alone and must not be in the package.")


def _is_named_like(part: dict[str, Any], path: Path) -> bool:
    return any(fnmatch(path.name.lower(), pattern.lower()) for pattern in part["files"])


def _that_say_their_version(entries: Iterable[dict[str, Any]], path: Path, site: Path) -> Iterator[Native]:
    """The parts in this file; of a part in several files those count that say its version."""
    content = path.read_bytes()
    for part in entries:
        if "needs" in part and not re.search(part["needs"].encode(), content):
            continue
        if "never" in part and (why := re.search(part["never"].encode(), content)):
            raise refused(f"{path.name} was built with {why[0].decode()}; such a {part['name']} must not ship.")
        if (version := _version(part, path, content, site)) is not None:
            yield _native(part, version)


def _version(part: dict[str, Any], path: Path, content: bytes, site: Path) -> str | None:
    """What the file, its name or the distribution that made it says; None where the part is not in this file."""
    if "version" in part:
        found = re.search(part["version"].encode(), content)
        return found[1].replace(b"\0", b"").decode() if found else None
    if "named" in part:
        named = re.search(part["named"], path.name)
        return named[1] if named else None
    if "distribution" in part:
        folders = [each for each in site.glob("*.dist-info") if normal(each.name.split("-")[0]) == part["distribution"]]
        return folders[0].name.removesuffix(".dist-info").rpartition("-")[2] if folders else ""
    return ""


def _native(part: dict[str, Any], version: str) -> Native:
    texts_of = part.get("texts_of", version)
    if version and version != texts_of and not version.startswith(f"{texts_of}."):
        raise refused(f"{part['name']} is {version} here, and its notices are those of {texts_of}; gather them anew.")
    return Native(
        part["name"],
        version,
        part["licence"],
        part["source"],
        tuple(HERE / "texts" / text for text in part["texts"]),
        part.get("purl", "").format(version=version) if version else "",
        part.get("cpe", "").format(version=version) if version else "",
    )


def _is_pythons(inside: str) -> bool:
    """Python's own modules, which lie in lib-dynload or beside the program."""
    return bool(_MODULE_OF_PYTHON.search(inside)) and ("lib-dynload/" in inside or inside.count("/") <= 1)


def _of_debian(path: Path) -> Native:
    """The building machine's package that a library was taken from, with Debian's own account of its licence."""
    package = _packages_by_library().get(path.name, "")
    text = Path("/usr/share/doc") / package / "copyright"
    if not package or not text.is_file():
        raise refused(f"Nobody has said whose {path.name} is; enter it in parts.toml.")
    version, architecture = _versions()[package]
    return Native(
        f"{package} (Debian)",
        version,
        "LicenseRef-Debian-copyright",
        f"https://packages.debian.org/source/{package}",
        (text,),
        f"pkg:deb/debian/{package}@{version}?arch={architecture}",
    )


@cache
def _packages_by_library() -> dict[str, str]:
    """By a library's name the package of this machine that has brought it; nothing where this is no Debian."""
    told = (line.rpartition(": ") for line in _dpkg("-S", "*.so*"))
    return {path.rpartition("/")[2]: owners.split(":")[0].split(",")[0] for owners, _, path in told}


@cache
def _versions() -> dict[str, tuple[str, str]]:
    """By package its version and architecture."""
    told = (line.split("\t") for line in _dpkg("-W", "-f", "${Package}\t${Version}\t${Architecture}\n"))
    return {package: (version, architecture) for package, version, architecture in told}


def _dpkg(*question: str) -> list[str]:
    asked = shutil.which("dpkg-query")
    if asked is None:
        return []
    return subprocess.run([asked, *question], capture_output=True, text=True, check=False).stdout.splitlines()
