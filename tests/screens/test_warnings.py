"""The panel of warnings: read, left out, or given all the same with a reason and a colleague, by keyboard."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget

from hms_desktop.screens.assent import AssentDialog
from hms_desktop.screens.warnings import WarningsPanel
from hms_desktop.widgets.errands import go
from hms_desktop.widgets.plain_text import Label
from tests.factories import patients
from tests.factories.safety import make_list, make_medicine
from tests.hospital import PASSWORD, Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, focused, press, type_text, until


def test_limits_by_age_that_could_not_be_checked_are_said_without_asking_for_a_reason(
    hospital: Hospital, sit: Callable[..., Seat], loop: ClosingLoop
) -> None:
    patient = patients.patient(hospital, allergies={"none_known": True})
    aspirin = make_medicine(hospital, "Aspirin")
    hospital.sql(
        "SELECT hms.save_caution(%s, NULL, NULL, jsonb_build_object('substance_id', id, 'kind', 'age', 'to_age', 15)) "
        "FROM hms.substances",
        uuid4(),
    )

    async def walk() -> None:
        panel = WarningsPanel(sit(None, "pharmacist").desk)
        await panel.check(patient, [{"place": 1, "medicine": aspirin}])
        said = [label.text() for label in panel.findChildren(Label)]
        assert "Aspirin 500 mg: age not known, limits by age were not checked" in said
        assert "Aspirin has limits by age. Ask for the birth date or the approximate age." in said
        assert panel.answered()
        await until(lambda: hospital.sql("SELECT kind FROM hms.warnings_shown") == [("age.unknown",)], "it was counted")

    loop.run(walk())


def reason_field(panel: WarningsPanel) -> QWidget:
    assert panel.go_to_unanswered()
    return focused()


def test_a_stop_is_answered_with_a_reason_and_a_colleague(
    hospital: Hospital, sit: Callable[..., Seat], loop: ClosingLoop
) -> None:
    patient = patients.patient(hospital, allergies={"known": [{"substance": "Amoxicillin", "reaction": "rash"}]})
    names = ("Amoxicillin", "Warfarin", "Ibuprofen", "Zinc")
    lines = [{"place": place, "medicine": make_medicine(hospital, name)} for place, name in enumerate(names, start=1)]
    make_list(hospital, [("WARFARIN", "IBUPROFEN", "avoid"), ("WARFARIN", "ZINC", "precaution")])
    colleague, intent = hospital.person("pharmacist"), uuid4()

    async def walk() -> None:
        seat = sit(None, "pharmacist")
        panel, left, agreed = WarningsPanel(seat.desk), [], []
        panel.leaving_out.connect(left.append)
        seat.column.addWidget(panel)
        seat.window.show()
        await seat.come_to_front()
        await panel.check(patient, lines)
        assert [one.level for one in panel.told] == ["stop", "warning", "info"]
        await until(lambda: hospital.sql("SELECT count(*) FROM hms.warnings_shown") == [(3,)])
        reason_field(panel)
        type_text("Took it last year.")
        reason_field(panel)
        type_text("INR twice a week.")
        assert panel.answered()
        assert not panel.go_to_unanswered()
        press((Qt.KeyboardModifier.ShiftModifier, Qt.Key.Key_Backtab), Qt.Key.Key_Space)
        assert left == [2]
        await panel.check(patient, lines[:3])
        assert [one["reason"] for one in panel.overrides()] == ["Took it last year.", "INR twice a week."]
        assert hospital.sql("SELECT count(*) FROM hms.warnings_shown") == [(3,)], "shown once is counted once"

        async def ask_colleague() -> None:
            agreed.append(await panel.assent(intent))

        go(ask_colleague())
        await until(lambda: any(isinstance(one, AssentDialog) and one.isVisible() for one in tops()))
        dialog = next(one for one in tops() if isinstance(one, AssentDialog))
        dialog.activateWindow()
        await until(dialog.login.hasFocus)
        type_text(colleague.user)
        press(Qt.Key.Key_Tab)
        type_text(PASSWORD)
        press(Qt.Key.Key_Return)
        await until(lambda: agreed)
        assert agreed == [True]
        panel.clear()
        assert panel.overrides() == []
        assert panel.isHidden()

    def tops() -> list[QWidget]:
        return QApplication.topLevelWidgets()

    loop.run(walk())
    assert hospital.sql("SELECT person, subject FROM hms.assents") == [(colleague.user, "safety.stop")]
