"""An arrivals file is read row by row, and nothing in it can stop the rest."""

from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from hms_desktop.clinic.operations import arrivals

HEADER = "arrived_at,service,patient_ref,sex,age,had_appointment,left_without_being_seen"


def rows(*lines: str) -> arrivals.Arrivals:
    return arrivals.read([f"{HEADER}\n", *(f"{line}\n" for line in lines)])


def test_a_good_row_is_read_as_it_stands() -> None:
    found = rows("2026-05-17T06:42:31Z,General OPD,257,F,38,1,0")
    assert found.bad == ()
    assert found.rows == (
        arrivals.Arrival(
            2, datetime(2026, 5, 17, 6, 42, 31, tzinfo=UTC), "General OPD", "257", "female", 38, True, False
        ),
    )
    assert found.day == date(2026, 5, 17)


def test_every_bad_row_is_reported_with_its_line_and_the_rest_goes_on() -> None:
    found = rows(
        "2026-05-17T06:42:31Z,OPD,1,F,38,0,0",
        "yesterday,OPD,2,F,38,0,0",
        "2026-05-17T06:43:00Z,OPD,3,F,-1,0,0",
        "2026-05-17T06:44:00Z,OPD,4,F,131,0,0",
        "2026-05-17T06:45:00Z,,5,F,38,0,0",
        "2026-05-17T06:46:00Z,OPD,,F,38,0,0",
        "2026-05-17T06:47:00Z,OPD,7,Q,38,0,0",
        "2026-05-17T06:48:00Z,OPD,8,F,38,2,0",
        "2026-05-17T06:49:00Z,OPD,9,F",
        '2026-05-17T06:50:00Z,"OPD,10,F,38,0,0',
        "2026-05-18T06:51:00Z,OPD,11,F,38,0,0",
        "2026-05-17T06:52:00Z,OPD,12,F," + "9" * 5000 + ",0,0",
        "2026-05-17T06:53:00Z,OPD,13,M,,,",
    )
    assert [row.patient_ref for row in found.rows] == ["1", "13"]
    assert [bad.line for bad in found.bad] == [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13]
    assert found.bad[1].sentence == "Line 4 is left out: age -1 is not between 0 and 130 years."
    assert all(bad.sentence.startswith(f"Line {bad.line} is left out: ") for bad in found.bad)


def test_an_age_of_115_is_believed_and_an_empty_one_is_unknown() -> None:
    found = rows("2026-05-17T06:42:31Z,OPD,1,F,115,0,0", "2026-05-17T06:42:31Z,OPD,2,,,0,0")
    assert [row.age for row in found.rows] == [115, None]
    assert found.rows[1].sex == "unknown"


def test_rows_are_taken_in_order_of_arrival_and_other_zones_are_understood() -> None:
    found = rows("2026-05-17T09:00:00+02:00,OPD,late,F,1,0,0", "2026-05-17T06:59:59,OPD,early,F,1,0,0")
    assert [row.patient_ref for row in found.rows] == ["early", "late"]


def test_a_file_without_the_columns_is_one_bad_row() -> None:
    found = arrivals.read(["when,who\n", "now,me\n"])
    assert found.rows == ()
    assert found.bad[0].sentence.startswith("The header line lacks arrived_at, service,")
    assert arrivals.read([]).bad


def test_columns_in_another_order_and_a_byte_order_mark_are_welcome() -> None:
    header = "\ufeffextra,service,arrived_at,patient_ref,age,sex,left_without_being_seen,had_appointment\r\n"
    found = arrivals.read([header, "x,OPD,2026-05-17T06:42:31Z,1,3,m,1,0\r\n"])
    assert found.bad == ()
    assert found.rows[0].leaves
    assert not found.rows[0].had_appointment


@given(st.lists(st.text(max_size=80), max_size=8))
def test_no_line_whatever_stops_the_reading(lines: list[str]) -> None:
    found = arrivals.read([f"{HEADER}\n", *lines, "2026-05-17T06:42:31Z,OPD,last,F,1,0,0\n"])
    assert [row.patient_ref for row in found.rows] == ["last"]


def test_the_real_days_are_read_whole(shared: Path) -> None:
    for name, many in (("day_600.csv", 609), ("day_busy.csv", 1773)):
        with (shared / "arrivals" / name).open(encoding="utf-8", newline="") as file:
            found = arrivals.read(file)
        assert len(found.rows) + len(found.bad) == many
        assert all("age -1" in bad.sentence for bad in found.bad)
