"""What this workstation remembers between two starts: look, language, scanner, who came last, and in which room."""

import contextlib
import json
import logging
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from hms_desktop.core.setting_table import THEMES
from hms_desktop.core.settings import Server

_log = logging.getLogger(__name__)


@dataclass
class Remembered:
    """Choices of the people at this workstation, kept in one small file; a broken file means no choices yet."""

    file: Path
    theme: str = ""
    language: str = ""
    last_login: str = ""
    scanner: str = ""
    """The serial line of this workstation's scanner, port[@baud]; empty where it has none or it types."""
    told_release: str = ""
    """The day, and the version that somebody here was told of on it, as `2026-11-23 0.2.0`."""
    rooms: dict[str, int] = field(default_factory=dict)

    @classmethod
    def load(cls, file: Path) -> "Remembered":
        try:
            kept = json.loads(file.read_text("utf-8"))
        except FileNotFoundError:
            kept = {}
        except (OSError, ValueError) as error:
            _log.warning("the remembered choices could not be read: %s", type(error).__name__)
            kept = {}
        kept = kept if isinstance(kept, dict) else {}
        rooms = kept.get("rooms")
        return cls(
            file=file,
            theme=kept["theme"] if kept.get("theme") in THEMES else "",
            language=_text(kept.get("language")),
            last_login=_text(kept.get("last_login")),
            scanner=_text(kept.get("scanner")),
            told_release=_text(kept.get("told_release")),
            rooms={str(key): room for key, room in rooms.items() if isinstance(room, int)}
            if isinstance(rooms, dict)
            else {},
        )

    def room_at(self, server: Server) -> int | None:
        """The id of the room chosen last at this workstation, for the database of `server`."""
        return self.rooms.get(_place(server))

    def sit_in(self, server: Server, room_id: int | None) -> None:
        if room_id is None:
            self.rooms.pop(_place(server), None)
        else:
            self.rooms[_place(server)] = room_id
        self.save()

    def save(self) -> None:
        """Write the choices; where the disk refuses, they are simply not remembered."""
        kept = {name: value for name, value in asdict(self).items() if name != "file"}
        with contextlib.suppress(OSError):
            self.file.parent.mkdir(parents=True, exist_ok=True)
            fresh = self.file.with_suffix(".new")
            fresh.write_text(json.dumps(kept, indent=1), "utf-8")
            fresh.replace(self.file)


def _place(server: Server) -> str:
    return f"{server.dbname}@{server.host}"


def _text(value: Any) -> str:
    return value[:100] if isinstance(value, str) else ""
