"""How a waiting-room screen gets its login, and the settings file that holds it for its owner only."""

import errno
import os
import secrets
from pathlib import Path
from uuid import UUID, uuid4

import psycopg
from sqlalchemy.orm import Session

from hms_desktop.clinic.displays import actions as displays
from hms_desktop.clinic.operations import installing
from hms_desktop.core.database import Database
from hms_desktop.core.settings import Server

_ESCAPES = {'"': '\\"', "\\": "\\\\"}


def set_up(database: Database, name: str, settings: Path) -> Server:
    """Give the screen `name` (made where there is none) a new secret and write its settings file.

    `database` is signed in as an administrator. Raises Refused; OSError where the file cannot be written, before
    anything is changed.
    """
    _try_to_write(settings)
    password = secrets.token_urlsafe(24)
    made = database.run_now(_with_verifier, intent=uuid4(), name=name, password=password)
    server = database.server.signed_in_as(made.login, password)
    write_settings(settings, server, workstation=name)
    return server


def _with_verifier(session: Session, *, intent: UUID, name: str, password: str) -> displays.KioskLogin:
    """The secret becomes its verifier here, so that it never travels; SCRAM does not salt with the login's name."""
    raw = session.connection().connection.driver_connection
    assert isinstance(raw, psycopg.Connection)  # noqa: S101 - tells the type checker which driver this is
    made = installing.verifier(raw, "kiosk", password)
    return displays.set_up_kiosk(session, intent=intent, name=name, verifier=made)


def write_settings(path: Path, server: Server, *, workstation: str) -> None:
    """A settings file as core.settings reads it, readable by its owner only, whole or not at all."""
    told: dict[str, str | int] = {
        "host": server.host,
        "port": server.port,
        "dbname": server.dbname,
        "user": server.user,
        "password": server.password,
        "sslrootcert": server.sslrootcert,
    }
    lines = [f"workstation = {_toml(workstation)}", "", "[server]"]
    lines += [f"{name} = {_toml(value)}" for name, value in told.items() if value != ""]
    write_secret(path, "\n".join([*lines, ""]))


def _try_to_write(path: Path) -> None:
    """Raises OSError where no file can be made beside `path`, or `path` is a folder."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    probe = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    write_secret(probe, "")
    probe.unlink()


def write_secret(path: Path, text: str) -> None:
    """Write `text` to a file that only its owner can read; an older file of that name is replaced at once."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _toml(value: str | int) -> str:
    """A TOML value: a number, or a basic string with its control characters escaped (TOML 1.0, "String")."""
    if isinstance(value, int):
        return str(value)
    written = (
        _ESCAPES.get(sign) or (f"\\u{ord(sign):04X}" if ord(sign) < 32 or ord(sign) == 127 else sign) for sign in value
    )
    return '"' + "".join(written) + '"'
