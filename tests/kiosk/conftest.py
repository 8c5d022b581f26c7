"""The scene is drawn in software, and Qt does not report the sound libraries that this machine lacks."""

import os

from PySide6.QtCore import QLoggingCategory

from display_kiosk.main import QUIET

os.environ.setdefault("QT_QUICK_BACKEND", "software")
QLoggingCategory.setFilterRules(QUIET)
