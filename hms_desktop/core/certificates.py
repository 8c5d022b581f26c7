"""Which certificate a PostgreSQL server shows, and how long it is still good, asked of the server itself."""

import contextlib
import datetime as dt
import socket
import ssl
import struct

from cryptography import x509

from hms_desktop.core.settings import Server

PATIENCE_SECONDS = 5.0
_SSL_REQUEST = struct.pack("!ii", 8, 80877103)  # protocol-flow, "SSL Session Encryption" in PostgreSQL's manual


def days_left(server: Server, now: dt.datetime) -> float | None:
    """Days until the server's certificate is no longer valid (below 0: it is not); None where it uses none.

    Raises OSError where the server does not answer.
    """
    certificate = shown_by(server)
    return None if certificate is None else (certificate.not_valid_after_utc - now).total_seconds() / 86400


def shown_by(server: Server) -> x509.Certificate | None:
    """The certificate that the server shows; None where it uses none.

    It is looked at, not trusted: the connection ends before anything is said over it. Raises OSError where the server
    does not answer.
    """
    with contextlib.closing(_greeted(server)) as plain:
        if plain.recv(1) != b"S":
            return None
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        context.check_hostname = False
        context.verify_mode = ssl.CERT_NONE  # an expired one is what is looked for; nothing is sent over it
        with context.wrap_socket(plain, server_hostname=server.host) as secured:
            shown = secured.getpeercert(binary_form=True)
    return None if shown is None else x509.load_der_x509_certificate(shown)


def _greeted(server: Server) -> socket.socket:
    opened = socket.create_connection((server.host, server.port), timeout=PATIENCE_SECONDS)
    opened.sendall(_SSL_REQUEST)
    return opened
