"""What `hms-desktop --selftest` looks at: everything the desk leans on that can be missing without a word.

What brings further parts of Qt is imported by the check that looks at it: a part that is missing is red there alone.
"""

import importlib.metadata
import os
import sys
from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QPluginLoader, QTranslator, qVersion
from PySide6.QtWidgets import QApplication

from hms_desktop.app import selftest_picture
from hms_desktop.clinic.operations import brought_along
from hms_desktop.clinic.printing.rules import DOCUMENTS
from hms_desktop.core import groundwork, places
from hms_desktop.core.layouts import Layouts
from hms_desktop.core.selftest import Check, Failed, Selftest
from hms_desktop.widgets.theme import THEMES, Appearance

PACKAGES = ("hms_desktop", "display_kiosk")
WINDOWS_BY = {"linux": "libqxcb.so", "win32": "qwindows.dll", "darwin": "libqcocoa.dylib"}
"""Qt's plugin that makes windows on each system."""
SHIPPED = ("ar", "en")
"""The desk's languages."""


def run(*, as_json: bool) -> int:
    """Look at everything without a screen; 0 where nothing failed, else 1."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    application = QApplication(sys.argv[:1])
    version = importlib.metadata.version("hms-desktop")
    return Selftest("hms-desktop", version, as_json=as_json, out=sys.stdout).run(_checks(application))


def _checks(application: QApplication) -> tuple[Check, ...]:
    """In the order in which a fault explains the next."""
    resources = places.resources()
    return (
        Check("Qt", _windows),
        Check("modules", lambda: groundwork.importable(PACKAGES)),
        Check("look", lambda: _look(Appearance(application, resources))),
        Check("pictures", lambda: selftest_picture.pictures(resources / "icons")),
        Check("fonts", lambda: selftest_picture.fonts(resources / "fonts")),
        Check("shaping", selftest_picture.shaping),
        Check("words", lambda: _words(resources / "translations")),
        Check("layouts", lambda: _layouts(resources / "layouts")),
        Check("paper", selftest_picture.paper),
        Check("board", _board),
        Check("media backend", _media_backend),
        Check("film", lambda: _film(resources / "selftest" / "film.mp4")),
        Check("TLS of Qt", _tls),
        *groundwork.checks(),
        *brought_along.checks(),
    )


def _windows() -> str:
    """Load what makes windows on this system, though none is opened: there may be no screen."""
    plugin = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath)) / "platforms" / WINDOWS_BY[sys.platform]
    loader = QPluginLoader(str(plugin))
    if not loader.load():
        raise Failed(loader.errorString())
    return f"{qVersion()}, {plugin.stem}"


def _look(appearance: Appearance) -> str:
    for theme in THEMES:
        appearance.wear(theme)
    return ", ".join(THEMES)


def _words(folder: Path) -> str:
    """Read the words of each language that ships, and Qt's own in it."""
    qt_folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    languages = sorted(file.stem.removeprefix("hms_") for file in folder.glob("hms_*.qm"))
    for language in languages:
        for name, where in ((f"hms_{language}", str(folder)), (f"qtbase_{language}", qt_folder)):
            if not QTranslator().load(name, where):
                raise Failed(f"{name} cannot be read")
    if set(languages) != set(SHIPPED):
        raise Failed(f"only these are there: {', '.join(languages) or 'none'}")
    return ", ".join(languages)


def _layouts(folder: Path) -> str:
    """Read every paper and its words."""
    layouts = Layouts([folder], DOCUMENTS)
    names = [file.name.split(".") for file in sorted(folder.glob("*.toml"))]
    for name, kind, _ in names:
        if name == "words":
            layouts.words(kind)
        else:
            layouts.layout(name, kind)
    if missing := set(DOCUMENTS) - {name for name, _, _ in names}:
        raise Failed(f"no layout of {', '.join(sorted(missing))}")
    return f"{len(names)} files"


def _board() -> str:
    """Compile the waiting room's scene, which the page Displays shows in small, and its film."""
    from hms_desktop.screens.displays import preview

    if fault := preview.fault():
        raise Failed(fault)
    return "compiled"


def _media_backend() -> str:
    from hms_desktop.app import selftest_media

    return selftest_media.backend()


def _film(file: Path) -> str:
    from hms_desktop.app import selftest_media

    return selftest_media.film(file)


def _tls() -> str:
    from PySide6.QtNetwork import QSslSocket

    if not QSslSocket.supportsSsl():
        raise Failed(f"none of {', '.join(QSslSocket.availableBackends()) or 'no'} backends works")
    return f"{QSslSocket.activeBackend()}, {QSslSocket.sslLibraryVersionString()}"
