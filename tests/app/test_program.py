"""What is imported while somebody types the password: beside Qt's thread only what knows no Qt."""

import subprocess
import sys

PROBE = """
import importlib, sys
from hms_desktop.app import program

def imported(names):
    before = set(sys.modules)
    for name in names:
        importlib.import_module(name)
    return sorted(set(sys.modules) - before)

print(*imported(program.BESIDE))
print(*imported(program.HERE))
"""
OF_QT = ("PySide6", "shiboken6", "qasync", "hms_desktop.app", "hms_desktop.screens", "hms_desktop.widgets")


def test_no_class_of_qt_is_made_beside_its_thread_and_little_is_left_for_it() -> None:
    done = subprocess.run([sys.executable, "-c", PROBE], capture_output=True, text=True, check=True, timeout=120)
    beside, here = (line.split() for line in done.stdout.splitlines())
    assert "sqlalchemy" in beside
    assert [name for name in beside if name.startswith(OF_QT)] == []
    assert "hms_desktop.app.desk_session" in here
    assert [name for name in here if not name.startswith(OF_QT)] == []
