"""A dispensing sheet that was begun survives a crash of the desktop, unless somebody changed it meanwhile."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from hms_desktop.core.drafts import Drafts
from hms_desktop.screens.dispensing.draft import with_units
from hms_desktop.screens.dispensing.page import DispensingPage
from tests.factories import dispensing
from tests.factories.dispensing import Pharmacy
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, until

Sit = Callable[..., Seat]


@pytest.fixture
def shop(hospital: Hospital, house: Any) -> Pharmacy:
    return dispensing.pharmacy(hospital)


async def begin(sit: Sit, folder: Path, shop: Pharmacy) -> DispensingPage:
    """Twenty instead of sixty, and a word to the patient."""
    seat = sit("Counter 1", "pharmacist")
    seat.desk.drafts = Drafts(folder, "clerk")
    page = DispensingPage(seat.desk)
    seat.show(page)
    await until(lambda: page.work.rows.rowCount() == 1, "the list was read")
    await page.open(shop.prescribed.id)
    sheet = page.view.sheet
    assert sheet is not None
    page._drafts = (with_units(page._drafts[0], 20, sheet.today),)
    page.told.setText("with food")
    await page._changed(sheet)
    page.keeper.keep_now()
    return page


def test_what_was_begun_before_a_crash_goes_on_where_it_was(
    hospital: Hospital, shop: Pharmacy, sit: Sit, loop: ClosingLoop, tmp_path: Path
) -> None:
    async def crash_and_go_on() -> None:
        before = await begin(sit, tmp_path, shop)
        before.close_page()
        assert len(Drafts(tmp_path, "clerk").kept()) == 1
        page = DispensingPage(before.desk)
        assert not page.offer.isHidden()
        page.offer.restore.click()
        await until(lambda: page.told.text() == "with food", "the words were there again")
        [line] = page._drafts
        assert (line.units, line.left_out, line.by_hand) == (20, "later", True)
        assert page.offer.isHidden()
        await page._dispense()
        page.close_page()

    loop.run(crash_and_go_on())
    assert hospital.sql("SELECT supplied FROM hms.prescription_lines") == [(20,)]
    assert hospital.sql("SELECT note FROM hms.dispenses") == [("with food",)]
    assert Drafts(tmp_path, "clerk").kept() == ()


def test_what_a_colleague_dispensed_meanwhile_begins_anew(
    hospital: Hospital, shop: Pharmacy, sit: Sit, loop: ClosingLoop, tmp_path: Path
) -> None:
    async def crash_and_go_on() -> None:
        before = await begin(sit, tmp_path, shop)
        before.close_page()
        hospital.sql("DELETE FROM hms.leases")
        colleague = dispensing.as_pharmacist(hospital)
        dispensing.dispense(colleague, shop, [dispensing.pick(shop.line, shop.first, 10)])
        page = DispensingPage(before.desk)
        page.offer.restore.click()
        await until(lambda: page.offer.isHidden(), "the offer was answered")
        assert page._drafts[0].units == 50
        assert page.told.text() == ""
        page.close_page()

    loop.run(crash_and_go_on())
    assert Drafts(tmp_path, "clerk").kept() == ()


def test_the_sheet_of_a_restricted_record_leaves_no_trace(
    hospital: Hospital, shop: Pharmacy, sit: Sit, loop: ClosingLoop, tmp_path: Path
) -> None:
    async def work() -> None:
        seat = sit("Counter 1", "pharmacist")
        seat.desk.drafts = Drafts(tmp_path, "clerk")
        hospital.sql("UPDATE hms.patients SET restricted = true")
        hospital.sql(
            "INSERT INTO hms.opened_records (person, patient_id, reason, opened_at, open_until) "
            "VALUES (%s, %s, 'care', hms.hospital_now(), hms.hospital_now() + interval '15 minutes')",
            seat.desk.who.login,
            shop.patient,
        )
        page = DispensingPage(seat.desk)
        seat.show(page)
        await page.open(shop.prescribed.id)
        page.told.setText("with food")
        page.keeper.keep_now()
        assert Drafts(tmp_path, "clerk").kept() == ()

    loop.run(work())
