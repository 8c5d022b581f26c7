"""The table of all settings: reading, command lines, Windows policies and IT's book are made from it, or held to it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

THEMES = ("system", "light", "dark", "contrast")
KNOCKS = ("listen", "relay")
ACCOUNTS = ("own", "directory")
LONGEST_LOCK = 24 * 60
"""Minutes; a lock that comes later is none."""
LONGEST_LAG = 3600
"""Seconds; what is older is no answer to a question of today."""
LONGEST_PATH = 1023
_ADDRESS = re.compile(r"([^\s:]+(:\d{1,5})?|\[[0-9a-fA-F:]+\](:\d{1,5})?)?")
_FILE = re.compile(r"(?!system\Z).*", re.DOTALL)  # by that one word libpq means its library's own list of authorities
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*")


class Place(IntEnum):
    """Where a setting may be said; a higher place wins."""

    OWN_FILE = 1
    ENVIRONMENT = 2
    STATION = 3
    MACHINE = 4
    POLICY = 5
    NAMED_FILE = 6
    COMMAND_LINE = 7


ANYWHERE = frozenset(Place)
WHERE_ONLY_ONE_READS = frozenset({Place.OWN_FILE, Place.ENVIRONMENT, Place.NAMED_FILE})
"""For a login and its password: everybody on the machine reads the other places, or sees the command line."""


@dataclass(frozen=True)
class Text:
    """Any text of at most `longest` characters."""

    longest: int

    @property
    def limits(self) -> str:
        return f"text of at most {self.longest} characters"

    def taken(self, raw: object) -> str:
        """`raw` as this kind's value. Raises ValueError where it does not fit."""
        if isinstance(raw, bool) or not isinstance(raw, str | int) or len(str(raw)) > self.longest:
            raise ValueError(raw)
        return str(raw)


@dataclass(frozen=True)
class Pattern:
    """Text of at most `longest` characters that is wholly `form`, which `limits` puts into words."""

    form: re.Pattern[str]
    limits: str
    longest: int = 255

    def taken(self, raw: object) -> str:
        """`raw` as this kind's value. Raises ValueError where it does not fit."""
        value = Text(self.longest).taken(raw)
        if not self.form.fullmatch(value):
            raise ValueError(raw)
        return value


@dataclass(frozen=True)
class Choice:
    """One of a few words; each has what people read."""

    words: Mapping[str, str]

    @property
    def limits(self) -> str:
        return f"one of {', '.join(self.words)}"

    def taken(self, raw: object) -> str:
        """`raw` as this kind's value. Raises ValueError where it does not fit."""
        if not isinstance(raw, str) or raw not in self.words:
            raise ValueError(raw)
        return raw


@dataclass(frozen=True)
class Number:
    """A whole number of `unit` from `least` to `most`."""

    least: int
    most: int
    unit: str = ""

    @property
    def limits(self) -> str:
        return f"a whole number from {self.least} to {self.most}{self.unit and f' ({self.unit})'}"

    def taken(self, raw: object) -> int:
        """`raw`, or the number that its digits write. Raises ValueError where it does not fit."""
        if isinstance(raw, bool) or not isinstance(raw, str | int):
            raise ValueError(raw)
        value = int(raw)
        if not self.least <= value <= self.most:
            raise ValueError(raw)
        return value


Kind = Text | Pattern | Choice | Number


@dataclass(frozen=True)
class Setting:
    """One setting: its flat name, what it may be, its title and one sentence for IT, and who may say it."""

    name: str
    kind: Kind
    title: str
    says: str
    places: frozenset[Place] = ANYWHERE

    @property
    def dotted(self) -> str:
        """As a settings file has it: `server_host` stands as `host` in the table `[server]`."""
        return self.name.replace("server_", "server.", 1)

    @property
    def secret(self) -> bool:
        return self.name.endswith("password")


_RECORDS = (
    Setting(
        "workstation",
        Text(255),
        "Name of the workstation",
        "What the records, the printers and IT's figures call this machine. One name for one machine: leave it out of "
        "what many machines read; it is then the computer's own name.",
    ),
    Setting(
        "language",
        Pattern(_LANGUAGE, "a language code such as en or pt_BR", longest=35),
        "Language",
        "The language of the programs until somebody chooses another one: en or ar at the desk, en, fr, es, ar or hi "
        "in the waiting room. By policy nobody can choose another one.",
    ),
    Setting(
        "theme",
        Choice(dict(zip(THEMES, ("As Windows is set", "Light", "Dark", "High contrast"), strict=True))),
        "Look",
        "The look of the desk until somebody chooses another one. By policy nobody can choose another one.",
    ),
    Setting(
        "lock_after_minutes",
        Number(0, LONGEST_LOCK, "minutes"),
        "Lock the desk after",
        "So many minutes without a key or a click lock the desk; 0 never does.",
    ),
    Setting(
        "server_host",
        Text(255),
        "Server",
        "Name or address of the hospital's PostgreSQL, as its certificate has it.",
    ),
    Setting("server_port", Number(1, 65535), "Port of the server", "Where the hospital's PostgreSQL listens."),
    Setting("server_dbname", Text(63), "Database", "The name of the hospital's database."),
    Setting(
        "server_sslrootcert",
        Pattern(_FILE, f"a path of at most {LONGEST_PATH} characters, and not the word system", longest=LONGEST_PATH),
        "Certificate of the hospital's authority",
        "PEM file of the authority that has signed the server's certificate. A server on another machine is reached "
        "with a verified certificate only.",
    ),
    Setting(
        "server_user",
        Text(63),
        "Login of a program",
        "For programs that nobody signs in to: a screen's, the worker's or the monitor's login, or IT's own.",
        WHERE_ONLY_ONE_READS,
    ),
    Setting(
        "server_password",
        Text(1000),
        "Password of that login",
        "Only ever in a file that its program alone may read (mode 0600).",
        WHERE_ONLY_ONE_READS,
    ),
    Setting(
        "server_accounts",
        Choice(dict(zip(ACCOUNTS, ("PostgreSQL (SCRAM)", "The hospital's directory (LDAP, Kerberos)"), strict=True))),
        "Who checks passwords",
        "directory where lines of pg_hba.conf send staff to the hospital's LDAP or Kerberos, which cannot bind a "
        "password to the connection as PostgreSQL's own SCRAM does.",
    ),
    Setting(
        "server_replica",
        Pattern(_ADDRESS, "host or host:port"),
        "Replica",
        "A second server that answers reports and long lists.",
    ),
    Setting(
        "server_replica_lag_seconds",
        Number(1, LONGEST_LAG, "seconds"),
        "Oldest answer of the replica",
        "A replica that is further behind is not asked.",
    ),
    Setting(
        "server_pooler",
        Pattern(_ADDRESS, "host or host:port"),
        "Pooler",
        "PgBouncer in transaction mode, through which everything but listening goes.",
    ),
    Setting(
        "server_knocks",
        Choice(dict(zip(KNOCKS, ("Each workstation listens", "Workstations ask the relay's table"), strict=True))),
        "How changes are heard of",
        "Beyond some 300 workstations: relay, with hms-admin relay running beside the server.",
    ),
    Setting(
        "videos",
        Text(LONGEST_PATH),
        "Folder of films",
        "A waiting-room screen plays its films where the hospital has no playlist for that screen.",
    ),
    Setting(
        "voices",
        Text(LONGEST_PATH),
        "Folder of voices",
        "Piper's voices for a waiting-room screen; without one espeak-ng speaks.",
    ),
    Setting(
        "share",
        Text(LONGEST_PATH),
        "Folder share with the films of the playlists",
        "A waiting-room screen looks there before it asks the database for a film's bytes.",
    ),
)

SETTINGS: Mapping[str, Setting] = {setting.name: setting for setting in _RECORDS}
"""Every setting by its flat name: also the value in the registry and, in capitals behind HMS_, the variable."""


def named(written: str) -> Setting:
    """The setting that is written `server.host` or `server_host`. Raises KeyError."""
    return SETTINGS[written.strip().lower().replace(".", "_")]


def flat(tree: Mapping[str, Any]) -> dict[str, Any]:
    """A settings file's tree by flat names: `[server] host` becomes `server_host`."""
    found: dict[str, Any] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            found |= {f"{key}_{inner}": leaf for inner, leaf in value.items()}
        else:
            found[key] = value
    return found
