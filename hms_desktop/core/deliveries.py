"""What came of handing a message over: sent, refused, to be tried later, or cut short where nobody knows."""

import ipaddress
import ssl
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Outcome(StrEnum):
    """`UNKNOWN` is a message that the other side may have taken: it must not simply be sent again."""

    SENT = "sent"
    REFUSED = "refused"
    LATER = "later"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Delivery:
    """What came of one message, with a sentence that names nobody."""

    outcome: Outcome
    note: str = ""


@dataclass(frozen=True)
class Letter:
    """A message ready to go. `key` is the same each time that it is sent; `subject` and `files` are for e-mail only."""

    key: str
    recipient: str
    text: str
    subject: str = ""
    files: tuple[Path, ...] = ()


def trust(certificates: str) -> ssl.SSLContext:
    """TLS that checks name and chain, against the system's authorities or those in the PEM file `certificates`."""
    made = ssl.create_default_context(cafile=certificates or None)
    made.minimum_version = ssl.TLSVersion.TLSv1_2
    return made


def is_this_machine(host: str) -> bool:
    """Whether nothing that is said to `host` leaves this machine, so that it may be said without TLS."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"
