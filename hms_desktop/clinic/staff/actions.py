"""How people get, keep and lose their logins; a password leaves this program only as its SCRAM verifier."""

from collections.abc import Sequence
from uuid import UUID

import psycopg
import sqlalchemy as sa
from sqlalchemy.orm import Session

from hms_desktop.clinic.staff.rules import login_fault, password_fault
from hms_desktop.core.errors import Refused
from hms_desktop.core.storable import storable


def add_staff(
    session: Session, *, intent: UUID, login: str, display_name: str, duties: Sequence[str], password: str
) -> int:
    """Make a login for a new person; their id. Raises Refused (login taken, weak password, no duty)."""
    if fault := login_fault(login):
        raise Refused("staff.login_form", fault)
    result = session.execute(
        sa.text("SELECT hms.add_staff(:intent, :login, :name, CAST(:duties AS text[]), :verifier)"),
        {
            "intent": intent,
            "login": login,
            "name": storable(display_name),
            "duties": list(duties),
            "verifier": _verifier(session, login, password),
        },
    ).scalar_one()
    return int(result["id"])


def save_staff(
    session: Session,
    *,
    intent: UUID,
    person_id: int,
    version: int,
    display_name: str,
    duties: Sequence[str],
    active: bool,
) -> None:
    """Change a person's name, duties, or whether the account is open. Raises Refused (last administrator), Stale."""
    session.execute(
        sa.text("SELECT hms.save_staff(:intent, :id, :version, :name, CAST(:duties AS text[]), :active)"),
        {
            "intent": intent,
            "id": person_id,
            "version": version,
            "name": storable(display_name),
            "duties": list(duties),
            "active": active,
        },
    )


def set_staff_password(session: Session, *, intent: UUID, person_id: int, login: str, password: str) -> None:
    """Give the person of `login` a new password, as an administrator. Raises Refused (weak password)."""
    session.execute(
        sa.text("SELECT hms.set_staff_password(:intent, :id, :verifier)"),
        {"intent": intent, "id": person_id, "verifier": _verifier(session, login, password)},
    )


def change_own_password(session: Session, *, intent: UUID, login: str, password: str) -> None:
    """Give oneself, `login`, a new password. Raises Refused (weak password, an account kept by IT)."""
    session.execute(
        sa.text("SELECT hms.change_own_password(:intent, :verifier)"),
        {"intent": intent, "verifier": _verifier(session, login, password)},
    )


def give_assent(session: Session, *, intent: UUID, subject: str, digest: bytes) -> None:
    """Agree, as whoever this connection belongs to, to a colleague's wish `intent` that holds what `digest` says.

    `subject` is one of those that guards_assents.sql knows. It holds for two minutes and one time. Raises Refused
    (duty, used already).
    """
    session.execute(
        sa.text("SELECT hms.give_assent(:intent, :subject, :digest)"),
        {"intent": intent, "subject": subject, "digest": digest},
    )


def _verifier(session: Session, login: str, password: str) -> str:
    """What the server keeps instead of the password; made here, so that the password never travels or is logged."""
    if fault := password_fault(password, login):
        raise Refused("staff.password", fault)
    raw = session.connection().connection.driver_connection
    assert isinstance(raw, psycopg.Connection)  # noqa: S101 - tells the type checker which driver this is
    made: bytes = raw.pgconn.encrypt_password(storable(password).encode(), login.encode(), b"scram-sha-256")
    return made.decode()
