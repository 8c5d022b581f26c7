"""How a command finds its server, signs in, and asks for passwords: never on the command line, never shown."""

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from hms_desktop.clinic.operations import installing
from hms_desktop.clinic.records import queries
from hms_desktop.core import places, settings
from hms_desktop.core.database import Database
from hms_desktop.core.errors import Misconfigured, Refused
from hms_desktop.core.setting_places import add_set_option
from hms_desktop.core.settings import Server

NO_SETTINGS = 2  # exit code


class NoServer(Misconfigured):
    """The program was not told where the hospital's server is."""


def add_options(parser: argparse.ArgumentParser, *, whose: str, flag: str = "--settings") -> None:
    """The options of every command that talks to a server; `whose` login is needed."""
    where = add_places(parser, flag)
    where.add_argument("--login", metavar="LOGIN", help=f"sign in as {whose}; default: server.user of the settings")
    where.add_argument(
        "--login-password-file",
        type=Path,
        metavar="FILE",
        help="the first line is that login's password; else HMS_SERVER_PASSWORD, the settings, PGPASSFILE, or asked",
    )


def add_places(parser: argparse.ArgumentParser, flag: str = "--settings") -> argparse._ArgumentGroup:
    """The options that say settings; the group they stand in."""
    where = parser.add_argument_group("server")
    where.add_argument(
        flag,
        dest="settings",
        type=Path,
        metavar="FILE",
        help=f"TOML with [server] host, port, dbname, user, sslrootcert (default: {places.settings_file()}); "
        "it stands above what policies and this machine say",
    )
    add_set_option(where)
    return where


def server_of(options: argparse.Namespace) -> Server:
    """The server of the settings, signed in. Raises NoServer, Misconfigured or Refused."""
    server = place_of(options)
    if options.login:
        password = server.password if server.user in ("", options.login) else ""
        server = server.signed_in_as(options.login, password)
    if not server.user:
        raise Misconfigured("settings.no_login", "Say who you are with --login, or set server.user in the settings.")
    if options.login_password_file:
        return server.signed_in_as(server.user, from_file(options.login_password_file))
    if not server.password and "PGPASSFILE" not in os.environ and sys.stdin.isatty():
        return server.signed_in_as(server.user, getpass.getpass(f"Password of {server.user}: "))
    return server


def place_of(options: argparse.Namespace) -> Server:
    """Where the server is, as the settings say. Raises NoServer with one sentence what to set."""
    station = station_of(options)
    for message in station.messages:
        print(message, file=sys.stderr)
    if station.settings.server is None:
        path = options.settings or places.settings_file()
        raise NoServer(
            "settings.no_server",
            f'Set the hospital\'s server first: [server] host = "…" in {path}, or --set server.host=…; '
            "hms-admin settings tells what is set where.",
        )
    return station.settings.server


def station_of(options: argparse.Namespace) -> settings.Station:
    """All settings, with the options' file and `--set` above them. Raises NoServer where there is no such file."""
    if options.settings and not options.settings.is_file():
        raise NoServer("settings.missing", f"There is no settings file {options.settings}.")
    return settings.load_station(named=[options.settings] if options.settings else [], said=options.said)


@contextmanager
def signed_in(options: argparse.Namespace, *, whatever_version: bool = False) -> Iterator[Database]:
    """The database as the login of the options, closed at the end.

    Raises Misconfigured where program and database do not fit, except for a command that works `whatever_version`.
    """
    database = Database(server_of(options), application="hms-admin", pool_size=1)
    try:
        if not whatever_version:
            why = database.read_now(queries.why_unfit, client=installing.program_version())
            if why is not None:
                raise why
        yield database
    finally:
        database.close()


def new_password(whose: str, path: Path | None) -> str:
    """A new password from the first line of a file, or typed twice."""
    if path:
        return from_file(path)
    if not sys.stdin.isatty():
        raise Refused("password.missing", f"Nobody is there to type a password for {whose}; give a --password-file.")
    typed = getpass.getpass(f"New password for {whose}: ")
    if getpass.getpass("Once more: ") != typed:
        raise Refused("password.differs", "The two passwords differ; nothing was changed.")
    return typed


def from_file(path: Path) -> str:
    """The first line of a file. Raises Refused where it cannot be read or holds nothing."""
    try:
        line = path.read_text(encoding="utf-8").split("\n", 1)[0].rstrip("\r")
    except (OSError, UnicodeDecodeError):
        raise Refused("password.file", f"The password file {path} cannot be read.") from None
    if not line:
        raise Refused("password.file", f"The password file {path} has nothing in its first line.")
    return line
