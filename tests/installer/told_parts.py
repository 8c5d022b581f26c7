"""What a finished package tells of itself: every part of its lock and of what lies in it, with version and licence."""

import json
import re
from pathlib import Path

from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

LOCKS = Path(__file__).parents[2] / "installer" / "requirements"
_LOCKED = re.compile(r"^([\w.-]+)==(\S+) \\$", re.MULTILINE)
"""A package that every system gets; one for some systems has a marker behind its version."""


def check_parts(folder: Path, *locks: str, native: set[str]) -> None:
    """The bill fits its schema and names all of the locks in their versions and `native`; each licence has its text."""
    text = (folder / "sbom.cdx.json").read_text(encoding="utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    parts = [(one["name"], one.get("version", "")) for one in json.loads(text)["components"]]
    wanted = {part for lock in locks for part in _LOCKED.findall((LOCKS / f"{lock}.txt").read_text(encoding="utf-8"))}
    assert wanted
    assert wanted - set(parts) == set()
    assert {name for name in native if not dict(parts).get(name)} == set()
    texts = folder / "licences"
    told = (texts / "README.txt").read_text(encoding="utf-8")
    assert [name for name, _version in parts if name not in told] == []
    assert "Offer of source" in told
    folders = {re.sub(r"[^\w.-]", "_", name) for name, _version in parts}
    assert [each for each in folders if not any(file.stat().st_size > 100 for file in (texts / each).glob("*"))] == []
