"""The package for Raspberry Pis as it is built: the same twice, without Qt, with all that its libraries ask for."""

import os
import re
import subprocess
from pathlib import Path

import pytest

from tests.installer.apt import RASPBERRY, lacking

NEEDED = ("dpkg-deb", "readelf", "python3")
pytestmark = [
    pytest.mark.packaging,
    pytest.mark.skipif(bool(lacking(*NEEDED)), reason=f"this machine lacks {lacking(*NEEDED)}"),
]
SITE = "opt/hms-kiosk/lib/python3.13/site-packages"
IN_PACKAGE = {
    "ld-linux-aarch64.so.1": "libc6",
    "libc.so.6": "libc6",
    "libdl.so.2": "libc6",
    "libm.so.6": "libc6",
    "libpthread.so.0": "libc6",
    "libresolv.so.2": "libc6",
    "librt.so.1": "libc6",
    "libgcc_s.so.1": "libgcc-s1",
    "libstdc++.so.6": "libstdc++6",
    "libz.so.1": "zlib1g",
}
"""Which of Debian's packages holds a library that a wheel does not bring (the platform tag manylinux names these)."""


def build(out: Path, *version: str) -> Path:
    done = subprocess.run(
        ["sh", RASPBERRY / "build.sh", out, *version], capture_output=True, text=True, check=False, timeout=900
    )
    if "error sending request" in done.stderr or "Could not find a version" in done.stderr:
        pytest.skip("the Python packages cannot be fetched here")
    assert done.returncode == 0, done.stderr
    (file,) = out.glob("*.deb")
    return file


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("first"))


@pytest.fixture(scope="module")
def unpacked(package: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    subprocess.run(["dpkg-deb", "--raw-extract", package, folder], check=True)
    return folder


def test_the_same_checkout_gives_the_same_package_byte_by_byte(
    package: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    monkeypatch.setenv("LANG", "C.UTF-8")
    before = os.umask(0o077)
    try:
        again = build(tmp_path)
    finally:
        os.umask(before)
    assert again.name == package.name
    assert again.read_bytes() == package.read_bytes()


def test_qt_is_debians_and_no_program_for_another_processor_is_inside(unpacked: Path) -> None:
    names = [path.name.lower() for path in unpacked.rglob("*")]
    assert not [name for name in names if "pyside" in name or "shiboken" in name or name.startswith("libqt")]
    kinds = {
        subprocess.run(["readelf", "-h", file], capture_output=True, text=True, check=True)
        .stdout.split("Machine:")[1]
        .splitlines()[0]
        .strip()
        for file in libraries(unpacked)
    }
    assert kinds == {"AArch64"}


def test_whatever_its_libraries_load_is_inside_or_in_a_package_that_it_depends_on(unpacked: Path) -> None:
    found = libraries(unpacked)
    inside = {file.name for file in found}
    needed = {name for file in found for name in asked_for(file)} - inside
    assert needed <= IN_PACKAGE.keys()
    assert {IN_PACKAGE[name] for name in needed} <= depends(unpacked).keys()


def test_it_depends_on_the_qt_and_the_python_that_it_was_made_for(unpacked: Path) -> None:
    wanted = depends(unpacked)
    assert wanted.keys() == set(re.findall(r"^[a-z].*$", (RASPBERRY / "packages.txt").read_text(), re.MULTILINE))
    assert wanted["python3"] == ["(>= 3.13)", "(<< 3.14)"]
    compiled = {name[1] for file in libraries(unpacked) if (name := re.search(r"cpython-(\d+)-", file.name))}
    assert compiled == {"313"}


def test_it_belongs_to_root_and_only_its_scripts_can_be_started(package: Path, unpacked: Path) -> None:
    listed = subprocess.run(["dpkg-deb", "--contents", package], capture_output=True, text=True, check=True).stdout
    assert {line.split()[1] for line in listed.splitlines()} == {"root/root"}
    started = {line.split()[-1].removeprefix(".") for line in listed.splitlines() if line.startswith("-rwx")}
    assert started == {f"/opt/hms-kiosk/{name}" for name in ("bin/hms-kiosk", "libexec/session", "libexec/model")}
    assert not list(unpacked.rglob("*.pyc"))
    assert (unpacked / "DEBIAN" / "conffiles").read_text() == "/etc/hms/session.env\n"


def test_every_package_of_the_lock_is_inside_with_its_version(unpacked: Path) -> None:
    lock = subprocess.run(
        ["sh", RASPBERRY / "without_qt", RASPBERRY.parent / "requirements" / "check-in.txt"],
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    wanted = {
        (match[1].replace("-", "_").lower(), match[2])
        for match in re.finditer(r"^([\w.-]+)==([\w.]+)(.*)$", lock, re.MULTILINE)
        if "win32" not in match[3]
    }
    told = [path.name.removesuffix(".dist-info").rsplit("-", 1) for path in (unpacked / SITE).glob("*.dist-info")]
    assert {(name.lower().replace("-", "_"), version) for name, version in told} == wanted


def test_licences_and_bill_of_materials_come_along(unpacked: Path) -> None:
    assert list((unpacked / "opt/hms-kiosk/licences").iterdir())
    assert (unpacked / "opt/hms-kiosk/sbom.cdx.json").stat().st_size > 1_000


def test_lintian_finds_no_fault(package: Path) -> None:
    if lacking("lintian"):
        pytest.skip("this machine lacks lintian")
    done = subprocess.run(
        ["lintian", "--allow-root", "--fail-on", "error,warning", package], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout


def libraries(folder: Path) -> list[Path]:
    """The ELF files under a folder."""
    files = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return [path for path in files if is_elf(path)]


def is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"


def asked_for(library: Path) -> list[str]:
    told = subprocess.run(["readelf", "-d", library], capture_output=True, text=True, check=True).stdout
    return re.findall(r"\(NEEDED\).*\[(.*)\]", told)


def depends(unpacked: Path) -> dict[str, list[str]]:
    """What the package depends on: each name with its bounds."""
    control = (unpacked / "DEBIAN" / "control").read_text()
    found: dict[str, list[str]] = {}
    line = re.search(r"^Depends: (.*)$", control, re.MULTILINE)
    assert line is not None
    for one in line[1].split(", "):
        name, _, bound = one.partition(" ")
        found.setdefault(name, []).extend([bound] if bound else [])
    return found
