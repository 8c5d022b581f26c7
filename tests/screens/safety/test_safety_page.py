"""The chief pharmacist's page: a warning is tuned, a dose is typed, a release is chosen, an override is read."""

import uuid
from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from hms_desktop.clinic.safety import queries
from hms_desktop.clinic.safety.label_words import CAUTIONS
from hms_desktop.clinic.safety.rules import DEFAULT_LEVELS
from hms_desktop.screens.safety.labels import LabelsPage
from hms_desktop.screens.safety.page import SafetyPage
from hms_desktop.widgets.forms import FormDialog
from tests.factories import patients
from tests.factories.safety import make_list, make_medicine
from tests.hospital import Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, focused, press, scan, until


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


def test_a_class_warns_of_sleep_and_the_label_of_a_scanned_pack_says_so_in_arabic(
    hospital: Hospital, sit: Callable[..., Seat], loop: ClosingLoop
) -> None:
    medicine = make_medicine(hospital, "Cetirizine")
    hospital.sql("UPDATE hms.medicines SET atc_code = 'R06AE07'")
    hospital.sql(
        "INSERT INTO hms.packs (medicine_id, name, units, gtin) VALUES (%s, 'B', 1, '09506000134352')", medicine
    )

    async def filled(**typed: object) -> None:
        await until(lambda: isinstance(QApplication.activeModalWidget(), FormDialog), "the form opened")
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, FormDialog)
        await until(lambda: dialog.isAncestorOf(focused()), "it has the keys")
        dialog.form.put(**typed)
        press(Qt.Key.Key_Return)
        await until(lambda: QApplication.activeModalWidget() is None, "it was put on the list")

    async def walk() -> None:
        seat = sit(None, "pharmacist")
        page = LabelsPage(seat.desk)
        seat.show(page)
        await until(lambda: not page.stale, "the list was read")
        assert page.take_scan("09506000134352")
        await until(lambda: "warns of nothing" in page.says.text(), "nothing was chosen for it")
        press((Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_N), on=page)
        await filled(atc_code="R06")
        page.language.setCurrentIndex(page.language.findData("ar"))
        await until(lambda: page.says.text() == CAUTIONS["sleepy"]["ar"], "its class speaks for it")
        await seat.come_to_front()
        press((Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_M), on=page)
        await filled(shown=False)
        await until(lambda: "warns of nothing" in page.says.text(), "it does without")
        assert [row.shown for row in page.model.rows()] == [True, False]
        page.table.choose(1)
        await seat.come_to_front()
        press((Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_U), on=page)
        await until(lambda: page.model.rowCount() == 1, "it was taken out")
        await until(lambda: page.says.text() == CAUTIONS["sleepy"]["ar"], "the class speaks again")

    loop.run(walk())


def test_a_scan_on_the_doses_goes_to_the_packs_substance_and_elsewhere_to_its_label(
    hospital: Hospital, sit: Callable[..., Seat], loop: ClosingLoop
) -> None:
    for name in ("Aspirin", "Paracetamol"):
        medicine = make_medicine(hospital, name)
        hospital.sql(
            "INSERT INTO hms.cautions (substance_id, kind, most_a_day) SELECT substance_id, 'dose', 4000 "
            "FROM hms.medicine_substances WHERE medicine_id = %s",
            medicine,
        )
    hospital.sql(
        "INSERT INTO hms.packs (medicine_id, name, units, gtin) VALUES (%s, 'B', 1, '09506000134352')", medicine
    )

    async def walk() -> None:
        seat = sit(None, "pharmacist")
        page = SafetyPage(seat.desk)
        seat.show(page)
        page.tabs.setCurrentWidget(page.cautions)
        await until(lambda: page.cautions.begun and page.cautions.model.rowCount() == 2, "the doses were read")
        scan("09506000134352")
        await until(lambda: page.cautions.table.chosen_row() == 1, "the substance in the pack is chosen")
        page.tabs.setCurrentWidget(page.overrides)
        scan("09506000134352")
        await until(lambda: page.tabs.currentWidget() is page.labels, "the labels are shown")
        await until(lambda: "warns of nothing" in page.labels.says.text(), "the label of the pack is read")

    loop.run(walk())
