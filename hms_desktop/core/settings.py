"""Frozen settings of one installed program: defaults, a file, the machine's registry, the environment."""

import os
import re
import socket
import sys
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from typing import Any

LOCAL_HOSTS = frozenset({"", "localhost", "127.0.0.1", "::1"})
THEMES = ("system", "light", "dark", "contrast")
LONGEST_LOCK = 24 * 60
"""Minutes; a lock that comes later is none."""
KNOCKS = ("listen", "relay")
LONGEST_LAG = 3600
"""Seconds; what is older is no answer to a question of today."""
_ADDRESS = re.compile(r"([^\s:]+(:\d{1,5})?|\[[0-9a-fA-F:]+\](:\d{1,5})?)?")
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}([_-][A-Za-z0-9]{2,8})*")


@dataclass(frozen=True)
class Server:
    """Where one PostgreSQL answers and who asks.

    `host` is a name, an address, or a socket folder. Anything that is not this machine is reached with a verified
    certificate (`verify-full`); `sslrootcert` is the PEM file of the hospital's certificate authority.

    A larger hospital names more, each as `host` or `host:port`: a `replica`, which answers reads that may be
    `replica_lag_seconds` old, and a `pooler` (PgBouncer in transaction mode) for everything but listening. Where too
    many would listen, `knocks` is `relay`: a workstation then asks what `hms-admin relay` has heard.
    """

    host: str
    port: int = 5432
    dbname: str = "hms"
    user: str = ""
    password: str = field(default="", repr=False)
    sslrootcert: str = ""
    replica: str = ""
    replica_lag_seconds: int = 5
    pooler: str = ""
    knocks: str = "listen"

    @property
    def local(self) -> bool:
        """True for a socket folder or a loopback address, where the kernel already keeps strangers out."""
        return self.host in LOCAL_HOSTS or self.host.startswith("/")

    @property
    def sslmode(self) -> str:
        return "prefer" if self.local and not self.sslrootcert else "verify-full"

    def signed_in_as(self, user: str, password: str) -> "Server":
        return replace(self, user=user, password=password)

    def at(self, address: str) -> "Server":
        """The same database and login at another `host` or `host:port`, which names nothing further."""
        host, colon, port = address.rpartition(":")
        if colon and port.isdigit():
            return replace(self, host=host.strip("[]"), port=int(port), replica="", pooler="")
        return replace(self, host=address, port=5432, replica="", pooler="")

    def parameters(self) -> dict[str, Any]:
        """The libpq connection parameters of this server."""
        found: dict[str, Any] = {
            "host": self.host,
            "port": self.port,
            "dbname": self.dbname,
            "user": self.user,
            "password": self.password,
            "sslmode": self.sslmode,
        }
        if self.sslmode == "verify-full":
            found["sslrootcert"] = self.sslrootcert or "no-certificate-was-set"
            found["channel_binding"] = "require"
        return found


@dataclass(frozen=True)
class Settings:
    """What one workstation is told; every field has a default that is safe.

    A waiting-room screen plays the films of the folder `videos` where the hospital has no playlist for it, and looks
    into the folder `share` for the films of its playlists before it asks the database for their bytes; `voices` is
    its folder of Piper's voices.
    """

    server: Server | None = None
    workstation: str = field(default_factory=socket.gethostname)
    language: str = "en"
    theme: str = "system"
    lock_after_minutes: int = 10
    videos: str = ""
    voices: str = ""
    share: str = ""


_SERVER_FIELDS = {f.name: f.type for f in fields(Server)}


def load(path: Path | None, environ: Mapping[str, str] = os.environ) -> tuple[Settings, tuple[str, ...]]:
    """The settings from `path` (TOML), overridden by `HMS_…` variables; and one sentence for each thing not understood.

    A broken file never stops a program: its defaults apply and the sentence says so.
    """
    messages: list[str] = []
    found = _from_file(path, messages) if path else {}
    found |= _from_machine(messages)
    found |= _from_environment(environ)
    return _settings(found, messages), tuple(messages)


def _from_file(path: Path, messages: list[str]) -> dict[str, Any]:
    try:
        with path.open("rb") as file:
            return _flat(tomllib.load(file))
    except FileNotFoundError:
        return {}
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        messages.append(f"The settings file {path} could not be read ({reason}); defaults are used.")
        return {}


def _flat(tree: Mapping[str, Any]) -> dict[str, Any]:
    """`[server] host` becomes `server_host`."""
    flat: dict[str, Any] = {}
    for key, value in tree.items():
        if isinstance(value, Mapping):
            flat |= {f"{key}_{inner}": leaf for inner, leaf in value.items()}
        else:
            flat[key] = value
    return flat


def _from_machine(messages: list[str]) -> dict[str, Any]:
    """What IT laid down in the Windows registry; a policy stands above the machine's own values."""
    if sys.platform != "win32":
        return {}
    import winreg

    found: dict[str, Any] = {}
    for key in (r"Software\HMS\Desktop", r"Software\Policies\HMS\Desktop"):
        try:
            with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, key, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as opened:
                for index in range(winreg.QueryInfoKey(opened)[1]):
                    name, value, _kind = winreg.EnumValue(opened, index)
                    found[name.lower()] = value
        except FileNotFoundError:
            continue
        except OSError as error:
            messages.append(f"The machine's settings under {key} could not be read ({error.strerror}).")
    return found


def _from_environment(environ: Mapping[str, str]) -> dict[str, Any]:
    return {name[4:].lower(): value for name, value in environ.items() if name.startswith("HMS_")}


def _settings(found: Mapping[str, Any], messages: list[str]) -> Settings:
    plain = {
        f.name: value
        for f in fields(Settings)
        if f.name != "server" and (value := _fitting(f.name, f.type, found, messages)) is not None
    }
    if plain.get("theme", "system") not in THEMES:
        messages.append(f"The setting theme must be one of {', '.join(THEMES)}; the default is used.")
        del plain["theme"]
    if not _LANGUAGE.fullmatch(plain.get("language", "en")):
        messages.append("The setting language must be a language code such as en or pt_BR; the default is used.")
        del plain["language"]
    if not 0 <= plain.get("lock_after_minutes", 0) <= LONGEST_LOCK:
        messages.append(f"The setting lock_after_minutes must be 0 to {LONGEST_LOCK}; the default is used.")
        del plain["lock_after_minutes"]
    return Settings(server=_server(found, messages), **plain)


def _server(found: Mapping[str, Any], messages: list[str]) -> Server | None:
    if not found.get("server_host"):
        return None
    named = {
        name: value
        for name, kind in _SERVER_FIELDS.items()
        if (value := _fitting(f"server_{name}", kind, found, messages)) is not None
    }
    if not 0 < named.get("port", 1) < 65536:
        messages.append("The setting server_port must be 1 to 65535; the default is used.")
        del named["port"]
    for name in ("replica", "pooler"):
        if not _ADDRESS.fullmatch(named.get(name, "")):
            messages.append(f"The setting server_{name} must be a host or host:port; it is not used.")
            del named[name]
    if named.get("knocks", "listen") not in KNOCKS:
        messages.append(f"The setting server_knocks must be one of {', '.join(KNOCKS)}; the default is used.")
        del named["knocks"]
    if not 0 < named.get("replica_lag_seconds", 1) <= LONGEST_LAG:
        messages.append(f"The setting server_replica_lag_seconds must be 1 to {LONGEST_LAG}; the default is used.")
        del named["replica_lag_seconds"]
    return Server(**named) if "host" in named else None


def _fitting(name: str, kind: Any, found: Mapping[str, Any], messages: list[str]) -> Any:
    """The value of setting `name` as `kind` (int or str), or None where it is absent or does not fit."""
    if name not in found:
        return None
    value = found[name]
    try:
        if isinstance(value, (bool, list, dict)):
            raise ValueError
        return int(value) if kind in (int, "int") else str(value)
    except (ValueError, OverflowError):
        wanted = "a whole number" if kind in (int, "int") else "text"
        messages.append(f"The setting {name} must be {wanted}; the default is used.")
        return None
