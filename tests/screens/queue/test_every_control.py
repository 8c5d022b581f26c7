"""Every control of the two pages has a name for a screen reader, and no label interprets its text."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QWidget,
)

from hms_desktop.clinic.queue.queries import ServiceChoice
from hms_desktop.screens.patients.editor import Editor
from hms_desktop.screens.patients.page import PatientsPage
from hms_desktop.screens.queue.asking import CloseCounterDialog, HolderDialog, TakeOffDialog, TransferDialog
from hms_desktop.screens.queue.day import DayPage
from hms_desktop.screens.queue.exceptions import ExceptionsPage
from hms_desktop.screens.queue.hours import HoursPage
from hms_desktop.screens.queue.issue import IssueTicket
from hms_desktop.screens.queue.journeys import JourneysPage
from hms_desktop.screens.queue.mixing import MixingPage
from hms_desktop.screens.queue.page import QueuePage
from hms_desktop.screens.queue.reasons import ReasonsPage
from hms_desktop.widgets.desk import Desk
from tests.screens.desks import Seat, settle
from tests.widgets.conftest import Loop

CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit)
MADE: dict[str, Callable[[Desk], QWidget]] = {
    "queue": QueuePage,
    "patients": PatientsPage,
    "register": Editor,
    "issue": IssueTicket,
    "transfer": lambda desk: TransferDialog("A 001", (ServiceChoice(1, "Laboratory", "L"),)),
    "take off": lambda desk: TakeOffDialog("A 001"),
    "whose": lambda desk: HolderDialog(desk, "A 001"),
    "close counter": lambda desk: CloseCounterDialog("Counter 1", (ServiceChoice(1, "Laboratory", "L"),)),
    "day": DayPage,
    "hours": HoursPage,
    "exceptions": ExceptionsPage,
    "journeys": JourneysPage,
    "reasons": ReasonsPage,
    "mixing": MixingPage,
}


@pytest.mark.parametrize("which", MADE)
def test_each_control_has_a_name_and_each_label_is_plain(sit: Callable[..., Seat], loop: Loop, which: str) -> None:
    async def look() -> None:
        made = MADE[which](sit().desk)
        nameless = [
            control
            for control in made.findChildren(QWidget)
            if isinstance(control, CONTROLS)
            and control.focusPolicy() != Qt.FocusPolicy.NoFocus
            and not isinstance(control.parent(), QComboBox | QAbstractItemView)
            and not isinstance(control, QListView)  # what a choice unfolds
            and not control.accessibleName()
        ]
        rich = [label for label in made.findChildren(QLabel) if label.textFormat() == Qt.TextFormat.RichText]
        automatic = [
            label
            for label in made.findChildren(QLabel)
            if label.textFormat() == Qt.TextFormat.AutoText and label.text()
        ]
        assert nameless == []
        assert rich == []
        assert automatic == []
        await settle(0.3)
        for closing in ("close_page", "close_editor"):
            if hasattr(made, closing):
                getattr(made, closing)()
        made.deleteLater()

    loop.run(look())
