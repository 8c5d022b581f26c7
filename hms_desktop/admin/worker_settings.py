"""The worker's own part of its settings file: how it works, where messages and backups go; secrets stay in it."""

import os
import stat
import tomllib
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from pathlib import Path
from typing import Any

from hms_desktop.clinic.jobs.sending import Carrier
from hms_desktop.core.errors import Misconfigured
from hms_desktop.core.gateway import Gateway
from hms_desktop.core.mail import MailServer

FORMAT = """\
The settings file (mode 0600) besides [server]; everything has a default:

  [worker]
  at_once = 3              # jobs at once
  tick_seconds = 5         # how often it looks what is due
  heartbeat_seconds = 10   # silent for three of them, its jobs are another worker's
  retry_seconds = 10       # before the second attempt; thrice as long before each next one
  stop_seconds = 20        # how long jobs under way may take when it is told to end

  [messages]
  folder = ""              # the hospital's own words: CODE.json as in resources/messages
  first = "sms"            # or "email": which way is tried first where a patient has both

  [email]                  # without it no e-mail is sent
  host = "mail.hospital.example"
  port = 587
  security = "starttls"    # or "tls" (port 465); "none" to this machine only
  user = "hms"
  password = "…"
  sender = "appointments@hospital.example"
  certificates = ""        # PEM of other authorities than the system's
  seconds = 20             # how long the mail server may be silent

  [sms]                    # without it no SMS is sent; any gateway that takes JSON over HTTPS
  url = "https://gateway.example/messages"
  body = '{"to": "{recipient}", "text": "{text}"}'
  repeat_is_safe = false   # true: the gateway takes each Idempotency-Key once
  certificates = ""
  headers = { Authorization = "Bearer …" }
  seconds = 20             # how long the gateway may be silent

  [reports]
  folder = ""              # where ordered reports are written; default: this user's own data folder

  [backup]                 # without it the worker makes no backup
  folder = "/srv/hms-backups"
  key_file = "/etc/hms/backup.key"              # from `hms-admin backup key`
  password_file = "/etc/hms/hms_backup.password"
  scratch = ""             # where the trial restore lies for a while
"""
"""What --help says of the file."""


@dataclass(frozen=True)
class Pace:
    """`[worker]`: how many jobs at once, and in seconds how often it looks, tells that it lives, and tries again first.

    A job whose worker was silent for three heartbeats is another worker's; `stop_seconds` is how long jobs under way
    may take to end when the worker is told to.
    """

    at_once: int = 3
    tick_seconds: float = 5.0
    heartbeat_seconds: float = 10.0
    retry_seconds: float = 10.0
    stop_seconds: float = 20.0

    @property
    def silence(self) -> float:
        return 3 * self.heartbeat_seconds


@dataclass(frozen=True)
class Messages:
    """`[messages]`: a folder with the hospital's own words, and which way is tried first."""

    folder: str = ""
    first: str = "sms"


@dataclass(frozen=True)
class Reports:
    """`[reports]`: where ordered reports are written."""

    folder: str = ""


@dataclass(frozen=True)
class Backup:
    """`[backup]`: where backups go, their key's file, the password file of hms_backup, and where they are tried."""

    folder: str
    key_file: str
    password_file: str
    scratch: str = ""


@dataclass(frozen=True)
class WorkerSettings:
    """Everything that the file says besides the server; no mail server or gateway where it names none."""

    pace: Pace = Pace()
    messages: Messages = Messages()
    reports: Reports = Reports()
    mail: MailServer | None = None
    gateway: Gateway | None = None
    backup: Backup | None = None

    @property
    def carriers(self) -> dict[str, Carrier]:
        """Who takes messages, by channel; the one that is tried first before the other."""
        known: dict[str, Carrier | None] = {"sms": self.gateway, "email": self.mail}
        order = sorted(known, key=lambda channel: channel != self.messages.first)
        return {channel: carrier for channel in order if (carrier := known[channel]) is not None}


def load(path: Path) -> WorkerSettings:
    """What `path` says; an absent file or section is its defaults.

    Raises Misconfigured with one sentence for the first thing that cannot be so: others may read the file, which may
    hold secrets; it is no TOML; a setting is unknown or of the wrong kind.
    """
    try:
        _keep_private(path)
        tree = tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return WorkerSettings()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) else str(error)
        raise Misconfigured("worker.file", f"The settings file {path} cannot be read: {reason}.") from error
    found = WorkerSettings(
        pace=_read("worker", tree, Pace),
        messages=_read("messages", tree, Messages),
        reports=_read("reports", tree, Reports),
        mail=_read("email", tree, MailServer) if "email" in tree else None,
        gateway=_read("sms", tree, Gateway) if "sms" in tree else None,
        backup=_read("backup", tree, Backup) if "backup" in tree else None,
    )
    for carrier in (found.mail, found.gateway):
        try:
            if carrier is not None:
                carrier.check()
        except ValueError as error:
            raise Misconfigured("worker.setting", str(error)) from error
    return found


def _keep_private(path: Path) -> None:
    """Windows has no such modes: there the folder's access list keeps others out."""
    if os.name == "posix" and path.stat().st_mode & (stat.S_IRWXG | stat.S_IRWXO):
        raise Misconfigured(
            "worker.not_private",
            f"Others on this machine may read {path}, which holds secrets; run chmod 600 on it first.",
        )


def _read(section: str, tree: Mapping[str, Any], kind: type[Any]) -> Any:
    """`kind` made of the values of a section. Raises Misconfigured."""
    found = tree.get(section, {})
    known = {field.name: _KINDS_OF.get(field.type, field.type) for field in fields(kind)}
    for name, value in found.items() if isinstance(found, dict) else [("", found)]:
        if name not in known:
            raise Misconfigured("worker.setting", f"The setting [{section}] {name} is not known; see --help.")
        wanted: Any = (int, float) if known[name] is float else known[name]
        if not isinstance(value, wanted) or (isinstance(value, bool) and known[name] is not bool):
            raise Misconfigured(
                "worker.setting", f"The setting [{section}] {name} must be {_KINDS[known[name]]}; correct it."
            )
        if known[name] in (int, float) and value <= 0:
            raise Misconfigured("worker.setting", f"The setting [{section}] {name} must be above 0; correct it.")
    missing = [one.name for one in fields(kind) if one.default is MISSING and one.default_factory is MISSING]
    for name in missing:
        if name not in found:
            raise Misconfigured("worker.setting", f"The setting [{section}] {name} is missing; see --help.")
    return kind(**found)


_KINDS_OF: Mapping[Any, Any] = {Mapping[str, Any]: dict}
_KINDS: Mapping[Any, str] = {
    int: "a whole number",
    float: "a number",
    str: "text",
    bool: "true or false",
    dict: "a table",
}
