"""The chief pharmacist's page: a warning is tuned, a dose is typed, a release is chosen, an override is read."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import Qt

from hms_desktop.clinic.safety import queries
from hms_desktop.clinic.safety.rules import DEFAULT_LEVELS
from hms_desktop.screens.safety.page import SafetyPage
from tests.factories import patients
from tests.factories.safety import make_list, make_medicine
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, press, until


def overridden(hospital: Hospital, reason: str) -> None:
    """One override of somebody's, as a dispense leaves it."""
    patient = patients.patient(hospital)
    hospital.sql(
        """INSERT INTO hms.warning_overrides (intent, patient_id, kind, subject, code, level, reason, overridden_at)
        VALUES (%s, %s, 'interaction.avoid', 'ANSM:WARFARINE+IBUPROFENE', 'x', 'warning', %s, hms.hospital_now())""",
        uuid.uuid4(),
        patient,
        reason,
    )


def test_warnings_are_tuned_doses_typed_and_releases_chosen(
    hospital: Hospital, sit: Callable[..., Seat], loop: ClosingLoop
) -> None:
    make_medicine(hospital, "Paracetamol")
    make_medicine(hospital, "Our own cream")
    make_list(hospital, [("PARACETAMOL", "WARFARIN", "avoid")], release="2025")
    make_list(hospital, [("PARACETAMOL", "WARFARIN", "avoid")], release="2026")
    overridden(hospital, "INR is watched.")

    async def walk() -> None:
        seat = sit(None, "pharmacist", "manager")
        page = SafetyPage(seat.desk)
        seat.show(page)
        kinds = len(DEFAULT_LEVELS)
        await until(lambda: page.levels._begun and page.levels.model.rowCount() == kinds + 1)
        rows = [page.levels.model.row(place) for place in range(kinds + 1)]
        place = next(at for at, row in enumerate(rows) if row is not None and row.subject == "interaction.note")
        page.levels.table.choose(place)
        page.levels.put({"level": "info", "reason": "The ward asked for it."})
        page.levels.save_button.click()
        await until(lambda: "Saved" in seat.said())
        tuned = {row.subject: row for row in seat.database.read_now(queries.levels)}["interaction.note"]
        assert (tuned.level, tuned.reason) == ("info", "The ward asked for it.")
        press((Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_PageDown), on=page)
        page.tabs.setCurrentWidget(page.overrides)
        await until(lambda: page.overrides.model.rowCount() == 1)
        page.tabs.setCurrentWidget(page.cautions)
        await until(lambda: page.cautions._begun)
        page.cautions.begin_new()
        substance = next(number for number, name in seat.database.read_now(queries.substances) if name == "Paracetamol")
        page.cautions.put({"substance_id": substance, "from_age": "12", "most_at_once": "1000", "most_a_day": "4000"})
        page.cautions.save_button.click()
        await until(lambda: page.cautions.model.rowCount() == 1)
        (caution,) = seat.database.read_now(queries.cautions)
        assert (caution.from_age, caution.most_a_day) == (12, 4000)
        page.tabs.setCurrentWidget(page.lists)
        await until(lambda: page.lists.model.rowCount() == 2)
        await until(lambda: page.lists.unknown.row(0) == "Our own cream")
        page.lists.table.choose(1)
        page.lists.use.click()
        await until(lambda: "2025" in seat.said())
        active = [row.release for row in seat.database.read_now(queries.interaction_lists) if row.active]
        assert active == ["2025"]

    loop.run(walk())
