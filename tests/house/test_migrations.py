"""Every revision says which programs it serves, locks no hospital out of its tables, and can be told from a bad one."""

import re
import shutil
from pathlib import Path

import pytest

from hms_desktop.clinic.operations import revisions
from hms_desktop.clinic.records.rules import OLDEST_REVISION, version_key
from hms_desktop.core import places
from tests.factories.releases import NextRelease
from tests.house.revisions_sql import NEVER, ON_EMPTY_TABLES, findings, rules_that_fire, written

VERSIONS = sorted((places.migrations() / "versions").glob("*.py"))
OWN_ROW = re.compile(r"INSERT INTO hms\.schema_compat \(revision, min_client_version\) VALUES \('(\d{4})', '0\.1\.0'\)")
needs_squawk = pytest.mark.skipif(shutil.which("squawk") is None, reason="squawk is not installed")


def test_revisions_are_numbered_without_a_gap_and_named_by_their_number() -> None:
    numbers = [revision.number for revision in revisions.revisions()]
    assert numbers == [f"{number:04}" for number in range(1, len(numbers) + 1)]
    assert [file.name[:4] for file in VERSIONS] == numbers


@pytest.mark.parametrize("file", VERSIONS, ids=lambda file: file.stem)
def test_a_revision_says_once_which_clients_it_serves(file: Path) -> None:
    text = file.read_text(encoding="utf-8")
    by_itself = [number for number in OWN_ROW.findall(text) if number == file.name[:4]]
    said = re.findall(r'^min_client_version = "\d+(?:\.\d+)+"$', text, re.MULTILINE)
    assert len(by_itself) + len(said) == 1, "min_client_version, which migrations/env.py writes down, and nothing else"


@pytest.mark.parametrize("file", VERSIONS, ids=lambda file: file.stem)
def test_a_revision_never_goes_back(file: Path) -> None:
    """What a newer schema kept would be lost: back goes only a backup, and a mistake is mended by the next revision."""
    assert "def downgrade" not in file.read_text(encoding="utf-8")


def test_no_revision_serves_older_clients_than_the_one_before() -> None:
    served = [version_key(revision.min_client_version) for revision in revisions.revisions()]
    assert served == sorted(served)


def test_this_program_asks_for_the_schema_that_it_brings() -> None:
    assert revisions.head() == OLDEST_REVISION, "set OLDEST_REVISION in hms_desktop/clinic/records/rules.py"


@needs_squawk
def test_squawk_finds_nothing_in_the_revisions(tmp_path: Path) -> None:
    found = findings([*written()], tmp_path)
    assert len(found) == len(VERSIONS)
    assert {number: told for number, told in found.items() if told} == {}


BAD = {
    "require-concurrent-index-creation": "CREATE INDEX by_name_idx ON hms.patients (id)",
    "constraint-missing-not-valid": "ALTER TABLE hms.patients ADD CONSTRAINT some_check CHECK (id > 0)",
    "adding-not-nullable-field": "ALTER TABLE hms.patients ALTER COLUMN email SET NOT NULL",
    "adding-required-field": "ALTER TABLE hms.patients ADD COLUMN shoe_size bigint NOT NULL",
    "changing-column-type": "ALTER TABLE hms.patients ALTER COLUMN id TYPE text",
    "ban-drop-column": "ALTER TABLE hms.patients DROP COLUMN email",
    "ban-drop-table": "DROP TABLE hms.patients",
    "renaming-column": "ALTER TABLE hms.patients RENAME COLUMN email TO mail",
}


@needs_squawk
def test_a_bad_revision_is_found_one_that_contracts_or_makes_its_index_ahead_is_not_bad(tmp_path: Path) -> None:
    release = NextRelease(tmp_path)
    bad = {release.add("A bad one", statement): rule for rule, statement in BAD.items()}
    index = "CREATE INDEX CONCURRENTLY IF NOT EXISTS by_email_idx ON hms.patients (email)"
    good = release.add("An index", index.replace(" CONCURRENTLY", ""), ahead=(index,))
    less = release.add("A column less", "ALTER TABLE hms.patients DROP COLUMN email", oldest="0.3.0")
    found = findings(
        [revision for revision in written(release.scripts) if revision.number in {*bad, good, less}], tmp_path
    )
    assert {number: [told.split(":")[0] for told in found[number]] for number in bad} == {
        number: [rule] for number, rule in bad.items()
    }
    assert (found[good], found[less]) == ([], [])


@needs_squawk
def test_every_rule_that_is_left_out_would_say_something(tmp_path: Path) -> None:
    assert (NEVER.keys() | ON_EMPTY_TABLES) - rules_that_fire(tmp_path) == set()
