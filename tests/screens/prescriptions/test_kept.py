"""A prescription that is being written survives a crash of the desktop; a restricted record leaves no trace."""

from collections.abc import Callable
from decimal import Decimal
from pathlib import Path

import pytest

from hms_desktop.clinic.prescriptions.rules import Line, Order, TaperStep
from hms_desktop.core.drafts import Draft, Drafts
from hms_desktop.screens.prescriptions.draft import DraftLine, Drug
from hms_desktop.screens.prescriptions.kept import Amending, kept, unwritten
from hms_desktop.screens.prescriptions.page import PrescriptionsPage
from tests.factories.patients import patient
from tests.factories.prescriptions import medicine
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, until
from tests.screens.prescriptions.test_prescriptions_page import CTRL_ENTER, lines_in, opened, press, typed

Sit = Callable[..., Seat]


def seated(sit: Sit, folder: Path) -> Seat:
    seat = sit("Counter 1", "clinician")
    seat.desk.drafts = Drafts(folder, "clerk")
    return seat


@pytest.fixture
def amina(hospital: Hospital, house: object) -> int:
    medicine(hospital)
    return patient(hospital, "Okafor", "Amina")


def test_lines_typed_before_a_crash_are_offered_and_prescribed(
    hospital: Hospital, amina: int, sit: Sit, loop: ClosingLoop, tmp_path: Path
) -> None:
    async def crash() -> None:
        page = await opened(seated(sit, tmp_path), amina)
        page.overview.new.click()
        await typed(page, "amox 500 tds 7")
        page.writing.order.note.setText("before the holiday")
        await until(
            lambda: [one.values["order"]["note"] for one in Drafts(tmp_path, "clerk").kept()] == ["before the holiday"],
            "it was kept",
        )

    async def go_on() -> None:
        page = PrescriptionsPage((seat := seated(sit, tmp_path)).desk)
        seat.show(page)
        assert not page.offer.isHidden()
        page.offer.restore.click()
        await until(lambda: len(page.writing.drafts) == 1, "the line was there again")
        assert page.writing.order.note.text() == "before the holiday"
        assert page.offer.isHidden()
        await seat.come_to_front()
        page.writing.table.setFocus()
        press(CTRL_ENTER)
        await until(lambda: not page.writing.drafts, "it was prescribed")
        page.keeper.keep_now()

    loop.run(crash())
    loop.run(go_on())
    assert lines_in(hospital) == [("Amoxicillin", 1, "TDS", 7, 21, 0)]
    assert Drafts(tmp_path, "clerk").kept() == ()


def test_the_prescription_of_a_restricted_record_leaves_no_trace(
    hospital: Hospital, amina: int, sit: Sit, loop: ClosingLoop, tmp_path: Path
) -> None:
    async def write() -> None:
        seat = seated(sit, tmp_path)
        page = await opened(seat, amina)
        page.overview.new.click()
        await typed(page, "amox 500 tds 7")
        page.keeper.keep_now()
        assert len(Drafts(tmp_path, "clerk").kept()) == 1
        hospital.sql("UPDATE hms.patients SET restricted = true WHERE id = %s", amina)
        hospital.sql(
            "INSERT INTO hms.opened_records (person, patient_id, reason, opened_at, open_until) "
            "VALUES (%s, %s, 'care', hms.hospital_now(), hms.hospital_now() + interval '15 minutes')",
            seat.desk.who.login,
            amina,
        )
        page.writing.left.emit()
        page.show_what(amina)
        await until(lambda: page._card is not None and page._card.record.restricted, "the record was read again")
        page._write()
        page.keeper.keep_now()
        assert Drafts(tmp_path, "clerk").kept() == ()

    loop.run(write())


def test_a_draft_holds_every_part_of_a_line_exactly() -> None:
    taper = (TaperStep(Decimal("2.5"), "BD", 3), TaperStep(Decimal(1), "OD", 4))
    whole = Line(7, 21, Decimal("0.25"), "TDS", 7, True, Decimal("4.0"), taper, 2, False, "before_food بعد")
    drafts = [DraftLine(Drug(7, "Amoxicillin 500 mg", "capsule", "capsule", False, "care"), whole, True, 12)]
    order = Order(3, "Dr Demo", None, None, "note", False)
    name, values = kept(5, "Okafor Amina", Amending(9, 4), order, drafts)
    found = unwritten(Draft(name, 0, values))
    assert found is not None
    assert (found.patient, found.amending, found.order) == (5, Amending(9, 4), order)
    assert [(one.drug, one.line, one.counted) for one in found.lines] == [
        (one.drug, one.line, one.counted) for one in drafts
    ]


@pytest.mark.parametrize("values", [{}, {"form": "dispensing"}, {"form": "prescription", "patient": "x"}])
def test_what_is_no_prescription_is_not_offered(values: dict[str, object]) -> None:
    assert unwritten(Draft("x", 0, values)) is None
