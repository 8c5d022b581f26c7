"""The worst lines in every field of every dialog that a page opens: one sentence, or done; never a bug, never lost."""

import asyncio
from collections.abc import Iterator
from pathlib import Path

import pytest
import shiboken6
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QPlainTextEdit, QTableView, QWidget

from hms_desktop.app.shell import Shell
from hms_desktop.widgets.buttons import Button
from hms_desktop.widgets.page import Page
from hms_desktop.widgets.plain_text import Label
from tests.app.conftest import Running, appearance, dressed, running, the_language_of_before
from tests.corpus import worst
from tests.factories import appointments, dispensing, displays
from tests.hospital import Hospital
from tests.walks.test_hostile_typing import EVERY_DUTY, opened, texts_in, type_into
from tests.widgets.conftest import OFFSCREEN

__all__ = ["appearance", "dressed", "running", "the_language_of_before"]

OFTEN = ("queue", "dispensing", "stock")
"""Pages whose dialogs are tried each time; those of all pages take minutes."""
TURN_SECONDS, ANSWERS, MOST = 0.02, 4, 150
"""A turn of the loop, in how many of them a dialog answers, and after how many nothing that was begun will open one."""
GRAB = r"^This plugin does not support grabbing the keyboard$"
"""Said of every menu that opens without a window system."""
pytestmark = [pytest.mark.qt_log_ignore(OFFSCREEN, GRAB), pytest.mark.timeout(900)]


@pytest.fixture
def furnished(hospital: Hospital) -> Hospital:
    """A hospital with a queue, a pharmacy that has stock and a prescription, and a screen."""
    practice = appointments.practice(hospital)
    for clinic in practice.clinics.values():
        appointments.weekly(hospital, clinic)
    dispensing.pharmacy(hospital)
    displays.screen(hospital)
    return hospital


def dialogs() -> list[QDialog]:
    return [one for one in QApplication.topLevelWidgets() if isinstance(one, QDialog) and one.isVisible()]


async def settle() -> None:
    await asyncio.sleep(TURN_SECONDS * ANSWERS)


async def opened_by(button: Button) -> QDialog | None:
    """The dialog that the button opens; None where all that it began ends without one, or it is the system's own."""
    before = asyncio.all_tasks()
    button.click()
    for _ in range(MOST):
        await asyncio.sleep(TURN_SECONDS)
        if dialogs() or not asyncio.all_tasks() - before:
            break
    found = dialogs()
    return found[-1] if found and not isinstance(found[-1], QFileDialog) else None


def buttons_of(page: Page) -> Iterator[int]:
    """The places of the page's buttons that can be pressed now."""
    for place, button in enumerate(page.findChildren(Button)):
        if button.isVisible() and button.isEnabled():
            yield place


def choose_first_rows(page: QWidget) -> None:
    for table in page.findChildren(QTableView):
        model = table.model()
        if table.isVisible() and model is not None and model.rowCount():
            chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
            table.selectionModel().setCurrentIndex(model.index(0, 0), chosen)


async def put_away() -> None:
    if (menu := QApplication.activePopupWidget()) is not None:
        menu.close()
    for one in dialogs():
        one.reject()
    await settle()


async def torment(dialog: QDialog, text: str) -> None:
    """`text` in each field at once, then the dialog's own button; where it stays open it keeps what was typed."""
    fields = texts_in(dialog)
    for field in fields:
        type_into(field, text)
    typed = {field: _text(field) for field in fields}
    await settle()
    go = getattr(dialog, "_on_enter", None)
    if isinstance(go, Button) and go.isEnabled():
        go.click()
        await settle()
    if not shiboken6.isValid(dialog):
        return  # it was done, and is gone
    if dialog.isVisible() and texts_in(dialog) == fields:
        for field, before in typed.items():
            assert _text(field) == before, f"{dialog.windowTitle()}: what was typed is kept"
    for label in dialog.findChildren(Label):
        assert label.textFormat().name == "PlainText"


def _text(field: QLineEdit | QPlainTextEdit) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


async def torment_dialogs(program: Running, shell: Shell, page: Page, lines: tuple[str, ...]) -> set[str]:
    """Press each button of the page; the titles of the dialogs that opened and have fields."""
    met: set[str] = set()
    choose_first_rows(page)
    await settle()
    for place in list(buttons_of(page)):
        for text in lines:
            buttons = page.findChildren(Button)
            if place >= len(buttons) or not (buttons[place].isVisible() and buttons[place].isEnabled()):
                break
            before = program.program.session
            asked = await opened_by(buttons[place])
            assert program.program.session is before
            if asked is None or not texts_in(asked):
                await put_away()
                break
            met.add(type(asked).__name__)
            await torment(asked, text)
            await put_away()
    return met


@pytest.mark.parametrize(
    ("pages", "many"), [(OFTEN, 2), pytest.param((), 10, marks=pytest.mark.soak)], ids=["often", "all"]
)
def test_the_worst_lines_in_every_dialog_that_a_page_opens(
    running: Running, furnished: Hospital, shared: Path, pages: tuple[str, ...], many: int
) -> None:
    lines = worst(shared, 40)[:: 40 // many][:many]
    met: set[str] = set()

    async def steps(program: Running) -> None:
        shell = await program.sign_in(furnished.person(*EVERY_DUTY))
        for key in pages or tuple(shell._entries):
            page = await opened(shell, key)
            met.update(await torment_dialogs(program, shell, page, lines))
            assert program.reports == [], f"a bug was met in a dialog of the page {key}"

    running.run(furnished.superuser, steps)
    assert len(met) >= 3
