"""A dressed application and an event loop for the tests of the widgets."""

from collections.abc import Coroutine, Iterator
from typing import Any

import pytest
import qasync
from PySide6.QtWidgets import QApplication

from hms_desktop.core.places import resources
from hms_desktop.widgets.theme import LIGHT, Appearance


@pytest.fixture(scope="session")
def appearance(qapp: QApplication) -> Appearance:
    return Appearance(qapp, resources())


@pytest.fixture(autouse=True)
def dressed(appearance: Appearance) -> Iterator[None]:
    appearance.wear(LIGHT)
    yield


class Loop:
    """Runs coroutines to their end on Qt's own loop."""

    def __init__(self, loop: qasync.QEventLoop) -> None:
        self._loop = loop

    def run(self, coroutine: Coroutine[Any, Any, Any]) -> Any:
        return self._loop.run_until_complete(coroutine)


@pytest.fixture
def loop(qapp: QApplication) -> Iterator[Loop]:
    made = qasync.QEventLoop(qapp)
    with made:
        yield Loop(made)
