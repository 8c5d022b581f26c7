"""Where this suite finds its own files and keeps the user's."""

import os
import sys
from pathlib import Path

import platformdirs

APPLICATION = "hms-desktop"
_HOUSE = Path(getattr(sys, "_MEIPASS", Path(__file__).resolve().parents[2]))


def resources() -> Path:
    """The folder of icons, fonts, themes, sounds and translations that ship with the suite."""
    return _HOUSE / "resources"


def migrations() -> Path:
    """The folder of Alembic's `env.py` and `versions/`."""
    return _HOUSE / "migrations"


def user_data() -> Path:
    """What this user keeps between two starts on this machine."""
    return platformdirs.user_data_path(APPLICATION, appauthor=False)


def user_cache() -> Path:
    """What can be made again."""
    return platformdirs.user_cache_path(APPLICATION, appauthor=False)


def user_memory(name: str) -> Path | None:
    """A folder in memory that no other user can reach and that ends with the session; None where there is none."""
    runtime = os.environ.get("XDG_RUNTIME_DIR")
    return Path(runtime) / APPLICATION / name if runtime else None


def user_log() -> Path:
    return platformdirs.user_log_path(APPLICATION, appauthor=False)


def settings_file() -> Path:
    """The settings file that is read where the command line names none."""
    return platformdirs.user_config_path(APPLICATION, appauthor=False) / "settings.toml"


def station_folder() -> Path:
    """What IT lays down on this machine for everybody who works at it: settings, the authority's certificate."""
    if sys.platform == "win32":
        return Path(os.environ.get("PROGRAMDATA", r"C:\ProgramData")) / "HMS"
    return Path("/etc/hms")
