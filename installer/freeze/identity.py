"""What the programs say of themselves to Windows: maker, product, version, and what each of them is for."""

import tomllib
from pathlib import Path
from typing import Any

HOUSE = Path(__file__).resolve().parents[2]
NAME = "HMS Desktop"
MAKER = "HMS"
RIGHTS = "Apache-2.0"
ICON = HOUSE / "resources" / "program" / "hms.ico"
PURPOSES = {
    "hms-desktop": "HMS Desktop",
    "hms-admin": "HMS for hospital IT",
    "hms-kiosk": "HMS waiting-room screen",
    "hms-keeper": "HMS keeper of the embedded database",
}
"""What Windows shows of each program in its task manager and in a file's properties."""
_NEUTRAL, _UNICODE = 0, 1200
"""Of no language, in UTF-16."""


def version() -> str:
    """The project's, which is written down in pyproject.toml alone."""
    with (HOUSE / "pyproject.toml").open("rb") as file:
        return str(tomllib.load(file)["project"]["version"])


def words(program: str) -> dict[str, str]:
    """The texts of a program's version resource, by the names that Windows gives them; KeyError for another's name."""
    return {
        "CompanyName": MAKER,
        "FileDescription": PURPOSES[program],
        "FileVersion": version(),
        "InternalName": program,
        "LegalCopyright": RIGHTS,
        "OriginalFilename": f"{program}.exe",
        "ProductName": NAME,
        "ProductVersion": version(),
    }


def resource(program: str) -> Any:
    """The version resource as PyInstaller puts it into a program; can be made on Windows alone."""
    from PyInstaller.utils.win32 import versioninfo

    numbers = (*map(int, version().split(".")), 0)
    texts = [versioninfo.StringStruct(name, text) for name, text in words(program).items()]
    table = versioninfo.StringTable(f"{_NEUTRAL:04X}{_UNICODE:04X}", texts)
    languages = versioninfo.VarStruct("Translation", [_NEUTRAL, _UNICODE])
    return versioninfo.VSVersionInfo(
        ffi=versioninfo.FixedFileInfo(filevers=numbers, prodvers=numbers),
        kids=[versioninfo.StringFileInfo([table]), versioninfo.VarFileInfo([languages])],
    )
