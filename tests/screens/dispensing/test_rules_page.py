"""The manager's page of the pharmacy's rules: typed, refused in a sentence, saved, and met by a colleague's change."""

from collections.abc import Callable
from typing import Any

from hms_desktop.clinic.dispensing import queries
from hms_desktop.clinic.stock import queries_rules
from hms_desktop.screens.dispensing.rules_page import PharmacyRulesPage
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, until


def test_the_rules_of_dispensing_and_stock_are_typed_and_saved(
    hospital: Hospital, house: Any, sit: Callable[..., Seat], loop: ClosingLoop
) -> None:
    async def work() -> None:
        seat = sit(None, "manager")
        page = PharmacyRulesPage(seat.desk)
        seat.show(page)
        form = page.dispensing
        await until(lambda: form.begun, "the rules were read")
        form.put({"second_check": "high_alert", "checked_classes": "l01, nonsense", "least_days": 30})
        form.save_button.click()
        await until(lambda: "NONSENSE is no class" in form.form.field("checked_classes").accessibleDescription())
        form.put({"checked_classes": "l01 b01a", "equivalents": False, "label_language": "sw"})
        form.save_button.click()
        await until(lambda: "Saved" in seat.said(), "they were saved")
        rules = seat.database.read_now(queries.dispensing_rules).rules
        assert (rules.second_check, rules.checked_classes) == ("high_alert", ("B01A", "L01"))
        assert (rules.least_days, rules.equivalents, rules.label_language) == (30, False, "sw")
        assert rules.lease_minutes == 10
        seat.messages.dismiss()
        page.tabs.setCurrentWidget(page.stock)
        await until(lambda: page.stock.begun, "the rules of stock were read")
        page.stock.put({"backdate_days": 3, "level_days": 20, "cover_days": 20})
        page.stock.save_button.click()
        await until(lambda: "lasts longer" in page.stock.form.field("cover_days").accessibleDescription())
        page.stock.put({"cover_days": 60})
        page.stock.save_button.click()
        await until(lambda: "Saved" in seat.said(), "they were saved")
        stock = seat.database.read_now(queries_rules.stock_rules).rules
        assert (stock.backdate_days, stock.level_days, stock.cover_days) == (3, 20, 60)
        assert page.unsaved() == 0

    loop.run(work())


def test_what_a_colleague_changed_meanwhile_stays(
    hospital: Hospital, house: Any, sit: Callable[..., Seat], loop: ClosingLoop
) -> None:
    async def work() -> None:
        seat = sit(None, "manager")
        page = PharmacyRulesPage(seat.desk)
        seat.show(page)
        form = page.dispensing
        await until(lambda: form.begun, "the rules were read")
        form.put({"lease_minutes": 25})
        hospital.sql("UPDATE hms.dispensing_rules SET least_days = 40")
        form.save_button.click()
        await until(
            lambda: hospital.sql("SELECT lease_minutes, least_days FROM hms.dispensing_rules") == [(25, 40)],
            "both changes met",
        )

    loop.run(work())
