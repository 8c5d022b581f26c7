"""What the revisions of the schema say of themselves: what each is for, which clients it still serves.

A revision adds (it *expands* the schema, and every client goes on) or takes away (it *contracts* it, and its
`min_client_version` is the first release that does without). Besides `upgrade()`, which runs in the one transaction of
`hms-admin migrate` while the desks wait, it may name statements in `ahead`: they run one by one before that, each by
itself, while the desks go on, and again after an interruption.
"""

from dataclasses import dataclass
from pathlib import Path

from alembic.config import Config
from alembic.script import Script, ScriptDirectory

from hms_desktop.clinic.records.rules import version_key
from hms_desktop.core import places

FIRST_RELEASE = "0.1.0"


@dataclass(frozen=True)
class Revision:
    """One step of the schema. `contracts`: clients older than `min_client_version` are shut out by it."""

    number: str
    title: str
    min_client_version: str
    message: str
    ahead: tuple[str, ...]
    contracts: bool


def alembic_config(scripts: Path | None = None) -> Config:
    """Alembic's configuration for a folder of revisions; the program's own where none is named."""
    config = Config()
    config.set_main_option("script_location", str(scripts or places.migrations()).replace("%", "%%"))
    return config


def head(scripts: Path | None = None) -> str:
    """The newest revision; empty where there is none."""
    return _directory(scripts).get_current_head() or ""


def revisions(scripts: Path | None = None) -> tuple[Revision, ...]:
    """All of them, the oldest first."""
    found: list[Revision] = []
    oldest = FIRST_RELEASE
    for script in _scripts(scripts):
        said = script.module
        served = getattr(said, "min_client_version", oldest)
        found.append(
            Revision(
                script.revision,
                script.doc.rstrip("."),
                served,
                getattr(said, "message", ""),
                tuple(getattr(said, "ahead", ())),
                contracts=version_key(served) > version_key(oldest),
            )
        )
        oldest = served
    return tuple(found)


def _scripts(scripts: Path | None) -> list[Script]:
    return [*_directory(scripts).walk_revisions()][::-1]


def _directory(scripts: Path | None) -> ScriptDirectory:
    return ScriptDirectory.from_config(alembic_config(scripts))
