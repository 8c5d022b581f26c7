"""The counting sheet on paper, wished by keyboard on the Counts page and read back from the PDF that comes out."""

from collections.abc import Callable
from pathlib import Path
from uuid import uuid4

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication

from hms_desktop.app.papers import QUERIES
from hms_desktop.clinic.printing.rules import DOCUMENTS
from hms_desktop.clinic.stock import actions
from hms_desktop.core.layouts import Layouts
from hms_desktop.core.places import resources
from hms_desktop.screens.printing.made import Maker
from hms_desktop.screens.printing.press import Press
from hms_desktop.screens.stock.counts import CountsPage
from hms_desktop.widgets.forms import FormDialog
from tests.factories import printing, stock
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, focused, press, until

CONTROL = Qt.KeyboardModifier.ControlModifier
PRINT = (CONTROL, Qt.Key.Key_P)
Sit = Callable[..., Seat]


@pytest.fixture
def seat(hospital: Hospital, sit: Sit, house: object) -> Seat:
    """A storekeeper whose store is being counted: two batches, 70,351 and 80,467 tablets by the books."""
    main = stock.make_store(hospital, "Main")
    medicine = stock.make_medicine(hospital, "Amoxicillin")
    for lot, units, days in (("AMX1", 70_351, 20), ("AMX2", 80_467, 40)):
        stock.make_batch(hospital, medicine, main, units, lot=lot, days=days)
    made = sit(None, "store")
    made.database.run_now(actions.open_count, intent=uuid4(), store=main)
    return made


def count(seat: Seat, lot: str, counted: int, hospital: Hospital) -> None:
    """Enter a count of the batch."""
    [(take, batch)] = hospital.sql(
        "SELECT t.id, b.id FROM hms.stock_takes t CROSS JOIN hms.batches b WHERE b.lot = %s", lot
    )
    seat.database.run_now(actions.enter_count, intent=uuid4(), count=take, batch=batch, counted=counted)


def wished(seat: Seat) -> list[str]:
    """The papers that are asked for from now on."""
    papers: list[str] = []
    seat.desk.paper_wanted.connect(lambda document, _subject, _automatic: papers.append(document))
    return papers


async def answer(seat: Seat, *keys: Qt.Key) -> None:
    """Answer which sheet is wanted."""
    await until(lambda: isinstance(QApplication.activeModalWidget(), FormDialog), "the question is asked")
    await until(lambda: QApplication.activeModalWidget().isAncestorOf(focused()), "the question has the keys")
    for key in keys:
        press(key)
    await until(lambda: QApplication.activeModalWidget() is None, "the question was answered")
    await seat.come_to_front()


def test_a_storekeeper_prints_a_sheet_that_shows_no_figure_of_the_books(
    hospital: Hospital, seat: Seat, loop: ClosingLoop, tmp_path: Path
) -> None:
    documents = ("counting_sheet", "second_count_sheet")
    printing.printer(hospital, connection="folder", address="", paper="a4", documents=documents)
    maker = Maker(Layouts([resources() / "layouts"], DOCUMENTS), tmp_path)
    page = CountsPage(seat.desk)
    Press(seat.desk, QUERIES, maker, parent=seat.desk)

    async def day() -> None:
        seat.show(page)
        await until(page.print.isEnabled, "a sheet can be printed")
        press(PRINT, on=page)
        await until(lambda: hospital.sql("SELECT state FROM hms.print_jobs") == [("printed",)], "it came out")

    loop.run(day())
    [file] = tmp_path.glob("*.pdf")
    document = QPdfDocument()
    document.load(str(file))
    text = "".join("".join(document.getAllText(page).text().split()) for page in range(document.pageCount()))
    document.close()
    assert [word for word in ("firstcount", "Main", "AMX1", "AMX2", "Amoxicillin500mgtablet") if word not in text] == []
    assert text.index("AMX1") < text.index("AMX2")
    digits = "".join(filter(str.isdigit, text))
    assert [figure for figure in ("70351", "80467") if figure in digits] == []


def test_the_sheet_of_a_second_count_is_offered_when_something_differs(
    hospital: Hospital, seat: Seat, loop: ClosingLoop
) -> None:
    papers = wished(seat)
    page = CountsPage(seat.desk)

    async def both() -> None:
        count(seat, "AMX1", 1, hospital)
        seat.show(page)
        await until(lambda: page.print.isEnabled() and not page.stale, "a sheet can be printed")
        press(PRINT, on=page)
        await answer(seat, Qt.Key.Key_Return)
        await until(lambda: papers == ["second_count_sheet"], "the second count's is offered first")
        press(PRINT, on=page)
        await answer(seat, Qt.Key.Key_Down, Qt.Key.Key_Return)
        await until(lambda: papers == ["second_count_sheet", "counting_sheet"], "both were printed")

    loop.run(both())


def test_what_is_counted_needs_no_sheet_and_what_differs_its_own_without_a_question(
    hospital: Hospital, seat: Seat, loop: ClosingLoop
) -> None:
    papers = wished(seat)
    page = CountsPage(seat.desk)

    async def day() -> None:
        count(seat, "AMX2", 80_467, hospital)
        count(seat, "AMX1", 1, hospital)
        seat.show(page)
        await until(lambda: page.print.isEnabled() and not page.stale, "a sheet can be printed")
        press(PRINT, on=page)
        await until(lambda: papers == ["second_count_sheet"], "the second count's came at once")
        count(seat, "AMX1", 2, hospital)
        page.mark_stale()
        await until(lambda: not page.print.isEnabled(), "nothing is left to be counted")

    loop.run(day())
