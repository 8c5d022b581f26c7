"""One connection to the server: how it is opened, how long it may be silent, and how a silent one is cut."""

import contextlib
import os
import re
import socket
import sys
from collections.abc import Mapping
from typing import Any

import psycopg

from hms_desktop.core.errors import HmsError, Misconfigured, Refused, Unreachable
from hms_desktop.core.settings import Server
from hms_desktop.core.storable import unstorable

# Seconds and milliseconds measured against a network that swallows packets: keepalives notice an idle connection,
# tcp_user_timeout one with unsent data; neither is enough alone.
_NETWORK: dict[str, Any] = {
    "connect_timeout": 3,
    "keepalives": 1,
    "keepalives_idle": 5,
    "keepalives_interval": 2,
    "keepalives_count": 3,
    "tcp_user_timeout": 5000,
}
STATEMENT_SECONDS = 10
LOCK_SECONDS = 3
IDLE_IN_TRANSACTION_SECONDS = 30
WRONG = "The name or the password is not right; type both again."
NO_ADDRESS = "This cannot be the address of a server or one of its names; type it again."


def connect(
    server: Server,
    *,
    application: str,
    workstation: str = "",
    autocommit: bool = False,
    patient: bool = False,
    pooled: bool = False,
) -> psycopg.Connection[Any]:
    """Open a connection as the person that `server` names.

    `patient` leaves out the time limits of one statement, for migrations and imports. `pooled` says that a pooler
    answers at the other end: it takes no options, so each transaction begins with `told_at_begin`.
    Raises Refused (wrong password), Misconfigured (certificate, database) or Unreachable.
    """
    told = _told(workstation, {} if patient else _limits())
    options = "" if pooled else " ".join(f"-c {name}={value}" for name, value in told.items())
    parameters = server.parameters()
    if pooled:
        # PgBouncer proves itself by its certificate, and has no channel to bind the password to.
        parameters |= {"prepare_threshold": None} | ({"channel_binding": "prefer"} if not server.local else {})
    _check_signs(parameters)
    try:
        return psycopg.connect(
            **parameters,
            **_NETWORK,
            application_name=application,
            options=options,
            autocommit=autocommit,
        )
    except psycopg.Error as error:
        raise connection_error(error) from error
    except UnicodeError:  # what Python says of a host name that can be none
        raise Misconfigured("server.address", NO_ADDRESS) from None


def parameters(server: Server, *, application: str, schema: str) -> dict[str, Any]:
    """What libpq is told by a library that opens connections of its own, which look for names in `schema` first.

    Raises Refused or Misconfigured where a value could mean something else to libpq.
    """
    options = " ".join(f"-c {name}={value}" for name, value in {**_told("", _limits()), "search_path": schema}.items())
    found = server.parameters()
    _check_signs(found)
    return {**found, **_NETWORK, "application_name": application, "options": options}


def told_at_begin(workstation: str) -> str:
    """What every transaction of a pooled connection says first; it holds for that transaction alone.

    `hms.unit` tells a procedure that its unit of work is one transaction, so that it must not commit by itself.
    """
    said = {**_told(workstation, _limits()), "hms.unit": "transaction"}
    return "; ".join(f"SET LOCAL {name} = '{value}'" for name, value in said.items())


def _told(workstation: str, limits: Mapping[str, str]) -> dict[str, str]:
    named = {"hms.workstation": plain_name(workstation), "TimeZone": "UTC", **limits}
    return {name: value for name, value in named.items() if value}


def _limits() -> dict[str, str]:
    return {
        "statement_timeout": f"{STATEMENT_SECONDS}s",
        "lock_timeout": f"{LOCK_SECONDS}s",
        "idle_in_transaction_session_timeout": f"{IDLE_IN_TRANSACTION_SECONDS}s",
    }


def _check_signs(parameters: Mapping[str, Any]) -> None:
    """Refuse a NUL, where libpq would stop reading (before `sslmode`, perhaps), and half a character."""
    for name, value in parameters.items():
        if isinstance(value, str) and unstorable(value):
            if name in ("user", "password"):
                raise Refused("sign_in.wrong", WRONG)
            raise Misconfigured("server.address", NO_ADDRESS)


def plain_name(name: str) -> str:
    """`name` without anything that an option string or a log line could take for more than a name; ≤ 60 characters."""
    return re.sub(r"[^\w.-]+", "-", name, flags=re.ASCII)[:60]


def cut(connection: psycopg.Connection[Any]) -> None:
    """End a silent connection from another thread: whoever waits on it wakes at once with an error."""
    with contextlib.suppress(OSError, psycopg.Error):
        held = connection.fileno()
        if sys.platform == "win32":
            wire = socket.socket(fileno=held)
            try:
                wire.shutdown(socket.SHUT_RDWR)
            finally:
                wire.detach()
        else:
            with socket.socket(fileno=os.dup(held)) as wire:
                wire.shutdown(socket.SHUT_RDWR)


_WHY_NOT: tuple[tuple[str, type[HmsError], str, str], ...] = (
    (
        "LDAP authentication failed",  # whatever the reason is: the server says it in its log alone
        Refused,
        "sign_in.directory",
        "The hospital's directory did not take this name and password, or it does not answer; type both again, "
        "or ask IT.",
    ),
    (
        "GSSAPI authentication failed",
        Refused,
        "sign_in.other_ticket",
        "This computer's own session is not that of this name; type the name that you signed in to the computer with.",
    ),
    (
        "authentication not supported",  # a libpq that was built without it
        Misconfigured,
        "server.no_kerberos",
        "This program cannot use the hospital's Kerberos on this PC; ask IT.",
    ),
    (
        "not found in Kerberos database",  # MIT's words
        Misconfigured,
        "server.unknown_to_kerberos",
        "The hospital's Kerberos does not know this server; ask IT.",
    ),
    (
        "Cannot contact any KDC",
        Unreachable,
        "sign_in.kerberos_away",
        "The hospital's Kerberos does not answer; check the network, or ask IT.",
    ),
    *(
        (
            library,
            Refused,
            "sign_in.no_ticket",
            "This computer holds no Kerberos ticket for you, or it has ended; sign in to the computer anew, "
            "then try again.",
        )
        for library in ("GSSAPI", "SSPI")
    ),
    (
        "authentication failed",
        Refused,
        "sign_in.wrong",
        WRONG,
    ),
    (
        "no password supplied",
        Refused,
        "sign_in.wrong",
        WRONG,
    ),
    (
        "is not permitted to log in",
        Refused,
        "sign_in.closed",
        "This account may not sign in; ask an administrator.",
    ),
    (
        "channel binding",
        Misconfigured,
        "server.untrusted",
        "The server cannot prove who it is; nothing was sent to it. Ask IT.",
    ),
    (
        "root certificate file",
        Misconfigured,
        "server.no_certificate",
        "The certificate file of the hospital's server is missing on this PC; ask IT for it.",
    ),
    (
        "certificate",
        Misconfigured,
        "server.untrusted",
        "The server's certificate is not the hospital's; nothing was sent to it. Check the address, or ask IT.",
    ),
    (
        "does not support SSL",
        Misconfigured,
        "server.untrusted",
        "The server does not encrypt its connections; nothing was sent to it. Ask IT.",
    ),
    (
        "pg_hba.conf",
        Misconfigured,
        "server.not_from_here",
        "The server does not let this PC or this account in; ask IT to allow it.",
    ),
    (
        "too many",  # PostgreSQL
        Unreachable,
        "server.full",
        "The server has no free connection now; try again in a moment or tell IT.",
    ),
    (
        "no more connections allowed",  # PgBouncer
        Unreachable,
        "server.full",
        "The server has no free connection now; try again in a moment or tell IT.",
    ),
)


def connection_error(error: psycopg.Error) -> HmsError:
    """The sentence for a connection that did not come about; libpq tells the cause only in words."""
    text = str(error)
    if re.search(r'database ".*" does not exist', text):
        return Misconfigured("server.no_database", "This server has no such database; check its name with IT.")
    for mark, kind, code, sentence in _WHY_NOT:
        if mark in text:
            return kind(code, sentence)
    return Unreachable("server.away", "The server does not answer; check the network. What you typed is kept.")
