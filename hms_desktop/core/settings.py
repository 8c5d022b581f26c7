"""Frozen settings of one installed program, put together from every place that may say one."""

import os
import socket
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from hms_desktop.core import places
from hms_desktop.core.setting_places import (
    FILES,
    KEYS,
    MachineRegistry,
    Registry,
    Said,
    from_command_line,
    from_environment,
    from_file,
    from_registry,
)
from hms_desktop.core.setting_table import SETTINGS, Place

LOCAL_HOSTS = frozenset({"", "localhost", "127.0.0.1", "::1"})
_SERVER = "server_"
TYPED = ("server_host", "server_port", "server_dbname", "server_sslrootcert")
"""What a person types of a server, and their settings file keeps."""
_OF_ONE_HOST = ("server_user", "server_password", "server_replica", "server_pooler")


@dataclass(frozen=True)
class Server:
    """Where one PostgreSQL answers and who asks.

    `host` is a name, an address, or a socket folder. Anything that is not this machine is reached with a verified
    certificate (`verify-full`); `sslrootcert` is the PEM file of the hospital's certificate authority.

    A larger hospital names more, each as `host` or `host:port`: a `replica`, which answers reads that may be
    `replica_lag_seconds` old, and a `pooler` (PgBouncer in transaction mode) for everything but listening. Where too
    many would listen, `knocks` is `relay`: a workstation then asks what `hms-admin relay` has heard. Where the
    hospital's `directory` checks passwords (LDAP, Kerberos), `accounts` says so.
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
    accounts: str = "own"

    @property
    def local(self) -> bool:
        """True for a socket folder or a loopback address, where the kernel already keeps strangers out."""
        return self.host in LOCAL_HOSTS or self.host.startswith("/")

    @property
    def by_directory(self) -> bool:
        """Whether the hospital's directory knows people's passwords, and not this server."""
        return self.accounts == "directory"

    @property
    def sslmode(self) -> str:
        return "prefer" if self.local and not self.sslrootcert else "verify-full"

    @property
    def certificate_file(self) -> str:
        """`sslrootcert` as libpq is told it, which takes the bare word `system` for its TLS library's own authorities.

        Those are in a folder that no hospital has, so that word is the name of a file as any other one.
        """
        return f"./{self.sslrootcert}" if self.sslrootcert == "system" else self.sslrootcert

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
            found["sslrootcert"] = self.certificate_file or "no-certificate-was-set"
            # LDAP and Kerberos cannot bind, and libpq refuses them where binding is required.
            found["channel_binding"] = "prefer" if self.by_directory else "require"
            found["gssencmode"] = "disable"  # a Kerberos ticket would make libpq ask for its own encryption before TLS
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


@dataclass(frozen=True)
class Value:
    """What a setting is, and the place that said it: a file, a key of the registry, the command line."""

    value: str | int
    place: Place
    where: str


@dataclass(frozen=True)
class Station:
    """The settings of this station; which place said each of them, by flat name; a sentence for what was no good."""

    settings: Settings
    values: Mapping[str, Value] = field(default_factory=dict)
    messages: tuple[str, ...] = ()

    def laid_down(self, name: str) -> str:
        """Where `name` was said for this machine, so that a person's own settings file changes nothing; or ""."""
        return self._where(name, (Place.STATION, Place.MACHINE, Place.POLICY, Place.COMMAND_LINE))

    def bound(self, name: str) -> str:
        """Where `name` was said so that it leaves the people here no choice; or ""."""
        return self._where(name, (Place.POLICY, Place.COMMAND_LINE))

    def _where(self, name: str, said_by: Collection[Place]) -> str:
        value = self.values.get(name)
        return value.where if value is not None and value.place in said_by else ""

    def moved_to(self, server: Server) -> "Station":
        """The same station at `server`, whose host, port, database and certificate a person has typed.

        What else was said of servers goes along; of the former one's own only where it is the same host.
        """
        known = self.settings.server
        same = known is not None and known.host == server.host
        along: dict[str, Any] = {
            name.removeprefix(_SERVER): said.value
            for name, said in self.values.items()
            if name.startswith(_SERVER) and name not in TYPED and (same or name not in _OF_ONE_HOST)
        }
        return replace(self, settings=replace(self.settings, server=replace(server, **along)))


def load(path: Path | None, environ: Mapping[str, str] = os.environ) -> tuple[Settings, tuple[str, ...]]:
    """What one settings file and the environment say, and one sentence for each thing not understood.

    A broken file never stops a program: its defaults apply and the sentence says so.
    """
    messages: list[str] = []
    said = [from_file(Place.OWN_FILE, path, messages)] if path else []
    station = _settled([*said, from_environment(environ)], messages)
    return station.settings, station.messages


def load_station(
    *,
    named: Sequence[Path] = (),
    said: Sequence[tuple[str, str]] = (),
    own_file: Path | None = None,
    environ: Mapping[str, str] = os.environ,
    folder: Path | None = None,
    registry: Registry | None = None,
) -> Station:
    """Everything that may be said of this station, in the order of `Place`.

    `named` are files that the command line names, the last one the highest; `said` is what stood behind `--set`.
    `own_file`, `folder` and `registry` are this user's and this machine's where they are not given.
    """
    messages: list[str] = []
    folder = folder or places.station_folder()
    by_registry = KEYS if registry is not None or os.name == "nt" else ()
    registry = registry or MachineRegistry()
    told = [
        from_file(Place.OWN_FILE, own_file or places.settings_file(), messages),
        from_environment(environ),
        *(
            from_registry(place, registry, messages)
            if place in by_registry
            else from_file(place, folder / FILES[place], messages)
            for place in sorted(FILES)
        ),
    ]
    told += [from_file(Place.NAMED_FILE, path, messages) for path in named]
    return _settled([*told, from_command_line(said)], messages)


def default_of(name: str) -> str | int:
    """What setting `name` is where no place says it."""
    of_server = name.removeprefix(_SERVER)
    found: str | int = getattr(Settings() if of_server == name else Server(host=""), of_server)
    return found


def _settled(said: Iterable[Said], messages: list[str]) -> Station:
    """The highest place's word for each setting; `said` is in rising order."""
    chosen: dict[str, Value] = {}
    for one in said:
        values = _understood(one, messages)
        if _another_host(chosen, values):
            for name in _OF_ONE_HOST:
                chosen.pop(name, None)
        chosen |= values
    return Station(_settings({name: value.value for name, value in chosen.items()}), chosen, tuple(messages))


def _another_host(before: Mapping[str, Value], now: Mapping[str, Value]) -> bool:
    """True where `now` leads elsewhere: the former server's login, replica and pooler are then nobody's."""
    former, host = before.get("server_host"), now.get("server_host")
    return former is not None and host is not None and former.value != host.value


def _understood(said: Said, messages: list[str]) -> dict[str, Value]:
    """What `said` says of settings that there are, where it may say it, and as it may be."""
    found: dict[str, Value] = {}
    for name, raw in said.values.items():
        setting = SETTINGS.get(name)
        if setting is None:
            if said.strict:
                messages.append(f"There is no setting {name}, which {said.where} names; it is not used.")
        elif said.place not in setting.places:
            messages.append(
                f"The setting {name} belongs in a file that its program alone may read; what {said.where} says "
                "is not used."
            )
        else:
            try:
                found[name] = Value(setting.kind.taken(raw), said.place, said.where)
            except (ValueError, OverflowError):
                messages.append(
                    f"The setting {name} ({said.where}) must be {setting.kind.limits}; "
                    "what another place says, or the default, is used."
                )
    return found


def _settings(found: Mapping[str, Any]) -> Settings:
    server = {name.removeprefix(_SERVER): value for name, value in found.items() if name.startswith(_SERVER)}
    plain = {name: value for name, value in found.items() if not name.startswith(_SERVER)}
    return Settings(server=Server(**server) if server.get("host") else None, **plain)
