"""A dressed application and an event loop for the tests of the widgets."""

from collections.abc import Coroutine
from pathlib import Path
from typing import Any

import pytest
import qasync
from PySide6.QtWidgets import QApplication

from hms_desktop.core.places import resources
from hms_desktop.widgets.theme import LIGHT, Appearance

# The offscreen platform says so of every window that it shows; nothing is wrong and nothing can be done about it.
OFFSCREEN = r"^This plugin does not support (propagateSizeHints|raise)\(\)$"


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore(OFFSCREEN))


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    return Appearance(qapp, resources())


@pytest.fixture(autouse=True)
def dressed(appearance: Appearance) -> None:
    appearance.wear(LIGHT)


class Loop:
    """Runs coroutines to their end on Qt's own loop."""

    def __init__(self, loop: qasync.QEventLoop) -> None:
        self._loop = loop

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return self._loop.run_until_complete(coroutine)


@pytest.fixture
def loop(qt_loop: qasync.QEventLoop) -> Loop:
    return Loop(qt_loop)
