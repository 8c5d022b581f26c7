"""A colleague agrees at somebody else's desk: by keyboard, with their own password, and nobody signs out."""

from collections.abc import Callable
from uuid import uuid4

from PySide6.QtCore import Qt

from hms_desktop.clinic.staff import queries
from hms_desktop.screens.assent import AssentDialog
from hms_desktop.widgets.dialogs import ask
from hms_desktop.widgets.errands import go
from tests.hospital import PASSWORD, Hospital
from tests.screens.conftest import ClosingLoop
from tests.screens.desks import Seat, press, type_text, until


def test_a_colleague_agrees_by_keyboard_and_a_wrong_password_is_said(
    hospital: Hospital, sit: Callable[..., Seat], loop: ClosingLoop
) -> None:
    colleague, intent = hospital.person("pharmacist"), uuid4()

    async def walk() -> None:
        seat = sit(None, "pharmacist")
        seat.window.show()
        digest = await seat.desk.db.read(queries.digest_of, content={"patient": 7})
        dialog = AssentDialog(seat.desk, intent, "safety.stop", digest, sentence="Supply in spite of an allergy.")
        answered: list[bool] = []

        async def wait() -> None:
            answered.append(await ask(dialog))

        go(wait())
        await until(dialog.isVisible)
        dialog.activateWindow()
        await until(dialog.login.hasFocus)
        type_text(seat.desk.who.login)
        press(Qt.Key.Key_Return)
        await until(lambda: "ask a colleague" in dialog.login.accessibleDescription())
        dialog.login.clear()
        type_text(colleague.user)
        press(Qt.Key.Key_Tab)
        type_text("not the password")
        press(Qt.Key.Key_Return)
        await until(lambda: (message := dialog.messages.message()) and "not right" in message.sentence)
        assert dialog.password.text() == ""
        assert hospital.sql("SELECT count(*) FROM hms.assents") == [(0,)]
        await until(dialog.password.hasFocus)
        type_text(PASSWORD)
        press(Qt.Key.Key_Return)
        await until(lambda: answered)
        assert answered == [True]
        assert dialog.colleague == colleague.user
        dialog.deleteLater()

    loop.run(walk())
    assert hospital.sql("SELECT person, intent, subject FROM hms.assents") == [(colleague.user, intent, "safety.stop")]
