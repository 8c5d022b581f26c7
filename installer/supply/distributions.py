"""What of Python's packages goes into one of ours: the lock says which, the metadata beside them what they are."""

import re
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from email.message import Message
from email.parser import HeaderParser
from functools import cache
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
HOUSE = HERE.parents[1]
_LOCKED = re.compile(r"^(?P<name>[A-Za-z0-9._-]+)==(?P<version>[^\s;\\]+)[ \t]*(?P<marker>;[^\\\n]*)?", re.MULTILINE)
_A_LICENCE = re.compile(r"(licen[cs]e|copying|notice|authors|copyright)", re.IGNORECASE)
_NEEDED = re.compile(r"[A-Za-z0-9._-]+")


@dataclass(frozen=True)
class Distribution:
    """One package of Python: its licence in SPDX's words, and the files with its licence texts and notices."""

    name: str
    version: str
    licence: str
    texts: tuple[Path, ...]
    needs: tuple[str, ...]
    files: tuple[str, ...]
    source: str

    @property
    def purl(self) -> str:
        return f"pkg:pypi/{self.name}@{self.version}"


def refused(sentence: str) -> "SystemExit":
    """What ends a build: one sentence on standard error, exit code 1."""
    return SystemExit(f"{Path(sys.argv[0]).name}: {sentence}")


@cache
def table() -> Mapping[str, Any]:
    """`parts.toml`: what metadata do not tell."""
    return tomllib.loads((HERE / "parts.toml").read_text(encoding="utf-8"))


def program_version() -> str:
    """The version of this suite."""
    project = tomllib.loads((HOUSE / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return str(project["version"])


def normal(name: str) -> str:
    """A package's name as an index spells it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def shipped(locks: Sequence[Path], site: Path) -> list[Distribution]:
    """The distributions of the locks that lie in `site`, by name.

    Ends the build where one is missing that is meant for every system, has another version than the lock, or has a
    licence that nobody has allowed or no text of it.
    """
    installed = {normal(folder.name.split("-")[0]): folder for folder in sorted(site.glob("*.dist-info"))}
    if not installed:
        raise refused(f"{site} holds no package's metadata; name the folder of its *.dist-info folders.")
    found = {}
    for name, versions in locked(locks).items():
        if name in installed:
            found[name] = _read(name, versions, installed[name])
        elif not all(versions.values()):
            raise refused(f"{name} {', '.join(versions)} stands in the lock and not in {site}.")
    return [found[name] for name in sorted(found)]


def allowed(licence: str) -> bool:
    """Whether one alternative of an SPDX expression consists of allowed licences alone."""
    plain = licence.replace("(", " ").replace(")", " ")
    ways = (re.split(r"\s+AND\s+", way) for way in re.split(r"\s+OR\s+", plain))
    return any(all(part.strip() in table()["allowed"] for part in way) for way in ways)


def locked(locks: Iterable[Path]) -> dict[str, dict[str, bool]]:
    """By name each version of the locks, and whether it is for some systems or some Pythons only."""
    found: dict[str, dict[str, bool]] = {}
    for lock in locks:
        for line in _LOCKED.finditer(lock.read_text(encoding="utf-8")):
            found.setdefault(normal(line["name"]), {})[line["version"]] = bool(line["marker"])
    return found


def _read(name: str, versions: Iterable[str], folder: Path) -> Distribution:
    metadata = HeaderParser().parsestr((folder / "METADATA").read_text(encoding="utf-8", errors="replace"))
    known = table()["distribution"].get(name, {})
    version = str(metadata["Version"])
    if version not in versions:
        raise refused(f"{name} is {version} and not {' or '.join(versions)}, as the lock says.")
    record = folder / "RECORD"
    files = [line.rsplit(",", 2)[0] for line in record.read_text("utf-8").splitlines()] if record.is_file() else []
    found = Distribution(
        name,
        version,
        known.get("licence") or _licence(metadata),
        (*_texts(folder), *(HERE / "texts" / text for text in known.get("texts", ()))),
        tuple(
            sorted(
                {normal(match[0]) for line in metadata.get_all("Requires-Dist", []) if (match := _NEEDED.match(line))}
            )
        ),
        tuple(files),
        f"https://pypi.org/project/{name}/{version}/#files",
    )
    if not allowed(found.licence):
        raise refused(f"{name} {version} is licensed as {found.licence!r}, which parts.toml does not allow.")
    if not found.texts:
        raise refused(f"{name} {version} brings no licence text; keep it in texts/ and name it in parts.toml.")
    return found


def _texts(folder: Path) -> list[Path]:
    """Licence texts and notices, which wheels keep in `licenses/` or, older ones, beside their metadata."""
    inside = sorted(path for path in (folder / "licenses").rglob("*") if path.is_file())
    beside = sorted(path for path in folder.iterdir() if path.is_file() and _A_LICENCE.search(path.name))
    return [*inside, *beside]


def _licence(metadata: Message) -> str:
    """SPDX's words for what the metadata say; nothing where they say nothing that is known."""
    if metadata["License-Expression"]:
        return str(metadata["License-Expression"])
    classifiers = [line.split("::")[-1].strip() for line in metadata.get_all("Classifier", []) if "License ::" in line]
    for said in (str(metadata["License"] or "").strip(), *classifiers):
        word = table()["words"].get(said, said)
        if allowed(word):
            return str(word)
    return str(metadata["License"] or ", ".join(classifiers))
