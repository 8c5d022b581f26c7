"""A list taken out into a file: all of it, by whom it may be, noted on the server, harmless to a spreadsheet."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from hms_desktop.core.sheet_reader import SheetRow, read_sheet
from hms_desktop.screens.patients.page import PatientsPage
from tests.factories import patients
from tests.hospital import Hospital
from tests.screens.desks import Seat, press, type_text, until
from tests.widgets.conftest import Loop

CTRL_SHIFT = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
FORMULA = '=HYPERLINK("http://example.com")'


def dialog() -> QFileDialog | None:
    return next(
        (one for one in QApplication.topLevelWidgets() if isinstance(one, QFileDialog) and one.isVisible()), None
    )


async def opened(seat: Seat) -> PatientsPage:
    page = PatientsPage(seat.desk)
    seat.show(page)
    await until(page.found.rowCount)
    return page


async def save_as(path: Path) -> None:
    press((CTRL_SHIFT, Qt.Key.Key_S))
    await until(dialog)
    asking = dialog()
    assert asking is not None
    asking.activateWindow()
    await until(asking.isActiveWindow)
    type_text(str(path))
    press(Qt.Key.Key_Return)


def rows_of(path: Path) -> list[tuple[str, ...]]:
    return [row.values for row in read_sheet(path).rows if isinstance(row, SheetRow)]


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
def test_a_manager_saves_everyone_and_the_server_knows(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop, tmp_path: Path, ending: str
) -> None:
    hospital.sql(
        "INSERT INTO hms.patients (mrn, given_names, family_name, created_at)"
        " SELECT lpad(i::text, 8, '0') || 'A', 'Any', 'Family ' || i, hms.hospital_now()"
        " FROM generate_series(90000001, 90000450) i"
    )
    patients.patient(hospital, FORMULA, "Evil", phones=[{"number": "+1 555 123", "kind": "mobile"}])
    path = tmp_path / f"everyone.{ending}"

    async def save() -> None:
        seat = sit("Counter 1", "manager")
        page = await opened(seat)
        page.browse.click()
        await until(page.everyone.rowCount)
        await save_as(path)
        await until(seat.said)
        assert seat.said() == f"Saved in everyone.{ending}; rows: 451."

    loop.run(save())
    rows = rows_of(path)
    assert len({row[3] for row in rows}) == 451
    evil = next(row for row in rows if "Evil" in row[0])
    mark = "'" if ending == "csv" else ""
    assert evil[0] == f"{mark}{FORMULA}, Evil"
    assert evil[4] == f"{mark}+1 555 123"
    assert hospital.sql("SELECT name, rows_saved FROM hms.saved_lists") == [("patients", 451)]


def test_what_is_found_is_what_is_saved(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop, tmp_path: Path
) -> None:
    for family in ("Silva", "Silvestre", "Okafor"):
        patients.patient(hospital, family, "Ana")
    path = tmp_path / "found.csv"

    async def save() -> None:
        seat = sit("Counter 1", "manager")
        page = await opened(seat)
        type_text("silv")
        await until(lambda: page.found.rowCount() == 2)
        await save_as(path)
        await until(seat.said)

    loop.run(save())
    assert [row[0] for row in rows_of(path)] == ["Silva, Ana", "Silvestre, Ana"]


def test_a_clerk_is_not_offered_to_take_a_list_out(hospital: Hospital, sit: Callable[..., Seat], loop: Loop) -> None:
    patients.patient(hospital)

    async def look() -> None:
        page = await opened(sit())
        assert not page.file.button.isVisible()
        press((CTRL_SHIFT, Qt.Key.Key_S))
        await asyncio.sleep(0.1)
        assert dialog() is None

    loop.run(look())


def test_a_folder_that_cannot_be_written_is_one_sentence_and_nothing_is_noted(
    hospital: Hospital, sit: Callable[..., Seat], loop: Loop, tmp_path: Path
) -> None:
    patients.patient(hospital)

    async def save() -> None:
        seat = sit("Counter 1", "manager")
        page = await opened(seat)
        with pytest.raises(Exception, match="cannot be saved there"):
            await page.file._write(tmp_path / "no such folder" / "list.csv", page.found)

    loop.run(save())
    assert hospital.sql("SELECT count(*) FROM hms.saved_lists") == [(0,)]
