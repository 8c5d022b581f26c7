"""How a waiting-room screen gets its login, and the settings file that holds it for its owner only."""

import errno
import os
import secrets
from pathlib import Path
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from hms_desktop.clinic.displays import actions as displays
from hms_desktop.clinic.displays import actions_checkin
from hms_desktop.clinic.displays import actions_pairing as pairing
from hms_desktop.clinic.displays.rules import PAIRING_LOGIN
from hms_desktop.core.database import Database
from hms_desktop.core.settings import Server, Settings
from hms_desktop.core.settings_file import write_secret, write_settings


def set_up(database: Database, name: str, settings: Path, *, check_in: bool = False) -> Server:
    """Give the screen `name` (made where there is none) a new secret and write its settings file.

    With `check_in` it is the touch screen at the entrance. `database` is signed in as an administrator. Raises
    Refused; OSError where the file cannot be written, before anything is changed.
    """
    _try_to_write(settings)
    password = secrets.token_urlsafe(24)
    made = database.run_now(_with_verifier, intent=uuid4(), name=name, password=password, check_in=check_in)
    database.run_now(displays.cut_off, login=made.login)
    server = database.server.signed_in_as(made.login, password)
    write_settings(settings, Settings(server=server, workstation=name))
    return server


def renew_images(database: Database, settings: Path) -> Server:
    """Give the login that new screens ask through a new secret and write the settings file for their images.

    Images with the old secret can ask no more. `database` is signed in as an administrator. Raises Refused; OSError
    where the file cannot be written, before anything is changed.
    """
    _try_to_write(settings)
    password = secrets.token_urlsafe(24)
    database.run_now(pairing.renew_pairing_login, intent=uuid4(), password=password)
    server = database.server.signed_in_as(PAIRING_LOGIN, password)
    write_settings(settings, Settings(server=server, workstation=""))
    return server


def _with_verifier(session: Session, *, intent: UUID, name: str, password: str, check_in: bool) -> displays.KioskLogin:
    set_up_one = actions_checkin.set_up_check_in if check_in else displays.set_up_kiosk
    return set_up_one(session, intent=intent, name=name, verifier=pairing.verifier_of(session, password))


def _try_to_write(path: Path) -> None:
    """Raises OSError where no file can be made beside `path`, or `path` is a folder."""
    if path.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    probe = path.with_name(f".{path.name}.{secrets.token_hex(4)}")
    try:
        write_secret(probe, "")
    except OSError as error:  # about the file that was named, not about the one that was tried
        raise OSError(error.errno, error.strerror, str(path)) from None
    probe.unlink()
