"""How a new screen asks to be let in, and how an administrator answers; a password is only ever a verifier here."""

from uuid import UUID

import psycopg
import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.displays import rules
from hms_desktop.clinic.displays.actions import KioskLogin
from hms_desktop.core.storable import storable

_ASK = sa.text("SELECT kiosk.ask_to_pair(:code, :verifier, :machine)")
_ACCEPT = sa.text("SELECT hms.accept_pairing(:intent, :code, :name, :login)")
_REFUSE = sa.text("SELECT hms.refuse_pairing(:intent, :code)")
_RENEW = sa.text("SELECT hms.renew_pairing_login(:intent, :verifier)")


def ask_to_pair(session: Session, *, code: str, password: str, machine: str) -> UUID:
    """Ask under `code` to be let in with `password`; the secret handle under which the answer can be read.

    Raises Refused: five requests wait already, 20 came within ten minutes, or the code was used before.
    """
    values = {"code": code, "verifier": verifier_of(session, password), "machine": machine}
    handle: UUID = session.execute(_ASK, values).scalar_one()
    return handle


def accept_pairing(session: Session, *, intent: UUID, code: str, name: str) -> KioskLogin:
    """Let the machine whose screen shows `code` in as the screen `name` (made where there is none).

    A machine that was that screen before is shut out. Raises Refused: no such code, answered already, too old.
    """
    values = {"intent": intent, "code": code, "name": storable(name), "login": rules.kiosk_login(name, intent.hex)}
    made = session.execute(_ACCEPT, values).scalar_one()
    return KioskLogin(made["id"], made["login"])


def refuse_pairing(session: Session, *, intent: UUID, code: str) -> None:
    """Turn the request away; its screen says so. Raises Refused: no such code, answered already, too old."""
    session.execute(_REFUSE, {"intent": intent, "code": code})


def renew_pairing_login(session: Session, *, intent: UUID, password: str) -> None:
    """Give the login in the screens' images a new password: images with the old one can ask no more. Raises Refused."""
    session.execute(_RENEW, {"intent": intent, "verifier": verifier_of(session, password)})


def verifier_of(session: Session, password: str) -> str:
    """The SCRAM verifier of a machine's password, so that the password never travels; no login's name is in it."""
    raw = session.connection().connection.driver_connection
    assert isinstance(raw, psycopg.Connection)  # noqa: S101 - tells the type checker which driver this is
    made: bytes = raw.pgconn.encrypt_password(password.encode(), b"kiosk", b"scram-sha-256")
    return made.decode()
