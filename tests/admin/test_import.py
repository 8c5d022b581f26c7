"""hms-admin import patients: real files into a real database; bad rows, second runs, and what stops half way."""

import json
import threading
from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
import xlsxwriter

from hms_desktop.clinic.patients import actions
from hms_desktop.clinic.patients.rules import Identifier, PatientRecord, Phone
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Refused, Stale
from hms_desktop.core.sheet_reader import SheetRow, read_sheet
from hms_desktop.core.sheet_writer import SheetWriter
from tests.admin.conftest import Run
from tests.hospital import PASSWORD, Hospital

ImportFile = Callable[..., tuple[int, str, str]]


@pytest.fixture
def import_file(hospital: Hospital, run: Run, tmp_path: Path) -> ImportFile:
    """`hms-admin import patients FILE …` as an administrator: exit code, what it printed, what it complained of."""
    admin = hospital.person("admin")
    settings = tmp_path / "settings.toml"
    place = {"host": admin.host, "port": admin.port, "dbname": admin.dbname, "user": admin.user}
    settings.write_text("[server]\n" + "\n".join(f"{name} = {json.dumps(value)}" for name, value in place.items()))

    def do(file: Path, *options: object) -> tuple[int, str, str]:
        done = run("import", "patients", file, *options, "--settings", settings, HMS_SERVER_PASSWORD=PASSWORD)
        return done.returncode, done.stdout, done.stderr

    return do


def people(hospital: Hospital) -> int:
    return int(hospital.sql("SELECT count(*) FROM hms.patients")[0][0])


def csv_of(folder: Path, *lines: str) -> Path:
    path = folder / "people.csv"
    path.write_text("\n".join(("id,first,last,sex,dob,phone", *lines)) + "\n", encoding="utf-8")
    return path


def test_a_list_goes_in_with_numbers_phones_and_births(
    hospital: Hospital, import_file: ImportFile, tmp_path: Path
) -> None:
    path = csv_of(tmp_path, "7,Ana,Silva,F,1990-05-17,555 1234", "8,Văn An,Nguyễn,M,1962,")
    report = tmp_path / "report.csv"
    code, said, complained = import_file(path, "--report", report)
    assert (code, "2 new patients, 0 known already, 0 rows left out." in said) == (0, True), complained
    assert hospital.sql(
        """SELECT family_name, sex, birth_date::text, birth_precision, (SELECT number FROM hms.patient_phones
        WHERE patient_id = p.id), (SELECT kind || ' ' || value FROM hms.patient_identifiers WHERE patient_id = p.id)
        FROM hms.patients p ORDER BY id"""
    ) == [
        ("Silva", "female", "1990-05-17", "day", "555 1234", "other_hospital 7"),
        ("Nguyễn", "male", "1962-01-01", "year", None, "other_hospital 8"),
    ]
    rows = [row.values for row in read_sheet(report).rows if isinstance(row, SheetRow)]
    assert [(row[0], row[1], bool(row[2])) for row in rows] == [("2", "new", True), ("3", "new", True)]


def test_a_dry_run_writes_nothing(hospital: Hospital, import_file: ImportFile, tmp_path: Path) -> None:
    code, said, _ = import_file(csv_of(tmp_path, "7,Ana,Silva,F,1990-05-17,"), "--dry-run")
    assert (code, people(hospital)) == (0, 0)
    assert "1 rows can be imported, 0 cannot" in said
    assert "given_names          first" in said


def test_one_bad_row_stops_the_file_before_anything_is_written(
    hospital: Hospital, import_file: ImportFile, tmp_path: Path
) -> None:
    path = csv_of(tmp_path, "7,Ana,Silva,F,1990-05-17,", "8,,,M,,", '9,"Bo,B,M,,', "10,Cy,C,M,31.2.1990,")
    code, _said, complained = import_file(path)
    assert (code, people(hospital)) == (1, 0)
    assert "Line 3: A patient needs a name" in complained
    assert "Line 4 has a quotation mark" in complained
    assert "Line 5: There is no such day" in complained
    assert "3 of 4 rows cannot be used, so nothing was imported" in complained
    code, said, _ = import_file(path, "--leave-out-bad-rows")
    assert (code, people(hospital)) == (1, 1)
    assert "1 new patients, 0 known already, 3 rows left out." in said


def test_a_row_of_bytes_that_are_no_text_is_reported_and_the_others_go_in(
    hospital: Hospital, import_file: ImportFile, tmp_path: Path
) -> None:
    path, report = (
        csv_of(tmp_path, "7,Ana,Silva,F,1990-05-17,", "8,Jos?,Silva,M,1991,", "9,Cy,Cole,M,,"),
        tmp_path / "r.csv",
    )
    path.write_bytes(path.read_bytes().replace(b"Jos?", "José".encode("cp1252")))
    code, said, complained = import_file(path, "--leave-out-bad-rows", "--report", report)
    assert (code, "2 new patients, 0 known already, 1 rows left out." in said) == (1, True), complained
    rows = [row.values for row in read_sheet(report).rows if isinstance(row, SheetRow)]
    assert [(row[0], row[1]) for row in rows] == [("3", "left out"), ("2", "new"), ("4", "new")]
    assert rows[0][3].startswith("Line 3 holds bytes that are not text in this encoding")
    assert hospital.sql("SELECT family_name FROM hms.patients ORDER BY id") == [("Silva",), ("Cole",)]


def test_the_same_file_again_makes_nobody_twice(hospital: Hospital, import_file: ImportFile, tmp_path: Path) -> None:
    path = csv_of(tmp_path, "7,Ana,Silva,F,1990-05-17,", "7,Ana,Silva,F,1990-05-17,", "8,Bo,Berg,M,,")
    assert "2 new patients, 1 known already" in import_file(path)[1]
    assert "was imported on" in import_file(path)[1]
    path.write_text(path.read_text() + "9,Cy,Cole,M,,\n")
    assert "1 new patients, 3 known already" in import_file(path)[1]
    assert people(hospital) == 3


def test_an_import_that_was_stopped_goes_on_where_it_stood(
    hospital: Hospital, import_file: ImportFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("hms_desktop.admin.batches.BATCH_ROWS", 10)
    path = csv_of(tmp_path, *(f"{n},Person {n},Test,F,1990," for n in range(35)))
    real, batches = actions.import_batch, [0]

    def cut_off(*values: object, **named: object) -> object:
        batches[0] += 1
        if batches[0] == 3:
            raise KeyboardInterrupt
        return real(*values, **named)  # type: ignore[arg-type]  # passed on as it came

    monkeypatch.setattr(actions, "import_batch", cut_off)
    assert import_file(path)[0] == 130
    assert people(hospital) == 20
    code, said, complained = import_file(path)
    assert (code, people(hospital)) == (0, 35), complained
    assert "Going on after line 21." in said
    assert hospital.sql("SELECT count(DISTINCT mrn) FROM hms.patients") == [(35,)]


def test_a_row_that_only_the_database_refuses_is_left_out_alone(
    hospital: Hospital, import_file: ImportFile, tmp_path: Path
) -> None:
    hospital.sql("ALTER TABLE hms.patients ADD CONSTRAINT nobody_is_called_bo CHECK (given_names <> 'Bo')")
    path = csv_of(tmp_path, *(f"{n},{'Bo' if n == 23 else 'Ana'},Test,F,1990," for n in range(60)))
    code, said, complained = import_file(path)
    assert (code, people(hospital)) == (1, 59)
    assert "Line 25: The database refused this entry" in complained
    assert "59 new patients, 0 known already, 1 rows left out." in said


def test_two_runs_of_one_file_at_once_make_everybody_once(hospital: Hospital) -> None:
    admin = hospital.person("admin")
    databases = [hospital.database(admin) for _ in range(2)]
    opened = databases[0].run_now(actions.open_import, digest="0" * 64, name="people.csv")
    outcomes: list[str] = []

    def bring(database: Database) -> None:
        try:
            database.run_now(
                actions.import_batch, intent=uuid4(), import_id=opened.id, after=0, upto=5,
                rows=[actions.import_row(line, PatientRecord(given_names=f"Person {line}")) for line in range(1, 6)],
            )  # fmt: skip
            outcomes.append("made")
        except Stale:
            outcomes.append("stale")

    threads = [threading.Thread(target=bring, args=(database,)) for database in databases]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["made", "stale"]
    assert people(hospital) == 5


def test_several_people_on_one_line_of_a_dump_are_several_patients(hospital: Hospital) -> None:
    database = hospital.database(hospital.person("admin"))
    opened = database.run_now(actions.open_import, digest="1" * 64, name="dump.sql")
    same = Identifier("other_hospital", "A-17")
    told = database.run_now(
        actions.import_batch, intent=uuid4(), import_id=opened.id, after=0, upto=9,
        rows=[
            actions.import_row(9, PatientRecord(given_names="Amina")),
            actions.import_row(9, PatientRecord(given_names="Brook")),
            actions.import_row(9, PatientRecord(
                given_names="Chika", identifiers=(same,), phones=(Phone("0712 345 678"),))),
            actions.import_row(9, PatientRecord(given_names="Chika again", identifiers=(same,))),
        ],
    )  # fmt: skip
    assert [row.made for row in told] == [True, True, True, False]
    assert [row.mrn for row in told][2] == told[3].mrn
    assert len({row.mrn for row in told}) == people(hospital) == 3
    assert hospital.sql(
        "SELECT count(*) FROM hms.patient_phones JOIN hms.patients p ON p.id = patient_id WHERE p.mrn = %s", told[2].mrn
    ) == [(1,)]


def test_a_clerk_may_not_import(hospital: Hospital) -> None:
    database = hospital.database(hospital.person("front_desk"))
    with pytest.raises(Refused, match="duties do not allow"):
        database.run_now(actions.open_import, digest="0" * 64, name="people.csv")


def test_a_workbook_goes_in_like_a_list(hospital: Hospital, import_file: ImportFile, tmp_path: Path) -> None:
    path = tmp_path / "people.xlsx"
    with xlsxwriter.Workbook(str(path)) as book:
        sheet = book.add_worksheet()
        sheet.write_row(0, 0, ["first", "last", "age", "phone"])
        sheet.write_row(1, 0, ["Ana", "Silva", 36, 5551234567])
    assert import_file(path)[0] == 0
    assert hospital.sql("SELECT number FROM hms.patient_phones") == [("5551234567",)]


def test_what_few_rows_have_goes_in_as_well(hospital: Hospital, import_file: ImportFile, tmp_path: Path) -> None:
    path = tmp_path / "people.csv"
    path.write_text(
        "first,next of kin,insurer,policy number,allergies\n"
        "Ana,Bo Silva,Demo Health,P-7,Latex;Dust\nCy,,,,NKDA\nDi,,,,\n"
    )
    code, _said, complained = import_file(path)
    assert code == 0, complained
    assert hospital.sql("SELECT allergy_status FROM hms.patients ORDER BY id") == [
        ("known",),
        ("none_known",),
        ("not_asked",),
    ]
    assert hospital.sql("SELECT substance FROM hms.patient_allergies ORDER BY substance") == [("Dust",), ("Latex",)]
    assert hospital.sql("SELECT name FROM hms.patient_contacts") == [("Bo Silva",)]
    assert hospital.sql("SELECT insurer, number FROM hms.patient_policies") == [("Demo Health", "P-7")]


def test_every_line_of_the_hostile_corpora_is_a_name_or_a_sentence(
    hospital: Hospital, import_file: ImportFile, shared: Path, tmp_path: Path
) -> None:
    files = [*(shared / "naughty_strings").rglob("*.txt"), *(shared / "fuzzdb_payloads").rglob("*.txt")]
    lines = {line for file in files for line in file.read_text(encoding="utf-8", errors="ignore").split("\n")}
    path = tmp_path / "names.csv"
    with SheetWriter(path, ("name",)) as writer:
        for line in sorted(lines):
            writer.write((line,))
    report = tmp_path / "report.csv"
    import_file(path, "--map", "family_name=name", "--leave-out-bad-rows", "--report", report)
    rows = [row.values for row in read_sheet(report).rows if isinstance(row, SheetRow)]
    assert people(hospital) == sum(row[1] == "new" for row in rows) > 1000
    assert all(row[3].endswith(".") for row in rows if row[1] == "left out")


def test_synthetic_patients_of_another_system_go_in(hospital: Hospital, import_file: ImportFile, shared: Path) -> None:
    told = ("address=ADDRESS+CITY+STATE", "national_id=SSN", "other_hospital=Id", "birth=BIRTHDATE")
    maps = [word for one in told for word in ("--map", one)]
    code, said, complained = import_file(shared / "synthea_csv" / "patients.csv", "--month-first", *maps)
    assert code == 0, complained
    assert "1,171 new patients" in said
    assert hospital.sql("SELECT count(*) FROM hms.patients WHERE birth_precision = 'day'") == [(1171,)]


def test_the_dump_of_another_hospitals_system_goes_in(
    hospital: Hospital, import_file: ImportFile, shared: Path
) -> None:
    dump = shared / "openhospital_demo" / "load_demo_data.sql"
    code, said, complained = import_file(
        dump, "--table", "oh_patient", "--only", "PAT_DELETED=N", "--leave-out-bad-rows"
    )
    assert "new patients" in said, complained
    assert people(hospital) > 400
    assert code in (0, 1)
    assert import_file(dump, "--table", "nobody")[0] == 1
