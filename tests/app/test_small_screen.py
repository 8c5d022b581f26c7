"""A small screen or a large scale: nothing is cut off that cannot be scrolled to, and the rail makes room."""

import asyncio
import json
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit, QScrollArea

from hms_desktop.widgets.buttons import RailButton
from hms_desktop.widgets.forms import FormDialog, text_field
from hms_desktop.widgets.theme import Theme
from tests.app.conftest import Running, until
from tests.app.test_sign_in import nobody
from tests.factories import queue
from tests.hospital import Hospital

HALF = (683, 384)
"""1366 x 768 at 200 %."""
SMALL = (1280, 720)


def test_at_200_percent_of_a_small_screen_every_page_can_be_reached(hospital: Hospital, running: Running) -> None:
    queue.house(hospital, ("A", "B"))
    every = hospital.person("front_desk", "clinician", "manager", "admin")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(every)
        window = run.program.window
        window.resize(*HALF)
        for key in shell._entries:
            shell.open_page(key)
            await asyncio.sleep(0.05)
            assert (window.width(), window.height()) == HALF, key
        area = window.centralWidget()
        assert isinstance(area, QScrollArea)
        assert area.verticalScrollBar().maximum() > 0, "it scrolls instead of being cut off"
        button = shell.findChild(RailButton)
        await until(lambda: button.width() < Theme.current().width["rail_narrow"])
        assert button.text().replace("&&", "&") in button.toolTip()
        window.resize(1366, 768)
        await until(lambda: area.verticalScrollBar().maximum() == area.horizontalScrollBar().maximum() == 0)
        assert button.toolTip() == ""

    running.run(nobody(hospital.superuser), steps)


@pytest.mark.parametrize("language", ["en", "ar"])
def test_on_a_usual_small_screen_no_page_scrolls_sideways(
    hospital: Hospital, running: Running, tmp_path: Path, language: str
) -> None:
    (tmp_path / "workstation.json").write_text(json.dumps({"language": language}), "utf-8")
    queue.house(hospital, ("A", "B"))
    every = hospital.person("front_desk", "clinician", "manager", "admin")

    async def steps(run: Running) -> None:
        shell = await run.sign_in(every)
        window = run.program.window
        window.resize(*SMALL)
        area = window.centralWidget()
        assert isinstance(area, QScrollArea)
        too_wide = {}
        for key in shell._entries:
            shell.open_page(key)
            await asyncio.sleep(0.3)
            if area.horizontalScrollBar().maximum() > max(too_wide.values(), default=0):
                too_wide[key] = area.horizontalScrollBar().maximum()  # a page that was made keeps its width
        assert too_wide == {}

    running.run(nobody(hospital.superuser), steps)


def test_a_dialog_that_is_higher_than_the_screen_keeps_its_buttons_in_sight(
    hospital: Hospital, running: Running
) -> None:
    async def save(_values: object) -> None:
        return None

    async def steps(run: Running) -> None:
        dialog = FormDialog("A long form", "Save", save, parent=run.program.window)
        for number in range(40):
            dialog.form.add(f"field{number}", f"Field {number}", text_field())
        dialog.open()
        await until(lambda: dialog.findChild(QScrollArea).verticalScrollBar().maximum() > 0)
        screen = dialog.screen().availableSize()
        assert dialog.height() <= screen.height()
        assert dialog.go.isVisible()
        last = dialog.form.field("field39")
        assert isinstance(last, QLineEdit)
        assert dialog.form.values()["field39"] == ""
        dialog.reject()

    running.run(nobody(hospital.superuser), steps)
