"""What the Windows package is built from: identities, settings, shortcuts, and the program files' own words."""

import struct
from pathlib import Path

import pytest

from hms_desktop.app import main
from hms_desktop.core.setting_places import KEYS
from hms_desktop.core.setting_table import SETTINGS, Place
from installer.windows import msi_source, msi_tables, pe_files

OF_A_SCREEN = {"videos", "voices", "share"}


@pytest.mark.parametrize("version", ["1.2", "1.2.3.4", "1.2.x", "256.0.0", "1.0.70000"])
def test_a_version_that_windows_cannot_compare_is_refused(version: str) -> None:
    with pytest.raises(ValueError, match=version):
        msi_source.checked(version)


def test_each_version_is_a_product_of_its_own_and_all_are_one_program() -> None:
    assert msi_source.product_code("1.2.3") == msi_source.product_code("1.2.3") != msi_source.product_code("1.2.4")
    assert str(msi_source.UPGRADE_CODE) == "b079bd4d-6883-5063-a5fe-b6522ff526da", "installed ones would not be found"


def test_every_setting_of_a_workstation_has_a_property_and_no_secret_has_one() -> None:
    of_the_machine = {setting.name for setting in SETTINGS.values() if Place.MACHINE in setting.places}
    assert {setting.value for setting in msi_tables.SETTINGS} == of_the_machine - OF_A_SCREEN
    assert "server_password" not in of_the_machine


def test_the_program_reads_where_the_package_writes() -> None:
    assert KEYS[Place.MACHINE] == msi_tables.SETTINGS_KEY


def test_no_property_is_named_twice_and_each_is_public() -> None:
    names = [kept.property for kept in msi_tables.KEPT]
    assert len(set(names)) == len(names)
    assert all(name.isupper() and name.isalpha() for name in names)


@pytest.mark.parametrize("shortcut", msi_tables.SHORTCUTS, ids=lambda shortcut: shortcut.id)
def test_the_program_knows_what_each_shortcut_opens(shortcut: msi_tables.Shortcut) -> None:
    assert main._options(["--open", shortcut.opens]).open == shortcut.opens


def test_the_source_is_the_same_for_the_same_payload(tmp_path: Path) -> None:
    for payload in (tmp_path / "one" / "payload", tmp_path / "two" / "payload"):
        (payload / "b" / "c").mkdir(parents=True)
        for name in ("z", "a", "b/c/d"):
            (payload / name).write_bytes(b"")
    one, two = (msi_source.source("1.2.3", tmp_path / name / "payload") for name in ("one", "two"))
    assert one.replace((tmp_path / "one").as_posix(), "") == two.replace((tmp_path / "two").as_posix(), "")


def program(*, signed: bool, version: tuple[int, int, int, int] | None) -> bytes:
    """As little of a 64-bit program file as is looked at."""
    head = bytearray(512)
    head[:2] = b"MZ"
    struct.pack_into("<I", head, 0x3C, 64)
    head[64:68] = b"PE\0\0"
    struct.pack_into("<H", head, 64 + 24, 0x20B)
    struct.pack_into("<II", head, 64 + 24 + 112 + 4 * 8, 4096 * signed, 64 * signed)
    if version:
        one, two, three, four = version
        head += struct.pack("<IIII", 0xFEEF04BD, 0x10000, one << 16 | two, three << 16 | four)
    return bytes(head)


def test_a_program_file_says_who_it_is_and_whether_it_is_signed(tmp_path: Path) -> None:
    for name, signed, version in (
        ("a.exe", True, (1, 2, 3, 4)),
        ("b.dll", False, (0, 0, 0, 0)),
        ("c.pyd", False, None),
    ):
        (tmp_path / name).write_bytes(program(signed=signed, version=version))
    (tmp_path / "not_a_program.dll").write_bytes(b"words")
    (tmp_path / "notes.txt").write_bytes(b"MZ")
    found = pe_files.programs(tmp_path)
    assert [file.name for file in found] == ["a.exe", "b.dll", "c.pyd"]
    assert [pe_files.is_signed(file) for file in found] == [True, False, False]
    assert [pe_files.file_version(file) for file in found] == ["1.2.3.4", "", ""]
