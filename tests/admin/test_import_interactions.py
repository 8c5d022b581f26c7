"""hms-admin import interactions: the ANSM's two releases, one after the other, and what is not found is told."""

import csv
from pathlib import Path

from hms_desktop.core.connecting import connect
from tests.admin.conftest import Central, Run


def files(shared: Path, release: str) -> tuple[object, ...]:
    folder = shared / "ddi_ansm"
    thesaurus, index = {
        "2018-03": ("thesaurus_mars_2018.json", "index_substances_18_mars_2018.json"),
        "2019-09": ("Thesaurus_09_2019.json", "index_des_substances_09_2019.json"),
    }[release]
    codes = ("--codes", folder / "rxnorm_mappings.tsv", "--codes", folder / "wikidata_mappings.tsv")
    return (folder / thesaurus, "--index", folder / index, *codes, "--release", release)


def test_a_newer_release_replaces_the_list_and_an_older_one_only_stays_to_be_read(
    run: Run, central: Central, shared: Path, tmp_path: Path
) -> None:
    password = (central.folder / "super.password").read_text(encoding="utf-8").strip()
    superuser = central.server.signed_in_as("hms_super", password)
    with connect(superuser, application="test", autocommit=True) as opened:
        opened.execute(
            "INSERT INTO hms.substances (name, synonyms) VALUES ('Warfarin', '{}'), ('Ibuprofen', '{}'), "
            "('Our own cream', '{}'), ('Local name', '{RxNorm 614391}') ON CONFLICT DO NOTHING"
        )

        def lists() -> list[tuple[object, ...]]:
            return opened.execute(
                "SELECT release, active, pairs FROM hms.interaction_lists WHERE source = 'ANSM' ORDER BY release"
            ).fetchall()

        assert run("import", "interactions", *files(shared, "2018-03"), "--dry-run").returncode == 0
        assert lists() == []
        report = tmp_path / "report.csv"
        done = run("import", "interactions", *files(shared, "2019-09"), "--report", report, *central.as_ada)
        assert done.returncode == 0, done.stderr
        assert "1,533 pairs between 1,052 substances" in done.stdout
        assert "Our own cream" in done.stdout
        with report.open(encoding="utf-8-sig", newline="") as told:
            rows = {(row["what"], row["name"]) for row in csv.DictReader(told)}
        assert ("catalogue only", "Our own cream") in rows
        assert not {("catalogue only", name) for name in ("Warfarin", "Ibuprofen", "Local name")} & rows
        assert ("not in the index", "PAMPLEMOUSSE (JUS ET FRUIT)") in rows
        assert "nothing was changed" in run("import", "interactions", *files(shared, "2019-09"), *central.as_ada).stdout
        older = run("import", "interactions", *files(shared, "2018-03"), *central.as_ada)
        assert "stays to be read" in older.stdout
        assert lists() == [("2018-03", False, 1550), ("2019-09", True, 1533)]
