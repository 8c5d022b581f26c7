"""Writes the WiX source that wixl builds the Windows package from.

    python3 -m installer.windows.msi_source VERSION PAYLOAD >hms.wxs

PAYLOAD is a relative path, as wixl wants it; the icon lies beside it. wixl knows only a part of WiX; what it leaves
out or gets wrong is put right by msi_repairs. Its own wixl-heat is not used: it draws the folders' names by lot, in
each build anew.
"""

import sys
from hashlib import sha256
from pathlib import Path
from uuid import UUID, uuid5
from xml.etree import ElementTree as Xml

from installer.freeze.identity import ICON, MAKER, NAME
from installer.windows import msi_tables as tables

_HOUSE = UUID("9d6f3c1e-52b7-5c0a-8f43-2a1c7be0d951")
"""Every identity of the package is derived from this one; it must never change."""
UPGRADE_CODE = uuid5(_HOUSE, "upgrade")
"""By this Windows knows that another version is the same program."""
_NEWEST = 255, 255, 65535
"""The highest version that Windows Installer compares."""


def identity(of: str) -> str:
    """The GUID of one part of the package, the same in each build."""
    return str(uuid5(_HOUSE, of)).upper()


def product_code(version: str) -> str:
    """A new version is a new product; the same version is the same product wherever it is built."""
    return identity(f"product/{version}")


def checked(version: str) -> str:
    """`version`, if Windows Installer can tell it from others: three numbers. Raises ValueError."""
    parts = version.split(".")
    if len(parts) != 3 or not all(part.isdecimal() for part in parts):
        raise ValueError(f"The version {version} must be three numbers: Windows Installer ignores a fourth.")
    if any(int(part) > most for part, most in zip(parts, _NEWEST, strict=True)):
        raise ValueError(f"The version {version} is higher than Windows Installer can compare.")
    return version


def source(version: str, payload: Path) -> str:
    """The WiX document of `version`, which installs everything under `payload`."""
    wix = Xml.Element("Wix", xmlns="http://schemas.microsoft.com/wix/2006/wi")
    product = Xml.SubElement(
        wix,
        "Product",
        Id=product_code(version),
        Name=NAME,
        Language="1033",
        Version=version,
        Manufacturer=MAKER,
        UpgradeCode=str(UPGRADE_CODE).upper(),
    )
    Xml.SubElement(
        product,
        "Package",
        InstallerVersion="500",
        Compressed="yes",
        InstallScope="perMachine",
        Description=f"{NAME} {version}",
        Comments="The hospital's desk",
    )
    Xml.SubElement(product, "Media", Id="1", Cabinet="hms.cab", EmbedCab="yes")
    Xml.SubElement(
        product,
        "MajorUpgrade",
        DowngradeErrorMessage=f"A newer version of {NAME} is installed; remove it first to go back.",
    )
    needed = Xml.SubElement(product, "Condition", Message="64-bit Windows 10 or newer is needed.")
    needed.text = "Installed OR VersionNT64 >= 603"  # Windows 10 and 11 call themselves 603 here
    Xml.SubElement(product, "Icon", Id=ICON.name, SourceFile=ICON.name)
    for name, value in (("ARPNOMODIFY", "1"), ("ARPPRODUCTICON", ICON.name), ("REINSTALLMODE", "amus")):
        Xml.SubElement(product, "Property", Id=name, Value=value)
    for kept in tables.KEPT:
        _search(product, kept)
    _folders(product, payload)
    _components(product, payload)
    Xml.indent(wix)
    return Xml.tostring(wix, encoding="unicode", xml_declaration=True) + "\n"


def _search(product: Xml.Element, kept: tables.Kept) -> None:
    found = Xml.SubElement(product, "Property", Id=kept.found)
    Xml.SubElement(
        found,
        "RegistrySearch",
        Id=f"Find.{kept.property}",
        Root="HKLM",
        Key=kept.key,
        Name=kept.value,
        Type="raw",
        Win64="yes",
    )


def _folders(product: Xml.Element, payload: Path) -> None:
    top = Xml.SubElement(product, "Directory", Id="TARGETDIR", Name="SourceDir")
    for place, id_, name in (
        ("ProgramFiles64Folder", "INSTALLDIR", NAME),
        ("ProgramMenuFolder", "MenuFolder", "HMS"),
        ("CommonAppDataFolder", "StationFolder", "HMS"),
    ):
        own = Xml.SubElement(Xml.SubElement(top, "Directory", Id=place), "Directory", Id=id_, Name=name)
        if id_ == "INSTALLDIR":
            _folders_in(payload, own, payload)


def _folders_in(folder: Path, element: Xml.Element, payload: Path) -> None:
    for inner in sorted(path for path in folder.iterdir() if path.is_dir()):
        _folders_in(
            inner, Xml.SubElement(element, "Directory", Id=_folder_id(inner, payload), Name=inner.name), payload
        )


def _folder_id(folder: Path, payload: Path) -> str:
    return "INSTALLDIR" if folder == payload else f"dir.{_mark(folder, payload)}"


def _mark(path: Path, payload: Path) -> str:
    """What stands for `path` in the tables, whose keys hold no slash."""
    return sha256(path.relative_to(payload).as_posix().encode()).hexdigest()[:32]


def _components(product: Xml.Element, payload: Path) -> None:
    feature = Xml.SubElement(product, "Feature", Id="Whole", Level="1", Title=NAME)

    def component(name: str, folder: str) -> Xml.Element:
        Xml.SubElement(feature, "ComponentRef", Id=name)
        where = Xml.SubElement(product, "DirectoryRef", Id=folder)
        return Xml.SubElement(where, "Component", Id=name, Guid=identity(f"component/{name}"), Win64="yes")

    for file in sorted(path for path in payload.rglob("*") if path.is_file()):
        mark = _mark(file, payload)
        owner = component(f"file.{mark}", _folder_id(file.parent, payload))
        Xml.SubElement(owner, "File", Id=f"file.{mark}", Source=file.as_posix(), KeyPath="yes")
    for setting in tables.SETTINGS:
        _registry(
            component(setting.component, "INSTALLDIR"), tables.SETTINGS_KEY, setting.value, f"[{setting.property}]"
        )
    _registry(component("Folder", "INSTALLDIR"), tables.INSTALLED_KEY, "Folder", "[INSTALLDIR]")
    _registry(component("StartWithWindows", "INSTALLDIR"), tables.RUN_KEY, NAME, f'"[INSTALLDIR]{tables.PROGRAM}"')
    menu = component("Shortcuts", "MenuFolder")
    for shortcut in tables.SHORTCUTS:
        Xml.SubElement(
            menu,
            "Shortcut",
            Id=shortcut.id,
            Directory="MenuFolder",
            Name=shortcut.words,
            Description=shortcut.tip,
            Target=f"[INSTALLDIR]{tables.PROGRAM}",
            Arguments=f"--open {shortcut.opens}",
            WorkingDirectory="INSTALLDIR",
        )
    Xml.SubElement(menu, "RemoveFolder", Id="MenuFolder", On="uninstall")
    _registry(menu, tables.INSTALLED_KEY, "Shortcuts", "1")
    Xml.SubElement(component("StationFolder", "StationFolder"), "CreateFolder")


def _registry(component: Xml.Element, key: str, name: str, value: str) -> None:
    """Flat, because wixl writes a trailing backslash where a RegistryValue stands inside a RegistryKey."""
    Xml.SubElement(
        component, "RegistryValue", Root="HKLM", Key=key, Name=name, Type="string", Value=value, KeyPath="yes"
    )


if __name__ == "__main__":
    sys.stdout.write(source(checked(sys.argv[1]), Path(sys.argv[2])))
