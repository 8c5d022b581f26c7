"""Writes a settings file as core.settings reads it, and other secrets: whole or not at all, for their owner only."""

import os
import secrets
from dataclasses import fields
from pathlib import Path

from hms_desktop.core.settings import Server, Settings

_ALWAYS = ("host", "port", "dbname")
_ESCAPES = {'"': '\\"', "\\": "\\\\"}


def write_settings(path: Path, settings: Settings) -> None:
    """The workstation's name, whatever is not at its default, and the server with its login. Raises OSError."""
    plain = Settings(workstation="")
    own = [field.name for field in fields(Settings) if field.name != "server"]
    lines = _lines({name: value for name in own if (value := getattr(settings, name)) != getattr(plain, name)})
    if settings.server is not None:
        server = settings.server
        told = {
            field.name: value
            for field in fields(Server)
            if (value := getattr(server, field.name)) != field.default or field.name in _ALWAYS
        }
        lines += ["", "[server]", *_lines(told)]
    write_secret(path, "\n".join([*lines, ""]))


def write_secret(path: Path, text: str) -> None:
    """Write `text` to a file that only its owner can read; an older file of that name is replaced at once."""
    fresh = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    handle = os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    try:
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


def _lines(values: dict[str, str | int]) -> list[str]:
    return [f"{name} = {_toml(value)}" for name, value in values.items()]


def _toml(value: str | int) -> str:
    """A TOML value: a number, or a basic string with its control characters escaped (TOML 1.0, "String")."""
    if isinstance(value, int):
        return str(value)
    written = (
        _ESCAPES.get(sign) or (f"\\u{ord(sign):04X}" if ord(sign) < 32 or ord(sign) == 127 else sign) for sign in value
    )
    return '"' + "".join(written) + '"'
