"""The SQL of each revision, written down without a server, and what squawk says of it."""

import io
import json
import shutil
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

import psycopg
from alembic.operations import Operations
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory

from hms_desktop.clinic.operations.revisions import alembic_config

LAST_BEFORE_THE_FIRST_RELEASE = "0035"
NEVER = {
    "prefer-robust-stmts": "a revision runs in one transaction: nothing is half done",
    "require-lock-timeout": "hms-admin migrate sets it, attempt by attempt",
    "require-statement-timeout": "hms-admin migrate sets it",
    "prefer-bigint-over-int": "counts and minutes have a CHECK of their range; keys are bigint",
    "prefer-bigint-over-smallint": "the same",
}
"""Rules of squawk that do not hold here, and why."""
ON_EMPTY_TABLES = {
    "adding-field-with-default",
    "adding-foreign-key-constraint",
    "adding-serial-primary-key-field",
    "ban-drop-constraint",
    "ban-drop-not-null",
    "ban-drop-table",
    "constraint-missing-not-valid",
    "disallowed-unique-constraint",
    "prefer-identity",
    "prefer-text-field",
    "require-concurrent-index-creation",
}
"""What was done before the first release, when no hospital was at work yet; later revisions may not."""
TAKING_AWAY = {
    "adding-not-nullable-field",
    "ban-drop-column",
    "ban-drop-constraint",
    "ban-drop-not-null",
    "ban-drop-table",
    "changing-column-type",
    "renaming-column",
    "renaming-table",
}
"""What only a revision that contracts may do: it shuts out the programs that still need what it takes away."""


@dataclass(frozen=True)
class Written:
    """One revision: the statements that run ahead, each by itself, and those of its transaction."""

    number: str
    ahead: str
    upgrade: str
    contracts: bool


def written(scripts: Path | None = None) -> Iterator[Written]:
    """Every revision, the oldest first."""
    before = "0.1.0"
    for script in [*ScriptDirectory.from_config(alembic_config(scripts)).walk_revisions()][::-1]:
        served = getattr(script.module, "min_client_version", before)
        ahead = "".join(f"{statement.rstrip(';')};\n" for statement in getattr(script.module, "ahead", ()))
        yield Written(script.revision, ahead, _rendered(script.module), contracts=served != before)
        before = served


def _rendered(revision: Any) -> str:
    """What `upgrade()` would send; a script that it gives to the driver itself stands there as it is."""
    text = io.StringIO()
    context = MigrationContext.configure(
        dialect_name="postgresql", opts={"as_sql": True, "output_buffer": text, "literal_binds": True}
    )
    driver = mock.create_autospec(psycopg.Connection, instance=True)
    driver.execute.side_effect = lambda script: text.write(
        f"{script.decode() if isinstance(script, bytes) else script};\n"
    )
    with Operations.context(context) as operations:
        bound = mock.Mock(connection=mock.Mock(driver_connection=driver))
        operations.get_bind = lambda: bound  # type: ignore[method-assign] # offline there is no connection
        revision.upgrade()
    return text.getvalue()


def findings(revisions: Sequence[Written], folder: Path) -> dict[str, list[str]]:
    """What squawk finds in each of them, as `rule: statement`; needs squawk on the path."""
    found: dict[str, list[str]] = {revision.number: [] for revision in revisions}
    ahead = {revision.number: revision.ahead for revision in revisions}
    for off in {_not_asked(revision) for revision in revisions}:
        of_this_kind = [revision for revision in revisions if _not_asked(revision) == off]
        texts = {revision.number: revision.upgrade for revision in of_this_kind}
        told = _squawk(texts, folder, off, "--assume-in-transaction")
        told += _squawk({number: ahead[number] for number in texts if ahead[number]}, folder, off)
        for number, rule, statement in told:
            if not _made_ahead(rule, statement, ahead[number]):
                found[number].append(f"{rule}: {' '.join(statement.split())}")
    return found


def rules_that_fire(folder: Path) -> set[str]:
    """What squawk would say of all the revisions, were it asked for everything."""
    texts = {revision.number: revision.upgrade for revision in written()}
    return {rule for _number, rule, _statement in _squawk(texts, folder, frozenset())}


def _not_asked(revision: Written) -> frozenset[str]:
    off = set(NEVER)
    if revision.number <= LAST_BEFORE_THE_FIRST_RELEASE:
        off |= ON_EMPTY_TABLES
    if revision.contracts:
        off |= TAKING_AWAY
    return frozenset(off)


def _made_ahead(rule: str, statement: str, ahead: str) -> bool:
    """An index that was made concurrently ahead is only named again, for a database in which its table is new."""
    again = " ".join(statement.split()).replace("INDEX IF", "INDEX CONCURRENTLY IF").rstrip(";")
    return rule == "require-concurrent-index-creation" and again in " ".join(ahead.split())


def _squawk(texts: Mapping[str, str], folder: Path, off: frozenset[str], *options: str) -> list[tuple[str, str, str]]:
    """Number of the revision, rule, statement."""
    if not texts:
        return []
    program = shutil.which("squawk")
    assert program is not None
    for number, text in texts.items():
        (folder / f"{number}.sql").write_text(text, encoding="utf-8")
    files = [str(folder / f"{number}.sql") for number in texts]
    without = ("--exclude", ",".join(sorted(off))) if off else ()
    told = subprocess.run(
        [program, "--pg-version", "17", "--reporter", "json", *options, *without, *files],
        capture_output=True,
        text=True,
        check=False,
    )
    return [_told(each, texts[Path(each["file"]).stem]) for each in json.loads(told.stdout)]


def _told(each: dict[str, Any], text: str) -> tuple[str, str, str]:
    lines = text.splitlines()[each["line"] : each.get("line_end", each["line"]) + 1]
    return Path(each["file"]).stem, each["rule_name"], "\n".join(lines)
