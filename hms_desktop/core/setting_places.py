"""The places where a setting may be said: files, the Windows registry, the environment and the command line."""

import argparse
import os
import stat
import sys
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

from hms_desktop.core.setting_table import Place, flat, named

KEYS: Mapping[Place, str] = {
    Place.POLICY: r"Software\Policies\HMS\Desktop",
    Place.MACHINE: r"Software\HMS\Desktop",
}
"""Under HKEY_LOCAL_MACHINE, in the view of 64-bit programs."""
FILES: Mapping[Place, str] = {
    Place.POLICY: "policy.toml",
    Place.MACHINE: "machine.toml",
    Place.STATION: "station.toml",
}
"""In the folder `places.station_folder()`; the registry stands in for the first two on Windows."""
ENVIRONMENT = "HMS_"


@dataclass(frozen=True)
class Said:
    """What one place says: raw values by flat name, and the place as people know it (`where`).

    Of a `strict` place a name that no setting has is a slip of IT's pen; other files hold more than settings.
    """

    place: Place
    where: str
    values: Mapping[str, Any]
    strict: bool = False


class Registry(Protocol):
    """A registry that can be read: the machine's own, or a test's."""

    def values(self, key: str) -> Iterable[tuple[str, Any]]:
        """Names and values of a key under HKEY_LOCAL_MACHINE. Raises FileNotFoundError or another OSError."""


class MachineRegistry:
    """This machine's registry; without any key where there is none."""

    def values(self, key: str) -> Iterable[tuple[str, Any]]:
        if sys.platform != "win32":
            raise FileNotFoundError(key)
        import winreg

        access = winreg.KEY_READ | winreg.KEY_WOW64_64KEY
        with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key, 0, access) as opened:
            found = [winreg.EnumValue(opened, index) for index in range(winreg.QueryInfoKey(opened)[1])]
        return [
            (name, winreg.ExpandEnvironmentStrings(value) if kind == winreg.REG_EXPAND_SZ else value)
            for name, value, kind in found
        ]


def from_registry(place: Place, registry: Registry, messages: list[str]) -> Said:
    """What the key of `place` says. An empty text is no value: so the installer writes what nobody told it."""
    key = rf"HKEY_LOCAL_MACHINE\{KEYS[place]}"
    try:
        values = {name.lower(): value for name, value in registry.values(KEYS[place]) if value != ""}
    except FileNotFoundError:
        values = {}
    except OSError as error:
        messages.append(f"The machine's settings under {key} could not be read ({error.strerror}); the rest is used.")
        values = {}
    return Said(place, key, values)


def from_file(place: Place, path: Path, messages: list[str]) -> Said:
    """What a settings file (TOML) says; nothing where it is absent or broken, which adds a sentence."""
    strict = place in FILES
    try:
        if strict:
            _keep_from_others(path)
        with path.open("rb") as file:
            return Said(place, str(path), flat(tomllib.load(file)), strict)
    except FileNotFoundError:
        pass
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        messages.append(f"The settings file {path} could not be read ({reason}); defaults are used.")
    return Said(place, str(path), {}, strict)


def _keep_from_others(path: Path) -> None:
    """Whoever may write this file decides where everybody here types a password. Raises OSError, ValueError.

    Windows has no such modes: there the folder's access list, which the installer sets, keeps others out.
    """
    if os.name == "posix" and path.stat().st_mode & stat.S_IWOTH:
        raise ValueError("anybody on this machine may write it; run chmod o-w on it")


def from_environment(environ: Mapping[str, str]) -> Said:
    """The variables HMS_…; for development, so everything that IT lays down stands above them."""
    values = {
        name[len(ENVIRONMENT) :].lower(): value for name, value in environ.items() if name.startswith(ENVIRONMENT)
    }
    return Said(Place.ENVIRONMENT, "environment", values)


def from_command_line(said: Sequence[tuple[str, str]]) -> Said:
    """What stood behind `--set`; of two the later one."""
    return Said(Place.COMMAND_LINE, "command line", dict(said))


def add_set_option(parser: argparse.ArgumentParser | argparse._ArgumentGroup) -> None:
    """`--set server.host=db.example`, as often as wanted; it becomes the list `said`."""
    parser.add_argument(
        "--set",
        dest="said",
        action="append",
        default=[],
        type=_assignment,
        metavar="NAME=VALUE",
        help="one setting for this run, above every other place, as server.host=db.example; may be repeated",
    )


def _assignment(text: str) -> tuple[str, str]:
    name, equals, value = text.partition("=")
    try:
        setting = named(name)
        if Place.COMMAND_LINE not in setting.places:
            raise argparse.ArgumentTypeError(f"{setting.dotted} is not said on a command line, which others can see")
        if not equals:
            raise ValueError(text)
        setting.kind.taken(value)
    except KeyError:
        raise argparse.ArgumentTypeError(f"there is no setting {name!r}; hms-admin settings lists them") from None
    except ValueError:
        raise argparse.ArgumentTypeError(f"{setting.dotted} must be {setting.kind.limits}") from None
    return setting.name, value
