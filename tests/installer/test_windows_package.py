"""The tables of the Windows package: all that wixl silently leaves out or gets wrong is there, and right."""

from pathlib import Path

import pytest

from installer.freeze.identity import ICON
from installer.windows.msi_repairs import AFTER_INSTALL_INITIALIZE, PERMANENT, TRANSITIVE, WIDE, Package
from installer.windows.msi_source import product_code
from installer.windows.msi_tables import KEPT, SETTINGS, SETTINGS_KEY, STATION_FOLDER_RIGHTS
from tests.installer.windows import MAKES_PACKAGES, column, done, make_package, make_payload, needs, run

pytestmark = [pytest.mark.packaging, needs(*MAKES_PACKAGES)]
VERSION = "1.2.3"


@pytest.fixture(scope="module")
def payload(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_payload(tmp_path_factory.mktemp("windows") / "payload", VERSION)


@pytest.fixture(scope="module")
def package(payload: Path) -> Package:
    return make_package(payload, payload.parent / "out", VERSION)


def test_it_is_a_64_bit_package_for_the_whole_machine_of_this_version(package: Package) -> None:
    found = column(package, "Property", "Property", "Value")
    assert found["ALLUSERS"] == "1"
    assert found["ProductVersion"] == VERSION
    assert found["ProductCode"] == "{" + product_code(VERSION) + "}"
    assert column(package, "_SummaryInformation", "PropertyId", "Value")["7"] == "x64;1033"


def test_windows_lists_it_with_its_icon(package: Package, tmp_path: Path) -> None:
    name = column(package, "Property", "Property", "Value")["ARPPRODUCTICON"]
    done("msidump", "-s", "-d", tmp_path, package.file)
    assert (tmp_path / "_Streams" / f"Icon.{name}").read_bytes() == ICON.read_bytes()


def test_no_setting_has_a_value_of_its_own_that_an_upgrade_would_write_over_its_own(package: Package) -> None:
    assert not {kept.property for kept in KEPT} & set(column(package, "Property", "Property", "Value"))


def test_every_property_reaches_the_service_that_installs(package: Package) -> None:
    secure = column(package, "Property", "Property", "Value")["SecureCustomProperties"].split(";")
    assert {kept.property for kept in KEPT} | {"WIX_UPGRADE_DETECTED", "WIX_DOWNGRADE_DETECTED"} == set(secure)


def test_a_setting_is_written_only_where_it_was_given_and_outlives_the_program(package: Package) -> None:
    components = {row["Component"]: row for row in package.rows("Component")}
    for setting in SETTINGS:
        row = components[setting.component]
        assert row["Condition"] == setting.property
        assert int(row["Attributes"]) & (PERMANENT | TRANSITIVE | WIDE) == PERMANENT | TRANSITIVE | WIDE


def test_what_the_program_itself_needs_goes_with_it(package: Package) -> None:
    kept = {setting.component for setting in SETTINGS} | {"StationFolder"}
    permanent = {row["Component"] for row in package.rows("Component") if int(row["Attributes"]) & PERMANENT}
    assert permanent == kept


def test_every_component_is_of_the_64_bit_view(package: Package) -> None:
    assert all(int(row["Attributes"]) & WIDE for row in package.rows("Component"))


def test_no_registry_key_ends_with_a_backslash_and_each_setting_has_its_value(package: Package) -> None:
    rows = package.rows("Registry")
    assert not [row["Key"] for row in rows if row["Key"].endswith("\\")]
    written = {(row["Name"], row["Value"]) for row in rows if row["Key"] == SETTINGS_KEY}
    assert written == {(setting.value, f"[{setting.property}]") for setting in SETTINGS}


def test_what_was_there_is_looked_for_in_the_64_bit_view_and_kept_before_anything_is_weighed(package: Package) -> None:
    searched = {row["Signature_"]: row for row in package.rows("RegLocator")}
    of_property = column(package, "AppSearch", "Property", "Signature_")
    order = column(package, "InstallExecuteSequence", "Action", "Sequence")
    conditions = column(package, "InstallExecuteSequence", "Action", "Condition")
    actions = {row["Action"]: row for row in package.rows("CustomAction")}
    for kept in KEPT:
        found = searched[of_property[kept.found]]
        assert (found["Root"], found["Key"], found["Name"], found["Type"]) == ("2", kept.key, kept.value, "18")
        assert (actions[kept.action]["Source"], actions[kept.action]["Target"]) == (kept.property, kept.becomes)
        assert conditions[kept.action] == f"NOT {kept.property} AND {kept.found}"
        assert int(order["AppSearch"]) < int(order[kept.action]) < int(order["LaunchConditions"])
    assert len(set(order.values())) == len(order), "two actions with one number: which comes first is left to chance"
    assert "AppSearch" not in column(package, "InstallUISequence", "Action", "Sequence")


def test_the_old_version_goes_first_and_comes_back_where_the_new_one_fails(package: Package) -> None:
    order = column(package, "InstallExecuteSequence", "Action", "Sequence")
    assert int(order["RemoveExistingProducts"]) == AFTER_INSTALL_INITIALIZE
    assert int(order["InstallInitialize"]) < AFTER_INSTALL_INITIALIZE < int(order["InstallFiles"])


def test_only_older_versions_are_replaced_and_a_newer_one_is_an_error(package: Package) -> None:
    ranges = {row["ActionProperty"]: (row["VersionMin"], row["VersionMax"]) for row in package.rows("Upgrade")}
    assert ranges == {"WIX_UPGRADE_DETECTED": ("", VERSION), "WIX_DOWNGRADE_DETECTED": (VERSION, "")}
    assert "NOT WIX_DOWNGRADE_DETECTED" in column(package, "LaunchCondition", "Condition", "Description")


def test_files_with_a_version_say_so_and_are_never_left_out_of_an_upgrade(package: Package) -> None:
    versions = {row["FileName"].rpartition("|")[2]: row for row in package.rows("File")}
    assert versions["hms-desktop.exe"]["Version"] == f"{VERSION}.0"
    assert versions["hms-admin.exe"]["Version"] == ""
    hashed = set(column(package, "MsiFileHash", "File_", "Options"))
    assert hashed == {row["File"] for row in versions.values() if not row["Version"]}
    assert column(package, "Property", "Property", "Value")["REINSTALLMODE"] == "amus"


def test_every_file_of_the_payload_is_in_the_package_under_a_name_of_both_kinds(package: Package) -> None:
    found = [row["FileName"].rpartition("|") for row in package.rows("File")]
    assert sorted(long for _short, _bar, long in found) == sorted(
        file.name for file in package.payload.rglob("*") if file.is_file()
    )
    assert all(bar or len(long) <= 12 for _short, bar, long in found)
    shorts = [short or long for short, _bar, long in found]
    assert len(set(shorts)) == len(shorts)


def test_each_shortcut_starts_the_program_with_what_it_opens(package: Package) -> None:
    assert {row["Arguments"] for row in package.rows("Shortcut")} == {
        "--open queue",
        "--open dispensing",
        "--open counter",
    }
    assert {row["Target"] for row in package.rows("Shortcut")} == {"[INSTALLDIR]hms-desktop.exe"}


def test_the_stations_folder_is_written_only_by_administrators(package: Package) -> None:
    (row,) = package.rows("MsiLockPermissionsEx")
    assert (row["LockObject"], row["Table"], row["SDDLText"]) == (
        "StationFolder",
        "CreateFolder",
        STATION_FOLDER_RIGHTS,
    )


def test_it_opens_no_firewall_and_starts_no_service(package: Package) -> None:
    assert package.rows("ServiceInstall") == []
    tables = done("msiinfo", "tables", package.file).split()
    assert not [table for table in tables if "Firewall" in table]
    assert {row["Type"] for row in package.rows("CustomAction")} == {"51"}, "one that runs a program"


def test_the_same_payload_makes_the_same_package(package: Package, tmp_path: Path) -> None:
    again = make_package(package.payload, tmp_path, VERSION)
    assert again.file.read_bytes() == package.file.read_bytes()


def test_another_payload_makes_another_package_of_the_same_product(package: Package, tmp_path: Path) -> None:
    other = make_payload(tmp_path / "payload", VERSION)
    (other / "LICENSE").write_text("another", encoding="utf-8")
    changed = make_package(other, tmp_path / "out", VERSION)

    def codes(one: Package) -> tuple[str, str]:
        summary = column(one, "_SummaryInformation", "PropertyId", "Value")
        return summary["9"], column(one, "Property", "Property", "Value")["ProductCode"]

    assert codes(changed)[0] != codes(package)[0], "Windows would take the cached one for it"
    assert codes(changed)[1] == codes(package)[1]


def test_a_folder_without_the_programs_is_refused(tmp_path: Path) -> None:
    ended = run("sh", "installer/windows/msi.sh", tmp_path, tmp_path / "out")
    assert ended.returncode == 1
    assert "hms-desktop.exe" in ended.stderr
