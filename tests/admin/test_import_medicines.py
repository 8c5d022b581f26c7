"""hms-admin import medicines and atc: real lists into a real database, second runs, bad rows, going on half way."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from hms_desktop.clinic.medicines import importing
from hms_desktop.core.errors import Refused, Stale
from hms_desktop.core.sheet_reader import SheetRow, read_sheet
from tests.admin.conftest import Run
from tests.factories.catalogue import write_list
from tests.hospital import PASSWORD, Hospital

ImportList = Callable[..., tuple[int, str, str]]


@pytest.fixture
def import_list(hospital: Hospital, run: Run, tmp_path: Path) -> ImportList:
    """`hms-admin import KIND FILE …` as a pharmacist: exit code, what it printed, what it complained of."""
    person = hospital.person("pharmacist")
    settings = tmp_path / "settings.toml"
    place = {"host": person.host, "port": person.port, "dbname": person.dbname, "user": person.user}
    settings.write_text("[server]\n" + "\n".join(f"{name} = {json.dumps(value)}" for name, value in place.items()))

    def do(kind: str, file: Path, *options: object) -> tuple[int, str, str]:
        done = run("import", kind, file, *options, "--settings", settings, HMS_SERVER_PASSWORD=PASSWORD)
        return done.returncode, done.stdout, done.stderr

    return do


def counts(hospital: Hospital) -> tuple[int, int, int]:
    """Medicines, packs, and those that are kept to be found."""
    [found] = hospital.sql(
        "SELECT (SELECT count(*)::int FROM hms.medicines), (SELECT count(*)::int FROM hms.packs), "
        "(SELECT count(*)::int FROM hms.medicine_words)"
    )
    return found  # type: ignore[return-value]  # three numbers


def test_a_list_goes_in_once_and_a_longer_one_adds_what_is_new(
    hospital: Hospital, import_list: ImportList, shared: Path, tmp_path: Path
) -> None:
    first = write_list(tmp_path / "first.csv", shared, 600)
    report = tmp_path / "report.csv"
    code, said, complained = import_list("medicines", first, "--report", report)
    assert (code, "150 new medicines, 450 new packs" in said) == (0, True), complained
    assert counts(hospital) == (150, 600, 150)
    rows = [row.values for row in read_sheet(report).rows if isinstance(row, SheetRow)]
    assert [row[1] for row in rows[:5]] == ["new", "pack", "pack", "pack", "new"]
    code, said, _ = import_list("medicines", first)
    assert (code, "This list was imported on" in said) == (0, True)
    longer = write_list(tmp_path / "longer.csv", shared, 640)
    code, said, _ = import_list("medicines", longer)
    assert "10 new medicines, 30 new packs of known ones, 600 rows known already" in said
    assert counts(hospital) == (160, 640, 160)


def test_a_dry_run_writes_nothing_and_bad_rows_stop_the_list(
    hospital: Hospital, import_list: ImportList, tmp_path: Path
) -> None:
    path = tmp_path / "list.csv"
    path.write_text(
        "Drug,Amount,GTIN\nAspirin,100 mg,4006381333931\nIbuprofen,400 mg,4006381333932\n", encoding="utf-8"
    )
    code, said, complained = import_list("medicines", path, "--dry-run", "--map", "strength=Amount")
    assert (code, "1 rows can be imported, 1 cannot" in said, "Line 3" in complained) == (1, True, True)
    assert import_list("medicines", path)[0] == 1
    assert counts(hospital) == (0, 0, 0)
    code, said, _ = import_list("medicines", path, "--leave-out-bad-rows", "--map", "strength=Amount")
    assert (code, counts(hospital)) == (1, (1, 1, 1))


def test_half_a_character_in_a_list_is_left_out_and_no_row_is_lost_for_it(
    hospital: Hospital, import_list: ImportList, tmp_path: Path
) -> None:
    path = tmp_path / "list.json"
    path.write_text(
        json.dumps([{"drug": name, "strength": "1 mg"} for name in ("Alpha", "Be\ud83dta", "Gamma")]), "ascii"
    )
    code, said, complained = import_list("medicines", path)
    assert (code, "3 new medicines" in said) == (0, True), complained
    assert hospital.sql("SELECT name FROM hms.medicines ORDER BY id") == [("Alpha",), ("Be ta",), ("Gamma",)]


def test_a_known_medicine_learns_only_what_it_did_not_know(
    hospital: Hospital, import_list: ImportList, tmp_path: Path
) -> None:
    hospital.sql(
        "INSERT INTO hms.medicines (name, strength, base_unit, storage, synonyms) "
        "VALUES ('Aspirin', '100 mg', 'tablet', 'dry', '{Bayer}')"
    )
    path = tmp_path / "list.csv"
    path.write_text("name,strength,unit,atc,storage,brand,price\nASPIRIN,100 MG,piece,n02ba01,cold,Disprin,0.02\n")
    assert import_list("medicines", path)[0] == 0
    found = hospital.sql("SELECT name, base_unit, storage, atc_code, price::text, synonyms FROM hms.medicines")
    assert found == [("Aspirin", "tablet", "dry", "N02BA01", "0.0200", ["Bayer", "Disprin"])]


def test_a_list_that_was_cut_off_goes_on_where_it_stood(hospital: Hospital) -> None:
    desk = hospital.database(hospital.person("manager"))
    told = {"digest": "a" * 64, "name": "list"}
    standing = desk.run_now(importing.open_import, **told)
    wish = hospital.sql("SELECT gen_random_uuid()")[0][0]
    batch = {"import_id": standing.id, "after": 0, "upto": 2, "rows": [row(1, "A"), row(2, "a"), row(2, "B")]}
    first = desk.run_now(importing.import_batch, intent=wish, **batch)
    assert [one.outcome for one in first] == ["new", "known", "new"]
    assert desk.run_now(importing.import_batch, intent=wish, **batch) == first
    with pytest.raises(Stale):
        desk.run_now(importing.import_batch, intent=hospital.sql("SELECT gen_random_uuid()")[0][0], **batch)
    assert desk.run_now(importing.open_import, **told).lines_done == 2
    with pytest.raises(Refused):
        hospital.database(hospital.person("clinician")).run_now(importing.open_import, **told)


def row(line: int, name: str) -> str:
    """A row as the command sends it."""
    empty = dict.fromkeys(("strength", "form", "route", "atc_code", "controlled", "storage"), "")
    lists = {"synonyms": [], "substances": [], "pack": None}
    return importing.import_row(line, {"name": name, "base_unit": "unit", "price": None, **empty, **lists})


def test_every_real_list_goes_in_as_dirty_as_it_is(hospital: Hospital, import_list: ImportList, shared: Path) -> None:
    for name, folder in (
        ("dmd", "nhs_dmd"),
        ("gnuhealth", "who_eml"),
        ("kenya", "kenya_items"),
        ("openmrs", "openmrs_demo"),
    ):
        code, _said, complained = import_list("medicines", shared / folder, "--list", name)
        assert code == 0, (name, complained)
    made = counts(hospital)
    assert made[0] > 3000
    assert made[0] == made[2]
    assert hospital.sql("SELECT count(*) FROM hms.medicines WHERE name ~ '[[:cntrl:]]'") == [(0,)]
    assert hospital.sql(
        """SELECT m.strength, s.name, i.strength FROM hms.medicine_substances i
        JOIN hms.medicines m ON m.id = i.medicine_id JOIN hms.substances s ON s.id = i.substance_id
        WHERE m.name = 'Adenosine solution for injection vials'"""
    ) == [("6mg/2ml", "Adenosine", "3 mg/ml")]


def test_the_classes_of_atc_go_in_with_their_daily_doses(
    hospital: Hospital, import_list: ImportList, shared: Path
) -> None:
    path = shared / "atc_ddd" / "WHO ATC-DDD 2026-04-25.csv"
    code, said, complained = import_list("atc", path)
    assert (code, "6,996 classes were new" in said) == (0, True), complained
    assert hospital.sql("SELECT dose::text, unit, route FROM hms.defined_doses WHERE atc_code = 'N02BE01' ORDER BY id")
    code, said, _ = import_list("atc", path)
    assert (code, "0 classes were new" in said) == (0, True)
