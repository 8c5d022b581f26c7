"""The scene is drawn in software, and Qt does not report the sound libraries that this machine lacks."""

import os

import pytest
from PySide6.QtCore import QLoggingCategory

from display_kiosk.main import QUIET

os.environ.setdefault("QT_QUICK_BACKEND", "software")


@pytest.fixture(autouse=True)
def quiet() -> None:
    """As the kiosk's own program sets it; a desk's windows in the same process set other rules."""
    QLoggingCategory.setFilterRules(QUIET)
