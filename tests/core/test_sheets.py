"""Lists in and out of files: what other systems wrote, what spreadsheets must not obey, what is broken."""

import datetime as dt
import zipfile
from decimal import Decimal
from pathlib import Path

import pytest
import python_calamine
import xlsxwriter
from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.core.errors import Refused
from hms_desktop.core.sheet_reader import BadRow, SheetRow, read_sheet
from hms_desktop.core.sheet_writer import FORMULA_SIGNS, SheetWriter, harmless


def read(path: Path, **how: str) -> tuple[tuple[str, ...], list[SheetRow | BadRow]]:
    sheet = read_sheet(path, **how)
    return sheet.titles, list(sheet.rows)


def csv_file(folder: Path, text: str | bytes, name: str = "list.csv") -> Path:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_sign_between_columns_is_found_by_itself(tmp_path: Path, delimiter: str) -> None:
    text = f'name{delimiter}"a, b; c"\r\nAna{delimiter}"x{delimiter}y"\r\n'
    assert read(csv_file(tmp_path, text)) == (("name", "a, b; c"), [SheetRow(2, ("Ana", f"x{delimiter}y"))])


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_the_byte_order_mark_tells_the_encoding(tmp_path: Path, encoding: str) -> None:
    titles, rows = read(csv_file(tmp_path, "name\nĐặng Ωμέγα\n".encode(encoding)))
    assert (titles, rows) == (("name",), [SheetRow(2, ("Đặng Ωμέγα",))])


def test_another_encoding_is_told_and_a_wrong_one_costs_only_its_lines(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "name\nJosé\nAna\n".encode("cp1252"))
    assert read(path, encoding="cp1252")[1] == [SheetRow(2, ("José",)), SheetRow(3, ("Ana",))]
    bad, good = read(path)[1]
    assert isinstance(bad, BadRow)
    assert "encoding" in bad.sentence
    assert good == SheetRow(3, ("Ana",))
    with pytest.raises(Refused, match="no encoding called klingon"):
        read(path, encoding="klingon")


def test_a_value_may_span_lines_and_rows_know_where_they_begin(tmp_path: Path) -> None:
    rows = read(csv_file(tmp_path, 'a,b\n1,"two\nlines"\n\n3,4\n'))[1]
    assert rows == [SheetRow(2, ("1", "two\nlines")), SheetRow(5, ("3", "4"))]


def test_a_quotation_mark_that_is_never_closed_spoils_its_own_line_only(tmp_path: Path) -> None:
    text = 'a,b\n1,"never closed\n' + "".join(f"{n},x\n" for n in range(300)) + '7,"last\n'
    rows = read(csv_file(tmp_path, text))[1]
    assert [row.line for row in rows if isinstance(row, BadRow)] == [2, 303]
    assert sum(isinstance(row, SheetRow) for row in rows) == 300


def test_rows_of_another_width_and_broken_ones_are_told_by_line(tmp_path: Path) -> None:
    rows = read(csv_file(tmp_path, 'a,b\n1\n1,2,\n1,2,3\n"1"x,2\n'))[1]
    assert rows[:2] == [SheetRow(2, ("1", "")), SheetRow(3, ("1", "2"))]
    assert [(row.line, type(row)) for row in rows[2:]] == [(4, BadRow), (5, BadRow)]


@pytest.mark.parametrize(
    ("name", "content", "sentence"),
    [
        ("list.csv", b"", "holds no rows"),
        ("list.csv", b"a,a\n1,2\n", "more than one column"),
        ("list.pdf", b"a,b\n", "neither CSV nor XLSX"),
        ("list.xlsx", b"not a workbook", "no XLSX workbook"),
        ("list.xlsx", b"PK\x05\x06" + b"\0" * 18, "no XLSX workbook"),
    ],
)
def test_a_file_that_is_no_list_is_refused_in_one_sentence(
    tmp_path: Path, name: str, content: bytes, sentence: str
) -> None:
    with pytest.raises(Refused, match=sentence):
        read(csv_file(tmp_path, content, name))


def test_a_workbook_made_to_fill_the_memory_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    path = tmp_path / "bomb.xlsx"
    with (
        zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive,
        archive.open("xl/worksheets/sheet1.xml", "w") as part,
    ):
        for _ in range(1100):
            part.write(b"\0" * 1_000_000)
    with pytest.raises(Refused, match="too large"):
        read(path)


def test_a_workbook_gives_what_a_person_would_type(tmp_path: Path) -> None:
    path = tmp_path / "list.xlsx"
    with xlsxwriter.Workbook(str(path), {"default_date_format": "yyyy-mm-dd"}) as book:
        sheet = book.add_worksheet("People")
        sheet.write_row(0, 0, ["name", "phone", "born", "height", "here"])
        sheet.write_row(2, 0, ["Ana", 5551234567, dt.date(1990, 5, 17), 1.65, True])
        book.add_worksheet("Other").write_row(0, 0, ["x"])
    titles, rows = read(path)
    assert titles == ("name", "phone", "born", "height", "here")
    assert rows == [SheetRow(3, ("Ana", "5551234567", "1990-05-17", "1.65", "1"))]
    assert read(path, sheet="Other")[0] == ("x",)
    with pytest.raises(Refused, match="it has: People, Other"):
        read(path, sheet="Third")


def written(path: Path, rows: list[list[object]]) -> Path:
    with SheetWriter(path, ["name", "value"]) as writer:
        for row in rows:
            writer.write(row)  # type: ignore[arg-type]  # the kinds of values are what is tried here
    return path


@pytest.mark.parametrize("ending", [".csv", ".xlsx"])
def test_what_was_written_is_read_again(tmp_path: Path, ending: str) -> None:
    rows = [["Đặng", 7], ["أمينة", Decimal("2.50")], ["x\ny", dt.date(2026, 5, 17)], ["", None]]
    back = read(written(tmp_path / f"list{ending}", rows))[1]  # type: ignore[arg-type]
    assert [row.values for row in back if isinstance(row, SheetRow)][:3] == [
        ("Đặng", "7"),
        ("أمينة", "2.50" if ending == ".csv" else "2.5"),
        ("x\ny", "2026-05-17"),
    ]


def test_no_text_is_a_formula_in_a_workbook_and_numbers_stay_numbers(tmp_path: Path) -> None:
    hostile = ['=HYPERLINK("http://example.com")', "+1 555", "-2+3", "@SUM(A1)", "{=1+1}", "http://example.com", "1e5"]
    path = written(tmp_path / "list.xlsx", [[text, 5] for text in hostile])
    cells = python_calamine.CalamineWorkbook.from_path(str(path)).get_sheet_by_index(0).to_python()
    assert [row[0] for row in cells[1:]] == hostile
    assert {row[1] for row in cells[1:]} == {5.0}
    with zipfile.ZipFile(path) as archive:
        sheet = archive.read("xl/worksheets/sheet1.xml").decode()
        assert "<f>" not in sheet
        assert "hyperlink" not in sheet


@given(st.text(st.characters(codec="utf-8"), max_size=30))
def test_no_cell_of_a_csv_file_begins_like_a_formula(text: str) -> None:
    cell = harmless(text)
    assert cell in (text, f"'{text}")
    if cell.lstrip(" \u00a0").startswith(FORMULA_SIGNS):
        float(cell)


@pytest.mark.parametrize("number", ["-5", "-2.50", "12"])
def test_a_number_in_a_csv_file_stays_one(number: str) -> None:
    assert harmless(number) == number


def test_every_line_of_the_hostile_corpora_survives_the_way_out_and_in(shared: Path, tmp_path: Path) -> None:
    files = [*(shared / "naughty_strings").rglob("*.txt"), *(shared / "fuzzdb_payloads").rglob("*.txt")]
    lines = {line for file in files for line in file.read_text(encoding="utf-8", errors="ignore").split("\n")}
    storable = sorted(line.strip() for line in lines if line.strip() and line.isprintable())
    assert len(storable) > 1000
    for ending in (".csv", ".xlsx"):
        back = read(written(tmp_path / f"list{ending}", [[line, 1] for line in storable]))[1]
        got = [row.values[0] for row in back if isinstance(row, SheetRow)]
        expected = [harmless(line) if ending == ".csv" else line for line in storable]
        assert got == [line.strip() for line in expected]


def test_a_list_that_could_not_be_finished_leaves_no_file(tmp_path: Path) -> None:
    path = csv_file(tmp_path, "what was here before\n")
    with pytest.raises(IndexError), SheetWriter(path, ["name"]) as writer:
        writer.write([["half"][writer.rows + 1]])
    assert [file.name for file in tmp_path.iterdir()] == ["list.csv"]
    assert path.read_text() == "what was here before\n"


def test_a_list_is_saved_as_csv_or_xlsx_only(tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"\.csv or \.xlsx"):
        SheetWriter(tmp_path / "list.ods", ["name"])
