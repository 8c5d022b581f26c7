"""The managers' page of duplicates, by keyboard: compare, choose, merge, undo, keep two."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from hms_desktop.clinic.merging import actions
from hms_desktop.screens.merging.comparison import FIRST, SECOND
from hms_desktop.screens.merging.page import MergingPage
from tests.factories.patients import patient
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, until


@pytest.fixture
def manager(hospital: Hospital, sit: Callable[..., Seat]) -> Seat:
    """A manager with one pair on the work list: an exact birth beside a year, and an address beside none."""
    patient(hospital, "Okafor", "Amina", sex="female", birth_date="1984-01-01", birth_precision="year")
    patient(
        hospital, "Okafor", "Amina", birth_date="1984-05-09", birth_precision="day", address="12 Hill Road",
        phones=[{"number": "0722 123 456"}],
    )  # fmt: skip
    seat = sit(None, "manager")
    while seat.database.run_now(actions.compare_next).records:
        pass
    return seat


async def opened(seat: Seat) -> MergingPage:
    """The page with its first pair chosen."""
    page = MergingPage(seat.desk)
    seat.show(page)
    await until(lambda: page.pairs.cells(0) is not None)
    page.work.setFocus()
    QTest.keyClick(page.work, Qt.Key.Key_Down)
    await until(lambda: page.comparison.shown)
    return page


def test_both_records_stand_side_by_side_with_the_better_value_proposed(loop: ClosingLoop, manager: Seat) -> None:
    async def go() -> None:
        page = await opened(manager)
        assert "same family name" in page.comparison.why.text()
        assert page.comparison.taken() == ("birth_date", "address")
        page.comparison._standing.button(SECOND).click()
        assert page.comparison.taken() == ("sex",)
        page.comparison._fields["birth"].button(FIRST).click()
        assert page.comparison.taken() == ("birth_date", "sex")

    loop.run(go())


def test_a_merge_by_keyboard_and_its_undo(loop: ClosingLoop, manager: Seat, hospital: Hospital) -> None:
    async def go() -> None:
        page = await opened(manager)
        QTest.keyClick(page.work, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: page.pairs.rowCount() == 0)
        assert hospital.sql("SELECT address, sex FROM hms.patients WHERE merged_into IS NULL") == [
            ("12 Hill Road", "female")
        ]
        await until(lambda: page.merges.rowCount() == 1)
        page.merged.click()
        QTest.keyClick(page.done, Qt.Key.Key_Down)
        QTest.keyClick(page.done, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: page.merges.rowCount() == 0)
        assert hospital.sql("SELECT count(*) FROM hms.patients WHERE merged_into IS NULL") == [(2,)]

    loop.run(go())


def test_two_people_stay_two_and_it_can_be_taken_back(loop: ClosingLoop, manager: Seat) -> None:
    async def go() -> None:
        page = await opened(manager)
        QTest.keyClick(page.work, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: page.pairs.rowCount() == 0)
        message = manager.messages.message()
        assert message is not None
        assert message.undo is not None
        message.undo()
        await until(lambda: page.pairs.rowCount() == 1)

    loop.run(go())


def test_a_restricted_record_is_opened_before_it_is_compared(
    loop: ClosingLoop, manager: Seat, hospital: Hospital
) -> None:
    hospital.sql("UPDATE hms.patients SET restricted = true WHERE address <> ''")

    async def go() -> None:
        page = MergingPage(manager.desk)
        manager.show(page)
        await until(lambda: page.pairs.cells(0) is not None)
        QTest.keyClick(page.work, Qt.Key.Key_Down)
        await until(lambda: page.open.isVisible())
        assert not page.comparison.shown
        assert not page.merge.isEnabled()
        assert "Restricted record" in " ".join(page.pairs.cells(0).texts)  # type: ignore[union-attr]

    loop.run(go())
